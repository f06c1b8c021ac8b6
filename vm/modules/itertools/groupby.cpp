// groupby and the iterators over its groups.
// https://docs.python.org/3/library/itertools.html#itertools.groupby
//
// The groupby draws for itself and for its groups. `current_key` and `current_value` are those of the item that was drawn last,
// UNBOUND before the first; the value is UNBOUND, too, once a group has given it. `target_key` is that of the group that was
// handed out last, `group` that group: older ones have ended. What a group has given leaves no key, either.
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { source, key_function, target_key, current_key, current_value, group, count };
}
namespace group_field {
enum : uint32_t { parent, key, count };
}
enum Slot : uint32_t { IteratorSlot, ValueSlot };
enum State : uint32_t { Looks, WaitsForItem, HasItem, WaitsForKey, Compares, WaitsForEqual };

Value groupby_next(Run& run, Value self) { return run.push_step(StepId::groupby_next, {self}); }

Value grouper_next(Run& run, Value self) {
    const Record* group = cast<Record>(self);
    const Record* parent = as_record(group->fields[group_field::parent], &groupby_class);
    if (!parent || parent->fields[field::group] != self) return ended(run);
    return run.push_step(StepId::groupby_next, {self});
}

Value groupby_new(Run& run, Value* args, uint32_t) {
    Record* groupby = new_record(run.heap, &groupby_class, field::count);
    groupby->fields[field::key_function] = args[1] == UNBOUND ? NONE : args[1];
    return take_source(run, groupby, args[0]);
}

// What a group gives: the value that was drawn last.
Value give_value(Record* groupby) {
    const Value value = groupby->fields[field::current_value];
    groupby->fields[field::current_value] = UNBOUND;
    groupby->fields[field::current_key] = UNBOUND;
    return value;
}

// A new group begins with the item that was drawn last.
Value begin_group(Run& run, Record* groupby) {
    const Value key = groupby->fields[field::current_key];
    groupby->fields[field::target_key] = key;
    Record* group = new_record(run.heap, &grouper_class, group_field::count);
    group->fields[group_field::parent] = Value::cell(groupby);
    group->fields[group_field::key] = key;
    groupby->fields[field::group] = Value::cell(group);
    return run.tuple({key, Value::cell(group)});
}

constexpr NativeRow constructor_rows[] = {{"groupby", "iterable, key=None", groupby_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = groupby_next, .construct = construct_by_row<constructor>};
constexpr TypeOperations grouper_operations = {.next = grouper_next};
constexpr const Class* mro[] = {&groupby_class, &object_class};
constexpr const Class* grouper_mro[] = {&grouper_class, &object_class};
constexpr const char* doc =
    "make an iterator that returns consecutive keys and groups from the iterable\n\n"
    "  iterable\n"
    "    Elements to divide into groups according to the key function.\n"
    "  key\n"
    "    A function for computing the group category for each element.\n"
    "    If the key function is not specified or is None, the element itself\n"
    "    is used for grouping.";

}  // namespace

constinit const Class groupby_class = itertools_class("itertools.groupby", field::count, mro, &operations, doc);
constinit const Class grouper_class = itertools_class("itertools._grouper", group_field::count, grouper_mro, &grouper_operations, nullptr);

// Slots: the groupby or a group, an item.
Value step_groupby_next(Run& run, Frame& frame, Value in) {
    Record* iterator = as<Record>(frame.base[IteratorSlot]);
    Record* group = iterator && iterator->type == &grouper_class ? iterator : nullptr;
    Record* groupby = group ? as_record(group->fields[group_field::parent], &groupby_class) : iterator;
    if (!groupby || groupby->type != &groupby_class) return bad_iterator(run);
    Value* fields = groupby->fields;
    // Starting anew, a groupby passes over what is left of its group, whose end it does not know yet.
    if (frame.state == Looks && !group) fields[field::group] = UNBOUND;
    for (;;) {
        switch (frame.state) {
            case Looks:
                // A group gives the value that is there; a groupby compares its key first; without one, both draw.
                if (group ? fields[field::current_value] != UNBOUND : fields[field::current_key] != UNBOUND) {
                    frame.state = Compares;
                    continue;
                }
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(fields[field::source])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return ended(run);
                frame.base[ValueSlot] = in;
                frame.state = HasItem;
                [[fallthrough]];
            case HasItem:
                in = frame.base[ValueSlot];
                if (fields[field::key_function] != NONE) {
                    run.ret_kind = Return::Iterate;
                    if (!arrived(frame, WaitsForKey, in = run.call(fields[field::key_function], {in}))) return end_of_stop_iteration(run, in);
                    run.ret_kind = Return::Store;
                }
                [[fallthrough]];
            case WaitsForKey:
                if (in == EXHAUSTED) return ended(run);
                fields[field::current_value] = frame.base[ValueSlot];
                fields[field::current_key] = in;
                frame.state = Compares;
                [[fallthrough]];
            case Compares: {
                const Value target = group ? group->fields[group_field::key] : fields[field::target_key];
                if (target == UNBOUND) return begin_group(run, groupby);
                if (!arrived(frame, WaitsForEqual, in = run.equals(target, fields[field::current_key]))) return in;
                [[fallthrough]];
            }
            default:
                if (group) return in == TRUE ? give_value(groupby) : ended(run);
                if (in != TRUE) return begin_group(run, groupby);
                // Part of the group that is passed over.
                fields[field::current_key] = UNBOUND;
                frame.state = Looks;
        }
    }
}

}  // namespace exmonty
