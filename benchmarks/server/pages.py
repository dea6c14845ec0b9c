#!/usr/bin/env python3
"""Measures the response times of a server's pages, each time for a different person, article or word.

    pages.py http://127.0.0.1:3030/ [--requests 100] [--rounds 2] [--seed 1]

Uses one client. The first request for a kind of page is reported separately, because the server may have to load code.
Rounds are reported separately, because Java's compiler is at work in the first minute. Needs only the standard library.
"""
import argparse
import csv
import json
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

NAMESPACE = "PREFIX news: <https://w3id.org/newsgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
SPEAKERS = NAMESPACE + "SELECT ?entity ?name { { SELECT DISTINCT ?entity { ?s a news:Statement ; news:speaker ?entity } LIMIT 3000 } ?entity rdfs:label ?name }"
ARTICLES = NAMESPACE + "SELECT ?article { ?article a news:Article } LIMIT 3000"
WORDS = "harbour school budget tax hospital police vote court union price water road energy housing climate".split()


def get(url, accept="text/html,application/json;q=0.9"):
    """Returns the time in seconds and the body. An error response ends the run."""
    begin = time.perf_counter()
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept}), timeout=120) as answer:
        body = answer.read()
    return time.perf_counter() - begin, body


def ask(server, query):
    url = f"{server}news/sparql?{urllib.parse.urlencode({'query': query})}"
    rows = json.loads(get(url, "application/sparql-results+json")[1])["results"]["bindings"]
    return [{name: value["value"] for name, value in row.items()} for row in rows]


def path(iri):
    """Returns the path of a resource on this server, whatever the base of its IRI."""
    return urllib.parse.quote(urllib.parse.unquote(iri.split("/", 3)[3]), safe="/")


def kinds(server, draw):
    speakers, articles = ask(server, SPEAKERS), ask(server, ARTICLES)
    names = sorted({row["name"] for row in speakers})
    quote = urllib.parse.quote
    name = lambda: quote(draw.choice(names))
    word = lambda: draw.choice(WORDS)
    entity = lambda: path(draw.choice(speakers)["entity"])
    queries = lambda: quote(json.dumps({"q0": {"query": draw.choice(names)}}))
    return {
        "home": lambda: "",
        "search for a name": lambda: f"search?q={name()}",
        "search for a word": lambda: f"search?q={word()}",
        "suggest": lambda: f"suggest?q={quote(draw.choice(names)[:4])}",
        "entity": lambda: entity() + ".html",
        "entity as Turtle": lambda: entity() + ".ttl",
        "article": lambda: path(draw.choice(articles)["article"]),
        "statements, latest": lambda: "statements",
        "statements of a speaker": lambda: f"statements?speaker={name()}",
        "statements about somebody": lambda: f"statements?about={name()}",
        "statements with a word": lambda: f"statements?q={word()}",
        "compare": lambda: f"compare?entity={name()}",
        "timeline": lambda: f"timeline?about={name()}",
        "graph": lambda: f"api/graph?entity={name()}",
        "map": lambda: "map",
        "reconcile": lambda: f"reconcile?queries={queries()}",
        "api: search": lambda: f"api/search?q={name()}",
        "api: entity": lambda: f"api/entities/{entity().split('/')[-1]}",
    }


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("server")
    p.add_argument("--requests", type=int, default=100)
    p.add_argument("--rounds", type=int, default=2)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    out = csv.writer(sys.stdout)
    out.writerow(["round", "page", "first ms", "p50 ms", "p95 ms", "longest ms", "slowest"])
    all_kinds = kinds(a.server, random.Random(a.seed))
    for number, (kind, address) in ((number, each) for number in range(1, a.rounds + 1) for each in all_kinds.items()):
        took = []
        for _ in range(a.requests + 1):
            asked = address()
            try:
                took.append((1e3 * get(a.server + asked)[0], asked))
            except urllib.error.HTTPError as e:
                sys.exit(f"{asked}: status {e.code}")
        first, ordered = took[0][0], sorted(took[1:])
        at = lambda part: ordered[min(len(ordered) - 1, int(part * len(ordered)))][0]
        out.writerow([number, kind, f"{first:.0f}", f"{at(0.5):.0f}", f"{at(0.95):.0f}", f"{ordered[-1][0]:.0f}", ordered[-1][1]])
        sys.stdout.flush()


if __name__ == "__main__":
    main()
