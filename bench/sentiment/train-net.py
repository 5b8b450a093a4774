"""Trains a recurrent network of the tone model; called by train-net.ts, with what it needs in a folder.

    python train-net.py FOLDER --epochs E --seed S --hold K    writes FOLDER/logits-K-S.json: logits of the examples of fold K
    python train-net.py FOLDER --epochs E --seed S             writes FOLDER/logits-all-S.json (of those never learnt from), FOLDER/net-S.json

FOLDER holds examples.json (inputs as shared/language/5-tone/net-inputs.ts makes them) and vectors.f32 (a row of 100 vector
values and 2 valences for each word). One thread, seeded: the same weights each time, on one kind of processor and with one
version of torch (bench/sentiment/requirements.txt). Runs on processors without anything else; three to eight minutes for each fold and seed.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SPECIALS, DISTANCES, DIMENSIONS, LEXICONS = 12, 21, 100, 2
CELLS, HIDDEN, LABELS, DISTANCE_VALUES = 64, 64, 3, 8
EFFECT_KINDS, EFFECT_VALUES = 35, 8
BATCH, RATE, DECAY, DROP, WORD_DROP, SMOOTHING = 32, 2e-3, 1e-2, 0.5, 0.05, 0.05
PAD, UNKNOWN = 0, 1
# Vectors have a length of about 10; their values are to be somewhat above one tenth of that, valences up to 2.
VECTOR_SCALE, VALENCE_SCALE = 0.15, 2.0


class Net(nn.Module):
    def __init__(self, words: torch.Tensor, heads: int):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.special = nn.Parameter(torch.randn(SPECIALS, DIMENSIONS) * 0.3)
        self.distance = nn.Embedding(DISTANCES, DISTANCE_VALUES)
        self.effect = nn.Embedding(EFFECT_KINDS, EFFECT_VALUES)
        width = DIMENSIONS + LEXICONS + 1 + DISTANCE_VALUES + EFFECT_VALUES
        self.rnn = nn.GRU(width, CELLS, batch_first=True, bidirectional=True)
        self.hidden = nn.ModuleList(nn.Linear(4 * CELLS, HIDDEN) for _ in range(heads))
        self.out = nn.ModuleList(nn.Linear(HIDDEN, LABELS) for _ in range(heads))

    def forward(self, batch):
        codes = batch["codes"]
        mask = codes != PAD
        if self.training:
            dropped = (torch.rand(codes.shape) < WORD_DROP) & (codes >= SPECIALS)
            codes = torch.where(dropped, UNKNOWN, codes)
        is_special = (codes < SPECIALS).unsqueeze(-1)
        known = self.words((codes - SPECIALS).clamp(min=0))
        vector = torch.where(is_special, self.special[codes.clamp(max=SPECIALS - 1)], known[..., :DIMENSIONS])
        valence = torch.where(is_special, 0.0, known[..., DIMENSIONS:])
        places = [batch["quoted"].unsqueeze(-1), self.distance(batch["distances"])]
        inputs = [vector, valence, *places, self.effect(batch["effects"])]
        inputs = functional.dropout(torch.cat(inputs, -1), 0.75 * DROP, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(inputs, mask.sum(1), batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True, total_length=codes.shape[1])
        at_target = states[torch.arange(len(codes)), batch["target"]]
        highest = states.masked_fill(~mask.unsqueeze(-1), -1e9).max(1).values
        pooled = functional.dropout(torch.cat([at_target, highest], -1), DROP, self.training)
        said = [
            out(functional.dropout(torch.tanh(hidden(pooled)), DROP, self.training))
            for hidden, out in zip(self.hidden, self.out)
        ]
        return torch.stack(said, 1)[torch.arange(len(codes)), batch["head"]]


def head_of(example):
    """Whose labels: each has layers of its own above the cells that all share. Shipped are those of 0."""
    return example.get("head", 0)


def batch_of(examples):
    longest = max(len(each["codes"]) for each in examples)

    def padded(name, kind):
        rows = np.zeros((len(examples), longest), kind)
        for row, each in zip(rows, examples):
            row[: len(each[name])] = each[name]
        return torch.tensor(rows)

    return {
        "codes": padded("codes", np.int64),
        "quoted": padded("quoted", np.float32),
        "distances": padded("distances", np.int64),
        "effects": padded("effects", np.int64),
        "target": torch.tensor([each["target"] for each in examples]),
        "label": torch.tensor([each["label"] for each in examples]),
        "head": torch.tensor([head_of(each) for each in examples]),
    }


def train(examples, words, epochs, seed):
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = Net(words, 1 + max(head_of(each) for each in examples))
    learnt = [each for each in net.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learnt, lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(examples) // BATCH)
    step = 0
    for _ in range(epochs):
        net.train()
        # Sentences of about one length share a batch.
        noise = random.random(len(examples)) * 6
        order = sorted(range(len(examples)), key=lambda i: len(examples[i]["codes"]) + noise[i])
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for chosen in batches:
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, step / 100) * (1 - step / steps)
            step += 1
            batch = batch_of([examples[at] for at in chosen])
            loss = functional.cross_entropy(net(batch), batch["label"], label_smoothing=SMOOTHING)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
    return net.eval()


def judge(net, examples):
    with torch.no_grad():
        return {each["id"]: net(batch_of([each]))[0].tolist() for each in examples}


def weights_of(net):
    """Columns of tone-net.ts: what each input adds to the gates of both directions, forwards first."""
    into = torch.cat([net.rnn.weight_ih_l0, net.rnn.weight_ih_l0_reverse]).detach()
    bias = torch.cat([net.rnn.bias_ih_l0, net.rnn.bias_ih_l0_reverse]).detach()
    quoted = DIMENSIONS + LEXICONS
    effect = quoted + 1 + DISTANCE_VALUES
    columns = {
        "special": net.special / VECTOR_SCALE,
        "fromVector": into[:, :DIMENSIONS] * VECTOR_SCALE,
        "fromValence": into[:, DIMENSIONS:quoted] * VALENCE_SCALE,
        "fromQuoted": into[:, quoted],
        "fromDistance": net.distance.weight @ into[:, quoted + 1 : effect].T + bias,
        "fromEffect": net.effect.weight @ into[:, effect:].T,
        "fromState": torch.cat([net.rnn.weight_hh_l0.T, net.rnn.weight_hh_l0_reverse.T]),
        "stateBias": torch.cat([net.rnn.bias_hh_l0, net.rnn.bias_hh_l0_reverse]),
        "hidden": net.hidden[0].weight,
        "hiddenBias": net.hidden[0].bias,
        "out": net.out[0].weight,
        "outBias": net.out[0].bias,
    }
    return {name: column.detach().flatten().tolist() for name, column in columns.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--hold", type=int)
    parser.add_argument("--seed", type=int, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    examples = json.loads((given.folder / "examples.json").read_text())
    table = np.fromfile(given.folder / "vectors.f32", dtype=np.float32).reshape(-1, DIMENSIONS + LEXICONS)
    scale = np.array([VECTOR_SCALE] * DIMENSIONS + [VALENCE_SCALE] * LEXICONS, np.float32)
    words = torch.tensor(table * scale)
    is_held = lambda each: each["fold"] == "never" or (given.hold is not None and each["fold"] == given.hold)
    net = train([each for each in examples if not is_held(each)], words, given.epochs, given.seed)
    name = "all" if given.hold is None else given.hold
    judged = judge(net, [each for each in examples if is_held(each)])
    (given.folder / f"logits-{name}-{given.seed}.json").write_text(json.dumps(judged))
    if given.hold is None:
        (given.folder / f"net-{given.seed}.json").write_text(json.dumps(weights_of(net)))


main()
