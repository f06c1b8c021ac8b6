// bytes.split, rsplit, splitlines and join.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/text/split.h"

namespace exmonty {
namespace {

auto pieces_of(Run& run, std::string_view view) {
    Heap& heap = run.heap;
    auto make = [&heap, view](size_t from, size_t size) -> const Cell* { return new_bytes(heap, view.substr(from, size)); };
    return Pieces(run, make);
}

struct SplitArguments {
    bool at_spaces = true;
    std::string_view separator;
    uint64_t limit;
};

bool read_arguments(Run& run, Value* args, SplitArguments& wanted) {
    int64_t limit = -1;
    if (!int_argument(run, args[2], limit)) return false;
    wanted.limit = limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit);
    if (args[1] == UNBOUND || args[1] == NONE) return true;
    wanted.at_spaces = false;
    if (!bytes_argument(run, args[1], wanted.separator)) return false;
    if (!wanted.separator.empty()) return true;
    run.value_error({"empty separator"});
    return false;
}

template <class Pieces>
void split_at_spaces_from_right(Pieces& pieces, std::string_view view, uint64_t limit) {
    auto is_space = [view](size_t i) { return ByteSpace::contains(static_cast<unsigned char>(view[i])); };
    size_t end = view.size();
    for (;;) {
        while (end > 0 && is_space(end - 1)) end--;
        if (end == 0) break;
        size_t word = limit == 0 ? 0 : end;
        while (word > 0 && !is_space(word - 1)) word--;
        if (!pieces.add(word, end - word)) return;
        end = word;
        limit--;
        if (word == 0) break;
    }
    pieces.reverse();
}

Value join(Run& run, std::string_view separator, std::span<const Value> items) {
    constexpr size_t items_between_polls = 4096;
    if (items.empty()) return Value::cell(empty_bytes);
    if (items.size() == 1 && is_kind(items[0], Kind::Bytes)) return items[0];
    unsigned __int128 size = static_cast<unsigned __int128>(separator.size()) * (items.size() - 1);
    std::string_view view;
    for (size_t i = 0; i < items.size(); i++) {
        if (!view_bytes(items[i], view)) {
            return run.type_error({"sequence item ", Digits(static_cast<int64_t>(i)).view(), ": expected a bytes-like object, ",
                                   type_name(items[i]), " found"});
        }
        size += view.size();
        if (i % items_between_polls == items_between_polls - 1 && run.budget.poll(items_between_polls)) return RAISED;
    }
    if (size > ByteString::max_size) return run.refused();
    ByteString* result = new_bytes_uninitialised(run.heap, static_cast<size_t>(size));
    if (!result) return run.refused();
    char* out = result->bytes;
    for (size_t i = 0; i < items.size(); i++) {
        if (i > 0) {
            memcpy(out, separator.data(), separator.size());
            out += separator.size();
        }
        view_bytes(items[i], view);
        memcpy(out, view.data(), view.size());
        out += view.size();
        if (i % items_between_polls == items_between_polls - 1 && run.budget.poll(items_between_polls)) return RAISED;
    }
    return Value::cell(result);
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes.split
Value bytes_split(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2])) return with_indices(run, &bytes_class, "split", args, count, 0b100);
    SplitArguments wanted;
    if (!read_arguments(run, args, wanted)) return RAISED;
    std::string_view view = bytes_self(args)->view();
    auto pieces = pieces_of(run, view);
    if (wanted.at_spaces) split_at_spaces(pieces, view, ByteSpace{}, wanted.limit);
    else split_at(pieces, view, wanted.separator, wanted.limit);
    return pieces.result();
}

// https://docs.python.org/3/library/stdtypes.html#bytes.rsplit
Value bytes_rsplit(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2])) return with_indices(run, &bytes_class, "rsplit", args, count, 0b100);
    SplitArguments wanted;
    if (!read_arguments(run, args, wanted)) return RAISED;
    std::string_view view = bytes_self(args)->view();
    auto pieces = pieces_of(run, view);
    if (wanted.at_spaces) split_at_spaces_from_right(pieces, view, wanted.limit);
    else split_at_from_right(pieces, view, wanted.separator, wanted.limit);
    return pieces.result();
}

// https://docs.python.org/3/library/stdtypes.html#bytes.splitlines
Value bytes_splitlines(Run& run, Value* args, uint32_t count) {
    LineEnds ends = LineEnds::Dropped;
    if (args[1] != UNBOUND) {
        if (calls_truth(run, args[1])) return with_truths(run, &bytes_class, "splitlines", args, count, 0b10);
        if (run.truth(args[1]) == TRUE) ends = LineEnds::Kept;
    }
    std::string_view view = bytes_self(args)->view();
    auto pieces = pieces_of(run, view);
    split_lines(pieces, view, ByteLineEnd{}, ends);
    return pieces.result();
}

// https://docs.python.org/3/library/stdtypes.html#bytes.join
Value bytes_join(Run& run, Value* args, uint32_t) {
    std::string_view separator = bytes_self(args)->view();
    if (const List* list = as<List>(args[1])) return join(run, separator, {list->items, list->size});
    if (const Tuple* tuple = as<Tuple>(args[1])) return join(run, separator, tuple->view());
    if (!is_iterable(run, args[1])) return run.type_error({"can only join an iterable"});
    return run.push_step(StepId::bytes_join, {args[0], args[1]});
}

// Slots: separator, iterable, then the list of its items. State: 1 waits for the list, 2 has it.
Value step_bytes_join(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        in = run.to_list(frame.base[1]);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in)) return in;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    const List* list = as<List>(frame.base[1]);
    if (!list) return run.raise(ExceptionType::SystemError, {"bad slot"});
    return join(run, cast<ByteString>(frame.base[0])->view(), {list->items, list->size});
}

}  // namespace exmonty
