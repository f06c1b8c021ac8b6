#pragma once

// What a host may name by a number: programs, paused runs and idle sessions. Owns them.

#include <cstdint>
#include <map>

#include "vm/api/program.h"
#include "vm/api/session.h"

namespace exmonty::port {

// One of the two pointers is set.
struct Held {
    Program* program = nullptr;
    Session* session = nullptr;
    // The host has its bytes, so that it may be forgotten.
    bool is_copy = false;
};

class HandleTable {
  public:
    // Sessions that the host has bytes of are kept only to save the load.
    static constexpr size_t max_copies = 8;

    HandleTable() = default;
    ~HandleTable();
    HandleTable(const HandleTable&) = delete;
    HandleTable& operator=(const HandleTable&) = delete;

    const Held* find(uint64_t handle) const;
    void insert(uint64_t handle, const Held& held);
    // The caller becomes the owner.
    Held take(uint64_t handle);
    bool drop(uint64_t handle);
    size_t size() const { return held_.size(); }

  private:
    static void destroy(const Held& held);

    // Handles count up, so the first copy is the oldest.
    std::map<uint64_t, Held> held_;
    size_t copies_ = 0;
};

}  // namespace exmonty::port
