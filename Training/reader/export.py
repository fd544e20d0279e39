"""Writes the weights file that the Swift reader loads; FORMAT.md describes it."""

import hashlib
import json
import os
import struct

import numpy as np
import torch

from . import coreference
from .names import STYLES
from .names import TYPES as NAME_TYPES
from .network import ARC, HEADS, INNER, LABEL, LAYERS, MENTION_TYPES, POSITIONS, RELATIONS, SPAN, WIDTH, Biaffine
from .product import Product, whole_rows

MAGIC, VERSION, ALIGNMENT = b"DRAGNETW", 1, 64


def export(network, lemmas, settings, encoder, out, facts):
    """Writes `english.weights`, and `english.weights.json` with its checksum and `facts`."""
    sections = [*tensors(network), *tables(lemmas, encoder)]
    header = dict(
        name="english",
        sizes=dict(width=WIDTH, layers=LAYERS, heads=HEADS, inner=INNER, positions=POSITIONS,
                   arc=ARC, label=LABEL, span=SPAN),
        tags=network.tags,
        mention_types=list(MENTION_TYPES),
        name_types=list(NAME_TYPES),
        relation_labels=list(RELATIONS),
        mention_bias=settings.mention_bias,
        name_bias=settings.name_bias,
        coreference=coreference_lists(),
        sections=[],
    )
    offset = 0
    for name, kind, shape, data in sections:
        header["sections"].append(dict(name=name, kind=kind, shape=shape, offset=offset, bytes=len(data)))
        offset += padded(len(data))
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 16) % ALIGNMENT)
    body = bytearray(MAGIC + struct.pack("<II", VERSION, len(text)) + text)
    for _, _, _, data in sections:
        body += data + bytes(padded(len(data)) - len(data))
    body += struct.pack("<Q", checksum(body))
    with open(os.path.join(out, "english.weights"), "wb") as file:
        file.write(body)
    card = dict(facts, format=VERSION, bytes=len(body), sha256=hashlib.sha256(body).hexdigest())
    with open(os.path.join(out, "english.weights.json"), "w") as file:
        json.dump(card, file, indent=2, sort_keys=True)
        file.write("\n")


def padded(count):
    return (count + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT


def checksum(data):
    """FNV-1a over little-endian 64-bit words instead of bytes, so that 25 MB take milliseconds."""
    words = np.frombuffer(bytes(data), "<u8").tolist()
    h = 0xCBF29CE484222325
    for word in words:
        h = ((h ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def rows(name, x, most):
    """A matrix as whole numbers of one byte, and the scale of every row after it."""
    numbers, scales = whole_rows(x.detach().float(), most)
    kind = "rows7" if most == 63 else "rows8"
    data = numbers.to(torch.int8).numpy().tobytes()
    data += bytes(padded(len(data)) - len(data)) + scales.numpy().astype("<f4").tobytes()
    return name, kind, list(x.shape), data


def plain(name, x):
    return name, "f32", list(x.shape), x.detach().float().numpy().astype("<f4").tobytes()


def tensors(network):
    yield rows("words", network.words.weight, 127)
    skipped = {"words.weight", "styles", "mixes", "gains"}
    yield plain("mixes", torch.softmax(network.mixes, -1) * network.gains[:, None])
    for name, module in network.named_modules():
        if isinstance(module, Product):
            bias = module.bias.detach().clone()
            if name == "span":
                bias[2 * SPAN :] += network.styles[STYLES.index("uner")].detach()
            yield rows(f"{name}.weight", module.weight, 63)
            yield plain(f"{name}.bias", bias)
            skipped |= {f"{name}.weight", f"{name}.bias"}
        elif isinstance(module, Biaffine):
            yield rows(f"{name}.w", module.flat(), 63)
            skipped.add(f"{name}.w")
    for name, parameter in network.named_parameters():
        if name not in skipped:
            yield plain(name.removesuffix(".weight") if "norm" not in name else name, parameter)


def tables(lemmas, encoder):
    vocabulary = open(os.path.join(encoder, "vocab.txt"), encoding="utf8").read().rstrip("\n")
    lexicon = "\n".join(f"{f}\t{t}\t{l}" for (f, t), l in sorted(lemmas.lexicon.items()))
    bases = "\n".join(f"{base}\t{tag}" for base, tag in sorted(lemmas.bases))
    for name, text in (("vocabulary", vocabulary), ("lexicon", lexicon), ("bases", bases)):
        data = text.encode()
        yield name, "lines", [text.count("\n") + 1], data


def coreference_lists():
    return dict(
        pronouns=[line.split() for line in coreference.CLASSES],
        male=sorted(coreference.MALE),
        female=sorted(coreference.FEMALE),
        stop=sorted(coreference.STOP),
        roles=dict(sorted(coreference.ROLES.items())),
        steps=list(coreference.STEPS),
        fields=list(coreference.FIELDS),
    )
