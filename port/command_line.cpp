#include "port/command_line.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

bool read_file(std::string_view path, std::string& content, std::string& error, size_t most) {
    constexpr size_t piece = 1024 * 1024;
    most = std::min(most, largest_file);
    const bool is_input = path == "-";
    errno = 0;
    const int descriptor = is_input ? STDIN_FILENO : open(std::string(path).c_str(), O_RDONLY | O_CLOEXEC);
    // A file says how long it is: its text is not to be moved while it grows.
    struct stat file{};
    if (descriptor >= 0 && fstat(descriptor, &file) == 0 && file.st_size > 0)
        content.reserve(std::min(static_cast<size_t>(file.st_size), most) + 1);
    size_t size = 0;
    while (descriptor >= 0 && size <= most) {
        const size_t room = std::max(content.capacity(), size + (size < piece ? 64 * 1024 : piece));
        content.resize(std::min({room, size + piece, most + 1}));
        const size_t got = read_some(descriptor, content.data() + size, content.size() - size);
        size += got;
        if (got == 0) break;
    }
    const int fault = errno;
    content.resize(size);
    if (descriptor >= 0 && !is_input) close(descriptor);
    if (size > largest_file)
        error = "File too large";
    else if (fault != 0)
        error = strerror(fault);
    return size <= largest_file && fault == 0;
}

}  // namespace exmonty::port
