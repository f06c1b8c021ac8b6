#include "port/command_line.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "port/frame_io.h"

namespace exmonty::port {

bool Arguments::next_option() {
    if (options_ended_ || at_ >= count_) return false;
    const std::string_view word = values_[at_];
    if (word.size() < 2 || word[0] != '-') return false;
    at_++;
    if (word == "--") {
        options_ended_ = true;
        return false;
    }
    const size_t equals = word.find('=');
    has_value_ = equals != word.npos;
    name_ = word.substr(0, equals);
    value_ = has_value_ ? word.substr(equals + 1) : std::string_view();
    return true;
}

bool Arguments::value(std::string_view& value) {
    if (!has_value_) {
        if (at_ >= count_) return false;
        value_ = values_[at_++];
    }
    has_value_ = false;
    value = value_;
    return true;
}

bool Arguments::next_operand(std::string_view& operand) {
    if (at_ >= count_) return false;
    operand = values_[at_++];
    return true;
}

int usage_error(std::string_view face, std::string_view text) {
    std::string line = "exmonty";
    if (!face.empty()) line.append(" ").append(face);
    line.append(": ").append(text).append("\nTry 'exmonty --help'.\n");
    write_all(STDERR_FILENO, line);
    return exit_usage;
}

bool read_file(std::string_view path, std::string& content, std::string& error) {
    // A source of more than this is refused by any compiler, and a device may never end.
    constexpr size_t most = size_t{1} << 30;
    constexpr size_t piece = 1024 * 1024;
    const bool is_input = path == "-";
    errno = 0;
    const int descriptor = is_input ? STDIN_FILENO : open(std::string(path).c_str(), O_RDONLY | O_CLOEXEC);
    size_t size = 0;
    while (descriptor >= 0 && size <= most) {
        content.resize(size + (size < piece ? 64 * 1024 : piece));
        const size_t got = read_some(descriptor, content.data() + size, content.size() - size);
        size += got;
        if (got == 0) break;
    }
    const int fault = errno;
    content.resize(size);
    if (descriptor >= 0 && !is_input) close(descriptor);
    if (size > most)
        error = "File too large";
    else if (fault != 0)
        error = strerror(fault);
    return size <= most && fault == 0;
}

}  // namespace exmonty::port
