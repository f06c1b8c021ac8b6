// str.translate and str.maketrans.
//
// A table whose look-ups need no Python code (a dict of ints, a str, a list, a tuple) is read at once. Any other is asked
// for one character after the other in a step, which collects the answers first.
#include "vm/base/utf8.h"
#include "vm/objects/dict.h"
#include "vm/objects/list.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

#include <cstring>

namespace exmonty {
namespace {

// What a character becomes: a str, a code point, nothing, or, where the table has no answer, itself.
struct Replaced {
    std::string_view view;
    uint32_t length;
    char bytes[utf8::max_length];

    void set(char32_t code_point) {
        view = {bytes, utf8::encode(code_point, bytes)};
        length = 1;
    }
};

// False: an exception is pending.
bool read_answer(Run& run, char32_t original, Value answer, Replaced& replaced) {
    replaced.length = 0;
    replaced.view = {};
    if (answer == UNBOUND) {
        replaced.set(original);
        return true;
    }
    if (answer == NONE) return true;
    if (const Str* text = str_of(answer)) {
        replaced.view = text->view();
        replaced.length = text->length;
        return true;
    }
    Value number = int_of(answer);
    if (number == UNBOUND) {
        run.type_error({"character mapping must return integer, None or str"});
        return false;
    }
    if (!number.is_int() || number.as_int() < 0 || number.as_int() > utf8::max_code_point) {
        run.value_error({"character mapping must be in range(0x110000)"});
        return false;
    }
    replaced.set(static_cast<char32_t>(number.as_int()));
    return true;
}

// The text of all answers: `answer(i, code point)` gives them, twice, because the size is counted first.
template <class Answer>
Value write_answers(Run& run, const Str* text, const Answer& answer) {
    constexpr uint32_t characters_between_polls = 4096;
    const char* end = text->data() + text->count;
    uint64_t size = 0;
    uint64_t length = 0;
    Replaced replaced;
    uint32_t i = 0;
    for (const char* at = text->data(); at < end; i++) {
        char32_t code_point = utf8::next(at);
        if (!read_answer(run, code_point, answer(i, code_point), replaced)) return RAISED;
        size += replaced.view.size();
        length += replaced.length;
        if (i % characters_between_polls == 0 && run.budget.poll(64)) return RAISED;
    }
    if (size > Str::max_size) return run.refused();
    Str* result = new_str_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = writable(result);
    i = 0;
    uint64_t unpolled = 0;
    for (const char* at = text->data(); at < end; i++) {
        char32_t code_point = utf8::next(at);
        read_answer(run, code_point, answer(i, code_point), replaced);
        if (!replaced.view.empty()) memcpy(out, replaced.view.data(), replaced.view.size());
        out += replaced.view.size();
        unpolled += replaced.view.size() + 16;
        if (unpolled < poll_chunk) continue;
        if (run.budget.poll(scan_steps(unpolled))) return RAISED;
        unpolled = 0;
    }
    seal(result, static_cast<uint32_t>(length));
    return Value::cell(result);
}

// Tables that can be read without Python code.
class PureTable {
  public:
    explicit PureTable(Value table) : table_(table) {}

    bool is_pure() const {
        if (const Dict* dict = as<Dict>(table_)) return dict->has(Dict::all_simple);
        return is_kind(table_, Kind::Str) || is_kind(table_, Kind::List) || is_kind(table_, Kind::Tuple);
    }
    // UNBOUND: the table does not have it.
    Value find(Run& run, char32_t code_point) const {
        if (const Dict* dict = as<Dict>(table_)) {
            Value key = Value::integer(code_point);
            uint64_t hash;
            if (!run.simple_hash(key, hash)) return UNBOUND;
            int64_t entry = dict_find_simple(dict, key, hash);
            return entry < 0 ? UNBOUND : dict->entries[entry].value;
        }
        if (const List* list = as<List>(table_)) return code_point < list->size ? list->items[code_point] : UNBOUND;
        if (const Tuple* tuple = as<Tuple>(table_)) return code_point < tuple->size() ? tuple->items[code_point] : UNBOUND;
        const Str* text = cast<Str>(table_);
        if (code_point >= text->length) return UNBOUND;
        // The character as a number comes to the same.
        return Value::integer(utf8::decode(text->data() + byte_offset(run.heap, text, code_point)));
    }

  private:
    Value table_;
};

// Answers for ASCII characters are kept; EXHAUSTED: not asked yet.
Value translate_pure(Run& run, const Str* text, const PureTable& table) {
    Value known[128];
    for (Value& entry : known) entry = EXHAUSTED;
    return write_answers(run, text, [&](uint32_t, char32_t code_point) {
        if (code_point >= 128) return table.find(run, code_point);
        if (known[code_point] == EXHAUSTED) known[code_point] = table.find(run, code_point);
        return known[code_point];
    });
}

Value set_entry(Run& run, Dict* dict, Value key, Value value) {
    uint64_t hash;
    if (!run.simple_hash(key, hash)) return run.type_error({"keys in translate table must be strings or integers"});
    int64_t entry = dict_find_simple(dict, key, hash);
    if (entry >= 0) {
        dict->entries[entry].value = value;
        return NONE;
    }
    return dict_insert_new(run.heap, dict, key, hash, value) ? NONE : run.refused();
}

// The table of a dict whose keys are characters or ints.
Value table_of_dict(Run& run, const Dict* source) {
    Dict* table = new_dict(run.heap);
    for (uint32_t i = 0; i < source->used; i++) {
        const DictEntry& entry = source->entries[i];
        if (entry.value == UNBOUND) continue;
        Value key = entry.key;
        if (const Str* text = str_of(key)) {
            if (text->length != 1) return run.value_error({"string keys in translate table must be of length 1"});
            key = Value::integer(utf8::decode(text->data()));
        } else if (int_of(key) == UNBOUND) {
            return run.type_error({"keys in translate table must be strings or integers"});
        } else if (is_kind(key, Kind::Instance)) {
            key = int_of(key);
        }
        Value result = set_entry(run, table, key, entry.value);
        if (result != NONE) return result;
        if (i % 1024 == 1023 && run.budget.poll(1024)) return RAISED;
    }
    return Value::cell(table);
}

// The table that maps each character of one text to that of another, and drops those of a third.
Value table_of_texts(Run& run, const Str* from, const Str* to, const Str* dropped) {
    Dict* table = new_dict(run.heap);
    const char* key = from->data();
    const char* value = to->data();
    for (uint32_t i = 0; i < from->length; i++) {
        Value result = set_entry(run, table, Value::integer(utf8::next(key)), Value::integer(utf8::next(value)));
        if (result != NONE) return result;
        if (i % 1024 == 1023 && run.budget.poll(1024)) return RAISED;
    }
    if (dropped) {
        key = dropped->data();
        for (uint32_t i = 0; i < dropped->length; i++) {
            Value result = set_entry(run, table, Value::integer(utf8::next(key)), NONE);
            if (result != NONE) return result;
            if (i % 1024 == 1023 && run.budget.poll(1024)) return RAISED;
        }
    }
    return Value::cell(table);
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.maketrans
Value str_maketrans(Run& run, Value* args, uint32_t) {
    if (args[1] == UNBOUND) {
        const Dict* source = as<Dict>(args[0]);
        if (!source) return run.type_error({"if you give only one argument to maketrans it must be a dict"});
        return table_of_dict(run, source);
    }
    const Str* from = str_of(args[0]);
    const Str* to = str_of(args[1]);
    const Str* dropped = args[2] == UNBOUND ? nullptr : str_of(args[2]);
    if (!to) return run.type_error({"maketrans() argument 2 must be str, not ", argument_type_name(args[1])});
    if (args[2] != UNBOUND && !dropped) return run.type_error({"maketrans() argument 3 must be str, not ", argument_type_name(args[2])});
    if (!from) return run.type_error({"first maketrans argument must be a string if there is a second argument"});
    if (from->length != to->length) return run.value_error({"the first two maketrans arguments must have equal length"});
    return table_of_texts(run, from, to, dropped);
}

// https://docs.python.org/3/library/stdtypes.html#str.translate
Value str_translate(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    PureTable table(args[1]);
    if (text->count == 0) return args[0];
    if (table.is_pure()) return translate_pure(run, text, table);
    List* answers = new_list(run.heap);
    if (!reserve(run.heap, answers, text->length)) return run.refused();
    return run.push_step(StepId::str_translate, {args[0], args[1], Value::cell(answers), Value::integer(0)});
}

// Slots: text, table, list of answers, byte offset of the character that is asked for. State: 1 waits for its answer.
// Catches all: a LookupError leaves the character as it is.
Value step_str_translate(Run& run, Frame& frame, Value in) {
    const Str* text = cast<Str>(frame.base[0]);
    List* answers = cast<List>(frame.base[2]);
    size_t at = static_cast<size_t>(frame.base[3].as_int());
    while (at < text->count) {
        if (frame.state == 0) {
            in = run.get_item(frame.base[1], Value::integer(utf8::decode(text->data() + at)));
            if (in == COLLECT) return in;
            frame.state = 1;
            if (in == PUSHED || in == SUSPEND) return in;
        }
        if (in == RAISED) {
            if (!run.take_pending(ExceptionType::LookupError)) return RAISED;
            in = UNBOUND;
        }
        // There is room for all answers: str_translate has reserved it.
        frame.state = 0;
        append(run.heap, answers, in);
        at += utf8::sequence_length(text->data()[at]);
        frame.base[3] = Value::integer(static_cast<int64_t>(at));
        if (run.budget.poll(1)) return RAISED;
    }
    return write_answers(run, text, [answers](uint32_t i, char32_t) { return answers->items[i]; });
}

}  // namespace exmonty
