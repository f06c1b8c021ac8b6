#pragma once

// The rows of ext_types.def.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/api/data.h"

namespace exmonty::codec {

// How a kind that msgpack lacks is laid out.
enum class ExtForm : uint8_t {
    object,  // a msgpack extension object: bigint
    marker,  // the bare marker
    items,   // marker, then any number of values
    fields,  // marker, then the fields
};

struct ExtRow {
    DataKind kind;
    uint8_t code;
    std::string_view name;
    std::string_view fields;  // "name: type, name: type"

    constexpr ExtForm form() const {
        if (kind == DataKind::bigint) return ExtForm::object;
        if (fields.empty()) return ExtForm::marker;
        return fields == "items…" ? ExtForm::items : ExtForm::fields;
    }
};

inline constexpr ExtRow ext_rows[] = {
#define EXT(kind, code, fields, shape) {DataKind::kind, code, #kind, fields},
#include "codec/ext_types.def"
};

inline constexpr size_t ext_count = sizeof(ext_rows) / sizeof(ext_rows[0]);

constexpr const ExtRow* ext_row(DataKind kind) {
    for (const ExtRow& row : ext_rows)
        if (row.kind == kind) return &row;
    return nullptr;
}

constexpr const ExtRow* ext_row_of_code(int code) {
    return code >= 1 && code <= static_cast<int>(ext_count) ? &ext_rows[code - 1] : nullptr;
}

constexpr const ExtRow* ext_row_of_name(std::string_view name) {
    for (const ExtRow& row : ext_rows)
        if (row.name == name) return &row;
    return nullptr;
}

constexpr bool ext_codes_count_up() {
    for (size_t i = 0; i < ext_count; i++)
        if (ext_rows[i].code != i + 1) return false;
    return true;
}
static_assert(ext_codes_count_up(), "ext_row_of_code indexes the table by code");

// Walks the fields of a row: for (FieldNames names(row.fields); names.next();) use(names.name).
struct FieldNames {
    constexpr explicit FieldNames(std::string_view fields) : rest(fields) {}

    constexpr bool next() {
        if (rest.empty()) return false;
        const size_t end = rest.find(", ");
        const std::string_view field = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
        name = field.substr(0, field.find(':'));
        return true;
    }

    std::string_view rest;
    std::string_view name;
};

constexpr size_t field_count(const ExtRow& row) {
    size_t count = 0;
    for (FieldNames names(row.fields); names.next();) count++;
    return count;
}

}  // namespace exmonty::codec
