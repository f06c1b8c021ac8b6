// Helpers of the operations on any value.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/run.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/unwind.h"

namespace exmonty {

extern const Class sequence_iterator_class;
Value new_sequence_iterator(Run& run, Value sequence);
// list[int], or __class_getitem__.
Value class_get_item(Run& run, Class* type, Value key);

}  // namespace exmonty
