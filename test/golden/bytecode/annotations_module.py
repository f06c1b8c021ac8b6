x: int = 1
y: list[str]
