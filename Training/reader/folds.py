"""News held out: five models, each trained without a fifth of the news documents of GUM's train part."""

import json
import os

from . import corpora, measures
from .evaluate import rounded, words_of
from .pieces import Pieces
from .predict import Reader
from .train import train

FOLDS = 5


def folds(root, encoder, out, words, seed=1, threads=0):
    """Trains and scores; writes `folds.json`. The scores are of all documents together."""
    gum = corpora.read_gum(root)["train"]
    news = sorted(name for name in gum if name.startswith("GUM_news"))
    syntax, mentions = [], []
    for fold in range(FOLDS):
        held, folder = news[fold::FOLDS], os.path.join(out, f"fold-{fold}")
        if not os.path.exists(os.path.join(folder, "model.pt")):
            train(root, encoder, folder, 0, seed, threads, without=held, words=words)
        reader = Reader.load(os.path.join(folder, "model.pt"), Pieces(encoder), whole=True)
        documents = [gum[name] for name in held]
        read = reader.read(words_of(documents))
        syntax += [measures.syntax(d, r) for d, r in zip(documents, read)]
        mentions += [measures.mentions(d, r) for d, r in zip(documents, read)]
        report(out, syntax, mentions, words)


def report(out, syntax, mentions, words):
    scores = measures.syntax_scores(measures.total(syntax)) | measures.mention_scores(measures.total(mentions))
    scores["las interval"] = measures.interval(syntax, measures.syntax_scores, "las")
    for key in ("typed", "untyped", "named"):
        scores[key + " interval"] = measures.interval(mentions, measures.mention_scores, key)
    scores |= dict(documents=len(syntax), words=words)
    print(json.dumps(rounded(scores)), flush=True)
    with open(os.path.join(out, "folds.json"), "w") as file:
        json.dump(rounded(scores), file, indent=1)
