#pragma once

// Standard output and error of `exmonty run` and `exmonty repl`: output goes out in blocks, or at each newline to a
// terminal, and always before anything goes to standard error.

#include <string>
#include <string_view>

#include "port/run_clock.h"
#include "vm/api/session.h"

namespace exmonty::port {

class Console {
  public:
    Console();
    ~Console() { flush(); }
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    bool write(OutputStream stream, std::string_view text);
    bool flush();
    bool is_broken() const { return is_broken_; }

    // Keeps output for collected() instead of printing it.
    void collect() { is_collecting_ = true; }
    std::string_view collected() const { return buffer_; }

    // An environment whose output comes here; it must not outlive the console.
    Environment environment(uint64_t seed);

  private:
    bool write_out(std::string_view text);
    std::string buffer_;
    RunClock clock_;
    bool is_terminal_;
    bool is_collecting_ = false;
    bool is_broken_ = false;
};

// The program's last words: the traceback on standard error, or what sys.exit() was given. The exit code.
int report_failure(const Progress& progress, Console& console);
int exit_code_of(const Progress& progress);

}  // namespace exmonty::port
