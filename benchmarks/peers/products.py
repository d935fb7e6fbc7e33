"""The products of a peer, one turn a line: reads "m n k transposeA transposeB float64|float32", answers the seconds of one product.

Run by `dotnet run -c Release --project benchmarks -- peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}

for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        m, n, k, ta, tb, kind = key.split()
        m, n, k = int(m), int(n), int(k)
        kind = getattr(torch, kind)
        # Row-major as PyTorch likes it best; a transposed operand is a view of the other layout.
        a = torch.rand((k, m), dtype=kind).t() if ta == "True" else torch.rand((m, k), dtype=kind)
        b = torch.rand((n, k), dtype=kind).t() if tb == "True" else torch.rand((k, n), dtype=kind)
        cache[key] = (a, b, torch.empty((m, n), dtype=kind))
    a, b, c = cache[key]
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.01:
        torch.mm(a, b, out=c)
        count += 1
    print((clock() - begin) / count, flush=True)
