"""From words to what the encoder sees: word pieces and the shapes of words."""

import os
import unicodedata
from functools import lru_cache

from tokenizers import Tokenizer

LONGEST = 12  # pieces kept of one word
UNKNOWN, START, END, MASK = 100, 101, 102, 103
SHAPES = 64


class Pieces:
    """The encoder's own tokenizer, applied to one word at a time."""

    def __init__(self, encoder):
        self.tokenizer = Tokenizer.from_file(os.path.join(encoder, "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def of(self, word):
        found = self.known.get(word)
        if found is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            found = self.known[word] = ids[:LONGEST] or [UNKNOWN]
        return found


@lru_cache(maxsize=None)
def shape(word):
    """0 lower, 1 Capitalized, 2 UPPER, 3 single capital, 4 miXed, 5 number, 6 with digits, 7 other."""
    letters = [c for c in word if unicodedata.category(c)[0] == "L"]
    digits = sum(unicodedata.category(c) == "Nd" for c in word)
    if digits:
        plain = not letters and all(unicodedata.category(c) == "Nd" or c in ".," for c in word)
        return 5 if plain else 6
    if not letters:
        return 7
    upper = [unicodedata.category(c) in ("Lu", "Lt") for c in letters]
    if not any(upper):
        return 0
    if len(letters) == 1:
        return 3
    if all(upper):
        return 2
    return 1 if upper[0] and sum(upper) == 1 else 4


def shapes(words, forced=None):
    """One number 0..<64 per word: shape + 8 · (first word) + 16 · (how the sentence is written)."""
    plain = [shape(word) for word in words] if forced is None else forced
    return [s + 8 * (i == 0) + 16 * manner(words, plain) for i, s in enumerate(plain)]


def manner(words, plain):
    """0 usual, 1 Title Case, 2 UPPER CASE, 3 all lower case."""
    long = [s for s, word in zip(plain, words) if s < 5 and len(word) > 3]
    if len(long) >= 3:
        if 4 * sum(s == 2 for s in long) > 3 * len(long):
            return 2
        if 4 * sum(s != 0 for s in long) > 3 * len(long):
            return 1
    if sum(s < 5 for s in plain) >= 3 and not any(0 < s < 5 for s in plain):
        return 3
    return 0


SMALL = set("a an the of in on at to for from by with and or but as is not".split())


def recased(words, how):
    """The shapes these words would have in a headline, in capitals, or without any."""
    plain = []
    for index, word in enumerate(words):
        s = shape(word)
        if s >= 5:
            plain.append(s)
        elif how == "lower":
            plain.append(0)
        elif how == "upper":
            plain.append(3 if len(word) == 1 else 2)
        elif s in (2, 3, 4):
            plain.append(s)
        else:
            plain.append(0 if index and word.lower() in SMALL else 3 if len(word) == 1 else 1)
    return plain
