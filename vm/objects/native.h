// The calling convention of natives.
//
// A native is a row of its type's or module's method table: name, Python signature, function. From the signature follow
// binding, arity errors, keywords and `__text_signature__`. The function is called as
//
//     Value function(Run& run, Value* args, uint32_t count)
//
// with bound arguments: args[0 … fixed) in the order of the signature (UNBOUND where a parameter with a default was not
// given; `**kwargs` is a new dict, or UNBOUND when there are none), then, if the signature has `*args`, its items at
// args[fixed … count). `self` has been checked to be of the row's kind, and an instance of a subclass of a builtin type
// has been replaced by the builtin value that it holds (the instance itself is `run.receiver`).
//
// It returns one Value, or
//   RAISED     an exception is pending in the run (run.raise made it), or a limit was hit
//   PUSHED     a frame or a step was pushed; its result will be the call's
//   COLLECT    memory was refused: collect, then call again; only before side effects (run.refused() gives it)
//   SUSPEND    the run pauses for the host; the host's answer will be the call's result
//   EXHAUSTED  only from `next` operations: the iterator is at its end
//
// Arguments are roots while the native runs, and nothing dies before it returns, so it holds plain pointers. It never
// calls back into Python: what needs that is a step (vm/objects/step.h) or a twin in the prelude.
// Loops over contents that a guest can make long poll: `if (run.budget.poll(n)) return RAISED;`
#pragma once

#include "vm/heap/cell.h"

#include <array>
#include <string_view>

namespace exmonty {

struct Run;

using Native = Value (*)(Run& run, Value* args, uint32_t count);

// Counts of a signature such as "self, sub, start=None, /, *args, key=None, **kwargs". A default's text counts only for
// `__text_signature__`; the native sees UNBOUND.
struct Signature {
    uint8_t positional_only = 0;
    uint8_t positional = 0;     // positional ones in all
    uint8_t required = 0;       // of the positional ones
    uint8_t keyword_only = 0;
    bool var_args = false;
    bool var_keywords = false;
    // Parameters before *args' items: positional, keyword-only, and the dict of **kwargs.
    constexpr uint32_t fixed() const { return positional + keyword_only + (var_keywords ? 1u : 0u); }
};

constexpr Signature parse_signature(std::string_view text) {
    Signature result;
    bool after_star = false;
    size_t at = 0;
    while (at < text.size()) {
        size_t end = at;
        int depth = 0;
        char quote = 0;
        while (end < text.size() && (text[end] != ',' || depth > 0 || quote)) {
            char c = text[end++];
            if (quote) {
                if (c == '\\') end++;
                else if (c == quote) quote = 0;
            } else if (c == '\'' || c == '"') quote = c;
            else if (c == '(' || c == '[' || c == '{') depth++;
            else if (c == ')' || c == ']' || c == '}') depth--;
        }
        std::string_view part = text.substr(at, end - at);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        bool has_default = part.find('=') != std::string_view::npos;
        if (part == "/") result.positional_only = result.positional;
        else if (part == "*") after_star = true;
        else if (part.substr(0, 2) == "**") result.var_keywords = true;
        else if (part.substr(0, 1) == "*") result.var_args = after_star = true;
        else if (after_star) result.keyword_only++;
        else {
            result.positional++;
            if (!has_default) result.required = result.positional;
        }
        at = end + 1;
    }
    return result;
}

// What kind of thing the row becomes when it is looked up on a type.
enum class Binding : uint8_t {
    Method,       // binds to an instance
    Static,       // called without self: `__new__`, str.maketrans
    ClassMethod,  // binds to the class: dict.fromkeys
    Getter,       // a data attribute: called with self when read
};

// Whether CPython makes the method of a slot of the type: its type shows as wrapper_descriptor, and it complains about its
// arguments in words of its own.
consteval bool is_slot_name(std::string_view name) {
    constexpr std::string_view slots =
        " abs add and bool call contains del delattr delete delitem divmod eq float floordiv ge get getattribute getitem gt hash iadd iand "
        "imul index init int invert ior isub iter ixor le len lshift lt mod mul ne neg next or pos pow radd rand rdivmod repr rfloordiv "
        "rlshift rmod rmul ror rpow rrshift rshift rsub rtruediv rxor set setattr setitem str sub truediv xor ";
    if (name.size() < 6 || name.substr(0, 2) != "__") return false;
    const std::string_view bare = name.substr(2, name.size() - 4);
    for (size_t at = slots.find(bare); at != std::string_view::npos; at = slots.find(bare, at + 1))
        if (slots[at - 1] == ' ' && slots[at + bare.size()] == ' ') return true;
    return false;
}

// A row, and the cell that Python sees: `str.upper`, `len`. Static and immortal. `small` is the kind that self must be
// (0: any).
struct NativeFunction : Cell {
    static constexpr Kind cell_kind = Kind::NativeFunction;
    const char* name;
    const char* signature;
    Native function;
    Signature shape;
    Binding binding;
    // In `flags`: made from a type's operations (operation_wrapper).
    static constexpr uint8_t wrapper = 1;
    // In `flags`: see is_slot_name. Those that containers have as methods, such as dict.__getitem__, are not marked.
    static constexpr uint8_t slot = 4;
    constexpr Kind self_kind() const { return static_cast<Kind>(small); }
    // At most 8 positional parameters and no others: arguments are used in place.
    static constexpr uint8_t in_place = 2;
    constexpr bool simple() const { return (flags & in_place) != 0; }
};

struct NativeRow {
    const char* name;
    const char* signature;
    Native function;
    Binding binding = Binding::Method;
};

template <size_t N>
constexpr bool sorted_by_name(const NativeRow (&rows)[N]) {
    for (size_t i = 1; i < N; i++)
        if (std::string_view(rows[i - 1].name) >= std::string_view(rows[i].name)) return false;
    return true;
}

// Not constant, so that calling it fails the build.
void rows_are_not_sorted_by_name();

// Rows of a type whose instances are of this kind (Kind::Free: functions of a module, or methods that check self
// themselves). Sorted by name, which is checked:
//     constexpr NativeRow rows[] = {{"append", "self, object, /", list_append}, …};
//     constinit const auto list_methods = native_table(Kind::List, rows);
template <size_t N>
consteval std::array<NativeFunction, N> native_table(Kind self_kind, const NativeRow (&rows)[N]) {
    if (!sorted_by_name(rows)) rows_are_not_sorted_by_name();
    std::array<NativeFunction, N> table{};
    for (size_t i = 0; i < N; i++) {
        NativeFunction& row = table[i];
        row.kind = Kind::NativeFunction;
        row.flags = Cell::immortal;
        row.small = static_cast<uint16_t>(self_kind);
        row.binding = rows[i].binding;
        row.name = rows[i].name;
        row.signature = rows[i].signature;
        row.function = rows[i].function;
        row.shape = parse_signature(rows[i].signature);
        const Signature& shape = row.shape;
        const bool has_methods = self_kind == Kind::Dict || self_kind == Kind::List || self_kind == Kind::Set || self_kind == Kind::FrozenSet;
        const bool is_method = has_methods && (std::string_view(row.name) == "__contains__" || std::string_view(row.name) == "__getitem__");
        if (row.binding == Binding::Method && is_slot_name(row.name) && !is_method) row.flags |= NativeFunction::slot;
        if (!shape.var_args && !shape.var_keywords && !shape.keyword_only && shape.positional <= 8) row.flags |= NativeFunction::in_place;
    }
    return table;
}

// Functions of a module, and builtin functions.
template <size_t N>
consteval std::array<NativeFunction, N> function_table(const NativeRow (&rows)[N]) {
    std::array<NativeFunction, N> table = native_table(Kind::Free, rows);
    for (NativeFunction& row : table) row.binding = Binding::Static;
    return table;
}

static_assert(parse_signature("self, sub, start=None, end=None, /").positional == 4);
static_assert(parse_signature("self, sub, start=None, end=None, /").required == 2);
static_assert(parse_signature("*args, sep=' ', end='\\n', file=None, flush=False").keyword_only == 4);
static_assert(parse_signature("self, x=(), /, **kwargs").var_keywords && parse_signature("").positional == 0);

}  // namespace exmonty
