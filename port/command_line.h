#pragma once

// Arguments of the command line, and how the faces talk to people.

#include <string>
#include <string_view>

namespace exmonty::port {

inline constexpr int exit_success = 0;
inline constexpr int exit_exception = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_limit = 3;

// What follows the name of the face.
class Arguments {
  public:
    Arguments(int count, char** values) : count_(count), values_(values) {}

    // The next word that is an option: sets name to what stands before = or to all of it. "-" is an operand, "--" ends
    // the options.
    bool next_option();
    std::string_view name() const { return name_; }
    bool is(std::string_view wanted) const { return name_ == wanted; }

    // The option's value: after =, or the next word. False when there is none.
    bool value(std::string_view& value);
    // True when the option was written with a value, though it takes none.
    bool has_stray_value() const { return has_value_; }

    // The next word that is no option.
    bool next_operand(std::string_view& operand);

  private:
    int count_;
    char** values_;
    int at_ = 0;
    bool options_ended_ = false;
    std::string_view name_;
    std::string_view value_;
    bool has_value_ = false;
};

// To standard error: "exmonty FACE: text". Returns exit_usage.
int usage_error(std::string_view face, std::string_view text);

// A source of more than this is refused by any compiler, and a device may never end.
constexpr size_t largest_file = size_t{1} << 30;

// The whole of a file, or of standard input for "-". False with errno's text in `error`. Of what is longer than `most`
// one byte more is read, for who refuses what is too long in its own way.
bool read_file(std::string_view path, std::string& content, std::string& error, size_t most = largest_file);

}  // namespace exmonty::port
