// The bytecode of the programs in test/golden/bytecode. EXMONTY_UPDATE_GOLDENS=1 rewrites what is expected.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "test/support/compiled.h"
#include "test/unit/base/growing_text.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

using namespace exmonty;

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> programs() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator("test/golden/bytecode"))
        if (entry.path().extension() == ".py") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool is_verified(const CodeData& code) {
    std::vector<uint64_t> memory(verifier_words(code.words.size()));
    if (!verify(view_of(code), memory)) return false;
    for (const Constant& constant : code.constants)
        if (constant.kind == ConstantKind::Code && !is_verified(*constant.code)) return false;
    return true;
}

}  // namespace

TEST_CASE("programs compile to the bytecode that is recorded") {
    REQUIRE(programs().size() >= 40);
    for (const auto& path : programs()) {
        CAPTURE(path.string());
        const test::Compiled compiled(read(path));
        REQUIRE(compiled.is_ok());
        CHECK(is_verified(*compiled.result.code));
        GrowingText text;
        disassemble(*compiled.result.code, text);
        auto golden = path;
        golden.replace_extension(".txt");
        if (std::getenv("EXMONTY_UPDATE_GOLDENS") != nullptr) std::ofstream(golden, std::ios::binary) << text.view();
        CHECK(text.view() == read(golden));
    }
}
