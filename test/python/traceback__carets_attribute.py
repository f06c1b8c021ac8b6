# Carets of attributes: the whole expression up to the attribute.
# recorded: CPython 3.14
class Config:
    pass
config = Config()
config.db = None
print("host:", config.db.host.name)
