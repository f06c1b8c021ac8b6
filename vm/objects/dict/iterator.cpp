// Iterators of dicts and of their views.
#include "vm/objects/builtin_types.h"
#include "vm/objects/dict.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

// Python code changed the dict's size: told once and at every further item.
constexpr uint32_t size_changed = UINT32_MAX;

// The number of the next entry; -1: the end; -2: an exception is pending.
int64_t next_entry(Run& run, DictIterator* iterator) {
    Dict* dict = iterator->dict;
    if (!dict) return -1;
    if (iterator->expected_live != dict->live) {
        iterator->expected_live = size_changed;
        run.raise(ExceptionType::RuntimeError, {"dictionary changed size during iteration"});
        return -2;
    }
    int64_t entry = -1;
    if (iterator->flags & DictIterator::reversed) {
        uint32_t position = iterator->position < dict->used ? iterator->position : dict->used;
        while (position > 0 && dict->entries[position - 1].value == UNBOUND) position--;
        if (position > 0) {
            entry = int64_t{position} - 1;
            iterator->position = position - 1;
        }
    } else {
        const uint32_t position = dict_next(dict, iterator->position);
        if (position < dict->used) {
            entry = position;
            iterator->position = position + 1;
        }
    }
    if (entry < 0) {
        iterator->dict = nullptr;
        return -1;
    }
    if (iterator->left == 0) {
        iterator->dict = nullptr;
        run.raise(ExceptionType::RuntimeError, {"dictionary keys changed during iteration"});
        return -2;
    }
    iterator->left--;
    return entry;
}

Value dict_iterator_next(Run& run, Value self) {
    DictIterator* iterator = cast<DictIterator>(self);
    const Dict* dict = iterator->dict;
    const int64_t number = next_entry(run, iterator);
    if (number < 0) return number == -1 ? EXHAUSTED : RAISED;
    const DictEntry& entry = dict->entries[number];
    switch (iterator->part()) {
        case DictPart::Keys: return entry.key;
        case DictPart::Values: return entry.value;
        case DictPart::Items: return run.tuple({entry.key, entry.value});
    }
    return RAISED;
}

Value iterate_self(Run&, Value self) { return self; }

Value dict_iterator_length_hint(Run&, Value* args, uint32_t) {
    const DictIterator* iterator = cast<DictIterator>(args[0]);
    const bool counts = iterator->dict && iterator->expected_live == iterator->dict->live;
    return Value::integer(counts ? iterator->left : 0);
}

constexpr NativeRow rows[] = {{"__length_hint__", "self, /", dict_iterator_length_hint}};
// A table for each class, so that messages can tell whose method it was.
using Table = std::array<NativeFunction, 1>;
constinit const Table key_methods = native_table(Kind::DictIterator, rows);
constinit const Table value_methods = native_table(Kind::DictIterator, rows);
constinit const Table item_methods = native_table(Kind::DictIterator, rows);
constinit const Table reverse_key_methods = native_table(Kind::DictIterator, rows);
constinit const Table reverse_value_methods = native_table(Kind::DictIterator, rows);
constinit const Table reverse_item_methods = native_table(Kind::DictIterator, rows);
constexpr TypeOperations operations{.iterate = iterate_self, .next = dict_iterator_next};

consteval Class iterator_class(const char* name, const Class* const* mro, const Table& methods) {
    return builtin_class(name, "builtins", &object_class, mro, 2, Kind::DictIterator, Class::final_class,
                         methods.data(), methods.size(), &operations, nullptr);
}

constexpr const Class* key_mro[] = {&dict_key_iterator_class, &object_class};
constexpr const Class* value_mro[] = {&dict_value_iterator_class, &object_class};
constexpr const Class* item_mro[] = {&dict_item_iterator_class, &object_class};
constexpr const Class* reverse_key_mro[] = {&dict_reverse_key_iterator_class, &object_class};
constexpr const Class* reverse_value_mro[] = {&dict_reverse_value_iterator_class, &object_class};
constexpr const Class* reverse_item_mro[] = {&dict_reverse_item_iterator_class, &object_class};

}  // namespace

constinit const Class dict_key_iterator_class = iterator_class("dict_keyiterator", key_mro, key_methods);
constinit const Class dict_value_iterator_class = iterator_class("dict_valueiterator", value_mro, value_methods);
constinit const Class dict_item_iterator_class = iterator_class("dict_itemiterator", item_mro, item_methods);
constinit const Class dict_reverse_key_iterator_class = iterator_class("dict_reversekeyiterator", reverse_key_mro, reverse_key_methods);
constinit const Class dict_reverse_value_iterator_class =
    iterator_class("dict_reversevalueiterator", reverse_value_mro, reverse_value_methods);
constinit const Class dict_reverse_item_iterator_class = iterator_class("dict_reverseitemiterator", reverse_item_mro, reverse_item_methods);

Value new_dict_iterator(Heap& heap, Dict* dict, DictPart part, Direction direction) {
    DictIterator* iterator = heap.allocate<DictIterator>();
    iterator->small = static_cast<uint16_t>(part);
    iterator->flags = direction == Direction::Backwards ? DictIterator::reversed : 0;
    iterator->dict = dict;
    iterator->position = direction == Direction::Backwards ? dict->used : 0;
    iterator->expected_live = dict->live;
    iterator->left = dict->live;
    return Value::cell(iterator);
}

}  // namespace exmonty
