"""Trains the recurrent network of the attribution pass; called by train-net.ts, with what it needs in a folder.

    python train-net.py FOLDER --hold K    writes FOLDER/net-K.json, learnt from all texts but those of part K
    python train-net.py FOLDER             writes FOLDER/net-all.json, learnt from all

FOLDER holds sentences.json (inputs as shared/language/3-attribution/role-net.ts makes them) and vectors.f32 (a row of 100
values for each word). Larger networks learn first, from texts with marked attributions; the one that is shipped learns from the
same marks and from what the larger ones say, of further texts as well (Hinton et al. 2015). One thread, seeded: the same
weights each time, on one kind of processor and with one version of torch (bench/sentiment/requirements.txt).
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SPECIALS, DIMENSIONS, PLACES, PLACE_VALUES = 12, 100, 60, 14
DISTANCES, COMMAS = 21, 4
CUE_HIDDEN, ROLES = 32, 5
BATCH, RATE, DECAY, WORD_DROP = 32, 3e-3, 1e-2, 0.05
UNKNOWN = 1
# A part of the texts that nobody marked.
UNMARKED = 2
# What a sentence's roles and cues count for, beside each other.
ROLE_SHARE, CUE_SHARE = 3.0, 0.5
# What the larger networks say counts for, beside the marks.
TAUGHT_SHARE = 0.8
# Vectors have a length of about 10; their values are to be somewhat above one tenth of that.
VECTOR_SCALE = 0.15


@dataclass(frozen=True)
class Shape:
    """How a network is made, and learns."""

    cells: int
    layers: int
    hidden: int
    # Values of their own that the commonest words have beside their vectors.
    own_words: int
    own_values: int
    drop: float
    epochs: int
    seed: int


TEACHERS = [
    Shape(cells=64, layers=1, hidden=64, own_words=600, own_values=8, drop=0.25, epochs=9, seed=1),
    Shape(cells=96, layers=2, hidden=96, own_words=600, own_values=8, drop=0.35, epochs=8, seed=2),
    Shape(cells=96, layers=2, hidden=96, own_words=600, own_values=8, drop=0.35, epochs=8, seed=3),
]
SHIPPED = Shape(cells=64, layers=1, hidden=64, own_words=1000, own_values=12, drop=0.1, epochs=10, seed=1)


class Net(nn.Module):
    def __init__(self, words, shape):
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.own = nn.Embedding(shape.own_words + 1, shape.own_values, padding_idx=shape.own_words)
        nn.init.zeros_(self.own.weight)
        self.special = nn.Parameter(torch.randn(SPECIALS, DIMENSIONS) * 0.3)
        self.place = nn.Embedding(PLACES, PLACE_VALUES)
        self.rnn = nn.GRU(
            DIMENSIONS + shape.own_values + PLACE_VALUES,
            shape.cells,
            num_layers=shape.layers,
            dropout=shape.drop if shape.layers > 1 else 0,
            batch_first=True,
            bidirectional=True,
        )
        self.from_token = nn.Linear(2 * shape.cells, shape.hidden)
        self.from_cue = nn.Linear(2 * shape.cells, shape.hidden, bias=False)
        self.from_distance = nn.Embedding(DISTANCES, shape.hidden)
        self.from_commas = nn.Embedding(COMMAS, shape.hidden)
        nn.init.normal_(self.from_distance.weight, std=0.3)
        nn.init.normal_(self.from_commas.weight, std=0.1)
        self.out = nn.Linear(shape.hidden, ROLES)
        self.cue_hidden = nn.Linear(2 * shape.cells, CUE_HIDDEN)
        self.cue_out = nn.Linear(CUE_HIDDEN, 1)

    def forward(self, batch):
        """Logits of the roles of the tokens of each cue's sentence, and log-odds that each is a cue."""
        drop = self.shape.drop
        codes = batch["codes"]
        if self.training:
            dropped = (torch.rand(codes.shape) < WORD_DROP) & (codes >= SPECIALS)
            codes = torch.where(dropped, UNKNOWN, codes)
        is_special = codes < SPECIALS
        word = (codes - SPECIALS).clamp(min=0)
        special = self.special[codes.clamp(max=SPECIALS - 1)]
        vector = torch.where(is_special.unsqueeze(-1), special, self.words(word))
        own = self.own(torch.where(is_special, self.shape.own_words, word.clamp(max=self.shape.own_words)))
        inputs = functional.dropout(torch.cat([vector, own, self.place(batch["places"])], -1), drop, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(inputs, batch["lengths"], batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True, total_length=codes.shape[1])
        states = functional.dropout(states, drop, self.training)
        at_cue = states[batch["sentence"], batch["cue"]]
        relations = self.from_distance(batch["relations"] // COMMAS) + self.from_commas(batch["relations"] % COMMAS)
        hidden = self.from_token(states)[batch["sentence"]] + self.from_cue(at_cue).unsqueeze(1) + relations
        roles = self.out(functional.dropout(torch.tanh(hidden), 0.7 * drop, self.training))
        return roles, self.cue_out(torch.tanh(self.cue_hidden(at_cue))).squeeze(-1)


def padded(rows, longest, of):
    table = np.full((len(rows), longest), of, np.int64)
    for into, row in zip(table, rows):
        into[: len(row)] = row
    return torch.tensor(table)


def batch_of(sentences):
    longest = max(len(each["codes"]) for each in sentences)
    cues = [(at, cue) for at, each in enumerate(sentences) for cue in each["cues"]]
    batch = {
        "codes": padded([each["codes"] for each in sentences], longest, 0),
        "places": padded([each["places"] for each in sentences], longest, 0),
        "lengths": torch.tensor([len(each["codes"]) for each in sentences]),
        "sentence": torch.tensor([at for at, _ in cues]),
        "cue": torch.tensor([cue["at"] for _, cue in cues]),
        "is_cue": torch.tensor([float("roles" in cue) for _, cue in cues]),
        "is_marked": torch.tensor([float(sentences[at]["part"] != UNMARKED) for at, _ in cues]),
        "relations": padded([cue["relations"] for _, cue in cues], longest, 0),
        # -100: nothing is learnt of these.
        "roles": padded([cue.get("roles", []) for _, cue in cues], longest, -100),
    }
    if "taught" not in cues[0][1]:
        return batch
    taught = np.zeros((len(cues), longest, ROLES), np.float32)
    for into, (_, cue) in zip(taught, cues):
        into[: len(cue["taught"])] = cue["taught"]
    return batch | {"taught": torch.tensor(taught), "taught_cue": torch.tensor([cue["taught_cue"] for _, cue in cues])}


def loss_of(net, batch):
    roles, cues = net(batch)
    is_cue = functional.binary_cross_entropy_with_logits
    of_roles = functional.cross_entropy(roles.flatten(0, 1), batch["roles"].flatten(), ignore_index=-100, reduction="sum")
    of_roles = of_roles / (batch["roles"] >= 0).sum().clamp(min=1)
    of_cues = (is_cue(cues, batch["is_cue"], reduction="none") * batch["is_marked"]).sum()
    marked = ROLE_SHARE * of_roles + CUE_SHARE * of_cues / batch["is_marked"].sum().clamp(min=1)
    if "taught" not in batch:
        return marked
    # The roles around a word are worth learning as far as it is a cue; beyond a sentence's end nothing is taught.
    worth = batch["taught"].sum(-1) * batch["taught_cue"].unsqueeze(-1)
    of_roles = -(batch["taught"] * functional.log_softmax(roles, -1)).sum(-1)
    of_roles = (of_roles * worth).sum() / worth.sum().clamp(min=1)
    taught = ROLE_SHARE * of_roles + CUE_SHARE * is_cue(cues, batch["taught_cue"])
    return (1 - TAUGHT_SHARE) * marked + TAUGHT_SHARE * taught


def train(name, sentences, words, shape):
    torch.manual_seed(shape.seed)
    random = np.random.default_rng(shape.seed)
    net = Net(words, shape)
    learnt = [each for each in net.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learnt, lr=RATE, weight_decay=DECAY)
    steps = shape.epochs * -(-len(sentences) // BATCH)
    step = 0
    for epoch in range(shape.epochs):
        # Sentences of about one length share a batch.
        noise = random.random(len(sentences)) * 6
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["codes"]) + noise[i])
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        random.shuffle(batches)
        total = 0.0
        for chosen in batches:
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, step / 100) * (1 - step / steps)
            step += 1
            loss = loss_of(net, batch_of([sentences[at] for at in chosen]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
            total += loss.item()
        print(f"{name}, epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)
    return net.eval()


def teach(sentences, teachers):
    """Writes into each cue what the teachers say of it: the mean of their probabilities."""
    order = sorted(sentences, key=lambda each: len(each["codes"]))
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        with torch.no_grad():
            said = [net(batch_of(chosen)) for net in teachers]
        roles = torch.stack([torch.softmax(roles, -1) for roles, _ in said]).mean(0).numpy()
        cues = torch.stack([torch.sigmoid(cues) for _, cues in said]).mean(0).tolist()
        every = [(len(each["codes"]), cue) for each in chosen for cue in each["cues"]]
        for (length, cue), of_roles, of_cue in zip(every, roles, cues):
            cue.update(taught=of_roles[:length], taught_cue=of_cue)


def weights_of(net):
    """Columns of role-net.ts: what each input adds to the gates of both directions, forwards first."""
    into = torch.cat([net.rnn.weight_ih_l0, net.rnn.weight_ih_l0_reverse]).detach()
    bias = torch.cat([net.rnn.bias_ih_l0, net.rnn.bias_ih_l0_reverse]).detach()
    before_place = DIMENSIONS + net.shape.own_values
    columns = {
        "special": net.special / VECTOR_SCALE,
        "own": net.own.weight[: net.shape.own_words],
        "fromVector": into[:, :DIMENSIONS] * VECTOR_SCALE,
        "fromOwn": into[:, DIMENSIONS:before_place],
        "fromPlace": net.place.weight @ into[:, before_place:].T + bias,
        "fromState": torch.cat([net.rnn.weight_hh_l0.T, net.rnn.weight_hh_l0_reverse.T]),
        "stateBias": torch.cat([net.rnn.bias_hh_l0, net.rnn.bias_hh_l0_reverse]),
        "fromToken": net.from_token.weight,
        "fromCue": net.from_cue.weight,
        "fromDistance": net.from_distance.weight + net.from_token.bias,
        "fromCommas": net.from_commas.weight,
        "out": net.out.weight,
        "outBias": net.out.bias,
        "cueHidden": net.cue_hidden.weight,
        "cueHiddenBias": net.cue_hidden.bias,
        "cueOut": net.cue_out.weight,
        "cueOutBias": net.cue_out.bias,
    }
    return {name: column.detach().flatten().tolist() for name, column in columns.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hold", type=int)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sentences = json.loads((given.folder / "sentences.json").read_text())
    words = np.fromfile(given.folder / "vectors.f32", dtype=np.float32).reshape(-1, DIMENSIONS) * VECTOR_SCALE
    words = torch.tensor(words)
    learnt = [each for each in sentences if each["part"] != given.hold]
    marked = [each for each in learnt if each["part"] != UNMARKED]
    teachers = [train(f"teacher {at + 1}", marked, words, shape) for at, shape in enumerate(TEACHERS)]
    teach(learnt, teachers)
    net = train("network", learnt, words, SHIPPED)
    name = "all" if given.hold is None else given.hold
    (given.folder / f"net-{name}.json").write_text(json.dumps(weights_of(net)))


main()
