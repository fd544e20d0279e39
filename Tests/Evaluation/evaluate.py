#!/usr/bin/env python3
"""Measures Dragnet on published corpora. Needs Python 3.9 or later and nothing else.

  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR relations
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR entities
  python3 Tests/Evaluation/evaluate.py --dragnet .build/release/dragnet --corpora DIR calibration

DIR holds the corpora unpacked, each in a folder of its own: re3d, knowledgenet, meantime. What is
printed are totals only: single errors of a test set are nobody's business. docs/reader.md says what
each figure means.
"""

import argparse
import collections
import json
import pathlib
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


def read(dragnet, texts):
    """The readings of texts, by name; offsets are of characters, not bytes."""
    lines = "".join(json.dumps({"name": n, "text": t}) + "\n" for n, t in texts)
    run = subprocess.run([dragnet, "extract", "-", "--jsonl", "--readings", "--threads", "1"],
                         input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    result = {}
    for line in run.stdout.decode().splitlines():
        reading = json.loads(line)
        place, at = [], 0
        for number, character in enumerate(reading["document"]["text"]):
            place += [number] * len(character.encode())
        place.append(len(reading["document"]["text"]))
        for kind in ("mentions", "sentences", "findings"):
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
    texts, asked, gold = knowledgenet(root, {1, 2, 3})
    readings = read(dragnet, texts)
    for reading in readings.values():
        # "The French firm": the corpora mark no country there, so it can be neither right nor wrong.
        reading["findings"] = [
            f for f in reading["findings"]
            if f["label"] not in ("citizen_of", "based_in")
            or overlap(reading["mentions"][f["to"]]["span"], f["span"])]
    # Heads and members of all bodies are asked after as members of parties: not judged.
    asked = {name: labels - {"POLITICAL_AFFILIATION"} for name, labels in asked.items()}
    found += [(j[0], j[2]) for j in judge_knowledgenet(readings, asked, gold)[0]]
    # MEANTIME marks only those who take part in an event, so an unmarked name there is no error.
    return sorted(found), sorted(named)


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
    for title, judged in (("Relations", found), ("Names", named)):
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


def entities(dragnet, root):
    texts, gold = meantime(root, "stock")
    lines = "".join(json.dumps({"name": n, "text": t}) + "\n" for n, t in texts)
    run = subprocess.run([dragnet, "extract", "--jsonl", "-"], input=lines.encode(),
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
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
    print("\n| | precision | recall | F1 |\n|---|---:|---:|---:|")
    for label, found in (("Dragnet", response), ("equal names only", baseline)):
        print("| {} | {:.3f} | {:.3f} | {:.3f} |".format(label, *b_cubed(key, found)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dragnet", required=True)
    parser.add_argument("--corpora", required=True, type=pathlib.Path)
    parser.add_argument("what", choices=["relations", "entities", "calibration"])
    options = parser.parse_args()
    {"relations": relations, "entities": entities, "calibration": calibration}[options.what](
        options.dragnet, options.corpora)
