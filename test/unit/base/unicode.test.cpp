#include "vm/base/unicode.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "test/unit/base/growing_text.h"
#include "vm/base/float_text.h"
#include "vm/base/unicode_identifier.h"
#include "vm/base/unicode_normalize.h"
#include "vm/base/unicode_types.h"

using namespace exmonty;
using namespace exmonty::unicode;

namespace {

class Crc32 {
  public:
    void add(std::string_view text) {
        for (const char c : text) value_ = table()[(value_ ^ static_cast<unsigned char>(c)) & 0xFF] ^ value_ >> 8;
    }
    uint32_t value() const { return ~value_; }

  private:
    static const std::array<uint32_t, 256>& table() {
        static const std::array<uint32_t, 256> table = [] {
            std::array<uint32_t, 256> made;
            for (uint32_t i = 0; i < 256; ++i) {
                uint32_t crc = i;
                for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
                made[i] = crc;
            }
            return made;
        }();
        return table;
    }

    uint32_t value_ = ~uint32_t{0};
};

void append_hex(TextSink& sink, char32_t code_point) {
    int shift = 20;
    while (shift != 0 && code_point >> shift == 0) shift -= 4;
    for (; shift >= 0; shift -= 4) sink.append("0123456789abcdef"[code_point >> shift & 15]);
}

void append_number(TextSink& sink, int value) { sink.append(std::to_string(value)); }

void append_mapping(TextSink& sink, const CaseMapping& mapping) {
    for (size_t i = 0; i < mapping.count; ++i) {
        if (i != 0) sink.append(' ');
        append_hex(sink, mapping.code_points[i]);
    }
}

void append_normal_form(TextSink& sink, char32_t code_point, NormalForm form) {
    char bytes[utf8::max_length];
    FixedText<256> result;
    if (normalize(result, {bytes, utf8::encode(code_point, bytes)}, form, {}) != WorkStatus::ok) sink.append("failed");
    const char* at = result.data;
    while (at != result.data + result.size) {
        if (at != result.data) sink.append(' ');
        append_hex(sink, utf8::next(at));
    }
}

// The checksum of the lines "code value" of all code points, as `scripts/unicode_tables.py checksums` computes it.
template <typename Append>
uint32_t checksum(Append append) {
    Crc32 crc;
    for (char32_t code_point = 0; code_point <= utf8::max_code_point; ++code_point) {
        FixedText<512> line;
        append_hex(line, code_point);
        line.append(' ');
        append(line, code_point);
        line.append('\n');
        crc.add(line.view());
    }
    return crc.value();
}

uint32_t flag_checksum(bool (*predicate)(char32_t)) {
    return checksum([=](TextSink& sink, char32_t c) { sink.append(predicate(c) ? '1' : '0'); });
}

uint32_t class_checksum(Class which) {
    return checksum([=](TextSink& sink, char32_t c) { sink.append(is_of(c, which) ? '1' : '0'); });
}

uint32_t mapping_checksum(Case which) {
    return checksum([=](TextSink& sink, char32_t c) { append_mapping(sink, in_case(c, which)); });
}

uint32_t form_checksum(NormalForm form) {
    return checksum([=](TextSink& sink, char32_t c) { append_normal_form(sink, c, form); });
}

}  // namespace

// Checksums recorded from CPython 3.14 by scripts/unicode_tables.py.
TEST_SUITE("base/unicode") {
    TEST_CASE("every character has CPython's properties") {
        CHECK(checksum([](TextSink& sink, char32_t c) { sink.append(category_name(category(c))); }) == 0xC15C7BC6);
        CHECK(checksum([](TextSink& sink, char32_t c) { append_number(sink, static_cast<int>(combining_class(c))); }) ==
              0xABB95EC7);
        CHECK(checksum([](TextSink& sink, char32_t c) { sink.append(east_asian_width(c)); }) == 0x32398A86);
        CHECK(checksum([](TextSink& sink, char32_t c) { sink.append(bidirectional_class(c)); }) == 0x6B1D2C0C);
        CHECK(checksum([](TextSink& sink, char32_t c) { append_number(sink, decimal_value(c)); }) == 0x3387A98A);
        CHECK(checksum([](TextSink& sink, char32_t c) { append_number(sink, digit_value(c)); }) == 0xDFFC0871);
        CHECK(checksum([](TextSink& sink, char32_t c) {
                  if (!std::isnan(numeric_value(c))) append_float_repr(sink, numeric_value(c));
              }) == 0xB1806D47);
        CHECK(std::isnan(numeric_value('a')));
    }

    TEST_CASE("every character is classified as by CPython") {
        CHECK(class_checksum(alphabetic) == 0xD5CFC802);
        CHECK(class_checksum(decimal) == 0x6B8BB2DD);
        CHECK(class_checksum(digit) == 0x2863E7B0);
        CHECK(class_checksum(numeric) == 0xFCDDFAEF);
        CHECK(class_checksum(lower) == 0x4CD1266D);
        CHECK(class_checksum(upper) == 0x1983D002);
        CHECK(class_checksum(title) == 0x9B4C9E4C);
        CHECK(flag_checksum([](char32_t c) { return decimal_value(c) >= 0; }) == 0x6B8BB2DD);
        CHECK(flag_checksum([](char32_t c) { return digit_value(c) >= 0; }) == 0x2863E7B0);
        CHECK(flag_checksum([](char32_t c) { return !std::isnan(numeric_value(c)); }) == 0xFCDDFAEF);
        CHECK(flag_checksum(is_space) == 0x924C66F5);
        CHECK(flag_checksum(is_printable) == 0x822D0BCE);
        CHECK(flag_checksum(is_identifier_start) == 0x33BBD617);
        CHECK(flag_checksum(is_identifier_continue) == 0xEBD2B95B);
        CHECK(flag_checksum(is_line_break) == 0x2A11A007);
    }

    TEST_CASE("every character is mapped as by CPython") {
        CHECK(mapping_checksum(Case::Lower) == 0x8FCCDD48);
        CHECK(mapping_checksum(Case::Upper) == 0x1EF1DF27);
        CHECK(mapping_checksum(Case::Title) == 0xDAF25230);
        CHECK(mapping_checksum(Case::Folded) == 0x1B835C4B);
    }

    TEST_CASE("every character has CPython's normal forms") {
        CHECK(form_checksum(NormalForm::nfd) == 0x59613500);
        CHECK(form_checksum(NormalForm::nfkd) == 0xB7CAC6D7);
        CHECK(form_checksum(NormalForm::nfc) == 0x9BB6FFD8);
        CHECK(form_checksum(NormalForm::nfkc) == 0x641FBB90);
    }

    TEST_CASE("code points beyond Unicode are nothing") {
        CHECK(category(0x110000) == Category::Cn);
        CHECK(!is_identifier_start(0x7FFFFFFF));
        CHECK(combining_class(0x7FFFFFFF) == 0);
    }
}
