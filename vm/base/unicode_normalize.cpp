#include "vm/base/unicode_normalize.h"

#include <utf8proc.h>

#include <algorithm>

#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

// https://www.unicode.org/reports/tr15/. utf8proc has the tables; the walk is ours, because its own sorts marks in
// quadratic time and asks malloc for memory. A text is cut into segments before characters that neither compose with
// what stands before them nor are reordered; each segment is decomposed, reordered and composed in an array.

namespace exmonty::unicode {
namespace {

constexpr size_t most_decomposed = 32;
constexpr size_t shortest_segment = 256;  // Characters, so that plain text is not cut into single ones.
constexpr size_t insertion_sort_limit = 24;

// No character below is the second of a composition, nor has a combining class.
constexpr char32_t first_mark = 0x300;

constexpr char32_t hangul_syllables = 0xAC00;
constexpr char32_t hangul_l = 0x1100;
constexpr char32_t hangul_v = 0x1161;
constexpr char32_t hangul_t = 0x11A7;
constexpr char32_t hangul_l_count = 19;
constexpr char32_t hangul_v_count = 21;
constexpr char32_t hangul_t_count = 28;
constexpr char32_t hangul_syllable_count = hangul_l_count * hangul_v_count * hangul_t_count;

struct Pair {
    char32_t composed;
    char32_t first;
    char32_t second;
};
constexpr Pair newer_pairs[] = {
#define UNICODE_PAIR(code, first, second) {code, first, second},
#include "vm/base/unicode_tables.def"
};

struct Compatible {
    char32_t code_point;
    char32_t other;
};
constexpr Compatible newer_compatibles[] = {
#define UNICODE_COMPATIBLE(code, other) {code, other},
#include "vm/base/unicode_tables.def"
};

const utf8proc_property_t& property(char32_t code_point) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
}

// Whether utf8proc does not know the character; all rows above are of that kind.
bool is_newer(char32_t code_point) { return property(code_point).category == UTF8PROC_CATEGORY_CN; }

const Pair* pair_of(char32_t code_point) {
    const Pair* pair = std::find_if(std::begin(newer_pairs), std::end(newer_pairs),
                                    [=](const Pair& row) { return row.composed == code_point; });
    return pair != std::end(newer_pairs) ? pair : nullptr;
}

constexpr bool is_compatible(NormalForm form) { return form == NormalForm::nfkc || form == NormalForm::nfkd; }
constexpr bool is_composed(NormalForm form) { return form == NormalForm::nfc || form == NormalForm::nfkc; }

// Writes the full decomposition of one character to `out` and returns its length.
size_t decompose(char32_t code_point, NormalForm form, char32_t* out) {
    if (code_point < 0x80) {
        out[0] = code_point;
        return 1;
    }
    if (is_newer(code_point)) {
        if (const Pair* pair = pair_of(code_point); pair != nullptr) {
            // The first of a pair may be a pair, the second never is.
            char32_t marks[most_decomposed];
            size_t mark_count = 0;
            for (; pair != nullptr; pair = pair_of(code_point)) {
                marks[mark_count++] = pair->second;
                code_point = pair->first;
            }
            out[0] = code_point;
            std::reverse_copy(marks, marks + mark_count, out + 1);
            return mark_count + 1;
        }
        if (is_compatible(form))
            for (const Compatible& row : newer_compatibles)
                if (row.code_point == code_point) code_point = row.other;
    }
    utf8proc_int32_t buffer[most_decomposed];
    int boundary = 0;
    const int options = UTF8PROC_DECOMPOSE | (is_compatible(form) ? UTF8PROC_COMPAT : 0);
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), buffer, most_decomposed,
                                static_cast<utf8proc_option_t>(options), &boundary);
    if (count <= 0) {
        out[0] = code_point;
        return 1;
    }
    std::copy_n(buffer, count, out);
    return static_cast<size_t>(count);
}

// The composition of two characters, or 0.
char32_t compose(char32_t first, char32_t second) {
    if (second < first_mark) return 0;
    if (first - hangul_l < hangul_l_count && second - hangul_v < hangul_v_count)
        return hangul_syllables + ((first - hangul_l) * hangul_v_count + (second - hangul_v)) * hangul_t_count;
    if (first - hangul_syllables < hangul_syllable_count && (first - hangul_syllables) % hangul_t_count == 0 &&
        second - hangul_t - 1 < hangul_t_count - 1)
        return first + (second - hangul_t);
    if (property(second).comb_index != UINT16_MAX) {
        utf8proc_int32_t both[2] = {static_cast<utf8proc_int32_t>(first), static_cast<utf8proc_int32_t>(second)};
        const int options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
        if (utf8proc_normalize_utf32(both, 2, static_cast<utf8proc_option_t>(options)) == 1)
            return static_cast<char32_t>(both[0]);
    }
    if (first >= newer_pairs[0].first)
        for (const Pair& pair : newer_pairs)
            if (pair.first == first && pair.second == second) return pair.composed;
    return 0;
}

// Whether a segment may begin here: the character stays as it is whatever stands before it.
bool begins_segment(char32_t code_point) {
    if (code_point < 0x80) return true;
    const utf8proc_property_t& properties = property(code_point);
    if (properties.combining_class != 0 || properties.comb_index != UINT16_MAX ||
        properties.decomp_seqindex != UINT16_MAX || code_point - hangul_l < 0x100 ||
        code_point - hangul_syllables < hangul_syllable_count)
        return false;
    return !is_newer(code_point);
}

// One text on its way to a sink.
class Normalizer {
  public:
    Normalizer(TextSink& sink, NormalForm form, const Work& work) : sink_(sink), form_(form), work_(work) {}

    WorkStatus run(std::string_view text) {
        const char* end = text.data() + text.size();
        for (const char* at = text.data(); at != end;) {
            size_t decomposed = 0;
            const char* segment_end = find_segment(at, end, decomposed);
            const WorkStatus status = run_segment(at, segment_end, decomposed);
            if (status != WorkStatus::ok) return status;
            if (work_.poll.should_stop()) return WorkStatus::stopped;
            at = segment_end;
        }
        return WorkStatus::ok;
    }

  private:
    // The end of the segment at `at`, and how many characters its decomposition has.
    const char* find_segment(const char* at, const char* end, size_t& decomposed) const {
        char32_t buffer[most_decomposed];
        for (size_t count = 0; at != end; ++count) {
            const char* behind = at;
            const char32_t code_point = utf8::next(behind);
            if (count >= shortest_segment && begins_segment(code_point)) break;
            decomposed += decompose(code_point, form_, buffer);
            at = behind;
        }
        return at;
    }

    WorkStatus run_segment(const char* at, const char* end, size_t decomposed) {
        char32_t small[shortest_segment * 4];
        const bool is_small = decomposed <= std::size(small);
        ScratchArray<char32_t> memory(work_.scratch, is_small ? 0 : decomposed);
        if (!is_small && memory.refused()) return WorkStatus::no_memory;
        char32_t* characters = is_small ? small : memory.data();
        size_t count = 0;
        while (at != end) {
            char32_t buffer[most_decomposed];
            const size_t length = decompose(utf8::next(at), form_, buffer);
            std::copy_n(buffer, length, characters + count);
            count += length;
        }
        if (!reorder(characters, count)) return WorkStatus::no_memory;
        if (is_composed(form_)) count = compose_all(characters, count);
        for (size_t i = 0; i < count; ++i) sink_.append_code_point(characters[i]);
        return sink_.failed ? WorkStatus::no_memory : WorkStatus::ok;
    }

    // Sorts each run of marks by their class, equal ones in the order in which they came.
    bool reorder(char32_t* characters, size_t count) {
        for (size_t at = 0; at < count;) {
            if (characters[at] < first_mark || combining_class(characters[at]) == 0) {
                ++at;
                continue;
            }
            size_t end = at;
            while (end < count && combining_class(characters[end]) != 0) ++end;
            if (end - at <= insertion_sort_limit)
                insertion_sort(characters + at, end - at);
            else if (!counting_sort(characters + at, end - at))
                return false;
            at = end;
        }
        return true;
    }

    static void insertion_sort(char32_t* marks, size_t count) {
        for (size_t i = 1; i < count; ++i) {
            const char32_t mark = marks[i];
            const unsigned order = combining_class(mark);
            size_t at = i;
            for (; at != 0 && combining_class(marks[at - 1]) > order; --at) marks[at] = marks[at - 1];
            marks[at] = mark;
        }
    }

    bool counting_sort(char32_t* marks, size_t count) {
        ScratchArray<char32_t> sorted(work_.scratch, count);
        if (sorted.refused()) return false;
        size_t starts[257] = {};
        for (size_t i = 0; i < count; ++i) ++starts[combining_class(marks[i]) + 1];
        for (size_t order = 1; order < 257; ++order) starts[order] += starts[order - 1];
        for (size_t i = 0; i < count; ++i) sorted[starts[combining_class(marks[i])]++] = marks[i];
        std::copy_n(sorted.data(), count, marks);
        return true;
    }

    // A character composes with the last starter unless one of at least its class stands between them.
    static size_t compose_all(char32_t* characters, size_t count) {
        size_t out = 0;
        size_t starter = count;  // None.
        unsigned last_class = 0;
        for (size_t i = 0; i < count; ++i) {
            const char32_t character = characters[i];
            const unsigned order = character < first_mark ? 0 : combining_class(character);
            const bool adjacent = starter + 1 == out;
            if (starter != count && (adjacent || last_class < order)) {
                if (const char32_t composed = compose(characters[starter], character); composed != 0) {
                    characters[starter] = composed;
                    continue;
                }
            }
            if (order == 0) starter = out;
            last_class = order;
            characters[out++] = character;
        }
        return out;
    }

    TextSink& sink_;
    NormalForm form_;
    const Work& work_;
};

}  // namespace

bool is_plainly_normal(std::string_view text, NormalForm form) {
    if (form != NormalForm::nfc) return utf8::is_ascii(text);
    // Characters below U+0300 begin with bytes below 0xCC.
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

WorkStatus normalize(TextSink& sink, std::string_view text, NormalForm form, const Work& work) {
    if (is_plainly_normal(text, form)) return sink.append(text) ? WorkStatus::ok : WorkStatus::no_memory;
    return Normalizer(sink, form, work).run(text);
}

}  // namespace exmonty::unicode
