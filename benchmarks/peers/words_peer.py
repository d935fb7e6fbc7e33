"""A step of skip-gram with negative sampling in PyTorch with sparse gradients, one turn a line: reads "float64|float32 words dimensions
batch negatives", answers the seconds of one step.

Run by `dotnet run -c Release --project benchmarks -- measure --only words`; needs Debian's python3-torch.
"""
import sys
import time

import torch
import torch.nn.functional as F

torch.set_num_threads(int(sys.argv[1]))
clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter
cache = {}


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

    return run


print("ready", flush=True)
for line in sys.stdin:
    key = line.strip()
    if key not in cache:
        dtype, *sizes = key.split()
        cache[key] = steps(getattr(torch, dtype), *map(int, sizes))
        for _ in range(5):
            cache[key]()
    run = cache[key]
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < 0.01:
        run()
        count += 1
    print((clock() - begin) / count, flush=True)
