"""Scores on the test parts; nothing here was trained on."""

import csv
import json
import os
from collections import Counter

import torch

from . import coreference, corpora, measures
from . import relations
from .boundaries import sentences
from .lemmas import learn
from .names import TYPES as NAME_TYPES
from .names import Names
from .predict import decoded_mentions, decoded_names
from .windows import bucketed, collate, chunks_of


def words_of(documents):
    return [[s.words for s in d] for d in documents]


def trees(reader, documents, entities=False):
    read = reader.read(words_of(documents), chains=entities)
    counts = [measures.syntax(d, r) for d, r in zip(documents, read)]
    result = measures.syntax_scores(measures.total(counts))
    if len(documents) > 1:
        result["las interval"] = measures.interval(counts, measures.syntax_scores, "las")
    if not entities:
        return result
    counts = [measures.mentions(d, r) for d, r in zip(documents, read)]
    result |= measures.mention_scores(measures.total(counts))
    for key in ("typed", "untyped", "named"):
        result[key + " interval"] = measures.interval(counts, measures.mention_scores, key)
    result["chains, own mentions"] = chains(documents, read)
    given = [give_mentions(reader, d, r) for d, r in zip(documents, read)]
    result["chains, given mentions"] = chains(documents, given)
    return result


def give_mentions(reader, document, read):
    """What was read, with the gold mentions in place of the found ones."""
    for s, r in zip(document, read):
        r.chained = [corpora.Mention(m.start, m.end, m.type, "") for m in s.mentions]
    reader.chain(read)
    return read


def chains(documents, read):
    counts = []
    for d, r in zip(documents, read):
        counts.append(measures.coreference(chains_in(d), chains_in(r)))
    result = measures.coreference_scores(measures.total(counts))
    result["interval"] = measures.interval(counts, measures.coreference_scores, "average")
    return result


def chains_in(document):
    found, offset = {}, 0
    for s in document:
        for m in s.chained or ():
            found.setdefault(m.entity, []).append((offset + m.start, offset + m.end))
        offset += len(s.words)
    return list(found.values())


def flat_names(reader, documents):
    read = reader.read(words_of(documents))
    counts = [measures.names(d, r) for d, r in zip(documents, read)]
    result = measures.name_scores(measures.total(counts))
    result["interval"] = measures.interval(counts, measures.name_scores, "all")
    return result


def agencies(reader, documents):
    """Agency against organization: on names found exactly, and asked about all gold names."""
    read = reader.read(words_of(documents))
    c = measures.total(measures.agencies(d, r) for d, r in zip(documents, read))
    asked = told_apart(reader, documents)
    both = lambda c, what: c[what + " ORG"] + c[what + " AGENCY"]
    return {
        "gold": [c["gold ORG"], c["gold AGENCY"]],
        "found": [c["found ORG"], c["found AGENCY"]],
        "right of found": measures.percent(both(c, "right"), both(c, "found")),
        "right of all": measures.percent(both(asked, "right"), both(asked, "gold")),
        "recall ORG, AGENCY": [measures.percent(asked["right " + k], asked["gold " + k]) for k in ("ORG", "AGENCY")],
    }


def labelled_agencies(reader, root):
    """The hand-labelled names, each in the first sentence of its corpus that holds it."""
    sources = dict(
        pud=corpora.read_uner(root, "pud"),
        stock=[s for d in corpora.read_meantime(root, ("stock",)) for s in d],
        ewt=corpora.read_uner(root, "test"),
    )
    path = os.path.join(os.path.dirname(__file__), "..", "labels", "agencies.tsv")
    documents = []
    for source, name, label in list(csv.reader(open(path, encoding="utf8"), delimiter="\t"))[1:]:
        documents.append([first_with(name, sources[source], label)])
    return agencies(reader, documents)


def first_with(name, sentences, label):
    for s in sentences:
        for a, b, kind in s.names.spans:
            if kind in ("ORG", "ORG?", "AGENCY") and " ".join(s.words[a : b + 1]) == name:
                kind = "AGENCY" if label == "agency" else "ORG"
                return corpora.Sentence(s.words, names=Names(s.names.style, (), [(a, b, kind)]))
    raise ValueError(f"no sentence names {name}")


@torch.no_grad()
def told_apart(reader, documents):
    network, c = reader.network, Counter()
    org, agency = 1 + NAME_TYPES.index("ORG"), 1 + NAME_TYPES.index("AGENCY")
    chunks = [x for d in documents for x in chunks_of(d, reader.pieces, "read", most=1)]
    for chunk in chunks:
        batch = collate([chunk])
        mixture = network.encode(batch.ids, batch.shapes, batch.mask)[2]
        for sentences, first, last, mask in bucketed(batch.places[0]):
            words = (mixture[first] + mixture[last]) * 0.5
            *_, starts, ends = network.span_parts(words, torch.zeros(len(words), dtype=torch.long))
            scores = network.name_scores(starts, ends)
            for i, s in enumerate(sentences):
                for a, b, kind in s.names.spans:
                    if kind in ("ORG", "AGENCY"):
                        said = "AGENCY" if scores[i, a, b, agency] > scores[i, a, b, org] else "ORG"
                        c["gold " + kind] += 1
                        c["right " + kind] += said == kind
    return c


def gap(reader, root, part="test"):
    """GAP's own score: F1 of the judgements that a name is the pronoun's antecedent."""
    documents = corpora.read_gap(root, part)
    read = reader.read(words_of(documents), chains=True)
    c = Counter()
    for gold, found in zip(documents, read):
        pair = gold[0].pair
        said = antecedents(found, pair)
        sex = "m" if pair["word"].lower() in ("he", "him", "his") else "f"
        for is_true, is_said in zip(pair["gold"], said):
            for key in (sex, "all"):
                c[key, is_true, is_said] += 1
    score = lambda k: measures.f1(c[k, True, True], c[k, True, True] + c[k, False, True], c[k, True, True] + c[k, True, False])
    return dict(overall=score("all"), masculine=score("m"), feminine=score("f"), bias=score("f") / max(score("m"), 1e-9))


def antecedents(document, pair):
    place, offset = [], 0
    for s in document:
        for m in s.chained or ():
            head = coreference.head_of(s, m.start, m.end) if s.heads else m.end
            place.append((offset + m.start, offset + m.end, offset + head, m.entity))
        offset += len(s.words)
    own = {e for a, b, h, e in place if (a, b) == tuple(pair["Pronoun"])}
    return [
        any(e in own and pair[key][0] <= h <= pair[key][1] for a, b, h, e in place) for key in ("A", "B")
    ]


def lemma_tables(root):
    """The lexicon of the training parts of GUM and EWT."""
    documents = [*corpora.read_gum(root)["train"].values()]
    documents += corpora.read_conllu(f"{root}/ewt/en_ewt-ud-train.conllu").values()
    return learn(s for d in documents for s in d)


def tune(reader, root, values=(-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)):
    """Sets the two biases to the least that scores within 0.1 of the best on dev; the scores by bias."""
    reader.settings.mention_bias = reader.settings.name_bias = max(values)
    tasks = dict(
        mention_bias=(list(corpora.read_gum(root)["dev"].values()), measures.mentions, measures.mention_scores, "untyped"),
        name_bias=(corpora.in_groups(corpora.read_uner(root, "dev")), measures.names, measures.name_scores, "all"),
    )
    scores = {}
    for key, (documents, count, score, wanted) in tasks.items():
        read, scores[key] = reader.read(words_of(documents)), {}
        for bias in values:
            for s in (s for d in read for s in d):
                s.mentions = decoded_mentions([x for x in s.mention_spans if x[4] > -bias])
                s.names = decoded_names([x for x in s.name_spans if x[4] > -bias])
            total = measures.total(count(d, r) for d, r in zip(documents, read))
            scores[key][bias] = round(score(total)[wanted], 2)
    for key, found in scores.items():
        near = [b for b in found if found[b] > max(found.values()) - 0.1]
        setattr(reader.settings, key, min(near, key=abs))
    return scores


def everything(reader, root, only=None, cuts=None):
    """All scores by name of the test; sentences where there is a folder of what rules cut."""
    gum = corpora.read_gum(root)
    tests = {
        "GUM dev": lambda: trees(reader, list(gum["dev"].values()), True),
        "GUM test": lambda: trees(reader, list(gum["test"].values()), True),
        "EWT test": lambda: trees(reader, list(corpora.read_conllu(f"{root}/ewt/en_ewt-ud-test.conllu").values())),
        "PUD": lambda: trees(reader, [[s] for d in corpora.read_conllu(f"{root}/pud/en_pud-ud-test.conllu").values() for s in d]),
        "UNER EWT dev": lambda: flat_names(reader, corpora.in_groups(corpora.read_uner(root, "dev"))),
        "UNER EWT test": lambda: flat_names(reader, corpora.in_groups(corpora.read_uner(root, "test"))),
        "UNER PUD": lambda: flat_names(reader, [[s] for s in corpora.read_uner(root, "pud")]),
        "Europarl": lambda: flat_names(reader, corpora.in_groups(corpora.read_europarl(root))),
        "Re-DocRED test": lambda: flat_names(reader, corpora.read_redocred(root, "test")[:150]),
        "MEANTIME stock": lambda: flat_names(reader, corpora.read_meantime(root, ("stock",))),
        "Agencies, grobid held out": lambda: agencies(reader, corpora.read_grobid(root)[1]),
        "Agencies, 300 labelled names": lambda: labelled_agencies(reader, root),
        "GAP validation": lambda: gap(reader, root, "validation"),
        "GAP test": lambda: gap(reader, root),
    }
    tests["Relations, KnowledgeNet fold 4"] = lambda: relations.scores(reader, relations.knowledgenet(root, {4}))
    tests["Relations, Re-DocRED test"] = lambda: relations.scores(reader, relations.redocred(root, "test"))
    if cuts:
        tests["Sentences, EWT test"] = lambda: sentences(reader, os.path.join(cuts, "ewt-test.txt"))
        tests["Sentences, GUM test"] = lambda: sentences(reader, os.path.join(cuts, "gum-test.txt"))
    result = {}
    for name, test in tests.items():
        if only is None or name in only:
            result[name] = rounded(test())
            print(name, json.dumps(result[name]), flush=True)
    return result


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v) for v in value]
    return round(value, 2) if isinstance(value, float) else value
