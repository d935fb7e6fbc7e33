"""Batch and layer norm in PyTorch, forward and backward, one turn a line: reads "batch|layer float64|float32 features samples",
answers the seconds of one pass.

Run by `dotnet run -c Release --project benchmarks -- measure --only norms`; needs Debian's python3-torch.
"""
import sys

import torch

import turns

torch.set_num_threads(int(sys.argv[1]))


def passes(kind, dtype, features, samples):
    norm = (torch.nn.BatchNorm1d if kind == "batch" else torch.nn.LayerNorm)(features).to(dtype)
    x = torch.randn(samples, features, dtype=dtype, requires_grad=True)
    dy = torch.randn(samples, features, dtype=dtype)

    def run():
        x.grad = norm.weight.grad = norm.bias.grad = None
        norm(x).backward(dy)

    return [run]


turns.serve(lambda kind, dtype, *sizes: passes(kind, getattr(torch, dtype), *map(int, sizes)), warm=5)
