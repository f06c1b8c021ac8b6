// Values into a run and out of it again.

#include "vm/api/export.h"
#include "vm/api/import.h"
#include "vm/api/session_impl.h"
#include "vm/objects/list.h"
#include "vm/objects/tuple.h"

// After the names of the run, one of which is errno.
#include "test/support/decoding.h"

namespace exmonty {

namespace {

struct FreshRun {
    FreshRun() : session(Session::create(Environment(), Limits(), SessionPurpose::run)) {}
    ~FreshRun() { session->destroy(); }
    FreshRun(const FreshRun&) = delete;
    FreshRun& operator=(const FreshRun&) = delete;

    Run& run() { return SessionImpl::of(session)->run; }

    Session* session;
};

// The JSON form of what comes out when `json` went in, or what was wrong.
std::string there_and_back(std::string_view json) {
    FreshRun fresh;
    const test::DecodedData decoded = test::decode_json(json);
    REQUIRE_MESSAGE(decoded.ok, decoded.fault.message);
    ImportFault fault;
    const Value value = import_data(fresh.run(), decoded.data, fault);
    if (value == UNBOUND) return fault.is_memory ? "memory" : std::string(fault.message);
    test::Decoding out;
    Data data;
    const ExportStatus status = export_value(fresh.run(), value, ExportSource(), out.arena(), data);
    return status == ExportStatus::done ? test::json_of(data) : std::string(export_fault(status));
}

}  // namespace

TEST_SUITE_BEGIN("api/transfer");

TEST_CASE("builtin values come back as they went") {
    for (std::string_view json : {"null",
                                  "true",
                                  "false",
                                  "0",
                                  "-1",
                                  "4611686018427387904",
                                  "9223372036854775807",
                                  "-9223372036854775808",
                                  "18446744073709551615",
                                  "-340282366920938463463374607431768211456",
                                  "0.1",
                                  "-0.0",
                                  "1e-300",
                                  R"({"$float":"inf"})",
                                  R"({"$float":"nan"})",
                                  R"("")",
                                  R"("naïve 🦊")",
                                  R"({"$bytes":"00ff"})",
                                  R"({"$bytes":""})",
                                  "[]",
                                  "[1,[2,[]]]",
                                  R"({"$tuple":[]})",
                                  R"({"$tuple":[1,"a"]})",
                                  "{}",
                                  R"({"b":1,"a":[2]})",
                                  R"({"$dict":[[1,"one"],[{"$tuple":[1,2]},"pair"],[null,false]]})",
                                  R"({"$set":[1,2,3]})",
                                  R"({"$set":[]})",
                                  R"({"$frozenset":[0]})",
                                  R"({"$ellipsis":null})",
                                  R"({"$not_implemented":null})",
                                  R"({"$function":{"name":"fetch","doc":null}})",
                                  R"({"$function":{"name":"fetch","doc":"Gets a page."}})"}) {
        CAPTURE(json);
        CHECK(there_and_back(json) == json);
    }
}

TEST_CASE("a large text and a large list come back") {
    const std::string text = "\"" + std::string(100'000, 'x') + "é\"";
    CHECK((there_and_back(text) == text));
    std::string list = "[0";
    for (int i = 1; i < 20'000; i++) list += "," + std::to_string(i);
    list += "]";
    CHECK((there_and_back(list) == list));
}

TEST_CASE("1000 levels cross, ints of more than max_int_digits do not") {
    const std::string deep = std::string(1000, '[') + std::string(1000, ']');
    CHECK((there_and_back(deep) == deep));
    CHECK(there_and_back("1" + std::string(4200, '0')) == "1" + std::string(4200, '0'));
    CHECK(there_and_back("1" + std::string(4400, '0')) == export_fault(ExportStatus::too_many_digits));
}

TEST_CASE("what Python takes for one key, and kinds without a class yet, are refused with a reason") {
    CHECK(there_and_back(R"({"$dict":[[1,"a"],[true,"b"]]})") == "a dict has two keys that Python takes for one");
    CHECK(there_and_back(R"({"$dict":[[1,"a"],[1.0,"b"]]})") == "a dict has two keys that Python takes for one");
    CHECK(there_and_back(R"({"$repr":"<x>"})") == "the repr of an object cannot be handed to the program");
    CHECK(there_and_back(R"([{"$type":{"name":"int","builtin":true}}])") == "a type cannot be handed to the program");
}

TEST_CASE("a container inside itself is a cycle, one that is shared is written twice, a billion times is too large") {
    FreshRun fresh;
    Run& run = fresh.run();
    test::Decoding out;
    Data data;
    List* list = new_list(run.heap, 1);
    list->items[0] = Value::cell(list);
    REQUIRE(export_value(run, Value::cell(list), ExportSource(), out.arena(), data) == ExportStatus::done);
    CHECK(test::json_of(data) == R"([{"$cycle":"[...]"}])");

    Value shared = Value::integer(7);
    for (int i = 0; i < 2; i++) shared = run.tuple({shared, shared});
    REQUIRE(export_value(run, shared, ExportSource(), out.arena(), data) == ExportStatus::done);
    CHECK(test::json_of(data) == R"({"$tuple":[{"$tuple":[7,7]},{"$tuple":[7,7]}]})");
    for (int i = 0; i < 40; i++) shared = run.tuple({shared, shared});
    CHECK(export_value(run, shared, ExportSource(), out.arena(), data) != ExportStatus::done);
}

TEST_CASE("a str with a lone surrogate stays where it is") {
    FreshRun fresh;
    test::Decoding out;
    Data data;
    const Value text = Value::cell(new_str(fresh.run().heap, "\xED\xA0\x80"));
    CHECK(export_value(fresh.run(), text, ExportSource(), out.arena(), data) == ExportStatus::lone_surrogate);
}

TEST_CASE("an object is its repr when somebody knows it") {
    FreshRun fresh;
    test::Decoding out;
    Data data;
    const Value module = Value::cell(fresh.run().main);
    CHECK(is_exported_as_repr(module));
    REQUIRE(export_value(fresh.run(), module, ExportSource(), out.arena(), data) == ExportStatus::done);
    CHECK(test::json_of(data) == R"({"$repr":"<module object>"})");
    ExportSource source;
    source.repr = [](void*, Value) { return std::string_view("<module '__main__'>"); };
    REQUIRE(export_value(fresh.run(), module, source, out.arena(), data) == ExportStatus::done);
    CHECK(test::json_of(data) == R"({"$repr":"<module '__main__'>"})");
}

TEST_SUITE_END();

}  // namespace exmonty
