// The two forms differ in three things: a message is an object with names instead of an array by position, a program is
// an object, and its key is a text in hex.

#include "codec/json.h"
#include "codec/messages.h"

namespace exmonty::codec {

namespace {

const Data* find(const Data& object, std::string_view name) {
    const Span<const Data> items = object.elements();
    for (size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].kind == DataKind::text && items[i].view() == name) return &items[i + 1];
    return nullptr;
}

// {"key": hex | null, "source", "script_name", "inputs"} → the array; key, script_name and inputs may be left out.
bool read_program(const Data& object, Arena& arena, Data& program, Fault& fault) {
    if (object.kind != DataKind::dict) {
        program = object;
        return true;
    }
    constexpr std::string_view names[] = {"key", "source", "script_name", "inputs"};
    const Data defaults[] = {Data(), Data(), Data::from_text("main.py"), Data(DataKind::list)};
    ArenaVector<Data> parts(arena);
    size_t known = 0;
    for (size_t i = 0; i < 4; i++) {
        const Data* part = find(object, names[i]);
        known += part != nullptr ? 1 : 0;
        parts.push(part != nullptr ? *part : defaults[i]);
    }
    if (known * 2 != object.items.count) return fault.set("a program has key, source, script_name and inputs");
    if (parts[0].kind == DataKind::text) {
        std::string tagged = "{\"$bytes\":";
        write_json_text(parts[0].view(), tagged);
        tagged += "}";
        if (!read_json(arena.copy(tagged), arena, parts[0], fault)) return false;
    }
    program = Data::from_items(DataKind::list, {parts.data(), parts.size()});
    return true;
}

Data program_object(const Data& program, Arena& scratch) {
    const Span<const Data> parts = program.elements();
    if (program.kind != DataKind::list || parts.size() != 4) return program;
    ArenaVector<Data> items(scratch);
    Data key = parts[0];
    if (key.kind == DataKind::bytes) {
        std::string hex;
        write_json(key, scratch, hex);
        // {"$bytes":"…"} → …
        key = Data::from_text(scratch.copy(std::string_view(hex).substr(11, hex.size() - 13)));
    }
    const std::string_view names[] = {"key", "source", "script_name", "inputs"};
    for (size_t i = 0; i < 4; i++) {
        items.push(Data::from_text(names[i]));
        items.push(i == 0 ? key : parts[i]);
    }
    return Data::from_items(DataKind::dict, {items.data(), items.size()});
}

}  // namespace

bool read_message_json(std::string_view line, Arena& arena, Data& body, Fault& fault) {
    Data object;
    return read_json(line, arena, object, fault) && read_message_object(object, arena, body, fault);
}

bool read_message_object(const Data& object, Arena& arena, Data& body, Fault& fault) {
    const Data* name = object.kind == DataKind::dict ? find(object, "tag") : nullptr;
    const MessageRow* row = name != nullptr && name->kind == DataKind::text ? message_row(name->view()) : nullptr;
    if (row == nullptr) return fault.set("a line is an object whose \"tag\" names one of protocol.def");
    const Data* id = find(object, "id");
    if (id == nullptr) return fault.set("a message has an \"id\"");
    ArenaVector<Data> parts(arena);
    parts.push(Data::from_int(static_cast<int64_t>(row->tag)));
    parts.push(*id);
    for (const FieldRow& field : field_rows) {
        if (field.message != row->tag) continue;
        const Data* value = find(object, field.name);
        Data part;
        if (value != nullptr &&
            !(field.type == "program" ? read_program(*value, arena, part, fault) : (part = *value, true)))
            return false;
        if (value == nullptr) {
            // What is usually empty may be left out.
            if (field.type != "limits" && field.type != "options" && field.type != "pairs")
                return fault.set(std::string(row->name) + " lacks \"" + std::string(field.name) + "\"");
            part = Data(DataKind::dict);
        }
        parts.push(part);
    }
    const Span<const Data> items = object.elements();
    for (size_t i = 0; i < items.size(); i += 2) {
        const std::string_view key = items[i].view();
        bool known = key == "tag" || key == "id";
        for (const FieldRow& field : field_rows) known = known || (field.message == row->tag && field.name == key);
        if (!known) return fault.set(std::string(row->name) + " has no \"" + shown(key) + "\"");
    }
    body = Data::from_items(DataKind::list, {parts.data(), parts.size()});
    return true;
}

bool write_message_json(const Data& body, Arena& scratch, std::string& out, Fault& fault) {
    const Span<const Data> parts = body.elements();
    const bool is_message = body.kind == DataKind::list && parts.size() >= 2 && parts[0].kind == DataKind::integer;
    const MessageRow* row = is_message ? message_row(static_cast<uint64_t>(parts[0].integer)) : nullptr;
    if (row == nullptr) return fault.set("unknown message");
    out += "{\"tag\":";
    write_json_text(row->name, out);
    out += ",\"id\":";
    write_json(parts[1], scratch, out);
    size_t index = 2;
    for (const FieldRow& field : field_rows) {
        if (field.message != row->tag || index >= parts.size()) continue;
        const Data& part = parts[index++];
        out.push_back(',');
        write_json_text(field.name, out);
        out.push_back(':');
        write_json(field.type == "program" ? program_object(part, scratch) : part, scratch, out);
    }
    out.push_back('}');
    return index == parts.size() || fault.set("too many fields");
}

}  // namespace exmonty::codec
