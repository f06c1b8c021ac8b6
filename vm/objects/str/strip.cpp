// str.strip, lstrip and rstrip.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

namespace exmonty {
namespace {

enum class Sides : uint8_t { Left, Right, Both };

// The characters to strip: ASCII ones as a set of bits, others in the text that they came in.
class Stripped {
  public:
    explicit Stripped(const Str* chars) : chars_(chars) {
        if (!chars) return;
        for (char c : chars->view()) {
            unsigned char byte = static_cast<unsigned char>(c);
            if (byte < 128) ascii_[byte / 64] |= uint64_t{1} << byte % 64;
        }
    }
    bool contains(char32_t code_point) const {
        if (!chars_) return unicode::is_space(code_point);
        if (code_point < 128) return ascii_[code_point / 64] >> code_point % 64 & 1;
        if (chars_->is_ascii()) return false;
        char bytes[utf8::max_length];
        return chars_->view().find({bytes, utf8::encode(code_point, bytes)}) != std::string_view::npos;
    }
    // Bytes that one test may look at.
    size_t cost() const { return chars_ && !chars_->is_ascii() ? chars_->count : 2; }

  private:
    const Str* chars_;
    uint64_t ascii_[2] = {};
};

Value strip(Run& run, Value* args, std::string_view method, Sides sides) {
    Str* text = self_of(args);
    const Str* chars = nullptr;
    if (args[1] != UNBOUND && args[1] != NONE) {
        chars = str_of(args[1]);
        if (!chars) return run.type_error({method, " arg must be None or str"});
    }
    if (chars && poll_scan(run.budget, chars->count)) return RAISED;
    Stripped stripped(chars);
    const char* begin = text->data();
    const char* end = begin + text->count;
    const char* from = begin;
    const char* to = end;
    uint32_t dropped = 0;
    size_t unpolled = 0;
    // True: the run must stop.
    const auto drop = [&] {
        dropped++;
        unpolled += stripped.cost();
        if (unpolled < 4096) return false;
        const bool stops = poll_scan(run.budget, unpolled);
        unpolled = 0;
        return stops;
    };
    if (sides != Sides::Right) {
        while (from < end) {
            const char* at = from;
            if (!stripped.contains(utf8::next(at))) break;
            from = at;
            if (drop()) return RAISED;
        }
    }
    if (sides != Sides::Left) {
        while (to > from) {
            const char* at = to;
            if (!stripped.contains(utf8::previous(at))) break;
            to = at;
            if (drop()) return RAISED;
        }
    }
    if (dropped == 0) return args[0];
    return made(run, substring(run.heap, text, static_cast<size_t>(from - begin), static_cast<size_t>(to - from),
                               text->length - dropped));
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.strip
Value str_strip(Run& run, Value* args, uint32_t) { return strip(run, args, "strip", Sides::Both); }

// https://docs.python.org/3/library/stdtypes.html#str.lstrip
Value str_lstrip(Run& run, Value* args, uint32_t) { return strip(run, args, "lstrip", Sides::Left); }

// https://docs.python.org/3/library/stdtypes.html#str.rstrip
Value str_rstrip(Run& run, Value* args, uint32_t) { return strip(run, args, "rstrip", Sides::Right); }

}  // namespace exmonty
