// The stage-0 compiler: runs while building, compiles the prelude's Python files, and writes their code as C++ data.
//
//     stage0 OUTPUT.cpp FILE.py…
//
// A file's module name is its path with dots: collections_abc.py is the module `collections.abc` (a double underscore in a file
// name stands for itself). A prelude that does not compile fails the build with CPython's message.
#include "vm/bytecode/code_format.h"
#include "vm/compiler/compiler.h"
#include "vm/heap/chunks.h"
#include "vm/syntax/parser.h"

#include <cstdio>
#include <cstring>

namespace {

using namespace exmonty;

struct ArenaSink : TextSink {
    explicit ArenaSink(Arena& arena) {
        ctx = &arena;
        grow = [](TextSink& sink, size_t capacity) {
            size_t wanted = capacity < sink.capacity * 2 ? sink.capacity * 2 : capacity;
            char* room = static_cast<char*>(static_cast<Arena*>(sink.ctx)->grow_bytes(sink.data, sink.capacity, wanted));
            if (!room) return false;
            sink.data = room;
            sink.capacity = wanted;
            return true;
        };
    }
};

std::string_view read_file(const char* path, Arena& arena) {
    FILE* file = fopen(path, "rb");
    if (!file) return {};
    ArenaSink text(arena);
    char buffer[4096];
    while (size_t count = fread(buffer, 1, sizeof buffer, file)) text.append(std::string_view(buffer, count));
    fclose(file);
    return text.view();
}

// "vm/prelude/collections_abc.py" → "collections.abc".
void write_module_name(FILE* out, std::string_view path) {
    size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path = path.substr(slash + 1);
    path = path.substr(0, path.size() - 3);
    for (char c : path) fputc(c == '_' && path[0] != '_' ? '.' : c, out);
}

bool fail(std::string_view path, std::string_view message, long long line) {
    fprintf(stderr, "%.*s:%lld: %.*s\n", static_cast<int>(path.size()), path.data(), line, static_cast<int>(message.size()), message.data());
    return false;
}

bool compile_file(FILE* out, const char* path, int number) {
    Arena arena(system_chunks(nullptr));
    std::string_view source = read_file(path, arena);
    if (source.empty()) return fail(path, "cannot be read, or is empty", 0);
    ParseResult parsed = parse(source, ast::ParseMode::File, arena, Poll{});
    if (parsed.status != ParseStatus::Ok) return fail(path, parsed.error.message, parsed.error.line);
    CompileOptions options{path, source, true};
    CompileResult compiled = compile(*parsed.module, options, arena, Poll{});
    if (compiled.status != CompileStatus::Ok) return fail(path, compiled.error.message, compiled.error.line);
    ArenaSink bytes(arena);
    ByteWriter writer{bytes};
    write_code(writer, *compiled.code);
    fprintf(out, "constexpr unsigned char module_%d[] = {", number);
    for (size_t i = 0; i < bytes.size; i++) fprintf(out, "%s%u,", i % 32 == 0 ? "\n" : "", static_cast<unsigned char>(bytes.data[i]));
    fprintf(out, "};\n");
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    FILE* out = fopen(arguments[1], "wb");
    if (!out) return 1;
    fprintf(out, "#include \"vm/prelude/prelude.h\"\n\nnamespace exmonty {\nnamespace {\n");
    bool good = true;
    for (int i = 2; i < count; i++) good = compile_file(out, arguments[i], i - 2) && good;
    fprintf(out, "constexpr PreludeModule modules[] = {\n");
    for (int i = 2; i < count; i++) {
        fprintf(out, "{\"");
        write_module_name(out, arguments[i]);
        fprintf(out, "\", module_%d, sizeof module_%d},\n", i - 2, i - 2);
    }
    fprintf(out, "{nullptr, nullptr, 0}};\n}\nconst PreludeModule* prelude_modules() { return modules; }\n}\n");
    fclose(out);
    if (!good) remove(arguments[1]);
    return good ? 0 : 1;
}
