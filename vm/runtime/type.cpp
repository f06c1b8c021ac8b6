// type: the class of classes.
// https://docs.python.org/3/library/functions.html#type
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/construct.h"
#include "vm/runtime/protocol.h"
#include "vm/runtime/type_call.h"

namespace exmonty {
namespace {

const Class* self_class(Value* args) { return cast<Class>(args[0]); }

Value type_name_attribute(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    return type->is_builtin() ? run.text(type->name) : Value::cell(type->name_str);
}
Value type_qualified_name(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    return type->is_builtin() ? run.text(type->name) : Value::cell(type->qualified_name);
}
Value type_module(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    if (type->is_builtin()) return run.text(class_module(run, type));
    Value module = dict_get(run, type->dict, name(Name::__module__));
    return module == UNBOUND ? name_value(Name::builtins) : module;
}
Value type_doc(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    if (type->is_builtin()) return type->doc ? run.text(type->doc) : NONE;
    Value doc = dict_get(run, type->dict, name(Name::__doc__));
    return doc == UNBOUND ? NONE : doc;
}
Value type_bases(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    if (!type->is_builtin()) return Value::cell(type->bases);
    if (!type->base) return Value::cell(empty_tuple);
    return run.tuple({Value::cell(type->base)});
}
Value type_base(Run&, Value* args, uint32_t) {
    const Class* type = self_class(args);
    return type->base ? Value::cell(type->base) : NONE;
}
Value type_mro_attribute(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    Tuple* mro = new_tuple(run.heap, type->mro_count);
    if (!mro) return run.refused();
    for (uint32_t i = 0; i < type->mro_count; i++) mro->items[i] = Value::cell(type->mro[i]);
    return Value::cell(mro);
}
Value type_mro(Run& run, Value* args, uint32_t count) {
    Value tuple = type_mro_attribute(run, args, count);
    if (is_result(tuple)) return tuple;
    List* list = new_list(run.heap, cast<Tuple>(tuple)->view());
    return list ? Value::cell(list) : run.refused();
}

// The namespace as a view that cannot be written; of a builtin class a copy, made of its rows.
Value type_dict(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    Dict* dict = type->dict;
    if (type->is_builtin()) {
        dict = new_dict(run.heap);
        for (uint32_t i = 0; i < type->row_count; i++)
            if (!dict_set(run, dict, new_str(run.heap, type->rows[i].name), Value::cell(&type->rows[i]))) return run.refused();
    }
    Record* proxy = new_record(run.heap, &mapping_proxy_class, 1);
    proxy->fields[0] = Value::cell(dict);
    return Value::cell(proxy);
}

// Direct subclasses that are still known. Builtin classes keep no list.
Value type_subclasses(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    List* list = new_list(run.heap);
    for (uint32_t i = 0; i < type->subclass_count; i++)
        if (!append(run.heap, list, Value::cell(type->subclasses[i]))) return run.refused();
    return Value::cell(list);
}

Value type_instancecheck(Run&, Value* args, uint32_t) { return boolean(is_subclass(class_of(args[1]), self_class(args))); }
Value type_subclasscheck(Run& run, Value* args, uint32_t) {
    Class* other = as<Class>(args[1]);
    if (!other) return run.type_error({"issubclass() arg 1 must be a class"});
    return boolean(is_subclass(other, self_class(args)));
}

Value keep_annotations(Run& run, Class* type, Value made) {
    if (!dict_set(run, type->dict, name(Name::__annotations__), made)) return run.refused();
    class_changed(type);
    return made;
}

Value type_annotations(Run& run, Value* args, uint32_t) {
    Class* type = const_cast<Class*>(self_class(args));
    if (type->is_builtin()) return raise_attribute_error(run, args[0], name(Name::__annotations__));
    Value known = dict_get(run, type->dict, name(Name::__annotations__));
    if (known != UNBOUND) return known;
    Value annotate = dict_get(run, type->dict, name(Name::__annotate__));
    if (annotate == UNBOUND || annotate == NONE) {
        return keep_annotations(run, type, Value::cell(new_dict(run.heap)));
    }
    return run.push_step(StepId::class_annotations, {args[0], annotate});
}

Value type_new(Run& run, Value* args, uint32_t count) {
    // args: metaclass, keywords, then name, bases, namespace.
    if (count - 2 == 1) return Value::cell(class_of(args[2]));
    if (count - 2 != 3) return run.type_error({"type.__new__() takes exactly 3 arguments (", Digits(count - 2).view(), " given)"});
    Str* class_name = as<Str>(args[2]);
    Tuple* bases = as<Tuple>(args[3]);
    Dict* space = as<Dict>(payload(args[4]));
    if (!class_name) return run.type_error({"type.__new__() argument 1 must be str, not ", type_name(args[2])});
    if (!bases) return run.type_error({"type.__new__() argument 2 must be tuple, not ", type_name(args[3])});
    if (!space) return run.type_error({"type.__new__() argument 3 must be dict, not ", type_name(args[4])});
    return new_class(run, class_name, bases, space, self_class(args));
}

Value type_init(Run&, Value*, uint32_t) { return NONE; }

Value type_call(Run& run, Value* args, uint32_t count) { return call_class(run, self_class(args), {UNBOUND, args + 2, count - 2, nullptr}); }

constexpr NativeRow type_rows[] = {
    {"__annotations__", "self", type_annotations, Binding::Getter},
    {"__base__", "self", type_base, Binding::Getter},
    {"__bases__", "self", type_bases, Binding::Getter},
    {"__call__", "self, /, *args, **kwargs", type_call},
    {"__dict__", "self", type_dict, Binding::Getter},
    {"__doc__", "self", type_doc, Binding::Getter},
    {"__init__", "self, /, *args, **kwargs", type_init},
    {"__instancecheck__", "self, instance, /", type_instancecheck},
    {"__module__", "self", type_module, Binding::Getter},
    {"__mro__", "self", type_mro_attribute, Binding::Getter},
    {"__name__", "self", type_name_attribute, Binding::Getter},
    {"__new__", "cls, /, *args, **kwargs", type_new, Binding::Static},
    {"__qualname__", "self", type_qualified_name, Binding::Getter},
    {"__subclasscheck__", "self, subclass, /", type_subclasscheck},
    {"__subclasses__", "self, /", type_subclasses},
    {"mro", "self, /", type_mro},
};
constinit const auto type_methods = native_table(Kind::Class, type_rows);

Value type_repr(Run& run, Value self) {
    FixedText<1024> name;
    append_qualified_name(run, name, cast<Class>(self));
    return run.text({"<class '", name.view(), "'>"});
}

Value union_of(Run& run, Operator op, Value a, Value b);

Value type_set_attribute(Run& run, Value self, Str* attribute, Value value) {
    Class* type = const_cast<Class*>(cast<Class>(self));
    std::string_view text = attribute->view();
    if (text == "__name__" || text == "__qualname__") {
        Str* given = as<Str>(value);
        if (!given) return run.type_error({"can only assign string to ", class_name(type), ".", text, ", not '", type_name(value), "'"});
        (text == "__name__" ? type->name_str : type->qualified_name) = given;
        return NONE;
    }
    if (text == "__doc__" || text == "__module__" || text == "__annotations__") return UNBOUND;
    return UNBOUND;
}

Value type_binary(Run& run, Operator op, Value a, Value b) { return union_of(run, op, a, b); }

// int | str: a union, for annotations and isinstance.
Value union_of(Run& run, Operator op, Value a, Value b) {
    auto fits = [](Value v) { return v == NONE || is_kind(v, Kind::Class) || as_record(v, &generic_alias_class) || as_record(v, &union_class); };
    if (op != Operator::Or || !fits(a) || !fits(b)) return NOT_IMPLEMENTED;
    List* members = new_list(run.heap);
    for (Value side : {a, b}) {
        Record* record = as_record(side, &union_class);
        Tuple* parts = record ? as<Tuple>(record->fields[0]) : nullptr;
        std::span<const Value> all = parts ? parts->view() : std::span<const Value>(&side, 1);
        for (Value part : all) {
            bool known = false;
            for (Value member : members->view()) known = known || member == part;
            if (!known && !append(run.heap, members, part)) return run.refused();
        }
    }
    if (members->size == 1) return members->items[0];
    Tuple* tuple = new_tuple(run.heap, members->view());
    Record* made = new_record(run.heap, &union_class, 1);
    made->fields[0] = Value::cell(tuple);
    return Value::cell(made);
}

constexpr TypeOperations type_operations = {
    .repr = type_repr,
    .binary = type_binary,
    .set_attribute = type_set_attribute,
    .operators = " or ror ",
};
constexpr const Class* type_mro_array[] = {&type_class, &object_class};

// ---- types.UnionType

Value union_repr_pieces(Run& run, Value self) { return run.push_step(StepId::union_repr, {self, Value::cell(empty_str)}); }

Value union_args(Run&, Value* args, uint32_t) { return cast<Record>(args[0])->fields[0]; }
constexpr NativeRow union_rows[] = {{"__args__", "self", union_args, Binding::Getter}};
constinit const auto union_methods = native_table(Kind::Record, union_rows);

Value union_compare(Run&, Comparison comparison, Value a, Value b) {
    Record* left = as_record(a, &union_class);
    Record* right = as_record(b, &union_class);
    if (!left || !right || (comparison != Comparison::Eq && comparison != Comparison::Ne)) return NOT_IMPLEMENTED;
    Tuple* x = cast<Tuple>(left->fields[0]);
    Tuple* y = cast<Tuple>(right->fields[0]);
    bool same = x->count == y->count;
    for (uint32_t i = 0; same && i < x->count; i++) {
        bool found = false;
        for (uint32_t k = 0; k < y->count; k++) found = found || x->items[i] == y->items[k];
        same = found;
    }
    return boolean(same == (comparison == Comparison::Eq));
}

constexpr TypeOperations union_operations = {
    .repr = union_repr_pieces,
    .compare = union_compare,
    .binary = type_binary,
    .operators = " or ror eq ne ",
};
constexpr const Class* union_mro[] = {&union_class, &object_class};

}  // namespace

// Slots: union, the text so far. The state counts members.
Value step_union_repr(Run& run, Frame& frame, Value in) {
    Tuple* members = as<Tuple>(cast<Record>(frame.base[0])->fields[0]);
    if (!members) return run.raise(ExceptionType::SystemError, {"bad union"});
    Str* text = as<Str>(frame.base[1]);
    for (uint32_t i = frame.state & 0xffff; ; i++) {
        bool arrived = frame.state >> 16;
        if (!arrived) {
            if (i == members->count) return frame.base[1];
            Value member = members->items[i];
            Value shown = UNBOUND;
            if (Class* type = as<Class>(member)) {
                FixedText<512> name;
                append_qualified_name(run, name, type);
                shown = run.text(name.view());
            } else {
                shown = run.repr(member);
            }
            if (shown == COLLECT) return shown;
            frame.state = i | 1u << 16;
            if (is_result(shown)) return shown;
            in = shown;
        }
        Str* piece = as<Str>(payload(in));
        Value joined = run.text({text->view(), i > 0 ? " | " : "", piece ? piece->view() : ""});
        if (is_result(joined)) return joined;
        frame.base[1] = joined;
        text = cast<Str>(joined);
        frame.state = i + 1;
    }
}

// Slots: class, annotate function.
Value step_class_annotations(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.call(frame.base[1], {Value::integer(1)});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    return keep_annotations(run, cast<Class>(frame.base[0]), in);
}

constinit const Class type_class = builtin_class("type", "builtins", &object_class, type_mro_array, 2, Kind::Class, 0, type_methods.data(),
                                                 type_methods.size(), &type_operations, nullptr);
constinit const Class union_class = builtin_class("Union", "typing", &object_class, union_mro, 2, Kind::Record, Class::final_class,
                                                  union_methods.data(), union_methods.size(), &union_operations, nullptr);

Value class_get_item(Run& run, Class* type, Value key) {
    Value hook = class_lookup(run, type, name(Name::__class_getitem__));
    if (hook != UNBOUND) {
        Value bound = bind_attribute(run, hook, UNBOUND, type);
        return is_result(bound) ? bound : run.call(bound, {key});
    }
    constexpr const Class* generics[] = {&list_class, &dict_class, &tuple_class, &set_class, &frozenset_class, &type_class};
    for (const Class* generic : generics) {
        if (type != generic) continue;
        Record* alias = new_record(run.heap, &generic_alias_class, alias_field::count);
        alias->fields[alias_field::origin] = Value::cell(type);
        Value args = is_kind(key, Kind::Tuple) ? key : run.tuple({key});
        if (is_result(args)) return args;
        alias->fields[alias_field::args] = args;
        return Value::cell(alias);
    }
    return run.type_error({"type '", class_name(type), "' is not subscriptable"});
}

}  // namespace exmonty
