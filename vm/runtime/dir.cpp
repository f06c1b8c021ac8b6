// https://docs.python.org/3/library/functions.html#dir
#include "vm/runtime/dir.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"

namespace exmonty {
namespace {

bool add_name(Run& run, Dict* names, Str* name) { return dict_set(run, names, name, NONE); }

bool add_text(Run& run, Dict* names, std::string_view text) {
    Str* name = static_str(text);
    if (!name) name = new_str(run.heap, text);
    return name && add_name(run, names, name);
}

bool add_keys(Run& run, Dict* names, const Dict* source) {
    for (uint32_t i = dict_next(source, 0); i < source->used; i = dict_next(source, i + 1))
        if (Str* key = as<Str>(source->entries[i].key); key && !add_name(run, names, key)) return false;
    return true;
}

bool add_class(Run& run, Dict* names, const Class* type) {
    for (uint32_t i = 0; i < type->mro_count; i++) {
        const Class* at = type->mro[i];
        if (!at->is_builtin()) {
            if (!add_keys(run, names, at->dict)) return false;
            continue;
        }
        for (uint32_t k = 0; k < at->row_count; k++)
            if (!add_text(run, names, at->rows[k].name)) return false;
        for (size_t k = 0; at->operations && k < operation_wrapper_count(); k++)
            if (operation_wrapper(at, operation_wrapper_name(k)) && !add_text(run, names, operation_wrapper_name(k))) return false;
    }
    return true;
}

bool add_own(Run& run, Dict* names, Value object) {
    AttributeStore store(object);
    if (!store || !*store.shape) return true;
    if (store.in_dictionary_mode()) return add_keys(run, names, store.dict());
    for (Shape* at = *store.shape; at && at->name; at = at->parent)
        if (store.slot(at->slot_count - 1) != UNBOUND && !add_name(run, names, at->name)) return false;
    return true;
}

}  // namespace

Value dir_of(Run& run, Value object) {
    Dict* names = new_dict(run.heap);
    bool complete = true;
    if (Module* module = as<Module>(object)) {
        complete = add_keys(run, names, module->dict);
    } else {
        Class* type = as<Class>(object);
        complete = add_class(run, names, type ? type : class_of(object)) && add_own(run, names, object);
        if (!type && !class_of(object)->is_builtin()) {
            complete = complete && add_name(run, names, name(Name::__dict__)) && add_name(run, names, name(Name::__module__)) &&
                       add_name(run, names, name(Name::__weakref__));
        }
        if (type && !type->is_builtin())
            complete = complete && add_name(run, names, name(Name::__dict__)) && add_name(run, names, name(Name::__weakref__));
        if (Function* function = as<Function>(object); function && function->dict) complete = complete && add_keys(run, names, function->dict);
    }
    if (!complete) return run.refused();
    List* list = new_list(run.heap);
    for (uint32_t i = 0; i < names->used; i++)
        if (names->entries[i].value != UNBOUND && !append(run.heap, list, names->entries[i].key)) return run.refused();
    return run.push_step(StepId::sorted_list, {Value::cell(list)});
}

Value Run::dir(Value object) { return dir_of(*this, object); }

// Slots: a list. Sorts it in place and gives it.
Value step_sorted_list(Run& run, Frame& frame, Value in) {
    (void)in;
    if (frame.state == 1) return frame.base[0];
    Value sort = class_lookup(run, &list_class, name(Name::sort));
    Value result = run.call(sort, {frame.base[0]});
    if (result == COLLECT) return result;
    frame.state = 1;
    return is_result(result) ? result : frame.base[0];
}

}  // namespace exmonty
