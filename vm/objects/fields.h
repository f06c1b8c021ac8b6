// What each kind of cell holds, said once: `visit_fields(visitor, cell)` names every field to a visitor, and the
// collector, the snapshot's writer and its reader are visitors. A visitor has
//
//   plain(x, …)                      numbers; the collector ignores them
//   reference(x)                     a Value, or a pointer to a cell that may be null
//   array(values, count)             values inside the cell
//   block(values, used, capacity)    a block of values that the cell owns; `used` of them count
//
// Dict, Set, Shape, Class, Instance, Code, CodeInstance, StrBuffer and frames hold more than this can say; each
// visitor treats them itself.
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
}
template <class V> void visit_fields(V& v, WorkStack& stack) { v.block(stack.values, stack.size, stack.capacity); }
template <class V> void visit_fields(V& v, Range& range) {
    v.reference(range.start);
    v.reference(range.stop);
    v.reference(range.step);
    v.reference(range.length);
}
template <class V> void visit_fields(V& v, Slice& slice) {
    v.reference(slice.start);
    v.reference(slice.stop);
    v.reference(slice.step);
}
template <class V> void visit_fields(V& v, RangeIterator& iterator) { v.plain(iterator.next, iterator.step, iterator.left); }
template <class V> void visit_fields(V& v, ListIterator& iterator) {
    v.reference(iterator.sequence);
    v.plain(iterator.position);
}
template <class V> void visit_fields(V& v, StrIterator& iterator) {
    v.reference(iterator.text);
    v.plain(iterator.offset);
}
template <class V> void visit_fields(V& v, DictIterator& iterator) {
    v.reference(iterator.dict);
    v.plain(iterator.position, iterator.expected_live, iterator.left);
}
template <class V> void visit_fields(V& v, DictView& view) {
    v.reference(view.dict);
    v.reference(view.owner);
}
template <class V> void visit_fields(V& v, Record& record) {
    v.reference(record.type);
    v.array(record.fields, record.small);
}
template <class V> void visit_fields(V& v, Function& function) {
    v.reference(function.code);
    v.reference(function.closure);
    v.reference(function.defaults);
    v.reference(function.keyword_defaults);
    v.reference(function.globals);
    v.reference(function.name);
    v.reference(function.qualified_name);
    v.reference(function.doc);
    v.reference(function.module);
    v.reference(function.annotate);
    v.reference(function.annotations);
    v.reference(function.dict);
}
template <class V> void visit_fields(V& v, Method& method) {
    v.reference(method.function);
    v.reference(method.self);
}
template <class V> void visit_fields(V& v, External& external) {
    v.reference(external.name);
    v.reference(external.doc);
}
template <class V> void visit_fields(V& v, ClosureCell& cell) { v.reference(cell.value); }
template <class V> void visit_fields(V& v, Module& module) {
    v.reference(module.name);
    v.reference(module.dict);
}
template <class V> void visit_fields(V& v, Traceback& traceback) {
    v.reference(traceback.code);
    v.plain(traceback.pc);
    v.reference(traceback.next);
}

}  // namespace exmonty
