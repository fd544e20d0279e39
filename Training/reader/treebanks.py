"""Sentences with all that may be annotated of them, and the treebanks: GUM and EWT."""

import collections
import os
import re
from dataclasses import dataclass, field

from .names import Names


@dataclass
class Mention:
    """Words `start...end` (ends included) of one sentence that refer to entity `entity`."""

    start: int
    end: int
    type: str
    entity: str


@dataclass
class Sentence:
    words: list
    upos: list = None  # with xpos, lemmas, heads and labels: a tree is annotated
    xpos: list = None
    lemmas: list = None
    heads: list = None  # 1-based, 0 is the root
    labels: list = None
    mentions: list = None  # nested mentions, all of them, when annotated
    names: Names = None  # flat names, when annotated
    chained: list = None  # mentions with coreference, when annotated
    pair: dict = None  # a GAP passage: its pronoun and two names
    id: str = ""
    spaces: list = field(default=None, repr=False)  # True where white space follows
    text: str = ""


def read_conllu(path, entities=False):
    """Documents of a CoNLL-U file, by id."""
    documents, name = {}, os.path.basename(path).removesuffix(".conllu")
    rows, identifier, text = [], "", ""

    def finish():
        if not rows:
            return
        words = [r[1] for r in rows]
        sentence = Sentence(
            words,
            [r[3] for r in rows],
            [r[4] for r in rows],
            [r[2] for r in rows],
            [int(r[6]) for r in rows],
            [r[7] for r in rows],
            id=identifier,
            spaces=["SpaceAfter=No" not in r[9] for r in rows],
            text=text,
        )
        if entities:
            sentence.mentions = gum_mentions([r[9] for r in rows])
            sentence.chained = sentence.mentions
        documents.setdefault(name, []).append(sentence)

    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            name = line.split("=", 1)[1].strip()
        elif line.startswith("# sent_id"):
            identifier = line.split("=", 1)[1].strip()
        elif line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        elif not line:
            finish()
            rows = []
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    finish()
    return documents


def gum_mentions(fields):
    """The nested mentions in the `Entity=` fields of one sentence."""
    found, waiting = [], []
    for index, text in enumerate(fields):
        for part in text.split("|"):
            if not part.startswith("Entity="):
                continue
            for opens, body, closes in re.findall(r"(\(?)([^()]+)(\)?)", part[7:]):
                name = body.split("-")[0]
                if opens:
                    mention = Mention(index, index if closes else -1, body.split("-")[1], name)
                    found.append(mention)
                    if not closes:
                        waiting.append(mention)
                elif closes:
                    for mention in reversed(waiting):
                        if mention.entity == name:
                            mention.end = index
                            waiting.remove(mention)
                            break
    return [m for m in found if m.end >= 0]


def read_gum(root):
    """GUM's documents by split, without those whose license forbids sharing."""
    splits, split = collections.defaultdict(dict), None
    for line in open(f"{root}/gum/splits.md", encoding="utf8"):
        if line.startswith("## "):
            split = line[3:].strip()
        elif line.strip().startswith("* GUM"):
            name = line.strip()[2:]
            for folder in ("dep", "dep-extra"):
                path = f"{root}/gum/{folder}/{name}.conllu"
                if os.path.exists(path):
                    splits[split].update(read_conllu(path, entities=True))
    return splits
