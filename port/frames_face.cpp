// `exmonty frames`: JSON lines ⇄ frames, so that a shell can talk to a port.

#include <unistd.h>

#include <memory>

#include "codec/chunks.h"
#include "codec/data_codec.h"
#include "codec/json.h"
#include "port/faces.h"
#include "port/frame_io.h"

namespace exmonty::port {

namespace {

constexpr size_t max_arena = size_t{1} << 30;

int report(size_t number, std::string_view unit, const std::string& what) {
    write_all(STDERR_FILENO,
              "exmonty frames: " + std::string(unit) + " " + std::to_string(number) + ": " + what + "\n");
    return exit_exception;
}

bool encode_line(std::string_view line, Arena& arena, codec::ByteBuffer& frame, codec::Fault& fault) {
    Data body;
    if (!codec::read_message_json(line, arena, body, fault)) return false;
    frame.clear();
    frame.claim(codec::frame_header_size);
    if (!codec::write_data(body, frame, arena, fault)) return false;
    if (frame.overflowed()) return fault.set("out of memory");
    codec::write_frame_length(frame.data(), static_cast<uint32_t>(frame.size() - codec::frame_header_size));
    return true;
}

int encode() {
    std::string text;
    std::string error;
    if (!read_file("-", text, error)) return report(1, "input", error);
    codec::ByteBuffer frame;
    std::string_view rest = text;
    for (size_t number = 1; !rest.empty(); number++) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        const auto memory = std::make_unique<codec::ChunkedArena>(max_arena);
        codec::Fault fault;
        if (!encode_line(line, memory->arena, frame, fault)) return report(number, "line", fault.message);
        if (!write_all(STDOUT_FILENO, frame.view())) return exit_exception;
    }
    return exit_success;
}

int decode() {
    const auto input = std::make_unique<FrameInput>(STDIN_FILENO, codec::default_max_frame);
    codec::ByteBuffer body;
    for (size_t number = 1;; number++) {
        const FrameStatus status = input->next(body);
        if (status == FrameStatus::end) return exit_success;
        if (status == FrameStatus::cut) return report(number, "frame", "cut off");
        if (status == FrameStatus::bad_length) return report(number, "frame", "impossible length");
        const auto memory = std::make_unique<codec::ChunkedArena>(max_arena);
        codec::Fault fault;
        codec::Tree tree;
        std::string line;
        if (!codec::read_tree(body.view(), memory->arena, tree, fault) ||
            !codec::write_message_json(tree.root, memory->arena, line, fault))
            return report(number, "frame", fault.message);
        line.push_back('\n');
        if (!write_all(STDOUT_FILENO, line)) return exit_exception;
    }
}

}  // namespace

int frames_face(Arguments arguments) {
    if (arguments.next_option()) return usage_error("frames", "unknown option '" + std::string(arguments.name()) + "'");
    std::string_view way;
    if (!arguments.next_operand(way) || (way != "encode" && way != "decode"))
        return usage_error("frames", "expected encode or decode");
    std::string_view stray;
    if (arguments.next_operand(stray)) return usage_error("frames", "unexpected '" + std::string(stray) + "'");
    return way == "encode" ? encode() : decode();
}

}  // namespace exmonty::port
