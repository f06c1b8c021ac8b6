// bytes.strip, replace and translate.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/text/byte_mask.h"
#include "vm/objects/text/replace.h"

#include <numeric>

namespace exmonty {
namespace {

enum class Sides : uint8_t { Left, Right, Both };

struct ByteSet {
    bool members[256] = {};
    bool contains(char c) const { return members[static_cast<unsigned char>(c)]; }
};

Value strip(Run& run, Value* args, Sides sides) {
    std::string_view view = bytes_self(args)->view();
    ByteSet stripped;
    if (args[1] == UNBOUND || args[1] == NONE) {
        for (unsigned c = 0; c < 256; c++) stripped.members[c] = ByteSpace::contains(static_cast<unsigned char>(c));
    } else {
        std::string_view chars;
        if (!bytes_argument(run, args[1], chars) || poll_scan(run.budget, chars.size())) return RAISED;
        for (char c : chars) stripped.members[static_cast<unsigned char>(c)] = true;
    }
    size_t from = 0;
    size_t to = view.size();
    if (sides != Sides::Right)
        while (from < to && stripped.contains(view[from])) from++;
    if (sides != Sides::Left)
        while (to > from && stripped.contains(view[to - 1])) to--;
    if (to - from == view.size()) return args[0];
    if (poll_scan(run.budget, view.size() - (to - from))) return RAISED;
    return made(run, new_bytes(run.heap, view.substr(from, to - from)));
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes.strip
Value bytes_strip(Run& run, Value* args, uint32_t) { return strip(run, args, Sides::Both); }

// https://docs.python.org/3/library/stdtypes.html#bytes.lstrip
Value bytes_lstrip(Run& run, Value* args, uint32_t) { return strip(run, args, Sides::Left); }

// https://docs.python.org/3/library/stdtypes.html#bytes.rstrip
Value bytes_rstrip(Run& run, Value* args, uint32_t) { return strip(run, args, Sides::Right); }

// https://docs.python.org/3/library/stdtypes.html#bytes.replace
Value bytes_replace(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[3])) return with_indices(run, &bytes_class, "replace", args, count, 0b1000);
    std::string_view from;
    std::string_view to;
    if (!bytes_argument(run, args[1], from) || !bytes_argument(run, args[2], to)) return RAISED;
    int64_t limit = -1;
    if (!int_argument(run, args[3], limit)) return RAISED;
    if (from == to) return args[0];
    Replacement work(run.budget, bytes_self(args)->view(), from, to, limit, TextUnit::Byte);
    uint64_t matches = work.count_matches();
    if (work.stopped()) return RAISED;
    if (matches == 0) return args[0];
    ByteString* result = new_bytes_uninitialised(run.heap, work.result_size());
    if (!result) return run.refused();
    return work.write(result->bytes) ? Value::cell(result) : RAISED;
}

// https://docs.python.org/3/library/stdtypes.html#bytes.maketrans
Value bytes_maketrans(Run& run, Value* args, uint32_t) {
    std::string_view from;
    std::string_view to;
    if (!bytes_argument(run, args[0], from) || !bytes_argument(run, args[1], to)) return RAISED;
    if (poll_scan(run.budget, from.size())) return RAISED;
    if (from.size() != to.size()) return run.value_error({"maketrans arguments must have same length"});
    char table[256];
    std::iota(table, table + 256, 0);
    for (size_t i = 0; i < from.size(); i++) table[static_cast<unsigned char>(from[i])] = to[i];
    return made(run, new_bytes(run.heap, {table, 256}));
}

// https://docs.python.org/3/library/stdtypes.html#bytes.translate
Value bytes_translate(Run& run, Value* args, uint32_t) {
    std::string_view view = bytes_self(args)->view();
    std::string_view table;
    std::string_view dropped;
    if (args[1] != NONE) {
        if (!bytes_argument(run, args[1], table)) return RAISED;
        if (table.size() != 256) return run.value_error({"translation table must be 256 characters long"});
    }
    if (args[2] != UNBOUND && !bytes_argument(run, args[2], dropped)) return RAISED;
    if (poll_scan(run.budget, dropped.size())) return RAISED;
    ByteSet drop;
    for (char c : dropped) drop.members[static_cast<unsigned char>(c)] = true;
    size_t size = 0;
    for (char c : view) size += !drop.contains(c);
    if (run.budget.poll(scan_steps(view.size()))) return RAISED;
    ByteString* result = new_bytes_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = result->bytes;
    for (char c : view)
        if (!drop.contains(c)) *out++ = table.empty() ? c : table[static_cast<unsigned char>(c)];
    return Value::cell(result);
}

}  // namespace exmonty
