#include "vm/api/export.h"

#include "vm/api/error.h"
#include "vm/objects/bytes.h"
#include "vm/objects/class.h"
#include "vm/objects/dict.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/float.h"
#include "vm/objects/function.h"
#include "vm/objects/int.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/objects/set.h"
#include "vm/objects/tuple.h"

namespace exmonty {

namespace {

// Containers that are being exported, innermost first; at most max_data_depth of them.
struct Enclosing {
    const Cell* cell;
    const Enclosing* outer;
    size_t depth;
};

class Exporter {
  public:
    Exporter(const Run& run, const ExportSource& source, Arena& arena) : run_(run), source_(source), arena_(arena) {}

    ExportStatus status() const { return arena_.exhausted() ? ExportStatus::refused : status_; }

    Data convert(Value value, const Enclosing* enclosing) {
        if (status_ != ExportStatus::done) return Data();
        if (++exported_ > max_exported) return fail(ExportStatus::too_large);
        if (value.is_int()) return Data::from_int(value.as_int());
        if (is_float(value)) return Data::from_float(float_of(value));
        if (is_bool(value)) return Data::from_bool(value == TRUE);
        if (value == NONE) return Data();
        if (value == ELLIPSIS) return Data(DataKind::ellipsis);
        if (value == NOT_IMPLEMENTED) return Data(DataKind::not_implemented);
        return value.is_cell() ? convert_cell(value, enclosing) : repr(value);
    }

  private:
    Data fail(ExportStatus status) {
        status_ = status;
        return Data();
    }

    // Before so many bytes are taken from the arena: what it holds counts as memory of the run while the host reads it.
    bool spend(uint64_t bytes) {
        spent_ += bytes;
        if (!run_.heap.reserve(arena_.taken() + bytes)) fail(ExportStatus::refused);
        else if (spent_ > max_exported_bytes && status_ == ExportStatus::done) fail(ExportStatus::too_large);
        return status_ == ExportStatus::done;
    }

    Data convert_cell(Value value, const Enclosing* enclosing) {
        switch (value.as_cell()->kind) {
            case Kind::Int: return integer(value);
            case Kind::Str: return Data::from_text(text(cast<Str>(value)));
            case Kind::Bytes: return Data::from_chars(DataKind::bytes, copy(cast<ByteString>(value)->view()));
            case Kind::Exception: return exception(value);
            case Kind::External: {
                const External& external = *cast<External>(value);
                if (!spend(sizeof(FunctionData))) return Data();
                FunctionData* function = arena_.create<FunctionData>();
                function->name = text(external.name);
                if (const Str* doc = as<Str>(external.doc)) function->doc = text(doc);
                Data data(DataKind::function);
                data.function = function;
                return data;
            }
            case Kind::Class: {
                const Class* type = cast<Class>(value);
                if (!spend(sizeof(TypeData))) return Data();
                TypeData* made = arena_.create<TypeData>();
                made->name = copy(class_name(type));
                made->builtin = type->is_builtin();
                Data data(DataKind::type);
                data.type = made;
                return data;
            }
            case Kind::List:
            case Kind::Tuple:
            case Kind::Dict:
            case Kind::Set:
            case Kind::FrozenSet: return container(value, enclosing);
            default: return repr(value);
        }
    }

    // Both limits count in what an int takes: 10^d has more bits than this many.
    static uint64_t bits_of_digits(uint64_t digits) {
        constexpr double bits_per_digit = 3.321928094887362;
        return static_cast<uint64_t>(static_cast<double>(digits) * bits_per_digit) + 1;
    }

    Data integer(Value value) {
        const IntView view(value);
        const uint64_t highest = view.limbs[view.count - 1];
        const uint64_t bits = view.count * 64 - static_cast<uint64_t>(std::countl_zero(highest));
        if (run_.host_int_digits != 0 && bits > bits_of_digits(run_.host_int_digits)) return fail(ExportStatus::too_many_digits);
        if (bits < 64) {
            const auto magnitude = static_cast<int64_t>(highest);
            return Data::from_int(view.negative ? -magnitude : magnitude);
        }
        if (bits == 64 && view.negative && highest == uint64_t{1} << 63) return Data::from_int(INT64_MIN);
        const size_t size = (bits + 7) / 8;
        if (!spend(size)) return Data();
        char* bytes = static_cast<char*>(arena_.allocate_bytes(size));
        if (bytes == nullptr) return fail(ExportStatus::refused);
        for (size_t i = 0; i < size; i++) bytes[size - 1 - i] = static_cast<char>(view.limbs[i / 8] >> (i % 8 * 8));
        return Data::from_magnitude({bytes, size}, view.negative);
    }

    // Never nullptr, which would be None where None may stand.
    std::string_view copy(std::string_view chars) {
        if (chars.empty() || !spend(chars.size())) return {"", 0};
        const std::string_view copied = arena_.copy(chars);
        if (copied.size() != chars.size()) status_ = ExportStatus::refused;
        return copied.data() == nullptr ? std::string_view("", 0) : copied;
    }

    std::string_view text(const Str* str) {
        if (!str->is_ascii() && utf8::validate(str->view())) status_ = ExportStatus::lone_surrogate;
        return copy(str->view());
    }

    Data repr(Value value) {
        std::string_view shown;
        if (source_.repr != nullptr) shown = source_.repr(source_.context, value);
        if (shown.data() != nullptr) return Data::from_chars(DataKind::repr, copy(shown));
        const std::string_view name = type_name(value);
        constexpr std::string_view rest = " object>";
        if (!spend(1 + name.size() + rest.size())) return Data();
        char* bytes = static_cast<char*>(arena_.allocate_bytes(1 + name.size() + rest.size()));
        if (bytes == nullptr) return fail(ExportStatus::refused);
        bytes[0] = '<';
        memcpy(bytes + 1, name.data(), name.size());
        memcpy(bytes + 1 + name.size(), rest.data(), rest.size());
        return Data::from_chars(DataKind::repr, {bytes, 1 + name.size() + rest.size()});
    }

    Data exception(Value value) {
        Exception& exception = *cast<Exception>(value);
        if (++exceptions_ > max_exported_exceptions) return fail(ExportStatus::too_many_exceptions);
        const Error* error = source_.error != nullptr ? source_.error(source_.context, exception) : nullptr;
        if (error == nullptr) {
            if (!spend(sizeof(Error))) return Data();
            Error* made = arena_.create<Error>();
            made->type = exception_type_of(exception.type);
            made->class_name = copy(class_name(exception.type));
            made->message = made->formatted = {"", 0};
            made->args = Data(DataKind::list);
            error = made;
        }
        Data data(DataKind::exception);
        data.error = error;
        return data;
    }

    Data container(Value value, const Enclosing* enclosing) {
        const Cell* cell = value.as_cell();
        for (const Enclosing* outer = enclosing; outer != nullptr; outer = outer->outer)
            if (outer->cell == cell) return Data::from_chars(DataKind::cycle, cycle_text(cell->kind));
        const Enclosing inside{cell, enclosing, enclosing == nullptr ? 1 : enclosing->depth + 1};
        if (inside.depth > max_data_depth) return fail(ExportStatus::too_deep);
        switch (cell->kind) {
            case Kind::List: return sequence(DataKind::list, cast<List>(value)->view(), inside);
            case Kind::Tuple: return sequence(DataKind::tuple, cast<Tuple>(value)->view(), inside);
            case Kind::Dict: return dict(*cast<Dict>(value), inside);
            default:
                return set(*cast<Set>(value), cell->kind == Kind::Set ? DataKind::set : DataKind::frozenset, inside);
        }
    }

    static std::string_view cycle_text(Kind kind) {
        if (kind == Kind::List) return "[...]";
        return kind == Kind::Tuple ? "(...)" : "{...}";
    }

    Data* take_items(uint64_t count) {
        if (count + exported_ > max_exported) return fail(ExportStatus::too_large), nullptr;
        if (!spend(count * sizeof(Data))) return nullptr;
        auto* items = static_cast<Data*>(arena_.allocate_bytes(count * sizeof(Data) + 1));
        if (items == nullptr) fail(ExportStatus::refused);
        return items;
    }

    Data sequence(DataKind kind, std::span<const Value> values, const Enclosing& inside) {
        Data* items = take_items(values.size());
        if (items == nullptr) return Data();
        for (size_t i = 0; i < values.size(); i++) items[i] = convert(values[i], &inside);
        return Data::from_items(kind, {items, values.size()});
    }

    Data dict(const Dict& dict, const Enclosing& inside) {
        Data* items = take_items(uint64_t{dict.live} * 2);
        if (items == nullptr) return Data();
        size_t count = 0;
        for (uint32_t i = dict_next(&dict, 0); i < dict.used; i = dict_next(&dict, i + 1)) {
            items[count++] = convert(dict.entries[i].key, &inside);
            items[count++] = convert(dict.entries[i].value, &inside);
        }
        return Data::from_items(DataKind::dict, {items, count});
    }

    Data set(const Set& set, DataKind kind, const Enclosing& inside) {
        Data* items = take_items(set.used);
        if (items == nullptr) return Data();
        size_t count = 0;
        for (uint32_t i = set_next(&set, 0); i < set.slots(); i = set_next(&set, i + 1))
            items[count++] = convert(set.table[i].key, &inside);
        return Data::from_items(kind, {items, count});
    }

    const Run& run_;
    const ExportSource& source_;
    Arena& arena_;
    ExportStatus status_ = ExportStatus::done;
    uint64_t exported_ = 0;
    uint64_t exceptions_ = 0;
    uint64_t spent_ = 0;
};

}  // namespace

bool is_exported_as_repr(Value value) {
    if (!value.is_cell()) return false;
    switch (value.as_cell()->kind) {
        case Kind::Float:
        case Kind::Int:
        case Kind::Str:
        case Kind::Bytes:
        case Kind::Tuple:
        case Kind::List:
        case Kind::Dict:
        case Kind::Set:
        case Kind::FrozenSet:
        case Kind::Class:
        case Kind::Exception:
        case Kind::External: return false;
        default: return true;
    }
}

ExportStatus export_value(const Run& run, Value value, const ExportSource& source, Arena& arena, Data& data) {
    Exporter exporter(run, source, arena);
    data = exporter.convert(value, nullptr);
    return exporter.status();
}

std::string_view export_fault(ExportStatus status) {
    switch (status) {
        case ExportStatus::done: break;
        case ExportStatus::too_deep: return "a value nested more than 1000 levels deep cannot be handed to the host";
        case ExportStatus::too_large: return "a value of more than 16777216 parts or 256 MiB cannot be handed to the host";
        case ExportStatus::too_many_exceptions: return "a value with more than 1000 exceptions cannot be handed to the host";
        case ExportStatus::too_many_digits:
            return "an int of more digits than max_int_digits cannot be handed to the host";
        case ExportStatus::lone_surrogate: return "a str with a lone surrogate cannot be handed to the host";
        case ExportStatus::refused: return "the value needs more memory than max_memory allows";
    }
    return "";
}

}  // namespace exmonty
