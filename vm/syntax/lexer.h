#pragma once

// Bytes to tokens, with INDENT and DEDENT, after CPython's tokenizer: same tokens, same errors at the same places.
//
// The source is prepared text (source_text.h): a newline and a NUL byte are at its end, so one byte of lookahead is
// always there and no loop over characters needs to compare with the end. f-strings and t-strings are lexed in place, with a stack of modes,
// so the lexer never needs the parser.
//
// The first fault is final: from then on next() returns Error tokens.

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/syntax/ast.h"
#include "vm/syntax/source_text.h"
#include "vm/syntax/syntax_error.h"
#include "vm/syntax/token.h"

namespace exmonty {

enum class LexFault : uint8_t {
    None,
    Raised,            // error() is complete
    EndOfFile,         // within brackets or behind a backslash
    Unindent,          // to a column that no enclosing block has
    InconsistentTabs,  // tabs and spaces
    TooDeep,           // too many levels of indentation
    LineContinuation,  // something follows a backslash
};

class Lexer {
  public:
    static constexpr int MaxBrackets = 200;
    static constexpr int MaxIndents = 100;
    static constexpr int MaxStrings = 150;     // f-strings and t-strings in each other
    static constexpr int MaxReplacements = 3;  // replacement fields in each other's format specs

    struct Bracket {
        char opening;
        uint32_t line;
        uint32_t column;
        uint32_t line_offset;
    };

    Lexer(const SourceText& text, ast::ParseMode mode, Arena& arena);

    Token next();

    LexFault fault() const { return fault_; }
    // Of a Raised fault.
    const SyntaxError& error() const { return error_; }

    // Within an f-string or t-string.
    bool is_in_string() const { return mode_count_ > 0; }
    int open_brackets() const { return level_; }
    const Bracket& innermost_bracket() const { return brackets_[level_ - 1]; }

    // All of the text was read.
    bool is_at_end() const { return cursor_ >= text_.end(); }
    // Where the lexer stands: the line, its start, and the next byte.
    uint32_t line() const { return at_end_ ? line_ - 1 : line_; }
    uint32_t line_offset() const { return offset(at_end_ ? previous_line_start_ : line_start_); }
    uint32_t position() const { return offset(cursor_); }
    // Where CPython's buffer starts: lines that are joined, in a string or by a backslash, are in it together.
    uint32_t buffer_offset() const { return offset(buffer_start_); }

  private:
    // An f-string or t-string that is open.
    struct StringMode {
        const char* start;
        const char* line_start;
        uint32_t line;
        char quote;
        char letter;  // 'f' or 't'
        uint8_t quote_size;
        bool is_raw;
        bool in_text;  // else in a replacement field
        bool in_format_spec;
        int curly_depth;       // brackets open in it
        int expression_depth;  // replacement fields open in it, less 1
    };

    struct Prefix {
        bool b = false, u = false, r = false, f = false, t = false;
    };

    // Where a token starts.
    struct Start {
        const char* at;
        const char* line_start;
        uint32_t line;
    };

    uint32_t offset(const char* at) const { return static_cast<uint32_t>(at - text_.data); }
    Start here() const { return {cursor_, line_start_, line_}; }
    StringMode& mode() { return modes_[mode_count_ - 1]; }

    Token make(TokenKind kind, const Start& start, const char* end) const;
    Token make_here(TokenKind kind);
    Token next_regular();
    void imply_newline(Token& token);
    Token end_of_file();
    bool read_indentation();
    bool change_indentation(uint32_t column, uint32_t alternative);
    bool continue_line();
    void start_line();
    void start_buffer() {
        start_line();
        buffer_start_ = line_start_;
    }
    void skip_comment() {
        while (*cursor_ != '\n') cursor_++;
    }

    Token read_name(const Start& start);
    bool read_prefix(Prefix& prefix, const Start& start);
    bool check_identifier(const char* start);
    Token read_operator(const Start& start);
    bool open_bracket(char c);
    bool close_bracket(char c);
    Token read_punctuation(const Start& start);

    Token read_number(const Start& start);
    bool scan_number();
    bool scan_radix(int base);
    bool scan_zeros(bool& done);
    bool scan_fraction_and_exponent();
    bool scan_decimal_tail();
    bool check_number_end(std::string_view kind);
    bool fail_literal(std::string_view kind);
    bool fail_digit(std::string_view kind);

    Token read_string(const Start& start);
    Token fail_unterminated(const Start& start, char quote, int quote_size, bool has_escaped_quote);
    Token open_string_mode(const Start& start, const Prefix& prefix);
    Token read_string_text();
    Token read_middle(const Start& start);
    Token make_before_brace(const Start& start);
    Token leave_text(TokenKind kind, const Start& start, const char* end);
    Token fail_unterminated_text();

    TokenKind middle_kind() { return mode().letter == 't' ? TokenKind::TStringMiddle : TokenKind::FStringMiddle; }

    Token fail(LexFault fault);
    Token error_token();
    // Reports what was found in the line that starts at `line_start`, up to `at`.
    bool raise(uint32_t line, const char* line_start, const char* at, std::string_view message);
    bool raise(std::string_view message) { return raise(line_, line_start_, cursor_, message); }
    bool raise_in_string(std::string_view message);  // "f-string: …"
    bool raise_range(const Start& start, const char* end, std::string_view message);

    SourceText text_;
    ast::ParseMode mode_;
    Arena& arena_;
    const char* cursor_;
    const char* line_start_;
    const char* previous_line_start_;
    const char* buffer_start_;
    uint32_t line_ = 1;
    bool at_line_start_ = true;
    bool at_end_ = false;        // at the end of the text, which is not a line of its own
    bool implies_newline_ = false;  // a single statement: once more at the end
    LexFault fault_ = LexFault::None;
    int pending_ = 0;  // INDENTs to come; negative: DEDENTs
    int indent_ = 0;
    int level_ = 0;
    int mode_count_ = 0;
    SyntaxError error_;
    // The columns of the enclosing blocks, with tabs to multiples of 8 and with tabs as one column.
    uint32_t indents_[MaxIndents];
    uint32_t alternatives_[MaxIndents];
    Bracket brackets_[MaxBrackets];
    StringMode modes_[MaxStrings];
};

// Whether an ASCII byte can start, or be in, an identifier; true for every byte beyond ASCII.
bool is_identifier_start(char c);
bool is_identifier_char(char c);

}  // namespace exmonty
