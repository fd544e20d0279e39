"""Activations on ten sentences, for tests that the Swift reader computes the same."""

import hashlib
import json

import torch

from . import relations
from .boundaries import Cut, places, scores_of
from .coreference import head_of
from .corpora import Sentence, tokenize
from .windows import chunks_of, collate

SENTENCES = [
    "The harbour police arrested two engineers in Valparaíso on Tuesday, the ministry said.",
    "“We never signed it,” Dr. Amara Okafor-Lindqvist told reporters; her lawyer didn't comment.",
    "NORTHBRIDGE BANK FINED $4.2 MILLION OVER SECRET ACCOUNTS",
    "Court Orders Shipping Group to Open Its Books",
    "TALLINN, Feb 3 (Reuters) – A customs officer who worked for both companies has been missing since 2019.",
    "The fund's director, Piet van der Merwe, owns 35% of Kestrel Holdings Ltd. and sits on its board.",
    "she met them at the café near the river 🙂 and paid €1,500 in cash",
    "Officials of the European Union and the Ministry of Fisheries visited the island of Saint Helena.",
    "The ﬁle listed naïve investors, e.g. 張偉 of Taipei, and a re-entry permit.",
    "He gave it to the prosecutor, who said the gang had moved 43 workers from Riga to Lagos.",
]


def sample(x, count=64):
    """The shape, the largest absolute value, and `count` values at even steps, and a digest of all."""
    flat = x.detach().float().contiguous().flatten()
    step = max(1, len(flat) // count)
    return dict(
        shape=list(x.shape),
        largest=float(flat.abs().max()),
        step=step,
        values=[float(v) for v in flat[::step][:count]],
        sha256=hashlib.sha256(flat.numpy().tobytes()).hexdigest(),
    )


@torch.no_grad()
def record(reader, path):
    """Writes what every stage makes of each sentence (a document of its own), then of all as one."""
    entries = [one(reader, text) for text in SENTENCES]
    words = [[w for w, _, _ in tokenize(text)] for text in SENTENCES]
    document = reader.read([words], chains=True)[0]
    offset, found = 0, []
    for s in document:
        found += [[offset + m.start, offset + m.end, m.entity] for m in s.mentions]
        offset += len(s.words)
    with open(path, "w", encoding="utf8") as file:
        whole = dict(mentions=found, seams=seams(reader))
        json.dump(dict(sentences=entries, document=whole), file, ensure_ascii=False, indent=1)


def seams(reader):
    """Of every word of the ten sentences as one text: the score that a sentence begins with it, or null."""
    sentences, offset = [], 0
    for text in SENTENCES:
        tokens = tokenize(text)
        s = Sentence([w for w, _, _ in tokens])
        s.spans = [(offset + a, offset + b) for _, a, b in tokens]
        s.spaces = [not k or tokens[k - 1][2] < a for k, (_, a, _) in enumerate(tokens)]
        s.opens = not sentences
        offset += len(text) + 1
        sentences.append(s)
    found = places(reader, Cut(sentences, set()))
    scores = dict(zip(found.numbers, scores_of(reader.network.boundaries, found).tolist()))
    return dict(
        spaced=[x for s in sentences for x in s.spaces],
        scores=[scores.get(i) for i in range(sum(len(s.words) for s in sentences))],
    )


def parties(read):
    """Heads of what can be an end of a relation, ascending."""
    spans = [(m.start, m.end) for m in read.mentions if m.type in ("person", "organization", "place")]
    spans += [(a, b) for a, b, kind in read.names if kind in relations.NAMED]
    return sorted({head_of(read, a, b) for a, b in spans})


def one(reader, text):
    network = reader.network
    document = [Sentence([w for w, _, _ in tokenize(text)])]
    read = reader.read([[document[0].words]], chains=True)[0][0]
    batch = collate(chunks_of(document, reader.pieces, "read", most=1))
    count = int(batch.mask.sum())
    ids, shapes, mask = batch.ids[:, :count], batch.shapes[:, :count], batch.mask[:, :count]
    stages = {}
    x = network.norm(network.words(ids) + network.positions[:count] + network.shapes(shapes))
    stages["embedded"] = sample(x[0])
    for number, layer in enumerate(network.layers):
        x = layer(x, (mask - 1)[:, None, None, :])
        stages[f"layer {number}"] = sample(x[0])
    mixtures = network.encode(ids, shapes, mask)
    _, first, last = batch.places[0][0]
    first, last = torch.tensor(first), torch.tensor(last)
    # positions were flat in a padded window; there is one window, so they still hold
    words = [(m[first] + m[last])[None] * 0.5 for m in mixtures]
    for name, w in zip(("tag words", "tree words", "span words"), words):
        stages[name] = sample(w[0])
    stages["tag scores"] = sample(network.tag(words[0])[0])
    ad, ah, ld, lh = network.tree_parts(words[1])
    stages["arc scores"] = sample(network.arc.all(ad, ah)[0, ..., 0])
    at = torch.tensor(read.heads)[None, :, None].expand(-1, -1, lh.shape[-1])
    stages["label scores"] = sample(network.label.pairs(ld, torch.gather(lh, 1, at))[0])
    a, b, c, d = network.span_parts(words[2], torch.zeros(1, dtype=torch.long))
    stages["mention scores"] = sample(network.mention_scores(a, b)[0])
    stages["name scores"] = sample(network.name_scores(c, d)[0])
    ends = parties(read)
    numbers = {label: n for n, label in enumerate(network.tags["labels"])}
    read.wide = torch.cat([words[2][0], words[1][0]], -1)
    pairs = relations.pairs_of(read, [(h, h) for h in ends], numbers, lambda x, y: [0])
    if pairs:
        stages["relation scores"] = sample(network.relations(pairs.ends, pairs.paths, pairs.first, pairs.second, pairs.rows))
    return dict(
        text=text,
        ends=ends,
        words=read.words,
        pieces=[p for p in document[0].pieces],
        shapes=document[0].shapes,
        ids=ids[0].tolist(),
        upos=read.upos,
        xpos=read.xpos,
        lemmas=read.lemmas,
        heads=read.heads,
        labels=read.labels,
        mentions=[[m.start, m.end, m.type, m.entity] for m in read.mentions],
        names=[list(n) for n in read.names],
        stages=stages,
    )
