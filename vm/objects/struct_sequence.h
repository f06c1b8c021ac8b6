// Tuples whose items have names: sys.version_info, time.struct_time.
// https://docs.python.org/3/glossary.html#term-named-tuple
//
// A type is a name and the names of its items; its instances are Records that hold a tuple:
//
//     constexpr const char* pair_fields[] = {"first", "second"};
//     constexpr StructType pair_type = {"pair", "sys", pair_fields};
//     using Pair = StructSequence<pair_type>;
//     … new_struct(run, &Pair::type, {a, b})
#pragma once

#include "vm/objects/builtin_types.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

#include <span>
#include <utility>

namespace exmonty {

struct StructType {
    const char* name;
    const char* module;
    std::span<const char* const> fields;
};

// The tuple of an instance.
const Tuple* struct_items(Value self);
// An instance of a StructSequence's `type`. RAISED or COLLECT when the tuple is refused.
Value new_struct(Run& run, const Class* type, std::initializer_list<Value> items);

Value struct_repr(Run& run, const StructType& type, Value self);
Value struct_field(Run& run, const Class* type, Value self, size_t number);
Value struct_binary(Run& run, Operator op, Value a, Value b);
Value struct_compare(Run& run, Comparison comparison, Value self, Value other);
Value struct_contains(Run& run, Value self, Value item);
Value struct_get_item(Run& run, Value self, Value key);
Value struct_hash(Run& run, Value self);
Value struct_iterate(Run& run, Value self);
Value struct_length(Run& run, Value self);

template <const StructType& row>
class StructSequence {
    static constexpr size_t count = row.fields.size();

    static Value repr(Run& run, Value self) { return struct_repr(run, row, self); }

    template <size_t number>
    static Value field(Run& run, Value* args, uint32_t) {
        return struct_field(run, &type, args[0], number);
    }

    struct Rows {
        NativeRow of[count];
    };

    template <size_t... numbers>
    static consteval Rows make_rows(std::index_sequence<numbers...>) {
        Rows rows = {{{row.fields[numbers], "self", field<numbers>, Binding::Getter}...}};
        for (size_t i = 1; i < count; i++)
            for (size_t k = i; k > 0 && std::string_view(rows.of[k].name) < std::string_view(rows.of[k - 1].name); k--)
                std::swap(rows.of[k], rows.of[k - 1]);
        return rows;
    }

    static constexpr Rows rows = make_rows(std::make_index_sequence<count>());
    static constexpr auto methods = native_table(Kind::Record, rows.of);
    static constexpr TypeOperations operations = {
        .repr = repr,
        .hash = struct_hash,
        .compare = struct_compare,
        .length = struct_length,
        .get_item = struct_get_item,
        .contains = struct_contains,
        .iterate = struct_iterate,
        .binary = struct_binary,
        .operators = " add eq ge gt le lt mul ne rmul ",
    };
    static constexpr const Class* mro[] = {&StructSequence::type, &tuple_class, &object_class};

  public:
    static constinit const Class type;
};

template <const StructType& row>
constinit const Class StructSequence<row>::type =
    builtin_class(row.name, row.module, &tuple_class, mro, 3, Kind::Record, Class::final_class, methods.data(), methods.size(),
                  &operations, nullptr);

}  // namespace exmonty
