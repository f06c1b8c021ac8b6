// Binding arguments to the parameters of Python functions and of natives, with CPython's error texts.
#include "vm/base/suggestion.h"
#include "vm/modules/modules.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/bind.h"

namespace exmonty {
namespace {

// "a", "a and b", "a, b, and c", each quoted.
bool append_names(TextSink& sink, const Str* const* names, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) sink.append(count == 2 ? " and " : i + 1 == count ? ", and " : ", ");
        sink.append('\'');
        sink.append(names[i]->view());
        sink.append('\'');
    }
    return !sink.failed;
}

struct Binder {
    Run& run;
    Function* function;
    CodeTemplate& code;
    const Arguments& arguments;
    Value* locals;

    std::string_view display_name() const { return function->qualified_name->view(); }
    uint32_t var_args_index() const { return code.positional_count + code.keyword_only_count; }

    Value missing(uint32_t first, uint32_t end, std::string_view kind) {
        const Str* names[64];
        uint32_t count = 0;
        uint32_t shown = 0;
        for (uint32_t i = first; i < end; i++) {
            if (locals[i] != UNBOUND) continue;
            count++;
            if (shown < 64) names[shown++] = code.local_names[i];
        }
        FixedText<4096> list;
        append_names(list, names, shown);
        return run.type_error({display_name(), "() missing ", Digits(count).view(), " required ", kind, " argument",
                               count == 1 ? ": " : "s: ", list.view()});
    }

    Value too_many(uint32_t given) {
        uint32_t defaults = function->defaults ? function->defaults->size() : 0;
        uint32_t takes = code.positional_count;
        uint32_t keywords_given = 0;
        for (uint32_t i = 0; i < code.keyword_only_count; i++) keywords_given += locals[takes + i] != UNBOUND;
        Digits least(takes - defaults);
        Digits most(takes);
        Digits count(given);
        Digits keyword_count(keywords_given);
        bool plural = defaults > 0 ? true : takes != 1;
        if (keywords_given) {
            return run.type_error({display_name(), "() takes ", defaults ? "from " : "", defaults ? least.view() : "",
                                   defaults ? " to " : "", most.view(), " positional argument", plural ? "s" : "",
                                   " but ", count.view(), " positional argument", given == 1 ? "" : "s",
                                   " (and ", keyword_count.view(), " keyword-only argument",
                                   keywords_given == 1 ? "" : "s", ") were given"});
        }
        return run.type_error({display_name(), "() takes ", defaults ? "from " : "", defaults ? least.view() : "",
                               defaults ? " to " : "", most.view(), " positional argument", plural ? "s" : "", " but ",
                               count.view(), given == 1 ? " was given" : " were given"});
    }

    // Index of the parameter of this name that keywords may fill, or -1; -2: positional-only.
    int64_t find_parameter(const Str* name) const {
        uint32_t end = var_args_index();
        for (uint32_t i = code.positional_only_count; i < end; i++)
            if (code.local_names[i] == name) return i;
        for (uint32_t i = code.positional_only_count; i < end; i++)
            if (equal(code.local_names[i], name)) return i;
        for (uint32_t i = 0; i < code.positional_only_count; i++)
            if (equal(code.local_names[i], name)) return -2;
        return -1;
    }

    Value unexpected_keyword(const Str* name) {
        Suggestion suggestion(name->view());
        for (uint32_t i = code.positional_only_count; i < var_args_index(); i++) suggestion.consider(code.local_names[i]->view());
        std::string_view best = suggestion.best();
        return run.type_error({display_name(), "() got an unexpected keyword argument '", name->view(), "'",
                               best.empty() ? "" : ". Did you mean '", best, best.empty() ? "" : "'?"});
    }

    Value positional_only_as_keywords() {
        const Str* names[64];
        uint32_t count = 0;
        for (uint32_t i = 0; i < code.positional_only_count && count < 64; i++)
            for (uint32_t k = 0; k < arguments.keyword_count(); k++)
                if (equal(code.local_names[i], cast<Str>(arguments.names->items[k]))) names[count++] = code.local_names[i];
        FixedText<4096> list;
        for (uint32_t i = 0; i < count; i++) {
            if (i > 0) list.append(", ");
            list.append(names[i]->view());
        }
        return run.type_error({display_name(), "() got some positional-only arguments passed as keyword arguments: '",
                               list.view(), "'"});
    }

    Value keywords() {
        Dict* extra = code.has(CodeFlag::VarKeywords) ? cast<Dict>(locals[keywords_index()]) : nullptr;
        for (uint32_t i = 0; i < arguments.keyword_count(); i++) {
            Str* name = cast<Str>(arguments.names->items[i]);
            // Each look-up walks the parameters: with very many of both that is long.
            if (var_args_index() > 200 && run.budget.poll(var_args_index())) return RAISED;
            int64_t index = find_parameter(name);
            if (index >= 0) {
                if (locals[index] != UNBOUND)
                    return run.type_error({display_name(), "() got multiple values for argument '", name->view(), "'"});
                locals[index] = arguments.keyword(i);
            } else if (extra) {
                if (!dict_set(run, extra, name, arguments.keyword(i))) return run.refused();
            } else if (index == -2) {
                return positional_only_as_keywords();
            } else {
                return unexpected_keyword(name);
            }
        }
        return NONE;
    }

    uint32_t keywords_index() const { return var_args_index() + (code.has(CodeFlag::VarArgs) ? 1 : 0); }

    Value bind() {
        uint32_t given = arguments.positional();
        uint32_t takes = code.positional_count;
        for (uint32_t i = 0; i < given && i < takes; i++) locals[i] = arguments.at(i);
        if (code.has(CodeFlag::VarArgs)) {
            uint32_t rest = given > takes ? given - takes : 0;
            Tuple* tuple = rest ? new_tuple(run.heap, rest) : const_cast<Tuple*>(empty_tuple);
            if (!tuple) return run.refused();
            for (uint32_t i = 0; i < rest; i++) tuple->items[i] = arguments.at(takes + i);
            locals[var_args_index()] = Value::cell(tuple);
        }
        if (code.has(CodeFlag::VarKeywords)) locals[keywords_index()] = Value::cell(new_dict(run.heap));
        if (arguments.names) {
            Value result = keywords();
            if (is_result(result)) return result;
        }
        if (given > takes && !code.has(CodeFlag::VarArgs)) return too_many(given);
        return defaults(given);
    }

    Value defaults(uint32_t given) {
        uint32_t takes = code.positional_count;
        if (given < takes) {
            uint32_t count = function->defaults ? function->defaults->size() : 0;
            uint32_t first = count <= takes ? takes - count : 0;
            for (uint32_t i = given; i < first; i++)
                if (locals[i] == UNBOUND) return missing(given, first, "positional");
            for (uint32_t i = given > first ? given : first; i < takes; i++)
                if (locals[i] == UNBOUND) locals[i] = function->defaults->items[i - first];
        }
        bool lacks = false;
        for (uint32_t i = takes; i < takes + code.keyword_only_count; i++) {
            if (locals[i] != UNBOUND) continue;
            if (function->keyword_defaults) locals[i] = dict_get(run, function->keyword_defaults, code.local_names[i]);
            lacks = lacks || locals[i] == UNBOUND;
        }
        if (lacks) return missing(takes, takes + code.keyword_only_count, "keyword-only");
        return NONE;
    }
};

}  // namespace

Value bind_function(Run& run, Function* function, const Arguments& arguments, Value* registers) {
    CodeTemplate& code = *function->code->code;
    if (code.parameter_count() <= code.register_locals) return Binder{run, function, code, arguments, registers}.bind();
    // More parameters than registers for locals: they are bound in a row of their own, and those that are spilled go to
    // the array that the register behind the locals holds.
    size_t spilled = code.local_names.size() - code.register_locals;
    if (!run.heap.reserve(sizeof(Value) * (code.local_names.size() + spilled))) return run.refused();
    Tuple* row = new_tuple(run.heap, code.parameter_count());
    Tuple* spill = new_tuple(run.heap, spilled);
    if (!row || !spill) return run.refused();
    Value result = Binder{run, function, code, arguments, row->items}.bind();
    if (is_result(result)) return result;
    for (uint32_t i = 0; i < row->count; i++)
        (i < code.register_locals ? registers[i] : spill->items[i - code.register_locals]) = row->items[i];
    registers[code.register_locals] = Value::cell(spill);
    return NONE;
}

namespace {

// The name of parameter `number` of a signature's text.
std::string_view parameter_name(std::string_view text, uint32_t number) {
    uint32_t seen = 0;
    size_t at = 0;
    while (at < text.size()) {
        size_t end = at;
        int depth = 0;
        char quote = 0;
        while (end < text.size() && (text[end] != ',' || depth > 0 || quote)) {
            char c = text[end++];
            if (quote) {
                if (c == '\\') end++;
                else if (c == quote) quote = 0;
            } else if (c == '\'' || c == '"') quote = c;
            else if (c == '(' || c == '[' || c == '{') depth++;
            else if (c == ')' || c == ']' || c == '}') depth--;
        }
        std::string_view part = text.substr(at, end - at);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        if (part != "/" && part.substr(0, 1) != "*") {
            if (seen == number) return part.substr(0, part.find('='));
            seen++;
        }
        at = end + 1;
    }
    return {};
}

// "str.upper", "math.sin", "print": what a message about a call names. A bound method is named by the class of self.
void append_native_name(TextSink& sink, const NativeFunction* native, Value self = UNBOUND) {
    std::string_view owner;
    if (const NativeModule* module = module_with_any_row(native)) {
        owner = module->name;
    } else if (native->binding == Binding::Method && self != UNBOUND) {
        const Class* type = is_kind(self, Kind::Class) ? cast<Class>(self) : class_of(self);
        owner = type->is_builtin() ? short_name(type) : class_name(type);
    } else if (const Class* builtin = class_with_row(native)) {
        owner = short_name(builtin);
    } else if (const Class* module_type = module_class_with_row(native)) {
        owner = short_name(module_type);
    }
    if (!owner.empty()) {
        sink.append(owner);
        sink.append('.');
    }
    sink.append(native->name);
}

// sorted() takes its one argument apart itself and hands its keywords to list.sort, which complains about them.
bool counts_itself(const NativeFunction* native) { return std::string_view(native->name) == "sorted"; }

// A call of a native with too many or too few positional arguments, in the words of CPython's different conventions.
struct NativeArity {
    Run& run;
    const NativeFunction* native;
    Value self;  // UNBOUND: no bound method
    int64_t takes;  // positional ones, without self
    int64_t least;
    int64_t got;

    NativeArity(Run& run, const NativeFunction* native, uint32_t given, Value self) : run(run), native(native), self(self) {
        const Signature& shape = native->shape;
        bool method = native->binding == Binding::Method || native->binding == Binding::ClassMethod;
        uint32_t hidden = method && shape.positional > 0 ? 1 : 0;
        takes = int64_t{shape.positional} - hidden;
        least = int64_t{shape.required} - hidden;
        got = int64_t{given} - hidden;
        keywords = shape.positional_only < shape.positional + shape.keyword_only || shape.var_keywords;
    }

    Value raise(int64_t keywords_given) {
        if (native->flags & NativeFunction::slot) return of_slot();
        if (counts_itself(native)) return unpacked(native->name);
        append_native_name(qualified, native, self);
        if (native->binding == Binding::Static && got == 0 && std::string_view(native->name) == "__new__")
            return run.type_error({qualified.view(), "(): not enough arguments"});
        if (std::string_view(native->name) == "__init_subclass__" && keywords_given > 0)
            return run.type_error({qualified.view(), "() takes no keyword arguments"});
        if (got < 0) return run.type_error({"unbound method ", qualified.view(), "() needs an argument"});
        if (keywords) return with_keywords(keywords_given);
        bool var_args = native->shape.var_args;
        if (takes == 0 && !var_args) return counted(qualified.view(), "no arguments");
        if (takes == 1 && least == 1 && !var_args) return counted(qualified.view(), "exactly one argument");
        return unpacked(native->name);
    }

  private:
    Value of_slot() {
        if (got < 0) {
            const Class* owner = class_with_row(native);
            return run.type_error({"descriptor '", native->name, "' of '", owner ? owner->name : "object", "' object needs an argument"});
        }
        const std::string_view name = native->name;
        if (name == "__pow__" || name == "__rpow__") return run.type_error({"expected 1 or 2 arguments, got ", Digits(got).view()});
        return unpacked(takes == least && takes < 2 ? std::string_view() : name);
    }
    Value counted(std::string_view name, std::string_view what) {
        return run.type_error({name, "() takes ", what, " (", Digits(got).view(), " given)"});
    }
    // "find expected at least 1 argument, got 0"
    Value unpacked(std::string_view name) {
        bool few = got < least;
        int64_t bound = few ? least : takes;
        bool exact = least == takes && !native->shape.var_args;
        return run.type_error({name, name.empty() ? "" : " ", "expected ", exact ? "" : few ? "at least " : "at most ",
                               Digits(bound).view(), bound == 1 ? " argument" : " arguments", ", got ", Digits(got).view()});
    }
    // "splitlines() takes at most 1 argument (2 given)"
    Value with_keywords(int64_t keywords_given) {
        int64_t most = takes + native->shape.keyword_only;
        int64_t all = got + keywords_given;
        if (all > most)
            return run.type_error({native->name, "() takes at most ", Digits(most).view(), " ",
                                   got == 0 ? "keyword " : "", most == 1 ? "argument (" : "arguments (", Digits(all).view(), " given)"});
        if (takes == 0) return run.type_error({native->name, "() takes no positional arguments"});
        int64_t bound = got > takes ? takes : least;
        return run.type_error({native->name, "() takes ", least == takes ? "exactly " : got > takes ? "at most " : "at least ",
                               Digits(bound).view(), bound == 1 ? " positional argument (" : " positional arguments (",
                               Digits(got).view(), " given)"});
    }

    FixedText<256> qualified;
    bool keywords = false;
};

Value no_keywords(Run& run, const NativeFunction* native, Value self) {
    if (native->flags & NativeFunction::slot) return run.type_error({"wrapper ", native->name, "() takes no keyword arguments"});
    FixedText<256> name;
    append_native_name(name, native, self);
    return run.type_error({name.view(), "() takes no keyword arguments"});
}

// Keywords that fit no free parameter: the first of them is told when nothing worse is wrong.
struct Misfits {
    Str* unknown = nullptr;
    Str* twice = nullptr;
    uint32_t twice_index = 0;
};

Value unexpected_keyword(Run& run, const NativeFunction* native, const Str* name) {
    const Signature& shape = native->shape;
    Suggestion suggestion(name->view());
    for (uint32_t i = shape.positional_only; i < shape.positional + shape.keyword_only; i++) suggestion.consider(parameter_name(native->signature, i));
    std::string_view best = suggestion.best();
    std::string_view function = counts_itself(native) ? "sort" : native->name;
    return run.type_error({function, "() got an unexpected keyword argument '", name->view(), "'", best.empty() ? "" : ". Did you mean '", best,
                           best.empty() ? "" : "'?"});
}

// Binds what was given by name. NONE, RAISED or COLLECT.
Value bind_keywords(Run& run, const NativeFunction* native, const Arguments& arguments, Value* bound, Misfits& misfits) {
    const Signature& shape = native->shape;
    uint32_t named = shape.positional + shape.keyword_only;
    for (uint32_t k = 0; k < arguments.keyword_count(); k++) {
        Str* name = cast<Str>(arguments.names->items[k]);
        uint32_t index = shape.positional_only;
        while (index < named && parameter_name(native->signature, index) != name->view()) index++;
        if (index < named && bound[index] == UNBOUND) {
            bound[index] = arguments.keyword(k);
        } else if (index < named) {
            if (!misfits.twice) misfits.twice_index = index;
            if (!misfits.twice) misfits.twice = name;
        } else if (shape.var_keywords) {
            Value& extra = bound[shape.fixed() - 1];
            if (extra == UNBOUND) extra = Value::cell(new_dict(run.heap));
            if (!dict_set(run, cast<Dict>(extra), name, arguments.keyword(k))) return run.refused();
        } else if (!misfits.unknown) {
            misfits.unknown = name;
        }
    }
    return NONE;
}

}  // namespace

// What is wrong with a call is told in CPython's order: how many arguments there are, what is missing, which names do not fit.
Value bind_native(Run& run, const NativeFunction* native, const Arguments& arguments, Value* bound) {
    const Signature& shape = native->shape;
    uint32_t fixed = shape.fixed();
    uint32_t given = arguments.positional();
    uint32_t named = shape.positional + shape.keyword_only;
    for (uint32_t i = 0; i < fixed; i++) bound[i] = UNBOUND;
    bool takes_names = named > shape.positional_only || shape.var_keywords;
    if (arguments.keyword_count() > 0 && !takes_names && !counts_itself(native)) return no_keywords(run, native, arguments.self);
    bool too_many = !shape.var_args && given > shape.positional;
    bool too_many_in_all = !shape.var_args && !shape.var_keywords && !counts_itself(native) && given + arguments.keyword_count() > named;
    if (too_many || too_many_in_all) return NativeArity(run, native, given, arguments.self).raise(arguments.keyword_count());
    for (uint32_t i = 0; i < given && i < shape.positional; i++) bound[i] = arguments.at(i);
    for (uint32_t i = shape.positional; i < given; i++) bound[fixed + i - shape.positional] = arguments.at(i);
    Misfits misfits;
    Value result = bind_keywords(run, native, arguments, bound, misfits);
    if (is_result(result)) return result;
    uint32_t hidden = native->binding == Binding::Static ? 1 : 0;
    for (uint32_t i = 0; i < shape.required; i++) {
        if (bound[i] != UNBOUND) continue;
        if (i < shape.positional_only) return NativeArity(run, native, given, arguments.self).raise(arguments.keyword_count());
        return run.type_error({native->name, "() missing required argument '", parameter_name(native->signature, i), "' (pos ",
                               Digits(i + hidden).view(), ")"});
    }
    if (misfits.twice)
        return run.type_error({"argument for ", native->name, "() given by name ('", misfits.twice->view(), "') and position (",
                               Digits(misfits.twice_index + hidden).view(), ")"});
    if (!misfits.unknown) return NONE;
    // max() and min() look at what they are given before they look at its names.
    std::string_view name = native->name;
    if (given == 0 && (name == "max" || name == "min")) return run.type_error({name, " expected at least 1 argument, got 0"});
    return unexpected_keyword(run, native, misfits.unknown);
}

}  // namespace exmonty
