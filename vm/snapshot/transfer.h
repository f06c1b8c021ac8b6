// The body of each kind of node, said once for the three passes over it: finding what a cell refers to, writing it, and
// reading it. A pass is a visitor of vm/objects/fields.h, which says most kinds, and also has
//
//   name_in_messages, attributes, classes, instance, generator, pairs, keys   what takes more than a list of fields
//
// For reading, the cell has the room that its node asked for. What a field must be beyond its type is checked once
// everything was read (vm/snapshot/checks.cpp).
#pragma once

#include "vm/objects/fields.h"

#include <concepts>

namespace exmonty {

template <class V, class T> void transfer(V& v, T& cell) { visit_fields(v, cell); }

template <class V> void transfer(V& v, Shape& shape) {
    v.optional(shape.type);
    v.optional(shape.parent);
    v.optional(shape.name);
}
template <class V> void transfer(V& v, Instance& instance) {
    v.cell(instance.shape);
    v.array(instance.slots, instance.small);
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
    v.array(generator.registers, v.generator(generator));
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
