// The static classes of the builtin types. Each is defined at the foot of its type's file, below its method table:
//
//     constexpr const Class* list_mro[] = {&list_class, &object_class};
//     constinit const Class list_class = builtin_class("list", "builtins", &object_class, list_mro, 2, Kind::List,
//         Class::unhashable, list_methods.data(), list_methods.size(), &list_operations, list_doc);
//
// Types whose instances are Records are declared where they are used.
#pragma once

#include "vm/base/exception_type.h"
#include "vm/objects/class.h"

namespace exmonty {

extern const Class object_class;
extern const Class type_class;
extern const Class none_class;
extern const Class ellipsis_class;
extern const Class not_implemented_class;
extern const Class int_class;
extern const Class bool_class;
extern const Class float_class;
extern const Class str_class;
extern const Class bytes_class;
extern const Class tuple_class;
extern const Class list_class;
extern const Class dict_class;
extern const Class dict_keys_class;
extern const Class dict_values_class;
extern const Class dict_items_class;
extern const Class set_class;
extern const Class frozenset_class;
extern const Class deque_class;
extern const Class range_class;
extern const Class slice_class;
extern const Class range_iterator_class;
extern const Class list_iterator_class;
extern const Class list_reverse_iterator_class;
extern const Class tuple_iterator_class;
extern const Class str_iterator_class;
extern const Class str_ascii_iterator_class;
extern const Class dict_key_iterator_class;
extern const Class dict_value_iterator_class;
extern const Class dict_item_iterator_class;
extern const Class dict_reverse_key_iterator_class;
extern const Class dict_reverse_value_iterator_class;
extern const Class dict_reverse_item_iterator_class;
extern const Class function_class;
extern const Class method_class;
extern const Class native_function_class;      // builtin_function_or_method
extern const Class bytes_iterator_class;
extern const Class class_method_descriptor_class;  // dict.__dict__["fromkeys"]
extern const Class method_descriptor_class;    // str.upper
extern const Class wrapper_descriptor_class;   // int.__add__
extern const Class method_wrapper_class;       // (5).__add__
extern const Class getset_descriptor_class;
extern const Class cell_class;
extern const Class generator_class;
extern const Class module_class;
extern const Class code_class;
extern const Class traceback_class;
extern const Class property_class;
extern const Class class_method_class;
extern const Class static_method_class;
extern const Class super_class;
extern const Class generic_alias_class;
extern const Class union_class;
extern const Class mapping_proxy_class;

// The static class of a row of vm/schema/exceptions.def.
const Class* exception_class(ExceptionType type);

}  // namespace exmonty
