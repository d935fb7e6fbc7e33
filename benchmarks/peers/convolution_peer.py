"""Convolutions in PyTorch, one turn a line: reads "float64|float32 step|pass|first batch shape layer...", answers the seconds of one run.

step: a training step with Adam; pass: forward and backward; first: the same without the gradient of the input. A shape is 1,28,28 or 400;
layers are conv,IN,OUT,KERNEL,PADDING, transposed,IN,OUT,KERNEL,PADDING with stride 2, pool,SIZE, dense,IN,OUT, relu and flatten.
Run by `dotnet run -c Release --project benchmarks -- measure --only convolutions`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os

import torch

import turns

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))


def layer(word):
    name, *n = word.split(",")
    n = [int(v) for v in n]
    if name == "conv":
        return torch.nn.Conv2d(*n[:3], padding=n[3])
    if name == "transposed":
        return torch.nn.ConvTranspose2d(*n[:3], stride=2, padding=n[3])
    kinds = {"pool": torch.nn.MaxPool2d, "dense": torch.nn.Linear, "relu": torch.nn.ReLU, "flatten": torch.nn.Flatten}
    return kinds[name](*n)


def work(kind, what, batch, shape, *words):
    torch.manual_seed(1)
    network = torch.nn.Sequential(*map(layer, words)).to(kind)
    x = torch.rand((int(batch), *map(int, shape.split(","))), dtype=kind)
    if what == "step":
        labels = torch.arange(int(batch)) % 10
        criterion, optimizer = torch.nn.CrossEntropyLoss(), torch.optim.Adam(network.parameters(), lr=1e-3, foreach=True)

        def step():
            optimizer.zero_grad()
            criterion(network(x), labels).backward()
            optimizer.step()

        return [step]

    x.requires_grad = what == "pass"
    dy = torch.randn_like(network(x).detach())

    def run():
        network.zero_grad()
        x.grad = None
        network(x).backward(dy)

    return [run]


turns.serve(lambda kind, *rest: work(getattr(torch, kind), *rest), least=0.02)
