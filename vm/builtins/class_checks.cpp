// isinstance and issubclass.
// https://docs.python.org/3/library/functions.html#isinstance
//
// What is asked for may be a class, a tuple of such, a union, or anything whose class has `__instancecheck__`. Plain classes
// are answered at once; the step has the others on a list, the next one last.
#include "vm/builtins/builtins.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

enum class Question : uint8_t { Instance, Subclass };
enum Slot : uint32_t { SubjectSlot, ClassesSlot, QuestionSlot };
enum State : uint32_t { Asks, WaitsForAnswer, WaitsForTruth, WaitsForClass };

constexpr Name hook_of(Question question) {
    return question == Question::Instance ? Name::__instancecheck__ : Name::__subclasscheck__;
}

// Whether the class of `asked` answers by Python code.
bool has_hook(Run& run, Question question, Value asked) {
    const Class* type = class_of(asked);
    if (type->is_builtin()) return false;
    const Value hook = run.special(type, hook_of(question));
    return hook != UNBOUND && !is_kind(hook, Kind::NativeFunction);
}

// Whether `__class__` of the subject is what Python code says.
bool has_own_class(Run& run, Value subject) {
    const Class* type = class_of(subject);
    return !type->is_builtin() && !is_kind(class_lookup(run, type, name(Name::__class__)), Kind::NativeFunction);
}

// TRUE or FALSE; UNBOUND: the step must find out.
Value plain_answer(Run& run, Question question, Value subject, Value asked) {
    const Class* type = as<Class>(asked);
    if (!type) return UNBOUND;
    if (question == Question::Instance && class_of(subject) == type) return TRUE;
    if (has_hook(run, question, asked)) return UNBOUND;
    if (question == Question::Instance) {
        if (is_subclass(class_of(subject), type)) return TRUE;
        return has_own_class(run, subject) ? UNBOUND : FALSE;
    }
    const Class* other = as<Class>(subject);
    return other ? boolean(is_subclass(other, type)) : UNBOUND;
}

Value check(Run& run, Question question, Value subject, Value asked) {
    const Tuple* tuple = as<Tuple>(asked);
    const std::span<const Value> classes = tuple ? tuple->view() : std::span<const Value>(&asked, 1);
    for (size_t i = 0; i < classes.size() && i < 256; i++) {
        const Value answer = plain_answer(run, question, subject, classes[i]);
        if (answer == TRUE || (answer == FALSE && i + 1 == classes.size())) return answer;
        if (answer == UNBOUND) break;
    }
    if (classes.empty()) return FALSE;
    List* list = new_list(run.heap);
    if (!append(run.heap, list, asked)) return run.refused();
    return run.push_step(StepId::class_check, {subject, Value::cell(list), Value::integer(static_cast<int64_t>(question))});
}

Value isinstance(Run& run, Value* args, uint32_t) { return check(run, Question::Instance, args[0], args[1]); }
// https://docs.python.org/3/library/functions.html#issubclass
Value issubclass(Run& run, Value* args, uint32_t) { return check(run, Question::Subclass, args[0], args[1]); }

constexpr NativeRow rows[] = {
    {"isinstance", "obj, class_or_tuple, /", isinstance},
    {"issubclass", "cls, class_or_tuple, /", issubclass},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

Value raise_unfit(Run& run, Question question, Value subject, Value asked) {
    const bool is_instance = question == Question::Instance;
    if (as_record(asked, &generic_alias_class))
        return run.type_error({is_instance ? "isinstance" : "issubclass", "() argument 2 cannot be a parameterized generic"});
    if (is_instance) return run.type_error({"isinstance() arg 2 must be a type, a tuple of types, or a union"});
    if (!is_kind(subject, Kind::Class)) return run.type_error({"issubclass() arg 1 must be a class"});
    return run.type_error({"issubclass() arg 2 must be a class, a tuple of classes, or a union"});
}

// Puts the parts of a tuple or union in its place, which is the last. NONE, or the refusal.
Value unfold(Run& run, List* classes, const Tuple* parts, bool is_union) {
    const uint64_t count = parts->size();
    if (!reserve(run.heap, classes, classes->size + count)) return run.refused();
    classes->size--;
    for (uint64_t i = count; i-- > 0;) {
        const Value part = parts->items[i];
        append(run.heap, classes, is_union && part == NONE ? Value::cell(&none_class) : part);
    }
    return run.budget.poll(count + 1) ? RAISED : NONE;
}

// The next question: its answer, or UNBOUND when it was unfolded, with the state that it is for.
Value ask(Run& run, Frame& frame, List* classes) {
    const auto question = static_cast<Question>(frame.base[QuestionSlot].as_int());
    const Value subject = frame.base[SubjectSlot];
    const Value asked = classes->items[classes->size - 1];
    const Record* united = as_record(asked, &union_class);
    if (const Tuple* parts = as<Tuple>(united ? united->fields[0] : asked)) {
        const Value unfolded = unfold(run, classes, parts, united);
        return is_result(unfolded) ? unfolded : UNBOUND;
    }
    const Value answer = plain_answer(run, question, subject, asked);
    Value result = answer;
    State state = WaitsForTruth;
    if (answer == UNBOUND && has_hook(run, question, asked)) {
        state = WaitsForAnswer;
        result = run.call_special(asked, hook_of(question), {subject});
    } else if (answer == UNBOUND) {
        if (question == Question::Subclass || !is_kind(asked, Kind::Class)) return raise_unfit(run, question, subject, asked);
        state = WaitsForClass;
        result = run.get_attribute(subject, name(Name::__class__));
    }
    if (result != COLLECT) frame.state = state;
    return result;
}

}  // namespace

BuiltinFunctions class_check_functions() { return {functions, names.data()}; }

Value Run::is_instance(Value value, Value class_or_tuple) { return check(*this, Question::Instance, value, class_or_tuple); }
Value Run::is_subclass_of(Value type, Value class_or_tuple) { return check(*this, Question::Subclass, type, class_or_tuple); }

// Slots: the subject, the classes that are left, the question.
Value step_class_check(Run& run, Frame& frame, Value in) {
    List* classes = as<List>(frame.base[ClassesSlot]);
    if (!classes) return run.raise(ExceptionType::SystemError, {"bad classes"});
    for (;;) {
        if (frame.state == WaitsForAnswer && !arrived(frame, WaitsForTruth, in = run.truth(in))) return in;
        if (frame.state == WaitsForClass && classes->size > 0) {
            const Class* claimed = as<Class>(in);
            const Class* asked = as<Class>(classes->items[classes->size - 1]);
            in = boolean(claimed && asked && is_subclass(claimed, asked));
        }
        if (frame.state != Asks) {
            if (in == TRUE) return TRUE;
            if (classes->size > 0) classes->size--;
            frame.state = Asks;
        }
        if (classes->size == 0) return FALSE;
        if (run.budget.poll()) return RAISED;
        in = ask(run, frame, classes);
        if (is_result(in)) return in;
    }
}

}  // namespace exmonty
