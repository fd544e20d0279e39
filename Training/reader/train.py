"""Trains the network; stops when its time is spent, and goes on from its last checkpoint."""

import json
import os
import time
from collections import Counter

import torch

from . import corpora
from .furniture import furniture
from .losses import Losses
from .network import Network
from .pieces import Pieces
from .product import Product
from .windows import batches, chunks_of, collate, seeded

WINDOWS = 20  # of 128 pieces, per step


def training_data(root, chance, recipe="full", without=()):
    """(source, document, times it is read per epoch) of everything that may be trained on.

    The recipe "study" is the smaller one that the goals are measured from: GUM twice, EWT's trees, names of
    UNER's dev part, wikigold and Re-DocRED. `without` names documents of GUM to leave out.
    """
    gum, ewt = corpora.read_gum(root)["train"], corpora.read_conllu(f"{root}/ewt/en_ewt-ud-train.conllu")
    gum = {name: d for name, d in gum.items() if name not in without}
    wikigold, redocred = corpora.read_wikigold(root), corpora.read_redocred(root)
    if recipe == "study":
        yield from (("gum", d, 2) for d in gum.values())
        yield from (("ewt", d, 1) for d in ewt.values())
        yield from (("redocred", d, 1) for d in redocred)
        yield from (("wikigold", d, 1) for d in corpora.in_groups(wikigold, 8))
        yield from (("uner dev", d, 1) for d in corpora.in_groups(corpora.read_uner(root, "dev")))
        return
    names = {" ".join(s.words): s.names for s in corpora.read_uner(root, "train")}
    for document in ewt.values():
        for sentence in document:
            sentence.names = names.get(" ".join(sentence.words))
    grobid, _ = corpora.read_grobid(root)
    pages = furniture(chance, [s for d in redocred for s in d] + wikigold)
    yield from (("gum", d, 2.5) for d in gum.values())
    yield from (("ewt", d, 1.3) for d in ewt.values())
    yield from (("redocred", d, 1) for d in redocred)
    yield from (("wikigold", d, 1) for d in corpora.in_groups(wikigold, 8))
    yield from (("crossner", d, 1) for d in corpora.in_groups(corpora.read_crossner(root)))
    yield from (("grobid", d, 2) for d in grobid)
    yield from (("meantime", d, 3) for d in corpora.read_meantime(root))
    yield from (("legal", d, 0.2) for d in corpora.in_groups(corpora.read_legal(root), 3))
    yield from (("annoctr", d, 0.1) for d in corpora.in_groups(corpora.read_annoctr(root)))
    yield from (("tweets", d, 0.3) for d in corpora.in_groups(corpora.read_tweets(root)))
    yield from (("furniture", d, 1) for d in pages)
    yield from (("litbank", d, 0.3) for d in corpora.read_litbank(root))
    yield from (("gap", d, 1) for d in corpora.read_gap(root, "development"))


def tag_values(documents):
    counts = {kind: Counter() for kind in ("upos", "xpos", "labels")}
    for document in documents:
        for s in document:
            if s.heads:
                for kind, counter in counts.items():
                    counter.update(getattr(s, kind))
    return {kind: sorted(c, key=lambda v: (-c[v], v)) for kind, c in counts.items()}


def epoch_of(data, chance):
    """The chunks of one epoch: whole repeats, and the rest by chance."""
    for chunks, times in data:
        repeats = int(times) + (chance.random() < times - int(times))
        for _ in range(repeats):
            yield from chunks


def train(
    root, encoder, out, minutes, seed=1, threads=0, coarse_from=0.8, rate=2e-4, save_every=240,
    recipe="full", without=(), words=0,
):
    """Writes `model.pt` to `out`; `checkpoint.pt` there is where a stopped run goes on.

    Ends after `minutes`, or after `words` where that is not 0.
    """
    os.makedirs(out, exist_ok=True)
    chance = seeded(seed)
    pieces = Pieces(encoder)
    read = list(training_data(root, chance, recipe, without))
    tags = tag_values(d for _, d, _ in read)
    data = [(chunks_of(d, pieces, source), times) for source, d, times in read]
    report_sizes(read)
    network = Network(tags)
    network.load_encoder(encoder)
    network.words.weight.requires_grad_(False)
    body = ("positions", "norm.", "layers.")
    inner = [p for n, p in network.named_parameters() if n.startswith(body)]
    heads = [p for n, p in network.named_parameters() if not n.startswith((*body, "words."))]
    rates = (rate, 10 * rate)
    optimizer = torch.optim.AdamW(
        [dict(params=inner, lr=rates[0]), dict(params=heads, lr=rates[1])],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )
    losses, spent, step, words_read = Losses(network, chance), 0.0, 0, 0
    path = os.path.join(out, "checkpoint.pt")
    if os.path.exists(path):
        saved = torch.load(path, weights_only=False)
        network.load_state_dict(saved["state"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, step, words_read = saved["spent"], saved["step"], saved["words"]
        chance.seed(seed * 100003 + step)
    network.train()
    seen, started, saved_at = Counter(), time.time(), time.time()
    last = time.time()
    while True:
        for chunks in batches(list(epoch_of(data, chance)), WINDOWS, chance):
            # a pause of the process, or a busy machine, is no reason to learn less
            now = time.time()
            spent += min(now - last, 30)
            last = now
            progress = words_read / words if words else spent / 60 / minutes
            if progress >= 1:
                save(path, network, optimizer, spent, step, words_read)
                finish(out, network, spent, step, words_read, seed)
                return
            Product.coarse = progress >= coarse_from
            factor = min(1, (step + 1) / 200) * (1 - progress)
            for group, base in zip(optimizer.param_groups, rates):
                group["lr"] = base * factor
            if step % 10 == 0:
                use_threads(threads)
            batch = collate(chunks, chance, WINDOWS)
            mixtures = network.encode(batch.ids, batch.shapes, batch.mask, torch.bfloat16)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses.of(batch, mixtures)
            if not parts:
                continue
            count = sum(len(p[1]) for c in batch.places for p in c)
            optimizer.zero_grad(set_to_none=True)
            (sum(parts.values()) / count).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            words_read += count
            for task, value in parts.items():
                seen[task] += float(value.detach())
            seen["words"] += count
            if step % 50 == 0:
                told = {k: round(v / seen["words"], 3) for k, v in sorted(seen.items()) if k != "words"}
                pace = seen["words"] / max(1e-9, time.time() - started)
                print(f"step {step} {progress:.1%} {pace:.0f} words/s", told, flush=True)
                seen, started = Counter(), time.time()
            if time.time() - saved_at > save_every:
                save(path, network, optimizer, spent, step, words_read)
                saved_at = time.time()


def use_threads(threads):
    """A fixed number, or one more than the machine leaves idle, at most two."""
    if not threads:
        threads = 2 if os.getloadavg()[0] - torch.get_num_threads() < 0.6 else 1
    if threads != torch.get_num_threads():
        torch.set_num_threads(threads)


def save(path, network, optimizer, spent, step, words):
    state = dict(state=network.state_dict(), optimizer=optimizer.state_dict(), tags=network.tags,
                 spent=spent, step=step, words=words)
    torch.save(state, path + ".new")
    os.replace(path + ".new", path)


def finish(out, network, spent, step, words, seed):
    torch.save(dict(state=network.state_dict(), tags=network.tags), os.path.join(out, "model.pt"))
    facts = dict(seed=seed, steps=step, words=words, minutes=round(spent / 60, 1))
    with open(os.path.join(out, "training.json"), "w") as file:
        json.dump(facts, file, indent=1)
    print("done", facts, flush=True)


def report_sizes(read):
    words, documents = Counter(), Counter()
    for source, document, times in read:
        words[source] += sum(len(s.words) for s in document)
        documents[source] += 1
    print({k: (documents[k], words[k]) for k in words}, flush=True)
