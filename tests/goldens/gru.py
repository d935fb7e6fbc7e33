"""Goldens of chapter 18: PyTorch's GRU."""

import torch

from golden_file import GoldenFile
from lstm import networks

CHAPTER = "18-gru"


def goldens():
    golden = GoldenFile(CHAPTER)
    networks(golden, CHAPTER, torch.nn.GRU)
    return golden
