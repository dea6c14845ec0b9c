"""Fits the weights of the entity linker: python3 linker.py ROWS.tsv --out weights.tsv

The rows are the output of `LinkerRows` (among the tests): the features of each candidate in annotated articles, and whether the
candidate is right. The model is a logistic regression with ridge regularisation. Cross-validation over articles measures the
calibration: a table of predicted probabilities and observed frequencies.
"""
import argparse
import csv
import pathlib

import numpy

FOLDS = 5

# Fixed weights: for American places, the gold sets have the label ("Beverly Hills"), but the name dictionary used in training has the
# title ("Beverly Hills, California"); and few names in the gold sets are completed by the rest of their article, nearly all rightly.
FIXED = {"CONTEXT": 0.5, "COMPLETED": 2.5, "WITH_PLACE": 1.0}


def labels(rows, names):
    """Returns which candidates are right. The gold data's names cannot tell a city from "London (poem)", but the type can."""
    other_type = 5 + names.index("OTHER_TYPE")
    return numpy.array([r[4] == "1" and not (r[3].endswith(")") and float(r[other_type]) > 0) for r in rows], float)


def fit(x, y, ridge, names, steps=60):
    """Fits the weights that are not fixed, by Newton's method."""
    fixed = numpy.array([FIXED.get(name, 0.0) for name in names])
    base, x = x @ fixed, x * numpy.array([name not in FIXED for name in names])
    weights = numpy.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + numpy.exp(-x @ weights - base))
        gradient = x.T @ (p - y) + ridge * weights
        curvature = (x.T * (p * (1 - p))) @ x + ridge * numpy.eye(len(weights))
        weights -= numpy.linalg.solve(curvature, gradient)
    return weights + fixed


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("rows")
    p.add_argument("--out", required=True, type=pathlib.Path)
    p.add_argument("--ridge", type=float, default=2.0)
    a = p.parse_args()
    lines = list(csv.reader(open(a.rows, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    names = lines[0][5:]
    rows = [r for r in lines[1:] if r[4] != "-"]
    x = numpy.array([[float(v) for v in r[5:]] for r in rows])
    y = labels(rows, names)
    articles = sorted({(r[0], r[1]) for r in rows})
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    folds = numpy.array([fold[r[0], r[1]] for r in rows])
    predicted = numpy.zeros(len(rows))
    for k in range(FOLDS):
        weights = fit(x[folds != k], y[folds != k], a.ridge, names)
        predicted[folds == k] = 1 / (1 + numpy.exp(-x[folds == k] @ weights))
    best = {}
    for i, r in enumerate(rows):
        key = r[0], r[1], r[2]
        if key not in best or predicted[i] > predicted[best[key]]:
            best[key] = i
    chosen = numpy.array(sorted(best.values()))
    print(f"{len(rows)} candidates of {len(best)} entities; cross-validation, the likeliest candidate of each:")
    for low in numpy.arange(0, 1, 0.1):
        chosen_in_bin = chosen[(predicted[chosen] >= low) & (predicted[chosen] < low + 0.1 + 1e-9)]
        if len(chosen_in_bin):
            print(f"  {low:.1f}-{low + 0.1:.1f}: predicted {predicted[chosen_in_bin].mean():.2f}, observed {y[chosen_in_bin].mean():.2f}, of {len(chosen_in_bin)}")
    weights = fit(x, y, a.ridge, names)
    with open(a.out, "w", encoding="utf-8") as out:
        out.write("# Weight of each feature in the entity linker. Written by training/linker.py.\n")
        for name, weight in zip(names, weights):
            out.write(f"{name}\t{weight:.4f}\n")
            print(f"  {name:14}{weight:8.3f}")


if __name__ == "__main__":
    main()
