"""Goldens of chapter 06: what PyTorch draws from a seed in float32, and fifty steps of Adam on a linear model in float64."""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "06-linear-regression"
STEPS = 50


def goldens():
    golden = GoldenFile(CHAPTER)
    draws(golden)
    thermometer(golden)
    adam(golden)
    return golden


def draws(golden):
    """float32 numbers are doubles too, so they are stored exactly."""
    for seed, inputs, outputs in ((42, 1, 1), (1, 1, 1), (1, 2, 1), (7, 7, 5), (41, 13, 3), (2**32 + 1, 1, 1)):
        torch.manual_seed(seed)
        layer = torch.nn.Linear(inputs, outputs)
        golden.add(f"seed {seed}.linear {inputs} {outputs}.weight", layer.weight)
        golden.add(f"seed {seed}.linear {inputs} {outputs}.bias", layer.bias)
    torch.manual_seed(3)
    golden.add("seed 3.uniform", torch.empty(1500).uniform_(-0.37, 0.53)[-200:])  # past the second and third block of 624
    for count in (7, 15, 16, 32, 43):
        torch.manual_seed(5)
        golden.add(f"seed 5.randn {count}", torch.randn(count))
        golden.add(f"seed 5.randn {count}.next", torch.rand(1))
    torch.manual_seed(9)
    golden.add("seed 9.randn 3 twice", torch.cat([torch.randn(3), torch.randn(3)]))
    torch.manual_seed(9)
    golden.add("seed 9.randperm", torch.randperm(23))


def thermometer(golden):
    """The run of the notes in float32: losses, weight and bias before every hundredth epoch."""
    x = torch.tensor([[55, 65, 75, 54, 67, 78, 53, 65, 76, 60, 70, 81, 51, 68]], dtype=torch.float32).T
    y = torch.tensor([[13, 18, 24, 12, 20, 26, 12, 18, 24, 14, 21, 28, 12, 20]], dtype=torch.float32).T
    torch.manual_seed(42)
    model = torch.nn.Linear(1, 1)
    golden.add("thermometer.untrained", model(x).flatten())
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    log = []
    for epoch in range(3001):
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        if epoch % 100 == 0 or epoch in (2, 4, 10, 2999):
            log.append([epoch, loss.item(), model.weight.item(), model.bias.item()])
        if epoch < 3000:
            optimizer.step()
    golden.add("thermometer.log", torch.tensor(log, dtype=torch.float64))
    golden.add("thermometer.70", model(torch.tensor([[70.0]])).item())


def adam(golden):
    # Two outputs of three features, eleven samples, one sample per column; targets on a plane with some scatter.
    x = 2 * tensor(f"{CHAPTER}/X", 3, 11)
    y = tensor(f"{CHAPTER}/slopes", 2, 3) @ x + tensor(f"{CHAPTER}/offsets", 2, 1) + 0.1 * tensor(f"{CHAPTER}/scatter", 2, 11)
    w = tensor(f"{CHAPTER}/W", 2, 3).requires_grad_(True)
    b = tensor(f"{CHAPTER}/b", 2, 1).requires_grad_(True)
    optimizer = torch.optim.Adam([w, b], lr=0.1)
    losses = []
    for step in range(STEPS):
        optimizer.zero_grad()
        loss = F.mse_loss(w @ x + b, y)
        loss.backward()
        if step == 0:
            golden.add("adam.first dW", w.grad.clone())
            golden.add("adam.first db", b.grad.clone())
        losses.append(loss.detach())
        optimizer.step()
    golden.add("adam.losses", torch.stack(losses))
    golden.add("adam.W", w)
    golden.add("adam.b", b)
