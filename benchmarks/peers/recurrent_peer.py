"""LSTM and GRU in PyTorch, one turn a line: reads "float64|float32 lstm|gru UNITS BATCH", answers the seconds of one run over 100 steps, forward and
backward with the gradient of the input.

Run by `dotnet run -c Release --project benchmarks -- measure --only recurrent`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os

import torch

import turns

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))


def work(kind, cell, units, batch):
    layer = (torch.nn.LSTM if cell == "lstm" else torch.nn.GRU)(units, units).to(kind)
    x = torch.randn((100, batch, units), dtype=kind, requires_grad=True)
    dy = torch.randn((100, batch, units), dtype=kind)

    def run():
        layer.zero_grad()
        x.grad = None
        layer(x)[0].backward(dy)

    return [run]


turns.serve(lambda kind, cell, *sizes: work(getattr(torch, kind), cell, *map(int, sizes)), warm=0, least=0.05)
