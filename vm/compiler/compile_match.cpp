// match statements.
//
// The subject lies in a temporary. A pattern jumps to `next` unless it matches; what it captures stays in temporaries until all
// of it has matched and is stored then, so that a pattern that fails binds nothing.
// https://docs.python.org/3/reference/compound_stmts.html#the-match-statement
#include "vm/compiler/unit.h"

#include "vm/bytecode/intrinsic.h"
#include "vm/compiler/unparse.h"

namespace exmonty {

using namespace ast;

// A name and where its value waits.
struct Unit::Capture {
    std::string_view name;
    Register reg;
};

struct Unit::PatternState {
    explicit PatternState(Arena& arena) : captures(arena) {}

    ArenaVector<Capture> captures;
    // Where it goes when the pattern does not match.
    Target* next = nullptr;
};

namespace {

bool is_wildcard(const Pattern& pattern) {
    const MatchAs* as = pattern.try_as<MatchAs>();
    return as != nullptr && as->pattern == nullptr && as->name.empty();
}

bool is_wildcard_star(const Pattern& pattern) {
    const MatchStar* star = pattern.try_as<MatchStar>();
    return star != nullptr && star->name.empty();
}

// A pattern that always matches, and what it is called in messages.
const MatchAs* irrefutable(const Pattern& pattern) {
    const MatchAs* as = pattern.try_as<MatchAs>();
    return as != nullptr && as->pattern == nullptr ? as : nullptr;
}

bool is_number(const Literal& literal) {
    return literal.kind == ConstantKind::Int || literal.kind == ConstantKind::Float || literal.kind == ConstantKind::True ||
           literal.kind == ConstantKind::False;
}

// Numbers are equal across their kinds; an int that is too long for a word has its digits as text.
bool equal_numbers(const Literal& a, const Literal& b) {
    const bool is_long = !a.text.empty() || !b.text.empty();
    if (is_long) return a.kind == b.kind && a.text == b.text && a.base == b.base;
    const auto real = [](const Literal& one) {
        return one.kind == ConstantKind::Float ? one.real : one.kind == ConstantKind::True ? 1 : static_cast<double>(one.number);
    };
    if (a.kind == ConstantKind::Int && b.kind == ConstantKind::Int) return a.number == b.number;
    return real(a) == real(b);
}

bool are_equal_keys(const Literal& a, const Literal& b) {
    if (is_number(a) && is_number(b)) return equal_numbers(a, b);
    return a.kind == b.kind && a.text == b.text;
}

// All names that a pattern captures, each once.
void collect_names(const Pattern& node, ArenaVector<std::string_view>& names) {
    const auto add = [&](std::string_view name) {
        for (const std::string_view known : names)
            if (known == name) return;
        if (!name.empty()) names.push(name);
    };
    const auto all = [&](const Patterns& patterns) {
        for (const Pattern* one : patterns) collect_names(*one, names);
    };
    if (const MatchSequence* sequence = node.try_as<MatchSequence>()) return all(sequence->patterns);
    if (const MatchStar* star = node.try_as<MatchStar>()) return add(star->name);
    if (const MatchOr* alternatives = node.try_as<MatchOr>()) return all(alternatives->patterns);
    if (const MatchMapping* mapping = node.try_as<MatchMapping>()) {
        all(mapping->patterns);
        return add(mapping->rest);
    }
    if (const MatchClass* of_class = node.try_as<MatchClass>()) {
        all(of_class->patterns);
        return all(of_class->kwd_patterns);
    }
    if (const MatchAs* as = node.try_as<MatchAs>()) {
        if (as->pattern != nullptr) collect_names(*as->pattern, names);
        add(as->name);
    }
}

}  // namespace

void Unit::match_statement(const Match& node) {
    const Register subject = push();
    into(*node.subject, subject);
    Target end;
    for (size_t i = 0; i < node.cases.size(); i++) {
        if (compilation().should_stop()) return;
        const MatchCase& one = node.cases[i];
        const bool is_last = i + 1 == node.cases.size();
        if (!is_last && one.guard == nullptr) check_reachable_after(*one.pattern);
        const Temporaries temporaries(*this);
        Target next;
        match_case(one, subject, next);
        if (!is_last || next.is_reached) jump(one.pattern->span, end);
        bind(next);
    }
    bind(end);
}

void Unit::match_case(const MatchCase& node, Register subject, Target& next) {
    {
        const Temporaries temporaries(*this);
        PatternState state(arena());
        state.next = &next;
        expression_base_ = top_;
        pattern(*node.pattern, subject, state);
        for (const Capture& capture : state.captures) store(node.pattern->span, place_of(capture.name), capture.reg);
    }
    expression_base_ = top_;
    if (node.guard != nullptr) branch(*node.guard, false, next);
    statements(node.body);
}

// A pattern that matches everything must be the last one.
void Unit::check_reachable_after(const Pattern& node) {
    if (const MatchAs* as = irrefutable(node)) {
        if (as->name.empty()) return compilation().fail(node.span, "wildcard makes remaining patterns unreachable");
        return compilation().fail(node.span, "name capture '", as->name, "' makes remaining patterns unreachable");
    }
    const MatchAs* named = node.try_as<MatchAs>();
    if (named != nullptr && named->pattern != nullptr) return check_reachable_after(*named->pattern);
    const MatchOr* alternatives = node.try_as<MatchOr>();
    if (alternatives != nullptr) check_reachable_after(*alternatives->patterns.back());
}

void Unit::capture(const SourceSpan& span, std::string_view name, Register reg, PatternState& state) {
    if (name.empty()) return;
    for (const Capture& known : state.captures)
        if (known.name == name) return compilation().fail(span, "multiple assignments to name '", name, "' in pattern");
    state.captures.push({name, reg});
}

// `subject` keeps its value until the end of the case.
void Unit::pattern(const Pattern& node, Register subject, PatternState& state) {
    if (compilation().is_over()) return;
    switch (node.kind) {
        case NodeKind::MatchValue:
            return branch_pair(node.span, CompareOperator::Eq, subject, *node.as<MatchValue>()->value, false, *state.next);
        case NodeKind::MatchSingleton:
            return singleton_pattern(*node.as<MatchSingleton>(), subject, state);
        case NodeKind::MatchSequence:
            return sequence_pattern(*node.as<MatchSequence>(), subject, state);
        case NodeKind::MatchMapping:
            return mapping_pattern(*node.as<MatchMapping>(), subject, state);
        case NodeKind::MatchClass:
            return class_pattern(*node.as<MatchClass>(), subject, state);
        case NodeKind::MatchStar:
            return capture(node.span, node.as<MatchStar>()->name, subject, state);
        case NodeKind::MatchAs: {
            const MatchAs& as = *node.as<MatchAs>();
            if (as.pattern != nullptr) pattern(*as.pattern, subject, state);
            return capture(node.span, as.name, subject, state);
        }
        case NodeKind::MatchOr:
            return or_pattern(*node.as<MatchOr>(), subject, state);
        default:
            return;
    }
}

void Unit::singleton_pattern(const MatchSingleton& node, Register subject, PatternState& state) {
    if (node.value == ConstantType::None) return emit_jump(node.span, Op::JUMP_IF_NONE, subject, 0, 0, *state.next);
    const Temporaries temporaries(*this);
    const Register wanted = push();
    load_literal(node.span, Literal{.kind = node.value == ConstantType::True ? ConstantKind::True : ConstantKind::False}, wanted);
    emit_jump(node.span, Op::JUMP_IS, subject, wanted, 0, *state.next);
}

// The length of `subject` is not what it must be: on to the next case.
void Unit::check_length(const SourceSpan& span, Register length, uint32_t count, bool is_exact, PatternState& state) {
    const Literal wanted{.kind = ConstantKind::Int, .number = static_cast<int64_t>(count)};
    const Op small = is_exact ? Op::JUMP_NE_I : Op::JUMP_LT_I;
    if (count <= INT8_MAX) return emit_jump(span, small, length, count, 1, *state.next);
    const Temporaries temporaries(*this);
    const Register reg = push();
    load_literal(span, wanted, reg);
    emit_jump(span, is_exact ? Op::JUMP_NE : Op::JUMP_LT, length, reg, 1, *state.next);
}

void Unit::check_kind(const SourceSpan& span, MatchKind kind, Register subject, PatternState& state) {
    const Temporaries temporaries(*this);
    const Register is_one = push();
    emit(span, Op::MATCH_KIND, is_one, subject, static_cast<uint32_t>(kind));
    emit_jump(span, Op::JUMP_IF, is_one, 0, 0, *state.next);
}

void Unit::sequence_pattern(const MatchSequence& node, Register subject, PatternState& state) {
    const auto count = static_cast<uint32_t>(node.patterns.size());
    uint32_t star = count;
    bool are_wildcards = true;
    for (uint32_t i = 0; i < count; i++) {
        if (!node.patterns[i]->is<MatchStar>()) {
            are_wildcards = are_wildcards && is_wildcard(*node.patterns[i]);
            continue;
        }
        if (star != count) return compilation().fail(node.span, "multiple starred names in sequence pattern");
        star = i;
        are_wildcards = are_wildcards && is_wildcard_star(*node.patterns[i]);
    }
    check_kind(node.span, MatchKind::Sequence, subject, state);
    const bool has_star = star != count;
    if (count == 1 && has_star && are_wildcards) return;
    const Register length = push();
    emit(node.span, Op::LENGTH, length, subject);
    check_length(node.span, length, has_star ? count - 1 : count, !has_star, state);
    if (are_wildcards) return;
    if ((has_star && is_wildcard_star(*node.patterns[star])) || count + 2 > room())
        return sequence_by_item(node, subject, star, length, state);
    const Register window = push(count);
    if (has_star) emit_extra(node.span, Op::UNPACK_STAR, subject, window, star, count - star - 1);
    else emit(node.span, Op::UNPACK, subject, window, count);
    for (uint32_t i = 0; i < count; i++) pattern(*node.patterns[i], window + i, state);
}

// Only the items that count are read; those behind the star by their distance from the end.
void Unit::sequence_by_item(const MatchSequence& node, Register subject, uint32_t star, Register length, PatternState& state) {
    const auto count = static_cast<uint32_t>(node.patterns.size());
    for (uint32_t i = 0; i < count; i++) {
        const Pattern& one = *node.patterns[i];
        if (compilation().is_over()) return;
        if (is_wildcard(one) || is_wildcard_star(one)) continue;
        if (i == star) return compilation().fail(node.span, "too many values are needed at once");
        const Register item = push();
        if (i < star && i <= INT8_MAX) {
            emit(one.span, Op::LOAD_ITEM_I, item, subject, i);
        } else {
            load_integer(one.span, i < star ? i : count - i, item);
            if (i > star) {
                // Asked anew for each, as CPython does.
                emit(one.span, Op::LENGTH, length, subject);
                emit(one.span, Op::SUB, item, length, item);
            }
            emit(one.span, Op::LOAD_ITEM, item, subject, item);
        }
        pattern(one, item, state);
    }
}

void Unit::mapping_pattern(const MatchMapping& node, Register subject, PatternState& state) {
    check_mapping_keys(node);
    check_kind(node.span, MatchKind::Mapping, subject, state);
    const auto count = static_cast<uint32_t>(node.keys.size());
    if (count == 0 && node.rest.empty()) return;
    const Register keys = push();
    if (count != 0) {
        const Temporaries temporaries(*this);
        const Register length = push();
        emit(node.span, Op::LENGTH, length, subject);
        check_length(node.span, length, count, false, state);
    }
    build_sequence(node.span, Op::BUILD_TUPLE, node.keys, keys);
    if (count != 0) {
        const Register found = push(2);
        move(node.span, found, subject);
        move(node.span, found + 1, keys);
        emit(node.span, Op::CALL_INTRINSIC, found, 2, static_cast<uint32_t>(Intrinsic::match_keys));
        subpatterns(node.span, found, node.patterns, {}, state);
    }
    if (node.rest.empty()) return;
    const Register rest = push(2);
    move(node.span, rest, subject);
    move(node.span, rest + 1, keys);
    emit(node.span, Op::CALL_INTRINSIC, rest, 2, static_cast<uint32_t>(Intrinsic::match_rest));
    capture(node.span, node.rest, rest, state);
}

// Keys that are written out must differ.
void Unit::check_mapping_keys(const MatchMapping& node) {
    ArenaVector<const Literal*> known(arena());
    for (const Expression* key : node.keys) {
        const Literal* literal = fold(*key);
        if (literal == nullptr) continue;
        for (const Literal* other : known)
            if (are_equal_keys(*literal, *other))
                return compilation().fail(node.span, "mapping pattern checks duplicate key (", unparse(compilation(), *key), ")");
        known.push(literal);
    }
}

// `found` holds None, or the tuple of what the sub-patterns are matched with.
void Unit::subpatterns(const SourceSpan& span, Register found, const Patterns& first, const Patterns& then, PatternState& state) {
    emit_jump(span, Op::JUMP_IF_NONE, found, 1, 0, *state.next);
    const auto count = static_cast<uint32_t>(first.size() + then.size());
    if (count == 0) return;
    const auto one = [&](uint32_t i) -> const Pattern& { return i < first.size() ? *first[i] : *then[i - first.size()]; };
    if (count + 2 <= room()) {
        const Register window = push(count);
        emit(span, Op::UNPACK, found, window, count);
        for (uint32_t i = 0; i < count; i++) pattern(one(i), window + i, state);
        return;
    }
    for (uint32_t i = 0; i < count && !compilation().is_over(); i++) {
        if (is_wildcard(one(i))) continue;
        const Register item = push();
        load_integer(span, i, item);
        emit(span, Op::LOAD_ITEM, item, found, item);
        pattern(one(i), item, state);
    }
}

void Unit::class_pattern(const MatchClass& node, Register subject, PatternState& state) {
    for (size_t i = 0; i < node.kwd_attrs.size(); i++)
        for (size_t j = 0; j < i; j++)
            if (node.kwd_attrs[i] == node.kwd_attrs[j])
                return compilation().fail(node.kwd_patterns[i]->span, "attribute name repeated in class pattern: ", node.kwd_attrs[i], "");
    const Register window = push(4);
    into(*node.cls, window + 1);
    move(node.span, window, subject);
    load_integer(node.span, static_cast<int64_t>(node.patterns.size()), window + 2);
    ArenaVector<uint32_t> names(arena());
    for (const std::string_view name : node.kwd_attrs) names.push(assembler_.constants().str(mangle(compilation(), *scope_, name)));
    load_constant(node.span, assembler_.constants().tuple({names.data(), names.size()}), window + 3);
    emit(node.span, Op::CALL_INTRINSIC, window, 4, static_cast<uint32_t>(Intrinsic::match_class));
    subpatterns(node.span, window, node.patterns, node.kwd_patterns, state);
}

// Each alternative leaves what it captures in the same registers.
void Unit::or_pattern(const MatchOr& node, Register subject, PatternState& state) {
    Target matched;
    Register common = 0;
    ArenaVector<std::string_view> names(arena());
    for (size_t i = 0; i < node.patterns.size(); i++) {
        if (compilation().should_stop()) return;
        const Pattern& one = *node.patterns[i];
        const bool is_last = i + 1 == node.patterns.size();
        if (!is_last) check_reachable_after(one);
        if (i == 0) {
            collect_names(one, names);
            common = push(static_cast<uint32_t>(names.size()));
        }
        const Temporaries temporaries(*this);
        Target other;
        PatternState inner(arena());
        inner.next = is_last ? state.next : &other;
        pattern(one, subject, inner);
        if (inner.captures.size() != names.size())
            return compilation().fail(node.span, "alternative patterns bind different names");
        for (const Capture& capture : inner.captures) {
            size_t number = 0;
            while (number < names.size() && names[number] != capture.name) number++;
            if (number == names.size()) return compilation().fail(node.span, "alternative patterns bind different names");
            move(one.span, common + static_cast<Register>(number), capture.reg);
        }
        if (!is_last) {
            jump(one.span, matched);
            bind(other);
        }
    }
    bind(matched);
    for (size_t i = 0; i < names.size(); i++) capture(node.span, names[i], common + static_cast<Register>(i), state);
}

}  // namespace exmonty
