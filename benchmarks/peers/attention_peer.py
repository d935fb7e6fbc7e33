"""Scaled dot-product attention in PyTorch, forward and backward, one turn a line: reads "explicit|fused float64|float32 heads n d",
answers the seconds of one pass. PyTorch 1.13 has the explicit form only.

Run by `dotnet run -c Release --project benchmarks -- measure --only attention`; needs Debian's python3-torch.
"""
import math
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


def passes(dtype, heads, n, d):
    q, k, v = (torch.randn(heads, n, d, dtype=dtype, requires_grad=True) for _ in range(3))
    dz = torch.randn(heads, n, d, dtype=dtype)

    def run():
        q.grad = k.grad = v.grad = None
        (torch.softmax(q @ k.transpose(1, 2) / math.sqrt(d), dim=2) @ v).backward(dz)

    return run


print("ready", flush=True)
for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        _, dtype, heads, n, d = key.split()
        cache[key] = passes(getattr(torch, dtype), int(heads), int(n), int(d))
        for _ in range(3):
            cache[key]()
    run = cache[key]
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.01:
        run()
        count += 1
    print((clock() - begin) / count, flush=True)
