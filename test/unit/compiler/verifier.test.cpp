// Code with a flipped byte is refused, or stays within its registers, constants and instructions all the same.
#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "test/support/compiled.h"
#include "vm/bytecode/verifier.h"

using namespace exmonty;

namespace {

// What the verifier promises, checked in another way: by what the table of instructions says, with no windows.
bool is_in_range(const CodeData& code) {
    bool goes_on = true;
    for (size_t pc = 0; pc < code.words.size();) {
        const uint32_t word = code.words[pc];
        if ((word & 0xff) >= op_count) return false;
        const Op op = op_of(word);
        const OpInfo& about = info(op);
        const uint32_t bytes[] = {a_of(word), b_of(word), c_of(word)};
        const Operand roles[] = {about.a, about.b, about.c};
        for (int i = 0; i < 3; i++) {
            const bool is_register = roles[i] == Operand::Read || roles[i] == Operand::Write ||
                                     roles[i] == Operand::Both || roles[i] == Operand::Window;
            if (is_register && bytes[i] >= code.register_count) return false;
            if (roles[i] == Operand::Const && bytes[i] >= code.constants.size()) return false;
        }
        pc += about.width();
        if (pc > code.words.size()) return false;
        if (about.extra == Extra::Jump) {
            const int64_t target = static_cast<int64_t>(pc) + static_cast<int32_t>(code.words[pc - 1]);
            if (target < 0 || target >= static_cast<int64_t>(code.words.size())) return false;
        }
        if (about.extra == Extra::Site && code.words[pc - 1] >= code.sites.size()) return false;
        goes_on = op != Op::JUMP && op != Op::RETURN && op != Op::RETURN_NONE && op != Op::RAISE &&
                  op != Op::RAISE_FROM && op != Op::RERAISE && op != Op::RAISE_ACTIVE;
    }
    return !goes_on;
}

bool is_verified(const CodeData& code) {
    std::vector<uint64_t> memory(verifier_words(code.words.size()), ~uint64_t{0});
    return verify(view_of(code), memory);
}

void mutate(const CodeData& original, size_t& refused) {
    std::vector<uint32_t> words(original.words.begin(), original.words.end());
    CodeData code = original;
    code.words = words;
    for (size_t i = 0; i < words.size(); i++) {
        for (int byte = 0; byte < 4; byte++) {
            for (const uint32_t flip : {0x01u, 0x80u, 0xffu, 0x10u}) {
                words[i] ^= flip << (8 * byte);
                if (is_verified(code)) {
                    CHECK(is_in_range(code));
                } else {
                    refused++;
                }
                words[i] ^= flip << (8 * byte);
            }
        }
    }
    for (const Constant& constant : original.constants)
        if (constant.kind == ConstantKind::Code) mutate(*constant.code, refused);
}

constexpr const char* source = R"(
class A(B, m=1):
    def f(self, a, *b, c=2, **d):
        def g(): return a, super().x
        try:
            for i in a:
                if i: return [x for x in a if x], f'{a!r:>{b}}'
        except E as e: raise
        finally:
            with a as b: x, *y = {**a}, *b
        a[1:2], a[3], a["k"] = a[1:2], a[3], a["k"]
        yield from g(1, k=2)
)";

}  // namespace

TEST_CASE("code with a flipped byte is refused or harmless") {
    const test::Compiled compiled(source);
    REQUIRE(compiled.is_ok());
    size_t refused = 0;
    mutate(*compiled.result.code, refused);
    CHECK(refused > 1000);
}

TEST_CASE("tables that point nowhere are refused") {
    const test::Compiled compiled("try:\n f(1)\nexcept E: g()\n");
    REQUIRE(compiled.is_ok());
    const CodeData& original = *compiled.result.code;
    REQUIRE(is_verified(original));
    REQUIRE(!original.handlers.empty());
    const auto end = static_cast<uint32_t>(original.words.size());
    for (const HandlerRow row : {HandlerRow{0, end + 1, 0, 0}, HandlerRow{1, 1, 0, 0}, HandlerRow{0, end, end, 0},
                                 HandlerRow{0, end, 0, 255}, HandlerRow{end, 0, 0, 0}}) {
        CodeData code = original;
        code.handlers = {&row, 1};
        CHECK(!is_verified(code));
    }
    for (const ActiveRow row : {ActiveRow{0, end + 1, 0}, ActiveRow{2, 2, 0}, ActiveRow{0, end, 255}}) {
        CodeData code = original;
        code.active = {&row, 1};
        CHECK(!is_verified(code));
    }
    const PositionRow unsorted[] = {{2, 1, 1, 0, 0}, {0, 1, 1, 0, 0}};
    CodeData code = original;
    code.positions = unsorted;
    CHECK(!is_verified(code));
}

TEST_CASE("counts that do not fit each other are refused") {
    const test::Compiled compiled("x = f(1)");
    const CodeData& original = *compiled.result.code;
    const auto refuses = [&](auto change) {
        CodeData code = original;
        change(code);
        return !is_verified(code);
    };
    CHECK(refuses([](CodeData& code) { code.register_count = 1; }));
    CHECK(refuses([](CodeData& code) { code.register_count = 256; }));
    CHECK(refuses([](CodeData& code) { code.register_locals = 1; }));
    CHECK(refuses([](CodeData& code) { code.positional_count = 1; }));
    CHECK(refuses([](CodeData& code) { code.positional_only_count = 1; }));
    CHECK(refuses([](CodeData& code) { code.docstring = 0x7fffffff; }));
    CHECK(refuses([](CodeData& code) { code.sites = {}; }));
    CHECK(refuses([](CodeData& code) { code.constants = {}; }));
    CHECK(refuses([](CodeData& code) { code.words = {}; }));
    CHECK(refuses([](CodeData& code) { code.words = code.words.subspan(0, code.words.size() - 1); }));
}
