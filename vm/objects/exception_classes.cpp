// The static classes of vm/schema/exceptions.def, with their mro worked out at compile time.
// https://docs.python.org/3/library/exceptions.html#exception-hierarchy
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_type.h"

namespace exmonty {
namespace {

constexpr size_t longest_mro = 12;

struct Order {
    size_t numbers[longest_mro];
    size_t count = 0;

    constexpr void add(size_t number) { numbers[count++] = number; }
    constexpr bool has(size_t number, size_t from) const {
        for (size_t i = from; i < count; i++)
            if (numbers[i] == number) return true;
        return false;
    }
};

struct SecondBase {
    ExceptionType type;
    ExceptionType base;
};

constexpr SecondBase second_bases[] = {
#define EXCEPTION_BASE(identifier, second_base) {ExceptionType::identifier, ExceptionType::second_base},
#include "vm/schema/exceptions.def"
};

// C3 of the bases' orders followed by the bases themselves; object is left out.
constexpr Order order_of(size_t number) {
    Order result;
    result.add(number);
    const ExceptionRow& row = exception_rows[number];
    size_t bases[4] = {static_cast<size_t>(row.base)};
    size_t base_count = bases[0] == number ? 0 : 1;
    for (const SecondBase& second : second_bases)
        if (static_cast<size_t>(second.type) == number) bases[base_count++] = static_cast<size_t>(second.base);
    Order lists[5];
    size_t at[5] = {};
    for (size_t i = 0; i < base_count; i++) {
        lists[i] = order_of(bases[i]);
        lists[base_count].add(bases[i]);
    }
    for (;;) {
        bool found = false;
        for (size_t i = 0; i <= base_count && !found; i++) {
            if (at[i] == lists[i].count) continue;
            size_t candidate = lists[i].numbers[at[i]];
            bool free = true;
            for (size_t k = 0; k <= base_count; k++) free = free && !lists[k].has(candidate, at[k] + 1);
            if (!free) continue;
            result.add(candidate);
            for (size_t k = 0; k <= base_count; k++)
                if (at[k] < lists[k].count && lists[k].numbers[at[k]] == candidate) at[k]++;
            found = true;
        }
        if (!found) return result;
    }
}

struct Mro {
    const Class* classes[longest_mro + 1];
    uint32_t count;
};

extern const Class classes[exception_count];

consteval Mro make_mro(size_t number) {
    Order order = order_of(number);
    Mro mro{};
    for (size_t i = 0; i < order.count; i++) mro.classes[mro.count++] = &classes[order.numbers[i]];
    mro.classes[mro.count++] = &object_class;
    return mro;
}

template <size_t... numbers>
consteval std::array<Mro, exception_count> make_mros(std::index_sequence<numbers...>) {
    return {make_mro(numbers)...};
}

constinit const std::array<Mro, exception_count> mros = make_mros(std::make_index_sequence<exception_count>{});

consteval Class make_class(ExceptionType type, const char* module, const char* name, ExceptionType base, const Mro& mro, uint32_t count) {
    size_t number = static_cast<size_t>(type);
    const Class* parent = type == base ? &object_class : &classes[static_cast<size_t>(base)];
    (void)number;
    const NativeFunction* rows = type == ExceptionType::BaseException ? base_exception_methods.data() : nullptr;
    uint32_t row_count = type == ExceptionType::BaseException ? base_exception_row_count : 0;
    return builtin_class(name, module, parent, mro.classes, count, Kind::Exception, Class::exception, rows, row_count, &exception_operations, nullptr);
}

constinit const Class classes[exception_count] = {
#define EXCEPTION(identifier, base, atom, module, name)                                                             \
    make_class(ExceptionType::identifier, module, name, ExceptionType::base, mros[static_cast<size_t>(ExceptionType::identifier)], \
               make_mro(static_cast<size_t>(ExceptionType::identifier)).count),
#include "vm/schema/exceptions.def"
};

}  // namespace

const Class* exception_class(ExceptionType type) { return &classes[static_cast<size_t>(type)]; }

ExceptionType exception_type_of(const Class* type) {
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i] >= classes && type->mro[i] < classes + exception_count) return static_cast<ExceptionType>(type->mro[i] - classes);
    return ExceptionType::BaseException;
}

}  // namespace exmonty
