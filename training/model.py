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
CONTENT_TYPES = ["STATEMENT", "REPORT", "NEITHER"]    # a clause or words in marks; a noun phrase alone; not clearly said
HEADS = {"names": len(NAMES), "content": len(CONTENT), "cue": len(CUE), "source": len(SOURCE), "tags": len(TAGS),
         "content_type": len(CONTENT_TYPES), "inner": len(CONTENT)}
INSIDE_CONTENT = ("content_type", "inner", "to_source", "to_cue")    # heads and pointers that mean something for words of a content alone
CONLL, POLNEAR, OURS = CONVENTIONS = range(3)        # annotation conventions; the program reads by ours
POINTERS = ("to_source", "to_cue")
WINDOW = 384                                         # pieces that training reads at once, [CLS] and [SEP] with them
READ = 2048                                          # pieces that are read at once in use
NEAR = 128                                           # words in a block of the pointers
EPSILON = 1e-12


def attention(q, k, v, heads, bias=None):
    """Scaled dot-product attention of [batch, piece, width] each, in so many heads."""
    batch, length, width = q.shape
    size = width // heads
    q, k, v = (x.reshape(batch, -1, heads, size).transpose(1, 2) for x in (q, k, v))
    scores = torch.matmul(q, k.transpose(2, 3)) * (1 / math.sqrt(size))
    weights = torch.softmax(scores if bias is None else scores + bias.to(scores.dtype), -1)
    return torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)


class Attention(torch.autograd.Function):
    """The same without a mask, for use and not for training; in ONNX one operator of ONNX Runtime's."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        return attention(q, k, v, heads)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Joined(torch.autograd.Function):
    """The normalised sum of two, for use and not for training; in ONNX one operator of ONNX Runtime's."""

    @staticmethod
    def forward(ctx, x, y, weight, bias):
        return F.layer_norm(x + y, weight.shape, weight, bias, eps=EPSILON)

    @staticmethod
    def symbolic(g, x, y, weight, bias):
        return g.op("com.microsoft::SkipLayerNormalization", x, y, weight, bias, epsilon_f=EPSILON).setType(x.type())


def joined(x, y, norm, in_use):
    """The norm of a sum."""
    return Joined.apply(x, y, norm.weight, norm.bias) if in_use else norm(x + y)


class Blocks:
    """How texts of so many places are cut into blocks: after so many places of zeros, with zeros up to the last block's end."""

    def __init__(self, batch, length, block, before=0):
        self.batch, self.length, self.block, self.before = batch, length, block, before
        self.after = (-(length + before)) % block
        self.zeros = {}

    def cut(self, x, width):
        """[batch, place, width] cut into [batch, number, block, width]."""
        zeros = self.zeros.setdefault((width, x.dtype), x.new_zeros(self.batch, self.block, width))
        parts = [zeros[:, :self.before], x, zeros[:, :self.after]]
        return torch.cat(parts if self.before else parts[1:], 1).reshape(self.batch, -1, self.block, width)

    def joined(self, x, width):
        """The blocks' places one after the other again, without the zeros: [batch, place, width]."""
        return x.reshape(self.batch, -1, width)[:, self.before:self.before + self.length]


def neighbours(x):
    """Each of the blocks with the one before and the one after it, or zeros: [batch, number, 3 * block, width]."""
    wider = F.pad(x, (0, 0, 0, 0, 1, 1))
    return torch.cat([wider[:, :-2], x, wider[:, 2:]], 2)


class Layer(nn.Module):
    """
    A layer of BERT, perhaps with fewer heads.

    With a block, each piece attends only to its block of neighbours, where wide to those on either side too; the blocks begin half a block
    earlier where shifted. What a head attends to where it has nothing to say, [CLS] and [SEP] in BERT (Clark et al. 2019), are then two
    places learnt for each layer. The zeros that fill the first and last block take part, in training as in use.
    """

    def __init__(self, width, heads, inner, size, block=None, shifted=False, wide=False):
        super().__init__()
        self.heads, self.width, self.block, self.shifted, self.wide = heads, heads * size, block, shifted, wide
        self.query_key_value = nn.Linear(width, 3 * heads * size)
        self.attended = nn.Linear(heads * size, width)
        self.attended_norm = nn.LayerNorm(width, eps=EPSILON)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.outer_norm = nn.LayerNorm(width, eps=EPSILON)
        if block:
            self.idle_keys, self.idle_values = (nn.Parameter(torch.zeros(2, heads * size)) for _ in range(2))

    def queries_keys_values(self, x):
        return self.query_key_value(x).chunk(3, -1)

    def forward(self, x, mask, cut):
        in_use, width = mask is None, self.width
        q, k, v = self.queries_keys_values(x)
        if self.block:
            if mask is not None:
                k, v = k * mask[:, :, None], v * mask[:, :, None]
            q, k, v = (cut.cut(y, width) for y in (q, k, v))
            if self.wide:
                k, v = neighbours(k), neighbours(v)
            q, k, v = (y.flatten(0, 1) for y in (q, k, v))
            idle = q.new_zeros(q.shape[0], 1, 1)
            k, v = (torch.cat([y, idle + of.to(y.dtype)], 1) for y, of in ((k, self.idle_keys), (v, self.idle_values)))
            mixed = cut.joined(Attention.apply(q, k, v, self.heads) if in_use else attention(q, k, v, self.heads), width)
        elif in_use:
            mixed = Attention.apply(q, k, v, self.heads)
        else:
            mixed = attention(q, k, v, self.heads, ((1 - mask) * -1e4)[:, None, None, :])
        x = joined(x, self.attended(mixed), self.attended_norm, in_use)
        inner = self.inner(x)
        return joined(x, self.outer(F.relu(inner) if self.block else F.gelu(inner)), self.outer_norm, in_use)


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, width=384, layers=6, heads=12, size=None, inner=1536, positions=512, block=None):
        """
        With a block, all layers attend to blocks of so many pieces, every second one's shifted by half, the last one's wide; the
        activation is then ReLU, not GELU.
        """
        super().__init__()
        self.width = width
        size = size or width // heads
        self.shape = {"vocabulary": vocabulary, "width": width, "layers": layers, "heads": heads, "size": size, "inner": inner,
                      "positions": positions, "block": block}
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=EPSILON)
        self.layers = nn.ModuleList(
            Layer(width, heads, inner, size, block, number % 2 == 1, number == layers - 1) for number in range(layers))

    def forward(self, pieces, mask, features=None, begin=0):
        """
        The last layer's vectors, after those of the layers before: a list.

        A text may be longer than there are positions: these then begin anew. The first piece has the position begin.
        """
        at = (torch.arange(pieces.shape[1], device=pieces.device) + begin) % self.positions.num_embeddings
        x = self.words(pieces) + self.positions(at)
        if features is not None:
            x = x + features
        x = self.norm(x)
        mask = None if mask is None else mask.to(x.dtype)
        states, block = [], self.shape["block"]
        # In use there is one text: its number is no input then, nor are the widths.
        batch = 1 if mask is None else pieces.shape[0]
        cuts = [Blocks(batch, pieces.shape[1], block, before) for before in (0, block // 2)] if block else (None, None)
        for layer in self.layers:
            x = layer(x, mask, cuts[layer.shifted])
            states.append(x)
        return states

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


def bucket(distance):
    """A bucket for each distance in words: exact up to 8, then in steps of a half power of two."""
    far = abs(distance)
    step = far if far <= 8 else 8 + math.ceil(2 * math.log2(far / 8))
    return 24 + (step if distance >= 0 else -step)


class Pointer(nn.Module):
    """
    Scores, for each word, those near it (and none, in column 0) as what belongs to it.

    Near are the words of its block of NEAR words and of the blocks before and after it: column 1 + c of a word in block n stands for the
    word (n - 1) * NEAR + c.
    """

    def __init__(self, width, size=128):
        super().__init__()
        self.size = size
        self.from_word, self.to_word = nn.Linear(width, size), nn.Linear(width, size)
        self.none = nn.Linear(width, 1)
        self.likely = nn.Linear(width, 1)
        self.distance = nn.Parameter(-0.05 * (torch.arange(49.) - 24).abs())
        self.register_buffer("bucket", torch.tensor([[bucket(c - NEAR - r) for c in range(3 * NEAR)] for r in range(NEAR)]), persistent=False)

    def distances(self):
        """What their distance adds to the score of each pair of words of a block."""
        return 4 * self.distance[self.bucket]

    def forward(self, x, words, cut):
        of, to = cut.cut(self.from_word(x), self.size), neighbours(cut.cut(self.to_word(x), self.size))
        likely, real = (neighbours(cut.cut(y, 1)).transpose(2, 3) for y in (self.likely(x).float(), words.float()[:, :, None]))
        scores = torch.matmul(of, to.transpose(2, 3)).float() / math.sqrt(self.size)
        scores = scores + self.distances() + likely + (real - 1) * 1e4
        return torch.cat([self.none(x).float(), cut.joined(scores, 3 * NEAR)], 2)


def column(word, target):
    """The column of a pointer's row for a word that stands for the target; None where that is too far away. Column 0: -1."""
    at = target - (word // NEAR - 1) * NEAR
    return 0 if target < 0 else at + 1 if 0 <= at < 3 * NEAR else None


class Reader(nn.Module):
    def __init__(self, dropout=0.1, **shape):
        super().__init__()
        self.encoder = Encoder(**shape)
        width = self.encoder.width
        self.shape, self.place = nn.Embedding(SHAPES, width), nn.Embedding(4, width)
        for table in (self.shape, self.place):
            nn.init.normal_(table.weight, std=0.01)
        self.convention = nn.Embedding(len(CONVENTIONS), width)
        nn.init.zeros_(self.convention.weight)
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

    def fixed_to(self, convention):
        """This reader, changed to read by one convention, which then need not be given."""
        self.place.weight.data += self.convention.weight.data[convention]
        return self

    def read(self, pieces, mask, shape, place, first, convention=None, begin=0):
        """
        A vector for each word, as each layer has it. All int64: [batch, piece] four times, the index of each word's first piece,
        [batch, word] (0: padding), and the annotation convention to read by, [batch].

        The mask is 0 for padding; None where there is none. The convention is None where the reader is fixed to one.
        """
        features = self.shape(shape) + self.place(place)
        if convention is not None:
            features = features + self.convention(convention)[:, None]
        states = self.encoder(pieces, mask, features, begin)
        return [torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2])) for x in states]

    def say(self, x, first, in_use=False):
        """What is said of each word, from its vector: the scores of the heads, then of the pointers."""
        words, x, cut = first > 0, self.dropout(x), Blocks(1 if in_use else first.shape[0], first.shape[1], NEAR)
        return tuple(head(x).float() for head in self.heads.values()) \
            + tuple(pointer(x, words, cut) for pointer in self.pointers.values())

    def forward(self, pieces, mask, shape, place, first, convention=None):
        return self.say(self.read(pieces, mask, shape, place, first, convention)[-1], first, mask is None)
