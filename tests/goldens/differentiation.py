"""Goldens of chapter 04: what autograd makes of a handful of expressions of matrices."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "04-differentiation"


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def goldens():
    golden = GoldenFile(CHAPTER)
    x, w, b, up = fill("X", 3, 5), fill("W", 4, 3), fill("b", 4, 1), fill("upstream", 4, 5)

    # Each with respect to X, with a random upstream where the result is a matrix.
    golden.add_with_gradient("tanh_layer", lambda x: torch.tanh(w @ x + b), x, up)
    golden.add_with_gradient("softmax", lambda x: torch.softmax(w @ x, dim=0), x, up)
    golden.add_with_gradient("row_norm", lambda x: (x - x.mean(1, keepdim=True)) / (x.var(1, unbiased=False, keepdim=True) + 0.1).sqrt(), x, fill("upstream", 3, 5))
    golden.add_with_gradient("gram", lambda x: (x.T @ x).exp().mean(), x)
    golden.add_with_gradient("waves", lambda x: (x.sin() * (2 * x).cos() / (x * x + 1)).sum(), x)
    golden.add_with_gradient("relu_pieces", lambda x: torch.relu(torch.cat([x[1:], -x[:1]])).pow(3).sum(), x)
    golden.add_with_gradient("log_sigmoid", lambda x: -torch.log(torch.sigmoid(w @ x[:, 1:4])).mean(), x)

    # Two leaves, and the gradient of both after two backward passes without zeroing.
    w2, b2 = w.clone().requires_grad_(True), b.clone().requires_grad_(True)
    loss = (torch.tanh(w2 @ x + b2) ** 2).mean()
    loss.backward(retain_graph=True)
    loss.backward()
    golden.add("accumulated.W", w2.grad)
    golden.add("accumulated.b", b2.grad)

    # A factor that is detached passes no gradient.
    golden.add_with_gradient("detached", lambda x: (x * x.detach()).sum(), x)
    return golden
