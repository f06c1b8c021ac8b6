// Imports: modules are native, Python of the prelude, both, or offered by the host. There is no file system to search.
// https://docs.python.org/3/reference/import.html
#include "vm/runtime/op_import.h"

#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/arguments.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"
#include "vm/objects/template.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/call.h"

namespace exmonty {
namespace {

// The pending ImportError is about this module, and about this name in it.
void name_module(Run& run, Str* module, Value name) {
    if (Exception* error = as<Exception>(run.pending)) {
        Str* message = str_of(cast<Tuple>(error->args)->items[0]);
        set_details(run, error, DetailGroup::ImportError, {Value::cell(message), Value::cell(module), UNBOUND, name});
    }
}

Value raise_not_found(Run& run, Str* name) {
    Value raised = run.raise(ExceptionType::ModuleNotFoundError, {"No module named '", name->view(), "'"});
    name_module(run, name, UNBOUND);
    return raised;
}

Module* new_module(Run& run, Str* name) {
    Dict* dict = new_dict(run.heap);
    dict->flags |= Dict::stable;
    Module* module = run.heap.allocate<Module>();
    module->name = name;
    module->dict = dict;
    return dict_set(run, dict, exmonty::name(Name::__name__), Value::cell(name)) ? module : nullptr;
}

bool fill(Run& run, Module* module, const NativeModule* native) {
    for (const NativeFunction& function : native->functions)
        if (!add_to_module(run, module, function.name, Value::cell(&function))) return false;
    for (const Class* type : native->classes) {
        const bool is_public = short_name(type)[0] != '_' && module->name->view() == type->module_name;
        if (is_public && !add_to_module(run, module, short_name(type), Value::cell(type))) return false;
    }
    return !native->fill || native->fill(run, module);
}

// Binds a submodule in its parent: `import a.b` makes b an attribute of a.
void bind_in_parent(Run& run, Str* name, Value module) {
    size_t dot = name->view().rfind('.');
    if (dot == std::string_view::npos) return;
    Str* parent_name = new_str(run.heap, name->view().substr(0, dot));
    Module* parent = as<Module>(dict_get(run, run.modules, parent_name));
    if (parent) dict_set(run, parent->dict, new_str(run.heap, name->view().substr(dot + 1)), module);
}

// One module whose parents are imported. A Module, or PUSHED while its Python part runs (then the step gives it).
Value load_one(Run& run, Str* name) {
    Value known = dict_get(run, run.modules, name);
    if (known != UNBOUND && known != NONE) return known;
    const NativeModule* native = find_native_module(name->view());
    CodeTemplate* code = run.host.prelude_module ? run.host.prelude_module(run.host.context, run, name->view()) : nullptr;
    if (!native && !code) {
        if (run.host.pauses) return run.suspend(HostCallKind::ImportLookup, name, nullptr, nullptr);
        return raise_not_found(run, name);
    }
    // It is known once nothing of it can be refused any more: what is refused is loaded again as a whole.
    Module* module = new_module(run, name);
    if (!module || (native && !fill(run, module, native))) return run.refused();
    CodeInstance* instance = code ? new_code_instance(run, code, module->dict) : nullptr;
    if (code && !instance) return run.refused();
    if (!dict_set(run, run.modules, name, Value::cell(module))) return run.refused();
    bind_in_parent(run, name, Value::cell(module));
    if (!code) return Value::cell(module);
    return run.push_step(StepId::run_module, {Value::cell(module), Value::cell(new_function(run, instance))});
}

}  // namespace

// Slots: module, the function of its Python part.
Value step_run_module(Run& run, Frame& frame, Value in) {
    (void)in;
    if (frame.state == 1) return frame.base[0];
    Value result = run.call(frame.base[1], {});
    if (result != COLLECT) frame.state = 1;
    return is_result(result) ? result : frame.base[0];
}

// Slots: a module of the prelude, a function in it, its arguments. Calls the function.
Value step_call_prelude(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value module = run.import_module(cast<Str>(frame.base[0]));
        if (module == COLLECT) return module;
        frame.state = 1;
        if (is_result(module)) return module;
        in = module;
    }
    if (frame.state == 2) return in;
    Module* module = as<Module>(in);
    Value function = module ? dict_get(run, module->dict, cast<Str>(frame.base[1])) : UNBOUND;
    if (function == UNBOUND) return run.raise(ExceptionType::SystemError, {"bad prelude"});
    const Tuple* args = cast<Tuple>(frame.base[2]);
    Value result = run.call(function, args->items, args->count);
    if (result != COLLECT) frame.state = 2;
    return result;
}

Value Run::import_module(Str* dotted_name) {
    if (dotted_name->view().find('.') == std::string_view::npos) return load_one(*this, dotted_name);
    return push_step(StepId::import_module, {Value::cell(dotted_name), Value::integer(0), TRUE});
}

// Slots: dotted name, the end of the part that was imported last, whether the last module (not the first) is wanted.
// Imports a, a.b, a.b.c in turn.
Value step_import_module(Run& run, Frame& frame, Value in) {
    Str* dotted = as<Str>(frame.base[0]);
    if (!dotted) return run.raise(ExceptionType::SystemError, {"bad module name"});
    std::string_view text = dotted->view();
    for (;;) {
        size_t done = static_cast<size_t>(frame.base[1].as_int());
        if (frame.state == 1) {
            if (done >= text.size() && frame.base[2] == TRUE) return in;
            frame.state = 0;
        }
        if (done >= text.size()) {
            Str* first = new_str(run.heap, text.substr(0, text.find('.')));
            return dict_get(run, run.modules, first);
        }
        size_t end = text.find('.', done + (done > 0));
        if (end == std::string_view::npos) end = text.size();
        Value loaded = load_one(run, new_str(run.heap, text.substr(0, end)));
        if (loaded == COLLECT) return loaded;
        frame.base[1] = Value::integer(static_cast<int64_t>(end));
        frame.state = 1;
        if (is_result(loaded)) return loaded;
        in = loaded;
    }
}

Value import_name(Run& run, Frame*, Str* name, Value wanted, uint32_t level) {
    if (level > 0) return run.raise(ExceptionType::ImportError, {"attempted relative import with no known parent package"});
    if (name->view().find('.') == std::string_view::npos) return load_one(run, name);
    return run.push_step(StepId::import_module, {Value::cell(name), Value::integer(0), boolean(wanted != NONE)});
}

Value import_from(Run& run, Value module, Str* name) {
    Module* cell = as<Module>(module);
    Value found = cell ? dict_get(run, cell->dict, name) : UNBOUND;
    if (found != UNBOUND) return found;
    if (!cell) return run.get_attribute(module, name);
    Value submodule = run.text({cell->name->view(), ".", name->view()});
    if (is_result(submodule)) return submodule;
    found = dict_get(run, run.modules, cast<Str>(submodule));
    if (found != UNBOUND) return found;
    bool importable = find_native_module(cast<Str>(submodule)->view()) ||
                      (run.host.prelude_module && run.host.prelude_module(run.host.context, run, cast<Str>(submodule)->view()));
    if (importable) return load_one(run, cast<Str>(submodule));
    Value raised = run.raise(ExceptionType::ImportError, {"cannot import name '", name->view(), "' from '", cell->name->view(), "' (unknown location)"});
    name_module(run, cell->name, Value::cell(name));
    return raised;
}

Value import_star(Run& run, Frame* frame, Value module) {
    Module* cell = as<Module>(module);
    if (!cell) return run.type_error({"import * needs a module"});
    Value all = dict_get(run, cell->dict, name(Name::__all__));
    List* list = as<List>(all);
    for (uint32_t i = 0; list && i < list->size; i++) {
        Str* key = as<Str>(list->items[i]);
        Value value = key ? dict_get(run, cell->dict, key) : UNBOUND;
        if (!key || value == UNBOUND)
            return run.raise(ExceptionType::AttributeError, {"module '", cell->name->view(), "' has no attribute '", key ? key->view() : "", "'"});
        if (!dict_set(run, frame->code->globals, key, value)) return run.refused();
    }
    if (list) return NONE;
    for (uint32_t i = dict_next(cell->dict, 0); i < cell->dict->used; i = dict_next(cell->dict, i + 1)) {
        Str* key = as<Str>(cell->dict->entries[i].key);
        if (!key || key->view().substr(0, 1) == "_") continue;
        if (!dict_set(run, frame->code->globals, key, cell->dict->entries[i].value)) return run.refused();
    }
    return NONE;
}

}  // namespace exmonty
