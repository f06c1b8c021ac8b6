#include <unistd.h>

#include "port/faces.h"
#include "port/frame_io.h"
#include "port/process.h"

using namespace exmonty::port;

static constexpr std::string_view help =
    "exmonty, a Python 3.14 interpreter in a sandbox\n"
    "\n"
    "  exmonty run FILE|-          run a program; - is standard input\n"
    "      --input NAME=JSON         give the program a variable; may be repeated\n"
    "      --limit NAME=VALUE        set a limit, or lift it with VALUE none; may be repeated\n"
    "      --json                    print value, output, error and usage as one line of JSON\n"
    "      --time                    end standard error with BENCH wall_ns=N cpu_ns=N\n"
    "      --seed N                  make random numbers and set order repeatable\n"
    "      --disassemble             print the program's code instead of running it\n"
    "      --stress-gc               collect garbage at every safepoint\n"
    "      --stress-reload           dump and reload the run at every safepoint\n"
    "      --stress-refuse           refuse one in 61 requests for memory once\n"
    "  exmonty repl                type programs line by line\n"
    "  exmonty port [--owned]      answer frames on standard input; --owned: end with the host\n"
    "  exmonty frames encode       lines of JSON on standard input become frames\n"
    "  exmonty frames decode       frames on standard input become lines of JSON\n"
    "  exmonty talk FILE|-         send a script of JSON lines to a port, print its answers\n"
    "  exmonty --version\n"
    "  exmonty --help\n"
    "\n"
    "Exit codes of run: 0, 1 after an exception, 2 for wrong usage, 3 at a limit, or sys.exit's.\n";

struct Face {
    std::string_view name;
    int (*start)(Arguments arguments);
};

static constexpr Face faces[] = {
    {"port", port_face}, {"run", run_face}, {"repl", repl_face}, {"frames", frames_face}, {"talk", talk_face},
};

static int print(std::string_view text) { return write_all(STDOUT_FILENO, text) ? exit_success : exit_exception; }

// Anywhere before "--", as no option has such a value.
static bool asks_for_help(int count, char** words) {
    for (int i = 1; i < count && std::string_view(words[i]) != "--"; i++)
        if (std::string_view(words[i]) == "--help" || std::string_view(words[i]) == "-h") return true;
    return false;
}

int main(int count, char** words) {
    ignore_write_signals();
    if (count < 2) return usage_error("", "expected run, repl, port, frames or talk");
    const std::string_view wanted = words[1];
    if (wanted == "help" || asks_for_help(count, words)) return print(help);
    if (wanted == "--version") return print("exmonty " EXMONTY_VERSION "\n");
    for (const Face& face : faces)
        if (face.name == wanted) return face.start(Arguments(count - 2, words + 2));
    const char* what = wanted.starts_with('-') ? "option" : "command";
    return usage_error("", std::string("unknown ") + what + " '" + std::string(wanted) + "'");
}
