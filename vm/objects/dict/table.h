// The index of a dict, for those who write it down and make it again: where pairs were deleted it follows from the order
// of all that was done, so a snapshot holds it as it is.
#pragma once

#include "vm/objects/dict.h"

namespace exmonty {

// Pairs that fit into an index of so many slots.
uint64_t dict_capacity(uint64_t slots);
// Of a dict with an index.
void dict_set_index(Dict* dict, uint32_t slot, uint32_t number);
// Whether as many numbers of pairs stand in the index as pairs are not deleted.
bool dict_index_is_full(const Dict* dict);
// Whether a search for the hash of this pair comes by it.
bool dict_reaches(const Dict* dict, uint32_t entry);

}  // namespace exmonty
