"""The network: a small BERT with features of the words' shapes, five word-level heads and two pointers."""
import math
import re

import numpy
import torch
from torch import nn
from torch.nn import functional as F

from words import SHAPES

NAMES = ["O"] + [f"{p}-{t}" for t in ("Person", "Organisation", "Place", "Other") for p in "BI"]
CONTENT = ["O", "B", "I", "E", "S"]
CUE = SOURCE = ["O", "B", "I"]
TAGS = ["OTHER", "NOUN", "PROPER_NOUN", "ADJECTIVE", "VERB", "PARTICIPLE", "DETERMINER", "PRONOUN", "POSSESSIVE", "GENITIVE",
        "PREPOSITION", "NUMBER", "ADVERB", "CONJUNCTION", "RELATIVE"]
HEADS = {"names": len(NAMES), "content": len(CONTENT), "cue": len(CUE), "source": len(SOURCE), "tags": len(TAGS)}
POINTERS = ("to_source", "to_cue")
WINDOW = 384                                         # pieces, [CLS] and [SEP] with them
FAR = 512


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, bias):
        batch, length, width = x.shape
        size = width // self.heads
        q, k, v = self.query_key_value(x).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(q, k.transpose(2, 3)) * (1 / math.sqrt(size))
        weights = torch.softmax(scores if bias is None else scores + bias, -1)
        mixed = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)
        x = self.attended_norm(x + self.attended(mixed))
        return self.outer_norm(x + self.outer(F.gelu(self.inner(x))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, inner=1536, positions=512):
        super().__init__()
        self.width = width
        self.shape = {"vocabulary": vocabulary, "width": width, "layers": layers, "heads": heads, "inner": inner, "positions": positions}
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))

    def forward(self, pieces, mask, features=None):
        x = self.words(pieces) + self.positions(torch.arange(pieces.shape[1], device=pieces.device))
        if features is not None:
            x = x + features
        x = self.norm(x)
        bias = None if mask is None else ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_onnx(self, path):
        """Takes over the weights of a BERT that was exported from PyTorch, whose matrices have lost their names."""
        import onnx
        from onnx import numpy_helper
        graph = onnx.load(path).graph
        named = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        matrices = {}                                # of the name of the bias that is added to the product
        product = {n.output[0]: n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in named}
        for node in graph.node:
            if node.op_type == "Add":
                for a, b in (node.input, node.input[::-1]):
                    if a in named and b in product:
                        matrices[re.sub("bias$", "weight", a)] = named[product[b]].T
        named.update(matrices)
        put = lambda parameter, array: parameter.data.copy_(torch.from_numpy(numpy.array(array)))
        put(self.words.weight, named["embeddings.word_embeddings.weight"])
        put(self.positions.weight, named["embeddings.position_embeddings.weight"]
            + named["embeddings.token_type_embeddings.weight"][0])
        for kind in ("weight", "bias"):
            put(getattr(self.norm, kind), named[f"embeddings.LayerNorm.{kind}"])
            for number, layer in enumerate(self.layers):
                of = lambda part: named[f"encoder.layer.{number}.{part}.{kind}"]
                put(getattr(layer.query_key_value, kind),
                    numpy.concatenate([of(f"attention.self.{p}") for p in ("query", "key", "value")]))
                put(getattr(layer.attended, kind), of("attention.output.dense"))
                put(getattr(layer.attended_norm, kind), of("attention.output.LayerNorm"))
                put(getattr(layer.inner, kind), of("intermediate.dense"))
                put(getattr(layer.outer, kind), of("output.dense"))
                put(getattr(layer.outer_norm, kind), of("output.LayerNorm"))


def buckets():
    """A bucket for each distance -FAR..FAR: exact up to 8 words, then in steps of a half power of two."""
    def bucket(d):
        a = abs(d)
        b = a if a <= 8 else 8 + math.ceil(2 * math.log2(a / 8))
        return 24 + (b if d >= 0 else -b)
    return torch.tensor([bucket(d) for d in range(-FAR, FAR + 1)])


class Pointer(nn.Module):
    """Scores, for each word, each word of the window (and none, in column 0) as what belongs to it."""

    def __init__(self, width, size=128):
        super().__init__()
        self.size = size
        self.from_word, self.to_word = nn.Linear(width, size), nn.Linear(width, size)
        self.none = nn.Linear(width, 1)
        self.likely = nn.Linear(width, 1)
        self.distance = nn.Parameter(-0.05 * (torch.arange(49.) - 24).abs())
        self.register_buffer("bucket", buckets(), persistent=False)

    def forward(self, x, words):
        scores = torch.matmul(self.from_word(x), self.to_word(x).transpose(1, 2)).float() / math.sqrt(self.size)
        at = torch.arange(x.shape[1], device=x.device)
        apart = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        scores = scores + 4 * self.distance[self.bucket][apart] + self.likely(x).float().transpose(1, 2)
        scores = scores + ((1.0 - words.to(scores.dtype)) * -1e4)[:, None, :]
        return torch.cat([self.none(x).float(), scores], 2)


class Reader(nn.Module):
    def __init__(self, dropout=0.1, **shape):
        super().__init__()
        self.encoder = Encoder(**shape)
        width = self.encoder.width
        self.shape, self.place = nn.Embedding(SHAPES, width), nn.Embedding(4, width)
        for table in (self.shape, self.place):
            nn.init.normal_(table.weight, std=0.01)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in HEADS.items()})
        self.pointers = nn.ModuleDict({name: Pointer(width) for name in POINTERS})

    def save_trained(self, path, without_words):
        """Writes the weights in half precision; without the encoder's word vectors where these stay as they were."""
        weights = {k: v.half() for k, v in self.state_dict().items() if not (without_words and k == "encoder.words.weight")}
        torch.save({"reader": weights, "shape": self.encoder.shape}, path)

    @staticmethod
    def trained(*paths, encoder=None):
        """A reader to be used: from what training wrote, the average of several, and the encoder's ONNX file where that
        lacks the word vectors."""
        states = [torch.load(path) for path in paths]
        reader = Reader(**states[0].get("shape", {}))
        if encoder:
            reader.encoder.load_onnx(encoder)
        weights = {k: sum(state["reader"][k].float() for state in states) / len(states) for k in states[0]["reader"]}
        reader.load_state_dict(weights, strict=not encoder)
        return reader.eval()

    def forward(self, pieces, mask, shape, place, first):
        """All int64: [batch, piece] four times, and the index of each word's first piece, [batch, word] (0: padding).

        The mask is 0 for padding; None where there is none.
        """
        x = self.encoder(pieces, mask, self.shape(shape) + self.place(place))
        index = first[:, :, None].expand(-1, -1, x.shape[2])
        x = self.dropout(torch.gather(x, 1, index))
        words = first > 0
        return tuple(head(x).float() for head in self.heads.values()) \
            + tuple(pointer(x, words) for pointer in self.pointers.values())
