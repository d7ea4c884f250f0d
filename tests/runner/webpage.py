# SPDX-License-Identifier: MIT
"""The little of a browser that the story needs: read a page, fill in a form, press one of its buttons."""

import html.parser
import urllib.parse
import urllib.request

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # everything is on this machine


class Page(html.parser.HTMLParser):
    """A page with its forms: each has fields with values, and buttons by their visible text."""

    def __init__(self, url, data=None):
        super().__init__()
        self.forms = []
        self.values = {}  # of every named or identified field of the page
        self.text = ""
        self._button = None
        encoded = urllib.parse.urlencode(data).encode() if data is not None else None
        with OPENER.open(url, encoded, timeout=20) as answer:
            self.url = answer.geturl()
            self.feed(answer.read().decode())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append({"action": given.get("action", ""), "fields": {}, "buttons": {}})
        if tag in ("input", "textarea", "output", "code"):
            for key in filter(None, (given.get("name"), given.get("id"))):
                self.values[key] = given.get("value") or ""
        submits = tag == "button" or (tag == "input" and given.get("type") == "submit")
        if submits and self.forms:
            pair = (given.get("name"), given.get("value") or "")
            if tag == "input":
                self.forms[-1]["buttons"][pair[1]] = pair
            else:
                self._button = pair
        elif tag == "input" and self.forms and given.get("name"):
            self.forms[-1]["fields"][given["name"]] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "button":
            self._button = None

    def handle_data(self, data):
        self.text += data
        if self._button is not None and self.forms and data.strip():
            self.forms[-1]["buttons"][data.strip()] = self._button

    def submit(self, button, **filled):
        """The page that follows when the form with this button is filled in and sent."""
        form = next((form for form in self.forms if button in form["buttons"]), None)
        if form is None:
            raise LookupError(f"{self.url} has no button '{button}'")
        fields = {**form["fields"], **filled}
        name, value = form["buttons"][button]
        if name:
            fields[name] = value
        return Page(urllib.parse.urljoin(self.url, form["action"] or self.url), fields)
