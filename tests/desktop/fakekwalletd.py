#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The part of kwalletd5 that QtKeychain talks to, which lies and fails as it is told to.

dev.fairlead.Test.Wallet at the same path: Behave(s) sets one of the behaviours below, Writes() counts the entries written.

  good            does what it is asked
  closed          the wallet is closed; whoever opens it is let in
  refusing        the wallet is closed and the person refuses to open it
  disabled        KWallet is switched off
  write-refused   every write is answered by -1 and keeps nothing
  write-error     every write is answered by an error
  read-error      every read of an entry is answered by an error
  keep-entries    removing is answered by success and removes nothing
"""

from gi.repository import Gio, GLib

NAME = "org.kde.kwalletd5"
PATH = "/modules/kwalletd5"
INTERFACES = Gio.DBusNodeInfo.new_for_xml(
    """
<node>
  <interface name="org.kde.KWallet">
    <method name="isEnabled"><arg type="b" direction="out"/></method>
    <method name="networkWallet"><arg type="s" direction="out"/></method>
    <method name="isOpen"><arg type="s" direction="in"/><arg type="b" direction="out"/></method>
    <method name="open">
      <arg type="s" direction="in"/><arg type="x" direction="in"/><arg type="s" direction="in"/>
      <arg type="i" direction="out"/>
    </method>
    <method name="entryType">
      <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="i" direction="out"/>
    </method>
    <method name="readPassword">
      <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="out"/>
    </method>
    <method name="writePassword">
      <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="i" direction="out"/>
    </method>
    <method name="removeEntry">
      <arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="i" direction="out"/>
    </method>
  </interface>
  <interface name="dev.fairlead.Test.Wallet">
    <method name="Behave"><arg type="s" direction="in"/></method>
    <method name="Writes"><arg type="i" direction="out"/></method>
  </interface>
</node>"""
).interfaces

HANDLE = 7
PASSWORD, UNKNOWN = 1, 0


class Wallet:
    def __init__(self):
        self.behaviour = "good"
        self.is_open = True
        self.entries = {}
        self.writes = 0

    def Behave(self, behaviour):
        self.behaviour = behaviour
        self.is_open = behaviour not in ("closed", "refusing")
        if behaviour == "good":
            self.entries.clear()
            self.writes = 0

    def Writes(self):
        return "(i)", self.writes

    def isEnabled(self):
        return "(b)", self.behaviour != "disabled"

    def networkWallet(self):
        return "(s)", "kdewallet"

    def isOpen(self, _wallet):
        return "(b)", self.is_open

    def open(self, _wallet, _window, _application):
        if self.behaviour in ("refusing", "disabled"):
            return "(i)", -1
        self.is_open = True
        return "(i)", HANDLE

    def entryType(self, _handle, folder, key, _application):
        return "(i)", PASSWORD if (folder, key) in self.entries else UNKNOWN

    def readPassword(self, _handle, folder, key, _application):
        if self.behaviour == "read-error":
            raise RuntimeError("the wallet cannot be read")
        return "(s)", self.entries.get((folder, key), "")

    def writePassword(self, _handle, folder, key, value, _application):
        self.writes += 1
        if self.behaviour == "write-error":
            raise RuntimeError("the wallet cannot be written")
        if self.behaviour == "write-refused":
            return "(i)", -1
        self.entries[folder, key] = value
        return "(i)", 0

    def removeEntry(self, _handle, folder, key, _application):
        if self.behaviour != "keep-entries":
            self.entries.pop((folder, key), None)
        return "(i)", 0


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    wallet = Wallet()

    def call(_bus, _sender, _path, _interface, method, arguments, invocation):
        try:
            answer = getattr(wallet, method)(*arguments.unpack())
        except RuntimeError as error:
            invocation.return_dbus_error("org.kde.KWallet.Error", str(error))
            return
        invocation.return_value(None if answer is None else GLib.Variant(answer[0], (answer[1],)))

    for interface in INTERFACES:
        bus.register_object(PATH, interface, call, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
