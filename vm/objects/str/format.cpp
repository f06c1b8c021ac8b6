// str.format and str.format_map.
// https://docs.python.org/3/library/string.html#format-string-syntax
//
// Fields whose values are numbers or strs, without look-ups, are written at once (PureWriter), which is the usual case.
// As soon as a field needs more, the whole is done by a step that keeps the pieces of the text in a list. A specifier
// with fields in it is a text of its own, one level down; there are two levels.
#include "vm/objects/builtin_types.h"
#include "vm/objects/format.h"
#include "vm/objects/list.h"
#include "vm/objects/str/markup.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/builder.h"

namespace exmonty {
namespace {

constexpr uint32_t level_count = 2;

// Positional values, and a dict or any mapping for the names. UNBOUND: there are none.
struct Values {
    Value positional;
    Value named;
};

// The value of a numbered field. False: an exception is pending.
bool find_positional(Run& run, Value positional, const FieldName& name, Value& value) {
    if (positional == UNBOUND) {
        run.value_error({"Format string contains positional fields"});
        return false;
    }
    const Tuple* tuple = cast<Tuple>(positional);
    if (name.number < tuple->size()) {
        value = tuple->items[name.number];
        return true;
    }
    run.raise(ExceptionType::IndexError, {"Replacement index ", Digits(static_cast<int64_t>(name.number)).view(),
                                          " out of range for positional args tuple"});
    return false;
}

Value raise_fault(Run& run, const MarkupFault& fault) {
    TextBuilder message(run);
    append_fault(message, fault);
    return run.value_error({message.view()});
}

// ---- At once.

enum class Progress : uint8_t { Done, Raised, NeedsPython };

class PureWriter {
  public:
    PureWriter(Run& run, const Values& values) : run_(run), values_(values) {}
    Progress write(TextSink& sink, std::string_view text, uint32_t level);

  private:
    Progress write_field(TextSink& sink, Markup& markup, uint32_t level);
    Progress find(const FieldName& name, Value& value);

    Run& run_;
    const Values& values_;
    Numbering numbering_;
};

Progress PureWriter::write(TextSink& sink, std::string_view text, uint32_t level) {
    if (level == level_count) {
        raise_fault(run_, {MarkupFault::TooDeep});
        return Progress::Raised;
    }
    MarkupReader reader(text);
    Markup markup;
    while (reader.next(markup)) {
        sink.append(markup.literal);
        if (markup.fault.kind != MarkupFault::None) {
            raise_fault(run_, markup.fault);
            return Progress::Raised;
        }
        if (!markup.has_field) continue;
        Progress progress = write_field(sink, markup, level);
        if (progress != Progress::Done) return progress;
        if (sink.failed) return Progress::Done;
        if (run_.budget.poll(1)) return Progress::Raised;
    }
    return Progress::Done;
}

Progress PureWriter::find(const FieldName& name, Value& value) {
    if (name.is_number) return find_positional(run_, values_.positional, name, value) ? Progress::Done : Progress::Raised;
    const Dict* dict = values_.named == UNBOUND ? nullptr : as<Dict>(values_.named);
    if (values_.named != UNBOUND && (!dict || !dict->has(Dict::all_str))) return Progress::NeedsPython;
    Str* key = new_str(run_.heap, name.text);
    if (!key) return Progress::NeedsPython;
    value = dict ? dict_get(run_, dict, key) : UNBOUND;
    if (value != UNBOUND) return Progress::Done;
    run_.raise_with(ExceptionType::KeyError, {Value::cell(key)});
    return Progress::Raised;
}

Progress PureWriter::write_field(TextSink& sink, Markup& markup, uint32_t level) {
    FieldName name;
    MarkupFault fault = read_field_name(markup.field, name, numbering_);
    if (fault.kind != MarkupFault::None) {
        raise_fault(run_, fault);
        return Progress::Raised;
    }
    if (!name.accessors.empty()) return Progress::NeedsPython;
    Value value;
    Progress progress = find(name, value);
    if (progress != Progress::Done) return progress;
    bool is_text = is_kind(value, Kind::Str);
    if (markup.conversion != 0 && !(markup.conversion == 's' && is_text)) return Progress::NeedsPython;
    FixedText<64> nested;
    std::string_view spec = markup.spec;
    if (markup.spec_has_fields) {
        progress = write(nested, spec, level + 1);
        if (progress != Progress::Done) return progress;
        if (nested.failed) return Progress::NeedsPython;
        spec = nested.view();
    }
    switch (append_formatted(run_, sink, value, spec)) {
        case Written::Done: return Progress::Done;
        case Written::Raised: return Progress::Raised;
        case Written::Unknown: break;
    }
    return Progress::NeedsPython;
}

// ---- In a step.

// Slots: what all levels share, then those of each level.
enum : uint32_t { positional_slot, named_slot, number_slot, level_slot, first_level };
enum : uint32_t {
    text_slot,
    offset_slot,
    pieces_slot,
    value_slot,
    accessors_slot,
    accessed_slot,  // how many bytes of the accessors are done
    conversion_slot,
    spec_slot,
    level_slots,
};

// What a level does next, or, with an input, what it waited for.
enum class Stage : uint32_t {
    Next,
    Named,
    WaitsForNamed,
    Access,
    WaitsForAccess,
    Convert,
    WaitsForConversion,
    Specify,
    Format,
    WaitsForText,
    WaitsForAscii,
    Escape,
    Add,
};

class Formatter {
  public:
    Formatter(Run& run, Frame& frame) : run_(run), frame_(frame) {}
    Value go_on(Value in);

  private:
    // UNBOUND: there is more to do; else what the step returns.
    Value one_move(Value in);
    Value next_field();
    Value find_named();
    Value access();
    Value convert();
    Value specify();
    Value format();
    Value finish_level();

    uint32_t level() const { return static_cast<uint32_t>(frame_.base[level_slot].as_int()); }
    Value& slot(uint32_t number) { return frame_.base[first_level + level() * level_slots + number]; }
    std::string_view text(uint32_t number) { return cast<Str>(slot(number))->view(); }
    Stage stage() const { return static_cast<Stage>(frame_.state); }
    void enter(Stage stage) { frame_.state = static_cast<uint32_t>(stage); }
    // False: memory was refused.
    bool add_piece(Value text);
    // A call's outcome: COLLECT leaves the stage as it is, anything else enters the one that takes it.
    Value outcome(Value result, Stage waits) {
        if (result == COLLECT) return result;
        enter(waits);
        return is_result(result) ? result : one_move(result);
    }

    Run& run_;
    Frame& frame_;
};

bool Formatter::add_piece(Value text) { return append(run_.heap, cast<List>(slot(pieces_slot)), text); }

// Reads to the next field, and finds its value if it has a number. Nothing changes before all texts are made.
Value Formatter::next_field() {
    std::string_view all = text(text_slot);
    MarkupReader reader(all, static_cast<size_t>(slot(offset_slot).as_int()));
    Markup markup;
    if (!reader.next(markup)) return finish_level();
    bool has_field = markup.has_field && markup.fault.kind == MarkupFault::None;
    Numbering numbering = Numbering::from(frame_.base[number_slot].as_int());
    FieldName name{};
    MarkupFault fault = has_field ? read_field_name(markup.field, name, numbering) : markup.fault;
    bool is_valid = fault.kind == MarkupFault::None;
    Str* literal = new_str(run_.heap, markup.literal);
    Str* accessors = new_str(run_.heap, name.accessors);
    Str* spec = has_field ? new_str(run_.heap, markup.spec) : literal;
    Str* named = new_str(run_.heap, name.text);
    if (!literal || !accessors || !spec || !named) return run_.refused();
    if (!markup.literal.empty() && !add_piece(Value::cell(literal))) return run_.refused();
    slot(offset_slot) = Value::integer(static_cast<int64_t>(reader.offset()));
    if (!is_valid) return raise_fault(run_, fault);
    if (!has_field) return UNBOUND;
    frame_.base[number_slot] = Value::integer(numbering.word());
    slot(accessors_slot) = Value::cell(accessors);
    slot(accessed_slot) = Value::integer(0);
    slot(spec_slot) = Value::cell(spec);
    int64_t conversion = static_cast<int64_t>(markup.conversion);
    slot(conversion_slot) = Value::integer(markup.spec_has_fields ? -1 - conversion : conversion);
    if (name.is_number) {
        if (!find_positional(run_, frame_.base[positional_slot], name, slot(value_slot))) return RAISED;
        enter(Stage::Access);
        return UNBOUND;
    }
    slot(value_slot) = Value::cell(named);
    enter(Stage::Named);
    return UNBOUND;
}

Value Formatter::find_named() {
    Value key = slot(value_slot);
    Value named = frame_.base[named_slot];
    if (named == UNBOUND) return run_.raise_with(ExceptionType::KeyError, {key});
    return outcome(run_.get_item(named, key), Stage::WaitsForNamed);
}

// `.name` and `[index]`, one after the other.
Value Formatter::access() {
    size_t done = static_cast<size_t>(slot(accessed_slot).as_int());
    std::string_view accessors = text(accessors_slot).substr(done);
    if (accessors.empty()) {
        enter(Stage::Convert);
        return UNBOUND;
    }
    Accessor accessor;
    MarkupFault fault = read_accessor(accessors, accessor);
    if (fault.kind != MarkupFault::None) return raise_fault(run_, fault);
    Value key = Value::integer(static_cast<int64_t>(accessor.number));
    if (!accessor.is_number) {
        Str* name = new_str(run_.heap, accessor.text);
        if (!name) return run_.refused();
        key = Value::cell(name);
    }
    Value value = slot(value_slot);
    Value result = accessor.is_attribute ? run_.get_attribute(value, cast<Str>(key)) : run_.get_item(value, key);
    if (result != COLLECT) slot(accessed_slot) = Value::integer(static_cast<int64_t>(done + accessor.size));
    return outcome(result, Stage::WaitsForAccess);
}

Value Formatter::convert() {
    int64_t word = slot(conversion_slot).as_int();
    char32_t conversion = static_cast<char32_t>(word < 0 ? -1 - word : word);
    Value value = slot(value_slot);
    switch (conversion) {
        case 0: enter(Stage::Specify); return UNBOUND;
        case 's': return outcome(run_.str(value), Stage::WaitsForConversion);
        case 'r': return outcome(run_.repr(value), Stage::WaitsForConversion);
        case 'a': return outcome(run_.repr(value), Stage::WaitsForAscii);
        default: return raise_fault(run_, {MarkupFault::UnknownConversion, conversion});
    }
}

// A specifier with fields is a text one level down.
Value Formatter::specify() {
    if (slot(conversion_slot).as_int() >= 0) {
        enter(Stage::Format);
        return UNBOUND;
    }
    if (level() + 1 == level_count) return raise_fault(run_, {MarkupFault::TooDeep});
    Value spec = slot(spec_slot);
    frame_.base[level_slot] = Value::integer(level() + 1);
    slot(text_slot) = spec;
    slot(offset_slot) = Value::integer(0);
    slot(pieces_slot) = Value::cell(new_list(run_.heap));
    enter(Stage::Next);
    return UNBOUND;
}

Value Formatter::format() {
    Value value = slot(value_slot);
    Str* spec = cast<Str>(slot(spec_slot));
    return outcome(run_.format(value, spec), Stage::WaitsForText);
}

// The text of a level is complete: the result, or the specifier of the level above.
Value Formatter::finish_level() {
    List* pieces = cast<List>(slot(pieces_slot));
    Value text = join_strs(run_, {pieces->items, pieces->size});
    if (is_result(text) || level() == 0) return text;
    frame_.base[level_slot] = Value::integer(level() - 1);
    slot(spec_slot) = text;
    enter(Stage::Format);
    return UNBOUND;
}

Value Formatter::one_move(Value in) {
    switch (stage()) {
        case Stage::Next: return next_field();
        case Stage::Named: return find_named();
        case Stage::Access: return access();
        case Stage::Convert: return convert();
        case Stage::Specify: return specify();
        case Stage::Format: return format();
        case Stage::WaitsForNamed:
        case Stage::WaitsForAccess:
            slot(value_slot) = in;
            enter(Stage::Access);
            return UNBOUND;
        case Stage::WaitsForConversion:
            slot(value_slot) = in;
            enter(Stage::Specify);
            return UNBOUND;
        case Stage::WaitsForAscii:
            slot(value_slot) = in;
            enter(Stage::Escape);
            return UNBOUND;
        case Stage::Escape: {
            if (!str_of(slot(value_slot))) return run_.raise(ExceptionType::SystemError, {"bad text"});
            Value ascii = ascii_of(run_, str_of(slot(value_slot)));
            if (is_result(ascii)) return ascii;
            slot(value_slot) = ascii;
            enter(Stage::Specify);
            return UNBOUND;
        }
        case Stage::WaitsForText:
            slot(value_slot) = in;
            enter(Stage::Add);
            return UNBOUND;
        case Stage::Add:
            if (!is_kind(slot(value_slot), Kind::Str)) return run_.raise(ExceptionType::SystemError, {"bad text"});
            if (!add_piece(slot(value_slot))) return run_.refused();
            enter(Stage::Next);
            return UNBOUND;
    }
    return RAISED;
}

Value Formatter::go_on(Value in) {
    for (;;) {
        Value result = one_move(in);
        if (result != UNBOUND) return result;
        if (run_.budget.poll(1)) return RAISED;
    }
}

Value format_text(Run& run, Str* text, const Values& values) {
    TextBuilder builder(run);
    PureWriter writer(run, values);
    switch (writer.write(builder, text->view(), 0)) {
        case Progress::Done: return builder.str();
        case Progress::Raised: return RAISED;
        case Progress::NeedsPython: break;
    }
    Value pieces = Value::cell(new_list(run.heap));
    return run.push_step(StepId::str_format, {values.positional, values.named, Value::integer(0), Value::integer(0),
                                              Value::cell(text), Value::integer(0), pieces});
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.format
Value str_format(Run& run, Value* args, uint32_t count) {
    // self, **kwargs, then the items of *args.
    constexpr uint32_t fixed = 2;
    Tuple* positional = new_tuple(run.heap, std::span<const Value>(args + fixed, count - fixed));
    if (!positional) return run.refused();
    return format_text(run, self_of(args), {Value::cell(positional), args[1]});
}

// https://docs.python.org/3/library/stdtypes.html#str.format_map
Value str_format_map(Run& run, Value* args, uint32_t) { return format_text(run, self_of(args), {UNBOUND, args[1]}); }

Value step_str_format(Run& run, Frame& frame, Value in) { return Formatter(run, frame).go_on(in); }

}  // namespace exmonty
