// property, classmethod, staticmethod, super, mappingproxy and generic aliases.
// https://docs.python.org/3/howto/descriptor.html
#include "vm/objects/descriptor.h"

#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/call.h"
#include "vm/runtime/unwind.h"

namespace exmonty {
namespace {

Record* self_record(Value* args) { return cast<Record>(args[0]); }

// ---- property
// https://docs.python.org/3/library/functions.html#property

Value new_property(Run& run, const Value* fields) {
    Record* made = new_record(run.heap, &property_class, property_field::count);
    for (uint32_t i = 0; i < property_field::count; i++) made->fields[i] = fields[i] == UNBOUND ? NONE : fields[i];
    return Value::cell(made);
}

Value property_new(Run& run, Value* args, uint32_t) {
    Value fields[property_field::count] = {args[0], args[1], args[2], args[3], NONE};
    if (fields[property_field::doc] == UNBOUND && is_kind(args[0], Kind::Function)) fields[property_field::doc] = cast<Function>(args[0])->doc;
    return new_property(run, fields);
}

template <uint32_t field>
Value property_with(Run& run, Value* args, uint32_t) {
    Value fields[property_field::count];
    for (uint32_t i = 0; i < property_field::count; i++) fields[i] = self_record(args)->fields[i];
    fields[field] = args[1];
    return new_property(run, fields);
}

template <uint32_t field>
Value property_part(Run&, Value* args, uint32_t) {
    return self_record(args)->fields[field];
}

// The name given by __set_name__, else that of the getter.
Value property_name(Run& run, Value* args, uint32_t) {
    Record* property = self_record(args);
    if (property->fields[property_field::name] != NONE) return property->fields[property_field::name];
    if (Function* getter = as<Function>(property->fields[property_field::getter])) return Value::cell(getter->name);
    return raise_attribute_error(run, args[0], name(Name::__name__));
}

// __get__ needs an instance or its class.
bool binds_nothing(const Value* args) { return args[1] == NONE && (args[2] == UNBOUND || args[2] == NONE); }
Value refuse_binding(Run& run) { return run.type_error({"__get__(None, None) is invalid"}); }

Value property_get(Run& run, Value* args, uint32_t) {
    if (binds_nothing(args)) return refuse_binding(run);
    return bind_attribute(run, args[0], args[1] == NONE ? UNBOUND : args[1], args[1] == NONE ? &object_class : class_of(args[1]));
}

Value property_set(Run& run, Value* args, uint32_t) {
    Value setter = self_record(args)->fields[property_field::setter];
    if (setter == NONE) return run.raise(ExceptionType::AttributeError, {"property of '", type_name(args[1]), "' object has no setter"});
    return run.call(setter, {args[1], args[2]});
}

Value property_delete(Run& run, Value* args, uint32_t) {
    Value deleter = self_record(args)->fields[property_field::deleter];
    if (deleter == NONE) return run.raise(ExceptionType::AttributeError, {"property of '", type_name(args[1]), "' object has no deleter"});
    return run.call(deleter, {args[1]});
}

Value property_set_name(Run&, Value* args, uint32_t) {
    self_record(args)->fields[property_field::name] = args[2];
    return NONE;
}

Value abstract_flag(Run& run, Value function) { return run.find_attribute(function, name(Name::__isabstractmethod__)); }

// Whether the getter, the setter or the deleter is abstract.
Value property_is_abstract(Run& run, Value* args, uint32_t) {
    for (uint32_t field : {property_field::getter, property_field::setter, property_field::deleter}) {
        Value flag = self_record(args)->fields[field] == NONE ? UNBOUND : abstract_flag(run, self_record(args)->fields[field]);
        if (flag != UNBOUND && flag != FALSE) return is_result(flag) ? flag : run.truth(flag);
    }
    return FALSE;
}

constexpr NativeRow property_rows[] = {
    {"__delete__", "self, instance, /", property_delete},
    {"__doc__", "self", property_part<property_field::doc>, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", property_get},
    {"__isabstractmethod__", "self", property_is_abstract, Binding::Getter},
    {"__name__", "self", property_name, Binding::Getter},
    {"__set__", "self, instance, value, /", property_set},
    {"__set_name__", "self, owner, name, /", property_set_name},
    {"deleter", "self, object, /", property_with<property_field::deleter>},
    {"fdel", "self", property_part<property_field::deleter>, Binding::Getter},
    {"fget", "self", property_part<property_field::getter>, Binding::Getter},
    {"fset", "self", property_part<property_field::setter>, Binding::Getter},
    {"getter", "self, object, /", property_with<property_field::getter>},
    {"setter", "self, object, /", property_with<property_field::setter>},
};
constinit const auto property_methods = native_table(Kind::Record, property_rows);
constexpr NativeRow property_constructor_rows[] = {{"property", "fget=None, fset=None, fdel=None, doc=None", property_new}};
constinit const auto property_constructor = function_table(property_constructor_rows);

Value property_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return run.call(Value::cell(&property_constructor[0]), args, count, names);
}

constexpr TypeOperations property_operations = {.construct = property_construct};
constexpr const Class* property_mro[] = {&property_class, &object_class};

// ---- classmethod and staticmethod
// https://docs.python.org/3/library/functions.html#classmethod

Value method_wrapper(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({type->name, "() takes no keyword arguments"});
    if (count != 1) return run.type_error({type->name, " expected 1 argument, got ", Digits(count).view()});
    Record* made = new_record(run.heap, type, method_field::count);
    made->fields[method_field::function] = args[0];
    return Value::cell(made);
}

// Attributes of its own: at first those that functools.wraps would take over.
Value wrapped_dict(Run& run, Value* args, uint32_t) {
    Record* wrapped = self_record(args);
    if (is_kind(wrapped->fields[method_field::dict], Kind::Dict)) return wrapped->fields[method_field::dict];
    Dict* dict = new_dict(run.heap);
    Value function = wrapped->fields[method_field::function];
    for (Name copied : {Name::__module__, Name::__name__, Name::__qualname__, Name::__doc__}) {
        bool simple = is_kind(function, Kind::Function) || is_kind(function, Kind::NativeFunction) || is_kind(function, Kind::Class);
        Value value = simple ? run.find_attribute(function, name(copied)) : UNBOUND;
        if (is_result(value)) return value;
        if (value != UNBOUND && !dict_set(run, dict, name(copied), value)) return run.refused();
    }
    return wrapped->fields[method_field::dict] = Value::cell(dict);
}

Value wrapped_annotations(Run& run, Value* args, uint32_t) {
    return run.get_attribute(self_record(args)->fields[method_field::function], name(Name::__annotations__));
}

Value wrapped_is_abstract(Run& run, Value* args, uint32_t) {
    Value flag = abstract_flag(run, self_record(args)->fields[method_field::function]);
    if (flag == UNBOUND) return FALSE;
    return is_result(flag) ? flag : run.truth(flag);
}

Value wrapped_set_attribute(Run& run, Value self, Str* name, Value value) {
    if (find_row(class_of(self), name->view())) return UNBOUND;
    Value dict = wrapped_dict(run, &self, 1);
    if (is_result(dict)) return dict;
    if (value == UNBOUND) return dict_remove(run, cast<Dict>(dict), name) ? NONE : UNBOUND;
    return dict_set(run, cast<Dict>(dict), name, value) ? NONE : run.refused();
}

Value wrapped_function(Run&, Value* args, uint32_t) { return self_record(args)->fields[method_field::function]; }
Value wrapped_get(Run& run, Value* args, uint32_t) {
    if (binds_nothing(args)) return refuse_binding(run);
    const Class* owner = args[2] != UNBOUND && is_kind(args[2], Kind::Class) ? cast<Class>(args[2]) : class_of(args[1]);
    return bind_attribute(run, args[0], args[1], owner);
}

constexpr NativeRow wrapped_rows[] = {
    {"__annotations__", "self", wrapped_annotations, Binding::Getter},
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__dict__", "self", wrapped_dict, Binding::Getter},
    {"__func__", "self", wrapped_function, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", wrapped_get},
    {"__isabstractmethod__", "self", wrapped_is_abstract, Binding::Getter},
    {"__wrapped__", "self", wrapped_function, Binding::Getter},
};
constinit const auto class_method_methods = native_table(Kind::Record, wrapped_rows);
constinit const auto static_method_methods = native_table(Kind::Record, wrapped_rows);

Value wrapped_repr(Run& run, Value self) { return run.push_step(StepId::wrapped_repr, {self}); }
Value static_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    return run.call(cast<Record>(self)->fields[method_field::function], args, count, names);
}
// What has been set on it, and what it takes over from the function.
Value wrapped_attribute(Run& run, Value self, Str* name) {
    Value dict = wrapped_dict(run, &self, 1);
    return is_result(dict) ? dict : dict_get(run, cast<Dict>(dict), name);
}

constexpr TypeOperations class_method_operations = {.repr = wrapped_repr, .get_attribute = wrapped_attribute,
                                                    .set_attribute = wrapped_set_attribute, .construct = method_wrapper};
constexpr TypeOperations static_method_operations = {
    .repr = wrapped_repr, .call = static_call, .get_attribute = wrapped_attribute, .set_attribute = wrapped_set_attribute, .construct = method_wrapper};
constexpr const Class* class_method_mro[] = {&class_method_class, &object_class};
constexpr const Class* static_method_mro[] = {&static_method_class, &object_class};

// ---- super
// https://docs.python.org/3/library/functions.html#super

// super() without arguments: class and self are those of the Python function that calls.
Value implicit_super(Run& run) {
    Frame* frame = run.frame;
    while (frame && (frame->is_step() || (frame->flags & Frame::invisible))) frame = frame->previous;
    if (!frame || !frame->function) return run.raise(ExceptionType::RuntimeError, {"super(): no current frame"});
    const CodeTemplate* code = frame->code->code;
    if (code->positional_count == 0) return run.raise(ExceptionType::RuntimeError, {"super(): no arguments"});
    Value self = frame->base[0];
    if (ClosureCell* cell = as<ClosureCell>(self)) self = cell->value;
    if (self == UNBOUND) return run.raise(ExceptionType::RuntimeError, {"super(): arg[0] deleted"});
    for (size_t i = 0; i < code->free_names.size(); i++) {
        if (code->free_names[i] != name(Name::__class__)) continue;
        ClosureCell* cell = frame->function->closure ? as<ClosureCell>(frame->function->closure->items[i]) : nullptr;
        if (!cell || !is_kind(cell->value, Kind::Class)) return run.raise(ExceptionType::RuntimeError, {"super(): empty __class__ cell"});
        return new_super(run, cell->value, self);
    }
    return run.raise(ExceptionType::RuntimeError, {"super(): __class__ cell not found"});
}

Value super_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names) return run.type_error({"super() takes no keyword arguments"});
    if (count == 0) return implicit_super(run);
    if (count > 2) return run.type_error({"super() expected at most 2 arguments, got ", Digits(count).view()});
    if (!is_kind(args[0], Kind::Class)) return run.type_error({"super() argument 1 must be a type, not ", type_name(args[0])});
    return new_super(run, args[0], count == 2 && args[1] != NONE ? args[1] : UNBOUND);
}

Value super_part(Value value) { return value == UNBOUND ? NONE : value; }
Value super_this_class(Run&, Value* args, uint32_t) { return self_record(args)->fields[super_field::type]; }
Value super_self(Run&, Value* args, uint32_t) { return super_part(self_record(args)->fields[super_field::object]); }
Value super_self_class(Run&, Value* args, uint32_t) { return super_part(self_record(args)->fields[super_field::object_type]); }

// super(type) as a class attribute, read from an instance, is super(type, instance).
Value super_get(Run& run, Value* args, uint32_t) {
    if (binds_nothing(args)) return refuse_binding(run);
    Record* record = self_record(args);
    if (args[1] == NONE || record->fields[super_field::object] != UNBOUND) return args[0];
    return new_super(run, record->fields[super_field::type], args[1]);
}

constexpr NativeRow super_rows[] = {
    {"__get__", "self, instance, owner=None, /", super_get},
    {"__self__", "self", super_self, Binding::Getter},
    {"__self_class__", "self", super_self_class, Binding::Getter},
    {"__thisclass__", "self", super_this_class, Binding::Getter},
};
constinit const auto super_methods = native_table(Kind::Record, super_rows);

Value super_repr(Run& run, Value self) {
    Record* record = cast<Record>(self);
    Class* object_type = as<Class>(record->fields[super_field::object_type]);
    std::string_view type = class_name(cast<Class>(record->fields[super_field::type]));
    if (!object_type) return run.text({"<super: <class '", type, "'>, NULL>"});
    return run.text({"<super: <class '", type, "'>, <", class_name(object_type), " object>>"});
}

constexpr TypeOperations super_operations = {.repr = super_repr, .construct = super_construct};
constexpr const Class* super_mro[] = {&super_class, &object_class};

// ---- mappingproxy: every operation is that of the dict, but for writing
// https://docs.python.org/3/library/types.html#types.MappingProxyType

Value proxied(Value self) { return cast<Record>(self)->fields[0]; }
Value proxy_repr(Run& run, Value self) { return run.push_step(StepId::wrapped_repr, {self}); }
Value proxy_length(Run& run, Value self) { return run.length(proxied(self)); }
Value proxy_get_item(Run& run, Value self, Value key) { return run.get_item(proxied(self), key); }
Value proxy_contains(Run& run, Value self, Value item) { return run.contains(proxied(self), item); }
Value proxy_iterate(Run& run, Value self) { return run.iterate(proxied(self)); }
Value proxy_compare(Run& run, Comparison comparison, Value a, Value b) { return run.compare(comparison, proxied(a), b); }

template <Name method>
Value proxy_method(Run& run, Value* args, uint32_t count) {
    Value found = class_lookup(run, class_of(proxied(args[0])), name(method));
    uint32_t given = count;
    while (given > 1 && args[given - 1] == UNBOUND) given--;
    return call_with(run, found, {proxied(args[0]), args + 1, given - 1, nullptr});
}

Value proxy_reversed(Run& run, Value* args, uint32_t) { return run.call_special(proxied(args[0]), Name::__reversed__, {}); }

// The mapping that the operand shows, when it is a proxy.
Value unproxied(Value operand) {
    Record* proxy = as_record(operand, &mapping_proxy_class);
    return proxy ? proxy->fields[0] : operand;
}

Value proxy_binary(Run& run, Operator op, Value a, Value b) {
    return op == Operator::Or ? run.binary(op, unproxied(a), unproxied(b)) : NOT_IMPLEMENTED;
}

Value proxy_in_place(Run& run, Value*, uint32_t) { return run.type_error({"'|=' is not supported by mappingproxy; use '|' instead"}); }
Value proxy_in_place_operation(Run& run, Operator op, Value, Value) {
    return op == Operator::Or ? proxy_in_place(run, nullptr, 0) : NOT_IMPLEMENTED;
}
Value proxy_hash(Run& run, Value self) { return run.hash(proxied(self)); }
Value proxy_str(Run& run, Value self) { return run.str(proxied(self)); }

constexpr NativeRow proxy_rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__reversed__", "self, /", proxy_reversed},
    {"copy", "self, /", proxy_method<Name::copy>},
    {"get", "self, key, default=None, /", proxy_method<Name::get>},
    {"items", "self, /", proxy_method<Name::items>},
    {"keys", "self, /", proxy_method<Name::keys>},
    {"values", "self, /", proxy_method<Name::values>},
};
constinit const auto proxy_methods = native_table(Kind::Record, proxy_rows);

Value proxy_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple*) {
    if (count == 0) return run.type_error({"mappingproxy() missing required argument 'mapping' (pos 1)"});
    if (count != 1) return run.type_error({"mappingproxy() takes at most 1 argument (", Digits(count).view(), " given)"});
    if (!is_kind(payload(args[0]), Kind::Dict)) return run.type_error({"mappingproxy() argument must be a mapping, not ", type_name(args[0])});
    Record* made = new_record(run.heap, &mapping_proxy_class, 1);
    made->fields[0] = args[0];
    return Value::cell(made);
}

constexpr TypeOperations proxy_operations = {.repr = proxy_repr, .str = proxy_str, .hash = proxy_hash, .compare = proxy_compare,
                                             .length = proxy_length, .get_item = proxy_get_item, .contains = proxy_contains,
                                             .iterate = proxy_iterate, .binary = proxy_binary, .in_place = proxy_in_place_operation,
                                             .operators = " eq ne lt le gt ge or ror ior ",
                                             .construct = proxy_construct};
constexpr const Class* proxy_mro[] = {&mapping_proxy_class, &object_class};

}  // namespace

Value new_super(Run& run, Value type, Value object) {
    Record* made = new_record(run.heap, &super_class, super_field::count);
    made->fields[super_field::type] = type;
    made->fields[super_field::object] = object;
    if (object == UNBOUND) return Value::cell(made);
    const Class* start = cast<Class>(type);
    const Class* object_type = class_of(object);
    Class* as_type = as<Class>(object);
    if (is_subclass(object_type, start)) made->fields[super_field::object_type] = Value::cell(object_type);
    else if (as_type && is_subclass(as_type, start)) made->fields[super_field::object_type] = object;
    else
        return run.type_error({"super(type, obj): obj (", as_type ? "type " : "instance of ", as_type ? class_name(as_type) : class_name(object_type),
                               ") is not an instance or subtype of type (", class_name(start), ")."});
    return Value::cell(made);
}

// Slots: a Record that shows as "<name(repr of its first field)>" (mappingproxy without the brackets).
Value step_wrapped_repr(Run& run, Frame& frame, Value in) {
    Record* record = cast<Record>(frame.base[0]);
    const bool at_once = frame.state == 0;
    if (at_once && !arrived(frame, 1, in = run.repr(record->fields[0]))) return in;
    Str* shown = as<Str>(payload(in));
    if (!shown) return run.raise(ExceptionType::SystemError, {"bad repr"});
    bool proxy = record->type == &mapping_proxy_class;
    return made_of_input(frame, at_once, run.text({proxy ? "" : "<", record->type->name, "(", shown->view(), proxy ? ")" : ")>"}));
}

constinit const Class property_class = builtin_class("property", "builtins", &object_class, property_mro, 2, Kind::Record, 0,
                                                     property_methods.data(), property_methods.size(), &property_operations, nullptr);
constinit const Class class_method_class = builtin_class("classmethod", "builtins", &object_class, class_method_mro, 2, Kind::Record, 0,
                                                         class_method_methods.data(), class_method_methods.size(), &class_method_operations, nullptr);
constinit const Class static_method_class = builtin_class("staticmethod", "builtins", &object_class, static_method_mro, 2, Kind::Record, 0,
                                                          static_method_methods.data(), static_method_methods.size(), &static_method_operations, nullptr);
constinit const Class super_class = builtin_class("super", "builtins", &object_class, super_mro, 2, Kind::Record, 0, super_methods.data(),
                                                  super_methods.size(), &super_operations, nullptr);
constinit const Class mapping_proxy_class = builtin_class("mappingproxy", "builtins", &object_class, proxy_mro, 2, Kind::Record, Class::final_class,
                                                          proxy_methods.data(), proxy_methods.size(), &proxy_operations, nullptr);

}  // namespace exmonty
