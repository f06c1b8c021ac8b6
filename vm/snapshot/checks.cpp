// What follows from what was read, and what must hold between the fields of a cell.
#include "vm/snapshot/reader.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/dict/table.h"
#include "vm/objects/fields.h"
#include "vm/objects/hash.h"
#include "vm/objects/instance.h"
#include "vm/objects/set/table.h"
#include "vm/snapshot/step_checks.h"

namespace exmonty {
namespace {

// A search goes by all entries of a table when all their hashes are equal; so much work lets the clock be read often enough.
constexpr uint64_t search_work = 256;
constexpr uint64_t step_check_work = 1024;

// The hash of a key that was read: Python's where the snapshot has it.
bool hash_of_key(Run& run, Value key, uint64_t stored, uint64_t& hash) {
    hash = stored;
    if (stored == 0 && !simple_hash(run, key, hash)) hash = 0;
    return hash != SetEntry::dummy_hash;
}

const Class* solid_base(const Class* type) {
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i]->is_builtin() && type->mro[i] != &object_class) return type->mro[i];
    return nullptr;
}

// What a class inherits from builtin ones, as vm/runtime/type_call.cpp derives it.
bool link_class(Class* type) {
    if (type->bases->count == 0 || type->mro_count < 2 || type->mro[0] != type) return false;
    if (type->mro[type->mro_count - 1] != &object_class) return false;
    type->small = static_cast<uint16_t>(Kind::Instance);
    for (uint32_t i = 0; i < type->bases->count; i++) {
        const Class* base = as<Class>(type->bases->items[i]);
        // A base has fewer ancestors, so that no class is its own.
        if (!base || base == type || base->mro_count >= type->mro_count || !is_subclass(type, base)) return false;
        if (i == 0) type->base = base;
        const Class* solid = solid_base(base);
        if (!solid) continue;
        if (solid->flags & Class::final_class) return false;
        type->small = static_cast<uint16_t>(solid->instance_kind());
        type->operations = solid->operations;
        const bool exception = solid->flags & Class::exception;
        type->flags |= exception ? Class::exception : solid == &type_class ? 0 : Class::has_payload;
        type->flags |= solid->flags & Class::unhashable;
    }
    if (type->instance_slots > Shape::slot_limit) return false;
    for (uint32_t i = 0; i < type->subclass_count; i++) {
        const Class* child = type->subclasses[i];
        bool is_base = false;
        for (Value base : child->bases->view()) is_base = is_base || base == Value::cell(type);
        if (!is_base) return false;
    }
    return !type->metaclass || is_subclass(type->metaclass, &type_class);
}

// A shape becomes a transition of its parent.
GraphFault link_shape(Run& run, Shape* shape) {
    Shape* parent = shape->parent;
    if (shape->flags & Shape::dictionary) return parent || shape->slot_count ? GraphFault::Invalid : GraphFault::None;
    if (!shape->type) return GraphFault::Invalid;
    if (!parent) {
        const uint32_t slots = shape->type->flags & Class::has_payload ? 1 : 0;
        return shape->name || shape->slot_count != slots ? GraphFault::Invalid : GraphFault::None;
    }
    if (!shape->name || shape->slot_count != parent->slot_count + 1 || parent->type != shape->type) return GraphFault::Invalid;
    if (parent->flags & Shape::dictionary || parent->transition_count >= Shape::transition_limit) return GraphFault::Invalid;
    if (parent->transition_count == parent->transition_capacity) {
        const uint32_t capacity = parent->transition_capacity ? parent->transition_capacity * 2 : 2;
        void* block = run.heap.resize_block(parent->transitions, sizeof(Shape*) * capacity);
        if (!block) return GraphFault::Memory;
        parent->transitions = static_cast<Shape**>(block);
        parent->transition_capacity = capacity;
    }
    parent->transitions[parent->transition_count++] = shape;
    return GraphFault::None;
}

// The block comes from a fresh instance of the same code; the children and frozensets are those that were read.
GraphFault link_instance(Run& run, CodeInstance* instance) {
    if (!instance->globals->has(Dict::stable)) return GraphFault::Invalid;
    CodeInstance* fresh = new_code_instance(run, instance->code, instance->globals);
    if (!fresh) return GraphFault::Memory;
    CodeInstance** children = instance->children;
    const CodeTemplate* code = instance->code;
    instance->words = fresh->words;
    instance->caches = fresh->caches;
    instance->children = fresh->children;
    instance->constants = fresh->constants;
    fresh->words = nullptr;
    uint32_t number = 0;
    for (Value constant : code->constants) {
        const CodeTemplate* nested = as<CodeTemplate>(constant);
        if (!nested) continue;
        if (children[number] && children[number]->code != nested) return GraphFault::Invalid;
        instance->children[number] = children[number];
        number++;
    }
    const Value* sets = reinterpret_cast<Value*>(children + code->child_count);
    for (size_t i = 0; i < code->set_constants.size(); i++) const_cast<Value*>(instance->constants)[code->set_constants[i]] = sets[i];
    run.heap.give_block(children);
    return GraphFault::None;
}

bool check_function(Function* function) {
    const CodeTemplate* code = function->code->code;
    const size_t free_count = code->free_names.size();
    if ((function->closure ? function->closure->count : 0) < free_count) return false;
    for (size_t i = 0; i < free_count; i++)
        if (!is_kind(function->closure->items[i], Kind::ClosureCell)) return false;
    if (function->defaults && function->defaults->count > code->positional_count) return false;
    if (!function->globals->has(Dict::stable)) return false;
    function->flags = 0;
    function->small = 0;
    note_plain(function);
    return true;
}

// Whether a value is what instances of a builtin kind are.
bool is_of_kind(Value value, Kind kind) {
    if (kind == Kind::Int) return is_exact_int(value);
    if (kind == Kind::Float) return is_float(value);
    return is_kind(value, kind);
}

bool check_instance(const Instance* instance) {
    const Class* type = instance->shape->type;
    if (!type || type->flags & Class::exception) return false;
    if (!(type->flags & Class::has_payload)) return true;
    return instance->small > 0 && is_of_kind(instance->slots[0], type->instance_kind());
}

bool is_exception_or_none(Value value) { return value == NONE || value == UNBOUND || is_kind(value, Kind::Exception); }

bool check_exception(const Exception* exception) {
    return exception->type->flags & Class::exception && is_kind(exception->args, Kind::Tuple) &&
           is_exception_or_none(exception->cause) && is_exception_or_none(exception->context);
}

bool check_list_iterator(const ListIterator* iterator, Kind sequence) {
    if (iterator->sequence == UNBOUND) return true;
    if (!is_kind(iterator->sequence, sequence)) return false;
    return sequence != Kind::Tuple || iterator->position <= cast<Tuple>(iterator->sequence)->count;
}

bool check_str_iterator(const StrIterator* iterator) {
    const Str* text = iterator->text;
    if (!text) return true;
    if (iterator->offset > text->size() || text->is_ascii() != iterator->ascii_only()) return false;
    return iterator->offset == text->size() || !utf8::is_continuation(text->data()[iterator->offset]);
}

bool check_range_iterator(const RangeIterator* iterator) {
    const __int128 last = static_cast<__int128>(iterator->next) + static_cast<__int128>(iterator->step) * static_cast<__int128>(iterator->left);
    return iterator->left <= INT64_MAX && last <= INT64_MAX && last >= INT64_MIN;
}

bool check_range(const Range* range) {
    return is_exact_int(range->start) && is_exact_int(range->stop) && is_exact_int(range->step) && is_exact_int(range->length) &&
           range->step != Value::integer(0);
}

}  // namespace

// The pairs lie where they will be and are entered one by one.
GraphFault GraphReader::link_dict(Dict* dict) {
    const uint32_t count = dict->used;
    const uint32_t version = dict->keys_version;
    dict->used = 0;
    for (uint32_t i = 0; i < count && !failed(); i++) {
        const DictEntry entry = dict->entries[i];
        const bool deleted = entry.value == UNBOUND;
        // Only stable dicts keep deleted pairs here: others come with their index.
        if (entry.key == UNBOUND || (deleted && !dict->has(Dict::stable))) return GraphFault::Invalid;
        uint64_t hash = 0;
        if (!hash_of_key(run_, entry.key, entry.hash, hash)) return GraphFault::Invalid;
        if (dict_find(dict, entry.key, hash).outcome == DictFind::Outcome::Found) return GraphFault::Invalid;
        if (!dict_insert_new(run_.heap, dict, entry.key, hash, deleted ? NONE : entry.value)) return GraphFault::Memory;
        if (dict->used != i + 1) return GraphFault::Invalid;
        if (deleted) dict_delete_entry(dict, i);
        work(search_work);
    }
    dict->keys_version = version;
    return GraphFault::None;
}

// The index is there already.
GraphFault GraphReader::link_dict_with_holes(Dict* dict) {
    dict->small = 0;
    for (uint32_t i = 0; i < dict->used; i++) {
        DictEntry& entry = dict->entries[i];
        if ((entry.key == UNBOUND) != (entry.value == UNBOUND)) return GraphFault::Invalid;
        if (entry.key == UNBOUND) {
            // How many deleted pairs follow is not known: this one.
            entry.hash = 1;
            continue;
        }
        dict->live++;
        if (!hash_of_key(run_, entry.key, entry.hash, entry.hash)) return GraphFault::Invalid;
        if (!is_kind(entry.key, Kind::Str)) dict->flags &= static_cast<uint8_t>(~Dict::all_str);
        if (!is_simple_key(entry.key)) dict->flags &= static_cast<uint8_t>(~Dict::all_simple);
    }
    if (!dict_index_is_full(dict)) return GraphFault::Invalid;
    for (uint32_t i = 0; i < dict->used && !failed(); i++) {
        const DictEntry& entry = dict->entries[i];
        if (entry.value == UNBOUND) continue;
        if (!dict_reaches(dict, i)) return GraphFault::Invalid;
        const DictFind found = dict_find(dict, entry.key, entry.hash);
        if (found.outcome == DictFind::Outcome::Found && found.entry != i) return GraphFault::Invalid;
        work(search_work);
    }
    return GraphFault::None;
}

bool GraphReader::link_set(Set* set) {
    for (uint32_t i = 0; i < set->slots(); i++) {
        SetEntry& entry = set->table[i];
        if (!entry.is_live()) continue;
        if (!hash_of_key(run_, entry.key, entry.hash, entry.hash)) return false;
        if (!is_simple_key(entry.key)) set->flags &= static_cast<uint8_t>(~Set::all_simple);
    }
    for (uint32_t i = 0; i < set->slots() && !failed(); i++) {
        const SetEntry& entry = set->table[i];
        if (!entry.is_live()) continue;
        if (!set_reaches(set, i)) return false;
        const SetFind found = set_find(set, entry.key, entry.hash);
        if (found.outcome == SetFind::Outcome::Found && found.slot != i) return false;
        work(search_work);
    }
    return true;
}

void GraphReader::check_cell(Cell* cell) {
    switch (cell->kind) {
        case Kind::Function: return require(check_function(static_cast<Function*>(cell)));
        case Kind::Instance: return require(check_instance(static_cast<Instance*>(cell)));
        case Kind::Exception: return require(check_exception(static_cast<Exception*>(cell)));
        case Kind::ListIterator: return require(check_list_iterator(static_cast<ListIterator*>(cell), Kind::List));
        case Kind::TupleIterator: return require(check_list_iterator(static_cast<ListIterator*>(cell), Kind::Tuple));
        case Kind::StrIterator: return require(check_str_iterator(static_cast<StrIterator*>(cell)));
        case Kind::RangeIterator: return require(check_range_iterator(static_cast<RangeIterator*>(cell)));
        case Kind::Range: return require(check_range(static_cast<Range*>(cell)));
        case Kind::DictView:
        case Kind::DictIterator: return require(cell->small <= static_cast<uint16_t>(DictPart::Items));
        case Kind::Deque: {
            const int64_t maxlen = static_cast<Deque*>(cell)->maxlen;
            return require(maxlen == Deque::unbounded || (maxlen >= 0 && static_cast<Deque*>(cell)->size <= static_cast<uint64_t>(maxlen)));
        }
        case Kind::Module: return require(static_cast<Module*>(cell)->dict->has(Dict::stable));
        case Kind::Record: {
            Record* record = static_cast<Record*>(cell);
            return require(record->type->is_builtin() && record_fits(record));
        }
        case Kind::Class: {
            const Class* type = static_cast<Class*>(cell);
            require(type->root_shape->type == type && !type->root_shape->parent && !(type->root_shape->flags & Shape::dictionary));
            const Shape* dictionary = type->dictionary_shape;
            return require(!dictionary || (dictionary->type == type && dictionary->flags & Shape::dictionary));
        }
        case Kind::Traceback: {
            const Traceback* traceback = static_cast<Traceback*>(cell);
            return require(traceback->pc < traceback->code->words.size());
        }
        case Kind::Generator: {
            const Frame& frame = static_cast<Generator*>(cell)->frame;
            return require(frame.function->code->code == frame.code->code);
        }
        default: return;
    }
}

// No chain of tracebacks is a ring. `small` tells which ones have been seen: in this walk, or in one that came to an end.
void GraphReader::check_tracebacks() {
    constexpr uint16_t on_this_walk = 1;
    constexpr uint16_t ends = 2;
    for (Value node : nodes_) {
        Traceback* first = as<Traceback>(node);
        if (!first) continue;
        Traceback* at = first;
        for (; at && at->small == 0; at = at->next) at->small = on_this_walk;
        if (at && at->small == on_this_walk) return fail();
        for (at = first; at && at->small == on_this_walk; at = at->next) at->small = ends;
    }
    for (Value node : nodes_)
        if (Traceback* traceback = as<Traceback>(node)) traceback->small = 0;
}

void GraphReader::check_steps() {
    ArenaMap<const void*, uint32_t, AddressKey> numbers(arena_);
    for (size_t i = 0; i < nodes_.size(); i++)
        if (nodes_[i].is_cell()) numbers.insert(nodes_[i].as_cell(), references_[i]);
    const ReferenceCounts counts{&numbers, [](const void* context, const Cell* cell) {
                                     const uint32_t* found = static_cast<const decltype(numbers)*>(context)->find(cell);
                                     return found ? *found : 0;
                                 }};
    for (const Frame* frame = run_.frame; frame && !failed(); frame = frame->previous)
        if (frame->is_step()) {
            // A check looks at what the step works on.
            work(step_check_work);
            require(step_fits(*frame, counts));
        }
}

// In this order: hashes of keys need no more than the bodies, code needs its globals, the checks need classes and shapes.
void GraphReader::link() {
    const auto each = [&](auto&& visit) {
        for (size_t i = 0; i < nodes_.size() && !failed(); i++)
            if (nodes_[i].is_cell() && !nodes_[i].as_cell()->is_immortal()) visit(nodes_[i].as_cell());
    };
    const auto settle = [&](GraphFault fault) {
        if (fault != GraphFault::None) fail(fault);
    };
    each([&](Cell* cell) {
        if (Class* type = cell->kind == Kind::Class ? static_cast<Class*>(cell) : nullptr) {
            work((uint64_t{type->bases->count} + type->subclass_count) * (type->mro_count + 1));
            require(link_class(type));
        }
        if (cell->kind == Kind::Set || cell->kind == Kind::FrozenSet) require(link_set(static_cast<Set*>(cell)));
        if (cell->kind == Kind::Dict) settle(cell->small == with_holes ? link_dict_with_holes(static_cast<Dict*>(cell)) : link_dict(static_cast<Dict*>(cell)));
    });
    each([&](Cell* cell) {
        if (cell->kind == Kind::Shape) settle(link_shape(run_, static_cast<Shape*>(cell)));
        if (cell->kind == Kind::CodeInstance) settle(link_instance(run_, static_cast<CodeInstance*>(cell)));
    });
    each([&](Cell* cell) { check_cell(cell); });
}

}  // namespace exmonty
