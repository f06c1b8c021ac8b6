// Frames and roots. A frame below another waits in an instruction that the return of the other completes: that it is one
// that can is checked here, because the loop relies on it.
#include "vm/snapshot/reader.h"

#include "vm/bytecode/opcode.h"
#include "vm/objects/function.h"
#include "vm/objects/generator.h"
#include "vm/objects/module.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

const StepInfo* find_step(std::string_view name) {
    for (const StepInfo& info : step_infos)
        if (name == info.name) return &info;
    return nullptr;
}

// Set in `unused` while a generator's frame is put on the stack.
constexpr uint8_t on_stack = 1;

// Words of code that are passed in the time of one item of work.
constexpr uint64_t words_of_work = 16;

}  // namespace

uint8_t GraphReader::read_register() {
    const uint64_t number = bytes_.number();
    require(number <= UINT8_MAX);
    return static_cast<uint8_t>(number);
}

void GraphReader::read_frame(uint64_t flags) {
    run_.ret_kind = static_cast<Return>(bytes_.byte());
    run_.ret_register = read_register();
    require(run_.ret_kind <= Return::Delegate);
    if (flags & Frame::in_generator) {
        Generator* generator = as<Generator>(read_value());
        require(generator && generator->state() == GeneratorState::Running && generator->frame.unused != on_stack);
        if (failed()) return;
        Frame& frame = generator->frame;
        frame.unused = on_stack;
        frame.previous = run_.frame;
        frame.ret_kind = run_.ret_kind;
        frame.ret_register = run_.ret_register;
        run_.frame = &frame;
        return;
    }
    const Value code = read_value();
    CodeInstance* instance = as<CodeInstance>(code);
    require(instance || code == UNBOUND);
    const StepInfo* step = nullptr;
    Function* function = nullptr;
    uint64_t place = 0;
    if (instance) {
        function = as<Function>(read_value());
        place = bytes_.number();
        require(function && function->code->code == instance->code);
    } else {
        step = find_step(bytes_.text());
        place = bytes_.number32();
        require(step != nullptr);
    }
    const uint64_t count = bytes_.number();
    if (failed() || count != (step ? step->slots : instance->register_count) || !sized_by_bytes(count)) return fail();
    Frame* frame = run_.push_frame(static_cast<uint32_t>(count));
    if (!frame) return fail(GraphFault::Memory);
    frame->code = instance;
    if (step) {
        frame->step = step;
        frame->state = static_cast<uint32_t>(place);
        frame->flags |= Frame::counts_native;
        run_.budget.native_depth++;
    } else {
        frame->function = function;
        if (instance->code->has(CodeFlag::Prelude)) frame->flags |= Frame::invisible;
        places_.push({frame, place, instance->code});
    }
    for (uint64_t i = 0; i < count; i++) frame->base[i] = step ? read_value() : read_visible();
}

void GraphReader::read_frames() {
    const uint64_t count = bytes_.count(4);
    for (uint64_t i = 0; i < count && !failed(); i++) read_frame(bytes_.number());
    // Every Python frame that is visible, and every generator, counts (vm/runtime/call.cpp, generator.cpp).
    for (Frame* frame = run_.frame; frame; frame = frame->previous) {
        frame->unused = 0;
        // As leave_frame counts them: a generator of the prelude counts while it runs.
        const uint8_t seen = frame->flags & (Frame::invisible | Frame::in_generator);
        if (!frame->is_step() && seen != Frame::invisible) run_.budget.depth++;
    }
    require(run_.budget.native_depth <= Budget::native_depth_limit);
}

void GraphReader::read_roots() {
    run_.builtins = as<Dict>(read_value());
    run_.modules = as<Dict>(read_value());
    run_.main = as<Module>(read_value());
    run_.pending = read_visible();
    run_.taken = read_visible();
    run_.returned = read_visible();
    run_.step_input = read_visible();
    HostCall& call = run_.host_call;
    const uint8_t kind = bytes_.byte();
    const Value name = read_value();
    const Value args = read_value();
    const Value keywords = read_value();
    require(kind <= static_cast<uint8_t>(HostCallKind::ImportLookup));
    call.kind = static_cast<HostCallKind>(kind);
    call.name = as<Str>(name);
    call.args = as<Tuple>(args);
    call.keywords = as<Dict>(keywords);
    call.is_awaited = bytes_.byte() != 0;
    call.id = bytes_.number();
    require((call.args || args == UNBOUND) && (call.keywords || keywords == UNBOUND));
    require(call.kind == HostCallKind::None || (call.name && run_.frame));
    require(run_.builtins && run_.builtins->has(Dict::stable) && run_.modules && run_.main);
    require(is_kind(run_.pending, Kind::Exception) || run_.pending == UNBOUND);
    run_.ret_kind = static_cast<Return>(bytes_.byte());
    run_.ret_register = read_register();
    run_.reraising = bytes_.byte() != 0;
}

void GraphReader::set_places() {
    for (const PlaceInCode& place : places_) {
        work(place.code->words.size() / words_of_work + 1);
        if (failed()) return;
        // Behind the last instruction stands a frame that waits in it, a `raise`; there is a guard (new_code_instance).
        const bool is_end = place.pc == place.code->words.size();
        if (!is_end && (place.pc > UINT32_MAX || !is_instruction(place.code, static_cast<uint32_t>(place.pc)))) return fail();
        place.frame->pc = place.frame->code->words + place.pc;
        // Only what has not begun stands at its start: all others wait in an instruction before their pc.
        const bool has_begun = place.frame == run_.frame ? run_.host_call.kind != HostCallKind::None
                               : place.frame->flags & Frame::in_generator
                                   ? Generator::of(place.frame)->state() == GeneratorState::Suspended
                                   : true;
        require(place.pc > 0 || !has_begun);
    }
}

// Whether `below`, the frame that a result goes to, stands where a result of this kind is awaited.
bool GraphReader::returns_fit(const Frame* below, Return kind, uint32_t target) const {
    if (!below) return kind == Return::Exit;
    if (below->is_step()) return kind != Return::Exit;
    const CodeTemplate* code = below->code->code;
    const uint32_t pc = below->code->pc_of(below->pc);
    const auto stands_behind = [&](uint32_t width) { return pc >= width && is_instruction(code, pc - width); };
    switch (kind) {
        case Return::Store:
        case Return::Not:
        case Return::Init: return target < code->register_count;
        case Return::Discard: return true;
        case Return::Branch: return stands_behind(2) && info(op_of(code->words[pc - 2])).extra == Extra::Jump;
        case Return::Iterate: return stands_behind(2) && op_of(code->words[pc - 2]) == Op::FOR_ITER;
        case Return::Delegate:
            return stands_behind(1) && op_of(code->words[pc - 1]) == Op::YIELD_FROM && (below->flags & Frame::in_generator);
        case Return::Exit: return false;
    }
    return false;
}

void GraphReader::check_returns() {
    for (const Frame* frame = run_.frame; frame && !failed(); frame = frame->previous) {
        if (frame->previous && !frame->previous->is_step()) work(frame->previous->code->code->words.size() / words_of_work);
        require(returns_fit(frame->previous, frame->ret_kind, frame->ret_register));
    }
    if (run_.host_call.kind != HostCallKind::None) require(returns_fit(run_.frame, run_.ret_kind, run_.ret_register));
}

}  // namespace exmonty
