#include "vm/api/traceback_text.h"

#include "vm/api/source_lines.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"

namespace exmonty {
namespace {

constexpr uint32_t most_frames = 10'000;
constexpr uint32_t repeats_shown = 3;

TracebackFrame frame_of(Arena& arena, LineFinder& lines, const Traceback* record) {
    auto copied = [&](std::string_view text) { return arena.copy(shown_part(lines.effort, text)); };
    TracebackFrame frame;
    const CodeTemplate* code = record->code;
    frame.filename = copied(code->file_name->view());
    if (!code->has(CodeFlag::Module)) frame.name = copied(code->qualified_name->view());
    const PositionRow* position = code->position_of(record->pc);
    if (!position || position->line == 0) return frame;
    std::string_view first = lines.find(code->source, position->line);
    std::string_view last = lines.find(code->source, position->end_line);
    frame.line = position->line;
    frame.end_line = position->end_line;
    frame.column = static_cast<uint32_t>(utf8::count_code_points(first.substr(0, position->column)) + 1);
    frame.end_column = static_cast<uint32_t>(utf8::count_code_points(last.substr(0, position->end_column)) + 1);
    size_t indent = first.find_first_not_of(" \t\f");
    if (!code->source.empty()) frame.source_line = copied(indent == std::string_view::npos ? first : first.substr(indent));
    return frame;
}

void append_frame(TextSink& sink, LineFinder& lines, const Traceback* record) {
    const CodeTemplate* code = record->code;
    const PositionRow* position = code->position_of(record->pc);
    sink.append("  File \"");
    sink.append(shown_part(lines.effort, code->file_name->view()));
    sink.append("\", line ");
    sink.append(Digits(position ? position->line : code->first_line).view());
    sink.append(", in ");
    sink.append(shown_part(lines.effort, code->name->view()));
    sink.append('\n');
    if (position && !code->source.empty()) append_source_lines(sink, lines, code->source, *position);
}

bool same_place(const Traceback* a, const Traceback* b) {
    const PositionRow* x = a->code->position_of(a->pc);
    const PositionRow* y = b->code->position_of(b->pc);
    return a->code->file_name == b->code->file_name && a->code->name == b->code->name && x && y && x->line == y->line;
}

}  // namespace

std::string_view shown_part(DescriptionEffort& effort, std::string_view text, uint64_t most) {
    if (most > effort.room) most = effort.room;
    size_t end = text.size();
    if (end > most) {
        end = most;
        while (end > 0 && utf8::is_continuation(text[end])) end--;
    }
    DescriptionEffort::spend(effort.room, text.size() > most ? most : end);
    return text.substr(0, end);
}

Span<const TracebackFrame> traceback_frames(Arena& arena, LineFinder& lines, const Traceback* first) {
    ArenaVector<TracebackFrame> frames(arena);
    const Traceback* before = nullptr;
    for (const Traceback* at = first; at && frames.size() < most_frames && lines.effort.room > 0; at = at->next) {
        // Recursion comes by the same place again and again.
        DescriptionEffort::spend(lines.effort.room, sizeof(TracebackFrame));
        const bool is_same = before && before->code == at->code && before->pc == at->pc;
        frames.push(is_same ? frames[frames.size() - 1] : frame_of(arena, lines, at));
        before = at;
    }
    return {frames.data(), frames.size()};
}

void append_frames(TextSink& sink, LineFinder& lines, const Traceback* first) {
    uint32_t repeats = 0;
    const Traceback* before = nullptr;
    auto flush = [&] {
        if (repeats <= repeats_shown) return;
        sink.append("  [Previous line repeated ");
        sink.append(Digits(repeats - repeats_shown).view());
        sink.append(repeats - repeats_shown == 1 ? " more time]\n" : " more times]\n");
    };
    uint32_t shown = 0;
    for (const Traceback* at = first; at && shown < most_frames && lines.effort.room > 0; at = at->next, shown++) {
        if (before && same_place(before, at)) {
            repeats++;
        } else {
            flush();
            repeats = 1;
        }
        before = at;
        if (repeats <= repeats_shown) append_frame(sink, lines, at);
    }
    flush();
}

}  // namespace exmonty
