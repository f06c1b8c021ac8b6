// `exmonty talk`: starts a port as a host does, sends the messages of a script one after the other, each after the
// answer to the one before, and prints the answers with the time that they took.

#include <unistd.h>

#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/io.hpp>
#include <boost/process/pipe.hpp>
#include <memory>

#include "codec/chunks.h"
#include "codec/data_codec.h"
#include "codec/json.h"
#include "codec/messages.h"
#include "port/faces.h"
#include "port/frame_io.h"
#include "port/run_clock.h"
#include "port/transcript.h"

namespace exmonty::port {

namespace process = boost::process;

namespace {

constexpr size_t max_arena = size_t{1} << 32;

class Talk {
  public:
    Talk(std::string_view script, int to_port, int from_port)
        : steps_(read_steps(script)),
          memory_(std::make_unique<codec::ChunkedArena>(max_arena)),
          input_(std::make_unique<FrameInput>(from_port, codec::default_max_frame)),
          to_port_(to_port) {}

    // The exit code.
    int hold() {
        for (at_ = 0; at_ < steps_.size();) {
            if (steps_[at_].kind == StepKind::answer) return report("no answer is left for this line");
            const size_t request = answers_.size();
            if (!send_step()) return exit_exception;
            // What asks for no answer goes along with what does.
            while (at_ < steps_.size() && is_notice(steps_[at_]))
                if (!send_step()) return exit_exception;
            if (!read_answers(request)) return exit_exception;
        }
        return exit_success;
    }

  private:
    Arena& arena() { return memory_->arena; }

    static bool is_notice(const Step& step) {
        return step.kind == StepKind::message && step.text.find("\"tag\":\"credit\"") != step.text.npos;
    }

    bool send_step() {
        const Step& step = steps_[at_];
        codec::ByteBuffer frame;
        codec::Fault fault;
        sent_line_ = step.line;
        const bool made =
            step.kind == StepKind::bytes ? make_bytes(step, frame, fault) : make_frame(step, frame, fault);
        if (!made) return report(fault.message), false;
        started_ = clock_nanoseconds(CLOCK_MONOTONIC);
        // A port that has ended says why in its last answer, so a failing write is found out by reading.
        write_all(to_port_, frame.view());
        answers_.push_back(Data());
        at_++;
        return true;
    }

    bool make_bytes(const Step& step, codec::ByteBuffer& frame, codec::Fault& fault) {
        std::string tagged = "{\"$bytes\":\"";
        for (char digit : step.text)
            if (digit != ' ') tagged.push_back(digit);
        tagged += "\"}";
        Data bytes;
        if (!codec::read_json(arena().copy(tagged), arena(), bytes, fault)) return false;
        frame.write(bytes.view());
        return true;
    }

    bool make_frame(const Step& step, codec::ByteBuffer& frame, codec::Fault& fault) {
        Data script_object;
        Data object;
        Data body;
        if (!codec::read_json(step.text, arena(), script_object, fault)) return false;
        if (!resolve_references(script_object, answers_, arena(), object, fault)) return false;
        if (object.kind == DataKind::dict) object = with_id(object);
        if (!codec::read_message_object(object, arena(), body, fault)) return false;
        frame.claim(codec::frame_header_size);
        if (!codec::write_data(body, frame, arena(), fault)) return false;
        codec::write_frame_length(frame.data(), static_cast<uint32_t>(frame.size() - codec::frame_header_size));
        return true;
    }

    Data with_id(const Data& object) {
        ArenaVector<Data> items(arena());
        bool has_id = false;
        for (size_t i = 0; i < object.items.count; i += 2) {
            const Data& key = object.items.data[i];
            has_id = has_id || (key.kind == DataKind::text && key.view() == "id");
            items.append(&object.items.data[i], 2);
        }
        if (!has_id) {
            items.push(Data::from_text("id"));
            items.push(Data::from_int(static_cast<int64_t>(answers_.size() + 1)));
        }
        return Data::from_items(DataKind::dict, {items.data(), items.size()});
    }

    // Everything up to the answer that ends the request.
    bool read_answers(size_t request) {
        const bool are_expected = at_ < steps_.size() && steps_[at_].kind == StepKind::answer;
        for (bool is_last = false; !is_last;) {
            const FrameStatus status = input_->next(body_);
            if (status != FrameStatus::frame) return report("the port gave no answer"), false;
            const uint64_t time = (clock_nanoseconds(CLOCK_MONOTONIC) - started_) / 1000;
            codec::Fault fault;
            codec::Tree tree;
            std::string line;
            // The tree keeps texts of the body, so those have to stay.
            const std::string_view body = arena().copy(body_.view());
            if (!codec::read_tree(body, arena(), tree, fault) ||
                !codec::write_message_json(tree.root, arena(), line, fault))
                return report(fault.message), false;
            const Span<const Data> parts = tree.root.elements();
            is_last = parts[0].integer != static_cast<int64_t>(codec::Tag::output);
            if (is_last && !codec::read_json(arena().copy(line), arena(), answers_[request], fault))
                return report(fault.message), false;
            print(line, time);
            if (are_expected && !is_as_expected(line)) return false;
        }
        return true;
    }

    bool is_as_expected(std::string_view line) {
        if (at_ >= steps_.size() || steps_[at_].kind != StepKind::answer) return report("one answer too many"), false;
        const Step& expected = steps_[at_];
        sent_line_ = expected.line;
        if (!matches(expected.text, line)) return report("expected " + std::string(expected.text)), false;
        at_++;
        return true;
    }

    static void print(std::string line, uint64_t microseconds) {
        line.pop_back();
        line += ",\"us\":" + std::to_string(microseconds) + "}\n";
        write_all(STDOUT_FILENO, line);
    }

    int report(const std::string& what) {
        write_all(STDERR_FILENO, "exmonty talk: line " + std::to_string(sent_line_) + ": " + what + "\n");
        return exit_exception;
    }

    std::vector<Step> steps_;
    std::unique_ptr<codec::ChunkedArena> memory_;
    std::unique_ptr<FrameInput> input_;
    int to_port_;
    size_t at_ = 0;
    size_t sent_line_ = 0;
    uint64_t started_ = 0;
    std::vector<Data> answers_;  // one for each sent line: an object, or None for one without answer
    codec::ByteBuffer body_;
};

int talk(std::string_view script) {
    // Not a search along PATH: the same program.
    char self[4096];
    const ssize_t size = readlink("/proc/self/exe", self, sizeof self);
    if (size <= 0) return usage_error("talk", "cannot find this program in /proc/self/exe");
    process::pipe to_port;
    process::pipe from_port;
    std::error_code error;
    process::child port(std::string(self, static_cast<size_t>(size)), process::args({"port"}),
                        process::std_in<to_port, process::std_out> from_port, error);
    if (error) return usage_error("talk", "cannot start the port: " + error.message());
    int code = Talk(script, to_port.native_sink(), from_port.native_source()).hold();
    to_port.close();
    from_port.close();
    port.wait(error);
    return code;
}

}  // namespace

int talk_face(Arguments arguments) {
    if (arguments.next_option()) return usage_error("talk", "unknown option '" + std::string(arguments.name()) + "'");
    std::string_view path;
    std::string_view stray;
    if (!arguments.next_operand(path)) return usage_error("talk", "expected a FILE, or - for standard input");
    if (arguments.next_operand(stray)) return usage_error("talk", "unexpected '" + std::string(stray) + "'");
    std::string script;
    std::string error;
    if (!read_file(path, script, error))
        return usage_error("talk", "can't open file '" + std::string(path) + "': " + error);
    return talk(script);
}

}  // namespace exmonty::port
