"""The convolutional VAE of S3 in PyTorch, one turn a line: reads "float64|float32 BATCH", answers the seconds of a training step with Adam.

Keras's `same` padding: (0, 1) on the way in, cropped so on the way out.
Run by `dotnet run -c Release --project benchmarks -- measure --only autoencoder`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os

import torch
import torch.nn.functional as F

import turns

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))
UNITS = 50


def work(kind, batch):
    torch.manual_seed(1)
    down = [torch.nn.Conv2d(1, 32, 3, 2), torch.nn.Conv2d(32, 64, 3, 2)]
    dense = [torch.nn.Linear(3136, 100), torch.nn.Linear(100, 2 * UNITS), torch.nn.Linear(UNITS, 3136)]
    up = [torch.nn.ConvTranspose2d(64, 64, 3, 2), torch.nn.ConvTranspose2d(64, 32, 3, 2), torch.nn.ConvTranspose2d(32, 1, 3, 1, 1)]
    layers = torch.nn.ModuleList(down + dense + up).to(kind)
    optimizer = torch.optim.Adam(layers.parameters(), lr=1e-3, foreach=True)
    x = torch.rand((batch, 1, 28, 28), dtype=kind)

    def step():
        optimizer.zero_grad()
        h = x
        for conv in down:
            h = F.relu(conv(F.pad(h, (0, 1, 0, 1))))
        h = dense[1](F.relu(dense[0](h.flatten(1))))
        mean, log_variance = h[:, :UNITS], h[:, UNITS:]
        h = F.relu(dense[2](mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean))).reshape(-1, 64, 7, 7)
        for conv in up[:2]:
            h = F.relu(conv(h)[:, :, :-1, :-1])
        loss = F.binary_cross_entropy_with_logits(up[2](h), x, reduction="sum") / batch
        loss = loss - 0.5 * (1 + log_variance - mean**2 - torch.exp(log_variance)).sum(1).mean()
        loss.backward()
        optimizer.step()

    return [step]


turns.serve(lambda kind, batch: work(getattr(torch, kind), int(batch)), warm=2, least=0.02)
