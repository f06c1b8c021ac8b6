// Attribute access on any value, by the rules of
// https://docs.python.org/3/howto/descriptor.html#invocation-from-an-instance
#include "vm/runtime/attribute.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/function.h"
#include "vm/objects/module.h"
#include "vm/runtime/call.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

Value new_method(Run& run, Value function, Value self) {
    Method* method = run.heap.allocate<Method>();
    method->function = function;
    method->self = self;
    return Value::cell(method);
}

bool has_special(Run& run, const Class* type, Name name) {
    return !type->is_builtin() && run.special(type, name) != UNBOUND;
}

Value bind_property(Run& run, Record* property, Value object, const Class* type) {
    if (object == UNBOUND) return Value::cell(property);
    Value getter = property->fields[property_field::getter];
    if (getter != NONE) return run.call(getter, {object});
    Str* name = as<Str>(property->fields[property_field::name]);
    if (!name) return run.raise(ExceptionType::AttributeError, {"property of '", class_name(type), "' object has no getter"});
    return run.raise(ExceptionType::AttributeError, {"property '", name->view(), "' of '", class_name(type), "' object has no getter"});
}

// The builtin class that a wrapped `__new__` was found on.
const Class* constructing_class(const Class* type, const NativeFunction* native) {
    if (const Class* owner = wrapper_owner(native)) return owner;
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i]->is_builtin() && type->mro[i]->operations && operation_wrapper(type->mro[i]->operations, native->name) == native) return type->mro[i];
    return type;
}

Value bind_native(Run& run, const NativeFunction* native, Value object, const Class* type) {
    switch (native->binding) {
        case Binding::Static:
            // `__new__` knows whose it is.
            if (native->flags & NativeFunction::wrapper) return new_method(run, Value::cell(native), Value::cell(constructing_class(type, native)));
            return Value::cell(native);
        case Binding::ClassMethod: return new_method(run, Value::cell(native), Value::cell(type));
        case Binding::Method: return object == UNBOUND ? Value::cell(native) : new_method(run, Value::cell(native), object);
        case Binding::Getter:
            if (object == UNBOUND) return Value::cell(native);
            return call_native(run, native, {UNBOUND, &object, 1, nullptr});
    }
    return Value::cell(native);
}

Value module_attribute(Run& run, Module* module, Str* name) {
    Value value = dict_get(run, module->dict, name);
    if (value != UNBOUND) return value;
    return equal(name, exmonty::name(Name::__dict__)) ? Value::cell(module->dict) : UNBOUND;
}

// Attributes of a class object: its metaclass's data descriptors, then along its own mro, then the metaclass's others.
Value class_attribute(Run& run, Value object, Str* name) {
    const Class* type = cast<Class>(object);
    const Class* metaclass = class_of(object);
    Value meta = class_lookup(run, metaclass, name);
    if (meta != UNBOUND && is_data_descriptor(run, meta)) return bind_attribute(run, meta, object, metaclass);
    Value found = class_lookup(run, type, name);
    if (found != UNBOUND) return bind_attribute(run, found, UNBOUND, type);
    return meta == UNBOUND ? UNBOUND : bind_attribute(run, meta, object, metaclass);
}

}  // namespace

Value bind_attribute(Run& run, Value found, Value object, const Class* type) {
    if (!found.is_cell()) return found;
    Cell* cell = found.as_cell();
    switch (cell->kind) {
        case Kind::Function: return object == UNBOUND ? found : new_method(run, found, object);
        case Kind::NativeFunction: return bind_native(run, static_cast<NativeFunction*>(cell), object, type);
        case Kind::Record: {
            Record* record = static_cast<Record*>(cell);
            if (record->type == &property_class) return bind_property(run, record, object, type);
            if (record->type == &class_method_class) return new_method(run, record->fields[method_field::function], Value::cell(type));
            if (record->type == &static_method_class) return record->fields[method_field::function];
            if (record->type == &super_class && object != UNBOUND && record->fields[super_field::object] == UNBOUND)
                return new_super(run, record->fields[super_field::type], object);
            if (record->type->flags & Class::binds_as_method) return object == UNBOUND ? found : new_method(run, found, object);
            return found;
        }
        case Kind::Instance: {
            const Class* descriptor = class_of(found);
            Value getter = run.special(descriptor, Name::__get__);
            if (getter == UNBOUND) {
                Value held = payload(found);
                return held == found || !is_kind(held, Kind::Record) ? found : bind_attribute(run, held, object, type);
            }
            return call_special_method(run, getter, found, {object == UNBOUND ? NONE : object, Value::cell(type)});
        }
        default: return found;
    }
}

Value bind_special(Run& run, Value method, Value self) {
    if (is_kind(method, Kind::Function)) return method;
    if (is_kind(method, Kind::NativeFunction) && cast<NativeFunction>(method)->binding == Binding::Method) return method;
    return bind_attribute(run, method, self, class_of(self));
}

bool is_data_descriptor(Run& run, Value found) {
    if (!found.is_cell()) return false;
    Cell* cell = found.as_cell();
    if (cell->kind == Kind::NativeFunction) return static_cast<NativeFunction*>(cell)->binding == Binding::Getter;
    if (cell->kind == Kind::Record) return static_cast<Record*>(cell)->type == &property_class;
    if (cell->kind != Kind::Instance) return false;
    const Class* type = class_of(found);
    return run.special(type, Name::__set__) != UNBOUND || run.special(type, Name::__delete__) != UNBOUND ||
           as_record(payload(found), &property_class);
}

Value super_attribute(Run& run, Value super, Str* name) {
    Record* record = cast<Record>(super);
    Class* start = as<Class>(record->fields[super_field::type]);
    Class* object_type = as<Class>(record->fields[super_field::object_type]);
    if (!start || !object_type || equal(name, exmonty::name(Name::__class__))) return UNBOUND;
    Value found = class_lookup_after(run, object_type, start, name);
    if (found == UNBOUND) return UNBOUND;
    Value object = record->fields[super_field::object];
    // Bound to a class (in a class method), plain functions stay functions.
    bool bound_to_class = object == Value::cell(object_type);
    return bind_attribute(run, found, bound_to_class ? UNBOUND : object, object_type);
}

Value generic_attribute(Run& run, Value object, Str* name) {
    if (is_kind(object, Kind::Class)) return class_attribute(run, object, name);
    const Class* type = class_of(object);
    if (Module* module = as<Module>(object)) {
        Value value = module_attribute(run, module, name);
        if (value != UNBOUND) return value;
    }
    if (type == &super_class) {
        Value value = super_attribute(run, object, name);
        if (value != UNBOUND) return value;
    }
    Value found = class_lookup(run, type, name);
    if (found != UNBOUND && is_data_descriptor(run, found)) return bind_attribute(run, found, object, type);
    Value own = own_attribute(run, object, name);
    if (own != UNBOUND) return own;
    if (equal(name, exmonty::name(Name::__dict__)) && AttributeStore(object)) {
        Dict* dict = own_dict(run, object);
        return dict ? Value::cell(dict) : run.refused();
    }
    if (type->operations && type->operations->get_attribute) {
        own = type->operations->get_attribute(run, payload(object), name);
        if (own != UNBOUND) return own;
    }
    return found == UNBOUND ? UNBOUND : bind_attribute(run, found, object, type);
}

Value raise_attribute_error(Run& run, Value object, Str* name) {
    Value result;
    if (Class* type = as<Class>(object)) {
        result = run.raise(ExceptionType::AttributeError, {"type object '", class_name(type), "' has no attribute '", name->view(), "'"});
    } else if (Module* module = as<Module>(object)) {
        result = run.raise(ExceptionType::AttributeError, {"module '", module->name->view(), "' has no attribute '", name->view(), "'"});
    } else {
        result = run.raise(ExceptionType::AttributeError, {"'", type_name(object), "' object has no attribute '", name->view(), "'"});
    }
    if (Exception* error = as<Exception>(run.pending)) set_details(run, error, DetailGroup::AttributeError, {Value::cell(name), object});
    return result;
}

Value Run::get_attribute(Value object, Str* name) {
    const Class* type = class_of(object);
    if (has_special(*this, type, Name::__getattribute__) || has_special(*this, type, Name::__getattr__))
        return push_step(StepId::get_attribute, {object, Value::cell(name)});
    Value result = generic_attribute(*this, object, name);
    return result == UNBOUND ? raise_attribute_error(*this, object, name) : result;
}

// A pending AttributeError that does not say what it is about is about this.
static void name_attribute_error(Run& run, Value object, Str* name) {
    constexpr DetailGroup group = DetailGroup::AttributeError;
    Exception* error = as<Exception>(run.pending);
    if (!error || detail_group(error->type) != group) return;
    if (exception_detail(run, error, group, detail::attribute_name) != UNBOUND) return;
    if (exception_detail(run, error, group, detail::attribute_object) != UNBOUND) return;
    set_details(run, error, group, {Value::cell(name), object});
}

// Slots: object, name. States: 0 start, 1 the attribute comes (an AttributeError leads on to __getattr__), 2 its result comes.
Value step_get_attribute(Run& run, Frame& frame, Value in) {
    Value object = frame.base[0];
    Str* name = as<Str>(frame.base[1]);
    if (!name) return run.raise(ExceptionType::SystemError, {"bad attribute name"});
    const Class* type = class_of(object);
    if (frame.state == 2) {
        if (in == RAISED) name_attribute_error(run, object, name);
        return in;
    }
    if (frame.state == 0) {
        Value own = run.special(type, Name::__getattribute__);
        Value result = own != UNBOUND && !is_kind(own, Kind::NativeFunction)
                           ? call_special_method(run, own, object, {frame.base[1]})
                           : generic_attribute(run, object, name);
        if (result == COLLECT) return result;
        if (result == UNBOUND) {
            if (run.special(type, Name::__getattr__) == UNBOUND) return raise_attribute_error(run, object, name);
        } else {
            if (!is_result(result)) return result;
            frame.state = 1;
            if (result != RAISED) return result;
            in = RAISED;
        }
    } else if (in != RAISED) {
        return in;
    }
    if (frame.state == 1 && run.special(type, Name::__getattr__) == UNBOUND) return RAISED;
    if (frame.state == 1 && !run.take_pending(ExceptionType::AttributeError)) return RAISED;
    frame.state = 2;
    return run.call_special(object, Name::__getattr__, {frame.base[1]});
}

Value Run::find_attribute(Value object, Str* name) {
    const Class* type = class_of(object);
    if (has_special(*this, type, Name::__getattribute__) || has_special(*this, type, Name::__getattr__))
        return get_attribute(object, name);
    return generic_attribute(*this, object, name);
}

bool load_special_method(Run& run, Value object, Name which, Value* window) {
    const Class* type = class_of(object);
    Value found = type->is_builtin() ? class_lookup(run, type, exmonty::name(which)) : run.special(type, which);
    if (found == UNBOUND) return false;
    bool binds = is_kind(found, Kind::Function) ||
                 (is_kind(found, Kind::NativeFunction) && cast<NativeFunction>(found)->binding == Binding::Method);
    window[0] = binds ? found : bind_attribute(run, found, object, type);
    window[1] = binds ? object : UNBOUND;
    return !is_result(window[0]);
}

Value set_class_attribute(Run& run, Class* type, Str* name, Value value) {
    bool deletes = value == UNBOUND;
    if (type->is_builtin()) {
        return run.type_error({"cannot set '", name->view(), "' attribute of immutable type '", class_name(type), "'"});
    }
    Value meta = class_lookup(run, class_of(Value::cell(type)), name);
    if (meta != UNBOUND && is_kind(meta, Kind::NativeFunction) && type_class.operations && type_class.operations->set_attribute) {
        Value done = type_class.operations->set_attribute(run, Value::cell(type), name, value);
        if (done != UNBOUND) return done;
    }
    Value before = dict_get(run, type->dict, name);
    if (deletes) {
        if (before == UNBOUND) return raise_attribute_error(run, Value::cell(type), name);
        dict_remove(run, type->dict, name);
        class_changed(type);
        return NONE;
    }
    if (!dict_set(run, type->dict, name, value)) return run.refused();
    if (before == UNBOUND || !is_unreported_data(before) || !is_unreported_data(value)) class_changed(type);
    return NONE;
}

// `object.__dict__ = value`, or its deletion.
static Value replace_own_dict(Run& run, Value object, Value value) {
    Dict* dict = nullptr;
    if (value != UNBOUND) {
        dict = as<Dict>(payload(value));
        if (!dict) return run.type_error({"__dict__ must be set to a dictionary, not a '", type_name(value), "'"});
    } else {
        if (!is_kind(object, Kind::Instance)) return run.type_error({"cannot delete __dict__"});
        dict = new_dict(run.heap);
    }
    return set_own_dict(run, object, dict) ? NONE : run.refused();
}

Value generic_set_attribute(Run& run, Value object, Str* name, Value value) {
    bool deletes = value == UNBOUND;
    if (Class* type = as<Class>(object)) return set_class_attribute(run, type, name, value);
    if (Module* module = as<Module>(object)) {
        if (!deletes) return dict_set(run, module->dict, name, value) ? NONE : run.refused();
        return dict_remove(run, module->dict, name) ? NONE : raise_attribute_error(run, object, name);
    }
    const Class* type = class_of(object);
    Value found = class_lookup(run, type, name);
    if (Record* property = as_record(payload(found), &property_class)) {
        Value function = property->fields[deletes ? property_field::deleter : property_field::setter];
        if (function != NONE) return deletes ? run.call(function, {object}) : run.call(function, {object, value});
        Str* shown = as<Str>(property->fields[property_field::name]);
        return run.raise(ExceptionType::AttributeError,
                         {"property ", shown ? "'" : "", shown ? shown->view() : "", shown ? "' " : "", "of '", class_name(type),
                          "' object has no ", deletes ? "deleter" : "setter"});
    }
    if (is_kind(found, Kind::Instance)) {
        Value method = run.special(class_of(found), deletes ? Name::__delete__ : Name::__set__);
        if (method != UNBOUND)
            return deletes ? call_special_method(run, method, found, {object}) : call_special_method(run, method, found, {object, value});
    }
    if (type->operations && type->operations->set_attribute) {
        Value done = type->operations->set_attribute(run, payload(object), name, value);
        if (done != UNBOUND) return done;
    }
    if (is_data_descriptor(run, found))
        return run.raise(ExceptionType::AttributeError, {"attribute '", name->view(), "' of '", class_name(type), "' objects is not writable"});
    if (AttributeStore(object)) {
        if (equal(name, exmonty::name(Name::__dict__))) return replace_own_dict(run, object, value);
        if (!deletes) return set_own_attribute(run, object, name, value) ? NONE : run.refused();
        return delete_own_attribute(run, object, name) ? NONE : raise_attribute_error(run, object, name);
    }
    if (found != UNBOUND)
        return run.raise(ExceptionType::AttributeError, {"'", class_name(type), "' object attribute '", name->view(), "' is read-only"});
    return run.raise(ExceptionType::AttributeError, {"'", class_name(type), "' object has no attribute '", name->view(),
                                                     "' and no __dict__ for setting new attributes"});
}

Value Run::set_attribute(Value object, Str* name, Value value) {
    const Class* type = class_of(object);
    bool deletes = value == UNBOUND;
    if (!type->is_builtin()) {
        Value method = special(type, deletes ? Name::__delattr__ : Name::__setattr__);
        if (method != UNBOUND && !is_kind(method, Kind::NativeFunction))
            return deletes ? call_special_method(*this, method, object, {Value::cell(name)})
                           : call_special_method(*this, method, object, {Value::cell(name), value});
    }
    return generic_set_attribute(*this, object, name, value);
}

}  // namespace exmonty
