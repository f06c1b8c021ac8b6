// An exception that left the program, as data and as the text that CPython prints.
#include "vm/api/compile_error.h"
#include "vm/api/session_impl.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_type.h"

namespace exmonty {

const Error* new_run_error(SessionImpl& session, Value value) {
    Error* error = session.outcome.create<Error>();
    Exception* exception = as<Exception>(value);
    if (!exception) return error;
    error->type = exception_type_of(exception->type);
    error->class_name = session.outcome.copy(class_name(exception->type));
    Tuple* args = as<Tuple>(exception->args);
    if (args && args->count == 1 && is_kind(args->items[0], Kind::Str)) error->message = session.outcome.copy(cast<Str>(args->items[0])->view());
    error->formatted = error->message;
    return error;
}

const Error* describe_error(SessionImpl& session, Value exception) { return new_run_error(session, exception); }

const Error* new_breach_error(SessionImpl& session, ExceptionType type) { return new_limit_error(session.outcome, type); }

}  // namespace exmonty
