#include "vm/runtime/op_attribute.h"

#include "vm/objects/attributes.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/function.h"
#include "vm/objects/module.h"
#include "vm/runtime/call.h"
#include "vm/runtime/op_name.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

// Registers hold UNBOUND for a local that has no value.
bool is_bound(Run& run, Frame* frame, Value object, uint32_t number) {
    if (object != UNBOUND) return true;
    raise_unbound_local(run, frame->code->code, number);
    return false;
}

bool has_own(Run& run, const Class* type, Name name) {
    Value method = run.special(type, name);
    return method != UNBOUND && !is_kind(method, Kind::NativeFunction);
}

bool binds_as_method(Value found) {
    return is_kind(found, Kind::Function) ||
           (is_kind(found, Kind::NativeFunction) && cast<NativeFunction>(found)->binding == Binding::Method);
}

// Whether reading this from a class through an instance gives it as it is, now and as long as the class does not change.
bool is_plain_value(Run& run, Value found) {
    if (!found.is_cell()) return true;
    switch (found.as_cell()->kind) {
        case Kind::Function:
        case Kind::NativeFunction: return false;
        case Kind::Record: {
            const Class* type = cast<Record>(found)->type;
            if (type->flags & Class::binds_as_method || type == &super_class) return false;
            return type != &property_class && type != &class_method_class && type != &static_method_class;
        }
        case Kind::Instance: return run.special(class_of(found), Name::__get__) == UNBOUND && payload(found) == found;
        default: return true;
    }
}

// The function that reading a property calls, if that needs no binding; else UNBOUND.
Value plain_getter(Run& run, const Class* type, Value found) {
    Record* property = as_record(found, &property_class);
    // An AttributeError of a getter leads on to __getattr__.
    if (!property || run.special(type, Name::__getattr__) != UNBOUND) return UNBOUND;
    Value getter = property->fields[property_field::getter];
    return is_plain_call(getter, 1 << 16) ? getter : UNBOUND;
}

// What reading or calling `name` does for instances of this shape; guard nullptr: it depends on more than that.
Cache cache_of_load(Run& run, Shape* shape, Str* name, SiteUse use) {
    constexpr Cache none{nullptr, 0, 0, NONE};
    if (shape->flags & Shape::dictionary || has_own(run, shape->type, Name::__getattribute__)) return none;
    Value found = class_lookup(run, shape->type, name);
    int64_t slot = shape_slot(shape, name);
    if (slot >= 0) {
        if (use == SiteUse::Method || (found != UNBOUND && is_data_descriptor(run, found))) return none;
        return {shape, shape->count, cache_slot | static_cast<uint32_t>(slot), NONE};
    }
    if (found == UNBOUND) return none;
    if (use == SiteUse::Method) return binds_as_method(found) ? Cache{shape, shape->count, cache_value, found} : none;
    if (Value getter = plain_getter(run, shape->type, found); getter != UNBOUND) return {shape, shape->count, cache_getter, getter};
    if (!is_plain_value(run, found) || is_unreported_data(found)) return none;
    return {shape, shape->count, cache_value, found};
}

// Whether the site's cache is now for this instance.
bool fill_load(Run& run, Cache& cache, Instance* instance, Str* name, SiteUse use) {
    Shape* shape = instance->shape;
    if (const Cache* known = run.lookups.of_site(shape, name, use)) {
        cache = *known;
        return true;
    }
    Cache filled = cache_of_load(run, shape, name, use);
    if (!filled.guard) return false;
    cache = filled;
    run.lookups.keep(filled, name, use);
    return true;
}

}  // namespace

Value load_attribute(Run& run, Frame* frame, uint32_t site, Value object) {
    if (!is_bound(run, frame, object, b_of(frame->pc[-2]))) return RAISED;
    Str* name = site_name(frame, site);
    Cache& cache = frame->code->caches[site];
    Instance* instance = as<Instance>(object);
    if (!instance || !fill_load(run, cache, instance, name, SiteUse::Load)) return run.get_attribute(object, name);
    if (cache.index < cache_value) return instance->slot(cache.index);
    return cache.index < cache_getter ? cache.value : run.call(cache.value, {object});
}

// What storing `name` did to an instance that had the shape `before`; guard nullptr: nothing that can be kept.
static Cache cache_of_store(Run& run, Instance* instance, Shape* before, Str* name) {
    constexpr Cache none{nullptr, 0, 0, NONE};
    if (instance->in_dictionary_mode() || has_own(run, before->type, Name::__setattr__)) return none;
    Value found = class_lookup(run, before->type, name);
    if (found != UNBOUND && is_data_descriptor(run, found)) return none;
    int64_t slot = shape_slot(instance->shape, name);
    if (slot < 0) return none;
    uint32_t number = static_cast<uint32_t>(slot);
    if (instance->shape == before) return {before, before->count, cache_slot | number, NONE};
    if (number >= instance->small || instance->shape->parent != before) return none;
    return {before, before->count, cache_transition | number, Value::cell(instance->shape)};
}

Value store_attribute(Run& run, Frame* frame, uint32_t site, Value object, Value value) {
    if (!is_bound(run, frame, object, a_of(frame->pc[-2])) || !is_bound(run, frame, value, b_of(frame->pc[-2]))) return RAISED;
    Str* name = site_name(frame, site);
    Instance* instance = as<Instance>(object);
    if (!instance) return run.set_attribute(object, name, value);
    Shape* before = instance->shape;
    Cache& cache = frame->code->caches[site];
    if (const Cache* known = run.lookups.of_site(before, name, SiteUse::Store)) {
        cache = *known;
        if (store_cached(object, cache, value)) return NONE;
    }
    Value result = run.set_attribute(object, name, value);
    if (is_result(result)) return result;
    if (Cache filled = cache_of_store(run, instance, before, name); filled.guard) {
        cache = filled;
        run.lookups.keep(filled, name, SiteUse::Store);
    }
    return result;
}

Value delete_attribute(Run& run, Frame* frame, Value object, Str* name) {
    if (!is_bound(run, frame, object, a_of(frame->pc[-2]))) return RAISED;
    return run.set_attribute(object, name, UNBOUND);
}

Value load_method_cached(Run& run, Frame* frame, uint32_t site, Value object, Value* window) {
    if (!is_bound(run, frame, object, b_of(frame->pc[-2]))) return RAISED;
    Str* name = site_name(frame, site);
    Cache& cache = frame->code->caches[site];
    if (Instance* instance = as<Instance>(object); instance && fill_load(run, cache, instance, name, SiteUse::Method)) {
        window[0] = cache.value;
        window[1] = object;
        return NONE;
    }
    const Class* type = class_of(object);
    bool plain = type->is_builtin() || (!has_own(run, type, Name::__getattribute__));
    bool special_object = is_kind(object, Kind::Class) || is_kind(object, Kind::Module) || type == &super_class;
    if (plain && !special_object) {
        Value found = class_lookup(run, type, name);
        if (found != UNBOUND && binds_as_method(found) && own_attribute(run, object, name) == UNBOUND) {
            if (object.is_cell() && simple_class(object.as_cell()->kind) == type) cache = Cache{type, type->count, cache_value, found};
            window[0] = found;
            window[1] = object;
            return NONE;
        }
    }
    window[1] = UNBOUND;
    Value result = run.get_attribute(object, name);
    if (is_result(result)) return result;
    window[0] = result;
    return NONE;
}

namespace {

// Whether a window is that of the builtin super with a class and an instance (or class) of it; else RAISED or PUSHED.
Value checked_super(Run& run, Value* window) {
    if (window[0] != Value::cell(&super_class)) return UNBOUND;
    Class* type = as<Class>(window[1]);
    if (!type) return run.raise(ExceptionType::RuntimeError, {"super(): empty __class__ cell"});
    if (window[2] == UNBOUND) return run.raise(ExceptionType::RuntimeError, {"super(): arg[0] deleted"});
    const Class* object_type = class_of(window[2]);
    if (is_subclass(object_type, type)) return Value::cell(object_type);
    if (Class* as_type = as<Class>(window[2]); as_type && is_subclass(as_type, type)) return Value::cell(as_type);
    return run.type_error({"super(type, obj): obj (", is_kind(window[2], Kind::Class) ? "type " : "instance of ",
                           is_kind(window[2], Kind::Class) ? class_name(cast<Class>(window[2])) : class_name(object_type),
                           ") is not an instance or subtype of type (", class_name(type), ")."});
}

Value make_super(Run& run, Value* window, Value object_type) {
    Record* record = new_record(run.heap, &super_class, super_field::count);
    record->fields[super_field::type] = window[1];
    record->fields[super_field::object] = window[2];
    record->fields[super_field::object_type] = object_type;
    return Value::cell(record);
}

}  // namespace

Value load_super(Run& run, Value* window, Str* name, SuperUse use) {
    window[1] = use == SuperUse::Method ? UNBOUND : window[1];
    Value object_type = checked_super(run, window);
    if (object_type == UNBOUND) return run.push_step(StepId::super_call, {window[0], Value::cell(name), window[1], window[2]});
    if (is_result(object_type)) return object_type;
    Value result = run.get_attribute(make_super(run, window, object_type), name);
    if (is_result(result)) return result;
    window[0] = result;
    return NONE;
}

// Slots: what the name `super` means, attribute name, class, self. For programs that define a super of their own.
Value step_super_call(Run& run, Frame& frame, Value in) {
    if (frame.state == 2) return in;
    if (frame.state == 0) {
        Value result = run.call(frame.base[0], {});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    Str* name = as<Str>(frame.base[1]);
    if (!name) return run.raise(ExceptionType::SystemError, {"bad attribute name"});
    frame.state = 2;
    return run.get_attribute(in, name);
}

bool load_super_cached(const Cache& cache, Value* window) {
    Instance* instance = as<Instance>(window[2]);
    if (!instance || instance->shape->type != cache.guard || instance->shape->type->version != cache.version) return false;
    if (window[0] != Value::cell(&super_class)) return false;
    window[0] = cache.value;
    window[1] = window[2];
    return true;
}

Value load_super_method(Run& run, Cache& cache, Value* window, Str* name) {
    Value object_type = checked_super(run, window);
    if (is_result(object_type)) return object_type;
    if (object_type != UNBOUND) {
        const Class* type = cast<Class>(object_type);
        Value found = class_lookup_after(run, type, cast<Class>(window[1]), name);
        bool bound_to_class = object_type == window[2];
        if (found != UNBOUND && binds_as_method(found) && !bound_to_class) {
            // One method body, one `__class__`: the site's class never changes.
            if (is_kind(window[2], Kind::Instance)) cache = Cache{type, type->version, cache_value, found};
            window[0] = found;
            window[1] = window[2];
            return NONE;
        }
    }
    Value type = window[1];
    Value self = window[2];
    window[1] = UNBOUND;
    if (object_type == UNBOUND) return run.push_step(StepId::super_call, {window[0], Value::cell(name), type, self});
    Value parts[3] = {window[0], type, self};
    Value result = run.get_attribute(make_super(run, parts, object_type), name);
    if (is_result(result)) return result;
    window[0] = result;
    return NONE;
}

}  // namespace exmonty
