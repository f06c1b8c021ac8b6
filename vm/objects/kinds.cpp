// The switches that derive from kinds.def: tracing a cell, dropping a dead one.
#include "vm/heap/collector.h"
#include "vm/objects/fields.h"

#include "vm/objects/names.h"

namespace exmonty {
namespace {

// The collector as a visitor of fields.
struct Tracer {
    Collector& collector;

    template <class... T> void number(T&...) {}
    void value(Value value) { reference(value); }
    template <class T> void cell(T* cell) { reference(cell); }
    template <class T> void optional(T* cell) { reference(cell); }
    void type(const Class* type) { reference(type); }
    void reference(Value value) { collector.visit(value); }
    template <class T> void reference(T* cell) { collector.visit(const_cast<Cell*>(static_cast<const Cell*>(cell))); }
    void array(Value* values, size_t count) { collector.visit(values, count); }
    void block(Value* values, uint32_t used, uint32_t capacity) {
        collector.visit_block(sizeof(Value) * capacity);
        collector.visit(values, used);
    }
};

template <class T>
void trace(Tracer& tracer, T& cell) {
    visit_fields(tracer, cell);
}

// Those that refer to nothing of the run's heap. A kind that is missing here, in fields.h and below does not compile.
void trace(Tracer&, Cell&) {}
void trace(Tracer&, Float&) {}
void trace(Tracer&, BigInt&) {}
void trace(Tracer&, ByteString&) {}
void trace(Tracer&, NativeFunction&) {}
void trace(Tracer&, CodeTemplate&) {}

void trace(Tracer& tracer, Str& str) {
    if (str.is_shared()) tracer.reference(str.buffer);
}

void trace(Tracer& tracer, StrBuffer& buffer) {
    tracer.collector.visit_block(buffer.capacity + sizeof(uint32_t) * buffer.count);
}

void trace(Tracer& tracer, Dict& dict) {
    tracer.collector.visit_block(size_t{dict.capacity} * sizeof(DictEntry) + dict.index_mask);
    for (uint32_t i = 0; i < dict.used; i++) {
        tracer.reference(dict.entries[i].key);
        tracer.reference(dict.entries[i].value);
    }
}

void trace(Tracer& tracer, Set& set) {
    if (!set.table) return;
    tracer.collector.visit_block((size_t{set.mask} + 1) * sizeof(SetEntry));
    for (uint32_t i = 0; i <= set.mask; i++) tracer.reference(set.table[i].key);
}

void trace_attributes(Tracer& tracer, Shape* shape, Value* overflow, Dict* dict, uint32_t inline_capacity) {
    if (!shape) return;
    if (shape->flags & Shape::dictionary) {
        tracer.reference(dict);
    } else if (shape->slot_count > inline_capacity) {
        tracer.array(overflow, shape->slot_count - inline_capacity);
    }
}

void trace(Tracer& tracer, Instance& instance) {
    tracer.reference(instance.shape);
    // All inline slots count: slot 0 holds the payload also where the dictionary shape says that there are none.
    tracer.array(instance.slots, instance.small);
    trace_attributes(tracer, instance.shape, instance.overflow, instance.dict, instance.small);
}

void trace(Tracer& tracer, Exception& exception) {
    tracer.reference(exception.type);
    tracer.reference(exception.shape);
    tracer.reference(exception.args);
    tracer.reference(exception.cause);
    tracer.reference(exception.context);
    tracer.reference(exception.traceback);
    tracer.reference(exception.details);
    trace_attributes(tracer, exception.shape, exception.overflow, exception.dict, 0);
}

void trace(Tracer& tracer, Shape& shape) {
    tracer.reference(shape.type);
    tracer.reference(shape.parent);
    tracer.reference(shape.name);
    for (uint32_t i = 0; i < shape.transition_count; i++) tracer.reference(shape.transitions[i]);
}

void trace(Tracer& tracer, Class& type) {
    for (uint32_t i = 0; i < type.mro_count; i++) tracer.reference(type.mro[i]);
    tracer.reference(type.metaclass);
    tracer.reference(type.name_str);
    tracer.reference(type.qualified_name);
    tracer.reference(type.dict);
    tracer.reference(type.bases);
    tracer.reference(type.root_shape);
    tracer.reference(type.dictionary_shape);
    if (type.specials) tracer.array(type.specials, special_count);
    for (uint32_t i = 0; i < type.subclass_count; i++) tracer.reference(type.subclasses[i]);
}

void trace(Tracer& tracer, CodeInstance& instance) {
    tracer.reference(instance.globals);
    for (size_t i = 0; i < instance.code->sites.size(); i++) {
        Cache& cache = instance.caches[i];
        tracer.reference(cache.guard);
        tracer.reference(cache.value);
    }
    for (uint32_t i = 0; i < instance.code->child_count; i++) tracer.reference(instance.children[i]);
    for (uint32_t number : instance.code->set_constants) tracer.reference(instance.constants[number]);
}

void trace(Tracer& tracer, Generator& generator) {
    tracer.reference(generator.name);
    tracer.reference(generator.qualified_name);
    tracer.reference(generator.frame.code);
    tracer.reference(generator.frame.function);
    if (generator.frame.code) tracer.array(generator.registers, generator.frame.code->register_count);
}

template <class T>
void drop(Heap&, T&) {}
void drop(Heap& heap, StrBuffer& buffer) {
    heap.give_block(buffer.bytes);
    heap.give_block(buffer.marks);
}
void drop(Heap& heap, List& list) { heap.give_block(list.items); }
void drop(Heap& heap, Deque& deque) { heap.give_block(deque.items); }
void drop(Heap& heap, WorkStack& stack) { heap.give_block(stack.values); }
void drop(Heap& heap, Dict& dict) { heap.give_block(dict.index); }
void drop(Heap& heap, Set& set) { heap.give_block(set.table); }
void drop(Heap& heap, Shape& shape) { heap.give_block(shape.transitions); }
void drop(Heap& heap, CodeInstance& instance) { heap.give_block(instance.words); }
void drop(Heap& heap, Class& type) {
    heap.give_block(const_cast<const Class**>(type.mro));
    heap.give_block(type.specials);
    heap.give_block(type.subclasses);
}
// The attribute block is told from the dictionary by a flag of the cell itself: the shape may be dead already.
void drop(Heap& heap, Instance& instance) {
    if (instance.flags & Instance::owns_block) heap.give_block(instance.overflow);
}
void drop(Heap& heap, Exception& exception) {
    if (exception.flags & Exception::owns_block) heap.give_block(exception.overflow);
}

}  // namespace

void trace_cell(Collector& collector, Cell* cell) {
    Tracer tracer{collector};
    switch (cell->kind) {
#define KIND(Name, Struct, owns, python_name) \
    case Kind::Name: trace(tracer, *static_cast<Struct*>(cell)); break;
#include "vm/heap/kinds.def"
    }
}

void drop_cell(Heap& heap, Cell* cell) {
    switch (cell->kind) {
#define KIND(Name, Struct, owns, python_name) \
    case Kind::Name: drop(heap, *static_cast<Struct*>(cell)); break;
#include "vm/heap/kinds.def"
    }
}

}  // namespace exmonty
