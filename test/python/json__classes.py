# JSONEncoder and JSONDecoder: made with wrong arguments, called by name.
# recorded: CPython 3.14
import json


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


show(json.JSONEncoder, wrong=1)
show(json.JSONEncoder, 1)
show(json.JSONDecoder, wrong=1)
show(json.JSONDecoder, 1)
print(json.JSONEncoder(sort_keys=True).encode({"b": 1, "a": [None]}), json.JSONDecoder().decode('{"a": 1}'), json.JSONDecoder().raw_decode("[1] x"))
show(json.JSONEncoder().encode, {1, 2} and object)
show(json.JSONEncoder().default, 5)
show(json.JSONDecoder().decode, "[1")
show(json.JSONDecoder().raw_decode, "x")
show(json.JSONDecodeError, "msg", "a\nb", 2)
show(json.JSONDecodeError, "msg")
