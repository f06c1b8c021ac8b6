# A doubly linked list with iteration, slicing, reversal and errors.
# recorded: CPython 3.14
class Node:
    def __init__(self, value, prev=None, next=None):
        self.value, self.prev, self.next = value, prev, next

class LinkedList:
    def __init__(self, items=()):
        self.head = self.tail = None
        self._size = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = Node(value, prev=self.tail)
        if self.tail: self.tail.next = node
        else: self.head = node
        self.tail = node
        self._size += 1
        return self

    def prepend(self, value):
        node = Node(value, next=self.head)
        if self.head: self.head.prev = node
        else: self.tail = node
        self.head = node
        self._size += 1
        return self

    def _nodes(self):
        node = self.head
        while node:
            yield node
            node = node.next

    def __iter__(self):
        return (node.value for node in self._nodes())

    def __len__(self):
        return self._size

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        if index < 0: index += self._size
        for i, value in enumerate(self):
            if i == index: return value
        raise IndexError("list index out of range")

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __add__(self, other):
        return LinkedList([*self, *other])

    def __repr__(self):
        return f"LinkedList({list(self)!r})"

    def remove(self, value):
        for node in self._nodes():
            if node.value == value:
                if node.prev: node.prev.next = node.next
                else: self.head = node.next
                if node.next: node.next.prev = node.prev
                else: self.tail = node.prev
                self._size -= 1
                return
        raise ValueError(f"{value!r} not in list")

    def reverse(self):
        node = self.head
        while node:
            node.prev, node.next = node.next, node.prev
            node = node.prev
        self.head, self.tail = self.tail, self.head

    def backwards(self):
        node = self.tail
        while node:
            yield node.value
            node = node.prev

l = LinkedList("abc").append("d").prepend("z")
print(l, len(l), l[0], l[-1], l[1:3], "b" in l, list(l.backwards()))
l.remove("z"); l.remove("d"); l.remove("b")
print(l, len(l), l.head.value, l.tail.value)
l.reverse()
print(l, l + [1], l == LinkedList("ca"), l == ["c", "a"], bool(LinkedList()))
for bad in (lambda: l[5], lambda: l.remove("q"), lambda: l["x"]):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
a, b = l
print(a, b, max(l), sorted(l), dict(enumerate(l)), ["".join(p) for p in zip(l, "xy")])
