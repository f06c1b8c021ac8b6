// None, Ellipsis, NotImplemented, and module.
// https://docs.python.org/3/library/constants.html
#include "vm/objects/builtin_types.h"
#include "vm/objects/module.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

Value none_repr(Run& run, Value) { return run.text("None"); }
Value none_truth(Run&, Value) { return FALSE; }
Value none_construct(Run& run, const Class* type, const Value*, uint32_t count, Tuple* names) {
    if (count > 0 || names) return run.type_error({type == &ellipsis_class ? "EllipsisType" : type->name, " takes no arguments"});
    return type == &none_class ? NONE : type == &ellipsis_class ? ELLIPSIS : NOT_IMPLEMENTED;
}
// None | int in annotations.
Value none_binary(Run& run, Operator op, Value a, Value b) { return type_class.operations->binary(run, op, a, b); }

Value none_hash(Run& run, Value self) { return run.hash(self); }

constexpr TypeOperations none_operations = {.repr = none_repr, .hash = none_hash, .truth = none_truth, .binary = none_binary, .operators = " ", .construct = none_construct};
constexpr const Class* none_mro[] = {&none_class, &object_class};

Value ellipsis_repr(Run& run, Value) { return run.text("Ellipsis"); }
constexpr TypeOperations ellipsis_operations = {.repr = ellipsis_repr, .construct = none_construct};
constexpr const Class* ellipsis_mro[] = {&ellipsis_class, &object_class};

Value not_implemented_repr(Run& run, Value) { return run.text("NotImplemented"); }
Value not_implemented_truth(Run& run, Value) { return run.type_error({"NotImplemented should not be used in a boolean context"}); }
constexpr TypeOperations not_implemented_operations = {.repr = not_implemented_repr, .truth = not_implemented_truth, .construct = none_construct};
constexpr const Class* not_implemented_mro[] = {&not_implemented_class, &object_class};

Value module_repr(Run& run, Value self) { return run.text({"<module '", cast<Module>(self)->name->view(), "' (built-in)>"}); }
constexpr TypeOperations module_operations = {.repr = module_repr};
constexpr const Class* module_mro[] = {&module_class, &object_class};

}  // namespace

constinit const Class none_class = builtin_class("NoneType", "builtins", &object_class, none_mro, 2, Kind::Free, Class::final_class, nullptr, 0,
                                                 &none_operations, nullptr);
constinit const Class ellipsis_class = builtin_class("ellipsis", "builtins", &object_class, ellipsis_mro, 2, Kind::Free, Class::final_class,
                                                     nullptr, 0, &ellipsis_operations, nullptr);
constinit const Class not_implemented_class = builtin_class("NotImplementedType", "builtins", &object_class, not_implemented_mro, 2, Kind::Free,
                                                            Class::final_class, nullptr, 0, &not_implemented_operations, nullptr);
constinit const Class module_class = builtin_class("module", "builtins", &object_class, module_mro, 2, Kind::Module, Class::final_class, nullptr, 0,
                                                   &module_operations, nullptr);

}  // namespace exmonty
