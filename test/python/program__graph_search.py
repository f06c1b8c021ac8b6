# Shortest paths, components and topological order.
# recorded: CPython 3.14
from collections import deque

EDGES = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("x", "y", 1)]

def build(edges, directed=True):
    graph = {}
    for u, v, w in edges:
        graph.setdefault(u, {})[v] = w
        graph.setdefault(v, {})
        if not directed:
            graph[v][u] = w
    return graph

def bfs(graph, start):
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in sorted(graph[node]):
            if other not in distance:
                distance[other] = distance[node] + 1
                queue.append(other)
    return distance

def dijkstra(graph, start):
    best = {start: (0, None)}
    done = set()
    while True:
        candidates = [(cost, node) for node, (cost, _) in best.items() if node not in done]
        if not candidates:
            return best
        cost, node = min(candidates)
        done.add(node)
        for other, weight in graph[node].items():
            if other not in best or cost + weight < best[other][0]:
                best[other] = (cost + weight, node)

def path(best, goal):
    if goal not in best:
        return None
    steps = []
    while goal is not None:
        steps.append(goal)
        goal = best[goal][1]
    return steps[::-1]

def components(graph):
    seen = set()
    for node in graph:
        if node not in seen:
            group = set(bfs(graph, node))
            seen |= group
            yield sorted(group)

def topological(graph):
    incoming = {node: 0 for node in graph}
    for node in graph:
        for other in graph[node]:
            incoming[other] += 1
    ready = sorted(n for n, k in incoming.items() if k == 0)
    order = []
    while ready:
        node = ready.pop(0)
        order.append(node)
        for other in sorted(graph[node]):
            incoming[other] -= 1
            if not incoming[other]:
                ready.append(other)
    if len(order) != len(graph):
        raise ValueError("cycle through " + ", ".join(sorted(set(graph) - set(order))))
    return order

def all_paths(graph, start, goal, so_far=()):
    so_far += (start,)
    if start == goal:
        yield so_far
    for other in graph[start]:
        if other not in so_far:
            yield from all_paths(graph, other, goal, so_far)

g = build(EDGES)
print(bfs(g, "a"))
best = dijkstra(g, "a")
print({k: v for k, v in sorted(best.items())})
print(path(best, "e"), path(best, "x"))
print(list(components(build(EDGES, directed=False))))
print(topological(g))
print(sorted(all_paths(g, "a", "d"), key=lambda p: (len(p), p)))
try:
    topological(build(EDGES + [("e", "c", 1)]))
except ValueError as error:
    print(error)
