"""Goldens of chapter 20: encoder and decoder layers, norm before and after, and ten steps of AdamW of a two-layer encoder."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "20-transformer"


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def fill_module(module, name, scale=0.5):
    with torch.no_grad():
        for key, p in module.named_parameters():
            p.copy_(scale * fill(f"{name}.{key}", *p.shape))
            if "norm" in key and key.endswith("weight"):
                p.add_(1)


def rows(v, samples):
    """[D x N*T] of ours to PyTorch's [N, T, D]."""
    return v.T.reshape(samples, -1, v.shape[0])


def add_gradients(golden, name, module):
    for key, p in module.named_parameters():
        golden.add(f"{name}.{key}", p.grad.reshape(p.shape[0], -1))


def encoder(golden, name, pre, activation, lengths=None, causal=False):
    layer = torch.nn.TransformerEncoderLayer(6, 2, 10, dropout=0, activation=activation, batch_first=True, norm_first=pre).double()
    fill_module(layer, name)
    x = fill(f"{name}.x", 6, 8).requires_grad_(True)
    mask = torch.ones(4, 4).triu(1).bool() if causal else None
    padding = None if lengths is None else torch.arange(4)[None, :] >= torch.tensor(lengths)[:, None]
    y = layer(rows(x, 2), src_mask=mask, src_key_padding_mask=padding).reshape(8, 6).T
    (y * fill(f"{name}.dy", 6, 8)).sum().backward()
    golden.add(f"{name}.y", y)
    golden.add(f"{name}.dx", x.grad)
    add_gradients(golden, name, layer)


def decoder(golden, name, pre):
    layer = torch.nn.TransformerDecoderLayer(6, 2, 10, dropout=0, activation="gelu", batch_first=True, norm_first=pre).double()
    fill_module(layer, name)
    x, m = fill(f"{name}.x", 6, 8).requires_grad_(True), fill(f"{name}.m", 6, 10).requires_grad_(True)
    padding = torch.arange(5)[None, :] >= torch.tensor([5, 3])[:, None]
    y = layer(rows(x, 2), rows(m, 2), tgt_mask=torch.ones(4, 4).triu(1).bool(), memory_key_padding_mask=padding).reshape(8, 6).T
    (y * fill(f"{name}.dy", 6, 8)).sum().backward()
    golden.add(f"{name}.y", y)
    golden.add(f"{name}.dx", x.grad)
    golden.add(f"{name}.dm", m.grad)
    add_gradients(golden, name, layer)


def steps(golden):
    layers = [torch.nn.TransformerEncoderLayer(6, 2, 10, dropout=0, batch_first=True).double() for _ in range(2)]
    head = torch.nn.Linear(6, 1).double()
    for i, module in enumerate([*layers, head]):
        fill_module(module, f"steps.{i}")
    x, y = fill("steps.x", 6, 20), (fill("steps.t", 1, 5) > 0).double().T
    parameters = [p for module in [*layers, head] for p in module.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=0.01, weight_decay=0.1)
    losses = []
    for _ in range(10):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(head(layers[1](layers[0](rows(x, 5))).mean(1)), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    golden.add("steps.losses", torch.tensor([losses], dtype=torch.float64))
    golden.add("steps.head", head.weight)
    golden.add("steps.linear1", layers[0].linear1.weight)
    golden.add("steps.in", layers[1].self_attn.in_proj_weight)


def goldens():
    golden = GoldenFile(CHAPTER)
    encoder(golden, "post", False, "relu")
    encoder(golden, "pre", True, "gelu")
    encoder(golden, "padded", False, "gelu", lengths=[4, 2])
    encoder(golden, "causal", True, "relu", causal=True)
    decoder(golden, "decoder.post", False)
    decoder(golden, "decoder.pre", True)
    steps(golden)
    return golden
