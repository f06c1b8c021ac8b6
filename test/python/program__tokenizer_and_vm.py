# A tiny language: assembler text is compiled and run on a stack machine.
# recorded: CPython 3.14
PROGRAM = """
start:  push 1
        store total
        push 5
        store n
loop:   load n
        jz end
        load total
        load n
        mul
        store total
        load n
        push 1
        sub
        store n
        jmp loop
end:    load total
        print
        call square 7
        print
        halt
square: dup
        mul
        ret
"""

class MachineError(RuntimeError):
    pass

def assemble(text):
    code, labels = [], {}
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if not line:
            continue
        if ":" in line:
            label, line = (part.strip() for part in line.split(":", 1))
            labels[label] = len(code)
        op, *args = line.split()
        code.append((op, args))
    resolved = []
    for op, args in code:
        resolved.append((op, tuple(labels[a] if a in labels else int(a) if a.lstrip("-").isdigit() else a for a in args)))
    return resolved

class Machine:
    def __init__(self, code, limit=1000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.memory, self.output = [], [], {}, []
        self.pc = self.steps = 0

    def pop(self):
        if not self.stack:
            raise MachineError(f"stack is empty at {self.pc}")
        return self.stack.pop()

    def run(self):
        binary = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b}
        while True:
            self.steps += 1
            if self.steps > self.limit:
                raise MachineError("too many steps")
            op, args = self.code[self.pc]
            self.pc += 1
            if op == "push": self.stack.append(args[0])
            elif op == "load": self.stack.append(self.memory[args[0]])
            elif op == "store": self.memory[args[0]] = self.pop()
            elif op == "dup": self.stack.append(self.stack[-1])
            elif op in binary:
                b, a = self.pop(), self.pop()
                self.stack.append(binary[op](a, b))
            elif op == "jmp": self.pc = args[0]
            elif op == "jz":
                if self.pop() == 0: self.pc = args[0]
            elif op == "call":
                self.calls.append(self.pc)
                self.stack.extend(args[1:])
                self.pc = args[0]
            elif op == "ret": self.pc = self.calls.pop()
            elif op == "print": self.output.append(self.pop())
            elif op == "halt": return self.output
            else: raise MachineError(f"unknown operation {op!r}")

machine = Machine(assemble(PROGRAM))
print(machine.run(), machine.steps, machine.memory)
for text in ("add", "x: jmp x", "fly", "load nope"):
    try:
        Machine(assemble(text)).run()
    except (MachineError, KeyError, IndexError) as error:
        print(type(error).__name__, error)
