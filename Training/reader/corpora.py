"""The corpora by name. Every reader yields documents, and a document is a list of `Sentence`."""

from .chained import read_gap, read_litbank
from .named import (
    in_groups,
    read_annoctr,
    read_crossner,
    read_europarl,
    read_grobid,
    read_legal,
    read_meantime,
    read_redocred,
    read_tweets,
    read_uner,
    read_wikigold,
)
from .plain import split_sentences, tokenize
from .treebanks import Mention, Sentence, gum_mentions, read_conllu, read_gum
