// Nodes and bodies.
#include "vm/snapshot/reader.h"

#include "vm/base/utf8.h"
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/dict/table.h"
#include "vm/objects/hash.h"
#include "vm/objects/text_cell.h"
#include "vm/snapshot/native_names.h"
#include "vm/snapshot/step_checks.h"
#include "vm/snapshot/transfer.h"

#include <bit>
#include <cstring>

namespace exmonty {
namespace {

// Which flags of a node count; all others are derived.
uint8_t flags_of(Kind kind) {
    switch (kind) {
        case Kind::List: return List::sorting;
        case Kind::Dict: return Dict::stable;
        case Kind::ListIterator:
        case Kind::TupleIterator: return ListIterator::reversed;
        case Kind::StrIterator: return StrIterator::ascii;
        case Kind::DictIterator: return DictIterator::reversed;
        case Kind::Exception: return Exception::suppress_context;
        case Kind::Shape: return Shape::dictionary;
        default: return 0;
    }
}

// Tables of this many slots are believed, larger ones when the bytes that are left could fill a part of them.
constexpr uint64_t small_table = 1024;

// A static class or native is looked for among all of them.
constexpr uint64_t node_work = 16;

}  // namespace

GraphReader::GraphReader(Run& run, ByteReader& bytes, const TemplateNumbers& templates, const Dict* builtins, Arena& arena)
    : run_(run), bytes_(bytes), templates_(templates), builtins_(builtins), arena_(arena), nodes_(arena), references_(arena), places_(arena), shared_texts_(arena) {}

void GraphReader::fail(GraphFault fault) {
    if (fault_ == GraphFault::None) fault_ = fault;
    bytes_.fail();
}

// All of a cell that is not header is 0: no pointer, and ints.
Cell* GraphReader::allocate(Kind kind, size_t bytes) {
    if (bytes > 4096 && !run_.heap.reserve(bytes)) {
        fail(GraphFault::Memory);
        bytes = 512;
    }
    Cell* cell = run_.heap.allocate_cell(kind, bytes);
    memset(static_cast<void*>(cell + 1), 0, bytes - sizeof(Cell));
    return cell;
}

bool GraphReader::sized_by_bytes(uint64_t count) {
    require(count <= bytes_.left());
    return !failed();
}

CodeTemplate* GraphReader::read_template() {
    const uint64_t root = bytes_.number();
    CodeTemplate* code = templates_.at(root, bytes_.number());
    require(code != nullptr);
    return code;
}

Value GraphReader::read_number_node() {
    const bool negative = bytes_.byte() != 0;
    const uint64_t count = bytes_.count(8);
    uint64_t* limbs = static_cast<uint64_t*>(arena_.allocate_bytes((count + 1) * sizeof(uint64_t)));
    if (!limbs) return fail(GraphFault::Memory), NONE;
    for (uint64_t i = 0; i < count; i++) limbs[i] = bytes_.word();
    const Value value = int_value(run_.heap, limbs, count, negative);
    if (value == UNBOUND) return fail(GraphFault::Memory), NONE;
    return value;
}

// With some zeros behind the end: a format that waits for Python code is read as if it were UTF-8.
ByteString* GraphReader::read_bytes_node() {
    constexpr uint32_t padding = 4;
    const std::string_view text = bytes_.text();
    ByteString* bytes = new_bytes_uninitialised(run_.heap, text.size() + padding);
    if (!bytes) return fail(GraphFault::Memory), nullptr;
    memcpy(bytes->bytes, text.data(), text.size());
    memset(bytes->bytes + text.size(), 0, padding);
    bytes->size -= padding;
    return bytes;
}

// Of a class or a native that is no cell of the run: these are ASCII.
std::string_view GraphReader::read_name() {
    const std::string_view name = bytes_.text();
    require(utf8::is_ascii(name));
    return failed() ? "" : name;
}

Str* GraphReader::read_shared_text() {
    const uint64_t number = bytes_.number();
    const uint64_t offset = bytes_.number();
    const uint64_t size = bytes_.number();
    StrBuffer* buffer = number < nodes_.size() ? as<StrBuffer>(nodes_[number]) : nullptr;
    if (failed() || !buffer) return nullptr;
    references_[number]++;
    return shared_texts_.part(run_.heap, buffer, offset, size);
}

// A node that is complete with what stands in it.
Value GraphReader::read_plain_node(uint8_t mark) {
    const void* made = nullptr;
    switch (mark) {
        case static_class_mark: made = find_static_class(run_, builtins_, read_name()); break;
        case static_native_mark: {
            const std::string_view owner = read_name();
            made = find_static_native(run_, builtins_, owner, read_name());
            break;
        }
        case static_cast<uint8_t>(Kind::Code): made = read_template(); break;
        case static_cast<uint8_t>(Kind::Str): {
            const std::string_view text = bytes_.text();
            if (utf8::validate(text, utf8::Surrogates::allowed)) return fail(), NONE;
            made = static_str(text);
            if (!made) made = new_str(run_.heap, text);
            if (!made) fail(GraphFault::Memory);
            break;
        }
        case static_cast<uint8_t>(Kind::Bytes):
            made = read_bytes_node();
            break;
        case static_cast<uint8_t>(Kind::StrBuffer): {
            const std::string_view text = bytes_.text();
            made = new_text_cell(run_.heap, text, text.size() + 1);
            if (!made) fail(GraphFault::Memory);
            break;
        }
        case shared_text_mark: made = read_shared_text(); break;
        case static_cast<uint8_t>(Kind::Float): return run_.floating(bytes_.real());
        case static_cast<uint8_t>(Kind::Int): return read_number_node();
        case static_cast<uint8_t>(Kind::Tuple): {
            const uint64_t count = bytes_.number();
            if (!sized_by_bytes(count)) return NONE;
            if (count == 0) return Value::cell(empty_tuple);
            Tuple* tuple = new_tuple(run_.heap, count);
            if (!tuple) fail(GraphFault::Memory);
            made = tuple;
            break;
        }
        default: break;
    }
    require(made != nullptr);
    return made ? Value::cell(made) : NONE;
}

// A dict whose index comes with its pairs.
Cell* GraphReader::read_dict_with_holes(uint8_t flags, uint32_t identity, uint64_t used, uint64_t capacity, uint64_t slots) {
    require(std::has_single_bit(slots) && slots >= 8 && slots <= small_table + bytes_.left() * 64 && !(flags & Dict::stable));
    if (failed()) return nullptr;
    require(used <= capacity && capacity <= dict_capacity(slots));
    if (failed()) return nullptr;
    Dict* dict = new_dict(run_.heap);
    if (!dict_reserve(run_.heap, dict, dict_capacity(slots))) return fail(GraphFault::Memory), nullptr;
    require(uint64_t{dict->index_mask} + 1 == slots);
    if (failed()) return nullptr;
    dict->small = with_holes;
    dict->capacity = static_cast<uint32_t>(capacity);
    dict->used = static_cast<uint32_t>(used);
    for (uint32_t i = 0; i < used; i++) dict->entries[i] = {UNBOUND, UNBOUND, 0};
    dict->count = identity;
    return dict;
}

// A cell whose body comes later, with room for it.
Cell* GraphReader::read_cell_node(Kind kind) {
    const uint8_t flags = bytes_.byte() & flags_of(kind);
    const uint64_t small = bytes_.number();
    const uint32_t count = bytes_.number32();
    if (small > UINT16_MAX || failed()) return fail(), nullptr;
    Cell* cell = nullptr;
    switch (kind) {
        case Kind::List: {
            const uint64_t size = bytes_.number();
            if (!sized_by_bytes(size)) return nullptr;
            cell = new_list(run_.heap, size);
            if (!cell) return fail(GraphFault::Memory), nullptr;
            break;
        }
        case Kind::Deque: {
            const uint64_t size = bytes_.number();
            if (!sized_by_bytes(size)) return nullptr;
            Deque* deque = new_deque(run_.heap, Deque::unbounded);
            while (deque->capacity < size)
                if (!deque_grow(run_.heap, deque)) return fail(GraphFault::Memory), nullptr;
            deque->size = static_cast<uint32_t>(size);
            for (uint32_t i = 0; i < size; i++) deque->items[i] = UNBOUND;
            cell = deque;
            break;
        }
        case Kind::WorkStack: {
            const uint64_t size = bytes_.number();
            if (!sized_by_bytes(size)) return nullptr;
            WorkStack* stack = new_work_stack(run_.heap);
            while (stack->capacity < size)
                if (!grow(run_.heap, stack)) return fail(GraphFault::Memory), nullptr;
            stack->size = static_cast<uint32_t>(size);
            for (uint32_t i = 0; i < size; i++) stack->values[i] = UNBOUND;
            cell = stack;
            break;
        }
        case Kind::Dict: {
            const uint64_t used = bytes_.number();
            const uint64_t capacity = bytes_.number();
            const uint64_t slots = bytes_.number();
            if (!sized_by_bytes(used)) return nullptr;
            if (slots > 0) return read_dict_with_holes(flags, count, used, capacity, slots);
            Dict* dict = new_dict(run_.heap);
            dict->flags |= flags;
            // Entries lie where they will be, but none counts before the keys are known (vm/snapshot/checks.cpp).
            const uint64_t room = capacity > used && capacity <= used * 4 + small_table ? capacity : used;
            if (room > 0 && !dict_reserve(run_.heap, dict, room)) return fail(GraphFault::Memory), nullptr;
            dict->used = static_cast<uint32_t>(used);
            for (uint32_t i = 0; i < used; i++) dict->entries[i] = {UNBOUND, UNBOUND, 0};
            dict->count = count;
            return dict;
        }
        case Kind::Set:
        case Kind::FrozenSet: {
            const uint64_t slots = bytes_.number();
            require(slots <= small_table + bytes_.left() * 64 && (slots == 0 || (slots >= Set::smallest && std::has_single_bit(slots))));
            if (failed()) return nullptr;
            Set* set = new_set(run_.heap, kind);
            if (slots > 0) {
                set->table = static_cast<SetEntry*>(run_.heap.take_block(slots * sizeof(SetEntry)));
                if (!set->table) return fail(GraphFault::Memory), nullptr;
                for (uint64_t i = 0; i < slots; i++) set->table[i] = {UNBOUND, 0};
                set->mask = static_cast<uint32_t>(slots - 1);
            }
            set->count = count;
            return set;
        }
        case Kind::Record:
            if (small > 500 || !sized_by_bytes(small)) return fail(), nullptr;
            cell = allocate(kind, Record::cell_bytes(small));
            break;
        case Kind::Instance:
            if (small > Shape::slot_limit || !sized_by_bytes(small)) return fail(), nullptr;
            cell = allocate(kind, Instance::cell_bytes(static_cast<uint32_t>(small)));
            break;
        case Kind::Shape: {
            Shape* shape = static_cast<Shape*>(allocate(kind, sizeof(Shape)));
            shape->slot_count = bytes_.number32();
            require(shape->slot_count <= Shape::slot_limit);
            cell = shape;
            break;
        }
        case Kind::CodeInstance: {
            CodeTemplate* code = read_template();
            if (!code) return nullptr;
            CodeInstance* instance = static_cast<CodeInstance*>(allocate(kind, sizeof(CodeInstance)));
            instance->code = code;
            instance->register_count = code->register_count;
            instance->frame_bytes = static_cast<uint32_t>(Run::frame_bytes(code->register_count));
            // The block is made when the globals are known; until then the children have a block of their own.
            const size_t children = code->child_count + code->set_constants.size();
            instance->children = static_cast<CodeInstance**>(run_.heap.take_block(sizeof(void*) * (children + 1)));
            if (!instance->children) return fail(GraphFault::Memory), nullptr;
            cell = instance;
            break;
        }
        case Kind::Generator: {
            const uint64_t registers = bytes_.number();
            if (registers > register_limit + 1 || !sized_by_bytes(registers)) return fail(), nullptr;
            cell = allocate(kind, Generator::cell_bytes(static_cast<uint32_t>(registers) + Run::frame_slack));
            // Checked against its code later.
            static_cast<Generator*>(cell)->frame.state = static_cast<uint32_t>(registers);
            break;
        }
#define PLAIN(Name, Struct) \
    case Kind::Name: cell = allocate(kind, sizeof(Struct)); break;
        PLAIN(Range, Range)
        PLAIN(Slice, Slice)
        PLAIN(RangeIterator, RangeIterator)
        PLAIN(ListIterator, ListIterator)
        PLAIN(TupleIterator, ListIterator)
        PLAIN(StrIterator, StrIterator)
        PLAIN(DictIterator, DictIterator)
        PLAIN(DictView, DictView)
        PLAIN(Function, Function)
        PLAIN(Method, Method)
        PLAIN(Class, Class)
        PLAIN(Exception, Exception)
        PLAIN(Traceback, Traceback)
        PLAIN(ClosureCell, ClosureCell)
        PLAIN(Module, Module)
        PLAIN(External, External)
#undef PLAIN
        default: return fail(), nullptr;
    }
    cell->flags |= flags;
    cell->small = static_cast<uint16_t>(small);
    cell->count = count;
    return cell;
}

void GraphReader::read_node() {
    const uint8_t mark = bytes_.byte();
    if (failed()) return;
    switch (mark) {
        case static_class_mark:
        case static_native_mark:
        case shared_text_mark:
        case static_cast<uint8_t>(Kind::Code):
        case static_cast<uint8_t>(Kind::Str):
        case static_cast<uint8_t>(Kind::Bytes):
        case static_cast<uint8_t>(Kind::StrBuffer):
        case static_cast<uint8_t>(Kind::Float):
        case static_cast<uint8_t>(Kind::Int):
        case static_cast<uint8_t>(Kind::Tuple): nodes_.push(read_plain_node(mark)); return;
        default: break;
    }
    if (mark >= kind_count) return fail();
    Cell* cell = read_cell_node(static_cast<Kind>(mark));
    if (cell) nodes_.push(Value::cell(cell));
}

Value GraphReader::read_value() {
    const uint64_t number = bytes_.number();
    const uint64_t rest = number >> 2;
    switch (static_cast<ValueTag>(number & 3)) {
        case ValueTag::Immediate: {
            // Nothing holds a result of a native: a step that returned it would end another way than it can.
            const Value value = immediate(rest);
            require(rest <= UNBOUND.bits >> 3 && rest != 1);
            return failed() ? NONE : value;
        }
        case ValueTag::Node:
            require(rest < nodes_.size());
            if (failed()) return NONE;
            references_[rest]++;
            return nodes_[rest];
        case ValueTag::Int: return Value::integer(static_cast<int64_t>(rest >> 1 ^ (~(rest & 1) + 1)));
        case ValueTag::Float: {
            const double real = bytes_.real();
            require(rest == 0 && Value::fits_float(real));
            return failed() ? NONE : Value::inline_float(real);
        }
    }
    return NONE;
}

Value GraphReader::read_visible() {
    const Value value = read_value();
    require(is_visible(value));
    return failed() ? NONE : value;
}

// The reading pass over fields.
struct ReadingPass {
    GraphReader& graph;

    ByteReader& bytes() { return graph.bytes_; }

    void value(Value& value) { value = graph.read_visible(); }
    void array(Value* values, size_t count) {
        for (size_t i = 0; i < count; i++) value(values[i]);
    }
    void block(Value* values, uint32_t used, uint32_t) { array(values, used); }
    template <class T> void optional(T*& pointer) {
        const Value value = graph.read_value();
        pointer = as<T>(value);
        if (!pointer) graph.require(value == UNBOUND);
    }
    template <class T> void cell(T*& pointer) {
        optional(pointer);
        graph.require(pointer != nullptr);
    }
    void optional(Class*& pointer) {
        const Class* type = nullptr;
        optional_type(type);
        graph.require(!type || !type->is_builtin());
        pointer = graph.failed() ? nullptr : const_cast<Class*>(type);
    }
    void optional_type(const Class*& pointer) {
        const Value value = graph.read_value();
        pointer = as<Class>(value);
        if (!pointer) graph.require(value == UNBOUND);
    }
    void type(const Class*& pointer) {
        optional_type(pointer);
        graph.require(pointer != nullptr);
    }
    void one(uint32_t& number) { number = bytes().number32(); }
    void one(uint64_t& number) { number = bytes().number(); }
    void one(int64_t& number) { number = bytes().signed_number(); }
    template <class... T> void number(T&... numbers) { (one(numbers), ...); }

    uint64_t hash(Value key) {
        if (key.is_int() || key == UNBOUND || is_kind(key, Kind::Str)) return 0;
        if (bytes().byte() == 0) return 0;
        return bytes().word();
    }

    void attributes(Value object) {
        if (graph.failed()) return;
        AttributeStore store(object);
        const Shape* shape = *store.shape;
        if (!shape) return;
        if (store.in_dictionary_mode()) return cell(store.dict());
        if (shape->slot_count <= store.inline_capacity) return;
        const uint32_t count = shape->slot_count - store.inline_capacity;
        const uint32_t capacity = std::bit_ceil(count < 4 ? 4 : count);
        Value* block = static_cast<Value*>(graph.run_.heap.take_block(sizeof(Value) * capacity));
        if (!block) return graph.fail(GraphFault::Memory);
        *store.overflow = block;
        store.cell->flags |= store.owns_block;
        for (uint32_t i = 0; i < capacity; i++) block[i] = UNBOUND;
        for (uint32_t i = 0; i < count; i++) value(block[i]);
    }
    void name_in_messages(Class& type) {
        const std::string_view name = bytes().text();
        if (name.empty()) return;
        type.name = name_of_c_class(name);
        graph.require(type.name != nullptr);
    }
    void classes(Class& type) {
        const uint64_t order = bytes().count();
        const Class** mro = static_cast<const Class**>(graph.run_.heap.take_block(sizeof(Class*) * (order + 1)));
        if (!mro) return graph.fail(GraphFault::Memory);
        type.mro = mro;
        for (uint64_t i = 0; i < order && !graph.failed(); i++) this->type(mro[i]);
        if (graph.failed()) return;
        type.mro_count = static_cast<uint32_t>(order);
        const uint64_t count = bytes().count();
        if (count == 0) return;
        type.subclasses = static_cast<Class**>(graph.run_.heap.take_block(sizeof(Class*) * count));
        if (!type.subclasses) return graph.fail(GraphFault::Memory);
        type.subclass_capacity = static_cast<uint32_t>(count);
        for (uint64_t i = 0; i < count && !graph.failed(); i++) {
            optional(type.subclasses[i]);
            graph.require(type.subclasses[i] != nullptr);
            type.subclass_count++;
        }
    }
    void instance(CodeInstance& instance) {
        for (uint32_t i = 0; i < instance.code->child_count; i++) optional(instance.children[i]);
        Value* sets = reinterpret_cast<Value*>(instance.children + instance.code->child_count);
        for (size_t i = 0; i < instance.code->set_constants.size(); i++) {
            value(sets[i]);
            graph.require(is_kind(sets[i], Kind::FrozenSet));
        }
    }
    uint32_t generator(Generator& generator) {
        const uint64_t pc = bytes().number();
        const uint32_t target = bytes().number32();
        const uint64_t flags = bytes().number();
        const uint32_t registers = generator.frame.state;
        CodeInstance* code = generator.frame.code;
        if (graph.failed() || code->register_count != registers || generator.small > static_cast<uint16_t>(GeneratorState::Done) ||
            (generator.state() == GeneratorState::Suspended && target >= registers)) {
            graph.fail();
            return 0;
        }
        generator.frame.base = generator.registers;
        generator.frame.state = target;
        generator.frame.flags = static_cast<uint8_t>(Frame::in_generator | (flags & Frame::owned_by_loop));
        if (code->code->has(CodeFlag::Prelude)) generator.frame.flags |= Frame::invisible;
        graph.places_.push({&generator.frame, pc, code->code});
        return registers;
    }
    void pairs(Dict& dict) {
        dict.keys_version = bytes().number32();
        for (uint32_t i = 0; i < dict.used && !graph.failed(); i++) {
            DictEntry& entry = dict.entries[i];
            value(entry.key);
            value(entry.value);
            entry.hash = hash(entry.key);
        }
        if (dict.small == GraphReader::with_holes) index_of(dict);
    }
    // At least as many slots stay free as the capacity asks for, so that every search ends.
    void index_of(Dict& dict) {
        const uint64_t count = bytes().count(2);
        const uint64_t lost = dict_capacity(uint64_t{dict.index_mask} + 1) - dict.capacity;
        graph.require(count <= dict.used + lost);
        for (uint64_t i = 0; i < count && !graph.failed(); i++) {
            const uint64_t slot = bytes().number();
            const uint64_t number = bytes().number();
            graph.require(slot <= dict.index_mask && number > 0 && number < uint64_t{dict.used} + 2 &&
                          dict_index_at(&dict, static_cast<uint32_t>(slot)) == 0);
            if (!graph.failed()) dict_set_index(&dict, static_cast<uint32_t>(slot), static_cast<uint32_t>(number));
        }
    }
    void keys(Set& set) {
        number(set.finger, set.version, set.hash);
        const uint64_t fill = bytes().count(2);
        graph.require(set.table ? fill * 5 < uint64_t{set.mask} * 3 + 5 && fill <= set.mask : fill == 0);
        for (uint64_t i = 0; i < fill && !graph.failed(); i++) {
            const uint64_t slot = bytes().number();
            Value key = graph.read_visible();
            graph.require(slot <= set.mask && set.table[slot].is_unused());
            if (graph.failed()) return;
            set.table[slot] = key == UNBOUND ? SetEntry{NOT_IMPLEMENTED, SetEntry::dummy_hash} : SetEntry{key, hash(key)};
            set.fill++;
            if (key != UNBOUND) set.used++;
        }
    }
};

void GraphReader::read_bodies() {
    ReadingPass pass{*this};
    for (size_t i = 0; i < nodes_.size() && !failed(); i++) {
        if (!nodes_[i].is_cell()) continue;
        Cell* cell = nodes_[i].as_cell();
        if (cell->is_immortal()) continue;
        transfer_cell(pass, cell);
    }
}

GraphFault GraphReader::read() {
    const uint64_t count = bytes_.count(2);
    for (uint64_t i = 0; i < count && !failed(); i++) {
        read_node();
        references_.push(0);
        work(node_work);
        if (run_.budget.memory_used > run_.budget.memory_limit || arena_.exhausted()) fail(GraphFault::Memory);
    }
    if (!failed()) read_bodies();
    if (!failed()) read_frames();
    if (!failed()) read_roots();
    if (!failed()) link();
    if (!failed()) set_places();
    if (!failed()) check_returns();
    if (!failed()) check_tracebacks();
    if (!failed()) check_steps();
    if (arena_.exhausted()) fail(GraphFault::Memory);
    if (bytes_.failed) fail();
    return fault_;
}

}  // namespace exmonty
