// Calls: in a window of registers where that is possible, else through a list and a dict.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

constexpr uint32_t most_arguments = 200;

}  // namespace

// Of several names that come twice, the one that comes first is reported where it is repeated.
void Unit::check_keywords(const Span<Keyword>& keywords) {
    if (keywords.size() < 2) return;
    ArenaMap<std::string_view, size_t, TextKey> seen(arena());
    size_t first = keywords.size();
    const Keyword* repeated = nullptr;
    for (size_t i = 0; i < keywords.size(); i++) {
        if (keywords[i].is_unpacking()) continue;
        const size_t before = *seen.insert(keywords[i].arg, i);
        if (before == i || before >= first) continue;
        first = before;
        repeated = &keywords[i];
    }
    if (repeated != nullptr) compilation().fail(repeated->span, "keyword argument repeated: ", repeated->arg, {});
}

// Whether the arguments can stand in registers, two more than they are being held by the callee.
bool Unit::fits_window(const Expressions& arguments, const Span<Keyword>& keywords) const {
    const size_t count = arguments.size() + keywords.size();
    if (count > most_arguments || count + 2 > room()) return false;
    for (const Expression* argument : arguments)
        if (argument->is<Starred>()) return false;
    for (const Keyword& keyword : keywords)
        if (keyword.is_unpacking()) return false;
    return true;
}

std::span<const uint32_t> Unit::keyword_names(const Span<Keyword>& keywords) {
    ArenaVector<uint32_t> names(arena());
    for (const Keyword& keyword : keywords)
        names.push(assembler_.constants().str(mangle(compilation(), *scope_, keyword.arg)));
    return {names.data(), names.size()};
}

// Calls what stands at the window, the newest temporary (after LOAD_METHOD: one of two); the result comes there.
void Unit::call(const SourceSpan& span, Register window, bool is_method, const Expressions& arguments,
                const Span<Keyword>& keywords) {
    const Temporaries temporaries(*this);
    check_keywords(keywords);
    if (!is_method && !fits_window(arguments, keywords)) return call_spread(span, window, 0, arguments, keywords);
    for (const Expression* argument : arguments) temporary(*argument);
    for (const Keyword& keyword : keywords) temporary(*keyword.value);
    const auto count = static_cast<uint32_t>(arguments.size() + keywords.size());
    if (keywords.empty()) return emit(span, is_method ? Op::CALL_METHOD : Op::CALL, window, count);
    const uint32_t names = assembler_.constants().tuple(keyword_names(keywords));
    if (is_reachable_)
        emit_extra(span, is_method ? Op::CALL_METHOD_KW : Op::CALL_KW, window, count, 0, assembler_.site(names));
}

// The same with any number of arguments and with unpacking. The first `passed_count` arguments stand already in the
// registers behind the window.
void Unit::call_spread(const SourceSpan& span, Register window, uint32_t passed_count, const Expressions& arguments,
                       const Span<Keyword>& keywords) {
    top_ = window + 1 + passed_count;
    const Register positional = passed_count == 0 ? push() : window + 1;
    if (passed_count == 0 && arguments.size() == 1 && arguments[0]->is<Starred>())
        into(*arguments[0]->as<Starred>()->value, positional);
    else
        positional_sequence(span, passed_count, arguments, positional);
    top_ = positional + 1;
    const Register named = push();
    if (!keywords.empty()) keyword_dictionary(span, keywords, window, named);
    emit(span, Op::CALL_EX, window, keywords.empty() ? 0 : 1);
}

// The positional arguments in a list or tuple.
void Unit::positional_sequence(const SourceSpan& span, uint32_t passed_count, const Expressions& arguments,
                               Register target) {
    if (passed_count == 0 && arguments.empty()) return load_literal(span, Literal{.kind = ConstantKind::Tuple}, target);
    if (passed_count == 0) return collect_list(span, arguments, target);
    emit(span, Op::BUILD_LIST, target, target, passed_count);
    top_ = target + 1;
    add_elements(span, Op::LIST_APPEND, Op::LIST_EXTEND, arguments, 0, target);
}

// The keyword arguments in a dict. A name that comes twice is an error that the function's name stands in.
void Unit::keyword_dictionary(const SourceSpan& span, const Span<Keyword>& keywords, Register function,
                              Register target) {
    const Temporaries temporaries(*this);
    bool exists = false;
    size_t index = 0;
    while (index < keywords.size()) {
        if (compilation().is_over()) return;
        const Temporaries pair_temporaries(*this);
        if (keywords[index].is_unpacking()) {
            if (!exists) emit(span, Op::BUILD_MAP, target, target, 0);
            const Register mapping = bound_value(*keywords[index].value);
            emit(span, Op::MAP_MERGE, target, mapping, function);
            index++;
        } else {
            // A run of names between two unpackings.
            const Register run = exists ? push() : target;
            emit(span, Op::BUILD_MAP, run, run, 0);
            for (; index < keywords.size() && !keywords[index].is_unpacking(); index++) {
                const Temporaries item_temporaries(*this);
                const Register name = push();
                load_str(span, mangle(compilation(), *scope_, keywords[index].arg), name);
                const Register item = bound_value(*keywords[index].value);
                emit(span, Op::MAP_SET, run, name, item);
            }
            if (exists) emit(span, Op::MAP_MERGE, target, run, function);
        }
        exists = true;
    }
}

}  // namespace exmonty
