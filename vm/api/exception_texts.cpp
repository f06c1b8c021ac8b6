// The texts that an exception is printed with and that may need Python code: str(), what dir() of its object has for
// a suggestion, and its notes.
#include "vm/api/error_tree.h"
#include "vm/api/library_names.h"
#include "vm/api/traceback_text.h"
#include "vm/base/suggestion.h"
#include "vm/objects/attributes.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"

namespace exmonty {
namespace {

namespace slot {
enum : uint32_t { exceptions, texts, suffixes, notes, position, note };
}

// More than this of an exception's notes is never shown.
constexpr uint32_t most_noted = DescriptionEffort().room;

enum class Phase : uint32_t { Text, Suffix, Notes };

// The name that was not found, and what it was looked up in.
struct Search {
    Str* wanted = nullptr;
    Value object = UNBOUND;
};

Search search_of(Run& run, Exception* exception) {
    DetailGroup group = detail_group(exception->type);
    if (group == DetailGroup::AttributeError) {
        Value object = exception_detail(run, exception, group, detail::attribute_object);
        return {as<Str>(payload(exception_detail(run, exception, group, detail::attribute_name))), object == UNBOUND ? NONE : object};
    }
    if (group != DetailGroup::ImportError) return {};
    Str* name = as<Str>(payload(exception_detail(run, exception, group, detail::import_name)));
    Str* wanted = as<Str>(payload(exception_detail(run, exception, group, detail::import_name_from)));
    if (!name || !wanted) return {};
    return {wanted, dict_get(run, run.modules, new_str(run.heap, name->view().substr(0, name->view().find('.'))))};
}

bool hides_underscored(Run& run, Exception* exception, const Str* wanted) {
    if (wanted->view().starts_with('_')) return false;
    return detail_group(exception->type) != DetailGroup::AttributeError ||
           exception_detail(run, exception, DetailGroup::AttributeError, detail::attribute_seen_by_self) != TRUE;
}

std::string_view suggestion_among(Run& run, Exception* exception, const Str* wanted, List* names) {
    Suggestion suggestion(wanted->view());
    bool hides = hides_underscored(run, exception, wanted);
    for (uint32_t i = 0; i < names->size && !run.budget.poll(); i++) {
        Str* name = as<Str>(payload(names->items[i]));
        if (name && !(hides && name->view().starts_with('_'))) suggestion.consider(name->view());
    }
    return suggestion.best();
}

Value attribute_suffix(Run& run, Exception* exception, Value names) {
    List* list = as<List>(names);
    Str* wanted = search_of(run, exception).wanted;
    std::string_view best = list && wanted ? suggestion_among(run, exception, wanted, list) : std::string_view{};
    if (best.empty()) return Value::cell(empty_str);
    return run.text({". Did you mean: '", best, "'?"});
}

Value name_suffix(Run& run, Exception* exception) {
    Str* wanted = as<Str>(payload(exception_detail(run, exception, DetailGroup::NameError, detail::name)));
    if (!wanted) return Value::cell(empty_str);
    Str* best = as<Str>(exception_detail(run, exception, DetailGroup::NameError, detail::name_suggestion));
    bool is_module = is_library_name(wanted->view());
    if (best && is_module)
        return run.text({". Did you mean: '", best->view(), "'? Or did you forget to import '", wanted->view(), "'?"});
    if (best) return run.text({". Did you mean: '", best->view(), "'?"});
    if (is_module) return run.text({". Did you forget to import '", wanted->view(), "'?"});
    return Value::cell(empty_str);
}

// `__notes__`, which add_note makes a list and a program anything. UNBOUND: none.
Value notes_of(Run& run, Value exception) {
    Value notes = own_attribute(run, exception, name(Name::__notes__));
    if (notes == UNBOUND) notes = class_lookup(run, class_of(exception), name(Name::__notes__));
    return notes == NONE ? UNBOUND : notes;
}

bool note_at(Value notes, uint32_t position, Value& note) {
    std::span<const Value> items;
    if (List* list = as<List>(payload(notes))) items = list->view();
    else if (Tuple* tuple = as<Tuple>(payload(notes))) items = tuple->view();
    else return false;
    if (position >= items.size()) return false;
    note = items[position];
    return true;
}

bool is_sequence_of_notes(Value notes) { return is_kind(payload(notes), Kind::List) || is_kind(payload(notes), Kind::Tuple); }

// One text of those that the step makes: a value, or a result on the way to it.
struct Maker {
    Run& run;
    Frame& frame;

    List* list(uint32_t which) { return cast<List>(frame.base[which]); }
    uint32_t number() { return list(slot::texts)->size; }

    // The exception whose text was made last.
    Value current() { return list(slot::exceptions)->items[number() - 1]; }

    Value start_text() { return run.str(list(slot::exceptions)->items[number()]); }
    bool take_text(Value in) { return append(run.heap, list(slot::texts), in == RAISED ? NONE : in); }

    // UNBOUND: no look-up is needed.
    Value start_suffix() {
        Search search = search_of(run, cast<Exception>(current()));
        return search.wanted && search.object != UNBOUND ? run.dir(search.object) : UNBOUND;
    }
    Value take_suffix(Value in) {
        Exception* exception = cast<Exception>(current());
        Value suffix = detail_group(exception->type) == DetailGroup::NameError ? name_suffix(run, exception) : attribute_suffix(run, exception, in);
        if (is_result(suffix)) return suffix;
        return append(run.heap, list(slot::suffixes), suffix) ? NONE : run.refused();
    }

    Str* noted() { return cast<Str>(frame.base[slot::note]); }

    // UNBOUND: all notes are there, or more than anybody will see.
    Value start_note() {
        Value notes = notes_of(run, current());
        uint32_t position = static_cast<uint32_t>(frame.base[slot::position].as_int());
        Value note;
        if (notes == UNBOUND || noted()->count >= most_noted) return UNBOUND;
        if (!is_sequence_of_notes(notes)) return position == 0 ? run.repr(notes) : UNBOUND;
        return note_at(notes, position, note) ? run.str(note) : UNBOUND;
    }
    Value take_note(Value in) {
        Str* text = in == RAISED ? nullptr : as<Str>(payload(in));
        bool in_sequence = is_sequence_of_notes(notes_of(run, current()));
        std::string_view shown = text ? text->view() : in_sequence ? "<note str() failed>" : "<__notes__ repr() failed>";
        DescriptionEffort effort;
        const Value line = run.text({shown_part(effort, shown), "\n"});
        if (is_result(line)) return line;
        Str* longer = concatenate(run.heap, noted(), cast<Str>(line));
        if (!longer) return run.refused();
        frame.base[slot::note] = Value::cell(longer);
        frame.base[slot::position] = Value::integer(frame.base[slot::position].as_int() + 1);
        return NONE;
    }
    bool finish_notes() {
        bool added = append(run.heap, list(slot::notes), frame.base[slot::note]);
        frame.base[slot::note] = Value::cell(empty_str);
        frame.base[slot::position] = Value::integer(0);
        return added;
    }
};

}  // namespace

// Slots: exceptions, their texts, their suffixes, their notes, the number of the note that comes, the notes before it. What
// raises has no text. The state is the phase times two; 1 is added while its value is on the way.
Value step_exception_texts(Run& run, Frame& frame, Value in) {
    Maker maker{run, frame};
    for (;;) {
        Phase phase = static_cast<Phase>(frame.state / 2);
        const bool at_once = !(frame.state & 1);
        if (phase == Phase::Text && at_once && maker.number() == maker.list(slot::exceptions)->size) return NONE;
        if (at_once) {
            Value value = phase == Phase::Text ? maker.start_text() : phase == Phase::Suffix ? maker.start_suffix() : maker.start_note();
            if (value == COLLECT) return value;
            if (value == UNBOUND && phase == Phase::Notes) {
                if (!maker.finish_notes()) return run.refused();
                frame.state = static_cast<uint32_t>(Phase::Text) * 2;
                continue;
            }
            frame.state |= 1;
            if (is_result(value)) return value;
            in = value;
        }
        if (in == RAISED) {
            if (run.budget.breach != Breach::None) return RAISED;
            run.pending = UNBOUND;
        }
        Value done = NONE;
        if (phase == Phase::Text) done = maker.take_text(in) ? NONE : run.refused();
        else if (phase == Phase::Suffix) done = maker.take_suffix(in);
        else done = maker.take_note(in);
        // A value that came at once is asked for again.
        if (done == COLLECT && at_once) frame.state &= ~uint32_t{1};
        if (is_result(done)) return done;
        if (run.budget.poll()) return RAISED;
        frame.state = static_cast<uint32_t>(phase == Phase::Text ? Phase::Suffix : Phase::Notes) * 2;
    }
}

}  // namespace exmonty
