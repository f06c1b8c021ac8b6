// operator: the functions that are one operation of the run. Those that are more, and the getters, are Python of the prelude.
// https://docs.python.org/3/library/operator.html
#include "vm/modules/modules.h"
#include "vm/objects/arguments.h"
#include "vm/objects/operators.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

template <Operator op>
Value binary(Run& run, Value* args, uint32_t) {
    return run.binary(op, args[0], args[1]);
}

template <Operator op>
Value in_place(Run& run, Value* args, uint32_t) {
    return run.in_place(op, args[0], args[1]);
}

template <UnaryOperation op>
Value unary(Run& run, Value* args, uint32_t) {
    return run.unary(op, args[0]);
}

template <Comparison op>
Value compare(Run& run, Value* args, uint32_t) {
    return run.compare(op, args[0], args[1]);
}

Value truth(Run& run, Value* args, uint32_t) { return run.truth(args[0]); }
Value is_same(Run&, Value* args, uint32_t) { return boolean(args[0] == args[1]); }
Value is_other(Run&, Value* args, uint32_t) { return boolean(args[0] != args[1]); }
Value is_none(Run&, Value* args, uint32_t) { return boolean(args[0] == NONE); }
Value is_not_none(Run&, Value* args, uint32_t) { return boolean(args[0] != NONE); }
Value contains(Run& run, Value* args, uint32_t) { return run.contains(args[0], args[1]); }
Value get_item(Run& run, Value* args, uint32_t) { return run.get_item(args[0], args[1]); }
Value set_item(Run& run, Value* args, uint32_t) { return run.set_item(args[0], args[1], args[2]); }
Value delete_item(Run& run, Value* args, uint32_t) { return run.set_item(args[0], args[1], UNBOUND); }
Value index(Run& run, Value* args, uint32_t) { return run.index(args[0]); }

constexpr NativeRow rows[] = {
    {"add", "a, b, /", binary<Operator::Add>},
    {"and_", "a, b, /", binary<Operator::And>},
    {"contains", "a, b, /", contains},
    {"delitem", "a, b, /", delete_item},
    {"eq", "a, b, /", compare<Comparison::Eq>},
    {"floordiv", "a, b, /", binary<Operator::FloorDiv>},
    {"ge", "a, b, /", compare<Comparison::Ge>},
    {"getitem", "a, b, /", get_item},
    {"gt", "a, b, /", compare<Comparison::Gt>},
    {"iadd", "a, b, /", in_place<Operator::Add>},
    {"iand", "a, b, /", in_place<Operator::And>},
    {"ifloordiv", "a, b, /", in_place<Operator::FloorDiv>},
    {"ilshift", "a, b, /", in_place<Operator::LShift>},
    {"imatmul", "a, b, /", in_place<Operator::MatMul>},
    {"imod", "a, b, /", in_place<Operator::Mod>},
    {"imul", "a, b, /", in_place<Operator::Mul>},
    {"index", "a, /", index},
    {"inv", "a, /", unary<UnaryOperation::Invert>},
    {"invert", "a, /", unary<UnaryOperation::Invert>},
    {"ior", "a, b, /", in_place<Operator::Or>},
    {"ipow", "a, b, /", in_place<Operator::Pow>},
    {"irshift", "a, b, /", in_place<Operator::RShift>},
    {"is_", "a, b, /", is_same},
    {"is_none", "a, /", is_none},
    {"is_not", "a, b, /", is_other},
    {"is_not_none", "a, /", is_not_none},
    {"isub", "a, b, /", in_place<Operator::Sub>},
    {"itruediv", "a, b, /", in_place<Operator::TrueDiv>},
    {"ixor", "a, b, /", in_place<Operator::Xor>},
    {"le", "a, b, /", compare<Comparison::Le>},
    {"lshift", "a, b, /", binary<Operator::LShift>},
    {"lt", "a, b, /", compare<Comparison::Lt>},
    {"matmul", "a, b, /", binary<Operator::MatMul>},
    {"mod", "a, b, /", binary<Operator::Mod>},
    {"mul", "a, b, /", binary<Operator::Mul>},
    {"ne", "a, b, /", compare<Comparison::Ne>},
    {"neg", "a, /", unary<UnaryOperation::Negative>},
    {"or_", "a, b, /", binary<Operator::Or>},
    {"pos", "a, /", unary<UnaryOperation::Positive>},
    {"pow", "a, b, /", binary<Operator::Pow>},
    {"rshift", "a, b, /", binary<Operator::RShift>},
    {"setitem", "a, b, c, /", set_item},
    {"sub", "a, b, /", binary<Operator::Sub>},
    {"truediv", "a, b, /", binary<Operator::TrueDiv>},
    {"truth", "a, /", truth},
    {"xor", "a, b, /", binary<Operator::Xor>},
};
constinit const auto functions = function_table(rows);

}  // namespace

extern const NativeModule module_operator;
constinit const NativeModule module_operator = {"operator", functions, nullptr};

}  // namespace exmonty
