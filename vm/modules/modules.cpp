#include "vm/modules/modules.h"

#include "vm/objects/class.h"
#include "vm/objects/run.h"

namespace exmonty {

#define MODULE(name) extern const NativeModule module_##name;
#include "vm/modules/modules.def"

namespace {

constexpr const NativeModule* modules[] = {
#define MODULE(name) &module_##name,
#include "vm/modules/modules.def"
};

}  // namespace

std::span<const NativeModule* const> native_modules() { return modules; }

const NativeModule* find_native_module(std::string_view name) {
    for (const NativeModule* module : modules)
        if (name == module->name) return module;
    return nullptr;
}

const NativeModule* module_with_any_row(const NativeFunction* native) {
    for (const NativeModule* module : modules)
        for (std::span<const NativeFunction> rows : {module->functions, module->bound})
            if (native >= rows.data() && native < rows.data() + rows.size()) return module;
    return nullptr;
}

const NativeFunction* find_any_row(const NativeModule* module, std::string_view name) {
    for (std::span<const NativeFunction> rows : {module->functions, module->bound})
        for (const NativeFunction& row : rows)
            if (row.name == name) return &row;
    return nullptr;
}

const NativeModule* module_with_row(const NativeFunction* native) {
    for (const NativeModule* module : modules) {
        const NativeFunction* first = module->functions.data();
        if (native >= first && native < first + module->functions.size()) return module;
    }
    return nullptr;
}

const Class* module_class_with_row(const NativeFunction* native) {
    for (const NativeModule* module : modules)
        for (const Class* type : module->classes)
            if (native >= type->rows && native < type->rows + type->row_count) return type;
    return nullptr;
}

bool add_to_module(Run& run, Module* module, std::string_view name, Value value) {
    Str* key = static_str(name);
    if (!key) key = new_str(run.heap, name);
    return key && dict_set(run, module->dict, key, value);
}

}  // namespace exmonty
