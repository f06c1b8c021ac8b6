// json: the native part. Functions of the module that take hooks are Python of the prelude, around these.
// https://docs.python.org/3/library/json.html
#include "vm/modules/json/dump.h"
#include "vm/modules/json/load.h"
#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"

namespace exmonty {
namespace {

constexpr NativeRow rows[] = {
    {"_dumps", "obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys, /",
     json_dumps},
    {"_loads", "s, /", json_loads},
    {"_quote", "s, ensure_ascii, /", json_quote},
    {"_scan", "s, idx, /", json_scan},
    {"_scan_hooked", "s, idx, strict, ints, floats, constants, /", json_scan_hooked},
    {"_scan_string", "s, idx, strict, /", json_scan_string},
};
constinit const auto functions = function_table(rows);

bool fill(Run& run, Module* module) {
    return add_to_module(run, module, "JSONDecodeError", Value::cell(exception_class(ExceptionType::JSONDecodeError)));
}

}  // namespace

extern const NativeModule module_json;
constinit const NativeModule module_json = {"json", functions, fill};

}  // namespace exmonty
