// `%` in two passes. The first, a step, asks Python code for what the values stand for (str(), __int__, a mapping's items)
// and keeps the answers; the second writes the text and needs nothing but strs and numbers. Where the values are such
// from the start, which is the usual case, there is only the second.
#include "vm/objects/text/percent.h"

#include "vm/base/printf_format.h"
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/float.h"
#include "vm/objects/format.h"
#include "vm/objects/int.h"
#include "vm/objects/list.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/repr.h"
#include "vm/objects/text/search.h"

#include <cmath>

namespace exmonty {
namespace {

// A format of either type.
struct Format {
    explicit Format(Value value) : object(value), is_bytes(is_kind(value, Kind::Bytes)) {
        text = is_bytes ? cast<ByteString>(value)->view() : cast<Str>(value)->view();
    }
    std::string_view type() const { return is_bytes ? "bytes" : "string"; }

    Value object;
    bool is_bytes;
    std::string_view text;
};

bool is_mapping(Run& run, const Format& format, Value value) {
    if (is_kind(payload(value), Kind::Tuple) || str_of(value) || (format.is_bytes && bytes_of(value))) return false;
    const Class* type = class_of(value);
    if (type->is_builtin()) return type->operations && type->operations->get_item;
    return run.special(type, Name::__getitem__) != UNBOUND;
}

// Where the next value comes from, as CPython counts: a single value has length -1 and is taken at index -2.
struct Source {
    Value values;
    Value mapping;  // UNBOUND: none
    int64_t index = 0;
    int64_t length = 0;

    Source(Run& run, const Format& format, Value given)
        : values(given), mapping(is_mapping(run, format, given) ? given : UNBOUND) {
        if (const Tuple* tuple = as<Tuple>(payload(given))) {
            values = Value::cell(tuple);
            length = tuple->size();
        } else {
            set_single(given);
        }
    }
    Source(Value values, Value mapping, int64_t index, int64_t length)
        : values(values), mapping(mapping), index(index), length(length) {}

    void set_single(Value value) {
        values = value;
        length = -1;
        index = -2;
    }
    // False: an exception is pending.
    bool next(Run& run, Value& value) {
        if (index >= length) {
            run.type_error({"not enough arguments for format string"});
            return false;
        }
        value = length < 0 ? values : cast<Tuple>(values)->items[index];
        index++;
        return true;
    }
    // A '*': an int within bounds.
    bool next_size(Run& run, int64_t& size, bool is_width) {
        Value value;
        if (!next(run, value)) return false;
        Value number = int_of(value);
        if (number == UNBOUND) {
            run.type_error({"* wants int"});
            return false;
        }
        size = number.is_int() ? number.as_int() : INT64_MAX;
        if (number.is_int() && (is_width || (size <= INT32_MAX && size >= INT32_MIN))) return true;
        run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C ", is_width ? "ssize_t" : "int"});
        return false;
    }
    bool check_all_converted(Run& run, const Format& format) const {
        if (index >= length || mapping != UNBOUND) return true;
        run.type_error({"not all arguments converted during ", format.type(), " formatting"});
        return false;
    }
};

enum class Progress : uint8_t { Going, Raised, NeedsPython };

// A directive of the format, or the end of it: `literal` is what stands before.
struct Reader {
    const Format& format;
    size_t at;
    std::string_view literal = {};
    PrintfDirective directive = {};
    PrintfFault fault = PrintfFault::none;
    bool is_percent = false;

    // False: no directive follows.
    bool next() {
        size_t found = format.text.find('%', at);
        literal = format.text.substr(at, found - at);
        if (found == std::string_view::npos) return false;
        is_percent = found + 1 < format.text.size() && format.text[found + 1] == '%';
        if (is_percent) {
            at = found + 2;
            return true;
        }
        fault = parse_printf_directive(directive, format.text, found + 1);
        at = directive.end;
        return true;
    }
};

bool raise_fault(Run& run, PrintfFault fault) {
    if (fault == PrintfFault::none) return true;
    run.value_error({printf_fault_text(fault)});
    return false;
}

bool raise_unsupported(Run& run, const Format& format, const PrintfDirective& directive) {
    unsigned char byte = static_cast<unsigned char>(format.text[directive.conversion_offset]);
    if (format.is_bytes && byte >= 0x80) {
        run.raise(ExceptionType::OverflowError, {"character argument not in range(0x110000)"});
        return false;
    }
    FixedText<128> message;
    PrintfDirective shown = directive;
    std::string_view text = format.text;
    if (format.is_bytes) {
        // The characters of bytes are bytes.
        shown.conversion_offset = 0;
        text = {};
    }
    append_unsupported_conversion(message, shown, text);
    if (format.is_bytes) {
        message.size--;
        message.append(Digits(static_cast<int64_t>(directive.conversion_offset)).view());
    }
    run.value_error({message.view()});
    return false;
}

bool is_known(const Format& format, char32_t conversion) {
    switch (conversion) {
        case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        case 'c': case 'r': case 's': case 'a': return true;
        case 'b': return format.is_bytes;
        default: return false;
    }
}

bool is_float_conversion(char32_t conversion) {
    char32_t lower = conversion | 0x20;
    return lower == 'e' || lower == 'f' || lower == 'g';
}

// Width and precision that are values.
bool read_sizes(Run& run, Source& source, PrintfDirective& directive) {
    int64_t size;
    if (directive.width_from_argument) {
        if (!source.next_size(run, size, true)) return false;
        directive.set_width(size);
    }
    if (directive.precision_from_argument) {
        if (!source.next_size(run, size, false)) return false;
        directive.set_precision(size);
    }
    return true;
}

// What `%(key)s` selects becomes the value of the directive.
Value key_of(Run& run, const Format& format, std::string_view key) {
    return format.is_bytes ? made(run, new_bytes(run.heap, key)) : made(run, new_str(run.heap, key));
}

Progress select_key(Run& run, const Format& format, Source& source, const PrintfDirective& directive, PrintfFault fault) {
    if (!directive.has_key && fault != PrintfFault::incomplete_key) return Progress::Going;
    if (source.mapping == UNBOUND) {
        run.type_error({"format requires a mapping"});
        return Progress::Raised;
    }
    if (fault == PrintfFault::incomplete_key) {
        raise_fault(run, fault);
        return Progress::Raised;
    }
    const Dict* dict = as<Dict>(source.mapping);
    if (!dict || format.is_bytes || !dict->has(Dict::all_str)) return Progress::NeedsPython;
    Value key = key_of(run, format, directive.key);
    if (is_result(key)) return Progress::NeedsPython;
    Value value = dict_get(run, dict, cast<Str>(key));
    if (value == UNBOUND) {
        run.raise_with(ExceptionType::KeyError, {key});
        return Progress::Raised;
    }
    source.set_single(value);
    return Progress::Going;
}

// ---- The second pass.

class Writer {
  public:
    Writer(Run& run, const Format& format, const Source& source, bool is_prepared)
        : run_(run), format_(format), source_(source), is_prepared_(is_prepared), out_(run) {}

    // NeedsPython: a value is not plain; nothing has happened.
    Progress write();
    Value result() { return format_.is_bytes ? out_.bytes() : out_.str(); }

  private:
    Progress write_directive(Reader& reader);
    Progress write_value(Value value, const PrintfDirective& directive);
    Progress write_text(Value value, const PrintfDirective& directive);
    Progress write_int(Value value, const PrintfDirective& directive);
    Progress write_float(Value value, const PrintfDirective& directive);
    Progress write_character(Value value, const PrintfDirective& directive);
    Progress write_padded_text(std::string_view text, const PrintfDirective& directive);

    Run& run_;
    const Format& format_;
    Source source_;
    // The values are answers of the first pass, one for each that a directive takes.
    bool is_prepared_;
    TextBuilder out_;
};

Progress Writer::write() {
    Reader reader{format_, 0};
    for (;;) {
        bool more = reader.next();
        out_.append(reader.literal);
        if (!more) break;
        if (reader.is_percent) {
            out_.append('%');
            continue;
        }
        Progress progress = write_directive(reader);
        if (progress != Progress::Going) return progress;
        if (out_.failed) break;
        if (run_.budget.poll(1 + (reader.literal.size() >> 10))) return Progress::Raised;
    }
    return source_.check_all_converted(run_, format_) ? Progress::Going : Progress::Raised;
}

Progress Writer::write_directive(Reader& reader) {
    PrintfDirective& directive = reader.directive;
    if (!is_prepared_) {
        Progress progress = select_key(run_, format_, source_, directive, reader.fault);
        if (progress != Progress::Going) return progress;
    }
    Value value;
    if (!read_sizes(run_, source_, directive) || !raise_fault(run_, reader.fault) || !source_.next(run_, value))
        return Progress::Raised;
    if (!is_known(format_, directive.conversion)) {
        raise_unsupported(run_, format_, directive);
        return Progress::Raised;
    }
    return write_value(value, directive);
}

Progress Writer::write_value(Value value, const PrintfDirective& directive) {
    switch (directive.conversion) {
        case 's': case 'b': case 'r': case 'a': return write_text(value, directive);
        case 'c': return write_character(value, directive);
        default: return is_float_conversion(directive.conversion) ? write_float(value, directive) : write_int(value, directive);
    }
}

// Bytes are cut and padded by bytes, which is what a text does when each byte is a character.
Progress Writer::write_padded_text(std::string_view text, const PrintfDirective& directive) {
    if (!format_.is_bytes) {
        printf_text(out_, text, directive);
        return Progress::Going;
    }
    if (directive.precision >= 0) text = text.substr(0, static_cast<size_t>(directive.precision));
    size_t width = directive.width > 0 ? static_cast<size_t>(directive.width) : 0;
    size_t padding = width > text.size() ? width - text.size() : 0;
    if (!directive.left) out_.append_repeated(' ', padding);
    out_.append(text);
    if (directive.left) out_.append_repeated(' ', padding);
    return Progress::Going;
}

Progress Writer::write_text(Value value, const PrintfDirective& directive) {
    bool is_plain = directive.width <= 0 && directive.precision < 0;
    if (format_.is_bytes && (directive.conversion == 's' || directive.conversion == 'b')) {
        const ByteString* bytes = as<ByteString>(value);
        return bytes ? write_padded_text(bytes->view(), directive) : Progress::NeedsPython;
    }
    if (const Str* text = as<Str>(value)) {
        if (is_prepared_ || directive.conversion == 's') return write_padded_text(text->view(), directive);
        TextBuilder quoted(run_);
        bool ascii = directive.conversion == 'a' || format_.is_bytes;
        if (!append_repr(quoted, run_.budget, text->view(), ascii ? Escapes::NonAscii : Escapes::Unprintable))
            return Progress::Raised;
        out_.failed = out_.failed || quoted.failed;
        return write_padded_text(quoted.view(), directive);
    }
    if (is_plain) {
        Written written = append_plain(run_, out_, value);
        return written == Written::Done     ? Progress::Going
               : written == Written::Raised ? Progress::Raised
                                            : Progress::NeedsPython;
    }
    TextBuilder text(run_);
    switch (append_plain(run_, text, value)) {
        case Written::Raised: return Progress::Raised;
        case Written::Unknown: return Progress::NeedsPython;
        case Written::Done: break;
    }
    out_.failed = out_.failed || text.failed;
    return write_padded_text(text.view(), directive);
}

Progress Writer::write_int(Value value, const PrintfDirective& directive) {
    bool is_decimal = directive.conversion == 'd' || directive.conversion == 'i' || directive.conversion == 'u';
    Value number = is_integral(value) ? plain_int(value) : UNBOUND;
    if (number == UNBOUND && is_float(value) && is_decimal && std::fabs(float_of(value)) < 0x1p60)
        number = Value::integer(static_cast<int64_t>(float_of(value)));
    if (number == UNBOUND) return Progress::NeedsPython;
    bool is_plain = directive.width <= 0 && directive.precision <= 0 && !directive.sign && !directive.blank;
    if (is_decimal && is_plain && number.is_int()) {
        out_.append(Digits(number.as_int()).view());
        return Progress::Going;
    }
    if (is_decimal && !check_digits(run_, number)) return Progress::Raised;
    FormatProblem problem = printf_int(out_, IntOperand(number), directive, number_work(run_));
    if (problem.fault == FormatFault::no_memory) out_.failed = true;
    else if (problem) return Progress::Raised;
    return Progress::Going;
}

Progress Writer::write_float(Value value, const PrintfDirective& directive) {
    double number;
    if (is_float(value)) number = float_of(value);
    else if (is_integral(value) && plain_int(value).is_int()) number = static_cast<double>(plain_int(value).as_int());
    else return Progress::NeedsPython;
    printf_float(out_, number, directive);
    return Progress::Going;
}

Progress Writer::write_character(Value value, const PrintfDirective& directive) {
    if (format_.is_bytes) {
        char byte;
        const ByteString* bytes = as<ByteString>(value);
        if (bytes && bytes->size == 1) byte = bytes->bytes[0];
        else if (value.is_int() && value.as_int() >= 0 && value.as_int() < 256) byte = static_cast<char>(value.as_int());
        else return Progress::NeedsPython;
        PrintfDirective uncut = directive;
        uncut.precision = PrintfDirective::unset;
        return write_padded_text({&byte, 1}, uncut);
    }
    const Str* text = as<Str>(value);
    char32_t code_point;
    if (text && text->length == 1) code_point = utf8::decode(text->data());
    else if (value.is_int() && value.as_int() >= 0 && value.as_int() <= utf8::max_code_point)
        code_point = static_cast<char32_t>(value.as_int());
    else return Progress::NeedsPython;
    printf_character(out_, code_point, directive);
    return Progress::Going;
}

// ---- The first pass: what a value stands for, as a str, bytes, int or float.

// Where the step stands with its directive. Ask: its value is known and is to be asked.
enum class Stage : uint32_t { Start, WaitsForKey, Ask, WaitsForAnswer };

// Slots of the step.
enum : uint32_t { format_slot, values_slot, mapping_slot, index_slot, length_slot, offset_slot, answers_slot, value_slot, slot_count };

// An int object, asked of a value that has `__int__` or, for o, x and X, `__index__`.
Value ask_for_int(Run& run, Value value, char32_t conversion) {
    bool wants_index = conversion == 'o' || conversion == 'x' || conversion == 'X';
    if (wants_index) return run.index(value);
    const Class* type = class_of(value);
    bool is_number = is_float(value) || int_of(value) != UNBOUND || is_kind(payload(value), Kind::Float);
    if (!is_number && !type->is_builtin())
        is_number = run.special(type, Name::__int__) != UNBOUND || run.special(type, Name::__index__) != UNBOUND;
    if (!is_number) return run.type_error({"not a number"});
    return run.call(Value::cell(&int_class), {value});
}

Value ask(Run& run, const Format& format, Value value, char32_t conversion) {
    switch (conversion) {
        case 's':
        case 'b':
            if (!format.is_bytes) return run.str(value);
            if (ByteString* bytes = bytes_of(value); bytes && is_builtin_instance(value)) return Value::cell(bytes);
            if (!is_builtin_instance(value) && run.special(class_of(value), Name::__bytes__) != UNBOUND)
                return run.call_special(value, Name::__bytes__, {});
            return run.type_error({"%b requires a bytes-like object, or an object that implements __bytes__, not '",
                                   type_name(value), "'"});
        case 'r':
        case 'a': return run.repr(value);
        case 'c': return calls_index(run, value) ? run.index(value) : value;
        default: return is_float_conversion(conversion) ? run.to_float(value) : ask_for_int(run, value, conversion);
    }
}

// The answer as the second pass takes it, or an exception.
Value checked_character(Run& run, const Format& format, Value value) {
    Value number = int_of(value);
    if (format.is_bytes) {
        ByteString* bytes = bytes_of(value);
        if (bytes && bytes->size == 1) return Value::cell(bytes);
        if (bytes) {
            return run.type_error({"%c requires an integer in range(256) or a single byte, not a bytes object of length ",
                                   Digits(static_cast<int64_t>(bytes->size)).view()});
        }
        if (number == UNBOUND)
            return run.type_error({"%c requires an integer in range(256) or a single byte, not ", type_name(value)});
        if (number.is_int() && number.as_int() >= 0 && number.as_int() < 256) return number;
        return run.raise(ExceptionType::OverflowError, {"%c arg not in range(256)"});
    }
    if (Str* text = str_of(value)) {
        if (text->length == 1) return Value::cell(text);
        return run.type_error({"%c requires an int or a unicode character, not a string of length ", Digits(text->length).view()});
    }
    if (number == UNBOUND) return run.type_error({"%c requires an int or a unicode character, not ", type_name(value)});
    if (number.is_int() && number.as_int() >= 0 && number.as_int() <= utf8::max_code_point) return number;
    return run.raise(ExceptionType::OverflowError, {"%c arg not in range(0x110000)"});
}

Value checked_answer(Run& run, const Format& format, Value answer, char32_t conversion) {
    const bool wants_text = conversion == 'r' || conversion == 'a' || (conversion == 's' && !format.is_bytes);
    if (wants_text && !str_of(answer)) return run.raise(ExceptionType::SystemError, {"bad text"});
    switch (conversion) {
        case 's':
        case 'b':
            if (!format.is_bytes) return Value::cell(str_of(answer));
            if (ByteString* bytes = bytes_of(answer)) return Value::cell(bytes);
            return run.type_error({"__bytes__ returned non-bytes (type ", type_name(answer), ")"});
        case 'r': return format.is_bytes ? ascii_of(run, str_of(answer)) : Value::cell(str_of(answer));
        case 'a': return ascii_of(run, str_of(answer));
        case 'c': return checked_character(run, format, answer);
        default: return is_float_conversion(conversion) ? answer : int_of(answer);
    }
}

// A TypeError on the way to a number has a text of its own.
Value failed_answer(Run& run, const Format& format, Value value, const PrintfDirective& directive) {
    char conversion = static_cast<char>(directive.conversion);
    bool wants_number = conversion != 's' && conversion != 'b' && conversion != 'r' && conversion != 'a' && conversion != 'c';
    if (!wants_number || !run.take_pending(ExceptionType::TypeError)) return RAISED;
    if (is_float_conversion(directive.conversion)) {
        if (format.is_bytes) return run.type_error({"float argument required, not ", type_name(value)});
        return run.type_error({"must be real number, not ", type_name(value)});
    }
    bool wants_index = conversion == 'o' || conversion == 'x' || conversion == 'X';
    return run.type_error({"%", std::string_view(&conversion, 1), " format: ", wants_index ? "an integer" : "a real number",
                           " is required, not ", type_name(value)});
}

Value push_step(Run& run, const Format& format, Value values) {
    Source source(run, format, values);
    // A directive has at most three answers: width, precision and value.
    uint64_t most = 3 * Search(run.budget, "%").count(format.text);
    List* answers = new_list(run.heap);
    if (!reserve(run.heap, answers, most)) return run.refused();
    return run.push_step(StepId::percent_format,
                         {format.object, source.values, source.mapping, Value::integer(source.index),
                          Value::integer(source.length), Value::integer(0), Value::cell(answers)});
}

// One directive of the first pass. Going: its answers are in the list.
class Asker {
  public:
    Asker(Run& run, Frame& frame, const Format& format)
        : run_(run),
          frame_(frame),
          format_(format),
          source_(frame.base[values_slot], frame.base[mapping_slot], frame.base[index_slot].as_int(), frame.base[length_slot].as_int()),
          answers_(cast<List>(frame.base[answers_slot])) {}

    // UNBOUND: done with the directive; else what the step returns.
    Value ask_directive(const Reader& reader, Value in);

  private:
    Stage stage() const { return static_cast<Stage>(frame_.state); }
    void enter(Stage stage) { frame_.state = static_cast<uint32_t>(stage); }
    // There is room for every answer (push_step).
    void keep(Value answer) { append(run_.heap, answers_, answer); }
    Value select(const Reader& reader, Value in);
    bool keep_sizes(const PrintfDirective& directive);
    void save() {
        frame_.base[values_slot] = source_.values;
        frame_.base[index_slot] = Value::integer(source_.index);
        frame_.base[length_slot] = Value::integer(source_.length);
    }

    Run& run_;
    Frame& frame_;
    const Format& format_;
    Source source_;
    List* answers_;
};

// The value of `%(key)s`. UNBOUND: it is the source's now.
Value Asker::select(const Reader& reader, Value in) {
    if (stage() == Stage::Start) {
        Progress progress = select_key(run_, format_, source_, reader.directive, reader.fault);
        if (progress == Progress::Raised) return RAISED;
        if (progress == Progress::Going) return UNBOUND;
        Value key = key_of(run_, format_, reader.directive.key);
        if (is_result(key)) return key;
        in = run_.get_item(source_.mapping, key);
        if (in == COLLECT) return in;
        enter(Stage::WaitsForKey);
        if (is_result(in) && in != RAISED) return in;
    }
    if (in == RAISED) return RAISED;
    source_.set_single(in);
    return UNBOUND;
}

bool Asker::keep_sizes(const PrintfDirective& directive) {
    int64_t size;
    if (directive.width_from_argument) {
        if (!source_.next_size(run_, size, true)) return false;
        keep(Value::integer(size));
    }
    if (directive.precision_from_argument) {
        if (!source_.next_size(run_, size, false)) return false;
        keep(Value::integer(size));
    }
    return true;
}

Value Asker::ask_directive(const Reader& reader, Value in) {
    char32_t conversion = reader.directive.conversion;
    if (stage() == Stage::Start || stage() == Stage::WaitsForKey) {
        Value selected = select(reader, in);
        if (selected != UNBOUND) return selected;
        Value value;
        if (!keep_sizes(reader.directive) || !raise_fault(run_, reader.fault) || !source_.next(run_, value)) return RAISED;
        if (!is_known(format_, conversion)) {
            raise_unsupported(run_, format_, reader.directive);
            return RAISED;
        }
        frame_.base[value_slot] = value;
        save();
        enter(Stage::Ask);
    }
    if (stage() == Stage::Ask) {
        in = ask(run_, format_, frame_.base[value_slot], conversion);
        if (in == COLLECT) return in;
        enter(Stage::WaitsForAnswer);
        if (is_result(in) && in != RAISED) return in;
    }
    if (in == RAISED) return failed_answer(run_, format_, frame_.base[value_slot], reader.directive);
    Value answer = checked_answer(run_, format_, in, conversion);
    if (answer == COLLECT) enter(Stage::Ask);
    if (is_result(answer)) return answer;
    keep(answer);
    enter(Stage::Start);
    return UNBOUND;
}

// The second pass over the answers.
Value write_answers(Run& run, const Format& format, List* answers) {
    Tuple* values = new_tuple(run.heap, answers->view());
    if (!values) return run.refused();
    Writer writer(run, format, Source(Value::cell(values), UNBOUND, 0, values->size()), true);
    return writer.write() == Progress::Going ? writer.result() : RAISED;
}

}  // namespace

Value percent_format(Run& run, Value object, Value values) {
    Format format(object);
    if (format.is_bytes && !utf8::is_ascii(format.text)) {
        // The reader of directives takes a conversion for UTF-8 and may look at three bytes more.
        ByteString* padded = new_bytes_uninitialised(run.heap, format.text.size() + 4);
        if (!padded) return run.refused();
        memcpy(padded->bytes, format.text.data(), format.text.size());
        memset(padded->bytes + format.text.size(), 0, 4);
        padded->size -= 4;
        format = Format(Value::cell(padded));
    }
    Writer writer(run, format, Source(run, format, values), false);
    switch (writer.write()) {
        case Progress::Going: return writer.result();
        case Progress::Raised: return RAISED;
        case Progress::NeedsPython: break;
    }
    return push_step(run, format, values);
}

// Catches all: a TypeError on the way to a number gets a text of its own.
Value step_percent_format(Run& run, Frame& frame, Value in) {
    Format format(frame.base[format_slot]);
    List* answers = cast<List>(frame.base[answers_slot]);
    for (;;) {
        Reader reader{format, static_cast<size_t>(frame.base[offset_slot].as_int())};
        if (!reader.next()) break;
        if (!reader.is_percent) {
            Asker asker(run, frame, format);
            Value result = asker.ask_directive(reader, in);
            if (result != UNBOUND) return result;
        }
        frame.base[offset_slot] = Value::integer(static_cast<int64_t>(reader.at));
        if (run.budget.poll(1)) return RAISED;
    }
    Source source(frame.base[values_slot], frame.base[mapping_slot], frame.base[index_slot].as_int(), frame.base[length_slot].as_int());
    if (!source.check_all_converted(run, format)) return RAISED;
    return write_answers(run, format, answers);
}

}  // namespace exmonty
