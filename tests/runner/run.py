#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the whole suite through ctest and judges it by what every program reports, not by its exit code alone.

A promise that was not checked counts as a skip, whatever the reason: QSKIP, QEXPECT_FAIL, a blacklisted function, a function
without a single check or row, a program without test functions, a registered test that left no results, a disabled test, a
test source that no target builds. A skip fails the run unless tests/allowed-skips names it with its reason. Fewer test
functions than tests/expected says fail it as well.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRAME = ("initTestCase", "cleanupTestCase")  # QtTest writes them into every program's results
PASSES = ("pass",)
FAILURES = ("fail", "xpass")
SUMMARY = re.compile(r"^\d+% tests passed, \d+ tests failed out of \d+")

Program = collections.namedtuple("Program", "functions rows skips failures")


def inside(element, tag):
    child = element.find(tag)
    return (child.text or "").strip() if child is not None else ""


def judge_function(name, function):
    """The rows that passed, what was skipped and what failed in one test function."""
    rows, skips, failures = 0, [], []
    for entry in function:
        kind = entry.get("type")
        row = inside(entry, "DataTag")
        where = f"{name}({row})" if row else name
        if entry.tag == "Incident" and kind in PASSES:
            rows += 1
        elif entry.tag == "Incident" and kind in FAILURES:
            failures.append(f"{where}: {inside(entry, 'Description') or kind}")
        elif entry.tag == "Incident" or kind == "skip":
            # xfail, everything blacklisted (bpass, bfail, bxpass, bxfail), and skips as either kind of entry
            skips.append((where, f"{kind}: {inside(entry, 'Description') or 'no reason given'}"))
    if not rows and not skips and not failures:
        skips.append((name, "nothing was checked"))
    return rows, skips, failures


def judge_program(path):
    """Reads one program's results; raises ParseError where the program ended in the middle of them."""
    functions, rows, skips, failures, found = 0, 0, [], [], False
    for function in ElementTree.parse(path).getroot().iter("TestFunction"):
        name = function.get("name", "")
        its_rows, its_skips, its_failures = judge_function(name, function)
        failures += its_failures
        if name in FRAME:
            skips += [skip for skip in its_skips if skip[1] != "nothing was checked"]
            continue
        found = True
        functions += bool(its_rows or its_failures)
        rows += its_rows
        skips += its_skips
    if not found:
        skips.append(("", "the program holds no test function"))
    return Program(functions, rows, skips, failures)


def read_allowed(path):
    """Lines `program::function(row)  reason`; the name alone, without a reason, allows nothing."""
    allowed = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, reason = line.strip().partition("  ")
        if not reason.strip():
            raise SystemExit(f"{path}:{number}: two blanks and the reason are missing after the name")
        allowed[name] = reason.strip()
    return allowed


def read_expected(path, suite):
    """Lines `suite number`; the whole suite is called `all`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if len(words) == 2 and words[0] == (suite or "all"):
            return int(words[1])
    return None


def registered(ctest):
    listing = json.loads(subprocess.check_output([*ctest, "--show-only=json-v1"]))
    tests = {}
    for test in listing["tests"]:
        properties = {entry["name"]: entry["value"] for entry in test.get("properties", [])}
        tests[test["name"]] = properties
    return tests


def unregistered(names, sources):
    """Test sources that no registered test is called after: their target was not configured."""
    return [path for path in sorted(sources.rglob("tst_*.cpp")) if path.stem not in names]


def run_ctest(ctest, jobs):
    """Streams ctest's output but for the closing summary, which is returned with its exit code."""
    command = [*ctest, "--output-on-failure", "--no-label-summary", "--no-tests=error", f"-j{jobs}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    summary = []
    for line in process.stdout:
        if summary or SUMMARY.match(line):
            summary.append(line)
        else:
            print(line, end="", flush=True)
    return process.wait(), "".join(summary).strip("\n")


def collect(tests, results):
    """Everything the programs reported: totals, and skips and failures under `program::function(row)`."""
    total = Program(0, 0, [], [])
    for name, properties in tests.items():
        if properties.get("DISABLED"):
            total.skips.append((name, "the test is disabled"))
            continue
        path = results / f"{name}.xml"
        if not path.exists():
            total.skips.append((name, "the test is registered but left no results"))
            continue
        try:
            program = judge_program(path)
        except ElementTree.ParseError as error:
            total.failures.append(f"{name}: the program ended in the middle of its results ({error})")
            continue
        total = total._replace(functions=total.functions + program.functions, rows=total.rows + program.rows)
        total.skips.extend((f"{name}::{where}" if where else name, reason) for where, reason in program.skips)
        total.failures.extend(f"{name}::{failure}" for failure in program.failures)
    return total


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True, help="the configured and built folder")
    parser.add_argument("--suite", help="only the tests with this label")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tests", type=pathlib.Path, default=ROOT / "tests", help="where the test sources lie")
    parser.add_argument("--allowed-skips", type=pathlib.Path, default=ROOT / "tests/allowed-skips")
    parser.add_argument("--expected", type=pathlib.Path, default=ROOT / "tests/expected")
    return parser.parse_args()


def main():
    options = arguments()
    started = time.monotonic()
    allowed = read_allowed(options.allowed_skips)
    expected = read_expected(options.expected, options.suite)

    ctest = ["ctest", "--test-dir", str(options.build)]
    everything = registered(ctest)
    if options.suite:
        ctest += ["-L", f"^{re.escape(options.suite)}$"]
    results = options.build / "results"
    for stale in results.glob("*.xml"):
        stale.unlink()

    code, summary = run_ctest(ctest, options.jobs)
    total = collect(registered(ctest), results)
    skips = list(total.skips)
    skips += [(path.stem, f"no target builds {path}") for path in unregistered(everything, options.tests)]

    broken = list(total.failures)
    for name, reason in skips:
        if name in allowed:
            print(f"Skipped as allowed: {name} ({reason}): {allowed[name]}")
        else:
            broken.append(f"{name}: skipped: {reason}")
    if expected is None:
        broken.append(f"{options.expected}: says nothing about the suite {options.suite or 'all'}")
    elif total.functions < expected:
        broken.append(f"{total.functions} test functions ran, {options.expected} expects at least {expected}")
    for line in broken:
        print(f"BROKEN  {line}")

    seconds = time.monotonic() - started
    print(f"\n{total.functions} test functions with {total.rows} passed rows in {seconds:.0f} s, "
          f"at least {expected} functions expected, {len(skips)} skips")
    print(summary or "ctest ended without a summary")
    if broken and code == 0:
        print("FAILED although every program ended well: see the lines marked BROKEN above")
    return 1 if broken or code else 0


if __name__ == "__main__":
    sys.exit(main())
