#include "vm/api/import.h"

#include "vm/api/error.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/dict.h"
#include "vm/objects/exception.h"
#include "vm/objects/function.h"
#include "vm/objects/hash.h"
#include "vm/objects/int.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/objects/set.h"
#include "vm/objects/tuple.h"

namespace exmonty {

namespace {

class Importer {
  public:
    Importer(Run& run, ImportFault& fault) : run_(run), fault_(fault) {}

    // Data is at most max_data_depth levels deep, and so is the recursion.
    Value make(const Data& data) {
        switch (data.kind) {
            case DataKind::none: return NONE;
            case DataKind::boolean: return boolean(data.boolean);
            case DataKind::integer: return run_.integer(data.integer);
            case DataKind::floating: return run_.floating(data.floating);
            case DataKind::bigint: return bigint(data);
            case DataKind::text: return cell(text(data.view()));
            case DataKind::bytes:
                return run_.heap.reserve(data.chars.size) ? cell(new_bytes(run_.heap, data.view())) : refused();
            case DataKind::list: return list(data.elements());
            case DataKind::tuple: return tuple(data.elements());
            case DataKind::dict: return dict(data.elements());
            case DataKind::set:
            case DataKind::frozenset: return set(data);
            case DataKind::ellipsis: return ELLIPSIS;
            case DataKind::not_implemented: return NOT_IMPLEMENTED;
            case DataKind::exception: return exception(*data.error);
            case DataKind::function: return function(*data.function);
            default: return refuse(kind_fault(data.kind));
        }
    }

  private:
    static std::string_view kind_fault(DataKind kind) {
        switch (kind) {
            case DataKind::type: return "a type cannot be handed to the program";
            case DataKind::repr:
            case DataKind::cycle: return "the repr of an object cannot be handed to the program";
            case DataKind::path: return "this version cannot take a path";
            case DataKind::dataclass: return "this version cannot take a dataclass instance";
            case DataKind::named_tuple: return "this version cannot take a named tuple";
            case DataKind::file_handle: return "this version cannot take a file handle";
            case DataKind::module: return "this version cannot take a module";
            default: return "this version cannot take a date or time";
        }
    }

    Value refuse(std::string_view message) {
        fault_.message = message;
        return UNBOUND;
    }
    Value refused() {
        fault_.is_memory = true;
        return UNBOUND;
    }
    template <typename T>
    Value cell(T* made) {
        return made == nullptr ? refused() : Value::cell(made);
    }

    // New texts above a small size can be refused, smaller ones may overdraw.
    Str* text(std::string_view chars) { return run_.heap.reserve(chars.size()) ? new_str(run_.heap, chars) : nullptr; }

    Value bigint(const Data& data) {
        const std::string_view bytes = data.view();
        const size_t count = (bytes.size() + 7) / 8;
        BigInt* made = run_.heap.reserve(bytes.size()) ? new_big_int(run_.heap, count) : nullptr;
        if (made == nullptr) return refused();
        for (size_t i = 0; i < count; i++) made->limbs[i] = 0;
        for (size_t i = 0; i < bytes.size(); i++)
            made->limbs[i / 8] |= uint64_t{static_cast<uint8_t>(bytes[bytes.size() - 1 - i])} << (i % 8 * 8);
        if (data.negative) made->flags |= BigInt::negative;
        return Value::cell(made);
    }

    Value list(Span<const Data> items) {
        List* made = new_list(run_.heap, items.size());
        if (made == nullptr) return refused();
        for (size_t i = 0; i < items.size(); i++)
            if ((made->items[i] = make(items[i])) == UNBOUND) return UNBOUND;
        return Value::cell(made);
    }

    Value tuple(Span<const Data> items) {
        if (items.empty()) return Value::cell(empty_tuple);
        Tuple* made = run_.heap.reserve(items.size() * sizeof(Value)) ? new_tuple(run_.heap, items.size()) : nullptr;
        if (made == nullptr) return refused();
        for (size_t i = 0; i < items.size(); i++)
            if ((made->items[i] = make(items[i])) == UNBOUND) return UNBOUND;
        return Value::cell(made);
    }

    bool hash_key(Value key, uint64_t& hash) {
        if (simple_hash(run_, key, hash)) return true;
        refuse("a key or an element of a set is of a kind that cannot be hashed here");
        return false;
    }

    Value dict(Span<const Data> alternating) {
        Dict* made = new_dict(run_.heap);
        if (!dict_reserve(run_.heap, made, alternating.size() / 2)) return refused();
        for (size_t i = 0; i + 1 < alternating.size(); i += 2) {
            const Value key = make(alternating[i]);
            const Value value = key == UNBOUND ? UNBOUND : make(alternating[i + 1]);
            uint64_t hash = 0;
            if (value == UNBOUND || !hash_key(key, hash)) return UNBOUND;
            bool stopped = false;
            const DictFind found = dict_find_natively(run_, made, key, hash, 0, stopped);
            if (stopped || found.outcome != DictFind::Outcome::Missing)
                return refuse("a dict has two keys that Python takes for one");
            if (!dict_insert_new(run_.heap, made, key, hash, value)) return refused();
        }
        return Value::cell(made);
    }

    Value set(const Data& data) {
        Set* made = new_set(run_.heap, data.kind == DataKind::set ? Kind::Set : Kind::FrozenSet);
        for (const Data& element : data.elements()) {
            const Value key = make(element);
            uint64_t hash = 0;
            if (key == UNBOUND || !hash_key(key, hash)) return UNBOUND;
            if (!is_simple_key(key)) return refuse("a set of such elements cannot be handed to the program");
            if (set_add_simple(run_.heap, made, key, hash) == SetAdd::Refused) return refused();
        }
        return Value::cell(made);
    }

    // With its args, or with the message as its only one.
    Value exception(const Error& error) {
        Tuple* args = nullptr;
        if (error.args.kind == DataKind::list && error.args.items.count > 0) {
            const Value made = tuple(error.args.elements());
            if (made == UNBOUND) return UNBOUND;
            args = cast<Tuple>(made);
        }
        Value message = NONE;
        std::span<const Value> values;
        if (args != nullptr) {
            values = args->view();
        } else if (!error.message.empty()) {
            message = cell(text(error.message));
            if (message == UNBOUND) return UNBOUND;
            values = {&message, 1};
        }
        return cell(new_exception(run_, exception_class(error.type), values));
    }

    Value function(const FunctionData& data) {
        Str* name = text(data.name);
        if (name == nullptr) return refused();
        Value doc = NONE;
        if (data.doc.data() != nullptr && (doc = cell(text(data.doc))) == UNBOUND) return UNBOUND;
        External* made = run_.heap.allocate<External>();
        made->name = name;
        made->doc = doc;
        return Value::cell(made);
    }

    Run& run_;
    ImportFault& fault_;
};

}  // namespace

Value import_data(Run& run, const Data& data, ImportFault& fault) { return Importer(run, fault).make(data); }

}  // namespace exmonty
