"""Windows of whole sentences, and batches of windows of one fixed length."""

import random
from dataclasses import dataclass

import torch

from .pieces import END, MASK, START, recased, shapes

WINDOW, LONG_WINDOW = 128, 256  # positions, the two marks included
MASKED = 0.04  # share of the words hidden in training
BUCKETS = (8, 16, 24, 32, 48, 64, 96, 128, 256)


@dataclass
class Chunk:
    """Consecutive windows of one document; `document` is where coreference looks."""

    windows: list  # of lists of sentences
    source: str


def windows_of(document, pieces):
    """Whole consecutive sentences up to 126 pieces; a longer sentence stands alone."""
    result, current, size = [], [], 0
    for sentence in document:
        if not hasattr(sentence, "pieces"):
            sentence.pieces = [pieces.of(word) for word in sentence.words]
            sentence.size = sum(map(len, sentence.pieces))
        if current and size + sentence.size > WINDOW - 2:
            result.append(current)
            current, size = [], 0
        if sentence.size <= LONG_WINDOW - 2:
            current.append(sentence)
            size += sentence.size
    return result + ([current] if current else [])


def is_long(window):
    return sum(s.size for s in window) > WINDOW - 2


def chunks_of(document, pieces, source, most=9):
    """The windows of a document, at most `most` to a chunk; long windows in chunks of their own."""
    plain = [w for w in windows_of(document, pieces) if not is_long(w)]
    long = [w for w in windows_of(document, pieces) if is_long(w)]
    cuts = range(0, len(plain), most)
    return [Chunk(plain[i : i + most], source) for i in cuts] + [Chunk([w], source + " long") for w in long]


def batches(chunks, size, chance):
    """Shuffled batches of chunks with `size` windows, filled first fit."""
    order = [c for c in chunks if not c.source.endswith("long")]
    long = [c for c in chunks if c.source.endswith("long")]
    chance.shuffle(order)
    chance.shuffle(long)
    open_batches, full = [], []
    for chunk in order:
        for index, (batch, used) in enumerate(open_batches):
            if used + len(chunk.windows) <= size:
                batch.append(chunk)
                open_batches[index] = (batch, used + len(chunk.windows))
                break
        else:
            open_batches.append(([chunk], len(chunk.windows)))
        full += [b for b, used in open_batches if used == size]
        open_batches = [(b, used) for b, used in open_batches if used < size][-40:]
    full += [b for b, _ in open_batches]
    full += [long[i : i + size // 4] for i in range(0, len(long), size // 4)]
    chance.shuffle(full)
    return full


@dataclass
class Batch:
    ids: torch.Tensor  # [windows, positions]
    shapes: torch.Tensor
    mask: torch.Tensor
    places: list  # per chunk, per sentence: (sentence, first piece, last piece) as flat indices


def collate(chunks, chance=None, pad_to=0):
    """Tensors of a batch. With `chance`, some sentences come in other cases, some words masked."""
    windows = [w for c in chunks for w in c.windows]
    length = LONG_WINDOW if any(map(is_long, windows)) else WINDOW
    count = max(len(windows), pad_to if length == WINDOW else len(windows))
    ids = torch.zeros(count, length, dtype=torch.long)
    forms = torch.full((count, length), 7, dtype=torch.long)
    mask = torch.zeros(count, length)
    mask[:, 0] = 1
    places, row = [], 0
    for chunk in chunks:
        here = []
        for window in chunk.windows:
            line, form = [START], [7]
            for sentence in window:
                first, last = [], []
                for ids_of_word, s in zip(sentence.pieces, shapes_of(sentence, chance)):
                    first.append(row * length + len(line))
                    hidden = chance and chance.random() < MASKED
                    line += [MASK] * len(ids_of_word) if hidden else ids_of_word
                    form += [s] * len(ids_of_word)
                    last.append(row * length + len(line) - 1)
                here.append((sentence, first, last))
            line.append(END)
            form.append(7)
            ids[row, : len(line)] = torch.tensor(line)
            forms[row, : len(line)] = torch.tensor(form)
            mask[row, : len(line)] = 1
            row += 1
        places.append(here)
    return Batch(ids, forms, mask, places)


def shapes_of(sentence, chance):
    if chance:
        draw = chance.random()
        how = "title" if draw < 0.05 else "upper" if draw < 0.08 else "lower" if draw < 0.10 else None
        if how:
            return shapes(sentence.words, recased(sentence.words, how))
    if not hasattr(sentence, "shapes"):
        sentence.shapes = shapes(sentence.words)
    return sentence.shapes


def bucketed(places):
    """Groups of sentences of like length, each padded to the bucket's length."""
    groups = {}
    for place in places:
        length = next(b for b in BUCKETS if b >= len(place[1]))
        groups.setdefault(length, []).append(place)
    for length in sorted(groups):
        group = groups[length]
        count = (len(group) + 3) // 4 * 4
        first = torch.zeros(count, length, dtype=torch.long)
        last = torch.zeros(count, length, dtype=torch.long)
        mask = torch.zeros(count, length, dtype=torch.bool)
        for i, (_, a, b) in enumerate(group):
            first[i, : len(a)] = torch.tensor(a)
            last[i, : len(b)] = torch.tensor(b)
            mask[i, : len(a)] = True
        yield [p[0] for p in group], first, last, mask


def seeded(seed):
    torch.manual_seed(seed)
    random.seed(seed)
    return random.Random(seed)
