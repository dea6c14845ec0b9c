#!/usr/bin/env python3
"""Sends the same queries to SPARQL endpoints in turn, and measures the response times.

    asking.py --queries queries newsgraph=http://127.0.0.1:3030/news/sparql fuseki=http://127.0.0.1:3031/plain

The first endpoint is the measured one; a ratio is its time divided by the time of the endpoint on the line. Rows are
compared before times: if they differ, or an endpoint rejects the query, the line says so and gives no ratio. Needs only
the standard library.
"""
import argparse
import csv
import io
import pathlib
import statistics
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT_SECONDS = 120


def ask(endpoint, query):
    """Returns the response (CSV, or lines of RDF), its media type, and the time in seconds."""
    request = urllib.request.Request(
        endpoint,
        urllib.parse.urlencode({"query": query}).encode(),
        {"Accept": "text/csv, application/n-triples;q=0.5"},
    )
    begin = time.perf_counter()
    with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
        body = answer.read()
        kind = answer.headers.get_content_type()
    return body.decode("utf-8"), kind, time.perf_counter() - begin


def rows(body, kind):
    """Returns the rows sorted for comparison, because rows with equal sort keys have no fixed order."""
    return sorted(map(tuple, csv.reader(io.StringIO(body)))) if kind == "text/csv" else sorted(body.splitlines())


def first_answer(endpoint, query):
    """Returns the rows, or None and the reason."""
    try:
        body, kind, _ = ask(endpoint, query)
        return rows(body, kind), ""
    except urllib.error.HTTPError as e:
        return None, f"status {e.code}"
    except (TimeoutError, urllib.error.URLError) as e:
        return None, str(e)


def times(endpoint, query, clients, runs):
    """Returns the times in seconds of `runs` requests by each of `clients` parallel clients."""
    found = []

    def client():
        for _ in range(runs):
            found.append(ask(endpoint, query)[2])

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--queries", type=pathlib.Path, required=True, help="a folder of .rq files")
    arguments.add_argument("--clients", default="1,8", help="numbers of parallel clients, for example 1,8")
    arguments.add_argument("--runs", type=int, default=10, help="number of requests per client")
    arguments.add_argument("endpoint", nargs="+", help="NAME=URL")
    given = arguments.parse_args()
    endpoints = dict(each.split("=", 1) for each in given.endpoint)
    names = list(endpoints)
    out = csv.writer(sys.stdout)
    out.writerow(["query", "clients", "endpoint", "rows", "p50 ms", "p95 ms", "ratio of p50", "remark"])
    for file in sorted(given.queries.glob("*.rq")):
        query = file.read_text("utf-8")
        answers = {name: first_answer(url, query) for name, url in endpoints.items()}
        expected = answers[names[0]][0]
        for clients in map(int, given.clients.split(",")):
            medians = {}
            for name, url in endpoints.items():
                found, why = answers[name]
                if found is None:
                    out.writerow([file.stem, clients, name, "", "", "", "", why])
                    continue
                took = times(url, query, clients, given.runs)
                medians[name] = statistics.median(took)
                same = found == expected
                ratio = ""
                if name != names[0] and same and names[0] in medians:
                    ratio = f"{medians[names[0]] / medians[name]:.2f}"
                out.writerow(
                    [
                        file.stem,
                        clients,
                        name,
                        max(0, len(found) - 1),
                        f"{1e3 * medians[name]:.1f}",
                        f"{1e3 * percentile(took, 0.95):.1f}",
                        ratio,
                        "" if same else "other rows",
                    ]
                )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
