"""Goldens of chapter 07: logistic and softmax regression, their gradients and fifty steps of SGD and Adam."""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "07-logistic-regression"
STEPS = 50

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.5),
    "adam": lambda p: torch.optim.Adam(p, lr=0.05),
}


def goldens():
    golden = GoldenFile(CHAPTER)
    x = 2 * tensor(f"{CHAPTER}/X", 6, 9)  # a sample is a column
    label = (tensor(f"{CHAPTER}/label", 9) > 0).double()
    index = ((tensor(f"{CHAPTER}/class", 9) + 1) / 2 * 4).floor().long()
    logistic = tensor(f"{CHAPTER}/w", 1, 6), tensor(f"{CHAPTER}/w0", 1)
    softmax = tensor(f"{CHAPTER}/W", 4, 6), tensor(f"{CHAPTER}/b", 4)
    model(golden, "logistic", x, logistic, lambda z: F.binary_cross_entropy_with_logits(z[:, 0], label), torch.sigmoid)
    model(golden, "softmax", x, softmax, lambda z: F.cross_entropy(z, index), lambda z: F.softmax(z, dim=1))
    return golden


def model(golden, name, x, start, loss, probabilities):
    inputs = x.clone().requires_grad_(True)
    w, b = [p.clone().requires_grad_(True) for p in start]
    z = F.linear(inputs.T, w, b)
    value = loss(z)
    value.backward()
    golden.add(f"{name}.probabilities", probabilities(z).T)
    golden.add(f"{name}.loss", value)
    golden.add(f"{name}.dW", w.grad)
    golden.add(f"{name}.db", b.grad)
    golden.add(f"{name}.dX", inputs.grad)
    for rule, create in OPTIMIZERS.items():
        w, b = [p.clone().requires_grad_(True) for p in start]
        optimizer = create([w, b])
        losses = []
        for _ in range(STEPS):
            optimizer.zero_grad()
            value = loss(F.linear(x.T, w, b))
            value.backward()
            optimizer.step()
            losses.append(value.item())
        golden.add(f"{name}.{rule}.losses", torch.tensor(losses, dtype=torch.float64))
        golden.add(f"{name}.{rule}.W", w)
        golden.add(f"{name}.{rule}.b", b)
