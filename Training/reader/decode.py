"""From scores to trees, mentions and names."""

import numpy as np


def arborescence(score):
    """Chu-Liu/Edmonds on score[dependent, head], node 0 the root; the heads, head[0] = 0."""
    n = score.shape[0]
    s = score.copy()
    np.fill_diagonal(s, -1e9)
    s[0] = -1e9
    head = s.argmax(1)
    head[0] = 0
    cycle = cycle_in(head)
    if cycle is None:
        return head
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    m = len(rest)
    small = np.full((m + 1, m + 1), -1e9)
    total = sum(s[i, head[i]] for i in cycle)
    enter, leave = {}, {}
    for a, i in enumerate(rest):
        for b, j in enumerate(rest):
            small[a, b] = s[i, j]
        if i:
            leave[a] = max(cycle, key=lambda c: s[i, c])
            small[a, m] = s[i, leave[a]]
        enter[a] = max(cycle, key=lambda c: s[c, i] - s[c, head[c]])
        small[m, a] = total + s[enter[a], i] - s[enter[a], head[enter[a]]]
    solved, result = arborescence(small), head.copy()
    for a, i in enumerate(rest):
        if i:
            result[i] = leave[a] if solved[a] == m else rest[solved[a]]
    result[enter[solved[m]]] = rest[solved[m]]
    return result


def cycle_in(head):
    seen = [0] * len(head)
    for i in range(1, len(head)):
        path, j = [], i
        while j and not seen[j]:
            seen[j] = i
            path.append(j)
            j = head[j]
        if j and seen[j] == i:
            return path[path.index(j) :]
    return None


def tree(scores):
    """Heads (1-based, 0 the root) from log probabilities [words, 1 + words]; exactly one root."""
    n = scores.shape[0]
    s = np.full((n + 1, n + 1), -1e9)
    s[1:] = scores
    np.fill_diagonal(s, -1e9)
    head = s.argmax(1)
    head[0] = 0
    if (head[1:] == 0).sum() == 1 and cycle_in(head) is None:
        return head[1:]
    s[1:, 0] -= 1000.0
    return arborescence(s)[1:]


def by_confidence(spans):
    return sorted(spans, key=lambda s: (-s[3], s[0], s[1]))


def nested(spans):
    """The most confident spans that do not cross."""
    kept = []
    for s in by_confidence(spans):
        if all(not (s[0] < o[0] <= s[1] < o[1] or o[0] < s[0] <= o[1] < s[1]) for o in kept):
            kept.append(s)
    return sorted(kept)


def flat(spans):
    """The most confident spans that do not overlap."""
    kept = []
    for s in by_confidence(spans):
        if all(s[1] < o[0] or o[1] < s[0] for o in kept):
            kept.append(s)
    return sorted(kept)
