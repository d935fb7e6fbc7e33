"""Goldens of chapter 03: losses with mean reduction, their values and their gradients."""

import torch
import torch.nn.functional as F

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "03-losses"

REGRESSION = {
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "huber_1": lambda p, t: F.huber_loss(p, t, delta=1.0),
    "huber_0.7": lambda p, t: F.huber_loss(p, t, delta=0.7),
    "smooth_l1_1": lambda p, t: F.smooth_l1_loss(p, t, beta=1.0),
    "smooth_l1_0.5": lambda p, t: F.smooth_l1_loss(p, t, beta=0.5),
}


def goldens():
    golden = GoldenFile(CHAPTER)
    prediction = 4 * tensor(f"{CHAPTER}/prediction", 3, 5)
    target = 4 * tensor(f"{CHAPTER}/target", 3, 5)
    for name, loss in REGRESSION.items():
        golden.add_with_gradient(name, lambda p, loss=loss: loss(p, target), prediction)

    binary(golden)
    classes(golden)
    return golden


def binary(golden):
    label = (tensor(f"{CHAPTER}/label", 11) > 0).double()
    probability = 0.5 + 0.49 * tensor(f"{CHAPTER}/probability", 11)
    logit = 4 * tensor(f"{CHAPTER}/logit", 11)
    golden.add_with_gradient("bce", lambda p: F.binary_cross_entropy(p, label), probability)
    golden.add_with_gradient("bce_with_logits", lambda z: F.binary_cross_entropy_with_logits(z, label), logit)
    sign = 2 * label - 1
    golden.add_with_gradient("hinge", lambda s: torch.clamp(1 - sign * s, min=0).mean(), logit)


def classes(golden):
    # A sample is a column here and a row there: hence the transposes. The gradient is that of the columns.
    z = 4 * tensor(f"{CHAPTER}/Z", 5, 7)
    index = ((tensor(f"{CHAPTER}/class", 7) + 1) / 2 * 5).floor().long()
    soft = F.softmax(2 * tensor(f"{CHAPTER}/soft", 5, 7), dim=0)
    log_probability = F.log_softmax(z, dim=0)
    golden.add_with_gradient("cross_entropy", lambda z: F.cross_entropy(z.T, index), z)
    golden.add_with_gradient("cross_entropy_soft", lambda z: F.cross_entropy(z.T, soft.T), z)
    golden.add_with_gradient("nll", lambda q: F.nll_loss(q.T, index), log_probability)
