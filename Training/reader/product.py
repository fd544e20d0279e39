"""The matrix product, as exact in training as in use."""

import torch
import torch.nn.functional as F
from torch import nn


class Product(nn.Module):
    """`y = x · wᵀ + b`.

    While `coarse`, weights are rounded to 7 and inputs to 8 bits, and gradients pass as if they
    were not. With `whole` weights (see `make_whole`), the product is of whole numbers: their sums
    stay below 2²⁴, so that float arithmetic gives exactly what integer arithmetic gives.
    """

    coarse = False

    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.whole = None
        nn.init.xavier_uniform_(self.weight)

    def set_flat(self, weight):
        self.weight.data = weight

    def make_whole(self):
        self.whole = whole_rows(self.weight.detach(), 63)

    def part(self, x, rows):
        """Some of the outputs, without rounding while in training."""
        if self.whole:
            return whole_product(x, *(w[rows] for w in self.whole)) + self.bias[rows]
        return F.linear(x, self.weight[rows], self.bias[rows])

    def forward(self, x):
        if self.whole:
            return whole_product(x, *self.whole) + self.bias
        weight = self.weight
        if Product.coarse:
            weight = weight + (rounded(weight.detach(), 63) - weight.detach())
            x = x + (rounded(x.detach(), 127) - x.detach())
        return F.linear(x, weight.to(x.dtype), self.bias.to(x.dtype))


def rounded(x, most):
    """Every row as whole multiples of its largest value divided by `most`."""
    scale = x.abs().amax(-1, keepdim=True).clamp(min=1e-12) / most
    return (x / scale).round().clamp(-most, most) * scale


def whole_rows(x, most):
    """(whole numbers -most...most, scale per row) with x ≈ numbers · scale."""
    largest = x.abs().amax(-1)
    scale = torch.where(largest > 0, largest / most, torch.ones_like(largest))
    return (x / scale[..., None]).round().clamp(-most, most), scale


def whole_product(x, numbers, scales):
    """The product as the reader makes it; every step in the order that the format says."""
    largest = x.abs().amax(-1, keepdim=True)
    inverse = torch.where(largest > 0, 127 / largest, torch.zeros_like(largest))
    sums = F.linear((x * inverse).round(), numbers)
    return sums * (largest / 127 * scales)
