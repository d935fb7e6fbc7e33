"""Goldens of chapter 16: PyTorch's RNN, one layer, stacked, bidirectional, and with sequences of different lengths, forward and all gradients."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "16-recurrent"

# name: inputs, units, steps, lengths of the samples, layers, both directions, nonlinearity
NETWORKS = {
    "one": (3, 4, 5, [5], 1, False, "tanh"),
    "batch": (2, 5, 7, [7, 7, 7], 1, False, "tanh"),
    "relu": (4, 3, 6, [6, 6], 1, False, "relu"),
    "stacked": (3, 4, 6, [6, 6], 2, False, "tanh"),
    "bidirectional": (3, 4, 6, [6, 6], 1, True, "tanh"),
    "lengths": (3, 2, 5, [5, 2, 4, 1], 1, False, "tanh"),
    "everything": (3, 4, 8, [3, 8, 5], 3, True, "tanh"),
}


def fill(name, *shape):
    return tensor(f"{CHAPTER}/{name}", *shape)


def sequences(name, rows, samples, steps):
    """A batch of ours, [D x N*T] with the steps of a sample as neighbours, as PyTorch's [N, T, D]."""
    return fill(name, rows, samples * steps).T.reshape(samples, steps, rows)


def columns(batch):
    return batch.reshape(-1, batch.shape[-1]).T


def goldens():
    golden = GoldenFile(CHAPTER)
    for name, (inputs, units, steps, lengths, layers, both, nonlinearity) in NETWORKS.items():
        network = torch.nn.RNN(
            inputs, units, layers, nonlinearity=nonlinearity, batch_first=True, bidirectional=both).double()
        with torch.no_grad():
            for parameter_name, parameter in network.named_parameters():
                parameter.copy_(0.6 * fill(f"{name}.{parameter_name}", *parameter.shape))
        samples, directions, single = len(lengths), 2 if both else 1, layers == 1 and not both
        x = sequences(f"{name}.x", inputs, samples, steps).clone().requires_grad_(True)
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        h0 = fill(f"{name}.h0", units, samples).T.reshape(1, samples, units).contiguous().requires_grad_(True)
        y, last = network(packed, h0) if single else network(packed)
        y, _ = pad_packed_sequence(y, batch_first=True, total_length=steps)
        loss = (y * sequences(f"{name}.dy", units * directions, samples, steps)).sum()
        if single:
            loss = loss + (last[0].T * fill(f"{name}.dlast", units, samples)).sum()
        loss.backward()
        golden.add(f"{name}.y", columns(y))
        golden.add(f"{name}.dx", columns(x.grad))
        golden.add(f"{name}.last", last[-directions:].permute(0, 2, 1).reshape(-1, samples))
        if single:
            golden.add(f"{name}.dh0", h0.grad[0].T)
        for parameter_name, parameter in network.named_parameters():
            golden.add(f"{name}.d{parameter_name}", parameter.grad.reshape(parameter.shape[0], -1))
    return golden
