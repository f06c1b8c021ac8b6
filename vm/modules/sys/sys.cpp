// The module sys: its safe part. What the host has limited cannot be raised from here.
// https://docs.python.org/3/library/sys.html
#include "vm/modules/sys/sys.h"

#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception.h"
#include "vm/objects/function.h"

#include <algorithm>

namespace exmonty {
namespace {

const NativeFunction* own_row(std::string_view name);

// https://docs.python.org/3/library/sys.html#sys.exc_info
Value exc_info(Run& run, Value*, uint32_t) {
    Value exception = handled_exception(run);
    if (exception == UNBOUND) return run.tuple({NONE, NONE, NONE});
    Value traceback = run.get_attribute(exception, name(Name::__traceback__));
    if (is_result(traceback)) return traceback;
    return run.tuple({Value::cell(class_of(exception)), exception, traceback});
}

// https://docs.python.org/3/library/sys.html#sys.exception
Value exception(Run& run, Value*, uint32_t) {
    Value handled = handled_exception(run);
    return handled == UNBOUND ? NONE : handled;
}

// https://docs.python.org/3/library/sys.html#sys.exit
Value exit(Run& run, Value* args, uint32_t) {
    Value status = args[0];
    if (status == UNBOUND || status == NONE) return run.raise_with(ExceptionType::SystemExit, {});
    return run.raise_with(ExceptionType::SystemExit, {status});
}

// https://docs.python.org/3/library/sys.html#sys.get_int_max_str_digits
Value get_int_max_str_digits(Run& run, Value*, uint32_t) {
    return Value::integer(run.wanted_int_digits >= 0 ? run.wanted_int_digits : run.max_int_digits);
}

// https://docs.python.org/3/library/sys.html#sys.set_int_max_str_digits
Value set_int_max_str_digits(Run& run, Value* args, uint32_t count) {
    constexpr int64_t threshold = 640;
    if (calls_index(run, args[0])) return with_indices(run, own_row("set_int_max_str_digits"), args, count, 1);
    int64_t digits = 0;
    if (!int_argument(run, args[0], digits)) return RAISED;
    if (digits != 0 && digits < threshold) return run.value_error({"maxdigits must be >= 640 or 0 for unlimited"});
    if (digits > INT32_MAX) return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C int"});
    run.wanted_int_digits = static_cast<int32_t>(digits);
    run.apply_wanted_limits();
    return NONE;
}

Value getdefaultencoding(Run& run, Value*, uint32_t) { return run.text("utf-8"); }

// https://docs.python.org/3/library/sys.html#sys.getrecursionlimit
Value getrecursionlimit(Run& run, Value*, uint32_t) {
    return Value::integer(run.wanted_recursion_limit ? run.wanted_recursion_limit : run.budget.recursion_limit);
}

// https://docs.python.org/3/library/sys.html#sys.setrecursionlimit
Value setrecursionlimit(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[0])) return with_indices(run, own_row("setrecursionlimit"), args, count, 1);
    int64_t limit = 0;
    if (!int_argument(run, args[0], limit)) return RAISED;
    if (limit < 1) return run.value_error({"recursion limit must be greater or equal than 1"});
    if (limit > INT32_MAX) return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C int"});
    if (limit <= run.budget.depth)
        return run.raise(ExceptionType::RecursionError, {"cannot set the recursion limit to ", Digits(limit).view(),
                                                         " at the recursion depth ", Digits(run.budget.depth).view(),
                                                         ": the limit is too low"});
    run.wanted_recursion_limit = static_cast<uint32_t>(limit);
    run.apply_wanted_limits();
    return NONE;
}

// There are no counts: as many as an object has that only the caller knows.
Value getrefcount(Run&, Value*, uint32_t) { return Value::integer(2); }

// https://docs.python.org/3/library/sys.html#sys.getsizeof
Value getsizeof(Run& run, Value* args, uint32_t) {
    Value result = run.call_special(args[0], Name::__sizeof__, {});
    return result == UNBOUND ? find_row(&object_class, "__sizeof__")->function(run, args, 1) : result;
}

// https://docs.python.org/3/library/sys.html#sys.intern
// Bound to the dict of what has been interned.
Value intern(Run& run, Value* args, uint32_t) {
    Str* text = as<Str>(args[1]);
    if (!text) return run.type_error({"intern() argument must be str, not ", type_name(args[1])});
    if (Str* known = static_str(text->view())) return Value::cell(known);
    Dict* interned = cast<Dict>(args[0]);
    Value found = dict_get(run, interned, text);
    if (found != UNBOUND) return found;
    return dict_set(run, interned, text, args[1]) ? args[1] : run.refused();
}

constexpr NativeRow rows[] = {
    {"exc_info", "", exc_info},
    {"exception", "", exception},
    {"exit", "status=None, /", exit},
    {"get_int_max_str_digits", "", get_int_max_str_digits},
    {"getdefaultencoding", "", getdefaultencoding},
    {"getrecursionlimit", "", getrecursionlimit},
    {"getrefcount", "object, /", getrefcount},
    {"getsizeof", "object, default=<unrepresentable>", getsizeof},
    {"set_int_max_str_digits", "maxdigits", set_int_max_str_digits},
    {"setrecursionlimit", "limit, /", setrecursionlimit},
};
constinit const auto functions = function_table(rows);

constexpr NativeRow intern_rows[] = {{"intern", "self, string, /", intern}};
constinit const auto intern_functions = native_table(Kind::Dict, intern_rows);

const NativeFunction* own_row(std::string_view name) {
    for (const NativeFunction& row : functions)
        if (row.name == name) return &row;
    return nullptr;
}

bool fill(Run& run, Module* module) {
    Method* bound = run.heap.allocate<Method>();
    bound->function = Value::cell(&intern_functions[0]);
    bound->self = Value::cell(new_dict(run.heap));
    return add_to_module(run, module, "intern", Value::cell(bound)) && add_sys_values(run, module) && add_sys_streams(run, module);
}

}  // namespace

extern const NativeModule module_sys;
constinit const NativeModule module_sys = {"sys", functions, fill, sys_classes, intern_functions};

}  // namespace exmonty
