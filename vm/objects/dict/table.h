// The index of a dict, for those who write it down and make it again: where pairs were deleted it follows from the order
// of all that was done, so a snapshot holds it as it is.
#pragma once

#include "vm/objects/dict.h"

namespace exmonty {

// Pairs that fit into an index of so many slots.
uint64_t dict_capacity(uint64_t slots);
// Of a dict with an index.
void dict_set_index(Dict* dict, uint32_t slot, uint32_t number);
// Whether each pair that is not deleted is found from its hash, and stands in the index once.
bool dict_index_fits(const Dict* dict);

}  // namespace exmonty
