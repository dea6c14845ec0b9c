"""Processes articles with a trained reader and prints the results like `newsgraph extract`, one JSON object per line.

python3 predict.py --encoder ENCODER.onnx --tokenizer TOKENIZER.json --reader reader.pt ARTICLES.jsonl > FOUND.jsonl
"""
import argparse
import json
import math
import sys

import torch

import data
from model import CONTENT, CONTENT_TYPES, CUE, HEADS, NAMES, POINTER_BLOCK, OURS, POINTERS, MAX_PIECES, SOURCE, Reader
from words import BREAK, CLOSE, OPEN, WordPiece, analyse

MARGIN = 128                                         # words of a window that are only context for others


def windows(words, limit):
    """Returns (begin, end, from, to) for each window: its words, and the words whose scores are taken from it."""
    found, begin, margin = [], 0, min(MARGIN, limit // 6)
    while True:
        end = data.cut(words, begin, limit)[0][1] if begin < len(words) else begin
        last = end >= len(words)
        found.append((begin, end, begin + margin if begin else 0, end if last else end - margin))
        if last:
            return found
        begin = max(begin + 1, end - 2 * margin)


@torch.no_grad()
def scores(reader, word_piece, words, limit):
    """Returns for each word the log probabilities of each head, and of each pointer (the word of column 1, log probabilities)."""
    heads = {name: [None] * len(words) for name in HEADS}
    pointers = {name: [None] * len(words) for name in POINTERS}
    for begin, end, start, stop in windows(words, limit):
        if begin == end:
            continue
        item = data.encode(words, begin, end, word_piece, limit)
        tensor = lambda key: torch.tensor([item[key]])
        outputs = reader(tensor("pieces"), torch.ones(1, len(item["pieces"]), dtype=torch.long), tensor("shape"), tensor("place"), tensor("first"))
        for name, logits in zip([*HEADS, *POINTERS], outputs):
            log = torch.log_softmax(logits[0], -1)
            for i in range(start, stop):
                if name in HEADS:
                    heads[name][i] = log[i - begin].tolist()
                else:
                    pointers[name][i] = (begin + ((i - begin) // POINTER_BLOCK - 1) * POINTER_BLOCK, log[i - begin])
    return heads, pointers


def runs(tags, inside, ends=()):
    """Returns (first, last) of each span of a BIO or BIOES tagging; a span may begin with any tag."""
    found, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag not in inside):
            found.append((start, i - 1))
            start = None
        if start is None and tag != "O" and i < len(tags):
            start = i
        if start is not None and tag in ends:
            found.append((start, i))
            start = None
    return found


def best(options, rows):
    return [options[max(range(len(row)), key=row.__getitem__)] for row in rows]


def pointed(pointer, first, last):
    """Returns the word to which the words of a content point by their summed probabilities, or -1."""
    votes = {}
    for i in range(first, last + 1):
        start, log = pointer[i]
        values, places = log.topk(min(4, len(log)))
        for value, place in zip(values.tolist(), places.tolist()):
            target = place - 1 + start if place else -1
            votes[target] = votes.get(target, 0.0) + math.exp(value)
    return max(votes, key=votes.get)


def run_at(found, word):
    return next((r for r in found if r[0] <= word <= r[1]), (word, word))


def snap(words, first, last):
    """Extends a content to an adjacent quotation mark, and to its closing mark."""
    if first > 0 and words.shape[first - 1] == OPEN:
        first -= 1
    if words.shape[first] == OPEN and words.partner[first] > last and words.partner[first] - last <= 3:
        last = words.partner[first]
    if last + 1 < len(words) and words.shape[last + 1] == CLOSE:
        last += 1
    return first, last


def statements(words, heads, pointers):
    content = runs(best(CONTENT, heads["content"]), "IE", "ES")
    sources = runs(best(SOURCE, heads["source"]), "I")
    cues = runs(best(CUE, heads["cue"]), "I")
    whole = {}
    for number, (first, last) in enumerate(content):
        cue, source = pointed(pointers["to_cue"], first, last), pointed(pointers["to_source"], first, last)
        key = run_at(cues, cue) if cue >= 0 else ("none", number)
        statement = whole.setdefault(key, {"parts": [], "source": source, "cue": key if cue >= 0 else None})
        statement["parts"].append(snap(words, first, last))
    span = lambda first, last: {"begin": words.begin[first], "end": words.end[last], "text": words.text[words.begin[first]:words.end[last]]}
    for statement in whole.values():
        parts = [[words.begin[a], words.end[b]] for a, b in statement["parts"]]
        inside = [words.place[i] >= 2 for a, b in statement["parts"] for i in range(a, b + 1) if words.shape[i] != BREAK and words.text[words.begin[i]].isalnum()]
        types = [sum(math.exp(heads["content_type"][i][k]) for a, b in statement["parts"] for i in range(a, b + 1)) for k in range(len(CONTENT_TYPES))]
        kind = "direct" if inside and all(inside) else "mixed" if any(inside) else "indirect"
        kind = {"REPORT": "topic", "NEITHER": "topic"}.get(CONTENT_TYPES[types.index(max(types))], kind)
        found = {"begin": parts[0][0], "end": parts[-1][1], "text": words.text[parts[0][0]:parts[-1][1]], "parts": parts, "kind": kind}
        if statement["cue"]:
            found["cue"] = span(*statement["cue"])["text"]
        if statement["source"] >= 0:
            found["speaker"] = span(*run_at(sources, statement["source"]))
        yield found


def entities(words, heads):
    tags = best(NAMES, heads["names"])
    i = 0
    while i < len(tags):
        j = i + 1
        if tags[i] != "O":
            while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
                j += 1
            yield {"begin": words.begin[i], "end": words.end[j - 1], "text": words.text[words.begin[i]:words.end[j - 1]], "type": tags[i][2:],
                   "name": words.text[words.begin[i]:words.end[j - 1]]}
        i = j


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", required=True, help="ONNX file of the encoder with which training started")
    p.add_argument("--tokenizer", required=True, help="tokenizer.json of the encoder")
    p.add_argument("--reader", required=True, nargs="+", help="reader.pt files that training wrote; the weights of several are averaged")
    p.add_argument("--window", type=int, default=MAX_PIECES, help="pieces per window; use fewer for a reader without blocks")
    p.add_argument("articles")
    a = p.parse_args()
    torch.set_num_threads(2)
    reader = Reader.trained(*a.reader, encoder=a.encoder).fixed_to(OURS)
    word_piece = WordPiece.of(a.tokenizer)
    for line in open(a.articles, encoding="utf-8"):
        doc = json.loads(line)
        words = analyse(doc["text"], word_piece)
        heads, pointers = scores(reader, word_piece, words, a.window)
        found = {"id": doc["id"], "text": doc["text"], "entities": list(entities(words, heads)), "statements": list(statements(words, heads, pointers))}
        print(json.dumps(found, ensure_ascii=False))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
