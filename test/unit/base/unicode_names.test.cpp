#include "vm/base/unicode_names/unicode_names.h"

#include <doctest/doctest.h>

#include <string>

using namespace exmonty;

namespace {

std::string name_of(char32_t code_point) {
    char name[unicode::max_name_length];
    return std::string(name, unicode::write_name(code_point, name));
}

char32_t find(std::string_view name) {
    char32_t code_point = 0;
    return unicode::find_name(name, code_point) ? code_point : 0;
}

}  // namespace

TEST_SUITE_BEGIN("vm/base/unicode_names");

TEST_CASE("names lead to code points and back") {
    size_t named = 0;
    for (char32_t code_point = 0; code_point < 0x110000; code_point++) {
        std::string name = name_of(code_point);
        if (name.empty()) continue;
        named++;
        if (find(name) != code_point) FAIL_CHECK(name);
    }
    // What CPython 3.14 counts.
    CHECK(named == 148'853);
}

TEST_CASE("names are those of Unicode") {
    CHECK(name_of('A') == "LATIN CAPITAL LETTER A");
    CHECK(name_of(0x1F40D) == "SNAKE");
    CHECK(name_of(0xD7A3) == "HANGUL SYLLABLE HIH");
    CHECK(name_of(0x4E00) == "CJK UNIFIED IDEOGRAPH-4E00");
    CHECK(name_of(0x2A6DF) == "CJK UNIFIED IDEOGRAPH-2A6DF");
    CHECK(name_of(0x0897) == "ARABIC PEPET");
    CHECK(name_of('\n') == "");
    CHECK(name_of(0x17000) == "");
    CHECK(name_of(0x10FFFF) == "");
}

TEST_CASE("case does not matter, except in names that are made by rule") {
    CHECK(find("snake") == 0x1F40D);
    CHECK(find("Egyptian Hieroglyph-13460") == 0x13460);
    CHECK(find("HANGUL SYLLABLE GA") == 0xAC00);
    CHECK(find("hangul syllable ga") == 0);
    CHECK(find("CJK UNIFIED IDEOGRAPH-04E00") == 0x4E00);
    CHECK(find("CJK UNIFIED IDEOGRAPH-4e00") == 0);
}

TEST_CASE("aliases are names too") {
    CHECK(find("NBSP") == 0xA0);
    CHECK(find("LINE FEED") == '\n');
    CHECK(find("LATIN CAPITAL LETTER GHA") == 0x1A2);
}

TEST_CASE("what is no name is not found") {
    CHECK(find("") == 0);
    CHECK(find(" SNAKE") == 0);
    CHECK(find("SNAKE ") == 0);
    CHECK(find("SNAK") == 0);
    CHECK(find("LATIN CAPITAL LETTER") == 0);
    CHECK(find(std::string(1000, 'A')) == 0);
}

TEST_SUITE_END();
