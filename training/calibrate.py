"""Fits the confidences (`extract.ConfidenceCalibration`): python3 calibrate.py GOLD.jsonl FOUND.jsonl ...

Takes pairs of files: gold data and the output of `newsgraph extract` for them. In each pair, every second article is used to fit
the two parameters of a logistic curve (Platt 1999), the others to measure the expected calibration error (ten bins).
"""
import json
import math
import re
import sys

WORD = re.compile(r"\w+")
CURRENT = {"quoted": (0.75, -0.6), "indirect": (0.9, -0.9), "report": (0.5, -0.2), "name": (0.76, 0.59)}    # the values in `extract.ConfidenceCalibration`
SAME, SIMILAR = 0.8, 0.5                               # minimum F1 of the words of two contents that are the same, or similar
TYPES = ("Person", "Organisation", "Place")


def words_of(text, statement):
    parts = statement.get("parts") or [[statement["begin"], statement["end"]]]
    return {m.start() for m in WORD.finditer(text) if any(m.start() < e and b < m.end() for b, e in parts)}


def f1(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0


def same_place(text, a, b):
    begin, end = max(a["begin"], b["begin"]), min(a["end"], b["end"])
    return begin < end and bool(WORD.search(text[begin:end]))


def statements(gold, found):
    """Yields (kind, confidence, right) for each extracted statement, except those that are neither right nor wrong."""
    text = gold["text"]
    wanted = [(s, words_of(text, s)) for s in gold["statements"]]
    for s in found["statements"]:
        content = words_of(text, s)
        best, its = max(((f1(content, w), g) for g, w in wanted), key=lambda x: x[0], default=(0, None))
        report = s["kind"] == "report"
        if best >= SIMILAR and its.get("optional") or not report and best >= SIMILAR and its.get("topic"):
            continue
        who = its and its.get("speaker")
        right = best >= SAME and bool(its.get("topic")) == report and (not who or same_place(text, s.get("speaker", {"begin": 0, "end": 0}), who))
        yield "report" if report else "indirect" if s["kind"] == "indirect" else "quoted", s["confidence"], right


def names(gold, found):
    inside = lambda e: "span" not in gold or e["begin"] >= gold["span"][0] and e["end"] <= gold["span"][1]
    doubtful = [e for e in gold["entities"] if e.get("optional")]
    right = {(e["begin"], e["end"], e["type"]) for e in gold["entities"] if not e.get("optional")}
    for e in found["entities"]:
        if e["type"] in TYPES and inside(e) and not any(e["begin"] < o["end"] and o["begin"] < e["end"] for o in doubtful):
            yield "name", e["confidence"], (e["begin"], e["end"], e["type"]) in right


def logit(p):
    return math.log(p / (1 - p))


def logistic(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(points):
    """Fits slope and intercept of the curve to the scores of the network, by Newton's method."""
    a, b = 1.0, 0.0
    for _ in range(50):
        g = [0.1 * (a - 1), 0.1 * b]                 # a weak prior keeps the steps small
        h = [[0.1, 0.0], [0.0, 0.1]]
        for x, y in points:
            p = logistic(a * x + b)
            for i, u in enumerate((x, 1.0)):
                g[i] += (p - y) * u
                for j, v in enumerate((x, 1.0)):
                    h[i][j] += p * (1 - p) * u * v
        d = h[0][0] * h[1][1] - h[0][1] * h[1][0]
        step = ((h[1][1] * g[0] - h[0][1] * g[1]) / d, (h[0][0] * g[1] - h[1][0] * g[0]) / d)
        a, b = (x - max(-0.5, min(0.5, s)) for x, s in zip((a, b), step))
    return a, b


def error(points, curve):
    """Returns the expected calibration error."""
    bins = [[] for _ in range(10)]
    for x, y in points:
        p = logistic(curve[0] * x + curve[1])
        bins[min(9, int(p * 10))].append((p, y))
    return sum(abs(sum(p for p, _ in b) - sum(y for _, y in b)) for b in bins) / max(1, len(points))


def main(files):
    points = {}
    for gold_file, found_file in zip(files[::2], files[1::2]):
        found = {doc["id"]: doc for doc in map(json.loads, open(found_file, encoding="utf-8"))}
        for number, gold in enumerate(map(json.loads, open(gold_file, encoding="utf-8"))):
            judged = gold.get("judge", ["statements", "entities"])
            both = [*(statements(gold, found[gold["id"]]) if gold.get("statements") and "statements" in judged else ()),
                    *(names(gold, found[gold["id"]]) if gold.get("entities") and "entities" in judged else ())]
            for kind, confidence, right in both:
                a, b = CURRENT[kind]
                point = ((logit(min(max(confidence, 1e-4), 1 - 1e-4)) - b) / a, float(right))
                points.setdefault(kind, ([], []))[number % 2].append(point)
    for kind, (fitting, others) in points.items():
        curve = fit(fitting)
        print(f"{kind}: {len(fitting)} fit slope {curve[0]:.2f}, intercept {curve[1]:.2f}; calibration error {error(others, curve):.3f} on {len(others)} others,"
              f" with the current values {error(others, CURRENT[kind]):.3f}; right {sum(y for _, y in others) / max(1, len(others)):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
