// collections: the native part. The other classes are Python of the prelude, around these.
// https://docs.python.org/3/library/collections.html
#include "vm/modules/collections/collections.h"

#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"

namespace exmonty {

extern const Class deque_iterator_class;
extern const Class deque_reverse_iterator_class;

namespace {

// Classes of the prelude that CPython writes in C: messages name them with their module.
Value name_in_messages(Run&, Value* args, uint32_t) {
    Class* type = as<Class>(args[0]);
    if (!type || type->is_builtin()) return NONE;
    for (const char* name : {"collections.defaultdict", "collections.OrderedDict"})
        if (std::string_view(name).ends_with(type->name_str->view())) type->name = name;
    return NONE;
}

constexpr NativeRow rows[] = {
    {"_count_elements", "mapping, iterable, /", count_elements},
    {"_name_in_messages", "cls, /", name_in_messages},
};
constinit const auto functions = function_table(rows);
constexpr const Class* classes[] = {&deque_iterator_class, &deque_reverse_iterator_class, &deque_class};

}  // namespace

extern const NativeModule module_collections;
constinit const NativeModule module_collections = {"collections", functions, nullptr, classes};

}  // namespace exmonty
