"""Goldens of chapter 15: embedding with its sparse gradient, with and without a padding id, through twenty steps of a small network; ten steps of negative sampling for skip-gram and CBOW; a cell of GloVe."""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "15-embeddings"


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def goldens():
    golden = GoldenFile(CHAPTER)
    for name, padding in (("plain", None), ("padded", 0)):
        embedding(golden, name, padding)
    for name, optimizer in (("descent", torch.optim.SGD), ("adagrad", torch.optim.Adagrad)):
        steps(golden, name, optimizer)
    for name, inputs in (("skipgram", 1), ("cbow", 3)):
        negative_sampling(golden, name, inputs)
    glove(golden)
    return golden


def ids(samples, tokens, vocabulary):
    """Token t of sample n is (3 n^2 + 5 t) mod V, so that ids repeat."""
    return torch.tensor([[(3 * n * n + 5 * t) % vocabulary for t in range(tokens)] for n in range(samples)])


def embedding(golden, name, padding):
    layer = torch.nn.Embedding(7, 4, padding_idx=padding, sparse=padding is None, dtype=torch.float64)
    layer.weight.data = fill(f"{name}.W", 7, 4)
    y = layer(ids(3, 5, 7))  # [N, T, D]; ours is [D, N*T], sample-major
    (y.reshape(15, 4).T * fill(f"{name}.dy", 4, 15)).sum().backward()
    golden.add(f"{name}.y", y.reshape(15, 4).T)
    grad = layer.weight.grad
    golden.add(f"{name}.dW", (grad.to_dense() if grad.is_sparse else grad))


def steps(golden, name, optimizer):
    """Two tokens a sample through one table, flattened per token to a linear layer of three classes."""
    layer = torch.nn.Embedding(9, 5, sparse=True, dtype=torch.float64)
    layer.weight.data = fill(f"{name}.W", 9, 5)
    linear = torch.nn.Linear(5, 3, dtype=torch.float64)
    linear.weight.data = fill(f"{name}.linear.W", 3, 5)
    linear.bias.data = fill(f"{name}.linear.b", 3)
    rule = optimizer([*layer.parameters(), *linear.parameters()], lr=0.3)
    losses = []
    for step in range(20):
        x = torch.tensor([[(step + n * n) % 9, (2 * step + 7 * n) % 9] for n in range(2)])
        target = torch.tensor([(step + c) % 3 for c in range(4)])
        rule.zero_grad()
        loss = F.cross_entropy(linear(layer(x)).reshape(4, 3), target)
        loss.backward()
        rule.step()
        losses.append(loss.item())
    golden.add(f"{name}.losses", torch.tensor(losses, dtype=torch.float64))
    golden.add(f"{name}.weight", layer.weight)
    golden.add(f"{name}.linear.weight", linear.weight)


def negative_sampling(golden, name, inputs):
    """Ten steps on the summed loss; the gradients of the first; inputs are averaged, as in CBOW."""
    vectors = torch.nn.EmbeddingBag(7, 4, mode="mean", sparse=True, dtype=torch.float64)
    vectors.weight.data = fill(f"{name}.W", 7, 4)
    outputs = torch.nn.Embedding(6, 4, sparse=True, dtype=torch.float64)
    outputs.weight.data = fill(f"{name}.U", 6, 4)
    rule = torch.optim.SGD([*vectors.parameters(), *outputs.parameters()], lr=0.2)
    losses = []
    for step in range(10):
        x = torch.tensor([[(2 * n + 3 * i + step) % 7 for i in range(inputs)] for n in range(5)])
        target = torch.tensor([[(n + 2 * j + j * step) % 6 for j in range(4)] for n in range(5)])  # a word and 3 of noise
        rule.zero_grad()
        z = torch.einsum("njd,nd->nj", outputs(target), vectors(x))
        sign = torch.tensor([1.0, -1, -1, -1], dtype=torch.float64)
        loss = -F.logsigmoid(sign * z).sum()
        loss.backward()
        if step == 0:
            golden.add(f"{name}.dW", vectors.weight.grad.to_dense())
            golden.add(f"{name}.dU", outputs.weight.grad.to_dense())
        rule.step()
        losses.append(loss.item() / 5)
    golden.add(f"{name}.losses", torch.tensor(losses, dtype=torch.float64))
    golden.add(f"{name}.vectors", vectors.weight)
    golden.add(f"{name}.outputs", outputs.weight)


def glove(golden):
    w, context = (fill(f"glove.{name}", 5).clone().requires_grad_(True) for name in ("w", "context"))
    b, c = (fill(f"glove.{name}", 1).clone().requires_grad_(True) for name in ("b", "c"))
    for x in (7.0, 250.0):
        loss = min(1.0, (x / 100) ** 0.75) * ((w * context).sum() + b[0] + c[0] - torch.log(torch.tensor(x, dtype=torch.float64))) ** 2
        golden.add(f"glove.{x:.0f}.loss", loss.reshape(1))
        gradients = torch.autograd.grad(loss, [w, context, b, c])
        for name, gradient in zip(("w", "context", "b", "c"), gradients):
            golden.add(f"glove.{x:.0f}.d{name}", gradient)
