"""A training step of a dense network in PyTorch, one turn a line: reads "float64|float32 widths batch", answers the seconds of one step.

Widths such as 784-128-64-10, ReLU between the layers, cross-entropy, Adam: zero, forward, loss, backward, step; the faster of Adam's two ways.
Run by `dotnet run -c Release --project benchmarks -- network-peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import torch

import turns

torch.set_num_threads(1)  # a pool of its own beside that of OpenBLAS makes a step slower


def step(kind, sizes, batch, foreach):
    torch.manual_seed(1)
    layers = [torch.nn.Linear(sizes[0], sizes[1])]
    for before, after in zip(sizes[1:], sizes[2:]):
        layers += [torch.nn.ReLU(), torch.nn.Linear(before, after)]
    network = torch.nn.Sequential(*layers).to(kind)
    x, labels = torch.rand((batch, sizes[0]), dtype=kind), torch.arange(batch) % sizes[-1]
    criterion, optimizer = torch.nn.CrossEntropyLoss(), torch.optim.Adam(network.parameters(), lr=1e-3, foreach=foreach)

    def run():
        optimizer.zero_grad()
        criterion(network(x), labels).backward()
        optimizer.step()

    return run


def ways(kind, widths, batch):
    sizes = [int(width) for width in widths.split("-")]
    return [step(getattr(torch, kind), sizes, int(batch), foreach) for foreach in (False, True)]


turns.serve(ways, warm=0, least=0.02)
