"""Relations: a scorer of what one mention of a sentence is to another.

It sees how both mentions stand in the encoder, the words on the path between them in the tree, and the
labels of that path. What people and bodies lastingly are to each other is learned (roles, membership,
kinship, places); deeds are not, for no corpus that may be used marks them.
"""

import collections
import json
import random
import time
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import nn

from .coreference import head_of
from .plain import split_sentences, tokenize
from .product import Product
from .treebanks import Sentence

LABELS = (
    "leads", "works_for", "member_of", "founded", "owns", "part_of", "based_in", "located_in", "born_in",
    "died_in", "lives_in", "educated_at", "spouse_of", "child_of", "sibling_of",
)
MUTUAL = ("spouse_of", "sibling_of")
NAMED = ("PER", "ORG", "AGENCY", "LOC")
FARTHEST = 40  # words between the heads of two mentions
STEPS = 3  # labels looked at on each side of the path
DISTANCES = (1, 2, 3, 4, 6, 9, 13, 20)
# Wikidata's properties: our label, and whether subject and object change places.
WIKIDATA = dict(
    P6=("leads", True), P35=("leads", True), P169=("leads", True), P488=("leads", True), P1037=("leads", True),
    P108=("works_for", False), P463=("member_of", False), P102=("member_of", False), P54=("member_of", False),
    P241=("member_of", False), P112=("founded", True), P127=("owns", True), P1830=("owns", False),
    P361=("part_of", False), P527=("part_of", True), P749=("part_of", False), P355=("part_of", True),
    P159=("based_in", False), P17=("located_in", False), P131=("located_in", False), P150=("located_in", True),
    P276=("located_in", False), P30=("located_in", False), P19=("born_in", False), P20=("died_in", False),
    P551=("lives_in", False), P69=("educated_at", False), P26=("spouse_of", False), P22=("child_of", False),
    P25=("child_of", False), P40=("child_of", True), P3373=("sibling_of", False),
)
KNOWLEDGENET = dict(
    EMPLOYEE_OR_MEMBER_OF=("works_for", False), POLITICAL_AFFILIATION=("member_of", False), CEO=("leads", True),
    FOUNDED_BY=("founded", True), HEADQUARTERS=("based_in", False), PLACE_OF_BIRTH=("born_in", False),
    PLACE_OF_RESIDENCE=("lives_in", False), EDUCATED_AT=("educated_at", False), SPOUSE=("spouse_of", False),
    CHILD_OF=("child_of", False),
)


class Relations(nn.Module):
    """Scores ordered pairs of mentions for each label: above 0 where it holds."""

    SIZE = 128

    def __init__(self, width, labels):
        """`labels` are the labels of trees; a path's first steps have a row each, on either side."""
        super().__init__()
        rows = 2 * STEPS * (len(labels) + 1) + 2 * (len(DISTANCES) + 1)
        self.ends = Product(2 * width, 2 * self.SIZE)
        self.path = Product(2 * width, self.SIZE)
        self.table = nn.Embedding(rows, self.SIZE)
        self.score = Product(self.SIZE, len(LABELS))
        self.drop = nn.Dropout(0.4)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, ends, paths, first, second, rows):
        """`ends` [mentions, 2w]; per pair: `paths` [pairs, 2w], numbers of its ends, `rows` of the table."""
        a, b = self.ends(self.drop(ends)).split(self.SIZE, -1)
        hidden = a[first] + b[second] + self.path(self.drop(paths)) + self.table(rows).sum(1)
        return self.score(self.drop(F.gelu(hidden)))


@dataclass
class Pairs:
    """The pairs of one sentence: what is seen, and per label 1 (holds), 0 (does not) or -1 (not known)."""

    ends: torch.Tensor
    paths: torch.Tensor
    first: list = field(default_factory=list)
    second: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    known: list = field(default_factory=list)
    keys: list = field(default_factory=list)


def path_between(heads, a, b):
    """(words from a up to before the turning word, the turning word, words from b up to before it)."""
    up, seen = [], {}
    while a >= 0:
        seen[a] = len(up)
        up.append(a)
        a = heads[a] - 1
    down = []
    while b >= 0 and b not in seen:
        down.append(b)
        b = heads[b] - 1
    if b < 0:
        return up, None, down
    return up[: seen[b]], b, down


def rows_of(sentence, numbers, up, down, a, b):
    """Rows of the table: labels on both sides of the path, and how far apart the ends are."""
    size, result = len(numbers) + 1, []
    for side, words in enumerate((up, down)):
        for step in range(STEPS):
            label = numbers[sentence.labels[words[step]]] if step < len(words) else size - 1
            result.append((side * STEPS + step) * size + label)
    apart = sum(abs(b - a) > d for d in DISTANCES)
    result.append(2 * STEPS * size + (b > a) * (len(DISTANCES) + 1) + apart)
    return result


def pairs_of(sentence, mentions, numbers, answer):
    """`mentions` are (head, key); `answer(key, key)` gives what is known of an ordered pair, or None."""
    w = sentence.wide
    made = Pairs(w[torch.tensor([h for h, _ in mentions], dtype=torch.long)], [])
    for i, (a, x) in enumerate(mentions):
        for j, (b, y) in enumerate(mentions):
            if a == b or abs(a - b) > FARTHEST:
                continue
            known = answer(x, y)
            if known is None:
                continue
            up, turn, down = path_between(sentence.heads, a, b)
            inner = up[1:] + down[1:] + ([turn] if turn not in (None, a, b) else [])
            made.paths.append(w[torch.tensor(inner)].mean(0) if inner else torch.zeros(w.shape[1]))
            made.first.append(i)
            made.second.append(j)
            made.rows.append(rows_of(sentence, numbers, up, down, a, b))
            made.known.append(known)
            made.keys.append((x, y))
    if not made.first:
        return None
    made.paths = torch.stack(made.paths)
    for name in ("first", "second", "rows", "known"):
        setattr(made, name, torch.tensor(getattr(made, name)))
    return made


def cut_words(words):
    """(words cut as the treebanks do, for each given word the number of its first and last one)."""
    result, spans = [], []
    for word in words:
        parts = [t for t, _, _ in tokenize(word)] or [word]
        spans.append((len(result), len(result) + len(parts) - 1))
        result += parts
    return result, spans


@dataclass
class Lesson:
    """A sentence with mentions (first word, last word, key), and `answer` for ordered pairs of keys."""

    words: list
    mentions: list
    answer: object
    bystanders: object = None  # says of a name that was read whether it is known to have no part in a fact


def redocred(root, part):
    """By document: its lessons. Facts without evidence count where one sentence alone holds both ends."""
    for entry in json.load(open(f"{root}/redocred/{part}_revised.json", encoding="utf8")):
        sentences = [cut_words(words) for words in entry["sents"]]
        held = collections.defaultdict(set)
        for number, entity in enumerate(entry["vertexSet"]):
            for m in entity:
                held[number].add(m["sent_id"])
        facts = collections.defaultdict(dict)  # (first, second) -> label -> sentences that state it
        for fact in entry["labels"]:
            if fact["r"] not in WIKIDATA:
                continue
            label, turned = WIKIDATA[fact["r"]]
            ends = (fact["t"], fact["h"]) if turned else (fact["h"], fact["t"])
            both = held[ends[0]] & held[ends[1]]
            stated = set(fact["evidence"]) & both or (both if len(both) == 1 and not fact["evidence"] else set())
            for e in (ends, ends[::-1]) if label in MUTUAL else (ends,):
                facts[e].setdefault(label, set()).update(stated)
        kinds = [entity[0]["type"] for entity in entry["vertexSet"]]

        def answer_in(sentence, facts=facts, kinds=kinds):
            def answer(x, y):
                if x == y or kinds[x] in ("TIME", "NUM") or kinds[y] in ("TIME", "NUM"):
                    return None
                found = facts.get((x, y), {})
                return [(1 if sentence in found[l] else -1) if l in found else 0 for l in LABELS]
            return answer

        lessons = []
        for number, (words, spans) in enumerate(sentences):
            mentions = [
                (spans[m["pos"][0]][0], spans[m["pos"][1] - 1][1], k)
                for k, entity in enumerate(entry["vertexSet"]) for m in entity if m["sent_id"] == number
            ]
            lessons.append(Lesson(words, mentions, answer_in(number)))
        yield lessons


def knowledgenet(root, folds):
    """By passage: its lessons. Ends are the annotated ones; what was not asked for is not known."""
    for line in open(f"{root}/knowledgenet/train.dbpedia.jsonl", encoding="utf8"):
        entry = json.loads(line)
        if entry["fold"] not in folds:
            continue
        asked = {KNOWLEDGENET[p][0] for p in entry["annotatedProperties"] if p in KNOWLEDGENET}
        facts = collections.defaultdict(set)
        spans = set()
        for fact in entry["facts"]:
            ends = tuple(fact["subject"]), tuple(fact["object"])
            spans |= set(ends)
            if fact["property"] in KNOWLEDGENET:
                label, turned = KNOWLEDGENET[fact["property"]]
                facts[ends[::-1] if turned else ends].add(label)
                if label in MUTUAL:
                    facts[ends[::-1]].add(label)

        def answer(x, y, facts=facts, asked=asked):
            if x is None or y is None:  # a bystander
                return [0 if l in asked else -1 for l in LABELS]
            found = facts.get((x, y), ())
            # Members and employees are one property there, parties another.
            open_ = {"works_for", "member_of", "leads", "founded"} if found else set()
            return [1 if l in found else 0 if l in asked and l not in open_ else -1 for l in LABELS]

        told = {w.lower() for a, b in spans for w, _, _ in tokenize(entry["text"][a:b])}

        def bystanders(words, told=told):
            return not any(w.lower() in told for w in words if w[:1].isupper())

        lessons = []
        for sentence in split_sentences(tokenize(entry["text"])):
            mentions = []
            for a, b in sorted(spans):
                inside = [n for n, (_, s, e) in enumerate(sentence) if s < b and e > a]
                if inside:
                    mentions.append((inside[0], inside[-1], (a, b)))
            lessons.append(Lesson([w for w, _, _ in sentence], mentions, answer, bystanders))
        yield lessons


def fewrel(root):
    """By sentence: one pair, of which one property is known."""
    for number, entries in json.load(open(f"{root}/fewrel/val_wiki.json", encoding="utf8")).items():
        label, turned = WIKIDATA.get(number, (None, False))
        for entry in entries:
            words, spans = cut_words(entry["tokens"])
            ends = [(spans[e[2][0][0]][0], spans[e[2][0][-1]][1], k) for k, e in ((0, entry["h"]), (1, entry["t"]))]
            first = 1 if turned else 0

            def answer(x, y, label=label, first=first):
                right = (x == first or label in MUTUAL) and x != y
                return [(1 if right else 0) if l == label else 0 if label else -1 for l in LABELS]

            if label:
                yield [Lesson(words, ends, answer)]


@torch.no_grad()
def read(reader, documents):
    """The pairs of all sentences, by document."""
    numbers = {l: n for n, l in enumerate(reader.network.tags["labels"])}
    documents = list(documents)
    result = []
    for start in range(0, len(documents), 200):
        some = documents[start : start + 200]
        for lessons, sentences in zip(some, reader.read([[l.words for l in d] for d in some])):
            found = []
            for lesson, s in zip(lessons, sentences):
                if not s.heads:
                    continue
                seen, mentions, others = set(), [], []
                if lesson.bystanders:
                    taken = {w for a, b, _ in lesson.mentions for w in range(a, b + 1)}
                    for a, b, kind in s.names:
                        if kind in NAMED and not taken & set(range(a, b + 1)) and lesson.bystanders(s.words[a : b + 1]):
                            others.append((a, b, None))
                for a, b, key in lesson.mentions + others:
                    h = head_of(s, a, b)
                    if h not in seen:
                        seen.add(h)
                        mentions.append((h, key))
                p = pairs_of(s, mentions, numbers, lesson.answer)
                if p:
                    found.append(p)
            result.append(found)
    return result


def joined(some):
    """The pairs of some sentences as one: ends, paths, first, second, rows, known."""
    offsets, count = [], 0
    for p in some:
        offsets.append(count)
        count += len(p.ends)
    return (
        torch.cat([p.ends for p in some]).float(),
        torch.cat([p.paths for p in some]).float(),
        torch.cat([p.first + o for p, o in zip(some, offsets)]),
        torch.cat([p.second + o for p, o in zip(some, offsets)]),
        torch.cat([p.rows for p in some]),
        torch.cat([p.known for p in some]),
    )


def learn(reader, root, seed, epochs=10, rate=1e-3, size=48):
    """Trains the scorer on KnowledgeNet's folds 1–3, Re-DocRED's dev part and FewRel."""
    torch.manual_seed(seed)
    chance, started = random.Random(seed), time.time()
    parts = [p for corpus in (knowledgenet(root, {1, 2, 3}), redocred(root, "dev"), fewrel(root))
             for document in read(reader, corpus) for p in document]
    print(len(parts), "sentences read", round(time.time() - started), "s", flush=True)
    scorer = reader.network.relations
    optimizer = torch.optim.AdamW(scorer.parameters(), lr=rate, weight_decay=0.01)
    steps, step = epochs * (len(parts) // size), 0
    scorer.train()
    for epoch in range(epochs):
        chance.shuffle(parts)
        total = 0.0
        for i in range(0, len(parts) - size + 1, size):
            *seen, known = joined(parts[i : i + size])
            losses = F.binary_cross_entropy_with_logits(scorer(*seen), known.clamp(min=0).float(), reduction="none")
            loss = losses[known >= 0].sum() / size
            optimizer.param_groups[0]["lr"] = rate * min(1, step / 100 + 0.01) * (1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 5.0)
            optimizer.step()
            step += 1
            total += float(loss.detach())
        print("epoch", epoch, round(total / (len(parts) // size), 3), round(time.time() - started), "s", flush=True)
    scorer.eval()


@torch.no_grad()
def scores(reader, documents, least=0.6):
    """Of given mentions in a sentence, by label and in all: found, right and annotated pairs, precision and recall."""
    parts = [p for document in read(reader, documents) for p in document]
    counts = torch.zeros(3, len(LABELS))
    for i in range(0, len(parts), 200):
        *seen, known = joined(parts[i : i + 200])
        found = torch.sigmoid(reader.network.relations(*seen)) > least
        counts += torch.stack([(found & (known >= 0)).sum(0), (found & (known == 1)).sum(0), (known == 1).sum(0)])
    rows = dict(zip(LABELS, counts.T.tolist())) | {"all": counts.sum(1).tolist()}
    return {
        label: dict(found=f, right=r, annotated=a, precision=r / max(f, 1), recall=r / max(a, 1))
        for label, (f, r, a) in rows.items() if a
    }
