// What sys tells about the interpreter: versions, sizes of numbers, flags.
// https://docs.python.org/3/library/sys.html
#include "vm/modules/sys/sys.h"

#include "vm/base/hash.h"
#include "vm/objects/list.h"
#include "vm/objects/struct_sequence.h"

#include <cfloat>
#include <climits>

namespace exmonty {
namespace {

constexpr int64_t major_version = 3;
constexpr int64_t minor_version = 14;
constexpr int64_t hex_version = major_version << 24 | minor_version << 16 | 0xf0;

constexpr const char* version_fields[] = {"major", "minor", "micro", "releaselevel", "serial"};
constexpr StructType version_type = {"version_info", "sys", version_fields};

constexpr const char* float_fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon",
                                        "radix", "rounds"};
constexpr StructType float_type = {"float_info", "sys", float_fields};

constexpr const char* int_fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
constexpr StructType int_type = {"int_info", "sys", int_fields};

constexpr const char* hash_fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
constexpr StructType hash_type = {"hash_info", "sys", hash_fields};

constexpr const char* flags_fields[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
                                        "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
                                        "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
                                        "int_max_str_digits"};
constexpr StructType flags_type = {"flags", "sys", flags_fields};

Value number(int64_t value) { return Value::integer(value); }

Value version_info(Run& run) {
    return new_struct(run, &StructSequence<version_type>::type,
                      {number(major_version), number(minor_version), number(0), run.text("final"), number(0)});
}

Value float_info(Run& run) {
    return new_struct(run, &StructSequence<float_type>::type,
                      {run.floating(DBL_MAX), number(DBL_MAX_EXP), number(DBL_MAX_10_EXP), run.floating(DBL_MIN), number(DBL_MIN_EXP),
                       number(DBL_MIN_10_EXP), number(DBL_DIG), number(DBL_MANT_DIG), run.floating(DBL_EPSILON), number(FLT_RADIX),
                       number(1)});
}

// The digits are those of CPython, whose sizes programs may ask for.
Value int_info(Run& run) {
    return new_struct(run, &StructSequence<int_type>::type, {number(30), number(4), number(4300), number(640)});
}

Value hash_info(Run& run) {
    return new_struct(run, &StructSequence<hash_type>::type,
                      {number(64), run.integer(static_cast<int64_t>(numeric_hash_modulus)), number(numeric_hash_infinity), number(0),
                       number(complex_hash_multiplier), run.text("siphash13"), number(64), number(128), number(0)});
}

Value flags(Run& run) {
    return new_struct(run, &StructSequence<flags_type>::type,
                      {number(0), number(0), number(0), number(0), number(1), number(1), number(1), number(1), number(0), number(0),
                       number(0), number(1), number(1), FALSE, number(1), number(0), TRUE, number(run.max_int_digits)});
}

// sys.implementation: a namespace whose attributes cannot be changed.
// https://docs.python.org/3/library/sys.html#sys.implementation
constexpr uint32_t implementation_name = 0;
constexpr uint32_t implementation_version = 1;
constexpr uint32_t implementation_fields = 2;

template <uint32_t field>
Value implementation_field(Run& run, Value* args, uint32_t) {
    const Record* record = as<Record>(args[0]);
    if (!record || record->type != &implementation_class) return run.type_error({"a namespace is wanted"});
    return record->fields[field];
}

Value implementation_hexversion(Run&, Value*, uint32_t) { return number(hex_version); }
Value implementation_cache_tag(Run&, Value*, uint32_t) { return NONE; }

constexpr NativeRow implementation_rows[] = {
    {"cache_tag", "self", implementation_cache_tag, Binding::Getter},
    {"hexversion", "self", implementation_hexversion, Binding::Getter},
    {"name", "self", implementation_field<implementation_name>, Binding::Getter},
    {"version", "self", implementation_field<implementation_version>, Binding::Getter},
};
constinit const auto implementation_methods = native_table(Kind::Record, implementation_rows);

Value implementation_repr(Run& run, Value self) {
    Value version = run.repr(cast<Record>(self)->fields[implementation_version]);
    if (is_result(version)) return version;
    return run.text({"namespace(name='exmonty', cache_tag=None, version=", cast<Str>(version)->view(), ", hexversion=",
                     Digits(hex_version).view(), ")"});
}

constexpr TypeOperations implementation_operations = {.repr = implementation_repr};
constexpr const Class* implementation_mro[] = {&implementation_class, &object_class};

Value implementation(Run& run) {
    Value name = run.text("exmonty");
    Value version = version_info(run);
    if (is_result(name)) return name;
    if (is_result(version)) return version;
    Record* record = new_record(run.heap, &implementation_class, implementation_fields);
    record->fields[implementation_name] = name;
    record->fields[implementation_version] = version;
    return Value::cell(record);
}

// The name of the script, as the main module knows it.
Value arguments(Run& run) {
    Value file = run.main ? dict_get(run, run.main->dict, name(Name::__file__)) : UNBOUND;
    List* list = new_list(run.heap, 1);
    if (!list) return run.refused();
    list->items[0] = is_kind(file, Kind::Str) ? file : Value::cell(empty_str);
    return Value::cell(list);
}

Value no_path(Run& run) {
    List* list = new_list(run.heap, 0);
    return list ? Value::cell(list) : run.refused();
}

bool add(Run& run, Module* module, std::string_view name, Value value) {
    return !is_result(value) && add_to_module(run, module, name, value);
}

}  // namespace

constinit const std::array<const Class*, 7> sys_classes = {
    &implementation_class, &stream_class, &StructSequence<version_type>::type, &StructSequence<float_type>::type,
    &StructSequence<int_type>::type, &StructSequence<hash_type>::type, &StructSequence<flags_type>::type,
};

constinit const Class implementation_class =
    builtin_class("SimpleNamespace", "types", &object_class, implementation_mro, 2, Kind::Record, Class::final_class,
                  implementation_methods.data(), implementation_methods.size(), &implementation_operations, nullptr);

bool add_sys_values(Run& run, Module* module) {
    return add(run, module, "api_version", number(1013)) && add(run, module, "argv", arguments(run)) &&
           add(run, module, "byteorder", run.text("little")) && add(run, module, "flags", flags(run)) &&
           add(run, module, "float_info", float_info(run)) && add(run, module, "float_repr_style", run.text("short")) &&
           add(run, module, "hash_info", hash_info(run)) && add(run, module, "hexversion", number(hex_version)) &&
           add(run, module, "implementation", implementation(run)) && add(run, module, "int_info", int_info(run)) &&
           add(run, module, "maxsize", run.integer(INT64_MAX)) && add(run, module, "maxunicode", number(0x10FFFF)) &&
           add(run, module, "modules", Value::cell(run.modules)) && add(run, module, "path", no_path(run)) &&
           add(run, module, "platform", run.text("linux")) && add(run, module, "version", run.text("3.14.0 (exmonty 0.1.0)")) &&
           add(run, module, "version_info", version_info(run));
}

}  // namespace exmonty
