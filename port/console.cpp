#include "port/console.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "port/command_line.h"
#include "port/frame_io.h"
#include "port/process.h"
#include "vm/api/error.h"

namespace exmonty::port {

Console::Console() : is_terminal_(isatty(STDOUT_FILENO) != 0) {}

bool Console::write(OutputStream stream, std::string_view text) {
    constexpr size_t block = 64 * 1024;
    if (stream == OutputStream::error && !is_collecting_) return flush() && write_all(STDERR_FILENO, text);
    // What is long needs no copy.
    if (!is_collecting_ && text.size() >= block) return flush() && write_out(text);
    buffer_ += text;
    if (is_collecting_) return true;
    const bool is_due = buffer_.size() >= block || (is_terminal_ && text.find('\n') != text.npos);
    return is_due ? flush() : true;
}

bool Console::write_out(std::string_view text) {
    if (!is_broken_ && !write_all(STDOUT_FILENO, text)) {
        is_broken_ = true;
        // A reader that has had enough needs no message.
        if (errno != EPIPE)
            write_all(STDERR_FILENO, "exmonty: cannot write output: " + std::string(strerror(errno)) + "\n");
    }
    return !is_broken_;
}

bool Console::flush() {
    if (is_collecting_) return true;
    const bool is_written = write_out(buffer_);
    buffer_.clear();
    return is_written;
}

Environment Console::environment(uint64_t seed) {
    Environment environment;
    environment.context = this;
    environment.write = [](void* console, OutputStream stream, std::string_view text) {
        return static_cast<Console*>(console)->write(stream, text);
    };
    environment.run_clock = [](void* console) { return static_cast<Console*>(console)->clock_.now(); };
    environment.wall_clock = [](void*) { return static_cast<int64_t>(clock_nanoseconds(CLOCK_REALTIME)); };
    environment.sleep = [](void* console, uint64_t nanoseconds) {
        static_cast<Console*>(console)->flush();
        sleep_nanoseconds(nanoseconds);
    };
    environment.clock = ClockKind::system;
    environment.seed = seed;
    return environment;
}

int exit_code_of(const Progress& progress) {
    if (progress.kind != ProgressKind::failed) return exit_success;
    if (progress.limit) return exit_limit;
    const Error& error = *progress.error;
    if (error.type != ExceptionType::SystemExit) return exit_exception;
    if (error.code.kind == DataKind::none) return exit_success;
    if (error.code.kind == DataKind::boolean) return error.code.boolean ? 1 : 0;
    // As the system cuts it.
    return error.code.kind == DataKind::integer ? static_cast<int>(error.code.integer & 0xff) : exit_exception;
}

int report_failure(const Progress& progress, Console& console) {
    const Error& error = *progress.error;
    const DataKind code = error.code.kind;
    const bool is_exit = error.type == ExceptionType::SystemExit && !progress.limit;
    if (!is_exit)
        console.write(OutputStream::error, error.formatted);
    else if (code != DataKind::none && code != DataKind::boolean && code != DataKind::integer)
        console.write(OutputStream::error, std::string(error.message) + "\n");
    return exit_code_of(progress);
}

}  // namespace exmonty::port
