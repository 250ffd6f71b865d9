# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""What the lints share: the files of the tree, and one TAP line per rule."""
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Made by programs, or kept as others wrote them.
FOREIGN = ("static/", "LICENSE", "assets/package-lock.json", "tests/browser/package-lock.json")


def files(*patterns):
    """Paths (from the top) that git knows or would add, matching one of the patterns."""
    out = subprocess.run(["git", "-C", TOP, "ls-files", "-z", "-co", "--exclude-standard", *patterns],
                         capture_output=True, text=True, check=False)
    if out.returncode == 0:
        names = [n for n in out.stdout.split("\0") if n]
    else:  # a tree without git: an unpacked release
        names = [n for n in walk() if any(matches(n, p) for p in patterns) or not patterns]
    return sorted(n for n in names if os.path.isfile(os.path.join(TOP, n)))


def walk():
    for folder, inner, names in os.walk(TOP):
        inner[:] = [n for n in inner if not re.fullmatch(
            r"\.git|var|build(-.*)?|node_modules|autom4te\.cache|__pycache__", n)]
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), TOP)
            if path not in ("configure", "configure~", "aclocal.m4", "Makefile.in"):
                yield path


def matches(name, pattern):
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), name) or name.startswith(pattern.rstrip("*"))


def read(name):
    with open(os.path.join(TOP, name), encoding="utf-8", errors="replace") as f:
        return f.read()


class Lint:
    """rule() prints one TAP line with every place that breaks the rule below it."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def rule(self, name, faults):
        self.count += 1
        faults = list(faults)
        print(("not ok" if faults else "ok"), self.count, "-", name)
        for fault in faults[:40]:
            print("  #", fault)
        if len(faults) > 40:
            print("  # and", len(faults) - 40, "more")
        self.failed += bool(faults)

    def done(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def lines(names, pattern, flags=0):
    """path:line: text for every line of the files that the pattern finds."""
    found = re.compile(pattern, flags)
    for name in names:
        for number, text in enumerate(read(name).splitlines(), 1):
            if found.search(text):
                yield f"{name}:{number}: {text.strip()[:120]}"


def strip_c(text):
    """C without comments, texts and characters, line numbers kept."""
    def blank(m):
        return re.sub(r"[^\n]", " ", m.group(0))
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', blank, text, flags=re.S)


def strip_comments(text):
    def keep(m):
        return m.group(0) if m.group(0)[0] in "\"'" else re.sub(r"[^\n]", " ", m.group(0))
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', keep, text, flags=re.S)
