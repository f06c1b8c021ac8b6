#include "vm/runtime/op_name.h"

#include "vm/objects/exception_details.h"
#include "vm/objects/hash.h"
#include "vm/objects/module.h"
#include "vm/objects/record.h"
#include "vm/objects/builtin_types.h"

namespace exmonty {

static std::string_view local_name(const CodeTemplate* code, uint32_t local) {
    return local < code->local_names.size() ? code->local_names[local]->view() : "<temporary>";
}

Value raise_unbound_local(Run& run, CodeTemplate* code, uint32_t local) {
    return run.raise(ExceptionType::UnboundLocalError, {"cannot access local variable '", local_name(code, local),
                                                        "' where it is not associated with a value"});
}

Value raise_unbound_free(Run& run, CodeTemplate* code, uint32_t number) {
    Str* name = number < code->free_names.size() ? code->free_names[number] : const_cast<Str*>(empty_str);
    run.raise(ExceptionType::NameError, {"cannot access free variable '", name->view(),
                                         "' where it is not associated with a value in enclosing scope"});
    if (Exception* error = as<Exception>(run.pending)) set_details(run, error, DetailGroup::NameError, {Value::cell(name)});
    return RAISED;
}

// Spilled locals lie in a tuple that no one else sees.
Value new_spill(Run& run, uint32_t count) {
    if (!run.heap.reserve(sizeof(Value) * uint64_t{count})) return run.refused();
    return Value::cell(new_tuple(run.heap, count));
}

Value load_spill(Run& run, CodeTemplate* code, Value spill, uint32_t number) {
    Tuple* tuple = as<Tuple>(spill);
    if (!tuple || number >= tuple->count || tuple->items[number] == UNBOUND)
        return raise_unbound_local(run, code, code->register_locals + number);
    return tuple->items[number];
}

Value store_spill(Run& run, Value spill, uint32_t number, Value value) {
    Tuple* tuple = as<Tuple>(spill);
    if (!tuple || tuple->is_immortal() || number >= tuple->count) return run.raise(ExceptionType::SystemError, {"bad spill"});
    tuple->items[number] = value;
    return NONE;
}

static ClosureCell* spilled_cell(Value spill, uint32_t number) {
    Tuple* tuple = as<Tuple>(spill);
    return tuple && number < tuple->count ? as<ClosureCell>(tuple->items[number]) : nullptr;
}

Value load_spill_cell(Run& run, CodeTemplate* code, Value spill, uint32_t number) {
    ClosureCell* cell = spilled_cell(spill, number);
    if (!cell || cell->value == UNBOUND) return raise_unbound_local(run, code, code->register_locals + number);
    return cell->value;
}

Value delete_spill_cell(Run& run, CodeTemplate* code, Value spill, uint32_t number) {
    Value value = load_spill_cell(run, code, spill, number);
    if (is_result(value)) return value;
    spilled_cell(spill, number)->value = UNBOUND;
    return NONE;
}

static Value raise_name_error(Run& run, Str* name) {
    run.raise(ExceptionType::NameError, {"name '", name->view(), "' is not defined"});
    if (Exception* error = as<Exception>(run.pending)) set_details(run, error, DetailGroup::NameError, {Value::cell(name)});
    return RAISED;
}

Value load_global(Run& run, Frame* frame, uint32_t site) {
    Str* name = site_name(frame, site);
    Value value = dict_get(run, frame->code->globals, name);
    if (value != UNBOUND) return value;
    value = dict_get(run, run.builtins, name);
    if (value != UNBOUND) return value;
    if (run.host.pauses && frame->code->globals == run.main->dict) return lookup_name_of_host(run, frame, name);
    return raise_name_error(run, name);
}

// A name that is called next is offered as a function of the host without asking; any other read asks first.
Value lookup_name_of_host(Run& run, Frame* frame, Str* name) {
    if (op_of(frame->pc[-2]) == Op::LOAD_GLOBAL && b_of(frame->pc[-2]) == 1) {
        External* function = run.heap.allocate<External>();
        function->name = name;
        function->doc = NONE;
        return Value::cell(function);
    }
    return run.suspend(HostCallKind::NameLookup, name, nullptr, nullptr);
}

Value delete_global(Run& run, Frame* frame, uint32_t site) {
    Dict* globals = frame->code->globals;
    DictEntry& target = globals->entries[frame->code->caches[site].index];
    if (target.value == UNBOUND) return raise_name_error(run, site_name(frame, site));
    target.value = UNBOUND;
    globals->live--;
    globals->keys_version++;
    return NONE;
}

// A namespace that `__prepare__` made may be a dict with methods of its own, or no dict at all.
static bool needs_python(Run& run, Value space) {
    if (!is_kind(space, Kind::Instance)) return false;
    return !is_kind(payload(space), Kind::Dict) || !is_kind(run.special(class_of(space), Name::__getitem__), Kind::NativeFunction) ||
           run.special(class_of(space), Name::__missing__) != UNBOUND;
}

static Value load_from_space(Run& run, Value space, Str* name) {
    if (Dict* dict = as<Dict>(payload(space))) return dict_get(run, dict, name);
    return UNBOUND;
}

static Value load_beyond_space(Run& run, Frame* frame, Str* name) {
    Value value = dict_get(run, frame->code->globals, name);
    if (value != UNBOUND) return value;
    value = dict_get(run, run.builtins, name);
    if (value != UNBOUND) return value;
    if (run.host.pauses && frame->code->globals == run.main->dict) return lookup_name_of_host(run, frame, name);
    return raise_name_error(run, name);
}

// Slots: namespace, name, the free variable that comes next or UNBOUND. A KeyError of the namespace leads on.
Value step_load_name(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.get_item(frame.base[0], frame.base[1]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result) && result != RAISED) return result;
        in = result;
    }
    if (frame.state == 2 || in != RAISED) return in;
    if (!run.take_pending(ExceptionType::KeyError)) return RAISED;
    Frame* below = frame.previous;
    if (!below || below->is_step()) return run.raise(ExceptionType::SystemError, {"bad slot"});
    frame.state = 2;
    if (frame.base[2].is_int()) {
        const auto number = static_cast<uint32_t>(frame.base[2].as_int());
        ClosureCell* cell = free_cell(below, number);
        return cell && cell->value != UNBOUND ? cell->value : raise_unbound_free(run, below->code->code, number);
    }
    return load_beyond_space(run, below, cast<Str>(frame.base[1]));
}

Value load_name(Run& run, Frame* frame, Value space, Str* name) {
    if (needs_python(run, space)) return run.push_step(StepId::load_name, {space, Value::cell(name), UNBOUND});
    Value value = load_from_space(run, space, name);
    return value == UNBOUND ? load_beyond_space(run, frame, name) : value;
}

Value load_free_or_name(Run& run, Frame* frame, Value space, uint32_t free_number, Str* name) {
    if (needs_python(run, space)) return run.push_step(StepId::load_name, {space, Value::cell(name), Value::integer(free_number)});
    Value value = load_from_space(run, space, name);
    if (value != UNBOUND) return value;
    ClosureCell* cell = free_cell(frame, free_number);
    if (!cell || cell->value == UNBOUND) return raise_unbound_free(run, frame->code->code, free_number);
    return cell->value;
}

Value delete_name(Run& run, Value space, Str* name) {
    Dict* dict = as<Dict>(payload(space));
    if (dict && dict_remove(run, dict, name)) return NONE;
    return raise_name_error(run, name);
}

}  // namespace exmonty
