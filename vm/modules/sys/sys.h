// The parts of the module sys.
#pragma once

#include "vm/modules/modules.h"
#include "vm/objects/class.h"
#include "vm/objects/run.h"

#include <array>

namespace exmonty {

// values.cpp: what does not change. False when memory is refused.
bool add_sys_values(Run& run, Module* module);
extern const Class implementation_class;
extern const std::array<const Class*, 7> sys_classes;

// streams.cpp: stdin, stdout, stderr.
extern const Class stream_class;
bool add_sys_streams(Run& run, Module* module);

}  // namespace exmonty
