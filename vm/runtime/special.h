// Calling special methods and checking what they return.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/run.h"

namespace exmonty {

// What a special method must return. The check runs as a step: the result is a plain bool, int or str (or a subclass).
// StrByRepr: str() of something that has no `__str__`.
enum class Check : uint8_t { Bool, TruthOfLength, Length, Repr, Str, Format, Hash, Index, Iterator, Contains, Float, Int, StrByRepr };
constexpr int64_t last_check = static_cast<int64_t>(Check::StrByRepr);

// Calls the special method that the check belongs to on `self`; PUSHED.
Value push_check(Run& run, Check check, Value self);

// `method` was found on the class of self. Binds by kind: functions and natives take self, other descriptors bind as they do.
Value call_special_method(Run& run, Value method, Value self, std::initializer_list<Value> args);
// What a special method becomes by binding, other than plain functions and natives, which stay as they are.
Value bind_special(Run& run, Value method, Value self);

}  // namespace exmonty
