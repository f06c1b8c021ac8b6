// Reading msgpack. msgpack-cxx cuts the bytes into tokens; BodyReader, its visitor, decides what they may be:
//
//  * Each array or map owes its elements, and each element takes at least one byte. So the sum of all that was promised
//  can
//    never exceed the length of the body, which refuses lying counts, however they are nested, before anything is
//    reserved.
//  * Nesting is bounded, so nothing that walks the tree later recurses without bound.
//  * Finished values wait on one stack, `pending_`; the end of an array or map takes its elements from there into the
//  arena.
//  * A marker may only be the first element of an array; it makes the array one of a kind that msgpack lacks.
//
// The library throws at a few places (ext of 2^32-1 bytes, no memory): read_tree catches it all.

#include <algorithm>
#include <cstring>
#include <exception>
#include <msgpack/unpack.hpp>

#include "codec/data_codec.h"
#include "codec/value_fields.h"
#include "codec/value_kinds.h"
#include "vm/api/error.h"

namespace exmonty::codec {

namespace {

// Arrays and maps of msgpack inside each other: a value's levels, twice for kinds with a map inside, and the message
// around them.
constexpr size_t max_nesting = 2 * (max_data_depth + max_error_depth) + 16;

class BodyReader {
  public:
    BodyReader(std::string_view body, Arena& arena, Fault& fault)
        : arena_(arena), fault_(fault), owable_(body.size()) {}

    bool visit_nil() { return add(Data()); }
    bool visit_boolean(bool value) { return add(Data::from_bool(value)); }
    bool visit_positive_integer(uint64_t value) { return add(Data::from_unsigned(value, arena_)); }
    bool visit_negative_integer(int64_t value) { return add(Data::from_int(value)); }
    bool visit_float32(float value) { return add(Data::from_float(static_cast<double>(value))); }
    bool visit_float64(double value) { return add(Data::from_float(value)); }

    bool visit_str(const char* chars, uint32_t size) {
        const std::string_view text(size == 0 ? "" : chars, size);
        if (utf8::validate(text)) return fault_.set("a str is not valid UTF-8");
        return add(Data::from_text(text));
    }
    bool visit_bin(const char* chars, uint32_t size) {
        return add(Data::from_chars(DataKind::bytes, {size == 0 ? "" : chars, size}));
    }
    bool visit_ext(const char* bytes, uint32_t size) {
        const int code = static_cast<int8_t>(bytes[0]);
        const ExtRow* row = ext_row_of_code(code);
        if (row == nullptr) return fault_.set("unknown extension type " + std::to_string(code));
        if (row->form() == ExtForm::object) return add_bigint({bytes + 1, size - 1});
        if (size != 2 || bytes[1] != 0) return fault_.set("a marker is an extension of one byte, which is 0");
        if (row->form() == ExtForm::marker) return add(Data(row->kind));
        return mark(*row);
    }

    bool start_array(uint32_t count) { return open(DataKind::list, count); }
    bool start_map(uint32_t count) { return open(DataKind::dict, uint64_t{count} * 2); }
    bool end_array() { return close(); }
    bool end_map() { return close(); }

    // What the library announces besides.
    bool start_array_item() { return true; }
    bool end_array_item() { return true; }
    bool start_map_key() { return true; }
    bool end_map_key() { return true; }
    bool start_map_value() { return true; }
    bool end_map_value() { return true; }
    void parse_error(size_t, size_t at) { fault_.set("no msgpack at byte " + std::to_string(at)); }
    void insufficient_bytes(size_t, size_t) { fault_.set("the body is cut off"); }

    // What a finished parse leaves.
    bool finish(Tree& tree) {
        if (pending_.size() != 1) return fault_.set("a body is one value");
        tree.root = pending_[0].data;
        tree.height = pending_[0].height;
        tree.heights = std::move(heights_);
        return true;
    }

  private:
    struct Pending {
        Data data;
        uint32_t height;
    };
    struct Level {
        DataKind kind;
        size_t start;   // of its elements in pending_
        bool unmarked;  // no element yet, so that a marker may come
    };

    bool add(const Data& data, uint32_t height = 0) {
        if (!levels_.empty()) levels_.back().unmarked = false;
        if (++values_ > max_frame_values)
            return fault_.set("more than " + std::to_string(max_frame_values) + " values in one frame");
        pending_.push_back({data, height});
        return true;
    }

    // The bytes of a bigint are those of any integer; only the long ones stay bigints.
    bool add_bigint(std::string_view payload) {
        if (payload.size() < 2 || (payload[0] != 0 && payload[0] != 1) || payload[1] == 0)
            return fault_.set("a bigint is a sign byte (0 or 1) and a magnitude without leading zeros");
        const bool negative = payload[0] == 1;
        const std::string_view magnitude = payload.substr(1);
        if (magnitude.size() > 8) return add(Data::from_magnitude(magnitude, negative));
        uint64_t word = 0;
        for (char byte : magnitude) word = word << 8 | static_cast<uint8_t>(byte);
        constexpr uint64_t smallest = uint64_t{1} << 63;
        if (!negative) return add(Data::from_unsigned(word, arena_));
        if (word > smallest) return add(Data::from_magnitude(magnitude, true));
        return add(Data::from_int(static_cast<int64_t>(-word)));
    }

    bool mark(const ExtRow& row) {
        if (levels_.empty() || !levels_.back().unmarked || levels_.back().kind != DataKind::list)
            return fault_.set("the marker of " + std::string(row.name) + " does not stand first in an array");
        levels_.back().unmarked = false;
        levels_.back().kind = row.kind;
        return true;
    }

    bool open(DataKind kind, uint64_t count) {
        if (levels_.size() >= max_nesting) return fault_.set("nested too deeply");
        if (count > owable_) return fault_.set("an array or map promises more elements than the frame has bytes");
        owable_ -= count;
        if (!levels_.empty()) levels_.back().unmarked = false;
        levels_.push_back({kind, pending_.size(), true});
        return true;
    }

    bool close() {
        const Level level = levels_.back();
        levels_.pop_back();
        const size_t count = pending_.size() - level.start;
        const Pending* elements = pending_.data() + level.start;
        ArenaVector<Data> items(arena_);
        if (!items.reserve(count)) return fault_.set("the frame needs too much memory");
        for (size_t i = 0; i < count; i++) items.push(elements[i].data);
        if (levels_.empty() && level.kind == DataKind::list) {
            for (size_t i = 0; i < count; i++) heights_.push_back(elements[i].height);
        }
        const ExtRow* row = ext_row(level.kind);
        const bool has_fields = row != nullptr && row->form() == ExtForm::fields;
        uint32_t height = 0;
        for (size_t i = 0; i < count; i++) {
            // Lists and maps that belong to the form of a kind are no levels of the value.
            const bool is_form =
                has_fields && (elements[i].data.kind == DataKind::list || elements[i].data.kind == DataKind::dict);
            height = std::max(height, elements[i].height - (is_form ? 1 : 0));
        }
        pending_.resize(level.start);
        const Span<const Data> fields(items.data(), count);
        if (level.kind == DataKind::dict && !check_keys(fields, fault_)) return false;
        if (!has_fields) return add(Data::from_items(level.kind, fields), height + 1);
        Data value;
        if (!from_fields(level.kind, fields, arena_, value, fault_)) return false;
        if (arena_.exhausted()) return fault_.set("the frame needs too much memory");
        return add(value, height + 1);
    }

    Arena& arena_;
    Fault& fault_;
    uint64_t owable_;
    size_t values_ = 0;
    std::vector<Pending> pending_;
    std::vector<Level> levels_;
    std::vector<uint32_t> heights_;
};

}  // namespace

bool read_tree(std::string_view body, Arena& arena, Tree& tree, Fault& fault) {
    try {
        BodyReader reader(body, arena, fault);
        size_t offset = 0;
        if (!msgpack::parse(body.data(), body.size(), offset, reader))
            return fault.set("the body is cut off or no msgpack");
        if (offset != body.size()) return fault.set("bytes after the end of the body's value");
        if (!reader.finish(tree)) return false;
        if (arena.exhausted()) return fault.set("the frame needs too much memory");
        return true;
    } catch (const std::exception& error) {
        return fault.set(std::string("the body cannot be read: ") + error.what());
    }
}

bool read_data(std::string_view body, Arena& arena, Data& data, Fault& fault) {
    Tree tree;
    if (!read_tree(body, arena, tree, fault)) return false;
    if (tree.height > max_data_depth) return fault.set("a value of more than 1000 levels");
    data = tree.root;
    return true;
}

}  // namespace exmonty::codec
