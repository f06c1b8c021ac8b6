#include "port/transcript.h"

#include "test/support/decoding.h"

namespace exmonty {

TEST_SUITE_BEGIN("port/transcript");

TEST_CASE("a script has messages, bytes, answers and comments") {
    const auto steps = port::read_steps("# talk\n\n> {\"a\":1}\n{\"b\":2}\r\n! 00 01\n< {…}\n");
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].kind == port::StepKind::message);
    CHECK(steps[0].text == "{\"a\":1}");
    CHECK(steps[0].line == 3);
    CHECK(steps[1].text == "{\"b\":2}");
    CHECK(steps[2].kind == port::StepKind::bytes);
    CHECK(steps[2].text == "00 01");
    CHECK(steps[3].kind == port::StepKind::answer);
}

TEST_CASE("an ellipsis in an answer stands for any text") {
    CHECK(port::matches("abc", "abc"));
    CHECK_FALSE(port::matches("abc", "abcd"));
    CHECK(port::matches("a…c", "abbc"));
    CHECK(port::matches("a…", "a"));
    CHECK(port::matches("…b…", "abab"));
    CHECK_FALSE(port::matches("a…a", "a"));
    CHECK_FALSE(port::matches("…x…y", "yx"));
}

TEST_CASE("a reference becomes what the answer had, also inside lists and maps") {
    test::DecodedData answer = test::decode_json(R"({"snapshot":7,"state":{"$bytes":"00"}})");
    test::DecodedData message = test::decode_json(R"({"a":"$1.snapshot","b":["$1.state","$5","$x.y"]})");
    Data resolved;
    codec::Fault fault;
    REQUIRE(port::resolve_references(message.data, {answer.data}, message.arena(), resolved, fault));
    CHECK(test::json_of(resolved) == R"({"a":7,"b":[{"$bytes":"00"},"$5","$x.y"]})");
    CHECK_FALSE(port::resolve_references(message.data, {}, message.arena(), resolved, fault));
    CHECK(fault.message == "nothing is called $1.snapshot");
}

TEST_SUITE_END();

}  // namespace exmonty
