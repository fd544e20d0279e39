"""What every task adds to the loss of a batch; sums over words, spans or mentions."""

import torch
import torch.nn.functional as F

from . import coreference
from .corpora import Mention
from .names import STYLES
from .names import TYPES as NAME_TYPES
from .network import MENTION_TYPES, SPAN_MIX, TAG_MIX, TREE_MIX
from .windows import bucketed

NAME_LONGEST = 14  # words of a flat name


class Losses:
    def __init__(self, network, chance):
        self.network, self.chance = network, chance
        self.number = {
            kind: {value: i for i, value in enumerate(values)} for kind, values in network.tags.items()
        }
        self.drop = torch.nn.Dropout(0.2)

    def of(self, batch, mixtures):
        """Losses by task; `mixtures` are the encoder's three outputs."""
        places = [p for chunk in batch.places for p in chunk]
        total = {}
        for wanted, losses in (
            (lambda s: s.heads is not None, self.syntax),
            (lambda s: s.mentions is not None, self.mentions),
            (lambda s: s.names is not None, self.names),
        ):
            for sentences, first, last, mask in bucketed([p for p in places if wanted(p[0])]):
                words = lambda mix: self.drop((mixtures[mix][first] + mixtures[mix][last]) * 0.5)
                for task, value in losses(sentences, words, mask).items():
                    total[task] = total.get(task, 0) + value
        for chunk in batch.places:
            for task, value in self.coreference(chunk, mixtures[SPAN_MIX]).items():
                total[task] = total.get(task, 0) + value
        return total

    def syntax(self, sentences, words, mask):
        count, length = mask.shape
        gold = {k: torch.full((count, length), -100) for k in ("upos", "xpos", "heads", "labels")}
        for i, s in enumerate(sentences):
            n = len(s.words)
            for kind in ("upos", "xpos", "labels"):
                numbers = [self.number[kind].get(value, -100) for value in getattr(s, kind)]
                gold[kind][i, :n] = torch.tensor(numbers)
            gold["heads"][i, :n] = torch.tensor(s.heads)
        tags = self.network.tag(words(TAG_MIX))
        upos, xpos = tags.split([len(self.number["upos"]), len(self.number["xpos"])], -1)
        ad, ah, ld, lh = self.network.tree_parts(words(TREE_MIX))
        arcs = self.network.arc.all(self.drop(ad), self.drop(ah))[..., 0].float()
        real = torch.cat([torch.ones(count, 1, dtype=torch.bool), mask], 1)
        arcs = arcs.masked_fill(~real[:, None, :], -1e4)
        at = gold["heads"].clamp(min=0)[..., None].expand(-1, -1, lh.shape[-1])
        labels = self.network.label.pairs(self.drop(ld), self.drop(torch.gather(lh, 1, at)))
        return dict(
            tags=0.5 * entropy(upos, gold["upos"]) + entropy(xpos, gold["xpos"]),
            arcs=entropy(arcs, gold["heads"]),
            labels=entropy(labels, gold["labels"]),
        )

    def mentions(self, sentences, words, mask):
        count, length = mask.shape
        starts, ends, _, _ = self.network.span_parts(words(SPAN_MIX), torch.zeros(count, dtype=torch.long))
        scores = self.network.mention_scores(self.drop(starts), self.drop(ends))
        gold = torch.zeros(count, length, length, dtype=torch.long)
        for i, s in enumerate(sentences):
            for m in s.mentions:
                gold[i, m.start, m.end] = 1 + MENTION_TYPES.index(m.type)
        gold[~possible(mask, length)] = -100
        return dict(mentions=entropy(scores, gold))

    def names(self, sentences, words, mask):
        count, length = mask.shape
        style = torch.zeros(count, dtype=torch.long)
        style[: len(sentences)] = torch.tensor([STYLES.index(s.names.style) for s in sentences])
        _, _, starts, ends = self.network.span_parts(words(SPAN_MIX), style)
        scores = self.network.name_scores(self.drop(starts), self.drop(ends)).float()
        kinds = 1 + len(NAME_TYPES)
        # allowed[sentence, start, end, kind]: the kinds that the annotation leaves possible
        allowed = torch.zeros(count, length, length, kinds, dtype=torch.bool)
        seen = possible(mask, NAME_LONGEST)
        for i, s in enumerate(sentences):
            allowed[i, :, :, [0, *(1 + NAME_TYPES.index(t) for t in s.names.missing)]] = True
            for a, b in s.names.unknown:
                seen[i, : b + 1, a:] = False
            for a, b, kind in s.names.spans:
                both = ("ORG", "AGENCY") if kind == "ORG?" else (kind,)
                allowed[i, a, b] = False
                allowed[i, a, b, [1 + NAME_TYPES.index(t) for t in both]] = True
        scores, allowed = scores[seen], allowed[seen]
        right = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
        return dict(names=(scores.logsumexp(-1) - right).sum())

    def coreference(self, chunk, mixture):
        document = [p[0] for p in chunk]
        if not document or (document[0].chained is None and document[0].pair is None):
            return {}
        first = torch.tensor([x for p in chunk for x in p[1]])
        last = torch.tensor([x for p in chunk for x in p[2]])
        words = (mixture[first] + mixture[last]) * 0.5
        if document[0].pair:
            return self.pair(document, words)
        if not hasattr(document[0], "prepared"):
            found = coreference.referents(document)
            names = {e: i for i, e in enumerate(sorted({r.entity for r in found}))}
            document[0].prepared = (
                torch.tensor([[r.start, r.end, r.head] for r in found]).view(-1, 3),
                coreference.prepared(found),
                torch.tensor([names[r.entity] for r in found]),
            )
        at, pairs, entities = document[0].prepared
        if len(at) < 2:
            return {}
        scores, none = self.network.antecedents(words[at].flatten(1), *pairs)
        return dict(chains=coreference.chain_loss(scores, none, pairs[0], pairs[1], entities))

    def pair(self, document, words):
        """A pronoun and two names of a passage: each is its antecedent or is not."""
        pair = document[0].pair
        if max(x for key in ("Pronoun", "A", "B") for x in pair[key]) >= len(words):
            return {}
        if "prepared" not in pair:
            pair["prepared"] = passage(document, pair)
        at, pairs, gold = pair["prepared"]
        scores, none = self.network.antecedents(words[at].flatten(1), *pairs)
        margin = scores - none[pairs[0]]
        return dict(chains=2 * F.binary_cross_entropy_with_logits(margin, gold, reduction="sum"))


def passage(document, pair):
    """Tensors of a GAP passage: the places of its three mentions, its two pairs, the answers."""
    found = {}
    offset = 0
    for number, sentence in enumerate(document):
        for key in ("Pronoun", "A", "B"):
            a, b = pair[key][0] - offset, pair[key][1] - offset
            if 0 <= a < len(sentence.words):
                b = min(b, len(sentence.words) - 1)
                m = Mention(a, b, "person", key)
                found[key] = coreference.describe(sentence, number, offset, m, False)
                if key != "Pronoun":
                    found[key].kind = 0
        offset += len(sentence.words)
    order = sorted(found, key=lambda k: found[k].start)
    place = {key: i for i, key in enumerate(order)}
    later, earlier, rows = [], [], []
    for key in ("A", "B"):
        x, y = sorted((place["Pronoun"], place[key]), reverse=True)
        later.append(x)
        earlier.append(y)
        i, j = found[order[x]], found[order[y]]
        apart = max(1, (i.start - j.start) // 4)
        rows.append(coreference.fields_of(i, j, apart))
    at = torch.tensor([[found[k].start, found[k].end, found[k].head] for k in order])
    pairs = (torch.tensor(later), torch.tensor(earlier), torch.tensor(rows))
    return at, pairs, torch.tensor([float(g) for g in pair["gold"]])


def entropy(scores, gold):
    return F.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=-100, reduction="sum")


def possible(mask, longest):
    """[sentences, start, end]: true where a span of at most `longest` words may be."""
    length = mask.shape[1]
    upper = torch.ones(length, length, dtype=torch.bool)
    upper = torch.triu(upper) & ~torch.triu(upper, longest)
    return mask[:, :, None] & mask[:, None, :] & upper
