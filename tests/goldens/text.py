"""Goldens of chapter 14: ten RMSProp steps of the review classifier on multi-hot vectors, with PyTorch's rule and with that of Keras."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "14-text"
SIZES = [40, 16, 16, 1]


class KerasRMSprop:
    """Keras since 2.11: rho 0.9, and epsilon 1e-7 under the root."""

    def __init__(self, parameters, lr=1e-3, rho=0.9, epsilon=1e-7):
        self.parameters, self.lr, self.rho, self.epsilon = list(parameters), lr, rho, epsilon
        self.velocities = [torch.zeros_like(p) for p in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = None

    def step(self):
        with torch.no_grad():
            for p, v in zip(self.parameters, self.velocities):
                v.mul_(self.rho).add_((1 - self.rho) * p.grad**2)
                p.sub_(self.lr * p.grad * torch.rsqrt(v + self.epsilon))


def goldens():
    golden = GoldenFile(CHAPTER)
    steps(golden, "torch", lambda p: torch.optim.RMSprop(p, lr=1e-3))
    steps(golden, "keras", KerasRMSprop)
    return golden


def steps(golden, name, create):
    layers = [torch.nn.Linear(SIZES[i], SIZES[i + 1]).double() for i in range(3)]
    with torch.no_grad():
        for i, layer in enumerate(layers):
            layer.weight.copy_(tensor(f"{CHAPTER}/{i}.W", SIZES[i + 1], SIZES[i]) / SIZES[i] ** 0.5)
            layer.bias.copy_(tensor(f"{CHAPTER}/{i}.b", SIZES[i + 1], 1)[:, 0] / SIZES[i] ** 0.5)
    network = torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1], torch.nn.ReLU(), layers[2])
    criterion, optimizer, losses = torch.nn.BCEWithLogitsLoss(), create(network.parameters()), []
    for step in range(10):
        x = (tensor(f"{CHAPTER}/x{step}", SIZES[0], 12) > 0.5).double().T  # a sample is a column there, a row here
        y = (tensor(f"{CHAPTER}/y{step}", 1, 12) > 0).double().T
        optimizer.zero_grad()
        loss = criterion(network(x), y)
        loss.backward()
        losses.append(loss.detach())
        optimizer.step()
    golden.add(f"{name}.losses", torch.stack(losses))
    for i, layer in enumerate(layers):
        golden.add(f"{name}.{i}.W", layer.weight)
        golden.add(f"{name}.{i}.b", layer.bias.reshape(-1, 1))
