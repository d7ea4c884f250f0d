#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A StatusNotifier tray without a picture: watcher and host in one, for tests that drive the item over the bus."""

from gi.repository import Gio, GLib

NAME = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"
INTERFACE = Gio.DBusNodeInfo.new_for_xml(
    """
<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>"""
).interfaces[0]


class Watcher:
    """Keeps the items that are registered and whose owner is still on the bus."""

    def __init__(self, bus):
        self.bus = bus
        self.items = []
        bus.register_object(PATH, INTERFACE, self.call, self.get, None)

    def call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        if method == "RegisterStatusNotifierItem":
            self.add(sender, arguments.unpack()[0])
        else:
            self.tell("StatusNotifierHostRegistered", None)
        invocation.return_value(None)

    def get(self, _bus, _sender, _path, _interface, name):
        if name == "RegisteredStatusNotifierItems":
            return GLib.Variant("as", self.items)
        if name == "IsStatusNotifierHostRegistered":
            return GLib.Variant("b", True)
        return GLib.Variant("i", 0)

    def add(self, sender, service):
        # An item names itself by its bus name or, as the older libraries do, by an object path of the caller.
        item = sender + service if service.startswith("/") else service + "/StatusNotifierItem"
        if item in self.items:
            return
        self.items.append(item)
        owner = sender if service.startswith("/") else service
        Gio.bus_watch_name_on_connection(
            self.bus, owner, Gio.BusNameWatcherFlags.NONE, None, lambda *_: self.remove(item)
        )
        self.tell("StatusNotifierItemRegistered", GLib.Variant("(s)", (item,)))

    def remove(self, item):
        if item in self.items:
            self.items.remove(item)
            self.tell("StatusNotifierItemUnregistered", GLib.Variant("(s)", (item,)))

    def tell(self, signal, arguments):
        self.bus.emit_signal(None, PATH, NAME, signal, arguments)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    watcher = Watcher(bus)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()
    del watcher


if __name__ == "__main__":
    main()
