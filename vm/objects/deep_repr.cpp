// Invariants of the walk
//  * The work stack holds a level for each container that is being shown, the outermost first. A container that is on
//    the stack, or on that of a walk further out whose item's `__repr__` led here, shows as an ellipsis.
//  * A turn writes the text between two items and one item, or an end. It is made wholly or not at all, so that a
//    refusal of memory can be answered by a collection and the same turn again.
//  * Sets and views are shown by a copy of their items; lists and dicts as they are at each turn.
//  * Until Python code is needed stack and text lie in the caller's memory; then both move to cells and the walk is a
//    step.
#include "vm/objects/deep_repr.h"

#include "vm/base/float_text.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/deque.h"
#include "vm/objects/float.h"
#include "vm/objects/list.h"
#include "vm/objects/local_stack.h"
#include "vm/objects/pacer.h"
#include "vm/objects/range.h"
#include "vm/objects/run.h"
#include "vm/objects/set.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/repr.h"
#include "vm/objects/text_cell.h"

namespace exmonty {
namespace {

enum class Style : uint8_t { None, List, Tuple, Dict, Set, FrozenSet, View, Slice, Deque };

Style style_of(Value value) {
    if (!value.is_cell()) return Style::None;
    switch (value.as_cell()->kind) {
        case Kind::List: return Style::List;
        case Kind::Tuple: return Style::Tuple;
        case Kind::Dict: return Style::Dict;
        case Kind::Set: return Style::Set;
        case Kind::FrozenSet: return Style::FrozenSet;
        case Kind::DictView: return Style::View;
        case Kind::Slice: return Style::Slice;
        case Kind::Deque: return Style::Deque;
        default: return Style::None;
    }
}

struct Level {
    static constexpr uint32_t width = 4;
    Value& container;
    Value& items;     // what is shown: the container, or a list of its items
    Value& position;  // of the next item; of a dict's: entry * 2, + 1 when its value is next
    Value& marks;     // an int: what follows
    static constexpr int64_t started = 1;        // an item was shown
    static constexpr int64_t parenthesised = 2;  // it ends with a parenthesis of its own

    explicit Level(WorkStack& stack)
        : container(stack.top(3)), items(stack.top(2)), position(stack.top(1)), marks(stack.top()) {}
    bool has(int64_t mark) const { return (marks.as_int() & mark) != 0; }
};

// The name that a set shows: "frozenset", or that of a subclass whose instance is shown; "" for an exact set and what
// is no set.
std::string_view set_name(const Run& run, Value set) {
    if (!as_any_set(set)) return "";
    if (run.receiver.is_cell() && !(run.receiver == set) && payload(run.receiver) == set)
        return type_name(run.receiver);
    return is_kind(set, Kind::FrozenSet) ? "frozenset" : "";
}

std::string_view deque_name(const Run& run, Value deque) {
    if (run.receiver.is_cell() && !(run.receiver == deque) && payload(run.receiver) == deque) return type_name(run.receiver);
    return "deque";
}

std::string_view open_text(Style style) {
    switch (style) {
        case Style::List:
        case Style::Deque:
        case Style::View: return "[";
        case Style::Tuple: return "(";
        case Style::Slice: return "";
        default: return "{";
    }
}

enum class Turn : uint8_t { Continue, Done, Ask, NeedCell, Stop };

bool is_walk(const Frame& frame) {
    return frame.is_step() && &step_info(frame) == &step_infos[static_cast<size_t>(StepId::deep_repr)];
}

class ReprWalk {
  public:
    ReprWalk(Run& run, WorkStack& stack, TextSink& out, bool in_cell, const Frame* outer)
        : run_(run), stack_(stack), out_(out), in_cell_(in_cell), outer_(outer) {}

    Value answer = UNBOUND;
    Value ask = UNBOUND;

    Turn walk() {
        Pacer pacer(run_.budget);
        for (;;) {
            if (pacer.tick()) {
                answer = RAISED;
                return Turn::Stop;
            }
            const size_t mark = out_.size;
            const Turn turn = step();
            if (out_.failed || turn == Turn::NeedCell || turn == Turn::Stop) {
                out_.size = mark;
                if (!out_.failed) return turn;
                out_.failed = false;
                answer = run_.refused();
                return Turn::Stop;
            }
            if (turn != Turn::Continue) return turn;
        }
    }

    // The item that was asked for has been shown.
    void advance() {
        Level level(stack_);
        level.position = Value::integer(level.position.as_int() + 1);
        level.marks = Value::integer(level.marks.as_int() | Level::started);
    }

    // Shows a container that has no level yet. Continue: it is done, or it has one now.
    Turn enter(Value container) {
        const Style style = style_of(container);
        if (style == Style::List && cast<List>(container)->size == 0) return write("[]");
        if (style == Style::Tuple && cast<Tuple>(container)->count == 0) return write("()");
        if (style == Style::Dict && cast<Dict>(container)->live == 0) return write("{}");
        if (is_being_shown(container)) return write_cycle(style, container);
        const std::string_view name = set_name(run_, container);
        if (const Set* set = as_any_set(container); set && set->used == 0) {
            write(name.empty() ? "set" : name);
            return write("()");
        }
        if (stack_.size / Level::width + run_.budget.native_depth >= Budget::native_depth_limit) {
            answer = run_.raise(ExceptionType::RecursionError,
                                {"maximum recursion depth exceeded while getting the repr of an object"});
            return Turn::Stop;
        }
        Value items = container;
        if (style == Style::Set || style == Style::FrozenSet || style == Style::View || style == Style::Deque) {
            items = run_.to_list(container);
            if (is_result(items)) {
                answer = items;
                return Turn::Stop;
            }
        }
        if (style == Style::Slice) {
            const Slice* slice = cast<Slice>(container);
            items = run_.tuple({slice->start, slice->stop, slice->step});
        }
        const std::string_view prefix = style == Style::View    ? type_name(container)
                                        : style == Style::Deque ? deque_name(run_, container)
                                        : style == Style::Slice ? "slice"
                                                                : name;
        if (!prefix.empty()) {
            write(prefix);
            write("(");
        }
        if (style == Style::View && cast<List>(items)->size == 0) return write("[])");
        write(open_text(style));
        return push_level(container, items, prefix.empty() ? 0 : Level::parenthesised);
    }

  private:
    Turn write(std::string_view text) {
        out_.append(text);
        return Turn::Continue;
    }

    Turn push_level(Value container, Value items, int64_t marks) {
        if (out_.failed) return Turn::Continue;
        const uint32_t size = stack_.size;
        for (const Value value : {container, items, Value::integer(0), Value::integer(marks)}) {
            if (stack_.size < stack_.capacity) {
                stack_.values[stack_.size++] = value;
                continue;
            }
            if (in_cell_ && push(run_.heap, &stack_, value)) continue;
            stack_.size = size;
            if (!in_cell_) return Turn::NeedCell;
            answer = run_.refused();
            return Turn::Stop;
        }
        return Turn::Continue;
    }

    static bool holds(const WorkStack& stack, Value container) {
        for (uint32_t i = 0; i < stack.size; i += Level::width)
            if (stack.values[i] == container) return true;
        return false;
    }

    bool is_being_shown(Value container) const {
        if (holds(stack_, container)) return true;
        for (const Frame* frame = outer_; frame; frame = frame->previous)
            if (is_walk(*frame) && holds(*cast<WorkStack>(frame->base[0]), container)) return true;
        return false;
    }

    Turn write_cycle(Style style, Value container) {
        switch (style) {
            case Style::List:
            case Style::Deque: return write("[...]");
            case Style::Tuple: return write("(...)");
            case Style::Dict: return write("{...}");
            case Style::View: return write("...");
            default: break;
        }
        const std::string_view name = set_name(run_, container);
        write(name.empty() ? "set" : name);
        return write("(...)");
    }

    // The next item of the top level; UNBOUND: there is none left.
    Value next_item(Level& level) {
        const uint64_t position = static_cast<uint64_t>(level.position.as_int());
        if (const List* list = as<List>(level.items)) return position < list->size ? list->items[position] : UNBOUND;
        if (const Tuple* tuple = as<Tuple>(level.items))
            return position < tuple->count ? tuple->items[position] : UNBOUND;
        const Dict* dict = cast<Dict>(level.items);
        const uint32_t entry = static_cast<uint32_t>(position / 2);
        if (position % 2) return entry < dict->used ? dict->entries[entry].value : UNBOUND;
        const uint32_t live = dict_next(dict, entry);
        if (live >= dict->used) return UNBOUND;
        level.position = Value::integer(int64_t{live} * 2);
        return dict->entries[live].key;
    }

    Turn step() {
        Level level(stack_);
        const Value item = next_item(level);
        if (item == UNBOUND) return leave(level);
        if (is_kind(level.items, Kind::Dict) && level.position.as_int() % 2) write(": ");
        else if (level.has(Level::started)) write(", ");
        if (style_of(item) != Style::None) return enter_item(item);
        const Turn turn = write_leaf(item);
        if (turn == Turn::Continue && !out_.failed) advance();
        return turn;
    }

    // The outer level moves on before the inner one is on the stack above it.
    Turn enter_item(Value item) {
        const uint32_t outer = stack_.size;
        const Turn turn = enter(item);
        if (turn != Turn::Continue || out_.failed) return turn;
        const uint32_t inner = stack_.size;
        stack_.size = outer;
        advance();
        stack_.size = inner;
        return turn;
    }

    Turn leave(Level& level) {
        switch (style_of(level.container)) {
            case Style::List:
            case Style::View: write("]"); break;
            case Style::Deque: write_deque_end(*cast<Deque>(level.container)); break;
            case Style::Slice: break;
            case Style::Tuple: write(cast<Tuple>(level.container)->count == 1 ? ",)" : ")"); break;
            default: write("}"); break;
        }
        if (level.has(Level::parenthesised)) write(")");
        if (out_.failed) return Turn::Continue;
        stack_.drop(Level::width);
        return stack_.size == 0 ? Turn::Done : Turn::Continue;
    }

    void write_deque_end(const Deque& deque) {
        write("]");
        if (deque.maxlen == Deque::unbounded) return;
        write(", maxlen=");
        write(Digits(deque.maxlen).view());
    }

    // Items that need no Python code.
    Turn write_leaf(Value item) {
        if (item.is_int()) return write(Digits(item.as_int()).view());
        if (is_float(item)) {
            append_float_repr(out_, float_of(item));
            return Turn::Continue;
        }
        if (item == NONE) return write("None");
        if (is_bool(item)) return write(item == TRUE ? "True" : "False");
        if (const Str* text = as<Str>(item)) {
            if (append_repr(out_, run_.budget, text->view())) return Turn::Continue;
            if (out_.failed) return Turn::Continue;
            answer = RAISED;
            return Turn::Stop;
        }
        ask = item;
        if (!is_native_leaf(item)) return Turn::Ask;
        const Value text = run_.repr(item);
        if (!is_result(text)) return write(cast<Str>(text)->view());
        answer = text;
        return Turn::Stop;
    }

    static bool is_native_leaf(Value item) {
        if (!item.is_cell()) return true;
        switch (item.as_cell()->kind) {
            case Kind::Int:
            case Kind::Bytes:
            case Kind::Range:
            case Kind::Function:
            case Kind::NativeFunction:
            case Kind::Module:
            case Kind::Generator: return true;
            default: return false;
        }
    }

    Run& run_;
    WorkStack& stack_;
    TextSink& out_;
    bool in_cell_;
    const Frame* outer_;
};

// The innermost frame of a walk that is waiting for an item's `__repr__`, if there is one.
const Frame* walk_below(const Frame* frame) {
    while (frame && !is_walk(*frame)) frame = frame->previous;
    return frame;
}

enum State : uint32_t { Walks, Asks, WaitsForText, HasText };

}  // namespace

Value deep_repr(Run& run, Value self) {
    constexpr uint32_t local_levels = 24;
    LocalStack<local_levels * Level::width> stack;
    TextBuilder out(run);
    ReprWalk walk(run, stack, out, false, walk_below(run.frame));
    Turn turn = walk.enter(self);
    if (turn == Turn::Continue && stack.size == 0) return out.str();
    if (turn == Turn::Continue && !out.failed) turn = walk.walk();
    if (out.failed) return run.refused();
    if (turn == Turn::Done) return out.str();
    if (turn == Turn::Stop) return walk.answer;
    WorkStack* cell = copy_stack(run.heap, stack);
    StrBuffer* text = new_text_cell(run.heap, out.view());
    if (!cell || !text) return run.refused();
    const Value pushed = run.push_step(StepId::deep_repr, {Value::cell(cell), Value::cell(text), walk.ask});
    if (pushed == PUSHED && turn == Turn::Ask) run.frame->state = Asks;
    return pushed;
}

// Slots: work stack, text, the item that is asked or its text.
Value step_deep_repr(Run& run, Frame& frame, Value in) {
    WorkStack* stack = cast<WorkStack>(frame.base[0]);
    CellText out(run, cast<StrBuffer>(frame.base[1]));
    ReprWalk walk(run, *stack, out, true, walk_below(frame.previous));
    for (;;) {
        if (frame.state == WaitsForText) {
            if (in == RAISED) return in;
            frame.base[2] = in;
            frame.state = HasText;
        }
        if (frame.state == HasText) {
            const size_t mark = out.size;
            const Str* text = as<Str>(payload(frame.base[2]));
            if (!text) return run.raise(ExceptionType::SystemError, {"bad slot"});
            if (!out.append(text->view())) {
                out.back_to(mark);
                return run.refused();
            }
            walk.advance();
            frame.state = Walks;
        }
        if (frame.state == Walks) {
            const Turn turn = walk.walk();
            if (turn == Turn::Done) return out.str();
            if (turn == Turn::Stop) return walk.answer;
            frame.base[2] = walk.ask;
            frame.state = Asks;
        }
        out.close();
        in = run.repr(frame.base[2]);
        if (in == COLLECT) return in;
        frame.state = WaitsForText;
        if (is_result(in)) return in;
        if (run.budget.poll()) return RAISED;
    }
}

}  // namespace exmonty
