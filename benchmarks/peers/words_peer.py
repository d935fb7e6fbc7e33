"""A step of skip-gram with negative sampling in PyTorch with sparse gradients, one turn a line: reads "float64|float32 words dimensions
batch negatives", answers the seconds of one step.

Run by `dotnet run -c Release --project benchmarks -- measure --only words`; needs Debian's python3-torch.
"""
import sys

import torch
import torch.nn.functional as F

import turns

torch.set_num_threads(int(sys.argv[1]))


def steps(dtype, words, dimensions, batch, negatives):
    vectors = torch.nn.Embedding(words, dimensions, sparse=True, dtype=dtype)
    outputs = torch.nn.Embedding(words, dimensions, sparse=True, dtype=dtype)
    rule = torch.optim.SGD([*vectors.parameters(), *outputs.parameters()], lr=0.01)
    x, y = torch.randint(words, (batch,)), torch.randint(words, (batch, 1 + negatives))
    sign = torch.tensor([1.0] + [-1.0] * negatives, dtype=dtype)

    def run():
        rule.zero_grad()
        z = torch.bmm(outputs(y), vectors(x).unsqueeze(2)).squeeze(2)
        (-F.logsigmoid(sign * z).sum()).backward()
        rule.step()

    return [run]


turns.serve(lambda dtype, *sizes: steps(getattr(torch, dtype), *map(int, sizes)), warm=5)
