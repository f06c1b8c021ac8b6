// What the tables of the exception classes share.
#pragma once

#include "vm/base/exception_type.h"
#include "vm/objects/class.h"
#include "vm/objects/exception.h"

#include <utility>

namespace exmonty {

// The methods of BaseException, and what all exceptions do.
constexpr uint32_t base_exception_row_count = 9;
extern const std::array<NativeFunction, base_exception_row_count> base_exception_methods;
extern const TypeOperations exception_operations;

// The bases of a static class behind its first one; how many.
constexpr uint32_t most_second_bases = 3;
uint32_t second_bases_of(const Class* type, const Class* (&bases)[most_second_bases]);

// The row of the table that a class is, or of its nearest base in it.
ExceptionType exception_type_of(const Class* type);

}  // namespace exmonty
