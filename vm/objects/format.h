// Formatting: the operation behind f-strings, format(), str.format and `%`.
#pragma once

#include "vm/base/bigint.h"
#include "vm/base/format_spec.h"
#include "vm/objects/run.h"

namespace exmonty {

struct TextSink;

// What became of a value that was to be written.
enum class Written : uint8_t {
    Done,     // or the sink has refused, which the builder reports
    Raised,   // an exception is pending
    Unknown,  // Python code may be needed, or the value is of another type; nothing was written
};

// Appends str(value) of an int, a float, a bool, None or a str, exactly of these types.
Written append_plain(Run& run, TextSink& sink, Value value);
// Appends format(value, spec) of an int, a float, a bool or a str.
Written append_formatted(Run& run, TextSink& sink, Value value, std::string_view spec);

// format(value, spec) as a str for those values, or RAISED or COLLECT; UNBOUND for all others.
Value format_value(Run& run, Value value, Str* spec);

// The `format` operations of the types.
Value format_of_str(Run& run, Value self, Str* spec);
Value format_of_int(Run& run, Value self, Str* spec);
Value format_of_float(Run& run, Value self, Str* spec);

// The result of ascii() for what repr() gave.
Value ascii_of(Run& run, Str* repr);

// An int as the numbers of vm/base see it; lives as long as the value and this object.
class IntOperand {
  public:
    explicit IntOperand(Value value);
    operator bigint::View() const { return view_; }

  private:
    bigint::Word word_;
    bigint::View view_;
};

// What a computation with such numbers asks of a run.
bigint::Work number_work(Run& run);
// A ValueError when the decimal text of an int has more digits than sys.set_int_max_str_digits allows. False: pending.
bool check_digits(Run& run, Value number);
// Makes the exception that a problem stands for. Nothing is pending after FormatFault::stopped and no_memory.
Value raise_problem(Run& run, const FormatProblem& problem, std::string_view spec, std::string_view type);

}  // namespace exmonty
