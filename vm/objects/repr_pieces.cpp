#include "vm/objects/repr_pieces.h"

#include "vm/objects/await.h"
#include "vm/objects/class.h"
#include "vm/objects/list.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text_of.h"

namespace exmonty {
namespace {

// The list holds pairs: a piece, and whether it is a value that is still to be shown.
enum Slot : uint32_t { SelfSlot, PiecesSlot, PositionSlot };

bool is_being_shown(const Run& run, Value self) {
    const StepInfo* own = &step_infos[static_cast<size_t>(StepId::repr_pieces)];
    for (const Frame* frame = run.frame; frame; frame = frame->previous)
        if (frame->is_step() && &step_info(*frame) == own && frame->base[SelfSlot] == self) return true;
    return false;
}

Value join(Run& run, const List* pieces) {
    TextBuilder out(run);
    for (uint32_t i = 0; i + 1 < pieces->size; i += 2) {
        const Str* piece = as<Str>(payload(pieces->items[i]));
        out.append(piece ? piece->view() : std::string_view{});
    }
    return out.failed ? run.refused() : out.str();
}

}  // namespace

ReprPieces::ReprPieces(Run& run, Value self) : run_(run), self_(self), shown_(self), pieces_(new_list(run.heap)) {
    if (run.receiver.is_cell() && payload(run.receiver) == self) shown_ = run.receiver;
}

void ReprPieces::add(Value piece, Value marked) {
    failed_ = failed_ || !append(run_.heap, pieces_, piece) || !append(run_.heap, pieces_, marked);
}

void ReprPieces::text(std::string_view text) {
    const Str* piece = new_str(run_.heap, text);
    if (piece) add(Value::cell(piece), FALSE);
    else failed_ = true;
}

void ReprPieces::class_name() {
    const Class* type = class_of(shown_);
    text(type->is_builtin() ? short_name(type) : exmonty::class_name(type));
}

void ReprPieces::qualified_name() {
    FixedText<512> name;
    append_qualified_name(run_, name, class_of(shown_));
    text(name.view());
}

void ReprPieces::value(Value value) { add(value, TRUE); }

Value ReprPieces::repr() {
    if (failed_) return run_.refused();
    if (is_being_shown(run_, self_)) return run_.text("...");
    return run_.push_step(StepId::repr_pieces, {self_, Value::cell(pieces_), Value::integer(0)});
}

Value step_repr_pieces(Run& run, Frame& frame, Value in) {
    List* pieces = as<List>(frame.base[PiecesSlot]);
    if (!pieces) return run.raise(ExceptionType::SystemError, {"bad repr"});
    for (;;) {
        const uint32_t position = static_cast<uint32_t>(frame.base[PositionSlot].as_int());
        if (uint64_t{position} + 1 >= pieces->size) return join(run, pieces);
        Value& piece = pieces->items[position];
        if (frame.state == 0 && pieces->items[position + 1] == TRUE && !arrived(frame, 1, in = run.repr(piece))) return in;
        if (frame.state == 1) piece = in;
        frame.base[PositionSlot] = Value::integer(int64_t{position} + 2);
        frame.state = 0;
        if (run.budget.poll()) return RAISED;
    }
}

}  // namespace exmonty
