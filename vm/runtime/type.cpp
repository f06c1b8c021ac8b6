// type: the class of classes.
// https://docs.python.org/3/library/functions.html#type
#include "vm/objects/arguments.h"
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/construct.h"
#include "vm/runtime/dir.h"
#include "vm/runtime/protocol.h"
#include "vm/runtime/type_call.h"

namespace exmonty {
namespace {

const Class* self_class(Value* args) { return cast<Class>(args[0]); }

Value type_name_attribute(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    return type->is_builtin() ? run.text(short_name(type)) : Value::cell(type->name_str);
}
Value type_qualified_name(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    return type->is_builtin() ? run.text(short_name(type)) : Value::cell(type->qualified_name);
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
    const Class* others[most_second_bases];
    uint32_t count = second_bases_of(type, others);
    Tuple* bases = new_tuple(run.heap, count + 1);
    bases->items[0] = Value::cell(type->base);
    for (uint32_t i = 0; i < count; i++) bases->items[i + 1] = Value::cell(others[i]);
    return Value::cell(bases);
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
        if (type->flags & Class::unhashable && !dict_set(run, dict, name(Name::__hash__), NONE)) return run.refused();
        for (size_t i = 0; i < operation_wrapper_count(); i++) {
            const NativeFunction* wrapper = operation_wrapper(type, operation_wrapper_name(i));
            if (wrapper && !find_row(type, wrapper->name) && !dict_set(run, dict, new_str(run.heap, wrapper->name), Value::cell(wrapper)))
                return run.refused();
        }
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
    // The name that the body of a class stores it by; another is set from outside.
    Value annotate = dict_get(run, type->dict, new_str(run.heap, "__annotate_func__"));
    if (annotate == UNBOUND) annotate = dict_get(run, type->dict, name(Name::__annotate__));
    if (annotate == UNBOUND || annotate == NONE) {
        return keep_annotations(run, type, Value::cell(new_dict(run.heap)));
    }
    return run.push_step(StepId::class_annotations, {args[0], annotate});
}

// The namespace that a class body gets, by default a new dict.
Value type_prepare(Run& run, Value*, uint32_t) { return Value::cell(new_dict(run.heap)); }

Value type_params(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    if (type->is_builtin()) return Value::cell(empty_tuple);
    Value known = dict_get(run, type->dict, new_str(run.heap, "__type_params__"));
    return known == UNBOUND ? Value::cell(empty_tuple) : known;
}

// Abstract classes have set it.
Value type_abstract_methods(Run& run, Value* args, uint32_t) {
    const Class* type = self_class(args);
    Str* name = new_str(run.heap, "__abstractmethods__");
    Value known = type->is_builtin() ? UNBOUND : dict_get(run, type->dict, name);
    return known == UNBOUND ? run.raise(ExceptionType::AttributeError, {"__abstractmethods__"}) : known;
}

// Of the builtin types that take arguments, those that CPython says.
Value type_text_signature(Run& run, Value* args, uint32_t) {
    struct Row {
        const Class* type;
        std::string_view text;
    };
    static constexpr Row rows[] = {
        {&object_class, "()"},
        {&none_class, "()"},
        {&list_class, "(iterable=(), /)"},
        {&set_class, "(iterable=(), /)"},
        {&frozenset_class, "(iterable=(), /)"},
        {&tuple_class, "(iterable=(), /)"},
        {&float_class, "(x=0, /)"},
        {&bool_class, "(object=False, /)"},
        {&property_class, "(fget=None, fset=None, fdel=None, doc=None)"},
        {&class_method_class, "(function, /)"},
        {&static_method_class, "(function, /)"},
        {&enumerate_class, "(iterable, start=0)"},
        {&zip_class, "(*iterables, strict=False)"},
        {&map_class, "(function, iterable, /, *iterables, strict=False)"},
        {&filter_class, "(function, iterable, /)"},
        {&reversed_class, "(sequence, /)"},
    };
    for (const Row& row : rows)
        if (row.type == self_class(args)) return run.text(row.text);
    struct ModuleRow {
        std::string_view type;
        std::string_view text;
    };
    static constexpr ModuleRow module_rows[] = {
        {"functools.partial", "(func, /, *args, **keywords)"},
        {"itertools.accumulate", "(iterable, func=None, *, initial=None)"},
        {"itertools.batched", "(iterable, n, *, strict=False)"},
        {"itertools.chain", "(*iterables)"},
        {"itertools.combinations", "(iterable, r)"},
        {"itertools.combinations_with_replacement", "(iterable, r)"},
        {"itertools.compress", "(data, selectors)"},
        {"itertools.count", "(start=0, step=1)"},
        {"itertools.cycle", "(iterable, /)"},
        {"itertools.dropwhile", "(predicate, iterable, /)"},
        {"itertools.filterfalse", "(function, iterable, /)"},
        {"itertools.groupby", "(iterable, key=None)"},
        {"itertools.pairwise", "(iterable, /)"},
        {"itertools.permutations", "(iterable, r=None)"},
        {"itertools.product", "(*iterables, repeat=1)"},
        {"itertools.starmap", "(function, iterable, /)"},
        {"itertools.takewhile", "(predicate, iterable, /)"},
        {"itertools.zip_longest", "(*iterables, fillvalue=None)"},
    };
    const char* shown = self_class(args)->is_builtin() ? self_class(args)->name : "";
    for (const ModuleRow& row : module_rows)
        if (row.type == shown) return run.text(row.text);
    return NONE;
}

Value type_new(Run& run, Value* args, uint32_t count) {
    // args: metaclass, keywords, then name, bases, namespace.
    const Class* metaclass = as<Class>(args[0]);
    if (!metaclass) return run.type_error({"type.__new__(X): X is not a type object (", type_name(args[0]), ")"});
    if (!is_subclass(metaclass, &type_class))
        return run.type_error({"type.__new__(", class_name(metaclass), "): ", class_name(metaclass), " is not a subtype of type"});
    if (count - 2 == 1 && metaclass == &type_class) return Value::cell(class_of(args[2]));
    if (count - 2 != 3) return run.type_error({"type.__new__() takes exactly 3 arguments (", Digits(count - 2).view(), " given)"});
    Str* class_name = as<Str>(args[2]);
    Tuple* bases = as<Tuple>(args[3]);
    Dict* space = as<Dict>(payload(args[4]));
    if (!class_name) return run.type_error({"type.__new__() argument 1 must be str, not ", argument_type_name(args[2])});
    if (!bases) return run.type_error({"type.__new__() argument 2 must be tuple, not ", argument_type_name(args[3])});
    if (!space) return run.type_error({"type.__new__() argument 3 must be dict, not ", argument_type_name(args[4])});
    return make_class(run, self_class(args), class_name, bases, space, args[1]);
}

Value type_init(Run& run, Value*, uint32_t count) {
    return count == 3 || count == 5 ? NONE : run.type_error({"type.__init__() takes 1 or 3 arguments"});
}

Value change_attribute(Run& run, Value self, Value name, Value value) {
    Value text = payload(name);
    if (!is_kind(text, Kind::Str)) return run.type_error({"attribute name must be string, not '", type_name(name), "'"});
    return generic_set_attribute(run, self, cast<Str>(text), value);
}

Value type_setattr(Run& run, Value* args, uint32_t) { return change_attribute(run, args[0], args[1], args[2]); }
Value type_delattr(Run& run, Value* args, uint32_t) { return change_attribute(run, args[0], args[1], UNBOUND); }
Value type_dir(Run& run, Value* args, uint32_t) { return dir_of(run, args[0]); }

// args: the class, the dict of keywords, then the positional arguments.
Value type_call(Run& run, Value* args, uint32_t count) {
    Dict* keywords = as<Dict>(args[1]);
    uint32_t named = keywords ? keywords->live : 0;
    if (named == 0) return instantiate(run, self_class(args), {UNBOUND, args + 2, count - 2, nullptr});
    uint32_t total = count - 2 + named;
    if (!run.heap.reserve(sizeof(Value) * uint64_t{total} * 2)) return run.refused();
    Tuple* values = new_tuple(run.heap, total);
    Tuple* names = new_tuple(run.heap, named);
    uint32_t number = 0;
    for (uint32_t i = 2; i < count; i++) values->items[number++] = args[i];
    uint32_t name = 0;
    for (uint32_t i = dict_next(keywords, 0); i < keywords->used; i = dict_next(keywords, i + 1)) {
        names->items[name++] = keywords->entries[i].key;
        values->items[number++] = keywords->entries[i].value;
    }
    return instantiate(run, self_class(args), {UNBOUND, values->items, total, names});
}

constexpr NativeRow type_rows[] = {
    {"__abstractmethods__", "self", type_abstract_methods, Binding::Getter},
    {"__annotations__", "self", type_annotations, Binding::Getter},
    {"__base__", "self", type_base, Binding::Getter},
    {"__bases__", "self", type_bases, Binding::Getter},
    {"__call__", "self, /, *args, **kwargs", type_call},
    {"__delattr__", "self, name, /", type_delattr},
    {"__dict__", "self", type_dict, Binding::Getter},
    {"__dir__", "self, /", type_dir},
    {"__doc__", "self", type_doc, Binding::Getter},
    {"__init__", "self, /, *args, **kwargs", type_init},
    {"__instancecheck__", "self, instance, /", type_instancecheck},
    {"__module__", "self", type_module, Binding::Getter},
    {"__mro__", "self", type_mro_attribute, Binding::Getter},
    {"__name__", "self", type_name_attribute, Binding::Getter},
    {"__new__", "cls, /, *args, **kwargs", type_new, Binding::Static},
    {"__prepare__", "cls, name, bases, /, **kwds", type_prepare, Binding::ClassMethod},
    {"__qualname__", "self", type_qualified_name, Binding::Getter},
    {"__setattr__", "self, name, value, /", type_setattr},
    {"__subclasscheck__", "self, subclass, /", type_subclasscheck},
    {"__subclasses__", "self, /", type_subclasses},
    {"__text_signature__", "self", type_text_signature, Binding::Getter},
    {"__type_params__", "self", type_params, Binding::Getter},
    {"mro", "self, /", type_mro},
};
constinit const auto type_methods = native_table(Kind::Class, type_rows);

Value type_repr(Run& run, Value self) {
    FixedText<1024> name;
    append_qualified_name(run, name, cast<Class>(self));
    return run.text({"<class '", name.view(), "'>"});
}

Value type_set_attribute(Run& run, Value self, Str* attribute, Value value) {
    Class* type = const_cast<Class*>(cast<Class>(self));
    std::string_view text = attribute->view();
    if (text == "__name__" || text == "__qualname__") {
        Str* given = as<Str>(value);
        if (!given) return run.type_error({"can only assign string to ", class_name(type), ".", text, ", not '", type_name(value), "'"});
        (text == "__name__" ? type->name_str : type->qualified_name) = given;
        return NONE;
    }
    return UNBOUND;
}

Value type_binary(Run& run, Operator op, Value a, Value b) { return op == Operator::Or ? union_of(run, a, b) : NOT_IMPLEMENTED; }

constexpr TypeOperations type_operations = {
    .repr = type_repr,
    .binary = type_binary,
    .set_attribute = type_set_attribute,
    .operators = " or ror ",
};
constexpr const Class* type_mro_array[] = {&type_class, &object_class};

}  // namespace

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

Value class_get_item(Run& run, Class* type, Value key) {
    Value hook = class_lookup(run, type, name(Name::__class_getitem__));
    if (hook != UNBOUND) {
        Value bound = bind_attribute(run, hook, UNBOUND, type);
        return is_result(bound) ? bound : run.call(bound, {key});
    }
    if (type == &type_class) return new_alias(run, Value::cell(type), key);
    return run.type_error({"type '", class_name(type), "' is not subscriptable"});
}

}  // namespace exmonty
