#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A settings portal that knows two settings of org.freedesktop.appearance: color-scheme and contrast.

settingsportal.py light|dark. Tests switch it while it runs:
gdbus call --session -d org.freedesktop.portal.Desktop -o /org/freedesktop/portal/desktop \
    -m dev.fairlead.Test.ColorScheme.Set 1        (0 no preference, 1 dark, 2 light)
SetContrast likewise (0 no preference, 1 higher). After Hold 1, answers wait, with what was true when they were asked
for, until Hold 0; signals do not.
"""

import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
NAMESPACE = "org.freedesktop.appearance"
SETTERS = {"Set": "color-scheme", "SetContrast": "contrast"}
SCHEMES = {"none": 0, "dark": 1, "light": 2}
INTERFACES = Gio.DBusNodeInfo.new_for_xml(
    """
<node>
  <interface name="org.freedesktop.portal.Settings">
    <method name="Read">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
    </method>
    <method name="ReadOne">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
    </method>
    <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
    <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="dev.fairlead.Test.ColorScheme">
    <method name="Set"><arg type="u" direction="in"/></method>
    <method name="SetContrast"><arg type="u" direction="in"/></method>
    <method name="Hold"><arg type="u" direction="in"/></method>
  </interface>
</node>"""
).interfaces


class Portal:
    """Answers and announces the settings."""

    def __init__(self, bus, scheme):
        self.bus = bus
        self.values = {"color-scheme": scheme, "contrast": 0}
        self.holding = False
        self.held = []
        for interface in INTERFACES:
            bus.register_object(PATH, interface, self.call, self.get, None)

    def get(self, _bus, _sender, _path, _interface, _name):
        return GLib.Variant("u", 2)

    def call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "Hold":
            self.hold(bool(arguments.unpack()[0]))
            invocation.return_value(None)
        elif method in SETTERS:
            key = SETTERS[method]
            self.values[key] = arguments.unpack()[0]
            changed = (NAMESPACE, key, GLib.Variant("u", self.values[key]))
            self.bus.emit_signal(None, PATH, SETTINGS, "SettingChanged", GLib.Variant("(ssv)", changed))
            invocation.return_value(None)
        elif method == "ReadAll":
            variants = {key: GLib.Variant("u", value) for key, value in self.values.items()}
            self.answer(invocation, GLib.Variant("(a{sa{sv}})", ({NAMESPACE: variants},)))
        else:
            self.read(method, *arguments.unpack(), invocation)

    def read(self, method, group, key, invocation):
        if group != NAMESPACE or key not in self.values:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
            return
        value = GLib.Variant("u", self.values[key])
        # The deprecated Read wraps the value once more; ReadOne was made to end that.
        self.answer(invocation, GLib.Variant("(v)", (GLib.Variant("v", value) if method == "Read" else value,)))

    def answer(self, invocation, value):
        if self.holding:
            self.held.append((invocation, value))
        else:
            invocation.return_value(value)

    def hold(self, holding):
        self.holding = holding
        if not holding:
            held, self.held = self.held, []
            for invocation, value in held:
                invocation.return_value(value)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    portal = Portal(bus, SCHEMES[sys.argv[1]])
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()
    del portal


if __name__ == "__main__":
    main()
