#include "vm/objects/format.h"

#include "vm/base/bigint_text.h"
#include "vm/base/float_text.h"
#include "vm/base/number_format.h"
#include "vm/objects/arguments.h"
#include "vm/objects/float.h"
#include "vm/objects/int.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/repr.h"

namespace exmonty {
namespace {

// A step is some nanoseconds; a long computation with numbers polls after microseconds.
constexpr uint64_t steps_of_a_poll = 512;

bool stop_numbers(void* context) { return static_cast<Run*>(context)->budget.poll(steps_of_a_poll); }
void* take_scratch(void* context, size_t bytes) { return static_cast<Run*>(context)->heap.take_block(bytes); }
void give_scratch(void* context, void* block, size_t) { static_cast<Run*>(context)->heap.give_block(block); }

void append_word(TextSink& sink, int64_t number) { sink.append(Digits(number).view()); }

Written append_int(Run& run, TextSink& sink, Value value) {
    if (value.is_int()) {
        append_word(sink, value.as_int());
        return Written::Done;
    }
    if (!check_digits(run, value)) return Written::Raised;
    IntOperand operand(value);
    switch (bigint::write(sink, operand, 10, bigint::LetterCase::lower, number_work(run))) {
        case bigint::Status::ok: break;
        case bigint::Status::stopped: return Written::Raised;
        case bigint::Status::no_memory: sink.failed = true; break;
    }
    return Written::Done;
}

Written outcome(Run& run, TextSink& sink, const FormatProblem& problem, std::string_view spec, std::string_view type) {
    if (!problem) return Written::Done;
    if (problem.fault == FormatFault::no_memory) {
        sink.failed = true;
        return Written::Done;
    }
    raise_problem(run, problem, spec, type);
    return Written::Raised;
}

bool is_decimal(char32_t type) { return type == 'd' || type == 'n' || type == 0; }

Written append_formatted_int(Run& run, TextSink& sink, Value value, std::string_view text) {
    FormatSpec spec;
    std::string_view type = type_name(value);
    FormatProblem problem = parse_format_spec(spec, text, FormatSubject::integer);
    Value number = plain_int(value);
    if (!problem) {
        if (is_decimal(spec.type) && !check_digits(run, number)) return Written::Raised;
        problem = format_int(sink, IntOperand(number), spec, number_work(run));
    }
    return outcome(run, sink, problem, text, type);
}

Written append_formatted_float(Run& run, TextSink& sink, Value value, std::string_view text) {
    FormatSpec spec;
    FormatProblem problem = parse_format_spec(spec, text, FormatSubject::floating);
    if (!problem) problem = format_float(sink, float_of(value), spec);
    return outcome(run, sink, problem, text, "float");
}

Written append_formatted_str(Run& run, TextSink& sink, const Str* value, std::string_view text) {
    FormatSpec spec;
    FormatProblem problem = parse_format_spec(spec, text, FormatSubject::text);
    if (!problem) problem = format_text(sink, value->view(), spec);
    return outcome(run, sink, problem, text, "str");
}

// The text that `append` writes.
template <class Append>
Value written(Run& run, const Append& append) {
    TextBuilder builder(run);
    if (append(builder) == Written::Raised) return RAISED;
    return builder.str();
}

}  // namespace

IntOperand::IntOperand(Value value) : word_(value.is_int() ? value.as_int() : 0) {
    if (value.is_int()) {
        view_ = word_;
    } else {
        const BigInt* big = cast<BigInt>(value);
        view_ = {reinterpret_cast<const bigint::Limb*>(big->limbs), big->count, big->is_negative()};
    }
}

bigint::Work number_work(Run& run) { return {{stop_numbers, &run}, {take_scratch, give_scratch, &run}}; }

bool check_digits(Run& run, Value number) {
    if (number.is_int() || run.max_int_digits == 0) return true;
    // Between the bounds one digit decides; that is what the number itself can tell.
    constexpr double digits_per_bit = 0.30102999566398120;
    IntOperand operand(number);
    double bits = static_cast<double>(bigint::bit_length(operand));
    double most = bits * digits_per_bit + 1;
    if (most < run.max_int_digits) return true;
    bool too_long = (bits - 1) * digits_per_bit > run.max_int_digits;
    if (!too_long) {
        // With the default limit no memory is needed, which could be refused.
        FixedText<4400> few;
        TextBuilder many(run);
        TextSink& digits = most + 2 < 4400 ? static_cast<TextSink&>(few) : many;
        if (bigint::write(digits, operand, 10, bigint::LetterCase::lower, number_work(run)) != bigint::Status::ok) return true;
        if (digits.failed) return run.budget.set_breach(Breach::Memory);
        too_long = digits.size - (digits.view().starts_with('-') ? 1 : 0) > run.max_int_digits;
    }
    if (!too_long) return true;
    run.value_error({"Exceeds the limit (", Digits(run.max_int_digits).view(),
                     " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"});
    return false;
}

Value raise_problem(Run& run, const FormatProblem& problem, std::string_view spec, std::string_view type) {
    if (problem.fault == FormatFault::stopped) return RAISED;
    if (problem.fault == FormatFault::no_memory) return run.refused();
    TextBuilder message(run);
    append_problem(message, problem, spec, type);
    switch (exception_of(problem.fault)) {
        case FormatException::value_error: return run.value_error({message.view()});
        case FormatException::overflow_error: return run.raise(ExceptionType::OverflowError, {message.view()});
        case FormatException::memory_error: break;
    }
    return run.refused();
}

Written append_plain(Run& run, TextSink& sink, Value value) {
    if (const Str* text = as<Str>(value)) sink.append(text->view());
    else if (is_exact_int(value)) return append_int(run, sink, value);
    else if (is_float(value)) append_float_repr(sink, float_of(value));
    else if (is_bool(value)) sink.append(value == TRUE ? "True" : "False");
    else if (value == NONE) sink.append("None");
    else return Written::Unknown;
    return Written::Done;
}

Written append_formatted(Run& run, TextSink& sink, Value value, std::string_view spec) {
    if (spec.empty()) return append_plain(run, sink, value);
    if (is_integral(value)) return append_formatted_int(run, sink, value, spec);
    if (is_float(value)) return append_formatted_float(run, sink, value, spec);
    if (const Str* text = as<Str>(value)) return append_formatted_str(run, sink, text, spec);
    return Written::Unknown;
}

Value format_value(Run& run, Value value, Str* spec) {
    if (spec->count == 0 && is_kind(value, Kind::Str)) return value;
    TextBuilder builder(run);
    switch (append_formatted(run, builder, value, spec->view())) {
        case Written::Raised: return RAISED;
        case Written::Unknown: return UNBOUND;
        case Written::Done: break;
    }
    return builder.str();
}

Value format_of_str(Run& run, Value self, Str* spec) {
    if (spec->count == 0) return self;
    return written(run, [&](TextSink& sink) { return append_formatted_str(run, sink, cast<Str>(self), spec->view()); });
}

Value format_of_int(Run& run, Value self, Str* spec) {
    return written(run, [&](TextSink& sink) {
        return spec->count == 0 ? append_plain(run, sink, self) : append_formatted_int(run, sink, self, spec->view());
    });
}

Value format_of_float(Run& run, Value self, Str* spec) {
    return written(run, [&](TextSink& sink) {
        return spec->count == 0 ? append_plain(run, sink, self) : append_formatted_float(run, sink, self, spec->view());
    });
}

Value ascii_of(Run& run, Str* repr) {
    if (repr->is_ascii()) return Value::cell(repr);
    TextBuilder builder(run);
    if (!append_ascii(builder, run.budget, repr->view())) return RAISED;
    return builder.str();
}

}  // namespace exmonty
