"""Coreference: what is known of a mention, of a pair of mentions, and the scorer of antecedents."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .product import Product

CLASSES = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "this that these those",
    "who whom whose which",
    "one oneself",
)
PRONOUNS = {word: number for number, line in enumerate(CLASSES, 1) for word in line.split()}
GENDER = {4: "m", 5: "f", 6: "n"}
MALE = set("mr mr. sir lord king prince man boy father son brother husband uncle he actor businessman".split())
FEMALE = set("mrs mrs. ms ms. miss lady queen princess woman girl mother daughter sister wife aunt actress".split())
STOP = set("the a an this that these those 's ’s of and his her their its my your our , . - mr. mrs. ms. mr mrs dr. dr sir".split())
ROLES = {"nsubj": 1, "nsubj:pass": 2, "obj": 3, "iobj": 3, "obl": 4, "obl:agent": 4, "nmod": 5, "nmod:poss": 6, "appos": 7, "conj": 8, "root": 9}
FIELDS = (10, 10, 121, 27, 16, 121, 16, 5, 121, 9)  # rows of the table each field chooses from
OFFSETS = [sum(FIELDS[:i]) for i in range(len(FIELDS))]
STEPS = (1, 2, 3, 4, 5, 8, 16, 32, 64)
TYPES = "person place organization object event time substance animal plant abstract".split()
UNKNOWN = 10
NEAR_PRONOUN, NEAR, FAR = 25, 50, 20


@dataclass
class Referent:
    """A mention as the scorer sees it; places are word numbers in the document."""

    start: int
    end: int
    head: int
    sentence: int
    type: int
    words: tuple
    core: frozenset
    core_words: tuple
    head_word: str
    pronoun: int
    kind: int  # 0 name, 1 noun, 2 pronoun
    plural: int
    opening: int  # 0 none, 1 definite, 2 indefinite, 3 possessive
    gender: str
    role: int
    quoted: int
    initials: str
    joined: str
    entity: str = None
    before: str = ""  # the word before
    mention: object = None


def head_of(sentence, start, end):
    """The word whose head lies outside; without a tree the word before the first preposition."""
    if sentence.heads:
        for i in range(start, end + 1):
            if not start <= sentence.heads[i] - 1 <= end:
                return i
        return end
    for i in range(start + 1, end + 1):
        if sentence.words[i].lower() in ("of", "in", "at", "on", "for", "from", "with", "to", "by", ",", "(", "who", "which", "that", "whose", "-"):
            return i - 1
    return end


def referents(document):
    """The mentions (`chained`) of a document in order of start, longer ones first."""
    found, offset, quoted = [], 0, False
    for number, sentence in enumerate(document):
        quotes = []
        for word in sentence.words:
            if word in ("“", "``"):
                quoted = True
            elif word in ("”", "''"):
                quoted = False
            elif word == '"':
                quoted = not quoted
            quotes.append(quoted)
        for m in sentence.chained or ():
            found.append(describe(sentence, number, offset, m, quotes[m.start]))
        offset += len(sentence.words)
    found.sort(key=lambda r: (r.start, -r.end))
    return found


def describe(sentence, number, offset, mention, quoted):
    words = sentence.words[mention.start : mention.end + 1]
    low = tuple(w.lower() for w in words)
    head = head_of(sentence, mention.start, mention.end)
    head_word = low[head - mention.start]
    pronoun = PRONOUNS.get(low[0], 0) if len(low) == 1 else 0
    tag = sentence.xpos[head] if sentence.xpos else None
    upos = sentence.upos[head] if sentence.upos else None
    named = upos == "PROPN" if upos else sentence.words[head][:1].isupper() and (head > 0 or len(words) > 1)
    kind = 2 if pronoun or upos == "PRON" else 0 if named else 1
    if tag:
        plural = tag in ("NNS", "NNPS") or pronoun in (2, 7) or head_word in ("these", "those")
    else:
        plural = pronoun in (2, 7) or (kind == 1 and head_word.endswith("s") and not head_word.endswith("ss"))
    opening = 0
    if low[0] in ("the", "this", "that", "these", "those"):
        opening = 1
    elif low[0] in ("a", "an", "some"):
        opening = 2
    elif len(low) > 1 and (low[0] in ("my", "our", "your", "his", "her", "its", "their") or "'s" in low or "’s" in low):
        opening = 3
    gender = GENDER.get(pronoun, "")
    if kind != 2:
        gender = "m" if MALE & set(low) else "f" if FEMALE & set(low) else ""
    role = ROLES.get(sentence.labels[head], 10) if sentence.labels else 0
    core_words = tuple(w for w in low if w not in STOP)
    return Referent(
        offset + mention.start,
        offset + mention.end,
        offset + head,
        number,
        TYPES.index(mention.type) if mention.type in TYPES else UNKNOWN,
        low,
        frozenset(core_words),
        core_words,
        head_word,
        pronoun,
        kind,
        int(plural),
        opening,
        gender,
        role,
        int(quoted),
        "".join(w[0] for w in words if w[0].isupper()),
        "".join(words),
        mention.entity,
        sentence.words[mention.start - 1] if mention.start else "",
        mention,
    )


def bucket(distance):
    return sum(distance >= step for step in STEPS)


def fields_of(i, j, apart):
    """The ten features of the pair (i, earlier j), as rows of the scorer's table."""
    agree = 0 if not i.gender or not j.gender else 1 if i.gender == j.gender else 2
    same = match(i, j)
    nesting = 0
    if j.start <= i.start and i.end <= j.end:
        nesting = 1
    elif i.start == j.end + 2 and i.before in (",", "-", "–", "—", "("):
        nesting = 2
    elif i.start == j.end + 1:
        nesting = 3
    elif i.start == j.end + 2:
        nesting = 4
    speech = 2 * i.quoted + j.quoted
    if i.pronoun and j.pronoun:
        speech = speech + 4 if i.words == j.words else 8
    rows = (
        bucket(i.sentence - j.sentence),
        bucket(apart),
        i.type * 11 + j.type,
        (i.kind * 3 + j.kind) * 3 + agree,
        same * 2 + (i.kind == 0 and j.kind == 0),
        i.pronoun * 11 + j.pronoun,
        i.plural * 8 + j.plural * 4 + i.opening,
        nesting,
        i.role * 11 + j.role,
        speech,
    )
    return [OFFSETS[k] + row for k, row in enumerate(rows)]


def match(i, j):
    """0 nothing in common … 7: how alike the words of two mentions are."""
    if i.pronoun or j.pronoun:
        return 0
    if i.core and i.core_words == j.core_words:
        return 1
    heads = i.head_word == j.head_word
    if i.core and i.core <= j.core:
        return 2 if heads else 3
    if j.core and j.core <= i.core:
        return 4 if heads else 5
    if heads:
        return 6
    if len(i.joined) > 1 and i.joined == j.initials or len(j.joined) > 1 and j.joined == i.initials:
        return 7
    return 0


def candidates(found):
    """For every mention the earlier ones that may be its antecedent: (later, earlier) pairs."""
    by_word, later, earlier = {}, [], []
    for x, i in enumerate(found):
        near = range(max(0, x - (NEAR_PRONOUN if i.pronoun else NEAR)), x)
        far = []
        if not i.pronoun:
            first = near.start
            far = sorted({y for w in i.core for y in by_word.get(w, ()) if y < first})[-FAR:]
        for y in (*far, *near):
            later.append(x)
            earlier.append(y)
        if not i.pronoun:
            for w in i.core:
                by_word.setdefault(w, []).append(x)
    return later, earlier


def prepared(found):
    """(later, earlier, fields) as tensors."""
    later, earlier = candidates(found)
    rows = [fields_of(found[x], found[y], x - y) for x, y in zip(later, earlier)]
    return (
        torch.tensor(later, dtype=torch.long),
        torch.tensor(earlier, dtype=torch.long),
        torch.tensor(rows, dtype=torch.int32).view(-1, len(FIELDS)),
    )


class Antecedents(nn.Module):
    """Scores pairs of mentions, and for every mention that it has no antecedent."""

    SIZE, HIDDEN = 128, 64

    def __init__(self, width):
        super().__init__()
        self.reduce = Product(3 * width, 2 * self.SIZE)
        self.bilinear = Product(self.SIZE, self.SIZE)
        self.later, self.earlier = Product(self.SIZE, self.HIDDEN), Product(self.SIZE, self.HIDDEN)
        self.table = nn.Embedding(sum(FIELDS), self.HIDDEN)
        nn.init.normal_(self.table.weight, std=0.1)
        self.score = nn.Parameter(torch.randn(self.HIDDEN) * 0.1)
        self.none = nn.Parameter(torch.zeros(self.SIZE + 1))
        self.drop = nn.Dropout(0.2)

    def forward(self, vectors, later, earlier, fields):
        """`vectors` [mentions, 3 · width]: first, last and head word. Scores [pairs], [mentions]."""
        h = self.drop(F.gelu(self.reduce(self.drop(vectors)))).float()
        a, b = h.split(self.SIZE, -1)
        close = (self.bilinear(a)[later] * b[earlier]).sum(-1) / self.SIZE**0.5
        hidden = self.later(a)[later] + self.earlier(b)[earlier] + self.table(fields).sum(1)
        return close + F.gelu(hidden) @ self.score, a @ self.none[:-1] + self.none[-1]


def chain_loss(scores, none, later, earlier, entities):
    """Negative log of the probability that every mention finds a true antecedent, summed."""
    count = len(none)
    most = torch.full((count,), -1e4).scatter_reduce(0, later, scores.detach(), "amax")
    most = torch.maximum(most, none.detach())
    total = torch.zeros(count).index_add(0, later, (scores - most[later]).exp()) + (none - most).exp()
    true = entities[later] == entities[earlier]
    has = torch.zeros(count).index_add(0, later[true], torch.ones(int(true.sum()))) > 0
    right = torch.zeros(count).index_add(0, later[true], (scores[true] - most[later[true]]).exp())
    right = right + torch.where(has, 0.0, (none - most).exp())
    return -(right.clamp(min=1e-20).log() - total.log()).sum()


def chains(count, scores, none, later, earlier):
    """Groups of mentions: each is joined to its best antecedent that beats having none."""
    best = {}
    limits = none.tolist()
    for value, x, y in zip(scores.tolist(), later.tolist(), earlier.tolist()):
        if value > limits[x] and value > best.get(x, (float("-inf"),))[0]:
            best[x] = (value, y)
    group = list(range(count))
    for x in range(count):
        if x in best:
            group[x] = group[best[x][1]]
    result = {}
    for x, g in enumerate(group):
        result.setdefault(g, []).append(x)
    return list(result.values())
