#!/usr/bin/env python3
"""Kills a server repeatedly (kill -9) during writes, and checks that no acknowledged write is lost.

Usage: kill.py TIMES LAUNCHER DB LOGINS LOGIN      LOGIN is name:password of an editor in the file LOGINS.
After each kill the database is validated against the ontology's shapes, and the server is restarted on it. Every article
whose POST was acknowledged must exist, every article whose DELETE was acknowledged must not, and a text search must find
exactly the articles in the graph.
"""
import base64, json, os, random, re, signal, subprocess, sys, threading, time, urllib.error, urllib.parse, urllib.request

times, launcher, db, logins, login = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5]
auth = "Basic " + base64.b64encode(login.encode()).decode()
stored, gone, unsure, n, starts = set(), set(), set(), 0, []

def start():
    begin = time.time()
    server = subprocess.Popen([launcher, "serve", "--db", db, "--port", "0", "--auth", logins, "--rate", "0"],
                              stdout=subprocess.PIPE, text=True, preexec_fn=os.setsid)
    line = server.stdout.readline()
    address = re.search(r"http://\S+/", line).group(0)
    threading.Thread(target=server.stdout.read, daemon=True).start()
    urllib.request.urlopen(address + "$/ping", timeout=30).read()
    starts.append(time.time() - begin)
    return server, address

def ids(address, pattern):
    query = ('PREFIX news: <https://w3id.org/newsgraph/ontology#> PREFIX dc: <http://purl.org/dc/terms/>'
             ' PREFIX text: <http://jena.apache.org/text#> SELECT DISTINCT ?id { ' + pattern + ' ?a dc:identifier ?id }')
    url = address + "news/sparql?" + urllib.parse.urlencode({"query": query})
    rows = urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": "application/sparql-results+json"}), timeout=60)
    return {row["id"]["value"] for row in json.load(rows)["results"]["bindings"]}

def write(address):
    global n
    while True:
        n += 1
        name = f"kill {n}"
        text = f'Ann Roe said: "The zebra number {n} ran." It rained.'
        try:
            unsure.add(name)
            urllib.request.urlopen(urllib.request.Request(address + "api/articles", json.dumps({"id": name, "title": f"Zebra {n}", "text": text}).encode(),
                {"Content-Type": "application/json", "Authorization": auth}), timeout=60).read()
            unsure.discard(name); stored.add(name)
            if n % 3 == 0 and len(stored) > 20:
                victim = random.choice(sorted(stored))
                stored.discard(victim); unsure.add(victim)
                urllib.request.urlopen(urllib.request.Request(address + "api/articles/" + urllib.parse.quote(victim), method="DELETE", headers={"Authorization": auth}), timeout=60).read()
                unsure.discard(victim); gone.add(victim)
            if n % 7 == 0:
                ids(address, '?a text:query (dc:title "zebra" 100000) .')  # commits the text index to disk
        except (urllib.error.URLError, ConnectionError, OSError, ValueError):
            return

bad = 0
for i in range(times):
    server, address = start()
    graph = {x for x in ids(address, "?a a news:Article .") if x.startswith("kill ")}
    words = {x for x in ids(address, '?a text:query (dc:title "zebra" 100000) .') if x.startswith("kill ")}
    if not stored <= graph or graph & gone or words != graph or graph - stored - unsure:
        bad += 1
        print(f"{i}: lost {stored - graph}, back {graph & gone}, index apart {words ^ graph}")
    stored, unsure = graph, set()
    thread = threading.Thread(target=write, args=(address,)); thread.start()
    first = len(stored)
    while len(stored) == first and thread.is_alive():
        time.sleep(0.05)  # the first article loads the language model
    time.sleep(random.uniform(0.1, 2.0))
    os.killpg(server.pid, signal.SIGKILL); server.wait(); thread.join()
    checked = subprocess.run([launcher, "validate", "--db", db], capture_output=True, text=True)
    if checked.returncode:
        bad += 1
        print(f"{i}: {checked.stdout[-300:]} {checked.stderr[-300:]}")
starts.sort()
print(f"{times} kills, {n} articles sent, {len(stored)} there at the last start, {bad} restarts with a difference; start median {starts[len(starts)//2]:.2f} s, longest {starts[-1]:.2f} s")
sys.exit(1 if bad else 0)
