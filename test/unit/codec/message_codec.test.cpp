#include "codec/message_codec.h"

#include "test/support/decoding.h"

namespace exmonty {

namespace {

// A frame's body from its JSON form.
std::string body_of(std::string_view json) {
    test::Decoding decoding;
    Data body;
    const bool ok = codec::read_message_json(json, decoding.arena(), body, decoding.fault);
    REQUIRE_MESSAGE(ok, decoding.fault.message);
    return test::encode_data(body);
}

std::string fault_of(std::string_view json) {
    const test::DecodedMessage decoded = test::decode_body(body_of(json));
    CHECK_FALSE(decoded.ok);
    return std::string(codec::error_code_name(decoded.fault.code)) + ": " + decoded.fault.message;
}

}  // namespace

TEST_SUITE_BEGIN("codec/message_codec");

TEST_CASE("the id of a frame is known even when its fields are wrong") {
    const test::DecodedMessage decoded = test::decode_body(body_of(R"({"tag":"drop","id":9,"handle":"x"})"));
    CHECK_FALSE(decoded.ok);
    CHECK(decoded.decoded.id == 9);
    CHECK(decoded.fault.message == "drop.handle: expected uint");
}

TEST_CASE("limits are checked against their table") {
    const std::string run =
        R"({"tag":"run","id":3,"program":2,"limits":{"max_steps":5,"max_duration_secs":1,"max_memory":null}})";
    const test::DecodedMessage decoded = test::decode_body(body_of(run));
    REQUIRE(decoded.ok);
    const LimitChange& limits = std::get<codec::message::run>(decoded.decoded.message).limits;
    CHECK(limits.has(LimitName::max_steps));
    CHECK(limits.values.max_steps == 5);
    CHECK(limits.values.max_duration_secs == 1.0);
    CHECK(limits.values.max_memory == Limits::unlimited);
    CHECK_FALSE(limits.has(LimitName::max_output));

    const auto with = [](std::string_view limit) {
        return fault_of(R"({"tag":"run","id":3,"program":2,"limits":{)" + std::string(limit) + "}}");
    };
    CHECK(with(R"("max_recursion_depth":20001)") == "limit: invalid resource limit value for max_recursion_depth");
    CHECK(with(R"("max_recursion_depth":null)") == "limit: invalid resource limit value for max_recursion_depth");
    CHECK(with(R"("max_steps":1.5)") == "limit: invalid resource limit value for max_steps");
    CHECK(with(R"("max_steps":-1)") == "limit: invalid resource limit value for max_steps");
    CHECK(with(R"("max_duration_secs":{"$float":"nan"})") ==
          "limit: invalid resource limit value for max_duration_secs");
    CHECK(with(R"("max_fun":1)") == "protocol: unknown limit max_fun");
}

TEST_CASE("a change of limits lowers, and raises only when it may") {
    LimitChange change;
    change.values.max_steps = 10;
    change.set(LimitName::max_steps);
    Limits limits;
    limits.max_steps = 5;
    CHECK(change.apply_to(limits).max_steps == 5);
    change.may_raise = true;
    CHECK(change.apply_to(limits).max_steps == 10);
    CHECK(change.apply_to(limits).max_memory == limits.max_memory);
}

TEST_CASE("options have values of their types") {
    const auto with = [](std::string_view option) {
        return fault_of(R"({"tag":"run","id":3,"program":2,"options":{)" + std::string(option) + "}}");
    };
    CHECK(with(R"("clock":"sundial")") == "option: invalid value for option clock");
    CHECK(with(R"("seed":-1)") == "option: invalid value for option seed");
    CHECK(with(R"("stderr":"loud")") == "option: invalid value for option stderr");
    CHECK(with(R"("colour":1)") == "protocol: unknown option colour");
}

TEST_CASE("an outcome names an exception by atom or by Python name") {
    const auto type_of = [](std::string_view name) {
        const test::DecodedMessage decoded = test::decode_body(
            body_of(R"({"tag":"resume","id":3,"snapshot":2,"result":["error",")" + std::string(name) + R"(","m"]})"));
        REQUIRE_MESSAGE(decoded.ok, decoded.fault.message);
        return std::get<codec::message::resume>(decoded.decoded.message).result.type;
    };
    CHECK(type_of("value_error") == ExceptionType::ValueError);
    CHECK(type_of("ValueError") == ExceptionType::ValueError);
    CHECK(type_of("IOError") == ExceptionType::OSError);
    CHECK(fault_of(R"({"tag":"resume","id":3,"snapshot":2,"result":["error","step_limit_error","m"]})") ==
          "outcome: unknown exception type step_limit_error");
}

TEST_CASE("what lies around a value is no level of it") {
    const std::string deep = std::string(1000, '[') + std::string(1000, ']');
    const std::string frames[] = {
        R"({"tag":"resume","id":3,"snapshot":2,"result":["ok",@]})",
        R"({"tag":"resume_futures","id":3,"snapshot":2,"results":[[1,"ok",@]]})",
        R"({"tag":"run","id":3,"program":2,"inputs":{"x":@}})",
        R"({"tag":"complete","id":3,"value":@,"output":"","stderr":"","usage":[0,0,0,0,0],"session":null,"state":null})",
    };
    for (std::string frame : frames) {
        CAPTURE(frame);
        std::string deeper = frame;
        frame.replace(frame.find('@'), 1, deep);
        deeper.replace(deeper.find('@'), 1, "[" + deep + "]");
        CHECK(test::decode_body(body_of(frame)).ok);
        CHECK_FALSE(test::decode_body(body_of(deeper)).ok);
    }
}

TEST_CASE("a message longer than the peer's frames is refused and leaves nothing behind") {
    const std::string payload(1000, 'x');
    codec::message::pong pong;
    pong.payload = payload;
    test::Decoding scratch;
    codec::ByteBuffer out;
    CHECK(codec::encode_message(1, pong, 2000, out, scratch.arena(), scratch.fault));
    const size_t size = out.size();
    CHECK_FALSE(codec::encode_message(2, pong, 1000, out, scratch.arena(), scratch.fault));
    CHECK(scratch.fault.code == codec::ErrorCode::too_big);
    CHECK(out.size() == size);
    CHECK_FALSE(out.overflowed());
}

TEST_CASE("lengths of frames") {
    char header[4];
    codec::write_frame_length(header, 0x01020304);
    CHECK(header[0] == 1);
    CHECK(header[3] == 4);
    CHECK(codec::read_frame_length(header) == 0x01020304);
    CHECK_FALSE(codec::is_frame_length(0, 100));
    CHECK(codec::is_frame_length(100, 100));
    CHECK_FALSE(codec::is_frame_length(101, 100));
    CHECK_FALSE(codec::is_frame_length(0xffffffff, codec::default_max_frame));
}

TEST_SUITE_END();

}  // namespace exmonty
