#include "vm/objects/int/text.h"

#include "vm/objects/class.h"
#include "vm/objects/format.h"
#include "vm/objects/text/builder.h"

namespace exmonty {
namespace {

Value too_many_digits(Run& run, size_t count) {
    return run.value_error({"Exceeds the limit (", Digits(run.max_int_digits).view(),
                            " digits) for integer string conversion: value has ", Digits(static_cast<int64_t>(count)).view(),
                            " digits; use sys.set_int_max_str_digits() to increase the limit"});
}

// The first 200 characters, as CPython cuts the repr of what it could not read.
std::string_view cut(std::string_view text) {
    size_t size = 0;
    for (size_t count = 0; count < 200 && size < text.size(); count++) {
        size++;
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) size++;
    }
    return text.substr(0, size);
}

Value invalid_literal(Run& run, unsigned base, Value shown) {
    Value repr = run.repr(payload(shown));
    if (is_result(repr)) return repr;
    return run.value_error({"invalid literal for int() with base ", Digits(base).view(), ": ", cut(cast<Str>(repr)->view())});
}

}  // namespace

Value append_int(Run& run, TextSink& sink, Value number) {
    number = plain_int(number);
    if (number.is_int()) return sink.append(Digits(number.as_int()).view()) ? NONE : run.refused();
    if (!check_digits(run, number)) return RAISED;
    const IntView view(number);
    if (!sink.reserve(bigint::digits_bound(view_of(view), 10) + 1)) return run.refused();
    bigint::Status status = bigint::write(sink, view_of(view), 10, bigint::LetterCase::lower, number_work(run));
    return status == bigint::Status::ok ? NONE : int_failure(run, status);
}

Value int_text(Run& run, Value number) {
    number = plain_int(number);
    if (number.is_int()) [[likely]] {
        Digits digits(number.as_int());
        if (digits.size == 1) return Value::cell(ascii_character(static_cast<unsigned char>(digits.text[0])));
        return Value::cell(new_str(run.heap, digits.view(), digits.size));
    }
    TextBuilder builder(run);
    Value status = append_int(run, builder, number);
    return is_result(status) ? status : builder.str(static_cast<uint32_t>(builder.size));
}

Value int_text_with_prefix(Run& run, Value number, unsigned base, std::string_view prefix) {
    const IntView view(number);
    TextBuilder builder(run);
    if (!builder.reserve(bigint::digits_bound(view_of(view), base) + prefix.size() + 1)) return run.refused();
    if (view.negative) builder.append('-');
    builder.append(prefix);
    bigint::Status status = bigint::write(builder, view_of(view).magnitude(), base, bigint::LetterCase::lower, number_work(run));
    return status == bigint::Status::ok ? builder.str(static_cast<uint32_t>(builder.size)) : int_failure(run, status);
}

Value parse_int(Run& run, std::string_view text, unsigned base, Digit digits, Value shown) {
    bigint::IntText scanned = digits == Digit::Unicode ? bigint::scan(text, base) : bigint::scan_ascii(text, base);
    if (!scanned.valid) return invalid_literal(run, base, shown);
    int64_t word;
    if (bigint::read_word(scanned, word)) return run.integer(word);
    bool power_of_two = (scanned.base & (scanned.base - 1)) == 0;
    if (!power_of_two && run.max_int_digits != 0 && scanned.digit_count > run.max_int_digits)
        return too_many_digits(run, scanned.digit_count);
    IntResult result(run, bigint::read_limbs(scanned));
    if (result.refused()) return run.refused();
    return result.value(bigint::read(result.number, scanned, number_work(run)));
}

}  // namespace exmonty
