// Checks that code from a snapshot can be run: whatever its instructions say stays within its registers, constants,
// sites and instructions. What kinds of values the registers hold is not checked here; the instructions look themselves.
#pragma once

#include <span>

#include "vm/bytecode/code.h"

namespace exmonty {

// A code object as the verifier sees it, of the compiler's data or of the run's template alike.
struct CodeView {
    std::span<const uint32_t> words;
    std::span<const uint32_t> sites;
    std::span<const HandlerRow> handlers;
    std::span<const ActiveRow> active;
    std::span<const PositionRow> positions;
    uint32_t flags = 0;
    uint32_t positional_only_count = 0;
    uint32_t positional_count = 0;
    uint32_t keyword_only_count = 0;
    uint32_t register_count = 0;
    uint32_t register_locals = 0;
    uint32_t docstring = UINT32_MAX;
    size_t local_count = 0;
    size_t free_count = 0;
    size_t constant_count = 0;
    // What kind a constant is, and for a tuple how many items it has and whether all are strs.
    const void* context = nullptr;
    ConstantKind (*kind_of)(const void* context, uint32_t constant) = nullptr;
    size_t (*size_of)(const void* context, uint32_t constant) = nullptr;
    bool (*is_tuple_of_names)(const void* context, uint32_t constant) = nullptr;
};

CodeView view_of(const CodeData& code);

// The number of words of working memory that verify() needs.
constexpr size_t verifier_words(size_t code_words) { return code_words / 64 + 1; }

// Linear in the size of the code. `memory` has verifier_words() words, of any content.
bool verify(const CodeView& code, std::span<uint64_t> memory);

}  // namespace exmonty
