# Requests are routed by patterns to handlers, through middleware, to responses.
# recorded: CPython 3.14
import json

class HTTPError(Exception):
    STATUS = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 500: "Internal Server Error"}
    def __init__(self, code, detail=""):
        super().__init__(code, detail)
        self.code, self.detail = code, detail
    def __str__(self):
        return f"{self.code} {self.STATUS[self.code]}" + (f": {self.detail}" if self.detail else "")

CONVERTERS = {"int": int, "str": str, "path": str}

class Route:
    def __init__(self, method, pattern, handler):
        self.method, self.handler = method, handler
        self.parts = []
        for part in pattern.strip("/").split("/"):
            if part.startswith("<"):
                kind, _, name = part[1:-1].rpartition(":")
                self.parts.append((name, kind or "str"))
            else:
                self.parts.append((part, None))

    def match(self, path):
        pieces = path.strip("/").split("/")
        values = {}
        for i, (name, kind) in enumerate(self.parts):
            if kind == "path":
                values[name] = "/".join(pieces[i:])
                return values if pieces[i:] else None
            if i >= len(pieces):
                return None
            if kind is None:
                if pieces[i] != name: return None
            else:
                try: values[name] = CONVERTERS[kind](pieces[i])
                except ValueError: return None
        return values if len(pieces) == len(self.parts) else None

def unquote(text):
    out, i = bytes(), 0
    while i < len(text):
        if text[i] == "%" and i + 2 < len(text) + 0:
            out += bytes.fromhex(text[i + 1:i + 3])
            i += 3
        else:
            out += (" " if text[i] == "+" else text[i]).encode()
            i += 1
    return out.decode()

class App:
    def __init__(self):
        self.routes, self.middleware, self.log = [], [], []
    def route(self, pattern, *methods):
        def decorate(f):
            for method in methods or ("GET",):
                self.routes.append(Route(method, pattern, f))
            return f
        return decorate
    def use(self, f):
        self.middleware.append(f)
        return f
    def dispatch(self, request):
        allowed = []
        for route in self.routes:
            values = route.match(request["path"])
            if values is not None:
                if route.method == request["method"]:
                    return route.handler(request, **values)
                allowed.append(route.method)
        raise HTTPError(405, ", ".join(allowed)) if allowed else HTTPError(404, request["path"])
    def __call__(self, line, body=""):
        method, _, target = line.partition(" ")
        path, _, query = target.partition("?")
        pairs = [p.partition("=") for p in query.split("&") if p]
        request = {"method": method, "path": path, "query": {k: unquote(v) for k, _, v in pairs}, "body": body}
        handler = self.dispatch
        for wrap in reversed(self.middleware):
            handler = (lambda w, h: lambda r: w(r, h))(wrap, handler)
        try:
            result = handler(request)
        except HTTPError as error:
            return error.code, str(error)
        except Exception as error:
            self.log.append(repr(error))
            return 500, str(HTTPError(500))
        return (200, json.dumps(result)) if not isinstance(result, tuple) else result

app = App()
notes = {1: "milk"}

@app.use
def timing(request, handler):
    app.log.append(f"> {request['method']} {request['path']}")
    return handler(request)

@app.use
def parse_json(request, handler):
    if request["body"]:
        try: request["data"] = json.loads(request["body"])
        except json.JSONDecodeError as error: raise HTTPError(400, error.msg) from error
    return handler(request)

@app.route("/notes")
def index(request): return [{"id": i, "text": t} for i, t in notes.items() if request["query"].get("q", "") in t]

@app.route("/notes", "POST")
def create(request):
    notes[max(notes) + 1] = request["data"]["text"]
    return 201, json.dumps(max(notes))

@app.route("/notes/<int:n>", "GET", "DELETE")
def note(request, n):
    if n not in notes: raise HTTPError(404, f"note {n}")
    return notes.pop(n) if request["method"] == "DELETE" else notes[n]

@app.route("/files/<path:rest>")
def files(request, rest): return rest.upper()

@app.route("/hello/<name>")
def hello(request, name): return f"Hello {unquote(name)}"

for call in [("GET /notes",), ("POST /notes", '{"text": "tea & co"}'), ("GET /notes?q=tea+%26",), ("GET /notes/1",), ("GET /notes/x",), ("DELETE /notes/1",), ("GET /notes/1",),
             ("PUT /notes",), ("GET /files/a/b.txt",), ("GET /hello/J%C3%B6rg",), ("POST /notes", "{bad"), ("POST /notes", "{}"), ("GET /",), ("GET /files/",)]:
    print(call[0], "->", app(*call))
print(*[line for line in app.log if line[0] != ">"], len(app.log))
