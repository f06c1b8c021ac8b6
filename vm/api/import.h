#pragma once

// Data → a value of a run.

#include <cstdint>
#include <string_view>

#include "vm/api/data.h"
#include "vm/base/value.h"

namespace exmonty {

struct Run;

struct ImportFault {
    bool is_memory = false;    // refused by the budget, else by `message`
    std::string_view message;  // static
};

// UNBOUND with a fault when a value of this kind cannot be made, when a dict has two keys that Python takes for one, or
// when memory is refused. Calls no Python code, and does not collect: what it makes must be rooted before the next
// safepoint.
Value import_data(Run& run, const Data& data, ImportFault& fault);

}  // namespace exmonty
