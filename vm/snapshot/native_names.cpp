#include "vm/snapshot/native_names.h"

#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/run.h"
#include "vm/runtime/protocol.h"
#include "vm/runtime/type_call.h"

namespace exmonty {


namespace {

// Those that are no exceptions and cannot be found by name in builtins.
constexpr const Class* static_classes[] = {
    &object_class, &type_class, &none_class, &ellipsis_class, &not_implemented_class, &int_class, &bool_class, &float_class,
    &str_class, &bytes_class, &tuple_class, &list_class, &dict_class, &dict_keys_class, &dict_values_class,
    &dict_items_class, &set_class, &frozenset_class, &range_class, &slice_class, &range_iterator_class,
    &list_iterator_class, &list_reverse_iterator_class, &tuple_iterator_class, &str_iterator_class,
    &str_ascii_iterator_class, &dict_key_iterator_class, &dict_value_iterator_class, &dict_item_iterator_class,
    &dict_reverse_key_iterator_class, &dict_reverse_value_iterator_class, &dict_reverse_item_iterator_class,
    &function_class, &method_class, &native_function_class, &method_descriptor_class, &class_method_descriptor_class, &wrapper_descriptor_class,
    &method_wrapper_class, &getset_descriptor_class, &cell_class, &generator_class, &module_class, &code_class, &traceback_class,
    &property_class, &class_method_class, &static_method_class, &super_class, &generic_alias_class, &union_class,
    &mapping_proxy_class, &set_iterator_class, &long_range_iterator_class, &sequence_iterator_class,
    &bytes_iterator_class, &callable_iterator_class,
    &map_class, &filter_class, &zip_class, &enumerate_class, &reversed_class,
};

constexpr std::string_view module_mark = ":";
// Before the class whose dunder method it is; alone for the rows that classes share.
constexpr std::string_view operation_owner = "=";
// Before the class that it makes instances of.
constexpr std::string_view constructor_mark = "+";

bool has_own_row(const Class* type, const NativeFunction* native) {
    return type->rows && native >= type->rows && native < type->rows + type->row_count;
}

bool is_constructor(const Class* type, const NativeFunction* native) { return type->operations && type->operations->constructor == native; }

// The first class that fits, of those that are not made by Python code; nullptr: none.
template <class Fits>
const Class* first_static_class(const Fits& fits) {
    for (const Class* type : static_classes)
        if (fits(type)) return type;
    for (const ExceptionRow& row : exception_rows)
        if (fits(exception_class(row.type))) return exception_class(row.type);
    for (const NativeModule* module : native_modules())
        for (const Class* type : module->classes)
            if (fits(type)) return type;
    return nullptr;
}

bool has_name(const Class* type, std::string_view name) {
    FixedText<128> text;
    append_class_name(text, type);
    return text.view() == name;
}

const NativeFunction* find_operation(std::string_view name) {
    for (const Class* type : static_classes)
        if (const NativeFunction* found = type->operations ? operation_wrapper(type->operations, name) : nullptr) return found;
    return nullptr;
}

// The value of a name in builtins when it is a static cell.
template <class T>
const T* find_builtin(Run& run, const Dict* builtins, std::string_view name) {
    Str* key = static_str(name);
    if (!key) key = new_str(run.heap, name);
    const T* found = key ? as<T>(dict_get(run, builtins, key)) : nullptr;
    return found && found->is_immortal() ? found : nullptr;
}

}  // namespace

void append_class_name(TextSink& sink, const Class* type) {
    if (std::string_view(type->module_name) != "builtins") {
        sink.append(type->module_name);
        sink.append('.');
    }
    sink.append(short_name(type));
}

void append_native_owner(TextSink& sink, const NativeFunction* native) {
    if (native->flags & NativeFunction::wrapper) {
        sink.append(operation_owner);
        if (const Class* owner = wrapper_owner(native)) append_class_name(sink, owner);
        return;
    }
    if (const NativeModule* module = module_with_any_row(native)) {
        sink.append(module_mark);
        sink.append(module->name);
        return;
    }
    const Class* owner = first_static_class([&](const Class* type) { return has_own_row(type, native) || is_constructor(type, native); });
    if (!owner) return;
    if (is_constructor(owner, native)) sink.append(constructor_mark);
    append_class_name(sink, owner);
}

const Class* find_static_class(Run& run, const Dict* builtins, std::string_view name) {
    if (const Class* found = first_static_class([&](const Class* type) { return has_name(type, name); })) return found;
    return find_builtin<Class>(run, builtins, name);
}

const NativeFunction* find_static_native(Run& run, const Dict* builtins, std::string_view owner, std::string_view name) {
    if (owner == operation_owner) return find_operation(name);
    if (owner.substr(0, 1) == operation_owner) {
        const Class* type = find_static_class(run, builtins, owner.substr(1));
        return type ? operation_wrapper(type, name) : nullptr;
    }
    if (owner.empty()) {
        Value build = build_class_function();
        if (cast<NativeFunction>(build)->name == name) return cast<NativeFunction>(build);
        return find_builtin<NativeFunction>(run, builtins, name);
    }
    if (owner.substr(0, 1) == module_mark) {
        const NativeModule* module = find_native_module(owner.substr(1));
        return module ? find_any_row(module, name) : nullptr;
    }
    const bool constructs = owner.substr(0, 1) == constructor_mark;
    const Class* type = find_static_class(run, builtins, owner.substr(constructs ? 1 : 0));
    if (!type) return nullptr;
    if (!constructs) return find_row(type, name);
    const NativeFunction* row = type->operations ? type->operations->constructor : nullptr;
    return row && row->name == name ? row : nullptr;
}

}  // namespace exmonty
