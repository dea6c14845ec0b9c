#!/usr/bin/env python3
"""Builds the same articles on one machine and on Spark with real executors, measures the times, and compares the graphs.

    cluster.py ARTICLES FOLDER [--executors 1 2] [--kill] [--newsgraph ./newsgraph]

Executors have one core and 1 GB. With --kill the job runs once more on two executors: one of them is killed (kill -9)
after a third of the previous time of the job, the driver after another third, and the job is restarted. The graphs are
compared as sorted N-Quads, without the times of extraction.
"""
import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

from building import TIMES, quads


def executors(driver):
    """Returns the process ids of a driver's executors."""
    parents, found = {}, []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes().split(b"\0")
            if command[0].endswith(b"java") and any(b"CoarseGrainedExecutorBackend" in x for x in command):
                found.append(int(folder.name))
        except (FileNotFoundError, ProcessLookupError):
            pass

    def belongs(pid):
        return pid == driver or pid in parents and belongs(parents[pid])

    return [pid for pid in found if belongs(pid)]


class Job:
    """One run of `newsgraph cluster`."""

    def __init__(self, newsgraph, articles, output, count):
        with open(f"{output}.log", "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([newsgraph, "cluster", articles, "--output", output, "--master", f"local-cluster[{count},1,1024]"],
                                            stdout=log, stderr=log, env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": f"{output}.workers"})

    def end(self):
        if self.process.wait():
            sys.exit(f"the job failed ({self.process.returncode})")

    def kill_executor(self):
        reading = executors(self.process.pid)
        if not reading:
            sys.exit("no executor was there to be killed: take more articles")
        os.kill(reading[0], signal.SIGKILL)

    def kill(self):
        readers = executors(self.process.pid)
        self.process.kill()
        self.process.wait()
        for pid in readers:
            os.kill(pid, signal.SIGKILL)


def of_parts(output, file):
    command = f"zcat {output}/quads/part-*.nq.gz | grep -v {TIMES} | sort -u -S 1G -o {file}"
    subprocess.run(["bash", "-o", "pipefail", "-c", command], check=True, env={**os.environ, "LC_ALL": "C"})


def same(one, other):
    return ", the same quads" if subprocess.run(["cmp", "-s", one, other]).returncode == 0 else ", NOT THE SAME QUADS"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("articles")
    p.add_argument("folder", type=pathlib.Path, help="folder for the graphs; replaces those of an earlier run")
    p.add_argument("--executors", type=int, nargs="*", default=[1, 2])
    p.add_argument("--kill", action="store_true")
    p.add_argument("--newsgraph", default="./newsgraph")
    a = p.parse_args()
    shutil.rmtree(a.folder, ignore_errors=True)
    a.folder.mkdir(parents=True)
    folder = a.folder.resolve()

    begin = time.monotonic()
    subprocess.run([a.newsgraph, "build", a.articles, "--db", folder / "build"], check=True, stderr=subprocess.DEVNULL)
    took = time.monotonic() - begin
    print(f"build: {took:.1f} s, {quads(a.newsgraph, folder / 'build', folder / 'build.nq')} quads", flush=True)
    for count in a.executors:
        output = folder / f"executors-{count}"
        begin = time.monotonic()
        Job(a.newsgraph, a.articles, output, count).end()
        took = time.monotonic() - begin
        of_parts(output, folder / "cluster.nq")
        print(f"{count} executor(s): {took:.1f} s{same(folder / 'build.nq', folder / 'cluster.nq')}", flush=True)
    if a.kill:
        output = folder / "killed"
        job = Job(a.newsgraph, a.articles, output, 2)
        time.sleep(took / 3)
        job.kill_executor()
        time.sleep(took / 3)
        job.kill()
        begin = time.monotonic()
        Job(a.newsgraph, a.articles, output, 2).end()
        took = time.monotonic() - begin
        of_parts(output, folder / "cluster.nq")
        print(f"an executor and then the driver killed, and started again: {took:.1f} s more{same(folder / 'build.nq', folder / 'cluster.nq')}", flush=True)


if __name__ == "__main__":
    main()
