// Invariants of the walk
//  * The work stack holds a level for each pair of containers that are being compared, the outermost first; the walk's
//    answer is that of the level that ended last. Only levels of sequences can have another comparison than ==, and
//    only as the outermost: a decided `<` of two items replaces its level.
//  * A level refers to its containers by index and looks at their sizes anew each turn, because Python code may change
//    them in between. A dict or set whose table moved while Python compared two keys is searched again.
//  * Until Python code is needed the stack lies in the caller's memory; then it moves to a cell and the walk is a step.
#include "vm/objects/deep_compare.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/local_stack.h"
#include "vm/objects/pacer.h"
#include "vm/objects/set.h"

namespace exmonty {
namespace {

enum class Family : uint8_t { None, List, Tuple, Dict, Set };

Family family_of(Value value) {
    if (!value.is_cell()) return Family::None;
    switch (value.as_cell()->kind) {
        case Kind::List: return Family::List;
        case Kind::Tuple: return Family::Tuple;
        case Kind::Dict: return Family::Dict;
        case Kind::Set:
        case Kind::FrozenSet: return Family::Set;
        default: return Family::None;
    }
}

std::span<const Value> items_of(Value sequence) {
    if (const List* list = as<List>(sequence)) return {list->items, list->size};
    return cast<Tuple>(sequence)->view();
}

// One level: values of the work stack.
struct Level {
    static constexpr uint32_t width = 7;
    Value& a;
    Value& b;
    Value& op;        // Comparison
    Value& position;  // of a
    Value& cursor;    // dict and set: where the search in b stands
    Value& version;   // dict and set: of b's table, when the search began
    Value& found;     // dict: the entry of b that has the key, plus 1; 0: its key is being searched

    explicit Level(WorkStack& stack)
        : a(stack.top(6)), b(stack.top(5)), op(stack.top(4)), position(stack.top(3)), cursor(stack.top(2)),
          version(stack.top(1)), found(stack.top()) {}

    Comparison comparison() const { return static_cast<Comparison>(op.as_int()); }
    uint32_t index() const { return static_cast<uint32_t>(position.as_int()); }
    void advance() { move_to(index() + 1); }
    void move_to(uint32_t number) {
        position = Value::integer(number);
        cursor = Value::integer(0);
        found = Value::integer(0);
    }
};

// What one turn of the walk came to.
enum class Turn : uint8_t {
    Continue,  // the level went on, or another one was pushed
    Answer,    // the level ended
    Ask,       // `a == b` of two items needs Python code; its answer is the next input
    AskOrder,  // so does `a op b`, and that is the walk's answer
    NeedCell,  // there is no room for another level here; the turn was not made
    Stop,      // RAISED or COLLECT, in `answer`; the turn was not made
};

class CompareWalk {
  public:
    CompareWalk(Run& run, WorkStack& stack, bool in_cell) : run_(run), stack_(stack), in_cell_(in_cell) {}

    Value answer = UNBOUND;
    Value ask_a = UNBOUND;
    Value ask_b = UNBOUND;
    Comparison ask_op = Comparison::Eq;

    // False: no room for the level, or memory was refused.
    bool push_level(Comparison op, Value a, Value b) {
        for (const Value value : {a, b, Value::integer(static_cast<int64_t>(op)), Value::integer(0), Value::integer(0),
                                  Value::integer(0), Value::integer(0)}) {
            if (in_cell_ ? push(run_.heap, &stack_, value) : push_local(value)) continue;
            return false;
        }
        return true;
    }

    // Goes on until there is an answer or Python code is needed. `equal`: the answer to what was asked, or UNBOUND.
    Turn walk(Value equal) {
        Pacer pacer(run_.budget);
        Turn turn = Turn::Continue;
        if (equal != UNBOUND) turn = receive(equal == TRUE);
        for (;;) {
            if (turn == Turn::Answer) {
                stack_.drop(Level::width);
                if (stack_.size == 0) return turn;
                turn = receive(answer == TRUE);
                continue;
            }
            if (turn != Turn::Continue) return turn;
            if (pacer.tick()) return stop(RAISED);
            turn = step();
        }
    }

  private:
    bool push_local(Value value) {
        if (stack_.size == stack_.capacity) return false;
        stack_.values[stack_.size++] = value;
        return true;
    }

    Turn stop(Value result) {
        answer = result;
        return Turn::Stop;
    }
    Turn end(bool truth) {
        answer = boolean(truth);
        return Turn::Answer;
    }
    Turn ask(Value a, Value b) {
        ask_a = a;
        ask_b = b;
        return Turn::Ask;
    }

    // a == b as part of a level. Equal, Different: decided.
    Turn equality(Value a, Value b, Equality& result) {
        if (poll_comparison(run_, a, b)) return stop(RAISED);
        result = quick_equal(a, b);
        if (result != Equality::Unknown) return Turn::Continue;
        const Family family = family_of(a);
        const Family other = family_of(b);
        if (family == Family::None || other == Family::None) return ask(a, b);
        const bool other_length = family == Family::List && cast<List>(a)->size != cast<List>(b)->size;
        if (family != other || other_length) {
            result = Equality::Different;
            return Turn::Continue;
        }
        if (stack_.size / Level::width + run_.budget.native_depth >= Budget::native_depth_limit)
            return stop(run_.raise(ExceptionType::RecursionError, {"maximum recursion depth exceeded in comparison"}));
        const uint32_t size = stack_.size;
        if (push_level(Comparison::Eq, a, b)) return Turn::Continue;
        stack_.size = size;
        return in_cell_ ? stop(run_.refused()) : Turn::NeedCell;
    }

    Turn step() {
        Level level(stack_);
        const Value kept[] = {level.position, level.cursor, level.version, level.found};
        const Turn turn = step(level);
        if (turn != Turn::NeedCell && turn != Turn::Stop) return turn;
        level.position = kept[0];
        level.cursor = kept[1];
        level.version = kept[2];
        level.found = kept[3];
        return turn;
    }
    Turn step(Level& level) {
        switch (family_of(level.a)) {
            case Family::Dict: return step_dict(level);
            case Family::Set: return step_set(level);
            default: return step_sequence(level);
        }
    }

    // The answer to the equality that the top level waits for.
    Turn receive(bool equal) {
        Level level(stack_);
        switch (family_of(level.a)) {
            case Family::Dict: return receive_dict(level, equal);
            case Family::Set: return receive_set(level, equal);
            default: return equal ? advance(level) : decided(level);
        }
    }
    Turn advance(Level& level) {
        level.advance();
        return Turn::Continue;
    }

    // ---- Sequences: the first items that differ decide, else the lengths.

    Turn step_sequence(Level& level) {
        const std::span<const Value> a = items_of(level.a);
        const std::span<const Value> b = items_of(level.b);
        const uint32_t index = level.index();
        if (index >= a.size() || index >= b.size()) return end(holds(level.comparison(), a.size(), b.size()));
        const uint32_t size = stack_.size;
        Equality result;
        const Turn turn = equality(a[index], b[index], result);
        if (turn != Turn::Continue || stack_.size != size) return turn;
        return result == Equality::Equal ? advance(level) : decided(level);
    }

    Turn decided(Level& level) {
        const Comparison op = level.comparison();
        if (op == Comparison::Eq) return end(false);
        if (op == Comparison::Ne) return end(true);
        const std::span<const Value> items_a = items_of(level.a);
        const std::span<const Value> items_b = items_of(level.b);
        const uint32_t index = level.index();
        // The comparison may have shortened a list.
        if (index >= items_a.size() || index >= items_b.size()) return end(holds(op, items_a.size(), items_b.size()));
        const Value a = items_a[index];
        const Value b = items_b[index];
        const Family family = family_of(a);
        if (family == family_of(b) && (family == Family::List || family == Family::Tuple)) {
            level.a = a;
            level.b = b;
            level.move_to(0);
            return Turn::Continue;
        }
        if (both_int(a, b)) return end(holds(op, a.as_int(), b.as_int()));
        ask_a = a;
        ask_b = b;
        ask_op = op;
        return Turn::AskOrder;
    }

    // ---- Dicts: as many keys, and each key of a is in b with an equal value.

    Turn step_dict(Level& level) {
        const Dict* a = cast<Dict>(level.a);
        const Dict* b = cast<Dict>(level.b);
        const uint32_t index = dict_next(a, level.index());
        if (level.index() == 0 && a->live != b->live) return end(false);
        if (index >= a->used) return end(true);
        if (index != level.index()) level.move_to(index);
        if (level.found.as_int() != 0) return compare_values(level, a, b);
        const DictEntry& entry = a->entries[index];
        if (level.cursor.as_int() == 0) level.version = Value::integer(b->keys_version);
        const DictFind find = dict_find(b, entry.key, entry.hash, static_cast<uint64_t>(level.cursor.as_int()));
        if (find.outcome == DictFind::Outcome::Missing) return end(false);
        level.cursor = Value::integer(static_cast<int64_t>(find.cursor));
        if (find.outcome == DictFind::Outcome::Found) {
            level.found = Value::integer(int64_t{find.entry} + 1);
            return compare_values(level, a, b);
        }
        return compare_keys(b->entries[find.entry].key, entry.key, find.entry);
    }

    // The level remembers the entry that is being asked about as a negative number.
    Turn compare_keys(Value key_of_b, Value key, uint32_t entry) {
        Level(stack_).found = Value::integer(-(int64_t{entry} + 1));
        const uint32_t size = stack_.size;
        Equality result;
        const Turn turn = equality(key_of_b, key, result);
        if (turn != Turn::Continue || stack_.size != size) return turn;
        return receive(result == Equality::Equal);
    }

    Turn compare_values(Level& level, const Dict* a, const Dict* b) {
        const uint32_t entry = static_cast<uint32_t>(level.found.as_int() - 1);
        if (entry >= b->used || b->entries[entry].value == UNBOUND) return end(false);
        const uint32_t size = stack_.size;
        Equality result;
        const Turn turn = equality(a->entries[level.index()].value, b->entries[entry].value, result);
        if (turn != Turn::Continue || stack_.size != size) return turn;
        return receive_dict(level, result == Equality::Equal);
    }

    Turn receive_dict(Level& level, bool equal) {
        const int64_t found = level.found.as_int();
        if (found > 0) return equal ? advance(level) : end(false);
        level.found = Value::integer(0);
        const Dict* b = cast<Dict>(level.b);
        if (level.version.as_int() != b->keys_version) {
            level.move_to(level.index());
        } else if (equal) {
            level.found = Value::integer(-found);
        }
        return Turn::Continue;
    }

    // ---- Sets: each key of a is in b.

    Turn step_set(Level& level) {
        const Set* a = cast<Set>(level.a);
        const Set* b = cast<Set>(level.b);
        const uint32_t index = set_next(a, level.index());
        if (level.index() == 0) {
            if (a->used > b->used || (level.comparison() == Comparison::Eq && a->used != b->used)) return end(false);
        }
        if (index >= a->slots()) return end(true);
        if (index != level.index()) level.move_to(index);
        const SetEntry& entry = a->table[index];
        if (level.cursor.as_int() == 0) level.version = Value::integer(b->version);
        const SetFind find = set_find(b, entry.key, entry.hash, static_cast<uint64_t>(level.cursor.as_int()));
        if (find.outcome == SetFind::Outcome::Found) return advance(level);
        if (find.outcome == SetFind::Outcome::Missing) return end(false);
        level.cursor = Value::integer(static_cast<int64_t>(find.cursor));
        const uint32_t size = stack_.size;
        Equality result;
        const Turn turn = equality(b->table[find.slot].key, entry.key, result);
        if (turn != Turn::Continue || stack_.size != size) return turn;
        return receive_set(level, result == Equality::Equal);
    }

    Turn receive_set(Level& level, bool equal) {
        if (level.version.as_int() != cast<Set>(level.b)->version) {
            level.move_to(level.index());
            return Turn::Continue;
        }
        return equal ? advance(level) : Turn::Continue;
    }

    Run& run_;
    WorkStack& stack_;
    bool in_cell_;
};

constexpr uint32_t local_levels = 24;
enum State : uint32_t { Walks, WaitsForEqual, WaitsForOrder, HasQuestion };

Value result_of(Value answer, bool negated) { return negated ? boolean(answer == FALSE) : answer; }

// The walk over these two from its start; when Python code is needed, as a step that begins where it stands.
Value compare_walk(Run& run, Comparison op, Value a, Value b, bool negated) {
    LocalStack<local_levels * Level::width> stack;
    CompareWalk walk(run, stack, false);
    walk.push_level(op, a, b);
    const Turn turn = walk.walk(UNBOUND);
    if (turn == Turn::Answer) return result_of(walk.answer, negated);
    if (turn == Turn::Stop) return walk.answer;
    if (turn == Turn::AskOrder) {
        // Nothing is left to do behind this comparison.
        return run.compare(walk.ask_op, walk.ask_a, walk.ask_b);
    }
    WorkStack* cell = copy_stack(run.heap, stack);
    if (!cell) return run.refused();
    const Value pushed =
        run.push_step(StepId::deep_compare, {Value::cell(cell), boolean(negated), walk.ask_a, walk.ask_b});
    if (pushed == PUSHED && turn == Turn::Ask) run.frame->state = HasQuestion;
    return pushed;
}

Value compare_sets(Run& run, Comparison op, const Set* a, const Set* b) {
    const Value left = Value::cell(a);
    const Value right = Value::cell(b);
    switch (op) {
        case Comparison::Lt: return a->used >= b->used ? FALSE : compare_walk(run, Comparison::Le, left, right, false);
        case Comparison::Gt: return a->used <= b->used ? FALSE : compare_walk(run, Comparison::Le, right, left, false);
        case Comparison::Le: return compare_walk(run, Comparison::Le, left, right, false);
        case Comparison::Ge: return compare_walk(run, Comparison::Le, right, left, false);
        default: break;
    }
    const bool negated = op == Comparison::Ne;
    if (a->hash && b->hash && a->hash != b->hash && a->kind == Kind::FrozenSet && b->kind == Kind::FrozenSet)
        return boolean(negated);
    return compare_walk(run, Comparison::Eq, left, right, negated);
}

}  // namespace

Value deep_compare(Run& run, Comparison op, Value self, Value other) {
    other = payload(other);
    const Family family = family_of(self);
    if (family != family_of(other)) return NOT_IMPLEMENTED;
    switch (family) {
        case Family::Set: return compare_sets(run, op, cast<Set>(self), cast<Set>(other));
        case Family::Dict:
            if (op != Comparison::Eq && op != Comparison::Ne) return NOT_IMPLEMENTED;
            return compare_walk(run, Comparison::Eq, self, other, op == Comparison::Ne);
        case Family::List:
            // Lists of different lengths are not equal, whatever is in them.
            if ((op == Comparison::Eq || op == Comparison::Ne) && cast<List>(self)->size != cast<List>(other)->size)
                return boolean(op == Comparison::Ne);
            break;
        default: break;
    }
    return compare_walk(run, op, self, other, false);
}

Value native_equals_slow(Run& run, Value a, Value b) {
    const Family family = family_of(a);
    const Family other = family_of(b);
    if (family == Family::None || other == Family::None) return UNBOUND;
    if (family != other) return FALSE;
    if (family == Family::List && cast<List>(a)->size != cast<List>(b)->size) return FALSE;
    LocalStack<local_levels * Level::width> stack;
    CompareWalk walk(run, stack, false);
    walk.push_level(Comparison::Eq, a, b);
    const Turn turn = walk.walk(UNBOUND);
    return turn == Turn::Answer || turn == Turn::Stop ? walk.answer : UNBOUND;
}

// Slots: work stack, whether the answer is negated, the two items that are asked about.
Value step_deep_compare(Run& run, Frame& frame, Value in) {
    WorkStack* stack = cast<WorkStack>(frame.base[0]);
    const bool negated = frame.base[1] == TRUE;
    CompareWalk walk(run, *stack, true);
    if (frame.state == WaitsForOrder) return in;
    if (frame.state == WaitsForEqual && in == RAISED) return in;
    Value equal = frame.state == WaitsForEqual ? in : UNBOUND;
    bool asked = frame.state == HasQuestion;
    frame.state = Walks;
    for (;;) {
        if (!asked) {
            const Turn turn = walk.walk(equal);
            if (turn == Turn::Answer) return result_of(walk.answer, negated);
            if (turn == Turn::Stop) return walk.answer;
            frame.base[2] = walk.ask_a;
            frame.base[3] = walk.ask_b;
            if (turn == Turn::AskOrder) {
                const Value result = run.compare(walk.ask_op, walk.ask_a, walk.ask_b);
                if (result != COLLECT) frame.state = WaitsForOrder;
                return result;
            }
        }
        asked = false;
        frame.state = HasQuestion;
        equal = run.equals(frame.base[2], frame.base[3]);
        if (equal == COLLECT) return equal;
        frame.state = WaitsForEqual;
        if (is_result(equal)) return equal;
        frame.state = Walks;
        if (run.budget.poll()) return RAISED;
    }
}

}  // namespace exmonty
