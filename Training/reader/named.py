"""The corpora of flat names."""

import collections
import glob
import json
import re
import xml.etree.ElementTree as tree

from .names import Names, is_demonym, quantity_of
from .treebanks import Sentence


def read_iob(path, word=0, tag=1, separator=None):
    """Sentences (words, spans) of a file with one token and its tag on a line."""
    words, tags, sentences = [], [], []
    for line in [*open(path, encoding="utf8"), ""]:
        line = line.rstrip("\n")
        columns = line.split(separator) if line.strip() else []
        if line.startswith("#") and len(columns) < 4:
            continue
        if len(columns) <= max(word, tag):
            if words:
                sentences.append((words, iob_spans(tags)))
            words, tags = [], []
        elif columns[0] not in ("-DOCSTART-", "<DOCSTART>"):
            words.append(columns[word])
            tags.append(columns[tag])
    if words:
        sentences.append((words, iob_spans(tags)))
    return sentences


def iob_spans(tags):
    """(start, end, type) of IOB1 or IOB2 tags, ends included."""
    spans, start, kind = [], None, None
    for index, tag in enumerate([*tags, "O"]):
        if tag.startswith("I-") and tag[2:] == kind:
            continue
        if kind:
            spans.append((start, index - 1, kind))
        kind, start = (tag[2:], index) if tag[:2] in ("B-", "I-") else (None, None)
    return spans


def named(sentences, style, mapping, missing=()):
    """Sentences with flat names; `mapping` turns a corpus' type into ours, `None` is unknown."""
    result = []
    for words, spans in sentences:
        names = Names(style, tuple(missing))
        for start, end, kind in spans:
            names.add(words, start, end, mapping.get(kind))
        result.append(Sentence(words, names=names))
    return result


def in_groups(sentences, size=10):
    return [sentences[i : i + size] for i in range(0, len(sentences), size)]


THREE = dict(PER="PER", ORG="ORG?", LOC="LOC")
BARE = ("MISC", "TIME", "NUM", "MONEY")


def read_uner(root, part):
    path = {"train": "en_ewt-ud-train.clean", "pud": "en_pud-ud-test"}.get(part, f"en_ewt-ud-{part}")
    return named(read_iob(f"{root}/uner/{path}.iob2", 1, 2, "\t"), "uner", THREE, BARE)


def read_wikigold(root):
    path = f"{root}/wikigold/CONLL-format/data/wikigold.conll.txt"
    return named(read_iob(path), "wiki", THREE | dict(MISC="MISC"), ("TIME", "NUM", "MONEY"))


def read_europarl(root):
    path = f"{root}/europarl-ner/en-europarl.test.conll02"
    return named(read_iob(path, 0, 1, "\t"), "wiki", THREE | dict(MISC="MISC"))


def read_tweets(root):
    files = [f"{root}/btc/CONLL-format/data/{section}.conll" for section in "abeg"]
    return named([s for f in files for s in read_iob(f)], "tweet", THREE, BARE)


CROSSNER = (
    dict.fromkeys("person politician writer scientist researcher musicalartist".split(), "PER")
    | dict.fromkeys("politicalparty university band".split(), "ORG")
    | dict(organisation="ORG?", location="LOC", country="LOC")
    | dict.fromkeys("event election misc award book album song poem product theory".split(), "MISC")
)


def read_crossner(root):
    sentences = []
    for domain in ("politics", "science", "literature", "music", "ai"):
        for part in ("train", "dev"):
            sentences += read_iob(f"{root}/crossner/{domain}/{part}.txt", 0, 1, "\t")
    return named(sentences, "crossner", CROSSNER, ("TIME", "NUM", "MONEY"))


def read_redocred(root, part="dev"):
    """Documents with flat names; a one-word nationality counts as MISC, as elsewhere."""
    documents = []
    for entry in json.load(open(f"{root}/redocred/{part}_revised.json", encoding="utf8")):
        sentences = [Sentence(words, names=Names("wiki")) for words in entry["sents"]]
        seen = set()
        for entity in entry["vertexSet"]:
            for m in entity:
                key = (m["sent_id"], *m["pos"])
                if key in seen:
                    continue
                seen.add(key)
                words, (start, end) = entry["sents"][m["sent_id"]], m["pos"]
                kind = {"ORG": "ORG?", "NUM": quantity_of(words[start:end])}.get(m["type"], m["type"])
                if kind == "LOC" and end - start == 1 and is_demonym(words[start]):
                    kind = "MISC"
                sentences[m["sent_id"]].names.add(words, start, end - 1, kind)
        documents.append(sentences)
    return documents


TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|(?:[A-Za-z]\.){2,}|[^\W\d_]+|\S")
GROBID = (
    dict.fromkeys(("LOCATION", "INSTALLATION"), "LOC")
    | dict.fromkeys(("ORGANISATION", "BUSINESS", "MEDIA"), "ORG")
    | dict.fromkeys("EVENT CREATION LEGAL ARTIFACT AWARD WEBSITE NATIONAL".split(), "MISC")
    | dict(INSTITUTION="AGENCY", PERSON="PER", PERIOD="TIME", MEASURE="NUM")
)


def read_grobid(root):
    """Two lists of documents: the first four fifths of every file, and the last fifth."""
    train, held = [], []
    for path in sorted(glob.glob(f"{root}/grobid-ner/*.xml")):
        sentences = []
        for element in tree.parse(path).iter("sentence"):
            words, spans = [], []
            for text, kind in pieces_of(element):
                tokens = TOKEN.findall(text.replace("'s", " 's"))
                if kind and tokens:
                    spans.append((len(words), len(words) + len(tokens) - 1, kind))
                words += tokens
            if words:
                sentences.append((words, spans))
        done = named(sentences, "grobid", GROBID)
        cut = len(done) * 4 // 5
        train += in_groups(done[:cut])
        held += in_groups(done[cut:])
    return train, held


def pieces_of(element):
    yield element.text or "", None
    for child in element:
        yield "".join(child.itertext()), child.get("type")
        yield child.tail or "", None


def read_meantime(root, topics=("airbus", "apple", "gm")):
    """Wikinews documents, their first six sentences, which are annotated in full."""
    documents = []
    for path in sorted(p for t in topics for p in glob.glob(f"{root}/meantime/intra-doc_annotation/corpus_{t}/*.xml")):
        xml = tree.parse(path).getroot()
        place, sentences = {}, collections.defaultdict(list)
        for token in xml.iter("token"):
            index = int(token.get("sentence"))
            if index < 6:
                place[token.get("t_id")] = (index, len(sentences[index]))
                sentences[index].append(token.text or "_")
        types, spans = {}, {}
        for mark in xml.find("Markables"):
            anchors = [place.get(a.get("t_id")) for a in mark.iter("token_anchor")]
            if anchors and None not in anchors:
                spans[mark.get("m_id")] = (mark, anchors)
            elif mark.tag == "ENTITY":
                types[mark.get("m_id")] = mark.get("ent_type")
        entity = {}
        for link in xml.find("Relations").iter("REFERS_TO"):
            target = link.find("target").get("m_id")
            for source in link.iter("source"):
                entity[source.get("m_id")] = types.get(target)
        result = {i: Sentence(w, names=Names("news", ("NUM", "MONEY"))) for i, w in sorted(sentences.items())}
        for key, (mark, anchors) in spans.items():
            index, start, end = anchors[0][0], anchors[0][1], anchors[-1][1]
            kind = None
            if mark.tag == "TIMEX3":
                kind = "TIME"
            elif mark.tag == "ENTITY_MENTION" and mark.get("syntactic_type") in ("NAM", "PRE.NAM"):
                kind = dict(PER="PER", ORG="ORG?", LOC="LOC", PRO="MISC", FIN=None).get(entity.get(key))
                if is_demonym(sentences[index][start]):
                    kind = None
            else:
                continue
            result[index].names.add(sentences[index], start, end, kind)
        documents.append(list(result.values()))
    return documents


LEGAL = dict.fromkeys("JUDGE LAWYER WITNESS OTHER_PERSON".split(), "PER") | dict(
    ORG="ORG?", GPE="LOC", COURT="AGENCY", DATE="TIME"
)


def read_legal(root):
    sentences = []
    for line in open(f"{root}/legal-ner/dev.jsonl", encoding="utf8"):
        entry = json.loads(line)
        kept = [i for i, word in enumerate(entry["tokens"]) if word.strip()]
        index = {old: new for new, old in enumerate(kept)}
        words = [entry["tokens"][i].strip() for i in kept]
        spans = []
        for start, end, kind, *_ in entry["ents"]:
            inside = [index[i] for i in range(start, end) if i in index]
            if inside:
                spans.append((inside[0], inside[-1], kind))
        if 3 < len(words) < 120:
            sentences.append((words, spans))
    return named(sentences, "legal", LEGAL, ("MISC", "NUM", "MONEY"))


def read_annoctr(root):
    sentences = read_iob(f"{root}/annoctr/train.bio", 0, 1, "\t")
    return named(sentences, "cyber", dict(ORG="ORG?", LOC="LOC"), ("PER", *BARE))
