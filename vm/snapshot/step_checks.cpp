#include "vm/snapshot/step_checks.h"

#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/class.h"
#include "vm/objects/fields.h"
#include "vm/objects/int.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/set/walk.h"
#include "vm/objects/step.h"
#include "vm/objects/str.h"
#include "vm/runtime/special.h"

#include <algorithm>

namespace exmonty {
namespace {

// ---- Single values, by the letters of step_slots.def.

constexpr bool is_between(Value value, int64_t least, int64_t most) {
    return value.is_int() && value.as_int() >= least && value.as_int() <= most;
}

bool letter_fits(char letter, Value value, int64_t most) {
    if (letter >= 'a' && letter <= 'z' && letter != 'e' && letter != 'f' && letter != 'i' && letter != 'j') {
        if (value == UNBOUND) return true;
        letter = static_cast<char>(letter - 'a' + 'A');
    }
    switch (letter) {
        case '.': return is_visible(value);
        case 'e': return is_between(value, 0, most);
        case '#': return is_between(value, 0, UINT32_MAX);
        case 'i': return value.is_int();
        case 'j': return is_exact_int(value);
        case 'f': return is_float(value);
        case 'B': return is_kind(value, Kind::StrBuffer);
        case 'C': return is_kind(value, Kind::Class);
        case 'D': return is_kind(value, Kind::Dict);
        case 'E': return is_kind(value, Kind::Exception);
        case 'L': return is_kind(value, Kind::List);
        case 'M': return is_kind(value, Kind::Method);
        case 'N': return is_kind(value, Kind::NativeFunction);
        case 'P': return is_kind(value, Kind::Slice);
        case 'Q': return is_kind(value, Kind::Range);
        case 'R': return is_kind(value, Kind::Record);
        case 'S': return is_kind(value, Kind::Str);
        case 'T': return is_kind(value, Kind::Tuple);
        case 'W': return is_kind(value, Kind::WorkStack);
        case 'X': return is_kind(value, Kind::Set) || is_kind(value, Kind::FrozenSet);
        case 'Y': return is_kind(value, Kind::Bytes);
        default: return false;
    }
}

bool letters_fit(std::string_view letters, const Value* values, int64_t most) {
    for (size_t i = 0; i < letters.size(); i++)
        if (!letter_fits(letters[i], values[i], most)) return false;
    return true;
}

struct SlotRow {
    std::string_view letters;
    int64_t most;
};

// By number of step; a step without a row, and a row of the wrong length, do not compile.
#define SLOTS(name, letters, most) constexpr SlotRow slots_of_##name{letters, most};
#include "vm/snapshot/step_slots.def"
constexpr SlotRow slot_rows[step_count] = {
#define STEP(Name, slots, catches, file) slots_of_##Name,
#include "vm/objects/steps.def"
};
constexpr bool rows_have_all_slots() {
    for (size_t i = 0; i < step_count; i++)
        if (slot_rows[i].letters.size() != step_infos[i].slots) return false;
    return true;
}
static_assert(rows_have_all_slots());

// ---- Steps with invariants between their slots.

bool all_ints(const Value* values, size_t count) {
    return std::all_of(values, values + count, [](Value value) { return value.is_int(); });
}

bool call_converted_fits(const Frame& frame) {
    const NativeFunction* native = cast<NativeFunction>(frame.base[0]);
    const uint32_t count = frame.state >> 8 & 0xff;
    return native->shape.fixed() <= count && count <= 8 && (frame.state & 0xff) >> count == 0 && !native->shape.var_keywords;
}

bool translate_fits(const Frame& frame, const ReferenceCounts& counts) {
    const Str* text = cast<Str>(frame.base[0]);
    const uint64_t at = static_cast<uint64_t>(frame.base[3].as_int());
    if (at > text->size() || !counts.is_owned(frame.base[2])) return false;
    if (at < text->size() && utf8::is_continuation(text->data()[at])) return false;
    return cast<List>(frame.base[2])->size == utf8::count_code_points(text->view().substr(0, at));
}

bool print_fits(const Frame& frame) {
    const int64_t values = cast<Tuple>(frame.base[0])->count;
    const int64_t last = values == 0 ? 0 : values * 2 - 1;
    return frame.state > 8 || frame.state == 0 || frame.state >= 6 || frame.base[5].as_int() <= last;
}

bool percent_fits(const Frame& frame) {
    const Value format = frame.base[0];
    const Str* text = as<Str>(format);
    const ByteString* bytes = as<ByteString>(format);
    if (!text && !bytes) return false;
    const uint64_t size = text ? text->size() : bytes->size;
    const int64_t index = frame.base[3].as_int();
    const int64_t length = frame.base[4].as_int();
    if (static_cast<uint64_t>(frame.base[5].as_int()) > size || length < -1) return false;
    if (length < 0) return index >= -2 && index <= 0;
    const Tuple* values = as<Tuple>(frame.base[1]);
    return values && index >= 0 && length <= static_cast<int64_t>(values->count);
}

bool format_level_fits(const Value* level, const ReferenceCounts& counts) {
    const Str* text = as<Str>(level[0]);
    const List* pieces = as<List>(level[2]);
    if (!text || !pieces || !counts.is_owned(level[2]) || !is_between(level[1], 0, text->size())) return false;
    return std::all_of(pieces->items, pieces->items + pieces->size, [](Value piece) { return is_kind(piece, Kind::Str); });
}

bool format_fits(const Frame& frame, const ReferenceCounts& counts) {
    constexpr uint32_t first = 4;
    constexpr uint32_t width = 8;
    constexpr uint32_t stages = 12;
    const int64_t level = frame.base[3].as_int();
    if (level > 1 || frame.state > stages || !format_level_fits(frame.base + first, counts)) return false;
    const Value* top = frame.base + first + level * width;
    if (level > 0 && !format_level_fits(top, counts)) return false;
    if (frame.state == 0) return true;
    const Str* accessors = as<Str>(top[4]);
    return accessors && is_between(top[5], 0, accessors->size()) && top[6].is_int() && is_kind(top[7], Kind::Str);
}

bool search_sequence_fits(const Frame& frame) {
    constexpr int64_t removes = 3;
    const bool is_list = is_kind(frame.base[0], Kind::List);
    return is_list || (is_kind(frame.base[0], Kind::Tuple) && frame.base[2].as_int() != removes);
}

bool dict_access_fits(const Frame& frame) {
    constexpr uint32_t finds = 2;
    constexpr uint32_t waits_for_equal = 3;
    if (frame.state > 4) return false;
    if (frame.state >= finds && !is_exact_int(frame.base[4])) return false;
    if (frame.base[5] != UNBOUND && !frame.base[5].is_int()) return false;
    return frame.state != waits_for_equal || all_ints(frame.base + 7, 2);
}

bool set_walk_fits(const Frame& frame) {
    constexpr int64_t hashed = 0x100;
    const int64_t word = frame.base[0].as_int();
    if ((word & ~hashed) > static_cast<int64_t>(SetAction::Remove) || frame.state > 9) return false;
    if (word & hashed && !is_exact_int(frame.base[7])) return false;
    const Value probe = frame.base[4];
    const bool has_probe = is_kind(probe, Kind::Set) || is_kind(probe, Kind::FrozenSet) || is_kind(probe, Kind::Dict);
    const bool has_target = frame.base[3] != UNBOUND;
    switch (static_cast<SetAction>(word & 0xff)) {
        case SetAction::Add:
        case SetAction::Discard:
        case SetAction::Toggle:
        case SetAction::DiscardKey:
        case SetAction::Remove: return has_target;
        case SetAction::Keep:
        case SetAction::DropIf:
        case SetAction::Reject: return has_target && has_probe;
        case SetAction::AllIn:
        case SetAction::NoneIn:
        case SetAction::Contains: return has_probe && frame.state < 8;
    }
    return false;
}

bool row_fits(const Frame& frame) {
    const Tuple* row = as<Tuple>(frame.base[1]);
    if (!row) return frame.base[1] == UNBOUND;
    constexpr uint32_t waits_for_item = 1;
    if (frame.base[2] == UNBOUND) return frame.state >= 4;
    return is_between(frame.base[2], 0, frame.state == waits_for_item ? int64_t{row->count} - 1 : INT32_MAX);
}

bool sum_fits(const Frame& frame) {
    constexpr int64_t floats = 1;
    if (frame.base[4].as_int() != floats) return true;
    return is_float(frame.base[2]) && (frame.base[3] == UNBOUND || is_float(frame.base[3]));
}

bool pools_fit(const Frame& frame) {
    const Class* type = cast<Record>(frame.base[0])->type;
    return std::string_view(type->module_name) == "itertools" && cast<Record>(frame.base[0])->small > 0;
}

bool counted_element_fits(const Frame& frame) {
    constexpr uint32_t has_hash = 6;
    if (frame.state >= 4 && frame.base[2] == UNBOUND) return false;
    return frame.state < has_hash || is_exact_int(frame.base[3]);
}

bool cached_call_fits(const Frame& frame) {
    constexpr uint32_t looks = 2;
    return frame.state < looks || is_exact_int(frame.base[2]);
}

bool extended_deque_fits(const Frame& frame) {
    constexpr uint32_t has_item = 4;
    return frame.state < has_item || frame.base[4] != UNBOUND;
}

// ---- Deep walks: what is on their stacks.

enum class Family : uint8_t { None, List, Tuple, Dict, Set };

Family family_of(Value value) {
    if (is_kind(value, Kind::List)) return Family::List;
    if (is_kind(value, Kind::Tuple)) return Family::Tuple;
    if (is_kind(value, Kind::Dict)) return Family::Dict;
    return is_kind(value, Kind::Set) || is_kind(value, Kind::FrozenSet) ? Family::Set : Family::None;
}

template <class Level>
bool levels_fit(const Frame& frame, const ReferenceCounts& counts, uint32_t width, const Level& fits) {
    const WorkStack* stack = cast<WorkStack>(frame.base[0]);
    if (!counts.is_owned(frame.base[0]) || stack->size == 0 || stack->size % width != 0) return false;
    for (uint32_t i = 0; i < stack->size; i += width)
        if (!fits(stack->values + i, i + width == stack->size)) return false;
    return true;
}

bool compare_level_fits(const Value* level) {
    const Family family = family_of(level[0]);
    return family != Family::None && family == family_of(level[1]) && is_between(level[2], 0, 5) &&
           is_between(level[3], 0, UINT32_MAX) && all_ints(level + 4, 3);
}

bool hash_level_fits(const Value* level, bool may_be_done) {
    const Tuple* tuple = as<Tuple>(level[0]);
    if (!tuple && !is_kind(level[0], Kind::Slice)) return false;
    const int64_t size = tuple ? tuple->count : 3;
    return is_between(level[1], 0, may_be_done ? size : size - 1) && is_between(level[2], 0, UINT32_MAX) &&
           is_between(level[3], 0, UINT32_MAX);
}

bool repr_level_fits(const Value* level) {
    const bool is_other = is_kind(level[0], Kind::DictView) || is_kind(level[0], Kind::Slice) || is_kind(level[0], Kind::Deque);
    if (family_of(level[0]) == Family::None && !is_other) return false;
    const Family shown = family_of(level[1]);
    return shown != Family::None && shown != Family::Set && is_between(level[2], 0, INT64_MAX >> 3) && level[3].is_int();
}

// ---- list.sort (vm/objects/sort.cpp).

class SortCheck {
  public:
    SortCheck(const Frame& frame, const ReferenceCounts& counts) : frame_(frame), slots_(frame.base), counts_(counts) {}

    bool fits() {
        if (frame_.state > 9) return false;
        if (slots_[1] == UNBOUND) return frame_.state <= 1;
        if (frame_.state <= 1 || slots_[2] == UNBOUND || slots_[0] == slots_[1]) return false;
        items_ = cast<List>(slots_[1]);
        keys_ = cast<List>(slots_[2]);
        const bool has_keys = items_ != keys_;
        if (references(slots_[1]) != (has_keys ? 1u : 2u) || (has_keys && references(slots_[2]) != 1)) return false;
        count_ = items_->size;
        if (frame_.state <= 5 && slots_[10] != UNBOUND) return false;
        switch (frame_.state) {
            case 2: return has_keys && keys_->size <= count_;
            case 3:
            case 4: return has_keys && keys_->size < count_;
            case 5: return keys_->size == count_;
            default: return keys_->size == count_ && comparing_fits(has_keys);
        }
    }

  private:
    uint32_t references(Value value) const { return counts_.of(counts_.context, value.as_cell()); }
    int64_t number(uint32_t which) const { return slots_[11 + which].as_int(); }

    bool comparing_fits(bool has_keys) const {
        if (!is_between(slots_[10], 1, 7) || !all_ints(slots_ + 11, 9) || !runs_fit()) return false;
        const int64_t left = count_ - number(0);
        const int64_t length = number(1);
        const int64_t equal = number(2);
        const int64_t phase = slots_[10].as_int();
        if (phase == 7) return (left == 0 || (length >= 1 && length <= left)) && merge_fits(has_keys);
        if (slots_[6] != UNBOUND || slots_[7] != UNBOUND || length < 1 || equal < 0) return false;
        if (phase == 6) return length <= left && equal < length && number(3) >= 0 && number(3) < number(4) && number(4) <= equal;
        return length < left && equal < length;
    }

    // The pending runs follow one another from the start on.
    bool runs_fit() const {
        if (slots_[5] == UNBOUND || references(slots_[5]) != 1) return false;
        const WorkStack* runs = cast<WorkStack>(slots_[5]);
        if (runs->size % 3 != 0 || !all_ints(runs->values, runs->size)) return false;
        int64_t start = 0;
        for (uint32_t i = 0; i < runs->size; i += 3) {
            const int64_t length = runs->values[i + 1].as_int();
            if (runs->values[i].as_int() != start || length < 1 || length > count_ - start) return false;
            start += length;
        }
        return start == number(0);
    }

    bool merge_fits(bool has_keys) const {
        const List* spare_keys = as<List>(slots_[6]);
        const List* spare_items = as<List>(slots_[7]);
        if (!spare_keys || !spare_items || spare_keys->size != spare_items->size) return false;
        const uint32_t expected = has_keys ? 1 : 2;
        if (references(slots_[6]) != expected || references(slots_[7]) != expected) return false;
        const int64_t next = number(5);
        const int64_t other = number(6);
        const int64_t end = number(7);
        const int64_t target = number(8);
        const int64_t size = spare_keys->size;
        return next >= 0 && next < size && target >= 0 && target <= count_ && other == target + size - next && other < end &&
               end <= count_;
    }

    const Frame& frame_;
    const Value* slots_;
    const ReferenceCounts& counts_;
    const List* items_ = nullptr;
    const List* keys_ = nullptr;
    int64_t count_ = 0;
};

bool invariants_hold(StepId step, const Frame& frame, const ReferenceCounts& counts) {
    switch (step) {
        case StepId::sort: return SortCheck(frame, counts).fits();
        case StepId::call_converted: return call_converted_fits(frame);
        case StepId::str_translate: return translate_fits(frame, counts);
        case StepId::print: return print_fits(frame);
        case StepId::percent_format: return percent_fits(frame);
        case StepId::str_format: return format_fits(frame, counts);
        case StepId::search_sequence: return search_sequence_fits(frame);
        case StepId::search_range: return is_exact_int(frame.base[3]) && is_exact_int(frame.base[4]);
        case StepId::dict_access: return dict_access_fits(frame);
        case StepId::set_walk: return set_walk_fits(frame);
        case StepId::range_from_indices: return frame.state <= 3;
        case StepId::slice_indices: return frame.state <= 4;
        case StepId::zip_next:
        case StepId::map_next: return row_fits(frame);
        case StepId::sum: return sum_fits(frame);
        case StepId::lazy_pools: return pools_fit(frame);
        case StepId::count_elements: return counted_element_fits(frame);
        case StepId::cached_call: return cached_call_fits(frame);
        case StepId::deque_extend: return extended_deque_fits(frame);
        case StepId::deep_compare:
            return levels_fit(frame, counts, 7, [](const Value* level, bool) { return compare_level_fits(level); });
        case StepId::deep_hash:
            return levels_fit(frame, counts, 4, [&](const Value* level, bool is_top) {
                return hash_level_fits(level, is_top && frame.state != 1);
            });
        case StepId::deep_repr:
            return counts.is_owned(frame.base[1]) && frame.state <= 3 &&
                   levels_fit(frame, counts, 4, [](const Value* level, bool) { return repr_level_fits(level); });
        // They run when a program has ended, where nothing can pause.
        case StepId::export_reprs:
        case StepId::exception_texts: return false;
        default: return true;
    }
}

// ---- Records.

struct RecordRow {
    std::string_view module;
    std::string_view name;
    std::string_view letters;
    int64_t most = 0;
};

constexpr RecordRow record_rows[] = {
    {"builtins", "object", ""},
    {"builtins", "property", "....."},
    {"builtins", "classmethod", "."},
    {"builtins", "staticmethod", "."},
    {"builtins", "super", "C.."},
    {"builtins", "mappingproxy", "."},
    {"builtins", "map", ".t."},
    {"builtins", "filter", ".."},
    {"builtins", "zip", ".t."},
    {"builtins", "enumerate", "..j"},
    {"builtins", "reversed", ".i"},
    {"builtins", "callable_iterator", ".."},
    {"builtins", "iterator", ".i"},
    {"builtins", "set_iterator", "x#i"},
    {"builtins", "bytes_iterator", ".i"},
    {"builtins", "longrange_iterator", "jjj"},
    {"typing", "Union", "T"},
    {"types", "types.GenericAlias", ".T."},
    {"types", "SimpleNamespace", ".."},
    {"_io", "TextIOWrapper", "e", 2},
    // Struct sequences.
    {"sys", "", "T"},
};

}  // namespace

// A step that only hands on the exception that it has raised (vm/objects/await.h): its slots are not looked at again.
static bool has_ended(StepId step, const Frame& frame) {
    constexpr uint32_t ended = UINT32_MAX;
    switch (step) {
        case StepId::sort:
        case StepId::dict_access:
        case StepId::dict_update:
        case StepId::dict_fromkeys:
        case StepId::set_walk:
        case StepId::list_extend:
        case StepId::assign_slice: return frame.state == ended;
        default: return false;
    }
}

bool is_visible(Value value) {
    if (!value.is_cell()) return !is_result(value);
    switch (value.as_cell()->kind) {
        case Kind::StrBuffer:
        case Kind::CodeInstance:
        case Kind::Shape:
        case Kind::WorkStack: return false;
        default: return true;
    }
}

bool step_fits(const Frame& frame, const ReferenceCounts& counts) {
    const size_t number = static_cast<size_t>(frame.step - step_infos);
    const SlotRow& row = slot_rows[number];
    if (!letters_fit(row.letters, frame.base, row.most)) return false;
    const StepId step = static_cast<StepId>(number);
    return has_ended(step, frame) || invariants_hold(step, frame, counts);
}

bool record_fits(Record* record) {
    const Class* type = record->type;
    if (type->instance_kind() != Kind::Record) return false;
    // Heights are heights above native iterators, which no record that was read is: without, `next` is only slower.
    static_assert(static_cast<uint32_t>(zip_field::height) == static_cast<uint32_t>(enumerate_field::height));
    const bool has_height = type == &zip_class || type == &enumerate_class;
    for (const RecordRow& row : record_rows) {
        if (row.module != type->module_name || (!row.name.empty() && row.name != type->name)) continue;
        if (record->small < row.letters.size() || !letters_fit(row.letters, record->fields, row.most)) return false;
        if (has_height) record->fields[zip_field::height] = Value::integer(0);
        return true;
    }
    // The natives of the other classes look at what is in a field: only the number of fields matters.
    return record->small == type->instance_slots;
}

}  // namespace exmonty
