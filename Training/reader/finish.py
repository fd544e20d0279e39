"""The last step: the antecedent scorer learns on documents as they are read; biases are set on dev."""

import os
import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from . import coreference, corpora
from .evaluate import tune, words_of
from .pieces import Pieces
from .predict import Reader
from .windows import seeded


@dataclass
class Lesson:
    """The mentions of one document and what is known about them."""

    vectors: torch.Tensor
    pairs: tuple  # later, earlier, fields
    entities: torch.Tensor = None
    pronoun: int = -1  # of a GAP passage: its mention number, and
    names: tuple = ()  # for A and B the numbers of their mentions, and whether it is the one
    gold: tuple = ()


def finish(root, encoder, out, seed, epochs=4, rate=1e-3):
    """Reads `model.pt`, writes `finished.pt`."""
    chance, path = seeded(seed), os.path.join(out, "model.pt")
    reader = Reader.load(path, Pieces(encoder))
    reader.dtype = torch.bfloat16  # five times as fast, near enough to learn from
    started = time.time()
    lessons = list(all_lessons(reader, root, chance))
    print(len(lessons), "documents read", round(time.time() - started), "s", flush=True)
    scorer = reader.network.antecedents
    optimizer = torch.optim.AdamW(scorer.parameters(), lr=rate, weight_decay=0.01)
    scorer.train()
    for epoch in range(epochs):
        chance.shuffle(lessons)
        total = 0.0
        for number, lesson in enumerate(lessons):
            progress = (epoch + number / len(lessons)) / epochs
            optimizer.param_groups[0]["lr"] = rate * min(1, progress * 20 + 0.05) * (1 - progress)
            loss = loss_of(scorer, lesson)
            if not loss.requires_grad:
                continue
            optimizer.zero_grad()
            (loss / 100).backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach())
        print("epoch", epoch, round(total / len(lessons), 2), round(time.time() - started), "s", flush=True)
    saved = torch.load(path, weights_only=False)
    saved["state"].update({f"antecedents.{k}": v for k, v in scorer.state_dict().items()})
    torch.save(saved, os.path.join(out, "finished.pt"))
    reader = Reader.load(os.path.join(out, "finished.pt"), Pieces(encoder), whole=True)
    print("on dev", tune(reader, root), flush=True)
    saved["settings"] = vars(reader.settings)
    torch.save(saved, os.path.join(out, "finished.pt"))


def all_lessons(reader, root, chance):
    gum = list(corpora.read_gum(root)["train"].values())
    fiction = corpora.read_litbank(root)
    passages = corpora.read_gap(root, "development")
    chance.shuffle(fiction)
    chance.shuffle(passages)
    for gold, read in zip(gum, reader.read(words_of(gum))):
        yield lesson(gold, read, keep=True)
        if chance.random() < 0.3:
            yield lesson(gold, [as_annotated(s, r) for s, r in zip(gold, read)], keep=True)
    fiction = fiction[:12]
    for gold, read in zip(fiction, reader.read(words_of(fiction))):
        yield lesson(gold, read, keep=False)
    passages = passages[:900]
    for gold, read in zip(passages, reader.read(words_of(passages))):
        found = passage(gold, read)
        if found:
            yield found


def as_annotated(sentence, read):
    """The sentence as read, with the annotated mentions."""
    copy = corpora.Sentence(**{k: getattr(read, k) for k in ("words", "upos", "xpos", "heads", "labels")})
    copy.vectors = read.vectors
    copy.chained = [corpora.Mention(m.start, m.end, m.type, "") for m in sentence.mentions]
    return copy


def lesson(gold, read, keep):
    """Found mentions with the entity of the annotated one of the same words; `keep` the rest too."""
    for s, r in zip(gold, read):
        known = {(m.start, m.end): m.entity for m in s.chained}
        for m in r.chained:
            m.entity = known.get((m.start, m.end))
        if not keep:
            r.chained = [m for m in r.chained if m.entity is not None]
    found = coreference.referents(read)
    numbers, entities = {}, []
    for x, r in enumerate(found):
        key = r.entity if r.entity is not None else ("alone", x)
        entities.append(numbers.setdefault(key, len(numbers)))
    return Lesson(vectors_at(read, found), coreference.prepared(found), torch.tensor(entities))


def vectors_at(read, found):
    vectors = torch.cat([s.vectors for s in read])
    at = torch.tensor([[r.start, r.end, r.head] for r in found], dtype=torch.long).view(-1, 3)
    return vectors[at].flatten(1)


def passage(gold, read):
    pair, found = gold[0].pair, coreference.referents(read)
    own = [x for x, r in enumerate(found) if (r.start, r.end) == tuple(pair["Pronoun"])]
    if not own:
        return None
    names = tuple(
        [x for x, r in enumerate(found) if pair[k][0] <= r.head <= pair[k][1]] for k in ("A", "B")
    )
    return Lesson(vectors_at(read, found), coreference.prepared(found), None, own[0], names, pair["gold"])


def loss_of(scorer, lesson):
    later, earlier, _ = lesson.pairs
    scores, none = scorer(lesson.vectors, *lesson.pairs)
    if lesson.entities is not None:
        return coreference.chain_loss(scores, none, later, earlier, lesson.entities)
    return passage_loss(scores, none, later, earlier, lesson)


def passage_loss(scores, none, later, earlier, lesson):
    """The pronoun's antecedent among the two names and nothing; names that follow it, pair by pair."""
    own = later == lesson.pronoun
    everything = torch.cat([scores[own], none[lesson.pronoun][None]])
    is_name = [
        torch.cat([torch.isin(earlier[own], torch.tensor(names, dtype=torch.long)), torch.tensor([False])])
        for names in lesson.names
    ]
    total, loss = everything.logsumexp(0), scores.new_zeros(())
    if any(lesson.gold):
        right = is_name[0 if lesson.gold[0] else 1]
        rival = is_name[1 if lesson.gold[0] else 0]
        rest = rival.clone()
        rest[-1] = True
        if right.any():
            loss = loss + everything[right | rest].logsumexp(0) - everything[right].logsumexp(0)
    elif (is_name[0] | is_name[1]).any():
        loss = loss + total - everything[~(is_name[0] | is_name[1])].logsumexp(0)
    for names, gold in zip(lesson.names, lesson.gold):
        at = torch.isin(later, torch.tensor(names, dtype=torch.long)) & (earlier == lesson.pronoun)
        if at.any():
            margin = scores[at] - none[later[at]]
            loss = loss + 0.5 * F.binary_cross_entropy_with_logits(margin, torch.full_like(margin, float(gold)))
    return 2 * loss
