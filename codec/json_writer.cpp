#include <charconv>
#include <cmath>

#include "codec/json.h"
#include "codec/value_fields.h"
#include "codec/value_kinds.h"

namespace exmonty::codec {

namespace {

void write_hex(std::string_view bytes, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (char byte : bytes) {
        out.push_back(digits[static_cast<uint8_t>(byte) >> 4]);
        out.push_back(digits[static_cast<uint8_t>(byte) & 15]);
    }
}

void write_float(double value, std::string& out) {
    if (std::isnan(value)) {
        out += R"({"$float":"nan"})";
    } else if (std::isinf(value)) {
        out += value > 0 ? R"({"$float":"inf"})" : R"({"$float":"-inf"})";
    } else {
        char buffer[32];
        const std::string_view text(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
        out += text;
        // A float stays one when it is read again.
        if (text.find_first_of(".e") == text.npos) out += ".0";
    }
}

class JsonWriter {
  public:
    JsonWriter(Arena& scratch, std::string& out) : scratch_(scratch), out_(out) {}

    void write(const Data& data) {
        switch (data.kind) {
            case DataKind::none: out_ += "null"; return;
            case DataKind::boolean: out_ += data.boolean ? "true" : "false"; return;
            case DataKind::integer: out_ += decimal_text(data); return;
            case DataKind::bigint: return write_bigint(data);
            case DataKind::floating: return write_float(data.floating, out_);
            case DataKind::text: return write_json_text(data.view(), out_);
            case DataKind::bytes:
                out_ += R"({"$bytes":")";
                write_hex(data.view(), out_);
                out_ += "\"}";
                return;
            case DataKind::list: return write_array(data.elements());
            case DataKind::dict: return write_dict(data.elements());
            default: return write_tagged(data);
        }
    }

  private:
    // Decimal text takes quadratic time, so what is longer than a person reads stays in hex.
    void write_bigint(const Data& data) {
        constexpr size_t longest = max_json_digits * 2 / 5;  // bytes of that many digits
        if (data.chars.size <= longest) {
            out_ += decimal_text(data);
            return;
        }
        out_ += data.negative ? R"({"$bigint":"-0x)" : R"({"$bigint":"0x)";
        write_hex(data.view(), out_);
        out_ += "\"}";
    }

    void write_array(Span<const Data> items) {
        out_.push_back('[');
        for (size_t i = 0; i < items.size(); i++) {
            if (i > 0) out_.push_back(',');
            write(items[i]);
        }
        out_.push_back(']');
    }

    void write_dict(Span<const Data> items) {
        bool plain = !(items.size() == 2 && items[0].kind == DataKind::text && items[0].view().starts_with('$'));
        for (size_t i = 0; i < items.size(); i += 2) plain = plain && items[i].kind == DataKind::text;
        out_ += plain ? "{" : R"({"$dict":[)";
        for (size_t i = 0; i < items.size(); i += 2) {
            if (i > 0) out_.push_back(',');
            if (!plain) out_.push_back('[');
            write(items[i]);
            out_.push_back(plain ? ':' : ',');
            write(items[i + 1]);
            if (!plain) out_.push_back(']');
        }
        out_ += plain ? "}" : "]}";
    }

    void write_tagged(const Data& data) {
        const ExtRow& row = *ext_row(data.kind);
        out_ += "{\"$";
        out_ += row.name;
        out_ += "\":";
        if (row.form() == ExtForm::marker)
            out_ += "null";
        else if (row.form() == ExtForm::items)
            write_array(data.elements());
        else
            write_fields(row, to_fields(data, scratch_));
        out_.push_back('}');
    }

    void write_fields(const ExtRow& row, Span<const Data> fields) {
        if (row.fields == "text: text") return write(fields[0]);
        if (row.kind >= DataKind::date && row.kind <= DataKind::timezone) return write_array(fields);
        size_t index = 0;
        out_.push_back('{');
        for (FieldNames names(row.fields); names.next(); index++) {
            if (index > 0) out_.push_back(',');
            write_json_text(names.name, out_);
            out_.push_back(':');
            write(fields[index]);
        }
        out_.push_back('}');
    }

    Arena& scratch_;
    std::string& out_;
};

}  // namespace

void write_json(const Data& data, Arena& scratch, std::string& out) { JsonWriter(scratch, out).write(data); }

void write_json_text(std::string_view text, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    out.push_back('"');
    for (char c : text) {
        const auto byte = static_cast<uint8_t>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

}  // namespace exmonty::codec
