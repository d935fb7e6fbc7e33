"""Writes the goldens of one chapter: one tensor a line, small ones whole, large ones as random projections."""

import json
import math
import os

import torch

import hash_fill

LARGEST_WHOLE = 256
PROJECTIONS = 16


class GoldenFile:
    def __init__(self, chapter):
        self.chapter = chapter
        self.tensors = {}

    def add(self, name, tensor):
        """Keeps a float64 tensor (or a number) under a name."""
        tensor = torch.as_tensor(tensor, dtype=torch.float64).detach()
        if not torch.isfinite(tensor).all():
            raise ValueError(f"{name} is not finite")
        if name in self.tensors:
            raise ValueError(f"{name} is there already")
        self.tensors[name] = tensor

    def add_with_gradient(self, name, function, x, upstream=None):
        """Keeps f(x) as NAME.value and d<upstream, f(x)>/dx as NAME.gradient; a loss needs no upstream."""
        x = x.clone().requires_grad_(True)
        y = function(x)
        (y if upstream is None else (upstream * y).sum()).backward()
        self.add(f"{name}.value", y)
        self.add(f"{name}.gradient", x.grad)

    def write(self, folder):
        lines = [f"    {json.dumps(name)}: {{{self._stored(name, t)}}}" for name, t in self.tensors.items()]
        text = f'{{\n  "chapter": {json.dumps(self.chapter)},\n  "torch": {json.dumps(torch.__version__)},\n  "tensors": {{\n'
        with open(os.path.join(folder, f"{self.chapter}.json"), "w", encoding="utf-8", newline="\n") as file:
            file.write(text + ",\n".join(lines) + "\n  }\n}\n")

    def _stored(self, name, tensor):
        shape = f'"shape": {list(tensor.shape)}'
        values = tensor.flatten().tolist()
        if len(values) <= LARGEST_WHOLE:
            return f'{shape}, "values": {digits(values)}'
        return f'{shape}, "projections": {digits([projection(name, k, values) for k in range(PROJECTIONS)])}'


def projection(name, k, values):
    """<d_k, v> / sqrt(n), with d_k filled from the hash of NAME/projection/k."""
    direction = hash_fill.values(f"{name}/projection/{k}", len(values))
    return math.fsum(d * v for d, v in zip(direction, values)) / math.sqrt(len(values))


def digits(values):
    return "[" + ", ".join(format(v, ".17g") for v in values) + "]"
