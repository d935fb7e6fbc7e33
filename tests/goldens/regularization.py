"""Goldens of chapter 10: both norm layers, dropout with a given mask, elastic-net steps, and ten steps of a network with batch norm."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "10-regularization"


def fill(name, rows, columns):
    return tensor(f"{CHAPTER}/{name}", rows, columns)


def goldens():
    golden = GoldenFile(CHAPTER)
    batch_norm(golden)
    channels(golden)
    layer_norm(golden)
    dropout(golden)
    elastic_net(golden)
    steps(golden)
    return golden


def add_norm(golden, name, norm, x, dy, to_rows):
    """Output, gradients and parameters' gradients; to_rows turns a batch of ours (one sample per column) into PyTorch's."""
    x = x.clone().requires_grad_(True)
    y = norm(to_rows(x))
    (y * to_rows(dy)).sum().backward()
    golden.add(f"{name}.dx", x.grad)
    golden.add(f"{name}.dgamma", norm.weight.grad.reshape(-1, 1))
    golden.add(f"{name}.dbeta", norm.bias.grad.reshape(-1, 1))
    return y


def with_parameters(norm, name, count):
    norm = norm.double()
    with torch.no_grad():
        norm.weight.copy_(fill(f"{name}.gamma", count, 1)[:, 0])
        norm.bias.copy_(fill(f"{name}.beta", count, 1)[:, 0])
    return norm


def batch_norm(golden):
    norm = with_parameters(torch.nn.BatchNorm1d(5), "batch", 5)
    x, dy = 3 * fill("batch.x", 5, 7) + 1, fill("batch.dy", 5, 7)
    golden.add("batch.y", add_norm(golden, "batch", norm, x, dy, lambda v: v.T).T)
    norm(2 * fill("batch.x2", 5, 4).T)
    golden.add("batch.mean", norm.running_mean.reshape(-1, 1))
    golden.add("batch.var", norm.running_var.reshape(-1, 1))
    norm.eval()
    golden.add("batch.inference", norm(x.T).T)


def channels(golden):
    """Three channels of 2x2 images: rows of ours are height, width, channel (channel fastest)."""
    norm = with_parameters(torch.nn.BatchNorm2d(3), "channels", 3)
    x, dy = fill("channels.x", 12, 5), fill("channels.dy", 12, 5)
    y = add_norm(golden, "channels", norm, x, dy, lambda v: v.T.reshape(5, 2, 2, 3).permute(0, 3, 1, 2))
    golden.add("channels.y", y.permute(0, 2, 3, 1).reshape(5, 12).T)
    golden.add("channels.var", norm.running_var.reshape(-1, 1))


def layer_norm(golden):
    norm = with_parameters(torch.nn.LayerNorm(6), "layer", 6)
    x, dy = 2 * fill("layer.x", 6, 4) - 1, fill("layer.dy", 6, 4)
    golden.add("layer.y", add_norm(golden, "layer", norm, x, dy, lambda v: v.T).T)


def dropout(golden):
    """A linear layer after inverted dropout with p = 0.3 and the mask of positive hash values."""
    x, w, dy = fill("dropout.x", 6, 4), fill("dropout.w", 3, 6), fill("dropout.dy", 3, 4)
    mask = (fill("dropout.mask", 6, 4) > 0).double()
    golden.add_with_gradient("dropout", lambda v: w @ (v * mask / 0.7), x, dy)


def elastic_net(golden):
    """Twenty SGD steps with momentum on a squared error with the penalty 0.02 sum|w| + 0.03 sum w^2."""
    w = fill("elastic.w", 2, 3).clone().requires_grad_(True)
    x, y = fill("elastic.x", 3, 8), fill("elastic.y", 2, 8)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    for _ in range(20):
        optimizer.zero_grad()
        (((w @ x - y) ** 2).mean() + 0.02 * w.abs().sum() + 0.03 * (w**2).sum()).backward()
        optimizer.step()
    golden.add("elastic.w", w)


def steps(golden):
    """Ten SGD steps of 4-6-2 with batch norm, then its output in inference; Adam would turn the rounding of the first bias's gradient 0 into steps."""
    first, norm, last = torch.nn.Linear(4, 6), torch.nn.BatchNorm1d(6), torch.nn.Linear(6, 2)
    network = torch.nn.Sequential(first, norm, torch.nn.Tanh(), last).double()
    with torch.no_grad():
        for name, layer, k, d in (("steps.0", first, 6, 4), ("steps.3", last, 2, 6)):
            layer.weight.copy_(fill(f"{name}.W", k, d))
            layer.bias.copy_(fill(f"{name}.b", k, 1)[:, 0])
    optimizer, losses = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.9), []
    for step in range(10):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(network(fill(f"steps.x{step}", 4, 8).T), fill(f"steps.y{step}", 2, 8).T)
        loss.backward()
        losses.append(loss.detach())
        optimizer.step()
    golden.add("steps.losses", torch.stack(losses))
    golden.add("steps.W", first.weight)
    golden.add("steps.gamma", norm.weight.reshape(-1, 1))
    golden.add("steps.mean", norm.running_mean.reshape(-1, 1))
    network.eval()
    golden.add("steps.inference", network(fill("steps.x0", 4, 8).T).T)
