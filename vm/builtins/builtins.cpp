#include "vm/builtins/builtins.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/hash.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

struct NamedClass {
    Name name;
    const Class* type;
};

constexpr NamedClass types[] = {
    {Name::object, &object_class}, {Name::type, &type_class}, {Name::int_, &int_class}, {Name::bool_, &bool_class},
    {Name::float_, &float_class}, {Name::str, &str_class}, {Name::bytes, &bytes_class}, {Name::tuple, &tuple_class},
    {Name::list, &list_class}, {Name::dict, &dict_class}, {Name::set, &set_class}, {Name::frozenset, &frozenset_class},
    {Name::range, &range_class}, {Name::slice, &slice_class}, {Name::property, &property_class},
    {Name::classmethod, &class_method_class}, {Name::staticmethod, &static_method_class}, {Name::super, &super_class},
    {Name::enumerate, &enumerate_class}, {Name::filter, &filter_class}, {Name::map, &map_class},
    {Name::reversed, &reversed_class}, {Name::zip, &zip_class},
};

struct NamedException {
    Name name;
    ExceptionType type;
};

consteval size_t count_exceptions() {
    size_t count = 0;
    for (const ExceptionRow& row : exception_rows) count += row.module == "builtins";
    return count;
}

consteval auto name_exceptions() {
    std::array<NamedException, count_exceptions() + 2> named{};
    size_t count = 0;
    for (const ExceptionRow& row : exception_rows)
        if (row.module == "builtins") named[count++] = {name_of(row.name), row.type};
    named[count++] = {Name::IOError, ExceptionType::OSError};
    named[count] = {Name::EnvironmentError, ExceptionType::OSError};
    return named;
}

constexpr auto exceptions = name_exceptions();

struct NamedValue {
    Name name;
    Value value;
};

constexpr NamedValue values[] = {
    {Name::None, NONE}, {Name::True, TRUE}, {Name::False, FALSE}, {Name::Ellipsis, ELLIPSIS},
    {Name::NotImplemented, NOT_IMPLEMENTED}, {Name::__debug__, TRUE},
};

// The dict is new and has room, and no name comes twice.
class Filling {
  public:
    Filling(Run& run, Dict* builtins) : run_(run), builtins_(builtins) {}

    void add(Name which, Value value) {
        Str* key = name(which);
        dict_insert_new(run_.heap, builtins_, Value::cell(key), str_hash(run_, key), value);
    }
    void add(const BuiltinFunctions& table) {
        for (size_t i = 0; i < table.functions.size(); i++) add(table.names[i], Value::cell(&table.functions[i]));
    }

  private:
    Run& run_;
    Dict* builtins_;
};

}  // namespace

bool fill_builtins(Run& run, Dict* builtins) {
    const BuiltinFunctions tables[] = {attribute_functions(), class_check_functions(), extremum_functions(), iteration_functions(),
                                       number_functions(), printing_functions(), sum_functions()};
    size_t count = std::size(types) + std::size(exceptions) + std::size(values) + 1;
    for (const BuiltinFunctions& table : tables) count += table.functions.size();
    if (!dict_reserve(run.heap, builtins, count)) return false;
    Filling filling(run, builtins);
    for (const BuiltinFunctions& table : tables) filling.add(table);
    for (const NamedClass& row : types) filling.add(row.name, Value::cell(row.type));
    for (const NamedException& row : exceptions) filling.add(row.name, Value::cell(exception_class(row.type)));
    for (const NamedValue& row : values) filling.add(row.name, row.value);
    filling.add(Name::__name__, name_value(Name::builtins));
    return true;
}

}  // namespace exmonty
