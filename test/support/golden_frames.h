#pragma once

// The files of test/protocol/frames: comment lines, then bytes in hex. The first line says what the bytes are:
// "# message: …" a whole frame, "# value" a value without a frame, "# bad: …" a frame that must be refused.
// "# json: …" is the JSON form of the same thing. Tests run in the root of the source tree.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace exmonty::test {

struct GoldenFrame {
    std::string name;  // of the file, without folder and ending
    std::string kind;  // message, value, bad
    std::string json;
    std::string bytes;
};

inline GoldenFrame read_golden_frame(const std::filesystem::path& path) {
    GoldenFrame golden;
    golden.name = path.stem().string();
    std::ifstream file(path);
    int high = -1;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# json: ")) {
            golden.json = line.substr(8);
        } else if (line.starts_with("# ")) {
            golden.kind = line.substr(2, line.find(':') - 2);
        } else {
            for (char digit : line) {
                if (digit == ' ') continue;
                const int value = std::stoi(std::string(1, digit), nullptr, 16);
                if (high >= 0) golden.bytes.push_back(static_cast<char>(high << 4 | value));
                high = high >= 0 ? -1 : value;
            }
        }
    }
    return golden;
}

// All of one kind, sorted by name.
inline std::vector<GoldenFrame> golden_frames(const std::string& kind) {
    std::vector<GoldenFrame> found;
    for (const auto& entry : std::filesystem::directory_iterator("test/protocol/frames")) {
        GoldenFrame golden = read_golden_frame(entry.path());
        if (golden.kind == kind) found.push_back(std::move(golden));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return found;
}

}  // namespace exmonty::test
