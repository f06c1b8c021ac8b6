// A body's tree → a message. The tree is well-formed msgpack already (data_reader.cpp); here its parts get their
// meaning.

#include <cmath>
#include <limits>

#include "codec/message_codec.h"
#include "codec/value_fields.h"

namespace exmonty::codec {

namespace {

constexpr size_t max_key_size = 64;

// Levels of the field itself around the values in it.
uint32_t levels_around(std::string_view type) {
    if (type == "value") return 0;
    if (type == "values" || type == "pairs" || type == "outcome") return 1;
    if (type == "outcomes") return 2;
    return std::numeric_limits<uint32_t>::max() - max_data_depth;
}

std::optional<uint64_t> to_unsigned(const Data& data) {
    if (data.kind == DataKind::integer && data.integer >= 0) return static_cast<uint64_t>(data.integer);
    if (data.kind != DataKind::bigint || data.negative || data.chars.size > 8) return std::nullopt;
    uint64_t word = 0;
    for (char byte : data.view()) word = word << 8 | static_cast<uint8_t>(byte);
    return word;
}

// One function for each field type, all called read(data, field); false when the data does not fit.
class FieldsReader {
  public:
    FieldsReader(Arena& arena, Fault& fault) : arena_(arena), fault_(fault) {}

    bool read(const Data& data, uint64_t& field) {
        const auto number = to_unsigned(data);
        if (number) field = *number;
        return number.has_value();
    }
    bool read(const Data& data, std::optional<uint64_t>& field) {
        if (data.kind == DataKind::none) return true;
        field = to_unsigned(data);
        return field.has_value();
    }
    bool read(const Data& data, bool& field) {
        field = data.kind == DataKind::boolean && data.boolean;
        return data.kind == DataKind::boolean;
    }
    bool read(const Data& data, Data& field) {
        field = data;
        return true;
    }
    bool read(const Data& data, Span<const Data>& field) {
        if (data.kind != DataKind::list) return false;
        field = data.elements();
        return true;
    }
    bool read(const Data& data, Span<const NamedData>& field) { return to_pairs(data, arena_, field); }
    bool read(const Data& data, Span<const uint64_t>& field) {
        return read_list(data, field, [this](const Data& item, uint64_t& number) { return read(item, number); });
    }
    bool read(const Data& data, const Error*& field) {
        if (data.kind != DataKind::exception) return false;
        field = data.error;
        return true;
    }
    bool read(const Data& data, StateRef& field) {
        if (data.kind == DataKind::bytes) {
            field.bytes = data.view();
            return true;
        }
        field.handle = to_unsigned(data);
        return field.handle.has_value();
    }
    bool read(const Data& data, std::optional<StateRef>& field) {
        return data.kind == DataKind::none || read(data, field.emplace());
    }

    bool read(const Data& data, ProgramRef& field) {
        if (data.kind == DataKind::bytes) {
            field.form = ProgramRef::Form::key;
            return read_key(data, field);
        }
        if (data.kind != DataKind::list) return read(data, field.handle);
        const Span<const Data> parts = data.elements();
        field.form = ProgramRef::Form::text;
        if (parts.size() != 4 || !(parts[0].kind == DataKind::none || read_key(parts[0], field))) return false;
        if (parts[1].kind != DataKind::text && parts[1].kind != DataKind::bytes) return false;
        field.text.source = parts[1].view();
        if (parts[2].kind != DataKind::text) return false;
        field.text.script_name = parts[2].view();
        return read_list(parts[3], field.text.inputs, [](const Data& item, std::string_view& name) {
            if (item.kind != DataKind::text) return false;
            name = item.view();
            return true;
        });
    }

    bool read(const Data& data, LimitChange& field) {
        if (data.kind != DataKind::dict) return false;
        const Span<const Data> items = data.elements();
        for (size_t i = 0; i < items.size(); i += 2)
            if (!read_limit(items[i], items[i + 1], field)) return false;
        return true;
    }

    bool read(const Data& data, Options& field) {
        if (data.kind != DataKind::dict) return false;
        const Span<const Data> items = data.elements();
        for (size_t i = 0; i < items.size(); i += 2) {
            if (items[i].kind != DataKind::text) return false;
            const std::string_view name = items[i].view();
            if (!is_option(name)) return fault_.set("unknown option " + shown(name));
            if (!read_option(name, items[i + 1], field))
                return fault_.set(ErrorCode::option, "invalid value for option " + std::string(name));
        }
        return true;
    }

    bool read(const Data& data, Outcome& field) {
        return data.kind == DataKind::list && read_outcome(data.elements(), field);
    }
    bool read(const Data& data, Span<const FutureOutcome>& field) {
        return read_list(data, field, [this](const Data& item, FutureOutcome& future) {
            const Span<const Data> parts = item.elements();
            return item.kind == DataKind::list && parts.size() >= 2 && read(parts[0], future.call_id) &&
                   read_outcome(parts.slice(1, parts.size() - 1), future.outcome);
        });
    }
    bool read(const Data& data, Usage& field) {
        const Span<const Data> parts = data.elements();
        return data.kind == DataKind::list && parts.size() == 5 && read(parts[0], field.steps) &&
               read(parts[1], field.peak_memory) && read(parts[2], field.allocations) &&
               read(parts[3], field.duration_us) && read(parts[4], field.pauses);
    }
    bool read(const Data& data, Span<const Finding>& field) {
        return read_list(data, field, [this](const Data& item, Finding& finding) {
            const Span<const Data> parts = item.elements();
            if (item.kind != DataKind::list || parts.size() != 4) return false;
            if (parts[0].kind != DataKind::text || parts[1].kind != DataKind::text) return false;
            finding.kind = parts[0].view();
            finding.name = parts[1].view();
            return read(parts[2], finding.line) && read(parts[3], finding.column);
        });
    }

    // text, bytes and maybe_bytes share a C++ type.
    bool read_chars(std::string_view type, const Data& data, std::string_view& field) {
        if (type == "maybe_bytes" && data.kind == DataKind::none) return true;
        if (data.kind != (type == "text" ? DataKind::text : DataKind::bytes)) return false;
        field = data.view();
        return true;
    }

  private:
    template <typename T, typename ReadItem>
    bool read_list(const Data& data, Span<const T>& field, ReadItem read_item) {
        if (data.kind != DataKind::list) return false;
        ArenaVector<T> items(arena_);
        for (const Data& item : data.elements()) {
            T made{};
            if (!read_item(item, made)) return false;
            items.push(made);
        }
        field = {items.data(), items.size()};
        return true;
    }

    static bool read_key(const Data& data, ProgramRef& field) {
        if (data.kind != DataKind::bytes || data.chars.size == 0 || data.chars.size > max_key_size) return false;
        field.key = data.view();
        return true;
    }

    bool read_limit(const Data& name, const Data& value, LimitChange& field) {
        if (name.kind != DataKind::text) return false;
        for (const LimitRow& row : limit_rows) {
            if (row.name != name.view()) continue;
            if (!set_limit(row, value, field))
                return fault_.set(ErrorCode::limit, "invalid resource limit value for " + std::string(row.name));
            field.set(row.limit);
            return true;
        }
        return fault_.set("unknown limit " + shown(name.view()));
    }

    static bool set_limit(const LimitRow& row, const Data& value, LimitChange& field) {
        double amount = std::numeric_limits<double>::infinity();
        uint64_t whole = Limits::unlimited;
        if (value.kind == DataKind::floating && row.unit == LimitUnit::seconds) {
            amount = value.floating;
        } else if (value.kind != DataKind::none) {
            const auto number = to_unsigned(value);
            if (!number) return false;
            whole = *number;
            amount = static_cast<double>(whole);
        }
        if (!(amount >= 0) || amount > row.maximum) return false;
        switch (row.limit) {
#define LIMIT(name, unit, initial, maximum, exception, meaning)     \
    case LimitName::name:                                           \
        field.values.name = pick<limit_types::unit>(amount, whole); \
        return true;
#include "vm/schema/limits.def"
        }
        return false;
    }

    template <typename T>
    static T pick(double amount, uint64_t whole) {
        if constexpr (std::same_as<T, double>)
            return amount;
        else
            return whole;
    }

    static constexpr bool is_option(std::string_view wanted) {
#define OPTION(name, type, meaning) \
    if (wanted == #name) return true;
#include "codec/protocol.def"
        return false;
    }

    bool read_option(std::string_view name, const Data& value, Options& field) {
        if (name == "clock") return read_clock(value, field);
        if (name == "seed") return read(value, field.seed.emplace());
        if (name == "stream") return read(value, field.stream);
        if (name == "park") return read(value, field.park);
        if (name == "interactive") return read(value, field.interactive);
        if (name == "raise_limits") return read(value, field.raise_limits);
        if (value.kind != DataKind::text) return false;
        const std::string_view mode = value.view();
        field.stderr_mode = mode == "separate"  ? StderrMode::separate
                            : mode == "discard" ? StderrMode::discard
                                                : StderrMode::merge;
        return mode == "merge" || mode == "separate" || mode == "discard";
    }

    static bool read_clock(const Data& value, Options& field) {
        if (value.kind == DataKind::integer) {
            field.clock = ClockKind::fixed;
            field.fixed_nanoseconds = value.integer;
            return true;
        }
        if (value.kind != DataKind::text) return false;
        field.clock = value.view() == "system" ? ClockKind::system : ClockKind::none;
        return value.view() == "system" || value.view() == "none";
    }

    bool read_outcome(Span<const Data> parts, Outcome& field) {
        if (parts.empty() || parts[0].kind != DataKind::text) return false;
        const std::string_view name = parts[0].view();
        if (name == "ok") {
            field.kind = OutcomeKind::ok;
            if (parts.size() != 2) return false;
            field.value = parts[1];
            return true;
        }
        if (name == "error") return parts.size() == 3 && read_raised(parts[1], parts[2], field);
        field.kind = name == "pending"     ? OutcomeKind::pending
                     : name == "undefined" ? OutcomeKind::undefined
                                           : OutcomeKind::no_handler;
        return parts.size() == 1 && (name == "pending" || name == "undefined" || name == "no_handler");
    }

    bool read_raised(const Data& type, const Data& message, Outcome& field) {
        if (type.kind != DataKind::text || message.kind != DataKind::text) return false;
        auto found = exception_from_atom(type.view());
        if (!found) found = exception_from_name(type.view());
        if (!found || exception_row(*found).module == "limit")
            return fault_.set(ErrorCode::outcome, "unknown exception type " + shown(type.view()));
        field.kind = OutcomeKind::error;
        field.type = *found;
        field.message = message.view();
        return true;
    }

    Arena& arena_;
    Fault& fault_;
};

template <typename Struct>
bool read_fields(const Tree& tree, std::string_view owner, Struct& message, Arena& arena, Fault& fault) {
    const Span<const Data> parts = tree.root.elements();
    FieldsReader reader(arena, fault);
    size_t index = 2;
    const bool fits = visit_fields(message, [&](std::string_view name, std::string_view type, auto& field) {
        const auto refuse = [&](std::string what) {
            return fault.set(std::string(owner) + "." + std::string(name) + ": " + what);
        };
        if (index >= parts.size()) return refuse("missing");
        const Data& data = parts[index];
        if (tree.heights[index] > max_data_depth + levels_around(type))
            return refuse("a value of more than 1000 levels");
        index++;
        bool fit = false;
        if constexpr (std::same_as<std::remove_reference_t<decltype(field)>, std::string_view>)
            fit = reader.read_chars(type, data, field);
        else
            fit = reader.read(data, field);
        return fit || refuse("expected " + std::string(type));
    });
    return fits && (index == parts.size() || fault.set(std::string(owner) + ": too many fields"));
}

}  // namespace

bool decode_message(std::string_view body, Arena& arena, Decoded& decoded, Fault& fault) {
    Tree tree;
    if (!read_tree(body, arena, tree, fault)) return false;
    const Span<const Data> parts = tree.root.elements();
    if (tree.root.kind != DataKind::list || parts.size() < 2)
        return fault.set("a body is an array of tag, id and fields");
    const auto tag = to_unsigned(parts[0]);
    const auto id = to_unsigned(parts[1]);
    if (!id || *id > max_request_id) return fault.set("an id is an integer from 0 to 2^53");
    decoded.id = *id;
    const MessageRow* row = tag ? message_row(*tag) : nullptr;
    if (row == nullptr) return fault.set("unknown message tag");
    switch (row->tag) {
#define MESSAGE(name, number, way, meaning) \
    case Tag::name:                         \
        return read_fields(tree, #name, decoded.message.emplace<message::name>(), arena, fault);
#include "codec/protocol.def"
    }
    return false;
}

}  // namespace exmonty::codec
