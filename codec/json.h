#pragma once

// The JSON form of values and messages (PROTOCOL.md): for people, shells and transcripts, never between host and
// worker.
//
// Written by hand: Boost.JSON came after the Boost that Debian 12 has, and boost::property_tree forgets the difference
// between numbers and texts.

#include <string>
#include <string_view>

#include "codec/fault.h"
#include "vm/api/data.h"

namespace exmonty::codec {

// Reads one JSON text and nothing after it. What `text` must outlive is copied into the arena where it has escapes.
bool read_json(std::string_view text, Arena& arena, Data& data, Fault& fault);

// Appends.
void write_json(const Data& data, Arena& scratch, std::string& out);
void write_json_text(std::string_view text, std::string& out);

// One line of `exmonty frames`: {"tag":NAME,"id":N,FIELD:VALUE,…} ⇄ the tree of a body.
bool read_message_json(std::string_view line, Arena& arena, Data& body, Fault& fault);
// The same of an object that has been read already.
bool read_message_object(const Data& object, Arena& arena, Data& body, Fault& fault);
bool write_message_json(const Data& body, Arena& scratch, std::string& out, Fault& fault);

// Decimal text ⇄ integers of any size up to max_json_digits. Decimal text is quadratic in its length.
inline constexpr size_t max_json_digits = 100'000;
bool read_decimal(std::string_view digits, bool negative, Arena& arena, Data& data);
std::string decimal_text(const Data& integer);

}  // namespace exmonty::codec
