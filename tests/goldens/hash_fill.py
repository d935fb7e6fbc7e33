"""Numbers that two languages agree on to the last bit, from a name and an index alone.

The twin of tests/Testing/HashFill.cs. `python3 hash_fill.py --self-test` checks the literal values that the C# tests check too.
"""

import sys

MASK = (1 << 64) - 1


def name_hash(name):
    """FNV-1a of the UTF-8 bytes of a name."""
    h = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def mixed(z):
    """The finalizer of SplitMix64."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def values(name, count):
    """`count` numbers in (-1, 1), never 0: the top 52 bits u give the odd number (2u + 1 - 2^52) / 2^52, which is exact."""
    h = name_hash(name)
    result = []
    for i in range(count):
        u = mixed((h + (i + 1) * 0x9E3779B97F4A7C15) & MASK) >> 12
        result.append((2 * u + 1 - (1 << 52)) / (1 << 52))
    return result


def tensor(name, *shape):
    """The same as a float64 tensor, filled in row-major order."""
    import torch

    count = 1
    for side in shape:
        count *= side
    return torch.tensor(values(name, count), dtype=torch.float64).reshape(shape)


def self_test():
    assert name_hash("") == 0xCBF29CE484222325
    assert name_hash("a") == 0xAF63DC4C8601EC8C  # published test vector of FNV-1a, 64 bits
    assert name_hash("σ") == EXPECTED_HASH, hex(name_hash("σ"))
    assert values("z", 3) == EXPECTED_Z, values("z", 3)
    assert values("02-activations/z", 35)[34] == EXPECTED_LAST, values("02-activations/z", 35)[34]
    print("hash_fill: the same values as in C#")


EXPECTED_HASH = 0xACF8507B7236347
EXPECTED_Z = [-0.15455743113449727, 0.9075982453678078, 0.4532103057072525]
EXPECTED_LAST = -0.41644114265213594

if __name__ == "__main__":
    if "--self-test" in sys.argv[1:]:
        self_test()
    else:
        sys.exit("usage: python3 hash_fill.py --self-test")
