#include "vm/heap/chunks.h"

#include <mimalloc.h>

namespace exmonty {
namespace {

void* take(void* context, size_t bytes) {
    Budget* budget = static_cast<Budget*>(context);
    if (budget && !budget->charge(bytes)) return nullptr;
    void* chunk = mi_malloc(bytes);
    if (!chunk && budget) budget->release(bytes);
    return chunk;
}

void give_back(void* context, void* chunk, size_t bytes) {
    if (Budget* budget = static_cast<Budget*>(context)) budget->release(bytes);
    mi_free(chunk);
}

}  // namespace

ChunkSource system_chunks(Budget* budget) { return {budget, take, give_back}; }

void* take_system(size_t bytes) { return mi_malloc(bytes); }
void give_system(void* memory) { mi_free(memory); }
void purge_system() { mi_collect(true); }

}  // namespace exmonty
