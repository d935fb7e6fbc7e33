"""The work of the normalization ladder in PyTorch: batch and layer norm, forward and backward, in float64 and float32.

Usage: python3 benchmarks/peers/normalization_peer.py
Prints the median processor time of this thread, on one thread, for 512 samples of 64 features and 128 of 4096.
"""

import statistics
import time

import torch

REPEATS = 60


def median(create, dtype, samples, features):
    norm = create(features).to(dtype)
    x = torch.randn(samples, features, dtype=dtype, requires_grad=True)
    dy = torch.randn(samples, features, dtype=dtype)
    times = []
    for _ in range(REPEATS + 5):
        start = time.thread_time()
        norm(x).backward(dy)
        times.append(time.thread_time() - start)
    return statistics.median(times[5:])


if __name__ == "__main__":
    torch.set_num_threads(1)
    print(f"torch {torch.__version__}")
    for create in (torch.nn.BatchNorm1d, torch.nn.LayerNorm):
        for samples, features in ((512, 64), (128, 4096)):
            for dtype in (torch.float64, torch.float32):
                seconds = median(create, dtype, samples, features)
                print(f"{create.__name__:12} {samples:4} x {features:4}  {str(dtype):14} {1e6 * seconds:9.1f} us")
