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


def attention(q, k, v, heads, bias=None):
    """Scaled dot-product attention of [batch, piece, width] each, in so many heads."""
    batch, length, width = q.shape
    size = width // heads
    q, k, v = (x.view(batch, length, heads, size).transpose(1, 2) for x in (q, k, v))
    scores = torch.matmul(q, k.transpose(2, 3)) * (1 / math.sqrt(size))
    weights = torch.softmax(scores if bias is None else scores + bias, -1)
    return torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)


class Attention(torch.autograd.Function):
    """The same without a mask, for use and not for training; in ONNX one operator of ONNX Runtime's."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        return attention(q, k, v, heads)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


def blocks(x, block, before):
    """[batch, piece, width] cut into blocks of neighbours, after so many places of zeros, with zeros up to the last block's end."""
    batch, length, width = x.shape
    after = (-(length + before)) % block
    return F.pad(x, (0, 0, before, after)).reshape(-1, block, width)


class Layer(nn.Module):
    """
    A layer of BERT, perhaps with fewer heads.

    With a block, each piece attends only to its block of neighbours; the blocks begin half a block earlier where shifted. The zeros that
    fill the first and last block take part in the attention, in training as in use.
    """

    def __init__(self, width, heads, inner, size, block=None, shifted=False):
        super().__init__()
        self.heads, self.block, self.before = heads, block, block // 2 if block and shifted else 0
        self.query_key_value = nn.Linear(width, 3 * heads * size)
        self.attended = nn.Linear(heads * size, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        q, k, v = self.query_key_value(x).chunk(3, -1)
        if self.block:
            length = x.shape[1]
            if mask is not None:
                k, v = k * mask[:, :, None], v * mask[:, :, None]
            q, k, v = (blocks(y, self.block, self.before) for y in (q, k, v))
            mixed = Attention.apply(q, k, v, self.heads) if mask is None else attention(q, k, v, self.heads)
            mixed = mixed.reshape(x.shape[0], -1, mixed.shape[2])[:, self.before:self.before + length]
        elif mask is None:
            mixed = Attention.apply(q, k, v, self.heads)
        else:
            mixed = attention(q, k, v, self.heads, ((1 - mask) * -1e4)[:, None, None, :])
        x = self.attended_norm(x + self.attended(mixed))
        return self.outer_norm(x + self.outer(F.gelu(self.inner(x))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, size=None, inner=1536, positions=512, block=None):
        """With a block, all layers but the last attend to blocks of so many pieces, every second one's shifted by half."""
        super().__init__()
        self.width = width
        size = size or width // heads
        self.shape = {"vocabulary": vocabulary, "width": width, "layers": layers, "heads": heads, "size": size, "inner": inner,
                      "positions": positions, "block": block}
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, heads, inner, size, block if number < layers - 1 else None, number % 2 == 1) for number in range(layers))

    def forward(self, pieces, mask, features=None):
        x = self.words(pieces) + self.positions(torch.arange(pieces.shape[1], device=pieces.device))
        if features is not None:
            x = x + features
        x = self.norm(x)
        mask = None if mask is None else mask.to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_onnx(self, path, layers=True):
        """Takes over the weights of a BERT that was exported from PyTorch, whose matrices have lost their names; or its embeddings alone."""
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
            for number, layer in enumerate(self.layers if layers else ()):
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

    def distances(self, length):
        """What their distance adds to the score of each pair of words."""
        at = torch.arange(length, device=self.distance.device)
        apart = (at[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        return 4 * self.distance[self.bucket][apart]

    def forward(self, x, words):
        scores = torch.matmul(self.from_word(x), self.to_word(x).transpose(1, 2)).float() / math.sqrt(self.size)
        scores = scores + self.distances(x.shape[1]) + self.likely(x).float().transpose(1, 2)
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
            reader.encoder.load_onnx(encoder, layers=False)
        weights = {k: sum(state["reader"][k].float() for state in states) / len(states) for k in states[0]["reader"]}
        reader.load_state_dict(weights, strict=not encoder)
        return reader.eval()

    def read(self, pieces, mask, shape, place, first):
        """A vector for each word. All int64: [batch, piece] four times, and the index of each word's first piece, [batch, word]
        (0: padding).

        The mask is 0 for padding; None where there is none.
        """
        x = self.encoder(pieces, mask, self.shape(shape) + self.place(place))
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))

    def say(self, x, first):
        """What is said of each word, from its vector: the scores of the heads, then of the pointers."""
        words, x = first > 0, self.dropout(x)
        return tuple(head(x).float() for head in self.heads.values()) \
            + tuple(pointer(x, words) for pointer in self.pointers.values())

    def forward(self, pieces, mask, shape, place, first):
        return self.say(self.read(pieces, mask, shape, place, first), first)
