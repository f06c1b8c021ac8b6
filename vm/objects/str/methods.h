// The natives of str, by file; vm/objects/str/str.cpp has the table. All get the exact str as args[0].
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/str.h"

#include <span>

namespace exmonty {

// search.cpp
Value str_count(Run& run, Value* args, uint32_t count);
Value str_endswith(Run& run, Value* args, uint32_t count);
Value str_find(Run& run, Value* args, uint32_t count);
Value str_index(Run& run, Value* args, uint32_t count);
Value str_partition(Run& run, Value* args, uint32_t count);
Value str_removeprefix(Run& run, Value* args, uint32_t count);
Value str_removesuffix(Run& run, Value* args, uint32_t count);
Value str_rfind(Run& run, Value* args, uint32_t count);
Value str_rindex(Run& run, Value* args, uint32_t count);
Value str_rpartition(Run& run, Value* args, uint32_t count);
Value str_startswith(Run& run, Value* args, uint32_t count);
Value str_contains(Run& run, Value self, Value item);

// replace.cpp
Value str_replace(Run& run, Value* args, uint32_t count);

// split.cpp
Value str_rsplit(Run& run, Value* args, uint32_t count);
Value str_split(Run& run, Value* args, uint32_t count);
Value str_splitlines(Run& run, Value* args, uint32_t count);

// join.cpp
Value str_join(Run& run, Value* args, uint32_t count);
// ''.join of exact strs.
Value join_strs(Run& run, std::span<const Value> strs);

// strip.cpp
Value str_lstrip(Run& run, Value* args, uint32_t count);
Value str_rstrip(Run& run, Value* args, uint32_t count);
Value str_strip(Run& run, Value* args, uint32_t count);

// pad.cpp
Value str_center(Run& run, Value* args, uint32_t count);
Value str_expandtabs(Run& run, Value* args, uint32_t count);
Value str_ljust(Run& run, Value* args, uint32_t count);
Value str_rjust(Run& run, Value* args, uint32_t count);
Value str_zfill(Run& run, Value* args, uint32_t count);

// casing.cpp
Value str_capitalize(Run& run, Value* args, uint32_t count);
Value str_casefold(Run& run, Value* args, uint32_t count);
Value str_lower(Run& run, Value* args, uint32_t count);
Value str_swapcase(Run& run, Value* args, uint32_t count);
Value str_title(Run& run, Value* args, uint32_t count);
Value str_upper(Run& run, Value* args, uint32_t count);

// classify.cpp
Value str_isalnum(Run& run, Value* args, uint32_t count);
Value str_isalpha(Run& run, Value* args, uint32_t count);
Value str_isascii(Run& run, Value* args, uint32_t count);
Value str_isdecimal(Run& run, Value* args, uint32_t count);
Value str_isdigit(Run& run, Value* args, uint32_t count);
Value str_isidentifier(Run& run, Value* args, uint32_t count);
Value str_islower(Run& run, Value* args, uint32_t count);
Value str_isnumeric(Run& run, Value* args, uint32_t count);
Value str_isprintable(Run& run, Value* args, uint32_t count);
Value str_isspace(Run& run, Value* args, uint32_t count);
Value str_istitle(Run& run, Value* args, uint32_t count);
Value str_isupper(Run& run, Value* args, uint32_t count);

// translate.cpp
Value str_maketrans(Run& run, Value* args, uint32_t count);
Value str_translate(Run& run, Value* args, uint32_t count);

// format.cpp
Value str_format(Run& run, Value* args, uint32_t count);
Value str_format_map(Run& run, Value* args, uint32_t count);

// slice.cpp
Value str_get_item(Run& run, Value self, Value key);
Value str_repeat(Run& run, Value self, Value factor);

// iterator.cpp
Value str_iterate(Run& run, Value self);

// construct.cpp
Value str_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names);
Value str_encode(Run& run, Value* args, uint32_t count);

// The exact str that a native was called on.
inline Str* self_of(const Value* args) { return cast<Str>(args[0]); }

}  // namespace exmonty
