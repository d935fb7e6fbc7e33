"""Goldens of chapter 19: attention plain, causal, padded, cross and with several heads, forward and backward."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "19-attention"


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def goldens():
    golden = GoldenFile(CHAPTER)
    multi_head(golden, "single", 4, 1, 2, 5)
    multi_head(golden, "heads", 6, 3, 3, 4)
    multi_head(golden, "causal", 6, 2, 2, 5, causal=True)
    multi_head(golden, "padded", 4, 2, 3, 4, lengths=[4, 1, 3])
    multi_head(golden, "both", 4, 2, 2, 4, causal=True, lengths=[3, 4])
    multi_head(golden, "cross", 6, 2, 2, 3, keys=5)
    multi_head(golden, "crosspadded", 4, 1, 2, 3, keys=4, lengths=[2, 4])
    return golden


def multi_head(golden, name, width, heads, samples, tokens, keys=None, causal=False, lengths=None):
    """Tokens of ours are columns, sample after sample: [D x N*T]. PyTorch takes [N, T, D]."""
    attention = torch.nn.MultiheadAttention(width, heads, batch_first=True).double()
    with torch.no_grad():
        attention.in_proj_weight.copy_(fill(f"{name}.in", 3 * width, width))
        attention.in_proj_bias.copy_(fill(f"{name}.inb", 3 * width))
        attention.out_proj.weight.copy_(fill(f"{name}.out", width, width))
        attention.out_proj.bias.copy_(fill(f"{name}.outb", width))
    x = (2 * fill(f"{name}.x", width, samples * tokens)).requires_grad_(True)
    cross = keys is not None
    keys = keys or tokens
    m = (2 * fill(f"{name}.m", width, samples * keys)).requires_grad_(True) if cross else x
    rows = lambda v, t: v.T.reshape(samples, t, width)
    mask = torch.ones(tokens, keys).triu(1).bool() if causal else None
    padding = None if lengths is None else torch.arange(keys)[None, :] >= torch.tensor(lengths)[:, None]
    y, weights = attention(
        rows(x, tokens), rows(m, keys), rows(m, keys), key_padding_mask=padding, attn_mask=mask, average_attn_weights=False)
    y = y.reshape(samples * tokens, width).T
    (y * fill(f"{name}.dy", width, samples * tokens)).sum().backward()
    golden.add(f"{name}.y", y)
    golden.add(f"{name}.weights", weights[-1, -1])
    golden.add(f"{name}.dx", x.grad)
    if cross:
        golden.add(f"{name}.dm", m.grad)
    golden.add(f"{name}.din", attention.in_proj_weight.grad)
    golden.add(f"{name}.dinb", attention.in_proj_bias.grad.reshape(-1, 1))
    golden.add(f"{name}.dout", attention.out_proj.weight.grad)
    golden.add(f"{name}.doutb", attention.out_proj.bias.grad.reshape(-1, 1))
