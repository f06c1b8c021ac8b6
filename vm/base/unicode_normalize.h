#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/text_sink.h"
#include "vm/base/work.h"

namespace exmonty::unicode {

enum class NormalForm : uint8_t { nfc, nfd, nfkc, nfkd };

// https://docs.python.org/3/library/unicodedata.html#unicodedata.normalize; also the NFKC of identifiers. Linear in the
// result, whatever marks are heaped on a letter. `no_memory` also when the sink has refused.
[[nodiscard]] WorkStatus normalize(TextSink& sink, std::string_view text, NormalForm form, const Work& work);

// Whether the text is so plain that its normal form is itself. "No" may be wrong, "yes" is not.
bool is_plainly_normal(std::string_view text, NormalForm form);

}  // namespace exmonty::unicode
