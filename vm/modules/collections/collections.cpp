// collections: the native part. The other classes are Python of the prelude, around these.
// https://docs.python.org/3/library/collections.html
#include "vm/modules/collections/collections.h"

#include "vm/base/text_sink.h"
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
    FixedText<64> text;
    text.append("collections.");
    text.append(type->name_str->view());
    type->name = name_of_c_class(text.view());
    return NONE;
}

// The first pair of a dict, taken out.
Value pop_first(Run& run, Value* args, uint32_t) {
    Dict* dict = as<Dict>(payload(args[0]));
    if (!dict) return run.type_error({"a dict is required"});
    const uint32_t first = dict_first(dict);
    if (first >= dict->used) return run.raise_with(ExceptionType::KeyError, {run.text("dictionary is empty")});
    const Value pair = run.tuple({dict->entries[first].key, dict->entries[first].value});
    dict_delete_entry(dict, first);
    return pair;
}

constexpr NativeRow rows[] = {
    {"_count_elements", "mapping, iterable, /", count_elements},
    {"_name_in_messages", "cls, /", name_in_messages},
    {"_pop_first", "mapping, /", pop_first},
};
constinit const auto functions = function_table(rows);
constexpr const Class* classes[] = {&deque_iterator_class, &deque_reverse_iterator_class, &deque_class};

}  // namespace

extern const NativeModule module_collections;
constinit const NativeModule module_collections = {"collections", functions, nullptr, classes};

}  // namespace exmonty
