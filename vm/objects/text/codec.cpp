// Names of encodings and error handlers.
#include "vm/objects/text/codec.h"

#include "vm/objects/arguments.h"

namespace exmonty {
namespace {

struct CodecName {
    std::string_view name;
    Codec codec;
};

// Normalised: lower case, one underscore for each run of other characters.
constexpr CodecName codec_names[] = {
    {"646", Codec::Ascii},
    {"8859", Codec::Latin1},
    {"ansi_x3.4_1968", Codec::Ascii},
    {"ansi_x3.4_1986", Codec::Ascii},
    {"ansi_x3_4_1968", Codec::Ascii},
    {"ascii", Codec::Ascii},
    {"cp367", Codec::Ascii},
    {"cp65001", Codec::Utf8},
    {"cp819", Codec::Latin1},
    {"csascii", Codec::Ascii},
    {"csisolatin1", Codec::Latin1},
    {"ibm367", Codec::Ascii},
    {"ibm819", Codec::Latin1},
    {"iso646_us", Codec::Ascii},
    {"iso8859", Codec::Latin1},
    {"iso8859_1", Codec::Latin1},
    {"iso_646.irv_1991", Codec::Ascii},
    {"iso_8859_1", Codec::Latin1},
    {"iso_8859_1_1987", Codec::Latin1},
    {"iso_ir_100", Codec::Latin1},
    {"iso_ir_6", Codec::Ascii},
    {"l1", Codec::Latin1},
    {"latin", Codec::Latin1},
    {"latin1", Codec::Latin1},
    {"latin_1", Codec::Latin1},
    {"u16", Codec::Utf16},
    {"u32", Codec::Utf32},
    {"u8", Codec::Utf8},
    {"unicodebigunmarked", Codec::Utf16Big},
    {"unicodelittleunmarked", Codec::Utf16Little},
    {"us", Codec::Ascii},
    {"us_ascii", Codec::Ascii},
    {"utf", Codec::Utf8},
    {"utf16", Codec::Utf16},
    {"utf32", Codec::Utf32},
    {"utf8", Codec::Utf8},
    {"utf8_ucs2", Codec::Utf8},
    {"utf8_ucs4", Codec::Utf8},
    {"utf_16", Codec::Utf16},
    {"utf_16_be", Codec::Utf16Big},
    {"utf_16_le", Codec::Utf16Little},
    {"utf_16be", Codec::Utf16Big},
    {"utf_16le", Codec::Utf16Little},
    {"utf_32", Codec::Utf32},
    {"utf_32_be", Codec::Utf32Big},
    {"utf_32_le", Codec::Utf32Little},
    {"utf_32be", Codec::Utf32Big},
    {"utf_32le", Codec::Utf32Little},
    {"utf_8", Codec::Utf8},
    {"utf_8_sig", Codec::Utf8WithMark},
};

constexpr size_t longest_codec_name = 32;

struct HandlerName {
    std::string_view name;
    ErrorHandler handler;
};

constexpr HandlerName handler_names[] = {
    {"strict", ErrorHandler::Strict},
    {"ignore", ErrorHandler::Ignore},
    {"replace", ErrorHandler::Replace},
    {"backslashreplace", ErrorHandler::BackslashReplace},
    {"xmlcharrefreplace", ErrorHandler::XmlCharRefReplace},
    {"namereplace", ErrorHandler::NameReplace},
    {"surrogateescape", ErrorHandler::SurrogateEscape},
    {"surrogatepass", ErrorHandler::SurrogatePass},
};

constexpr bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
}

}  // namespace

bool find_codec(std::string_view name, Codec& codec) {
    char normal[longest_codec_name];
    size_t size = 0;
    bool gap = false;
    for (char c : name) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        if (!is_letter_or_digit(c)) {
            gap = true;
            continue;
        }
        if (size + 2 > longest_codec_name) return false;
        if (gap && size > 0) normal[size++] = '_';
        gap = false;
        normal[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    for (const CodecName& row : codec_names) {
        if (row.name != std::string_view(normal, size)) continue;
        codec = row.codec;
        return true;
    }
    return false;
}

std::string_view codec_name(Codec codec) {
    switch (codec) {
        case Codec::Utf8:
        case Codec::Utf8WithMark: return "utf-8";
        case Codec::Ascii: return "ascii";
        case Codec::Latin1: return "latin-1";
        case Codec::Utf16: return "utf-16";
        case Codec::Utf16Little: return "utf-16-le";
        case Codec::Utf16Big: return "utf-16-be";
        case Codec::Utf32: return "utf-32";
        case Codec::Utf32Little: return "utf-32-le";
        case Codec::Utf32Big: return "utf-32-be";
    }
    return "";
}

ErrorHandler find_error_handler(std::string_view name) {
    for (const HandlerName& row : handler_names)
        if (row.name == name) return row.handler;
    return ErrorHandler::Unknown;
}

bool check_codec_arguments(Run& run, std::string_view method, Value encoding, Value errors) {
    Value values[] = {encoding, errors};
    std::string_view names[] = {"encoding", "errors"};
    for (int i = 0; i < 2; i++) {
        if (values[i] == UNBOUND) continue;
        const Str* text = str_of(values[i]);
        if (!text) {
            // str() reads its arguments itself and names None's type.
            std::string_view given = method == "str()" ? type_name(values[i]) : argument_type_name(values[i]);
            run.type_error({method, " argument '", names[i], "' must be str, not ", given});
            return false;
        }
        if (text->view().find('\0') != std::string_view::npos) {
            run.value_error({"embedded null character"});
            return false;
        }
    }
    return true;
}

}  // namespace exmonty
