class A(Base, metaclass=Meta):
    """Documented."""
    value = 1
    again = value

    def __init__(self):
        self.__hidden = super().make()
        super().count += 1

    def name(self):
        return __class__
