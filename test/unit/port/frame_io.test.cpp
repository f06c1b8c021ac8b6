#include "port/frame_io.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <thread>

namespace exmonty {

namespace {

std::string frame(std::string_view body) {
    std::string bytes(codec::frame_header_size, '\0');
    codec::write_frame_length(bytes.data(), static_cast<uint32_t>(body.size()));
    return bytes.append(body);
}

struct Pipe {
    Pipe() { REQUIRE(pipe(ends) == 0); }
    ~Pipe() {
        close(ends[0]);
        close_writer();
    }
    void close_writer() {
        if (ends[1] >= 0) close(ends[1]);
        ends[1] = -1;
    }

    int ends[2];
};

}  // namespace

TEST_SUITE_BEGIN("port/frame_io");

TEST_CASE("frames that come byte by byte, and many at once, are the same") {
    const std::string bytes = frame("one") + frame("two") + frame(std::string(200'000, 'x')) + frame("end");
    for (const size_t piece : {size_t{1}, size_t{7}, size_t{4096}, bytes.size()}) {
        Pipe pipe;
        std::thread writer([&] {
            for (size_t at = 0; at < bytes.size(); at += piece)
                port::write_all(pipe.ends[1], std::string_view(bytes).substr(at, piece));
            pipe.close_writer();
        });
        port::FrameInput input(pipe.ends[0], codec::default_max_frame);
        codec::ByteBuffer body;
        for (const std::string& expected :
             {std::string("one"), std::string("two"), std::string(200'000, 'x'), std::string("end")}) {
            CHECK(input.next(body) == port::FrameStatus::frame);
            CHECK((body.view() == expected));
        }
        CHECK(input.next(body) == port::FrameStatus::end);
        writer.join();
    }
}

TEST_CASE("descriptors that do not block are waited for") {
    Pipe pipe;
    for (int end : pipe.ends) fcntl(end, F_SETFL, O_NONBLOCK);
    // More than a pipe holds, in both directions of waiting.
    const std::string bytes = frame(std::string(1'000'000, 'y'));
    std::thread writer([&] { CHECK(port::write_all(pipe.ends[1], bytes)); });
    port::FrameInput input(pipe.ends[0], codec::default_max_frame);
    codec::ByteBuffer body;
    CHECK(input.next(body) == port::FrameStatus::frame);
    CHECK(body.size() == 1'000'000);
    writer.join();
}

TEST_CASE("a long frame that never comes takes no room") {
    Pipe pipe;
    port::write_all(pipe.ends[1], std::string("\x0f\xff\xff\xff", 4) + "abc");
    pipe.close_writer();
    port::FrameInput input(pipe.ends[0], codec::default_max_frame);
    codec::ByteBuffer body;
    CHECK(input.next(body) == port::FrameStatus::cut);
    CHECK(body.size() == 3);
}

TEST_CASE("impossible lengths are refused, those in a longest frame of our own choice too") {
    for (const char* header : {"\0\0\0\0", "\0\0\1\1", "\x7f\xff\xff\xff", "\x80\0\0\0", "\xff\xff\xff\xff"}) {
        Pipe pipe;
        port::write_all(pipe.ends[1], std::string_view(header, 4));
        port::FrameInput input(pipe.ends[0], 256);
        codec::ByteBuffer body;
        CHECK(input.next(body) == port::FrameStatus::bad_length);
    }
}

TEST_SUITE_END();

}  // namespace exmonty
