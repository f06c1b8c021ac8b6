#pragma once

// One struct for each MESSAGE row of protocol.def, made from its FIELD rows. Texts, spans and values are borrowed: from
// the frame that was decoded and its arena, or from whoever fills a reply.

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

#include "codec/fault.h"
#include "vm/api/data.h"
#include "vm/api/error.h"
#include "vm/api/limits.h"
#include "vm/api/progress.h"
#include "vm/api/session.h"

namespace exmonty::codec {

inline constexpr uint64_t protocol_version = 0
#define PROTOCOL_VERSION(number) +number
#include "codec/protocol.def"
    ;

inline constexpr uint64_t max_request_id = uint64_t{1} << 53;

enum class Tag : uint8_t {
#define MESSAGE(name, tag, direction, meaning) name = tag,
#include "codec/protocol.def"
};

enum class Direction : uint8_t { request, notice, reply, progress };

// A field of type program.
struct ProgramRef {
    enum class Form : uint8_t { handle, key, text };

    Form form = Form::handle;
    uint64_t handle = 0;
    OptionalText key;  // key; text: None when the host gave none
    ProgramText text;
};

// A field of type state.
struct StateRef {
    std::optional<uint64_t> handle;
    OptionalText bytes;  // when there is no handle
};

enum class StderrMode : uint8_t { merge, separate, discard };

// The map of OPTION rows.
struct Options {
    std::optional<ClockKind> clock;
    int64_t fixed_nanoseconds = 0;
    std::optional<uint64_t> seed;
    uint64_t stream = 0;
    StderrMode stderr_mode = StderrMode::merge;
    uint64_t park = 256 * 1024;
    bool interactive = false;
    bool raise_limits = false;
};

struct Finding {
    std::string_view kind;
    std::string_view name;
    uint64_t line = 0;
    uint64_t column = 0;
};

// The C++ type of each field type.
namespace field {
using uint = uint64_t;
using maybe_uint = std::optional<uint64_t>;
using text = std::string_view;
using bytes = std::string_view;
using maybe_bytes = OptionalText;
using flag = bool;
using value = Data;
using values = Span<const Data>;
using pairs = Span<const NamedData>;
using uints = Span<const uint64_t>;
using program = ProgramRef;
using state = StateRef;
using maybe_state = std::optional<StateRef>;
using limits = LimitChange;
using options = Options;
using outcome = Outcome;
using outcomes = Span<const FutureOutcome>;
using usage = Usage;
using exception = const Error*;
using findings = Span<const Finding>;
}  // namespace field

// Each MESSAGE row closes the struct before it and opens its own; the FIELD rows that follow are its members.
namespace message {
struct Opening {
#define MESSAGE(name, number, way, meaning)   \
    }                                         \
    ;                                         \
    struct name {                             \
        static constexpr Tag tag = Tag::name; \
        static constexpr Direction direction = Direction::way;
#define FIELD(message, name, type, meaning) field::type name{};
#include "codec/protocol.def"
};
}  // namespace message

using Message = std::variant<std::monostate
#define MESSAGE(name, number, way, meaning) , message::name
#include "codec/protocol.def"
                             >;

template <typename T, typename Wanted>
concept SameMessage = std::same_as<std::remove_const_t<T>, Wanted>;

// visit_fields(message, visit): visit("name", "type", member) for each field in order, until one returns false. Built
// like the structs.
inline bool visit_fields(std::monostate) {
#define MESSAGE(name, number, way, meaning)                      \
    return true;                                                 \
    }                                                            \
    template <SameMessage<message::name> Struct, typename Visit> \
    bool visit_fields([[maybe_unused]] Struct& message, [[maybe_unused]] Visit&& visit) {
#define FIELD(owner, name, type, meaning) \
    if (!visit(#name, #type, message.name)) return false;
#include "codec/protocol.def"
    return true;
}

struct FieldRow {
    Tag message;
    std::string_view name;
    std::string_view type;
};

inline constexpr FieldRow field_rows[] = {
#define FIELD(message, name, type, meaning) {Tag::message, #name, #type},
#include "codec/protocol.def"
};

struct MessageRow {
    Tag tag;
    std::string_view name;
    Direction direction;
};

inline constexpr MessageRow message_rows[] = {
#define MESSAGE(name, number, way, meaning) {Tag::name, #name, Direction::way},
#include "codec/protocol.def"
};

constexpr const MessageRow* message_row(uint64_t tag) {
    for (const MessageRow& row : message_rows)
        if (static_cast<uint64_t>(row.tag) == tag) return &row;
    return nullptr;
}

constexpr const MessageRow* message_row(std::string_view name) {
    for (const MessageRow& row : message_rows)
        if (row.name == name) return &row;
    return nullptr;
}

constexpr bool message_tags_are_unique() {
    for (const MessageRow& row : message_rows)
        if (message_row(static_cast<uint64_t>(row.tag)) != &row) return false;
    return true;
}
static_assert(message_tags_are_unique());

}  // namespace exmonty::codec
