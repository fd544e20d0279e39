"""Scores: counts per document, so that intervals can be drawn over documents."""

from collections import Counter

import numpy as np
from scipy.optimize import linear_sum_assignment

from .coreference import head_of

THREE = ("person", "place", "organization")


def f1(right, found, gold):
    return 200 * right / max(found + gold, 1)


def percent(part, whole):
    return 100 * part / max(whole, 1)


def syntax(gold, read):
    c = Counter()
    for s, r in zip(gold, read):
        c["words"] += len(s.words)
        if not r.heads:
            continue
        for i in range(len(s.words)):
            head = s.heads[i] == r.heads[i]
            c["upos"] += s.upos[i] == r.upos[i]
            c["xpos"] += s.xpos[i] == r.xpos[i]
            c["lemma"] += r.lemmas is not None and s.lemmas[i] == r.lemmas[i]
            c["uas"] += head
            c["las"] += head and s.labels[i].split(":")[0] == r.labels[i].split(":")[0]
    return c


def syntax_scores(c):
    return {k: percent(c[k], c["words"]) for k in ("upos", "xpos", "lemma", "uas", "las")}


def mentions(gold, read):
    c = Counter()
    for s, r in zip(gold, read):
        g = {(m.start, m.end): m.type for m in s.mentions}
        p = {(m.start, m.end): m.type for m in r.mentions or ()}
        c["found"] += len(p)
        c["gold"] += len(g)
        c["untyped"] += sum(k in g for k in p)
        c["typed"] += sum(g.get(k) == t for k, t in p.items())
        g, p = ({k: t for k, t in d.items() if t in THREE and s.upos[head_of(s, *k)] == "PROPN"} for d in (g, p))
        c["named found"] += len(p)
        c["named gold"] += len(g)
        c["named"] += sum(g.get(k) == t for k, t in p.items())
        for k, t in p.items():
            c["found " + t] += 1
            c["right " + t] += g.get(k) == t
        for t in g.values():
            c["gold " + t] += 1
    return c


def mention_scores(c):
    result = dict(
        typed=f1(c["typed"], c["found"], c["gold"]),
        untyped=f1(c["untyped"], c["found"], c["gold"]),
        named=f1(c["named"], c["named found"], c["named gold"]),
    )
    for t in THREE:
        result["named " + t] = f1(c["right " + t], c["found " + t], c["gold " + t])
    return result


def names(gold, read):
    """Exact flat names; an agency counts as an organization."""
    same = {"AGENCY": "ORG", "ORG?": "ORG"}
    c = Counter()
    for s, r in zip(gold, read):
        g = {(a, b, same.get(k, k)) for a, b, k in s.names.spans}
        p = {(a, b, same.get(k, k)) for a, b, k in r.names or ()}
        for kind in ("PER", "ORG", "LOC"):
            here, there = {x for x in g if x[2] == kind}, {x for x in p if x[2] == kind}
            c["gold " + kind] += len(here)
            c["found " + kind] += len(there)
            c["right " + kind] += len(here & there)
    return c


def name_scores(c):
    kinds = ("PER", "ORG", "LOC")
    total = [sum(c[f"{what} {k}"] for k in kinds) for what in ("right", "found", "gold")]
    result = dict(
        all=f1(*total), precision=percent(total[0], total[1]), recall=percent(total[0], total[2])
    )
    for k in kinds:
        result[k] = f1(c["right " + k], c["found " + k], c["gold " + k])
    return result


def agencies(gold, read):
    """Of the gold organizations and agencies found with their exact words, those told apart rightly."""
    c = Counter()
    for s, r in zip(gold, read):
        p = {(a, b): k for a, b, k in r.names or ()}
        for a, b, k in s.names.spans:
            if k in ("ORG", "AGENCY"):
                c["gold " + k] += 1
                if p.get((a, b)) in ("ORG", "AGENCY"):
                    c["found " + k] += 1
                    c["right " + k] += p[a, b] == k
    return c


def coreference(gold, found):
    """Counts of MUC, B-cubed and CEAF-e of one document; chains of one mention are left out."""
    g = [set(c) for c in gold if len(c) > 1]
    p = [set(c) for c in found if len(c) > 1]
    in_g = {m: k for k, c in enumerate(g) for m in c}
    in_p = {m: k for k, c in enumerate(p) for m in c}
    c = Counter()
    for name, own, other in (("r", g, in_p), ("p", p, in_g)):
        for chain in own:
            c["muc " + name] += len(chain) - len({other.get(m, ("alone", m)) for m in chain})
            c["muc of " + name] += len(chain) - 1
    for name, own, other, chains in (("r", g, in_p, p), ("p", p, in_g, g)):
        for chain in own:
            for m in chain:
                c["b3 " + name] += len(chain & chains[other[m]]) / len(chain) if m in other else 0
                c["b3 of " + name] += 1
    if g and p:
        alike = np.array([[2 * len(x & y) / (len(x) + len(y)) for y in p] for x in g])
        best = alike[linear_sum_assignment(-alike)].sum()
        c["ceaf r"] += best
        c["ceaf p"] += best
    c["ceaf of r"] += len(g)
    c["ceaf of p"] += len(p)
    return c


def coreference_scores(c):
    result = {}
    for m in ("muc", "b3", "ceaf"):
        r, p = c[m + " r"] / max(c[m + " of r"], 1), c[m + " p"] / max(c[m + " of p"], 1)
        result[m] = 200 * r * p / max(r + p, 1e-9)
    result["average"] = sum(result.values()) / 3
    return result


def interval(counts, score, key, draws=1000, seed=1):
    """Bootstrap 95 % interval of a score over documents."""
    chance, values = np.random.default_rng(seed), []
    for _ in range(draws):
        total = Counter()
        for i in chance.integers(len(counts), size=len(counts)):
            total.update(counts[i])
        values.append(score(total)[key])
    return float(np.percentile(values, 2.5)), float(np.percentile(values, 97.5))


def total(counts):
    c = Counter()
    for x in counts:
        c.update(x)
    return c
