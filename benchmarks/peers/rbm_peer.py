"""A step of CD-1 of a restricted Boltzmann machine in PyTorch, one turn a line: reads "float64|float32 visible hidden batch", answers the
seconds of one step. A sample is a row, and bits are drawn by bernoulli_ or from uniform numbers, whichever is faster.

Run by `dotnet run -c Release --project benchmarks -- measure --only rbm`; needs Debian's python3-torch.
"""
import sys

import torch

import turns

torch.set_num_threads(int(sys.argv[1]))


def steps(dtype, visible, hidden, batch):
    w = torch.randn(hidden, visible, dtype=dtype) * 0.01
    b, c = torch.zeros(visible, dtype=dtype), torch.zeros(hidden, dtype=dtype)
    v0 = (torch.rand(batch, visible) < 0.13).to(dtype)
    rate = 0.05 / batch

    def step(draw):
        with torch.no_grad():
            p0 = torch.addmm(c, v0, w.T).sigmoid_()
            v = draw(torch.addmm(b, draw(p0), w).sigmoid_())
            p = torch.addmm(c, v, w.T).sigmoid_()
            w.addmm_(p0.T, v0, alpha=rate).addmm_(p.T, v, alpha=-rate)
            b.add_((v0 - v).sum(0), alpha=rate)
            c.add_((p0 - p).sum(0), alpha=rate)

    return [lambda: step(torch.bernoulli), lambda: step(lambda p: (torch.rand_like(p) < p).to(dtype))]


turns.serve(lambda dtype, *sizes: steps(getattr(torch, dtype), *map(int, sizes)), warm=5)
