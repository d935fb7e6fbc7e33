"""Goldens of no chapter: one tensor of each kind of storage, for the tests of the golden reader."""

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "00-storage"


def goldens():
    golden = GoldenFile(CHAPTER)
    golden.add("number", 0.1)
    golden.add("vector", tensor(f"{CHAPTER}/vector", 4))
    golden.add("matrix", tensor(f"{CHAPTER}/matrix", 3, 2))
    golden.add("large", tensor(f"{CHAPTER}/large", 30, 20))
    return golden
