#include "vm/objects/struct_sequence.h"

#include "vm/objects/text/builder.h"

namespace exmonty {
namespace {

const TypeOperations& tuple_operations() { return *tuple_class.operations; }

// A struct sequence as the tuple that it is; other values as they are.
Value plain(Value value) {
    const Record* record = as<Record>(value);
    return record && record->small == 1 && is_kind(record->fields[0], Kind::Tuple) ? record->fields[0] : value;
}

}  // namespace

const Tuple* struct_items(Value self) {
    const Tuple* items = as<Tuple>(plain(self));
    return items ? items : empty_tuple;
}

Value new_struct(Run& run, const Class* type, std::initializer_list<Value> items) {
    for (Value item : items)
        if (is_result(item)) return item;
    Value tuple = run.tuple(items);
    if (is_result(tuple)) return tuple;
    Record* record = new_record(run.heap, type, 1);
    record->fields[0] = tuple;
    return Value::cell(record);
}

// The items are plain values, whose repr needs no Python code.
Value struct_repr(Run& run, const StructType& type, Value self) {
    const Tuple* items = struct_items(self);
    TextBuilder text(run);
    text.append(type.module);
    text.append('.');
    text.append(type.name);
    text.append('(');
    for (uint32_t i = 0; i < items->count && i < type.fields.size(); i++) {
        Value shown = run.repr(items->items[i]);
        if (is_result(shown)) return shown;
        if (i > 0) text.append(", ");
        text.append(type.fields[i]);
        text.append('=');
        text.append(cast<Str>(shown)->view());
    }
    text.append(')');
    return text.str();
}

Value struct_field(Run& run, const Class* type, Value self, size_t number) {
    const Record* record = as<Record>(self);
    const Tuple* items = struct_items(self);
    if (!record || record->type != type || number >= items->count)
        return run.type_error({"descriptor of '", type->name, "' objects doesn't apply to a '", type_name(self), "' object"});
    return items->items[number];
}

Value struct_binary(Run& run, Operator op, Value a, Value b) { return tuple_operations().binary(run, op, plain(a), plain(b)); }
Value struct_compare(Run& run, Comparison comparison, Value self, Value other) {
    return tuple_operations().compare(run, comparison, plain(self), plain(other));
}
Value struct_contains(Run& run, Value self, Value item) { return tuple_operations().contains(run, plain(self), item); }
Value struct_get_item(Run& run, Value self, Value key) { return tuple_operations().get_item(run, plain(self), key); }
Value struct_hash(Run& run, Value self) { return tuple_operations().hash(run, plain(self)); }
Value struct_iterate(Run& run, Value self) { return tuple_operations().iterate(run, plain(self)); }
Value struct_length(Run& run, Value self) { return tuple_operations().length(run, plain(self)); }

}  // namespace exmonty
