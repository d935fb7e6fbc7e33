"""A training step of the notes' sentiment encoder in PyTorch, one turn a line: reads "float64|float32 WORDS BATCH TOKENS", answers the seconds of
one step: forward, loss, backward, Adam.

Run by `dotnet run -c Release --project benchmarks -- measure --only transformer`; needs Debian's python3-torch. Threads: OPENBLAS_NUM_THREADS.
"""
import os

import torch

import turns

torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))


class Model(torch.nn.Module):
    def __init__(self, words):
        super().__init__()
        self.embedding = torch.nn.Embedding(words, 128)
        self.pos_embedding = torch.nn.Parameter(torch.randn(1, 100, 128))
        layer = torch.nn.TransformerEncoderLayer(d_model=128, nhead=8, batch_first=True)
        self.transformer_encoder = torch.nn.TransformerEncoder(layer, num_layers=1)
        self.fc = torch.nn.Linear(128, 1)

    def forward(self, x):
        x = self.embedding(x) + self.pos_embedding[:, :x.size(1), :]
        return self.fc(self.transformer_encoder(x).mean(dim=1)).squeeze(1)


def work(kind, words, batch, tokens):
    model = Model(words).to(kind)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loss = torch.nn.BCEWithLogitsLoss()
    x = torch.randint(0, words, (batch, tokens))
    y = (torch.arange(batch) % 2).to(kind)

    def run():
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    return [run]


turns.serve(lambda kind, *sizes: work(getattr(torch, kind), *map(int, sizes)), warm=3, least=0.05)
