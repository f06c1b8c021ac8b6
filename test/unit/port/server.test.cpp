#include "port/server.h"

#include <sys/mman.h>
#include <unistd.h>

#include "test/support/decoding.h"

namespace exmonty {

namespace {

// Bytes that can be read from a descriptor.
int input_of(std::string_view bytes) {
    const int descriptor = memfd_create("input", 0);
    port::write_all(descriptor, bytes);
    lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

struct Conversation {
    int exit_code = 0;
    std::vector<std::string> replies;  // JSON lines

    // The last reply, or that to request `number`.
    std::string last() const { return replies.empty() ? "nothing" : replies.back(); }
    std::string reply_to(int number) const {
        const std::string id = "\"id\":" + std::to_string(number);
        for (const std::string& reply : replies)
            if ((reply.find(id + ",") != reply.npos || reply.find(id + "}") != reply.npos) &&
                !reply.starts_with("{\"tag\":\"output\""))
                return reply;
        return "nothing";
    }
};

// What a port that reads these bytes answers until they end.
Conversation answer_bytes(std::string_view bytes) {
    const int input = input_of(bytes);
    const int output = memfd_create("output", 0);
    Conversation conversation;
    {
        const auto server = std::make_unique<port::Server>(input, output, port::Ownership());
        conversation.exit_code = server->serve();
    }
    lseek(output, 0, SEEK_SET);
    port::FrameInput replies(output, codec::default_max_frame);
    codec::ByteBuffer body;
    while (replies.next(body) == port::FrameStatus::frame) {
        test::Decoding decoding;
        codec::Tree tree;
        std::string line;
        CHECK(codec::read_tree(body.view(), decoding.arena(), tree, decoding.fault));
        CHECK(codec::write_message_json(tree.root, decoding.arena(), line, decoding.fault));
        conversation.replies.push_back(line);
    }
    close(input);
    close(output);
    return conversation;
}

std::string frame_of(std::string_view json) {
    test::Decoding decoding;
    Data body;
    const bool ok = codec::read_message_json(json, decoding.arena(), body, decoding.fault);
    REQUIRE_MESSAGE(ok, decoding.fault.message);
    const std::string bytes = test::encode_data(body);
    std::string frame(codec::frame_header_size, '\0');
    codec::write_frame_length(frame.data(), static_cast<uint32_t>(bytes.size()));
    return frame + bytes;
}

constexpr std::string_view hello = R"({"tag":"hello","id":1,"version":1,"max_frame":268500992})";

std::string frames_of(std::initializer_list<std::string_view> lines) {
    std::string bytes = frame_of(hello);
    for (std::string_view line : lines) bytes += frame_of(line);
    return bytes;
}

Conversation answer(std::initializer_list<std::string_view> lines) { return answer_bytes(frames_of(lines)); }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_SUITE_BEGIN("port/server");

TEST_CASE("hello is answered by ready, comes first and comes once") {
    CHECK(
        answer({}).last().starts_with(R"({"tag":"ready","id":1,"version":1,"max_frame":268500992,"engine":"exmonty )"));
    CHECK(answer_bytes(frame_of(R"({"tag":"ping","id":1,"payload":{"$bytes":""}})")).last() ==
          R"({"tag":"error","id":1,"code":"hello","message":"hello comes first","details":{}})");
    CHECK(answer({R"({"tag":"hello","id":2,"version":1,"max_frame":100})"}).last() ==
          R"({"tag":"error","id":2,"code":"hello","message":"hello comes only once","details":{}})");
}

TEST_CASE(
    "a newer host is answered with our version, an impossible one with an error after which hello may come again") {
    CHECK(contains(answer_bytes(frame_of(R"({"tag":"hello","id":1,"version":99,"max_frame":1000})")).last(),
                   R"("version":1)"));
    const std::string bytes = frame_of(R"({"tag":"hello","id":1,"version":0,"max_frame":1000})") +
                              frame_of(R"({"tag":"hello","id":2,"version":1,"max_frame":1000})");
    const Conversation conversation = answer_bytes(bytes);
    CHECK(
        conversation.reply_to(1) ==
        R"({"tag":"error","id":1,"code":"version","message":"this worker speaks version 1","details":{"newest":1,"oldest":1}})");
    CHECK(contains(conversation.reply_to(2), "ready"));
}

TEST_CASE("ids increase") {
    const Conversation conversation = answer({R"({"tag":"ping","id":5,"payload":{"$bytes":"01"}})",
                                              R"({"tag":"ping","id":5,"payload":{"$bytes":"02"}})",
                                              R"({"tag":"ping","id":6,"payload":{"$bytes":"03"}})"});
    REQUIRE(conversation.replies.size() == 4);
    CHECK(conversation.replies[1] == R"({"tag":"pong","id":5,"payload":{"$bytes":"01"}})");
    CHECK(conversation.replies[2] ==
          R"({"tag":"error","id":5,"code":"id","message":"request ids increase; the last one was 5","details":{}})");
    CHECK(conversation.replies[3] == R"({"tag":"pong","id":6,"payload":{"$bytes":"03"}})");
}

TEST_CASE("a compiled program runs as often as it is asked to") {
    const Conversation conversation =
        answer({R"({"tag":"compile","id":2,"program":{"source":"print hi\ninput x","inputs":["x"]}})",
                R"({"tag":"run","id":3,"program":2,"inputs":{"x":[1,{"$tuple":[2]}]}})",
                R"({"tag":"run","id":4,"program":2,"inputs":{"x":"y"}})", R"({"tag":"run","id":5,"program":2})",
                R"({"tag":"drop","id":6,"handle":2})", R"({"tag":"run","id":7,"program":2,"inputs":{"x":1}})"});
    CHECK(conversation.exit_code == 0);
    CHECK(conversation.reply_to(2) == R"({"tag":"compiled","id":2,"program":2})");
    CHECK(
        conversation.reply_to(3) ==
        R"({"tag":"complete","id":3,"value":[1,{"$tuple":[2]}],"output":"hi\n","stderr":"","usage":[2,0,0,0,0],"session":null,"state":null})");
    CHECK(contains(conversation.reply_to(4), R"("value":"y")"));
    CHECK(conversation.reply_to(5) ==
          R"({"tag":"error","id":5,"code":"input","message":"missing required inputs: x","details":{}})");
    CHECK(conversation.reply_to(6) == R"({"tag":"dropped","id":6})");
    CHECK(contains(conversation.reply_to(7), "unknown_program"));
}

TEST_CASE("a program is found by its key once its source was sent") {
    const Conversation conversation = answer({
        R"({"tag":"run","id":2,"program":{"$bytes":"0a0b"}})",
        R"({"tag":"run","id":3,"program":{"key":"0a0b","source":"value 7"}})",
        R"({"tag":"run","id":4,"program":{"$bytes":"0a0b"}})",
        R"({"tag":"run","id":5,"program":{"key":"0a0b","source":"value 8"}})",
        R"({"tag":"run","id":6,"program":{"key":"0a0b","source":"value 7"}})",
    });
    CHECK(contains(conversation.reply_to(2), R"("code":"unknown_program")"));
    CHECK(contains(conversation.reply_to(3), R"("value":7)"));
    CHECK(contains(conversation.reply_to(4), R"("value":7)"));
    CHECK(contains(conversation.reply_to(5), "the key belongs to another program"));
    CHECK(contains(conversation.reply_to(6), R"("value":7)"));
}

TEST_CASE("a program that does not compile has failed") {
    CHECK(contains(answer({R"({"tag":"compile","id":2,"program":{"source":"!"}})"}).last(),
                   R"({"tag":"failed","id":2,"exception":{"$exception":{"type":"syntax_error")"));
}

TEST_CASE("a paused run is resumed by its handle, which is the id of the request") {
    const Conversation conversation =
        answer({R"({"tag":"start","id":2,"program":{"source":"write a\ncall fetch\nwrite b\ncall store"}})",
                R"({"tag":"resume","id":3,"snapshot":2,"result":["ok",10]})",
                R"({"tag":"resume","id":4,"snapshot":3,"result":["ok",20]})",
                R"({"tag":"resume","id":5,"snapshot":3,"result":["ok",30]})"});
    CHECK(contains(conversation.reply_to(2), R"({"tag":"function_call","id":2,"snapshot":2,"state":{"$bytes":")"));
    CHECK(contains(conversation.reply_to(2), R"("output":"a","stderr":"")"));
    CHECK(contains(conversation.reply_to(2),
                   R"("call_id":1,"name":"fetch","args":[1,"a"],"kwargs":{"key":2},"async":false)"));
    CHECK(contains(conversation.reply_to(3), R"("snapshot":3)"));
    CHECK(contains(conversation.reply_to(3), R"("output":"b")"));
    CHECK(contains(conversation.reply_to(4), R"({"tag":"complete","id":4,"value":20,"output":"")"));
    CHECK(conversation.reply_to(5) ==
          R"({"tag":"error","id":5,"code":"unknown_handle","message":"nothing has the handle 3","details":{}})");
}

TEST_CASE("each kind of pause has its message") {
    const Conversation conversation = answer({R"({"tag":"start","id":2,"program":{"source":"method greet"}})",
                                              R"({"tag":"start","id":3,"program":{"source":"os read_text"}})",
                                              R"({"tag":"start","id":4,"program":{"source":"lookup x"}})",
                                              R"({"tag":"start","id":5,"program":{"source":"import a.b"}})",
                                              R"({"tag":"start","id":6,"program":{"source":"futures 2"}})"});
    CHECK(contains(conversation.reply_to(2), R"({"tag":"method_call")"));
    CHECK(contains(conversation.reply_to(3), R"("function":"read_text")"));
    CHECK(contains(conversation.reply_to(4), R"("kind":"name","name":"x")"));
    CHECK(contains(conversation.reply_to(5), R"("kind":"import","name":"a.b")"));
    CHECK(contains(conversation.reply_to(6), R"("call_ids":[1,2],"wake_in_ms":5)"));
}

TEST_CASE("a refused answer leaves the run as it was") {
    const Conversation conversation =
        answer({R"({"tag":"start","id":2,"program":{"source":"lookup x"}})",
                R"({"tag":"resume","id":3,"snapshot":2,"result":["pending"]})",
                R"({"tag":"resume_futures","id":4,"snapshot":2,"results":[]})",
                R"({"tag":"resume","id":5,"snapshot":2,"result":["ok",1],"limits":{"max_steps":0}})",
                R"({"tag":"resume","id":6,"snapshot":2,"result":["error","key_error","k"]})"});
    CHECK(contains(conversation.reply_to(3), R"("code":"outcome")"));
    CHECK(contains(conversation.reply_to(4), R"("code":"wrong_kind")"));
    CHECK(contains(conversation.reply_to(5), R"("code":"snapshot_limits")"));
    CHECK(contains(conversation.reply_to(6), R"("type":"key_error","class":"KeyError","message":"k")"));
}

TEST_CASE("run never pauses") {
    CHECK(contains(answer({R"({"tag":"run","id":2,"program":{"source":"call f"}})"}).last(), R"("type":"name_error")"));
}

TEST_CASE("a state goes along only when it is small enough") {
    const auto reply = [](std::string_view park) {
        return answer({R"({"tag":"start","id":2,"program":{"source":"call f"},"options":{"park":)" + std::string(park) +
                       "}}"})
            .last();
    };
    CHECK(contains(reply("0"), R"("state":null)"));
    CHECK(contains(reply("10"), R"("state":null)"));
    CHECK(contains(reply("1000"), R"("state":{"$bytes":")"));
}

TEST_CASE("bytes of a pause go on in another worker, any number of times") {
    const Conversation first = answer(
        {R"({"tag":"start","id":2,"program":{"source":"call f\nprint x"}})", R"({"tag":"dump","id":3,"handle":2})"});
    const std::string dumped = first.reply_to(3);
    const std::string bytes =
        dumped.substr(dumped.find("{\"$bytes\""), dumped.find("},") + 1 - dumped.find("{\"$bytes\""));
    CHECK(contains(dumped, R"("kind":"paused")"));
    CHECK(contains(first.reply_to(2), bytes));
    const Conversation second = answer({R"({"tag":"resume","id":2,"snapshot":)" + bytes + R"(,"result":["ok",1]})",
                                        R"({"tag":"load","id":3,"state":)" + bytes + "}",
                                        R"({"tag":"resume","id":4,"snapshot":3,"result":["ok",2]})",
                                        R"({"tag":"load","id":5,"state":{"$bytes":"00"}})"});
    CHECK(contains(second.reply_to(2), R"("value":1,"output":"x\n")"));
    CHECK(second.reply_to(3) == R"({"tag":"loaded","id":3,"handle":3,"kind":"paused"})");
    CHECK(contains(second.reply_to(4), R"("value":2)"));
    CHECK(contains(second.reply_to(5), R"("code":"snapshot_invalid")"));
}

TEST_CASE("a program is dumped and loaded") {
    const Conversation first =
        answer({R"({"tag":"compile","id":2,"program":{"source":"value 5"}})", R"({"tag":"dump","id":3,"handle":2})"});
    const std::string dumped = first.reply_to(3);
    CHECK(contains(dumped, R"("kind":"program")"));
    const std::string bytes =
        dumped.substr(dumped.find("{\"$bytes\""), dumped.find("},") + 1 - dumped.find("{\"$bytes\""));
    const Conversation second =
        answer({R"({"tag":"load","id":2,"state":)" + bytes + "}", R"({"tag":"run","id":3,"program":2})"});
    CHECK(second.reply_to(2) == R"({"tag":"loaded","id":2,"handle":2,"kind":"program"})");
    CHECK(contains(second.reply_to(3), R"("value":5)"));
}

TEST_CASE("only a few runs stay in the worker when their bytes have gone along") {
    std::string bytes = frame_of(hello);
    for (int i = 2; i <= 12; i++)
        bytes += frame_of(R"({"tag":"start","id":)" + std::to_string(i) + R"(,"program":{"source":"call f"}})");
    for (int i = 2; i <= 12; i++)
        bytes += frame_of(R"({"tag":"resume","id":)" + std::to_string(i + 100) + R"(,"snapshot":)" + std::to_string(i) +
                          R"(,"result":["ok",1]})");
    const Conversation conversation = answer_bytes(bytes);
    for (int i = 2; i <= 12; i++) {
        const bool is_kept = i > 12 - static_cast<int>(port::HandleTable::max_copies);
        CHECK(contains(conversation.reply_to(i + 100), is_kept ? "complete" : "unknown_handle"));
    }
}

TEST_CASE("a session keeps its state from program to program, under a new handle each time") {
    const Conversation conversation = answer(
        {R"({"tag":"feed","id":2,"session":null,"program":{"source":"value 5"}})",
         R"({"tag":"feed","id":3,"session":2,"program":{"source":"keep\nprint again"}})",
         R"({"tag":"feed","id":4,"session":2,"program":{"source":"keep"}})",
         R"({"tag":"feed","id":5,"session":3,"program":{"source":"keep\ncall f"},"options":{"interactive":true}})",
         R"({"tag":"feed","id":6,"session":5,"program":{"source":"keep"}})",
         R"({"tag":"resume","id":7,"snapshot":5,"result":["ok",9]})",
         R"({"tag":"feed","id":8,"session":7,"program":{"source":"keep"}})",
         R"({"tag":"feed","id":9,"session":8,"program":{"source":"raise bad"}})"});
    CHECK(contains(conversation.reply_to(2), R"("value":5)"));
    CHECK(contains(conversation.reply_to(2), R"("session":2,"state":{"$bytes":")"));
    CHECK(contains(conversation.reply_to(3), R"("value":5,"output":"again\n")"));
    CHECK(contains(conversation.reply_to(4), "unknown_handle"));
    CHECK(contains(conversation.reply_to(5), "function_call"));
    CHECK(contains(conversation.reply_to(6), "wrong_kind"));
    CHECK(contains(conversation.reply_to(7), R"("session":7)"));
    CHECK(contains(conversation.reply_to(8), R"("value":9)"));
    CHECK(contains(conversation.reply_to(9), R"("type":"value_error")"));
    CHECK(contains(conversation.reply_to(9), R"("session":9)"));
}

TEST_CASE("stderr is merged in order, kept apart or discarded") {
    const auto reply = [](std::string_view mode) {
        return answer(
                   {R"({"tag":"run","id":2,"program":{"source":"print a\neprint b\nprint c"},"options":{"stderr":")" +
                    std::string(mode) + "\"}}"})
            .last();
    };
    CHECK(contains(reply("merge"), R"("output":"a\nb\nc\n","stderr":"")"));
    CHECK(contains(reply("separate"), R"("output":"a\nc\n","stderr":"b\n")"));
    CHECK(contains(reply("discard"), R"("output":"a\nc\n","stderr":"")"));
}

TEST_CASE("a streaming run sends its output line by line, and nothing of it with the answer") {
    const Conversation conversation = answer(
        {R"({"tag":"run","id":2,"program":{"source":"write a\nprint b\neprint c\nwrite d"},"options":{"stream":1000}})"});
    REQUIRE(conversation.replies.size() == 5);
    CHECK(conversation.replies[1] == R"({"tag":"output","id":2,"stream":"stdout","text":"ab\n"})");
    CHECK(conversation.replies[2] == R"({"tag":"output","id":2,"stream":"stderr","text":"c\n"})");
    CHECK(conversation.replies[3] == R"({"tag":"output","id":2,"stream":"stdout","text":"d"})");
    CHECK(contains(conversation.replies[4], R"("output":"")"));
}

TEST_CASE("long lines are sent in pieces that do not cut a code point") {
    std::string line = "a";
    for (int i = 0; i < 10'000; i++) line += "é";
    const Conversation conversation =
        answer({R"({"tag":"run","id":2,"program":{"source":"print )" + line + R"("},"options":{"stream":100000}})"});
    REQUIRE(conversation.replies.size() == 4);
    CHECK(conversation.replies[1].size() < port::RunOutput::longest_piece + 100);
    CHECK(conversation.replies[2].ends_with("é\\n\"}"));
}

TEST_CASE("a streaming run waits for credit, and the frames that come meanwhile wait for it") {
    const Conversation conversation = answer({
        R"({"tag":"run","id":2,"program":{"source":"print a\nprint b\nprint c"},"options":{"stream":1}})",
        R"({"tag":"credit","id":2,"bytes":1})",
        R"({"tag":"ping","id":3,"payload":{"$bytes":"aa"}})",
        R"({"tag":"credit","id":1,"bytes":1000})",
        R"({"tag":"credit","id":2,"bytes":100})",
        R"({"tag":"credit","id":2,"bytes":100})",
    });
    CHECK(conversation.exit_code == 0);
    REQUIRE(conversation.replies.size() == 6);
    for (size_t i = 1; i <= 3; i++) CHECK(contains(conversation.replies[i], R"("tag":"output")"));
    CHECK(contains(conversation.replies[4], "complete"));
    CHECK(contains(conversation.replies[5], "pong"));
}

TEST_CASE("too many frames for a run that waits for credit end the worker") {
    std::string bytes =
        frames_of({R"({"tag":"run","id":2,"program":{"source":"print a\nprint b"},"options":{"stream":1}})"});
    for (int i = 0; i < 100; i++)
        bytes += frame_of(R"({"tag":"ping","id":)" + std::to_string(i + 3) + R"(,"payload":{"$bytes":""}})");
    const Conversation conversation = answer_bytes(bytes);
    CHECK(conversation.exit_code == port::exit_bad_frames);
    bool is_refused = false;
    for (const std::string& reply : conversation.replies)
        is_refused = is_refused || contains(reply, "too many frames were sent to a run that waits for credit");
    CHECK(is_refused);
}

TEST_CASE("a frame that is no message is answered, and the next one too") {
    std::string bytes = frame_of(hello);
    bytes += std::string("\x00\x00\x00\x01\xc1", 5);
    bytes += std::string("\x00\x00\x00\x03\x92\x63\x07", 7);
    bytes += frame_of(R"({"tag":"pong","id":8,"payload":{"$bytes":""}})");
    bytes += frame_of(R"({"tag":"ping","id":9,"payload":{"$bytes":""}})");
    const Conversation conversation = answer_bytes(bytes);
    CHECK(conversation.exit_code == 0);
    REQUIRE(conversation.replies.size() == 5);
    CHECK(contains(conversation.replies[1], R"({"tag":"error","id":0,"code":"protocol")"));
    CHECK(conversation.replies[2] ==
          R"({"tag":"error","id":7,"code":"protocol","message":"unknown message tag","details":{}})");
    CHECK(contains(conversation.replies[3], "this message goes from worker to host"));
    CHECK(contains(conversation.replies[4], "pong"));
}

TEST_CASE("a length that no frame has is answered and ends the worker") {
    for (const uint32_t length : {0u, codec::default_max_frame + 1, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
        std::string header(4, '\0');
        codec::write_frame_length(header.data(), length);
        const Conversation conversation = answer_bytes(frame_of(hello) + header + "more bytes");
        CHECK(conversation.exit_code == port::exit_bad_frames);
        CHECK(contains(conversation.last(), R"({"tag":"error","id":0,"code":"protocol")"));
    }
}

TEST_CASE("an input that ends inside a frame is answered, one that ends between frames is not") {
    const std::string bytes = frame_of(hello);
    for (size_t size = 0; size <= bytes.size(); size++) {
        const Conversation conversation = answer_bytes(std::string_view(bytes).substr(0, size));
        const bool is_whole = size == 0 || size == bytes.size();
        CHECK(conversation.exit_code == (is_whole ? 0 : port::exit_bad_frames));
        CHECK(conversation.replies.size() == (size == 0 ? 0 : 1));
    }
}

TEST_CASE("an answer longer than the host's frames is an error") {
    const std::string bytes =
        frame_of(R"({"tag":"hello","id":1,"version":1,"max_frame":200})") +
        frame_of(R"({"tag":"run","id":2,"program":{"source":"print )" + std::string(300, 'x') + "\"}}");
    CHECK(contains(answer_bytes(bytes).last(), R"("code":"too_big")"));
}

TEST_CASE("memory for not even an empty run, and what this version cannot do, are clear errors") {
    CHECK(contains(answer({R"({"tag":"run","id":2,"program":{"source":"value 1"},"limits":{"max_memory":1}})"}).last(),
                   R"("code":"limit")"));
    CHECK(contains(answer({R"({"tag":"check","id":2,"program":{"source":"value 1"}})"}).last(),
                   R"("code":"unsupported")"));
    CHECK(contains(answer({R"({"tag":"dump","id":2,"handle":7})"}).last(), R"("code":"unknown_handle")"));
    CHECK(contains(answer({R"({"tag":"drop","id":2,"handle":7})"}).last(), R"("code":"unknown_handle")"));
    CHECK(contains(answer({R"({"tag":"compile","id":2,"program":7})"}).last(), R"("code":"wrong_kind")"));
}

TEST_SUITE_END();

}  // namespace exmonty
