"""Derives a smaller reader from a trained one, as a start for train.py: python3 shrink.py --encoder E.onnx --tokenizer T.json --reader reader.pt
--statements A.jsonl --names B.txt --layers 0 1 2 4 5 --heads 8 --inner 1024 --block 64 --out small.pt

Keeps the given layers, and in each of them the heads and inner neurons that contribute most to its output, measured on some batches
of the training data (Michel et al. 2019; Han et al. 2015). The rest of the network is unchanged.
"""
import argparse
import pathlib

import torch

import data
import train
from model import Reader
from words import WordPiece


class Weighed:
    """Contribution of each head and each inner neuron of a layer to its output, summed over the activations."""

    def __init__(self, layer):
        self.heads, self.neurons = torch.zeros(layer.heads), torch.zeros(layer.outer.in_features)
        self.hooks = [layer.attended.register_forward_pre_hook(self.attended), layer.outer.register_forward_pre_hook(self.outer)]

    def attended(self, module, inputs):
        count = len(self.heads)
        mixed = inputs[0].float().flatten(0, 1).view(-1, count, module.in_features // count)
        weight = module.weight.view(module.out_features, count, -1)
        self.heads += torch.einsum("nhs,whs->nhw", mixed, weight).norm(dim=2).sum(0)

    def outer(self, module, inputs):
        self.neurons += inputs[0].float().flatten(0, 1).abs().sum(0) * module.weight.norm(dim=0)

    def best(self, heads, neurons):
        for hook in self.hooks:
            hook.remove()
        return [x.topk(count).indices.sort().values for x, count in ((self.heads, heads), (self.neurons, neurons))]


class Idle:
    """Mean key and value of a layer for [CLS] and the last [SEP], to which idle heads attend."""

    def __init__(self, layer):
        self.sums, self.count, self.batch = 0, 0, None
        self.hook = layer.query_key_value.register_forward_hook(self.made)

    def made(self, module, inputs, output):
        last = self.batch["mask"].sum(1) - 1
        ends = torch.stack([output[:, 0], output[torch.arange(len(last)), last]]).float()
        self.sums, self.count = self.sums + ends.sum(1), self.count + len(last)

    def means(self):
        self.hook.remove()
        return (self.sums / self.count).chunk(3, -1)[1:]


def run(reader, batches, float32, watchers=()):
    for items in batches:
        batch = data.collate(items)
        for watcher in watchers:
            watcher.batch = batch
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not float32):
            reader(*(batch[k] for k in train.INPUTS))


def in_blocks(reader, batches, block, float32):
    """Returns the reader with block-local attention."""
    idle = [Idle(layer) for layer in reader.encoder.layers]
    run(reader, batches, float32, idle)
    state = reader.state_dict()
    for number, layer in enumerate(idle):
        state[f"encoder.layers.{number}.idle_keys"], state[f"encoder.layers.{number}.idle_values"] = layer.means()
    found = Reader(**{**reader.encoder.shape, "block": block})
    found.load_state_dict(state)
    return found.eval()


@torch.no_grad()
def shrunk(reader, batches, layers, heads, inner, block=None, float32=False):
    """Returns the smaller reader."""
    if block and not reader.encoder.shape["block"]:
        reader = in_blocks(reader, batches, block, float32)
    old = reader.encoder
    weighed = {number: Weighed(old.layers[number]) for number in layers}
    run(reader, batches, float32)
    shape = {**old.shape, "layers": len(layers), "heads": heads, "inner": inner}
    size, small = shape["size"], Reader(**shape)
    state = {k: v for k, v in reader.state_dict().items() if not k.startswith("encoder.layers.")}
    for at, number in enumerate(layers):
        kept, neurons = weighed[number].best(heads, inner)
        columns = (kept[:, None] * size + torch.arange(size)).flatten()
        three = torch.cat([columns + part * old.layers[number].heads * size for part in range(3)])
        for name, value in old.layers[number].state_dict().items():
            if name.startswith("query_key_value"):
                value = value[three]
            elif name == "attended.weight" or name.startswith("idle"):
                value = value[:, columns]
            elif name.startswith("inner"):
                value = value[neurons]
            elif name == "outer.weight":
                value = value[:, neurons]
            state[f"encoder.layers.{at}.{name}"] = value
    small.load_state_dict(state)
    return small


def main(arguments=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--encoder", help="ONNX file of the encoder with which training started; not needed for a full checkpoint")
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--reader", required=True, help="reader.pt that training wrote")
    p.add_argument("--statements", nargs="*", default=[], help="JSON Lines with statements")
    p.add_argument("--names", nargs="*", default=[], help="CoNLL-2003 columns")
    p.add_argument("--layers", nargs="+", type=int, required=True, help="numbers of the layers to keep, from 0")
    p.add_argument("--heads", type=int, required=True, help="number of heads to keep in each layer")
    p.add_argument("--inner", type=int, required=True, help="number of inner neurons to keep in each layer")
    p.add_argument("--block", type=int, help="pieces per block, for block-local attention")
    p.add_argument("--batches", type=int, default=40, help="number of batches of training data for the measurement")
    p.add_argument("--float32", action="store_true", help="for processors without bfloat16 instructions")
    p.add_argument("--out", required=True, type=pathlib.Path, help="file for the smaller reader")
    a = p.parse_args(arguments)
    reader = Reader.trained(a.reader, encoder=a.encoder)
    statements = [x for path in a.statements for x in data.read_statements(path)][:a.batches]
    conll = [x for path in a.names for x in data.read_conll(path)][:a.batches]
    batches = data.epoch(statements, conll, data.lexicon(conll), WordPiece.of(a.tokenizer), 0)[:a.batches]
    small = shrunk(reader, batches, a.layers, a.heads, a.inner, a.block, a.float32)
    a.out.parent.mkdir(parents=True, exist_ok=True)
    small.save_trained(a.out, without_words=bool(a.encoder))


if __name__ == "__main__":
    main()
