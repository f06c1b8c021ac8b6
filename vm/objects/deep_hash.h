// hash() of tuples and frozensets: iterative, whatever their depth, also when items are objects of Python classes.
#pragma once

#include "vm/base/value.h"

#include <string_view>

namespace exmonty {

struct Run;
struct Set;

Value deep_hash(Run& run, Value self);
// The items' hashes are in the table, so this needs no Python code. True: the run must stop.
bool hash_frozenset(Run& run, const Set* set, uint64_t& hash);

// A pending TypeError of hash(key) is told as CPython tells it of keys: "cannot use 'list' as a dict key (…)". Returns
// RAISED.
Value unusable_key(Run& run, Value key, std::string_view role);
constexpr std::string_view dict_key_role = "dict key";
constexpr std::string_view set_element_role = "set element";

}  // namespace exmonty
