"""Lemmas: a lexicon of what the rules would get wrong, and the rules."""

import collections

ENDINGS = {"NNS": "NN", "NNPS": "NNP", "VBZ": "VB", "VBD": "VB", "VBN": "VB", "VBG": "VB",
           "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB"}
FIXED = {"NNP", "FW", "SYM", "CD", "LS", "ADD", "GW", "XX"}


def stems(form, tag):
    """Base forms that the form of this tag may have, likeliest first."""
    if tag in ("NNS", "VBZ"):
        if form.endswith("ies") and len(form) > 4:
            return [form[:-3] + "y", form[:-1]]
        if form.endswith(("xes", "zes", "ches", "shes", "sses", "oes")):
            return [form[:-2], form[:-1]]
        if form.endswith("s") and not form.endswith("ss"):
            return [form[:-1]]
        return [form]
    suffix = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}.get(tag)
    if not suffix or not form.endswith(suffix) or len(form) < len(suffix) + 2:
        return [form]
    base = form[: -len(suffix)]
    if suffix != "ing" and base.endswith("i") and len(base) > 2:
        return [base[:-1] + "y", base]
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return [base[:-1], base]
    soft = base[-1] in "vcuzg" and not base.endswith("ng") or base.endswith(
        ("at", "ut", "ir", "as", "is", "os", "us", "ur", "or", "ad", "ul", "bl", "tl", "pl", "gl", "iz", "ys", "dl", "fl"))
    return [base + "e", base] if soft else [base, base + "e"]


class Lemmas:
    """`lexicon` maps (form in lower case, tag) to a lemma, `bases` holds (base form, tag)."""

    def __init__(self, lexicon, bases):
        self.lexicon, self.bases = lexicon, bases

    def of(self, word, tag):
        if tag in FIXED:
            return word
        if tag == "NNPS":
            low = word.lower()
            return word[:-1] if low.endswith("s") and not low.endswith("ss") else word
        form = word.lower()
        known = self.lexicon.get((form, tag))
        return known if known is not None else self.rule(form, tag)

    def rule(self, form, tag):
        found = stems(form, tag)
        base = ENDINGS.get(tag)
        return next((s for s in found if (s, base) in self.bases), found[0])


def learn(sentences):
    """The lexicon and the bases of annotated sentences."""
    counts = collections.defaultdict(collections.Counter)
    bases = set()
    for s in sentences:
        for word, tag, lemma in zip(s.words, s.xpos, s.lemmas):
            if tag in FIXED or tag == "NNPS" or lemma == "_" or "\t" in word + lemma:
                continue
            counts[word.lower(), tag][lemma] += 1
            base = ENDINGS.get(tag, tag)
            if base in ("NN", "VB", "JJ", "RB") and lemma.isalpha():
                bases.add((lemma.lower(), base))
    lemmas = Lemmas({}, bases)
    for (form, tag), counter in counts.items():
        best = min(counter, key=lambda lemma: (-counter[lemma], lemma))
        if lemmas.rule(form, tag) != best:
            lemmas.lexicon[form, tag] = best
    return lemmas
