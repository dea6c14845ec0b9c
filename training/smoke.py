"""End-to-end test of the training: trains a tiny network for a few steps on synthetic articles, derives a smaller one from it, trains
that with the first one as its teacher, exports it, and writes its scores for some texts, to be compared with those of Java.

python3 smoke.py FOLDER
"""
import json
import pathlib
import random
import sys

import torch

import data
import export
import shrink
import train
from model import HEADS, OURS, POINTERS, MAX_PIECES, Reader
from words import WordPiece, analyse

STATEMENTS = [
    ("Ada Novak said: “The harbour must stay open.”\n\nShe added that the docks had failed.",
     [("“The harbour must stay open.”", "said", "Ada Novak"), ("that the docks had failed", "added", "She")]),
    ("“We wait,” a docker said on Monday, “and we hope.”\n\nThe minister insisted it was over.",
     [("“We wait,”", "said", "a docker"), ("it was over", "insisted", "The minister")])]
NAMES = [[("Ada", "B-PER", "NNP"), ("Novak", "I-PER", "NNP"), ("left", "O", "VBD"), ("Aleppo", "B-LOC", "NNP"), (".", "O", ".")],
         [("The", "O", "DT"), ("Harbour", "B-ORG", "NNP"), ("Party", "I-ORG", "NNP"), ("won", "O", "VBD"), (".", "O", ".")]]
TEXTS = [
    STATEMENTS[0][0],
    "‘It’s the dockers’ strike,’ he said 🚢. “He told me ‘no’ twice,” she said—“twice!”\n\n«C'est fini» – O'Brien, 'tis: \"Never\" (\"ever\").",
    "HARBOUR TALKS STALL\n\nÅsa Öberg’s 3rd Mr. McDonald 北京 said the U.S.-led deal’s “off” ’90s `quote' İstanbul ǅ ½ x² e\u0301.",
    "\n\n".join([STATEMENTS[1][0]] * 20)]             # longer than the range of the pointers and the number of positions


def corpus(folder):
    """Writes the synthetic training set and the vocabulary of its words and characters; returns the size of the vocabulary."""
    with open(folder / "statements.jsonl", "w", encoding="utf-8") as file:
        for number, (text, said) in enumerate(STATEMENTS):
            found = []
            for content, cue, source in said:
                begin, at, who = text.index(content), text.index(cue), text.index(source)
                found.append({"begin": begin, "end": begin + len(content), "cues": [[at, at + len(cue)]],
                              "speaker": {"begin": who, "end": who + len(source)}})
            print(json.dumps({"id": str(number), "text": text, "statements": found}), file=file)
    with open(folder / "articles.jsonl", "w", encoding="utf-8") as file:
        text = "The mayor said that the docks of Aleppo had failed. He praised the Harbour Party."
        span = lambda words: [text.index(words), text.index(words) + len(words)]
        said = lambda words, cue, source, **more: {"begin": span(words)[0], "end": span(words)[1], "cues": [span(cue)],
                                                   "speaker": dict(zip(("begin", "end"), span(source))), **more}
        print(json.dumps({"id": "ours", "text": text, "entities": [{"begin": span("Aleppo")[0], "end": span("Aleppo")[1], "type": "Place"}],
                          "statements": [said("the docks of Aleppo had failed", "said", "The mayor"), said("the Harbour Party", "praised", "He", topic=True)]}), file=file)
    with open(folder / "names.txt", "w", encoding="utf-8") as file:
        print("-DOCSTART- -X- -X- O\n", file=file)
        for sentence in NAMES:
            print("".join(f"{word} {tag} O {label}\n" for word, label, tag in sentence), file=file)
    text = " ".join(TEXTS).lower()
    pieces = sorted({c for c in text if not c.isspace()} | {w for w in text.split() if w.isalpha()})
    with open(folder / "vocabulary.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *pieces, *("##" + p for p in pieces)]) + "\n")
    with open(folder / "texts.jsonl", "w", encoding="utf-8") as file:
        print(json.dumps({"text": TEXTS[1]}), file=file)
    return 4 + 2 * len(pieces)


def changes(folder):
    """Asserts that the spans of names and statements stay correct when augmentation changes an article."""
    article = data.read_ours([folder / "articles.jsonl"])[0]
    words = lambda a, s: [a["text"][b:e].lower() for b, e in [*s["parts"], s["cue"], s["source"]]]
    for seed in range(50):
        changed = data.within_another(article, {"PER": ["Ada Novak"]}, random.Random(seed))
        assert [words(changed, s) for s in changed["statements"][:2]] == [words(article, s) for s in article["statements"]], changed
        outer = words(changed, changed["statements"][2])
        assert "docks of aleppo" in outer[0] and outer[1] in data.SAID and outer[2] in ["ada novak", *data.SPEAKERS], outer
        assert data.layers(changed["statements"])[1] == [changed["statements"][0]], changed
        exchanged = data.exchange_names(article, {"LOC": ["La Paz"]}, random.Random(seed), 1)
        assert [exchanged["text"][b:e] for b, e, _ in exchanged["entities"]] == ["La Paz"], exchanged
        assert words(exchanged, exchanged["statements"][0])[0] == "the docks of la paz had failed", exchanged


@torch.no_grad()
def said(reader, word_piece, text):
    words = analyse(text, word_piece)
    item = data.encode(words, 0, len(words), word_piece, MAX_PIECES)
    tensor = lambda key: torch.tensor([item[key]])
    outputs = reader(tensor("pieces"), torch.ones(1, len(item["pieces"]), dtype=torch.long), tensor("shape"), tensor("place"), tensor("first"))
    return {"text": text, "pieces": words.pieces, "shape": words.shape, "place": words.place, "begin": words.begin, "end": words.end,
            "scores": {name: rows[0].tolist() for name, rows in zip([*HEADS, *POINTERS], outputs)}}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    size = corpus(folder)
    changes(folder)
    shape = {"vocabulary": size, "width": 24, "layers": 4, "heads": 2, "inner": 48, "positions": 384}
    vocabulary = str(folder / "vocabulary.txt")
    tokenizer = ["--tokenizer", vocabulary]
    corpora = ["--statements", str(folder / "statements.jsonl"), "--names", str(folder / "names.txt")]
    ours = ["--articles", str(folder / "articles.jsonl"), "--articles-copies", "3"]
    steps = ["--steps", "5", "--float32"]
    large, small, trained = (str(folder / run / "reader.pt") for run in ("large", "small", "trained"))
    train.main([*tokenizer, *corpora, *ours, *steps, "--shape", json.dumps(shape), "--out", str(folder / "large")])
    shrink.main([*tokenizer, *corpora, "--reader", large, "--layers", "0", "1", "3", "--heads", "1", "--inner", "24", "--block", "8", "--batches", "2",
                 "--float32", "--out", small])
    train.main([*tokenizer, *corpora, *ours, *steps, "--start", small, "--teacher", large, "--like", "0", "2", "3", "--texts", str(folder / "texts.jsonl"),
                "--out", str(folder / "trained")])
    export.main([*tokenizer, "--reader", trained, "--out", str(folder / "model"), "--float32"])
    reader, word_piece = Reader.trained(trained).fixed_to(OURS), WordPiece.of(vocabulary)
    with open(folder / "expected.json", "w", encoding="utf-8") as file:
        json.dump([said(reader, word_piece, text) for text in TEXTS], file)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
