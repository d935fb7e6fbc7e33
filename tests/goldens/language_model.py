"""Goldens of chapter 21: logits, loss, every gradient and ten steps of AdamW of a small GPT, with biases and without."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "21-language-model"
V, T, D, H, L, N = 11, 6, 8, 2, 2, 3


class Gpt(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = torch.nn.Embedding(V, D)
        self.positions = torch.nn.Embedding(T, D)
        self.blocks = torch.nn.ModuleList(
            torch.nn.TransformerEncoderLayer(D, H, 4 * D, dropout=0, activation="gelu", batch_first=True, norm_first=True)
            for _ in range(L)
        )
        self.norm = torch.nn.LayerNorm(D)
        self.head = torch.nn.Linear(D, V, bias=False)

    def forward(self, ids):
        x = self.embedding(ids) + self.positions(torch.arange(ids.shape[1]))
        mask = torch.ones(ids.shape[1], ids.shape[1]).triu(1).bool()
        for block in self.blocks:
            x = block(x, src_mask=mask)
        return self.head(self.norm(x))


def filled(name, bias):
    """A model and its trained parameters; without biases these stay 0 and are none of them."""
    model, trained = Gpt().double(), []
    with torch.no_grad():
        for key, p in model.named_parameters():
            left = not bias and key.endswith("bias")
            p.copy_(0 * p if left else 0.5 * tensor(f"{CHAPTER}/{name}.{key}", *p.shape))
            if "norm" in key and key.endswith("weight"):
                p.add_(1)
            if not left:
                trained.append((key, p))
    return model, trained


def ids(name, *shape):
    return ((tensor(f"{CHAPTER}/{name}", *shape) + 1) / 2 * V).long()


def gpt(golden, name, bias):
    model, trained = filled(name, bias)
    x, y = ids(f"{name}.x", N, T), ids(f"{name}.y", N, T)

    def loss():
        return torch.nn.functional.cross_entropy(model(x).reshape(N * T, V), y.reshape(N * T))

    golden.add(f"{name}.logits", model(x).reshape(N * T, V).T)
    golden.add(f"{name}.loss", loss())
    loss().backward()
    for key, p in trained:
        golden.add(f"{name}.{key}", p.grad.reshape(p.shape[0], -1).clone())
    optimizer = torch.optim.AdamW([p for _, p in trained], lr=0.01, weight_decay=0.1, eps=1e-6)  # a key bias has gradient 0: with 1e-8 its rounding moves it
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        value = loss()
        losses.append(value.item())
        value.backward()
        optimizer.step()
    golden.add(f"{name}.losses", torch.tensor([losses], dtype=torch.float64))
    for key, p in trained if bias else []:
        golden.add(f"{name}.after.{key}", p.reshape(p.shape[0], -1))


def goldens():
    golden = GoldenFile(CHAPTER)
    gpt(golden, "bias", True)
    gpt(golden, "plain", False)
    return golden
