// The iterator of a str.
#include "vm/objects/iterator.h"

#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/str/methods.h"

namespace exmonty {
namespace {

Value iterate_itself(Run&, Value self) { return self; }

Value next_character(Run& run, Value self) {
    StrIterator* iterator = cast<StrIterator>(self);
    Str* text = iterator->text;
    if (!text) return EXHAUSTED;
    if (iterator->offset >= text->count) {
        iterator->text = nullptr;
        return EXHAUSTED;
    }
    const char* at = text->data() + iterator->offset;
    if (static_cast<unsigned char>(*at) < 0x80) {
        iterator->offset++;
        return Value::cell(ascii_character(static_cast<unsigned char>(*at)));
    }
    size_t size = utf8::sequence_length(*at);
    iterator->offset += static_cast<uint32_t>(size);
    return made(run, new_str(run.heap, {at, size}, 1));
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value length_hint(Run&, Value* args, uint32_t) {
    const StrIterator* iterator = cast<StrIterator>(args[0]);
    if (!iterator->text) return Value::integer(0);
    std::string_view rest = iterator->text->view().substr(iterator->offset);
    return Value::integer(static_cast<int64_t>(iterator->ascii_only() ? rest.size() : utf8::count_code_points(rest)));
}

constexpr TypeOperations operations = {.iterate = iterate_itself, .next = next_character};

constexpr NativeRow rows[] = {
    {"__length_hint__", "self, /", length_hint},
};
constinit const auto methods = native_table(Kind::StrIterator, rows);
constinit const auto ascii_methods = native_table(Kind::StrIterator, rows);

constexpr const Class* mro[] = {&str_iterator_class, &object_class};
constexpr const Class* ascii_mro[] = {&str_ascii_iterator_class, &object_class};

}  // namespace

Value str_iterate(Run& run, Value self) {
    StrIterator* iterator = run.heap.allocate<StrIterator>();
    Str* text = cast<Str>(self);
    iterator->text = text;
    iterator->offset = 0;
    if (text->is_ascii()) iterator->flags |= StrIterator::ascii;
    return Value::cell(iterator);
}

constinit const Class str_iterator_class =
    builtin_class("str_iterator", "builtins", &object_class, mro, 2, Kind::StrIterator, Class::final_class,
                  methods.data(), methods.size(), &operations, nullptr);
constinit const Class str_ascii_iterator_class =
    builtin_class("str_ascii_iterator", "builtins", &object_class, ascii_mro, 2, Kind::StrIterator, Class::final_class,
                  ascii_methods.data(), ascii_methods.size(), &operations, nullptr);

}  // namespace exmonty
