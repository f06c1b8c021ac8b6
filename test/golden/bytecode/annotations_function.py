def f(a: int, *args: *Ts, b: str = "", **kwargs: dict) -> None:
    local: not_evaluated = 1
