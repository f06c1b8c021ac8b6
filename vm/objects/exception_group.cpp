// BaseExceptionGroup and ExceptionGroup: several exceptions raised as one. Splitting them asks Python code (`derive`, predicates),
// so it is written in the prelude.
// https://docs.python.org/3/library/exceptions.html#exception-groups
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/list.h"
#include "vm/objects/record.h"

namespace exmonty {
namespace {

bool items_of(Run& run, Value value, Tuple*& items) {
    Value held = payload(value);
    items = as<Tuple>(held);
    if (List* list = as<List>(held)) items = new_tuple(run.heap, list->view());
    return items || is_kind(held, Kind::List);
}

Value group_message(Run& run, Value* args, uint32_t) {
    Value message = exception_detail(run, cast<Exception>(args[0]), DetailGroup::ExceptionGroup, detail::group_message);
    return message == UNBOUND ? NONE : message;
}

Value group_exceptions(Run& run, Value* args, uint32_t) {
    Value exceptions = exception_detail(run, cast<Exception>(args[0]), DetailGroup::ExceptionGroup, detail::group_exceptions);
    return exceptions == UNBOUND ? NONE : exceptions;
}

Value group_class_getitem(Run& run, Value* args, uint32_t) {
    Record* alias = new_record(run.heap, &generic_alias_class, alias_field::count);
    alias->fields[alias_field::origin] = args[0];
    Value parts = is_kind(args[1], Kind::Tuple) ? args[1] : run.tuple({args[1]});
    if (is_result(parts)) return parts;
    alias->fields[alias_field::args] = parts;
    return Value::cell(alias);
}

Value group_derive(Run& run, Value* args, uint32_t count) {
    (void)count;
    Value message = group_message(run, args, 1);
    Value values[] = {message, args[1]};
    return make_exception(run, exception_class(ExceptionType::BaseExceptionGroup), values);
}

Value group_split(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::call_prelude, {name_value(Name::_exception_groups), name_value(Name::split), run.tuple({args[0], args[1]})});
}

Value group_subgroup(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::call_prelude, {name_value(Name::_exception_groups), name_value(Name::subgroup), run.tuple({args[0], args[1]})});
}

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", group_class_getitem, Binding::ClassMethod},
    {"derive", "self, excs, /", group_derive},
    {"exceptions", "self", group_exceptions, Binding::Getter},
    {"message", "self", group_message, Binding::Getter},
    {"split", "self, matcher_value, /", group_split},
    {"subgroup", "self, matcher_value, /", group_subgroup},
};

}  // namespace

constinit const std::array<NativeFunction, 6> exception_group_methods = native_table(Kind::Exception, rows);

Value check_group(Run& run, const Class*& type, std::span<const Value> args, Tuple*& exceptions) {
    if (args.size() != 2)
        return run.type_error({"BaseExceptionGroup.__new__() takes exactly 2 arguments (", Digits(static_cast<int64_t>(args.size())).view(), " given)"});
    if (!str_of(args[0])) return run.type_error({"BaseExceptionGroup.__new__() argument 1 must be str, not ", argument_type_name(args[0])});
    if (!items_of(run, args[1], exceptions)) {
        if (is_kind(payload(args[1]), Kind::Str) && str_of(args[1])->length > 0)
            return run.value_error({"Item 0 of second argument (exceptions) is not an exception"});
        if (!is_kind(payload(args[1]), Kind::Str)) return run.type_error({"second argument (exceptions) must be a sequence"});
        exceptions = const_cast<Tuple*>(empty_tuple);
    }
    if (!exceptions) return run.refused();
    if (exceptions->count == 0) return run.value_error({"second argument (exceptions) must be a non-empty sequence"});
    if (run.budget.poll(exceptions->count)) return RAISED;
    bool has_base = false;
    for (uint32_t i = 0; i < exceptions->count; i++) {
        Exception* exception = as<Exception>(exceptions->items[i]);
        if (!exception) return run.value_error({"Item ", Digits(i).view(), " of second argument (exceptions) is not an exception"});
        has_base = has_base || !is_subclass(exception->type, exception_class(ExceptionType::Exception));
    }
    const Class* group = exception_class(ExceptionType::ExceptionGroup);
    if (type == exception_class(ExceptionType::BaseExceptionGroup)) {
        if (!has_base) type = group;
        return NONE;
    }
    if (!has_base || !is_subclass(type, exception_class(ExceptionType::Exception))) return NONE;
    if (type == group) return run.type_error({"Cannot nest BaseExceptions in an ExceptionGroup"});
    return run.type_error({"Cannot nest BaseExceptions in '", class_name(type), "'"});
}

}  // namespace exmonty
