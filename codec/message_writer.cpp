// A message → a frame. Fields become values, which data_writer.cpp writes.

#include "codec/frame.h"
#include "codec/message_codec.h"
#include "codec/value_fields.h"

namespace exmonty::codec {

namespace {

// One function for each field type, all called value(field).
class FieldsWriter {
  public:
    explicit FieldsWriter(Arena& arena) : arena_(arena) {}

    Data value(uint64_t field) { return Data::from_unsigned(field, arena_); }
    Data value(const std::optional<uint64_t>& field) { return field ? value(*field) : Data(); }
    Data value(bool field) { return Data::from_bool(field); }
    Data value(const Data& field) { return field; }
    Data value(Span<const Data> field) { return Data::from_items(DataKind::list, field); }
    Data value(Span<const NamedData> field) {
        ArenaVector<Data> items(arena_);
        for (const NamedData& pair : field) {
            items.push(Data::from_text(pair.name));
            items.push(pair.value);
        }
        return Data::from_items(DataKind::dict, {items.data(), items.size()});
    }
    Data value(Span<const uint64_t> field) {
        ArenaVector<Data> items(arena_);
        for (uint64_t number : field) items.push(value(number));
        return list(items);
    }
    Data value(const Error* field) { return field == nullptr ? Data() : error_value(*field); }
    Data value(const StateRef& field) { return field.handle ? value(*field.handle) : chars("bytes", field.bytes); }
    Data value(const std::optional<StateRef>& field) { return field ? value(*field) : Data(); }
    Data value(const ProgramRef& field) {
        if (field.form == ProgramRef::Form::handle) return value(field.handle);
        if (field.form == ProgramRef::Form::key) return chars("bytes", field.key);
        ArenaVector<Data> names(arena_);
        for (std::string_view name : field.text.inputs) names.push(Data::from_text(name));
        const bool valid = !utf8::validate(field.text.source);
        return list_of({chars("maybe_bytes", field.key), chars(valid ? "text" : "bytes", field.text.source),
                        Data::from_text(field.text.script_name), list(names)});
    }
    Data value(const LimitChange& field) {
        ArenaVector<Data> items(arena_);
#define LIMIT(name, unit, initial, maximum, exception, meaning) \
    if (field.has(LimitName::name)) {                           \
        items.push(Data::from_text(#name));                     \
        items.push(limit(field.values.name));                   \
    }
#include "vm/schema/limits.def"
        return Data::from_items(DataKind::dict, {items.data(), items.size()});
    }
    Data value(const Options& field) {
        const Options defaults;
        ArenaVector<Data> items(arena_);
        const auto put = [&](std::string_view name, const Data& data) {
            items.push(Data::from_text(name));
            items.push(data);
        };
        if (field.clock == ClockKind::fixed)
            put("clock", Data::from_int(field.fixed_nanoseconds));
        else if (field.clock)
            put("clock", Data::from_text(*field.clock == ClockKind::system ? "system" : "none"));
        if (field.seed) put("seed", value(*field.seed));
        if (field.stream != defaults.stream) put("stream", value(field.stream));
        if (field.stderr_mode != defaults.stderr_mode)
            put("stderr", Data::from_text(field.stderr_mode == StderrMode::separate ? "separate" : "discard"));
        if (field.park != defaults.park) put("park", value(field.park));
        if (field.interactive) put("interactive", value(true));
        if (field.raise_limits) put("raise_limits", value(true));
        return Data::from_items(DataKind::dict, {items.data(), items.size()});
    }
    Data value(const Outcome& field) {
        ArenaVector<Data> items(arena_);
        push_outcome(field, items);
        return list(items);
    }
    Data value(Span<const FutureOutcome> field) {
        ArenaVector<Data> items(arena_);
        for (const FutureOutcome& future : field) {
            ArenaVector<Data> parts(arena_);
            parts.push(value(future.call_id));
            push_outcome(future.outcome, parts);
            items.push(list(parts));
        }
        return list(items);
    }
    Data value(const Usage& field) {
        return list_of({value(field.steps), value(field.peak_memory), value(field.allocations),
                        value(field.duration_us), value(field.pauses)});
    }
    Data value(Span<const Finding> field) {
        ArenaVector<Data> items(arena_);
        for (const Finding& finding : field)
            items.push(list_of({Data::from_text(finding.kind), Data::from_text(finding.name), value(finding.line),
                                value(finding.column)}));
        return list(items);
    }

    // text, bytes and maybe_bytes share a C++ type.
    Data chars(std::string_view type, std::string_view field) {
        if (type == "maybe_bytes" && field.data() == nullptr) return Data();
        return Data::from_chars(type == "text" ? DataKind::text : DataKind::bytes, field);
    }

  private:
    static Data limit(double amount) { return amount <= 1e300 ? Data::from_float(amount) : Data(); }
    Data limit(uint64_t amount) { return amount == Limits::unlimited ? Data() : value(amount); }

    void push_outcome(const Outcome& outcome, ArenaVector<Data>& items) {
        constexpr std::string_view names[] = {"ok", "error", "pending", "undefined", "no_handler"};
        items.push(Data::from_text(names[static_cast<size_t>(outcome.kind)]));
        if (outcome.kind == OutcomeKind::ok) items.push(outcome.value);
        if (outcome.kind != OutcomeKind::error) return;
        items.push(Data::from_text(exception_row(outcome.type).atom));
        items.push(Data::from_text(outcome.message));
    }
    Data list(ArenaVector<Data>& items) { return Data::from_items(DataKind::list, {items.data(), items.size()}); }
    Data list_of(std::initializer_list<Data> items) {
        const Span<Data> copied = arena_.copy(items.begin(), items.size());
        return Data::from_items(DataKind::list, {copied.data(), copied.size()});
    }

    Arena& arena_;
};

template <typename Struct>
Data message_value(uint64_t id, const Struct& message, Arena& arena) {
    FieldsWriter writer(arena);
    ArenaVector<Data> parts(arena);
    parts.push(Data::from_int(static_cast<int64_t>(Struct::tag)));
    parts.push(writer.value(id));
    visit_fields(message, [&](std::string_view, std::string_view type, const auto& field) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(field)>, std::string_view>)
            parts.push(writer.chars(type, field));
        else
            parts.push(writer.value(field));
        return true;
    });
    return Data::from_items(DataKind::list, {parts.data(), parts.size()});
}

}  // namespace

bool encode_message(uint64_t id, const Message& message, uint32_t max_frame, ByteBuffer& out, Arena& scratch,
                    Fault& fault) {
    const size_t start = out.size();
    const Data body = std::visit(
        [&](const auto& made) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(made)>, std::monostate>)
                return Data();
            else
                return message_value(id, made, scratch);
        },
        message);
    char* header = out.claim(frame_header_size);
    const bool written = header != nullptr && write_data(body, out, scratch, fault);
    const size_t length = out.size() - start - frame_header_size;
    if (!written || out.overflowed() || length > max_frame) {
        out.shrink(start);
        return fault.set(ErrorCode::too_big, "the message is longer than " + std::to_string(max_frame) + " bytes");
    }
    write_frame_length(out.data() + start, static_cast<uint32_t>(length));
    return true;
}

}  // namespace exmonty::codec
