// Snapshots with one part replaced by what no run writes there: refused, whatever the part is.

#include <doctest/doctest.h>

#include "test/support/snapshots.h"

namespace exmonty::test {

namespace {

// The first place where `part` stands has `other` instead.
std::string forged(std::string bytes, std::string_view part, std::string_view other) {
    const size_t at = bytes.find(part);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, part.size(), other);
}

void refuse(const std::string& bytes, std::string_view part, std::string_view other) {
    REQUIRE(play(bytes).fault == LoadFault::none);
    CHECK(play(forged(bytes, part, other)).fault == LoadFault::invalid);
}

}  // namespace

TEST_CASE("a key of a set stands where a search for it comes by, once") {
    const std::string bytes = idle_snapshot("numbers = {1, 2, 3}\n");
    // How many; slot and key of each.
    constexpr std::string_view keys = "\x03\x01\x0a\x02\x12\x03\x1a";
    refuse(bytes, keys, "\x03\x01\x0a\x02\x12\x05\x1a");
    refuse(bytes, keys, "\x03\x01\x0a\x02\x12\x03\x12");
}

TEST_CASE("a key of a dict stands there once") {
    const std::string bytes = idle_snapshot("numbers = {1: 7, 2: 8}\n");
    refuse(bytes, "\x0a\x3a\x12\x42", "\x0a\x3a\x0a\x42");
}

TEST_CASE("names of what is no cell of the run are ASCII") {
    const std::string bytes = idle_snapshot("kind = int\nlength = len\n");
    refuse(bytes, "\xc8\x03int", "\xc8\x01\x82");
    refuse(bytes, "\xc9\x00\x03len", "\xc9\x01\x82\x03len");
}

TEST_CASE("a str is UTF-8") {
    const std::string bytes = idle_snapshot("text = 'plain words'\n");
    refuse(bytes, "plain words", "plain\xffwords");
    refuse(bytes, "plain words", "plain word\xc3");
}

TEST_CASE("strs that share a text") {
    const std::string bytes = idle_snapshot("text = 'aé' * 10000\nparts = [text[n:] for n in range(100)]\n");
    SUBCASE("have it once in the snapshot") {
        CHECK(bytes.size() < 40'000);
        CHECK(play(bytes, "print(all(part == text[n:] and len(part) == 20000 - n for n, part in enumerate(parts)))\n").text == "True\n");
    }
    SUBCASE("begin and end at a code point") {
        // Part 1: from byte 1 on, which is 30000 - 1 bytes.
        refuse(bytes, "\x01\xaf\xea\x01", "\x02\xae\xea\x01");
        refuse(bytes, "\x01\xaf\xea\x01", "\x01\xae\xea\x01");
        refuse(bytes, "\x01\xaf\xea\x01", "\x01\xb0\xea\x01");
    }
    SUBCASE("share one that is text") { refuse(bytes, "a\xc3\xa9", "a\xc3\xc3"); }
}

TEST_CASE("a set or dict of keys of equal hashes") {
    const std::string bytes = idle_snapshot("step = 2 ** 61 - 1\nkeys = {n * step: n for n in range(2000)}\nfew = set(keys)\ndel keys[0]\n");
    CHECK(play(bytes, "print(len(keys), len(few), keys[step * 7], step * 9 in few)\n").text == "1999 2000 7 True\n");
}

}  // namespace exmonty::test
