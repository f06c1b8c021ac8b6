// str.replace: the matches are counted first, so that the result's size is known before it is made.
#include "vm/objects/builtin_types.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/replace.h"

namespace exmonty {

// https://docs.python.org/3/library/stdtypes.html#str.replace
Value str_replace(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[3])) return with_indices(run, &str_class, "replace", args, count, 0b1000);
    Str* text = self_of(args);
    Str* from = str_of(args[1]);
    Str* to = str_of(args[2]);
    if (!from) return run.type_error({"replace() argument 1 must be str, not ", argument_type_name(args[1])});
    if (!to) return run.type_error({"replace() argument 2 must be str, not ", argument_type_name(args[2])});
    int64_t limit = -1;
    if (!int_argument(run, args[3], limit)) return RAISED;
    if (from->view() == to->view()) return args[0];

    Replacement work(run.budget, text->view(), from->view(), to->view(), limit, TextUnit::CodePoint);
    uint64_t matches = work.count_matches();
    if (work.stopped()) return RAISED;
    if (matches == 0) return args[0];
    Str* result = new_str_uninitialised(run.heap, work.result_size());
    if (!result) return run.refused();
    if (!work.write(writable(result))) return RAISED;
    uint64_t length = text->length + matches * to->length - matches * from->length;
    if (result->count <= 1) return made(run, new_str(run.heap, result->view(), static_cast<uint32_t>(length)));
    seal(result, static_cast<uint32_t>(length));
    return Value::cell(result);
}

}  // namespace exmonty
