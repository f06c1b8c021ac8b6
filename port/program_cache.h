#pragma once

// Compiled programs by the key that their host gave them. Bounded in number and bytes; the least recently used goes
// first.

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "vm/api/program.h"

namespace exmonty::port {

class ProgramCache {
  public:
    static constexpr size_t max_programs = 1024;
    static constexpr size_t max_bytes = 64 * 1024 * 1024;

    ProgramCache() = default;
    ~ProgramCache();
    ProgramCache(const ProgramCache&) = delete;
    ProgramCache& operator=(const ProgramCache&) = delete;

    // nullptr when there is none. The cache keeps its reference.
    Program* find(std::string_view key);

    // Takes a reference of its own. A program of more than max_bytes is not kept.
    void insert(std::string_view key, Program& program);

    size_t size() const { return programs_.size(); }
    size_t bytes() const { return bytes_; }

  private:
    struct Entry {
        std::string key;
        Program* program;
    };

    void drop_oldest();

    std::list<Entry> programs_;  // most recently used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
    size_t bytes_ = 0;
};

}  // namespace exmonty::port
