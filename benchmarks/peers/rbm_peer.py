"""Epochs of CD-1 of a restricted Boltzmann machine in PyTorch, one turn a line: reads "float64|float32 visible hidden batch samples epochs",
answers the seconds of them all, each in a new order. A sample is a row, and bits are drawn by bernoulli or from uniform numbers, whichever is faster.

Run by `dotnet run -c Release --project benchmarks -- measure --only rbm`; needs Debian's python3-torch.
"""
import sys

import torch

import turns

torch.set_num_threads(int(sys.argv[1]))


def runs(dtype, visible, hidden, batch, samples, epochs):
    w = torch.randn(hidden, visible, dtype=dtype) * 0.01
    b, c = torch.zeros(visible, dtype=dtype), torch.zeros(hidden, dtype=dtype)
    x = (torch.rand(samples, visible) < 0.13).to(dtype)

    def step(draw, v0):
        rate = 0.05 / len(v0)
        p0 = torch.addmm(c, v0, w.T).sigmoid_()
        v = draw(torch.addmm(b, draw(p0), w).sigmoid_())
        p = torch.addmm(c, v, w.T).sigmoid_()
        w.addmm_(p0.T, v0, alpha=rate).addmm_(p.T, v, alpha=-rate)
        b.add_((v0 - v).sum(0), alpha=rate)
        c.add_((p0 - p).sum(0), alpha=rate)

    def run(draw):
        with torch.no_grad():
            for _ in range(epochs):
                for order in torch.randperm(samples).split(batch):
                    step(draw, x[order])

    return [lambda: run(torch.bernoulli), lambda: run(lambda p: (torch.rand_like(p) < p).to(dtype))]


turns.serve(lambda dtype, *sizes: runs(getattr(torch, dtype), *map(int, sizes)), warm=1)
