"""The network: a small BERT with features of word shape and place, seven word-level heads and two pointers."""
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
CONTENT_TYPES = ["STATEMENT", "REPORT", "NEITHER"]    # a clause or quoted words; only a noun phrase; unclear whether said
HEADS = {"names": len(NAMES), "content": len(CONTENT), "cue": len(CUE), "source": len(SOURCE), "tags": len(TAGS),
         "content_type": len(CONTENT_TYPES), "inner": len(CONTENT)}
INSIDE_CONTENT = ("content_type", "inner", "to_source", "to_cue")    # heads and pointers that apply only to words of a content
CONLL, POLNEAR, OURS = CONVENTIONS = range(3)        # annotation conventions; the program uses ours
POINTERS = ("to_source", "to_cue")
WINDOW = 384                                         # pieces per window in training, including [CLS] and [SEP]
MAX_PIECES = 2048                                    # pieces per window at inference
POINTER_BLOCK = 128                                  # words in a block of the pointers
EPSILON = 1e-12


def attention(q, k, v, heads, bias=None):
    """Scaled dot-product attention with several heads; q, k and v are [batch, piece, width]."""
    batch, length, width = q.shape
    size = width // heads
    q, k, v = (x.reshape(batch, -1, heads, size).transpose(1, 2) for x in (q, k, v))
    scores = torch.matmul(q, k.transpose(2, 3)) * (1 / math.sqrt(size))
    weights = torch.softmax(scores if bias is None else scores + bias.to(scores.dtype), -1)
    return torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)


class Attention(torch.autograd.Function):
    """Attention without a mask, for inference only; exported as one operator of ONNX Runtime."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        return attention(q, k, v, heads)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Joined(torch.autograd.Function):
    """Layer norm of a sum, for inference only; exported as one operator of ONNX Runtime."""

    @staticmethod
    def forward(ctx, x, y, weight, bias):
        return F.layer_norm(x + y, weight.shape, weight, bias, eps=EPSILON)

    @staticmethod
    def symbolic(g, x, y, weight, bias):
        return g.op("com.microsoft::SkipLayerNormalization", x, y, weight, bias, epsilon_f=EPSILON).setType(x.type())


def joined(x, y, norm, in_use):
    """Returns the layer norm of a sum."""
    return Joined.apply(x, y, norm.weight, norm.bias) if in_use else norm(x + y)


class Blocks:
    """Division of texts of one length into blocks, with zero padding before the text and after it, to the end of the last block."""

    def __init__(self, batch, length, block, before=0):
        self.batch, self.length, self.block, self.before = batch, length, block, before
        self.after = (-(length + before)) % block
        self.zeros = {}

    def cut(self, x, width):
        """Cuts [batch, place, width] into [batch, number, block, width]."""
        zeros = self.zeros.setdefault((width, x.dtype), x.new_zeros(self.batch, self.block, width))
        parts = [zeros[:, :self.before], x, zeros[:, :self.after]]
        return torch.cat(parts if self.before else parts[1:], 1).reshape(self.batch, -1, self.block, width)

    def joined(self, x, width):
        """Concatenates the blocks again, without the padding: [batch, place, width]."""
        return x.reshape(self.batch, -1, width)[:, self.before:self.before + self.length]


def neighbours(x):
    """Concatenates each block with the previous and the next block, or zeros: [batch, number, 3 * block, width]."""
    wider = F.pad(x, (0, 0, 0, 0, 1, 1))
    return torch.cat([wider[:, :-2], x, wider[:, 2:]], 2)


class Layer(nn.Module):
    """
    A layer of BERT, possibly with fewer heads.

    With a block size, each piece attends only to its block and, if wide, to the two adjacent blocks. If shifted, the blocks start half
    a block earlier. Idle heads attend to [CLS] and [SEP] in BERT (Clark et al. 2019); here, each layer has two learnt positions
    instead. The zeros that pad the first and the last block are attended to, in training and at inference.
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
        With a block size, all layers attend to blocks of that many pieces. The blocks of every second layer are shifted by half a
        block, and the last layer is wide; the activation is ReLU instead of GELU.
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
        Returns the vectors after each layer, as a list.

        Positions start at begin and wrap around if the text is longer than the number of positions.
        """
        at = (torch.arange(pieces.shape[1], device=pieces.device) + begin) % self.positions.num_embeddings
        x = self.words(pieces) + self.positions(at)
        if features is not None:
            x = x + features
        x = self.norm(x)
        mask = None if mask is None else mask.to(x.dtype)
        states, block = [], self.shape["block"]
        # At inference the batch is one text; its size and the widths are constants then, not inputs.
        batch = 1 if mask is None else pieces.shape[0]
        cuts = [Blocks(batch, pieces.shape[1], block, before) for before in (0, block // 2)] if block else (None, None)
        for layer in self.layers:
            x = layer(x, mask, cuts[layer.shifted])
            states.append(x)
        return states

    def load_onnx(self, path, layers=True):
        """Loads the weights, or only the embeddings, of a BERT exported from PyTorch, whose matrices have lost their names."""
        import onnx
        from onnx import numpy_helper
        graph = onnx.load(path).graph
        named = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        matrices = {}                                # name of the bias that is added to the product -> matrix
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
    """Returns the bucket of a distance in words: exact up to 8, then in steps of half a power of two."""
    far = abs(distance)
    step = far if far <= 8 else 8 + math.ceil(2 * math.log2(far / 8))
    return 24 + (step if distance >= 0 else -step)


class Pointer(nn.Module):
    """
    Scores, for each word, the nearby words as its target; column 0 means no target.

    Nearby words are those in its block of POINTER_BLOCK words and in the previous and the next block. Column 1 + c of a word in block n
    is the word (n - 1) * POINTER_BLOCK + c.
    """

    def __init__(self, width, size=128):
        super().__init__()
        self.size = size
        self.from_word, self.to_word = nn.Linear(width, size), nn.Linear(width, size)
        self.none = nn.Linear(width, 1)
        self.likely = nn.Linear(width, 1)
        self.distance = nn.Parameter(-0.05 * (torch.arange(49.) - 24).abs())
        self.register_buffer("bucket", torch.tensor([[bucket(c - POINTER_BLOCK - r) for c in range(3 * POINTER_BLOCK)] for r in range(POINTER_BLOCK)]), persistent=False)

    def distances(self):
        """Returns the score added for the distance, for each pair of words of a block."""
        return 4 * self.distance[self.bucket]

    def forward(self, x, words, cut):
        of, to = cut.cut(self.from_word(x), self.size), neighbours(cut.cut(self.to_word(x), self.size))
        likely, real = (neighbours(cut.cut(y, 1)).transpose(2, 3) for y in (self.likely(x).float(), words.float()[:, :, None]))
        scores = torch.matmul(of, to.transpose(2, 3)).float() / math.sqrt(self.size)
        scores = scores + self.distances() + likely + (real - 1) * 1e4
        return torch.cat([self.none(x).float(), cut.joined(scores, 3 * POINTER_BLOCK)], 2)


def column(word, target):
    """Returns the column of the target in the pointer's row of a word; 0 for no target (-1), None if the target is too far away."""
    at = target - (word // POINTER_BLOCK - 1) * POINTER_BLOCK
    return 0 if target < 0 else at + 1 if 0 <= at < 3 * POINTER_BLOCK else None


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
        """Writes the weights in half precision, optionally without the encoder's word vectors, if training did not change them."""
        weights = {k: v.half() for k, v in self.state_dict().items() if not (without_words and k == "encoder.words.weight")}
        torch.save({"reader": weights, "shape": self.encoder.shape}, path)

    @staticmethod
    def trained(*paths, encoder=None):
        """Loads a trained reader; averages the weights of several files. The encoder's ONNX file supplies the word vectors if the
        files lack them."""
        states = [torch.load(path) for path in paths]
        reader = Reader(**states[0].get("shape", {}))
        if encoder:
            reader.encoder.load_onnx(encoder, layers=False)
        weights = {k: sum(state["reader"][k].float() for state in states) / len(states) for k in states[0]["reader"]}
        reader.load_state_dict(weights, strict=not encoder)
        return reader.eval()

    def fixed_to(self, convention):
        """Fixes the reader to one annotation convention, which is then not an input any more. Returns the reader."""
        self.place.weight.data += self.convention.weight.data[convention]
        return self

    def read(self, pieces, mask, shape, place, first, convention=None, begin=0):
        """
        Returns a vector for each word after each layer. All inputs are int64: pieces, mask, shape and place are [batch, piece]; first is
        the index of each word's first piece, [batch, word] (0: padding); convention is the annotation convention, [batch].

        The mask is 0 for padding, and None without padding. The convention is None if the reader is fixed to one.
        """
        features = self.shape(shape) + self.place(place)
        if convention is not None:
            features = features + self.convention(convention)[:, None]
        states = self.encoder(pieces, mask, features, begin)
        return [torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2])) for x in states]

    def score(self, x, first, in_use=False):
        """Returns the scores for each word from its vector: those of the heads, then those of the pointers."""
        words, x, cut = first > 0, self.dropout(x), Blocks(1 if in_use else first.shape[0], first.shape[1], POINTER_BLOCK)
        return tuple(head(x).float() for head in self.heads.values()) \
            + tuple(pointer(x, words, cut) for pointer in self.pointers.values())

    def forward(self, pieces, mask, shape, place, first, convention=None):
        return self.score(self.read(pieces, mask, shape, place, first, convention)[-1], first, mask is None)
