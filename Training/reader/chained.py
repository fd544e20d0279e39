"""The corpora of coreference: fiction, and pronouns between two names."""

import csv
import glob
import os

from .plain import split_sentences, tokenize
from .treebanks import Mention, Sentence


def read_litbank(root):
    """Works of fiction with coreference, without those that are kept for tests."""
    documents = []
    for path in sorted(glob.glob(f"{root}/litbank/coref/conll/*.conll")):
        if int(os.path.basename(path).split("_")[0]) % 5 == 0:
            continue
        sentences, words, mentions, waiting = [], [], [], []
        for line in [*open(path, encoding="utf8"), "\n"]:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 13:
                if words:
                    sentences.append(Sentence(words, chained=[m for m in mentions if m.end >= 0]))
                words, mentions, waiting = [], [], []
                continue
            index = len(words)
            words.append(columns[3])
            for part in columns[12].split("|"):
                opens, name, closes = part.startswith("("), part.strip("()"), part.endswith(")")
                if opens:
                    waiting.append(Mention(index, -1, "unknown", name))
                    mentions.append(waiting[-1])
                if closes:
                    for mention in reversed(waiting):
                        if mention.entity == name:
                            mention.end = index
                            waiting.remove(mention)
                            break
        documents.append(sentences)
    return documents


def read_gap(root, part):
    """One-passage documents; the pair keeps word positions over the whole passage."""
    documents = []
    with open(f"{root}/gap/gap-{part}.tsv", encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            tokens = tokenize(row["Text"])
            sentences = split_sentences(tokens)

            def place(key):
                start = int(row[key + "-offset"])
                end = start + len(row[key])
                inside = [i for i, (_, a, b) in enumerate(tokens) if a < end and b > start]
                return inside[0], inside[-1]

            pair = {key: place(key) for key in ("Pronoun", "A", "B")}
            pair["gold"] = (row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")
            pair["id"], pair["word"] = row["ID"], row["Pronoun"]
            document = [Sentence([t[0] for t in s]) for s in sentences]
            document[0].pair = pair
            documents.append(document)
    return documents
