#include "vm/builtins/builtins.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/run.h"
#include "vm/objects/text_of.h"

namespace exmonty {
namespace {

bool add(Run& run, Dict* builtins, std::string_view name, Value value) {
    Str* key = static_str(name);
    if (!key) key = new_str(run.heap, name);
    return dict_set(run, builtins, key, value);
}

bool add_functions(Run& run, Dict* builtins, std::span<const NativeFunction> functions) {
    for (const NativeFunction& function : functions)
        if (!add(run, builtins, function.name, Value::cell(&function))) return false;
    return true;
}

bool add_types(Run& run, Dict* builtins) {
    constexpr const Class* types[] = {&object_class, &type_class, &int_class, &bool_class, &float_class, &str_class, &bytes_class,
                                      &tuple_class, &list_class, &dict_class, &set_class, &frozenset_class, &range_class, &slice_class,
                                      &property_class, &class_method_class, &static_method_class, &super_class, &enumerate_class, &filter_class, &map_class, &reversed_class, &zip_class};
    for (const Class* type : types)
        if (!add(run, builtins, type->name, Value::cell(type))) return false;
    return true;
}

bool add_exceptions(Run& run, Dict* builtins) {
    for (const ExceptionRow& row : exception_rows)
        if (row.module == "builtins" && !add(run, builtins, row.name, Value::cell(exception_class(row.type)))) return false;
    return add(run, builtins, "IOError", Value::cell(exception_class(ExceptionType::OSError))) &&
           add(run, builtins, "EnvironmentError", Value::cell(exception_class(ExceptionType::OSError)));
}

}  // namespace

bool fill_builtins(Run& run, Dict* builtins) {
    const std::span<const NativeFunction> tables[] = {attribute_functions(), class_check_functions(), extremum_functions(), iteration_functions(), number_functions(), printing_functions(),
                                                      sum_functions()};
    for (const std::span<const NativeFunction>& table : tables)
        if (!add_functions(run, builtins, table)) return false;
    return add_types(run, builtins) && add_exceptions(run, builtins) &&
           add(run, builtins, "None", NONE) && add(run, builtins, "True", TRUE) && add(run, builtins, "False", FALSE) &&
           add(run, builtins, "Ellipsis", ELLIPSIS) && add(run, builtins, "NotImplemented", NOT_IMPLEMENTED) &&
           add(run, builtins, "__debug__", TRUE) && add(run, builtins, "__name__", name_value(Name::builtins));
}

}  // namespace exmonty
