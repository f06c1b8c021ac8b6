#include "port/command_line.h"

#include <doctest/doctest.h>

#include <vector>

namespace exmonty {

TEST_SUITE_BEGIN("port/command_line");

TEST_CASE("options take their value after = or from the next word; - is an operand; -- ends the options") {
    std::vector<std::string> words = {"--seed=5", "--limit", "a=b", "--json", "-", "--", "--file"};
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    port::Arguments arguments(static_cast<int>(pointers.size()), pointers.data());
    std::string_view value;
    REQUIRE(arguments.next_option());
    CHECK(arguments.is("--seed"));
    CHECK(arguments.has_stray_value());
    CHECK(arguments.value(value));
    CHECK(value == "5");
    REQUIRE(arguments.next_option());
    CHECK(arguments.name() == "--limit");
    CHECK(arguments.value(value));
    CHECK(value == "a=b");
    REQUIRE(arguments.next_option());
    CHECK(arguments.is("--json"));
    CHECK_FALSE(arguments.has_stray_value());
    CHECK_FALSE(arguments.next_option());
    CHECK(arguments.next_operand(value));
    CHECK(value == "-");
    CHECK_FALSE(arguments.next_option());
    CHECK(arguments.next_operand(value));
    CHECK(value == "--file");
    CHECK_FALSE(arguments.next_operand(value));
    CHECK_FALSE(arguments.value(value));
}

TEST_CASE("a file that cannot be read says why") {
    std::string content;
    std::string error;
    CHECK_FALSE(port::read_file("/nonexistent/file.py", content, error));
    CHECK(error == "No such file or directory");
    CHECK_FALSE(port::read_file("/tmp", content, error));
    CHECK(error == "Is a directory");
    CHECK(port::read_file("/dev/null", content, error));
    CHECK(content.empty());
}

TEST_SUITE_END();

}  // namespace exmonty
