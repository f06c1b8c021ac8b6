// The natives of bytes, by file; vm/objects/bytes/bytes.cpp has the table. All get the exact bytes as args[0].
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/bytes.h"

namespace exmonty {

// search.cpp
Value bytes_contains(Run& run, Value self, Value item);
Value bytes_count(Run& run, Value* args, uint32_t count);
Value bytes_endswith(Run& run, Value* args, uint32_t count);
Value bytes_find(Run& run, Value* args, uint32_t count);
Value bytes_index(Run& run, Value* args, uint32_t count);
Value bytes_partition(Run& run, Value* args, uint32_t count);
Value bytes_removeprefix(Run& run, Value* args, uint32_t count);
Value bytes_removesuffix(Run& run, Value* args, uint32_t count);
Value bytes_rfind(Run& run, Value* args, uint32_t count);
Value bytes_rindex(Run& run, Value* args, uint32_t count);
Value bytes_rpartition(Run& run, Value* args, uint32_t count);
Value bytes_startswith(Run& run, Value* args, uint32_t count);

// split.cpp
Value bytes_join(Run& run, Value* args, uint32_t count);
Value bytes_rsplit(Run& run, Value* args, uint32_t count);
Value bytes_split(Run& run, Value* args, uint32_t count);
Value bytes_splitlines(Run& run, Value* args, uint32_t count);

// edit.cpp
Value bytes_lstrip(Run& run, Value* args, uint32_t count);
Value bytes_maketrans(Run& run, Value* args, uint32_t count);
Value bytes_replace(Run& run, Value* args, uint32_t count);
Value bytes_rstrip(Run& run, Value* args, uint32_t count);
Value bytes_strip(Run& run, Value* args, uint32_t count);
Value bytes_translate(Run& run, Value* args, uint32_t count);

// pad.cpp
Value bytes_center(Run& run, Value* args, uint32_t count);
Value bytes_expandtabs(Run& run, Value* args, uint32_t count);
Value bytes_ljust(Run& run, Value* args, uint32_t count);
Value bytes_rjust(Run& run, Value* args, uint32_t count);
Value bytes_zfill(Run& run, Value* args, uint32_t count);

// letters.cpp
Value bytes_capitalize(Run& run, Value* args, uint32_t count);
Value bytes_isalnum(Run& run, Value* args, uint32_t count);
Value bytes_isalpha(Run& run, Value* args, uint32_t count);
Value bytes_isascii(Run& run, Value* args, uint32_t count);
Value bytes_isdigit(Run& run, Value* args, uint32_t count);
Value bytes_islower(Run& run, Value* args, uint32_t count);
Value bytes_isspace(Run& run, Value* args, uint32_t count);
Value bytes_istitle(Run& run, Value* args, uint32_t count);
Value bytes_isupper(Run& run, Value* args, uint32_t count);
Value bytes_lower(Run& run, Value* args, uint32_t count);
Value bytes_swapcase(Run& run, Value* args, uint32_t count);
Value bytes_title(Run& run, Value* args, uint32_t count);
Value bytes_upper(Run& run, Value* args, uint32_t count);

// hex.cpp
Value bytes_fromhex(Run& run, Value* args, uint32_t count);
Value bytes_hex(Run& run, Value* args, uint32_t count);

// construct.cpp
Value bytes_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names);
Value bytes_decode(Run& run, Value* args, uint32_t count);

// iterator.cpp
Value bytes_iterate(Run& run, Value self);

inline ByteString* bytes_self(const Value* args) { return cast<ByteString>(args[0]); }

// The contents of a bytes-like object. False: it is none, and nothing is pending.
inline bool view_bytes(Value value, std::string_view& view) {
    const ByteString* bytes = bytes_of(value);
    if (!bytes) return false;
    view = bytes->view();
    return true;
}
// The same; false: a TypeError is pending.
bool bytes_argument(Run& run, Value value, std::string_view& view);

}  // namespace exmonty
