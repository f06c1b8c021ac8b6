#include "vm/snapshot/format.h"

#include "vm/bytecode/opcode.h"

namespace exmonty {

void TemplateNumbers::add(CodeTemplate* root) {
    uint32_t number = roots();
    size_t start = templates_.size();
    starts_.push(static_cast<uint32_t>(start));
    templates_.push(root);
    for (size_t next = start; next < templates_.size(); next++) {
        CodeTemplate* code = templates_[next];
        places_.insert(code, Place{number, static_cast<uint32_t>(next - start)});
        for (Value constant : code->constants)
            if (CodeTemplate* nested = as<CodeTemplate>(constant)) templates_.push(nested);
    }
}

CodeTemplate* TemplateNumbers::at(uint64_t root, uint64_t number) const {
    if (root >= starts_.size()) return nullptr;
    size_t end = root + 1 < starts_.size() ? starts_[root + 1] : templates_.size();
    if (number >= end - starts_[root]) return nullptr;
    return templates_[starts_[root] + number];
}

bool is_instruction(const CodeTemplate* code, uint32_t pc) {
    uint32_t at = 0;
    while (at < pc && at < code->words.size()) at += info(op_of(code->words[at])).width();
    return at == pc && at < code->words.size();
}

}  // namespace exmonty
