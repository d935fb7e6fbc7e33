"""Goldens of chapter 22: principal components by the SVD, ten Adam steps of a small deep autoencoder, a pair of codes, and a convolutional stack."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "22-autoencoder"


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def goldens():
    golden = GoldenFile(CHAPTER)
    pca(golden)
    deep(golden)
    pair(golden)
    convolutional(golden)
    return golden


def pca(golden):
    """Samples are columns; the sign of a component makes its entry of largest size positive."""
    for name, rows, columns, k in [("pca.wide", 6, 25, 4), ("pca.tall", 12, 7, 5)]:
        x = torch.diag(torch.linspace(3, 1, rows, dtype=torch.float64)) @ fill(name, rows, columns)
        mean = x.mean(dim=1, keepdim=True)
        u, s, _ = torch.linalg.svd(x - mean, full_matrices=False)
        u, s = u[:, :k], s[:k]
        u = u * torch.sign(u[u.abs().argmax(dim=0), torch.arange(k)])
        golden.add(f"{name}.mean", mean)
        golden.add(f"{name}.components", u)
        golden.add(f"{name}.variances", s ** 2 / columns)
        golden.add(f"{name}.reconstruction", u @ (u.T @ (x - mean)) + mean)


def layer(name, inputs, outputs):
    linear = torch.nn.Linear(inputs, outputs).double()
    with torch.no_grad():
        linear.weight.copy_(fill(f"{name}.W", outputs, inputs) / inputs ** 0.5)
        linear.bias.copy_(fill(f"{name}.b", outputs) / inputs ** 0.5)
    return linear


def deep(golden):
    sizes = [12, 8, 3, 8, 12]
    layers = [layer(f"deep.{i}", sizes[i], sizes[i + 1]) for i in range(4)]
    network = torch.nn.Sequential(
        layers[0], torch.nn.ReLU(), layers[1], layers[2], torch.nn.ReLU(), layers[3], torch.nn.Sigmoid())
    optimizer, losses = torch.optim.Adam(network.parameters(), lr=0.001), []
    for step in range(10):
        x = (fill(f"deep.x{step}", 12, 16).T + 1) / 2
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(network(x), x)
        loss.backward()
        if step == 0:
            golden.add("deep.dW0", layers[0].weight.grad.clone())
        losses.append(loss.detach())
        optimizer.step()
    golden.add("deep.losses", torch.stack(losses))
    for i in range(4):
        golden.add(f"deep.{i}.W", layers[i].weight)
        golden.add(f"deep.{i}.b", layers[i].bias.reshape(-1, 1))


def pair(golden):
    z1, z2 = fill("pair.z1", 3, 8).requires_grad_(True), fill("pair.z2", 3, 8).requires_grad_(True)
    alike = torch.arange(8) % 3 == 0
    d = (z1 - z2).norm(dim=0)
    loss = torch.where(alike, d ** 2, torch.clamp(1.2 - d, min=0) ** 2).mean()
    loss.backward()
    golden.add("pair.loss", loss)
    golden.add("pair.dz1", z1.grad)
    golden.add("pair.dz2", z2.grad)


def convolutional(golden):
    """8x8 -> 4x4x3 -> 2x2x4 -> 2 and back, images as [N, 1, 8, 8]; our columns are channel-last."""
    conv = [torch.nn.Conv2d(1, 3, 3, 2, 1).double(), torch.nn.Conv2d(3, 4, 3, 2, 1).double()]
    back = [
        torch.nn.ConvTranspose2d(4, 3, 3, 2, 1, output_padding=1).double(),
        torch.nn.ConvTranspose2d(3, 1, 3, 2, 1, output_padding=1).double()]
    for i, c in enumerate(conv + back):
        with torch.no_grad():
            c.weight.copy_(fill(f"conv.{i}.W", *c.weight.shape) / 3)
            c.bias.copy_(fill(f"conv.{i}.b", *c.bias.shape) / 3)
    code, open_ = layer("conv.code", 16, 2), layer("conv.open", 2, 16)
    x = (fill("conv.x", 64, 5) + 1) / 2
    images = x.T.reshape(5, 1, 8, 8)
    hidden = torch.relu(conv[1](torch.relu(conv[0](images))))
    z = code(hidden.permute(0, 2, 3, 1).reshape(5, 16))
    wide = torch.relu(open_(z)).reshape(5, 2, 2, 4).permute(0, 3, 1, 2)
    output = torch.sigmoid(back[1](torch.relu(back[0](wide))))
    loss = torch.nn.functional.mse_loss(output, images)
    loss.backward()
    golden.add("conv.code", z.T)
    golden.add("conv.output", output.reshape(5, 64).T)
    golden.add("conv.loss", loss)
    for i, c in enumerate(conv + back):
        golden.add(f"conv.{i}.dW", c.weight.grad.flatten())
        golden.add(f"conv.{i}.db", c.bias.grad)
    golden.add("conv.dcode", code.weight.grad)
