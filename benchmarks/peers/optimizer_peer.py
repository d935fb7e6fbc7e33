"""The work of the optimizer ladder in PyTorch: one step of Adam and of SGD with momentum on 10**6 weights.

Usage: python3 benchmarks/peers/optimizer_peer.py [weights]
Prints the median time of a step for float64 and float32 at every number of threads up to the processor's; foreach where the version has it.
"""

import os
import statistics
import sys
import time

import torch

REPEATS = 60


def median(create, dtype, count):
    weight = torch.randn(count, dtype=dtype, requires_grad=True)
    weight.grad = torch.randn(count, dtype=dtype)
    optimizer = create([weight])
    times = []
    for _ in range(REPEATS + 5):
        start = time.perf_counter()
        optimizer.step()
        times.append(time.perf_counter() - start)
    return statistics.median(times[5:])


def main(count):
    optimizers = {
        "Adam": lambda p: torch.optim.Adam(p, lr=1e-3),
        "Adam, foreach": lambda p: torch.optim.Adam(p, lr=1e-3, foreach=True),
        "momentum": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9),
        "momentum, foreach": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9, foreach=True),
    }
    print(f"torch {torch.__version__}, {count} weights")
    for threads in range(1, (os.cpu_count() or 1) + 1):
        torch.set_num_threads(threads)
        for name, create in optimizers.items():
            for dtype in (torch.float64, torch.float32):
                print(f"{threads} threads  {name:18}  {str(dtype):14}  {1e3 * median(create, dtype, count):8.3f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10**6)
