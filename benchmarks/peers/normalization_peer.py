"""Batch and layer norm in PyTorch, forward and backward, one turn a line: reads "batch|layer float64|float32 features samples",
answers the seconds of one pass.

Run by `dotnet run -c Release --project benchmarks -- measure --only norms`; needs Debian's python3-torch.
"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


def passes(kind, dtype, features, samples):
    norm = (torch.nn.BatchNorm1d if kind == "batch" else torch.nn.LayerNorm)(features).to(dtype)
    x = torch.randn(samples, features, dtype=dtype, requires_grad=True)
    dy = torch.randn(samples, features, dtype=dtype)

    def run():
        x.grad = norm.weight.grad = norm.bias.grad = None
        norm(x).backward(dy)

    return run


print("ready", flush=True)
for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        kind, dtype, features, samples = key.split()
        cache[key] = passes(kind, getattr(torch, dtype), int(features), int(samples))
        for _ in range(5):
            cache[key]()
    run = cache[key]
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.01:
        run()
        count += 1
    print((clock() - begin) / count, flush=True)
