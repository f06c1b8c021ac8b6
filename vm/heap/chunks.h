// Chunks for arenas: from the process's allocator, charged to a budget when there is one.
#pragma once

#include "vm/base/arena.h"
#include "vm/heap/budget.h"

namespace exmonty {

// `budget` nullptr: never refused but by the system. The budget outlives the arena.
ChunkSource system_chunks(Budget* budget);

// Memory for an object that lives outside every run and arena; nullptr when the system has none.
void* take_system(size_t bytes);
void give_system(void* memory);
// Returns to the system what the allocator keeps of memory that was given back. After large pieces of work.
void purge_system();

}  // namespace exmonty
