"""Goldens of chapter 12: convolutions and transposed convolutions over a grid of settings, pooling, ten steps of the digit network, and kernels as a file holds them."""

import json
import os
import struct

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "12-convolution"

# name: height, width, channels in, channels out, kernel, stride, padding, dilation
CONVOLUTIONS = {
    "plain": (4, 5, 1, 1, 3, 1, 0, 1),
    "channels": (6, 5, 3, 4, 3, 1, 1, 1),
    "stride": (7, 8, 2, 3, 3, 2, 1, 1),
    "dilated": (9, 8, 2, 3, 3, 1, 2, 2),
    "sparse": (8, 7, 3, 2, 2, 3, 0, 1),
    "everything": (10, 11, 3, 17, 3, 2, 2, 2),
    "pointwise": (4, 3, 5, 6, 1, 1, 0, 1),
}

# the last one: extra pixels of the output
TRANSPOSED = {
    "doubling": (3, 4, 3, 2, 4, 2, 1, 1, 0),
    "extra": (4, 3, 2, 3, 3, 2, 1, 1, 1),
    "thirds": (2, 3, 2, 2, 2, 3, 0, 1, 2),
    "dilated": (3, 3, 2, 2, 3, 1, 1, 2, 0),
}


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def images(name, samples, height, width, channels):
    """A batch of ours, [H*W*C x N] with the channel fastest, as PyTorch's [N, C, H, W]."""
    return fill(name, height * width * channels, samples).T.reshape(samples, height, width, channels).permute(0, 3, 1, 2)


def columns(batch):
    return batch.permute(0, 2, 3, 1).reshape(batch.shape[0], -1).T


def goldens():
    golden = GoldenFile(CHAPTER)
    for name, (h, w, c, o, k, s, p, d) in CONVOLUTIONS.items():
        weight = fill(f"conv.{name}.W", o, c, k, k)
        add(golden, f"conv.{name}", lambda x, W, b: F.conv2d(x, W, b, stride=s, padding=p, dilation=d), (h, w, c), weight, o)
    for name, (h, w, c, o, k, s, p, d, extra) in TRANSPOSED.items():
        weight = fill(f"transposed.{name}.W", c, o, k, k)
        add(
            golden, f"transposed.{name}",
            lambda x, W, b: F.conv_transpose2d(x, W, b, stride=s, padding=p, dilation=d, output_padding=extra),
            (h, w, c), weight, o)
    pooling(golden)
    steps(golden)
    file(golden)
    return golden


def add(golden, name, f, shape, weight, out):
    x = images(f"{name}.x", 2, *shape).clone().requires_grad_(True)
    weight = weight.clone().requires_grad_(True)
    bias = fill(f"{name}.b", out).clone().requires_grad_(True)
    y = f(x, weight, bias)
    (y * images(f"{name}.dy", 2, y.shape[2], y.shape[3], out)).sum().backward()
    golden.add(f"{name}.y", columns(y))
    golden.add(f"{name}.dx", columns(x.grad))
    golden.add(f"{name}.dW", weight.grad.reshape(weight.shape[0], -1))
    golden.add(f"{name}.db", bias.grad.reshape(-1, 1))


def pooling(golden):
    """Numbers from -2 to 2, so that windows have ties; padding; overlapping windows."""
    x = torch.round(2 * images("pool.x", 2, 7, 6, 3))
    for name, f in (
        ("max", lambda v: F.max_pool2d(v, 3, 2)),
        ("padded", lambda v: F.max_pool2d(v, 3, 2, 1)),
        ("average", lambda v: F.avg_pool2d(v, 3, 2, 1)),
        ("global", lambda v: F.adaptive_avg_pool2d(v, 1)),
    ):
        v = x.clone().requires_grad_(True)
        y = f(v)
        (y * images(f"pool.{name}.dy", 2, y.shape[2], y.shape[3], 3)).sum().backward()
        golden.add(f"pool.{name}.y", columns(y))
        golden.add(f"pool.{name}.dx", columns(v.grad))


def steps(golden):
    """Ten Adam steps of the digit network on batches of ten, its loss each time and its weights at the end."""
    layers = [
        torch.nn.Conv2d(1, 6, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(6, 16, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
        torch.nn.Linear(400, 120), torch.nn.ReLU(), torch.nn.Linear(120, 84), torch.nn.ReLU(), torch.nn.Linear(84, 10),
    ]
    network = torch.nn.Sequential(*layers).double()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            fan = parameter[0].numel() if parameter.dim() > 1 else parameter.numel()
            parameter.copy_((fill(f"steps.{name}", parameter.numel()) / fan**0.5).reshape(parameter.shape))
    optimizer, losses = torch.optim.Adam(network.parameters()), []
    for step in range(10):
        optimizer.zero_grad()
        labels = torch.arange(10) * 7 % 10
        loss = F.cross_entropy(network(images(f"steps.x{step}", 10, 28, 28, 1)), labels)
        loss.backward()
        losses.append(loss.detach())
        optimizer.step()
    golden.add("steps.losses", torch.stack(losses))
    for name, parameter in network.named_parameters():
        golden.add(f"steps.{name}", parameter.reshape(parameter.shape[0], -1))


def file(golden):
    """The two stages of S4 on 16x16 in float32, as a file of weights, and what they answer in float64."""
    torch.manual_seed(1)
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 1, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(1, 3, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
        torch.nn.Linear(48, 10))
    header, data = {}, b""
    for name, tensor in network.state_dict().items():
        raw = tensor.numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "12-two-stages.safetensors"), "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)
    golden.add("file.y", network.double()(images("file.x", 3, 16, 16, 1)).T)
