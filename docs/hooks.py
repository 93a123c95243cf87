"""Docstrings name classes in the roles of Sphinx (``:class:`Event```); on the site only the name is shown."""

from __future__ import annotations

import re
from typing import Any

_ROLE = re.compile(r":(?:class|meth|func|mod|attr):(<code>)(?:~?diplo_events\.)?")


def on_page_content(html: str, **_: Any) -> str:
    """Called by MkDocs with the HTML of each page."""
    return _ROLE.sub(r"\1", html)
