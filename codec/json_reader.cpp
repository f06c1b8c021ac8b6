#include <charconv>
#include <limits>
#include <vector>

#include "codec/json.h"
#include "codec/value_fields.h"
#include "codec/value_kinds.h"

namespace exmonty::codec {

namespace {

// A dataclass is three objects in each other.
constexpr size_t max_json_depth = 3 * max_data_depth + 16;

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

class JsonReader {
  public:
    JsonReader(std::string_view text, Arena& arena, Fault& fault) : text_(text), arena_(arena), fault_(fault) {}

    bool read_all(Data& data) {
        if (utf8::validate(text_)) return refuse("invalid UTF-8");
        if (!read_value(data)) return false;
        skip_space();
        return at_ == text_.size() || refuse("unexpected text after the value");
    }

  private:
    struct Level {
        bool is_object;
        size_t start;  // of its elements in pending_; of an object keys and values alternate
    };

    // value: object | array | string | number | "true" | "false" | "null"
    // array: "[" [value ("," value)*] "]"
    // object: "{" [string ":" value ("," string ":" value)*] "}"
    // With a stack of its own: each level of a value may be two of JSON.
    bool read_value(Data& data) {
        for (;;) {
            skip_space();
            if (peek() == '[' || peek() == '{') {
                bool is_empty = false;
                if (!open(is_empty)) return false;
                if (!is_empty) continue;
                if (!close(data)) return false;
            } else if (!read_scalar(data)) {
                return false;
            }
            // A value has ended, and perhaps containers with it.
            bool has_next = false;
            while (!has_next) {
                if (levels_.empty()) return true;
                pending_.push_back(data);
                skip_space();
                has_next = take(',');
                const char end = levels_.back().is_object ? '}' : ']';
                if (has_next ? !read_key() : !take(end)) return refuse(std::string("expected , or ") + end);
                if (!has_next && !close(data)) return false;
            }
        }
    }

    bool open(bool& is_empty) {
        if (levels_.size() > max_json_depth) return refuse("nested too deeply");
        levels_.push_back({peek() == '{', pending_.size()});
        at_++;
        skip_space();
        is_empty = take(levels_.back().is_object ? '}' : ']');
        return is_empty || read_key();
    }

    // In an object, what stands before a value.
    bool read_key() {
        if (!levels_.back().is_object) return true;
        skip_space();
        std::string_view key;
        if (peek() != '"') return refuse("expected a key");
        if (!read_string(key)) return false;
        skip_space();
        if (!take(':')) return refuse("expected :");
        pending_.push_back(Data::from_text(key));
        return true;
    }

    // After the closing bracket.
    bool close(Data& data) {
        const Level level = levels_.back();
        levels_.pop_back();
        const Span<const Data> items = collect(level.start);
        if (!level.is_object) {
            data = Data::from_items(DataKind::list, items);
            return true;
        }
        if (items.size() == 2 && items[0].view().starts_with('$'))
            return read_tagged(items[0].view().substr(1), items[1], data);
        data = Data::from_items(DataKind::dict, items);
        return check_keys(items, fault_);
    }

    bool read_scalar(Data& data) {
        switch (peek()) {
            case '"': {
                std::string_view text;
                if (!read_string(text)) return false;
                data = Data::from_text(text);
                return true;
            }
            case 't': data = Data::from_bool(true); return read_word("true");
            case 'f': data = Data::from_bool(false); return read_word("false");
            case 'n': data = Data(); return read_word("null");
            default: return read_number(data);
        }
    }

    Span<const Data> collect(size_t start) {
        const Span<Data> items = arena_.copy(pending_.data() + start, pending_.size() - start);
        pending_.resize(start);
        return {items.data(), items.size()};
    }

    // {"$kind": content}
    bool read_tagged(std::string_view name, const Data& content, Data& data) {
        if (name == "float") return read_special_float(content, data);
        if (name == "bytes") return read_bytes(content, data);
        if (name == "dict") return read_dict(content, data);
        if (name == "bigint") return read_hex_integer(content, data);
        const ExtRow* row = ext_row_of_name(name);
        if (row == nullptr) return refuse("unknown kind $" + shown(name));
        if (row->form() == ExtForm::marker) {
            data = Data(row->kind);
            return true;
        }
        if (row->form() == ExtForm::items) {
            data = Data::from_items(row->kind, content.elements());
            return content.kind == DataKind::list || refuse("$" + std::string(name) + " takes an array");
        }
        return read_fields(*row, content, data);
    }

    // The only field itself, the fields in an array, or an object of them.
    bool read_fields(const ExtRow& row, const Data& content, Data& data) {
        ArenaVector<Data> fields(arena_);
        if (row.fields == "text: text") {
            fields.push(content);
        } else if (content.kind == DataKind::list) {
            for (const Data& field : content.elements()) fields.push(field);
        } else {
            const Span<const Data> items = content.elements();
            if (content.kind != DataKind::dict || items.size() != 2 * field_count(row))
                return refuse("$" + std::string(row.name) + " takes an object of " + std::string(row.fields));
            for (FieldNames names(row.fields); names.next();) {
                size_t at = 0;
                while (at < items.size() && !(items[at].kind == DataKind::text && items[at].view() == names.name))
                    at += 2;
                if (at == items.size())
                    return refuse("$" + std::string(row.name) + " lacks " + std::string(names.name));
                fields.push(items[at + 1]);
            }
        }
        return from_fields(row.kind, {fields.data(), fields.size()}, arena_, data, fault_);
    }

    bool read_special_float(const Data& content, Data& data) {
        const std::string_view text = content.kind == DataKind::text ? content.view() : std::string_view();
        constexpr double infinity = std::numeric_limits<double>::infinity();
        data = Data::from_float(text == "inf"    ? infinity
                                : text == "-inf" ? -infinity
                                                 : std::numeric_limits<double>::quiet_NaN());
        return text == "inf" || text == "-inf" || text == "nan" || refuse("$float is \"inf\", \"-inf\" or \"nan\"");
    }

    // "0x…" or "-0x…" of more than 8 bytes, without a leading zero byte.
    bool read_hex_integer(const Data& content, Data& data) {
        std::string_view hex = content.kind == DataKind::text ? content.view() : std::string_view();
        const bool negative = hex.starts_with('-');
        hex.remove_prefix(negative ? 1 : 0);
        std::string bytes;
        if (!hex.starts_with("0x") || !unhex(hex.substr(2), bytes) || bytes.size() <= 8 || bytes[0] == 0)
            return refuse("$bigint takes \"0x\" and the hex digits of more than 8 bytes");
        data = Data::from_magnitude(arena_.copy(std::string_view(bytes)), negative);
        return true;
    }

    static bool unhex(std::string_view hex, std::string& bytes) {
        for (size_t i = 0; i < hex.size(); i += 2) {
            const int high = hex_value(hex[i]);
            const int low = i + 1 < hex.size() ? hex_value(hex[i + 1]) : -1;
            if (high < 0 || low < 0) return false;
            bytes.push_back(static_cast<char>(high << 4 | low));
        }
        return true;
    }

    bool read_bytes(const Data& content, Data& data) {
        std::string bytes;
        if (content.kind != DataKind::text || !unhex(content.view(), bytes))
            return refuse("$bytes takes hex digits, two for each byte");
        data = Data::from_chars(DataKind::bytes, bytes.empty() ? std::string_view("", 0) : arena_.copy(bytes));
        return true;
    }

    bool read_dict(const Data& content, Data& data) {
        ArenaVector<Data> items(arena_);
        if (content.kind != DataKind::list) return refuse("$dict takes an array of pairs");
        for (const Data& pair : content.elements()) {
            if (pair.kind != DataKind::list || pair.items.count != 2) return refuse("$dict takes an array of pairs");
            items.append(pair.items.data, 2);
        }
        data = Data::from_items(DataKind::dict, {items.data(), items.size()});
        return check_keys(data.elements(), fault_);
    }

    // number: "-"? digits ["." digits] [("e" | "E") ["+" | "-"] digits]
    bool read_number(Data& data) {
        const size_t start = at_;
        const bool negative = take('-');
        const size_t digits = at_;
        while (is_digit(peek())) at_++;
        const std::string_view whole = text_.substr(digits, at_ - digits);
        if (whole.empty() || (whole.size() > 1 && whole[0] == '0')) return refuse("expected a value");
        if (peek() != '.' && peek() != 'e' && peek() != 'E')
            return read_decimal(whole, negative, arena_, data) || refuse("an integer of too many digits");
        while (is_digit(peek()) || peek() == '.' || peek() == 'e' || peek() == 'E' || peek() == '+' || peek() == '-')
            at_++;
        double value = 0;
        const char* end = text_.data() + at_;
        const auto result = std::from_chars(text_.data() + start, end, value);
        // A number out of range is infinite or zero, as in Python's json.
        if (result.ec == std::errc::result_out_of_range) value = overflowed(text_.substr(start, at_ - start));
        if (result.ec == std::errc::invalid_argument || result.ptr != end) return refuse("not a number");
        data = Data::from_float(value);
        return true;
    }

    static double overflowed(std::string_view number) {
        const double size = number.find("e-") != number.npos || number.find("E-") != number.npos
                                ? 0.0
                                : std::numeric_limits<double>::infinity();
        return number[0] == '-' ? -size : size;
    }

    // string: '"' (character | escape)* '"'
    bool read_string(std::string_view& result) {
        const size_t start = ++at_;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && !is_control(text_[at_])) at_++;
        if (peek() == '"') {
            result = text_.substr(start, at_++ - start);
            return true;
        }
        std::string text(text_.substr(start, at_ - start));
        while (!take('"')) {
            if (at_ >= text_.size()) return refuse("a text is not closed");
            if (is_control(text_[at_])) return refuse("a control character in a text");
            if (text_[at_] != '\\') {
                text.push_back(text_[at_++]);
            } else if (!read_escape(text)) {
                return false;
            }
        }
        result = text.empty() ? std::string_view("", 0) : arena_.copy(text);
        return true;
    }

    bool read_escape(std::string& text) {
        at_++;
        const char letter = peek();
        at_++;
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const size_t index = letters.find(letter);
        if (letter != 'u') {
            if (index == letters.npos || letter == '\0') return refuse("unknown escape");
            text.push_back(meanings[index]);
            return true;
        }
        char32_t code_point = 0;
        if (!read_hex4(code_point)) return refuse("\\u takes four hex digits");
        if (code_point >= 0xD800 && code_point < 0xDC00 && text_.substr(at_, 2) == "\\u") {
            char32_t low = 0;
            at_ += 2;
            if (!read_hex4(low) || low < 0xDC00 || low >= 0xE000) return refuse("a lone surrogate");
            code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
        }
        if (utf8::is_surrogate(code_point)) return refuse("a lone surrogate");
        char bytes[utf8::max_length];
        text.append(bytes, utf8::encode(code_point, bytes));
        return true;
    }

    bool read_hex4(char32_t& code_point) {
        for (int i = 0; i < 4; i++) {
            const int digit = hex_value(peek());
            if (digit < 0) return false;
            code_point = code_point << 4 | static_cast<char32_t>(digit);
            at_++;
        }
        return true;
    }

    bool read_word(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return refuse("expected a value");
        at_ += word.size();
        return true;
    }

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char wanted) {
        if (peek() != wanted || at_ >= text_.size()) return false;
        at_++;
        return true;
    }
    void skip_space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') at_++;
    }
    bool refuse(std::string what) { return fault_.set("JSON, column " + std::to_string(at_ + 1) + ": " + what); }

    std::string_view text_;
    Arena& arena_;
    Fault& fault_;
    size_t at_ = 0;
    std::vector<Data> pending_;
    std::vector<Level> levels_;
};

}  // namespace

bool read_json(std::string_view text, Arena& arena, Data& data, Fault& fault) {
    return JsonReader(text, arena, fault).read_all(data) && (!arena.exhausted() || fault.set("too much JSON"));
}

}  // namespace exmonty::codec
