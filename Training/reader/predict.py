"""Reads tokenized documents with trained weights, as the Swift reader does."""

from dataclasses import dataclass

import torch

from . import coreference, decode
from .corpora import Mention, Sentence
from .names import TYPES as NAME_TYPES
from .losses import NAME_LONGEST, possible
from .network import MENTION_TYPES, SPAN_MIX, TAG_MIX, TREE_MIX, Network
from .windows import bucketed, chunks_of, collate

ORGANIZATION, AGENCY = 1 + NAME_TYPES.index("ORG"), 1 + NAME_TYPES.index("AGENCY")


@dataclass
class Settings:
    """Added to the log probability of a span before it is compared with none; set on dev data."""

    mention_bias: float = 0.0
    name_bias: float = 0.0


class Reader:
    def __init__(self, network, pieces, lemmas=None, settings=None):
        self.network, self.pieces, self.lemmas = network.eval(), pieces, lemmas
        self.settings, self.dtype = settings or Settings(), torch.float32
        values = network.tags
        self.root_label = values["labels"].index("root")

    @classmethod
    def load(cls, path, pieces, lemmas=None, whole=False):
        saved = torch.load(path, weights_only=False)
        network = Network(saved["tags"])
        network.load_state_dict(saved["state"])
        if whole:
            network.make_whole()
        return cls(network, pieces, lemmas, Settings(**saved.get("settings", {})))

    @torch.no_grad()
    def read(self, documents, windows=24, chains=False):
        """Documents of word lists; sentences come back with everything that was found."""
        result = [[Sentence(list(words)) for words in d] for d in documents]
        chunks = [c for d in result for c in chunks_of(d, self.pieces, "read", most=1)]
        for wanted in (True, False):
            some = [c for c in chunks if c.source.endswith("long") == wanted]
            for i in range(0, len(some), windows):
                self.read_batch(collate(some[i : i + windows]))
        if chains:
            for document in result:
                self.chain(document)
        return result

    def read_batch(self, batch):
        mixtures = self.network.encode(batch.ids, batch.shapes, batch.mask, self.dtype).float()
        places = [p for chunk in batch.places for p in chunk]
        for sentences, first, last, mask in bucketed(places):
            words = [(m[first] + m[last]) * 0.5 for m in mixtures]
            self.tags(sentences, words[TAG_MIX])
            self.trees(sentences, words[TREE_MIX], mask)
            self.spans(sentences, words[SPAN_MIX], mask)
            for i, s in enumerate(sentences):
                s.vectors = words[SPAN_MIX][i, : len(s.words)]
                s.wide = torch.cat([words[SPAN_MIX][i, : len(s.words)], words[TREE_MIX][i, : len(s.words)]], -1)

    def tags(self, sentences, words):
        upos, xpos = self.network.tags["upos"], self.network.tags["xpos"]
        first, second = self.network.tag(words).split([len(upos), len(xpos)], -1)
        for i, s in enumerate(sentences):
            n = len(s.words)
            s.upos = [upos[k] for k in first[i, :n].argmax(-1)]
            s.xpos = [xpos[k] for k in second[i, :n].argmax(-1)]
            if self.lemmas:
                s.lemmas = [self.lemmas.of(w, t) for w, t in zip(s.words, s.xpos)]

    def trees(self, sentences, words, mask):
        ad, ah, ld, lh = self.network.tree_parts(words)
        arcs = self.network.arc.all(ad, ah)[..., 0]
        real = torch.cat([torch.ones(mask.shape[0], 1, dtype=torch.bool), mask], 1)
        arcs = arcs.masked_fill(~real[:, None, :], -1e4).log_softmax(-1).double().numpy()
        heads = torch.zeros(mask.shape, dtype=torch.long)
        for i, s in enumerate(sentences):
            n = len(s.words)
            s.heads = [int(h) for h in decode.tree(arcs[i, :n, : n + 1])]
            heads[i, :n] = torch.tensor(s.heads)
        at = heads[..., None].expand(-1, -1, lh.shape[-1])
        labels = self.network.label.pairs(ld, torch.gather(lh, 1, at))
        labels[..., self.root_label] = -1e9
        best = labels.argmax(-1)
        best[heads == 0] = self.root_label
        for i, s in enumerate(sentences):
            s.labels = [self.network.tags["labels"][k] for k in best[i, : len(s.words)]]

    def spans(self, sentences, words, mask):
        count, length = mask.shape
        a, b, c, d = self.network.span_parts(words, torch.zeros(count, dtype=torch.long))
        mentions = self.network.mention_scores(a, b).log_softmax(-1)
        names = self.network.name_scores(c, d).log_softmax(-1)
        both = torch.logaddexp(names[..., ORGANIZATION], names[..., AGENCY])
        agency = names[..., AGENCY] > names[..., ORGANIZATION]
        names[..., ORGANIZATION] = both
        names[..., AGENCY] = -1e9
        found = self.above_none(mentions, possible(mask, length), self.settings.mention_bias)
        for s, spans in zip(sentences, found):
            s.mentions = decoded_mentions(spans)
            s.chained, s.mention_spans = s.mentions, spans
        found = self.above_none(names, possible(mask, NAME_LONGEST), self.settings.name_bias)
        for i, (s, spans) in enumerate(zip(sentences, found)):
            told = [(x, y, AGENCY if k == ORGANIZATION and agency[i, x, y] else k, *p) for x, y, k, *p in spans]
            s.names, s.name_spans = decoded_names(told), told

    def above_none(self, scores, seen, bias):
        """Per sentence (start, end, kind, log probability, margin) of the spans likelier than none."""
        best, kind = scores[..., 1:].max(-1)
        margin = best - scores[..., 0]
        result = [[] for _ in range(scores.shape[0])]
        for i, x, y in torch.nonzero(seen & (margin > -bias)).tolist():
            found = (x, y, int(kind[i, x, y]) + 1, float(best[i, x, y]), float(margin[i, x, y]))
            result[i].append(found)
        return result

    @torch.no_grad()
    def chain(self, document):
        """Numbers the mentions of a document by chain, in their `entity`."""
        read = [s for s in document if s.heads]
        found = coreference.referents(read)
        groups, _ = self.group(read, found)
        for number, group in enumerate(groups):
            for x in group:
                found[x].mention.entity = number
        return groups

    def group(self, document, found):
        if not found:
            return [], None
        vectors = torch.cat([s.vectors for s in document])
        at = torch.tensor([[r.start, r.end, r.head] for r in found])
        later, earlier, fields = coreference.prepared(found)
        scores, none = self.network.antecedents(vectors[at].flatten(1), later, earlier, fields)
        return coreference.chains(len(found), scores, none, later, earlier), (scores, none)


def decoded_mentions(spans):
    return [Mention(x, y, MENTION_TYPES[k - 1], "") for x, y, k, *_ in decode.nested(spans)]


def decoded_names(spans):
    return [(x, y, NAME_TYPES[k - 1]) for x, y, k, *_ in decode.flat(spans)]
