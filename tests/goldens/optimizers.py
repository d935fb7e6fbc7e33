"""Goldens of chapter 05: twenty steps of each optimizer on a quadratic and on Rosenbrock's valley, schedules, and clipping."""

import torch

from golden_file import GoldenFile
from hash_fill import tensor

CHAPTER = "05-optimizers"
STEPS = 20

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1e-3),
    "momentum": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=1e-3, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.05),
}


def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


def goldens():
    golden = GoldenFile(CHAPTER)
    # Two parameters, so that state is kept for each: f = sum of ½ c w², curvatures between 0.5 and 4.5.
    w = tensor(f"{CHAPTER}/W", 3, 5), tensor(f"{CHAPTER}/b", 3, 1)
    c = 2.5 + 2 * tensor(f"{CHAPTER}/curvature W", 3, 5), 2.5 + 2 * tensor(f"{CHAPTER}/curvature b", 3, 1)
    for name, create in OPTIMIZERS.items():
        parameters = [p.clone().requires_grad_(True) for p in w]
        run(create, parameters, lambda: sum((0.5 * k * p**2).sum() for k, p in zip(c, parameters)))
        golden.add(f"{name}.quadratic.W", parameters[0])
        golden.add(f"{name}.quadratic.b", parameters[1])
        point = torch.tensor([-1.2, 1.0], dtype=torch.float64, requires_grad=True)
        path = run(create, [point], lambda: rosenbrock(point))
        golden.add(f"{name}.rosenbrock", torch.stack([p[0] for p in path], dim=1))  # a point is a column

    schedules(golden)
    clipping(golden)
    return golden


def run(create, parameters, loss):
    optimizer = create(parameters)
    path = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()
        path.append([p.detach().clone() for p in parameters])
    return path


def schedules(golden):
    schedulers = {
        "step": lambda o: torch.optim.lr_scheduler.StepLR(o, step_size=7, gamma=0.5),
        "exponential": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, gamma=0.9),
        "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=25, eta_min=0.01),
        "warm_up": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda t: min(1.0, (t + 1) / 5)),
    }
    for name, create in schedulers.items():
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.3)
        scheduler = create(optimizer)
        rates = []
        for _ in range(25):
            rates.append(scheduler.get_last_lr()[0])
            optimizer.step()
            scheduler.step()
        golden.add(f"schedule.{name}", torch.tensor(rates, dtype=torch.float64))


def clipping(golden):
    for name in ("norm", "value"):
        parameters = [torch.zeros(3, 5, dtype=torch.float64), torch.zeros(3, 1, dtype=torch.float64)]
        parameters[0].grad = 4 * tensor(f"{CHAPTER}/dW", 3, 5)
        parameters[1].grad = 4 * tensor(f"{CHAPTER}/db", 3, 1)
        if name == "norm":
            golden.add("clip.total", torch.nn.utils.clip_grad_norm_(parameters, 1.5))
        else:
            torch.nn.utils.clip_grad_value_(parameters, 1.5)
        golden.add(f"clip.{name}.dW", parameters[0].grad)
        golden.add(f"clip.{name}.db", parameters[1].grad)
