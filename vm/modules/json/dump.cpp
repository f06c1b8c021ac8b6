// Invariants of the writer
//  * It is a loop; the containers that are open lie on a work stack, a Level each. No Python code runs meanwhile, so
//    they do not change.
//  * A container inside itself is found before the text is a few times as long as one round of the cycle: each new
//    level is compared with the one that is the last with a number of the form 2^k - 1, whatever the depth.
//  * What it cannot write (other objects, odd keys, cycles, numbers that are not allowed) ends it with None; the encoder
//    of the prelude then begins anew.
#include "vm/modules/json/dump.h"

#include "vm/base/float_text.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/float.h"
#include "vm/objects/int/text.h"
#include "vm/objects/list.h"
#include "vm/objects/local_stack.h"
#include "vm/objects/pacer.h"
#include "vm/objects/sort.h"
#include "vm/objects/text/builder.h"

#include <bit>
#include <cmath>

namespace exmonty {
namespace {

enum class Letters : uint8_t { Ascii, Any };

void append_code_unit(TextSink& sink, uint32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    const char text[] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    sink.append({text, sizeof text});
}

void append_escape(TextSink& sink, char32_t code) {
    switch (code) {
        case '"': sink.append("\\\""); return;
        case '\\': sink.append("\\\\"); return;
        case '\b': sink.append("\\b"); return;
        case '\f': sink.append("\\f"); return;
        case '\n': sink.append("\\n"); return;
        case '\r': sink.append("\\r"); return;
        case '\t': sink.append("\\t"); return;
        default: break;
    }
    if (code < 0x10000) {
        append_code_unit(sink, code);
        return;
    }
    append_code_unit(sink, 0xD800 + ((code - 0x10000) >> 10));
    append_code_unit(sink, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

bool is_plain(char c, Letters letters) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == '"' || byte == '\\') return false;
    return byte < 0x7f || letters == Letters::Any;
}

// False: the run must stop. A refusal of memory shows in the sink.
bool append_quoted(TextSink& sink, Budget& budget, std::string_view text, Letters letters) {
    if (text.size() > 4096 && budget.poll(text.size() / 64)) return false;
    sink.append('"');
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end && !sink.failed) {
        const char* from = at;
        while (at < end && is_plain(*at, letters)) at++;
        sink.append({from, static_cast<size_t>(at - from)});
        if (at < end) append_escape(sink, utf8::next(at));
    }
    sink.append('"');
    return true;
}

std::string_view non_finite(double number) {
    if (std::isnan(number)) return "NaN";
    return number > 0 ? "Infinity" : "-Infinity";
}

struct Style {
    bool skip_keys;
    Letters letters;
    bool check_circular;
    bool allow_nan;
    bool sort_keys;
    const Str* indent;  // nullptr: all in one line
    std::string_view item_separator;
    std::string_view key_separator;
};

struct Level {
    static constexpr uint32_t width = 3;
    Value& container;
    Value& keys;      // a list of the keys of a dict that are shown in order, or None
    Value& position;  // of the next item or entry; the highest bit tells that one was written

    explicit Level(WorkStack& stack) : container(stack.top(2)), keys(stack.top(1)), position(stack.top()) {}
};
constexpr int64_t started = int64_t{1} << 40;

enum class Turn : uint8_t { Continue, Stop };

class Writer {
  public:
    Writer(Run& run, const Style& style) : run_(run), style_(style), out_(run), stack_(&local_) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Value write(Value document) {
        Pacer pacer(run_.budget);
        Turn turn = write_value(document);
        while (turn == Turn::Continue && stack_->size > 0) {
            if (pacer.tick()) return RAISED;
            turn = step();
        }
        if (!(answer_ == UNBOUND)) return answer_;
        return out_.failed ? run_.refused() : out_.str();
    }

  private:
    Turn stop(Value answer) {
        answer_ = answer;
        return Turn::Stop;
    }
    Turn give_up() { return stop(NONE); }
    Turn checked() { return out_.failed ? Turn::Stop : Turn::Continue; }
    Turn append(std::string_view text) { return out_.append(text) ? Turn::Continue : Turn::Stop; }

    Turn write_value(Value value) {
        if (const Str* text = as<Str>(value)) return write_text(text);
        if (value.is_int()) return append(Digits(value.as_int()).view());
        if (value == NONE) return append("null");
        if (is_bool(value)) return append(value == TRUE ? "true" : "false");
        const Value plain = payload(value);
        if (is_float(plain)) return write_float(float_of(plain));
        if (!plain.is_cell()) return plain.is_int() ? append(Digits(plain.as_int()).view()) : give_up();
        switch (plain.as_cell()->kind) {
            case Kind::Str: return write_text(cast<Str>(plain));
            case Kind::Int: return write_int(plain);
            case Kind::List: return cast<List>(plain)->size ? open(plain, "[") : append("[]");
            case Kind::Tuple: return cast<Tuple>(plain)->count ? open(plain, "[") : append("[]");
            case Kind::Dict: break;
            default: return give_up();
        }
        if (!(plain == value) && has_own_items(value)) return give_up();
        return cast<Dict>(plain)->live ? open(plain, "{") : append("{}");
    }

    // A subclass of dict says itself what its items are.
    bool has_own_items(Value value) {
        const Value own = class_lookup(run_, class_of(value), new_str(run_.heap, "items"));
        return !is_kind(own, Kind::NativeFunction);
    }

    Turn write_text(const Str* text) {
        return append_quoted(out_, run_.budget, text->view(), style_.letters) ? checked() : stop(RAISED);
    }
    Turn write_int(Value number) {
        const Value status = append_int(run_, out_, number);
        return is_result(status) ? stop(status) : checked();
    }
    Turn write_float(double number) {
        if (std::isfinite(number)) return append_float_repr(out_, number) ? Turn::Continue : Turn::Stop;
        return style_.allow_nan ? append(non_finite(number)) : give_up();
    }

    bool is_circular(Value container) const {
        const uint32_t depth = stack_->size / Level::width;
        if (depth == 0 || !style_.check_circular) return false;
        return stack_->values[(std::bit_floor(depth) - 1) * Level::width] == container;
    }

    Turn open(Value container, std::string_view bracket) {
        if (is_circular(container)) return give_up();
        if (stack_->size / Level::width + run_.budget.native_depth >= Budget::native_depth_limit)
            return stop(run_.raise(ExceptionType::RecursionError,
                                   {"maximum recursion depth exceeded while encoding a JSON object"}));
        Value keys = NONE;
        if (style_.sort_keys && is_kind(container, Kind::Dict)) {
            keys = sorted_keys(cast<Dict>(container));
            if (is_result(keys)) return stop(keys);
            if (keys == NONE) return give_up();
        }
        if (stack_ == &local_ && stack_->size == stack_->capacity) {
            stack_ = copy_stack(run_.heap, local_);
            if (!stack_) return stop(run_.refused());
        }
        for (const Value value : {container, keys, Value::integer(0)})
            if (!push(run_.heap, stack_, value)) return stop(run_.refused());
        return append(bracket);
    }

    // None: not all keys are strs.
    Value sorted_keys(const Dict* dict) {
        List* keys = new_list(run_.heap, dict->live);
        if (!keys) return run_.refused();
        uint32_t count = 0;
        Pacer pacer(run_.budget);
        for (uint32_t i = dict_next(dict, 0); i < dict->used; i = dict_next(dict, i + 1)) {
            if (pacer.tick()) return RAISED;
            if (!is_kind(dict->entries[i].key, Kind::Str)) return NONE;
            keys->items[count++] = dict->entries[i].key;
        }
        const Value sorted = sort_natively(run_, keys->items, nullptr, count, false);
        if (is_result(sorted)) return sorted;
        return sorted == UNBOUND ? NONE : Value::cell(keys);
    }

    Turn line_break(uint32_t depth) {
        if (!style_.indent) return Turn::Continue;
        out_.append('\n');
        for (uint32_t i = 0; i < depth && !out_.failed; i++) out_.append(style_.indent->view());
        return checked();
    }

    Turn step() {
        Level level(*stack_);
        const uint32_t depth = stack_->size / Level::width;
        const bool has_started = (level.position.as_int() & started) != 0;
        const uint32_t position = static_cast<uint32_t>(level.position.as_int() & (started - 1));
        if (const Dict* dict = as<Dict>(level.container)) {
            const DictEntry* entry = next_entry(dict, level, position);
            return entry ? write_pair(*entry, level, has_started, depth) : close("}", has_started, depth);
        }
        const List* list = as<List>(level.container);
        const Tuple* tuple = as<Tuple>(level.container);
        const uint32_t size = list ? list->size : tuple->count;
        if (position >= size) return close("]", has_started, depth);
        level.position = Value::integer((position + 1) | started);
        if (has_started) out_.append(style_.item_separator);
        if (line_break(depth) == Turn::Stop) return Turn::Stop;
        return write_value(list ? list->items[position] : tuple->items[position]);
    }

    // The next pair of a dict, and moves the level behind it.
    const DictEntry* next_entry(const Dict* dict, Level& level, uint32_t position) {
        const int64_t marks = level.position.as_int() & started;
        if (const List* keys = as<List>(level.keys)) {
            if (position >= keys->size) return nullptr;
            level.position = Value::integer((position + 1) | marks);
            const Str* key = cast<Str>(keys->items[position]);
            uint64_t hash = 0;
            run_.simple_hash(keys->items[position], hash);
            return &dict->entries[dict_find_str(dict, key, hash)];
        }
        const uint32_t live = dict_next(dict, position);
        level.position = Value::integer((live + 1) | marks);
        return live < dict->used ? &dict->entries[live] : nullptr;
    }

    Turn write_pair(const DictEntry& entry, Level& level, bool has_started, uint32_t depth) {
        const size_t mark = out_.size;
        if (has_started) out_.append(style_.item_separator);
        if (line_break(depth) == Turn::Stop) return Turn::Stop;
        if (!is_key(entry.key)) {
            if (!style_.skip_keys) return give_up();
            if (!out_.failed) out_.size = mark;
            return checked();
        }
        if (write_key(payload(entry.key)) == Turn::Stop || append(style_.key_separator) == Turn::Stop) return Turn::Stop;
        level.position = Value::integer(level.position.as_int() | started);
        return write_value(entry.value);
    }

    static bool is_key(Value key) {
        const Value plain = payload(key);
        return plain == NONE || is_bool(plain) || plain.is_int() || is_float(plain) || is_kind(plain, Kind::Str) ||
               is_kind(plain, Kind::Int);
    }

    Turn write_key(Value key) {
        if (is_kind(key, Kind::Str)) return write_text(cast<Str>(key));
        out_.append('"');
        return write_value(key) == Turn::Stop ? Turn::Stop : append("\"");
    }

    Turn close(std::string_view bracket, bool has_started, uint32_t depth) {
        if (has_started && line_break(depth - 1) == Turn::Stop) return Turn::Stop;
        stack_->drop(Level::width);
        return append(bracket);
    }

    static constexpr uint32_t local_levels = 32;

    Run& run_;
    const Style& style_;
    TextBuilder out_;
    LocalStack<local_levels * Level::width> local_;
    WorkStack* stack_;
    Value answer_ = UNBOUND;
};

}  // namespace

Value json_dumps(Run& run, Value* args, uint32_t) {
    const Value indent = payload(args[5]);
    const Value item_separator = payload(args[6]);
    const Value key_separator = payload(args[7]);
    if (!is_kind(item_separator, Kind::Str) || !is_kind(key_separator, Kind::Str)) return NONE;
    if (indent != NONE && !is_kind(indent, Kind::Str)) return NONE;
    const Style style = {
        .skip_keys = args[1] == TRUE,
        .letters = args[2] == TRUE ? Letters::Ascii : Letters::Any,
        .check_circular = args[3] == TRUE,
        .allow_nan = args[4] == TRUE,
        .sort_keys = args[8] == TRUE,
        .indent = as<Str>(indent),
        .item_separator = cast<Str>(item_separator)->view(),
        .key_separator = cast<Str>(key_separator)->view(),
    };
    return Writer(run, style).write(args[0]);
}

Value json_quote(Run& run, Value* args, uint32_t) {
    const Value text = payload(args[0]);
    if (!is_kind(text, Kind::Str)) return run.type_error({"first argument must be a string, not ", type_name(text)});
    TextBuilder out(run);
    const Letters letters = args[1] == TRUE ? Letters::Ascii : Letters::Any;
    return append_quoted(out, run.budget, cast<Str>(text)->view(), letters) ? out.str() : RAISED;
}

}  // namespace exmonty
