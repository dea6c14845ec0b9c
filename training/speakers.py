"""Fits the weights with which speakers are chosen: python3 speakers.py ROWS.tsv --out speaker-weights.tsv

The rows are the output of `SpeakerRows` (among the tests): the evidence for each candidate for the speaker of a source without a
name, and whether the candidate is right. The model is log-linear (a softmax over the candidates of a source). Each kind of source
has weights of its own, which ridge regularisation draws towards weights common to all kinds. Cross-validation over articles
reports the share of sources with the right speaker, beside that of the rules alone.
"""
import argparse
import collections
import pathlib

import numpy

FOLDS = 5


def read(path):
    """Returns the sources: kind, article, and for each candidate its features and whether it is right."""
    sources = collections.OrderedDict()
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        features = dict((name, float(value)) for name, value in (cell.split("=") for cell in cells[7:]))
        candidates = sources.setdefault((cells[0], cells[1], cells[2]), {})
        # A source with several statements comes several times: the first counts.
        candidates.setdefault((cells[3], cells[4]), (features, cells[6] == "1"))
    return [(article, kind, list(candidates.values())) for (article, _, kind), candidates in sources.items()]


def by_rules(features):
    return features.get("BY_RULES")


class Model:
    def __init__(self, sources, common_ridge, own_ridge):
        self.kinds = sorted({kind for _, kind, _ in sources})
        self.names = sorted({name for _, _, candidates in sources for features, _ in candidates for name in features})
        self.column = {name: i for i, name in enumerate(self.names)}
        self.weights = numpy.zeros((1 + len(self.kinds), len(self.names)))
        self.ridge = numpy.array([[common_ridge]] + [[own_ridge]] * len(self.kinds))

    def matrix(self, candidates):
        x = numpy.zeros((len(candidates), len(self.names)))
        for row, (features, _) in enumerate(candidates):
            for name, value in features.items():
                if name in self.column:
                    x[row, self.column[name]] = value
        return x

    def of_kind(self, kind):
        return self.weights[0] + (self.weights[1 + self.kinds.index(kind)] if kind in self.kinds else 0)

    def fit(self, sources, steps=400, rate=0.1):
        data = []
        for _, kind, candidates in sources:
            right = numpy.array([r for _, r in candidates], float)
            if right.any():
                data.append((self.kinds.index(kind), self.matrix(candidates), right))
        first, second = numpy.zeros_like(self.weights), numpy.zeros_like(self.weights)
        for step in range(1, steps + 1):
            gradient = self.ridge * self.weights
            for kind, x, right in data:
                score = x @ (self.weights[0] + self.weights[1 + kind])
                p = numpy.exp(score - score.max())
                p /= p.sum()
                q = p * right
                q /= q.sum()
                g = x.T @ (p - q)
                gradient[0] += g
                gradient[1 + kind] += g
            first = 0.9 * first + 0.1 * gradient
            second = 0.99 * second + 0.01 * gradient * gradient
            self.weights -= rate * (first / (1 - 0.9**step)) / (numpy.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return self

    def choose(self, kind, candidates):
        score = self.matrix(candidates) @ self.of_kind(kind)
        p = numpy.exp(score - score.max())
        return int(score.argmax()), p / p.sum()


def report(title, outcomes):
    kinds = sorted({kind for kind, _, _ in outcomes})
    print(title)
    for kind in kinds + ["all"]:
        rows = [o for o in outcomes if kind in (o[0], "all")]
        print(f"  {kind:16} {len(rows):5}  rules {sum(r for _, r, _ in rows) / len(rows):.3f}  model {sum(m for _, _, m in rows) / len(rows):.3f}")


def outcomes(model, sources):
    found = []
    for _, kind, candidates in sources:
        rule = any(right for features, right in candidates if by_rules(features))
        best, _ = model.choose(kind, candidates)
        found.append((kind, rule, candidates[best][1]))
    return found


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("rows")
    p.add_argument("--test", nargs="*", default=[], help="rows of other articles, to report on")
    p.add_argument("--out", required=True, type=pathlib.Path)
    p.add_argument("--ridge", type=float, default=0.5, help="of the common weights")
    p.add_argument("--own-ridge", type=float, default=2.0, help="of each kind's own weights")
    a = p.parse_args()
    sources = read(a.rows)
    articles = {article: number % FOLDS for number, article in enumerate(sorted({s[0] for s in sources}))}
    validated = []
    for fold in range(FOLDS):
        model = Model(sources, a.ridge, a.own_ridge).fit([s for s in sources if articles[s[0]] != fold])
        validated += outcomes(model, [s for s in sources if articles[s[0]] == fold])
    report("cross-validation", validated)
    model = Model(sources, a.ridge, a.own_ridge).fit(sources)
    for test in a.test:
        report(test, outcomes(model, read(test)))
    with open(a.out, "w", encoding="utf-8") as out:
        out.write("# Weight of each feature for each kind of source. Written by training/speakers.py.\n")
        for kind in model.kinds:
            for name, weight in zip(model.names, model.of_kind(kind)):
                if abs(weight) >= 0.005:
                    out.write(f"{kind}\t{name}\t{weight:.2f}\n")


if __name__ == "__main__":
    main()
