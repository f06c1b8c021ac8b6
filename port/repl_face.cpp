// `exmonty repl`: one session, fed with what is typed.

#include <unistd.h>

#include <memory>

#include "codec/chunks.h"
#include "port/console.h"
#include "port/faces.h"
#include "port/frame_io.h"
#include "port/incomplete_input.h"
#include "port/process.h"

namespace exmonty::port {

namespace {

// Lines of standard input.
class LineReader {
  public:
    // With its newline. False at the end.
    bool next(std::string& line) {
        line.clear();
        for (;;) {
            const size_t end = buffer_.find('\n', at_);
            if (end != buffer_.npos) {
                line = buffer_.substr(at_, end + 1 - at_);
                at_ = end + 1;
                return true;
            }
            buffer_.erase(0, at_);
            at_ = 0;
            char piece[4096];
            const size_t got = read_some(STDIN_FILENO, piece, sizeof piece);
            if (got == 0) break;
            buffer_.append(piece, got);
        }
        line.swap(buffer_);
        if (!line.empty()) line.push_back('\n');
        return !line.empty();
    }

  private:
    std::string buffer_;
    size_t at_ = 0;
};

class Repl {
  public:
    Repl() : is_terminal_(isatty(STDIN_FILENO) != 0) {}
    ~Repl() {
        if (session_ != nullptr) session_->destroy();
    }
    Repl(const Repl&) = delete;
    Repl& operator=(const Repl&) = delete;

    int loop() {
        if (is_terminal_) console_.write(OutputStream::out, "exmonty " EXMONTY_VERSION ", Python 3.14. Ctrl-D ends.\n");
        std::string line;
        std::string input;
        for (;;) {
            prompt(input.empty() ? ">>> " : "... ");
            const bool has_line = reader_.next(line);
            if (!has_line && input.empty()) break;
            input += line;
            if (has_line && is_incomplete(input)) continue;
            if (!run(input)) return exit_code_;
            input.clear();
        }
        prompt("\n");
        return console_.flush() ? exit_success : exit_exception;
    }

  private:
    void prompt(std::string_view text) {
        if (is_terminal_) console_.write(OutputStream::out, text);
        console_.flush();
    }

    // False when the program ended itself.
    bool run(const std::string& input) {
        if (input.find_first_not_of(" \t\r\n") == input.npos) return true;
        const auto memory = std::make_unique<codec::ChunkedArena>(size_t{1} << 30);
        ProgramText text;
        text.source = input;
        text.script_name = "<stdin>";
        text.mode = ProgramMode::interactive;
        const Error* error = nullptr;
        const auto now = [](void* clock) { return static_cast<RunClock*>(clock)->now(); };
        Program* program = Program::compile(text, Limits(), now, &clock_, memory->arena, &error);
        if (program == nullptr) {
            console_.write(OutputStream::error, error->formatted);
            return true;
        }
        if (session_ == nullptr)
            session_ = Session::create(console_.environment(draw_seed()), Limits(), SessionPurpose::session);
        const bool goes_on = session_ != nullptr && start(*program);
        program->release();
        return goes_on;
    }

    bool start(Program& program) {
        const Progress& progress = session_->start(program, {});
        if (progress.kind != ProgressKind::failed) return true;
        exit_code_ = report_failure(progress, console_);
        if (!progress.limit) return progress.error->type != ExceptionType::SystemExit;
        // After a limit the session's state means nothing.
        session_->destroy();
        session_ = nullptr;
        console_.write(OutputStream::error, "The limit ended the session; names are forgotten.\n");
        return true;
    }

    Console console_;
    LineReader reader_;
    RunClock clock_;
    Session* session_ = nullptr;
    bool is_terminal_;
    int exit_code_ = exit_success;
};

}  // namespace

int repl_face(Arguments arguments) {
    if (arguments.next_option()) return usage_error("repl", "unknown option '" + std::string(arguments.name()) + "'");
    std::string_view stray;
    if (arguments.next_operand(stray)) return usage_error("repl", "unexpected '" + std::string(stray) + "'");
    return Repl().loop();
}

}  // namespace exmonty::port
