# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""One kind of page, asked by wrk for a short while."""
import os
import re
import statistics
import subprocess

from instance import PAYING, Failed

PATHS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "paths.lua")
UNITS = {"us": 1e-3, "ms": 1, "s": 1000}


class Page:
    """`asked`: (path, cookie) in turn. A cookie keeps the cache in front out of it. `warm`: so many requests
    are made before anything is measured, at least a second of them."""

    def __init__(self, name, asked, folder, warm=0):
        self.name, self.warm = name, warm
        self.file = os.path.join(folder, name.replace(" ", "-") + ".paths")
        with open(self.file, "w", encoding="ascii") as f:
            f.writelines(f"{path}\t{cookie}\n" for path, cookie in asked)
        self.reset()

    def reset(self):
        self.count = 0
        self.rates, self.costs, self.parts, self.p50, self.p99 = [], [], [], [], []

    def warm_up(self, instance):
        """Parses, statements, buffers, what workers keep."""
        self.run(instance, 1)
        while self.count < self.warm:
            self.run(instance, 1)
        self.reset()

    def run(self, instance, seconds, connections=8):
        before = [instance.cpu(s) for s in PAYING]
        out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", PATHS, instance.url,
                              "--", self.file], capture_output=True, text=True, check=True).stdout
        used = [instance.cpu(s) - b for s, b in zip(PAYING, before)]
        bad = re.search(r"Non-2xx or 3xx responses: \d+|Socket errors:.*", out)
        if bad:
            raise Failed(f"{self.name}: {bad.group(0)}")
        count = int(re.search(r"(\d+) requests in", out).group(1))
        self.count += count
        self.rates.append(float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)))
        self.costs.append(1e6 * sum(used) / count)
        self.parts.append([1e6 * u / count for u in used])
        for share, into in (("50", self.p50), ("99", self.p99)):
            value, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", out).groups()
            into.append(float(value) * UNITS[unit])

    @property
    def rate(self):
        return statistics.median(self.rates)

    @property
    def cost(self):
        return statistics.median(self.costs)

    def of(self, static):
        """Median over the rounds of this page's rate by that of the static file of the same round."""
        return statistics.median(a / b for a, b in zip(self.rates, static.rates))

    def row(self, static):
        parts = "/".join(f"{statistics.median(column):.0f}" for column in zip(*self.parts))
        return (f"{self.name:<18} {self.rate:>10.0f} {self.of(static):>10.2f} {self.cost:>8.0f}   {parts:<22} "
                f"{statistics.median(self.p50):>7.2f} {statistics.median(self.p99):>7.2f}")


HEAD = f"{'page':<18} {'requests/s':>10} {'of static':>10} {'CPU µs':>8}   {'nginx/handler/database':<22} {'p50 ms':>7} {'p99 ms':>7}"


def interleaved(instance, pages, rounds, seconds):
    for page in pages:
        page.warm_up(instance)
    for _ in range(rounds):
        for page in pages:
            page.run(instance, seconds)
