#pragma once

// The exception classes of schema/exceptions.def as an enumeration, with what the table says about each.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace exmonty {

enum class ExceptionType : uint16_t {
#define EXCEPTION(identifier, base, atom, module, name) identifier,
#include "vm/schema/exceptions.def"
};

struct ExceptionRow {
    ExceptionType type;
    ExceptionType base;
    std::string_view atom;    // "value_error"
    std::string_view module;  // "builtins"
    std::string_view name;    // "ValueError"
};

inline constexpr ExceptionRow exception_rows[] = {
#define EXCEPTION(identifier, base, atom, module, name) \
    {ExceptionType::identifier, ExceptionType::base, #atom, module, name},
#include "vm/schema/exceptions.def"
};

inline constexpr size_t exception_count = sizeof(exception_rows) / sizeof(exception_rows[0]);

constexpr const ExceptionRow& exception_row(ExceptionType type) { return exception_rows[static_cast<size_t>(type)]; }

constexpr std::optional<ExceptionType> exception_from_atom(std::string_view atom) {
    for (const ExceptionRow& row : exception_rows)
        if (row.atom == atom) return row.type;
    return std::nullopt;
}

// By Python name; of two classes with one name the first row's.
constexpr std::optional<ExceptionType> exception_from_name(std::string_view name) {
    for (const ExceptionRow& row : exception_rows)
        if (row.name == name) return row.type;
#define EXCEPTION_ALIAS(alias, identifier) \
    if (name == alias) return ExceptionType::identifier;
#include "vm/schema/exceptions.def"
    return std::nullopt;
}

}  // namespace exmonty
