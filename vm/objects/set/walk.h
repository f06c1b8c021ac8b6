// Everything that a set does with keys, one after the other: update, difference, `in`, removal … One engine
// because each key may need Python code to be drawn, hashed and compared, and everything goes on from there.
#pragma once

#include "vm/objects/run.h"
#include "vm/objects/set.h"

namespace exmonty {

enum class SetAction : uint8_t {
    Add,         // target gets each key
    Discard,     // target loses each key
    Toggle,      // target loses a key that it has and gets one that it has not
    Keep,        // target gets each key that `probe` has
    DropIf,      // source, which is target, loses each key that `probe` has
    Reject,      // target gets each key that `probe` has not
    AllIn,       // TRUE when `probe` has all keys
    NoneIn,      // TRUE when `probe` has none of the keys
    Contains,    // of one key: whether probe has it
    DiscardKey,  // of one key: target loses it if it has it
    Remove,      // of one key: target loses it, or KeyError
};

struct SetPlan {
    SetAction action = SetAction::Add;
    // Set, dict (of both the hashes are known), iterator or any iterable; UNBOUND: `key` alone.
    Value source = UNBOUND;
    Set* target = nullptr;
    Value probe = UNBOUND;  // set or dict
    Value result = NONE;    // of Remove: the argument of the KeyError
    Value key = UNBOUND;
};

// What is returned is what a native returns.
Value set_walk(Run& run, const SetPlan& plan);

}  // namespace exmonty
