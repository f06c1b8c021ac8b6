// str.join. Lists and tuples are joined in place; any other iterable is first made a list, in a step.
#include "vm/objects/list.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

#include <cstring>
#include <span>

namespace exmonty {
namespace {

constexpr size_t items_between_polls = 4096;

Value join(Run& run, const Str* separator, std::span<const Value> items) {
    if (items.empty()) return Value::cell(empty_str);
    if (items.size() == 1 && is_kind(items[0], Kind::Str)) return items[0];
    uint64_t size = separator->count * (items.size() - 1);
    uint64_t length = separator->length * (items.size() - 1);
    for (size_t i = 0; i < items.size(); i++) {
        const Str* item = str_of(items[i]);
        if (!item) {
            return run.type_error({"sequence item ", Digits(static_cast<int64_t>(i)).view(), ": expected str instance, ",
                                   type_name(items[i]), " found"});
        }
        size += item->count;
        length += item->length;
        if (i % items_between_polls == items_between_polls - 1 && run.budget.poll(items_between_polls)) return RAISED;
    }
    Str* result = new_str_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = writable(result);
    std::string_view between = separator->view();
    for (size_t i = 0; i < items.size(); i++) {
        if (i > 0 && !between.empty()) {
            if (between.size() == 1) *out = between[0];
            else memcpy(out, between.data(), between.size());
            out += between.size();
        }
        const Str* item = str_of(items[i]);
        if (item->count == 1) *out = *item->data();
        else memcpy(out, item->data(), item->count);
        out += item->count;
        if (i % items_between_polls == items_between_polls - 1 && run.budget.poll(items_between_polls)) return RAISED;
    }
    seal(result, static_cast<uint32_t>(length));
    return Value::cell(result);
}

}  // namespace

Value join_strs(Run& run, std::span<const Value> strs) { return join(run, empty_str, strs); }

// https://docs.python.org/3/library/stdtypes.html#str.join
Value str_join(Run& run, Value* args, uint32_t) {
    const Str* separator = self_of(args);
    if (const List* list = as<List>(args[1])) return join(run, separator, {list->items, list->size});
    if (const Tuple* tuple = as<Tuple>(args[1])) return join(run, separator, tuple->view());
    if (!is_iterable(run, args[1])) return run.type_error({"can only join an iterable"});
    return run.push_step(StepId::str_join, {args[0], args[1]});
}

// Slots: separator, iterable, then the list of its items. State: 1 waits for the list, 2 has it.
Value step_str_join(Run& run, Frame& frame, Value in) {
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
    return join(run, cast<Str>(frame.base[0]), {list->items, list->size});
}

}  // namespace exmonty
