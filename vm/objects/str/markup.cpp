#include "vm/objects/str/markup.h"

#include "vm/base/utf8.h"

namespace exmonty {
namespace {

std::string_view fault_text(MarkupFault::Kind kind) {
    switch (kind) {
        case MarkupFault::None:
        case MarkupFault::UnknownConversion: break;
        case MarkupFault::SingleOpen: return "Single '{' encountered in format string";
        case MarkupFault::SingleClose: return "Single '}' encountered in format string";
        case MarkupFault::BraceInName: return "unexpected '{' in field name";
        case MarkupFault::NoConversion: return "end of string while looking for conversion specifier";
        case MarkupFault::NoColonBehindConversion: return "expected ':' after conversion specifier";
        case MarkupFault::UnmatchedInSpec: return "unmatched '{' in format spec";
        case MarkupFault::NoCloseBrace: return "expected '}' before end of string";
        case MarkupFault::TooDeep: return "Max string recursion exceeded";
        case MarkupFault::ToManual:
            return "cannot switch from automatic field numbering to manual field specification";
        case MarkupFault::ToAutomatic:
            return "cannot switch from manual field specification to automatic field numbering";
        case MarkupFault::TooManyDigits: return "Too many decimal digits in format string";
        case MarkupFault::EmptyAttribute: return "Empty attribute in format string";
        case MarkupFault::MissingBracket: return "Missing ']' in format string";
        case MarkupFault::WrongAfterBracket: return "Only '.' or '[' may follow ']' in format field specifier";
    }
    return "";
}

enum class Number : uint8_t { None, Read, TooLarge };

// A text of decimal digits only.
Number read_number(std::string_view text, uint64_t& number) {
    if (text.empty()) return Number::None;
    number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return Number::None;
        number = number * 10 + static_cast<uint64_t>(c - '0');
        if (number > INT64_MAX / 16) return Number::TooLarge;
    }
    return Number::Read;
}

}  // namespace

void append_fault(TextSink& sink, const MarkupFault& fault) {
    if (fault.kind != MarkupFault::UnknownConversion) {
        sink.append(fault_text(fault.kind));
        return;
    }
    sink.append("Unknown conversion specifier ");
    if (fault.character > 32 && fault.character < 127) {
        sink.append(static_cast<char>(fault.character));
        return;
    }
    sink.append("\\x");
    int shift = 28;
    while (shift > 0 && fault.character >> shift == 0) shift -= 4;
    for (; shift >= 0; shift -= 4) sink.append("0123456789abcdef"[fault.character >> shift & 15]);
}

bool MarkupReader::next(Markup& markup) {
    if (at_ >= text_.size()) return false;
    markup.fault = {};
    markup.has_field = false;
    size_t brace = text_.find_first_of("{}", at_);
    if (brace == std::string_view::npos) {
        markup.literal = text_.substr(at_);
        at_ = text_.size();
        return true;
    }
    bool at_end = brace + 1 == text_.size();
    markup.literal = text_.substr(at_, brace - at_);
    at_ = brace + 1;
    if (!at_end && text_[at_] == text_[brace]) {
        // Doubled: one of the two belongs to the literal.
        markup.literal = text_.substr(brace - markup.literal.size(), markup.literal.size() + 1);
        at_++;
    } else if (text_[brace] == '}') {
        markup.fault.kind = MarkupFault::SingleClose;
    } else if (at_end) {
        markup.fault.kind = MarkupFault::SingleOpen;
    } else {
        markup.has_field = true;
        markup.fault = read_field(markup);
    }
    return true;
}

MarkupFault MarkupReader::read_field(Markup& markup) {
    markup.conversion = 0;
    markup.spec = {};
    markup.spec_has_fields = false;
    size_t start = at_;
    char end = 0;
    while (at_ < text_.size() && end == 0) {
        char c = text_[at_++];
        if (c == '{') return {MarkupFault::BraceInName};
        if (c == '[')
            while (at_ < text_.size() && text_[at_] != ']') at_++;
        if (c == '}' || c == ':' || c == '!') end = c;
    }
    if (end == 0) return {MarkupFault::NoCloseBrace};
    markup.field = text_.substr(start, at_ - 1 - start);
    if (end == '}') return {};
    if (end == '!') {
        if (at_ >= text_.size()) return {MarkupFault::NoConversion};
        const char* position = text_.data() + at_;
        markup.conversion = utf8::next(position);
        at_ = static_cast<size_t>(position - text_.data());
        if (at_ < text_.size()) {
            char c = text_[at_++];
            if (c == '}') return {};
            if (c != ':') return {MarkupFault::NoColonBehindConversion};
        }
    }
    return read_spec(markup);
}

MarkupFault MarkupReader::read_spec(Markup& markup) {
    size_t start = at_;
    uint32_t open = 1;
    while (at_ < text_.size()) {
        char c = text_[at_++];
        if (c == '{') {
            markup.spec_has_fields = true;
            open++;
        } else if (c == '}' && --open == 0) {
            markup.spec = text_.substr(start, at_ - 1 - start);
            return {};
        }
    }
    return {MarkupFault::UnmatchedInSpec};
}

MarkupFault read_field_name(std::string_view field, FieldName& name, Numbering& numbering) {
    size_t end = field.find_first_of(".[");
    name.text = field.substr(0, end);
    name.accessors = end == std::string_view::npos ? std::string_view() : field.substr(end);
    Number number = read_number(name.text, name.number);
    if (number == Number::TooLarge) return {MarkupFault::TooManyDigits};
    bool is_empty = name.text.empty();
    name.is_number = is_empty || number == Number::Read;
    if (!name.is_number) return {};
    using Mode = Numbering::Mode;
    if (numbering.mode == Mode::Open) numbering.mode = is_empty ? Mode::Automatic : Mode::Manual;
    if (numbering.mode == Mode::Manual && is_empty) return {MarkupFault::ToAutomatic};
    if (numbering.mode == Mode::Automatic && !is_empty) return {MarkupFault::ToManual};
    if (is_empty) name.number = numbering.next++;
    return {};
}

MarkupFault read_accessor(std::string_view accessors, Accessor& accessor) {
    accessor.is_number = false;
    accessor.number = 0;
    if (accessors[0] == '.') {
        accessor.is_attribute = true;
        size_t end = accessors.find_first_of(".[", 1);
        accessor.text = accessors.substr(1, end == std::string_view::npos ? end : end - 1);
        accessor.size = accessor.text.size() + 1;
    } else if (accessors[0] == '[') {
        accessor.is_attribute = false;
        size_t end = accessors.find(']');
        if (end == std::string_view::npos) return {MarkupFault::MissingBracket};
        accessor.text = accessors.substr(1, end - 1);
        accessor.size = end + 1;
        Number number = read_number(accessor.text, accessor.number);
        if (number == Number::TooLarge) return {MarkupFault::TooManyDigits};
        accessor.is_number = number == Number::Read;
    } else {
        return {MarkupFault::WrongAfterBracket};
    }
    if (accessor.text.empty()) return {MarkupFault::EmptyAttribute};
    return {};
}

}  // namespace exmonty
