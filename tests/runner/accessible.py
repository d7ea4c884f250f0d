# SPDX-License-Identifier: MIT
"""What a person at the screen can do, done through the accessibility interface: find, press, type, read."""

import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402  (after the version is chosen)
from gi.repository import GLib  # noqa: E402

FIELDS = ("text", "password text", "entry")
ROWS = ("list item", "tree item", "table cell", "table row")
WINDOWS = ("frame", "dialog", "alert", "window")


class NotThere(Exception):
    """Something did not show up in time."""


def wait_for(what, look, seconds=20):
    """The first true answer of look(); objects that vanish while one looks are simply not there yet."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            found = look()
        except (GLib.Error, LookupError, NotImplementedError):
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise NotThere(f"{what} did not show up within {seconds} s")
        time.sleep(0.05)


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def is_enabled(node):
    return node.getState().contains(pyatspi.STATE_ENABLED)


def text_of(node):
    """The text in a field or a label; of a label without a text interface, its name."""
    try:
        return node.queryText().getText(0, -1)
    except NotImplementedError:
        return node.name


def labels(top):
    """Every text that shows below a node, in reading order."""
    found = pyatspi.findAllDescendants(top, lambda n: n.getRoleName() == "label" and is_showing(n))
    return [text_of(node) for node in found if text_of(node)]


def tree(node, depth=0):
    """The accessible tree as lines, for the transcript of something that went wrong."""
    try:
        states = "".join(mark for mark, on in (("", is_showing(node)), (" hidden", not is_showing(node))) if on)
        lines = [f"{'  ' * depth}{node.getRoleName()} '{node.name}'{states}"]
        for child in node:
            if child is not None:
                lines += tree(child, depth + 1)
        return lines
    except (GLib.Error, LookupError):
        return []


class Application:
    """One running program, by its name on the accessibility bus."""

    def __init__(self, name):
        self.name = name

    def root(self):
        found = [app for app in pyatspi.Registry.getDesktop(0) if app and app.name.lower() == self.name.lower()]
        return found[-1] if found else None

    def window(self, name, seconds=20):
        """A top-level window whose title is, or begins with, this name."""

        def look():
            fitting = [top for top in self.root() if top and top.getRoleName() in WINDOWS and is_showing(top)]
            exact = [top for top in fitting if top.name == name]
            return next(iter(exact + [top for top in fitting if top.name.startswith(name)]), None)

        return wait_for(f"the window '{name}'", lambda: self.root() and look(), seconds)

    def has_window(self, name):
        root = self.root()
        return bool(root) and any(top and top.name.startswith(name) and is_showing(top) for top in root)

    def find(self, roles, name, within=None, seconds=20):
        """What shows with this role and name, in a window or anywhere in the program."""
        roles = (roles,) if isinstance(roles, str) else roles

        def look():
            return pyatspi.findDescendant(
                within or self.root(), lambda n: n.getRoleName() in roles and n.name == name and is_showing(n)
            )

        return wait_for(f"{roles[0]} '{name}'", lambda: (within or self.root()) and look(), seconds)

    def field(self, name, within=None):
        return self.find(FIELDS, name, within)

    def button(self, name, within=None):
        """A button that can be pressed."""
        return wait_for(
            f"the button '{name}', ready to be pressed",
            lambda: (lambda node: node if is_enabled(node) else None)(self.find("push button", name, within)),
        )

    def menu_item(self, name):
        """Menus need not be open for their items to be pressed, so these need not show."""
        return wait_for(
            f"the menu item '{name}'",
            lambda: pyatspi.findDescendant(self.root(), lambda n: n.getRoleName() == "menu item" and n.name == name),
        )

    def rows(self, list_name="Links"):
        """The names of all rows of a list, headers included."""
        view = wait_for(
            f"the list '{list_name}'",
            lambda: pyatspi.findDescendant(self.root(), lambda n: n.name == list_name and is_showing(n)),
        )
        return [row for row in pyatspi.findAllDescendants(view, lambda n: n.getRoleName() in ROWS) if row.name]

    def row(self, fits, what, seconds=20):
        """The row whose name fits."""
        return wait_for(what, lambda: next((row for row in self.rows() if fits(row.name)), None), seconds)


def press(node):
    """The default action of a button, a menu item or a row (there it selects)."""
    action = node.queryAction()
    names = [action.getName(i).lower() for i in range(action.nActions)]
    wanted = next((names.index(name) for name in ("press", "toggle", "click") if name in names), 0)
    action.doAction(wanted)


def type_into(field, text):
    field.queryEditableText().setTextContents(text)
