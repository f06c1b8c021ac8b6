#include "vm/base/utf8.h"
#include "vm/objects/json_error.h"

#include "vm/objects/attributes.h"
#include "vm/base/text_sink.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_details.h"

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

// Gives the exception its text and its attributes. NONE, RAISED or COLLECT.
Value fill_json_error(Run& run, Exception* exception, Value message, Str* document, int64_t position) {
    const int64_t end = position < 0 ? std::max<int64_t>(position + document->length, 0)
                                     : std::min<int64_t>(position, document->length);
    const size_t offset = byte_offset(run.heap, document, static_cast<uint32_t>(end));
    if (run.budget.poll(1 + offset / 64)) return RAISED;
    const Place place = place_of(document->view().substr(0, offset), position);
    const Value text = run.text({cast<Str>(message)->view(), ": line ", Digits(place.line).view(), " column ",
                                 Digits(place.column).view(), " (char ", Digits(position).view(), ")"});
    if (is_result(text)) return text;
    const Value args = run.tuple({text});
    if (is_result(args)) return args;
    exception->args = args;
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
        if (!set_own_attribute(run, Value::cell(exception), known ? known : new_str(run.heap, name), value)) return run.refused();
    }
    return NONE;
}

constexpr const char* parameters[] = {"msg", "doc", "pos"};
constexpr uint32_t parameter_count = 3;

// The arguments by name or place. False: raised.
bool bind_arguments(Run& run, std::span<const Value> args, const ExceptionKeywords& keywords, Value* bound) {
    constexpr std::string_view function = "JSONDecodeError.__init__()";
    if (args.size() > parameter_count) {
        run.type_error({function, " takes 4 positional arguments but ", Digits(static_cast<int64_t>(args.size()) + 1).view(), " were given"});
        return false;
    }
    if (const Str* other = keywords.find_other(parameters)) {
        run.type_error({function, " got an unexpected keyword argument '", other->view(), "'"});
        return false;
    }
    FixedText<64> missing;
    uint32_t count = 0;
    for (uint32_t i = 0; i < parameter_count; i++) {
        const Value named = keywords.find(parameters[i]);
        if (named != UNBOUND && i < args.size()) {
            run.type_error({function, " got multiple values for argument '", parameters[i], "'"});
            return false;
        }
        bound[i] = i < args.size() ? args[i] : named;
        count += bound[i] == UNBOUND;
    }
    if (count == 0) return true;
    uint32_t told = 0;
    for (uint32_t i = 0; i < parameter_count; i++) {
        if (bound[i] != UNBOUND) continue;
        if (told > 0) missing.append(count == 2 ? " and " : told + 1 == count ? ", and " : ", ");
        missing.append("'");
        missing.append(parameters[i]);
        missing.append("'");
        told++;
    }
    run.type_error({function, " missing ", Digits(count).view(), " required positional argument", count == 1 ? ": " : "s: ", missing.view()});
    return false;
}

}  // namespace

Value raise_json_error(Run& run, std::string_view message, Str* document, uint64_t position) {
    const Value text = Value::cell(new_str(run.heap, message));
    Exception* exception = new_exception(run, exception_class(ExceptionType::JSONDecodeError), {});
    const Value filled = fill_json_error(run, exception, text, document, static_cast<int64_t>(position));
    return is_result(filled) ? filled : run.raise_value(Value::cell(exception));
}

Value initialise_json_error(Run& run, Exception* exception, std::span<const Value> args, const ExceptionKeywords& keywords) {
    Value bound[parameter_count];
    if (!bind_arguments(run, args, keywords, bound)) return RAISED;
    const Value message = payload(bound[0]);
    const Value document = payload(bound[1]);
    const Value position = payload(bound[2]);
    if (!is_kind(message, Kind::Str) || !is_kind(document, Kind::Str) || !position.is_int())
        return run.type_error({"JSONDecodeError() takes two strs and an int"});
    return fill_json_error(run, exception, message, cast<Str>(document), position.as_int());
}

}  // namespace exmonty
