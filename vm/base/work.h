#pragma once

#include <cstdint>

#include "vm/base/poll.h"
#include "vm/base/scratch.h"

namespace exmonty {

// What a long computation is given by its caller.
struct Work {
    Poll poll;
    Scratch scratch;
};

enum class WorkStatus : uint8_t { ok, stopped, no_memory };

}  // namespace exmonty
