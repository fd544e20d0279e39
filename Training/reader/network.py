"""The network: a small encoder, and heads for tags, trees, mentions, names and coreference."""

import os

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from .boundaries import Boundaries
from .coreference import Antecedents
from .names import STYLES
from .names import TYPES as NAME_TYPES
from .pieces import SHAPES
from .relations import LABELS as RELATIONS
from .relations import Relations
from .product import Product, whole_product, whole_rows

MENTION_TYPES = (
    "person place organization object event time substance animal plant abstract".split()
)
WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 256
ARC, LABEL, SPAN = 256, 96, 128
TAG_MIX, TREE_MIX, SPAN_MIX = range(3)


class Norm(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(WIDTH))
        self.bias = nn.Parameter(torch.zeros(WIDTH))

    def forward(self, x):
        return F.layer_norm(x, (WIDTH,), self.weight.to(x.dtype), self.bias.to(x.dtype), 1e-12)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = Product(WIDTH, 3 * WIDTH), Product(WIDTH, WIDTH)
        self.up, self.down = Product(WIDTH, INNER), Product(INNER, WIDTH)
        self.norm1, self.norm2 = Norm(), Norm()

    def forward(self, x, bias):
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        p = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) + bias, -1)
        c = torch.matmul(p, v).permute(0, 2, 1, 3).reshape(count, length, WIDTH)
        x = self.norm1(x + self.out(c))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Biaffine(nn.Module):
    """score(a, b)[o] = a · W[o] · b + U[o] · a + V[o] · b + c[o]"""

    def __init__(self, size, outputs):
        super().__init__()
        self.w = nn.Parameter(torch.randn(outputs, size, size) * 0.02)
        self.u = nn.Parameter(torch.randn(outputs, size) * 0.02)
        self.v = nn.Parameter(torch.randn(outputs, size) * 0.02)
        self.c = nn.Parameter(torch.zeros(outputs))
        self.whole = None

    def flat(self):  # row o · size + q holds W[o][p][q] over p
        outputs, size, _ = self.w.shape
        return self.w.transpose(1, 2).reshape(outputs * size, size)

    def set_flat(self, flat):
        outputs, size, _ = self.w.shape
        self.w.data = flat.view(outputs, size, size).transpose(1, 2).contiguous()

    def make_whole(self):
        self.whole = whole_rows(self.flat().detach(), 63)

    def left(self, a):  # [..., size] -> [..., outputs, size]
        t = whole_product(a, *self.whole) if self.whole else F.linear(a, self.flat())
        return t.view(*a.shape[:-1], *self.w.shape[:2])

    def all(self, a, b):  # [s, l, d], [s, m, d] -> [s, l, m, outputs]
        s, l, d = a.shape
        outputs = self.w.shape[0]
        t = self.left(a).reshape(s, l * outputs, d)
        r = torch.matmul(t, b.transpose(1, 2)).view(s, l, outputs, -1).permute(0, 1, 3, 2)
        return r + F.linear(a, self.u, self.c)[:, :, None] + F.linear(b, self.v)[:, None]

    def pairs(self, a, b):  # [..., d] twice -> [..., outputs]
        r = torch.matmul(self.left(a), b[..., None])[..., 0]
        return r + F.linear(a, self.u, self.c) + F.linear(b, self.v)


class Network(nn.Module):
    def __init__(self, tags):
        """`tags` lists the values of `upos`, `xpos` and `labels`."""
        super().__init__()
        self.tags = tags
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = Norm()
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.mixes, self.gains = nn.Parameter(torch.zeros(3, LAYERS)), nn.Parameter(torch.ones(3))
        self.tag = Product(WIDTH, len(tags["upos"]) + len(tags["xpos"]))
        self.tree = Product(WIDTH, 2 * ARC + 2 * LABEL)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.span = Product(WIDTH, 4 * SPAN)
        self.styles = nn.Parameter(torch.zeros(len(STYLES), 2 * SPAN))
        self.arc, self.label = Biaffine(ARC, 1), Biaffine(LABEL, len(tags["labels"]))
        self.mention = Biaffine(SPAN, 1 + len(MENTION_TYPES))
        self.name = Biaffine(SPAN, 1 + len(NAME_TYPES))
        self.mention_width = nn.Embedding(32, 1 + len(MENTION_TYPES))
        self.name_width = nn.Embedding(32, 1 + len(NAME_TYPES))
        self.antecedents = Antecedents(WIDTH)
        self.boundaries = Boundaries(WIDTH)
        self.relations = Relations(WIDTH, tags["labels"])
        for table in (self.shapes, self.mention_width, self.name_width):
            nn.init.zeros_(table.weight)

    def load_encoder(self, folder):
        """Starts from the pretrained encoder; queries come scaled, segments added to positions."""
        from_file = load_file(os.path.join(folder, "model.safetensors"))
        get = lambda name: from_file.get(name, from_file.get("bert." + name))
        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            segment = get("embeddings.token_type_embeddings.weight")[0]
            self.positions.copy_(get("embeddings.position_embeddings.weight")[:POSITIONS] + segment)
            self.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for i, layer in enumerate(self.layers):
                base = f"encoder.layer.{i}."
                scale = (WIDTH // HEADS) ** -0.5
                for kind in ("weight", "bias"):
                    q, k, v = (get(f"{base}attention.self.{n}.{kind}") for n in ("query", "key", "value"))
                    getattr(layer.qkv, kind).copy_(torch.cat([q * scale, k, v]))
                    for part, name in (
                        (layer.out, "attention.output.dense"),
                        (layer.norm1, "attention.output.LayerNorm"),
                        (layer.up, "intermediate.dense"),
                        (layer.down, "output.dense"),
                        (layer.norm2, "output.LayerNorm"),
                    ):
                        getattr(part, kind).copy_(get(f"{base}{name}.{kind}"))

    def make_whole(self):
        """Rounds the weights as the exported file holds them and computes as the reader does."""
        for module in self.modules():
            if isinstance(module, (Product, Biaffine)):
                module.make_whole()
        numbers, scales = whole_rows(self.words.weight.data, 127)
        self.words.weight.data = numbers * scales[:, None]

    def dequantize(self):
        """Rounds the weights as the exported file holds them, for the reader's 32-bit path."""
        self.make_whole()
        for module in self.modules():
            if isinstance(module, (Product, Biaffine)):
                numbers, scales = module.whole
                module.whole = None
                module.set_flat(numbers * scales[:, None])

    def encode(self, ids, shapes, mask, dtype=torch.float32):
        """The three mixtures of the layers, each [windows · positions, width]."""
        x = self.words(ids) + self.positions[: ids.shape[1]] + self.shapes(shapes)
        x = F.dropout(self.norm(x.to(dtype)), 0.1, self.training)
        bias = ((mask - 1) * 1e4).to(dtype)[:, None, None, :]
        outputs = []
        for layer in self.layers:
            x = layer(x, bias)
            outputs.append(x)
        parts = torch.softmax(self.mixes, -1) * self.gains[:, None]
        stacked = torch.stack([o.flatten(0, 1) for o in outputs])  # [layers, all, width]
        return torch.matmul(parts.to(dtype), stacked.flatten(1)).view(3, -1, WIDTH)

    def tree_parts(self, words):
        """(dependents, heads with the root first) for arcs, and the same for labels."""
        count = words.shape[0]
        root = self.root.to(words.dtype).expand(count, 1, WIDTH)
        h = F.gelu(self.tree(torch.cat([root, words], 1)))
        ad, ah, ld, lh = h.split([ARC, ARC, LABEL, LABEL], -1)
        return ad[:, 1:], ah, ld[:, 1:], lh

    def span_parts(self, words, style):
        """Starts and ends of mentions, then of names; `style` is [sentences] of corpus numbers."""
        h = self.span(words)
        added = F.pad(self.styles[style], (2 * SPAN, 0))[:, None]
        return F.gelu(h + added.to(h.dtype)).split(SPAN, -1)

    def widths(self, length, table):
        i = torch.arange(length, device=table.weight.device)
        return table((i[None, :] - i[:, None]).clamp(0, 31))

    def mention_scores(self, starts, ends):
        return self.mention.all(starts, ends) + self.widths(starts.shape[1], self.mention_width)

    def name_scores(self, starts, ends):
        return self.name.all(starts, ends) + self.widths(starts.shape[1], self.name_width)
