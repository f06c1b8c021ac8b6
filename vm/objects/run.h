// Run: one execution of Python code, and everything that a native or a step may ask of it. It never runs Python itself:
// what needs Python code pushes a frame and returns PUSHED (vm/objects/native.h).
// Declared here, implemented in vm/runtime.
#pragma once

#include "vm/base/exception_type.h"
#include "vm/heap/heap.h"
#include "vm/objects/dict.h"
#include "vm/objects/frame.h"
#include "vm/objects/lookup_cache.h"
#include "vm/objects/names.h"
#include "vm/objects/operators.h"
#include "vm/objects/step.h"
#include "vm/objects/str.h"
#include "vm/objects/tuple.h"

#include <initializer_list>
#include <string_view>

namespace exmonty {

struct Class;
struct CodeTemplate;
struct Exception;
struct Function;
struct Generator;
struct Module;
class Collector;

enum class Stream : uint8_t { Output, Error };

// What a run asks of its host, and how it is told the outside's state.
struct RunHost {
    void* context = nullptr;
    bool (*write)(void* context, Stream stream, std::string_view text) = nullptr;
    // Nanoseconds since 1970; INT64_MIN when the run has no clock.
    int64_t (*wall_clock)(void* context) = nullptr;
    void (*sleep)(void* context, uint64_t nanoseconds) = nullptr;
    // Source text → template, for eval, exec, compile and imports of Python modules (vm/api gives it: this layer knows no compiler).
    // On failure nullptr with a SyntaxError pending in the run.
    CodeTemplate* (*compile)(void* context, Run& run, std::string_view source, Str* file_name, int mode) = nullptr;
    // A module of the prelude by name; nullptr: there is none.
    CodeTemplate* (*prelude_module)(void* context, Run& run, std::string_view name) = nullptr;
    bool pauses = false;
};

enum class HostCallKind : uint8_t { None, Function, Method, Os, NameLookup, ImportLookup };

struct HostCall {
    HostCallKind kind = HostCallKind::None;
    Str* name = nullptr;
    Tuple* args = nullptr;
    Dict* keywords = nullptr;  // nullptr: none
    bool is_awaited = false;
    uint64_t id = 0;
};

struct StackSegment {
    StackSegment* previous;
    StackSegment* next;
    char* saved_next;  // of the previous segment
    size_t bytes;
    char* start() { return reinterpret_cast<char*>(this + 1); }
    char* end() { return reinterpret_cast<char*>(this) + bytes; }
};

struct Run {
    Run(PagePool& pages, const RunHost& host);
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    Budget budget;
    Heap heap;
    RunHost host;

    // ---- The stack (vm/objects/frame.h).
    Frame* frame = nullptr;
    char* stack_next = nullptr;
    char* stack_end = nullptr;
    char* stack_start = nullptr;
    StackSegment* segment = nullptr;
    // Registers that every Python frame has beyond its own, for the UNBOUND arguments of natives.
    static constexpr uint32_t frame_slack = 8;
    // What the running instruction does with the result of what it pushes; the loop sets it before a call.
    Return ret_kind = Return::Discard;
    uint8_t ret_register = 0;

    // A frame with `values` registers, all UNBOUND above `filled`; nullptr: RAISED (memory or depth).
    static constexpr size_t frame_bytes(uint32_t values) { return sizeof(Frame) + sizeof(Value) * (values + frame_slack); }
    Frame* push_frame(uint32_t values);
    void pop_frame();
    // The first frame of the top segment was popped.
    void leave_segment();
    // Pushes a step; then return PUSHED. False: RAISED.
    Value push_step(StepId step, std::initializer_list<Value> slots);

    // ---- Exceptions.
    // The exception that is being raised; UNBOUND: none. RAISED without one: a limit (budget.breach).
    Value pending = UNBOUND;
    // What take_pending accepted last.
    Value taken = UNBOUND;
    // The pending exception was raised again by the top frame, which has its traceback record already.
    bool reraising = false;
    // The input of the step that a safepoint or a collection interrupted.
    Value step_input = UNBOUND;
    // The loop was left in the middle of a call or before a step, at a safepoint that need not be passed again.
    bool passed_safepoint = false;
    // With EXHAUSTED: what the generator returned.
    Value returned = NONE;
    // The value whose payload a native got as self.
    Value receiver = UNBOUND;

    // Each makes the exception pending and returns RAISED.
    Value raise(ExceptionType type, std::initializer_list<std::string_view> message);
    Value raise_with(ExceptionType type, std::initializer_list<Value> args);
    Value raise_value(Value exception_or_class);  // `raise x`
    Value type_error(std::initializer_list<std::string_view> message) { return raise(ExceptionType::TypeError, message); }
    Value value_error(std::initializer_list<std::string_view> message) { return raise(ExceptionType::ValueError, message); }
    // Memory was refused: COLLECT the first time, then the end of the run.
    Value refused();
    bool refused_before = false;
    // In a step that catches: is the pending exception of this type (then it is no longer pending)?
    bool take_pending(ExceptionType type);
    bool pending_is(ExceptionType type) const;

    // ---- Calls. Each returns a value at once or one of the five results.
    Value call(Value callee, const Value* args, uint32_t count, Tuple* keyword_names = nullptr);
    Value call(Value callee, std::initializer_list<Value> args) {
        return call(callee, args.begin(), static_cast<uint32_t>(args.size()));
    }
    // type(self).name(self, args…); UNBOUND when the class has no such attribute.
    Value call_special(Value self, Name name, std::initializer_list<Value> args);
    // The special method of a class, unbound, or UNBOUND.
    Value special(const Class* type, Name name);

    // ---- Operations on any value, with Python's semantics.
    Value binary(Operator op, Value a, Value b);
    Value in_place(Operator op, Value a, Value b);
    Value unary(UnaryOperation op, Value a);
    Value compare(Comparison op, Value a, Value b);   // any result
    Value equals(Value a, Value b);                   // identity or ==; TRUE or FALSE
    Value truth(Value value);                         // TRUE or FALSE
    Value length(Value value);                        // an int
    Value contains(Value container, Value item);      // TRUE or FALSE
    Value iterate(Value iterable);                    // iter(x)
    Value next(Value iterator);                       // EXHAUSTED at the end
    // The same for a caller that passes on what it was called for: the end of an iterator that has to be run comes as
    // run.ret_kind says, which in a step is by StopIteration.
    Value next_as_called(Value iterator);
    // The StopIteration for an iterator that ended and returned `returned`.
    Value raise_exhausted();
    Value get_item(Value object, Value key);
    Value set_item(Value object, Value key, Value value);  // UNBOUND: del. NONE
    Value get_attribute(Value object, Str* name);
    Value set_attribute(Value object, Str* name, Value value);  // UNBOUND: del. NONE
    // UNBOUND instead of an AttributeError, when no Python code is needed to find that out; else as get_attribute.
    Value find_attribute(Value object, Str* name);
    Value hash(Value value);                          // Python's hash(), an int
    // The hash for a table, when no Python code is needed; otherwise false and hash() must be used.
    bool simple_hash(Value value, uint64_t& hash);
    Value repr(Value value);                          // a str
    Value str(Value value);                           // a str
    Value format(Value value, Str* spec);             // a str
    Value index(Value value);                         // operator.index: an int
    Value to_float(Value value);                      // float(x) for numbers: a float
    Value is_instance(Value value, Value class_or_tuple);    // TRUE or FALSE
    Value is_subclass_of(Value type, Value class_or_tuple);  // TRUE or FALSE
    // dir(x) by the rules of object.__dir__: a sorted list of names.
    Value dir(Value object);
    // A list of all items of an iterable (a new list); the usual first move of natives that take any iterable.
    Value to_list(Value iterable);
    // Finds a key; the hash has been taken. FOUND entry number as an int, or NOT_IMPLEMENTED when it is missing.
    Value dict_find(Dict* dict, Value key, uint64_t hash);
    Value dict_get(Dict* dict, Value key);            // UNBOUND when it is missing
    Value dict_set(Dict* dict, Value key, Value value);  // NONE
    Value dict_delete(Dict* dict, Value key);         // TRUE, or FALSE when it is missing

    // ---- Making values.
    Value integer(int64_t number);
    Value integer(unsigned __int128 magnitude, bool negative);
    Value floating(double number);
    // Text; COLLECT or RAISED when refused.
    Value text(std::string_view bytes);
    Value text(std::initializer_list<std::string_view> pieces);
    Value tuple(std::initializer_list<Value> items);

    // ---- The world.
    Dict* builtins = nullptr;
    Dict* modules = nullptr;
    Module* main = nullptr;
    uint64_t hash_key = 0;
    uint64_t random_seed = 0;
    uint32_t next_identity = 1;
    uint32_t max_int_digits = 4300;
    // The host's limits, and what sys.setrecursionlimit (0: nothing) and sys.set_int_max_str_digits (-1: nothing, 0: no
    // limit) were told. What holds is the smaller of the two.
    uint32_t host_recursion_limit = 1000;
    uint32_t host_int_digits = 4300;
    uint32_t wanted_recursion_limit = 0;
    int32_t wanted_int_digits = -1;
    void apply_wanted_limits();
    HostCall host_call;
    uint64_t next_call_id = 1;

    // Prints; false: a limit (then RAISED).
    bool write(Stream stream, std::string_view text);
    // Pauses for the host; returns SUSPEND, or RAISED when the run may not pause.
    Value suspend(HostCallKind kind, Str* name, Tuple* args, Dict* keywords);
    Value import_module(Str* dotted_name);

    LookupCache lookups;

    // Stress modes, and what they count.
    bool stress_collect = false;
    bool stress_reload = false;
    uint64_t safepoints = 0;
    uint64_t collections = 0;

    // Roots that only some layers know.
    void visit_roots(Collector& collector);
};

// Decimal digits of a number, for messages: `Digits(n).view()`.
struct Digits {
    explicit Digits(int64_t number);
    std::string_view view() const { return {text, size}; }
    char text[21];
    uint8_t size;
};

// The name of a value's class for messages: "int", "NoneType".
std::string_view type_name(Value value);

}  // namespace exmonty
