// One code object while it is compiled: the visitor of statements and expressions.
//
// Registers: the local variables come first (those that are captured hold their cell), then one register for the array
// of locals that have none, then temporaries, a stack. Invariants of the visitors:
//  - into(e, target) computes e and writes `target` with its last instruction if `target` is a local, so that a local is
//    neither changed by an expression that raises nor seen half-way. A temporary may be written early.
//  - every visitor leaves the stack of temporaries as it found it; value() leaves at most its result on it.
//  - emission stops while the current place cannot be reached; the visitors go on, because their errors count.
#pragma once

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/intrinsic.h"
#include "vm/compiler/assigned.h"
#include "vm/compiler/compilation.h"
#include "vm/compiler/compiler.h"
#include "vm/compiler/constant_folder.h"
#include "vm/compiler/scope.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// What the code objects of one compilation share.
struct CompileState {
    Compilation& compilation;
    const CompileOptions& options;
    ScopeTable& scopes;
    ConstantFolder folder;
    // Operands of the left-deep chains that are being walked.
    ArenaVector<const ast::Expression*> chain;
};

using Register = uint32_t;

// A label with what is known wherever it is jumped to from.
struct Target {
    Label label;
    Assigned assigned;
    bool is_reached = false;
};

enum class PlaceKind : uint8_t { Register, Spill, Cell, SpillCell, Free, Global, Name, FreeOrName };

// Where a variable lives. Names are kept in the namespace of a class body; an annotate function looks in that of its
// class before it looks elsewhere.
struct Place {
    PlaceKind kind;
    uint32_t index = 0;
    std::string_view name;
    const Symbol* symbol = nullptr;
};

// A stretch of instructions, of those that a table row covers.
struct Stretch {
    uint32_t start;
    uint32_t end;
    Stretch* next;
};

enum class BlockKind : uint8_t { Loop, Iterator, Body, Handler, NamedHandler, StarHandler, Finally, FinallyBody, With };

// How control leaves the blocks around a statement.
enum class Exit : uint8_t { Return = 2, Break = 3, Continue = 4 };

struct FinallyState {
    Target entry;
    Register completion = 0;  // then the exception, then the value that is returned
    bool exits[5] = {};       // by Exit: there is one that runs through this block
    Register exception() const { return completion + 1; }
    Register value() const { return completion + 2; }
};

struct Block {
    BlockKind kind;
    SourceSpan span;
    // Iterator, Body, NamedHandler, StarHandler, Finally, With: instructions whose exceptions come to `exception`.
    // Handler, FinallyBody: instructions that run while the exception there is being handled.
    Register exception = 0;
    uint32_t start = 0;
    bool is_left = false;  // while the code that leaves it is emitted
    Stretch* first = nullptr;
    Stretch* last = nullptr;
    Target* break_target = nullptr;
    Target* continue_target = nullptr;
    const ast::ExceptHandler* handler = nullptr;
    FinallyState* finally = nullptr;
    Register exit = 0;  // With: __exit__ and its self. Iterator: what is closed
    bool has_rows() const { return kind != BlockKind::Loop; }
    bool is_active_row() const { return kind == BlockKind::Handler || kind == BlockKind::FinallyBody; }
};

class Unit {
  public:
    Unit(CompileState& state, Scope& scope, Unit* parent, std::string_view name);

    const CodeData* module(const ast::Module& module);

  private:
    using Expression = ast::Expression;
    using Statement = ast::Statement;

    // unit.cpp: emission, registers, labels.
    Arena& arena() { return state_.compilation.arena; }
    Compilation& compilation() { return state_.compilation; }
    void emit(const SourceSpan& span, Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
    void emit_low_high(const SourceSpan& span, Op op, uint32_t a, uint32_t number);
    void emit_site(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, std::string_view name);
    void emit_extra(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, uint32_t extra);
    void emit_jump(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, Target& to);
    void jump(const SourceSpan& span, Target& to);
    void bind(Target& target);
    void bind_backward(Target& target);
    void end_path() { is_reachable_ = false; }
    void move(const SourceSpan& span, Register target, Register source) {
        if (target != source) emit(span, Op::MOVE, target, source);
    }
    Register push(uint32_t count = 1);
    bool is_local(Register reg) const { return reg < register_locals_; }
    bool is_top(Register reg) const { return reg + 1 == top_ && reg >= first_temporary_; }
    // Registers that a list of operands may take.
    uint32_t room() const;
    const CodeData* finish(std::string_view docstring, bool has_docstring);
    void prologue(const SourceSpan& span);
    std::string_view qualified_name(std::string_view name) const;

    // unit_names.cpp: variables.
    Place place_of(std::string_view name);
    Place place_of_symbol(const Symbol& symbol);
    Place local_place(const Symbol& symbol, bool is_cell);
    void load(const SourceSpan& span, const Place& place, Register target);
    void store(const SourceSpan& span, const Place& place, Register value);
    void remove(const SourceSpan& span, const Place& place);
    void clear_variable(const SourceSpan& span, const Place& place);
    void check_local(const SourceSpan& span, Register reg);
    void load_cell_itself(const SourceSpan& span, const Scope& from, std::string_view name, Register target);
    uint32_t spill_number(uint32_t slot) const { return slot - register_locals_; }

    // Constants.
    const Literal* fold(const Expression& node) { return state_.folder.fold(node); }
    uint32_t constant(const Literal& literal) { return literal_index(arena(), assembler_.constants(), literal); }
    // The constant's index if it fits the operand of an instruction.
    bool small_constant(const Expression& node, uint32_t& index);
    void load_constant(const SourceSpan& span, uint32_t index, Register target);
    void load_literal(const SourceSpan& span, const Literal& literal, Register target);
    void load_integer(const SourceSpan& span, int64_t number, Register target);
    void load_none(const SourceSpan& span, Register target);
    void load_str(const SourceSpan& span, std::string_view text, Register target);

    // compile_expression.cpp.
    void into(const Expression& node, Register target);
    void into_unpacked(const Expression& node, Register target);
    void into_packed(const Expression& node, Register target);
    // The value in whatever register; the instruction that reads it must report an unbound local itself.
    Register value(const Expression& node);
    // The same for instructions that keep the value: an unbound local is reported before.
    Register bound_value(const Expression& node);
    // value() for an operand that stays in its register while `later` is computed.
    Register operand(const Expression& node, const Expression& later);
    Register temporary(const Expression& node) {
        const Register target = push();
        into(node, target);
        return target;
    }
    Register stable_value(const Expression& node);
    void effect(const Expression& node);
    // A register that the visitor may write early on the way to `target`.
    Register work_register(Register target) { return is_local(target) ? push() : target; }
    void boolean_operation(const ast::BoolOp& node, Register target);
    void named(const ast::NamedExpr& node, Register target);
    void unary(const ast::UnaryOp& node, Register target);
    void conditional(const ast::IfExp& node, Register target);
    void comparison(const ast::Compare& node, Register target);
    void compare_pair(const SourceSpan& span, ast::CompareOperator op, Register target, Register left, Register right);
    Register comparator(const Expression& node, ast::CompareOperator op);
    Register shared_comparator(const Expression& node, const Expression& later, Register kept);
    void yield_value(const ast::Yield& node, Register target);
    void yield_from(const ast::YieldFrom& node, Register target);
    void slice_object(const ast::Slice& node, Register target);
    void slice_part(const ast::Slice& node, const Expression* part, Register target);

    // compile_chain.cpp: operators, attributes, subscripts and calls, which make chains of any length.
    void chain(const Expression& top, Register target);
    Register chain_start(const Expression& leaf, const Expression* next, Register accumulator, bool& is_method);
    Register chain_link(const Expression& node, const Expression* next, Register base, Register target,
                        Register accumulator, bool& is_method);
    void binary(const SourceSpan& span, ast::BinaryOperator op, bool in_place, Register target, Register left,
                const Expression& right);
    void subscript(const ast::Subscript& node, Register base, Register target);
    bool small_index(const Expression& node, uint32_t& index);
    bool is_super_call(const Expression& node);
    void load_super(const ast::Attribute& node, Register window, bool is_method);
    SourceSpan attribute_span(const SourceSpan& span, const ast::Attribute& node) const;

    // compile_warning.cpp.
    std::string_view certain_type(const Expression& node);
    void warn_of_identity(const ast::Compare& node);
    void warn_of_call(const Expression& callee);
    void warn_of_subscript(const ast::Subscript& node);

    // compile_call.cpp.
    void call(const SourceSpan& span, Register window, bool is_method, const ast::Expressions& arguments,
              const Span<ast::Keyword>& keywords);
    void call_spread(const SourceSpan& span, Register window, uint32_t passed_count,
                     const ast::Expressions& arguments, const Span<ast::Keyword>& keywords);
    bool fits_window(const ast::Call& node) const { return fits_window(node.args, node.keywords); }
    bool fits_window(const ast::Expressions& arguments, const Span<ast::Keyword>& keywords) const;
    void check_keywords(const Span<ast::Keyword>& keywords);
    void positional_sequence(const SourceSpan& span, uint32_t passed_count, const ast::Expressions& arguments,
                             Register target);
    void keyword_dictionary(const SourceSpan& span, const Span<ast::Keyword>& keywords, Register function,
                            Register target);
    std::span<const uint32_t> keyword_names(const Span<ast::Keyword>& keywords);

    // compile_display.cpp.
    void list_display(const ast::List& node, Register target);
    void tuple_display(const ast::Tuple& node, Register target);
    void set_display(const ast::Set& node, Register target);
    void dict_display(const ast::Dict& node, Register target);
    void build_sequence(const SourceSpan& span, Op op, const ast::Expressions& elements, Register target);
    void grow_sequence(const SourceSpan& span, Op build, Op add, Op extend, const ast::Expressions& elements,
                       Register target);
    void collect_list(const SourceSpan& span, const ast::Expressions& elements, Register target) {
        grow_sequence(span, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, elements, target);
    }
    void add_elements(const SourceSpan& span, Op add, Op extend, const ast::Expressions& elements, size_t first,
                      Register target);
    void joined(const ast::JoinedStr& node, Register target);
    void formatted(const ast::FormattedValue& node, Register target);

    // compile_comprehension.cpp.
    void comprehension(const Expression& node, const Span<ast::Comprehension>& generators, Register target);
    void comprehension_clauses(const Expression& node, const Span<ast::Comprehension>& generators, size_t index,
                               Register collection, Register iterator);
    void comprehension_element(const Expression& node, Register collection);
    void enter_comprehension(const SourceSpan& span, Scope& scope);
    void leave_comprehension(const SourceSpan& span, Scope& scope);
    void generator_expression(const ast::GeneratorExp& node, Register target);
    const CodeData* generator_code(const ast::GeneratorExp& node);

    // compile_condition.cpp.
    void branch(const Expression& node, bool when, Target& to);
    void branch_comparison(const ast::Compare& node, bool when, Target& to);
    void branch_pair(const SourceSpan& span, ast::CompareOperator op, Register left, const Expression& right, bool when,
                     Target& to);

    // compile_statement.cpp.
    void statements(const ast::Statements& list, size_t from = 0);
    void statement(const Statement& node);
    void if_statement(const ast::If& node);
    Target* direct_exit(const ast::Statements& body);
    void return_statement(const ast::Return& node);
    void raise_statement(const ast::Raise& node);
    void assert_statement(const ast::Assert& node);
    void import_statement(const ast::Import& node);
    void import_from(const ast::ImportFrom& node);
    void return_value(const SourceSpan& span, const Expression& node);

    // compile_target.cpp: assignment in all forms.
    void assign(const ast::Assign& node);
    bool assign_pairwise(const Expression& target, const Expression& value);
    void assign_to(const Expression& target, const Expression& value);
    void store_to(const Expression& target, Register value);
    void store_item(const ast::Subscript& target, Register value);
    bool are_consecutive_locals(const ast::Expressions& targets, Register& first);
    void unpack_long(const SourceSpan& span, const ast::Expressions& targets, uint32_t starred, Register value);
    void unpack_to(const SourceSpan& span, const ast::Expressions& targets, Register value);
    bool local_register_of(const Expression& target, Register& reg);
    void augmented(const ast::AugAssign& node);
    void augmented_item(const ast::AugAssign& node, const ast::Subscript& target);
    void annotated(const ast::AnnAssign& node);
    void delete_target(const Expression& target);

    // compile_loop.cpp.
    void while_loop(const ast::While& node);
    void for_loop(const ast::For& node);
    void assume_walrus(const Expression& test);
    void start_loop_body(Target& body, const Target& test);
    Register loop_item_register(const Expression& target);
    void store_loop_item(const Expression& target, Register item);
    bool may_make_generator(const Expression& node);
    void close_iterator(const SourceSpan& span, const Block& block, const Assigned& before, Target& broken,
                        Target& end);
    void break_or_continue(const SourceSpan& span, Exit exit);

    // compile_block.cpp: what lies around a statement.
    Block& enter_block(const SourceSpan& span, BlockKind kind, Register exception = 0);
    Block leave_block();
    void close_rows(Block& block);
    void add_rows(const Block& block, uint32_t handler);
    void reopen_rows();
    Register return_register();
    // Emits what leaving the blocks above number `depth` takes; false: a finally block took over.
    bool run_exits(const SourceSpan& span, size_t depth, Exit exit, Register value);
    void return_from(const SourceSpan& span, Register value);
    bool is_exit_plain() const;

    // compile_try.cpp, compile_with.cpp.
    void try_statement(const ast::Try& node);
    void try_except(const ast::Try& node);
    void try_finally(const ast::Try& node);
    void handlers(const ast::Try& node, Register exception, Target& end);
    void handler_body(const ast::ExceptHandler& node, Register exception, Target& end);
    void star_handlers(const ast::Try& node, Register exception, Target& end);
    void star_body(const ast::ExceptHandler& node, Register match, Register raised);
    void finally_exits(const SourceSpan& span, FinallyState& state, bool may_complete, const Assigned& completed);
    void with_statement(const ast::With& node, size_t index);
    void call_exit(const SourceSpan& span, Register exit);
    void exit_with_exception(const SourceSpan& span, Register exit);

    // compile_match.cpp.
    struct Capture;
    struct PatternState;
    void match_statement(const ast::Match& node);
    void match_case(const ast::MatchCase& node, Register subject, Target& next);
    void check_reachable_after(const ast::Pattern& node);
    void capture(const SourceSpan& span, std::string_view name, Register reg, PatternState& state);
    void pattern(const ast::Pattern& node, Register subject, PatternState& state);
    void singleton_pattern(const ast::MatchSingleton& node, Register subject, PatternState& state);
    void check_length(const SourceSpan& span, Register length, uint32_t count, bool is_exact, PatternState& state);
    void check_kind(const SourceSpan& span, MatchKind kind, Register subject, PatternState& state);
    void sequence_pattern(const ast::MatchSequence& node, Register subject, PatternState& state);
    void sequence_by_item(const ast::MatchSequence& node, Register subject, uint32_t star, Register length,
                          PatternState& state);
    void mapping_pattern(const ast::MatchMapping& node, Register subject, PatternState& state);
    void check_mapping_keys(const ast::MatchMapping& node);
    void subpatterns(const SourceSpan& span, Register found, const ast::Patterns& first, const ast::Patterns& then,
                     PatternState& state);
    void class_pattern(const ast::MatchClass& node, Register subject, PatternState& state);
    void or_pattern(const ast::MatchOr& node, Register subject, PatternState& state);

    // compile_function.cpp.
    struct Decorators {
        Register first;
        bool are_in_list;
    };
    void function_definition(const ast::FunctionDef& node);
    const CodeData* function_code(const ast::FunctionDef& node);
    const CodeData* lambda_code(const ast::Lambda& node);
    void lambda(const ast::Lambda& node, Register target);
    void parameter_counts(const ast::Arguments& arguments);
    uint32_t function_extras(const SourceSpan& span, const ast::Arguments& arguments,
                             const ast::FunctionDef* definition, Register window);
    void keyword_defaults(const SourceSpan& span, const ast::Arguments& arguments, Register target);
    void make_function(const SourceSpan& span, const CodeData& code, const Scope& scope, uint32_t extras,
                       Register window);
    void closure(const SourceSpan& span, const Scope& scope, Register target);
    Decorators decorators(const ast::Expressions& list);
    Register apply_decorators(const ast::Expressions& list, const Decorators& decorated, Register function);

    // compile_annotation.cpp.
    bool has_annotations(const ast::FunctionDef& node) const;
    void make_annotate(const ast::FunctionDef& node, Register target);
    Register annotate_start(const SourceSpan& span);
    void annotation(const SourceSpan& span, std::string_view name, const Expression& node, Register annotations);
    const CodeData* function_annotations_code(const ast::FunctionDef& node);
    const CodeData* namespace_annotations_code(const SourceSpan& span, const Scope& owner);
    void load_conditional_set(const SourceSpan& span, const Scope& owner, Register target);
    void deferred_annotation(const ast::AnnAssign& node);
    Register make_namespace_annotate(const SourceSpan& span);
    void module_annotations(const SourceSpan& span);
    void class_annotations(const SourceSpan& span);

    // compile_class.cpp.
    void class_definition(const ast::ClassDef& node);
    const CodeData* class_code(const ast::ClassDef& node);
    void class_prologue(const SourceSpan& span, std::string_view docstring, bool has_docstring);
    void store_class_name(const SourceSpan& span, std::string_view name, Register value);
    void note_static_attribute(const ast::Attribute& node);
    void static_attribute_names(const SourceSpan& span);

    CompileState& state_;
    Scope& host_;
    Scope* scope_;  // the host, or the innermost comprehension in it
    Unit* parent_;
    CodeData* code_;
    Assembler assembler_;
    uint32_t register_locals_ = 0;
    Register spill_ = 0;             // the array of spilled locals, if there are any
    Register namespace_ = 0;         // of a class body, or of the class that an annotate function is in
    bool has_namespace_ = false;
    Register first_temporary_ = 0;
    Register expression_base_ = 0;   // the first temporary of the current statement's expressions
    Register top_ = 0;
    Register used_ = 0;
    bool is_reachable_ = true;
    Assigned assigned_;
    Assigned deletable_;             // locals that some statement unbinds
    ArenaVector<Block> blocks_;
    // Names that methods of the class assign to in `self`.
    ArenaMap<std::string_view, bool, TextKey> static_attributes_;
    Block spare_block_{};            // stands in when the arena was refused a block
    uint32_t spare_blocks_ = 0;
    uint32_t static_blocks_ = 0;
    uint32_t next_annotation_ = 0;   // of a class or module: number of the next annotated name

    friend struct Temporaries;
};

// Gives the temporaries back at the end of a visitor.
struct Temporaries {
    explicit Temporaries(Unit& unit) : unit(unit), top(unit.top_) {}
    ~Temporaries() { unit.top_ = top; }
    Temporaries(const Temporaries&) = delete;
    Temporaries& operator=(const Temporaries&) = delete;

    Unit& unit;
    Register top;
};

}  // namespace exmonty
