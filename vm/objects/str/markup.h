// The text of a format: literals and replacement fields, as str.format reads them.
// https://docs.python.org/3/library/string.html#format-string-syntax
#pragma once

#include "vm/base/text_sink.h"

namespace exmonty {

struct MarkupFault {
    enum Kind : uint8_t {
        None,
        SingleOpen,
        SingleClose,
        BraceInName,
        NoConversion,
        NoColonBehindConversion,
        UnmatchedInSpec,
        NoCloseBrace,
        TooDeep,
        UnknownConversion,  // of `character`
        ToManual,
        ToAutomatic,
        TooManyDigits,
        EmptyAttribute,
        MissingBracket,
        WrongAfterBracket,
    };
    Kind kind = None;
    char32_t character = 0;
};

// CPython's message; all are ValueErrors.
void append_fault(TextSink& sink, const MarkupFault& fault);

struct Markup {
    std::string_view literal;
    MarkupFault fault;  // behind the literal
    bool has_field;
    std::string_view field;
    char32_t conversion;  // 0: none
    std::string_view spec;
    bool spec_has_fields;
};

class MarkupReader {
  public:
    explicit MarkupReader(std::string_view text, size_t offset = 0) : text_(text), at_(offset) {}
    // A literal (which may be empty) and what follows it. False: the text is at its end.
    bool next(Markup& markup);
    size_t offset() const { return at_; }

  private:
    MarkupFault read_field(Markup& markup);
    MarkupFault read_spec(Markup& markup);

    std::string_view text_;
    size_t at_;
};

// Fields are numbered by hand or by position, not both.
struct Numbering {
    enum class Mode : uint8_t { Open, Automatic, Manual } mode = Mode::Open;
    uint32_t next = 0;

    int64_t word() const { return static_cast<int64_t>(next) << 2 | static_cast<int64_t>(mode); }
    static Numbering from(int64_t word) { return {static_cast<Mode>(word & 3), static_cast<uint32_t>(word >> 2)}; }
};

// "0.name[key]": the first part, and the rest.
struct FieldName {
    bool is_number;
    uint64_t number;
    std::string_view text;
    std::string_view accessors;
};
MarkupFault read_field_name(std::string_view field, FieldName& name, Numbering& numbering);

struct Accessor {
    bool is_attribute;
    bool is_number;
    uint64_t number;
    std::string_view text;
    size_t size;  // of its text in the field
};
MarkupFault read_accessor(std::string_view accessors, Accessor& accessor);

}  // namespace exmonty
