// What natives look like from Python: builtin functions and bound methods, and what a builtin class keeps them as: method and
// wrapper descriptors, getset descriptors.
// https://docs.python.org/3/library/stdtypes.html#functions
#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
#include "vm/objects/hash.h"
#include "vm/objects/run.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/call.h"

#include <algorithm>

namespace exmonty {
namespace {

const NativeFunction* native_of(Value value) {
    if (Method* method = as<Method>(value)) return as<NativeFunction>(method->function);
    return as<NativeFunction>(value);
}

Value native_name(Run& run, Value* args, uint32_t) { return run.text(native_of(args[0])->name); }

// "list.append": with the class that has the row, or, for a bound method, the class of self.
Value native_qualified_name(Run& run, Value* args, uint32_t) {
    const NativeFunction* native = native_of(args[0]);
    const Class* owner = class_with_row(native);
    if (Method* method = as<Method>(args[0])) owner = is_kind(method->self, Kind::Class) ? cast<Class>(method->self) : class_of(method->self);
    if (!owner) return run.text(native->name);
    return run.text({owner->is_builtin() ? std::string_view(owner->name) : owner->qualified_name->view(), ".", native->name});
}

Value native_text_signature(Run& run, Value* args, uint32_t) {
    const NativeFunction* native = native_of(args[0]);
    std::string_view text = native->signature;
    if (native->binding == Binding::Method && text.starts_with("self")) return run.text({"($", text, ")"});
    if (native->binding == Binding::ClassMethod || std::string_view(native->name) == "__new__") {
        // Whatever the row calls its class.
        text.remove_prefix(std::min(text.find(','), text.size()));
        if (text.starts_with(", /, ")) text.remove_prefix(3);
        return run.text({"($type", text, ")"});
    }
    return run.text({"(", text, ")"});
}

std::string_view module_name(const NativeFunction* native) {
    const NativeModule* module = module_with_row(native);
    return module ? module->name : "builtins";
}

// What a method is bound to; of a function, its module; of `__new__`, its class.
Value native_self(Run& run, Value* args, uint32_t) {
    if (Method* method = as<Method>(args[0])) return method->self;
    const NativeFunction* native = native_of(args[0]);
    const Class* owner = class_with_row(native);
    if (owner) return std::string_view(native->name) == "__new__" ? Value::cell(owner) : NONE;
    Value module = dict_get(run, run.modules, new_str(run.heap, module_name(native)));
    return module == UNBOUND ? NONE : module;
}

Value native_doc(Run&, Value*, uint32_t) { return NONE; }

Value native_module(Run& run, Value* args, uint32_t) {
    const NativeFunction* native = native_of(args[0]);
    if (is_kind(args[0], Kind::Method) || class_with_row(native)) return NONE;
    return run.text(module_name(native));
}

Value native_owner(Run&, Value* args, uint32_t) {
    const Class* owner = class_with_row(native_of(args[0]));
    return owner ? Value::cell(owner) : NONE;
}

// Whether the object has the attribute.
bool describes(Run& run, const NativeFunction* native, Value object) {
    const Class* owner = class_with_row(native);
    if (!owner || is_subclass(class_of(object), owner)) return true;
    run.type_error({"descriptor '", native->name, "' for '", owner->name, "' objects doesn't apply to a '", type_name(object), "' object"});
    return false;
}

// A method of the class, bound to the class that is given, or to that of the instance.
Value class_method_get(Run& run, const NativeFunction* native, Value instance, Value given) {
    const Class* owner = class_with_row(native);
    const Class* type = as<Class>(given);
    if (!type && given != UNBOUND && given != NONE)
        return run.type_error({"descriptor '", native->name, "' for type '", owner ? owner->name : "object", "' needs a type, not a '",
                               type_name(given), "' as arg 2"});
    if (!type) type = class_of(instance);
    if (owner && !is_subclass(type, owner))
        return run.type_error({"descriptor '", native->name, "' requires a subtype of '", owner->name, "' but received '", class_name(type), "'"});
    return bind_attribute(run, Value::cell(native), UNBOUND, type);
}

// A descriptor read from an instance of its class.
Value descriptor_get(Run& run, Value* args, uint32_t) {
    const NativeFunction* native = native_of(args[0]);
    const bool binds_class = native->binding == Binding::ClassMethod && (args[1] != NONE || (args[2] != UNBOUND && args[2] != NONE));
    if (binds_class) return class_method_get(run, native, args[1], args[2]);
    if (args[1] == NONE) {
        if (args[2] == UNBOUND || args[2] == NONE) return run.type_error({"__get__(None, None) is invalid"});
        return args[0];
    }
    return describes(run, native, args[1]) ? bind_attribute(run, args[0], args[1], class_of(args[1])) : RAISED;
}

Value descriptor_set(Run& run, Value* args, uint32_t) {
    if (!describes(run, native_of(args[0]), args[1])) return RAISED;
    Value name = native_name(run, args, 1);
    return is_result(name) ? name : generic_set_attribute(run, args[1], cast<Str>(name), args[2]);
}

Value descriptor_delete(Run& run, Value* args, uint32_t) {
    if (!describes(run, native_of(args[0]), args[1])) return RAISED;
    Value name = native_name(run, args, 1);
    return is_result(name) ? name : generic_set_attribute(run, args[1], cast<Str>(name), UNBOUND);
}

constexpr NativeRow function_rows[] = {
    {"__doc__", "self", native_doc, Binding::Getter},
    {"__module__", "self", native_module, Binding::Getter},
    {"__name__", "self", native_name, Binding::Getter},
    {"__qualname__", "self", native_qualified_name, Binding::Getter},
    {"__self__", "self", native_self, Binding::Getter},
    {"__text_signature__", "self", native_text_signature, Binding::Getter},
};
constexpr NativeRow method_rows[] = {
    {"__doc__", "self", native_doc, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", descriptor_get},
    {"__name__", "self", native_name, Binding::Getter},
    {"__objclass__", "self", native_owner, Binding::Getter},
    {"__qualname__", "self", native_qualified_name, Binding::Getter},
    {"__text_signature__", "self", native_text_signature, Binding::Getter},
};
constexpr NativeRow bound_wrapper_rows[] = {
    {"__doc__", "self", native_doc, Binding::Getter},
    {"__name__", "self", native_name, Binding::Getter},
    {"__objclass__", "self", native_owner, Binding::Getter},
    {"__qualname__", "self", native_qualified_name, Binding::Getter},
    {"__self__", "self", native_self, Binding::Getter},
    {"__text_signature__", "self", native_text_signature, Binding::Getter},
};
constexpr NativeRow getset_rows[] = {
    {"__delete__", "self, instance, /", descriptor_delete},
    {"__doc__", "self", native_doc, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", descriptor_get},
    {"__name__", "self", native_name, Binding::Getter},
    {"__objclass__", "self", native_owner, Binding::Getter},
    {"__qualname__", "self", native_qualified_name, Binding::Getter},
    {"__set__", "self, instance, value, /", descriptor_set},
};
constinit const auto function_methods = native_table(Kind::Free, function_rows);
constinit const auto method_methods = native_table(Kind::NativeFunction, method_rows);
constinit const auto class_method_methods = native_table(Kind::NativeFunction, method_rows);
constinit const auto wrapper_methods = native_table(Kind::NativeFunction, method_rows);
constinit const auto bound_wrapper_methods = native_table(Kind::Method, bound_wrapper_rows);
constinit const auto getset_methods = native_table(Kind::NativeFunction, getset_rows);

Value native_hash(Run& run, Value self) {
    if (is_kind(self, Kind::Method)) return method_hash(run, self);
    return hash_value(run, hash_bytes(cast<NativeFunction>(self)->name));
}

Value native_repr(Run& run, Value self) {
    const NativeFunction* native = native_of(self);
    const Class* owner = class_with_row(native);
    if (Method* method = as<Method>(self)) {
        const bool wrapper = native->flags & NativeFunction::slot;
        FixedText<256> head;
        head.append(wrapper ? "method-wrapper '" : "built-in method ");
        head.append(native->name);
        head.append(wrapper ? "' of " : " of ");
        head.append(type_name(method->self));
        head.append(" object");
        return text_with_address(run, {head.view()}, method->self);
    }
    if (!owner) return run.text({"<built-in function ", native->name, ">"});
    if (native->binding == Binding::Static) return text_with_address(run, {"built-in method ", native->name, " of type object"}, Value::cell(owner));
    bool is_member = owner->flags & Class::exception && owner != exception_class(ExceptionType::BaseException);
    std::string_view kind = native->flags & NativeFunction::slot   ? "slot wrapper"
                            : native->binding == Binding::Getter    ? is_member ? "member" : "attribute"
                                                                    : "method";
    return run.text({"<", kind, " '", native->name, "' of '", owner->name, "' objects>"});
}

Value native_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) { return run.call(self, args, count, names); }

constexpr TypeOperations bound_operations = {
    .repr = native_repr,
    .hash = native_hash,
    .compare = method_compare,
    .call = native_call,
    .operators = " eq ne lt le gt ge ",
};
// The class comes first.
Value class_method_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    const NativeFunction* native = cast<NativeFunction>(self);
    const Class* owner = class_with_row(native);
    if (count == (names ? names->size() : 0))
        return run.type_error({"descriptor '", native->name, "' of '", owner ? owner->name : "object", "' object needs an argument"});
    Value bound = class_method_get(run, native, NONE, args[0]);
    return is_result(bound) ? bound : run.call(bound, args + 1, count - 1, names);
}

constexpr TypeOperations descriptor_operations = {.repr = native_repr, .call = native_call};
constexpr TypeOperations class_method_operations = {.repr = native_repr, .call = class_method_call};
constexpr TypeOperations getset_operations = {.repr = native_repr};
constexpr const Class* native_function_mro[] = {&native_function_class, &object_class};
constexpr const Class* class_method_descriptor_mro[] = {&class_method_descriptor_class, &object_class};
constexpr const Class* method_descriptor_mro[] = {&method_descriptor_class, &object_class};
constexpr const Class* wrapper_descriptor_mro[] = {&wrapper_descriptor_class, &object_class};
constexpr const Class* method_wrapper_mro[] = {&method_wrapper_class, &object_class};
constexpr const Class* getset_descriptor_mro[] = {&getset_descriptor_class, &object_class};

}  // namespace

constinit const Class native_function_class =
    builtin_class("builtin_function_or_method", "builtins", &object_class, native_function_mro, 2, Kind::NativeFunction, Class::final_class,
                  function_methods.data(), function_methods.size(), &bound_operations, nullptr);
constinit const Class method_descriptor_class =
    builtin_class("method_descriptor", "builtins", &object_class, method_descriptor_mro, 2, Kind::NativeFunction, Class::final_class,
                  method_methods.data(), method_methods.size(), &descriptor_operations, nullptr);
constinit const Class class_method_descriptor_class =
    builtin_class("classmethod_descriptor", "builtins", &object_class, class_method_descriptor_mro, 2, Kind::NativeFunction, Class::final_class,
                  class_method_methods.data(), class_method_methods.size(), &class_method_operations, nullptr);
constinit const Class wrapper_descriptor_class =
    builtin_class("wrapper_descriptor", "builtins", &object_class, wrapper_descriptor_mro, 2, Kind::NativeFunction, Class::final_class,
                  wrapper_methods.data(), wrapper_methods.size(), &descriptor_operations, nullptr);
constinit const Class method_wrapper_class =
    builtin_class("method-wrapper", "builtins", &object_class, method_wrapper_mro, 2, Kind::Method, Class::final_class,
                  bound_wrapper_methods.data(), bound_wrapper_methods.size(), &bound_operations, nullptr);
constinit const Class getset_descriptor_class =
    builtin_class("getset_descriptor", "builtins", &object_class, getset_descriptor_mro, 2, Kind::NativeFunction, Class::final_class,
                  getset_methods.data(), getset_methods.size(), &getset_operations, nullptr);

}  // namespace exmonty
