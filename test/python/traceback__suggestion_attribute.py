# An AttributeError suggests a name that is close.
# recorded: CPython 3.14
class Person:
    def __init__(self): self.first_name = "A"
    def full_name(self): return self.first_name
print(Person().fullname())
