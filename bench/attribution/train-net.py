"""Trains the recurrent network of the attribution pass; called by train-net.ts, with what it needs in a folder.

    python train-net.py FOLDER --epochs E --hold K    writes FOLDER/net-K.json, learnt from all texts but those of part K
    python train-net.py FOLDER --epochs E             writes FOLDER/net-all.json, learnt from all

FOLDER holds sentences.json (inputs as shared/language/3-attribution/role-net.ts makes them) and vectors.f32 (a row of 100
values for each word). One thread, seeded: the same weights each time, on one kind of processor and with one version of
torch (bench/sentiment/requirements.txt).
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SPECIALS, DIMENSIONS, PLACES, PLACE_VALUES = 12, 100, 60, 14
DISTANCES, COMMAS = 21, 4
CELLS, HIDDEN, CUE_HIDDEN, ROLES = 64, 64, 32, 5
BATCH, RATE, DECAY, DROP, WORD_DROP = 32, 3e-3, 1e-2, 0.2, 0.05
UNKNOWN = 1
# What a sentence's roles and cues count for, beside each other.
ROLE_SHARE, CUE_SHARE = 3.0, 0.5
# Vectors have a length of about 10; their values are to be somewhat above one tenth of that.
VECTOR_SCALE = 0.15


class Net(nn.Module):
    def __init__(self, words: torch.Tensor):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.special = nn.Parameter(torch.randn(SPECIALS, DIMENSIONS) * 0.3)
        self.place = nn.Embedding(PLACES, PLACE_VALUES)
        self.rnn = nn.GRU(DIMENSIONS + PLACE_VALUES, CELLS, batch_first=True, bidirectional=True)
        self.from_token = nn.Linear(2 * CELLS, HIDDEN)
        self.from_cue = nn.Linear(2 * CELLS, HIDDEN, bias=False)
        self.from_distance = nn.Embedding(DISTANCES, HIDDEN)
        self.from_commas = nn.Embedding(COMMAS, HIDDEN)
        nn.init.normal_(self.from_distance.weight, std=0.3)
        nn.init.normal_(self.from_commas.weight, std=0.1)
        self.out = nn.Linear(HIDDEN, ROLES)
        self.cue_hidden = nn.Linear(2 * CELLS, CUE_HIDDEN)
        self.cue_out = nn.Linear(CUE_HIDDEN, 1)

    def forward(self, batch):
        """Roles of the tokens of each cue's sentence, and whether each is a cue."""
        codes = batch["codes"]
        if self.training:
            dropped = (torch.rand(codes.shape) < WORD_DROP) & (codes >= SPECIALS)
            codes = torch.where(dropped, UNKNOWN, codes)
        is_special = (codes < SPECIALS).unsqueeze(-1)
        known = self.words((codes - SPECIALS).clamp(min=0))
        vector = torch.where(is_special, self.special[codes.clamp(max=SPECIALS - 1)], known)
        inputs = torch.cat([vector, self.place(batch["places"])], -1)
        inputs = functional.dropout(inputs, DROP, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(inputs, batch["lengths"], batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True, total_length=codes.shape[1])
        states = functional.dropout(states, DROP, self.training)
        at_cue = states[batch["sentence"], batch["cue"]]
        relations = self.from_distance(batch["relations"] // COMMAS) + self.from_commas(batch["relations"] % COMMAS)
        hidden = self.from_token(states)[batch["sentence"]] + self.from_cue(at_cue).unsqueeze(1) + relations
        roles = self.out(functional.dropout(torch.tanh(hidden), 0.7 * DROP, self.training))
        return roles, self.cue_out(torch.tanh(self.cue_hidden(at_cue))).squeeze(-1)


def batch_of(sentences):
    longest = max(len(each["codes"]) for each in sentences)

    def padded(rows, of):
        table = np.full((len(rows), longest), of, np.int64)
        for into, row in zip(table, rows):
            into[: len(row)] = row
        return torch.tensor(table)

    cues = [(at, cue) for at, each in enumerate(sentences) for cue in each["cues"]]
    return {
        "codes": padded([each["codes"] for each in sentences], 0),
        "places": padded([each["places"] for each in sentences], 0),
        "lengths": torch.tensor([len(each["codes"]) for each in sentences]),
        "sentence": torch.tensor([at for at, _ in cues]),
        "cue": torch.tensor([cue["at"] for _, cue in cues]),
        "is_cue": torch.tensor([float("roles" in cue) for _, cue in cues]),
        "relations": padded([cue["relations"] for _, cue in cues], 0),
        # -100: nothing is learnt of these.
        "roles": padded([cue.get("roles", []) for _, cue in cues], -100),
    }


def loss_of(net, batch):
    roles, cues = net(batch)
    of_roles = functional.cross_entropy(roles.flatten(0, 1), batch["roles"].flatten(), ignore_index=-100, reduction="sum")
    of_roles = of_roles / (batch["roles"] >= 0).sum().clamp(min=1)
    return ROLE_SHARE * of_roles + CUE_SHARE * functional.binary_cross_entropy_with_logits(cues, batch["is_cue"])


def train(sentences, words, epochs):
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    net = Net(words)
    learnt = [each for each in net.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learnt, lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(sentences) // BATCH)
    step = 0
    for epoch in range(epochs):
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
        print(f"network, epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)
    return net.eval()


def weights_of(net):
    """Columns of role-net.ts: what each input adds to the gates of both directions, forwards first."""
    into = torch.cat([net.rnn.weight_ih_l0, net.rnn.weight_ih_l0_reverse]).detach()
    bias = torch.cat([net.rnn.bias_ih_l0, net.rnn.bias_ih_l0_reverse]).detach()
    columns = {
        "special": net.special / VECTOR_SCALE,
        "fromVector": into[:, :DIMENSIONS] * VECTOR_SCALE,
        "fromPlace": net.place.weight @ into[:, DIMENSIONS:].T + bias,
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
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--hold", type=int)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sentences = json.loads((given.folder / "sentences.json").read_text())
    words = np.fromfile(given.folder / "vectors.f32", dtype=np.float32).reshape(-1, DIMENSIONS) * VECTOR_SCALE
    learnt = [each for each in sentences if each["part"] != given.hold]
    net = train(learnt, torch.tensor(words), given.epochs)
    name = "all" if given.hold is None else given.hold
    (given.folder / f"net-{name}.json").write_text(json.dumps(weights_of(net)))


main()
