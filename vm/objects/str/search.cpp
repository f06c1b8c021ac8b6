// Methods that look for a str in a str. Positions are code points; the search itself is one of bytes.
#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/pacer.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

// The part of a text that `start` and `end` select.
struct Part {
    int64_t start = 0;  // in code points
    int64_t end = Value::max_int;
    size_t from;  // in bytes
    size_t to;
    bool empty() const { return start > end; }
    std::string_view view(const Str* text) const { return text->view().substr(from, to - from); }
};

// False: an exception is pending.
bool read_part(Run& run, const Str* text, Value start, Value end, Part& part) {
    if (!bound_argument(run, start, part.start) || !bound_argument(run, end, part.end)) return false;
    adjust_bounds(part.start, part.end, text->length);
    if (part.empty()) return true;
    part.from = byte_offset(run.heap, text, static_cast<uint32_t>(part.start));
    part.to = byte_offset(run.heap, text, static_cast<uint32_t>(part.end));
    return true;
}

constexpr uint32_t bounds_mask = 0b1100;

bool bounds_call(Run& run, const Value* args) { return calls_index(run, args[2]) || calls_index(run, args[3]); }

Str* text_argument(Run& run, Value value, std::string_view method, std::string_view number) {
    Str* text = str_of(value);
    if (!text) run.type_error({method, "() argument ", number, "must be str, not ", argument_type_name(value)});
    return text;
}

enum class Side : uint8_t { First, Last };
enum class Missing : uint8_t { MinusOne, Error };

// https://docs.python.org/3/library/stdtypes.html#str.find and its kin.
Value find(Run& run, Value* args, uint32_t count, std::string_view method, Side side, Missing missing) {
    if (bounds_call(run, args)) return with_indices(run, &str_class, method, args, count, bounds_mask);
    Str* text = self_of(args);
    Str* wanted = text_argument(run, args[1], method, "1 ");
    Part part;
    if (!wanted || !read_part(run, text, args[2], args[3], part)) return RAISED;
    int64_t result = -1;
    if (!part.empty()) {
        if (wanted->count == 0) {
            result = side == Side::First ? part.start : part.end;
        } else {
            Search search(run.budget, wanted->view());
            std::string_view view = part.view(text);
            size_t found = side == Side::First ? search.find(view, 0) : search.rfind(view, view.size());
            if (search.stopped()) return RAISED;
            if (found != Search::npos) {
                if (!text->is_ascii() && poll_scan(run.budget, found)) return RAISED;
                size_t before = text->is_ascii() ? found : utf8::count_code_points(view.substr(0, found));
                result = part.start + static_cast<int64_t>(before);
            }
        }
    }
    if (result < 0 && missing == Missing::Error) return run.value_error({"substring not found"});
    return Value::integer(result);
}

// Does the part begin, or end, with this text?
bool part_matches(const Str* text, const Part& part, const Str* affix, Side side) {
    if (part.empty()) return false;
    std::string_view view = part.view(text);
    return side == Side::First ? view.starts_with(affix->view()) : view.ends_with(affix->view());
}

Value affix_matches(Run& run, Value* args, uint32_t count, std::string_view method, Side side) {
    Str* text = self_of(args);
    if (Str* affix = as<Str>(args[1]); affix && args[2] == UNBOUND) [[likely]] {
        if (poll_scan(run.budget, std::min(affix->count, text->count))) return RAISED;
        return boolean(side == Side::First ? text->view().starts_with(affix->view()) : text->view().ends_with(affix->view()));
    }
    if (bounds_call(run, args)) return with_indices(run, &str_class, method, args, count, bounds_mask);
    Part part;
    if (!read_part(run, text, args[2], args[3], part)) return RAISED;
    if (const Tuple* affixes = as<Tuple>(payload(args[1]))) {
        Pacer pacer(run.budget);
        for (Value item : affixes->view()) {
            const Str* affix = str_of(item);
            if (!affix) return run.type_error({"tuple for ", method, " must only contain str, not ", type_name(item)});
            if (pacer.tick() || poll_scan(run.budget, std::min(affix->count, text->count))) return RAISED;
            if (part_matches(text, part, affix, side)) return TRUE;
        }
        return FALSE;
    }
    const Str* affix = str_of(args[1]);
    if (!affix) return run.type_error({method, " first arg must be str or a tuple of str, not ", type_name(args[1])});
    if (poll_scan(run.budget, std::min(affix->count, text->count))) return RAISED;
    return boolean(part_matches(text, part, affix, side));
}

Value partition(Run& run, Value* args, Side side) {
    Str* text = self_of(args);
    Str* separator = str_of(args[1]);
    if (!separator) return run.type_error({"must be str, not ", type_name(args[1])});
    if (separator->count == 0) return run.value_error({"empty separator"});
    Search search(run.budget, separator->view());
    size_t found = side == Side::First ? search.find(text->view(), 0) : search.rfind(text->view(), text->count);
    if (search.stopped()) return RAISED;
    Value empty = Value::cell(empty_str);
    if (found == Search::npos)
        return side == Side::First ? run.tuple({args[0], empty, empty}) : run.tuple({empty, empty, args[0]});
    size_t behind = found + separator->count;
    uint32_t length =
        text->is_ascii() ? static_cast<uint32_t>(found) : static_cast<uint32_t>(utf8::count_code_points({text->data(), found}));
    Str* before = substring(run.heap, text, 0, found, length);
    Str* after = substring(run.heap, text, behind, text->count - behind, text->length - length - separator->length);
    if (!before || !after) return run.refused();
    return run.tuple({Value::cell(before), Value::cell(separator), Value::cell(after)});
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.find
Value str_find(Run& run, Value* args, uint32_t count) { return find(run, args, count, "find", Side::First, Missing::MinusOne); }

// https://docs.python.org/3/library/stdtypes.html#str.rfind
Value str_rfind(Run& run, Value* args, uint32_t count) { return find(run, args, count, "rfind", Side::Last, Missing::MinusOne); }

// https://docs.python.org/3/library/stdtypes.html#str.index
Value str_index(Run& run, Value* args, uint32_t count) { return find(run, args, count, "index", Side::First, Missing::Error); }

// https://docs.python.org/3/library/stdtypes.html#str.rindex
Value str_rindex(Run& run, Value* args, uint32_t count) { return find(run, args, count, "rindex", Side::Last, Missing::Error); }

// https://docs.python.org/3/library/stdtypes.html#str.count
Value str_count(Run& run, Value* args, uint32_t count) {
    if (bounds_call(run, args)) return with_indices(run, &str_class, "count", args, count, bounds_mask);
    Str* text = self_of(args);
    Str* wanted = text_argument(run, args[1], "count", "1 ");
    Part part;
    if (!wanted || !read_part(run, text, args[2], args[3], part)) return RAISED;
    if (part.empty()) return Value::integer(0);
    if (wanted->count == 0) return Value::integer(part.end - part.start + 1);
    Search search(run.budget, wanted->view());
    uint64_t matches = search.count(part.view(text));
    return search.stopped() ? RAISED : Value::integer(static_cast<int64_t>(matches));
}

// https://docs.python.org/3/library/stdtypes.html#str.startswith
Value str_startswith(Run& run, Value* args, uint32_t count) { return affix_matches(run, args, count, "startswith", Side::First); }

// https://docs.python.org/3/library/stdtypes.html#str.endswith
Value str_endswith(Run& run, Value* args, uint32_t count) { return affix_matches(run, args, count, "endswith", Side::Last); }

// https://docs.python.org/3/library/stdtypes.html#str.removeprefix
Value str_removeprefix(Run& run, Value* args, uint32_t) {
    Str* text = self_of(args);
    Str* prefix = text_argument(run, args[1], "removeprefix", "");
    if (!prefix || poll_scan(run.budget, std::min(prefix->count, text->count))) return RAISED;
    if (prefix->count == 0 || !text->view().starts_with(prefix->view())) return args[0];
    return made(run, substring(run.heap, text, prefix->count, text->count - prefix->count, text->length - prefix->length));
}

// https://docs.python.org/3/library/stdtypes.html#str.removesuffix
Value str_removesuffix(Run& run, Value* args, uint32_t) {
    Str* text = self_of(args);
    Str* suffix = text_argument(run, args[1], "removesuffix", "");
    if (!suffix || poll_scan(run.budget, std::min(suffix->count, text->count))) return RAISED;
    if (suffix->count == 0 || !text->view().ends_with(suffix->view())) return args[0];
    return made(run, substring(run.heap, text, 0, text->count - suffix->count, text->length - suffix->length));
}

// https://docs.python.org/3/library/stdtypes.html#str.partition
Value str_partition(Run& run, Value* args, uint32_t) { return partition(run, args, Side::First); }

// https://docs.python.org/3/library/stdtypes.html#str.rpartition
Value str_rpartition(Run& run, Value* args, uint32_t) { return partition(run, args, Side::Last); }

Value str_contains(Run& run, Value self, Value item) {
    const Str* text = cast<Str>(self);
    const Str* wanted = str_of(item);
    if (!wanted) return run.type_error({"'in <string>' requires string as left operand, not ", type_name(item)});
    if (wanted->count == 0) return TRUE;
    Search search(run.budget, wanted->view());
    size_t found = search.find(text->view(), 0);
    return search.stopped() ? RAISED : boolean(found != Search::npos);
}

}  // namespace exmonty
