#include "vm/api/error_tree.h"

#include "vm/objects/exception_details.h"

namespace exmonty {

ErrorTree::ErrorTree(Run& run, Arena& arena, Exception* first) : nodes(arena) {
    if (!first) return;
    add(first, 0);
    // The node that was found last is looked into first.
    ArenaVector<uint32_t> waiting(arena);
    waiting.push(0);
    while (!waiting.empty()) {
        uint32_t node = waiting.pop();
        expand(run, node);
        if (nodes[node].cause) waiting.push(nodes[node].cause);
        if (nodes[node].context) waiting.push(nodes[node].context);
        for (uint32_t i = 0; i < nodes[node].child_count; i++) waiting.push(nodes[node].children + i);
    }
}

uint32_t ErrorTree::add(Exception* exception, uint32_t depth) {
    if (nodes.size() >= most_nodes || depth >= deepest) return 0;
    ErrorNode node;
    node.exception = exception;
    node.depth = depth;
    size_t number = nodes.size();
    nodes.push(node);
    return nodes.size() > number ? static_cast<uint32_t>(number) : 0;
}

bool ErrorTree::knows(const Exception* exception) const {
    for (size_t i = 0; i < nodes.size(); i++)
        if (nodes[i].exception == exception) return true;
    return false;
}

void ErrorTree::expand(Run& run, uint32_t node) {
    Exception* exception = nodes[node].exception;
    uint32_t depth = nodes[node].depth + 1;
    Exception* cause = as<Exception>(exception->cause);
    if (cause && !knows(cause)) {
        uint32_t added = add(cause, depth);
        nodes[node].cause = added;
    }
    Exception* context = as<Exception>(exception->context);
    bool needs_context = !nodes[node].cause && !(exception->flags & Exception::suppress_context);
    if (context && needs_context && !knows(context)) {
        uint32_t added = add(context, depth);
        nodes[node].context = added;
    }
    Tuple* children = as<Tuple>(exception_detail(run, exception, DetailGroup::ExceptionGroup, detail::group_exceptions));
    if (!children) return;
    nodes[node].is_group = true;
    for (Value value : children->view()) {
        Exception* child = as<Exception>(value);
        uint32_t added = child ? add(child, depth) : 0;
        if (!added) break;
        if (nodes[node].child_count++ == 0) nodes[node].children = added;
    }
}

}  // namespace exmonty
