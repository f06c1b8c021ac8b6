#include "port/incomplete_input.h"

#include <cstddef>

namespace exmonty::port {

namespace {

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    bool is_incomplete() {
        while (at_ < text_.size()) scan();
        if (in_triple_ || depth_ > 0 || is_continued_) return true;
        return is_compound_ && !text_.ends_with("\n\n") && text_ != "\n";
    }

  private:
    void scan() {
        const char c = text_[at_];
        is_continued_ = false;
        if (c == '"' || c == '\'') return skip_string(c);
        at_++;
        if (c == '#') {
            while (at_ < text_.size() && text_[at_] != '\n') at_++;
        } else if (c == '\\' && peek() == '\n') {
            at_++;
            is_continued_ = at_ == text_.size();
        } else if (c == '\n') {
            end_line();
        } else if (c == '(' || c == '[' || c == '{') {
            depth_++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth_ -= depth_ > 0 ? 1 : 0;
        }
        if (c != '\n' && c != ' ' && c != '\t' && c != '#' && c != '\r') note(c);
    }

    void note(char c) {
        if (is_line_start_ && c == '@') is_compound_ = true;
        is_line_start_ = false;
        last_ = c;
    }

    void end_line() {
        if (depth_ > 0) return;
        if (last_ == ':') is_compound_ = true;
        is_line_start_ = true;
        last_ = '\0';
    }

    // A string of one line ends with the line, closed or not: the compiler will say so.
    void skip_string(char quote) {
        const std::string_view end = quote == '"' ? "\"\"\"" : "'''";
        const bool triple = text_.substr(at_, 3) == end;
        at_ += triple ? 3 : 1;
        note(quote);
        for (; at_ < text_.size(); at_++) {
            if (text_[at_] == '\\') {
                at_++;
            } else if (triple && text_.substr(at_, 3) == end) {
                at_ += 3;
                return;
            } else if (!triple && text_[at_] == quote) {
                at_++;
                return;
            } else if (!triple && text_[at_] == '\n') {
                return;
            }
        }
        at_ = text_.size();
        in_triple_ = triple;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::string_view text_;
    size_t at_ = 0;
    int depth_ = 0;
    char last_ = '\0';
    bool in_triple_ = false;
    bool is_continued_ = false;
    bool is_line_start_ = true;
    bool is_compound_ = false;
};

}  // namespace

bool is_incomplete(std::string_view lines) { return Scanner(lines).is_incomplete(); }

}  // namespace exmonty::port
