// str.split, rsplit and splitlines.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/split.h"

namespace exmonty {
namespace {

auto pieces_of(Run& run, Str* text) {
    Heap& heap = run.heap;
    auto make = [&heap, text](size_t from, size_t size) -> const Cell* {
        if (text->is_ascii()) return substring(heap, text, from, size, static_cast<uint32_t>(size));
        return substring(heap, text, from, size, static_cast<uint32_t>(utf8::count_code_points({text->data() + from, size})));
    };
    return Pieces(run, make);
}

// At runs of white space of any width, from the left.
template <class Pieces>
void split_at_any_spaces(Pieces& pieces, std::string_view text, uint64_t limit) {
    const char* at = text.data();
    const char* end = at + text.size();
    for (;;) {
        const char* word = at;
        while (at < end && unicode::is_space(utf8::next(at))) word = at;
        if (!pieces.scanned_to(static_cast<size_t>(at - text.data())) || word == end) return;
        at = word;
        const char* word_end = end;
        if (limit == 0) {
            at = end;
        } else {
            while (at < end) {
                const char* before = at;
                if (unicode::is_space(utf8::next(at))) {
                    word_end = before;
                    break;
                }
            }
            limit--;
        }
        if (!pieces.scanned_to(static_cast<size_t>(at - text.data()))) return;
        if (!pieces.add(static_cast<size_t>(word - text.data()), static_cast<size_t>(word_end - word))) return;
    }
}

// The same from the right.
template <class Pieces>
void split_at_any_spaces_from_right(Pieces& pieces, std::string_view text, uint64_t limit) {
    const char* begin = text.data();
    const char* at = begin + text.size();
    pieces.scan_from(text.size());
    for (;;) {
        const char* word_end = at;
        while (at > begin && unicode::is_space(utf8::previous(at))) word_end = at;
        if (!pieces.scanned_to(static_cast<size_t>(at - begin))) return;
        if (word_end == begin) break;
        at = word_end;
        const char* word = begin;
        if (limit == 0) {
            at = begin;
        } else {
            while (at > begin) {
                const char* after = at;
                if (unicode::is_space(utf8::previous(at))) {
                    word = after;
                    break;
                }
            }
            limit--;
        }
        if (!pieces.scanned_to(static_cast<size_t>(at - begin))) return;
        if (!pieces.add(static_cast<size_t>(word - begin), static_cast<size_t>(word_end - word))) return;
    }
    pieces.reverse();
}

// How many bytes the line end at `at` has; 0: there is none.
size_t line_end(std::string_view text, size_t at) {
    unsigned char c = static_cast<unsigned char>(text[at]);
    if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') return 2;
    if (c < 0x80) return TextLineEnd::contains(c) ? 1 : 0;
    if (c == 0xC2) return text[at + 1] == '\x85' ? 2 : 0;                                           // U+0085
    if (c == 0xE2) return text[at + 1] == '\x80' && (text[at + 2] & ~1) == '\xA8' ? 3 : 0;  // U+2028, U+2029
    return 0;
}

template <class Pieces>
void split_any_lines(Pieces& pieces, std::string_view text, LineEnds ends) {
    size_t from = 0;
    for (size_t at = 0; at < text.size();) {
        size_t size = line_end(text, at);
        if (size == 0) {
            at++;
            if (at % 4096 == 0 && !pieces.scanned_to(at)) return;
            continue;
        }
        if (!pieces.scanned_to(at) || !pieces.add(from, at - from + (ends == LineEnds::Kept ? size : 0))) return;
        from = at += size;
    }
    if (pieces.scanned_to(text.size()) && from < text.size()) pieces.add(from, text.size() - from);
}

struct SplitArguments {
    Str* separator = nullptr;  // nullptr: white space
    uint64_t limit;
};

bool read_arguments(Run& run, Value* args, SplitArguments& wanted) {
    int64_t limit = -1;
    if (args[1] != UNBOUND && args[1] != NONE) {
        wanted.separator = str_of(args[1]);
        if (!wanted.separator) {
            run.type_error({"must be str or None, not ", type_name(args[1])});
            return false;
        }
    }
    if (!int_argument(run, args[2], limit)) return false;
    if (wanted.separator && wanted.separator->count == 0) {
        run.value_error({"empty separator"});
        return false;
    }
    wanted.limit = limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit);
    return true;
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.split
Value str_split(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2])) return with_indices(run, &str_class, "split", args, count, 0b100);
    SplitArguments wanted;
    if (!read_arguments(run, args, wanted)) return RAISED;
    Str* text = self_of(args);
    auto pieces = pieces_of(run, text);
    if (wanted.separator) split_at(pieces, text->view(), wanted.separator->view(), wanted.limit);
    else if (text->is_ascii()) split_at_spaces(pieces, text->view(), TextSpace{}, wanted.limit);
    else split_at_any_spaces(pieces, text->view(), wanted.limit);
    return pieces.result();
}

// https://docs.python.org/3/library/stdtypes.html#str.rsplit
Value str_rsplit(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2])) return with_indices(run, &str_class, "rsplit", args, count, 0b100);
    SplitArguments wanted;
    if (!read_arguments(run, args, wanted)) return RAISED;
    Str* text = self_of(args);
    auto pieces = pieces_of(run, text);
    if (wanted.separator) split_at_from_right(pieces, text->view(), wanted.separator->view(), wanted.limit);
    else split_at_any_spaces_from_right(pieces, text->view(), wanted.limit);
    return pieces.result();
}

// https://docs.python.org/3/library/stdtypes.html#str.splitlines
Value str_splitlines(Run& run, Value* args, uint32_t count) {
    LineEnds ends = LineEnds::Dropped;
    if (args[1] != UNBOUND) {
        if (calls_truth(run, args[1])) return with_truths(run, &str_class, "splitlines", args, count, 0b10);
        if (run.truth(args[1]) == TRUE) ends = LineEnds::Kept;
    }
    Str* text = self_of(args);
    auto pieces = pieces_of(run, text);
    if (text->is_ascii()) split_lines(pieces, text->view(), TextLineEnd{}, ends);
    else split_any_lines(pieces, text->view(), ends);
    return pieces.result();
}

}  // namespace exmonty
