"""Goldens of chapter 09: fifty descent steps of the XOR network, ten Adam steps of the digits network, and a stack drawn after manual_seed."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "09-networks"
INPUTS = "08-backpropagation"  # the name that the inputs are hashed from


def dense(name, inputs, outputs, scale):
    """A float64 linear layer whose weights and biases are hash values times a scale."""
    layer = torch.nn.Linear(inputs, outputs).double()
    with torch.no_grad():
        layer.weight.copy_(scale * tensor(f"{INPUTS}/{name}.W", outputs, inputs))
        layer.bias.copy_(scale * tensor(f"{INPUTS}/{name}.b", outputs, 1)[:, 0])
    return layer


def add(golden, name, layer):
    golden.add(f"{name}.W", layer.weight)
    golden.add(f"{name}.b", layer.bias.reshape(-1, 1))


def goldens():
    golden = GoldenFile(CHAPTER)
    xor(golden)
    digits(golden)
    seeded(golden)
    return golden


def xor(golden):
    hidden, last = dense("xor.1", 2, 4, 1.0), dense("xor.2", 4, 1, 1.0)
    network = torch.nn.Sequential(hidden, torch.nn.Sigmoid(), last, torch.nn.Sigmoid())
    x = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], dtype=torch.float64)
    y = torch.tensor([[0.0], [1.0], [1.0], [0.0]], dtype=torch.float64)
    criterion, optimizer, losses = torch.nn.BCELoss(), torch.optim.SGD(network.parameters(), lr=0.5), []
    for step in range(50):
        optimizer.zero_grad()
        loss = criterion(network(x), y)
        loss.backward()
        if step == 0:
            golden.add("xor.dW1", hidden.weight.grad.clone())
            golden.add("xor.db1", hidden.bias.grad.clone().reshape(-1, 1))
        losses.append(loss.detach())
        optimizer.step()
    golden.add("xor.losses", torch.stack(losses))
    golden.add("xor.outputs", network(x).T)
    add(golden, "xor.1", hidden)
    add(golden, "xor.2", last)


def digits(golden):
    sizes = [784, 128, 64, 10]
    layers = [dense(f"digits.{i}", sizes[i], sizes[i + 1], 1 / sizes[i] ** 0.5) for i in range(3)]
    network = torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1], torch.nn.ReLU(), layers[2])
    criterion, optimizer, losses = torch.nn.CrossEntropyLoss(), torch.optim.Adam(network.parameters(), lr=0.001), []
    for step in range(10):
        x = tensor(f"{INPUTS}/digits.x{step}", 784, 16).T  # a sample is a column there, a row here
        labels = torch.tensor([(3 * n + step) % 10 for n in range(16)])
        optimizer.zero_grad()
        loss = criterion(network(x), labels)
        loss.backward()
        if step == 0:
            golden.add("digits.dW0", layers[0].weight.grad.clone())
            golden.add("digits.db2", layers[2].bias.grad.clone().reshape(-1, 1))
        losses.append(loss.detach())
        optimizer.step()
    golden.add("digits.losses", torch.stack(losses))
    for i, layer in enumerate(layers):
        add(golden, f"digits.{i}", layer)


def seeded(golden):
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Sigmoid(), torch.nn.Linear(3, 4), torch.nn.Sigmoid(), torch.nn.Linear(4, 3)).double()
    golden.add("seeded.0.W", network[0].weight)
    golden.add("seeded.2.W", network[2].weight)
    golden.add("seeded.4.b", network[4].bias.reshape(-1, 1))
    golden.add("seeded.scores", network(torch.tensor([[0.5, -1.0], [2.0, 0.25]], dtype=torch.float64)).T)
