#include "port/transcript.h"

#include <charconv>

namespace exmonty::port {

std::vector<Step> read_steps(std::string_view script) {
    std::vector<Step> steps;
    for (size_t number = 1; !script.empty(); number++) {
        const size_t end = std::min(script.find('\n'), script.size());
        std::string_view line = script.substr(0, end);
        script.remove_prefix(std::min(end + 1, script.size()));
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (line.empty() || line[0] == '#') continue;
        const StepKind kind = line[0] == '!' ? StepKind::bytes : line[0] == '<' ? StepKind::answer : StepKind::message;
        if (line[0] == '!' || line[0] == '<' || line[0] == '>') line.remove_prefix(1);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        steps.push_back({kind, number, line});
    }
    return steps;
}

bool matches(std::string_view pattern, std::string_view text) {
    constexpr std::string_view anything = "…";
    size_t hole = pattern.find(anything);
    if (hole == pattern.npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, hole))) return false;
    text.remove_prefix(hole);
    pattern.remove_prefix(hole + anything.size());
    for (hole = pattern.find(anything); hole != pattern.npos; hole = pattern.find(anything)) {
        const size_t found = text.find(pattern.substr(0, hole));
        if (found == text.npos) return false;
        text.remove_prefix(found + hole);
        pattern.remove_prefix(hole + anything.size());
    }
    return text.ends_with(pattern);
}

namespace {

const Data* find_field(const Data& object, std::string_view name) {
    const Span<const Data> items = object.elements();
    if (object.kind != DataKind::dict) return nullptr;
    for (size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].kind == DataKind::text && items[i].view() == name) return &items[i + 1];
    return nullptr;
}

// "$2.snapshot"; nullptr: no reference, or one to nothing (then with a fault).
const Data* find_reference(std::string_view text, const std::vector<Data>& answers, codec::Fault& fault) {
    size_t number = 0;
    if (text.size() < 4 || text[0] != '$') return nullptr;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() + text.size() || *end != '.') return nullptr;
    const std::string_view field = text.substr(static_cast<size_t>(end + 1 - text.data()));
    const Data* found = number >= 1 && number <= answers.size() ? find_field(answers[number - 1], field) : nullptr;
    if (found == nullptr) fault.set("nothing is called " + codec::shown(text));
    return found;
}

}  // namespace

bool resolve_references(const Data& message, const std::vector<Data>& answers, Arena& arena, Data& resolved,
                        codec::Fault& fault) {
    resolved = message;
    if (message.kind == DataKind::text) {
        const Data* found = find_reference(message.view(), answers, fault);
        if (found != nullptr) resolved = *found;
        return fault.message.empty();
    }
    if (message.kind != DataKind::list && message.kind != DataKind::dict) return true;
    ArenaVector<Data> items(arena);
    for (const Data& item : message.elements()) {
        Data made;
        if (!resolve_references(item, answers, arena, made, fault)) return false;
        items.push(made);
    }
    resolved = Data::from_items(message.kind, {items.data(), items.size()});
    return true;
}

}  // namespace exmonty::port
