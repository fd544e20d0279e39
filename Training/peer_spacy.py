"""A spaCy pipeline (tagger, parser, names) trained on the same corpora, to compare with.

    pip install spacy==3.8.18
    python peer_spacy.py train --corpora CORPORA --out OUT
    python peer_spacy.py evaluate --corpora CORPORA --out OUT

Trees and tags of GUM's and EWT's train parts, names of UNER's train part, wikigold and Re-DocRED; spaCy's own
"efficiency" configuration, 6,000 steps, the best on the dev parts of EWT and UNER. Speed is words per second of one core,
batches of 128 sentences, tokens given.
"""

import argparse
import json
import os
import time

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train as run
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from reader import corpora, measures
from reader.corpora import Sentence
from reader.evaluate import rounded
from reader.names import Names

SPACY_NAMES = ("PER", "ORG", "LOC")


def doc_of(vocab, sentences):
    """Sentences as one document; what they do not annotate is missing."""
    words = [w for s in sentences for w in s.words]
    starts = [i == 0 for s in sentences for i in range(len(s.words))]
    if all(s.heads for s in sentences):
        heads, base = [], 0
        for s in sentences:
            heads += [base + h - 1 if h else base + i for i, h in enumerate(s.heads)]
            base += len(s.words)
        labels = [("ROOT" if x == "root" else x) for s in sentences for x in s.labels]
        upos = [x for s in sentences for x in s.upos]
        xpos = [x for s in sentences for x in s.xpos]
        doc = Doc(vocab, words=words, heads=heads, deps=labels, pos=upos, tags=xpos)
    else:
        doc = Doc(vocab, words=words, sent_starts=starts)
    if all(s.names for s in sentences):
        spans, base = [], 0
        for s in sentences:
            spans += [
                Span(doc, base + a, base + b + 1, label="ORG" if kind == "ORG?" else kind)
                for a, b, kind in s.names.spans
                if kind in SPACY_NAMES or kind == "ORG?"
            ]
            base += len(s.words)
        doc.set_ents(filter_spans(spans), default="outside")
    return doc


def with_names(documents, names):
    by_words = {" ".join(s.words): s.names for s in names}
    for document in documents.values():
        for s in document:
            s.names = by_words.get(" ".join(s.words))
    return list(documents.values())


def groups(documents, size=10):
    for document in documents:
        for i in range(0, len(document), size):
            part = document[i : i + size]
            named = [s for s in part if s.names]
            yield part if len(named) in (0, len(part)) else [Sentence(**{**vars(s), "names": None}) for s in part]


def save(vocab, documents, path):
    DocBin(docs=[doc_of(vocab, g) for g in groups(documents)], store_user_data=False).to_disk(path)


def train(a):
    os.makedirs(a.out, exist_ok=True)
    vocab, root = spacy.blank("en").vocab, a.corpora
    ewt = lambda part: corpora.read_conllu(f"{root}/ewt/en_ewt-ud-{part}.conllu")
    data = list(corpora.read_gum(root)["train"].values())
    data += with_names(ewt("train"), corpora.read_uner(root, "train"))
    data += corpora.in_groups(corpora.read_wikigold(root), 8) + corpora.read_redocred(root)
    save(vocab, data, f"{a.out}/train.spacy")
    save(vocab, with_names(ewt("dev"), corpora.read_uner(root, "dev"))[:120], f"{a.out}/dev.spacy")
    config = init_config(lang="en", pipeline=["tagger", "morphologizer", "parser", "ner"], optimize="efficiency")
    config["training"]["max_steps"] = a.steps
    config["training"]["eval_frequency"] = 1000
    config["training"]["patience"] = 0
    config.to_disk(f"{a.out}/config.cfg")
    paths = {"paths.train": f"{a.out}/train.spacy", "paths.dev": f"{a.out}/dev.spacy", "training.seed": 1}
    run(f"{a.out}/config.cfg", a.out, overrides=paths)


def read(pipeline, documents):
    """What the pipeline finds, sentence by sentence, and words per CPU second."""
    sentences = [s for d in documents for s in d]
    docs = [
        Doc(pipeline.vocab, words=s.words, sent_starts=[True] + [False] * (len(s.words) - 1)) for s in sentences
    ]
    started = time.process_time()
    docs = list(pipeline.pipe(docs, batch_size=128))
    spent = time.process_time() - started
    found = iter([sentence_of(d) for d in docs])
    return [[next(found) for _ in d] for d in documents], sum(len(s.words) for s in sentences) / spent


def sentence_of(doc):
    s = Sentence([t.text for t in doc])
    s.upos, s.xpos = [t.pos_ for t in doc], [t.tag_ for t in doc]
    s.heads = [0 if t.head.i == t.i else t.head.i + 1 for t in doc]
    s.labels = ["root" if t.dep_ == "ROOT" else t.dep_ for t in doc]
    s.names = [(e.start, e.end - 1, e.label_) for e in doc.ents]
    return s


def evaluate(a):
    pipeline, root, result = spacy.load(f"{a.out}/model-best"), a.corpora, {}
    gum = list(corpora.read_gum(root)["test"].values())
    ewt = list(corpora.read_conllu(f"{root}/ewt/en_ewt-ud-test.conllu").values())
    pud = [[s] for d in corpora.read_conllu(f"{root}/pud/en_pud-ud-test.conllu").values() for s in d]
    for name, documents in (("GUM test", gum), ("EWT test", ewt), ("PUD", pud)):
        found, speed = read(pipeline, documents)
        counts = [measures.syntax(d, r) for d, r in zip(documents, found)]
        result[name] = measures.syntax_scores(measures.total(counts)) | dict(words_per_second=round(speed))
    named = (
        ("UNER EWT test", corpora.in_groups(corpora.read_uner(root, "test"))),
        ("UNER PUD", [[s] for s in corpora.read_uner(root, "pud")]),
        ("Europarl", corpora.in_groups(corpora.read_europarl(root))),
    )
    for name, documents in named:
        found, _ = read(pipeline, documents)
        counts = [measures.names(d, r) for d, r in zip(documents, found)]
        result[name] = measures.name_scores(measures.total(counts))
    print(json.dumps(rounded(result), indent=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=("train", "evaluate"))
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=6000)
    a = parser.parse_args()
    (train if a.command == "train" else evaluate)(a)


if __name__ == "__main__":
    main()
