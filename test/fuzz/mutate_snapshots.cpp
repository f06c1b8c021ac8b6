// Plays mutations of the snapshots of programs that pause in the middle of steps: mutate_snapshots [COUNT [SEED]].
// Build it with sanitizers (scripts/fuzz snapshot does): what it looks for is their reports. It prints what it counted.

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "test/support/snapshots.h"

using namespace exmonty;

namespace {

using Random = std::mt19937_64;

size_t below(Random& random, size_t bound) { return bound == 0 ? 0 : random() % bound; }

void mutate(Random& random, std::string& bytes, const std::string& other) {
    const size_t at = below(random, bytes.size());
    switch (below(random, 8)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8))); break;
        case 1: bytes[at] = static_cast<char>(random()); break;
        case 2: bytes[at] = static_cast<char>(bytes[at] + (random() % 2 ? 1 : -1)); break;
        case 3: bytes.erase(at, 1 + below(random, 4)); break;
        case 4: bytes.insert(at, 1 + below(random, 3), static_cast<char>(random())); break;
        case 5: bytes.replace(at, 1, std::string(1 + below(random, 9), '\xff') + '\x01'); break;
        case 6: {
            // A part of the same place and length from elsewhere.
            const size_t size = 1 + below(random, 12);
            const size_t from = below(random, bytes.size());
            bytes.replace(at, size, bytes.substr(from, size));
            break;
        }
        default: {
            const size_t size = 1 + below(random, 12);
            bytes.replace(at, size, other.substr(below(random, other.size()), size));
            break;
        }
    }
    if (bytes.empty()) bytes = "E";
}

}  // namespace

int main(int count, char** arguments) {
    const uint64_t rounds = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 50'000;
    const uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
    std::vector<std::string> seeds;
    for (std::string_view source : test::pausing_sources()) seeds.push_back(test::paused_snapshot(source));
    seeds.push_back(test::idle_snapshot("x = {'a': [1]}\nclass C:\n    def m(self): return x\nc = C()\n"));
    uint64_t accepted = 0;
    uint64_t ended = 0;
    for (uint64_t round = 0; round < rounds; round++) {
        // Any round can be played alone, by its number.
        Random random(seed * 1'000'003 + round);
        std::string bytes = seeds[below(random, seeds.size())];
        const size_t changes = 1 + below(random, 3);
        for (size_t i = 0; i < changes; i++) mutate(random, bytes, seeds[below(random, seeds.size())]);
        if (std::getenv("SHOW_ROUNDS")) std::fprintf(stderr, "round %llu\n", static_cast<unsigned long long>(round));
        if (const char* only = std::getenv("ONLY_ROUND"); only && std::strtoull(only, nullptr, 10) != round) continue;
        const test::Played played = test::play(bytes, "print(c.m())\n");
        if (played.fault != LoadFault::none) continue;
        accepted++;
        if (played.end == ProgressKind::complete) ended++;
    }
    std::printf("%llu mutations, %llu accepted, %llu of them ran to completion\n", static_cast<unsigned long long>(rounds),
                static_cast<unsigned long long>(accepted), static_cast<unsigned long long>(ended));
    return 0;
}
