// The stage-0 compiler: runs while building, compiles the prelude's Python files, and writes their code as C++ data.
//
//     stage0 OUTPUT.cpp FILE.py…
//
// A file's module name is its path with dots: collections_abc.py is the module `collections.abc` (a double underscore in a file
// name stands for itself). The files of a folder are one module, in the order in which they are named: a reader finds a class in
// a file of its own. A prelude that does not compile fails the build with CPython's message.
#include "vm/base/arena_sink.h"
#include "vm/bytecode/code_format.h"
#include "vm/compiler/compiler.h"
#include "vm/heap/chunks.h"
#include "vm/syntax/parser.h"

#include <cstdio>
#include <cstring>
#include <span>

namespace {

using namespace exmonty;

std::string_view read_file(const char* path, Arena& arena) {
    FILE* file = fopen(path, "rb");
    if (!file) return {};
    ArenaSink text(arena);
    char buffer[4096];
    while (size_t count = fread(buffer, 1, sizeof buffer, file)) text.append(std::string_view(buffer, count));
    fclose(file);
    return text.view();
}

// "vm/prelude/collections_abc" → "collections.abc".
void write_module_name(FILE* out, std::string_view path) {
    size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path = path.substr(slash + 1);
    for (char c : path) fputc(c == '_' && path[0] != '_' ? '.' : c, out);
}

bool fail(std::string_view path, std::string_view message, long long line) {
    fprintf(stderr, "%.*s:%lld: %.*s\n", static_cast<int>(path.size()), path.data(), line, static_cast<int>(message.size()), message.data());
    return false;
}

// "vm/prelude/collections/counter.py" → "vm/prelude/collections", "vm/prelude/json.py" → "vm/prelude/json".
std::string_view module_path(std::string_view path) {
    size_t file = path.rfind('/');
    size_t folder = file == std::string_view::npos ? file : path.rfind('/', file - 1);
    bool stands_alone = folder == std::string_view::npos || path.substr(folder + 1, file - folder - 1) == "prelude";
    return stands_alone ? path.substr(0, path.size() - 3) : path.substr(0, file);
}

// How many of the files are the first one's module.
int module_size(std::span<char*> files) {
    int size = 1;
    while (size < static_cast<int>(files.size()) && module_path(files[static_cast<size_t>(size)]) == module_path(files[0])) size++;
    return size;
}

// The files of one module, in turn.
bool compile_module(FILE* out, std::string_view path, std::span<char*> files, int number) {
    Arena arena(system_chunks(nullptr));
    ArenaSink whole(arena);
    for (const char* file : files) {
        std::string_view text = read_file(file, arena);
        if (text.empty()) return fail(file, "cannot be read, or is empty", 0);
        whole.append(text);
        whole.append("\n");
    }
    std::string_view source = whole.view();
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
    std::span<char*> files(arguments + 2, static_cast<size_t>(count - 2));
    int number = 0;
    for (size_t i = 0; i < files.size();) {
        const size_t size = static_cast<size_t>(module_size(files.subspan(i)));
        good = compile_module(out, module_path(files[i]), files.subspan(i, size), number++) && good;
        i += size;
    }
    fprintf(out, "constexpr PreludeModule modules[] = {\n");
    number = 0;
    for (size_t i = 0; i < files.size(); i += static_cast<size_t>(module_size(files.subspan(i)))) {
        fprintf(out, "{\"");
        write_module_name(out, module_path(files[i]));
        fprintf(out, "\", module_%d, sizeof module_%d},\n", number, number);
        number++;
    }
    fprintf(out, "{nullptr, nullptr, 0}};\n}\nconst PreludeModule* prelude_modules() { return modules; }\n}\n");
    fclose(out);
    if (!good) remove(arguments[1]);
    return good ? 0 : 1;
}
