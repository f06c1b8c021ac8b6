#pragma once

// A value on its way between host and sandbox: an owned tree without references into any heap.
//
// Data is plain: 24 bytes, trivially copyable, its parts in an Arena that whoever made it chose. Copying a Data copies
// the reference to its parts, not the parts. Nothing in it is trusted to fit the heap: kinds, ranges and texts are
// checked where Data is made (texts are valid UTF-8, keys of a dict are unique by kind and content, calendar fields are
// in Python's ranges, nesting is at most max_data_depth levels), so that a session may rely on them.

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "vm/base/arena.h"
#include "vm/base/utf8.h"

namespace exmonty {

// KEEP IN STEP: value kinds, with codec/ext_types.def (static_asserts in codec/data_codec.cpp).
enum class DataKind : uint8_t {
    none,
    boolean,
    integer,  // fits int64_t
    floating,
    text,
    bytes,
    list,
    dict,
    bigint,  // every other integer
    ellipsis,
    not_implemented,
    tuple,
    set,
    frozenset,
    exception,
    function,  // of the host
    type,
    repr,   // an object that stays in the sandbox: its repr
    cycle,  // a container inside itself: its repr there
    path,
    dataclass,
    named_tuple,
    date,
    time,
    datetime,
    timedelta,
    timezone,
    file_handle,
    module,  // offered by the host
};

inline constexpr size_t max_data_depth = 1000;

// A text of which nullptr data means "None".
using OptionalText = std::string_view;

struct Error;
struct NamedData;
struct FunctionData;
struct TypeData;
struct DataclassData;
struct NamedTupleData;
struct CalendarData;
struct FileHandleData;
struct ModuleData;

struct Data {
    DataKind kind = DataKind::none;
    bool negative = false;  // sign of a bigint
    union {
        bool boolean;
        int64_t integer;
        double floating;
        struct {
            const char* data;
            size_t size;
        } chars;  // text, bytes, repr, cycle, path; bigint: magnitude, big-endian, no leading zero byte
        struct {
            const Data* data;
            size_t count;
        } items;  // list, tuple, set, frozenset; dict: key, value, key, value…
        const Error* error;
        const FunctionData* function;
        const TypeData* type;
        const DataclassData* dataclass;
        const NamedTupleData* named_tuple;
        const CalendarData* calendar;  // date, time, datetime, timedelta, timezone
        const FileHandleData* file_handle;
        const ModuleData* module;
    };

    constexpr Data() : chars{nullptr, 0} {}
    constexpr explicit Data(DataKind bare) : kind(bare), chars{nullptr, 0} {}

    std::string_view view() const { return {chars.data, chars.size}; }
    Span<const Data> elements() const { return {items.data, items.count}; }

    static Data from_bool(bool value) {
        Data data(DataKind::boolean);
        data.boolean = value;
        return data;
    }
    static Data from_int(int64_t value) {
        Data data(DataKind::integer);
        data.integer = value;
        return data;
    }
    static Data from_unsigned(uint64_t value, Arena& arena);
    static Data from_float(double value) {
        Data data(DataKind::floating);
        data.floating = value;
        return data;
    }
    // text, bytes, repr, cycle or path; the characters are not copied.
    static Data from_chars(DataKind kind, std::string_view chars) {
        Data data(kind);
        data.chars = {chars.data(), chars.size()};
        return data;
    }
    static Data from_text(std::string_view text) { return from_chars(DataKind::text, text); }
    static Data from_items(DataKind kind, Span<const Data> items) {
        Data data(kind);
        data.items = {items.data(), items.size()};
        return data;
    }
    static Data from_magnitude(std::string_view big_endian, bool negative) {
        Data data = from_chars(DataKind::bigint, big_endian);
        data.negative = negative;
        return data;
    }
};

struct NamedData {
    std::string_view name;
    Data value;
};

struct FunctionData {
    std::string_view name;
    OptionalText doc;
};

struct TypeData {
    std::string_view name;
    bool builtin;
};

struct DataclassData {
    std::string_view name;
    Data type_id;
    bool frozen;
    Span<const std::string_view> field_names;
    Span<const NamedData> fields;
};

struct NamedTupleData {
    std::string_view type_name;
    Span<const NamedData> fields;
};

// What a kind does not have is 0; timedelta has days, second (0 to 86399) and microsecond; timezone has offset and
// name.
struct CalendarData {
    int32_t year = 0;
    int32_t month = 0;
    int32_t day = 0;
    int32_t days = 0;
    int32_t hour = 0;
    int32_t minute = 0;
    int32_t second = 0;
    int32_t microsecond = 0;
    int32_t offset_seconds = 0;
    bool has_offset = false;
    uint8_t fold = 0;
    OptionalText zone_name;
};

struct FileHandleData {
    std::string_view path;
    std::string_view mode;
    uint64_t position;
};

struct ModuleData {
    std::string_view name;
    Span<const NamedData> attributes;
};

static_assert(sizeof(Data) == 24);
static_assert(std::is_trivially_copyable_v<Data> && std::is_trivially_destructible_v<Data>);

// Equal by kind and content (1, 1.0 and True are three values; NaN equals NaN). Never recurses further than
// max_data_depth.
bool same_data(const Data& left, const Data& right);

}  // namespace exmonty
