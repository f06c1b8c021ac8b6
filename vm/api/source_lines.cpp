// The carets of a traceback, by the rules of CPython's Lib/traceback.py (StackSummary.format_frame_summary and
// _extract_caret_anchors_from_line_segment): the instruction's span is underlined with ^; when it is a binary operation, an
// item or a call, the operator or the brackets get ^ and the rest ~. Carets are left out when the span is the whole line.
#include "vm/api/source_lines.h"

#include "vm/base/utf8.h"
#include "vm/heap/chunks.h"
#include "vm/syntax/parser.h"

#include <utf8proc.h>

#include <cstring>

namespace exmonty {
namespace {

constexpr uint32_t most_lines = 200;
constexpr size_t longest_segment = 100'000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\n' || c == '\v'; }

size_t indentation(std::string_view line) {
    size_t count = 0;
    while (count < line.size() && is_blank(line[count])) count++;
    return count;
}

bool all_blank(std::string_view text) { return indentation(text) == text.size(); }

// Columns that the first `bytes` bytes of a line take on a terminal.
size_t display_width(std::string_view line, size_t bytes) {
    if (bytes > line.size()) bytes = line.size();
    if (utf8::is_ascii(line)) return bytes;
    size_t width = 0;
    for (const char *at = line.data(), *end = at + bytes; at < end;) width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(utf8::next(at))) == 2 ? 2 : 1;
    return width;
}

// A place in the lines: byte column.
struct Place {
    uint32_t line;
    size_t column;
};

struct Anchors {
    Place left;   // where ^ starts
    Place right;  // where it ends
};

struct Lines {
    std::string_view texts[most_lines];
    uint32_t count = 0;
};

// Finds places in the lines of a segment that was parsed as an expression in parentheses on lines of their own, so that the
// tree's line 2 is the segment's first.
struct AnchorFinder {
    const Lines& lines;
    bool failed = false;

    Place valid(Place place) {
        while (place.line < lines.count && place.column >= lines.texts[place.line].size()) place = {place.line + 1, 0};
        if (place.line >= lines.count) {
            failed = true;
            return {0, 0};
        }
        return place;
    }
    Place end_of(const ast::Expression* node) { return {static_cast<uint32_t>(node->span.end_line - 2), static_cast<size_t>(node->span.end_column)}; }

    template <class Stop>
    Place until(Place place, Stop stop) {
        place = valid(place);
        while (!failed) {
            char c = lines.texts[place.line][place.column];
            if (c == '\\' || c == '#') place = valid({place.line + 1, 0});
            else if (stop(c)) break;
            else place = valid({place.line, place.column + 1});
        }
        return place;
    }

    bool binary(const ast::BinOp* node, Anchors& anchors) {
        Place at = until(end_of(node->left), [](char c) { return !is_blank(c) && c != ')'; });
        if (failed) return false;
        size_t end = at.column + 1;
        std::string_view line = lines.texts[at.line];
        int64_t right_line = int64_t{node->right->span.line} - 2;
        bool before_right = right_line > at.line || end < static_cast<size_t>(node->right->span.column);
        if (end < line.size() && before_right && !is_blank(line[end]) && line[end] != '\\' && line[end] != '#') end++;
        anchors = {at, {at.line, end}};
        return true;
    }
    bool bracket(const ast::Expression* value, const ast::Expression* whole, char open, Anchors& anchors) {
        Place at = until(end_of(value), [open](char c) { return c == open; });
        anchors = {at, end_of(whole)};
        return !failed;
    }
};

bool find_anchors(std::string_view segment, Anchors& anchors) {
    if (segment.size() > longest_segment) return false;
    Arena arena(system_chunks(nullptr));
    char* text = static_cast<char*>(arena.allocate_bytes(segment.size() + 4));
    if (!text) return false;
    memcpy(text, "(\n", 2);
    memcpy(text + 2, segment.data(), segment.size());
    memcpy(text + 2 + segment.size(), "\n)", 2);
    ParseResult parsed = parse({text, segment.size() + 4}, ast::ParseMode::File, arena, Poll{});
    if (parsed.status != ParseStatus::Ok || parsed.module->body.size() != 1 || !parsed.module->body[0]->is<ast::Expr>()) return false;
    Lines lines;
    for (size_t at = 0; at <= segment.size() && lines.count < most_lines;) {
        size_t end = segment.find('\n', at);
        if (end == std::string_view::npos) end = segment.size();
        lines.texts[lines.count++] = segment.substr(at, end - at);
        at = end + 1;
    }
    AnchorFinder finder{lines};
    const ast::Expression* expression = parsed.module->body[0]->as<ast::Expr>()->value;
    if (const auto* node = expression->try_as<ast::BinOp>()) return finder.binary(node, anchors);
    if (const auto* node = expression->try_as<ast::Subscript>()) return finder.bracket(node->value, node, '[', anchors);
    if (const auto* node = expression->try_as<ast::Call>()) return finder.bracket(node->func, node, '(', anchors);
    return false;
}

// Whether the lines are a statement whose only point is one call that spans them all: `return f(…)`, `x = f(…)`.
bool is_bare_call(std::string_view text, uint32_t line_count, size_t start, size_t end) {
    if (text.size() > longest_segment) return false;
    Arena arena(system_chunks(nullptr));
    ParseResult parsed = parse(text, ast::ParseMode::File, arena, Poll{});
    if (parsed.status != ParseStatus::Ok || parsed.module->body.empty()) return false;
    const ast::Statement* statement = parsed.module->body[0];
    const ast::Expression* value = nullptr;
    if (const auto* node = statement->try_as<ast::Return>()) {
        if (node->value && node->value->is<ast::Call>() && node->value->as<ast::Call>()->func->is<ast::Name>()) value = node->value;
    } else if (const auto* assign = statement->try_as<ast::Assign>()) {
        if (assign->value->is<ast::Call>() && assign->targets.size() == 1 && assign->targets[0]->is<ast::Name>()) value = assign->value;
    }
    return value && value->span.line == 1 && value->span.end_line == line_count && static_cast<size_t>(value->span.column) == start &&
           static_cast<size_t>(value->span.end_column) == end;
}

struct Excerpt {
    Lines lines;          // dedented
    size_t start;         // byte column in the first line
    size_t end;           // byte column in the last line
    bool anchored = false;
    bool carets = false;
    Anchors anchors{};
};

void append_caret_line(TextSink& sink, const Excerpt& excerpt, uint32_t number) {
    std::string_view line = excerpt.lines.texts[number];
    size_t blanks = display_width(line, indentation(line));
    size_t width = number + 1 == excerpt.lines.count ? display_width(line, excerpt.end) : display_width(line, line.size());
    size_t start = display_width(excerpt.lines.texts[0], excerpt.start);
    size_t left = display_width(excerpt.lines.texts[excerpt.anchors.left.line], excerpt.anchors.left.column);
    size_t right = display_width(excerpt.lines.texts[excerpt.anchors.right.line], excerpt.anchors.right.column);
    sink.append("    ");
    for (size_t column = 0; column < width; column++) {
        bool after_left = number > excerpt.anchors.left.line || (number == excerpt.anchors.left.line && column >= left);
        bool before_right = number < excerpt.anchors.right.line || (number == excerpt.anchors.right.line && column < right);
        if (column < blanks || (number == 0 && column < start)) sink.append(' ');
        else if (excerpt.anchored) sink.append(after_left && before_right ? '^' : '~');
        else sink.append('^');
    }
    sink.append('\n');
}

void append_line(TextSink& sink, const Excerpt& excerpt, uint32_t number) {
    sink.append("    ");
    sink.append(excerpt.lines.texts[number]);
    sink.append('\n');
    if (excerpt.carets) append_caret_line(sink, excerpt, number);
}

bool is_significant(const Excerpt& excerpt, uint32_t number) {
    if (number == 0 || number + 1 == excerpt.lines.count) return true;
    if (!excerpt.anchored) return false;
    auto near = [number](uint32_t line) { return number + 1 >= line && number <= line + 1; };
    return near(excerpt.anchors.left.line) || near(excerpt.anchors.right.line);
}

void append_excerpt(TextSink& sink, const Excerpt& excerpt) {
    uint32_t last = 0;
    for (uint32_t number = 0; number < excerpt.lines.count; number++) {
        if (!is_significant(excerpt, number)) continue;
        uint32_t skipped = number > 0 ? number - last - 1 : 0;
        if (skipped == 1) append_line(sink, excerpt, number - 1);
        if (skipped > 1) {
            char digits[12];
            size_t count = 0;
            for (uint32_t rest = skipped; rest; rest /= 10) digits[count++] = static_cast<char>('0' + rest % 10);
            sink.append("    ...<");
            while (count > 0) sink.append(digits[--count]);
            sink.append(" lines>...\n");
        }
        append_line(sink, excerpt, number);
        last = number;
    }
}

}  // namespace

bool LineFinder::go_to(uint32_t number) {
    while (line_ < number) {
        const size_t end = source_.find('\n', start_);
        const size_t next = end == std::string_view::npos ? source_.size() : end + 1;
        if (!DescriptionEffort::spend(effort.work, next - start_) || end == std::string_view::npos) return false;
        start_ = next;
        line_++;
    }
    while (line_ > number) {
        const size_t end = start_ < 2 ? std::string_view::npos : source_.rfind('\n', start_ - 2);
        const size_t before = end == std::string_view::npos ? 0 : end + 1;
        if (!DescriptionEffort::spend(effort.work, start_ - before)) return false;
        start_ = before;
        line_--;
    }
    return true;
}

std::string_view LineFinder::find(std::string_view source, uint32_t number) {
    if (source.data() != source_.data() || source.size() != source_.size()) {
        source_ = source;
        line_ = 1;
        start_ = 0;
    }
    if (number == 0 || !go_to(number)) return {};
    std::string_view line = source.substr(start_, source.find('\n', start_) - start_);
    if (!DescriptionEffort::spend(effort.work, line.size())) return {};
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

void append_source_lines(TextSink& sink, LineFinder& finder, std::string_view source, const PositionRow& position) {
    if (position.line == 0 || position.end_line < position.line) return;
    Excerpt excerpt;
    size_t dedent = SIZE_MAX;
    for (uint32_t line = position.line; line <= position.end_line && excerpt.lines.count < most_lines; line++) {
        std::string_view text = finder.find(source, line);
        excerpt.lines.texts[excerpt.lines.count++] = text;
        if (!all_blank(text) && indentation(text) < dedent) dedent = indentation(text);
    }
    if (dedent == SIZE_MAX) return;
    for (uint32_t i = 0; i < excerpt.lines.count; i++) {
        std::string_view& text = excerpt.lines.texts[i];
        text.remove_prefix(all_blank(text) ? text.size() : dedent);
        while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    }
    excerpt.start = position.column > dedent ? position.column - dedent : 0;
    excerpt.end = position.end_column > dedent ? position.end_column - dedent : 0;
    std::string_view last = excerpt.lines.texts[excerpt.lines.count - 1];
    if (excerpt.end > last.size()) excerpt.end = last.size();
    if (excerpt.start > excerpt.lines.texts[0].size()) excerpt.start = excerpt.lines.texts[0].size();

    Arena arena(system_chunks(nullptr));
    size_t total = 0;
    for (uint32_t i = 0; i < excerpt.lines.count; i++) total += excerpt.lines.texts[i].size() + 1;
    // Parsing a byte costs as much as looking through many; a line shows with its carets and blanks.
    constexpr uint64_t work_of_parsing = 64;
    constexpr uint64_t room_of_line = 3;
    if (!DescriptionEffort::spend(finder.effort.work, total * work_of_parsing) ||
        !DescriptionEffort::spend(finder.effort.room, total * room_of_line))
        return;
    char* joined = static_cast<char*>(arena.allocate_bytes(total + 1));
    if (!joined) return;
    size_t size = 0;
    for (uint32_t i = 0; i < excerpt.lines.count; i++) {
        if (i > 0) joined[size++] = '\n';
        memcpy(joined + size, excerpt.lines.texts[i].data(), excerpt.lines.texts[i].size());
        size += excerpt.lines.texts[i].size();
    }
    std::string_view text(joined, size);
    size_t tail = last.size() - excerpt.end;
    std::string_view segment = text.size() >= excerpt.start + tail ? text.substr(excerpt.start, text.size() - excerpt.start - tail) : std::string_view{};
    excerpt.anchored = find_anchors(segment, excerpt.anchors);
    if (excerpt.anchored) {
        if (excerpt.anchors.left.line == 0) excerpt.anchors.left.column += excerpt.start;
        if (excerpt.anchors.right.line == 0) excerpt.anchors.right.column += excerpt.start;
        if (excerpt.anchors.right.line >= excerpt.lines.count || excerpt.anchors.left.line >= excerpt.lines.count) excerpt.anchored = false;
    }
    bool partial = !all_blank(excerpt.lines.texts[0].substr(0, excerpt.start)) || !all_blank(last.substr(excerpt.end));
    excerpt.carets = !is_bare_call(text, excerpt.lines.count, excerpt.start, excerpt.end) && (excerpt.anchored || partial);
    append_excerpt(sink, excerpt);
}

}  // namespace exmonty
