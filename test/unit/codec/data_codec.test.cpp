#include "codec/data_codec.h"

#include "test/support/decoding.h"

namespace exmonty {

namespace {

std::string nested(size_t levels) { return std::string(levels, '\x91') + '\xc0'; }

std::string bytes(std::initializer_list<int> values) {
    std::string out;
    for (int value : values) out.push_back(static_cast<char>(value));
    return out;
}

// A ping-like body around a value, so that only the value can be at fault.
bool is_refused(const std::string& value) { return !test::decode_data(value).ok; }

}  // namespace

TEST_SUITE_BEGIN("codec/data_codec");

TEST_CASE("a value of 1000 levels is read and one of 1001 is not") {
    CHECK(test::decode_data(nested(1000)).ok);
    CHECK(is_refused(nested(1001)));
    CHECK(is_refused(nested(1'000'000)));
}

TEST_CASE("fields of a marked array are no levels, values in them are") {
    // 1000 dataclasses in each other, each with its map of fields.
    std::string value(1, '\xc0');
    for (int i = 0; i < 1000; i++)
        value = bytes({0x96, 0xd4, 13, 0, 0xa1, 'D', 0xc0, 0xc2, 0x90, 0x81, 0xa1, 'x'}) + value;
    CHECK(test::decode_data(value).ok);
    CHECK(is_refused('\x91' + value));
}

TEST_CASE("counts that promise more than the frame has are refused before memory is taken") {
    const std::string bombs[] = {
        bytes({0xdd, 0xff, 0xff, 0xff, 0xff}),
        bytes({0xdf, 0xff, 0xff, 0xff, 0xff}),
        bytes({0xdc, 0xff, 0xff}),
        bytes({0xdb, 0xff, 0xff, 0xff, 0xff}),
        bytes({0xc6, 0xff, 0xff, 0xff, 0xff}),
        bytes({0xc9, 0xff, 0xff, 0xff, 0xff, 1}),
        bytes({0xdd, 0x7f, 0xff, 0xff, 0xff, 0xc0}),
        bytes({0x92, 0xc0}),
    };
    for (const std::string& bomb : bombs) {
        test::DecodedData decoded = test::decode_data(bomb);
        CHECK_FALSE(decoded.ok);
        CHECK(decoded.arena().taken() <= 2 * Arena::FirstChunk);
    }
    // Each array promises what is left of the frame, inside the one before.
    std::string chain;
    for (int i = 0; i < 24'000; i++) chain += bytes({0xdc, 0xff, 0xff});
    test::DecodedData decoded = test::decode_data(chain);
    CHECK_FALSE(decoded.ok);
    CHECK(decoded.arena().taken() <= 2 * Arena::FirstChunk);
}

TEST_CASE("integers are accepted in any form and written in the shortest") {
    CHECK(test::encode_data(test::decode_data(bytes({0xcf, 0, 0, 0, 0, 0, 0, 0, 5})).data) == bytes({5}));
    CHECK(test::encode_data(test::decode_data(bytes({0xd3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})).data) ==
          bytes({0xff}));
    CHECK(test::encode_data(test::decode_data(bytes({0xd2, 0, 0, 0, 200})).data) == bytes({0xcc, 200}));
    // A bigint that is none.
    CHECK(test::encode_data(test::decode_data(bytes({0xd5, 1, 0, 7})).data) == bytes({7}));
    CHECK(test::encode_data(test::decode_data(bytes({0xd5, 1, 1, 7})).data) == bytes({0xf9}));
}

TEST_CASE("a float of 32 bits becomes one of 64, NaN has one form") {
    const test::DecodedData half = test::decode_data(bytes({0xca, 0x3f, 0, 0, 0}));
    CHECK(half.data.kind == DataKind::floating);
    CHECK(half.data.floating == 0.5);
    const std::string odd_nan = bytes({0xcb, 0xff, 0xf8, 0, 0, 0, 0, 0, 7});
    CHECK(test::encode_data(test::decode_data(odd_nan).data) == bytes({0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0}));
}

TEST_CASE("every extension type but ours is refused") {
    for (int code = -128; code < 128; code++) {
        CAPTURE(code);
        const std::string alone = bytes({0xd4, code, 0});
        CHECK(is_refused(alone) == (code != 2 && code != 3));
        CHECK(is_refused(bytes({0xc7, 3, code, 0, 9, 9})) == (code != 1));
    }
}

TEST_CASE("two values, none, and bytes after the value are refused") {
    CHECK(is_refused(""));
    CHECK(is_refused(bytes({0xc0, 0xc0})));
    CHECK(is_refused(bytes({0xc1})));
}

TEST_CASE("keys that are equal are refused however many there are, and whatever they are") {
    std::string map = bytes({0xde, 0x27, 0x10});
    for (int i = 0; i < 10'000; i++) {
        // Descending, so that they have to be sorted.
        const int key = 20'000 - i;
        map += bytes({0xcd, key >> 8, key & 255, 0xc0});
    }
    CHECK(test::decode_data(map).ok);
    std::string twice = map;
    twice[twice.size() - 2] = map[map.size() - 6];
    twice[twice.size() - 3] = map[map.size() - 7];
    CHECK(is_refused(twice));
    const std::string date = bytes({0x94, 0xd4, 15, 0, 0xcd, 7, 0xea, 5, 1});
    std::string dates = bytes({0x8a});
    for (int i = 0; i < 9; i++) dates += bytes({i, 0xc0});
    CHECK(test::decode_data(dates + date + bytes({0xc0})).ok);
    CHECK(is_refused(bytes({0x8b}) + dates.substr(1) + date + bytes({0xc0}) + date + bytes({0xc0})));
}

TEST_CASE("a repr, a cycle and NaN may be a key more than once, 1, 1.0 and True are three keys") {
    const std::string repr = bytes({0x92, 0xd4, 10, 0, 0xa1, 'o'});
    CHECK(test::decode_data(bytes({0x82}) + repr + bytes({1}) + repr + bytes({2})).ok);
    const std::string nan = bytes({0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0});
    CHECK(test::decode_data(bytes({0x82}) + nan + bytes({1}) + nan + bytes({2})).ok);
    CHECK(test::decode_data(bytes({0x83, 1, 0, 0xc3, 0, 0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0})).ok);
}

TEST_CASE("a tuple or a frozen dataclass may be a key, but not with a list inside") {
    CHECK(test::decode_data(bytes({0x81, 0x92, 0xd4, 4, 0, 1, 0xc0})).ok);
    CHECK(is_refused(bytes({0x82, 0x92, 0xd4, 4, 0, 0x90, 0xc0, 1, 0xc0})));
    CHECK(test::decode_data(bytes({0x82, 0x96, 0xd4, 13, 0, 0xa1, 'D', 0xc0, 0xc3, 0x90, 0x80, 0xc0, 1, 0xc0})).ok);
    CHECK(is_refused(bytes({0x82, 0x96, 0xd4, 13, 0, 0xa1, 'D', 0xc0, 0xc2, 0x90, 0x80, 0xc0, 1, 0xc0})));
}

TEST_CASE("calendar fields are in Python's ranges") {
    const auto date = [](int year, int month, int day) {
        return bytes({0x94, 0xd4, 15, 0, 0xcd, year >> 8, year & 255, month, day});
    };
    CHECK(test::decode_data(date(2024, 2, 29)).ok);
    CHECK(is_refused(date(2023, 2, 29)));
    CHECK(is_refused(date(1900, 2, 29)));
    CHECK(test::decode_data(date(2000, 2, 29)).ok);
    CHECK(is_refused(date(0, 1, 1)));
    CHECK(is_refused(date(10'000, 1, 1)));
    CHECK(is_refused(date(2024, 4, 31)));
    CHECK(is_refused(date(2024, 4, 0)));
}

TEST_CASE("values of 1000 levels of any kind are walked in every way that there is") {
    const std::string openings[] = {bytes({0x91}), bytes({0x92, 0xd4, 4, 0}), bytes({0x92, 0xd4, 6, 0}),
                                    bytes({0x96, 0xd4, 13, 0, 0xa1, 'D', 0xc0, 0xc3, 0x90, 0x81, 0xa1, 'x'})};
    for (const std::string& opening : openings) {
        std::string deep;
        for (int i = 0; i < 998; i++) deep += opening;
        // As keys where they can be, so many that they are sorted.
        const bool is_list = opening.size() == 1;
        std::string value = is_list ? bytes({0x91}) : bytes({0x8a});
        for (int i = 10; i > (is_list ? 9 : 0); i--)
            value += deep + static_cast<char>(i) + (is_list ? "" : bytes({0xc0}));
        const test::DecodedData decoded = test::decode_data(value);
        CHECK_MESSAGE(decoded.ok, decoded.fault.message);
        CHECK(test::encode_data(decoded.data) == value);
        const std::string json = test::json_of(decoded.data);
        const test::DecodedData from_json = test::decode_json(json);
        CHECK_MESSAGE(from_json.ok, from_json.fault.message);
        CHECK(same_data(from_json.data, decoded.data));
    }
}

TEST_CASE("a deep value is not written but refused") {
    std::vector<Data> levels(3000);
    for (size_t i = 1; i < levels.size(); i++) levels[i] = Data::from_items(DataKind::list, {&levels[i - 1], 1});
    CHECK(test::encode_data(levels[1000]).size() == 1001);
    CHECK(test::encode_data(levels.back()) == "fault: a value is nested too deeply");
}

TEST_SUITE_END();

}  // namespace exmonty
