// The encodings that str.encode and bytes.decode know, and their error handlers.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct ByteString;

enum class Codec : uint8_t {
    Utf8,
    Utf8WithMark,  // utf-8-sig
    Ascii,
    Latin1,
    Utf16,  // with a byte order mark, else little-endian
    Utf16Little,
    Utf16Big,
    Utf32,
    Utf32Little,
    Utf32Big,
};

enum class ErrorHandler : uint8_t {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
    Unknown,
};

// By any of Python's spellings: "UTF-8", "latin1", "us_ascii".
bool find_codec(std::string_view name, Codec& codec);
// What error messages call it.
std::string_view codec_name(Codec codec);
ErrorHandler find_error_handler(std::string_view name);

// `encoding` and `errors` are strs or UNBOUND (then "utf-8" and "strict"). A bytes, or an exception.
Value encode_text(Run& run, Str* text, Value encoding, Value errors);
// A str, or an exception.
Value decode_bytes(Run& run, ByteString* bytes, Value encoding, Value errors);

// An encoding's or an error handler's name from Python: a str without NUL. False: an exception is pending.
// `method` is the function's name in messages, "encode()".
bool check_codec_arguments(Run& run, std::string_view method, Value encoding, Value errors);

}  // namespace exmonty
