// list.sort: natively when the keys are simple (sort_native.cpp), otherwise as a step whose keys and comparisons may be
// Python's.
//
// Invariants of the step
//  * The list is empty and flagged while it is sorted; its items are in a list of the step's own. A change of the list
//    in between is told in the end.
//  * Keys and items move together; without a key function they are one list. Whenever Python code runs, they and what
//    is left of the spare lists are a permutation of the items, so that an exception can give them back.
//  * The algorithm is the native one without galloping: natural runs, binary insertion, powersort. Up to 63 items the
//    comparisons are CPython's, one by one.
#include "vm/objects/sort.h"

#include "vm/objects/await.h"
#include "vm/objects/class.h"
#include "vm/objects/hash.h"
#include "vm/objects/work_stack.h"

#include <algorithm>
#include <cstring>

namespace exmonty {
namespace {

enum State : uint32_t {
    Starts,
    WaitsForReverse,
    ComputesKeys,
    WaitsForKey,
    HasKey,
    HasKeys,
    Asks,
    WaitsForComparison,
    NeedsTruth,
    WaitsForTruth
};

// What a comparison decides.
enum class Phase : uint8_t { None, Up, AllEqual, Down, DownEqual, Extend, Insert, Merge };

// The slots of the step by number.
enum Slot : uint32_t {
    ListSlot,
    ItemsSlot,
    KeysSlot,     // the list of items when there is no key function
    KeySlot,      // the function, or NONE
    ReverseSlot,  // TRUE or FALSE
    RunsSlot,     // work stack of pending runs: start, length, power of the boundary behind it
    SpareKeysSlot,
    SpareItemsSlot,
    FirstSlot,  // the comparison that is asked for, or a key
    SecondSlot,
    PhaseSlot,
};
constexpr uint32_t first_number_slot = PhaseSlot + 1;

// Numbers of the run that is being found, or of the merge.
enum Number : uint32_t {
    Start,   // where the run starts; all before it is in pending runs
    Length,  // of the run so far
    Equal,   // how many items at its end equal the one before; or how many items are sorted
    Low,
    High,
    Next,    // merge: the next item of the spare run
    Other,   // the next item of the second run
    End,     // of the second run
    Target,  // where the next item goes
};
constexpr uint32_t number_count = Target + 1;

class SortStep {
  public:
    SortStep(Run& run, Frame& frame) : run_(run), frame_(frame), slots_(frame.base) {}

    // UNBOUND: the next turn follows.
    Value turn(Value& in) {
        switch (static_cast<State>(frame_.state)) {
            case Starts: return arrived(frame_, WaitsForReverse, in = run_.truth(slots_[ReverseSlot])) ? UNBOUND : in;
            case WaitsForReverse:
                if (in == RAISED) return in;
                slots_[ReverseSlot] = in;
                return take_items();
            case ComputesKeys: return compute_key(in);
            case WaitsForKey:
                if (in == RAISED) return in;
                slots_[FirstSlot] = in;
                frame_.state = HasKey;
                return UNBOUND;
            case HasKey:
                if (!append(run_.heap, keys(), slots_[FirstSlot])) return run_.refused();
                frame_.state = ComputesKeys;
                return UNBOUND;
            case HasKeys: return begin();
            case Asks: return compare(in);
            case WaitsForComparison:
                if (in == RAISED) return in;
                if (is_bool(in)) return decide(in == TRUE);
                slots_[FirstSlot] = in;
                frame_.state = NeedsTruth;
                return UNBOUND;
            case NeedsTruth: return arrived(frame_, WaitsForTruth, in = run_.truth(slots_[FirstSlot])) ? UNBOUND : in;
            case WaitsForTruth: return in == RAISED ? in : decide(in == TRUE);
        }
        return RAISED;
    }

    // Gives the items back to the list. NONE, or a ValueError when it was changed meanwhile.
    // After an exception. What began upside down (begin) is turned round all the same.
    void abandon() {
        if (slots_[ItemsSlot] != UNBOUND && slots_[RunsSlot] != UNBOUND && slots_[ReverseSlot] == TRUE) {
            if (phase() == Phase::Merge) end_merge();
            reverse_part(0, items()->size);
        }
        give_back();
    }

    Value give_back() {
        List* list = cast<List>(slots_[ListSlot]);
        if (slots_[ItemsSlot] == UNBOUND) return NONE;
        List* items = cast<List>(slots_[ItemsSlot]);
        if (phase() == Phase::Merge) end_merge();
        const bool changed = list->items != nullptr;
        run_.heap.give_block(list->items);
        list->items = items->items;
        list->size = items->size;
        list->capacity = items->capacity;
        list->flags &= static_cast<uint8_t>(~List::sorting);
        items->items = nullptr;
        items->size = 0;
        items->capacity = 0;
        slots_[ItemsSlot] = UNBOUND;
        return changed ? run_.value_error({"list modified during sort"}) : NONE;
    }

  private:
    List* items() { return cast<List>(slots_[ItemsSlot]); }
    List* keys() { return cast<List>(slots_[KeysSlot]); }
    bool has_keys() const { return slots_[KeysSlot] != slots_[ItemsSlot]; }
    WorkStack* runs() { return cast<WorkStack>(slots_[RunsSlot]); }
    Phase phase() const {
        return slots_[PhaseSlot] == UNBOUND ? Phase::None : static_cast<Phase>(slots_[PhaseSlot].as_int());
    }
    int64_t get(Number number) const { return slots_[first_number_slot + number].as_int(); }
    void set(Number number, int64_t value) { slots_[first_number_slot + number] = Value::integer(value); }
    void add(Number number, int64_t value) { set(number, get(number) + value); }
    int64_t left() { return static_cast<int64_t>(items()->size) - get(Start); }

    Value take_items() {
        List* list = cast<List>(slots_[ListSlot]);
        List* own = new_list(run_.heap);
        own->items = list->items;
        own->size = list->size;
        own->capacity = list->capacity;
        list->items = nullptr;
        list->size = 0;
        list->capacity = 0;
        list->flags |= List::sorting;
        slots_[ItemsSlot] = Value::cell(own);
        slots_[KeysSlot] = slots_[KeySlot] == NONE ? slots_[ItemsSlot] : Value::cell(new_list(run_.heap));
        frame_.state = slots_[KeySlot] == NONE ? HasKeys : ComputesKeys;
        return UNBOUND;
    }

    Value compute_key(Value& in) {
        if (keys()->size == items()->size) {
            frame_.state = HasKeys;
            return UNBOUND;
        }
        if (run_.budget.poll()) return RAISED;
        return arrived(frame_, WaitsForKey, in = run_.call(slots_[KeySlot], {items()->items[keys()->size]})) ? UNBOUND
                                                                                                             : in;
    }

    Value begin() {
        const bool reverse = slots_[ReverseSlot] == TRUE;
        const Value done =
            sort_natively(run_, keys()->items, has_keys() ? items()->items : nullptr, items()->size, reverse);
        if (done != UNBOUND) return done == NONE ? give_back() : done;
        if (slots_[RunsSlot] == UNBOUND) {
            slots_[RunsSlot] = Value::cell(new_work_stack(run_.heap));
            // Refused later, the runs could not be kept.
            if (!grow(run_.heap, runs())) return run_.refused();
        }
        if (reverse) reverse_part(0, items()->size);
        for (uint32_t i = 0; i < number_count; i++) slots_[first_number_slot + i] = Value::integer(0);
        return begin_run();
    }

    Value end() {
        slots_[PhaseSlot] = Value::integer(static_cast<int64_t>(Phase::None));
        if (slots_[ReverseSlot] == TRUE) reverse_part(0, items()->size);
        return give_back();
    }

    // ---- Comparing.

    Value key_at(int64_t index) { return keys()->items[get(Start) + index]; }

    Value ask(Phase phase, Value a, Value b) {
        slots_[PhaseSlot] = Value::integer(static_cast<int64_t>(phase));
        slots_[FirstSlot] = a;
        slots_[SecondSlot] = b;
        frame_.state = Asks;
        return UNBOUND;
    }
    Value ask_next_smaller(Phase phase) { return ask(phase, key_at(get(Length)), key_at(get(Length) - 1)); }

    Value compare(Value& in) {
        if (run_.budget.poll()) return RAISED;
        const Value a = slots_[FirstSlot];
        const Value b = slots_[SecondSlot];
        if (is_simple_key(a) && is_simple_key(b)) {
            const Value less = simple_less(a, b);
            if (less != UNBOUND) return decide(less == TRUE);
        }
        return arrived(frame_, WaitsForComparison, in = run_.compare(Comparison::Lt, a, b)) ? UNBOUND : in;
    }

    Value decide(bool less) {
        switch (phase()) {
            case Phase::Up:
                if (!less) return next_up();
                if (get(Length) > 1) return ask(Phase::AllEqual, key_at(0), key_at(get(Length) - 1));
                return next_down(1);
            case Phase::AllEqual:
                if (less) return end_run();
                reverse_run(0, get(Length));
                return next_down(1);
            case Phase::Down:
                if (!less) return ask(Phase::DownEqual, key_at(get(Length) - 1), key_at(get(Length)));
                reverse_equal();
                return next_down(1);
            case Phase::DownEqual:
                if (less) return end_down();
                add(Equal, 1);
                return next_down(1);
            case Phase::Extend:
                if (less) return end_run();
                add(Length, 1);
                return extend();
            case Phase::Insert: return inserted(less);
            case Phase::Merge: return merged(less);
            case Phase::None: break;
        }
        return RAISED;
    }

    // ---- Finding a run.

    void reverse_part(int64_t from, int64_t to) {
        std::reverse(items()->items + from, items()->items + to);
        if (has_keys()) std::reverse(keys()->items + from, keys()->items + to);
    }
    void reverse_run(int64_t from, int64_t to) { reverse_part(get(Start) + from, get(Start) + to); }

    Value begin_run() {
        if (left() == 0) return settle();
        set(Length, 1);
        set(Equal, 0);
        return left() == 1 ? end_run() : ask_next_smaller(Phase::Up);
    }

    Value next_up() {
        add(Length, 1);
        return get(Length) == left() ? end_run() : ask_next_smaller(Phase::Up);
    }

    Value next_down(int64_t more) {
        add(Length, more);
        return get(Length) == left() ? end_down() : ask_next_smaller(Phase::Down);
    }

    void reverse_equal() {
        if (get(Equal)) reverse_run(get(Length) - get(Equal) - 1, get(Length));
        set(Equal, 0);
    }

    Value end_down() {
        reverse_equal();
        reverse_run(0, get(Length));
        return extend();
    }

    Value extend() { return get(Length) == left() ? end_run() : ask_next_smaller(Phase::Extend); }

    // A run that is too short is made longer.
    Value end_run() {
        const int64_t forced = std::min<int64_t>(minimal_run(items()->size), left());
        set(Equal, get(Length));
        if (get(Length) >= forced) return settle();
        set(Length, forced);
        return insert();
    }

    Value insert() {
        if (get(Equal) == get(Length)) return settle();
        set(Low, 0);
        set(High, get(Equal));
        return ask(Phase::Insert, key_at(get(Equal)), key_at(get(High) >> 1));
    }

    Value inserted(bool less) {
        const int64_t middle = (get(Low) + get(High)) >> 1;
        if (less) set(High, middle);
        else set(Low, middle + 1);
        if (get(Low) < get(High)) return ask(Phase::Insert, key_at(get(Equal)), key_at((get(Low) + get(High)) >> 1));
        move_back(items()->items);
        if (has_keys()) move_back(keys()->items);
        add(Equal, 1);
        return insert();
    }

    // The first unsorted item goes to its place.
    void move_back(Value* values) {
        values += get(Start);
        std::rotate(values + get(Low), values + get(Equal), values + get(Equal) + 1);
    }

    // ---- Merging.

    static constexpr uint32_t run_width = 3;
    uint32_t run_count() { return runs()->size / run_width; }
    Value& run_value(uint32_t number, uint32_t field) { return runs()->values[number * run_width + field]; }
    int64_t run_start(uint32_t number) { return run_value(number, 0).as_int(); }
    int64_t run_length(uint32_t number) { return run_value(number, 1).as_int(); }

    // Pushes the run that was found, after the merges that it calls for; behind the last run, merges all.
    Value settle() {
        const uint32_t count = run_count();
        if (left() == 0) {
            if (count <= 1) return end();
            uint32_t number = count - 2;
            if (number > 0 && run_length(number - 1) < run_length(number + 1)) number--;
            return begin_merge(number);
        }
        if (count > 0) {
            const uint32_t power = boundary_power(static_cast<uint64_t>(run_start(count - 1)),
                                                  static_cast<uint64_t>(run_length(count - 1)),
                                                  static_cast<uint64_t>(get(Length)), items()->size);
            if (count > 1 && run_value(count - 2, 2).as_int() > power) return begin_merge(count - 2);
            run_value(count - 1, 2) = Value::integer(power);
        }
        for (const int64_t value : {get(Start), get(Length), int64_t{0}})
            if (!push(run_.heap, runs(), Value::integer(value))) return run_.refused();
        add(Start, get(Length));
        return begin_run();
    }

    Value begin_merge(uint32_t number) {
        const int64_t start = run_start(number);
        const int64_t length = run_length(number);
        List* spare_keys =
            new_list(run_.heap, std::span<const Value>(keys()->items + start, static_cast<size_t>(length)));
        List* spare_items =
            !has_keys()
                ? spare_keys
                : new_list(run_.heap, std::span<const Value>(items()->items + start, static_cast<size_t>(length)));
        if (!spare_keys || !spare_items) {
            budget_end();
            return RAISED;
        }
        slots_[SpareKeysSlot] = Value::cell(spare_keys);
        slots_[SpareItemsSlot] = Value::cell(spare_items);
        set(Next, 0);
        set(Target, start);
        set(Other, start + length);
        set(End, start + length + run_length(number + 1));
        run_value(number, 1) = Value::integer(get(End) - start);
        for (uint32_t i = (number + 1) * run_width; i + run_width < runs()->size; i++)
            runs()->values[i] = runs()->values[i + run_width];
        runs()->drop(run_width);
        return ask_merge();
    }

    Value ask_merge() {
        return ask(Phase::Merge, keys()->items[get(Other)], cast<List>(slots_[SpareKeysSlot])->items[get(Next)]);
    }

    void take(Value* values, Value spare, bool from_second) {
        values[get(Target)] = from_second ? values[get(Other)] : cast<List>(spare)->items[get(Next)];
    }

    Value merged(bool less) {
        take(items()->items, slots_[SpareItemsSlot], less);
        if (has_keys()) take(keys()->items, slots_[SpareKeysSlot], less);
        add(Target, 1);
        add(less ? Other : Next, 1);
        if (get(Next) < static_cast<int64_t>(cast<List>(slots_[SpareKeysSlot])->size) && get(Other) < get(End))
            return ask_merge();
        end_merge();
        return settle();
    }

    // What is left of the spare run fills the gap.
    void end_merge() {
        const List* spare_items = cast<List>(slots_[SpareItemsSlot]);
        const List* spare_keys = cast<List>(slots_[SpareKeysSlot]);
        const size_t count = spare_items->size - static_cast<size_t>(get(Next));
        const auto fill = [&](Value* to, const Value* from) {
            if (count) memcpy(static_cast<void*>(to + get(Target)), from + get(Next), count * sizeof(Value));
        };
        fill(items()->items, spare_items->items);
        if (has_keys()) fill(keys()->items, spare_keys->items);
        slots_[SpareKeysSlot] = UNBOUND;
        slots_[SpareItemsSlot] = UNBOUND;
        slots_[PhaseSlot] = Value::integer(static_cast<int64_t>(Phase::None));
    }

    void budget_end() { run_.budget.set_breach(Breach::Memory); }

    Run& run_;
    Frame& frame_;
    Value* slots_;
};

}  // namespace

Value sort_list(Run& run, List* list, Value key, Value reverse) {
    if (key == UNBOUND) key = NONE;
    if (reverse == UNBOUND) reverse = FALSE;
    if (is_builtin_instance(reverse)) {
        reverse = run.truth(reverse);
        if (is_result(reverse)) return reverse;
        if (key == NONE) {
            const Value done = sort_natively(run, list->items, nullptr, list->size, reverse == TRUE);
            if (done != UNBOUND) return done;
        }
    }
    return run.push_step(StepId::sort, {Value::cell(list), UNBOUND, UNBOUND, key, reverse});
}

static Value sort_turns(Run& run, Frame& frame, Value in) {
    static_assert(first_number_slot + number_count == step_infos[static_cast<size_t>(StepId::sort)].slots);
    SortStep step(run, frame);
    for (;;) {
        const Value result = step.turn(in);
        if (result == UNBOUND) continue;
        if (result == RAISED) {
            // The exception goes on; that the list was changed is not told beside it.
            const Value pending = run.pending;
            step.abandon();
            run.pending = pending;
        }
        return result;
    }
}

Value step_sort(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return sort_turns(run, frame, in); });
}

}  // namespace exmonty
