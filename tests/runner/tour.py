#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Plays the whole story on the shipped program, as a person at the screen would, and keeps pictures and a transcript.

Runs inside desktop.sh. Starts fairlead-demo and fairlead, finds everything by its accessible role and name, and writes
NN-name-SCHEME.png (the whole screen) and transcript.txt (every action, everything read, every request the simulated
deployment and its provider received). The first thing that does not happen ends it with exit code 1.
"""

import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

from accessible import Application, NotThere, labels, press, text_of, tree, type_into, wait_for
from webpage import Page

TOKEN = re.compile(r"\b[A-Za-z0-9]{10}-[A-Za-z0-9]{22}\b")


class Transcript:
    """Lines with the time since the start; the demo's requests are written from a thread of their own."""

    def __init__(self, path, scheme):
        self.file = path.open("a", encoding="utf-8")
        self.lock = threading.Lock()
        self.start = time.monotonic()
        self.write("story", f"begins, colour scheme {scheme}")

    def write(self, kind, text):
        # A token is a secret even in a transcript about a simulated one.
        text = TOKEN.sub("<token>", text)
        with self.lock:
            for line in text.splitlines() or [""]:
                self.file.write(f"{time.monotonic() - self.start:8.2f}  {kind:<8} {line}\n")
            self.file.flush()


class Demo:
    """The simulated deployment as a process; each line it logs is a request."""

    def __init__(self, programs, transcript):
        self.process = subprocess.Popen(
            [programs / "fairlead-demo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        first = self.process.stdout.readline()
        self.url = first.partition(": ")[2].strip()
        if not first.startswith("Fairlead demo deployment: ") or not self.url:
            raise NotThere(f"the simulated deployment did not say its address but '{first.strip()}'")
        transcript.write("demo", first.strip())
        for stream, kind in ((self.process.stdout, "demo"), (self.process.stderr, "request")):
            threading.Thread(target=self.pump, args=(stream, kind, transcript), daemon=True).start()

    @staticmethod
    def pump(stream, kind, transcript):
        for line in stream:
            transcript.write(kind, line.rstrip())

    def end(self):
        self.process.terminate()
        self.process.wait(10)


class Screen:
    """The root window of the private display."""

    def __init__(self, output, scheme, transcript):
        self.output, self.scheme, self.transcript = output, scheme, transcript
        self.count = 0
        # Without a background everything that is not a window is black, in light pictures too.
        subprocess.run(["display", "-window", "root", "xc:#8a97a1"], check=False)  # paints, yet its exit code is 1

    def shoot(self, name):
        self.settle()
        self.count += 1
        path = self.output / f"{self.count:02d}-{name}-{self.scheme}.png"
        subprocess.run(["import", "-window", "root", path], check=True)
        self.transcript.write("picture", path.name)
        return path

    @staticmethod
    def settle():
        """Until two grabs in a row agree; a countdown may keep them from it, so not for ever."""
        before = None
        for _ in range(8):
            grab = subprocess.run(["import", "-window", "root", "rgb:-"], stdout=subprocess.PIPE, check=True).stdout
            now = hashlib.sha256(grab).digest()
            if now == before:
                return
            before = now

    @staticmethod
    def xdotool(*arguments):
        answer = subprocess.run(
            ["xdotool", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
        )
        return answer.stdout.split()


class Story:
    """The steps, in the order of STEPS; each leaves the screen as the next one needs it."""

    def __init__(self, programs, output, scheme):
        self.transcript = Transcript(output / "transcript.txt", scheme)
        self.programs = programs
        self.screen = Screen(output, scheme, self.transcript)
        self.demo = Demo(programs, self.transcript)
        self.app = Application("fairlead")
        self.process = None
        self.code = self.link = ""
        self.folder = pathlib.Path(os.environ["FAIRLEAD_DESKTOP_DIR"])
        self.opened = self.folder / "opened-pages"
        self.write_browser()

    # --- means ---

    def write_browser(self):
        """The browser of this desktop: it notes the address it is given."""
        folder = self.folder / "bin"
        folder.mkdir()
        browser = folder / "xdg-open"
        browser.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$1\" >>'{self.opened}'\n", encoding="utf-8")
        browser.chmod(0o755)
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"

    def start_fairlead(self):
        command = [self.programs / "fairlead", "--address", self.demo.url]
        self.transcript.write("start", " ".join(map(str, command[1:])))
        log = (self.folder / "fairlead.log").open("a", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        return self.app.window("Fairlead")

    def press(self, node, note=None):
        self.transcript.write("press", note or f"{node.getRoleName()} '{node.name}'")
        press(node)

    def read(self, what, text):
        self.transcript.write("read", f"{what}: {text}")
        return text

    def read_labels(self, window):
        for text in labels(window):
            self.read("label", text)

    def page_opened(self, known):
        """The address that reached the browser after it had been given `known` others."""
        look = lambda: self.opened.read_text(encoding="utf-8").splitlines()[known:]  # noqa: E731
        url = wait_for("a page in the browser", lambda: self.opened.exists() and look())[0]
        return self.read("opened in the browser", url)

    def pages_so_far(self):
        return len(self.opened.read_text(encoding="utf-8").splitlines()) if self.opened.exists() else 0

    def github(self, state, seconds=20):
        return self.app.row(
            lambda name: name.startswith("GitHub, ") and name.endswith(f", {state}") and " on 127.0.0.1:" in name,
            f"a GitHub row that ends with '{state}'",
            seconds,
        )

    def select(self, row):
        self.press(row, f"row '{row.name}'")

    # --- steps ---

    def empty_window(self):
        window = self.start_fairlead()
        self.read_labels(window)
        self.screen.shoot("no-account")
        self.press(self.app.button("Add account", window))

    def check_address(self):
        dialog = self.app.window("Add account")
        address = text_of(self.app.field("Address", dialog))
        self.read("field 'Address'", address)
        if not address or address not in self.demo.url + "/":
            raise NotThere(f"the address {self.demo.url} is not filled in")
        self.press(self.app.button("Check", dialog))
        wait_for("'This is Coder'", lambda: any(text.startswith("This is Coder") for text in labels(dialog)))
        self.read_labels(dialog)
        self.screen.shoot("address-checked")

    def fetch_token(self):
        dialog = self.app.window("Add account")
        known = self.pages_so_far()
        self.press(self.app.button("Open token page", dialog))
        page = Page(self.page_opened(known))
        found = TOKEN.search(" ".join(page.values.values()) + " " + page.text)
        if not found:
            raise NotThere(f"{page.url} shows no token")
        self.transcript.write("type", "field 'Token': <token>")
        type_into(self.app.field("Token", dialog), found.group())
        wait_for("who this is", lambda: any("ada" in text for text in labels(dialog)))
        self.read_labels(dialog)
        self.app.button("Add account", dialog)
        self.screen.shoot("who-this-is")

    def add_account(self):
        self.press(self.app.button("Add account", self.app.window("Add account")))
        self.github("Not linked")
        for row in self.app.rows():
            self.read("row", row.name)
        self.screen.shoot("links")

    def select_github(self):
        self.select(self.github("Not linked"))
        self.app.button("Link")
        self.read_labels(self.app.window("Fairlead"))
        self.screen.shoot("not-linked")

    def begin_link(self):
        self.press(self.app.button("Link"))
        dialog = self.app.window("Link by device code")
        field = self.app.field("Code", dialog)
        self.code = wait_for("the code", lambda: text_of(field).strip())
        self.read("field 'Code'", self.code)
        self.read_labels(dialog)
        picture = self.screen.shoot("device-code")
        scan = ["zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", picture]
        self.link = subprocess.run(scan, stdout=subprocess.PIPE, text=True, check=False).stdout.strip()
        self.read("QR code, scanned from the picture", self.link)
        if not self.link.startswith("http"):
            raise NotThere("the QR code could not be scanned")

    def copy_code(self):
        dialog = self.app.window("Link by device code")
        self.press(self.app.button("Copy code", dialog))
        command = ["timeout", "3", "xclip", "-o", "-selection", "clipboard"]

        def clipboard():
            return subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
            ).stdout

        wait_for("the code on the clipboard", lambda: clipboard() == self.code)
        self.read("clipboard", "the code")
        self.screen.shoot("copied")

    def continue_in_background(self):
        self.press(self.app.button("Continue in background", self.app.window("Link by device code")))
        wait_for("no device dialog", lambda: not self.app.has_window("Link by device code"))
        self.screen.shoot("in-background")

    def close_window(self):
        window = self.screen.xdotool("search", "--onlyvisible", "--name", "^Fairlead")[0]
        self.transcript.write("press", "Alt+F4 on the main window")
        gone = lambda: not self.screen.xdotool("search", "--onlyvisible", "--name", "^Fairlead")  # noqa: E731
        for _ in range(3):  # while another dialog still goes, the window manager may drop a key
            self.screen.xdotool("windowactivate", "--sync", window)
            self.screen.xdotool("key", "--clearmodifiers", "alt+F4")
            try:
                wait_for("no main window", gone, 4)
                break
            except NotThere:
                self.transcript.write("press", "Alt+F4 once more")
        wait_for("no main window", lambda: not self.screen.xdotool("search", "--onlyvisible", "--name", "^Fairlead"))
        if self.process.poll() is not None:
            raise NotThere(f"closing the window ended the program with {self.process.returncode}")
        self.screen.shoot("window-closed")

    def approve(self):
        """On the provider's page, as a person would: the code into the empty field, on to the question, Approve."""
        page = Page(self.link)
        for _ in range(3):
            buttons = [button for form in page.forms for button in form["buttons"]]
            chosen = next((name for name in ("Approve", "Authorize", "Continue") if name in buttons), None)
            if chosen is None:
                raise NotThere(f"{page.url} has neither Approve nor Continue but {buttons}")
            form = next(form for form in page.forms if chosen in form["buttons"])
            empty = {name: self.code for name, value in form["fields"].items() if not value}
            self.transcript.write("browser", f"{page.url}: '{chosen}' with the fields {sorted(empty)}")
            page = page.submit(chosen, **empty)
            if chosen != "Continue":
                return
        raise NotThere("the provider's page never came to its question")

    def notification(self):
        # One interval and its margin until the next poll, which the simulated provider sets to 5 s.
        shown = lambda: subprocess.run(  # noqa: E731
            ["dunstctl", "count", "displayed"], stdout=subprocess.PIPE, text=True, check=False
        ).stdout.strip()
        wait_for("a notification", lambda: shown() not in ("", "0"), 40)
        self.screen.shoot("notification")
        popup = wait_for(
            "the notification's window", lambda: self.screen.xdotool("search", "--onlyvisible", "--class", "Dunst")
        )[0]
        self.transcript.write("press", "the notification")
        self.screen.xdotool("mousemove", "--window", popup, 60, 20, "click", 1)
        history = subprocess.run(["dunstctl", "history"], stdout=subprocess.PIPE, text=True, check=False).stdout
        for key in ("summary", "body"):
            for text in re.findall(rf'"{key}"\s*:\s*{{[^}}]*"data"\s*:\s*"([^"]*)"', history):
                self.read(f"notification's {key}", text)

    def linked(self):
        window = self.app.window("Fairlead")
        row = self.github("Valid")
        self.read("row", row.name)
        self.app.button("Unlink", window)
        wait_for("the login", lambda: any("ada" in text for text in labels(window)))
        self.read_labels(window)
        self.screen.shoot("linked")

    def unlink(self):
        self.press(self.app.button("Unlink", self.app.window("Fairlead")))
        dialog = self.app.window("Unlink")
        self.read_labels(dialog)
        self.screen.shoot("unlink")
        self.press(self.app.button("Unlink", dialog))
        receipt = self.app.window("Unlink")
        done = self.app.button("Done", receipt)
        self.read_labels(receipt)
        self.screen.shoot("unlinked")
        self.press(done)
        self.github("Not linked")
        self.screen.shoot("not-linked-again")

    def quit(self):
        self.press(self.app.menu_item("Quit"))
        code = self.process.wait(15)
        self.read("exit code", str(code))
        if code:
            raise NotThere(f"quitting ended with exit code {code}")

    def restart(self):
        window = self.start_fairlead()
        row = self.github("Not linked")
        self.read("still signed in, row", row.name)
        self.read_labels(window)
        self.screen.shoot("still-signed-in")
        self.quit()

    STEPS = (
        empty_window,
        check_address,
        fetch_token,
        add_account,
        select_github,
        begin_link,
        copy_code,
        continue_in_background,
        close_window,
        approve,
        notification,
        linked,
        unlink,
        quit,
        restart,
    )

    # --- play ---

    def play(self):
        for step in self.STEPS:
            self.transcript.write("step", step.__name__.replace("_", " "))
            try:
                step(self)
            except Exception as error:  # pylint: disable=broad-except  # whatever it is, it is told with all there is
                self.tell_failure(step.__name__, error)
                return 1
        self.transcript.write("story", "complete")
        return 0

    def tell_failure(self, step, error):
        self.transcript.write("BROKEN", f"{step}: {type(error).__name__}: {error}")
        self.screen.shoot(f"broken-{step}")
        root = self.app.root()
        self.transcript.write("tree", "\n".join(tree(root)) if root else "the program is not on the accessibility bus")
        log = self.folder / "fairlead.log"
        self.transcript.write("log", log.read_text(encoding="utf-8")[-8000:] if log.exists() else "")
        print(f"The story broke off at '{step}': {error}", file=sys.stderr)

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.demo.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of fairlead and fairlead-demo")
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--scheme", default="light")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    story = Story(options.programs.resolve(), options.output.resolve(), options.scheme)
    try:
        return story.play()
    finally:
        story.end()


if __name__ == "__main__":
    sys.exit(main())
