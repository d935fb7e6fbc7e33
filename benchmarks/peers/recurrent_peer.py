"""LSTM and GRU in PyTorch, one turn a line: reads "float64|float32 lstm|gru UNITS BATCH", answers the seconds of one run over 100 steps, forward and
backward with the gradient of the input.

Run by `dotnet run -c Release --project benchmarks -- recurrent-peers`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os
import sys
import time

import torch

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


def work(kind, cell, units, batch):
    layer = (torch.nn.LSTM if cell == "lstm" else torch.nn.GRU)(units, units).to(kind)
    x = torch.randn((100, batch, units), dtype=kind, requires_grad=True)
    dy = torch.randn((100, batch, units), dtype=kind)

    def run():
        layer.zero_grad()
        x.grad = None
        layer(x)[0].backward(dy)

    return run


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
        kind, cell, units, batch = key.split()
        cache[key] = work(getattr(torch, kind), cell, int(units), int(batch))
    print(turn(cache[key]), flush=True)
