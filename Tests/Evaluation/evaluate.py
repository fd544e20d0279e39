#!/usr/bin/env python3
"""Measures Dragnet on published corpora. Needs Python 3.9 or later and nothing else.

  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR relations
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR entities
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR calibration
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR factuality
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR speakers

DIR holds the corpora unpacked, each in a folder of its own: re3d, knowledgenet, meantime, gum,
litbank. `--reader lexicon` reads by patterns alone. What is
printed are totals only: single errors of a test set are nobody's business. docs/reader.md says what
each figure means.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

# Labels of a corpus: ours that mean the same, True where the ends are the other way round.
RE3D = {
    "BelongsTo": {"member_of": False, "works_for": False, "part_of": False, "based_in": False,
                  "citizen_of": False, "joined": False, "unit_of": False, "spokesperson_of": False},
    "CoLocated": {"located_in": False, "based_in": False, "part_of": False, "visited": False,
                  "arrested_in": False, "died_in": False, "held_in": False, "lives_in": False,
                  "travelled_to": False, "killed_in": False, "fought_in": False},
    "InChargeOf": {"leads": False, "owns": False, "founded": False, "hired": False,
                   "seized": False},
    "FightingAgainst": {"attacked": False, "fought": False, "killed": False, "raided": False,
                        "arrested": False, "defeated": False, "captured": False},
    "CommWith": {"met": False, "asked": False, "called": False, "alerted": False, "wrote_to": False,
                 "interviewed": False, "agreed_with": False, "visited": False},
    "AlliesOf": {"works_with": False, "cooperates_with": False, "joined_with": False,
                 "supported": False, "associate_of": False, "helped": False},
}
KNOWLEDGENET = {
    "EMPLOYEE_OR_MEMBER_OF": {"works_for": False, "member_of": False, "leads": False,
                              "joined": False, "hired": True},
    "FOUNDED_BY": {"founded": True},
    "CEO": {"leads": True},
    "HEADQUARTERS": {"based_in": False, "located_in": False},
    "PLACE_OF_BIRTH": {"born_in": False},
    "PLACE_OF_RESIDENCE": {"lives_in": False, "moved_to": False, "settled_in": False},
    "SPOUSE": {"married": False, "spouse_of": False},
    "CHILD_OF": {"child_of": False, "parent_of": True},
    "NATIONALITY": {"citizen_of": False},
    "EDUCATED_AT": {"educated_at": False},
    "POLITICAL_AFFILIATION": {"member_of": False, "leads": False},
}
MUTUAL = {"AlliesOf", "FightingAgainst", "CommWith", "CoLocated", "SPOUSE"}


READER = "neural"


def read(dragnet, texts):
    """The readings of texts, by name; offsets are of characters, not bytes."""
    lines = "".join(json.dumps({"name": n, "text": t}) + "\n" for n, t in texts)
    run = subprocess.run([dragnet, "extract", "-", "--jsonl", "--readings", "--threads", "1",
                          "--reader", READER],
                         input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    result = {}
    for line in run.stdout.decode().splitlines():
        reading = json.loads(line)
        place, at = [], 0
        for number, character in enumerate(reading["document"]["text"]):
            place += [number] * len(character.encode())
        place.append(len(reading["document"]["text"]))
        for kind in ("mentions", "sentences", "findings", "attributions"):
            for item in reading[kind]:
                item["span"] = (place[item["range"]["start"]], place[item["range"]["end"]])
        result[reading["document"]["name"]] = reading
    missing = [n for n, _ in texts if n not in result]
    if missing:
        print(f"{len(missing)} of {len(texts)} texts could not be read", file=sys.stderr)
    return result


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def spans(reading, finding, end):
    """Where the chain of one end of a finding stands in the sentence that states it."""
    sentence = reading["sentences"][finding["sentence"]]["span"]
    chain = reading["chains"][reading["mentions"][finding[end]]["chain"]]
    return [reading["mentions"][m]["span"] for m in chain["mentions"]
            if overlap(reading["mentions"][m]["span"], sentence)]


def re3d(root, folder):
    """Texts, and by text: annotated spans, gold relations (label, source, target)."""
    base = root / "re3d" / folder

    def lines(name):
        return [json.loads(l) for l in open(base / name, encoding="utf-8-sig") if l.strip()]
    texts = [(d["_id"], d["text"]) for d in lines("documents.json")]
    known, gold = collections.defaultdict(list), collections.defaultdict(list)
    skipped = {"Temporal", "Quantity", "Money", "Frequency", "DocumentReference"}
    for e in lines("entities.json"):
        if e["type"] not in skipped:
            known[e["documentId"]].append((e["begin"], e["end"]))
    for r in lines("relations.json"):
        if r["type"] in RE3D:
            gold[r["documentId"]].append((r["type"], (r["sourceBegin"], r["sourceEnd"]),
                                          (r["targetBegin"], r["targetEnd"])))
    return texts, known, gold


def knowledgenet(root, folds):
    texts, asked, gold = [], {}, {}
    for number, line in enumerate(open(root / "knowledgenet/train.dbpedia.jsonl", encoding="utf-8")):
        r = json.loads(line)
        if r["fold"] not in folds:
            continue
        name = f"{number}"
        texts.append((name, r["text"]))
        asked[name] = set(r["annotatedProperties"])
        gold[name] = [(f["property"], tuple(f["subject"]), tuple(f["object"]),
                       (f["property"], f["subjectUri"] or f["subjectText"],
                        f["objectUri"] or f["objectText"]))
                      for f in r["facts"] if f["property"] in KNOWLEDGENET]
    return texts, asked, gold


def meets(left, right, gold):
    return any(overlap(s, gold[1]) for s in left) and any(overlap(s, gold[2]) for s in right)


def judge_re3d(readings, known, gold):
    """Judged findings (confidence, label, pair right, label right) and gold found or not by label."""
    judged, found = [], collections.Counter()
    total = collections.Counter(g[0] for name in readings for g in gold.get(name, []))
    hit_pairs = set()
    for name, reading in readings.items():
        for f in reading["findings"]:
            if f["polarity"] != "asserted" or f["label"] == "reported_on":
                continue
            left, right = spans(reading, f, "from"), spans(reading, f, "to")
            # Only what stands between two annotated entities can be judged.
            if not all(any(overlap(s, k) for s in side for k in known.get(name, []))
                       for side in (left, right)):
                continue
            pair = label = False
            for place, g in enumerate(gold.get(name, [])):
                straight, turned = meets(left, right, g), meets(right, left, g)
                if not straight and not turned:
                    continue
                pair = True
                hit_pairs.add((name, place))
                ours = RE3D[g[0]].get(f["label"])
                if ours is not None and (straight if not ours else turned or g[0] in MUTUAL):
                    label = True
                    found[(name, place)] += 1
            judged.append((f["confidence"], f["label"], pair, label))
    by_label = collections.Counter(gold[n][p][0] for n, p in found)
    pairs = collections.Counter(gold[n][p][0] for n, p in hit_pairs)
    return judged, total, pairs, by_label


def judge_knowledgenet(readings, asked, gold):
    judged, total, found = [], collections.Counter(), set()
    for name in readings:
        for key in {g[3] for g in gold[name]}:
            total[key[0]] += 1
    for name, reading in readings.items():
        for f in reading["findings"]:
            if f["polarity"] != "asserted":
                continue
            for label in sorted(asked[name]):
                turned = KNOWLEDGENET.get(label, {}).get(f["label"])
                if turned is None:
                    continue
                left, right = spans(reading, f, "from"), spans(reading, f, "to")
                if turned:
                    left, right = right, left
                if label == "NATIONALITY":  # the corpus marks the adjective, Dragnet names the country
                    right = right + [f["span"]]
                ends = [reading["mentions"][f[e]] for e in ("from", "to")]
                # A place in a place, and "the Bank of Utopia", are no headquarters in the corpus's sense.
                if label == "HEADQUARTERS" and (ends[0]["type"] == "place"
                                                or overlap(ends[0]["span"], ends[1]["span"])):
                    continue
                hits = [g for g in gold[name] if g[0] == label
                        and (meets(left, right, g) or label in MUTUAL and meets(right, left, g))]
                # A label that serves two properties is wrong only if it is right for neither.
                others = [g for g in gold[name] if f["label"] in KNOWLEDGENET[g[0]]
                          and (meets(left, right, g) or meets(right, left, g))]
                if not hits and others:
                    continue
                found |= {(name, g[3]) for g in hits}
                judged.append((f["confidence"], label, bool(hits), bool(hits)))
    return judged, total, collections.Counter(key[0] for _, key in found)


def row(label, right, said, hit, wanted):
    p = f"{right / said:.3f}" if said else "  –  "
    r = f"{hit / wanted:.3f}" if wanted else "  –  "
    print(f"| {label} | {said} | {p} | {wanted} | {r} |")


def relations(dragnet, root):
    texts, known, gold = re3d(root, "UK Government")
    judged, total, pairs, labels = judge_re3d(read(dragnet, texts), known, gold)
    print("re3d UK Government\n\n| label | said | precision | wanted | recall |\n|---|---:|---:|---:|---:|")
    row("pairs", sum(j[2] for j in judged), len(judged), sum(pairs.values()), sum(total.values()))
    row("pairs, labelled", sum(j[3] for j in judged), len(judged), sum(labels.values()),
        sum(total.values()))
    for label in sorted(RE3D):
        ours = [j for j in judged if j[1] in RE3D[label]]
        row(label, sum(j[3] for j in ours), len(ours), labels[label], total[label])
    texts, asked, gold = knowledgenet(root, {4})
    judged, total, found = judge_knowledgenet(read(dragnet, texts), asked, gold)
    print("\nKnowledgeNet fold 4\n\n| label | said | precision | wanted | recall |\n|---|---:|---:|---:|---:|")
    row("all", sum(j[2] for j in judged), len(judged), sum(found.values()), sum(total.values()))
    for label in sorted(KNOWLEDGENET):
        ours = [j for j in judged if j[1] == label]
        row(label, sum(j[2] for j in ours), len(ours), found[label], total[label])


def held_in(dragnet, root):
    """Judged findings and judged mentions of what may be fitted on: (confidence, right)."""
    found, named = [], []
    types = {"Person": {"person"}, "Location": {"place"},
             "Organisation": {"organization", "agency"}}
    for folder in ("Wikipedia", "Australian Department of Foreign Affairs"):
        texts, known, gold = re3d(root, folder)
        readings = read(dragnet, texts)
        found += [(j[0], j[2]) for j in judge_re3d(readings, known, gold)[0]]
        marks = collections.defaultdict(list)
        path = root / "re3d" / folder / "entities.json"
        for line in open(path, encoding="utf-8-sig"):
            if line.strip():
                e = json.loads(line)
                marks[e["documentId"]].append(((e["begin"], e["end"]), types.get(e["type"], set())))
        named += judge_mentions(readings, marks)
    found += judged_passages(dragnet, root, {1, 2, 3})
    # MEANTIME marks only those who take part in an event, so an unmarked name there is no error.
    return sorted(found), sorted(named)


def judged_passages(dragnet, root, folds):
    """Judged findings of KnowledgeNet: (confidence, right)."""
    texts, asked, gold = knowledgenet(root, folds)
    readings = read(dragnet, texts)
    for reading in readings.values():
        # "The French firm": the corpora mark no country there, so it can be neither right nor wrong.
        reading["findings"] = [
            f for f in reading["findings"]
            if f["label"] not in ("citizen_of", "based_in")
            or overlap(reading["mentions"][f["to"]]["span"], f["span"])]
    # Heads and members of all bodies are asked after as members of parties: not judged.
    asked = {name: labels - {"POLITICAL_AFFILIATION"} for name, labels in asked.items()}
    return [(j[0], j[2]) for j in judge_knowledgenet(readings, asked, gold)[0]]


def judge_mentions(readings, marks):
    """Names of people, bodies and places in sentences that are annotated: is one marked there?"""
    judged = []
    for name, reading in readings.items():
        annotated = [s["span"] for s in reading["sentences"]
                     if any(overlap(s["span"], m[0]) for m in marks.get(name, []))]
        for m in reading["mentions"]:
            if m["kind"] != "name" or m["type"] in ("group", "other"):
                continue
            if not any(overlap(m["span"], s) for s in annotated):
                continue
            judged.append((m["confidence"], any(
                overlap(m["span"], span) and m["type"] in kinds
                for span, kinds in marks.get(name, []))))
    return judged


def isotonic(judged):
    """Pools neighbours that violate the order (Ayer and others, 1955): (mean confidence, share, n)."""
    blocks = []
    for confidence in sorted({c for c, _ in judged}):
        some = [r for c, r in judged if c == confidence]
        blocks.append([confidence * len(some), sum(some), len(some)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    return [(c / n, r / n, n) for c, r, n in blocks]


def bins(judged):
    """By tenth of confidence: (mean confidence, share right, number, half width of 95 %)."""
    result = []
    for low in range(10):
        some = [j for j in judged if min(9, int(j[0] * 10 + 1e-9)) == low]
        if some:
            mean, share = sum(j[0] for j in some) / len(some), sum(j[1] for j in some) / len(some)
            # Wilson's interval holds for few and for shares near 1.
            n, z = len(some), 1.96
            middle = (share + z * z / (2 * n)) / (1 + z * z / n)
            half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5
            result.append((low, mean, share, n, middle - half, middle + half))
    return result


def calibration(dragnet, root):
    found, named = held_in(dragnet, root)
    shown = []
    kept_out = sorted(judged_passages(dragnet, root, {4}))
    for title, judged in (("Relations", found), ("Relations, kept out", kept_out),
                          ("Names", named)):
        print(f"{title}\n\n| confidence | number | mean confidence | right | 95 % |")
        print("|---|---:|---:|---:|---|")
        rows = bins(judged)
        for low, mean, share, n, bottom, top in rows:
            print(f"| .{low} to .{low}9 | {n} | {mean:.2f} | {share:.2f} | {bottom:.2f}–{top:.2f} |")
        error = sum(abs(r[1] - r[2]) * r[3] for r in rows) / len(judged)
        brier = sum((c - r) ** 2 for c, r in judged) / len(judged)
        share = sum(r for _, r in judged) / len(judged)
        print(f"\n{len(judged)} in all, {share:.2f} right; expected calibration error {error:.3f}, "
              f"Brier score {brier:.3f} (of the share alone {share * (1 - share):.3f})")
        print("isotonic: " + ", ".join(f"{c:.2f}→{r:.2f} ({n})" for c, r, n in isotonic(judged)) + "\n")
        shown.append((title, rows))
    path = pathlib.Path("reliability.svg")
    path.write_text(diagram(shown), encoding="utf-8")
    print(f"wrote {path}", file=sys.stderr)


def diagram(shown):
    """Reliability diagrams side by side: share right over confidence, the diagonal is calibrated."""
    width, side, left, top = 330, 250, 48, 44
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * len(shown) + 20}" height="360" '
             f'viewBox="0 0 {width * len(shown) + 20} 360" font-family="sans-serif" font-size="12">',
             "<title>Share of findings that are right, by confidence</title>",
             f'<rect width="{width * len(shown) + 20}" height="360" fill="#ffffff"/>']
    for place, (title, rows) in enumerate(shown):
        x0 = place * width + left
        def x(value): return round(x0 + value * side, 1)
        def y(value): return round(top + (1 - value) * side, 1)
        parts.append(f'<text x="{x0}" y="26" font-size="15" fill="#222222">{title}</text>')
        for tick in range(0, 11, 2):
            v = tick / 10
            parts.append(f'<line x1="{x(0)}" y1="{y(v)}" x2="{x(1)}" y2="{y(v)}" stroke="#dddddd"/>')
            parts.append(f'<text x="{x0 - 8}" y="{y(v) + 4}" text-anchor="end" fill="#444444">{v:.1f}</text>')
            parts.append(f'<text x="{x(v)}" y="{top + side + 18}" text-anchor="middle" fill="#444444">{v:.1f}</text>')
        parts.append(f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#888888" stroke-dasharray="5 4"/>')
        for _, mean, share, n, bottom, upper in rows:
            parts.append(f'<line x1="{x(mean)}" y1="{y(bottom)}" x2="{x(mean)}" y2="{y(upper)}" stroke="#1f5f8b" stroke-width="1.5"/>')
            parts.append(f'<circle cx="{x(mean)}" cy="{y(share)}" r="{round(2.5 + n ** 0.25, 1)}" fill="#1f5f8b"/>')
        parts.append(f'<text x="{x(0.5)}" y="{top + side + 38}" text-anchor="middle" fill="#222222">confidence</text>')
        parts.append(f'<text transform="translate({x0 - 34} {y(0.5)}) rotate(-90)" text-anchor="middle" fill="#222222">share right</text>')
    parts.append("</svg>\n")
    return "\n".join(parts)


# --- entities across documents


def meantime(root, topic):
    """Texts rebuilt from tokens, and by text: (span, instance, type) of mentions of entities."""
    texts, gold = [], {}
    for path in sorted((root / "meantime/intra_cross-doc_annotation" / f"corpus_{topic}").glob("*.xml")):
        tree = xml.etree.ElementTree.parse(path).getroot()
        text, place, sentence = "", {}, None
        for token in tree.iter("token"):
            if sentence is not None:
                text += " " if token.get("sentence") == sentence else "\n\n"
            sentence = token.get("sentence")
            place[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
            text += token.text or ""
        marked, instances, kinds = {}, {}, {}
        for item in tree.iter():
            anchors = [a.get("t_id") for a in item.iter("token_anchor")]
            if item.tag == "ENTITY_MENTION" and anchors:
                marked[item.get("m_id")] = (place[anchors[0]][0], place[anchors[-1]][1])
            elif item.tag == "ENTITY":
                instances[item.get("m_id")] = item.get("instance_id") or path.name + item.get("m_id")
                kinds[item.get("m_id")] = item.get("ent_type")
        gold[path.name] = [
            (marked[s.get("m_id")], instances[t.get("m_id")], kinds.get(t.get("m_id")))
            for link in tree.iter("REFERS_TO")
            for t in link.iter("target") if t.get("m_id") in instances
            for s in link.iter("source") if s.get("m_id") in marked]
        texts.append((path.name, text))
    return texts, gold


def b_cubed(key, response):
    """B-cubed of two partitions of the same items (Bagga and Baldwin, 1998)."""
    def clusters(of):
        result = collections.defaultdict(set)
        for item, cluster in of.items():
            result[cluster].add(item)
        return result
    left, right = clusters(key), clusters(response)
    p = r = 0
    for item in key:
        shared = len(left[key[item]] & right[response[item]])
        p += shared / len(right[response[item]])
        r += shared / len(left[key[item]])
    p, r = p / len(key), r / len(key)
    return p, r, 2 * p * r / (p + r)


def assignment(gain):
    """The most that a one-to-one choice of rows and columns gains (Kuhn, 1955), rows <= columns."""
    rows, columns = len(gain), len(gain[0])
    up, across = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, way = [float("inf")] * (columns + 1), [0] * (columns + 1)
        used = [False] * (columns + 1)
        while owner[at]:
            used[at] = True
            step, best = float("inf"), 0
            for column in range(1, columns + 1):
                if not used[column]:
                    cost = -gain[owner[at] - 1][column - 1] - up[owner[at]] - across[column]
                    if cost < least[column]:
                        least[column], way[column] = cost, at
                    if least[column] < step:
                        step, best = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    up[owner[column]] += step
                    across[column] -= step
                else:
                    least[column] -= step
            at = best
        while at:
            owner[at], at = owner[way[at]], way[at]
    return sum(gain[owner[c] - 1][c - 1] for c in range(1, columns + 1) if owner[c])


def ceaf(key, response, by_entity):
    """CEAF of two partitions of the same items (Luo, 2005): each entity is matched with one."""
    def clusters(of):
        result = collections.defaultdict(set)
        for item, cluster in of.items():
            result[cluster].add(item)
        return list(result.values())
    left, right = clusters(key), clusters(response)

    def alike(a, b):
        shared = len(a & b)
        return 2 * shared / (len(a) + len(b)) if by_entity else shared
    small, large = sorted((left, right), key=len)
    best = assignment([[alike(a, b) for b in large] for a in small])
    p = best / (len(right) if by_entity else len(response))
    r = best / (len(left) if by_entity else len(key))
    return p, r, 2 * p * r / (p + r)


def entities(dragnet, root):
    texts, gold = meantime(root, "stock")
    lines = "".join(json.dumps({"name": n, "text": t}) + "\n" for n, t in texts)
    run = subprocess.run([dragnet, "extract", "--jsonl", "-", "--reader", READER],
                         input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    network = json.loads(run.stdout)
    names = {d["id"]: d["name"] for d in network["documents"]}
    byte = {}
    for d in network["documents"]:
        place = []
        for number, character in enumerate(d["text"]):
            place += [number] * len(character.encode())
        byte[d["id"]] = place + [len(d["text"])]
    ours = collections.defaultdict(list)
    for e in network["entities"]:
        for m in e["mentions"]:
            at = byte[m["document"]]
            ours[names[m["document"]]].append(((at[m["start"]], at[m["end"]]), e["id"], m["text"]))
    key, response, baseline = {}, {}, {}
    total = 0
    for name, marks in gold.items():
        for span, instance, _ in marks:
            total += 1
            best = max(ours[name], default=None, key=lambda o: (
                min(o[0][1], span[1]) - max(o[0][0], span[0]), -abs(o[0][1] - span[1])))
            if best is None or not overlap(best[0], span):
                continue
            item = (name, span)
            key[item], response[item] = instance, best[1]
            baseline[item] = best[2].lower().removeprefix("the ")
    print(f"MEANTIME stock: {total} mentions of entities, {len(key)} of them found")
    print("\n| | B-cubed: precision | recall | F1 | CEAF by mention: F1 | CEAF by entity: precision "
          "| recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|---:|")
    for label, found in (("Dragnet", response), ("equal names only", baseline)):
        figures = (*b_cubed(key, found), ceaf(key, found, False)[2], *ceaf(key, found, True))
        print("| " + " | ".join([label] + [f"{f:.3f}" for f in figures]) + " |")


# --- does it hold, and who says so


def events(root, topic):
    """By text: events as (span, spans of who takes part, certainty, polarity, time)."""
    texts, gold = [], {}
    for path in sorted((root / "meantime/intra_cross-doc_annotation" / f"corpus_{topic}").glob("*.xml")):
        tree = xml.etree.ElementTree.parse(path).getroot()
        text, place, sentence = "", {}, None
        for token in tree.iter("token"):
            if int(token.get("sentence")) > 5:  # the rest is not annotated in full
                continue
            if sentence is not None:
                text += " " if token.get("sentence") == sentence else "\n\n"
            sentence = token.get("sentence")
            place[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
            text += token.text or ""
        marked = {}
        for item in tree.iter():
            anchors = [a.get("t_id") for a in item.findall("token_anchor")]
            if anchors and all(a in place for a in anchors):
                marked[item.get("m_id")] = (place[anchors[0]][0], place[anchors[-1]][1])
        parts = collections.defaultdict(list)
        for link in tree.iter("HAS_PARTICIPANT"):
            for s in link.iter("source"):
                parts[s.get("m_id")] += [marked[t.get("m_id")] for t in link.iter("target")
                                         if t.get("m_id") in marked]
        gold[path.name] = [
            (marked[e.get("m_id")], parts[e.get("m_id")], e.get("certainty"), e.get("polarity"),
             e.get("time"))
            for e in tree.iter("EVENT_MENTION") if e.get("m_id") in marked and e.get("certainty")]
        texts.append((path.name, text))
    return texts, gold


def shares(name, ours, gold):
    """A row: of what is marked by us and in the corpus, precision and recall."""
    both = sum(a and b for a, b in zip(ours, gold))
    print(
        f"| {name} | {sum(gold)} | {sum(ours)} | "
        + (f"{both / sum(ours):.2f}" if sum(ours) else "–") + " | "
        + (f"{both / sum(gold):.2f}" if sum(gold) else "–") + " |")


def factuality(dragnet, root):
    for topics in (("airbus", "apple", "gm"), ("stock",)):
        judge_factuality(dragnet, root, topics)


def judge_factuality(dragnet, root, topics):
    """Modality and polarity of findings against certainty, time and polarity of their events."""
    judged = []
    for topic in topics:
        texts, gold = events(root, topic)
        for name, reading in read(dragnet, texts).items():
            for f in reading["findings"]:
                ends = [reading["mentions"][f[e]]["span"] for e in ("from", "to")]
                inside = [g for g in gold[name] if overlap(g[0], f["span"])
                          and not any(overlap(g[0], e) for e in ends)]
                # Of several events it is the one that an end takes part in.
                if len(inside) > 1:
                    inside = [g for g in inside if any(overlap(p, e) for p in g[1] for e in ends)]
                if inside:
                    best = max(inside, key=lambda g: sum(
                        any(overlap(p, e) for p in g[1]) for e in ends))
                    judged.append((f, best))
    print(f"MEANTIME {', '.join(topics)}: {len(judged)} findings about an annotated event\n")
    print("| | in the corpus | ours | precision | recall |\n|---|---:|---:|---:|---:|")
    shares("denied", [f["polarity"] == "denied" for f, _ in judged],
           [g[3] == "NEG" for _, g in judged])
    shares("not stated as fact", [f["modality"] != "fact" for f, _ in judged],
           [g[2] in ("PROBABLE", "POSSIBLE") or g[4] == "FUTURE" for _, g in judged])
    shares("planned (corpus: future)", [f["modality"] == "planned" for f, _ in judged],
           [g[4] == "FUTURE" for _, g in judged])
    shares("alleged, believed (corpus: possible, probable)",
           [f["modality"] in ("alleged", "believed") for f, _ in judged],
           [g[2] in ("PROBABLE", "POSSIBLE") for _, g in judged])
    agreed = sum((f["modality"] == "fact") == (g[2] == "CERTAIN" and g[4] != "FUTURE")
                 and (f["polarity"] == "denied") == (g[3] == "NEG") for f, g in judged)
    print(f"\nagreed on both, fact or not and denied or not: {agreed} of {len(judged)}\n")


def gum(root, part):
    """Texts of a part, and by text: (spans of the words that name who says or thinks something)."""
    wanted, now = set(), None
    for line in open(root / "gum/splits.md", encoding="utf-8"):
        if line.startswith("## "):
            now = line[3:].strip()
        elif now == part and "*" in line:
            wanted.add(line.split("*")[1].strip())
    texts, gold = [], {}
    for path in sorted((root / "gum/dep").glob("*.conllu")):
        if path.stem not in wanted:
            continue
        text, words, sources, glue, joined = "", [], [], "", None
        for line in open(path, encoding="utf-8"):
            if line.startswith("# newpar"):
                glue = "\n\n" if text else ""
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 10 or "." in cells[0]:
                continue
            if "-" in cells[0]:
                joined = [int(n) for n in cells[0].split("-")]
                text += glue + cells[1]
                glue = "" if "SpaceAfter=No" in cells[9] else " "
                whole = (len(text) - len(cells[1]), len(text))
                continue
            if joined and joined[0] <= int(cells[0]) <= joined[1]:
                words.append(whole)
            else:
                joined = None
                text += glue
                words.append((len(text), len(text) + len(cells[1])))
                text += cells[1]
                glue = "" if "SpaceAfter=No" in cells[9] else " "
            if joined and int(cells[0]) == joined[1]:
                joined = None
            for relation in re.findall(r"attribution-(?:positive|negative):([^;|]*)", cells[9]):
                source = re.search(r"sem-atsrc-([0-9,-]+)-", relation)
                if source:
                    sources.append([part.split("-") for part in source[1].split(",")])
        gold[path.name] = [
            [(words[int(ends[0]) - 1][0], words[int(ends[-1]) - 1][1]) for ends in source]
            for source in sources if all(int(ends[-1]) <= len(words) for ends in source)]
        texts.append((path.name, text))
    return texts, gold


def quotations(root, number):
    """LitBank texts chosen by number, and by text: (span of the quotation, spans of its speaker)."""
    texts, gold = [], {}
    for path in sorted((root / "litbank/quotations/tsv").glob("*.ann")):
        if not number(int(path.name.split("_")[0])):
            continue
        text = ""
        opened, mentions = collections.defaultdict(list), collections.defaultdict(list)
        lines = open(root / "litbank/coref/conll" / (path.stem + ".conll"), encoding="utf-8")
        sentences = [[]]
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 13:
                if sentences[-1]:
                    sentences.append([])
                continue
            sentences[-1].append((cells[3], cells[12]))
        place = {}
        quotes = [line.split("\t") for line in open(path, encoding="utf-8").read().splitlines()]
        for number_of, sentence in enumerate(sentences):
            for order, (word, marks) in enumerate(sentence):
                bare = word in {",", ".", ";", ":", "!", "?", "’", "”", ")"} or word.startswith("’")
                if text and not bare and not text.endswith(("“", "‘", "(", "\n")):
                    text += " "
                start = len(text)
                text += word
                place[(number_of, order)] = (start, len(text))
                for mark in marks.split("|"):
                    name = re.sub(r"\D", "", mark)
                    if name and mark.startswith("("):
                        opened[name].append(start)
                    if name and mark.endswith(")") and opened[name]:
                        mentions[name].append((opened[name].pop(), len(text)))
            text += "\n\n" if number_of + 1 < len(sentences) else ""
        spans = {}
        for cells in quotes:
            if cells[0] == "QUOTE":
                first = place.get((int(cells[2]), int(cells[3])))
                end = place.get((int(cells[4]), int(cells[5])))
                if first and end:
                    spans[cells[1]] = (first[0], end[1])
        gold[path.name] = [
            (spans[cells[1]], mentions[cells[2].rsplit("-", 1)[-1]])
            for cells in quotes if cells[0] == "ATTRIB" and cells[1] in spans
            and mentions[cells[2].rsplit("-", 1)[-1]]]
        texts.append((path.name, text))
    return texts, gold


def said_by(reading, attribution):
    """Where the one who says something is spoken of in the text."""
    if "mention" not in attribution:
        return [attribution["span"]]
    chain = reading["chains"][reading["mentions"][attribution["mention"]]["chain"]]
    return [reading["mentions"][m]["span"] for m in chain["mentions"]]


def speakers(dragnet, root):
    print("| | wanted | said | precision | recall |\n|---|---:|---:|---:|---:|")
    for part in ("dev", "test"):
        texts, gold = gum(root, part)
        right = said = found = wanted = 0
        for name, reading in read(dragnet, texts).items():
            ours = [a["span"] for a in reading["attributions"]]
            hits = [[any(overlap(a, g) for g in source) for source in gold[name]] for a in ours]
            right += sum(any(h) for h in hits)
            said += len(ours)
            found += sum(any(h[n] for h in hits) for n in range(len(gold[name])))
            wanted += len(gold[name])
        print(f"| GUM {part}: who says or thinks | {wanted} | {said} | {right / max(1, said):.2f} "
              f"| {found / max(1, wanted):.2f} |")
    for title, number in (("dev", lambda n: n % 5), ("test", lambda n: n % 5 == 0)):
        texts, gold = quotations(root, number)
        near = right = wanted = 0
        for name, reading in read(dragnet, texts).items():
            for quote, speaker in gold[name]:
                wanted += 1
                # Nearest attribution in the paragraph of the quotation or the next words after it.
                close = [(max(quote[0] - a["span"][1], a["span"][0] - quote[1]), n, a)
                         for n, a in enumerate(reading["attributions"])
                         if quote[0] - 120 < a["span"][1] and a["span"][0] < quote[1] + 120]
                if not close:
                    continue
                near += 1
                right += any(overlap(a, b) for a in said_by(reading, min(close)[2]) for b in speaker)
        print(f"| LitBank {title}: whose quotation | {wanted} | {near} | {right / max(1, near):.2f} "
              f"| {right / max(1, wanted):.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragnet", required=True)
    parser.add_argument("--corpora", required=True, type=pathlib.Path)
    parser.add_argument("--reader", choices=["neural", "lexicon"], default="neural")
    parts = {"relations": relations, "entities": entities, "calibration": calibration,
             "factuality": factuality, "speakers": speakers}
    parser.add_argument("what", choices=list(parts))
    options = parser.parse_args()
    READER = options.reader
    parts[options.what](options.dragnet, options.corpora)
