// The iterator of bytes: a Record of the bytes (NONE when exhausted) and a position.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/record.h"

namespace exmonty {

namespace {

constexpr uint32_t field_count = 2;

Value iterate_itself(Run&, Value self) { return self; }

Value next_byte(Run&, Value self) {
    Record* iterator = cast<Record>(self);
    const ByteString* bytes = as<ByteString>(iterator->fields[0]);
    if (!bytes) return EXHAUSTED;
    uint64_t position = static_cast<uint64_t>(iterator->fields[1].as_int());
    if (position >= bytes->size) {
        iterator->fields[0] = NONE;
        return EXHAUSTED;
    }
    iterator->fields[1] = Value::integer(static_cast<int64_t>(position + 1));
    return Value::integer(static_cast<unsigned char>(bytes->bytes[position]));
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value length_hint(Run& run, Value* args, uint32_t) {
    const Record* iterator = as<Record>(args[0]);
    if (!iterator || iterator->type != &bytes_iterator_class)
        return run.type_error({"descriptor '__length_hint__' for 'bytes_iterator' objects doesn't apply to a '",
                               type_name(args[0]), "' object"});
    const ByteString* bytes = as<ByteString>(iterator->fields[0]);
    return Value::integer(bytes ? static_cast<int64_t>(bytes->size) - iterator->fields[1].as_int() : 0);
}

constexpr TypeOperations operations = {.iterate = iterate_itself, .next = next_byte};

constexpr NativeRow rows[] = {
    {"__length_hint__", "self, /", length_hint},
};
constinit const auto methods = native_table(Kind::Record, rows);

constexpr const Class* mro[] = {&bytes_iterator_class, &object_class};

}  // namespace

constinit const Class bytes_iterator_class =
    builtin_class("bytes_iterator", "builtins", &object_class, mro, 2, Kind::Record, Class::final_class, methods.data(),
                  methods.size(), &operations, nullptr);

Value bytes_iterate(Run& run, Value self) {
    Record* iterator = new_record(run.heap, &bytes_iterator_class, field_count);
    iterator->fields[0] = self;
    iterator->fields[1] = Value::integer(0);
    return Value::cell(iterator);
}

}  // namespace exmonty
