// Writing msgpack. What is written was made here or by a session, so it is not checked again, but for depth: nothing
// recurses without bound.

#include <bit>
#include <msgpack/pack.hpp>

#include "codec/data_codec.h"
#include "codec/value_fields.h"
#include "codec/value_kinds.h"
#include "vm/api/error.h"

namespace exmonty::codec {

namespace {

// As deep as anything that is read: kinds with a map inside count twice.
constexpr size_t max_written_depth = 2 * (max_data_depth + max_error_depth) + 16;

class DataWriter {
  public:
    DataWriter(ByteBuffer& out, Arena& scratch, Fault& fault)
        : out_(out), packer_(out), scratch_(scratch), fault_(fault) {}

    // With a stack of its own: what it holds are the elements still to be written, of each container around the current
    // one.
    bool write(const Data& root) {
        if (!write_head(root)) return false;
        while (!rest_.empty()) {
            Span<const Data>& items = rest_.back();
            if (items.empty()) {
                rest_.pop_back();
                continue;
            }
            const Data& next = items.front();
            items = items.slice(1, items.size() - 1);
            if (!write_head(next)) return false;
        }
        return true;
    }

  private:
    // A scalar, or what stands before the elements of a container.
    bool write_head(const Data& data) {
        switch (data.kind) {
            case DataKind::none: packer_.pack_nil(); return true;
            case DataKind::boolean: data.boolean ? packer_.pack_true() : packer_.pack_false(); return true;
            case DataKind::integer: packer_.pack_int64(data.integer); return true;
            case DataKind::floating: write_float(data.floating); return true;
            case DataKind::text:
                packer_.pack_str(static_cast<uint32_t>(data.chars.size));
                packer_.pack_str_body(data.chars.data, static_cast<uint32_t>(data.chars.size));
                return true;
            case DataKind::bytes:
                packer_.pack_bin(static_cast<uint32_t>(data.chars.size));
                packer_.pack_bin_body(data.chars.data, static_cast<uint32_t>(data.chars.size));
                return true;
            case DataKind::bigint: write_bigint(data); return true;
            case DataKind::list:
                packer_.pack_array(static_cast<uint32_t>(data.items.count));
                return push(data.elements());
            case DataKind::dict:
                packer_.pack_map(static_cast<uint32_t>(data.items.count / 2));
                return push(data.elements());
            default: return write_marked(data);
        }
    }

    // Not by the library, whose pack_double() makes an integer of 1.0 and of -0.0.
    void write_float(double value) {
        constexpr uint64_t canonical_nan = 0x7ff8000000000000;
        const uint64_t word = value != value ? canonical_nan : std::bit_cast<uint64_t>(value);
        char bytes[9] = {'\xcb'};
        for (int i = 0; i < 8; i++) bytes[i + 1] = static_cast<char>(word >> (56 - 8 * i));
        out_.write(bytes, sizeof bytes);
    }

    void write_bigint(const Data& data) {
        const std::string_view magnitude = data.view();
        if (magnitude.size() <= 8 && !data.negative) {
            uint64_t word = 0;
            for (char byte : magnitude) word = word << 8 | static_cast<uint8_t>(byte);
            packer_.pack_uint64(word);
            return;
        }
        const char sign = data.negative ? 1 : 0;
        packer_.pack_ext(magnitude.size() + 1, static_cast<int8_t>(ext_row(DataKind::bigint)->code));
        packer_.pack_ext_body(&sign, 1);
        packer_.pack_ext_body(magnitude.data(), static_cast<uint32_t>(magnitude.size()));
    }

    bool write_marked(const Data& data) {
        const ExtRow& row = *ext_row(data.kind);
        const ExtForm form = row.form();
        if (form == ExtForm::marker) return write_marker(row);
        const Span<const Data> items = form == ExtForm::items ? data.elements() : to_fields(data, scratch_);
        packer_.pack_array(static_cast<uint32_t>(items.size() + 1));
        return write_marker(row) && push(items);
    }

    bool write_marker(const ExtRow& row) {
        const char zero = 0;
        packer_.pack_ext(1, static_cast<int8_t>(row.code));
        packer_.pack_ext_body(&zero, 1);
        return true;
    }

    bool push(Span<const Data> items) {
        if (rest_.size() >= max_written_depth) return fault_.set(ErrorCode::value, "a value is nested too deeply");
        rest_.push_back(items);
        return true;
    }

    ByteBuffer& out_;
    msgpack::packer<ByteBuffer> packer_;
    Arena& scratch_;
    Fault& fault_;
    std::vector<Span<const Data>> rest_;
};

}  // namespace

bool write_data(const Data& data, ByteBuffer& out, Arena& scratch, Fault& fault) {
    if (!DataWriter(out, scratch, fault).write(data)) return false;
    if (scratch.exhausted()) return fault.set(ErrorCode::value, "a value needs too much memory to be written");
    return true;
}

}  // namespace exmonty::codec
