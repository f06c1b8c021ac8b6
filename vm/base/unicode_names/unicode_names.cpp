#include "vm/base/unicode_names/unicode_names.h"

#include <cstring>

#include "vm/base/unicode_names/data.h"

namespace exmonty::unicode {

namespace {

// Names that end with the code point. As in CPython, Tangut ideographs have none.
struct NumberedRange {
    std::string_view prefix;
    char32_t first;
    char32_t last;
};

constexpr std::string_view IdeographPrefix = "CJK UNIFIED IDEOGRAPH-";

constexpr NumberedRange NumberedRanges[] = {
    {IdeographPrefix, 0x3400, 0x4DBF},
    {IdeographPrefix, 0x4E00, 0x9FFF},
    {"CJK COMPATIBILITY IDEOGRAPH-", 0xF900, 0xFA6D},
    {"CJK COMPATIBILITY IDEOGRAPH-", 0xFA70, 0xFAD9},
    {"EGYPTIAN HIEROGLYPH-", 0x13460, 0x143FA},
    {"KHITAN SMALL SCRIPT CHARACTER-", 0x18B00, 0x18CD5},
    {"KHITAN SMALL SCRIPT CHARACTER-", 0x18CFF, 0x18CFF},
    {"NUSHU CHARACTER-", 0x1B170, 0x1B2FB},
    {IdeographPrefix, 0x20000, 0x2A6DF},
    {IdeographPrefix, 0x2A700, 0x2B739},
    {IdeographPrefix, 0x2B740, 0x2B81D},
    {IdeographPrefix, 0x2B820, 0x2CEA1},
    {IdeographPrefix, 0x2CEB0, 0x2EBE0},
    {IdeographPrefix, 0x2EBF0, 0x2EE5D},
    {"CJK COMPATIBILITY IDEOGRAPH-", 0x2F800, 0x2FA1D},
    {IdeographPrefix, 0x30000, 0x3134A},
    {IdeographPrefix, 0x31350, 0x323AF},
};

// https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G59434
constexpr std::string_view HangulPrefix = "HANGUL SYLLABLE ";
constexpr char32_t HangulFirst = 0xAC00;
constexpr std::string_view Leads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                      "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
constexpr std::string_view Vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                       "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view Tails[] = {"",   "G",  "GG", "GS", "N", "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                      "LP", "LH", "M",  "B",  "BS", "S", "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
constexpr char32_t VowelCount = sizeof Vowels / sizeof Vowels[0];
constexpr char32_t TailCount = sizeof Tails / sizeof Tails[0];
constexpr char32_t HangulCount = sizeof Leads / sizeof Leads[0] * VowelCount * TailCount;

// KEEP IN STEP: unicode name hash.
uint32_t slot_of(std::string_view name) {
    uint32_t value = 2166136261u;
    for (char c : name) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    return (value ^ value >> 16) & (names::slot_count - 1);
}

std::string_view word(uint16_t number) {
    uint32_t start = names::word_starts[number];
    return {names::word_text + start, names::word_starts[number + 1] - start};
}

bool has_name(uint32_t row, std::string_view name) {
    for (const uint16_t* at = names::stream + names::starts[row];; at++) {
        std::string_view part = word(*at & (names::last_word - 1));
        if (!name.starts_with(part)) return false;
        name.remove_prefix(part.size());
        if ((*at & names::last_word) != 0) return name.empty();
        if (name.empty() || name[0] != ' ') return false;
        name.remove_prefix(1);
    }
}

// The code point that four or five hexadecimal digits stand for, or 0.
char32_t hexadecimal(std::string_view digits) {
    if (digits.size() != 4 && digits.size() != 5) return 0;
    char32_t value = 0;
    for (char c : digits) {
        if (c >= '0' && c <= '9') value = value * 16 + static_cast<char32_t>(c - '0');
        else if (c >= 'A' && c <= 'F') value = value * 16 + static_cast<char32_t>(c - 'A' + 10);
        else return 0;
    }
    return value;
}

// CPython looks ideographs up as they are written, also with a leading zero; the other names are in its tables.
bool find_numbered(std::string_view written, std::string_view upper, char32_t& code_point) {
    for (const NumberedRange& range : NumberedRanges) {
        bool is_by_rule = range.prefix == IdeographPrefix;
        std::string_view name = is_by_rule ? written : upper;
        if (!name.starts_with(range.prefix)) continue;
        std::string_view digits = name.substr(range.prefix.size());
        if (!is_by_rule && digits.starts_with('0')) continue;
        code_point = hexadecimal(digits);
        if (code_point >= range.first && code_point <= range.last) return true;
    }
    return false;
}

// The longest of the texts that the name starts with; it is removed. -1 if there is none.
template <size_t Count>
int take_longest(const std::string_view (&texts)[Count], std::string_view& name) {
    int found = -1;
    for (size_t index = 0; index < Count; index++) {
        bool is_longer = found < 0 || texts[index].size() > texts[found].size();
        if (is_longer && name.starts_with(texts[index])) found = static_cast<int>(index);
    }
    if (found >= 0) name.remove_prefix(texts[found].size());
    return found;
}

bool find_hangul(std::string_view name, char32_t& code_point) {
    if (!name.starts_with(HangulPrefix)) return false;
    name.remove_prefix(HangulPrefix.size());
    int lead = take_longest(Leads, name);
    int vowel = take_longest(Vowels, name);
    int tail = take_longest(Tails, name);
    if (lead < 0 || vowel < 0 || tail < 0 || !name.empty()) return false;
    code_point = HangulFirst + (static_cast<char32_t>(lead) * VowelCount + static_cast<char32_t>(vowel)) * TailCount +
                 static_cast<char32_t>(tail);
    return true;
}

class NameWriter {
  public:
    explicit NameWriter(char* out) : out_(out) {}

    void add(std::string_view text) {
        std::memcpy(out_ + size_, text.data(), text.size());
        size_ += text.size();
    }

    void add_hexadecimal(char32_t value) {
        int digits = value > 0xFFFF ? 5 : 4;
        while (digits-- > 0) out_[size_++] = "0123456789ABCDEF"[value >> (4 * digits) & 15];
    }

    size_t size() const { return size_; }

  private:
    char* out_;
    size_t size_ = 0;
};

}  // namespace

bool find_name(std::string_view name, char32_t& code_point) {
    if (name.size() > max_name_length) return false;
    char upper[max_name_length];
    for (size_t at = 0; at < name.size(); at++) {
        char c = name[at];
        upper[at] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    std::string_view upper_name(upper, name.size());
    for (uint32_t slot = slot_of(upper_name);; slot = (slot + 1) & (names::slot_count - 1)) {
        uint16_t row = names::slots[slot];
        if (row == names::empty_slot) break;
        if (!has_name(row, upper_name)) continue;
        code_point = names::code_points[row];
        return true;
    }
    return find_hangul(name, code_point) || find_numbered(name, upper_name, code_point);
}

size_t write_name(char32_t code_point, char* out) {
    NameWriter writer(out);
    if (code_point >= HangulFirst && code_point - HangulFirst < HangulCount) {
        char32_t index = code_point - HangulFirst;
        writer.add(HangulPrefix);
        writer.add(Leads[index / (VowelCount * TailCount)]);
        writer.add(Vowels[index / TailCount % VowelCount]);
        writer.add(Tails[index % TailCount]);
        return writer.size();
    }
    for (const NumberedRange& range : NumberedRanges) {
        if (code_point < range.first || code_point > range.last) continue;
        writer.add(range.prefix);
        writer.add_hexadecimal(code_point);
        return writer.size();
    }
    uint32_t low = 0;
    uint32_t high = names::named_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (names::code_points[middle] < code_point) low = middle + 1;
        else high = middle;
    }
    if (low == names::named_count || names::code_points[low] != code_point) return 0;
    for (const uint16_t* at = names::stream + names::starts[low];; at++) {
        writer.add(word(*at & (names::last_word - 1)));
        if ((*at & names::last_word) != 0) return writer.size();
        writer.add(" ");
    }
}

}  // namespace exmonty::unicode
