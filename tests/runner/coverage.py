#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which lines of app/ the tests have run, from a build with FAIRLEAD_COVERAGE.

Before the tests, --reset forgets what was counted. After them, the share of each folder and of all is printed, and every
line that never ran is written to a file, as file:line: text. Fails where less than the goal has run.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def notes(build):
    """What the compiler wrote about each source: its lines and blocks."""
    return sorted((build / "app").rglob("*.gcno"))


def reset(build):
    """Empty counters that everybody may write, for some tests run as another user; nobody says a word about them."""
    for counters in (build / "app").rglob("*.gcda"):
        counters.unlink()
    for note in notes(build):
        counters = note.with_suffix(".gcda")
        counters.touch()
        counters.chmod(0o666)


def counted(note):
    """(file, line, count) of everything one source was compiled from."""
    counters = note.with_suffix(".gcda")
    if counters.exists() and not counters.stat().st_size:
        counters.unlink()  # no program that ran holds this source, and gcov takes no empty file
    command = ["gcov", "--json-format", "--stdout", str(note)]
    gcov = subprocess.run(command, capture_output=True, text=True)
    if gcov.returncode:
        raise SystemExit(f"gcov ended with {gcov.returncode}: {gcov.stderr.strip()}")
    for unit in map(json.loads, gcov.stdout.splitlines()):
        for file in unit["files"]:
            path = pathlib.Path(unit["current_working_directory"], file["file"]).resolve()
            for line in file["lines"]:
                yield path, line["line_number"], line["count"]


def count(build):
    """How often each line of each file below app/ ran; headers are in many sources, templates many times in one."""
    lines = collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for entries in pool.map(lambda note: list(counted(note)), notes(build)):
            for path, line, times in entries:
                if path.is_relative_to(ROOT / "app"):
                    lines[path.relative_to(ROOT)][line] += times
    return lines


def share(counters):
    ran = sum(times > 0 for counter in counters for times in counter.values())
    there = sum(len(counter) for counter in counters)
    return ran, there, 100 * ran / max(there, 1)


def write_unreached(lines, path):
    with path.open("w", encoding="utf-8") as out:
        for file in sorted(lines):
            text = (ROOT / file).read_text(encoding="utf-8").splitlines()
            for line in sorted(lines[file]):
                if not lines[file][line]:
                    print(f"{file}:{line}: {text[line - 1].strip()}", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True, help="the configured and built folder")
    parser.add_argument("--reset", action="store_true", help="forget what was counted, and end")
    parser.add_argument("--goal", type=float, default=90, help="per cent of the lines of app/")
    parser.add_argument("--unreached", type=pathlib.Path, help="where the lines go that never ran")
    options = parser.parse_args()
    if options.reset:
        reset(options.build)
        return 0

    lines = count(options.build)
    folders = collections.defaultdict(list)
    for file, counter in lines.items():
        folders[str(file.parent)].append(counter)
    for folder in sorted(folders):
        ran, there, percent = share(folders[folder])
        print(f"Coverage: {folder:14} {percent:5.1f} %  {ran} of {there} lines")
    ran, there, percent = share(lines.values())
    print(f"Coverage: {'app in all':14} {percent:5.1f} %  {ran} of {there} lines, {options.goal:g} % is the goal")
    if options.unreached:
        write_unreached(lines, options.unreached)
        print(f"Coverage: what never ran is in {options.unreached}")
    return 1 if percent < options.goal else 0


if __name__ == "__main__":
    sys.exit(main())
