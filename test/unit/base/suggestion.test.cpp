#include "vm/base/suggestion.h"

#include <doctest/doctest.h>

#include <string>

using namespace exmonty;

TEST_SUITE_BEGIN("base/suggestion");

TEST_CASE("a moved letter costs 2 and a changed case 1") {
    CHECK(edit_distance("abc", "abc", 10) == 0);
    CHECK(edit_distance("abc", "aBc", 10) == 1);
    CHECK(edit_distance("abc", "abd", 10) == 2);
    CHECK(edit_distance("abc", "ab", 10) == 2);
    CHECK(edit_distance("kitten", "sitting", 100) == 6);
    CHECK(edit_distance("", "abc", 10) == 6);
}

TEST_CASE("a distance above the bound is only known to be above it") {
    CHECK(edit_distance("abcdef", "uvwxyz", 3) > 3);
    CHECK(edit_distance(std::string(50, 'a'), std::string(50, 'b'), 200) > 200);
}

TEST_CASE("the likest name is suggested, the first of equals") {
    Suggestion suggestion("blech");
    for (const char* name : {"fluch", "bluch", "bluchs", "xyz"}) suggestion.consider(name);
    CHECK(suggestion.best() == "bluch");
    Suggestion first("aab");
    for (const char* name : {"aac", "aad"}) first.consider(name);
    CHECK(first.best() == "aac");
}

TEST_CASE("nothing is suggested when nothing is like it or too many names are there") {
    Suggestion none("something");
    none.consider("else");
    CHECK(none.best().empty());
    Suggestion crowded("bb");
    crowded.consider("b");
    for (int i = 0; i < 800; i++) crowded.consider("other");
    CHECK(crowded.best().empty());
}

TEST_SUITE_END();
