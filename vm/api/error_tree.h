// The exceptions that are told with one that left the program: its cause or context, theirs in turn, and those in groups. As
// CPython's traceback module finds them: a cause or context that was found already is not told again.
#pragma once

#include "vm/api/source_lines.h"
#include "vm/base/arena.h"
#include "vm/base/text_sink.h"
#include "vm/objects/exception.h"
#include "vm/objects/run.h"

namespace exmonty {

struct List;

// Links are numbers of nodes, which stand behind the node that has them; 0: none.
struct ErrorNode {
    Exception* exception = nullptr;
    uint32_t cause = 0;
    uint32_t context = 0;
    uint32_t children = 0;  // the first of `child_count` nodes
    uint32_t child_count = 0;
    uint32_t depth = 0;
    bool is_group = false;
};

struct ErrorTree {
    static constexpr uint32_t most_nodes = 1000;
    static constexpr uint32_t deepest = 100;

    ErrorTree(Run& run, Arena& arena, Exception* first);
    uint32_t before(uint32_t node) const { return nodes[node].cause ? nodes[node].cause : nodes[node].context; }

    ArenaVector<ErrorNode> nodes;

  private:
    uint32_t add(Exception* exception, uint32_t depth);
    bool knows(const Exception* exception) const;
    void expand(Run& run, uint32_t node);
};

// What Python code says of each node, made by the step exception_texts. Lists may be shorter than the tree, or null.
struct ErrorTexts {
    List* texts = nullptr;     // str(); None: it raised
    List* suffixes = nullptr;  // ". Did you mean …?"
    List* notes = nullptr;     // all notes as they are printed

    static std::string_view at(const List* list, uint32_t node);
};

// The text that CPython prints of a node and all that is told with it.
class ErrorPrinter {
  public:
    ErrorPrinter(Run& run, const ErrorTree& tree, const ErrorTexts& texts, LineFinder& lines, Arena& arena)
        : run(run), tree(tree), texts(texts), lines(lines), arena(arena) {}

    // Each node has its share of the room.
    void begin(uint32_t node_count) { lines.effort.room = DescriptionEffort().room / node_count; }
    // str() of the exception.
    std::string_view message(uint32_t node) const;
    std::string_view formatted(uint32_t node);

  private:
    // CPython's defaults.
    static constexpr uint32_t most_shown = 15;
    static constexpr uint32_t deepest_group = 10;

    void append_chain(TextSink& sink, uint32_t node);
    void append_one(TextSink& sink, uint32_t node);
    void append_group(TextSink& sink, uint32_t node);
    void append_child(TextSink& sink, uint32_t node, uint32_t number, bool is_last);
    void append_traceback(TextSink& sink, const Traceback* first);
    void append_last_line(TextSink& sink, uint32_t node);
    bool append_place(TextSink& sink, Exception* exception);
    // Each line of a text, behind the margin of the group that it stands in.
    void emit(TextSink& sink, std::string_view text, char margin = '|');
    void indent(TextSink& sink);
    std::string_view shown(std::string_view text);

    Run& run;
    const ErrorTree& tree;
    const ErrorTexts& texts;
    LineFinder& lines;
    Arena& arena;
    uint32_t depth_ = 0;
    bool needs_close_ = false;
};

}  // namespace exmonty
