# Attribute chains with calls: each failing part is marked.
# recorded: CPython 3.14
class Node:
    def __init__(self, next=None): self.next = next
    def get(self): return self.next
root = Node(Node())
print(root.get().get().get())
