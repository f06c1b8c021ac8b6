#pragma once

// Scripts of `exmonty talk`, which are also the transcripts in test/protocol: one step a line.
//
//   > {"tag":…}   or just {"tag":…}: a message to send; without "id" it gets the number of its line among the sent ones
//   ! 00 00 …     bytes to send as they are
//   < {"tag":…}   what the answer must look like; … stands for any text
//   #             a comment
//
// In a message, a text "$2.snapshot" stands for that field of the answer to the second sent line.

#include <string_view>
#include <vector>

#include "codec/fault.h"
#include "vm/api/data.h"

namespace exmonty::port {

enum class StepKind : uint8_t { message, bytes, answer };

struct Step {
    StepKind kind;
    size_t line;
    std::string_view text;
};

std::vector<Step> read_steps(std::string_view script);

// Does `text` match, where each … of the pattern may be anything?
bool matches(std::string_view pattern, std::string_view text);

// The message without references. `answers` are objects, one for each sent line.
bool resolve_references(const Data& message, const std::vector<Data>& answers, Arena& arena, Data& resolved,
                        codec::Fault& fault);

}  // namespace exmonty::port
