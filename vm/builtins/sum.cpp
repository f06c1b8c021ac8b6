// sum: in machine words while the items are ints, compensated (Neumaier) while they are floats, by `+` otherwise.
// https://docs.python.org/3/library/functions.html#sum
#include "vm/builtins/builtins.h"
#include "vm/builtins/drawing.h"
#include "vm/objects/arguments.h"
#include "vm/objects/bytes.h"
#include "vm/objects/float.h"
#include "vm/objects/int.h"

#include <cmath>

namespace exmonty {
namespace {

// First: the total is what the first `+` gave, so that floats may follow ints; from Other there is no way back.
enum class Mode : uint8_t { Int, Float, First, Other };
enum Slot : uint32_t { SourceSlot, ItemSlot, TotalSlot, CompensationSlot, ModeSlot };
enum State : uint32_t { HasOperand = draw_state::count, WaitsForTotal };

bool to_word(Value item, int64_t& number) {
    if (item.is_int()) number = item.as_int();
    else if (is_bool(item)) number = item == TRUE;
    else if (const BigInt* big = as<BigInt>(item); big && big->count == 1 && big->limbs[0] <= uint64_t{INT64_MAX})
        number = big->is_negative() ? -static_cast<int64_t>(big->limbs[0]) : static_cast<int64_t>(big->limbs[0]);
    else return false;
    return true;
}

struct IntSum {
    int64_t total;
    bool add(Value item) {
        int64_t number;
        int64_t sum;
        if (!to_word(item, number) || __builtin_add_overflow(total, number, &sum)) return false;
        total = sum;
        return true;
    }
};

struct FloatSum {
    double high;
    double low;
    bool add(Value item) {
        double number;
        if (is_float(item)) number = float_of(item);
        else if (item.is_int()) number = static_cast<double>(item.as_int());
        else if (is_bool(item)) number = item == TRUE;
        else return false;
        add(number);
        return true;
    }
    void add(double number) {
        const double sum = high + number;
        if (std::fabs(high) >= std::fabs(number)) low += (high - sum) + number;
        else low += (number - sum) + high;
        high = sum;
    }
    double total() const { return low != 0 && std::isfinite(low) ? high + low : high; }
};

class SumStep {
  public:
    SumStep(Run& run, Frame& frame) : run_(run), frame_(frame), slots_(frame.base) {}

    Value turns(Value in) {
        for (;;) {
            if (frame_.state < HasOperand) {
                const Value drawn = mode() == Mode::Int ? take_ints(in) : mode() == Mode::Float ? take_floats(in) : draw(run_, frame_, in);
                if (is_result(drawn)) return drawn;
                if (frame_.state == draw_state::Draws) continue;
                if (in == EXHAUSTED) return slots_[TotalSlot];
                slots_[ItemSlot] = in;
                frame_.state = HasOperand;
            }
            if (frame_.state == HasOperand &&
                !arrived(frame_, WaitsForTotal, in = run_.binary(Operator::Add, slots_[TotalSlot], slots_[ItemSlot])))
                return in;
            slots_[TotalSlot] = in;
            if (mode() == Mode::First) set_mode(is_float(in) ? Mode::Float : Mode::Other);
            frame_.state = draw_state::Draws;
        }
    }

  private:
    Mode mode() const { return static_cast<Mode>(slots_[ModeSlot].as_int()); }
    void set_mode(Mode mode) { slots_[ModeSlot] = Value::integer(static_cast<int64_t>(mode)); }

    // Draws while the items are ints. The state is HasItem at the end or with another item in `in`, and Draws when an item
    // that had to be waited for was added.
    Value take_ints(Value& in) {
        IntSum sum{0};
        to_word(slots_[TotalSlot], sum.total);
        const Value drawn = take(in, sum);
        slots_[TotalSlot] = run_.integer(sum.total);
        if (frame_.state == draw_state::HasItem && in != EXHAUSTED) set_mode(Mode::First);
        return drawn;
    }

    // The sum so far is only rounded when floats and ints are over.
    Value take_floats(Value& in) {
        FloatSum sum{float_of(slots_[TotalSlot]), slots_[CompensationSlot] == UNBOUND ? 0 : float_of(slots_[CompensationSlot])};
        Value drawn = take(in, sum);
        if (frame_.state == draw_state::HasItem && is_kind(in, Kind::Int)) {
            const Value number = run_.to_float(in);
            if (is_result(number)) return number;
            sum.add(float_of(number));
            frame_.state = draw_state::Draws;
        }
        const bool complete = frame_.state == draw_state::HasItem;
        slots_[TotalSlot] = run_.floating(complete ? sum.total() : sum.high);
        slots_[CompensationSlot] = run_.floating(complete ? 0 : sum.low);
        if (complete) set_mode(Mode::Other);
        return drawn;
    }

    template <class Sum>
    Value take(Value& in, Sum& sum) {
        const Value fed = feed_first(run_, frame_, in, [&](Value item) { return sum.add(item); });
        if (fed != UNBOUND) return fed;
        const Value drawn = draw(run_, frame_, in);
        if (!is_result(drawn) && in != EXHAUSTED && sum.add(in)) frame_.state = draw_state::Draws;
        return drawn;
    }

    Run& run_;
    Frame& frame_;
    Value* slots_;
};

Value sum(Run& run, Value* args, uint32_t) {
    Value start = args[1] == UNBOUND ? Value::integer(0) : args[1];
    const Value held = payload(start);
    if (!is_iterable(run, args[0])) return run.iterate(args[0]);
    if (is_kind(held, Kind::Str)) return run.type_error({"sum() can't sum strings [use ''.join(seq) instead]"});
    if (is_kind(held, Kind::Bytes)) return run.type_error({"sum() can't sum bytes [use b''.join(seq) instead]"});
    Mode mode = Mode::Other;
    int64_t word;
    if (is_exact_int(start) && to_word(start, word)) mode = Mode::Int;
    else if (is_float(start)) mode = Mode::Float;
    return run.push_step(StepId::sum, {args[0], UNBOUND, start, UNBOUND, Value::integer(static_cast<int64_t>(mode))});
}

constexpr NativeRow rows[] = {{"sum", "iterable, /, start=0", sum}};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

}  // namespace

BuiltinFunctions sum_functions() { return {functions, names.data()}; }

Value step_sum(Run& run, Frame& frame, Value in) { return SumStep(run, frame).turns(in); }

}  // namespace exmonty
