"""Plain text to words and sentences, well enough for training; the reader has its own rules."""

import re

CLITIC = re.compile(r"(?i)(n't|n’t|['’](?:s|m|d|re|ve|ll))$")
ABBREVIATION = re.compile(r"(?i)^(mr|mrs|ms|dr|st|jr|sr|lt|col|gen|sgt|capt|prof|rev|hon|no|vs|inc|co|corp|ltd|[a-z])$")
CHUNK = re.compile(r"(?:[^\W_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*['’]?|\S")


def tokenize(text):
    """(word, start, end) in the manner of the treebanks: hyphens and clitics stand apart."""
    tokens = []
    for match in CHUNK.finditer(text):
        word, start = match.group(), match.start()
        clitic = CLITIC.search(word) if len(word) > 2 else None
        if clitic and clitic.start() > 0:
            cut = clitic.start()
            tokens += [(word[:cut], start, start + cut), (word[cut:], start + cut, start + len(word))]
        elif word[-1] in "'’" and len(word) > 1:
            tokens += [(word[:-1], start, start + len(word) - 1), (word[-1], start + len(word) - 1, start + len(word))]
        elif word == "." and tokens and tokens[-1][2] == start and ABBREVIATION.match(tokens[-1][0]):
            tokens[-1] = (tokens[-1][0] + ".", tokens[-1][1], start + 1)
        else:
            tokens.append((word, start, start + len(word)))
    return tokens


def split_sentences(tokens):
    """Cuts after a full stop, question or exclamation mark that a capital follows."""
    sentences, current = [], []
    for index, token in enumerate(tokens):
        current.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        closes = token[0] in (".", "!", "?") or (token[0] in ("”", "\"", "''") and index and tokens[index - 1][0] in (".", "!", "?"))
        if following and closes and following[1] > token[2] and (following[0][0].isupper() or following[0][0] in "\"“‘'`("):
            sentences.append(current)
            current = []
    return sentences + ([current] if current else [])
