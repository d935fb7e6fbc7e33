"""The GPT of chapter 21 in PyTorch, one turn a line: reads "step|whole|cached float64|float32 N", answers the seconds of a training step on N windows
(forward, loss, backward, clipping, AdamW), or of the greedy continuation of one character by N, without a cache or with one.

Run by `dotnet run -c Release --project benchmarks -- measure --only language`; needs Debian's python3-torch.
"""
import sys

import torch
from torch.nn import functional as F

import turns

torch.set_num_threads(int(sys.argv[1]))
V, T, D, H, L = 65, 64, 128, 4, 4


class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = torch.nn.LayerNorm(D), torch.nn.LayerNorm(D)
        self.qkv, self.out = torch.nn.Linear(D, 3 * D), torch.nn.Linear(D, D)
        self.linear1, self.linear2 = torch.nn.Linear(D, 4 * D), torch.nn.Linear(4 * D, D)

    def forward(self, x, mask, cache=None):
        n, t, _ = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(n, t, 3, H, D // H).permute(2, 0, 3, 1, 4)
        if cache is not None:
            if cache:
                k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
            cache[:] = [k, v]
        a = q @ k.transpose(2, 3) * (D // H) ** -0.5
        if mask is not None:
            a = a.masked_fill(mask[:t, :t], float("-inf"))
        x = x + self.out((F.softmax(a, 3) @ v).transpose(1, 2).reshape(n, t, D))
        return x + self.linear2(F.gelu(self.linear1(self.norm2(x))))


class Gpt(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.positions = torch.nn.Embedding(V, D), torch.nn.Embedding(T, D)
        self.blocks = torch.nn.ModuleList(Block() for _ in range(L))
        self.norm, self.head = torch.nn.LayerNorm(D), torch.nn.Linear(D, V, bias=False)
        self.mask = torch.ones(T, T).triu(1).bool()

    def forward(self, ids, caches=None, at=0):
        x = self.embedding(ids) + self.positions.weight[at:at + ids.shape[1]]
        for i, block in enumerate(self.blocks):
            x = block(x, self.mask if ids.shape[1] > 1 else None, None if caches is None else caches[i])
        return self.head(self.norm(x if caches is None else x[:, -1:]))


def step(model, dtype, batch):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.1)
    x, y = torch.randint(0, V, (batch, T)), torch.randint(0, V, (batch, T))

    def run():
        optimizer.zero_grad()
        F.cross_entropy(model(x).view(-1, V), y.view(-1)).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()

    return run


def generate(model, count, cached):
    @torch.no_grad()
    def run():
        ids, caches = torch.zeros(1, 1, dtype=torch.long), [[] for _ in range(L)]
        for t in range(count):
            z = model(ids[:, -1:], caches, t) if cached else model(ids)
            ids = torch.cat([ids, z[:, -1:].argmax(2)], 1)

    return run


def work(what, dtype, count):
    model = Gpt().to(getattr(torch, dtype))
    return [step(model, dtype, int(count)) if what == "step" else generate(model.eval(), int(count), what == "cached")]


turns.serve(work, warm=3, least=0.05)
