#include "test/support/golden_frames.h"

#include "codec/value_kinds.h"
#include "test/support/decoding.h"

namespace exmonty {

TEST_SUITE_BEGIN("codec/golden_frames");

TEST_CASE("each message decodes, and encodes to the same bytes") {
    for (const test::GoldenFrame& golden : test::golden_frames("message")) {
        CAPTURE(golden.name);
        const test::DecodedMessage decoded = test::decode_frame(golden.bytes);
        CHECK_MESSAGE(decoded.ok, decoded.fault.message);
        if (!decoded.ok) continue;
        CHECK(codec::read_frame_length(golden.bytes.data()) == golden.bytes.size() - codec::frame_header_size);
        CHECK(test::to_hex(test::encode_frame(decoded.decoded.id, decoded.decoded.message)) ==
              test::to_hex(golden.bytes));
    }
}

TEST_CASE("each message has the JSON form that its file says, both ways") {
    for (const test::GoldenFrame& golden : test::golden_frames("message")) {
        CAPTURE(golden.name);
        test::Decoding decoding;
        codec::Tree tree;
        const std::string_view body = std::string_view(golden.bytes).substr(codec::frame_header_size);
        REQUIRE(codec::read_tree(body, decoding.arena(), tree, decoding.fault));
        std::string json;
        CHECK(codec::write_message_json(tree.root, decoding.arena(), json, decoding.fault));
        CHECK(json == golden.json);
        Data read;
        const bool ok = codec::read_message_json(golden.json, decoding.arena(), read, decoding.fault);
        CHECK_MESSAGE(ok, decoding.fault.message);
        CHECK(test::to_hex(test::encode_data(read)) == test::to_hex(body));
    }
}

TEST_CASE("each value decodes, encodes to the same bytes and has the JSON form that its file says") {
    for (const test::GoldenFrame& golden : test::golden_frames("value")) {
        CAPTURE(golden.name);
        const test::DecodedData decoded = test::decode_data(golden.bytes);
        CHECK_MESSAGE(decoded.ok, decoded.fault.message);
        CHECK(test::to_hex(test::encode_data(decoded.data)) == test::to_hex(golden.bytes));
        CHECK(test::json_of(decoded.data) == golden.json);
        const test::DecodedData from_json = test::decode_json(golden.json);
        CHECK_MESSAGE(from_json.ok, from_json.fault.message);
        CHECK(test::to_hex(test::encode_data(from_json.data)) == test::to_hex(golden.bytes));
        CHECK(same_data(from_json.data, decoded.data));
    }
}

TEST_CASE("each bad frame is refused with a message") {
    for (const test::GoldenFrame& golden : test::golden_frames("bad")) {
        CAPTURE(golden.name);
        const uint32_t length = codec::read_frame_length(golden.bytes.data());
        if (!codec::is_frame_length(length, codec::default_max_frame)) continue;
        const test::DecodedMessage decoded = test::decode_frame(golden.bytes);
        CHECK_FALSE(decoded.ok);
        CHECK_FALSE(decoded.fault.message.empty());
    }
}

TEST_CASE("each row of the tables has a file") {
    const auto has = [](std::string_view name) {
        return std::filesystem::exists("test/protocol/frames/" + std::string(name) + ".hex");
    };
    for (const codec::MessageRow& row : codec::message_rows) CHECK(has("message_" + std::string(row.name)));
    for (const codec::ExtRow& row : codec::ext_rows) CHECK(has("value_" + std::string(row.name)));
    for (const char* native : {"none", "true", "int_zero", "float", "text", "bytes", "list", "dict"})
        CHECK(has(std::string("value_") + native));
}

TEST_CASE("a frame that is cut anywhere is refused") {
    for (const test::GoldenFrame& golden : test::golden_frames("message")) {
        CAPTURE(golden.name);
        for (size_t size = codec::frame_header_size; size < golden.bytes.size(); size++)
            CHECK_FALSE(test::decode_frame(std::string_view(golden.bytes).substr(0, size)).ok);
    }
}

TEST_CASE("a flipped bit gives a fault or another message that encodes and decodes again") {
    for (const test::GoldenFrame& golden : test::golden_frames("message")) {
        CAPTURE(golden.name);
        for (size_t bit = codec::frame_header_size * 8; bit < golden.bytes.size() * 8; bit++) {
            std::string frame = golden.bytes;
            frame[bit / 8] = static_cast<char>(frame[bit / 8] ^ 1 << bit % 8);
            const test::DecodedMessage decoded = test::decode_frame(frame);
            if (!decoded.ok) continue;
            const std::string again = test::encode_frame(decoded.decoded.id, decoded.decoded.message);
            const test::DecodedMessage redecoded = test::decode_frame(again);
            CHECK_MESSAGE(redecoded.ok, redecoded.fault.message);
            CHECK(test::encode_frame(redecoded.decoded.id, redecoded.decoded.message) == again);
        }
    }
}

TEST_CASE("each field of each message refuses what is of another type") {
    for (const test::GoldenFrame& golden : test::golden_frames("message")) {
        test::Decoding decoding;
        codec::Tree tree;
        const std::string_view body = std::string_view(golden.bytes).substr(codec::frame_header_size);
        REQUIRE(codec::read_tree(body, decoding.arena(), tree, decoding.fault));
        std::vector<Data> parts(tree.root.elements().begin(), tree.root.elements().end());
        const codec::MessageRow& row = *codec::message_row(static_cast<uint64_t>(parts[0].integer));
        size_t index = 2;
        for (const codec::FieldRow& field : codec::field_rows) {
            if (field.message != row.tag) continue;
            std::vector<Data> changed = parts;
            // No field but a value takes a set.
            changed[index++] = Data(DataKind::set);
            const std::string bytes =
                test::encode_data(Data::from_items(DataKind::list, {changed.data(), changed.size()}));
            CAPTURE(row.name);
            CAPTURE(field.name);
            CHECK(test::decode_body(bytes).ok == (field.type == "value"));
        }
    }
}

TEST_SUITE_END();

}  // namespace exmonty
