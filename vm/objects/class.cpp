// Finding the class of a value, and attributes along an mro.
#include "vm/objects/class.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/exception.h"
#include "vm/objects/function.h"
#include "vm/objects/generator.h"
#include "vm/objects/instance.h"
#include "vm/objects/iterator.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

const Class* view_class(DictPart part) {
    switch (part) {
        case DictPart::Keys: return &dict_keys_class;
        case DictPart::Values: return &dict_values_class;
        case DictPart::Items: return &dict_items_class;
    }
    return nullptr;
}

const Class* dict_iterator_class(const DictIterator* iterator) {
    bool reversed = iterator->flags & DictIterator::reversed;
    switch (iterator->part()) {
        case DictPart::Keys: return reversed ? &dict_reverse_key_iterator_class : &dict_key_iterator_class;
        case DictPart::Values: return reversed ? &dict_reverse_value_iterator_class : &dict_value_iterator_class;
        case DictPart::Items: return reversed ? &dict_reverse_item_iterator_class : &dict_item_iterator_class;
    }
    return nullptr;
}

const Class* native_class(const NativeFunction* function) {
    if (function->flags & NativeFunction::slot) return &wrapper_descriptor_class;
    switch (function->binding) {
        case Binding::Static: return &native_function_class;
        case Binding::Getter: return &getset_descriptor_class;
        case Binding::ClassMethod: return &class_method_descriptor_class;
        default: return &method_descriptor_class;
    }
}

const Class* cell_class_of(const Cell* cell) {
    switch (cell->kind) {
        case Kind::Float: return &float_class;
        case Kind::Int: return &int_class;
        case Kind::Str: return &str_class;
        case Kind::Bytes: return &bytes_class;
        case Kind::Tuple: return &tuple_class;
        case Kind::List: return &list_class;
        case Kind::Dict: return &dict_class;
        case Kind::Set: return &set_class;
        case Kind::FrozenSet: return &frozenset_class;
        case Kind::Deque: return &deque_class;
        case Kind::Range: return &range_class;
        case Kind::Slice: return &slice_class;
        case Kind::RangeIterator: return &range_iterator_class;
        case Kind::ListIterator:
            return cell->flags & ListIterator::reversed ? &list_reverse_iterator_class : &list_iterator_class;
        case Kind::TupleIterator: return &tuple_iterator_class;
        case Kind::StrIterator:
            return static_cast<const StrIterator*>(cell)->ascii_only() ? &str_ascii_iterator_class : &str_iterator_class;
        case Kind::DictIterator: return dict_iterator_class(static_cast<const DictIterator*>(cell));
        case Kind::DictView: return view_class(static_cast<const DictView*>(cell)->part());
        case Kind::Record: return static_cast<const Record*>(cell)->type;
        case Kind::Function:
        case Kind::External: return &function_class;
        case Kind::Method: {
            Value function = static_cast<const Method*>(cell)->function;
            if (!is_kind(function, Kind::NativeFunction)) return &method_class;
            const NativeFunction* native = static_cast<const NativeFunction*>(function.as_cell());
            return native->flags & NativeFunction::slot ? &method_wrapper_class : &native_function_class;
        }
        case Kind::NativeFunction: return native_class(static_cast<const NativeFunction*>(cell));
        case Kind::Class: {
            const Class* metaclass = static_cast<const Class*>(cell)->metaclass;
            return metaclass ? metaclass : &type_class;
        }
        case Kind::Instance: return static_cast<const Instance*>(cell)->shape->type;
        case Kind::Exception: return static_cast<const Exception*>(cell)->type;
        case Kind::Traceback: return &traceback_class;
        case Kind::ClosureCell: return &cell_class;
        case Kind::Generator: return &generator_class;
        case Kind::Module: return &module_class;
        case Kind::Code: return &code_class;
        // Cells that Python never sees.
        case Kind::Free:
        case Kind::StrBuffer:
        case Kind::CodeInstance:
        case Kind::Shape:
        case Kind::WorkStack: return &object_class;
    }
    return &object_class;
}

}  // namespace

const Class* class_of(Value value) {
    if (value.is_int()) return &int_class;
    if (value.is_inline_float()) return &float_class;
    if (value.is_cell()) return cell_class_of(value.as_cell());
    if (is_bool(value)) return &bool_class;
    if (value == NONE) return &none_class;
    if (value == ELLIPSIS) return &ellipsis_class;
    if (value == NOT_IMPLEMENTED) return &not_implemented_class;
    return &object_class;
}

Value payload(Value value) {
    Instance* instance = as<Instance>(value);
    return instance && instance->shape->type->flags & Class::has_payload ? instance->slots[0] : value;
}

const NativeFunction* find_row(const Class* type, std::string_view name) {
    uint32_t low = 0;
    uint32_t high = type->row_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (std::string_view(type->rows[middle].name) < name) low = middle + 1;
        else high = middle;
    }
    return low < type->row_count && type->rows[low].name == name ? &type->rows[low] : nullptr;
}

bool has_row(const Class* type, const NativeFunction* native) {
    for (uint32_t i = 0; i < type->mro_count; i++) {
        const Class* at = type->mro[i];
        if (native >= at->rows && native < at->rows + at->row_count) return true;
    }
    return false;
}

static Value own_attribute(Run& run, const Class* type, const Str* name) {
    if (!type->is_builtin()) return dict_get(run, type->dict, name);
    if (const NativeFunction* row = find_row(type, name->view())) return Value::cell(row);
    if (type->flags & Class::unhashable && name->view() == "__hash__") return NONE;
    const NativeFunction* row = operation_wrapper(type, name->view());
    return row ? Value::cell(row) : UNBOUND;
}

Value class_lookup(Run& run, const Class* type, const Str* name) {
    if (const Value* known = run.lookups.of_class(type, name)) return *known;
    Value found = UNBOUND;
    for (uint32_t i = 0; i < type->mro_count && found == UNBOUND; i++) found = own_attribute(run, type->mro[i], name);
    run.lookups.keep(type, name, found);
    return found;
}

Value class_lookup_after(Run& run, const Class* type, const Class* after, const Str* name) {
    uint32_t i = 0;
    while (i < type->mro_count && type->mro[i] != after) i++;
    for (i++; i < type->mro_count; i++) {
        Value found = own_attribute(run, type->mro[i], name);
        if (found != UNBOUND) return found;
    }
    return UNBOUND;
}

// A shape's `count` is the version that inline caches guard on. The tree is at most Shape::slot_limit deep.
static void shapes_changed(Shape* shape) {
    if (!shape) return;
    shape->count++;
    for (uint32_t i = 0; i < shape->transition_count; i++) shapes_changed(shape->transitions[i]);
}

void class_changed(Class* type) {
    // The tree of subclasses can be deep; a class moves its version once for each way to it, which does no harm.
    Class* pending[64];
    uint32_t count = 0;
    pending[count++] = type;
    while (count) {
        Class* current = pending[--count];
        current->version++;
        shapes_changed(current->root_shape);
        for (uint32_t i = 0; i < current->subclass_count; i++) {
            if (count < 64) pending[count++] = current->subclasses[i];
            else class_changed(current->subclasses[i]);
        }
    }
}

const char* name_of_c_class(std::string_view text) {
    for (const char* name : {"collections.defaultdict", "collections.OrderedDict"})
        if (name == text) return name;
    return nullptr;
}

std::string_view class_name(const Class* type) { return type->name ? type->name : type->name_str->view(); }

std::string_view type_name(Value value) { return class_name(class_of(value)); }

}  // namespace exmonty
