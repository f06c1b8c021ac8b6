#include "port/run_output.h"

#include <doctest/doctest.h>

#include <string>

namespace exmonty {

TEST_SUITE_BEGIN("port/run_output");

TEST_CASE("a streaming output sends lines, and the rest when it is flushed") {
    std::string sent;
    port::RunOutput output(&sent, [](void* context, OutputStream stream, std::string_view text) {
        auto& all = *static_cast<std::string*>(context);
        all.append(stream == OutputStream::out ? "[" : "(")
            .append(text)
            .append(stream == OutputStream::out ? "]" : ")");
        return true;
    });
    output.begin(codec::StderrMode::merge, true);
    CHECK(output.write(OutputStream::out, "a"));
    CHECK(output.write(OutputStream::out, "b\n"));
    CHECK(output.write(OutputStream::out, "c"));
    CHECK(output.write(OutputStream::error, "d"));
    CHECK(sent == "[ab\n][c]");
    CHECK(output.flush());
    CHECK(sent == "[ab\n][c](d)");
}

TEST_CASE("a reader that has gone stops the run") {
    port::RunOutput output(nullptr, [](void*, OutputStream, std::string_view) { return false; });
    output.begin(codec::StderrMode::merge, true);
    CHECK(output.write(OutputStream::out, "a"));
    CHECK_FALSE(output.write(OutputStream::out, "b\n"));
}

TEST_SUITE_END();

}  // namespace exmonty
