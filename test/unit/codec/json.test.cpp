#include "codec/json.h"

#include "test/support/decoding.h"

namespace exmonty {

namespace {

std::string round_trip(std::string_view json) {
    const test::DecodedData decoded = test::decode_json(json);
    return decoded.ok ? test::json_of(decoded.data) : decoded.fault.message;
}

}  // namespace

TEST_SUITE_BEGIN("codec/json");

TEST_CASE("what JSON has is read as JSON") {
    CHECK(round_trip(" [ 1 , -2.5e3, true, false, null, \"a\", {} ] ") == R"([1,-2500.0,true,false,null,"a",{}])");
    CHECK(round_trip(R"("\u0041\n\ud83e\udd8a\/")") == "\"A\\n\xF0\x9F\xA6\x8A/\"");
    CHECK(round_trip("1e400") == R"({"$float":"inf"})");
    CHECK(round_trip("-1e-400") == "-0.0");
}

TEST_CASE("integers keep every digit") {
    for (std::string_view number : {"0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
                                    "18446744073709551616", "-340282366920938463463374607431768211456"})
        CHECK(round_trip(number) == number);
    const std::string long_number = "1" + std::string(5000, '0') + "7";
    CHECK(round_trip(long_number) == long_number);
    CHECK(round_trip(std::string(200'000, '9')) == "JSON, column 200001: an integer of too many digits");
}

TEST_CASE("faults say where they are") {
    CHECK(round_trip("") == "JSON, column 1: expected a value");
    CHECK(round_trip("[1,]") == "JSON, column 4: expected a value");
    CHECK(round_trip("[1 2]") == "JSON, column 4: expected , or ]");
    CHECK(round_trip("{\"a\" 1}") == "JSON, column 6: expected :");
    CHECK(round_trip("01") == "JSON, column 3: expected a value");
    CHECK(round_trip("1 1") == "JSON, column 3: unexpected text after the value");
    CHECK(round_trip("\"a") == "JSON, column 3: a text is not closed");
    CHECK(round_trip("\"\\ud800\"") == "JSON, column 8: a lone surrogate");
    CHECK(round_trip("nul") == "JSON, column 1: expected a value");
    CHECK(round_trip(R"({"a":1,"a":2})") == "two equal keys in one map");
    CHECK(round_trip(R"({"$tuple":1})") == "JSON, column 13: $tuple takes an array");
    CHECK(round_trip(R"({"$nothing":1})") == "JSON, column 15: unknown kind $nothing");
    CHECK(round_trip(R"({"$bytes":"0"})") == "JSON, column 15: $bytes takes hex digits, two for each byte");
    CHECK(round_trip(R"({"$date":[2026,13,1]})") == "date.month: expected int from 1 to 12");
    CHECK(round_trip(std::string(100'000, '[')) == "JSON, column 3018: nested too deeply");
}

TEST_CASE("a dict with one key that looks like a kind is written so that it stays a dict") {
    CHECK(round_trip(R"({"$dict":[["$x",1]]})") == R"({"$dict":[["$x",1]]})");
    CHECK(round_trip(R"({"$x":1,"b":2})") == R"({"$x":1,"b":2})");
}

TEST_CASE("a program in a message may leave out what is usual") {
    test::Decoding decoding;
    Data body;
    REQUIRE(codec::read_message_json(R"({"tag":"run","id":1,"program":{"source":"1"}})", decoding.arena(), body,
                                     decoding.fault));
    std::string json;
    REQUIRE(codec::write_message_json(body, decoding.arena(), json, decoding.fault));
    CHECK(
        json ==
        R"({"tag":"run","id":1,"program":{"key":null,"source":"1","script_name":"main.py","inputs":[]},"inputs":{},"limits":{},"options":{}})");
}

TEST_CASE("a message of unknown shape is refused") {
    const auto fault = [](std::string_view line) {
        test::Decoding decoding;
        Data body;
        CHECK_FALSE(codec::read_message_json(line, decoding.arena(), body, decoding.fault));
        return decoding.fault.message;
    };
    CHECK(fault("[]") == R"(a line is an object whose "tag" names one of protocol.def)");
    CHECK(fault(R"({"tag":"fly","id":1})") == R"(a line is an object whose "tag" names one of protocol.def)");
    CHECK(fault(R"({"tag":"ping"})") == R"(a message has an "id")");
    CHECK(fault(R"({"tag":"drop","id":1})") == R"(drop lacks "handle")");
    CHECK(fault(R"({"tag":"drop","id":1,"handle":1,"now":2})") == R"(drop has no "now")");
}

TEST_SUITE_END();

}  // namespace exmonty
