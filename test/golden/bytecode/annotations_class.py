class C:
    x: int = 1
    if x:
        y: "str"

    def method(self, other: C) -> int: ...
