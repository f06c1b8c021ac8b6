// What each kind of cell holds, said once: `visit_fields(visitor, cell)` names every field to a visitor, and the
// collector, the snapshot's writer and its reader are visitors. A visitor has
//
//   value(x)                    any value
//   cell(x) / optional(x)       a pointer to a cell of that type; the second may be null
//   type(x) / optional_type(x)  a class, builtin ones too
//   number(x, …)                numbers; the collector ignores them
//   array(values, count)        values inside the cell
//   block(values, used, capacity)  a block of values that the cell owns; `used` of them count
//
// Dict, Set, Shape, Class, Instance, Exception, CodeInstance, Generator, StrBuffer and frames hold more than this can say;
// the collector treats them itself (vm/objects/kinds.cpp), and the snapshot (vm/snapshot/transfer.h).
#pragma once

#include "vm/objects/bytes.h"
#include "vm/objects/class.h"
#include "vm/objects/deque.h"
#include "vm/objects/dict.h"
#include "vm/objects/exception.h"
#include "vm/objects/float.h"
#include "vm/objects/function.h"
#include "vm/objects/generator.h"
#include "vm/objects/int.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"
#include "vm/objects/native.h"
#include "vm/objects/range.h"
#include "vm/objects/record.h"
#include "vm/objects/set.h"
#include "vm/objects/str.h"
#include "vm/objects/template.h"
#include "vm/objects/tuple.h"
#include "vm/objects/work_stack.h"

namespace exmonty {

template <class V> void visit_fields(V& v, Tuple& tuple) { v.array(tuple.items, tuple.count); }
template <class V> void visit_fields(V& v, List& list) { v.block(list.items, list.size, list.capacity); }
template <class V> void visit_fields(V& v, Deque& deque) {
    const uint32_t first = deque.first_part();
    v.block(deque.items, 0, deque.capacity);
    v.array(deque.items + deque.head, first);
    v.array(deque.items, deque.size - first);
    v.number(deque.changes, deque.maxlen);
}
template <class V> void visit_fields(V& v, WorkStack& stack) { v.block(stack.values, stack.size, stack.capacity); }
template <class V> void visit_fields(V& v, Range& range) {
    v.value(range.start);
    v.value(range.stop);
    v.value(range.step);
    v.value(range.length);
}
template <class V> void visit_fields(V& v, Slice& slice) {
    v.value(slice.start);
    v.value(slice.stop);
    v.value(slice.step);
}
template <class V> void visit_fields(V& v, RangeIterator& iterator) { v.number(iterator.next, iterator.step, iterator.left); }
template <class V> void visit_fields(V& v, ListIterator& iterator) {
    v.value(iterator.sequence);
    v.number(iterator.position);
}
template <class V> void visit_fields(V& v, StrIterator& iterator) {
    v.optional(iterator.text);
    v.number(iterator.offset);
}
template <class V> void visit_fields(V& v, DictIterator& iterator) {
    v.optional(iterator.dict);
    v.number(iterator.position, iterator.expected_live, iterator.left);
}
template <class V> void visit_fields(V& v, DictView& view) {
    v.cell(view.dict);
    v.value(view.owner);
}
template <class V> void visit_fields(V& v, Record& record) {
    v.type(record.type);
    v.array(record.fields, record.small);
}
template <class V> void visit_fields(V& v, Function& function) {
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
template <class V> void visit_fields(V& v, Method& method) {
    v.value(method.function);
    v.value(method.self);
}
template <class V> void visit_fields(V& v, External& external) {
    v.cell(external.name);
    v.value(external.doc);
}
template <class V> void visit_fields(V& v, ClosureCell& cell) { v.value(cell.value); }
template <class V> void visit_fields(V& v, Module& module) {
    v.cell(module.name);
    v.cell(module.dict);
}
template <class V> void visit_fields(V& v, Traceback& traceback) {
    v.cell(traceback.code);
    v.number(traceback.pc);
    v.optional(traceback.next);
}

}  // namespace exmonty
