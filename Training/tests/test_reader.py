"""python -m unittest discover -s tests: what can be checked without corpora and encoder."""

import itertools
import unittest

import numpy as np
import torch

from reader import coreference, decode, measures
from reader.corpora import Mention, Sentence, gum_mentions, split_sentences, tokenize
from reader.export import checksum
from reader.lemmas import Lemmas
from reader.named import iob_spans
from reader.names import Names, agency_of, is_demonym, quantity_of
from reader.pieces import manner, recased, shape, shapes
from reader.product import whole_product, whole_rows


class Shapes(unittest.TestCase):
    def test_words_by_hand(self):
        expected = dict(the=0, Lima=1, NATO=2, A=3, McCoy=4, **{"1,500": 5, "B2B": 6, "…": 7, "É": 3, "U.S.": 2})
        self.assertEqual({w: shape(w) for w in expected}, expected)

    def test_sentence_in_capitals_is_marked(self):
        words = "POLICE RAID THREE OFFICES".split()
        self.assertEqual(shapes(words), [42, 34, 34, 34])
        self.assertEqual(manner(words, recased(words, "lower")), 3)


class Trees(unittest.TestCase):
    def test_best_of_all_trees_with_one_root(self):
        chance = np.random.default_rng(5)
        for _ in range(40):
            scores = chance.normal(size=(4, 5))
            trees = [h for h in itertools.product(range(5), repeat=4) if is_tree(h)]
            best = max(trees, key=lambda h: sum(scores[i, x] for i, x in enumerate(h)))
            self.assertEqual(tuple(decode.tree(scores)), best)

    def test_spans(self):
        spans = [(0, 3, "a", -0.1), (2, 5, "b", -0.2), (1, 2, "c", -0.3)]
        self.assertEqual([s[2] for s in decode.nested(spans)], ["a", "c"])
        self.assertEqual([s[2] for s in decode.flat(spans)], ["a"])


def is_tree(heads):
    if heads.count(0) != 1:
        return False
    for i in range(len(heads)):
        seen, j = set(), i + 1
        while j and j not in seen:
            seen.add(j)
            j = heads[j - 1]
        if j:
            return False
    return True


class Products(unittest.TestCase):
    def test_whole_product_is_integer_arithmetic(self):
        torch.manual_seed(3)
        x, w = torch.randn(7, 1536), torch.randn(50, 1536)
        numbers, scales = whole_rows(w, 63)
        largest = x.abs().amax(-1, keepdim=True)
        k = (x * (127 / largest)).round().long()
        sums = (k @ numbers.long().T).float()
        self.assertTrue(torch.equal(whole_product(x, numbers, scales), sums * (largest / 127 * scales)))

    def test_checksum_by_hand(self):
        word = 0xCBF29CE484222325 ^ 1
        self.assertEqual(checksum((1).to_bytes(8, "little")), word * 0x100000001B3 % 2**64)


class Coreference(unittest.TestCase):
    def test_measures_by_hand(self):
        # MUC: recall 1/2, precision 1/1. B³: recall (2·(2/3) + 0)/3, precision 1.
        c = measures.coreference([[(0, 0), (2, 2), (4, 4)]], [[(0, 0), (2, 2)]])
        scores = measures.coreference_scores(c)
        self.assertAlmostEqual(scores["muc"], 100 * 2 / 3)
        self.assertAlmostEqual(scores["b3"], 200 * (4 / 9) / (13 / 9))
        self.assertAlmostEqual(scores["ceaf"], 80)

    def test_candidates_look_back_for_words(self):
        words = ["Mira"] + ["tree"] * 70 + ["Mira"]
        s = Sentence(words, chained=[Mention(i, i, "person", str(i)) for i in range(len(words))])
        later, earlier = coreference.candidates(coreference.referents([s]))
        last = [y for x, y in zip(later, earlier) if x == 71]
        self.assertEqual(last, [0, *range(21, 71)])

    def test_every_row_lies_in_its_field(self):
        words = "She said “ Acme Corp. hired the man , its chief , who left them ”".split()
        s = Sentence(words, chained=[Mention(a, b, "unknown", "") for a in range(13) for b in range(a, 14)])
        _, _, rows = coreference.prepared(coreference.referents([s]))
        first = torch.tensor(coreference.OFFSETS)
        self.assertTrue(((rows >= first) & (rows < first + torch.tensor(coreference.FIELDS))).all())


class Data(unittest.TestCase):
    def test_nested_entities(self):
        found = gum_mentions(["Entity=(1-person-giv:act-x(2-place-new-y)", "_", "Entity=1)"])
        self.assertEqual([(m.start, m.end, m.type) for m in found], [(0, 2, "person"), (0, 0, "place")])

    def test_iob_of_both_kinds(self):
        self.assertEqual(iob_spans("I-PER I-PER O I-LOC B-LOC".split()), [(0, 1, "PER"), (3, 3, "LOC"), (4, 4, "LOC")])

    def test_tokens(self):
        text = "She didn't see the U.S. team's co-owner."
        words = "She did n't see the U.S. team 's co - owner .".split()
        self.assertEqual([w for w, _, _ in tokenize(text)], words)
        self.assertTrue(all(text[a:b] == w for w, a, b in tokenize(text)))
        self.assertEqual(len(split_sentences(tokenize("It rained. Mr. Hale left! Why?"))), 3)

    def test_names(self):
        self.assertEqual(agency_of("Ministry of Health"), "AGENCY")
        self.assertEqual(agency_of("Acme Holdings Ltd"), "ORG")
        self.assertEqual(agency_of("Acme"), "ORG?")
        self.assertTrue(is_demonym("Malaysian") and not is_demonym("Pakistan"))
        self.assertEqual([quantity_of(["$", "5"]), quantity_of(["five"])], ["MONEY", "NUM"])
        names = Names("uner")
        names.add(["Acme"], 0, 0, None)
        self.assertEqual((names.spans, names.unknown), ([], [(0, 0)]))

    def test_lemmas(self):
        lemmas = Lemmas({("went", "VBD"): "go"}, {("lure", "VB"), ("stop", "VB"), ("city", "NN")})
        cases = [("lured", "VBD"), ("stopped", "VBN"), ("went", "VBD"), ("Cities", "NNS"), ("Lima", "NNP")]
        self.assertEqual([lemmas.of(*c) for c in cases], ["lure", "stop", "go", "city", "Lima"])


if __name__ == "__main__":
    unittest.main()
