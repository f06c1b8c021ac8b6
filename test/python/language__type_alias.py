# type statements and type parameters.
# recorded: CPython 3.14
type Pair[T] = tuple[T, T]
def first[T](items: list[T]) -> T:
    return items[0]
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T): self.items.append(x)
s = Stack[int]()
s.push(5)
print(Pair.__name__, first([1, 2]), s.items, Stack.__type_params__)
