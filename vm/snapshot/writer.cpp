#include "vm/snapshot/writer.h"

#include "vm/objects/attributes.h"
#include "vm/objects/dict/table.h"
#include "vm/objects/hash.h"
#include "vm/snapshot/native_names.h"
#include "vm/snapshot/transfer.h"

namespace exmonty {
namespace {

// Whether pairs were deleted since the dict has its table, so that its index does not follow from them.
bool has_holes(const Dict& dict) {
    if (!dict.index || dict.has(Dict::stable)) return false;
    return dict.live != dict.used || dict.capacity != dict_capacity(uint64_t{dict.index_mask} + 1);
}

// What finding and writing do alike: both see fields and turn them into values.
template <class Self>
struct FieldPass {
    Self& self() { return *static_cast<Self*>(this); }

    template <class T> void cell(T* pointer) { self().value(Value::cell(pointer)); }
    template <class T> void optional(T* pointer) { self().value(pointer ? Value::cell(pointer) : UNBOUND); }
    void array(const Value* values, size_t count) {
        for (size_t i = 0; i < count; i++) self().value(values[i]);
    }
    void block(const Value* values, uint32_t used, uint32_t) { array(values, used); }
    void type(const Class* pointer) { cell(pointer); }
    void optional_type(const Class* pointer) { optional(pointer); }

    void attributes(Value object) {
        AttributeStore store(object);
        const Shape* shape = *store.shape;
        if (!shape) return;
        if (store.in_dictionary_mode()) return cell(store.dict());
        for (uint32_t i = store.inline_capacity; i < shape->slot_count; i++) self().value(store.slot(i));
    }
    void classes(Class& type) {
        self().size(type.mro_count);
        for (uint32_t i = 0; i < type.mro_count; i++) cell(type.mro[i]);
        self().size(type.subclass_count);
        for (uint32_t i = 0; i < type.subclass_count; i++) cell(type.subclasses[i]);
    }
    void instance(CodeInstance& instance) {
        for (uint32_t i = 0; i < instance.code->child_count; i++) optional(instance.children[i]);
        for (uint32_t number : instance.code->set_constants) self().value(instance.constants[number]);
    }
    uint32_t generator(Generator& generator) {
        const Frame& frame = generator.frame;
        const bool suspended = generator.state() == GeneratorState::Suspended;
        // One that is done will not go on anywhere.
        self().size(generator.state() == GeneratorState::Done ? 0 : frame.code->pc_of(frame.pc));
        self().size(suspended ? frame.state : 0);
        self().size(frame.flags);
        return frame.code->register_count;
    }
    void pairs(Dict& dict) {
        self().size(dict.keys_version);
        for (uint32_t i = 0; i < dict.used; i++) {
            const DictEntry& entry = dict.entries[i];
            self().value(entry.key);
            self().value(entry.value);
            self().hash(entry.key, entry.hash);
        }
        if (!has_holes(dict)) return;
        uint64_t count = 0;
        for (uint64_t slot = 0; slot <= dict.index_mask; slot++) count += dict_index_at(&dict, static_cast<uint32_t>(slot)) != 0;
        self().size(count);
        for (uint64_t slot = 0; slot <= dict.index_mask; slot++) {
            const uint32_t number = dict_index_at(&dict, static_cast<uint32_t>(slot));
            if (number == 0) continue;
            self().size(slot);
            self().size(number);
        }
    }
    void keys(Set& set) {
        self().size(set.finger);
        self().size(set.version);
        self().size(set.hash);
        self().size(set.table ? set.fill : 0);
        for (uint32_t i = 0; i < set.slots(); i++) {
            const SetEntry& entry = set.table[i];
            if (entry.is_unused()) continue;
            self().size(i);
            self().value(entry.is_live() ? entry.key : UNBOUND);
            if (entry.is_live()) self().hash(entry.key, entry.hash);
        }
    }
};

struct FindingPass : FieldPass<FindingPass> {
    GraphWriter& graph;

    explicit FindingPass(GraphWriter& graph) : graph(graph) {}
    void value(Value value) { graph.find(value); }
    template <class... T> void number(T&...) {}
    void size(uint64_t) {}
    void hash(Value, uint64_t) {}
    void name_in_messages(const Class&) {}
};

struct WritingPass : FieldPass<WritingPass> {
    GraphWriter& graph;
    ByteWriter& writer;

    WritingPass(GraphWriter& graph, ByteWriter& writer) : graph(graph), writer(writer) {}

    void tagged(ValueTag tag, uint64_t rest) { writer.number(rest << 2 | static_cast<uint64_t>(tag)); }
    void value(Value value) {
        if (value.is_cell()) return tagged(ValueTag::Node, graph.number_of(value.as_cell()));
        if (value.is_int()) {
            const int64_t number = value.as_int();
            return tagged(ValueTag::Int, static_cast<uint64_t>(number) << 1 ^ static_cast<uint64_t>(number >> 63));
        }
        if (value.is_immediate()) return tagged(ValueTag::Immediate, value.bits >> 3);
        tagged(ValueTag::Float, 0);
        writer.real(value.as_inline_float());
    }
    void one(uint32_t number) { writer.number(number); }
    void one(uint64_t number) { writer.number(number); }
    void one(int64_t number) { writer.signed_number(number); }
    template <class... T> void number(T&... numbers) { (one(numbers), ...); }
    void size(uint64_t number) { writer.number(number); }

    void name_in_messages(const Class& type) { writer.text(type.name ? type.name : ""); }

    // A hash that Python code has computed stands in the snapshot, any other is computed again.
    void hash(Value key, uint64_t hash) {
        if (key.is_int() || key == UNBOUND || is_kind(key, Kind::Str)) return;
        uint64_t simple;
        const bool computed = simple_hash(graph.run(), key, simple) && simple == hash;
        writer.byte(computed ? 0 : 1);
        if (!computed) writer.word(hash);
    }
};

}  // namespace

GraphWriter::GraphWriter(Run& run, const TemplateNumbers& templates, Arena& arena)
    : run_(run), templates_(templates), arena_(arena), numbers_(arena), cells_(arena), roots_used_(arena) {
    for (uint32_t i = 0; i < templates.roots(); i++) roots_used_.push(false);
}

void GraphWriter::find(Cell* cell) {
    // The buffer of a str comes before it.
    if (cell->kind == Kind::Str && static_cast<Str*>(cell)->is_shared()) add(static_cast<Str*>(cell)->buffer);
    add(cell);
}

void GraphWriter::add(Cell* cell) {
    const size_t count = numbers_.size();
    numbers_.insert(cell, static_cast<uint32_t>(cells_.size()));
    if (numbers_.size() == count) return;
    cells_.push(cell);
    const CodeTemplate* code = nullptr;
    if (cell->kind == Kind::Code) code = static_cast<CodeTemplate*>(cell);
    if (cell->kind == Kind::CodeInstance) code = static_cast<CodeInstance*>(cell)->code;
    if (!code) return;
    const TemplateNumbers::Place* place = templates_.find(code);
    if (!place) return refuse();
    roots_used_[place->root] = true;
}

// The frames from the outermost inwards.
template <class V>
void GraphWriter::visit_frames(V& v) {
    ArenaVector<Frame*> frames(arena_);
    for (Frame* frame = run_.frame; frame; frame = frame->previous) frames.push(frame);
    v.size(frames.size());
    for (size_t i = frames.size(); i-- > 0;) {
        const Frame& frame = *frames[i];
        v.size(frame.flags);
        v.size(static_cast<uint64_t>(frame.ret_kind));
        v.size(frame.ret_register);
        if (frame.flags & Frame::in_generator) {
            v.cell(Generator::of(frames[i]));
            continue;
        }
        v.optional(frame.code);
        if (frame.is_step()) {
            v.text(frame.step->name);
            v.size(frame.state);
        } else {
            v.cell(frame.function);
            v.size(frame.code->pc_of(frame.pc));
        }
        const uint32_t count = frame.is_step() ? frame.step->slots : frame.code->register_count;
        v.size(count);
        for (uint32_t k = 0; k < count; k++) v.value(frame.base[k]);
    }
}

template <class V>
void GraphWriter::visit_roots(V& v) {
    v.cell(run_.builtins);
    v.cell(run_.modules);
    v.cell(run_.main);
    v.value(run_.pending);
    v.value(run_.taken);
    v.value(run_.returned);
    // The other inputs of a step that a reload can interrupt are no values.
    v.value(run_.passed_safepoint && run_.step_input.is_cell() ? run_.step_input : UNBOUND);
    v.size(static_cast<uint64_t>(run_.host_call.kind));
    v.optional(run_.host_call.name);
    v.optional(run_.host_call.args);
    v.optional(run_.host_call.keywords);
    v.size(run_.host_call.is_awaited);
    v.size(run_.host_call.id);
    // What the answer of the host is for; elsewhere the next instruction decides.
    const bool paused = run_.host_call.kind != HostCallKind::None;
    v.size(static_cast<uint64_t>(paused ? run_.ret_kind : Return::Discard));
    v.size(paused ? run_.ret_register : 0);
    v.size(run_.reraising);
}

namespace {

struct RootFinder : FindingPass {
    using FindingPass::FindingPass;
    void text(std::string_view) {}
};
struct RootWriter : WritingPass {
    using WritingPass::WritingPass;
    void value(Value value) { WritingPass::value(value); }
    void text(std::string_view text) { writer.text(text); }
};

}  // namespace

bool GraphWriter::discover() {
    RootFinder finder{*this};
    visit_roots(finder);
    visit_frames(finder);
    for (size_t i = 0; i < cells_.size() && !failed_ && !arena_.exhausted(); i++) {
        Cell* cell = cells_[i];
        if (cell->kind == Kind::Free) refuse();
        if (cell->kind == Kind::Class && static_cast<Class*>(cell)->is_builtin()) continue;
        transfer_cell(static_cast<FindingPass&>(finder), cell);
    }
    return !failed_ && !arena_.exhausted();
}

void GraphWriter::write_node(ByteWriter& writer, Cell* cell, const uint32_t* root_numbers) {
    const auto write_template = [&](const CodeTemplate* code) {
        const TemplateNumbers::Place* place = templates_.find(code);
        writer.number(root_numbers[place->root]);
        writer.number(place->number);
    };
    FixedText<256> name;
    if (cell->kind == Kind::Class && static_cast<Class*>(cell)->is_builtin()) {
        append_class_name(name, static_cast<Class*>(cell));
        writer.byte(static_class_mark);
        return writer.text(name.view());
    }
    if (cell->kind == Kind::NativeFunction) {
        const NativeFunction* native = static_cast<NativeFunction*>(cell);
        append_native_owner(name, native);
        writer.byte(static_native_mark);
        writer.text(name.view());
        return writer.text(native->name);
    }
    if (cell->kind == Kind::Str && static_cast<Str*>(cell)->is_shared()) {
        const Str* text = static_cast<Str*>(cell);
        writer.byte(shared_text_mark);
        writer.number(number_of(text->buffer));
        writer.number(text->offset);
        return writer.number(text->size());
    }
    writer.byte(static_cast<uint8_t>(cell->kind));
    switch (cell->kind) {
        case Kind::Str: return writer.text(static_cast<Str*>(cell)->view());
        case Kind::Bytes: return writer.text(static_cast<ByteString*>(cell)->view());
        case Kind::Float: return writer.real(static_cast<Float*>(cell)->number);
        case Kind::StrBuffer: return writer.text({static_cast<StrBuffer*>(cell)->bytes, static_cast<StrBuffer*>(cell)->used});
        case Kind::Int: {
            const BigInt* number = static_cast<BigInt*>(cell);
            writer.byte(number->is_negative() ? 1 : 0);
            writer.number(number->count);
            for (uint32_t i = 0; i < number->count; i++) writer.word(number->limbs[i]);
            return;
        }
        case Kind::Code: return write_template(static_cast<CodeTemplate*>(cell));
        case Kind::Tuple: return writer.number(cell->count);
        default: break;
    }
    writer.byte(static_cast<uint8_t>(cell->flags & ~Cell::immortal));
    writer.number(cell->small);
    writer.number(cell->count);
    switch (cell->kind) {
        case Kind::List: return writer.number(static_cast<List*>(cell)->size);
        case Kind::WorkStack: return writer.number(static_cast<WorkStack*>(cell)->size);
        case Kind::Deque: return writer.number(static_cast<Deque*>(cell)->size);
        case Kind::Dict:
            writer.number(static_cast<Dict*>(cell)->used);
            writer.number(static_cast<Dict*>(cell)->capacity);
            return writer.number(has_holes(*static_cast<Dict*>(cell)) ? uint64_t{static_cast<Dict*>(cell)->index_mask} + 1 : 0);
        case Kind::Set:
        case Kind::FrozenSet: return writer.number(static_cast<Set*>(cell)->slots());
        case Kind::Shape: return writer.number(static_cast<Shape*>(cell)->slot_count);
        case Kind::CodeInstance: return write_template(static_cast<CodeInstance*>(cell)->code);
        case Kind::Generator: return writer.number(static_cast<Generator*>(cell)->frame.code->register_count);
        default: return;
    }
}

void GraphWriter::write(ByteWriter& writer, const uint32_t* root_numbers) {
    RootWriter pass(*this, writer);
    writer.number(cells_.size());
    for (Cell* cell : cells_) {
        write_node(writer, cell, root_numbers);
        if (writer.sink.failed) return;
    }
    for (Cell* cell : cells_) {
        if (cell->kind == Kind::Class && static_cast<Class*>(cell)->is_builtin()) continue;
        transfer_cell(static_cast<WritingPass&>(pass), cell);
        if (writer.sink.failed) return;
    }
    visit_frames(pass);
    visit_roots(pass);
}

}  // namespace exmonty
