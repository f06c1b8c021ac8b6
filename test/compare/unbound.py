# Methods looked up on their type, called with the wrong self, and what a method tells about itself.
for owner, names in NAMES.items():
    if owner not in TYPES:
        continue
    kind = TYPES[owner]
    for name in names:
        if name in ("__class__", "__doc__", "__dict__", "__hash__", "__subclasshook__", "__init_subclass__", "__class_getitem__", "__new__", "__module__",
                    "__annotations__", "__annotate__", "__dir__", "__sizeof__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
                    "__getnewargs__", "__buffer__"):
            continue
        method = getattr(kind, name, None)
        label = owner + "." + name
        attempt(label, lambda: type(method).__name__)
        attempt(label + " repr", lambda: method)
        attempt(label + ".__name__", lambda: method.__name__)
        attempt(label + ".__qualname__", lambda: method.__qualname__)
        attempt(label + ".__objclass__", lambda: method.__objclass__)
        if not callable(method):
            continue
        attempt(label + "()", method)
        for text, make in (("object()", object), ("1", lambda: 1), ("'a'", lambda: "a"), ("[]", lambda: []), ("None", lambda: None)):
            attempt(label + "(" + text + ")", method, [make()])
            attempt(label + "(" + text + ", 'b')", method, [make(), "b"])
