// Making classes: the class statement and type(name, bases, namespace).
// https://docs.python.org/3/reference/datamodel.html#customizing-class-creation
#include "vm/runtime/type_call.h"

#include "vm/base/text_sink.h"
#include "vm/objects/attributes.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/hash.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

// What instances of a class hold, as far as its bases decide it.
struct Layout {
    Kind kind = Kind::Instance;
    uint8_t flags = 0;
    const TypeOperations* operations = nullptr;
    const Class* builtin_base = nullptr;
    DetailGroup details = DetailGroup::None;
};

// False: raised.
bool merge_layout(Run& run, const Class* base, Layout& layout) {
    const Class* solid = nullptr;
    for (uint32_t i = 0; i < base->mro_count && !solid; i++)
        if (base->mro[i]->is_builtin() && base->mro[i] != &object_class) solid = base->mro[i];
    if (base->flags & Class::final_class) {
        run.type_error({"type '", class_name(base), "' is not an acceptable base type"});
        return false;
    }
    if (!solid) return true;
    bool exception = solid->flags & Class::exception;
    bool is_type = solid == &type_class;
    DetailGroup details = exception ? detail_group(solid) : DetailGroup::None;
    bool same_details = details == DetailGroup::None || layout.details == DetailGroup::None || details == layout.details;
    bool both_exceptions = exception && (layout.flags & Class::exception) && same_details;
    if (layout.builtin_base && !both_exceptions && layout.builtin_base != solid) {
        run.type_error({"multiple bases have instance lay-out conflict"});
        return false;
    }
    layout.builtin_base = solid;
    if (details != DetailGroup::None) layout.details = details;
    layout.kind = solid->instance_kind();
    layout.operations = solid->operations;
    layout.flags |= exception ? Class::exception : is_type ? 0 : Class::has_payload;
    layout.flags |= solid->flags & Class::unhashable;
    return true;
}

struct MergeList {
    const Class* const* classes;
    uint32_t count;
    uint32_t at;
};

bool stands_in_tail(const MergeList* lists, uint32_t count, const Class* candidate) {
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = lists[i].at + 1; k < lists[i].count; k++)
            if (lists[i].classes[k] == candidate) return true;
    return false;
}

// The next class of the C3 merge, or nullptr.
const Class* next_of_merge(const MergeList* lists, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (lists[i].at == lists[i].count) continue;
        const Class* candidate = lists[i].classes[lists[i].at];
        if (!stands_in_tail(lists, count, candidate)) return candidate;
    }
    return nullptr;
}

// Names the first class of each list that is not used up.
Value no_order(Run& run, const MergeList* lists, uint32_t count) {
    FixedText<1024> names;
    auto head = [lists](uint32_t i) { return lists[i].at < lists[i].count ? lists[i].classes[lists[i].at] : nullptr; };
    for (uint32_t i = 0; i < count; i++) {
        const Class* type = head(i);
        for (uint32_t k = 0; type && k < i; k++)
            if (head(k) == type) type = nullptr;
        if (!type) continue;
        if (names.size > 0) names.append(", ");
        names.append(class_name(type));
    }
    return run.type_error({"Cannot create a consistent method resolution order (MRO) for bases ", names.view()});
}

// https://docs.python.org/3/howto/mro.html. NONE, RAISED or COLLECT.
Value linearise(Run& run, Class* type, Tuple* bases) {
    uint64_t total = 1;
    for (Value base : bases->view()) total += cast<Class>(base)->mro_count;
    if (run.budget.poll(total)) return RAISED;
    uint32_t count = bases->count;
    MergeList* lists = static_cast<MergeList*>(run.heap.take_block(sizeof(MergeList) * (count + 1) + sizeof(Class*) * (count + 1)));
    const Class** order = static_cast<const Class**>(run.heap.take_block(sizeof(Class*) * (total + 1)));
    if (!lists || !order) {
        run.heap.give_block(lists);
        run.heap.give_block(order);
        return run.refused();
    }
    const Class** direct = reinterpret_cast<const Class**>(lists + count + 1);
    for (uint32_t i = 0; i < count; i++) {
        direct[i] = cast<Class>(bases->items[i]);
        lists[i] = {direct[i]->mro, direct[i]->mro_count, 0};
    }
    lists[count] = {direct, count, 0};
    uint32_t made = 0;
    order[made++] = type;
    while (const Class* next = next_of_merge(lists, count + 1)) {
        order[made++] = next;
        for (uint32_t i = 0; i <= count; i++)
            if (lists[i].at < lists[i].count && lists[i].classes[lists[i].at] == next) lists[i].at++;
        if (run.budget.poll()) break;
    }
    bool complete = true;
    for (uint32_t i = 0; i <= count; i++) complete = complete && lists[i].at == lists[i].count;
    type->mro = order;
    type->mro_count = made;
    Value result = NONE;
    if (run.budget.breach != Breach::None) result = RAISED;
    else if (!complete) result = no_order(run, lists, count + 1);
    run.heap.give_block(lists);
    return result;
}

bool add_subclass(Run& run, const Class* base, Class* type) {
    if (base->is_builtin()) return true;
    Class* parent = const_cast<Class*>(base);
    if (parent->subclass_count == parent->subclass_capacity) {
        uint32_t capacity = parent->subclass_capacity ? parent->subclass_capacity * 2 : 4;
        void* block = run.heap.resize_block(parent->subclasses, sizeof(Class*) * capacity);
        if (!block) return false;
        parent->subclasses = static_cast<Class**>(block);
        parent->subclass_capacity = capacity;
    }
    parent->subclasses[parent->subclass_count++] = type;
    return true;
}

// Functions of these names are class methods without saying so.
void wrap_implicit_class_methods(Run& run, Dict* space) {
    for (Name which : {Name::__init_subclass__, Name::__class_getitem__}) {
        Value found = dict_get(run, space, name(which));
        if (!is_kind(found, Kind::Function)) continue;
        Record* wrapped = new_record(run.heap, &class_method_class, method_field::count);
        wrapped->fields[method_field::function] = found;
        dict_set(run, space, name(which), Value::cell(wrapped));
    }
}

}  // namespace

// A class that no class statement made belongs to the module whose code runs. False: refused.
static bool note_module(Run& run, Class* type) {
    if (dict_get(run, type->dict, name(Name::__module__)) != UNBOUND) return true;
    const Frame* frame = run.frame;
    while (frame && (frame->is_step() || (frame->flags & Frame::invisible))) frame = frame->previous;
    const Value module = frame ? dict_get(run, frame->code->globals, name(Name::__name__)) : UNBOUND;
    return module == UNBOUND || dict_set(run, type->dict, name(Name::__module__), module);
}

Value new_class(Run& run, Str* class_name, Tuple* bases, Dict* space, const Class* metaclass) {
    if (bases->count == 0) {
        bases = new_tuple(run.heap, 1);
        bases->items[0] = Value::cell(&object_class);
    }
    Layout layout;
    for (uint32_t i = 0; i < bases->count; i++) {
        Class* base = as<Class>(bases->items[i]);
        if (!base)
            return run.type_error({"metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                                   "metaclasses of all its bases"});
        for (uint32_t k = 0; k < i; k++)
            if (bases->items[k] == bases->items[i]) return run.type_error({"duplicate base class ", exmonty::class_name(base)});
        if (!merge_layout(run, base, layout)) return RAISED;
    }
    Class* type = run.heap.allocate<Class>();
    Cell header = *type;
    *type = Class{};
    static_cast<Cell&>(*type) = header;
    type->flags = layout.flags;
    type->small = static_cast<uint16_t>(layout.kind);
    type->metaclass = metaclass == &type_class ? nullptr : metaclass;
    type->operations = layout.operations;
    type->name_str = class_name;
    type->qualified_name = class_name;
    type->bases = bases;
    type->base = cast<Class>(bases->items[0]);
    type->dict = dict_copy(run.heap, space);
    if (!type->dict) return run.refused();
    Value ordered = linearise(run, type, bases);
    if (is_result(ordered)) return ordered;
    for (Value base : bases->view())
        if (!add_subclass(run, cast<Class>(base), type)) return run.refused();
    if (Str* qualified = as<Str>(dict_get(run, type->dict, name(Name::__qualname__)))) {
        type->qualified_name = qualified;
        dict_remove(run, type->dict, name(Name::__qualname__));
    }
    if (ClosureCell* cell = as<ClosureCell>(dict_get(run, type->dict, name(Name::__classcell__)))) cell->value = Value::cell(type);
    dict_remove(run, type->dict, name(Name::__classcell__));
    if (!note_module(run, type)) return run.refused();
    if (dict_get(run, type->dict, name(Name::__doc__)) == UNBOUND) dict_set(run, type->dict, name(Name::__doc__), NONE);
    if (dict_get(run, type->dict, name(Name::__eq__)) != UNBOUND && dict_get(run, type->dict, name(Name::__hash__)) == UNBOUND)
        dict_set(run, type->dict, name(Name::__hash__), NONE);
    wrap_implicit_class_methods(run, type->dict);
    type->version = 1;
    type->instance_slots = layout.flags & Class::has_payload ? 2 : 0;
    type->root_shape = new_root_shape(run.heap, type);
    return Value::cell(type);
}

namespace {

// The most derived metaclass of the bases and of `metaclass`; nullptr: raised.
const Class* derived_metaclass(Run& run, const Class* metaclass, Tuple* bases) {
    for (Value base : bases->view()) {
        const Class* other = class_of(base);
        if (is_subclass(metaclass, other)) continue;
        if (!is_subclass(other, metaclass)) {
            run.type_error({"metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases"});
            return nullptr;
        }
        metaclass = other;
    }
    return metaclass;
}

namespace slot {
enum : uint32_t { body, name, bases, keywords, space, type, position, metaclass };
}

enum BuildState : uint32_t { Start, PrepareFound, Prepares, SpaceMade, SpaceKept, BodyReturns, ClassMade, NamesSet, Announced };

Value push_build(Run& run, const Value* args, Tuple* bases, Value keywords, Dict* space, Value metaclass) {
    return run.push_step(StepId::build_class, {args[1], args[2], Value::cell(bases), keywords, Value::cell(space), UNBOUND,
                                               Value::integer(0), metaclass});
}

// Body function, name, bases, keywords → a step. The metaclass may be any callable.
Value build_class(Run& run, Value* args, uint32_t count) {
    // args: **keywords, then body function, name, bases.
    Value keywords = args[0];
    if (count < 3) return run.type_error({"__build_class__: not enough arguments"});
    if (!is_kind(args[1], Kind::Function)) return run.type_error({"__build_class__: func must be a function"});
    if (!is_kind(args[2], Kind::Str)) return run.type_error({"__build_class__: name is not a string"});
    Tuple* bases = new_tuple(run.heap, count - 3);
    Dict* space = new_dict(run.heap);
    for (uint32_t i = 3; i < count; i++) {
        Value base = args[i];
        if (Record* alias = as_record(base, &generic_alias_class)) {
            base = alias->fields[alias_field::origin];
            Tuple* given = new_tuple(run.heap, std::span<const Value>(args + 3, count - 3));
            if (!given || !dict_set(run, space, name(Name::__orig_bases__), Value::cell(given))) return run.refused();
        }
        if (!is_kind(base, Kind::Class)) return run.type_error({type_name(base), " object is not a class"});
        bases->items[i - 3] = base;
    }
    const Class* metaclass = &type_class;
    if (Dict* dict = as<Dict>(keywords)) {
        Str* key = exmonty::name(Name::metaclass);
        Value given = dict_get(run, dict, key);
        if (given != UNBOUND) {
            dict_remove(run, dict, key);
            if (!is_kind(given, Kind::Class)) return push_build(run, args, bases, keywords, space, given);
            metaclass = cast<Class>(given);
        }
    }
    metaclass = derived_metaclass(run, metaclass, bases);
    return metaclass ? push_build(run, args, bases, keywords, space, Value::cell(metaclass)) : RAISED;
}

constexpr NativeRow build_class_rows[] = {{"__build_class__", "*args, **kwds", build_class}};
constinit const auto build_class_table = function_table(build_class_rows);

// The keywords of a class statement as those of a call. False: refused.
bool spread_keywords(Run& run, Value keywords, Tuple*& names, Tuple*& values) {
    const Dict* dict = as<Dict>(keywords);
    const uint32_t count = dict ? dict->live : 0;
    names = count ? new_tuple(run.heap, count) : nullptr;
    values = new_tuple(run.heap, count);
    if (!values || (count && !names)) return false;
    uint32_t number = 0;
    for (uint32_t i = dict ? dict_next(dict, 0) : 0; dict && i < dict->used; i = dict_next(dict, i + 1)) {
        names->items[number] = dict->entries[i].key;
        values->items[number++] = dict->entries[i].value;
    }
    return true;
}

// callee(name, bases[, space], **keywords)
Value call_for_class(Run& run, Frame& step, Value callee, Value space) {
    Tuple* names = nullptr;
    Tuple* values = nullptr;
    if (!spread_keywords(run, step.base[slot::keywords], names, values)) return run.refused();
    const uint32_t positional = space == UNBOUND ? 2 : 3;
    Tuple* row = new_tuple(run.heap, positional + values->count);
    if (!row) return run.refused();
    row->items[0] = step.base[slot::name];
    row->items[1] = step.base[slot::bases];
    if (space != UNBOUND) row->items[2] = space;
    for (uint32_t i = 0; i < values->count; i++) row->items[positional + i] = values->items[i];
    return run.call(callee, row->items, row->count, names);
}

// What the metaclass's own `__prepare__` gives replaces the namespace; what type.__prepare__ would give is there already.
// NONE: it is there. https://docs.python.org/3/reference/datamodel.html#preparing-the-class-namespace
Value prepare_space(Run& run, Frame& step, Value in) {
    const Class* metaclass = as<Class>(step.base[slot::metaclass]);
    if (!metaclass) return NONE;
    if (step.state == Start) {
        const Value found = class_lookup(run, metaclass, name(Name::__prepare__));
        if (found == UNBOUND || is_kind(found, Kind::NativeFunction)) return NONE;
        if (!arrived(step, PrepareFound, in = run.get_attribute(step.base[slot::metaclass], name(Name::__prepare__)))) return in;
    }
    // What has come waits in a slot, because a refusal comes back here without it.
    if (step.state == PrepareFound) {
        step.base[slot::type] = in;
        step.state = Prepares;
    }
    if (step.state == Prepares && !arrived(step, SpaceMade, in = call_for_class(run, step, step.base[slot::type], UNBOUND))) return in;
    if (step.state == SpaceMade) {
        step.base[slot::type] = in;
        step.state = SpaceKept;
    }
    const Value space = step.base[slot::type];
    const Class* type = class_of(space);
    const bool is_mapping = is_kind(payload(space), Kind::Dict) || (!type->is_builtin() && run.special(type, Name::__getitem__) != UNBOUND);
    if (!is_mapping)
        return run.type_error({class_name(metaclass), ".__prepare__() must return a mapping, not ", type_name(space)});
    const Value given = dict_get(run, cast<Dict>(step.base[slot::space]), name(Name::__orig_bases__));
    Dict* dict = as<Dict>(payload(space));
    if (given != UNBOUND && dict && !dict_set(run, dict, name(Name::__orig_bases__), given)) return run.refused();
    step.base[slot::space] = space;
    step.base[slot::type] = UNBOUND;
    return NONE;
}

Value push_body(Run& run, Frame& step) {
    Function* body = as<Function>(step.base[slot::body]);
    CodeInstance* code = body ? body->code : nullptr;
    if (!code || code->register_count == 0) return run.raise(ExceptionType::SystemError, {"bad class body"});
    if (run.budget.depth >= run.budget.recursion_limit) return run.raise(ExceptionType::RecursionError, {"maximum recursion depth exceeded"});
    Frame* frame = run.push_frame(code->register_count);
    if (!frame) return RAISED;
    for (uint32_t i = 0; i < code->register_count; i++) frame->base[i] = UNBOUND;
    frame->base[0] = step.base[slot::space];
    frame->pc = code->words;
    frame->code = code;
    frame->function = body;
    run.budget.depth++;
    return PUSHED;
}

// Calls `__set_name__` of the namespace's values from `position` on. NONE when all are done.
Value set_names(Run& run, Frame& step) {
    Class* type = as<Class>(step.base[slot::type]);
    if (!type || type->is_builtin()) return run.raise(ExceptionType::SystemError, {"bad slot"});
    Dict* dict = type->dict;
    uint32_t position = static_cast<uint32_t>(step.base[slot::position].as_int());
    for (; position < dict->used; position++) {
        Value value = dict->entries[position].value;
        Value key = dict->entries[position].key;
        if (value == UNBOUND) continue;
        if (Record* property = as_record(value, &property_class)) {
            if (property->fields[property_field::name] == NONE) property->fields[property_field::name] = key;
            continue;
        }
        if (is_builtin_instance(value) || run.special(class_of(value), Name::__set_name__) == UNBOUND) continue;
        Value result = run.call_special(value, Name::__set_name__, {Value::cell(type), key});
        if (result == COLLECT) return result;
        step.base[slot::position] = Value::integer(position + 1);
        if (is_result(result)) return result;
    }
    step.base[slot::position] = Value::integer(position);
    return NONE;
}

// super(cls, cls).__init_subclass__(**keywords)
Value announce(Run& run, Frame& step) {
    Class* type = cast<Class>(step.base[slot::type]);
    Dict* keywords = as<Dict>(step.base[slot::keywords]);
    Value hook = class_lookup_after(run, type, type, name(Name::__init_subclass__));
    if (hook == UNBOUND || is_kind(hook, Kind::NativeFunction)) {
        if (keywords && keywords->live > 0) return run.type_error({type->qualified_name->view(), ".__init_subclass__() takes no keyword arguments"});
        return NONE;
    }
    hook = bind_attribute(run, hook, UNBOUND, type);
    if (is_result(hook)) return hook;
    Tuple* names = nullptr;
    Tuple* values = nullptr;
    if (!spread_keywords(run, step.base[slot::keywords], names, values)) return run.refused();
    return run.call(hook, values->items, values->count, names);
}

// The class itself, by type or by calling a metaclass of the program's own.
Value make(Run& run, Frame& step) {
    const Class* metaclass = as<Class>(step.base[slot::metaclass]);
    Dict* space = as<Dict>(step.base[slot::space]);
    Tuple* bases = cast<Tuple>(step.base[slot::bases]);
    Str* name = as<Str>(step.base[slot::name]);
    if (metaclass != &type_class) return call_for_class(run, step, step.base[slot::metaclass], step.base[slot::space]);
    if (!name || !space) return run.raise(ExceptionType::SystemError, {"bad slot"});
    return new_class(run, name, bases, space, metaclass);
}

}  // namespace

Value build_class_function() { return Value::cell(&build_class_table[0]); }

Value step_build_class(Run& run, Frame& frame, Value in) {
    if (frame.state <= SpaceKept) {
        // The body's slot holds its function, the space's a dict, until they have gone.
        if (!is_kind(frame.base[slot::space], Kind::Dict)) return run.raise(ExceptionType::SystemError, {"bad slot"});
        const Value prepared = prepare_space(run, frame, in);
        if (is_result(prepared)) return prepared;
        frame.state = BodyReturns;
        return push_body(run, frame);
    }
    if (frame.state == BodyReturns) {
        // The body returns the `__class__` cell, or None; it waits in the body's slot.
        if (is_kind(frame.base[slot::body], Kind::Function)) frame.base[slot::body] = in;
        // A metaclass of the program's own passes it on to type.__new__, which fills it before it calls any hook.
        Dict* dict = as<Dict>(payload(frame.base[slot::space]));
        const bool is_cell = is_kind(frame.base[slot::body], Kind::ClosureCell);
        if (is_cell && dict && !dict_set(run, dict, name(Name::__classcell__), frame.base[slot::body])) return run.refused();
        Value result = make(run, frame);
        if (result == COLLECT) return result;
        frame.state = ClassMade;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == ClassMade) {
        frame.base[slot::type] = in;
        if (ClosureCell* cell = as<ClosureCell>(frame.base[slot::body])) cell->value = in;
        if (!is_kind(in, Kind::Class) || frame.base[slot::metaclass] != Value::cell(&type_class)) return in;
        frame.state = NamesSet;
    }
    if (frame.state == NamesSet) {
        Value result = set_names(run, frame);
        if (is_result(result)) return result;
        result = announce(run, frame);
        if (result == COLLECT) return result;
        frame.state = Announced;
        if (is_result(result)) return result;
    }
    return frame.base[slot::type];
}

Value call_type(Run& run, const Arguments& arguments) {
    uint32_t given = arguments.positional();
    if (given == 1 && !arguments.names) return Value::cell(class_of(arguments.at(0)));
    if (given != 3) return run.type_error({"type() takes 1 or 3 arguments"});
    Str* name = as<Str>(arguments.at(0));
    Tuple* bases = as<Tuple>(arguments.at(1));
    Dict* space = as<Dict>(arguments.at(2));
    if (!name) return run.type_error({"type.__new__() argument 1 must be str, not ", type_name(arguments.at(0))});
    if (!bases) return run.type_error({"type.__new__() argument 2 must be tuple, not ", type_name(arguments.at(1))});
    if (!space) return run.type_error({"type.__new__() argument 3 must be dict, not ", type_name(arguments.at(2))});
    Dict* keywords = nullptr;
    for (uint32_t i = 0; i < arguments.keyword_count(); i++) {
        if (!keywords) keywords = new_dict(run.heap);
        if (!dict_set(run, keywords, cast<Str>(arguments.names->items[i]), arguments.keyword(i))) return run.refused();
    }
    return make_class(run, &type_class, name, bases, space, keywords ? Value::cell(keywords) : UNBOUND);
}

Value make_class(Run& run, const Class* metaclass, Str* name, Tuple* bases, Dict* space, Value keywords) {
    metaclass = derived_metaclass(run, metaclass, bases);
    if (!metaclass) return RAISED;
    Value made = new_class(run, name, bases, space, metaclass);
    if (is_result(made)) return made;
    Value pushed = run.push_step(StepId::build_class, {NONE, Value::cell(name), Value::cell(bases), keywords, Value::cell(space), made,
                                                       Value::integer(0), Value::cell(metaclass)});
    if (pushed == PUSHED) run.frame->state = NamesSet;
    return pushed;
}

}  // namespace exmonty
