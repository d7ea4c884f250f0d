#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Fairlead and a bare Qt Widgets window, started in turn on a private desktop and measured from outside.

Runs inside desktop.sh. The first frame is the first damage the X server reports on the program's window, counted from
exec. Processor time is what all threads had got by then, PSS is read a second later. Instructions are callgrind's, up
to the same moment. Wake-ups are the voluntary context switches of all threads while only the tray icon is there.
Exits with 1 where a goal of tests/bench/goals is missed; the first frame only where two series in a row miss it, as it
depends on what else the machine does.
"""

import argparse
import os
import pathlib
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display
from Xlib.ext import damage
from Xlib.protocol import event

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE = 60  # seconds for a window under valgrind
SETTLING = 1.0
SERIES = 40
QUIET = 15  # seconds from the window's end on: a tray's own message ends after 10
SMALLEST = 100  # pixels a window is wide


class Screen:
    """Tells when the window of a program is painted, and closes it as its title bar would."""

    def __init__(self):
        self.display = display.Display()
        self.display.damage_query_version()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.sync()
        self.forget()

    def forget(self):
        while self.display.pending_events():
            self.display.next_event()

    def wait_for_frame(self):
        """The window that was painted first, and when."""
        damaged = self.display.extension_event.DamageNotify
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not self.display.pending_events():
                select.select([self.display], [], [], deadline - time.monotonic())
                continue
            happened = self.display.next_event()
            if happened.type == X.CreateNotify and happened.parent == self.root and happened.width >= SMALLEST:
                # Smaller are helpers of Qt's, and the window manager's frame before it has its size.
                try:
                    happened.window.damage_create(damage.DamageReportNonEmpty)
                    self.display.flush()
                except Exception as error:  # the window is gone again
                    print(error, file=sys.stderr)
            elif happened.type == damaged:
                return happened.drawable, time.monotonic()
        raise SystemExit("no window was painted")

    def close(self, window):
        protocols = self.display.intern_atom("WM_PROTOCOLS")
        delete = self.display.intern_atom("WM_DELETE_WINDOW")
        window = self.display.create_resource_object("window", window.id)
        window.send_event(event.ClientMessage(window=window, client_type=protocols, data=(32, [delete, 0, 0, 0, 0])))
        self.display.sync()


class Started:
    """A program with a home of its own."""

    def __init__(self, command):
        self.home = tempfile.mkdtemp()
        environment = {name: value for name, value in os.environ.items() if "ACCESSIBILITY" not in name}
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            environment[f"XDG_{name}_HOME"] = f"{self.home}/{name.lower()}"
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def tasks(self):
        return pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()

    def milliseconds(self):
        return sum(int((task / "schedstat").read_text().split()[0]) for task in self.tasks()) / 1e6

    def pss(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) / 1024

    def switches(self):
        found = (re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (task / "status").read_text(), re.M)[1]
                 for task in self.tasks())
        return sum(map(int, found))

    def end(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        shutil.rmtree(self.home, ignore_errors=True)


def measure_start(screen, program):
    screen.forget()
    started = Started([program])
    _, painted = screen.wait_for_frame()
    cpu = started.milliseconds()
    time.sleep(SETTLING)
    result = {"first-frame": (painted - started.start) * 1e3, "cpu": cpu, "pss": started.pss()}
    started.end()
    return result


def measure_instructions(screen, program):
    """In millions, until the first frame."""
    with tempfile.TemporaryDirectory() as folder:
        screen.forget()
        started = Started(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", program])
        screen.wait_for_frame()
        started.end()
        text = pathlib.Path(folder, "out").read_text(errors="replace")
        return int(re.search(r"^(?:totals|summary):\s+(\d+)", text, re.MULTILINE)[1]) / 1e6


def measure_wake_ups(screen, program, seconds):
    screen.forget()
    started = Started([program])
    window, _ = screen.wait_for_frame()
    time.sleep(3 * SETTLING)
    screen.close(window)
    time.sleep(QUIET)
    before = started.switches()
    time.sleep(seconds)
    wake_ups = (started.switches() - before) * 60 / seconds
    if started.process.poll() is not None:
        raise SystemExit("Fairlead did not stay in the tray")
    started.end()
    return wake_ups


def series(screen, programs):
    results = {name: [] for name in programs}
    for _ in range(SERIES):
        for name, program in programs.items():
            results[name].append(measure_start(screen, program))
    return results


def compare(results, measure, unit):
    """Prints medians and spread; returns the ratio of the medians."""
    ours, bare = (sorted(one[measure] for one in results[name]) for name in ("fairlead", "bare"))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"{measure:<13} {statistics.median(ours):7.1f} {unit:<3} ({ours[0]:.1f} to {ours[-1]:.1f})   bare "
          f"{statistics.median(bare):7.1f} {unit:<3} ({bare[0]:.1f} to {bare[-1]:.1f})   ratio {ratio:.2f}")
    return ratio


def goals():
    lines = (line.split() for line in (HERE / "goals").read_text().splitlines())
    return {words[0]: float(words[1]) for words in lines if words and words[0] != "#"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--idle", type=int, default=60, help="seconds to watch the tray")
    options = parser.parse_args()
    programs = {"fairlead": options.programs / "fairlead", "bare": options.programs / "fairlead_bare"}
    screen = Screen()
    limits = goals()

    for program in programs.values():  # from the disk once
        measure_start(screen, program)
    results = series(screen, programs)
    found = {"first-frame": compare(results, "first-frame", "ms")}
    if found["first-frame"] > limits["first-frame"]:
        print("once more, as the first frame was late:")
        found["first-frame"] = min(found["first-frame"], compare(series(screen, programs), "first-frame", "ms"))
    found["cpu"] = compare(results, "cpu", "ms")
    found["pss"] = compare(results, "pss", "MiB")
    counted = {name: [{"instructions": measure_instructions(screen, program)}] for name, program in programs.items()}
    found["instructions"] = compare(counted, "instructions", "M")
    found["wake-ups"] = measure_wake_ups(screen, programs["fairlead"], options.idle)
    print(f"wake-ups      {found['wake-ups']:7.1f} a minute")

    missed = [name for name, limit in limits.items() if found[name] > limit]
    for name in missed:
        print(f"MISSED {name}: {found[name]:.2f}, at most {limits[name]:g} is the goal")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
