"""Exports a trained reader to ONNX: python3 export.py --encoder E.onnx --tokenizer T.json --reader reader.pt... --out FOLDER [--float32]

Matrices are quantised to signed 7-bit integers, with a scale for each column. Eight bits would overflow on processors
without VNNI, which add two products in 16 bits. Word vectors are quantised to eight bits, with a scale for each.
Activations are quantised dynamically (DynamicQuantizeLinear). --float32 disables quantisation.
"""
import argparse
import pathlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import HEADS, OURS, POINTERS, Reader
from words import WordPiece

INPUTS = ("pieces", "shape", "place", "first")
SMALL = 10_000                                       # matrices with fewer weights are not quantised


class Apart(torch.nn.Module):
    """A linear layer split into three, each with a third of its outputs."""

    def __init__(self, linear):
        super().__init__()
        self.thirds = torch.nn.ModuleList()
        for weight, bias in zip(linear.weight.chunk(3), linear.bias.chunk(3)):
            third = torch.nn.Linear(weight.shape[1], weight.shape[0])
            third.weight.data, third.bias.data = weight.detach().clone(), bias.detach().clone()
            self.thirds.append(third)

    def forward(self, x):
        return [third(x) for third in self.thirds]


class OneWindow(torch.nn.Module):
    """The reader for one window at a time, without padding and therefore without a mask."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        for pointer in reader.pointers.values():     # one precomputed table instead of two look-ups for each pair of words
            table = pointer.distances().detach()
            pointer.distances = lambda table=table: table
        for layer in reader.encoder.layers:          # three products are faster than one whose result must be split
            layer.apart = Apart(layer.query_key_value)
            layer.queries_keys_values = layer.apart.forward

    def forward(self, pieces, shape, place, first):
        return self.reader(pieces, None, shape, place, first)


def write_float(reader, path):
    ones = torch.ones(1, 8, dtype=torch.long)
    first = torch.tensor([[1, 3, 4]])
    piece, word = {1: "piece"}, {1: "word"}
    torch.onnx.export(OneWindow(reader), (ones, ones, ones, first), path, opset_version=17, custom_opsets={"com.microsoft": 1},
                      input_names=[*INPUTS],
                      output_names=[*HEADS, *POINTERS],
                      dynamic_axes={**{k: piece for k in INPUTS[:3]}, "first": word, **{k: word for k in HEADS},
                                    **{k: {**word, 2: "target"} for k in POINTERS}})


def quantised(model):
    graph = model.graph
    tensors = {t.name: t for t in graph.initializer}
    nodes, dropped, activations = [], set(), {}

    def constant(name, array):
        graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    for node in graph.node:
        weight = numpy_helper.to_array(tensors[node.input[1]]) if node.op_type == "MatMul" and node.input[1] in tensors else None
        if weight is not None and weight.size >= SMALL:
            name, x = node.input[1], node.input[0]
            scale = numpy.maximum(numpy.abs(weight).max(0), 1e-8) / 63
            dropped.add(name)
            constant(name + ".int8", numpy.round(weight / scale).astype(numpy.int8))
            constant(name + ".scale", scale.astype(numpy.float32))
            if x not in activations:
                activations[x] = [x + suffix for suffix in (".uint8", ".scale", ".zero")]
                nodes.append(helper.make_node("DynamicQuantizeLinear", [x], activations[x]))
            values, factor, zero = activations[x]
            y = node.output[0]
            nodes += [helper.make_node("MatMulInteger", [values, name + ".int8", zero], [y + ".int32"]),
                      helper.make_node("Cast", [y + ".int32"], [y + ".float"], to=TensorProto.FLOAT),
                      helper.make_node("Mul", [factor, name + ".scale"], [y + ".factor"]),
                      helper.make_node("Mul", [y + ".float", y + ".factor"], [y])]
        elif node.op_type == "Gather" and node.input[0] in tensors and len(tensors[node.input[0]].dims) == 2 \
                and tensors[node.input[0]].dims[0] > 10_000:
            name, y = node.input[0], node.output[0]
            table = numpy_helper.to_array(tensors[name])
            scale = numpy.maximum(numpy.abs(table).max(1, keepdims=True), 1e-8) / 127
            dropped.add(name)
            constant(name + ".int8", numpy.round(table / scale).astype(numpy.int8))
            constant(name + ".scale", scale.astype(numpy.float32))
            nodes += [helper.make_node("Gather", [name + ".int8", node.input[1]], [y + ".int8"]),
                      helper.make_node("Cast", [y + ".int8"], [y + ".float"], to=TensorProto.FLOAT),
                      helper.make_node("Gather", [name + ".scale", node.input[1]], [y + ".scale"]),
                      helper.make_node("Mul", [y + ".float", y + ".scale"], [y])]
        elif node.op_type == "Add" and node.input[0] in tensors:
            # ONNX Runtime fuses a bias into the preceding product only if the bias is the second operand.
            nodes.append(helper.make_node("Add", [node.input[1], node.input[0]], node.output))
        else:
            nodes.append(node)
    kept = [t for t in graph.initializer if t.name not in dropped]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    return model


def main(arguments=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--encoder", help="ONNX file of the encoder with which training started; not needed for a full checkpoint")
    p.add_argument("--tokenizer", required=True, help="tokenizer.json of the encoder, or a vocabulary.txt")
    p.add_argument("--reader", required=True, nargs="+", help="reader.pt or checkpoint.pt files that training wrote; the weights of several are averaged")
    p.add_argument("--out", required=True, type=pathlib.Path, help="folder for reader.onnx and vocabulary.txt")
    p.add_argument("--float32", action="store_true", help="do not quantise")
    a = p.parse_args(arguments)
    a.out.mkdir(parents=True, exist_ok=True)
    reader = Reader.trained(*a.reader, encoder=a.encoder).fixed_to(OURS)
    WordPiece.of(a.tokenizer).write_vocabulary(a.out / "vocabulary.txt")
    path = str(a.out / "reader.onnx")
    write_float(reader, path)
    if not a.float32:
        onnx.save(quantised(onnx.load(path)), path)


if __name__ == "__main__":
    main()
