"""Goldens of chapter 02: activations, their values and their gradients for one upstream gradient."""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "02-activations"

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    "selu": F.selu,
    "gelu": F.gelu,
    "gelu_tanh": lambda z: F.gelu(z, approximate="tanh"),
    "softplus": lambda z: F.softplus(z, threshold=1000.0),  # torch's own threshold of 20 would cut the tail
    "softmax": lambda z: F.softmax(z, dim=0),  # a sample is a column
    "log_softmax": lambda z: F.log_softmax(z, dim=0),
}


def goldens():
    golden = GoldenFile(CHAPTER)
    z = 4 * tensor(f"{CHAPTER}/z", 5, 7)
    upstream = tensor(f"{CHAPTER}/upstream", 5, 7)
    for name, activation in ACTIVATIONS.items():
        golden.add_with_gradient(name, activation, z, upstream)
    return golden
