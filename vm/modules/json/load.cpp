// Invariants of the reader
//  * It is a loop over one text; the containers that are open lie on a work stack of two values each: the container, and
//    the key that waits for its value. The stack moves to a cell when it outgrows the caller's memory.
//  * Nothing outside sees what is made, so a refusal of memory is answered by reading the text again.
//  * A fault is told by its byte offset; code points are counted only when the exception is made.
// What is a fault, and where, follows CPython's scanner.
#include "vm/modules/json/load.h"

#include "vm/base/float_parse.h"
#include "vm/objects/class.h"
#include "vm/objects/float.h"
#include "vm/objects/hash.h"
#include "vm/objects/int/text.h"
#include "vm/objects/json_error.h"
#include "vm/objects/list.h"
#include "vm/objects/local_stack.h"
#include "vm/objects/text/builder.h"

#include <cmath>

namespace exmonty {
namespace {

enum class Control : uint8_t { Refused, Allowed };

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

constexpr int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// What a character behind a backslash stands for; 0: it is no escape.
constexpr char simple_escape(char c) {
    switch (c) {
        case '"':
        case '\\':
        case '/': return c;
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return 0;
    }
}

// What the program wants to make itself, by hooks: objects, and numbers of these kinds. Such a value is left as it was read, an
// object as a list of its keys and values in turn, a number as its text; a list says where each of them is: container, index,
// kind, in the order in which their hooks are called.
enum class Hooked : uint8_t { Object, Int, Float, Constant, None };
struct Hooks {
    List* places = nullptr;  // nullptr: no hooks
    bool ints = false;
    bool floats = false;
    bool constants = false;
};

struct Number {
    std::string_view text;  // empty: none
    bool is_float = false;
};

class Reader {
  public:
    Reader(Run& run, Str* document, size_t offset, Control control = Control::Refused, Hooks hooks = {})
        : run_(run), document_(document), start_(document->data()), at_(start_ + offset),
          end_(start_ + document->size()), control_(control), hooks_(hooks), stack_(&local_) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void skip_space() {
        while (at_ < end_ && is_space(*at_)) at_++;
    }
    bool at_end() const { return at_ == end_; }
    int64_t position() const { return static_cast<int64_t>(position_of(at_)); }

    Value fail(std::string_view message, const char* where) {
        return raise_json_error(run_, message, document_, position_of(where));
    }
    Value fail_here(std::string_view message) { return fail(message, at_); }

    // The value that starts here; behind it afterwards.
    Value read() {
        for (;;) {
            Value value = open_or_leaf();
            if (is_result(value)) return value;
            while (value != UNBOUND) {
                if (stack_->size == 0) return value;
                value = store(value);
                if (is_result(value)) return value;
            }
        }
    }

    // Puts a value into a list; where hooks are wanted its place is noted. False: refused.
    bool put(List* list, Value value) {
        const Hooked kind = kind_;
        kind_ = Hooked::None;
        if (!append(run_.heap, list, value)) return false;
        if (kind == Hooked::None || !hooks_.places) return true;
        return append(run_.heap, hooks_.places, Value::cell(list)) &&
               append(run_.heap, hooks_.places, Value::integer(int64_t{list->size} - 1)) &&
               append(run_.heap, hooks_.places, Value::integer(static_cast<int64_t>(kind)));
    }

    // A string; here is its first character, `quote` opened it.
    Value read_string(const char* quote) {
        const char* from = at_;
        skip_plain();
        if (at_ < end_ && *at_ == '"') {
            const std::string_view text(from, static_cast<size_t>(at_ - from));
            at_++;
            if (pace(text.size())) return RAISED;
            if (text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80)
                return Value::cell(ascii_character(static_cast<unsigned char>(text[0])));
            Str* result = text.empty() ? const_cast<Str*>(empty_str) : new_str(run_.heap, text);
            return result ? Value::cell(result) : run_.refused();
        }
        return read_escaped_string(quote, from);
    }

    Number scan_number() {
        const char* from = at_;
        const char* at = at_;
        if (at < end_ && *at == '-') at++;
        if (at == end_ || !is_digit(*at)) return {};
        if (*at == '0') at++;
        else at = skip_digits(at);
        Number number;
        if (end_ - at > 1 && *at == '.' && is_digit(at[1])) {
            number.is_float = true;
            at = skip_digits(at + 1);
        }
        if (at < end_ && (*at == 'e' || *at == 'E')) {
            const char* digits = at + 1;
            if (digits < end_ && (*digits == '+' || *digits == '-')) digits++;
            if (digits < end_ && is_digit(*digits)) {
                number.is_float = true;
                at = skip_digits(digits);
            }
        }
        at_ = at;
        number.text = {from, static_cast<size_t>(at - from)};
        return number;
    }

  private:
    static constexpr uint32_t level_width = 2;
    static constexpr uint32_t local_levels = 32;
    static constexpr uint32_t bundle = 256;
    static constexpr size_t cached_key_size = 24;
    static constexpr uint32_t cached_keys = 64;

    size_t position_of(const char* where) const {
        return utf8::count_code_points({start_, static_cast<size_t>(where - start_)});
    }
    const char* skip_digits(const char* at) const {
        while (at < end_ && is_digit(*at)) at++;
        return at;
    }
    void skip_plain() {
        while (at_ < end_ && *at_ != '"' && *at_ != '\\' &&
               (static_cast<unsigned char>(*at_) >= 0x20 || control_ == Control::Allowed))
            at_++;
    }

    // One step an item, and one for every 64 bytes of it. True: the run must stop.
    bool pace(size_t bytes = 0) {
        pending_ += 1 + static_cast<uint32_t>(bytes / 64);
        if (pending_ < bundle) [[likely]] return false;
        const uint32_t steps = pending_;
        pending_ = 0;
        return run_.budget.poll(steps);
    }

    // A leaf or an empty container: the value. UNBOUND: a container was opened, and its first value starts here.
    Value open_or_leaf() {
        if (pace()) return RAISED;
        if (pending_ % 64 == 0 && !run_.heap.reserve(0)) return run_.refused();
        if (at_ == end_) return fail_here("Expecting value");
        switch (*at_) {
            case '"': return read_string(at_++);
            case '{': return open_object();
            case '[': return open_array();
            default: return read_plain();
        }
    }

    Value read_plain() {
        constexpr struct {
            std::string_view text;
            Value value;
        } words[] = {{"null", NONE}, {"true", TRUE}, {"false", FALSE}};
        const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
        for (const auto& [text, value] : words) {
            if (!rest.starts_with(text)) continue;
            at_ += text.size();
            return value;
        }
        const Number number = scan_number();
        if (!number.text.empty()) {
            const Hooked kind = number.is_float ? Hooked::Float : Hooked::Int;
            return (number.is_float ? hooks_.floats : hooks_.ints) ? hooked_text(kind, number.text) : number_value(number);
        }
        if (rest.starts_with("NaN")) {
            at_ += 3;
            return hooks_.constants ? hooked_text(Hooked::Constant, rest.substr(0, 3)) : new_nan(run_, false);
        }
        const size_t sign = rest[0] == '-' ? 1 : 0;
        if (!rest.substr(sign).starts_with("Infinity")) return fail_here("Expecting value");
        at_ += sign + 8;
        if (hooks_.constants) return hooked_text(Hooked::Constant, rest.substr(0, sign + 8));
        return run_.floating(sign ? -HUGE_VAL : HUGE_VAL);
    }

    Value hooked_text(Hooked kind, std::string_view text) {
        if (pace(text.size())) return RAISED;
        kind_ = kind;
        return run_.text(text);
    }

    Value number_value(const Number& number) {
        if (pace(number.text.size())) return RAISED;
        if (number.is_float) {
            double value = 0;
            parse_float_ascii(number.text, value);
            return run_.floating(value);
        }
        constexpr size_t word_digits = 18;
        if (number.text.size() > word_digits) return parse_int(run_, number.text, 10, Digit::Ascii, NONE);
        const bool negative = number.text[0] == '-';
        int64_t value = 0;
        for (const char digit : number.text.substr(negative)) value = value * 10 + (digit - '0');
        return Value::integer(negative ? -value : value);
    }

    Value open_array() {
        at_++;
        skip_space();
        const Value list = Value::cell(new_list(run_.heap));
        if (at_ < end_ && *at_ == ']') {
            at_++;
            return list;
        }
        return push_level(list, "array");
    }

    Value open_object() {
        at_++;
        skip_space();
        const Value object = hooks_.places ? Value::cell(new_list(run_.heap)) : Value::cell(new_dict(run_.heap));
        if (at_ < end_ && *at_ == '}') {
            at_++;
            kind_ = Hooked::Object;
            return object;
        }
        const Value pushed = push_level(object, "object");
        return pushed == UNBOUND ? read_key() : pushed;
    }

    Value push_level(Value container, std::string_view what) {
        if (stack_->size / level_width + run_.budget.native_depth >= Budget::native_depth_limit)
            return run_.raise(ExceptionType::RecursionError,
                              {"maximum recursion depth exceeded while decoding a JSON ", what, " from a unicode string"});
        if (stack_ == &local_ && stack_->size == stack_->capacity) {
            stack_ = copy_stack(run_.heap, local_);
            if (!stack_) return run_.refused();
        }
        if (!push(run_.heap, stack_, container) || !push(run_.heap, stack_, NONE)) return run_.refused();
        return UNBOUND;
    }

    // The key of the top level, and what stands between it and its value.
    Value read_key() {
        if (at_ == end_ || *at_ != '"') return fail_here("Expecting property name enclosed in double quotes");
        const Value key = read_key_text();
        if (is_result(key)) return key;
        stack_->top() = key;
        skip_space();
        if (at_ == end_ || *at_ != ':') return fail_here("Expecting ':' delimiter");
        at_++;
        skip_space();
        return UNBOUND;
    }

    // Keys come again and again: equal short ones are one str.
    Value read_key_text() {
        const char* quote = at_++;
        const char* from = at_;
        skip_plain();
        const size_t size = static_cast<size_t>(at_ - from);
        const bool is_short = at_ < end_ && *at_ == '"' && size > 1 && size <= cached_key_size;
        at_ = from;
        if (!is_short) return read_string(quote);
        const std::string_view text(from, size);
        const uint32_t mixed = static_cast<unsigned char>(text[0]) * 7u + static_cast<unsigned char>(text[size / 2]) * 13u +
                               static_cast<unsigned char>(text[size - 1]) * 31u + static_cast<uint32_t>(size);
        Str*& cached = keys_[mixed % cached_keys];
        if (cached && cached->view() == text) {
            at_ += size + 1;
            return pace() ? RAISED : Value::cell(cached);
        }
        const Value key = read_string(quote);
        if (!is_result(key)) cached = cast<Str>(key);
        return key;
    }

    // A value of the top level has been read. UNBOUND: the next one starts here; else the value that the level is.
    Value store(Value value) {
        const Value container = stack_->top(1);
        List* list = as<List>(container);
        // Only the level of an object has a key.
        const bool is_object = stack_->top() != NONE;
        if (list) {
            if (is_object && !append(run_.heap, list, stack_->top())) return run_.refused();
            if (!put(list, value)) return run_.refused();
        } else if (!store_pair(cast<Dict>(container), cast<Str>(stack_->top()), value)) {
            return run_.refused();
        }
        skip_space();
        const char closing = is_object ? '}' : ']';
        if (at_ < end_ && *at_ == closing) {
            at_++;
            if (is_object) kind_ = Hooked::Object;
            stack_->drop(level_width);
            return container;
        }
        if (at_ == end_ || *at_ != ',') return fail_here("Expecting ',' delimiter");
        const char* comma = at_++;
        skip_space();
        if (at_ < end_ && *at_ == closing)
            return fail(is_object ? "Illegal trailing comma before end of object" : "Illegal trailing comma before end of array",
                        comma);
        return is_object ? read_key() : UNBOUND;
    }

    bool store_pair(Dict* dict, Str* key, Value value) {
        const uint64_t hash = str_hash(run_, key);
        const int64_t entry = dict_find_str(dict, key, hash);
        if (entry < 0) return dict_insert_new(run_.heap, dict, Value::cell(key), hash, value);
        dict->entries[entry].value = value;
        return true;
    }

    Value read_escaped_string(const char* quote, const char* from) {
        TextBuilder out(run_);
        for (;;) {
            if (at_ == end_) return fail("Unterminated string starting at", quote);
            if (*at_ != '"' && *at_ != '\\') return fail_here("Invalid control character at");
            out.append({from, static_cast<size_t>(at_ - from)});
            if (out.failed) return run_.refused();
            if (pace(static_cast<size_t>(at_ - from))) return RAISED;
            if (*at_++ == '"') return out.str();
            if (at_ == end_) return fail("Unterminated string starting at", quote);
            if (*at_ == 'u') {
                const char* fault = append_unicode_escape(out);
                if (fault) return fail("Invalid \\uXXXX escape", fault);
            } else {
                const char meaning = simple_escape(*at_);
                if (!meaning) return fail("Invalid \\escape", at_ - 1);
                out.append(meaning);
                at_++;
            }
            from = at_;
            skip_plain();
        }
    }

    // The code unit of four hexadecimal digits; -1: there are none, or nothing follows them.
    int32_t code_unit(const char* at) const {
        if (end_ - at < 5) return -1;
        int32_t unit = 0;
        for (int i = 0; i < 4; i++) {
            const int digit = hex_digit(at[i]);
            if (digit < 0) return -1;
            unit = unit * 16 + digit;
        }
        return unit;
    }

    // Here is the `u`. nullptr: done; else where a faulty escape has its `u`.
    const char* append_unicode_escape(TextSink& out) {
        const int32_t first = code_unit(at_ + 1);
        if (first < 0) return at_;
        at_ += 5;
        if ((first & 0xFC00) == 0xD800 && end_ - at_ > 6 && at_[0] == '\\' && at_[1] == 'u') {
            const int32_t second = code_unit(at_ + 2);
            if (second < 0) return at_ + 1;
            if ((second & 0xFC00) == 0xDC00) {
                at_ += 6;
                out.append_code_point(static_cast<char32_t>(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF))));
                return nullptr;
            }
        }
        out.append_code_point(static_cast<char32_t>(first));
        return nullptr;
    }

    Run& run_;
    Str* document_;
    const char* start_;
    const char* at_;
    const char* end_;
    Control control_;
    Hooks hooks_;
    // Of the value that was read last, until it is put into a list.
    Hooked kind_ = Hooked::None;
    uint32_t pending_ = 0;
    LocalStack<local_levels * level_width> local_;
    WorkStack* stack_;
    Str* keys_[cached_keys] = {};
};

// The byte offset of an index argument; behind the end: the end.
size_t offset_of(Run& run, const Str* text, Value index) {
    const int64_t wanted = index.as_int();
    return byte_offset(run.heap, text, wanted > text->length ? text->length : static_cast<uint32_t>(wanted));
}

Value check_arguments(Run& run, Value text, Value index) {
    if (!is_kind(text, Kind::Str)) return run.type_error({"first argument must be a string, not ", type_name(text)});
    if (!index.is_int()) return run.type_error({"'", type_name(index), "' object cannot be interpreted as an integer"});
    return index.as_int() < 0 ? run.value_error({"idx cannot be negative"}) : NONE;
}

}  // namespace

Value json_loads(Run& run, Value* args, uint32_t) {
    const Value text = payload(args[0]);
    if (!is_kind(text, Kind::Str)) return run.type_error({"first argument must be a string, not ", type_name(text)});
    Reader reader(run, cast<Str>(text), 0);
    reader.skip_space();
    const Value result = reader.read();
    if (is_result(result)) return result;
    reader.skip_space();
    return reader.at_end() ? result : reader.fail_here("Extra data");
}

Value json_scan(Run& run, Value* args, uint32_t) {
    const Value text = payload(args[0]);
    const Value checked = check_arguments(run, text, args[1]);
    if (is_result(checked)) return checked;
    Reader reader(run, cast<Str>(text), offset_of(run, cast<Str>(text), args[1]));
    const Value result = reader.read();
    return is_result(result) ? result : run.tuple({result, Value::integer(reader.position())});
}

Value json_scan_string(Run& run, Value* args, uint32_t) {
    const Value text = payload(args[0]);
    const Value checked = check_arguments(run, text, args[1]);
    if (is_result(checked)) return checked;
    const Str* document = cast<Str>(text);
    const size_t offset = offset_of(run, document, args[1]);
    Reader reader(run, cast<Str>(text), offset, args[2] == FALSE ? Control::Allowed : Control::Refused);
    const Value result = reader.read_string(document->data() + (offset ? offset - 1 : 0));
    return is_result(result) ? result : run.tuple({result, Value::integer(reader.position())});
}

// args: s, idx, strict, whether ints, floats and constants are for hooks.
Value json_scan_hooked(Run& run, Value* args, uint32_t) {
    const Value text = payload(args[0]);
    const Value checked = check_arguments(run, text, args[1]);
    if (is_result(checked)) return checked;
    const Hooks hooks{new_list(run.heap), args[3] == TRUE, args[4] == TRUE, args[5] == TRUE};
    Reader reader(run, cast<Str>(text), offset_of(run, cast<Str>(text), args[1]), args[2] == FALSE ? Control::Allowed : Control::Refused,
                  hooks);
    const Value result = reader.read();
    if (is_result(result)) return result;
    List* root = new_list(run.heap);
    if (!reader.put(root, result)) return run.refused();
    return run.tuple({Value::cell(root), Value::cell(hooks.places), Value::integer(reader.position())});
}

}  // namespace exmonty
