// functools: the native part. Functions that decorate are Python of the prelude, around these.
// https://docs.python.org/3/library/functools.html
#include "vm/modules/functools/functools.h"

#include "vm/modules/modules.h"

namespace exmonty {
namespace {

constexpr NativeRow rows[] = {
    {"cmp_to_key", "mycmp", cmp_to_key},
    {"reduce", "function, iterable, /, initial=None", reduce},
};
constinit const auto functions = function_table(rows);
constexpr const Class* classes[] = {&partial_class, &placeholder_class, &lru_cache_wrapper_class, &key_wrapper_class};

bool fill(Run& run, Module* module) {
    return dict_remove(run, module->dict, new_str(run.heap, "KeyWrapper")) &&
           add_to_module(run, module, "_lru_cache_wrapper", Value::cell(&lru_cache_wrapper_class)) &&
           add_to_module(run, module, "Placeholder", Value::cell(new_record(run.heap, &placeholder_class, 0)));
}

}  // namespace

extern const NativeModule module_functools;
constinit const NativeModule module_functools = {"functools", functions, fill, classes};

}  // namespace exmonty
