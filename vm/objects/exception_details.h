// What builtin exceptions hold beside their arguments: `errno` and `filename` of an OSError, `name` and `obj` of an
// AttributeError, the exceptions of a group.
//
// They are a tuple (UNBOUND: not given), which is never changed once it is there: setting one makes another tuple. An
// exception that nobody has asked has none; then its arguments say what they are.
// https://docs.python.org/3/library/exceptions.html#concrete-exceptions
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/exception.h"
#include "vm/objects/run.h"

#include <span>

namespace exmonty {

enum class DetailGroup : uint8_t { None, AttributeError, NameError, ImportError, OSError, SyntaxError, UnicodeError, StopIteration, SystemExit, ExceptionGroup };

// Places in the tuple.
namespace detail {
// The last of each of the next two is for the traceback's suggestion; Python does not see it: whether the object was `self` where
// the exception was raised, and the name that was meant.
enum Attribute : uint32_t { attribute_name, attribute_object, attribute_seen_by_self };
enum Name : uint32_t { name, name_suggestion };
enum Import : uint32_t { import_message, import_name, import_path, import_name_from };
enum Os : uint32_t { os_errno, os_message, os_filename, os_second_filename, os_written };
enum Syntax : uint32_t { syntax_message, syntax_filename, syntax_line, syntax_offset, syntax_text, syntax_end_line, syntax_end_offset, syntax_print_file, syntax_metadata };
enum Unicode : uint32_t { unicode_encoding, unicode_object, unicode_start, unicode_end, unicode_reason };
enum Group : uint32_t { group_message, group_exceptions };
}  // namespace detail

DetailGroup detail_group(const Class* type);
// The rows that read them.
extern const std::array<NativeFunction, 2> attribute_error_methods;
extern const std::array<NativeFunction, 1> name_error_methods;
extern const std::array<NativeFunction, 4> import_error_methods;
extern const std::array<NativeFunction, 5> os_error_methods;
extern const std::array<NativeFunction, 9> syntax_error_methods;
extern const std::array<NativeFunction, 5> unicode_error_methods;
extern const std::array<NativeFunction, 1> stop_iteration_methods;
extern const std::array<NativeFunction, 1> system_exit_methods;
extern const std::array<NativeFunction, 6> exception_group_methods;

// UNBOUND: not given, or the exception has no such detail.
Value exception_detail(Run& run, Exception* exception, DetailGroup group, uint32_t place);
// The leading details of an exception of this group that was just made; the rest is not given.
void set_details(Run& run, Exception* exception, DetailGroup group, std::initializer_list<Value> values);
// The same with one of them replaced.
void replace_detail(Run& run, Exception* exception, DetailGroup group, uint32_t place, Value value);
// `e.name = value`, UNBOUND deletes. UNBOUND: no detail has that name. Else NONE or RAISED.
Value set_detail(Run& run, Exception* exception, std::string_view name, Value value);
// From now on the details do not follow the arguments.
void keep_details(Run& run, Exception* exception);

// The keyword arguments of a call: a dict, or names with values.
struct ExceptionKeywords {
    Dict* dict = nullptr;
    const Tuple* names = nullptr;
    const Value* values = nullptr;

    uint32_t count() const;
    // UNBOUND: not given.
    Value find(std::string_view name) const;
    // The first one that is none of these; nullptr: there is none.
    const Str* find_other(std::span<const char* const> names) const;
};

// `type.__new__`: the exception with its arguments. May give an instance of another class (OSError, BaseExceptionGroup).
Value make_exception(Run& run, const Class* type, std::span<const Value> args);
// `type.__init__`: arguments and details. NONE, RAISED or COLLECT.
Value initialise_exception(Run& run, Exception* exception, std::span<const Value> args, const ExceptionKeywords& keywords);

// The messages that details make, or UNBOUND: as every exception's.
Value import_error_text(Run& run, Exception* exception);
Value syntax_error_text(Run& run, Exception* exception);
Value group_text(Run& run, Exception* exception);

// vm/objects/exception_group.cpp: the arguments of a group, checked. NONE or RAISED; `type` becomes the class to make.
Value check_group(Run& run, const Class*& type, std::span<const Value> args, Tuple*& exceptions);

}  // namespace exmonty
