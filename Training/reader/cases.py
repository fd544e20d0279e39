"""python -m reader.cases --encoder ENCODER --weights english.weights --out FOLDER

Recorded cases of everything in the reader that needs no trained numbers: pieces, shapes, windows, lemmas,
trees, spans, and what coreference knows of pairs. The Swift tests read them.
"""

import argparse
import json
import os
import random
import struct

from . import coreference, decode
from .corpora import Mention, Sentence
from .lemmas import Lemmas
from .pieces import Pieces, shape, shapes
from .record import SENTENCES
from .plain import split_sentences, tokenize

WORDS = """
the The THE tHe a I I'm ’s n't naïve Rocío Straße STRASSE ﬁle ﬂuﬀy ß ẞ İstanbul ıstanbul Łódź Đặng Åse Ångström œuvre ΑΘΗΝΑ Σίσυφος
ΟΔΟΣ Москва Ёлка Київ שלום مرحبا القاهرة नमस्ते हिन्दी ไทย 한국어 서울 東京 日本語 ひらがな カタカナ ｶﾞ 張偉 中文abc 𠀀𠀁 Zürich Zu\u0308rich e\u0301clair
don\u00adt zero\u200bwidth zero\u200djoin \ufeffbom \u200e \u200f \u00ad \ufffd a\ufffdb \x00 a\x00b a\x07b a\tb a\u00a0b a\u2003b 🙂 👨‍👩‍👧 🇳🇴 ❤️ ✓ → − × ½ ² № ™ © ® € £ ¥ ₿ S$ US$ $
1,000 3.14 ١٢٣ 12٣ ５ ⅷ 4.2 10:30 2019–2020 35% #1 A1 COVID-19 1990s '60s e.g. U.S. J. O'Brien O’Brien rock'n'roll well-known AT&T R&D and/or
http://www.example.org/a?b=c#d name@example.org @handle #hashtag _under_ __ ... … !!! ?! “ ” ‘ ’ « » „ ‚ – — - -- ( ) [ ] { } < > / \\ | ~ ` ^ * + =
[CLS [SEP MASK] ##ing ing antidisestablishmentarianism Donaudampfschifffahrtsgesellschaftskapitän supercalifragilisticexpialidocious
xzqwv qqqqqqqq Kyrgyzstan Nagorno-Karabakh Tauranga Waikato Qaṣr Ma‘arrat ʻOumuamua Hawaiʻi ʼn ǆ ǅ Ǆ ŉ ΐ ﬃ Ⅻ ª º µ Å K ℵ 𝒳𝒴 𝟙𝟚 ⓐ ㊗ ﷺ ｆｕｌｌ Ｗｉｄｅ
M'sia S'pore Al-Qa'ida d'état L'Enfant jūsan'ya naïveté façade piñata jalapeño smörgåsbord Dvořák Čapek Škoda Žižek Ğ ğ Ş ş
""".split()
LONG = ["a" * 100, "a" * 101, "é" * 100, "é" * 101, "ab" * 60, "-" * 30, "字" * 20, "x" * 50 + "-" + "y" * 101 + "-the", " ", "", "a b", "\u0301", "\u0301a"]
TEXTS = SENTENCES + [
    "he said she said they never said so.",
    "BREAKING: Three Held After Raid On Harbour Office In Lagos",
    "POLICE SEIZE 400 KG OF COCAINE NEAR AIRPORT 🙂",
    "No.",
    "iPhone eBay McDonald NATO",
]
STORY = """Mr. Tomas Reyes founded Kestrel Holdings in 1998. He sold the company to his sister, Ana Reyes, who runs it.
The European Union fined Kestrel Holdings. The EU said the firm had hidden its accounts. “We never hid them,” Reyes told reporters.
“I paid what I owed, and they know it.” The ministry's spokesman disagreed; he called it theft. Those accounts were in Riga.
Officials of the Ministry of Fisheries - the ministry that licensed her ships - said she owed the state money. Her lawyer did not answer.
The Organization of Honest Shippers (OHS) wrote to them. OHS wanted a hearing. A judge in Riga refused one to the shippers themselves.
A man and a woman left the court. The woman was his wife. Lord Brook and Lady Brook stayed. These men said "it is over", and "we won".
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--weights", required=True, help="a weights file, for its lexicon")
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    for name, cases in (
        ("pieces", pieces(a.encoder)),
        ("lemmas", lemmas(a.weights)),
        ("decoding", decoding()),
        ("coreference", coreference_cases()),
    ):
        with open(os.path.join(a.out, name + ".json"), "w", encoding="utf8") as file:
            json.dump(cases, file, ensure_ascii=True, indent=None, separators=(",", ":"), sort_keys=True)
            file.write("\n")


def pieces(encoder):
    made = Pieces(encoder)
    vocabulary = open(os.path.join(encoder, "vocab.txt"), encoding="utf8").read().rstrip("\n").split("\n")
    sentences = [[w for w, _, _ in tokenize(text)] for text in TEXTS]
    words = sorted({*WORDS, *LONG, *(w for s in sentences for w in s)})
    words = [w for w in words if w not in vocabulary[:1] + vocabulary[100:104]]
    needed = set()
    known = {p: i for i, p in enumerate(vocabulary)}
    for word in words:  # every piece that the search may meet
        plain = made.tokenizer.normalizer.normalize_str(word)
        for start in range(len(plain)):
            for end in range(start + 1, min(len(plain), start + 20) + 1):
                needed |= {p for p in (plain[start:end], "##" + plain[start:end]) if p in known}
    return dict(
        vocabulary=sorted([known[p], p] for p in needed),
        words=[[w, made.of(w), shape(w)] for w in words],
        sentences=[[s, shapes(s)] for s in sentences],
    )


def section(weights, name):
    data = open(weights, "rb").read()
    size = struct.unpack("<I", data[12:16])[0]
    header = json.loads(data[16 : 16 + size])
    found = next(s for s in header["sections"] if s["name"] == name)
    start = 16 + size + found["offset"]
    return data[start : start + found["bytes"]].decode().split("\n")


TAGS = "NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB RBR RBS PRP CD FW".split()
FORMS = """
was Police companies ties Ties dies lies buses boxes churches bosses heroes gas glass news Philippines States MASS lives leaves
seized traded planned stopped controlled passed buzzed hoped hopped carried tied died argued issued forced banged hanged located secured
running making lying seeing being banning telling agreed freed fleeing dyeing controlling trafficking singing changing arriving
bigger larger happier better worse most least latest biggest oldest freer earlier er ed ing est s ss ies Çağrılar MÜLLERS été
analysing accused focusing focussed rescued smuggled toppled tried vied skied data men children women people geese
""".split()


def lemmas(weights):
    lexicon, bases = section(weights, "lexicon"), section(weights, "bases")
    table = Lemmas(
        {(f, t): l for f, t, l in (line.split("\t") for line in lexicon)}, {tuple(line.split("\t")) for line in bases}
    )
    cases = [[form, tag, table.of(form, tag)] for form in FORMS for tag in TAGS]
    low = {form.lower() for form in FORMS}
    stems = {s for f in low for t in TAGS for s in possible_stems(f, t)}
    return dict(
        lexicon=[line for line in lexicon if line.split("\t")[0] in low],
        bases=[line for line in bases if line.split("\t")[0] in stems],
        cases=cases,
    )


def possible_stems(form, tag):
    from .lemmas import stems

    return stems(form, tag)


def decoding(seed=3):
    import numpy as np

    chance = np.random.default_rng(seed)
    trees = []
    for n in (1, 2, 3, 5, 8, 13, 21, 34):
        for flavor in range(6):
            scores = np.round(chance.normal(size=(n, n + 1)) * 3, 1 if flavor < 3 else 0).astype(np.float32)
            if n < 13 or flavor < 2:
                trees.append([[float(x) for x in scores.flatten()], [int(h) for h in decode.tree(scores.astype(np.float64))]])
    spans = []
    for count in (0, 1, 5, 20, 60):
        some = {}
        for _ in range(count):
            a = int(chance.integers(20))
            some[a, int(min(19, a + chance.integers(6)))] = (int(chance.integers(3)), -float(chance.integers(40)) / 8)
        found = [(a, b, *v) for (a, b), v in some.items()]
        spans.append([found, [s[:2] for s in decode.nested(found)], [s[:2] for s in decode.flat(found)]])
    return dict(trees=trees, spans=spans)


def coreference_cases(seed=5):
    """Documents with made-up tags, trees and mentions: every rule of the description is met."""
    chance = random.Random(seed)
    upos = "NOUN PROPN PRON VERB DET".split()
    xpos = "NN NNS NNP NNPS PRP VBD".split()
    labels = [*coreference.ROLES, "amod", "punct"]
    documents = []
    sentences = [[w for w, _, _ in s] for s in split_sentences(tokenize(STORY))]
    for repeats in (1, 3):
        document = []
        for words in sentences * repeats:
            n = len(words)
            heads = [0] + [chance.randrange(i) + 1 for i in range(1, n)]
            s = Sentence(words, [chance.choice(upos) for _ in words], [chance.choice(xpos) for _ in words], None, heads,
                         [chance.choice(labels) for _ in words])
            spans = {(i, i) for i in range(n) if words[i].lower() in coreference.PRONOUNS or chance.random() < 0.15}
            for _ in range(n // 5):
                a = chance.randrange(n)
                spans.add((a, min(n - 1, a + chance.randrange(4))))
            types = (*coreference.TYPES, "other")
            s.mentions = [Mention(a, b, chance.choice(types), "") for a, b in sorted(spans, key=lambda x: (-x[1], x[0]))]
            s.chained = s.mentions
            document.append(s)
        found = coreference.referents(document)
        later, earlier = coreference.candidates(found)
        rows = [coreference.fields_of(found[x], found[y], x - y) for x, y in zip(later, earlier)]
        scores = [(17 * k % 41 - 20) / 4 for k in range(len(later))]
        none = [(5 * k % 13 + 6) / 4 for k in range(len(found))]
        import torch

        groups = coreference.chains(len(found), torch.tensor(scores), torch.tensor(none), torch.tensor(later), torch.tensor(earlier))
        chain = {x: k for k, group in enumerate(groups) for x in group}
        first = repeats == 1
        documents.append(
            dict(
                sentences=[
                    dict(words=s.words, upos=s.upos, xpos=s.xpos, heads=s.heads, labels=s.labels,
                         mentions=[[m.start, m.end, m.type] for m in s.mentions])
                    for s in document
                ],
                spans=[[r.start, r.end, r.head] for r in found],
                later=later if first else [],
                earlier=earlier if first else [],
                rows=[x for row in rows[:400] for x in row] if first else [],
                digest=str(digest(later + earlier + [x for row in rows for x in row])),
                chains=[chain[x] for x in range(len(found))],
            )
        )
    return dict(words=lists(), documents=documents)


def lists():
    from .export import coreference_lists

    return coreference_lists()


def digest(numbers):
    h = 0xCBF29CE484222325
    for x in numbers:
        h = ((h ^ x) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


if __name__ == "__main__":
    main()
