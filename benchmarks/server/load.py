#!/usr/bin/env python3
"""Sends queries to a server from many clients in parallel, while articles are added and deleted.

Usage: load.py ADDRESS SECONDS CLIENTS LOGIN [QUERY.rq...]      LOGIN is name:password of an editor.
Prints the numbers of requests and errors, requests per second, and latencies, one line per query. Checks the status of
every response, that it is complete (JSON parses), and that an acknowledged article is found with all its statements.
"""
import base64, json, sys, threading, time, urllib.error, urllib.parse, urllib.request

address, seconds, clients, login = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
queries = {name.split("/")[-1]: open(name).read() for name in sys.argv[5:]}
auth = "Basic " + base64.b64encode(login.encode()).decode()
end, lock, times, errors = time.time() + seconds, threading.Lock(), {}, []

def call(name, request):
    begin = time.time()
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            body = answer.read()
        with lock:
            times.setdefault(name, []).append(time.time() - begin)
        return body
    except Exception as e:  # every failure counts
        detail = e.read()[:200] if isinstance(e, urllib.error.HTTPError) else b""
        with lock:
            errors.append(f"{name}: {e} {detail}")

def ask(name, query):
    data = urllib.parse.urlencode({"query": query}).encode()
    body = call(name, urllib.request.Request(address + "news/sparql", data,
                {"Accept": "application/sparql-results+json, text/turtle;q=0.5"}))
    if body and body.lstrip()[:1] == b"{":
        json.loads(body)
    return body

def reader(n):
    names = list(queries)
    i = n
    while time.time() < end:
        ask(names[i % len(names)], queries[names[i % len(names)]])
        i += 1

TEXT = 'Ann Roe said: "The ferry number {0} will sail." Kim Day said: "We wait for ferry {0}." It rained.'

def writer():
    n = 0
    while time.time() < end:
        n += 1
        article = {"id": f"load {n}", "title": f"Ferry {n}", "text": TEXT.format(n)}
        made = call("POST article", urllib.request.Request(address + "api/articles", json.dumps(article).encode(),
                    {"Content-Type": "application/json", "Authorization": auth}))
        if made is None:
            continue
        count = len(json.loads(made)["articles"][0]["statements"])
        found = ask("count", f'PREFIX news: <https://w3id.org/newsgraph/ontology#> SELECT (COUNT(?s) AS ?n) {{ ?a <http://purl.org/dc/terms/identifier> "load {n}" ; news:statement ?s }}')
        if found and int(json.loads(found)["results"]["bindings"][0]["n"]["value"]) != count:
            errors.append(f"torn: load {n}")
        if n > 5:
            call("DELETE article", urllib.request.Request(address + f"api/articles/load%20{n - 5}", method="DELETE",
                 headers={"Authorization": auth}))

threads = [threading.Thread(target=reader, args=(n,)) for n in range(clients)] + [threading.Thread(target=writer)]
for t in threads: t.start()
for t in threads: t.join()
everything = sorted(t for name in times for t in times[name])
print(f"{len(everything)} requests, {len(errors)} errors, {len(everything) / seconds:.1f} a second")
def line(name, ts):
    ts = sorted(ts)
    print(f"{name:45} {len(ts):7} median {ts[len(ts)//2]*1000:8.1f} ms  p95 {ts[int(len(ts)*.95)]*1000:8.1f} ms  max {ts[-1]*1000:8.1f} ms")
line("all", everything)
for name in sorted(times): line(name, times[name])
for e in errors[:20]: print(e)
sys.exit(1 if errors else 0)
