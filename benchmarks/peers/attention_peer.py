"""Scaled dot-product attention in PyTorch, forward and backward, one turn a line: reads "explicit|fused float64|float32 heads n d",
answers the seconds of one pass. PyTorch 1.13 has the explicit form only.

Run by `dotnet run -c Release --project benchmarks -- measure --only attention`; needs Debian's python3-torch.
"""
import math
import sys

import torch

import turns

torch.set_num_threads(int(sys.argv[1]))


def passes(_, dtype, *sizes):
    heads, n, d = map(int, sizes)
    dtype = getattr(torch, dtype)
    q, k, v = (torch.randn(heads, n, d, dtype=dtype, requires_grad=True) for _ in range(3))
    dz = torch.randn(heads, n, d, dtype=dtype)

    def run():
        q.grad = k.grad = v.grad = None
        (torch.softmax(q @ k.transpose(1, 2) / math.sqrt(d), dim=2) @ v).backward(dz)

    return [run]


turns.serve(passes)
