#include "vm/objects/text_of.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/hash.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"

namespace exmonty {

uint64_t identity_hash(Run& run, Value value) {
    if (!value.is_cell()) return static_cast<uint64_t>(hash_int(static_cast<int64_t>(value.bits)));
    // As if identities were addresses 16 bytes apart: the hash is the address without its low bits.
    return identity_number(run, value.as_cell());
}

// Str, tuple and int have no number of their own (their header holds the size): equal texts and ints are one object as far
// as anybody can tell, a tuple is known by its place.
static uint64_t identity_word(Run& run, Value value) {
    if (!value.is_cell()) return mix64(value.bits);
    uint64_t word = 0;
    switch (value.as_cell()->kind) {
        case Kind::Str:
        case Kind::Int: simple_hash(run, value, word); return mix64(word);
        case Kind::Tuple: return mix64(value.bits ^ run.hash_key);
        default: return identity_number(run, value.as_cell());
    }
}

uint64_t address_of(Run& run, Value value) {
    constexpr uint64_t most = (uint64_t{1} << 40) - 1;
    return 0x7f0000000000 + (identity_word(run, value) & most) * 16;
}

Value text_with_address(Run& run, std::initializer_list<std::string_view> pieces, Value value) {
    static constexpr char digits[] = "0123456789abcdef";
    uint64_t address = address_of(run, value);
    char text[18];
    char* at = text + sizeof text;
    do *--at = digits[address & 15];
    while (address >>= 4);
    std::string_view shown(at, static_cast<size_t>(text + sizeof text - at));
    std::string_view parts[8] = {"<"};
    size_t count = 1;
    for (std::string_view piece : pieces)
        if (count < 6) parts[count++] = piece;
    parts[count++] = " at 0x";
    FixedText<1024> built;
    for (size_t i = 0; i < count; i++) built.append(parts[i]);
    built.append(shown);
    built.append('>');
    return run.text(built.view());
}

Value default_repr(Run& run, Value value) {
    const Class* type = class_of(value);
    FixedText<512> qualified;
    append_qualified_name(run, qualified, type);
    return text_with_address(run, {qualified.view(), " object"}, value);
}

void append_qualified_name(Run& run, TextSink& sink, const Class* type) {
    std::string_view module = class_module(run, type);
    if (!module.empty() && module != "builtins") {
        sink.append(module);
        sink.append('.');
    }
    sink.append(type->is_builtin() ? short_name(type) : type->qualified_name->view());
}

std::string_view class_module(Run& run, const Class* type) {
    if (type->is_builtin()) return type->module_name ? type->module_name : "builtins";
    Str* module = as<Str>(dict_get(run, type->dict, name(Name::__module__)));
    return module ? module->view() : std::string_view{};
}

const Class* class_with_row(const NativeFunction* native) {
    if (const Class* owner = wrapper_owner(native)) return owner;
    for (const Class* type : builtin_classes())
        if (native >= type->rows && native < type->rows + type->row_count) return type;
    for (const ExceptionRow& row : exception_rows) {
        const Class* type = exception_class(row.type);
        if (native >= type->rows && native < type->rows + type->row_count) return type;
    }
    return nullptr;
}

std::span<const Class* const> builtin_classes() {
    static constexpr const Class* classes[] = {
        &object_class, &type_class, &int_class, &bool_class, &float_class, &str_class, &bytes_class, &tuple_class, &list_class, &dict_class,
        &set_class, &frozenset_class, &range_class, &slice_class, &property_class, &class_method_class, &static_method_class, &super_class,
        &generator_class, &function_class, &method_class, &native_function_class, &method_descriptor_class, &class_method_descriptor_class, &bytes_iterator_class, &method_wrapper_class,
        &getset_descriptor_class, &module_class, &code_class, &cell_class, &traceback_class,
        &dict_keys_class, &dict_values_class, &dict_items_class, &none_class, &ellipsis_class, &not_implemented_class, &mapping_proxy_class,
        &generic_alias_class, &union_class, &enumerate_class, &reversed_class, &list_iterator_class, &tuple_iterator_class,
        &range_iterator_class, &long_range_iterator_class, &str_iterator_class, &str_ascii_iterator_class, &list_reverse_iterator_class,
        &dict_key_iterator_class, &dict_value_iterator_class, &dict_item_iterator_class, &dict_reverse_key_iterator_class,
        &dict_reverse_value_iterator_class, &dict_reverse_item_iterator_class, &set_iterator_class, &bytes_class,
        &wrapper_descriptor_class, &map_class, &filter_class, &zip_class, &callable_iterator_class, &deque_class,
    };
    return classes;
}

}  // namespace exmonty
