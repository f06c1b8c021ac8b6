names = [name.strip() for name in text]
class C:
    values = [x + offset for x in values]
