// CodeData → CodeTemplate, and what one run adds to it.
//
// All cells of a template lie in one arena and are marked immortal: the collector passes over them, any run may refer to
// them, and they go when the program goes. They are complete when built: hashes are taken, sets are filled.
#include "vm/objects/template.h"

#include "vm/base/arena.h"
#include "vm/base/utf8.h"
#include "vm/objects/float.h"
#include "vm/objects/function.h"
#include "vm/objects/hash.h"
#include "vm/objects/int.h"
#include "vm/objects/names.h"
#include "vm/objects/run.h"
#include "vm/objects/set.h"
#include "vm/objects/bytes.h"
#include "vm/objects/tuple.h"

#include <gmp.h>

#include <cstring>

namespace exmonty {
namespace {

class TemplateBuilder {
  public:
    TemplateBuilder(Arena& arena, std::string_view source) : arena_(arena), source_(source) {}

    CodeTemplate* build(const CodeData& code, Str* file_name);
    Str* str(std::string_view text);
    bool failed() const { return failed_ || arena_.exhausted(); }

  private:
    template <class T>
    T* cell(size_t bytes = sizeof(T)) {
        void* room = arena_.allocate_bytes((bytes + 7) & ~size_t{7});
        if (!room) {
            failed_ = true;
            return nullptr;
        }
        memset(room, 0, bytes);
        T* made = static_cast<T*>(room);
        made->kind = T::cell_kind;
        made->flags = Cell::immortal;
        return made;
    }
    template <class T>
    std::span<const T> copy(std::span<const T> items) {
        Span<T> made = arena_.copy(items.data(), items.size());
        failed_ = failed_ || made.size() != items.size();
        return {made.data(), made.size()};
    }
    std::span<Str* const> names(std::span<const std::string_view> texts);
    Value constant(const Constant& constant, const Value* before, Str* file_name);
    Value big_int(const Constant& constant);

    Arena& arena_;
    std::string_view source_;
    bool failed_ = false;
};

Str* TemplateBuilder::str(std::string_view text) {
    if (Str* known = static_str(text)) return known;
    Str* made = cell<Str>(Str::cell_bytes(text.size()));
    if (!made) return const_cast<Str*>(empty_str);
    made->count = static_cast<uint32_t>(text.size());
    memcpy(made->inline_text.data(), text.data(), text.size());
    seal(made, static_cast<uint32_t>(utf8::count_code_points(text)));
    base_hash(made);
    return made;
}

std::span<Str* const> TemplateBuilder::names(std::span<const std::string_view> texts) {
    Str** made = static_cast<Str**>(arena_.allocate_bytes(sizeof(Str*) * (texts.size() + 1)));
    if (!made) {
        failed_ = true;
        return {};
    }
    for (size_t i = 0; i < texts.size(); i++) made[i] = str(texts[i]);
    return {made, texts.size()};
}

Value TemplateBuilder::big_int(const Constant& constant) {
    // mpn_set_str wants digit values; a digit has at most four bits.
    size_t digits = constant.text.size();
    unsigned char* values = static_cast<unsigned char*>(arena_.allocate_bytes(digits + 1));
    BigInt* made = cell<BigInt>(BigInt::cell_bytes(digits / 16 + 2));
    if (!made || !values) {
        failed_ = true;
        return NONE;
    }
    for (size_t i = 0; i < digits; i++) {
        char c = constant.text[i];
        values[i] = static_cast<unsigned char>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    size_t skipped = 0;
    while (skipped < digits && values[skipped] == 0) skipped++;
    size_t count = skipped == digits ? 0 : static_cast<size_t>(mpn_set_str(made->limbs, values + skipped, digits - skipped, constant.base));
    made->count = static_cast<uint32_t>(count);
    if (count == 0) return Value::integer(0);
    if (count == 1 && made->limbs[0] <= static_cast<uint64_t>(Value::max_int)) return Value::integer(static_cast<int64_t>(made->limbs[0]));
    return Value::cell(made);
}

Value TemplateBuilder::constant(const Constant& constant, const Value* before, Str* file_name) {
    switch (constant.kind) {
        case ConstantKind::None: return NONE;
        case ConstantKind::True: return TRUE;
        case ConstantKind::False: return FALSE;
        case ConstantKind::Ellipsis: return ELLIPSIS;
        case ConstantKind::Int: {
            if (Value::fits_int(constant.number)) return Value::integer(constant.number);
            BigInt* made = cell<BigInt>(BigInt::cell_bytes(1));
            if (!made) return NONE;
            made->count = 1;
            made->limbs[0] = constant.number < 0 ? -static_cast<uint64_t>(constant.number) : static_cast<uint64_t>(constant.number);
            if (constant.number < 0) made->flags |= BigInt::negative;
            return Value::cell(made);
        }
        case ConstantKind::BigInt: return big_int(constant);
        case ConstantKind::Float: {
            if (Value::fits_float(constant.real)) return Value::inline_float(constant.real);
            Float* made = cell<Float>();
            if (!made) return NONE;
            made->number = constant.real;
            return Value::cell(made);
        }
        case ConstantKind::Imaginary: failed_ = true; return NONE;
        case ConstantKind::Str: return Value::cell(str(constant.text));
        case ConstantKind::Bytes: {
            ByteString* made = cell<ByteString>(ByteString::cell_bytes(constant.text.size()));
            if (!made) return NONE;
            made->size = constant.text.size();
            memcpy(made->bytes, constant.text.data(), constant.text.size());
            return Value::cell(made);
        }
        // A frozenset's table depends on the run's hash key: each run makes its own of the items (new_code_instance).
        case ConstantKind::FrozenSet:
        case ConstantKind::Tuple: {
            if (constant.items.empty()) return Value::cell(empty_tuple);
            Tuple* made = cell<Tuple>(Tuple::cell_bytes(constant.items.size()));
            if (!made) return NONE;
            made->count = static_cast<uint32_t>(constant.items.size());
            for (size_t i = 0; i < constant.items.size(); i++) made->items[i] = before[constant.items[i]];
            return Value::cell(made);
        }
        case ConstantKind::Code: {
            CodeTemplate* made = build(*constant.code, file_name);
            return made ? Value::cell(made) : NONE;
        }
    }
    return NONE;
}

CodeTemplate* TemplateBuilder::build(const CodeData& code, Str* file_name) {
    CodeTemplate* made = cell<CodeTemplate>();
    Value* constants = static_cast<Value*>(arena_.allocate_bytes(sizeof(Value) * (code.constants.size() + 1)));
    if (!made || !constants) {
        failed_ = true;
        return nullptr;
    }
    made->name = str(code.name);
    made->qualified_name = str(code.qualified_name);
    made->file_name = file_name;
    made->first_line = code.first_line;
    made->code_flags = code.flags;
    made->positional_only_count = code.positional_only_count;
    made->positional_count = code.positional_count;
    made->keyword_only_count = code.keyword_only_count;
    made->register_count = code.register_count;
    made->register_locals = code.register_locals;
    made->docstring = code.docstring;
    made->local_names = names(code.local_names);
    made->free_names = names(code.free_names);
    made->words = copy(code.words);
    made->sites = copy(code.sites);
    made->handlers = copy(code.handlers);
    made->active = copy(code.active);
    made->positions = copy(code.positions);
    made->source = source_;
    uint32_t* set_constants = static_cast<uint32_t*>(arena_.allocate_bytes(sizeof(uint32_t) * (code.constants.size() + 1)));
    size_t set_count = 0;
    if (!set_constants) failed_ = true;
    for (size_t i = 0; i < code.constants.size(); i++) {
        if (code.constants[i].kind == ConstantKind::FrozenSet && set_constants) set_constants[set_count++] = static_cast<uint32_t>(i);
        constants[i] = constant(code.constants[i], constants, file_name);
        if (code.constants[i].kind == ConstantKind::Code && constants[i] != NONE)
            cast<CodeTemplate>(constants[i])->count = made->child_count++;
        if (failed()) return nullptr;
    }
    made->constants = {constants, code.constants.size()};
    made->set_constants = {set_constants, set_count};
    return made;
}

}  // namespace

CodeTemplate* build_template(Arena& arena, const CodeData& code, std::string_view file_name, std::string_view source) {
    TemplateBuilder builder(arena, source);
    CodeTemplate* made = builder.build(code, builder.str(file_name));
    return builder.failed() ? nullptr : made;
}

const PositionRow* CodeTemplate::position_of(uint32_t pc) const {
    size_t low = 0;
    size_t high = positions.size();
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (positions[middle].pc <= pc) low = middle + 1;
        else high = middle;
    }
    return low == 0 ? nullptr : &positions[low - 1];
}

// Gives the instance constants of its own, with real frozensets.
static bool make_sets(Run& run, CodeInstance* instance) {
    CodeTemplate* code = instance->code;
    Value* own = reinterpret_cast<Value*>(instance->children + code->child_count);
    for (size_t i = 0; i < code->constants.size(); i++) own[i] = code->constants[i];
    instance->constants = own;
    for (uint32_t number : code->set_constants) {
        Set* set = new_set(run.heap, Kind::FrozenSet);
        for (Value item : cast<Tuple>(own[number])->view()) {
            uint64_t hash;
            if (!run.simple_hash(item, hash) || set_add_simple(run.heap, set, item, hash) == SetAdd::Refused) return false;
        }
        own[number] = Value::cell(set);
    }
    return true;
}

// Every site of LOAD_GLOBAL and its like gets the numbers of its name's entries: in the globals, and, plus 1, in the builtins.
static bool link_globals(Run& run, CodeInstance* instance) {
    CodeTemplate* code = instance->code;
    for (size_t at = 0; at < code->words.size();) {
        Op op = op_of(code->words[at]);
        if (op == Op::LOAD_GLOBAL || op == Op::STORE_GLOBAL || op == Op::DELETE_GLOBAL) {
            uint32_t site = code->words[at + 1];
            Str* name = as<Str>(code->constants[code->sites[site]]);
            int64_t entry = name ? dict_stable_entry(run, instance->globals, name) : -1;
            int64_t builtin = name ? dict_find_str(run.builtins, name, str_hash(run, name)) : -1;
            if (entry < 0) return false;
            instance->caches[site].index = static_cast<uint32_t>(entry);
            instance->caches[site].version = static_cast<uint32_t>(builtin + 1);
        }
        at += info(op).width();
    }
    return true;
}

CodeInstance* new_code_instance(Run& run, CodeTemplate* code, Dict* globals) {
    // One more than there are: a frame of a snapshot may say that it goes on behind the last one.
    const uint32_t guard = static_cast<uint32_t>(Op::RAISE_ACTIVE);
    size_t words = (code->words.size() + 2) / 2 * 2;
    size_t own_constants = code->set_constants.empty() ? 0 : code->constants.size();
    size_t bytes = words * sizeof(uint32_t) + code->sites.size() * sizeof(Cache) + code->child_count * sizeof(CodeInstance*) +
                   own_constants * sizeof(Value);
    char* block = static_cast<char*>(run.heap.take_block(bytes));
    if (!block) return nullptr;
    CodeInstance* instance = run.heap.allocate<CodeInstance>();
    instance->code = code;
    instance->constants = code->constants.data();
    instance->words = reinterpret_cast<uint32_t*>(block);
    instance->caches = reinterpret_cast<Cache*>(block + words * sizeof(uint32_t));
    instance->children = reinterpret_cast<CodeInstance**>(instance->caches + code->sites.size());
    instance->globals = globals;
    instance->register_count = code->register_count;
    instance->frame_bytes = static_cast<uint32_t>(Run::frame_bytes(code->register_count));
    memcpy(instance->words, code->words.data(), code->words.size() * sizeof(uint32_t));
    instance->words[code->words.size()] = guard;
    for (size_t i = 0; i < code->sites.size(); i++) instance->caches[i] = Cache{nullptr, 0, 0, NONE};
    for (uint32_t i = 0; i < code->child_count; i++) instance->children[i] = nullptr;
    if (own_constants && !make_sets(run, instance)) return nullptr;
    return link_globals(run, instance) ? instance : nullptr;
}

void note_plain(Function* function) {
    CodeTemplate* plan = function->code->code;
    constexpr uint32_t binding = static_cast<uint32_t>(CodeFlag::VarArgs) | static_cast<uint32_t>(CodeFlag::VarKeywords) |
                                 static_cast<uint32_t>(CodeFlag::Generator) | static_cast<uint32_t>(CodeFlag::Coroutine) |
                                 static_cast<uint32_t>(CodeFlag::AsyncGenerator) | static_cast<uint32_t>(CodeFlag::Prelude);
    if (!(plan->code_flags & binding) && plan->keyword_only_count == 0 && plan->positional_count <= plan->register_locals) {
        function->flags |= Function::plain;
        function->small = static_cast<uint16_t>(plan->positional_count);
    }
}

Function* new_function(Run& run, CodeInstance* code) {
    CodeTemplate* plan = code->code;
    Function* function = run.heap.allocate<Function>();
    function->code = code;
    function->closure = nullptr;
    function->defaults = nullptr;
    function->keyword_defaults = nullptr;
    function->globals = code->globals;
    function->name = plan->name;
    function->qualified_name = plan->qualified_name;
    function->doc = plan->docstring < plan->constants.size() ? plan->constants[plan->docstring] : NONE;
    function->module = dict_get(run, code->globals, name(Name::__name__));
    function->annotate = UNBOUND;
    function->annotations = UNBOUND;
    function->dict = nullptr;
    note_plain(function);
    return function;
}

}  // namespace exmonty
