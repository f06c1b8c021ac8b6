// The interpreter stands alone: this links the libraries of vm/ and nothing above them, and runs a program.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vm/api/program.h"
#include "vm/api/session.h"

namespace {

constexpr std::string_view source = "print('from', name)\nsum(n * n for n in range(6)) - 13\n";

void* take_chunk(void*, size_t bytes) { return std::malloc(bytes); }

void give_back_chunk(void*, void* chunk, size_t) { std::free(chunk); }

uint64_t stopped_clock(void*) { return 0; }

bool collect_output(void* context, exmonty::OutputStream, std::string_view text) {
    *static_cast<std::string*>(context) += text;
    return true;
}

int fail(std::string_view what, std::string_view detail) {
    std::printf("%.*s: %.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(detail.size()),
                detail.data());
    return 1;
}

}  // namespace

int main() {
    exmonty::Arena arena({.context = nullptr, .take = take_chunk, .give_back = give_back_chunk});
    const std::string_view inputs[] = {"name"};
    const exmonty::ProgramText text = {.source = source, .inputs = {inputs, 1}};
    const exmonty::Error* error = nullptr;
    exmonty::Program* program = exmonty::Program::compile(text, {}, stopped_clock, nullptr, arena, &error);
    if (program == nullptr) return fail("compile", error->formatted);

    std::string output;
    exmonty::Environment environment;
    environment.context = &output;
    environment.write = collect_output;
    environment.run_clock = stopped_clock;
    exmonty::Session* session = exmonty::Session::create(environment, {}, exmonty::SessionPurpose::run);
    if (session == nullptr) return fail("create", "refused");

    const exmonty::NamedData values[] = {{"name", exmonty::Data::from_text("vm")}};
    const exmonty::Progress& progress = session->start(*program, {values, 1});
    if (progress.kind == exmonty::ProgressKind::failed) return fail("failed", progress.error->formatted);
    if (progress.kind != exmonty::ProgressKind::complete) return fail("start", progress.message);
    if (progress.value.kind != exmonty::DataKind::integer || progress.value.integer != 42) return fail("value", "not 42");
    if (output != "from vm\n") return fail("output", output);
    session->destroy();
    program->release();
    return 0;
}
