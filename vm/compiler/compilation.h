// What all parts of one compilation share: memory, the poll, and the first error. There is no unwinding: whoever finds
// an error reports it and goes on with whatever is harmless; statement loops look at is_over() and stop.
#pragma once

#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/poll.h"
#include "vm/base/source_span.h"
#include "vm/compiler/compiler.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

class Compilation {
  public:
    Compilation(Arena& arena, Poll poll, std::string_view source) 
        : arena(arena), poll_(poll), source_(source), warnings_(arena) {}

    Arena& arena;
    // CompileOptions::complex.
    ComplexLiterals complex = ComplexLiterals::Compiled;

    // Reports a SyntaxError, unless there has been one. `message` outlives the compilation.
    void fail(const SourceSpan& span, std::string_view message);
    // The same with a text built of `before`, `name` and `after`.
    void fail(const SourceSpan& span, std::string_view before, std::string_view name, std::string_view after);

    // Notes a SyntaxWarning.
    void warn(const SourceSpan& span, std::string_view before, std::string_view name, std::string_view after) {
        warnings_.push({concatenate(before, name, after), span});
    }
    std::span<const CompileWarning> warnings() const { return {warnings_.data(), warnings_.size()}; }

    bool has_failed() const { return has_failed_; }
    bool was_stopped() const { return was_stopped_ || arena.exhausted(); }
    bool is_over() const { return has_failed_ || was_stopped(); }

    // Asks the poll; true: stop.
    bool should_stop() {
        was_stopped_ = was_stopped_ || poll_.should_stop();
        return is_over();
    }

    // The reported error with columns in characters and the source line.
    const SyntaxError& error() const { return error_; }

    std::string_view concatenate(std::string_view a, std::string_view b, std::string_view c = {});

  private:
    Poll poll_;
    std::string_view source_;
    SyntaxError error_;
    ArenaVector<CompileWarning> warnings_;
    bool has_failed_ = false;
    bool was_stopped_ = false;
};

}  // namespace exmonty
