#!/usr/bin/env python3
"""Builds a graph in one run, and again with kills (kill -9) at random points and resumption, and compares the results.

    building.py ARTICLES FOLDER [--kills 10] [--newsgraph ./newsgraph] [--heap 1g] [--seed 1]

Prints for each build the time in seconds, the peak of its anonymous memory (RssAnon), and the maximum heap usage after a
garbage collection, which includes regions that G1 has not examined yet. With --kills 0 there is no second build.
The graphs are compared as sorted N-Quads, without the times of extraction.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import threading
import time

TIMES = "endedAtTime"


class Build:
    """One run of `newsgraph build`, monitored until it ends."""

    def __init__(self, newsgraph, articles, database, heap, log):
        options = f"-Xmx{heap} -Xlog:gc:file={log}"
        self.log, self.peak, self.begin = log, 0, time.monotonic()
        self.process = subprocess.Popen([newsgraph, "build", articles, "--db", database], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, "NEWSGRAPH_JAVA_OPTS": options})
        self.said = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stderr:
            self.said.append(line)

    def watch(self, seconds=None):
        """Waits until the build ends, or for a number of seconds. Returns whether it has ended."""
        end = None if seconds is None else time.monotonic() + seconds
        while self.process.poll() is None:
            if end and time.monotonic() > end:
                return False
            try:
                found = re.search(r"RssAnon:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())
                self.peak = max(self.peak, int(found[1]) if found else 0)
            except (FileNotFoundError, ProcessLookupError):
                pass
            time.sleep(0.2)
        return True

    def live(self):
        collected = re.findall(r"->(\d+)M\(", pathlib.Path(self.log).read_text())
        return max(map(int, collected), default=0)

    def report(self, name):
        if self.process.returncode:
            sys.exit(f"{name}: the build failed ({self.process.returncode}): {''.join(self.said[-5:])}")
        print(f"{name}: {time.monotonic() - self.begin:.1f} s, {self.peak // 1024} MiB of its own, {self.live()} MiB of heap after a collection", flush=True)


def quads(newsgraph, database, file):
    """Writes the database's quads, sorted, without the times of extraction. Returns their number."""
    subprocess.run([newsgraph, "export", "--db", database, "--force", "-o", f"{file}.all.nq"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    kept = f"grep -v {TIMES} {file}.all.nq | sort -S 1G -o {file}"
    subprocess.run(["bash", "-o", "pipefail", "-c", kept], check=True, env={**os.environ, "LC_ALL": "C"})
    os.remove(f"{file}.all.nq")
    return int(subprocess.run(["wc", "-l", file], check=True, capture_output=True, text=True).stdout.split()[0])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles")
    p.add_argument("folder", type=pathlib.Path, help="folder for the databases; replaces those of an earlier run")
    p.add_argument("--kills", type=int, default=10)
    p.add_argument("--newsgraph", default="./newsgraph")
    p.add_argument("--heap", default="1g")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    whole, killed = a.folder / "whole", a.folder / "killed"
    for old in (whole, killed):
        shutil.rmtree(old, ignore_errors=True)

    build = Build(a.newsgraph, a.articles, whole, a.heap, a.folder / "whole-gc.log")
    build.watch()
    build.report("in one run")
    seconds = time.monotonic() - build.begin
    print("  " + "  ".join(build.said[-8:]), end="", flush=True)

    if not a.kills:
        return

    draw = random.Random(a.seed)
    for kill in range(a.kills):
        build = Build(a.newsgraph, a.articles, killed, a.heap, a.folder / "killed-gc.log")
        after = draw.uniform(0.5, 1.5) * seconds / (a.kills + 1)
        if build.watch(after):
            build.report(f"had ended before kill {kill + 1}")
            break
        build.process.kill()
        build.process.wait()
        print(f"kill {kill + 1} after {after:.1f} s", flush=True)
    build = Build(a.newsgraph, a.articles, killed, a.heap, a.folder / "killed-gc.log")
    build.watch()
    build.report("the last run of the killed build")

    counts = [quads(a.newsgraph, database, a.folder / f"{database.name}.nq") for database in (whole, killed)]
    same = subprocess.run(["cmp", "-s", a.folder / "whole.nq", a.folder / "killed.nq"]).returncode == 0
    print(f"quads: {counts[0]} and {counts[1]}: {'the same' if same else 'NOT THE SAME'}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
