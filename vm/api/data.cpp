#include "vm/api/data.h"

#include <bit>

#include "vm/api/error.h"

namespace exmonty {

Data Data::from_unsigned(uint64_t value, Arena& arena) {
    if (value <= INT64_MAX) return from_int(static_cast<int64_t>(value));
    char bytes[8];
    for (int i = 0; i < 8; i++) bytes[i] = static_cast<char>(value >> (56 - 8 * i));
    return from_magnitude(arena.copy(std::string_view(bytes, 8)), false);
}

static bool same_named(Span<const NamedData> left, Span<const NamedData> right) {
    if (left.size() != right.size()) return false;
    for (size_t i = 0; i < left.size(); i++)
        if (left[i].name != right[i].name || !same_data(left[i].value, right[i].value)) return false;
    return true;
}

static bool same_optional(OptionalText left, OptionalText right) {
    return (left.data() == nullptr) == (right.data() == nullptr) && left == right;
}

static bool same_calendar(const CalendarData& left, const CalendarData& right) {
    return left.year == right.year && left.month == right.month && left.day == right.day && left.days == right.days &&
           left.hour == right.hour && left.minute == right.minute && left.second == right.second &&
           left.microsecond == right.microsecond && left.offset_seconds == right.offset_seconds &&
           left.has_offset == right.has_offset && left.fold == right.fold &&
           same_optional(left.zone_name, right.zone_name);
}

static bool same_dataclass(const DataclassData& left, const DataclassData& right) {
    if (left.name != right.name || left.frozen != right.frozen || !same_data(left.type_id, right.type_id)) return false;
    if (left.field_names.size() != right.field_names.size()) return false;
    for (size_t i = 0; i < left.field_names.size(); i++)
        if (left.field_names[i] != right.field_names[i]) return false;
    return same_named(left.fields, right.fields);
}

bool same_data(const Data& left, const Data& right) {
    if (left.kind != right.kind) return false;
    switch (left.kind) {
        case DataKind::none:
        case DataKind::ellipsis:
        case DataKind::not_implemented: return true;
        case DataKind::boolean: return left.boolean == right.boolean;
        case DataKind::integer: return left.integer == right.integer;
        case DataKind::floating:
            return std::bit_cast<uint64_t>(left.floating) == std::bit_cast<uint64_t>(right.floating) ||
                   (left.floating != left.floating && right.floating != right.floating);
        case DataKind::bigint: return left.negative == right.negative && left.view() == right.view();
        case DataKind::text:
        case DataKind::bytes:
        case DataKind::repr:
        case DataKind::cycle:
        case DataKind::path: return left.view() == right.view();
        case DataKind::list:
        case DataKind::dict:
        case DataKind::tuple:
        case DataKind::set:
        case DataKind::frozenset:
            if (left.items.count != right.items.count) return false;
            for (size_t i = 0; i < left.items.count; i++)
                if (!same_data(left.items.data[i], right.items.data[i])) return false;
            return true;
        case DataKind::exception: return same_error(*left.error, *right.error);
        case DataKind::function:
            return left.function->name == right.function->name &&
                   same_optional(left.function->doc, right.function->doc);
        case DataKind::type: return left.type->name == right.type->name && left.type->builtin == right.type->builtin;
        case DataKind::dataclass: return same_dataclass(*left.dataclass, *right.dataclass);
        case DataKind::named_tuple:
            return left.named_tuple->type_name == right.named_tuple->type_name &&
                   same_named(left.named_tuple->fields, right.named_tuple->fields);
        case DataKind::date:
        case DataKind::time:
        case DataKind::datetime:
        case DataKind::timedelta:
        case DataKind::timezone: return same_calendar(*left.calendar, *right.calendar);
        case DataKind::file_handle:
            return left.file_handle->path == right.file_handle->path &&
                   left.file_handle->mode == right.file_handle->mode &&
                   left.file_handle->position == right.file_handle->position;
        case DataKind::module:
            return left.module->name == right.module->name &&
                   same_named(left.module->attributes, right.module->attributes);
    }
    return false;
}

static bool same_optional_error(const Error* left, const Error* right) {
    if (left == nullptr || right == nullptr) return left == right;
    return same_error(*left, *right);
}

static bool same_traceback(Span<const TracebackFrame> left, Span<const TracebackFrame> right) {
    if (left.size() != right.size()) return false;
    for (size_t i = 0; i < left.size(); i++) {
        const TracebackFrame& a = left[i];
        const TracebackFrame& b = right[i];
        if (a.filename != b.filename || a.line != b.line || a.column != b.column || a.end_line != b.end_line ||
            a.end_column != b.end_column || !same_optional(a.name, b.name) ||
            !same_optional(a.source_line, b.source_line))
            return false;
    }
    return true;
}

bool same_error(const Error& left, const Error& right) {
    if (left.type != right.type || left.class_name != right.class_name || left.message != right.message ||
        left.formatted != right.formatted || left.suppress_context != right.suppress_context ||
        left.is_group != right.is_group)
        return false;
    if (left.notes.size() != right.notes.size() || left.exceptions.size() != right.exceptions.size()) return false;
    for (size_t i = 0; i < left.notes.size(); i++)
        if (left.notes[i] != right.notes[i]) return false;
    for (size_t i = 0; i < left.exceptions.size(); i++)
        if (!same_error(*left.exceptions[i], *right.exceptions[i])) return false;
    return same_data(left.args, right.args) && same_data(left.code, right.code) &&
           same_traceback(left.traceback, right.traceback) && same_optional_error(left.cause, right.cause) &&
           same_optional_error(left.context, right.context);
}

}  // namespace exmonty
