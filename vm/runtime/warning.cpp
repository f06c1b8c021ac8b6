// https://docs.python.org/3/library/warnings.html#default-warning-filter
#include "vm/runtime/warning.h"

#include "vm/base/text_sink.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/module.h"
#include "vm/objects/template.h"

namespace exmonty {
namespace {

const Frame* visible_frame(const Run& run) {
    const Frame* frame = run.frame;
    while (frame && (frame->is_step() || (frame->flags & Frame::invisible))) frame = frame->previous;
    return frame;
}

// Whether this is the first such warning of the line: __warningregistry__ of the module knows.
bool is_first(Run& run, Dict* globals, std::string_view message, uint32_t line) {
    Str* key = new_str(run.heap, "__warningregistry__");
    Dict* registry = as<Dict>(dict_get(run, globals, key));
    if (!registry) {
        registry = new_dict(run.heap);
        if (!dict_set(run, globals, key, Value::cell(registry))) return false;
    }
    const Class* category = exception_class(ExceptionType::DeprecationWarning);
    Str* text = new_str(run.heap, message);
    if (!text) return false;
    Value place = run.tuple({Value::cell(text), Value::cell(category), Value::integer(line)});
    if (is_result(place)) return false;
    Value known = run.dict_get(registry, place);
    return known == UNBOUND && run.dict_set(registry, place, TRUE) == NONE;
}

std::string_view line_of(std::string_view source, uint32_t number) {
    for (uint32_t line = 1; line < number && !source.empty(); line++) {
        size_t end = source.find('\n');
        source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    }
    source = source.substr(0, source.find('\n'));
    constexpr std::string_view blanks = " \t\f\r\v";
    size_t first = source.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{} : source.substr(first, source.find_last_not_of(blanks) + 1 - first);
}

}  // namespace

bool warn_of_deprecation(Run& run, std::string_view message) {
    const Frame* frame = visible_frame(run);
    if (!frame || frame->code->globals != run.main->dict) return true;
    const CodeTemplate* code = frame->code->code;
    const PositionRow* position = code->position_of(frame->code->pc_of(frame->pc) - 1);
    uint32_t line = position ? position->line : code->first_line;
    if (!is_first(run, frame->code->globals, message, line)) return run.budget.breach == Breach::None;
    FixedText<4096> text;
    text.append(code->file_name->view().substr(0, 1000));
    text.append(':');
    text.append(Digits(line).view());
    text.append(": DeprecationWarning: ");
    text.append(message);
    text.append('\n');
    if (std::string_view shown = line_of(code->source, line); !shown.empty()) {
        text.append("  ");
        text.append(shown.substr(0, 2000));
        text.append('\n');
    }
    return run.write(Stream::Error, text.view());
}

}  // namespace exmonty
