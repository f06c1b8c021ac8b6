#include "port/program_cache.h"

namespace exmonty::port {

ProgramCache::~ProgramCache() {
    while (!programs_.empty()) drop_oldest();
}

Program* ProgramCache::find(std::string_view key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    programs_.splice(programs_.begin(), programs_, found->second);
    return found->second->program;
}

void ProgramCache::insert(std::string_view key, Program& program) {
    if (program.bytes() > max_bytes || by_key_.contains(key)) return;
    program.retain();
    programs_.push_front({std::string(key), &program});
    by_key_.emplace(programs_.front().key, programs_.begin());
    bytes_ += program.bytes();
    while (programs_.size() > max_programs || bytes_ > max_bytes) drop_oldest();
}

void ProgramCache::drop_oldest() {
    Entry& oldest = programs_.back();
    bytes_ -= oldest.program->bytes();
    oldest.program->release();
    by_key_.erase(oldest.key);
    programs_.pop_back();
}

}  // namespace exmonty::port
