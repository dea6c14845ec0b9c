"""Preparation of a text for the network: words, their WordPieces and their features.

README.md specifies all of this for the Java side; the two must agree to the last token.
"""
import json
import unicodedata
from dataclasses import dataclass, field

# Shapes, in the order of the network's embedding table.
(NONE, LOWER, CAPITALISED, UPPER, MIXED, DIGITS, ALPHANUMERIC, PUNCTUATION, APOSTROPHE, OPEN, CLOSE, AMBIGUOUS,
 BREAK, INITIAL, CASELESS) = range(15)
SHAPES = 16

OPENING = set("“«„‟‹‘‛`")
CLOSING = set("”»›")
STRAIGHT = set("\"＂")
SINGLE = set("'’‘‛‹›`")
QUOTES = OPENING | CLOSING | STRAIGHT | set("'’")
BRACKETS_AND_DASHES = set("([{<-–—―/")

_category = {}


def kind(c):
    """Returns 'w' for a letter, digit or combining mark, 'p' for punctuation and symbols, 's' for all other characters, which separate words."""
    k = _category.get(c)
    if k is None:
        major = unicodedata.category(c)[0]
        k = _category[c] = "w" if major in "LNM" else "p" if major in "PS" else "s"
    return k


@dataclass
class Words:
    """The words of a text, with a break token for the white space between two paragraphs."""
    text: str
    begin: list = field(default_factory=list)
    end: list = field(default_factory=list)
    shape: list = field(default_factory=list)
    place: list = field(default_factory=list)       # 2 * (inside quotation marks) + (first word of its paragraph)
    pieces: list = field(default_factory=list)      # a list of WordPiece ids per word
    partner: list = field(default_factory=list)     # for an opening mark, the index of its closing mark; otherwise -1

    def __len__(self):
        return len(self.begin)


def split(text):
    """Returns (begin, end, is_break) of each word."""
    found, i, n = [], 0, len(text)
    while i < n:
        k = kind(text[i])
        j = i + 1
        if k == "p":
            found.append((i, j, False))
        elif k == "w":
            while j < n and kind(text[j]) == "w":
                j += 1
            found.append((i, j, False))
        else:
            while j < n and kind(text[j]) == "s":
                j += 1
            if found and j < n and any(c in "\n\r\u2028\u2029" for c in text[i:j]):
                found.append((i, j, True))
        i = j
    return found


def word_shape(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return DIGITS
    if len(letters) < sum(unicodedata.category(c)[0] in "LN" for c in word):
        return ALPHANUMERIC
    upper = sum(c.isupper() or unicodedata.category(c) == "Lt" for c in letters)
    lower = sum(c.islower() for c in letters)
    if not upper and not lower:
        return CASELESS
    if not upper:
        return LOWER
    if len(letters) == 1:
        return INITIAL
    if not lower:
        return UPPER
    first = letters[0]
    return CAPITALISED if upper == 1 and not first.islower() else MIXED


def quote_shape(text, i, single_open, double_open):
    """Returns the shape of the quotation mark at i, from its neighbours and the open marks of its paragraph."""
    c = text[i]
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    free_left = kind(before) == "s" or before in BRACKETS_AND_DASHES
    word_left, word_right = kind(before) == "w", kind(after) == "w"
    if c in OPENING and c in SINGLE and word_left and word_right:
        return APOSTROPHE
    if c in OPENING | CLOSING | STRAIGHT:
        if free_left and (word_right or kind(after) == "p" and c not in CLOSING):
            return OPEN
        if not free_left and (kind(after) == "s" or kind(after) == "p" and c not in STRAIGHT):
            return CLOSE
        if c in STRAIGHT:
            return CLOSE if double_open else OPEN
        return OPEN if c in OPENING else CLOSE
    # ' and ’
    if word_left and word_right:
        return APOSTROPHE
    if free_left or before in QUOTES and not (single_open or kind(after) == "s"):
        if not word_right:
            return CLOSE if single_open else AMBIGUOUS
        return OPEN if c == "'" and not after.isdigit() else APOSTROPHE
    if not word_left:
        return CLOSE
    if not single_open:
        return APOSTROPHE
    return AMBIGUOUS if before in "sS" and kind(after) == "s" else CLOSE


class WordPiece:
    """BERT's uncased WordPiece tokenizer: greedy longest match first."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.pad, self.unknown = vocabulary["[PAD]"], vocabulary["[UNK]"]
        self.start, self.stop = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self.cache = {}

    @staticmethod
    def of_tokenizer_json(path):
        with open(path, encoding="utf-8") as file:
            return WordPiece(json.load(file)["model"]["vocab"])

    @staticmethod
    def of_vocabulary(path):
        with open(path, encoding="utf-8") as file:
            return WordPiece({line.rstrip("\n"): number for number, line in enumerate(file)})

    @staticmethod
    def of(path):
        return (WordPiece.of_tokenizer_json if str(path).endswith(".json") else WordPiece.of_vocabulary)(path)

    def write_vocabulary(self, path):
        with open(path, "w", encoding="utf-8") as file:
            for piece, _ in sorted(self.vocabulary.items(), key=lambda entry: entry[1]):
                file.write(piece + "\n")

    def __call__(self, word):
        pieces = self.cache.get(word)
        if pieces is None:
            pieces = self.cache[word] = self._pieces(word)
        return pieces

    def _pieces(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not plain or len(plain) > 100:
            return [self.unknown]
        found, i = [], 0
        while i < len(plain):
            j = len(plain)
            while j > i:
                piece = self.vocabulary.get(("##" if i else "") + plain[i:j])
                if piece is not None:
                    break
                j -= 1
            else:
                return [self.unknown]
            found.append(piece)
            i = j
        return found


def analyse(text, word_piece):
    """Returns the words of a text with all features for the network."""
    words = Words(text)
    open_marks = []                                  # (is single, word index)
    first = True
    for begin, end, is_break in split(text):
        number = len(words.begin)
        surface = text[begin:end]
        inside = bool(open_marks)
        if is_break:
            shape, pieces, inside = BREAK, [word_piece.stop], False
            open_marks.clear()
        elif surface in QUOTES:
            single = surface in SINGLE or surface == "'" or surface == "’"
            shape = quote_shape(text, begin, any(s for s, _ in open_marks), any(not s for s, _ in open_marks))
            if shape == OPEN:
                if not any(s == single for s, _ in open_marks):
                    open_marks.append((single, number))
                inside = True
            elif shape == CLOSE:
                while any(s == single for s, _ in open_marks):
                    s, opener = open_marks.pop()
                    if s == single:
                        words.partner[opener] = number
                        break
            pieces = word_piece("\"" if shape in (OPEN, CLOSE) else "'")
        elif kind(surface[0]) == "p":
            shape, pieces = PUNCTUATION, word_piece(surface)
        else:
            shape, pieces = word_shape(surface), word_piece(surface)
        words.begin.append(begin)
        words.end.append(end)
        words.shape.append(shape)
        words.place.append(2 * inside + (first and not is_break))
        words.pieces.append(pieces)
        words.partner.append(-1)
        first = is_break
    return words
