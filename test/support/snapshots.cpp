#include "test/support/snapshots.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "test/support/test_arena.h"

namespace exmonty::test {

namespace {

uint64_t now(void*) {
    return static_cast<uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
}

// Equal runs have used equal time.
uint64_t standing_clock(void*) { return 0; }

Environment environment_for(std::string& output, uint64_t (*clock)(void*) = standing_clock) {
    Environment environment;
    environment.context = &output;
    environment.write = [](void* context, OutputStream, std::string_view text) {
        static_cast<std::string*>(context)->append(text);
        return true;
    };
    environment.run_clock = clock;
    environment.host_calls = HostCalls::pause;
    environment.seed = 1;
    return environment;
}

LimitChange tight_limits() {
    LimitChange change;
    change.values.max_duration_secs = 0.5;
    change.values.max_memory = uint64_t{64} << 20;
    change.values.max_steps = 200'000;
    change.values.max_output = uint64_t{1} << 20;
    change.values.max_pauses = 1000;
    for (LimitName name : {LimitName::max_duration_secs, LimitName::max_memory, LimitName::max_steps, LimitName::max_output,
                           LimitName::max_pauses})
        change.set(name);
    return change;
}

[[noreturn]] void broken(std::string_view what) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

struct SessionGuard {
    Session* session;
    explicit SessionGuard(Session* session) : session(session) {}
    SessionGuard(const SessionGuard&) = delete;
    SessionGuard& operator=(const SessionGuard&) = delete;
    ~SessionGuard() {
        if (session != nullptr) session->destroy();
    }
};

Program* compile(std::string_view source, TestArena& memory) {
    ProgramText text;
    text.source = source;
    const Error* error = nullptr;
    Program* program = Program::compile(text, Limits(), now, nullptr, memory.arena, &error);
    if (program == nullptr) broken(source);
    return program;
}

std::string string_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
Bytes bytes_of(std::string_view text) { return {reinterpret_cast<const uint8_t*>(text.data()), text.size()}; }

const Progress& start(Session* session, std::string_view source) {
    const auto memory = std::make_unique<TestArena>();
    Program* program = compile(source, *memory);
    const Progress& progress = session->start(*program, {});
    program->release();
    return progress;
}

// Until it ends.
const Progress& answer_all(Session* session, const Progress* progress) {
    while (is_pause(progress->kind)) {
        Outcome outcome;
        if (progress->kind == ProgressKind::name_lookup) outcome.kind = OutcomeKind::undefined;
        else if (progress->kind == ProgressKind::os_call) outcome.kind = OutcomeKind::no_handler;
        else if (progress->args.size() > 0) outcome.value = progress->args[0];
        const Progress* next = &session->resume(outcome);
        if (next->kind == ProgressKind::refused) {
            // What was given cannot come back: then an error.
            outcome = Outcome();
            outcome.kind = OutcomeKind::error;
            next = &session->resume(outcome);
        }
        if (next->kind == ProgressKind::refused) broken("an error as answer is refused");
        progress = next;
    }
    return *progress;
}

std::string dump_of(Session* session) { return string_of(session->dump(uint64_t{1} << 26)); }

// What was loaded can be dumped, and loaded again.
void check_dump(Session* session) {
    const std::string first = dump_of(session);
    if (first.empty()) return;
    std::string output;
    LoadFault fault;
    Session* again = Session::load(bytes_of(first), environment_for(output), LimitChange(), &fault);
    if (again == nullptr) {
        if (fault == LoadFault::memory || fault == LoadFault::limits) return;
        broken("what was dumped cannot be loaded");
    }
    again->destroy();
}

}  // namespace

std::string paused_snapshot(std::string_view source) {
    std::string output;
    SessionGuard guard(Session::create(environment_for(output), Limits(), SessionPurpose::run));
    if (!is_pause(start(guard.session, source).kind)) broken(source);
    return dump_of(guard.session);
}

std::string idle_snapshot(std::string_view source) {
    std::string output;
    SessionGuard guard(Session::create(environment_for(output), Limits(), SessionPurpose::session));
    if (start(guard.session, source).kind != ProgressKind::complete) broken(source);
    return dump_of(guard.session);
}

std::string program_snapshot(std::string_view source) {
    const auto memory = std::make_unique<TestArena>();
    Program* program = compile(source, *memory);
    const std::string bytes = string_of(program->dump(memory->arena));
    program->release();
    return bytes;
}

Played play(std::string_view bytes, std::string_view source) {
    Played played;
    SessionGuard guard(Session::load(bytes_of(bytes), environment_for(played.text, now), tight_limits(), &played.fault));
    if (guard.session == nullptr) return played;
    check_dump(guard.session);
    const Progress* progress = &guard.session->progress();
    if (!is_pause(progress->kind)) progress = &start(guard.session, source);
    if (progress->kind == ProgressKind::refused) {
        played.end = progress->kind;
        return played;
    }
    progress = &answer_all(guard.session, progress);
    played.end = progress->kind;
    if (progress->error != nullptr) played.text.append(progress->error->formatted);
    check_dump(guard.session);
    return played;
}

Played play_program(std::string_view bytes) {
    Played played;
    Program* program = Program::load(bytes_of(bytes), tight_limits(), &played.fault);
    if (program == nullptr) return played;
    SessionGuard guard(Session::create(environment_for(played.text, now), tight_limits().apply_to(Limits()), SessionPurpose::run));
    const Progress* progress = &guard.session->start(*program, {});
    program->release();
    if (progress->kind != ProgressKind::refused) progress = &answer_all(guard.session, progress);
    played.end = progress->kind;
    if (progress->error != nullptr) played.text.append(progress->error->formatted);
    return played;
}

const std::vector<std::string_view>& pausing_sources() {
    static const std::vector<std::string_view> sources = {
        "def double(items):\n    for item in items:\n        yield item * 2\n"
        "print(sorted(double([3, 1, 2]), key=lambda x: ask(-x)))\n",
        "def numbers():\n    got = yield ask(1)\n    yield from [got, ask(2)]\nprint([n for n in numbers()])\n",
        "class Box:\n    def __init__(self, x): self.x = x\n    def __lt__(self, other): return ask(self.x < other.x)\n"
        "    def __repr__(self): return f'Box({self.x})'\nprint(sorted([Box(n % 7) for n in range(80)], reverse=True))\n",
        "class Key:\n    def __init__(self, n): self.n = n\n    def __hash__(self): return 1\n"
        "    def __eq__(self, other): return ask(self.n == other.n)\n"
        "d = {Key(n): n for n in range(3)}\ns = {Key(1), Key(2)} & {Key(2)}\nprint(d[Key(2)], len(s), len({Key(9)} | s))\n",
        "class Shown:\n    def __repr__(self): return ask('shown')\n    def __format__(self, spec): return ask(spec + '!')\n"
        "x = Shown()\nprint([1, {'a': (x, {2})}], '{:>{}} {!r}'.format(x, 3, x), '%s %r' % (x, x), str([x]))\n",
        "class Same:\n    def __eq__(self, other): return ask(True)\n    def __hash__(self): return ask(3)\n"
        "print([1, (2, Same())] == [1, (2, Same())], hash((1, (Same(), 2))), {1: Same()} == {1: 5}, [Same()].index(1))\n",
        "total = 0\nfor name, value in zip(map(lambda x: ask(x), 'ab'), filter(lambda n: ask(n), [1, 2])):\n    total += value\n"
        "print(total, sum(map(lambda x: ask(x), [1.5, 2])), max([3, 1], key=lambda n: ask(n)), any(ask(n) for n in [0, 1]))\n",
        "class Base:\n    def __init_subclass__(cls, **kw): ask('sub')\nclass Child(Base):\n    value = (lambda: ask(4))()\n"
        "    @property\n    def p(self): return ask(self.value)\n    def __getattr__(self, name): return ask(name)\n"
        "c = Child()\nprint(c.p, c.missing, getattr(c, 'x', 1), super(Child, c).__init__)\n",
        "def fail():\n    try:\n        raise KeyError(ask('why'))\n    except KeyError as error:\n        raise ValueError('x') from error\n"
        "    finally:\n        ask('done')\ntry:\n    fail()\nexcept ValueError as error:\n    print(repr(error), repr(error.__cause__))\n",
        "class Context:\n    def __enter__(self): return ask(1)\n    def __exit__(self, *args): return ask(True)\n"
        "with Context() as c:\n    a, *b = (ask(n) for n in range(4))\n    1 / 0\n"
        "d = dict([(ask('k'), 1)], z=2)\nd.update({'y': ask(3)})\nl = [1, 2]\nl[0:1] = (ask(n) for n in 'xy')\nl.extend(map(lambda x: ask(x), 'z'))\n"
        "print(d, l, ', '.join(ask(s) for s in 'ab'), 'abc'.translate({97: 'x'}), bytes(ask(n) for n in [1, 2]))\n",
        "import json, collections, functools, itertools, math, sys\n"
        "print(json.dumps({'a': [1, None]}, default=lambda o: ask(1)), collections.Counter('aab'), functools.reduce(lambda a, b: ask(a + b), [1, 2, 3]))\n"
        "it = itertools.chain([1], (ask(n) for n in [2, 3]))\nprint(list(it), sys.version_info[:2], reversed([1, 2]), iter(set('a')), iter(b'ab'))\n",
        "class Text(str):\n    pass\nclass Number(int):\n    def __index__(self): return ask(1)\n"
        "class Stack(list):\n    def push(self, x): self.append(x)\ns = Stack([1])\ns.note = Text('n')\ns.push(2 ** 100)\nf = frozenset([1, (2, 3.5e-200)])\n"
        "d = {n: n for n in range(9)}\ndel d[3], d[4]\nq = set(range(20))\nq.discard(7)\nask(7)\nprint(s, s.note, f, d, q, [9, 8][Number(0)], range(5)[1:3], int | None, list[int])\n",
    };
    return sources;
}

}  // namespace exmonty::test
