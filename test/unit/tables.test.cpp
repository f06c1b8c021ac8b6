// The tables that VM, codec and Elixir share: unique, complete, and of the strict form that Elixir reads line by line.

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "codec/messages.h"
#include "codec/value_kinds.h"
#include "vm/api/limits.h"
#include "vm/base/exception_type.h"

// After the tables, because it has a macro MESSAGE too.
#include <doctest/doctest.h>

namespace exmonty {

namespace {

std::string snake_case(std::string_view name) {
    std::string out;
    for (size_t i = 0; i < name.size(); i++) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        const bool starts_word = upper && i > 0 && (name[i - 1] > 'Z' || (i + 1 < name.size() && name[i + 1] > 'Z'));
        if (starts_word) out.push_back('_');
        out.push_back(upper ? static_cast<char>(name[i] + 32) : name[i]);
    }
    return out;
}

}  // namespace

TEST_SUITE_BEGIN("tables");

TEST_CASE("every line of a shared table is a comment, a directive or one row") {
    const std::regex row(R"([A-Z_]+\(.*\))");
    for (const char* folder : {"vm/schema", "codec"}) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".def") continue;
            std::ifstream file(entry.path());
            size_t rows = 0;
            for (std::string line; std::getline(file, line);) {
                if (line.empty() || line.starts_with("//") || line.starts_with("#")) continue;
                CAPTURE(line);
                CHECK(std::regex_match(line, row));
                rows++;
            }
            CHECK(rows > 0);
        }
    }
}

TEST_CASE("exceptions: identifiers and atoms are unique, and a base stands before its classes") {
    std::set<std::string_view> atoms;
    std::set<std::pair<std::string_view, std::string_view>> names;
    size_t index = 0;
    for (const ExceptionRow& row : exception_rows) {
        CAPTURE(row.name);
        CHECK(atoms.insert(row.atom).second);
        CHECK(names.insert({row.module, row.name}).second);
        CHECK(static_cast<size_t>(row.type) == index);
        CHECK((static_cast<size_t>(row.base) < index || row.type == ExceptionType::BaseException));
        CHECK(exception_from_atom(row.atom) == row.type);
        index++;
    }
}

TEST_CASE("exceptions: the atom of a builtin is its name in snake case") {
    for (const ExceptionRow& row : exception_rows)
        if (row.module == "builtins") CHECK(row.atom == snake_case(row.name));
    CHECK(exception_from_name("OSError") == ExceptionType::OSError);
    CHECK(exception_from_name("EnvironmentError") == ExceptionType::OSError);
    CHECK_FALSE(exception_from_name("NoSuchError"));
}

TEST_CASE("limits have documented names and their defaults are allowed") {
    std::set<std::string_view> names;
    for (const LimitRow& row : limit_rows) {
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.meaning.empty());
    }
    CHECK(limit_count == names.size());
    CHECK(Limits().max_recursion_depth == 1000);
    CHECK(Limits().max_duration_secs == 10.0);
    CHECK(Limits().max_steps == Limits::unlimited);
}

TEST_CASE("messages: fields belong to messages, have known types, and options and errors are unique") {
    std::set<std::string_view> types;
    std::set<std::string> fields;
    for (const codec::FieldRow& row : codec::field_rows) {
        types.insert(row.type);
        CHECK(fields.insert(std::to_string(static_cast<int>(row.message)) + std::string(row.name)).second);
    }
    const std::set<std::string_view> known = {"uint",    "maybe_uint", "text",        "bytes",     "maybe_bytes",
                                              "flag",    "value",      "values",      "pairs",     "uints",
                                              "state",   "program",    "maybe_state", "limits",    "options",
                                              "outcome", "outcomes",   "usage",       "exception", "findings"};
    CHECK(types == known);
    std::set<std::string_view> names;
#define OPTION(name, type, meaning) CHECK(names.insert(#name).second);
#define ERROR(code, meaning) CHECK(names.insert("error " #code).second);
#define OUTCOME(name, fields, meaning) CHECK(names.insert("outcome " #name).second);
#undef MESSAGE
#include "codec/protocol.def"
    for (const codec::MessageRow& row : codec::message_rows) CHECK(codec::message_row(row.name) == &row);
}

TEST_CASE("value kinds: each kind of Data has one row") {
    std::set<DataKind> kinds;
#define NATIVE(kind, form, shape) CHECK(kinds.insert(DataKind::kind).second);
#define EXT(kind, code, fields, shape) CHECK(kinds.insert(DataKind::kind).second);
#include "codec/ext_types.def"
    CHECK(kinds.size() == static_cast<size_t>(DataKind::module) + 1);
    for (const codec::ExtRow& row : codec::ext_rows) CHECK(codec::ext_row_of_name(row.name) == &row);
}

TEST_CASE("os calls are unique and of a known kind") {
    std::set<std::string_view> names;
#define OS_CALL(name, kind, arguments, keywords, result) \
    CHECK(names.insert(#name).second);                   \
    CHECK(std::string_view("file environment clock terminal").find(#kind) != std::string_view::npos);
#include "vm/schema/os_calls.def"
    CHECK(names.size() == 24);
}

TEST_SUITE_END();

}  // namespace exmonty
