// The body of each kind of node, said once for the three passes over it: finding what a cell refers to, writing it, and
// reading it. A pass `v` has
//
//   value(x)                  any value
//   cell(x) / optional(x)     a pointer to a cell of that type; the second may be null
//   type(x) / optional_type(x)  a class, builtin ones too
//   number(x, …)              numbers
//   name_in_messages, attributes, classes, instance, generator, pairs, keys   what takes more than a list of fields
//
// For reading, the cell has the room that its node asked for. What a field must be beyond its type is checked once
// everything was read (vm/snapshot/checks.cpp).
#pragma once

#include "vm/objects/fields.h"

#include <concepts>

namespace exmonty {

template <class V> void transfer(V& v, Tuple& tuple) {
    for (uint32_t i = 0; i < tuple.count; i++) v.value(tuple.items[i]);
}
template <class V> void transfer(V& v, List& list) {
    for (uint32_t i = 0; i < list.size; i++) v.value(list.items[i]);
}
template <class V> void transfer(V& v, Deque& deque) {
    for (uint32_t i = 0; i < deque.size; i++) v.value(deque.at(i));
    v.number(deque.changes, deque.maxlen);
}
template <class V> void transfer(V& v, WorkStack& stack) {
    for (uint32_t i = 0; i < stack.size; i++) v.value(stack.values[i]);
}
template <class V> void transfer(V& v, Range& range) {
    v.value(range.start);
    v.value(range.stop);
    v.value(range.step);
    v.value(range.length);
}
template <class V> void transfer(V& v, Slice& slice) {
    v.value(slice.start);
    v.value(slice.stop);
    v.value(slice.step);
}
template <class V> void transfer(V& v, RangeIterator& iterator) { v.number(iterator.next, iterator.step, iterator.left); }
template <class V> void transfer(V& v, ListIterator& iterator) {
    v.value(iterator.sequence);
    v.number(iterator.position);
}
template <class V> void transfer(V& v, StrIterator& iterator) {
    v.optional(iterator.text);
    v.number(iterator.offset);
}
template <class V> void transfer(V& v, DictIterator& iterator) {
    v.optional(iterator.dict);
    v.number(iterator.position, iterator.expected_live, iterator.left);
}
template <class V> void transfer(V& v, DictView& view) {
    v.cell(view.dict);
    v.value(view.owner);
}
template <class V> void transfer(V& v, Record& record) {
    v.type(record.type);
    for (uint32_t i = 0; i < record.small; i++) v.value(record.fields[i]);
}
template <class V> void transfer(V& v, Function& function) {
    v.cell(function.code);
    v.optional(function.closure);
    v.optional(function.defaults);
    v.optional(function.keyword_defaults);
    v.cell(function.globals);
    v.cell(function.name);
    v.cell(function.qualified_name);
    v.value(function.doc);
    v.value(function.module);
    v.value(function.annotate);
    v.value(function.annotations);
    v.optional(function.dict);
}
template <class V> void transfer(V& v, Method& method) {
    v.value(method.function);
    v.value(method.self);
}
template <class V> void transfer(V& v, External& external) {
    v.cell(external.name);
    v.value(external.doc);
}
template <class V> void transfer(V& v, ClosureCell& cell) { v.value(cell.value); }
template <class V> void transfer(V& v, Module& module) {
    v.cell(module.name);
    v.cell(module.dict);
}
template <class V> void transfer(V& v, Traceback& traceback) {
    v.cell(traceback.code);
    v.number(traceback.pc);
    v.optional(traceback.next);
}
template <class V> void transfer(V& v, Shape& shape) {
    v.optional(shape.type);
    v.optional(shape.parent);
    v.optional(shape.name);
}
template <class V> void transfer(V& v, Instance& instance) {
    v.cell(instance.shape);
    for (uint32_t i = 0; i < instance.small; i++) v.value(instance.slots[i]);
    v.attributes(Value::cell(&instance));
}
template <class V> void transfer(V& v, Exception& exception) {
    v.type(exception.type);
    v.optional(exception.shape);
    v.value(exception.args);
    v.value(exception.cause);
    v.value(exception.context);
    v.optional(exception.traceback);
    v.optional(exception.details);
    v.attributes(Value::cell(&exception));
}
template <class V> void transfer(V& v, Class& type) {
    v.cell(type.name_str);
    v.cell(type.qualified_name);
    v.cell(type.dict);
    v.cell(type.bases);
    v.optional_type(type.metaclass);
    v.cell(type.root_shape);
    v.optional(type.dictionary_shape);
    v.number(type.version, type.instance_slots);
    v.name_in_messages(type);
    v.classes(type);
}
template <class V> void transfer(V& v, CodeInstance& instance) {
    v.cell(instance.globals);
    v.instance(instance);
}
template <class V> void transfer(V& v, Generator& generator) {
    v.cell(generator.name);
    v.cell(generator.qualified_name);
    v.cell(generator.frame.code);
    v.cell(generator.frame.function);
    const uint32_t registers = v.generator(generator);
    for (uint32_t i = 0; i < registers; i++) v.value(generator.registers[i]);
}
template <class V> void transfer(V& v, Dict& dict) { v.pairs(dict); }
template <class V> void transfer(V& v, Set& set) { v.keys(set); }

// Kinds whose node says all.
template <class V, std::same_as<Cell> T> void transfer(V&, T&) {}
template <class V> void transfer(V&, Float&) {}
template <class V> void transfer(V&, BigInt&) {}
template <class V> void transfer(V&, Str&) {}
template <class V> void transfer(V&, StrBuffer&) {}
template <class V> void transfer(V&, ByteString&) {}
template <class V> void transfer(V&, NativeFunction&) {}
template <class V> void transfer(V&, CodeTemplate&) {}

template <class V> void transfer_cell(V& v, Cell* cell) {
    switch (cell->kind) {
#define KIND(Name, Struct, owns, python_name) \
    case Kind::Name: transfer(v, *static_cast<Struct*>(cell)); break;
#include "vm/heap/kinds.def"
    }
}

}  // namespace exmonty
