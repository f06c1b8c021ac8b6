// Bytes that are no snapshot, or no longer the one that they were: each is refused, or plays to an end within its limits.

#include <doctest/doctest.h>

#include "test/support/snapshots.h"

namespace exmonty::test {

namespace {

constexpr std::string_view pausing =
    "def gen(n):\n    for i in range(n):\n        yield i\nprint(sorted(gen(3), key=lambda x: ask(-x)))\n";
constexpr std::string_view leaving =
    "x = {'a': [1, 2.5], 'b': (None, 'text'), 'c': {1, 'x', 2.5}}\nlong = ('é' * 200)[20:]\ndef f(n):\n    return n + len(x)\nclass C:\n    y = 3\nc = C()\n";
constexpr std::string_view using_it = "print(f(1), c.y, x)\n";

// What came of all changes to the bytes that `change` makes, by number.
template <class Change>
void try_all(const std::string& bytes, std::string_view source, size_t count, const Change& change) {
    size_t accepted = 0;
    for (size_t number = 0; number < count; number++) {
        const Played played = play(change(bytes, number), source);
        if (played.fault == LoadFault::none) accepted++;
    }
    MESSAGE(bytes.size() << " bytes, " << count << " changes, " << accepted << " accepted");
    CHECK(accepted < count);
}

std::string flipped(const std::string& bytes, size_t bit) {
    std::string changed = bytes;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    return changed;
}

std::string cut(const std::string& bytes, size_t size) { return bytes.substr(0, size); }

void refuse(std::string_view bytes) { CHECK(play(bytes).fault != LoadFault::none); }

}  // namespace

TEST_CASE("every flipped bit of a paused run") {
    const std::string bytes = paused_snapshot(pausing);
    try_all(bytes, "", bytes.size() * 8, flipped);
}

TEST_CASE("every flipped bit of an idle session") {
    const std::string bytes = idle_snapshot(leaving);
    try_all(bytes, using_it, bytes.size() * 8, flipped);
}

TEST_CASE("every truncation is refused") {
    for (const std::string& bytes : {paused_snapshot(pausing), idle_snapshot(leaving)})
        for (size_t size = 0; size < bytes.size(); size++) refuse(cut(bytes, size));
    const std::string program = program_snapshot(leaving);
    for (size_t size = 0; size < program.size(); size++) CHECK(play_program(cut(program, size)).fault != LoadFault::none);
}

TEST_CASE("every flipped bit of a program") {
    const std::string bytes = program_snapshot(leaving);
    size_t accepted = 0;
    for (size_t bit = 0; bit < bytes.size() * 8; bit++) accepted += play_program(flipped(bytes, bit)).fault == LoadFault::none;
    MESSAGE(bytes.size() << " bytes, " << accepted << " flips accepted");
}

TEST_CASE("what is no snapshot is refused") {
    const std::string bytes = paused_snapshot(pausing);
    refuse("");
    refuse("E");
    refuse("EXMS");
    refuse(std::string(1000, '\0'));
    refuse(std::string(1000, '\xff'));
    refuse(bytes + "x");
    refuse(bytes + bytes);
    refuse(program_snapshot(leaving));
    CHECK(play_program(bytes).fault == LoadFault::invalid);
    std::string other = bytes;
    other[0] = 'X';
    CHECK(play(other).fault == LoadFault::invalid);
}

TEST_CASE("other versions are told apart from damage") {
    const std::string bytes = paused_snapshot(pausing);
    REQUIRE(static_cast<unsigned char>(bytes[4]) == snapshot_version);
    for (const char version : {'\0', static_cast<char>(snapshot_version + 1), '\x7f'}) {
        std::string other = bytes;
        other[4] = version;
        CHECK(play(other).fault == LoadFault::version);
    }
}

TEST_CASE("counts beyond the bytes that are left are refused before anything is made of them") {
    const std::string bytes = idle_snapshot(leaving);
    // A number of ten bytes in the place of each byte: 2^63 of whatever stands there.
    for (size_t at = 6; at < bytes.size(); at++) {
        std::string changed = bytes.substr(0, at) + std::string(9, '\xff') + '\x01' + bytes.substr(at + 1);
        play(changed, using_it);
    }
}

}  // namespace exmonty::test
