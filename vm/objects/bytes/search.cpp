// Methods that look for bytes in bytes.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/pacer.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

constexpr uint32_t bounds_mask = 0b1100;
constexpr uint32_t search_mask = 0b1110;

// What is looked for: bytes, or an int that stands for one.
struct Wanted {
    std::string_view view;
    char byte;
};

// False: an exception is pending.
bool read_wanted(Run& run, Value value, Wanted& wanted, std::string_view or_what) {
    if (view_bytes(value, wanted.view)) return true;
    Value number = int_of(value);
    if (number == UNBOUND) {
        run.type_error({or_what, ", not '", type_name(value), "'"});
        return false;
    }
    if (!number.is_int() || number.as_int() < 0 || number.as_int() > 255) {
        run.value_error({"byte must be in range(0, 256)"});
        return false;
    }
    wanted.byte = static_cast<char>(number.as_int());
    wanted.view = {&wanted.byte, 1};
    return true;
}

struct Part {
    int64_t start = 0;
    int64_t end = Value::max_int;
    bool empty() const { return start > end; }
    std::string_view view(const ByteString* bytes) const {
        return bytes->view().substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
    }
};

bool read_part(Run& run, const ByteString* bytes, Value start, Value end, Part& part) {
    if (!bound_argument(run, start, part.start) || !bound_argument(run, end, part.end)) return false;
    adjust_bounds(part.start, part.end, static_cast<int64_t>(bytes->size));
    return true;
}

bool calls_index(Run& run, const Value* args, uint32_t mask) {
    for (uint32_t i = 1; i <= 3; i++)
        if (mask >> i & 1 && exmonty::calls_index(run, args[i])) return true;
    return false;
}

constexpr std::string_view integer_or_bytes = "argument should be integer or bytes-like object";

enum class Side : uint8_t { First, Last };
enum class Missing : uint8_t { MinusOne, Error };

Value find(Run& run, Value* args, uint32_t count, std::string_view method, Side side, Missing missing) {
    if (calls_index(run, args, search_mask)) return with_indices(run, &bytes_class, method, args, count, search_mask);
    ByteString* bytes = bytes_self(args);
    Wanted wanted;
    Part part;
    if (!read_wanted(run, args[1], wanted, integer_or_bytes) || !read_part(run, bytes, args[2], args[3], part)) return RAISED;
    int64_t result = -1;
    if (!part.empty()) {
        std::string_view view = part.view(bytes);
        size_t found = side == Side::First ? 0 : view.size();
        if (!wanted.view.empty()) {
            Search search(run.budget, wanted.view);
            found = side == Side::First ? search.find(view, 0) : search.rfind(view, view.size());
            if (search.stopped()) return RAISED;
        }
        if (found != Search::npos) result = part.start + static_cast<int64_t>(found);
    }
    if (result < 0 && missing == Missing::Error) return run.value_error({"subsection not found"});
    return Value::integer(result);
}

bool matches(std::string_view view, std::string_view affix, Side side) {
    return side == Side::First ? view.starts_with(affix) : view.ends_with(affix);
}

Value affix_matches(Run& run, Value* args, uint32_t count, std::string_view method, Side side) {
    if (calls_index(run, args, bounds_mask)) return with_indices(run, &bytes_class, method, args, count, bounds_mask);
    ByteString* bytes = bytes_self(args);
    Part part;
    if (!read_part(run, bytes, args[2], args[3], part)) return RAISED;
    std::string_view affix;
    if (const Tuple* affixes = as<Tuple>(payload(args[1]))) {
        Pacer pacer(run.budget);
        for (Value item : affixes->view()) {
            if (!bytes_argument(run, item, affix)) return RAISED;
            if (pacer.tick() || poll_scan(run.budget, std::min(affix.size(), size_t{bytes->size}))) return RAISED;
            if (!part.empty() && matches(part.view(bytes), affix, side)) return TRUE;
        }
        return FALSE;
    }
    if (!view_bytes(args[1], affix))
        return run.type_error({method, " first arg must be bytes or a tuple of bytes, not ", type_name(args[1])});
    if (poll_scan(run.budget, std::min(affix.size(), size_t{bytes->size}))) return RAISED;
    return boolean(!part.empty() && matches(part.view(bytes), affix, side));
}

Value partition(Run& run, Value* args, Side side) {
    ByteString* bytes = bytes_self(args);
    std::string_view separator;
    if (!bytes_argument(run, args[1], separator)) return RAISED;
    if (separator.empty()) return run.value_error({"empty separator"});
    Search search(run.budget, separator);
    std::string_view view = bytes->view();
    size_t found = side == Side::First ? search.find(view, 0) : search.rfind(view, view.size());
    if (search.stopped()) return RAISED;
    Value empty = Value::cell(empty_bytes);
    if (found == Search::npos)
        return side == Side::First ? run.tuple({args[0], empty, empty}) : run.tuple({empty, empty, args[0]});
    ByteString* before = new_bytes(run.heap, view.substr(0, found));
    ByteString* after = new_bytes(run.heap, view.substr(found + separator.size()));
    if (!before || !after) return run.refused();
    return run.tuple({Value::cell(before), args[1], Value::cell(after)});
}

}  // namespace

bool bytes_argument(Run& run, Value value, std::string_view& view) {
    if (view_bytes(value, view)) return true;
    run.type_error({"a bytes-like object is required, not '", type_name(value), "'"});
    return false;
}

// https://docs.python.org/3/library/stdtypes.html#bytes.find
Value bytes_find(Run& run, Value* args, uint32_t count) { return find(run, args, count, "find", Side::First, Missing::MinusOne); }

// https://docs.python.org/3/library/stdtypes.html#bytes.rfind
Value bytes_rfind(Run& run, Value* args, uint32_t count) { return find(run, args, count, "rfind", Side::Last, Missing::MinusOne); }

// https://docs.python.org/3/library/stdtypes.html#bytes.index
Value bytes_index(Run& run, Value* args, uint32_t count) { return find(run, args, count, "index", Side::First, Missing::Error); }

// https://docs.python.org/3/library/stdtypes.html#bytes.rindex
Value bytes_rindex(Run& run, Value* args, uint32_t count) { return find(run, args, count, "rindex", Side::Last, Missing::Error); }

// https://docs.python.org/3/library/stdtypes.html#bytes.count
Value bytes_count(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args, search_mask)) return with_indices(run, &bytes_class, "count", args, count, search_mask);
    ByteString* bytes = bytes_self(args);
    Wanted wanted;
    Part part;
    if (!read_wanted(run, args[1], wanted, integer_or_bytes) || !read_part(run, bytes, args[2], args[3], part)) return RAISED;
    if (part.empty()) return Value::integer(0);
    if (wanted.view.empty()) return Value::integer(part.end - part.start + 1);
    Search search(run.budget, wanted.view);
    uint64_t result = search.count(part.view(bytes));
    return search.stopped() ? RAISED : Value::integer(static_cast<int64_t>(result));
}

// https://docs.python.org/3/library/stdtypes.html#bytes.startswith
Value bytes_startswith(Run& run, Value* args, uint32_t count) { return affix_matches(run, args, count, "startswith", Side::First); }

// https://docs.python.org/3/library/stdtypes.html#bytes.endswith
Value bytes_endswith(Run& run, Value* args, uint32_t count) { return affix_matches(run, args, count, "endswith", Side::Last); }

// https://docs.python.org/3/library/stdtypes.html#bytes.removeprefix
Value bytes_removeprefix(Run& run, Value* args, uint32_t) {
    std::string_view view = bytes_self(args)->view();
    std::string_view prefix;
    if (!bytes_argument(run, args[1], prefix) || poll_scan(run.budget, std::min(prefix.size(), view.size()))) return RAISED;
    if (prefix.empty() || !view.starts_with(prefix)) return args[0];
    return made(run, new_bytes(run.heap, view.substr(prefix.size())));
}

// https://docs.python.org/3/library/stdtypes.html#bytes.removesuffix
Value bytes_removesuffix(Run& run, Value* args, uint32_t) {
    std::string_view view = bytes_self(args)->view();
    std::string_view suffix;
    if (!bytes_argument(run, args[1], suffix) || poll_scan(run.budget, std::min(suffix.size(), view.size()))) return RAISED;
    if (suffix.empty() || !view.ends_with(suffix)) return args[0];
    return made(run, new_bytes(run.heap, view.substr(0, view.size() - suffix.size())));
}

// https://docs.python.org/3/library/stdtypes.html#bytes.partition
Value bytes_partition(Run& run, Value* args, uint32_t) { return partition(run, args, Side::First); }

// https://docs.python.org/3/library/stdtypes.html#bytes.rpartition
Value bytes_rpartition(Run& run, Value* args, uint32_t) { return partition(run, args, Side::Last); }

Value bytes_contains(Run& run, Value self, Value item) {
    Wanted wanted;
    if (!read_wanted(run, item, wanted, "a bytes-like object is required")) return RAISED;
    if (wanted.view.empty()) return TRUE;
    Search search(run.budget, wanted.view);
    size_t found = search.find(cast<ByteString>(self)->view(), 0);
    return search.stopped() ? RAISED : boolean(found != Search::npos);
}

}  // namespace exmonty
