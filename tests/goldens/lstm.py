"""Goldens of chapters 17 and 18: PyTorch's LSTM and GRU, one layer, stacked, bidirectional and with sequences of different lengths, forward and all
gradients; and the first ten Adam steps of an LSTM classifier."""

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "17-lstm"

# name: inputs, units, steps, lengths of the samples, layers, both directions
NETWORKS = {
    "one": (3, 4, 5, [5], 1, False),
    "batch": (2, 5, 7, [7, 7, 7], 1, False),
    "wide": (5, 17, 4, [4, 4], 1, False),
    "stacked": (3, 4, 6, [6, 6], 2, False),
    "bidirectional": (3, 4, 6, [6, 6], 1, True),
    "lengths": (3, 2, 5, [5, 2, 4, 1], 1, False),
    "everything": (3, 4, 8, [3, 8, 5], 3, True),
}


def sequences(name, rows, samples, steps):
    """A batch of ours, [D x N*T] with the steps of a sample as neighbours, as PyTorch's [N, T, D]."""
    return tensor(name, rows, samples * steps).T.reshape(samples, steps, rows)


def columns(batch):
    return batch.reshape(-1, batch.shape[-1]).T


def networks(golden, chapter, cell):
    for name, (inputs, units, steps, lengths, layers, both) in NETWORKS.items():
        place = f"{chapter}/{name}"
        network = cell(inputs, units, layers, batch_first=True, bidirectional=both).double()
        with torch.no_grad():
            for parameter_name, parameter in network.named_parameters():
                parameter.copy_(0.6 * tensor(f"{place}.{parameter_name}", *parameter.shape))
        samples, single = len(lengths), layers == 1 and not both
        x = sequences(f"{place}.x", inputs, samples, steps).clone().requires_grad_(True)
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        rows = 2 * units if cell is torch.nn.LSTM else units  # h above c
        first = tensor(f"{place}.first", rows, samples).requires_grad_(True)
        states = tuple(part.T.reshape(1, samples, units).contiguous() for part in first.split(units))
        if single:
            y, last = network(packed, states if len(states) > 1 else states[0])
        else:
            y, last = network(packed)
        y, _ = pad_packed_sequence(y, batch_first=True, total_length=steps)
        loss = (y * sequences(f"{place}.dy", units * (2 if both else 1), samples, steps)).sum()
        if single:
            last = torch.cat([part[0].T for part in (last if isinstance(last, tuple) else (last,))])
            loss = loss + (last * tensor(f"{place}.dlast", rows, samples)).sum()
        loss.backward()
        golden.add(f"{name}.y", columns(y))
        golden.add(f"{name}.dx", columns(x.grad))
        if single:
            golden.add(f"{name}.last", last)
            golden.add(f"{name}.dfirst", first.grad)
        for parameter_name, parameter in network.named_parameters():
            golden.add(f"{name}.d{parameter_name}", parameter.grad.reshape(parameter.shape[0], -1))


def classifier(golden, chapter):
    """Ten Adam steps of embedding, LSTM with one bias, and a score from the last step, on 8 sequences of 5 ids."""
    embedding, cell, head = torch.nn.Embedding(12, 4).double(), torch.nn.LSTM(4, 6, batch_first=True).double(), torch.nn.Linear(6, 1).double()
    parameters = {
        "embedding": embedding.weight, "weight_ih": cell.weight_ih_l0, "weight_hh": cell.weight_hh_l0,
        "bias": cell.bias_ih_l0, "head": head.weight, "head_bias": head.bias,
    }
    with torch.no_grad():
        cell.bias_hh_l0.zero_()
        for name, parameter in parameters.items():
            parameter.copy_(tensor(f"{chapter}/steps.{name}", *parameter.shape))
    optimizer, losses = torch.optim.Adam(parameters.values(), lr=0.01), []
    for step in range(10):
        ids = torch.tensor([[(3 * n + 5 * t + step * n) % 12 for t in range(5)] for n in range(8)])
        labels = torch.tensor([[float((n + step) % 3 == 0)] for n in range(8)], dtype=torch.float64)
        optimizer.zero_grad()
        cell.bias_hh_l0.grad = None
        loss = torch.nn.functional.binary_cross_entropy_with_logits(head(cell(embedding(ids))[0][:, -1]), labels)
        loss.backward()
        losses.append(loss.detach())
        optimizer.step()
    golden.add("steps.losses", torch.stack(losses))
    for name, parameter in parameters.items():
        golden.add(f"steps.{name}", parameter.reshape(parameter.shape[0], -1))


def goldens():
    golden = GoldenFile(CHAPTER)
    networks(golden, CHAPTER, torch.nn.LSTM)
    classifier(golden, CHAPTER)
    return golden
