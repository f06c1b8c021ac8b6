// The run itself: its stack, its roots, and the making of plain values.
#include "vm/objects/run.h"

#include "vm/base/utf8.h"
#include "vm/heap/collector.h"
#include "vm/objects/class.h"
#include "vm/objects/float.h"
#include "vm/objects/generator.h"
#include "vm/objects/int.h"
#include "vm/objects/module.h"
#include "vm/objects/template.h"

#include <charconv>
#include <cstring>

namespace exmonty {
namespace {

constexpr size_t segment_bytes = 64 * 1024;

}  // namespace

Run::Run(PagePool& pages, const RunHost& host) : heap(budget, pages), host(host) {}

Run::~Run() = default;

// Moves the stack to a segment with room for `bytes`: the next one if it is large enough, else a new one.
static bool enter_segment(Run& run, size_t bytes) {
    StackSegment* next = run.segment ? run.segment->next : nullptr;
    if (next && next->bytes - sizeof(StackSegment) < bytes) {
        // Too small for this frame: whatever follows is free, so it goes.
        run.segment->next = nullptr;
        while (next) {
            StackSegment* after = next->next;
            run.heap.give_block(next);
            next = after;
        }
    }
    if (!next) {
        size_t size = bytes + sizeof(StackSegment) > segment_bytes ? bytes + sizeof(StackSegment) : segment_bytes;
        next = static_cast<StackSegment*>(run.heap.take_block(size));
        if (!next) return false;
        next->previous = run.segment;
        next->next = nullptr;
        next->bytes = size;
        if (run.segment) run.segment->next = next;
    }
    next->saved_next = run.stack_next;
    run.segment = next;
    run.stack_next = run.stack_start = next->start();
    run.stack_end = next->end();
    return true;
}

void Run::leave_segment() {
    if (!segment->previous) return;
    stack_next = segment->saved_next;
    segment = segment->previous;
    stack_start = segment->start();
    stack_end = segment->end();
}

Frame* Run::push_frame(uint32_t values) {
    size_t bytes = frame_bytes(values);
    if (static_cast<size_t>(stack_end - stack_next) < bytes && !enter_segment(*this, bytes)) {
        budget.set_breach(Breach::Memory);
        return nullptr;
    }
    Frame* fresh = reinterpret_cast<Frame*>(stack_next);
    *fresh = Frame{};
    if (stack_next == stack_start || !frame || frame->is_step()) fresh->flags = Frame::apart;
    stack_next += bytes;
    fresh->base = reinterpret_cast<Value*>(fresh + 1);
    fresh->previous = frame;
    fresh->ret_kind = ret_kind;
    fresh->ret_register = ret_register;
    frame = fresh;
    return fresh;
}

void Run::pop_frame() {
    Frame* top = frame;
    frame = top->previous;
    if (top->flags & Frame::counts_native) budget.native_depth--;
    if (top->flags & Frame::in_generator) return;
    stack_next = reinterpret_cast<char*>(top);
    if (stack_next == stack_start) leave_segment();
}

Value Run::push_step(StepId step, std::initializer_list<Value> slots) {
    const StepInfo& info = step_infos[static_cast<size_t>(step)];
    if (budget.native_depth >= Budget::native_depth_limit)
        return raise(ExceptionType::RecursionError, {"maximum recursion depth exceeded"});
    Frame* fresh = push_frame(info.slots);
    if (!fresh) return RAISED;
    fresh->step = &info;
    fresh->flags |= Frame::counts_native;
    budget.native_depth++;
    uint32_t number = 0;
    for (Value slot : slots) fresh->base[number++] = slot;
    while (number < info.slots) fresh->base[number++] = UNBOUND;
    return PUSHED;
}

void Run::apply_wanted_limits() {
    budget.recursion_limit = host_recursion_limit;
    if (wanted_recursion_limit != 0 && wanted_recursion_limit < host_recursion_limit) budget.recursion_limit = wanted_recursion_limit;
    max_int_digits = host_int_digits;
    uint32_t digits = static_cast<uint32_t>(wanted_int_digits);
    if (wanted_int_digits > 0 && (digits < host_int_digits || host_int_digits == 0)) max_int_digits = digits;
}

Value Run::refused() {
    if (!refused_before) {
        refused_before = true;
        return COLLECT;
    }
    budget.set_breach(Breach::Memory);
    return RAISED;
}

Value Run::integer(int64_t number) {
    if (Value::fits_int(number)) [[likely]] return Value::integer(number);
    BigInt* big = new_big_int(heap, 1);
    big->limbs[0] = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    if (number < 0) big->flags |= BigInt::negative;
    return Value::cell(big);
}

Value Run::integer(unsigned __int128 magnitude, bool negative) {
    uint64_t limbs[2] = {static_cast<uint64_t>(magnitude), static_cast<uint64_t>(magnitude >> 64)};
    return int_value(heap, limbs, 2, negative);
}

Value Run::floating(double number) {
    if (Value::fits_float(number)) [[likely]] return Value::inline_float(number);
    Float* cell = heap.allocate<Float>();
    cell->number = number;
    return Value::cell(cell);
}

Value Run::text(std::string_view bytes) {
    Str* str = new_str(heap, bytes);
    return str ? Value::cell(str) : refused();
}

Value Run::text(std::initializer_list<std::string_view> pieces) {
    size_t size = 0;
    for (std::string_view piece : pieces) size += piece.size();
    Str* str = new_str_uninitialised(heap, size);
    if (!str) return refused();
    char* at = writable(str);
    for (std::string_view piece : pieces) {
        memcpy(at, piece.data(), piece.size());
        at += piece.size();
    }
    seal(str, static_cast<uint32_t>(utf8::count_code_points(str->view())));
    return Value::cell(str);
}

Value Run::tuple(std::initializer_list<Value> items) {
    Tuple* result = new_tuple(heap, std::span<const Value>(items.begin(), items.size()));
    return result ? Value::cell(result) : refused();
}

bool Run::write(Stream stream, std::string_view text) {
    if (text.size() > budget.output_limit - budget.output_used) {
        budget.set_breach(Breach::Output);
        return false;
    }
    budget.output_used += text.size();
    if (host.write && !host.write(host.context, stream, text)) {
        budget.set_breach(Breach::Output);
        return false;
    }
    return true;
}

Value Run::suspend(HostCallKind kind, Str* name, Tuple* args, Dict* keywords) {
    if (!host.pauses) return raise(ExceptionType::RuntimeError, {"this run cannot pause for its host"});
    if (budget.pauses_left == 0) {
        budget.set_breach(Breach::Pauses);
        return RAISED;
    }
    if (budget.pauses_left != Budget::unlimited) budget.pauses_left--;
    host_call = HostCall{kind, name, args, keywords, false, next_call_id++};
    return SUSPEND;
}

void Run::visit_roots(Collector& collector) {
    for (Frame* at = frame; at; at = at->previous) {
        if (at->flags & Frame::in_generator) {
            collector.visit(Generator::of(at));
            continue;
        }
        collector.visit(reinterpret_cast<Cell*>(at->code));
        if (!at->is_step()) collector.visit(reinterpret_cast<Cell*>(at->function));
        collector.visit(at->base, at->is_step() ? step_info(*at).slots : at->code->register_count);
    }
    for (Value value : {pending, taken, step_input, returned, receiver}) collector.visit(value);
    collector.visit(builtins);
    collector.visit(modules);
    collector.visit(main);
    collector.visit(host_call.name);
    collector.visit(host_call.args);
    collector.visit(host_call.keywords);
}

Digits::Digits(int64_t number) {
    size = static_cast<uint8_t>(std::to_chars(text, text + sizeof text, number).ptr - text);
}

}  // namespace exmonty
