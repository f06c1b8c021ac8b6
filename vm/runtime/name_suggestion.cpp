#include "vm/runtime/name_suggestion.h"

#include "vm/base/suggestion.h"
#include "vm/objects/attributes.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/function.h"
#include "vm/objects/template.h"
#include "vm/runtime/op_name.h"

namespace exmonty {
namespace {

Value content(Value local) {
    ClosureCell* cell = as<ClosureCell>(local);
    return cell ? cell->value : local;
}

// Calls f(name, value) for each local name that has a value. False: f said so, and was not called again.
template <class F>
bool each_local(const Frame* frame, F f) {
    const CodeTemplate* code = frame->code->code;
    size_t count = code->local_names.size() < code->register_locals ? code->local_names.size() : code->register_locals;
    for (size_t i = 0; i < count; i++)
        if (Value value = content(frame->base[i]); value != UNBOUND && !f(code->local_names[i], value)) return false;
    for (uint32_t i = 0; i < code->free_names.size(); i++) {
        const ClosureCell* cell = free_cell(frame, i);
        if (cell && cell->value != UNBOUND && !f(code->free_names[i], cell->value)) return false;
    }
    return true;
}

Value local_self(const Frame* frame) {
    Value found = UNBOUND;
    each_local(frame, [&found](const Str* name, Value value) {
        if (name->view() == "self") found = value;
        return found == UNBOUND;
    });
    return found;
}

void consider_keys(Run& run, Suggestion& suggestion, const Dict* dict) {
    for (uint32_t i = 0; dict && i < dict->used && !run.budget.poll(); i++) {
        Str* key = as<Str>(dict->entries[i].key);
        if (key && dict->entries[i].value != UNBOUND) suggestion.consider(key->view());
    }
}

// Whether `self.name` is there; Python code that could give it is not asked.
bool has_attribute(Run& run, Value self, const Str* name) {
    return class_lookup(run, class_of(self), name) != UNBOUND || own_attribute(run, self, name) != UNBOUND;
}

Value suggested_name(Run& run, const Frame* frame, const Str* wanted) {
    Value self = local_self(frame);
    if (self != UNBOUND && has_attribute(run, self, wanted)) return run.text({"self.", wanted->view()});
    Suggestion suggestion(wanted->view());
    const CodeTemplate* code = frame->code->code;
    if (code->has(CodeFlag::ClassBody)) consider_keys(run, suggestion, as<Dict>(frame->base[0]));
    else each_local(frame, [&suggestion](const Str* name, Value) {
        suggestion.consider(name->view());
        return true;
    });
    consider_keys(run, suggestion, frame->code->globals);
    consider_keys(run, suggestion, run.builtins);
    return suggestion.best().empty() ? UNBOUND : run.text(suggestion.best());
}

}  // namespace

void note_frame_slow(Run& run, const Frame* frame, Exception* exception) {
    DetailGroup group = detail_group(exception->type);
    if (group == DetailGroup::NameError) {
        Str* wanted = as<Str>(payload(exception_detail(run, exception, group, detail::name)));
        Value suggested = wanted ? suggested_name(run, frame, wanted) : UNBOUND;
        replace_detail(run, exception, group, detail::name_suggestion, is_kind(suggested, Kind::Str) ? suggested : UNBOUND);
    } else if (group == DetailGroup::AttributeError) {
        Value object = exception_detail(run, exception, group, detail::attribute_object);
        bool is_self = object != UNBOUND && local_self(frame) == object;
        replace_detail(run, exception, group, detail::attribute_seen_by_self, boolean(is_self));
    }
}

}  // namespace exmonty
