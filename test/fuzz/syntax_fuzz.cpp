// libFuzzer target for source texts. The first byte chooses the mode and how much memory there is.
// scripts/fuzz builds and runs it.

#include <cstdlib>

#include "test/support/test_arena.h"
#include "vm/syntax/parser.h"

using namespace exmonty;

namespace {

constexpr ast::ParseMode Modes[] = {ast::ParseMode::File, ast::ParseMode::Expression, ast::ParseMode::Single};
constexpr size_t Memory[] = {size_t{1} << 30, 64 * 1024, 20'000, 3'000};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0) return 0;
    test::TestArena arena(Memory[data[0] / 3 % 4]);
    std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
    ParseResult result = parse(source, Modes[data[0] % 3], arena.arena, Poll{});
    require((result.module != nullptr) == (result.status == ParseStatus::Ok));
    if (result.status == ParseStatus::Failed) require(!result.error.message.empty());
    return 0;
}
