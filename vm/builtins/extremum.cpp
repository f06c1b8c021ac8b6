// min and max.
// https://docs.python.org/3/library/functions.html#max
#include "vm/builtins/builtins.h"
#include "vm/builtins/drawing.h"
#include "vm/objects/hash.h"
#include "vm/objects/sort.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { SourceSlot, ItemSlot, ItemKeySlot, BestSlot, BestKeySlot, KeySlot, DefaultSlot, ComparisonSlot };
enum State : uint32_t { CallsKey = draw_state::count, WaitsForKey, HasKey, WaitsForComparison, WaitsForTruth };

// Whether `item` takes the place of `best`, as far as it is quickly told; UNBOUND: ask the values.
Value replaces(Comparison comparison, Value item, Value best) {
    if (both_int(item, best)) return boolean(holds(comparison, item.as_int(), best.as_int()));
    if (both_inline_float(item, best)) return boolean(holds(comparison, item.as_inline_float(), best.as_inline_float()));
    if (!is_simple_key(item) || !is_simple_key(best)) return UNBOUND;
    return comparison == Comparison::Lt ? simple_less(item, best) : simple_less(best, item);
}

class ExtremumStep {
  public:
    ExtremumStep(Run& run, Frame& frame) : run_(run), frame_(frame), slots_(frame.base) {}

    Value turns(Value in) {
        for (;;) {
            switch (frame_.state) {
                case CallsKey:
                    if (slots_[KeySlot] == NONE) in = slots_[ItemSlot];
                    else if (!arrived(frame_, WaitsForKey, in = run_.call(slots_[KeySlot], {slots_[ItemSlot]}))) return in;
                    [[fallthrough]];
                case WaitsForKey:
                    slots_[ItemKeySlot] = in;
                    frame_.state = HasKey;
                    [[fallthrough]];
                case HasKey:
                    if (slots_[BestSlot] == UNBOUND) {
                        in = TRUE;
                        break;
                    }
                    in = replaces(comparison(), slots_[ItemKeySlot], slots_[BestKeySlot]);
                    if (in != UNBOUND) break;
                    if (!arrived(frame_, WaitsForComparison, in = run_.compare(comparison(), slots_[ItemKeySlot], slots_[BestKeySlot])))
                        return in;
                    [[fallthrough]];
                case WaitsForComparison:
                    if (!arrived(frame_, WaitsForTruth, in = run_.truth(in))) return in;
                    [[fallthrough]];
                case WaitsForTruth: break;
                default: {
                    const Value drawn = take(in);
                    if (is_result(drawn)) return drawn;
                    if (in == EXHAUSTED) return result();
                    slots_[ItemSlot] = in;
                    frame_.state = CallsKey;
                    continue;
                }
            }
            if (in == TRUE) {
                slots_[BestSlot] = slots_[ItemSlot];
                slots_[BestKeySlot] = slots_[ItemKeySlot];
            }
            frame_.state = draw_state::Draws;
        }
    }

  private:
    Comparison comparison() const { return static_cast<Comparison>(slots_[ComparisonSlot].as_int()); }

    Value take(Value& in) {
        if (slots_[KeySlot] == NONE && slots_[BestSlot] != UNBOUND) {
            Value best = slots_[BestSlot];
            const Comparison asked = comparison();
            const Value fed = feed_first(run_, frame_, in, [&](Value item) {
                const Value better = replaces(asked, item, best);
                if (better == TRUE) best = item;
                return better != UNBOUND;
            });
            slots_[BestSlot] = slots_[BestKeySlot] = best;
            if (fed != UNBOUND) return fed;
        }
        return draw(run_, frame_, in);
    }

    Value result() {
        if (slots_[BestSlot] != UNBOUND) return slots_[BestSlot];
        if (slots_[DefaultSlot] != UNBOUND) return slots_[DefaultSlot];
        return run_.value_error({comparison() == Comparison::Lt ? "min" : "max", "() iterable argument is empty"});
    }

    Run& run_;
    Frame& frame_;
    Value* slots_;
};

// The best of positional arguments that are quickly compared; UNBOUND: the step has to look at them.
Value best_of(Comparison comparison, const Value* values, uint32_t count) {
    Value best = values[0];
    for (uint32_t i = 1; i < count; i++) {
        const Value better = replaces(comparison, values[i], best);
        if (better == UNBOUND) return UNBOUND;
        if (better == TRUE) best = values[i];
    }
    return best;
}

// args: key, default, then the positional ones.
Value extremum(Run& run, Value* args, uint32_t count, Comparison comparison, std::string_view name) {
    const Value* values = args + 2;
    const uint32_t given = count - 2;
    if (given == 0) return run.type_error({name, " expected at least 1 argument, got 0"});
    const Value key = args[0] == UNBOUND ? NONE : args[0];
    Value source = values[0];
    if (given > 1) {
        if (args[1] != UNBOUND)
            return run.type_error({"Cannot specify a default for ", name, "() with multiple positional arguments"});
        const Value best = key == NONE ? best_of(comparison, values, given) : UNBOUND;
        if (best != UNBOUND) return best;
        Tuple* row = new_tuple(run.heap, std::span<const Value>(values, given));
        if (!row) return run.refused();
        source = Value::cell(row);
    }
    return run.push_step(StepId::extremum, {source, UNBOUND, UNBOUND, UNBOUND, UNBOUND, key, args[1],
                                            Value::integer(static_cast<int64_t>(comparison))});
}

Value max(Run& run, Value* args, uint32_t count) { return extremum(run, args, count, Comparison::Gt, "max"); }
// https://docs.python.org/3/library/functions.html#min
Value min(Run& run, Value* args, uint32_t count) { return extremum(run, args, count, Comparison::Lt, "min"); }

constexpr NativeRow rows[] = {
    {"max", "*args, key=None, default=None", max},
    {"min", "*args, key=None, default=None", min},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

}  // namespace

BuiltinFunctions extremum_functions() { return {functions, names.data()}; }

Value step_extremum(Run& run, Frame& frame, Value in) { return ExtremumStep(run, frame).turns(in); }

}  // namespace exmonty
