# A binary search tree with insertion, removal, traversals and balance.
# recorded: CPython 3.14
class Tree:
    class Node:
        def __init__(self, key, value):
            self.key, self.value = key, value
            self.left = self.right = None

    def __init__(self, pairs=()):
        self.root, self.size = None, 0
        for key, value in pairs:
            self.put(key, value)

    def put(self, key, value):
        def insert(node):
            if node is None:
                self.size += 1
                return Tree.Node(key, value)
            if key < node.key: node.left = insert(node.left)
            elif node.key < key: node.right = insert(node.right)
            else: node.value = value
            return node
        self.root = insert(self.root)

    def __getitem__(self, key):
        node = self.root
        while node is not None:
            if key == node.key: return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def get(self, key, default=None):
        try: return self[key]
        except KeyError: return default

    def remove(self, key):
        def delete(node, key):
            if node is None: raise KeyError(key)
            if key < node.key: node.left = delete(node.left, key)
            elif key > node.key: node.right = delete(node.right, key)
            elif node.left is None: return node.right
            elif node.right is None: return node.left
            else:
                successor = node.right
                while successor.left: successor = successor.left
                node.key, node.value = successor.key, successor.value
                node.right = delete(node.right, successor.key)
            return node
        self.root = delete(self.root, key)
        self.size -= 1

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key
                yield from walk(node.right)
        return walk(self.root)

    def items(self):
        for key in self:
            yield key, self[key]

    def levels(self):
        row = [self.root] if self.root else []
        while row:
            yield [n.key for n in row]
            row = [c for n in row for c in (n.left, n.right) if c]

    def height(self, node="root"):
        if node == "root": node = self.root
        return 0 if node is None else 1 + max(self.height(node.left), self.height(node.right))

    def __len__(self): return self.size

t = Tree((k, k * k) for k in [50, 30, 70, 20, 40, 60, 80, 35])
print(list(t), len(t), t.height(), list(t.levels()))
print(t[40], t.get(99), t.get(99, "none"), 70 in t, list(t.items())[:3])
for key in (20, 70, 50):
    t.remove(key)
    print("removed", key, list(t.levels()), len(t))
try:
    t.remove(1000)
except KeyError as error:
    print("KeyError", error, len(t))
words = Tree()
for word in "the quick brown fox jumps over the lazy dog the end".split():
    words.put(word, words.get(word, 0) + 1)
print(dict(words.items()), max(words, key=words.get))
