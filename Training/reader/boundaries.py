"""Sentence ends: a scorer that sees how words stand in the encoder, over what rules cut.

Rules cut a text before the encoder reads it. Windows hold sentences without marks between them, so the
encoder's vectors can say where else a sentence begins, and where none does, before trees are built.
"""

import os
import time
import unicodedata
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .measures import f1
from .product import Product
from .treebanks import Sentence
from .windows import chunks_of, collate

BEFORE, AFTER = 2, 2  # words looked at on each side of the place
AROUND = BEFORE + AFTER
SIGNS = 16  # rows of the table, see `signs`
ENDERS, STOPS, PAUSES, CLOSERS, OPENERS = (".", "!", "?", "…"), ".!?", ":;", "\"”’)]'", "\"“‘(["


class Boundaries(nn.Module):
    """Scores each word of a window: above 0 where a sentence begins with it."""

    HIDDEN = 64

    def __init__(self, width):
        super().__init__()
        self.reduce = Product(2 * width, AROUND * self.HIDDEN)
        self.table = nn.Embedding(SIGNS, self.HIDDEN)
        self.score = nn.Parameter(torch.randn(self.HIDDEN) * 0.1)
        self.constant = nn.Parameter(torch.zeros(1))
        self.drop = nn.Dropout(0.3)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, around, signs):
        """`around` [places, 4, 2 · width], `signs` [places, 16] of 0 and 1; scores [places]."""
        hidden = signs @ self.table.weight
        for k in range(AROUND):  # a word is reduced in its own way by where it stands
            rows = slice(k * self.HIDDEN, (k + 1) * self.HIDDEN)
            hidden = hidden + self.reduce.part(self.drop(around[:, k]), rows)
        return self.drop(F.gelu(hidden)) @ self.score + self.constant


def signs(before, word, is_cut, is_spaced):
    """What is seen of a place between two words without reading: 16 answers, yes or no."""
    first, last, opening = word[:1], before[-1:], before[:1]
    return (
        is_cut,
        is_spaced,
        before in ENDERS,
        last in STOPS,
        last in PAUSES,
        last in CLOSERS,
        before == ",",
        category(first) == "Lu",
        len(word) > 1 and all(category(c) == "Lu" for c in word),
        category(first) == "Nd",
        category(first) == "Ll",
        first in OPENERS,
        category(opening) == "Lu",
        category(opening) == "Nd",
        category(opening)[0] not in "LN",
        category(first)[0] not in "LN",
    )


def category(character):
    return unicodedata.category(character)


@dataclass
class Cut:
    """A text as rules cut it (sentences with `opens`: does a paragraph begin?), and the true sentences."""

    sentences: list
    true: set


def read_cuts(path):
    """The texts of a file that `dragnet-bench segmentation --cuts` wrote.

    Lines `P` or `S` are sentences, at the beginning of a paragraph or not: of each word first and last
    character, whether white space is before it, and the word. Lines `G` are the treebank's sentences.
    """
    cuts, sentences, true = [], [], set()
    for line in [*open(path, encoding="utf8", newline="\n"), "P\t"]:
        kind, *fields = line.rstrip("\n").split("\t")
        if kind in "PS" and true:
            cuts.append(Cut(sentences, true))
            sentences, true = [], set()
        if kind == "G":
            true.add(tuple(map(int, fields[0].split())))
        elif kind in "PS" and fields != [""]:
            words = [field.split(" ", 3) for field in fields]
            sentence = Sentence([w[3] for w in words])
            sentence.spans = [(int(w[0]), int(w[1])) for w in words]
            sentence.spaces = [w[2] == "1" for w in words]  # before each word, here
            sentence.opens = kind == "P"
            sentences.append(sentence)
    return cuts


@dataclass
class Places:
    """The words of a text that may begin a sentence, and what is known of them."""

    around: torch.Tensor
    signs: torch.Tensor
    true: torch.Tensor
    numbers: list  # in the order of the text's words


@torch.no_grad()
def places(reader, cut):
    """Every word of a window but the first, unless a paragraph begins with it."""
    chunks = chunks_of(cut.sentences, reader.pieces, "read", most=1)
    first_words = {id(s): 0 for s in cut.sentences}
    count = 0
    for s in cut.sentences:
        first_words[id(s)] = count
        count += len(s.words)
    beginnings = {a for a, _ in cut.true}
    around, seen, true, numbers = [], [], [], []
    for wanted in (True, False):
        some = [c for c in chunks if c.source.endswith("long") == wanted]
        for i in range(0, len(some), 24):
            batch = collate(some[i : i + 24])
            mixtures = reader.network.encode(batch.ids, batch.shapes, batch.mask, reader.dtype).float()
            for window in batch.places:
                first = torch.tensor([x for p in window for x in p[1]])
                last = torch.tensor([x for p in window for x in p[2]])
                vectors = torch.cat([(mixtures[m][first] + mixtures[m][last]) * 0.5 for m in (0, 1)], -1)
                words = [(s, k) for s, _, _ in window for k in range(len(s.words))]
                at = []
                for n, (s, k) in enumerate(words):
                    if n == 0 or k == 0 and s.opens:
                        continue
                    other, j = words[n - 1]
                    at.append(n)
                    seen.append(signs(other.words[j], s.words[k], k == 0, s.spaces[k]))
                    true.append(s.spans[k][0] in beginnings and s.spans[k] != other.spans[j])
                    numbers.append(first_words[id(s)] + k)
                around.append(windowed(vectors, at))
    return Places(torch.cat(around), torch.tensor(seen).float(), torch.tensor(true).float(), numbers)


def windowed(vectors, at):
    """[places, 4, 2 · width]: the vectors of the words around each; zeros outside the window."""
    padded = F.pad(vectors, (0, 0, BEFORE, AFTER - 1))
    at = torch.tensor(at, dtype=torch.long)
    return torch.stack([padded[at + k] for k in range(AROUND)], 1).half()


def score(cut, found, begins):
    """(right, found, true) sentences when `begins[i]` says that place i begins one."""
    asked = dict(zip(found.numbers, begins))
    spans, start, end, number = [], None, None, 0
    for s in cut.sentences:
        for k, (a, b) in enumerate(s.spans):
            # the first word of a window is where rules cut
            if start is None or asked.get(number, k == 0):
                if start is not None:
                    spans.append((start, end))
                start = a
            end = b
            number += 1
    spans.append((start, end))
    return sum(span in cut.true for span in spans), len(spans), len(cut.true)


def learn(reader, cuts, seed):
    """Trains the scorer on what rules cut of EWT and GUM, files of the folder.

    The constant, the least probability that begins a sentence, is set on the dev parts by a scorer that has
    not learned from them. The scorer itself learns from them too, four times as often: the encoder knows the
    sentences of the train parts by heart, and those of dev not.
    """
    started = time.time()
    read = {}
    for part in ("train", "dev"):
        read[part] = [
            (cut, places(reader, cut))
            for name in ("ewt", "gum")
            for cut in read_cuts(os.path.join(cuts, f"{name}-{part}.txt"))
        ]
        print(part, sum(len(p.numbers) for _, p in read[part]), "places", round(time.time() - started), "s", flush=True)
    learn_from(reader.network.boundaries, read, seed)
    print("scorer learned", round(time.time() - started), "s", flush=True)


def learn_from(scorer, read, seed):
    train, dev = ([p for _, p in read[part]] for part in ("train", "dev"))
    first = {k: v.clone() for k, v in scorer.state_dict().items()}
    fit(scorer, train, seed)
    odds = best_odds(scorer, read["dev"])
    scorer.load_state_dict(first)
    fit(scorer, train + 4 * dev, seed)
    with torch.no_grad():
        scorer.constant -= odds


def fit(scorer, parts, seed, epochs=3, rate=1e-3):
    torch.manual_seed(seed)
    around, seen, true = ([getattr(p, k) for p in parts] for k in ("around", "signs", "true"))
    at = torch.tensor([(i, n) for i, t in enumerate(true) for n in range(len(t))])
    optimizer = torch.optim.AdamW(scorer.parameters(), lr=rate, weight_decay=0.01)
    size, step = 512, 0
    steps = epochs * (len(at) // size)
    scorer.train()
    for _ in range(epochs):
        for some in torch.randperm(len(at))[: steps // epochs * size].split(size):
            chosen = at[some].tolist()
            of = lambda values: torch.stack([values[i][n] for i, n in chosen]).float()
            optimizer.param_groups[0]["lr"] = rate * min(1, step / 100 + 0.01) * (1 - step / steps)
            loss = F.binary_cross_entropy_with_logits(scorer(of(around), of(seen)), of(true))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    scorer.eval()


def best_odds(scorer, read):
    """The log odds that score best, of sentences of all the texts together."""
    values = [(cut, p, scores_of(scorer, p)) for cut, p in read]
    found = {}
    for odds in torch.arange(-1.2, 0.61, 0.2).tolist():
        counts = [score(cut, p, (v > odds).tolist()) for cut, p, v in values]
        found[round(odds, 1)] = f1(*map(sum, zip(*counts)))
    print("sentences on dev by log odds", {k: round(v, 2) for k, v in found.items()}, flush=True)
    return max(found, key=found.get)


@torch.no_grad()
def scores_of(scorer, found):
    parts = zip(found.around.split(4096), found.signs.split(4096))
    return torch.cat([scorer(a.float(), s) for a, s in parts])


def sentences(reader, cuts):
    """F1 of sentences in the texts of one file, as rules cut them and as the scorer does."""
    ruled, learned = [], []
    for cut in read_cuts(cuts):
        found = places(reader, cut)
        ruled.append(score(cut, found, found.signs[:, 0].bool().tolist()))
        learned.append(score(cut, found, (scores_of(reader.network.boundaries, found) > 0).tolist()))
    return dict(
        rules=f1(*map(sum, zip(*ruled))), learned=f1(*map(sum, zip(*learned)))
    )
