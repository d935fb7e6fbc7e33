"""Convolutions in PyTorch, one turn a line: reads "float64|float32 work numbers", answers the seconds of one run.

mnist BATCH: a training step with Adam; conv SIDE IN OUT KERNEL BATCH and transposed ...: forward and backward of a layer.
Run by `dotnet run -c Release --project benchmarks -- convolution-peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os
import sys
import time

import torch

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


def mnist(kind, batch):
    torch.manual_seed(1)
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 6, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(6, 16, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
        torch.nn.Linear(400, 120), torch.nn.ReLU(), torch.nn.Linear(120, 84), torch.nn.ReLU(), torch.nn.Linear(84, 10),
    ).to(kind)
    x, labels = torch.rand((batch, 1, 28, 28), dtype=kind), torch.arange(batch) % 10
    criterion, optimizer = torch.nn.CrossEntropyLoss(), torch.optim.Adam(network.parameters(), lr=1e-3, foreach=True)

    def run():
        optimizer.zero_grad()
        criterion(network(x), labels).backward()
        optimizer.step()

    return run


def layer(kind, module, side, inputs, batch):
    module = module.to(kind)
    x = torch.randn((batch, inputs, side, side), dtype=kind, requires_grad=True)
    dy = torch.randn_like(module(x).detach())

    def run():
        module.zero_grad()
        x.grad = None
        module(x).backward(dy)

    return run


def work(kind, name, n):
    if name == "mnist":
        return mnist(kind, n[0])
    side, inputs, outputs, kernel, batch = n
    if name == "conv":
        return layer(kind, torch.nn.Conv2d(inputs, outputs, kernel, padding=1), side, inputs, batch)
    return layer(kind, torch.nn.ConvTranspose2d(inputs, outputs, kernel, stride=2, padding=1), side, inputs, batch)


def turn(run):
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.05:
        run()
        count += 1
    return (clock() - begin) / count


print("ready", flush=True)
for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        kind, name, *n = key.split()
        cache[key] = work(getattr(torch, kind), name, [int(v) for v in n])
    print(turn(cache[key]), flush=True)
