// Runs programs under the reload stress and damages bytes in place at some of their safepoints until a damaged snapshot is
// taken, then lets the run go on: whatever a program does, some safepoint stands in the middle of it.
// mutate_reloads COUNT SEED FILE…
// Build it with sanitizers (scripts/fuzz reload does): what it looks for is their reports. It prints what it counted.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "test/support/test_arena.h"
#include "vm/api/session.h"

using namespace exmonty;

namespace {

using Random = std::mt19937_64;

struct Watch {
    static constexpr int most_attempts = 20;
    Random random;
    int attempts = 0;       // at this safepoint
    uint64_t refused = 0;   // in the run
    bool is_taken = false;  // one was not refused
};

uint64_t now(void*) { return static_cast<uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()); }

// Frames and roots come last, and what a frame holds was found first: both ends are worth more than the middle.
void damage(Random& random, char* bytes, size_t size) {
    const size_t changes = 1 + random() % 3;
    for (size_t i = 0; i < changes; i++) {
        const size_t reach = std::min<size_t>(size, 600);
        const size_t at = random() % 2 ? size - 1 - random() % reach : random() % size;
        switch (random() % 4) {
            case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8)); break;
            case 1: bytes[at] = static_cast<char>(random()); break;
            case 2: bytes[at] = static_cast<char>(bytes[at] + (random() % 2 ? 4 : -4)); break;
            default: bytes[at] = bytes[size - 1 - random() % reach]; break;
        }
    }
}

// At each 16th safepoint.
bool on_reload(void* context, char* bytes, size_t size, bool again) {
    Watch& watch = *static_cast<Watch*>(context);
    watch.refused += again;
    // What was damaged and not refused goes on, or ends later.
    watch.is_taken = watch.is_taken || (watch.attempts > 0 && !again);
    if (watch.is_taken || watch.attempts == Watch::most_attempts || (!again && watch.random() % 16 != 0)) {
        watch.attempts = 0;
        return false;
    }
    watch.attempts++;
    damage(watch.random, bytes, size);
    return true;
}

void run(const std::string& source, Watch& watch) {
    const auto memory = std::make_unique<test::TestArena>();
    ProgramText text;
    text.source = source;
    const Error* error = nullptr;
    Program* program = Program::compile(text, Limits(), now, nullptr, memory->arena, &error);
    if (program == nullptr) return;
    Environment environment;
    environment.context = &watch;
    environment.write = [](void*, OutputStream, std::string_view) { return true; };
    environment.run_clock = now;
    environment.seed = 1;
    environment.stress = StressMode::reload;
    environment.on_reload = on_reload;
    Limits limits;
    limits.max_duration_secs = 5;
    limits.max_memory = uint64_t{64} << 20;
    limits.max_steps = 2'000'000;
    limits.max_output = uint64_t{1} << 20;
    Session* session = Session::create(environment, limits, SessionPurpose::run);
    session->start(*program, {});
    program->release();
    session->destroy();
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::fprintf(stderr, "usage: mutate_reloads COUNT SEED FILE...\n");
        return 2;
    }
    const uint64_t rounds = std::strtoull(arguments[1], nullptr, 10);
    const uint64_t seed = std::strtoull(arguments[2], nullptr, 10);
    uint64_t refused = 0;
    uint64_t runs = 0;
    for (int number = 3; number < count; number++) {
        std::ifstream file(arguments[number]);
        const std::string source{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        for (uint64_t round = 0; round < rounds; round++) {
            if (std::getenv("SHOW_ROUNDS")) std::fprintf(stderr, "%s round %llu\n", arguments[number], static_cast<unsigned long long>(round));
            Watch watch{Random(seed * 1'000'003 + round)};
            run(source, watch);
            refused += watch.refused;
            runs++;
        }
    }
    std::printf("%llu runs, %llu damaged snapshots refused\n", static_cast<unsigned long long>(runs), static_cast<unsigned long long>(refused));
    return 0;
}
