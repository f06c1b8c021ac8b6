# Configuration in layers, validation with many errors, and a logger with levels.
# recorded: CPython 3.14
DEFAULTS = {"server": {"host": "localhost", "port": 8080, "tls": False}, "log": {"level": "info", "targets": ["out"]}, "retries": 3}

def merge(base, over):
    result = dict(base)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result

def parse_ini(text):
    result, section = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line[0] == "[" and line[-1] == "]":
            section = result.setdefault(line[1:-1], {})
        elif "=" in line:
            key, _, value = map(str.strip, line.partition("="))
            (result if section is None else section)[key] = convert(value)
        else:
            raise SyntaxError(f"line {number}: {line!r}")
    return result

def convert(text):
    if text.lower() in ("true", "yes", "on"): return True
    if text.lower() in ("false", "no", "off"): return False
    if "," in text: return [convert(t.strip()) for t in text.split(",")]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text.strip('"')

class Logger:
    LEVELS = ["debug", "info", "warning", "error"]
    def __init__(self, level):
        self.threshold = self.LEVELS.index(level)
        self.lines = []
        for rank, name in enumerate(self.LEVELS):
            setattr(self, name, self._make(rank, name))
    def _make(self, rank, name):
        def log(message, *args, **extra):
            if rank >= self.threshold:
                text = message % args if args else message
                self.lines.append(f"{name.upper():<7} {text}" + "".join(f" {k}={v!r}" for k, v in sorted(extra.items())))
        return log

def validate(config):
    checks = [("server.port", lambda v: isinstance(v, int) and 0 < v < 65536), ("log.level", Logger.LEVELS.__contains__),
              ("retries", lambda v: type(v) is int and v >= 0), ("server.name", bool)]
    errors = []
    for path, check in checks:
        value = config
        try:
            for part in path.split("."):
                value = value[part]
            if not check(value):
                errors.append(ValueError(f"{path} = {value!r}"))
        except KeyError as error:
            errors.append(LookupError(f"{path}: missing {error}"))
    return errors

ini = """retries = 5   # more
[server]
port = 99999
tls = yes
[log]
level = warning
targets = out, file, 3
"""
config = merge(DEFAULTS, parse_ini(ini))
print(config)
print(DEFAULTS["server"])
for error in validate(config):
    print(repr(error))
log = Logger(config["log"]["level"])
log.debug("hidden")
log.info("hidden %s", 1)
log.warning("disk %d%% full", 91, device="sda")
log.error("no args %s")
print(*log.lines, sep="\n")
try:
    parse_ini("[a]\nnonsense")
except SyntaxError as error:
    print(error)
try:
    log.error("%d", "x")
except TypeError as error:
    print(error)
