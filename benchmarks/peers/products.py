"""The products of a peer, one turn a line: reads "m n k transposeA transposeB float64|float32 count", answers the seconds of
the product, or of a batch of count products.

Run by `dotnet run -c Release --project benchmarks -- peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}

print("ready", flush=True)
for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        m, n, k, ta, tb, kind, count = key.split()
        m, n, k = int(m), int(n), int(k)
        batch = () if count == "1" else (int(count),)
        kind = getattr(torch, kind)
        # Row-major as PyTorch likes it best; a transposed operand is a view of the other layout.
        a = torch.rand(batch + (k, m), dtype=kind).mT if ta == "True" else torch.rand(batch + (m, k), dtype=kind)
        b = torch.rand(batch + (n, k), dtype=kind).mT if tb == "True" else torch.rand(batch + (k, n), dtype=kind)
        cache[key] = (torch.bmm if batch else torch.mm, a, b, torch.empty(batch + (m, n), dtype=kind))
    product, a, b, c = cache[key]
    begin = clock()
    end, turns, batch = begin, 0, 1
    while end - begin < 0.01:
        # Ever more products between two looks at the clock, which takes longer than a small one.
        for _ in range(batch):
            product(a, b, out=c)
        turns, batch, end = turns + batch, 2 * batch, clock()
    print((end - begin) / turns, flush=True)
