// The views of a dict: keys(), values(), items().
// https://docs.python.org/3/library/stdtypes.html#dictionary-view-objects
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/dict.h"
#include "vm/objects/list.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"
#include "vm/objects/set/methods.h"
#include "vm/objects/set/walk.h"

namespace exmonty {
namespace {

DictView* view_of(Value value) { return as<DictView>(value); }
DictView* self_of(Value* args) { return cast<DictView>(args[0]); }
// keys() and items(), which behave as sets.
bool is_set_like(Value value) { return view_of(value) && view_of(value)->part() != DictPart::Values; }

Value view_length(Run&, Value self) { return Value::integer(cast<DictView>(self)->dict->live); }
Value view_iterate(Run& run, Value self) {
    return new_dict_iterator(run.heap, cast<DictView>(self)->dict, cast<DictView>(self)->part());
}

Value keys_contains(Run& run, Value self, Value key) {
    return dict_access(run, DictAccess::Contains, cast<DictView>(self)->dict, key);
}

Value items_contains(Run& run, Value self, Value item) {
    const Tuple* pair = as<Tuple>(payload(item));
    if (!pair || pair->count != 2) return FALSE;
    return run.push_step(StepId::items_contains,
                         {Value::cell(cast<DictView>(self)->dict), pair->items[0], pair->items[1]});
}

// ---- Comparison and set operations.

Value view_compare(Run& run, Comparison op, Value self, Value other) {
    if (!as_any_set(payload(other)) && !is_set_like(other)) return NOT_IMPLEMENTED;
    const Value set = as_any_set(payload(other)) ? payload(other) : other;
    const uint32_t length = cast<DictView>(self)->dict->live;
    const uint32_t other_length = as_any_set(set) ? as_any_set(set)->used : view_of(set)->dict->live;
    bool possible = true;
    switch (op) {
        case Comparison::Eq:
        case Comparison::Ne: possible = length == other_length; break;
        case Comparison::Lt: possible = length < other_length; break;
        case Comparison::Le: possible = length <= other_length; break;
        case Comparison::Gt: possible = length > other_length; break;
        case Comparison::Ge: possible = length >= other_length; break;
    }
    const bool negated = op == Comparison::Ne;
    if (!possible) return boolean(negated);
    const bool swapped = op == Comparison::Gt || op == Comparison::Ge;
    const Value items = run.to_list(swapped ? set : self);
    if (is_result(items)) return items;
    return run.push_step(StepId::all_contained, {items, swapped ? self : set, Value::integer(0), boolean(negated)});
}

// set(a) op= b, which is what the operators of views are. The keys of a dict come with their hashes.
Value push_view_operation(Run& run, Operator op, Value a, Value b) {
    if (view_of(a) && view_of(a)->part() == DictPart::Keys) a = Value::cell(view_of(a)->dict);
    return run.push_step(StepId::view_operation,
                         {Value::integer(static_cast<int64_t>(op)), a, b, Value::cell(new_set(run.heap))});
}

// Of two views the smaller one is walked over; a set asks for the keys of a view that is smaller than it.
Value intersect(Run& run, Value a, Value b) {
    if (!is_set_like(a)) std::swap(a, b);
    const uint32_t length = view_of(a)->dict->live;
    if (Set* set = as<Set>(b); set && length <= set->used) return set_intersection(run, set, a);
    if (is_set_like(b) && view_of(b)->dict->live > length) std::swap(a, b);
    return run.push_step(StepId::view_intersection, {b, a, UNBOUND, Value::cell(new_set(run.heap))});
}

Value view_binary(Run& run, Operator op, Value a, Value b) {
    switch (op) {
        case Operator::And: return intersect(run, a, b);
        case Operator::Or:
        case Operator::Sub:
        case Operator::Xor: return push_view_operation(run, op, a, b);
        default: return NOT_IMPLEMENTED;
    }
}

// ---- Methods.

Value view_reversed(Run& run, Value* args, uint32_t) {
    return new_dict_iterator(run.heap, self_of(args)->dict, self_of(args)->part(), Direction::Backwards);
}

// https://docs.python.org/3/library/stdtypes.html#dictview.mapping
Value view_mapping(Run& run, Value* args, uint32_t) {
    Record* proxy = new_record(run.heap, &mapping_proxy_class, 1);
    proxy->fields[0] = self_of(args)->owner;
    return Value::cell(proxy);
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.isdisjoint
Value view_isdisjoint(Run& run, Value* args, uint32_t) {
    Value items = args[1];
    Value container = args[0];
    const Set* set = as_any_set(payload(items));
    const uint32_t length = self_of(args)->dict->live;
    const bool larger = set ? set->used > length : is_set_like(items) && view_of(items)->dict->live > length;
    if (larger) std::swap(items, container);
    return run.push_step(StepId::none_contained, {items, container});
}

constexpr NativeRow set_like_rows[] = {
    {"__reversed__", "self, /", view_reversed},
    {"isdisjoint", "self, object, /", view_isdisjoint},
    {"mapping", "self, /", view_mapping, Binding::Getter},
};
constexpr NativeRow values_rows[] = {
    {"__reversed__", "self, /", view_reversed},
    {"mapping", "self, /", view_mapping, Binding::Getter},
};
constinit const auto keys_methods = native_table(Kind::DictView, set_like_rows);
constinit const auto items_methods = native_table(Kind::DictView, set_like_rows);
constinit const auto values_methods = native_table(Kind::DictView, values_rows);

constexpr const char* view_operators = " or ror and rand sub rsub xor rxor eq ne lt le gt ge ";
constexpr TypeOperations keys_operations{
    .repr = deep_repr,
    .compare = view_compare,
    .length = view_length,
    .contains = keys_contains,
    .iterate = view_iterate,
    .binary = view_binary,
    .operators = view_operators,
};
constexpr TypeOperations values_operations{.repr = deep_repr, .length = view_length, .iterate = view_iterate};
constexpr TypeOperations items_operations{
    .repr = deep_repr,
    .compare = view_compare,
    .length = view_length,
    .contains = items_contains,
    .iterate = view_iterate,
    .binary = view_binary,
    .operators = view_operators,
};

constexpr const Class* keys_mro[] = {&dict_keys_class, &object_class};
constexpr const Class* values_mro[] = {&dict_values_class, &object_class};
constexpr const Class* items_mro[] = {&dict_items_class, &object_class};

enum State : uint32_t { Starts, WaitsForFirst, HasFirst, WaitsForResult };

}  // namespace

constinit const Class dict_keys_class = builtin_class(
    "dict_keys", "builtins", &object_class, keys_mro, 2, Kind::DictView, Class::final_class | Class::unhashable,
    keys_methods.data(), keys_methods.size(), &keys_operations, nullptr);
constinit const Class dict_values_class =
    builtin_class("dict_values", "builtins", &object_class, values_mro, 2, Kind::DictView, Class::final_class,
                  values_methods.data(), values_methods.size(), &values_operations, nullptr);
constinit const Class dict_items_class = builtin_class(
    "dict_items", "builtins", &object_class, items_mro, 2, Kind::DictView, Class::final_class | Class::unhashable,
    items_methods.data(), items_methods.size(), &items_operations, nullptr);

Value new_dict_view(Heap& heap, Value owner, DictPart part) {
    DictView* view = heap.allocate<DictView>();
    view->small = static_cast<uint16_t>(part);
    view->dict = cast<Dict>(payload(owner));
    view->owner = owner;
    return Value::cell(view);
}

// (key, value) in d.items(). Slots: dict, key, value.
Value step_items_contains(Run& run, Frame& frame, Value in) {
    if (frame.state == WaitsForResult) return in;
    if (frame.state == Starts &&
        !arrived(frame, WaitsForFirst, in = run.dict_get(cast<Dict>(frame.base[0]), frame.base[1])))
        return in;
    if (frame.state == WaitsForFirst) {
        if (in == UNBOUND) return FALSE;
        frame.base[0] = in;
        frame.state = HasFirst;
    }
    in = run.equals(frame.base[0], frame.base[2]);
    if (in != COLLECT) frame.state = WaitsForResult;
    return in;
}

// Whether a container has all items of a list. Slots: items, container, position, whether the answer is negated.
Value step_all_contained(Run& run, Frame& frame, Value in) {
    const List* items = cast<List>(frame.base[0]);
    const bool negated = frame.base[3] == TRUE;
    for (;;) {
        if (frame.state == WaitsForFirst) {
            if (in == FALSE) return boolean(negated);
            frame.base[2] = Value::integer(frame.base[2].as_int() + 1);
            frame.state = Starts;
        }
        const uint64_t position = static_cast<uint64_t>(frame.base[2].as_int());
        if (position >= items->size) return boolean(!negated);
        if (run.budget.poll()) return RAISED;
        if (!arrived(frame, WaitsForFirst, in = run.contains(frame.base[1], items->items[position]))) return in;
    }
}

// Drawing the items of an iterable and asking a container for each.
// Slots: iterable, then its iterator; container; item.
namespace {

enum Drawing : uint32_t {
    StartsIteration,
    WaitsForIterator,
    Draws,
    WaitsForItem,
    HasItem,
    WaitsForAnswer,
    StoresItem,
    WaitsForStore
};

// Goes on until there is an answer for an item: TRUE or FALSE; EXHAUSTED; or what the step returns, then `stops` is
// set.
Value next_answer(Run& run, Frame& frame, Value in, bool& stops) {
    stops = true;
    for (;;) {
        switch (frame.state) {
            case StartsIteration:
                if (!arrived(frame, WaitsForIterator, in = run.iterate(frame.base[0]))) return in;
                break;
            case WaitsForIterator:
                frame.base[0] = in;
                frame.state = Draws;
                break;
            case Draws:
                if (run.budget.poll()) return RAISED;
                in = run.next(frame.base[0]);
                if (in == COLLECT) return in;
                frame.state = WaitsForItem;
                if (is_result(in) && in != EXHAUSTED) return in;
                break;
            case WaitsForItem:
                stops = false;
                if (in == EXHAUSTED) return in;
                stops = true;
                frame.base[2] = in;
                frame.state = HasItem;
                break;
            case HasItem:
                if (!arrived(frame, WaitsForAnswer, in = run.contains(frame.base[1], frame.base[2]))) return in;
                break;
            default: stops = false; return in;
        }
    }
}

}  // namespace

// Whether a container has no item of an iterable.
Value step_none_contained(Run& run, Frame& frame, Value in) {
    for (;;) {
        bool stops;
        in = next_answer(run, frame, in, stops);
        if (stops) return in;
        if (in == EXHAUSTED) return TRUE;
        if (in == TRUE) return FALSE;
        frame.state = Draws;
    }
}

// The set of the items of an iterable that a container has. Slots: as above, then the set.
Value step_view_intersection(Run& run, Frame& frame, Value in) {
    for (;;) {
        if (frame.state == WaitsForStore) frame.state = Draws;
        if (frame.state != StoresItem) {
            bool stops;
            in = next_answer(run, frame, in, stops);
            if (stops) return in;
            if (in == EXHAUSTED) return frame.base[3];
            frame.state = in == TRUE ? StoresItem : Draws;
            if (in == FALSE) continue;
        }
        if (!arrived(frame, WaitsForStore, in = set_add_key(run, cast<Set>(frame.base[3]), frame.base[2]))) return in;
    }
}

// Slots: operator, a, b, the set that becomes the result.
Value step_view_operation(Run& run, Frame& frame, Value in) {
    const Operator op = static_cast<Operator>(frame.base[0].as_int());
    Set* set = cast<Set>(frame.base[3]);
    const Value result = Value::cell(set);
    if (frame.state == WaitsForResult) return in;
    if (frame.state == Starts && !arrived(frame, WaitsForFirst, in = set_update(run, set, frame.base[1], result)))
        return in;
    if (frame.state == WaitsForFirst) frame.state = HasFirst;
    switch (op) {
        case Operator::Or: in = set_update(run, set, frame.base[2], result); break;
        case Operator::Sub: in = set_difference_update(run, set, frame.base[2], result); break;
        default: in = set_chain(run, SetChain::SymmetricDifferenceUpdate, result, {&frame.base[2], 1}, result); break;
    }
    if (in != COLLECT) frame.state = WaitsForResult;
    return in;
}

}  // namespace exmonty
