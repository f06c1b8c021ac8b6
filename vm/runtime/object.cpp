// object: what every value can do.
// https://docs.python.org/3/reference/datamodel.html#basic-customization
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/record.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/construct.h"
#include "vm/runtime/dir.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

Value object_init(Run& run, Value* args, uint32_t count) {
    const Class* type = class_of(args[0]);
    bool extra = count > 2 || args[1] != UNBOUND;
    if (!extra || type->is_builtin() || (type->flags & (Class::has_payload | Class::exception))) return NONE;
    Value maker = run.special(type, Name::__new__);
    bool own_init = !is_kind(run.special(type, Name::__init__), Kind::NativeFunction) && run.special(type, Name::__init__) != UNBOUND;
    if (own_init) return run.type_error({"object.__init__() takes exactly one argument (the instance to initialize)"});
    if (maker == UNBOUND) return run.type_error({class_name(type), ".__init__() takes exactly one argument (the instance to initialize)"});
    return NONE;
}

// args: the class, keywords, then positional arguments.
Value object_new(Run& run, Value* args, uint32_t count) {
    Class* type = as<Class>(args[0]);
    if (!type) return run.type_error({"object.__new__(X): X is not a type object (", type_name(args[0]), ")"});
    if (type == &object_class) return make_plain_object(run);
    if (type->is_builtin()) return run.type_error({"object.__new__(", type->name, ") is not safe, use ", type->name, ".__new__()"});
    bool extra = count > 2 || args[1] != UNBOUND;
    Value init = run.special(type, Name::__init__);
    bool own_new = run.special(type, Name::__new__) != UNBOUND;
    bool payload_or_exception = type->flags & (Class::has_payload | Class::exception);
    if (extra && !payload_or_exception) {
        if (own_new) return run.type_error({"object.__new__() takes exactly one argument (the type to instantiate)"});
        if (init == UNBOUND) return run.type_error({class_name(type), "() takes no arguments"});
    }
    return allocate_instance(run, type, {UNBOUND, args + 2, count - 2, nullptr});
}

Value object_repr(Run& run, Value* args, uint32_t) { return default_repr(run, args[0]); }
Value object_str(Run& run, Value* args, uint32_t) { return run.repr(args[0]); }

Value object_format(Run& run, Value* args, uint32_t) {
    Str* spec = as<Str>(payload(args[1]));
    if (!spec) return run.type_error({"__format__() argument must be str, not ", type_name(args[1])});
    if (spec->count != 0) return run.type_error({"unsupported format string passed to ", type_name(args[0]), ".__format__"});
    return run.str(args[0]);
}

Value object_eq(Run&, Value* args, uint32_t) { return args[0] == args[1] ? TRUE : NOT_IMPLEMENTED; }

Value object_ne(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::object_ne, {args[0], args[1]});
}

Value object_unordered(Run&, Value*, uint32_t) { return NOT_IMPLEMENTED; }

Value object_hash(Run& run, Value* args, uint32_t) {
    uint64_t hash = identity_hash(run, args[0]);
    return run.integer(static_cast<int64_t>(hash));
}

Value attribute_name(Run& run, Value name) {
    if (is_kind(payload(name), Kind::Str)) return payload(name);
    return run.type_error({"attribute name must be string, not '", type_name(name), "'"});
}

Value object_getattribute(Run& run, Value* args, uint32_t) {
    Value name = attribute_name(run, args[1]);
    if (is_result(name)) return name;
    Value result = generic_attribute(run, args[0], cast<Str>(name));
    return result == UNBOUND ? raise_attribute_error(run, args[0], cast<Str>(name)) : result;
}

// object's methods do not change classes: those of type do.
bool is_class(Run& run, Value self, std::string_view method) {
    if (!is_kind(self, Kind::Class)) return false;
    run.type_error({"can't apply this ", method, " to ", type_name(self), " object"});
    return true;
}

Value object_setattr(Run& run, Value* args, uint32_t) {
    if (is_class(run, args[0], "__setattr__")) return RAISED;
    Value name = attribute_name(run, args[1]);
    return is_result(name) ? name : generic_set_attribute(run, args[0], cast<Str>(name), args[2]);
}

Value object_delattr(Run& run, Value* args, uint32_t) {
    if (is_class(run, args[0], "__delattr__")) return RAISED;
    Value name = attribute_name(run, args[1]);
    return is_result(name) ? name : generic_set_attribute(run, args[0], cast<Str>(name), UNBOUND);
}

Value object_class_of(Run&, Value* args, uint32_t) { return Value::cell(class_of(args[0])); }
Value object_dir(Run& run, Value* args, uint32_t) { return dir_of(run, args[0]); }
Value object_init_subclass(Run&, Value*, uint32_t) { return NONE; }
Value object_subclasshook(Run&, Value*, uint32_t) { return NOT_IMPLEMENTED; }
Value object_sizeof(Run& run, Value* args, uint32_t) {
    return args[0].is_cell() && !args[0].as_cell()->is_immortal() ? run.integer(Page::of(args[0].as_cell())->cell_bytes) : Value::integer(16);
}

Value object_doc(Run& run, Value* args, uint32_t) {
    const Class* type = class_of(args[0]);
    if (type->is_builtin()) return type->doc ? run.text(type->doc) : NONE;
    Value doc = class_lookup(run, type, name(Name::__doc__));
    return is_kind(doc, Kind::NativeFunction) || doc == UNBOUND ? NONE : doc;
}

constexpr NativeRow object_rows[] = {
    {"__class__", "self", object_class_of, Binding::Getter},
    {"__delattr__", "self, name, /", object_delattr},
    {"__dir__", "self, /", object_dir},
    {"__doc__", "self", object_doc, Binding::Getter},
    {"__eq__", "self, value, /", object_eq},
    {"__format__", "self, format_spec, /", object_format},
    {"__ge__", "self, value, /", object_unordered},
    {"__getattribute__", "self, name, /", object_getattribute},
    {"__gt__", "self, value, /", object_unordered},
    {"__hash__", "self, /", object_hash},
    {"__init__", "self, /, *args, **kwargs", object_init},
    {"__init_subclass__", "cls, /", object_init_subclass, Binding::ClassMethod},
    {"__le__", "self, value, /", object_unordered},
    {"__lt__", "self, value, /", object_unordered},
    {"__ne__", "self, value, /", object_ne},
    {"__new__", "cls, /, *args, **kwargs", object_new, Binding::Static},
    {"__repr__", "self, /", object_repr},
    {"__setattr__", "self, name, value, /", object_setattr},
    {"__sizeof__", "self, /", object_sizeof},
    {"__str__", "self, /", object_str},
    {"__subclasshook__", "cls, object, /", object_subclasshook, Binding::ClassMethod},
};
constinit const auto object_methods = native_table(Kind::Free, object_rows);

Value object_construct(Run& run, const Class*, const Value*, uint32_t count, Tuple*) {
    if (count > 0) return run.type_error({"object() takes no arguments"});
    return make_plain_object(run);
}

constexpr TypeOperations object_operations = {.construct = object_construct};
constexpr const Class* object_mro[] = {&object_class};

}  // namespace

// An instance of object itself: a Record without fields.
Value make_plain_object(Run& run) { return Value::cell(new_record(run.heap, &object_class, 0)); }

// Slots: self, other. Not what == says, unless it does not know.
Value step_object_ne(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.call_special(frame.base[0], Name::__eq__, {frame.base[1]});
        if (result == UNBOUND) result = frame.base[0] == frame.base[1] ? TRUE : NOT_IMPLEMENTED;
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 2) return boolean(in == FALSE);
    if (in == NOT_IMPLEMENTED) return in;
    Value truth = run.truth(in);
    if (truth == PUSHED || truth == SUSPEND) frame.state = 2;
    return is_result(truth) ? truth : boolean(truth == FALSE);
}

constinit const Class object_class =
    builtin_class("object", "builtins", nullptr, object_mro, 1, Kind::Record, 0, object_methods.data(), object_methods.size(),
                  &object_operations, "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new "
                                      "featureless\ninstance that has no instance attributes and cannot be given any.\n");

}  // namespace exmonty
