// The static classes of vm/schema/exceptions.def, with their mro worked out at compile time.
// https://docs.python.org/3/library/exceptions.html#exception-hierarchy
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/exception_type.h"

namespace exmonty {
namespace {

constexpr size_t longest_mro = 12;

struct Order {
    size_t numbers[longest_mro];
    size_t count = 0;

    constexpr void add(size_t number) { numbers[count++] = number; }
    constexpr bool has(size_t number, size_t from) const {
        for (size_t i = from; i < count; i++)
            if (numbers[i] == number) return true;
        return false;
    }
};

struct SecondBase {
    ExceptionType type;
    ExceptionType base;
};

constexpr SecondBase second_bases[] = {
#define EXCEPTION_BASE(identifier, second_base) {ExceptionType::identifier, ExceptionType::second_base},
#include "vm/schema/exceptions.def"
};

// C3 of the bases' orders followed by the bases themselves; object is left out.
constexpr Order order_of(size_t number) {
    Order result;
    result.add(number);
    const ExceptionRow& row = exception_rows[number];
    size_t bases[4] = {static_cast<size_t>(row.base)};
    size_t base_count = bases[0] == number ? 0 : 1;
    for (const SecondBase& second : second_bases)
        if (static_cast<size_t>(second.type) == number) bases[base_count++] = static_cast<size_t>(second.base);
    Order lists[5];
    size_t at[5] = {};
    for (size_t i = 0; i < base_count; i++) {
        lists[i] = order_of(bases[i]);
        lists[base_count].add(bases[i]);
    }
    for (;;) {
        bool found = false;
        for (size_t i = 0; i <= base_count && !found; i++) {
            if (at[i] == lists[i].count) continue;
            size_t candidate = lists[i].numbers[at[i]];
            bool free = true;
            for (size_t k = 0; k <= base_count; k++) free = free && !lists[k].has(candidate, at[k] + 1);
            if (!free) continue;
            result.add(candidate);
            for (size_t k = 0; k <= base_count; k++)
                if (at[k] < lists[k].count && lists[k].numbers[at[k]] == candidate) at[k]++;
            found = true;
        }
        if (!found) return result;
    }
}

struct Mro {
    const Class* classes[longest_mro + 1];
    uint32_t count;
};

extern const Class classes[exception_count];

consteval Mro make_mro(size_t number) {
    Order order = order_of(number);
    Mro mro{};
    for (size_t i = 0; i < order.count; i++) mro.classes[mro.count++] = &classes[order.numbers[i]];
    mro.classes[mro.count++] = &object_class;
    return mro;
}

template <size_t... numbers>
consteval std::array<Mro, exception_count> make_mros(std::index_sequence<numbers...>) {
    return {make_mro(numbers)...};
}

constinit const std::array<Mro, exception_count> mros = make_mros(std::make_index_sequence<exception_count>{});

// What `__doc__` says; nullptr: None.
consteval const char* doc_of(ExceptionType type) {
    switch (type) {
        case ExceptionType::ArithmeticError: return "Base class for arithmetic errors.";
        case ExceptionType::AssertionError: return "Assertion failed.";
        case ExceptionType::AttributeError: return "Attribute not found.";
        case ExceptionType::BaseException: return "Common base class for all exceptions";
        case ExceptionType::BaseExceptionGroup: return "A combination of multiple unrelated exceptions.";
        case ExceptionType::BlockingIOError: return "I/O operation would block.";
        case ExceptionType::BrokenPipeError: return "Broken pipe.";
        case ExceptionType::BufferError: return "Buffer error.";
        case ExceptionType::BytesWarning:
            return "Base class for warnings about bytes and buffer related problems, mostly\n"
                   "related to conversion from str or comparing to str.";
        case ExceptionType::ChildProcessError: return "Child process error.";
        case ExceptionType::ConnectionAbortedError: return "Connection aborted.";
        case ExceptionType::ConnectionError: return "Connection error.";
        case ExceptionType::ConnectionRefusedError: return "Connection refused.";
        case ExceptionType::ConnectionResetError: return "Connection reset.";
        case ExceptionType::DeprecationWarning: return "Base class for warnings about deprecated features.";
        case ExceptionType::EOFError: return "Read beyond end of file.";
        case ExceptionType::EncodingWarning: return "Base class for warnings about encodings.";
        case ExceptionType::Exception: return "Common base class for all non-exit exceptions.";
        case ExceptionType::FileExistsError: return "File already exists.";
        case ExceptionType::FileNotFoundError: return "File not found.";
        case ExceptionType::FloatingPointError: return "Floating-point operation failed.";
        case ExceptionType::FutureWarning:
            return "Base class for warnings about constructs that will change semantically\n"
                   "in the future.";
        case ExceptionType::GeneratorExit: return "Request that a generator exit.";
        case ExceptionType::ImportError: return "Import can't find module, or can't find name in module.";
        case ExceptionType::ImportWarning: return "Base class for warnings about probable mistakes in module imports";
        case ExceptionType::IndentationError: return "Improper indentation.";
        case ExceptionType::IndexError: return "Sequence index out of range.";
        case ExceptionType::InterruptedError: return "Interrupted by signal.";
        case ExceptionType::IsADirectoryError: return "Operation doesn't work on directories.";
        case ExceptionType::KeyError: return "Mapping key not found.";
        case ExceptionType::KeyboardInterrupt: return "Program interrupted by user.";
        case ExceptionType::LookupError: return "Base class for lookup errors.";
        case ExceptionType::MemoryError: return "Out of memory.";
        case ExceptionType::ModuleNotFoundError: return "Module not found.";
        case ExceptionType::NameError: return "Name not found globally.";
        case ExceptionType::NotADirectoryError: return "Operation only works on directories.";
        case ExceptionType::NotImplementedError: return "Method or function hasn't been implemented yet.";
        case ExceptionType::OSError: return "Base class for I/O related errors.";
        case ExceptionType::OverflowError: return "Result too large to be represented.";
        case ExceptionType::PendingDeprecationWarning:
            return "Base class for warnings about features which will be deprecated\n"
                   "in the future.";
        case ExceptionType::PermissionError: return "Not enough permissions.";
        case ExceptionType::ProcessLookupError: return "Process not found.";
        case ExceptionType::PythonFinalizationError: return "Operation blocked during Python finalization.";
        case ExceptionType::RecursionError: return "Recursion limit exceeded.";
        case ExceptionType::ReferenceError: return "Weak ref proxy used after referent went away.";
        case ExceptionType::ResourceWarning: return "Base class for warnings about resource usage.";
        case ExceptionType::RuntimeError: return "Unspecified run-time error.";
        case ExceptionType::RuntimeWarning: return "Base class for warnings about dubious runtime behavior.";
        case ExceptionType::StopAsyncIteration: return "Signal the end from iterator.__anext__().";
        case ExceptionType::StopIteration: return "Signal the end from iterator.__next__().";
        case ExceptionType::SyntaxError: return "Invalid syntax.";
        case ExceptionType::SyntaxWarning: return "Base class for warnings about dubious syntax.";
        case ExceptionType::SystemError:
            return "Internal error in the Python interpreter.\n"
                   "\n"
                   "Please report this to the Python maintainer, along with the traceback,\n"
                   "the Python version, and the hardware/OS platform and version.";
        case ExceptionType::SystemExit: return "Request to exit from the interpreter.";
        case ExceptionType::TabError: return "Improper mixture of spaces and tabs.";
        case ExceptionType::TimeoutError: return "Timeout expired.";
        case ExceptionType::TypeError: return "Inappropriate argument type.";
        case ExceptionType::UnboundLocalError: return "Local name referenced but not bound to a value.";
        case ExceptionType::UnicodeDecodeError: return "Unicode decoding error.";
        case ExceptionType::UnicodeEncodeError: return "Unicode encoding error.";
        case ExceptionType::UnicodeError: return "Unicode related error.";
        case ExceptionType::UnicodeTranslateError: return "Unicode translation error.";
        case ExceptionType::UnicodeWarning:
            return "Base class for warnings about Unicode related problems, mostly\n"
                   "related to conversion problems.";
        case ExceptionType::UserWarning: return "Base class for warnings generated by user code.";
        case ExceptionType::ValueError: return "Inappropriate argument value (of correct type).";
        case ExceptionType::Warning: return "Base class for warning categories.";
        case ExceptionType::ZeroDivisionError: return "Second argument to a division or modulo operation was zero.";
        default: return nullptr;
    }
}

struct Rows {
    const NativeFunction* first;
    uint32_t count;
};

template <size_t count>
consteval Rows rows_in(const std::array<NativeFunction, count>& table) {
    return {table.data(), count};
}

consteval Rows rows_of(ExceptionType type) {
    switch (type) {
        case ExceptionType::BaseException: return rows_in(base_exception_methods);
        case ExceptionType::AttributeError: return rows_in(attribute_error_methods);
        case ExceptionType::NameError: return rows_in(name_error_methods);
        case ExceptionType::ImportError: return rows_in(import_error_methods);
        case ExceptionType::OSError: return rows_in(os_error_methods);
        case ExceptionType::SyntaxError: return rows_in(syntax_error_methods);
        case ExceptionType::UnicodeDecodeError:
        case ExceptionType::UnicodeEncodeError:
        case ExceptionType::UnicodeTranslateError: return rows_in(unicode_error_methods);
        case ExceptionType::StopIteration: return rows_in(stop_iteration_methods);
        case ExceptionType::SystemExit: return rows_in(system_exit_methods);
        case ExceptionType::BaseExceptionGroup: return rows_in(exception_group_methods);
        default: return {nullptr, 0};
    }
}

consteval Class make_class(ExceptionType type, const char* module, const char* name, ExceptionType base, const Mro& mro, uint32_t count) {
    size_t number = static_cast<size_t>(type);
    const Class* parent = type == base ? &object_class : &classes[static_cast<size_t>(base)];
    (void)number;
    const Rows rows = rows_of(type);
    return builtin_class(name, module, parent, mro.classes, count, Kind::Exception, Class::exception, rows.first, rows.count, &exception_operations,
                         doc_of(type));
}

constinit const Class classes[exception_count] = {
#define EXCEPTION(identifier, base, atom, module, name)                                                             \
    make_class(ExceptionType::identifier, module, name, ExceptionType::base, mros[static_cast<size_t>(ExceptionType::identifier)], \
               make_mro(static_cast<size_t>(ExceptionType::identifier)).count),
#include "vm/schema/exceptions.def"
};

}  // namespace

const Class* exception_class(ExceptionType type) { return &classes[static_cast<size_t>(type)]; }

uint32_t second_bases_of(const Class* type, const Class* (&bases)[most_second_bases]) {
    uint32_t count = 0;
    for (const SecondBase& second : second_bases)
        if (type == exception_class(second.type) && count < most_second_bases) bases[count++] = exception_class(second.base);
    return count;
}

ExceptionType exception_type_of(const Class* type) {
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i] >= classes && type->mro[i] < classes + exception_count) return static_cast<ExceptionType>(type->mro[i] - classes);
    return ExceptionType::BaseException;
}

}  // namespace exmonty
