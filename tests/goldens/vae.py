"""Goldens of chapter 23: the convolutional VAE of S3 with Keras's `same` padding: its loss and every gradient for fixed noise, then ten steps of Adam.

`same` with stride 2, kernel 3 and an even side pads (0, 1): no zero above and to the left, one below and to the right. The transposed
convolution is cropped in the same places. PyTorch's `padding=1` would be another network with as many parameters.
"""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "23-vae"
UNITS, BATCH = 50, 6

# name: shape of the weight as PyTorch holds it; the bias has as many numbers as the layer has outputs
LAYERS = {
    "encoder.0": (32, 1, 3, 3),
    "encoder.2": (64, 32, 3, 3),
    "encoder.4": (100, 3136),
    "encoder.6": (2 * UNITS, 100),
    "decoder.0": (3136, UNITS),
    "decoder.2": (64, 64, 3, 3),
    "decoder.4": (64, 32, 3, 3),
    "decoder.6": (32, 1, 3, 3),
}
TRANSPOSED = ("decoder.2", "decoder.4", "decoder.6")


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def pixels(step):
    """[N, 784] in (0, 1); an image is stored row by row."""
    return fill(f"x{step}", 784, BATCH).T.abs()


def parameters():
    p = {}
    for name, shape in LAYERS.items():
        fan = shape[0] if name in TRANSPOSED else torch.Size(shape[1:]).numel()
        p[f"{name}.weight"] = (fill(f"{name}.weight", *shape) / fan**0.5).requires_grad_(True)
        outputs = shape[1] if name in TRANSPOSED else shape[0]
        p[f"{name}.bias"] = (fill(f"{name}.bias", outputs) / fan**0.5).requires_grad_(True)
    return p


def terms(p, x, noise):
    """The reconstruction and the divergence, means over the batch; x [N, 784], noise [N, 50]."""
    def weights(name):
        return p[f"{name}.weight"], p[f"{name}.bias"]

    h = x.reshape(-1, 1, 28, 28)
    h = F.relu(F.conv2d(F.pad(h, (0, 1, 0, 1)), *weights("encoder.0"), stride=2))
    h = F.relu(F.conv2d(F.pad(h, (0, 1, 0, 1)), *weights("encoder.2"), stride=2))
    h = h.permute(0, 2, 3, 1).flatten(1)  # as Keras flattens
    h = F.linear(F.relu(F.linear(h, *weights("encoder.4"))), *weights("encoder.6"))
    mean, log_variance = h[:, :UNITS], h[:, UNITS:]
    z = mean + torch.exp(0.5 * log_variance) * noise
    h = F.relu(F.linear(z, *weights("decoder.0"))).reshape(-1, 7, 7, 64).permute(0, 3, 1, 2)
    h = F.relu(F.conv_transpose2d(h, *weights("decoder.2"), stride=2)[:, :, :-1, :-1])
    h = F.relu(F.conv_transpose2d(h, *weights("decoder.4"), stride=2)[:, :, :-1, :-1])
    scores = F.conv_transpose2d(h, *weights("decoder.6"), padding=1).flatten(1)
    reconstruction = F.binary_cross_entropy_with_logits(scores, x, reduction="sum") / len(x)
    divergence = (-0.5 * (1 + log_variance - mean**2 - torch.exp(log_variance))).sum(1).mean()
    return reconstruction, divergence


def goldens():
    golden = GoldenFile(CHAPTER)
    p = parameters()
    golden.add("parameters", float(sum(v.numel() for v in p.values())))
    reconstruction, divergence = terms(p, pixels(0), fill("noise0", UNITS, BATCH).T)
    golden.add("reconstruction", reconstruction)
    golden.add("divergence", divergence)
    (reconstruction + divergence).backward()
    for name, parameter in p.items():
        golden.add(f"gradient.{name}", parameter.grad.clone().reshape(parameter.shape[0], -1))

    optimizer, losses = torch.optim.Adam(p.values(), lr=1e-3), []
    for step in range(10):
        optimizer.zero_grad()
        loss = sum(terms(p, pixels(step), fill(f"noise{step}", UNITS, BATCH).T))
        loss.backward()
        losses.append(loss.detach())
        optimizer.step()
    golden.add("losses", torch.stack(losses))
    for name, parameter in p.items():
        golden.add(f"after.{name}", parameter.reshape(parameter.shape[0], -1))
    return golden
