#include "port/handle_table.h"

#include <algorithm>

namespace exmonty::port {

HandleTable::~HandleTable() {
    for (const auto& [handle, held] : held_) destroy(held);
}

const Held* HandleTable::find(uint64_t handle) const {
    const auto found = held_.find(handle);
    return found == held_.end() ? nullptr : &found->second;
}

void HandleTable::insert(uint64_t handle, const Held& held) {
    held_.emplace(handle, held);
    copies_ += held.is_copy ? 1 : 0;
    if (copies_ <= max_copies) return;
    const auto oldest =
        std::find_if(held_.begin(), held_.end(), [](const auto& entry) { return entry.second.is_copy; });
    drop(oldest->first);
}

Held HandleTable::take(uint64_t handle) {
    const auto found = held_.find(handle);
    const Held held = found->second;
    copies_ -= held.is_copy ? 1 : 0;
    held_.erase(found);
    return held;
}

bool HandleTable::drop(uint64_t handle) {
    if (find(handle) == nullptr) return false;
    destroy(take(handle));
    return true;
}

void HandleTable::destroy(const Held& held) {
    if (held.program != nullptr) held.program->release();
    if (held.session != nullptr) held.session->destroy();
}

}  // namespace exmonty::port
