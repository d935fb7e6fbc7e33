"""A training step of the digits network in PyTorch, one turn a line: reads "float64" or "float32", answers the seconds of one step.

784-128-64-10 with ReLU, a batch of 64, cross-entropy, Adam: zero, forward, loss, backward, step; the faster of Adam's two ways.
Run by `dotnet run -c Release --project benchmarks -- network-peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import sys
import time

import torch

torch.set_num_threads(1)  # a pool of its own beside that of OpenBLAS makes a step slower
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


def step(kind, foreach):
    sizes = [784, 128, 64, 10]
    torch.manual_seed(1)
    layers = [torch.nn.Linear(sizes[i], sizes[i + 1]) for i in range(3)]
    network = torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1], torch.nn.ReLU(), layers[2]).to(kind)
    x, labels = torch.rand((64, 784), dtype=kind), torch.arange(64) % 10
    criterion, optimizer = torch.nn.CrossEntropyLoss(), torch.optim.Adam(network.parameters(), lr=1e-3, foreach=foreach)

    def run():
        optimizer.zero_grad()
        criterion(network(x), labels).backward()
        optimizer.step()

    return run


def turn(run):
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.02:
        run()
        count += 1
    return (clock() - begin) / count


for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        cache[key] = [step(getattr(torch, key), foreach) for foreach in (False, True)]
    print(min(turn(run) for run in cache[key]), flush=True)
