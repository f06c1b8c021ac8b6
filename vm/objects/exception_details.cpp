#include "vm/objects/exception_details.h"

#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/json_error.h"
#include "vm/objects/list.h"

namespace exmonty {
namespace {

// In the order of their places.
constexpr const char* attribute_names[] = {"name", "obj"};
constexpr const char* name_names[] = {"name"};
constexpr const char* import_names[] = {"msg", "name", "path", "name_from"};
constexpr const char* os_names[] = {"errno", "strerror", "filename", "filename2", "characters_written"};
constexpr const char* syntax_names[] = {"msg",      "filename",   "lineno",              "offset",   "text",
                                        "end_lineno", "end_offset", "print_file_and_line", "_metadata"};
constexpr const char* unicode_names[] = {"encoding", "object", "start", "end", "reason"};
constexpr const char* value_names[] = {"value"};
constexpr const char* code_names[] = {"code"};
constexpr const char* group_names[] = {"message", "exceptions"};

std::span<const char* const> names_of(DetailGroup group) {
    switch (group) {
        case DetailGroup::AttributeError: return attribute_names;
        case DetailGroup::NameError: return name_names;
        case DetailGroup::ImportError: return import_names;
        case DetailGroup::OSError: return os_names;
        case DetailGroup::SyntaxError: return syntax_names;
        case DetailGroup::UnicodeError: return unicode_names;
        case DetailGroup::StopIteration: return value_names;
        case DetailGroup::SystemExit: return code_names;
        case DetailGroup::ExceptionGroup: return group_names;
        case DetailGroup::None: break;
    }
    return {};
}

uint32_t place_count(DetailGroup group) {
    bool has_hidden = group == DetailGroup::NameError || group == DetailGroup::AttributeError;
    return static_cast<uint32_t>(names_of(group).size()) + (has_hidden ? 1 : 0);
}

constexpr DetailGroup own_group(ExceptionType type) {
    switch (type) {
        case ExceptionType::AttributeError: return DetailGroup::AttributeError;
        case ExceptionType::NameError: return DetailGroup::NameError;
        case ExceptionType::ImportError: return DetailGroup::ImportError;
        case ExceptionType::OSError: return DetailGroup::OSError;
        case ExceptionType::SyntaxError: return DetailGroup::SyntaxError;
        case ExceptionType::UnicodeDecodeError:
        case ExceptionType::UnicodeEncodeError:
        case ExceptionType::UnicodeTranslateError: return DetailGroup::UnicodeError;
        case ExceptionType::StopIteration: return DetailGroup::StopIteration;
        case ExceptionType::SystemExit: return DetailGroup::SystemExit;
        case ExceptionType::BaseExceptionGroup: return DetailGroup::ExceptionGroup;
        default: return DetailGroup::None;
    }
}

constexpr DetailGroup inherited_group(ExceptionType type) {
    for (;;) {
        DetailGroup group = own_group(type);
        ExceptionType base = exception_row(type).base;
        if (group != DetailGroup::None || base == type) return group;
        type = base;
    }
}

constexpr std::array<DetailGroup, exception_count> make_groups() {
    std::array<DetailGroup, exception_count> groups{};
    for (size_t i = 0; i < exception_count; i++) groups[i] = inherited_group(static_cast<ExceptionType>(i));
    return groups;
}
constexpr std::array<DetailGroup, exception_count> groups = make_groups();

bool is_a(const Exception* exception, ExceptionType type) { return is_subclass(exception->type, exception_class(type)); }

// A sequence of values that a builtin list or tuple holds.
bool items_of(Value value, std::span<const Value>& items) {
    Value held = payload(value);
    if (Tuple* tuple = as<Tuple>(held)) items = tuple->view();
    else if (List* list = as<List>(held)) items = list->view();
    else return false;
    return true;
}

// ---- Details that follow from arguments.

struct Details {
    Value values[9] = {UNBOUND, UNBOUND, UNBOUND, UNBOUND, UNBOUND, UNBOUND, UNBOUND, UNBOUND, UNBOUND};
    Value& operator[](uint32_t place) { return values[place]; }
};

bool gives_os_details(std::span<const Value> args) { return args.size() >= 2 && args.size() <= 5; }

void take_os(const Exception* exception, std::span<const Value> args, Details& details) {
    if (!gives_os_details(args)) return;
    details[detail::os_errno] = args[0];
    details[detail::os_message] = args[1];
    if (args.size() < 3 || args[2] == NONE) return;
    if (exception->type == exception_class(ExceptionType::BlockingIOError) && int_of(args[2]) != UNBOUND) {
        details[detail::os_written] = int_of(args[2]);
        return;
    }
    details[detail::os_filename] = args[2];
    if (args.size() == 5 && args[4] != NONE) details[detail::os_second_filename] = args[4];
}

void take_syntax(std::span<const Value> args, Details& details) {
    if (!args.empty()) details[detail::syntax_message] = args[0];
    std::span<const Value> place;
    if (args.size() != 2 || !items_of(args[1], place)) return;
    constexpr uint32_t places[] = {detail::syntax_filename, detail::syntax_line, detail::syntax_offset, detail::syntax_text,
                                   detail::syntax_end_line, detail::syntax_end_offset, detail::syntax_metadata};
    for (uint32_t i = 0; i < place.size() && i < std::size(places); i++) details[places[i]] = place[i];
}

void take_unicode(const Exception* exception, std::span<const Value> args, Details& details) {
    uint32_t first = is_a(exception, ExceptionType::UnicodeTranslateError) ? detail::unicode_object : detail::unicode_encoding;
    if (args.size() != 5 - first) return;
    for (uint32_t i = 0; i < args.size(); i++) details[first + i] = args[i];
}

void take_group(Run& run, std::span<const Value> args, Details& details) {
    std::span<const Value> items;
    if (args.size() != 2 || !items_of(args[1], items)) return;
    details[detail::group_message] = args[0];
    Tuple* exceptions = as<Tuple>(args[1]);
    if (!exceptions) exceptions = new_tuple(run.heap, items);
    if (exceptions) details[detail::group_exceptions] = Value::cell(exceptions);
}

void take_arguments(Run& run, const Exception* exception, DetailGroup group, std::span<const Value> args,
                    const ExceptionKeywords& keywords, Details& details) {
    switch (group) {
        case DetailGroup::AttributeError:
            details[detail::attribute_name] = keywords.find("name");
            details[detail::attribute_object] = keywords.find("obj");
            break;
        case DetailGroup::NameError: details[detail::name] = keywords.find("name"); break;
        case DetailGroup::ImportError:
            if (args.size() == 1) details[detail::import_message] = args[0];
            details[detail::import_name] = keywords.find("name");
            details[detail::import_path] = keywords.find("path");
            details[detail::import_name_from] = keywords.find("name_from");
            break;
        case DetailGroup::OSError: take_os(exception, args, details); break;
        case DetailGroup::SyntaxError: take_syntax(args, details); break;
        case DetailGroup::UnicodeError: take_unicode(exception, args, details); break;
        case DetailGroup::StopIteration:
            if (!args.empty()) details[0] = args[0];
            break;
        case DetailGroup::SystemExit:
            if (args.size() == 1) details[0] = args[0];
            if (args.size() > 1) details[0] = exception->args;
            break;
        case DetailGroup::ExceptionGroup: take_group(run, args, details); break;
        case DetailGroup::None: break;
    }
}

Tuple* made_of(Run& run, DetailGroup group, const Details& details) { return new_tuple(run.heap, {details.values, place_count(group)}); }

Tuple* details_of(Run& run, Exception* exception, DetailGroup group) {
    if (!exception->details) {
        Details details;
        take_arguments(run, exception, group, cast<Tuple>(exception->args)->view(), {}, details);
        exception->details = made_of(run, group, details);
    }
    return exception->details;
}

// ---- Arguments that are refused.

bool refuse_count(Run& run, std::string_view least, uint32_t wanted, size_t given) {
    run.type_error({"function takes ", least, " ", Digits(wanted).view(), " arguments (", Digits(static_cast<int64_t>(given)).view(), " given)"});
    return false;
}

bool is_text_argument(Run& run, std::span<const Value> args, uint32_t place) {
    if (str_of(args[place])) return true;
    run.type_error({"argument ", Digits(place + 1).view(), " must be str, not ", argument_type_name(args[place])});
    return false;
}

bool is_size_argument(Run& run, Value value) {
    Value number = int_of(value);
    if (number == UNBOUND) run.type_error({"'", type_name(value), "' object cannot be interpreted as an integer"});
    else if (!number.is_int()) run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C ssize_t"});
    else return true;
    return false;
}

bool accepts_unicode(Run& run, const Exception* exception, std::span<const Value> args) {
    uint32_t first = is_a(exception, ExceptionType::UnicodeTranslateError) ? 0 : 1;
    bool decodes = is_a(exception, ExceptionType::UnicodeDecodeError);
    if (args.size() != 4 + first) return refuse_count(run, "exactly", 4 + first, args.size());
    if (first == 1 && !is_text_argument(run, args, 0)) return false;
    if (!decodes && !is_text_argument(run, args, first)) return false;
    if (!is_size_argument(run, args[first + 1]) || !is_size_argument(run, args[first + 2])) return false;
    if (!is_text_argument(run, args, first + 3)) return false;
    if (!decodes || is_kind(payload(args[1]), Kind::Bytes)) return true;
    run.type_error({"a bytes-like object is required, not '", type_name(args[1]), "'"});
    return false;
}

bool accepts_syntax(Run& run, std::span<const Value> args) {
    std::span<const Value> place;
    if (args.size() != 2) return true;
    // The characters of a text count as well.
    if (const Str* text = str_of(args[1]); text && text->length < 4)
        return refuse_count(run, "at least", 4, text->length);
    if (!items_of(args[1], place)) {
        run.type_error({"'", type_name(args[1]), "' object is not iterable"});
        return false;
    }
    if (place.size() < 4) return refuse_count(run, "at least", 4, place.size());
    if (place.size() > 7) return refuse_count(run, "at most", 7, place.size());
    if (place.size() != 5) return true;
    run.type_error({"end_offset must be provided when end_lineno is provided"});
    return false;
}

bool accepts_keywords(Run& run, const Exception* exception, DetailGroup group, const ExceptionKeywords& keywords) {
    if (keywords.count() == 0) return true;
    bool takes_some = group == DetailGroup::AttributeError || group == DetailGroup::NameError || group == DetailGroup::ImportError;
    if (!takes_some) {
        run.type_error({class_name(exception->type), "() takes no keyword arguments"});
        return false;
    }
    std::span<const char* const> known = names_of(group).subspan(group == DetailGroup::ImportError ? 1 : 0);
    std::string_view owner = group == DetailGroup::AttributeError ? "AttributeError" : group == DetailGroup::NameError ? "NameError" : "ImportError";
    if (keywords.count() > known.size()) {
        run.type_error({owner, "() takes at most ", Digits(static_cast<int64_t>(known.size())).view(), " keyword argument",
                        known.size() == 1 ? "" : "s", " (", Digits(keywords.count()).view(), " given)"});
        return false;
    }
    const Str* other = keywords.find_other(known);
    if (!other) return true;
    run.type_error({owner, "() got an unexpected keyword argument '", other->view(), "'"});
    return false;
}

// ---- The rows that read details.

template <DetailGroup group, uint32_t place>
Value read(Run& run, Value* args, uint32_t) {
    Exception* exception = cast<Exception>(args[0]);
    Value value = detail_group(exception->type) == group ? exception_detail(run, exception, group, place) : UNBOUND;
    if (value != UNBOUND) return value;
    if constexpr (group == DetailGroup::UnicodeError) return run.type_error({unicode_names[place], " attribute not set"});
    if constexpr (group == DetailGroup::OSError && place == detail::os_written) return run.raise(ExceptionType::AttributeError, {"characters_written"});
    return NONE;
}

constexpr NativeRow attribute_rows[] = {
    {"name", "self", read<DetailGroup::AttributeError, detail::attribute_name>, Binding::Getter},
    {"obj", "self", read<DetailGroup::AttributeError, detail::attribute_object>, Binding::Getter},
};
constexpr NativeRow name_rows[] = {{"name", "self", read<DetailGroup::NameError, detail::name>, Binding::Getter}};
constexpr NativeRow import_rows[] = {
    {"msg", "self", read<DetailGroup::ImportError, detail::import_message>, Binding::Getter},
    {"name", "self", read<DetailGroup::ImportError, detail::import_name>, Binding::Getter},
    {"name_from", "self", read<DetailGroup::ImportError, detail::import_name_from>, Binding::Getter},
    {"path", "self", read<DetailGroup::ImportError, detail::import_path>, Binding::Getter},
};
constexpr NativeRow os_rows[] = {
    {"characters_written", "self", read<DetailGroup::OSError, detail::os_written>, Binding::Getter},
    {"errno", "self", read<DetailGroup::OSError, detail::os_errno>, Binding::Getter},
    {"filename", "self", read<DetailGroup::OSError, detail::os_filename>, Binding::Getter},
    {"filename2", "self", read<DetailGroup::OSError, detail::os_second_filename>, Binding::Getter},
    {"strerror", "self", read<DetailGroup::OSError, detail::os_message>, Binding::Getter},
};
constexpr NativeRow syntax_rows[] = {
    {"_metadata", "self", read<DetailGroup::SyntaxError, detail::syntax_metadata>, Binding::Getter},
    {"end_lineno", "self", read<DetailGroup::SyntaxError, detail::syntax_end_line>, Binding::Getter},
    {"end_offset", "self", read<DetailGroup::SyntaxError, detail::syntax_end_offset>, Binding::Getter},
    {"filename", "self", read<DetailGroup::SyntaxError, detail::syntax_filename>, Binding::Getter},
    {"lineno", "self", read<DetailGroup::SyntaxError, detail::syntax_line>, Binding::Getter},
    {"msg", "self", read<DetailGroup::SyntaxError, detail::syntax_message>, Binding::Getter},
    {"offset", "self", read<DetailGroup::SyntaxError, detail::syntax_offset>, Binding::Getter},
    {"print_file_and_line", "self", read<DetailGroup::SyntaxError, detail::syntax_print_file>, Binding::Getter},
    {"text", "self", read<DetailGroup::SyntaxError, detail::syntax_text>, Binding::Getter},
};
constexpr NativeRow unicode_rows[] = {
    {"encoding", "self", read<DetailGroup::UnicodeError, detail::unicode_encoding>, Binding::Getter},
    {"end", "self", read<DetailGroup::UnicodeError, detail::unicode_end>, Binding::Getter},
    {"object", "self", read<DetailGroup::UnicodeError, detail::unicode_object>, Binding::Getter},
    {"reason", "self", read<DetailGroup::UnicodeError, detail::unicode_reason>, Binding::Getter},
    {"start", "self", read<DetailGroup::UnicodeError, detail::unicode_start>, Binding::Getter},
};
constexpr NativeRow value_rows[] = {{"value", "self", read<DetailGroup::StopIteration, 0>, Binding::Getter}};
constexpr NativeRow code_rows[] = {{"code", "self", read<DetailGroup::SystemExit, 0>, Binding::Getter}};

// The class of OSError that an error number stands for, as on Linux.
ExceptionType os_error_type(int64_t number) {
    switch (number) {
        case 1: case 13: return ExceptionType::PermissionError;
        case 2: return ExceptionType::FileNotFoundError;
        case 3: return ExceptionType::ProcessLookupError;
        case 4: return ExceptionType::InterruptedError;
        case 10: return ExceptionType::ChildProcessError;
        case 11: case 114: case 115: return ExceptionType::BlockingIOError;
        case 17: return ExceptionType::FileExistsError;
        case 20: return ExceptionType::NotADirectoryError;
        case 21: return ExceptionType::IsADirectoryError;
        case 32: case 108: return ExceptionType::BrokenPipeError;
        case 103: return ExceptionType::ConnectionAbortedError;
        case 104: return ExceptionType::ConnectionResetError;
        case 110: return ExceptionType::TimeoutError;
        case 111: return ExceptionType::ConnectionRefusedError;
        default: return ExceptionType::OSError;
    }
}

}  // namespace

DetailGroup detail_group(const Class* type) { return groups[static_cast<size_t>(exception_type_of(type))]; }

constinit const std::array<NativeFunction, 2> attribute_error_methods = native_table(Kind::Exception, attribute_rows);
constinit const std::array<NativeFunction, 1> name_error_methods = native_table(Kind::Exception, name_rows);
constinit const std::array<NativeFunction, 4> import_error_methods = native_table(Kind::Exception, import_rows);
constinit const std::array<NativeFunction, 5> os_error_methods = native_table(Kind::Exception, os_rows);
constinit const std::array<NativeFunction, 9> syntax_error_methods = native_table(Kind::Exception, syntax_rows);
constinit const std::array<NativeFunction, 5> unicode_error_methods = native_table(Kind::Exception, unicode_rows);
constinit const std::array<NativeFunction, 1> stop_iteration_methods = native_table(Kind::Exception, value_rows);
constinit const std::array<NativeFunction, 1> system_exit_methods = native_table(Kind::Exception, code_rows);

Value exception_detail(Run& run, Exception* exception, DetailGroup group, uint32_t place) {
    if (detail_group(exception->type) != group) return UNBOUND;
    const Tuple* details = details_of(run, exception, group);
    return details && place < details->count ? details->items[place] : UNBOUND;
}

void set_details(Run& run, Exception* exception, DetailGroup group, std::initializer_list<Value> values) {
    Details details;
    uint32_t place = 0;
    for (Value value : values) details[place++] = value;
    exception->details = made_of(run, group, details);
}

Value set_detail(Run& run, Exception* exception, std::string_view name, Value value) {
    DetailGroup group = detail_group(exception->type);
    std::span<const char* const> names = names_of(group);
    uint32_t place = 0;
    while (place < names.size() && name != names[place]) place++;
    if (place == names.size()) return UNBOUND;
    if (group == DetailGroup::ExceptionGroup) return run.raise(ExceptionType::AttributeError, {"readonly attribute"});
    bool is_number = group == DetailGroup::UnicodeError && (place == detail::unicode_start || place == detail::unicode_end);
    if (is_number && value == UNBOUND) return run.type_error({"can't delete numeric/char attribute"});
    if (is_number && int_of(value) == UNBOUND) return run.type_error({"an integer is required"});
    const Tuple* known = details_of(run, exception, group);
    if (!known || known->count != place_count(group)) return run.raise(ExceptionType::SystemError, {"bad exception"});
    replace_detail(run, exception, group, place, is_number ? int_of(value) : value);
    return NONE;
}

void replace_detail(Run& run, Exception* exception, DetailGroup group, uint32_t place, Value value) {
    const Tuple* known = details_of(run, exception, group);
    if (!known || place >= known->count) return;
    Tuple* changed = new_tuple(run.heap, known->view());
    if (!changed) return;
    changed->items[place] = value;
    exception->details = changed;
}

void keep_details(Run& run, Exception* exception) {
    DetailGroup group = detail_group(exception->type);
    if (group != DetailGroup::None) details_of(run, exception, group);
}

uint32_t ExceptionKeywords::count() const { return dict ? dict->live : names ? names->count : 0; }

Value ExceptionKeywords::find(std::string_view name) const {
    for (uint32_t i = 0; dict && i < dict->used; i++) {
        const Str* key = as<Str>(dict->entries[i].key);
        if (dict->entries[i].value != UNBOUND && key && key->view() == name) return dict->entries[i].value;
    }
    for (uint32_t i = 0; names && i < names->count; i++)
        if (cast<Str>(names->items[i])->view() == name) return values[i];
    return UNBOUND;
}

const Str* ExceptionKeywords::find_other(std::span<const char* const> known) const {
    auto is_known = [known](const Str* key) {
        for (const char* name : known)
            if (key->view() == name) return true;
        return false;
    };
    for (uint32_t i = 0; dict && i < dict->used; i++) {
        const Str* key = as<Str>(dict->entries[i].key);
        if (dict->entries[i].value != UNBOUND && key && !is_known(key)) return key;
    }
    for (uint32_t i = 0; names && i < names->count; i++)
        if (!is_known(cast<Str>(names->items[i]))) return cast<Str>(names->items[i]);
    return nullptr;
}

Value make_exception(Run& run, const Class* type, std::span<const Value> args) {
    if (args.size() > 512 && !run.heap.reserve(Tuple::cell_bytes(args.size()) * 2)) return run.refused();
    DetailGroup group = detail_group(type);
    Tuple* exceptions = nullptr;
    if (group == DetailGroup::ExceptionGroup) {
        Value checked = check_group(run, type, args, exceptions);
        if (checked != NONE) return checked;
    }
    if (type == exception_class(ExceptionType::OSError) && gives_os_details(args) && args[0].is_int())
        type = exception_class(os_error_type(args[0].as_int()));
    Exception* exception = new_exception(run, type, args);
    if (exceptions) set_details(run, exception, group, {args[0], Value::cell(exceptions)});
    return Value::cell(exception);
}

Value initialise_exception(Run& run, Exception* exception, std::span<const Value> args, const ExceptionKeywords& keywords) {
    if (is_subclass(exception->type, exception_class(ExceptionType::JSONDecodeError)))
        return initialise_json_error(run, exception, args, keywords);
    DetailGroup group = detail_group(exception->type);
    if (!accepts_keywords(run, exception, group, keywords)) return RAISED;
    if (group == DetailGroup::UnicodeError && !accepts_unicode(run, exception, args)) return RAISED;
    if (group == DetailGroup::SyntaxError && !accepts_syntax(run, args)) return RAISED;
    Tuple* row = args.empty() ? const_cast<Tuple*>(empty_tuple) : new_tuple(run.heap, args);
    if (!row) return run.refused();
    exception->args = Value::cell(row);
    if (group == DetailGroup::None || group == DetailGroup::ExceptionGroup) return NONE;
    Details details;
    take_arguments(run, exception, group, args, keywords, details);
    exception->details = made_of(run, group, details);
    if (group == DetailGroup::OSError && details[detail::os_filename] != UNBOUND) exception->args = run.tuple({args[0], args[1]});
    return NONE;
}

Value import_error_text(Run& run, Exception* exception) {
    Value message = exception_detail(run, exception, DetailGroup::ImportError, detail::import_message);
    return is_kind(message, Kind::Str) ? message : UNBOUND;
}

// "message (file.py, line 3)"
Value syntax_error_text(Run& run, Exception* exception) {
    auto get = [&](uint32_t place) { return exception_detail(run, exception, DetailGroup::SyntaxError, place); };
    Value message = get(detail::syntax_message);
    Str* filename = str_of(get(detail::syntax_filename));
    Value line = get(detail::syntax_line);
    if (message == UNBOUND) return run.text("None");
    Str* shown = str_of(message);
    if (!shown || (!filename && !line.is_int())) return run.str(message);
    std::string_view base = filename ? filename->view() : std::string_view{};
    if (size_t slash = base.rfind('/'); slash != std::string_view::npos) base.remove_prefix(slash + 1);
    if (!line.is_int()) return run.text({shown->view(), " (", base, ")"});
    Digits number(line.as_int());
    return run.text({shown->view(), " (", base, filename ? ", line " : "line ", number.view(), ")"});
}

Value group_text(Run& run, Exception* exception) {
    Str* message = str_of(exception_detail(run, exception, DetailGroup::ExceptionGroup, detail::group_message));
    Tuple* exceptions = as<Tuple>(exception_detail(run, exception, DetailGroup::ExceptionGroup, detail::group_exceptions));
    if (!message || !exceptions) return UNBOUND;
    return run.text({message->view(), " (", Digits(exceptions->count).view(), " sub-exception", exceptions->count == 1 ? ")" : "s)"});
}

}  // namespace exmonty
