// `exmonty run`.

#include <unistd.h>

#include <charconv>
#include <memory>
#include <vector>

#include "codec/chunks.h"
#include "codec/json.h"
#include "codec/value_fields.h"
#include "port/console.h"
#include "port/faces.h"
#include "port/frame_io.h"
#include "port/process.h"
#include "port/run_clock.h"

namespace exmonty::port {

namespace {

constexpr size_t max_arena = size_t{1} << 30;

struct RunRequest {
    RunRequest() : memory(std::make_unique<codec::ChunkedArena>(max_arena)) {}

    Arena& arena() { return memory->arena; }

    std::unique_ptr<codec::ChunkedArena> memory;
    std::string_view path;
    std::string source;
    std::vector<NamedData> inputs;
    LimitChange limits;
    uint64_t seed = draw_seed();
    StressMode stress = StressMode::none;
    bool as_json = false;
    bool with_time = false;
    bool disassemble = false;
};

int refuse(std::string_view text) { return usage_error("run", text); }

bool has_input(const RunRequest& request, std::string_view name) {
    for (const NamedData& input : request.inputs)
        if (input.name == name) return true;
    return false;
}

bool read_input(std::string_view text, RunRequest& request, std::string& fault_text) {
    const size_t equals = text.find('=');
    codec::Fault fault;
    Data value;
    if (equals == text.npos || equals == 0) {
        fault_text = "--input takes NAME=JSON";
    } else if (!codec::read_json(text.substr(equals + 1), request.arena(), value, fault)) {
        fault_text = "--input " + std::string(text.substr(0, equals)) + ": " + fault.message;
    } else if (has_input(request, text.substr(0, equals))) {
        fault_text = "--input " + std::string(text.substr(0, equals)) + " is given twice";
    } else {
        request.inputs.push_back({text.substr(0, equals), value});
        return true;
    }
    return false;
}

template <typename T>
bool read_amount(std::string_view text, double maximum, T& amount) {
    if (text == "none" || text == "unlimited") {
        amount = static_cast<T>(limit_types::unlimited);
    } else {
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), amount);
        if (fault != std::errc() || end != text.data() + text.size()) return false;
    }
    return static_cast<double>(amount) >= 0 && static_cast<double>(amount) <= maximum;
}

// "a whole number up to 20000", "seconds, or none"
std::string amount_text(const LimitRow& row) {
    std::string text = row.unit == LimitUnit::seconds ? "seconds"
                       : row.unit == LimitUnit::bytes ? "a whole number of bytes"
                                                      : "a whole number";
    return row.maximum < 1e15 ? text + " up to " + std::to_string(static_cast<uint64_t>(row.maximum)) : text + ", or none";
}

bool read_limit(std::string_view text, RunRequest& request, std::string& fault_text) {
    const size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    const std::string_view value = equals == text.npos ? std::string_view() : text.substr(equals + 1);
    fault_text = "--limit takes NAME=VALUE; NAME is one of";
    for (const LimitRow& row : limit_rows) {
        fault_text.append(" ").append(row.name);
        if (row.name != name || value.empty()) continue;
        fault_text = "--limit " + std::string(name) + " takes " + amount_text(row);
        request.limits.set(row.limit);
        switch (row.limit) {
#define LIMIT(field, unit, initial, most, exception, meaning) \
    case LimitName::field:                                    \
        return read_amount(value, row.maximum, request.limits.values.field);
#include "vm/schema/limits.def"
        }
    }
    return false;
}

bool read_seed(std::string_view text, RunRequest& request) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), request.seed);
    return fault == std::errc() && end == text.data() + text.size();
}

bool set_flag(std::string_view name, RunRequest& request) {
    if (name == "--json")
        request.as_json = true;
    else if (name == "--time")
        request.with_time = true;
    else if (name == "--disassemble")
        request.disassemble = true;
    else if (name == "--stress-gc")
        request.stress = StressMode::collect;
    else if (name == "--stress-reload")
        request.stress = StressMode::reload;
    else if (name == "--stress-refuse")
        request.stress = StressMode::refuse;
    else
        return false;
    return true;
}

// exit_success, or the exit code of the refusal that was printed.
int read_option(Arguments& arguments, RunRequest& request) {
    const std::string name(arguments.name());
    if (name == "--input" || name == "--limit" || name == "--seed") {
        std::string_view value;
        std::string fault = "--seed takes a whole number";
        if (!arguments.value(value)) return refuse(name + " takes a value");
        const bool fits = name == "--input"   ? read_input(value, request, fault)
                          : name == "--limit" ? read_limit(value, request, fault)
                                              : read_seed(value, request);
        return fits ? exit_success : refuse(fault);
    }
    if (arguments.has_stray_value()) return refuse(name + " takes no value");
    return set_flag(name, request) ? exit_success : refuse("unknown option '" + name + "'");
}

// Options may stand before and after the file.
int read_arguments(Arguments& arguments, RunRequest& request) {
    std::string_view operand;
    do {
        while (arguments.next_option())
            if (const int refused = read_option(arguments, request)) return refused;
        if (!arguments.next_operand(operand)) break;
        if (!request.path.empty()) return refuse("unexpected '" + std::string(operand) + "'");
        request.path = operand;
    } while (true);
    if (request.path.empty()) return refuse("expected a FILE, or - for standard input");
    std::string error;
    LimitChange limits = request.limits;
    limits.may_raise = true;
    // What is longer than the memory limit is refused by the compiler; no more of it is needed for that.
    if (!read_file(request.path, request.source, error, limits.apply_to(Limits()).max_memory))
        return refuse("can't open file '" + std::string(request.path) + "': " + error);
    return exit_success;
}

void append_usage(const Usage& usage, std::string& out) {
    const std::pair<std::string_view, uint64_t> fields[] = {{"steps", usage.steps},
                                                            {"peak_memory", usage.peak_memory},
                                                            {"allocations", usage.allocations},
                                                            {"duration_us", usage.duration_us},
                                                            {"pauses", usage.pauses}};
    for (const auto& [name, number] : fields) {
        out += out.back() == '{' ? "\"" : ",\"";
        out.append(name).append("\":").append(std::to_string(number));
    }
}

// {"value":…,"output":…,"error":…,"usage":{…}}
void print_json(const Progress& progress, std::string_view output, Arena& scratch) {
    std::string line = "{\"value\":";
    codec::write_json(progress.value, scratch, line);
    line += ",\"output\":";
    codec::write_json_text(output, line);
    line += ",\"error\":";
    codec::write_json(progress.error == nullptr ? Data() : codec::error_value(*progress.error), scratch, line);
    line += ",\"usage\":{";
    append_usage(progress.usage, line);
    line += "}}\n";
    write_all(STDOUT_FILENO, line);
}

void print_error_line(const std::string& line) { write_all(STDERR_FILENO, line); }

int report(RunRequest& request, const Progress& progress, Console& console) {
    if (progress.kind == ProgressKind::refused) return refuse(progress.message);
    if (request.as_json) {
        print_json(progress, console.collected(), request.arena());
        return exit_code_of(progress);
    }
    const int code = progress.kind == ProgressKind::failed ? report_failure(progress, console) : exit_success;
    return console.flush() ? code : exit_exception;
}

int run_program(RunRequest& request, Program& program, Console& console) {
    Environment environment = console.environment(request.seed);
    environment.stress = request.stress;
    request.limits.may_raise = true;
    Session* session = Session::create(environment, request.limits.apply_to(Limits()), SessionPurpose::run);
    if (session == nullptr) {
        print_error_line("MemoryError\n");
        return exit_limit;
    }
    const uint64_t wall_start = clock_nanoseconds(CLOCK_MONOTONIC);
    const uint64_t cpu_start = clock_nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    const Progress& progress = session->start(program, {request.inputs.data(), request.inputs.size()});
    const uint64_t wall = clock_nanoseconds(CLOCK_MONOTONIC) - wall_start;
    const uint64_t cpu = clock_nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
    const int code = report(request, progress, console);
    if (request.stress != StressMode::none) {
        const StressCounts& counts = session->stress_counts();
        print_error_line("STRESS safepoints=" + std::to_string(counts.safepoints) + " collections=" +
                         std::to_string(counts.collections) + " reloads=" + std::to_string(counts.reloads) + "\n");
    }
    if (request.with_time)
        print_error_line("BENCH wall_ns=" + std::to_string(wall) + " cpu_ns=" + std::to_string(cpu) + "\n");
    session->destroy();
    return code;
}

int print_code(Program& program, Console& console) {
    std::string text;
    TextSink sink;
    sink.ctx = &text;
    sink.grow = [](TextSink& sink, size_t capacity) {
        auto& text = *static_cast<std::string*>(sink.ctx);
        text.resize(std::max(capacity, text.size() * 2));
        sink.data = text.data();
        sink.capacity = text.size();
        return true;
    };
    program.disassemble(sink);
    console.write(OutputStream::out, sink.view());
    return console.flush() ? exit_success : exit_exception;
}

}  // namespace

int run_face(Arguments arguments) {
    RunRequest request;
    if (const int refused = read_arguments(arguments, request)) return refused;
    Console console;
    if (request.as_json) console.collect();
    std::vector<std::string_view> names;
    for (const NamedData& input : request.inputs) names.push_back(input.name);
    ProgramText text;
    text.source = request.source;
    text.script_name = request.path == "-" ? "<stdin>" : request.path;
    text.inputs = {names.data(), names.size()};
    const Error* error = nullptr;
    RunClock clock;
    const auto now = [](void* context) { return static_cast<RunClock*>(context)->now(); };
    LimitChange limits = request.limits;
    limits.may_raise = true;
    Program* program = Program::compile(text, limits.apply_to(Limits()), now, &clock, request.arena(), &error);
    if (program == nullptr) {
        Progress failed;
        failed.kind = ProgressKind::failed;
        failed.error = error;
        if (error->type == ExceptionType::TimeoutError) failed.limit = LimitName::max_duration_secs;
        if (error->type == ExceptionType::MemoryError) failed.limit = LimitName::max_memory;
        return report(request, failed, console);
    }
    const int code = request.disassemble ? print_code(*program, console) : run_program(request, *program, console);
    program->release();
    return code;
}

}  // namespace exmonty::port
