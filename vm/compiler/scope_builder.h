// The first pass over the tree: makes the scopes and notes what happens to each name.
#pragma once

#include "vm/compiler/scope.h"

namespace exmonty {

class ScopeBuilder {
  public:
    ScopeBuilder(Compilation& compilation, ScopeTable& table)
        : compilation_(compilation), table_(table), chain_(compilation.arena) {}

    void module(const ast::Module& module);

  private:
    using Statement = ast::Statement;
    using Expression = ast::Expression;

    void statements(const ast::Statements& list);
    void conditional(const ast::Statements& list);
    void statement(const Statement& node);
    void if_chain(const ast::If& node);
    void function(const ast::FunctionDef& node);
    void class_body(const ast::ClassDef& node);
    void annotated_assignment(const ast::AnnAssign& node);
    void loop(const ast::For& node);
    void try_statement(const ast::Try& node);
    void match_statement(const ast::Match& node);
    void pattern(const ast::Pattern& node);
    void capture(std::string_view captured, const SourceSpan& span);
    void finally_body(const ast::Statements& list);
    void loop_body(const ast::Statements& list);
    void warn_in_finally(const SourceSpan& span, std::string_view what);
    void with_statement(const ast::With& node);
    void import_from(const ast::ImportFrom& node);
    void alias(const ast::Alias& alias, const ast::Statement& node);
    void global_names(const ast::Global& node);
    void nonlocal_names(const ast::Nonlocal& node);
    void declare(std::string_view name, NameUse use, const SourceSpan& span);

    void expression(const Expression& node);
    void optional(const Expression* node) {
        if (node != nullptr) expression(*node);
    }
    void expressions(const ast::Expressions& list);
    void simple_expression(const Expression& node);
    void named(const ast::NamedExpr& node);
    void extend_to_function(const ast::Name& target);
    void lambda(const ast::Lambda& node);
    void yield(const Expression& node, const Expression* value);
    void name(const ast::Name& node);
    void keywords(const Span<ast::Keyword>& list);
    void comprehension(const Expression& node, ScopeKind kind, std::string_view scope_name,
                       const Span<ast::Comprehension>& generators, const Expression& element, const Expression* value);
    void generator_clause(const ast::Comprehension& clause);
    void iteration_target(const Expression& target);

    void parameters(const ast::Arguments& arguments);
    void parameter_defaults(const ast::Arguments& arguments);
    void function_annotations(const ast::Arguments& arguments, const Expression* returns);
    void annotation(const Expression& node);

    Scope* enter(ScopeKind kind, std::string_view scope_name);
    void leave() { current_ = current_->parent; }
    Symbol* add(std::string_view name, NameUse use, const SourceSpan& span) {
        return add_to(*current_, mangle(compilation_, *current_, name), use, span);
    }
    Symbol* add_to(Scope& scope, std::string_view mangled, NameUse use, const SourceSpan& span);
    void check_not_debug(std::string_view name, const SourceSpan& span, ast::Context context);
    bool refuse_in_annotation(const SourceSpan& span, std::string_view what);
    void hold_registers(uint32_t count) {
        held_ += count;
        Scope& host = *current_->host;
        if (held_ > host.block_registers) host.block_registers = held_;
    }
    void release_registers(uint32_t count) { held_ -= count; }

    Compilation& compilation_;
    ScopeTable& table_;
    Scope* current_ = nullptr;
    bool is_in_finally_ = false;  // a return, break or continue would swallow an exception
    uint32_t held_ = 0;  // registers that the statements around hold in the current host
    // Operands of the left-deep chains that are being walked.
    ArenaVector<const Expression*> chain_;
    uint32_t last_future_line_ = 0;
    bool future_annotations_ = false;

    void find_futures(const ast::Module& module);
    void future_names(const ast::ImportFrom& node);
};

// How many registers a statement holds while the statements in it run; the compiler keeps to these.
constexpr uint32_t for_registers = 1;
constexpr uint32_t with_registers = 3;
constexpr uint32_t except_registers = 2;
constexpr uint32_t except_star_registers = 6;
constexpr uint32_t match_registers = 1;
constexpr uint32_t finally_registers = 3;

}  // namespace exmonty
