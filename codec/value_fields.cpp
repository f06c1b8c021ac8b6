#include "codec/value_fields.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "codec/chunks.h"
#include "codec/value_kinds.h"

namespace exmonty::codec {

namespace {

// Collects the fields of one value.
class FieldWriter {
  public:
    explicit FieldWriter(Arena& arena) : arena_(arena), fields_(arena) {}

    FieldWriter& value(const Data& data) {
        fields_.push(data);
        return *this;
    }
    FieldWriter& text(std::string_view chars) { return value(Data::from_text(chars)); }
    FieldWriter& optional(OptionalText chars) { return chars.data() == nullptr ? value(Data()) : text(chars); }
    FieldWriter& flag(bool set) { return value(Data::from_bool(set)); }
    FieldWriter& integer(int64_t number) { return value(Data::from_int(number)); }
    FieldWriter& texts(Span<const std::string_view> lines) {
        ArenaVector<Data> items(arena_);
        for (std::string_view line : lines) items.push(Data::from_text(line));
        return list(items);
    }
    FieldWriter& pairs(Span<const NamedData> named) {
        ArenaVector<Data> items(arena_);
        for (const NamedData& pair : named) {
            items.push(Data::from_text(pair.name));
            items.push(pair.value);
        }
        return value(Data::from_items(DataKind::dict, {items.data(), items.size()}));
    }
    FieldWriter& list(ArenaVector<Data>& items) {
        return value(Data::from_items(DataKind::list, {items.data(), items.size()}));
    }
    FieldWriter& optional(const Error* error) { return value(error == nullptr ? Data() : error_value(*error)); }
    FieldWriter& offset(const CalendarData& calendar) {
        return calendar.has_offset ? integer(calendar.offset_seconds) : value(Data());
    }

    Span<const Data> fields() { return {fields_.data(), fields_.size()}; }

  private:
    Arena& arena_;
    ArenaVector<Data> fields_;
};

Span<const Data> error_fields(const Error& error, Arena& arena) {
    FieldWriter writer(arena);
    writer.text(exception_row(error.type).atom).text(error.class_name).text(error.message);
    writer.value(error.args.kind == DataKind::list ? error.args : Data(DataKind::list));
    ArenaVector<Data> frames(arena);
    for (const TracebackFrame& frame : error.traceback) {
        FieldWriter fields(arena);
        fields.text(frame.filename).integer(frame.line).integer(frame.column);
        fields.integer(frame.end_line).integer(frame.end_column).optional(frame.name).optional(frame.source_line);
        frames.push(Data::from_items(DataKind::list, fields.fields()));
    }
    writer.list(frames).optional(error.cause).optional(error.context).flag(error.suppress_context);
    writer.texts(error.notes);
    if (error.is_group) {
        ArenaVector<Data> members(arena);
        for (const Error* member : error.exceptions) members.push(error_value(*member));
        writer.list(members);
    } else {
        writer.value(Data());
    }
    writer.value(error.code).text(error.formatted);
    return writer.fields();
}

Span<const Data> calendar_fields(DataKind kind, const CalendarData& calendar, Arena& arena) {
    FieldWriter writer(arena);
    if (kind == DataKind::timedelta) {
        return writer.integer(calendar.days).integer(calendar.second).integer(calendar.microsecond).fields();
    }
    if (kind == DataKind::timezone) {
        return writer.integer(calendar.offset_seconds).optional(calendar.zone_name).fields();
    }
    if (kind != DataKind::time) writer.integer(calendar.year).integer(calendar.month).integer(calendar.day);
    if (kind == DataKind::date) return writer.fields();
    writer.integer(calendar.hour).integer(calendar.minute).integer(calendar.second).integer(calendar.microsecond);
    return writer.offset(calendar).optional(calendar.zone_name).integer(calendar.fold).fields();
}

// Reads the fields of one value in order. The first that does not fit sets the fault; after it everything reads as
// empty.
class FieldReader {
  public:
    FieldReader(const ExtRow& row, Span<const Data> fields, Arena& arena, Fault& fault)
        : row_(row), names_(row.fields), fields_(fields), arena_(arena), fault_(fault) {}

    bool ok() const { return ok_; }

    const Data& value() {
        static const Data none;
        if (!ok_) return none;
        names_.next();
        return fields_[index_++];
    }
    std::string_view text() {
        const Data& data = value();
        return data.kind == DataKind::text ? data.view() : (refuse("text"), std::string_view());
    }
    OptionalText optional_text() {
        const Data& data = value();
        if (data.kind == DataKind::none) return {};
        return data.kind == DataKind::text ? data.view() : (refuse("text or nil"), std::string_view());
    }
    bool flag() {
        const Data& data = value();
        return data.kind == DataKind::boolean ? data.boolean : (refuse("bool"), false);
    }
    int64_t integer(int64_t least, int64_t most) {
        const Data& data = value();
        if (data.kind == DataKind::integer && data.integer >= least && data.integer <= most) return data.integer;
        refuse("int from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    Data list() {
        const Data& data = value();
        return data.kind == DataKind::list ? data : (refuse("list"), Data(DataKind::list));
    }
    Span<const std::string_view> texts() {
        const Data& data = value();
        if (data.kind != DataKind::list) return refuse("list of texts"), Span<const std::string_view>();
        ArenaVector<std::string_view> lines(arena_);
        for (const Data& line : data.elements()) {
            if (line.kind != DataKind::text) return refuse("list of texts"), Span<const std::string_view>();
            lines.push(line.view());
        }
        return {lines.data(), lines.size()};
    }
    Span<const NamedData> pairs() {
        Span<const NamedData> result;
        if (!to_pairs(value(), arena_, result)) refuse("map from text to value");
        return result;
    }
    const Error* optional_error() {
        const Data& data = value();
        if (data.kind == DataKind::none) return nullptr;
        return data.kind == DataKind::exception ? data.error : (refuse("exception or nil"), nullptr);
    }
    void refuse(std::string expected) {
        if (!ok_) return;
        ok_ = false;
        fault_.set(std::string(row_.name) + "." + std::string(names_.name) + ": expected " + expected);
    }

  private:
    const ExtRow& row_;
    FieldNames names_;
    Span<const Data> fields_;
    Arena& arena_;
    Fault& fault_;
    size_t index_ = 0;
    bool ok_ = true;
};

constexpr int64_t most_offset = 24 * 3600 - 1;
constexpr int64_t most_days = 999'999'999;

constexpr int64_t days_in_month(int64_t year, int64_t month) {
    constexpr int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

void read_offset(FieldReader& reader, CalendarData& calendar) {
    const Data& offset = reader.value();
    if (offset.kind == DataKind::none) return;
    if (offset.kind != DataKind::integer || offset.integer < -most_offset || offset.integer > most_offset)
        return reader.refuse("nil or int from -86399 to 86399");
    calendar.has_offset = true;
    calendar.offset_seconds = static_cast<int32_t>(offset.integer);
}

void read_calendar(DataKind kind, FieldReader& reader, CalendarData& calendar) {
    const auto read = [&](int64_t least, int64_t most) { return static_cast<int32_t>(reader.integer(least, most)); };
    if (kind == DataKind::timedelta) {
        calendar.days = read(-most_days, most_days);
        calendar.second = read(0, 86399);
        calendar.microsecond = read(0, 999999);
        return;
    }
    if (kind == DataKind::timezone) {
        calendar.has_offset = true;
        calendar.offset_seconds = read(-most_offset, most_offset);
        calendar.zone_name = reader.optional_text();
        return;
    }
    if (kind != DataKind::time) {
        calendar.year = read(1, 9999);
        calendar.month = read(1, 12);
        calendar.day = read(1, reader.ok() ? days_in_month(calendar.year, calendar.month) : 31);
    }
    if (kind == DataKind::date) return;
    calendar.hour = read(0, 23);
    calendar.minute = read(0, 59);
    calendar.second = read(0, 59);
    calendar.microsecond = read(0, 999999);
    read_offset(reader, calendar);
    calendar.zone_name = reader.optional_text();
    calendar.fold = static_cast<uint8_t>(reader.integer(0, 1));
}

bool read_frame(const Data& data, TracebackFrame& frame) {
    const Span<const Data> fields = data.elements();
    if (data.kind != DataKind::list || fields.size() != 7 || fields[0].kind != DataKind::text) return false;
    frame.filename = fields[0].view();
    uint32_t* const numbers[] = {&frame.line, &frame.column, &frame.end_line, &frame.end_column};
    for (size_t i = 0; i < 4; i++) {
        const Data& number = fields[i + 1];
        if (number.kind != DataKind::integer || number.integer < 0 || number.integer > UINT32_MAX) return false;
        *numbers[i] = static_cast<uint32_t>(number.integer);
    }
    OptionalText* const texts[] = {&frame.name, &frame.source_line};
    for (size_t i = 0; i < 2; i++) {
        const Data& text = fields[i + 5];
        if (text.kind != DataKind::none && text.kind != DataKind::text) return false;
        if (text.kind == DataKind::text) *texts[i] = text.view();
    }
    return true;
}

void read_members(FieldReader& reader, Arena& arena, Error& error) {
    const Data& members = reader.value();
    error.is_group = members.kind == DataKind::list;
    if (members.kind == DataKind::none) return;
    if (!error.is_group) return reader.refuse("list of exceptions or nil");
    ArenaVector<const Error*> errors(arena);
    for (const Data& member : members.elements()) {
        if (member.kind != DataKind::exception) return reader.refuse("list of exceptions or nil");
        errors.push(member.error);
    }
    error.exceptions = {errors.data(), errors.size()};
}

void read_error(FieldReader& reader, Arena& arena, Error& error) {
    const auto type = exception_from_atom(reader.text());
    if (!type) return reader.refuse("the atom of a row in exceptions.def");
    error.type = *type;
    error.class_name = reader.text();
    error.message = reader.text();
    error.args = reader.list();
    const Data frames = reader.list();
    ArenaVector<TracebackFrame> traceback(arena);
    for (const Data& data : frames.elements()) {
        TracebackFrame frame;
        if (!read_frame(data, frame)) return reader.refuse("list of traceback frames");
        traceback.push(frame);
    }
    error.traceback = {traceback.data(), traceback.size()};
    error.cause = reader.optional_error();
    error.context = reader.optional_error();
    error.suppress_context = reader.flag();
    error.notes = reader.texts();
    read_members(reader, arena, error);
    error.code = reader.value();
    error.formatted = reader.text();
}

template <typename T>
T* put(Arena& arena, const T*& place) {
    T* made = arena.create<T>();
    place = made;
    return made;
}

void read_value(FieldReader& reader, Arena& arena, Data& value) {
    switch (value.kind) {
        case DataKind::exception: return read_error(reader, arena, *put(arena, value.error));
        case DataKind::function: {
            FunctionData* function = put(arena, value.function);
            function->name = reader.text();
            function->doc = reader.optional_text();
            return;
        }
        case DataKind::type: {
            TypeData* type = put(arena, value.type);
            type->name = reader.text();
            type->builtin = reader.flag();
            return;
        }
        case DataKind::repr:
        case DataKind::cycle:
        case DataKind::path: value = Data::from_chars(value.kind, reader.text()); return;
        case DataKind::dataclass: {
            DataclassData* dataclass = put(arena, value.dataclass);
            dataclass->name = reader.text();
            dataclass->type_id = reader.value();
            dataclass->frozen = reader.flag();
            dataclass->field_names = reader.texts();
            dataclass->fields = reader.pairs();
            return;
        }
        case DataKind::named_tuple: {
            NamedTupleData* tuple = put(arena, value.named_tuple);
            tuple->type_name = reader.text();
            tuple->fields = reader.pairs();
            return;
        }
        case DataKind::file_handle: {
            FileHandleData* handle = put(arena, value.file_handle);
            handle->path = reader.text();
            handle->mode = reader.text();
            handle->position = static_cast<uint64_t>(reader.integer(0, INT64_MAX));
            return;
        }
        case DataKind::module: {
            ModuleData* module = put(arena, value.module);
            module->name = reader.text();
            module->attributes = reader.pairs();
            return;
        }
        default: return read_calendar(value.kind, reader, *put(arena, value.calendar));
    }
}

bool can_be_key(const Data& key) {
    switch (key.kind) {
        case DataKind::list:
        case DataKind::dict:
        case DataKind::set: return false;
        case DataKind::tuple:
        case DataKind::frozenset:
            for (const Data& item : key.elements())
                if (!can_be_key(item)) return false;
            return true;
        case DataKind::dataclass: return key.dataclass->frozen;
        default: return true;
    }
}

bool may_repeat(const Data& key) {
    return key.kind == DataKind::repr || key.kind == DataKind::cycle ||
           (key.kind == DataKind::floating && key.floating != key.floating);
}

// An order of keys in which equal ones are neighbours. Texts and numbers are ordered by content; of the rarer kinds the
// parts are.
int compare(const Data& left, const Data& right, Arena& arena);

int compare_items(Span<const Data> left, Span<const Data> right, Arena& arena) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    for (size_t i = 0; i < left.size(); i++)
        if (const int order = compare(left[i], right[i], arena)) return order;
    return 0;
}

int compare(const Data& left, const Data& right, Arena& arena) {
    if (left.kind != right.kind) return left.kind < right.kind ? -1 : 1;
    switch (left.kind) {
        case DataKind::none:
        case DataKind::ellipsis:
        case DataKind::not_implemented: return 0;
        case DataKind::boolean: return static_cast<int>(left.boolean) - static_cast<int>(right.boolean);
        case DataKind::integer: return left.integer < right.integer ? -1 : left.integer > right.integer;
        case DataKind::floating: {
            uint64_t words[2];
            std::memcpy(&words[0], &left.floating, 8);
            std::memcpy(&words[1], &right.floating, 8);
            return words[0] < words[1] ? -1 : words[0] > words[1];
        }
        case DataKind::bigint:
            if (left.negative != right.negative) return left.negative ? -1 : 1;
            return left.view().compare(right.view());
        case DataKind::text:
        case DataKind::bytes:
        case DataKind::repr:
        case DataKind::cycle:
        case DataKind::path: return left.view().compare(right.view());
        case DataKind::list:
        case DataKind::dict:
        case DataKind::tuple:
        case DataKind::set:
        case DataKind::frozenset: return compare_items(left.elements(), right.elements(), arena);
        default: return compare_items(to_fields(left, arena), to_fields(right, arena), arena);
    }
}

// Up to here comparing each with each is cheaper than sorting.
constexpr size_t few_keys = 8;

bool keys_ascend(Span<const Data> alternating) {
    for (size_t i = 0; i < alternating.size(); i += 2) {
        if (alternating[i].kind != DataKind::text) return false;
        if (i > 0 && alternating[i - 2].view() >= alternating[i].view()) return false;
    }
    return true;
}

}  // namespace

Data error_value(const Error& error) {
    Data data(DataKind::exception);
    data.error = &error;
    return data;
}

Span<const Data> to_fields(const Data& value, Arena& arena) {
    FieldWriter writer(arena);
    switch (value.kind) {
        case DataKind::exception: return error_fields(*value.error, arena);
        case DataKind::function: return writer.text(value.function->name).optional(value.function->doc).fields();
        case DataKind::type: return writer.text(value.type->name).flag(value.type->builtin).fields();
        case DataKind::repr:
        case DataKind::cycle:
        case DataKind::path: return writer.text(value.view()).fields();
        case DataKind::dataclass: {
            const DataclassData& dataclass = *value.dataclass;
            writer.text(dataclass.name).value(dataclass.type_id).flag(dataclass.frozen);
            return writer.texts(dataclass.field_names).pairs(dataclass.fields).fields();
        }
        case DataKind::named_tuple:
            return writer.text(value.named_tuple->type_name).pairs(value.named_tuple->fields).fields();
        case DataKind::file_handle: {
            const FileHandleData& handle = *value.file_handle;
            return writer.text(handle.path).text(handle.mode).integer(static_cast<int64_t>(handle.position)).fields();
        }
        case DataKind::module: return writer.text(value.module->name).pairs(value.module->attributes).fields();
        case DataKind::date:
        case DataKind::time:
        case DataKind::datetime:
        case DataKind::timedelta:
        case DataKind::timezone: return calendar_fields(value.kind, *value.calendar, arena);
        default: return {};
    }
}

bool from_fields(DataKind kind, Span<const Data> fields, Arena& arena, Data& value, Fault& fault) {
    const ExtRow& row = *ext_row(kind);
    if (fields.size() != field_count(row))
        return fault.set(std::string(row.name) + ": expected " + std::to_string(field_count(row)) + " fields, got " +
                         std::to_string(fields.size()));
    value = Data(kind);
    FieldReader reader(row, fields, arena, fault);
    read_value(reader, arena, value);
    return reader.ok();
}

bool to_pairs(const Data& value, Arena& arena, Span<const NamedData>& pairs) {
    if (value.kind != DataKind::dict) return false;
    const Span<const Data> items = value.elements();
    ArenaVector<NamedData> named(arena);
    named.reserve(items.size() / 2);
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i].kind != DataKind::text) return false;
        named.push({items[i].view(), items[i + 1]});
    }
    pairs = {named.data(), named.size()};
    return true;
}

bool check_keys(Span<const Data> alternating, Fault& fault) {
    if (keys_ascend(alternating)) return true;
    std::vector<const Data*> keys;
    keys.reserve(alternating.size() / 2);
    for (size_t i = 0; i < alternating.size(); i += 2) {
        if (!can_be_key(alternating[i])) return fault.set("a list, dict or set cannot be a key");
        if (!may_repeat(alternating[i])) keys.push_back(&alternating[i]);
    }
    if (keys.size() <= few_keys) {
        for (size_t i = 1; i < keys.size(); i++)
            for (size_t j = 0; j < i; j++)
                if (same_data(*keys[i], *keys[j])) return fault.set("two equal keys in one map");
        return true;
    }
    // Keys of kinds with fields are rare; their parts are taken apart anew for each comparison.
    const auto scratch = std::make_unique<ChunkedArena>(SIZE_MAX);
    std::sort(keys.begin(), keys.end(), [&](const Data* left, const Data* right) {
        scratch->arena.release();
        return compare(*left, *right, scratch->arena) < 0;
    });
    for (size_t i = 1; i < keys.size(); i++)
        if (same_data(*keys[i - 1], *keys[i])) return fault.set("two equal keys in one map");
    return true;
}

}  // namespace exmonty::codec
