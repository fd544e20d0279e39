"""python -m reader all|train|finish|sentences|relations|evaluate|export|folds --help"""

import argparse
import json
import os

import torch


def main():
    parser = argparse.ArgumentParser(prog="reader", description="Make the weights of the neural reader.")
    commands = parser.add_subparsers(dest="command", required=True)
    helps = dict(
        all="everything: train, finish, sentences, relations, evaluate, export",
        train="train, or go on with training from the last checkpoint",
        finish="train the coreference scorer on read documents; set the biases on dev data",
        sentences="train the scorer of sentences on what rules cut",
        relations="train the scorer of relations between mentions",
        evaluate="score the model on the test parts",
        folds="five models, each without a fifth of GUM's news documents, scored on that fifth",
        export="write english.weights, english.weights.json, recorded.json and recorded-f32.json",
    )
    for name, text in helps.items():
        command = commands.add_parser(name, help=text)
        command.add_argument("--corpora", required=True, help="folder of the extracted corpora")
        command.add_argument("--encoder", required=True, help="folder with model.safetensors, tokenizer.json, vocab.txt")
        command.add_argument("--cuts", help="folder of what rules cut; without it the scorer of sentences stays as it is")
        command.add_argument("--out", required=True, help="folder for what comes out")
        command.add_argument("--minutes", type=float, default=60, help="length of the training")
        command.add_argument("--words", type=int, default=0, help="length of the training in words instead")
        command.add_argument("--recipe", choices=("full", "study"), default="full", help="study: less data, to compare with")
        command.add_argument("--threads", type=int, default=0, help="0: one, or two on an idle machine")
        command.add_argument("--seed", type=int, default=1)
        command.add_argument("--f32", action="store_true", help="score the unrounded weights")
        command.add_argument("--only", help="names of tests, separated by semicolons")
    a = parser.parse_args()
    torch.set_num_threads(max(1, a.threads))
    steps = ("train", "finish", "sentences", "relations", "evaluate", "export") if a.command == "all" else (a.command,)
    for step in steps:
        globals()[step](a)


def train(a):
    from .train import train as run

    run(a.corpora, a.encoder, a.out, a.minutes, a.seed, a.threads, recipe=a.recipe, words=a.words)


def reader_of(a, whole):
    from .evaluate import lemma_tables
    from .pieces import Pieces
    from .predict import Reader

    path = os.path.join(a.out, "finished.pt")
    return Reader.load(path, Pieces(a.encoder), lemma_tables(a.corpora), whole)


def finish(a):
    from .finish import finish as run

    run(a.corpora, a.encoder, a.out, a.seed)


def sentences(a):
    from .boundaries import learn

    if not a.cuts:
        return print("no --cuts: sentences stay as they are")
    path = os.path.join(a.out, "finished.pt")
    reader = reader_of(a, True)
    scorer = reader.network.boundaries
    scorer.reduce.whole = None
    learn(reader, a.cuts, a.seed)
    saved = torch.load(path, weights_only=False)
    saved["state"].update({f"boundaries.{k}": v for k, v in scorer.state_dict().items()})
    torch.save(saved, path)


def relations(a):
    from .relations import learn

    path = os.path.join(a.out, "finished.pt")
    reader = reader_of(a, False)
    reader.dtype = torch.bfloat16  # five times as fast, near enough to learn from
    learn(reader, a.corpora, a.seed)
    saved = torch.load(path, weights_only=False)
    saved["state"].update({f"relations.{k}": v for k, v in reader.network.relations.state_dict().items()})
    torch.save(saved, path)


def folds(a):
    from .folds import folds as run

    run(a.corpora, a.encoder, a.out, a.words or 1_000_000, a.seed, a.threads)


def evaluate(a):
    from .evaluate import everything

    only = a.only.split(";") if a.only else None
    scores = everything(reader_of(a, not a.f32), a.corpora, only, a.cuts)
    with open(os.path.join(a.out, "scores-f32.json" if a.f32 else "scores.json"), "w") as file:
        json.dump(scores, file, indent=1)


def export(a):
    from .export import export as run
    from .record import record

    exact, plain = reader_of(a, True), reader_of(a, False)
    facts = {}
    for name in ("training", "scores"):
        path = os.path.join(a.out, name + ".json")
        if os.path.exists(path):
            facts[name] = json.load(open(path))
    run(plain.network, plain.lemmas, plain.settings, a.encoder, a.out, facts)
    record(exact, os.path.join(a.out, "recorded.json"))
    plain.network.dequantize()
    record(plain, os.path.join(a.out, "recorded-f32.json"))


if __name__ == "__main__":
    main()
