"""Goldens of chapter 24: free energies of binary and real visible units, and the gradient of F(v0) - F(vk) by autograd, which is minus the step
of contrastive divergence."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "24-rbm"
VISIBLE, HIDDEN, SAMPLES = 6, 4, 5


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def goldens():
    golden = GoldenFile(CHAPTER)
    w, b, c = (3 * fill(name, *shape) for name, shape in (("w", (HIDDEN, VISIBLE)), ("b", (VISIBLE, 1)), ("c", (HIDDEN, 1))))
    for p in (w, b, c):
        p.requires_grad_(True)
    v0, vk = ((fill(name, VISIBLE, SAMPLES) > 0).double() for name in ("v0", "vk"))
    softplus = lambda v: torch.nn.functional.softplus(w @ v + c, threshold=50).sum(0)
    free = lambda v: -(b * v).sum(0) - softplus(v)
    x = 2 * fill("x", VISIBLE, SAMPLES)
    golden.add("binary", free(v0).reshape(1, -1))
    golden.add("real", (((x - b) ** 2).sum(0) / 2 - softplus(x)).reshape(1, -1))
    (free(v0) - free(vk)).mean().backward()
    golden.add("dw", w.grad)
    golden.add("db", b.grad)
    golden.add("dc", c.grad)
    return golden
