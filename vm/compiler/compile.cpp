#include "vm/compiler/compiler.h"

#include "vm/compiler/docstring.h"
#include "vm/compiler/scope.h"
#include "vm/compiler/unit.h"

namespace exmonty {

const CodeData* Unit::module(const ast::Module& module) {
    code_->flags |= static_cast<uint32_t>(CodeFlag::Module);
    code_->first_line = 1;
    if (module.expression != nullptr) {
        return_value(module.expression->span, *module.expression);
        return finish({}, false);
    }
    const size_t count = module.body.size();
    if (count == 0) return finish({}, false);
    module_annotations(module.body[0]->span);
    std::string_view docstring;
    if (find_docstring(compilation(), module.body, docstring)) {
        const Temporaries temporaries(*this);
        const Register reg = push();
        load_str(module.body[0]->span, docstring, reg);
        emit_site(module.body[0]->span, Op::STORE_GLOBAL, reg, 0, 0, "__doc__");
    }
    statements({module.body.data(), count - 1});
    if (compilation().is_over()) return code_;
    expression_base_ = top_;
    if (const ast::Expr* last = module.body[count - 1]->try_as<ast::Expr>())
        return_value(last->value->span, *last->value);
    else
        statement(*module.body[count - 1]);
    return finish({}, false);
}

CompileResult compile(const ast::Module& module, const CompileOptions& options, Arena& arena, Poll poll) {
    Compilation compilation(arena, poll, options.source);
    compilation.complex = options.complex;
    ScopeTable* scopes = build_scopes(compilation, module);
    CompileResult result;
    if (!compilation.is_over()) {
        CompileState state{compilation, options, *scopes, ConstantFolder(compilation),
                           ArenaVector<const ast::Expression*>(arena)};
        Unit* unit = arena.create<Unit>(state, *scopes->module, nullptr, std::string_view("<module>"));
        result.code = unit->module(module);
    }
    result.warnings = compilation.warnings();
    if (compilation.was_stopped()) {
        result.status = CompileStatus::Stopped;
    } else if (compilation.has_failed()) {
        result.status = CompileStatus::Failed;
        result.error = compilation.error();
    }
    if (result.status != CompileStatus::Ok) result.code = nullptr;
    return result;
}

}  // namespace exmonty
