#include "vm/base/utf8.h"
#include "vm/objects/json_error.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"

#include <algorithm>

namespace exmonty {
namespace {

struct Place {
    int64_t line;
    int64_t column;
};

// Where a position is, as `doc.count('\n', 0, pos)` and `doc.rindex('\n', 0, pos)` tell.
Place place_of(std::string_view before, int64_t position) {
    const int64_t breaks = std::count(before.begin(), before.end(), '\n');
    const size_t last = before.rfind('\n');
    if (last == std::string_view::npos) return {1, position + 1};
    return {breaks + 1, position - static_cast<int64_t>(utf8::count_code_points(before.substr(0, last)))};
}

Value make_json_error(Run& run, const Class* type, Value message, Str* document, int64_t position) {
    const int64_t end = position < 0 ? std::max<int64_t>(position + document->length, 0)
                                     : std::min<int64_t>(position, document->length);
    const size_t offset = byte_offset(run.heap, document, static_cast<uint32_t>(end));
    if (run.budget.poll(1 + offset / 64)) return RAISED;
    const Place place = place_of(document->view().substr(0, offset), position);
    const Value text = run.text({cast<Str>(message)->view(), ": line ", Digits(place.line).view(), " column ",
                                 Digits(place.column).view(), " (char ", Digits(position).view(), ")"});
    if (is_result(text)) return text;
    const Value result = Value::cell(new_exception(run, type, {&text, 1}));
    const struct {
        std::string_view name;
        Value value;
    } attributes[] = {{"msg", message},
                      {"doc", Value::cell(document)},
                      {"pos", Value::integer(position)},
                      {"lineno", Value::integer(place.line)},
                      {"colno", Value::integer(place.column)}};
    for (const auto& [name, value] : attributes) {
        Str* known = static_str(name);
        if (!set_own_attribute(run, result, known ? known : new_str(run.heap, name), value)) return run.refused();
    }
    return result;
}

}  // namespace

Value raise_json_error(Run& run, std::string_view message, Str* document, uint64_t position) {
    const Value text = Value::cell(new_str(run.heap, message));
    const Value error = make_json_error(run, exception_class(ExceptionType::JSONDecodeError), text, document,
                                        static_cast<int64_t>(position));
    return is_result(error) ? error : run.raise_value(error);
}

Value construct_json_error(Run& run, const Class* type, std::span<const Value> args) {
    switch (args.size()) {
        case 0:
            return run.type_error(
                {"JSONDecodeError.__init__() missing 3 required positional arguments: 'msg', 'doc', and 'pos'"});
        case 1:
            return run.type_error(
                {"JSONDecodeError.__init__() missing 2 required positional arguments: 'doc' and 'pos'"});
        case 2: return run.type_error({"JSONDecodeError.__init__() missing 1 required positional argument: 'pos'"});
        case 3: break;
        default:
            return run.type_error({"JSONDecodeError.__init__() takes 4 positional arguments but ",
                                   Digits(static_cast<int64_t>(args.size()) + 1).view(), " were given"});
    }
    const Value message = payload(args[0]);
    const Value document = payload(args[1]);
    const Value position = payload(args[2]);
    if (!is_kind(message, Kind::Str) || !is_kind(document, Kind::Str) || !position.is_int())
        return run.type_error({"JSONDecodeError() takes two strs and an int"});
    return make_json_error(run, type, message, cast<Str>(document), position.as_int());
}

}  // namespace exmonty
