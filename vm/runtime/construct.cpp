// Making instances.
// https://docs.python.org/3/reference/datamodel.html#object.__new__
//
// A class without `__new__` of its own makes the instance at once and pushes the frame of its `__init__` with Return::Init: the
// instance is in the target register already, and None that comes back is dropped. All other cases go through the step.
#include "vm/runtime/construct.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/construct.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/record.h"
#include "vm/runtime/bind.h"
#include "vm/runtime/special.h"
#include "vm/runtime/type_call.h"

namespace exmonty {
namespace {

bool is_python(Value method) { return method != UNBOUND && !is_kind(method, Kind::NativeFunction); }

// Containers are made empty and filled by their __init__; other builtin values are what `__new__` makes of the arguments.
bool is_filled_later(Kind kind) { return kind == Kind::List || kind == Kind::Dict || kind == Kind::Set || kind == Kind::Deque; }

const Class* payload_class(const Class* type) {
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i]->is_builtin() && type->mro[i] != &object_class) return type->mro[i];
    return nullptr;
}

Value no_arguments(Run& run, const Class* type) { return run.type_error({class_name(type), "() takes no arguments"}); }

Value push_construct(Run& run, const Class* type, const Arguments& arguments) {
    uint32_t count = arguments.count + (arguments.self != UNBOUND);
    if (!run.heap.reserve(sizeof(Value) * count)) return run.refused();
    Tuple* row = new_tuple(run.heap, count);
    uint32_t number = 0;
    if (arguments.self != UNBOUND) row->items[number++] = arguments.self;
    for (uint32_t i = 0; i < arguments.count; i++) row->items[number++] = arguments.values[i];
    return run.push_step(StepId::construct, {Value::cell(type), UNBOUND, Value::cell(row), arguments.names ? Value::cell(arguments.names) : UNBOUND});
}

Arguments arguments_of(const Frame& frame) {
    Tuple* row = cast<Tuple>(frame.base[2]);
    return {UNBOUND, row->items, row->count, as<Tuple>(frame.base[3])};
}

}  // namespace

// As BaseException.__new__ makes it: no `__init__` has seen it. One whose class has an `__init__` in Python keeps no details but
// those that this gives it.
static Value allocate_exception(Run& run, const Class* type, const Arguments& arguments) {
    std::span<const Value> args{arguments.values, arguments.count - arguments.keyword_count()};
    DetailGroup group = detail_group(type);
    bool own_init = is_python(run.special(type, Name::__init__));
    if (own_init && group == DetailGroup::OSError) args = {};
    Value made = make_exception(run, type, args);
    if (is_result(made)) return made;
    Exception* exception = cast<Exception>(made);
    if (own_init && group != DetailGroup::None && !exception->details) set_details(run, exception, group, {});
    if (!exception->type->is_builtin()) exception->shape = exception->type->root_shape;
    return made;
}

// What the `__init__` of a builtin class does with an instance that a subclass made. The instance or RAISED.
static Value initialise_natively(Run& run, Value instance, const Arguments& arguments) {
    Exception* exception = as<Exception>(instance);
    if (!exception) return instance;
    uint32_t positional = arguments.count - arguments.keyword_count();
    Value done = initialise_exception(run, exception, {arguments.values, positional}, {nullptr, arguments.names, arguments.values + positional});
    return is_result(done) ? done : instance;
}

Value allocate_instance(Run& run, const Class* type, const Arguments& arguments) {
    if (type->flags & Class::exception) {
        return allocate_exception(run, type, arguments);
    }
    if (!(type->flags & Class::has_payload)) return Value::cell(new_instance(run, const_cast<Class*>(type)));
    const Class* base = payload_class(type);
    if (!base->operations || !base->operations->construct) return run.type_error({"cannot create '", class_name(type), "' instances"});
    bool empty = is_filled_later(type->instance_kind()) && is_python(run.special(type, Name::__init__));
    Value held = empty ? base->operations->construct(run, base, nullptr, 0, nullptr)
                       : base->operations->construct(run, base, arguments.values, arguments.count, arguments.names);
    if (is_result(held)) return held;
    Instance* instance = new_instance(run, const_cast<Class*>(type));
    instance->slots[0] = held;
    return Value::cell(instance);
}

Value construct_natively(Run& run, Value* args, uint32_t count) {
    const Class* owner = as<Class>(args[0]);
    if (!owner) return run.raise(ExceptionType::SystemError, {"bad __new__"});
    if (count < 3) return run.type_error({owner->name, ".__new__(): not enough arguments"});
    const Class* type = as<Class>(args[2]);
    if (!type) return run.type_error({owner->name, ".__new__(X): X is not a type object (", type_name(args[2]), ")"});
    if (!is_subclass(type, owner))
        return run.type_error({owner->name, ".__new__(", class_name(type), "): ", class_name(type), " is not a subtype of ", owner->name});
    const Class* base = payload_class(type);
    if (!base->operations || base->operations->construct != owner->operations->construct)
        return run.type_error({owner->name, ".__new__(", class_name(type), ") is not safe, use ", base->name, ".__new__()"});
    std::span<const Value> given{args + 3, count - 3};
    if (type->flags & Class::exception) return allocate_exception(run, type, {UNBOUND, given.data(), count - 3, nullptr});
    Dict* keywords = as<Dict>(args[1]);
    uint32_t named = keywords ? keywords->live : 0;
    if (!run.heap.reserve(sizeof(Value) * (given.size() + named * 2))) return run.refused();
    Tuple* values = new_tuple(run.heap, given.size() + named);
    Tuple* names = named ? new_tuple(run.heap, named) : nullptr;
    std::copy(given.begin(), given.end(), values->items);
    uint32_t number = 0;
    for (uint32_t i = 0; number < named; i++) {
        if (keywords->entries[i].value == UNBOUND) continue;
        values->items[given.size() + number] = keywords->entries[i].value;
        names->items[number++] = keywords->entries[i].key;
    }
    if (!type->is_builtin()) return allocate_instance(run, type, {UNBOUND, values->items, values->count, names});
    bool empty = is_filled_later(type->instance_kind());
    return type->operations->construct(run, type, values->items, empty ? 0 : values->count, empty ? nullptr : names);
}

// Whether the payload's construction may need Python code: then the step waits for it.
static bool constructs_by_python(Run& run, const Class* type, const Arguments& arguments) {
    return (type->flags & Class::has_payload) && arguments.count > 0 && !(is_filled_later(type->instance_kind()) && is_python(run.special(type, Name::__init__)));
}

Value call_class(Run& run, const Class* type, const Arguments& arguments) {
    const Class* metaclass = class_of(Value::cell(type));
    if (metaclass != &type_class) {
        Value method = run.special(metaclass, Name::__call__);
        if (is_python(method)) return call_with(run, method, {Value::cell(type), arguments.values, arguments.count, arguments.names});
    }
    return instantiate(run, type, arguments);
}

Value instantiate(Run& run, const Class* type, const Arguments& arguments) {
    if (type == &type_class) return call_type(run, arguments);
    if (type->is_builtin()) {
        if (!type->operations || !type->operations->construct) return run.type_error({"cannot create '", class_name(type), "' instances"});
        if (arguments.self != UNBOUND) return push_construct(run, type, arguments);
        return type->operations->construct(run, type, arguments.values, arguments.count, arguments.names);
    }
    if (is_python(run.special(type, Name::__new__)) || arguments.self != UNBOUND || is_subclass(type, &type_class) ||
        constructs_by_python(run, type, arguments))
        return push_construct(run, type, arguments);
    Value init = run.special(type, Name::__init__);
    if (init == UNBOUND && arguments.count > 0 && !(type->flags & (Class::has_payload | Class::exception))) return no_arguments(run, type);
    Value instance = allocate_instance(run, type, arguments);
    if (is_result(instance)) return instance;
    if (!is_python(init)) return initialise_natively(run, instance, arguments);
    Function* function = as<Function>(init);
    bool direct = function && !run.frame->is_step() && run.ret_kind == Return::Store;
    if (!direct) {
        Value pushed = push_construct(run, type, arguments);
        if (pushed != PUSHED) return pushed;
        run.frame->base[1] = instance;
        run.frame->state = 2;
        return PUSHED;
    }
    Frame* caller = run.frame;
    uint8_t target = run.ret_register;
    run.ret_kind = Return::Init;
    Value result = call_function(run, function, {instance, arguments.values, arguments.count, arguments.names});
    if (result == PUSHED) caller->base[target] = instance;
    else if (!is_result(result)) return raise_init_returned(run, result);
    return result;
}

// Slots: type, instance, arguments, keyword names.
// States: 0 start, 1 `__new__` gives the instance, 2 call `__init__`, 3 it gives None, 4 a builtin's construction gives the payload.
Value step_construct(Run& run, Frame& frame, Value in) {
    const Class* type = cast<Class>(frame.base[0]);
    if (frame.state == 0) {
        Value maker = run.special(type, Name::__new__);
        Value result;
        if (is_python(maker)) {
            if (Record* record = as<Record>(maker)) maker = record->fields[0];
            Tuple* row = cast<Tuple>(frame.base[2]);
            result = call_with(run, maker, {frame.base[0], row->items, row->count, as<Tuple>(frame.base[3])});
            if (result != COLLECT) frame.state = 1;
        } else if (type->is_builtin()) {
            Arguments arguments = arguments_of(frame);
            if (!type->operations || !type->operations->construct) return run.type_error({"cannot create '", class_name(type), "' instances"});
            result = type->operations->construct(run, type, arguments.values, arguments.count, arguments.names);
            if (result != COLLECT) frame.state = 5;
        } else if (is_subclass(type, &type_class)) {
            // A metaclass: its instances are classes.
            Arguments arguments = arguments_of(frame);
            arguments.self = frame.base[0];
            result = call_native(run, find_row(&type_class, "__new__"), arguments);
            if (result != COLLECT) frame.state = 1;
        } else if (type->flags & Class::has_payload) {
            Arguments arguments = arguments_of(frame);
            const Class* base = payload_class(type);
            bool empty = is_filled_later(type->instance_kind()) && is_python(run.special(type, Name::__init__));
            if (!base->operations || !base->operations->construct) return run.type_error({"cannot create '", class_name(type), "' instances"});
            result = empty ? base->operations->construct(run, base, nullptr, 0, nullptr)
                           : base->operations->construct(run, base, arguments.values, arguments.count, arguments.names);
            if (result != COLLECT) frame.state = 4;
        } else {
            if (run.special(type, Name::__init__) == UNBOUND && !(type->flags & Class::exception) && cast<Tuple>(frame.base[2])->count > 0)
                return no_arguments(run, type);
            result = allocate_instance(run, type, arguments_of(frame));
            frame.state = 1;
        }
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 5) return in;
    if (frame.state == 4) {
        // What a snapshot says was made may be anything.
        if (!(type->flags & Class::has_payload) || class_of(in)->instance_kind() != type->instance_kind() || !class_of(in)->is_builtin() || is_bool(in))
            return run.raise(ExceptionType::SystemError, {"bad slot"});
        Instance* instance = new_instance(run, const_cast<Class*>(type));
        instance->slots[0] = in;
        in = Value::cell(instance);
        frame.state = 1;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        if (!is_subclass(class_of(in), type)) return in;
        frame.state = 2;
    }
    if (frame.state == 2) {
        Value init = run.special(class_of(frame.base[1]), Name::__init__);
        Arguments arguments = arguments_of(frame);
        if (!is_python(init)) return initialise_natively(run, frame.base[1], arguments);
        Value bound = bind_special(run, init, frame.base[1]);
        if (is_result(bound)) return bound;
        arguments.self = bound == init ? frame.base[1] : UNBOUND;
        Value result = call_with(run, bound, arguments);
        if (result == COLLECT) return result;
        frame.state = 3;
        if (is_result(result)) return result;
        in = result;
    }
    return in == NONE ? frame.base[1] : raise_init_returned(run, in);
}

}  // namespace exmonty
