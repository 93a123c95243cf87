"""A process that reads articles while it is watched: run by the tests, not imported by them.

    python -m tests.embedding.watched clock|quiet|seed

After a first pass over the articles (which loads tables and the pipeline) they are read again, and nothing may be
opened, started, printed, asked of the clock or the environment, or changed for the rest of the process. What happened
all the same is printed as lines of JSON to the descriptor that was standard output; the last line is a hash of the
results.
"""

from __future__ import annotations

import hashlib
import json
import locale
import logging
import os
import random
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ARTICLES = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.txt"))
#: Whatever asks the world outside for something. ("import" and "exec" of what is there already do not.)
EVENTS = ("open", "socket.", "subprocess.", "os.", "shutil.", "tempfile.", "glob.", "urllib.", "ftplib.", "http.",
          "winreg.", "ctypes.dlopen", "pty.", "syslog.", "sqlite3.", "fcntl.", "import", "mmap.", "signal.",
          "sys.setrecursionlimit", "sys.setprofile", "sys.settrace", "sys.addaudithook", "_thread.start")  # fmt: skip

happened: list[str] = []
watching = False


class Environment(dict[str, str]):
    """An environment that tells who asks it."""

    def __getitem__(self, key: str) -> str:
        if watching:
            happened.append(f"environ[{key!r}]")
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        if watching:
            happened.append(f"environ.get({key!r})")
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        if watching:
            happened.append(f"{key!r} in environ")
        return super().__contains__(key)


def audit(event: str, args: tuple[Any, ...]) -> None:
    """Note what happens while it is watched."""
    if watching and event.startswith(EVENTS):
        happened.append(f"{event} {str(args)[:120]}")


def wild_clock() -> None:
    """Replace every way to ask the time by one that answers rubbish, another at each call."""
    draw = random.Random(7)
    real = time.localtime
    time.time = lambda: draw.uniform(-1e9, 4e9)
    time.time_ns = lambda: draw.randrange(4 * 10**18)
    time.monotonic = lambda: draw.uniform(0, 1e9)
    time.localtime = lambda *args: real(draw.randrange(4 * 10**9))
    time.gmtime = lambda *args: real(draw.randrange(4 * 10**9))
    import datetime as dt

    class Either(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, cls.__mro__[1])

    class Wild(dt.datetime, metaclass=Either):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            happened.append("datetime.now")
            return cls(1903, 1, 1)

        utcnow = today = now

    class WildDate(dt.date, metaclass=Either):
        @classmethod
        def today(cls) -> Any:
            happened.append("date.today")
            return cls(1903, 1, 1)

    for module in list(sys.modules.values()):
        if not str(getattr(module, "__name__", "")).startswith("diplo_events"):
            continue
        for name, value in list(vars(module).items()):
            if value is dt.datetime:
                setattr(module, name, Wild)
            elif value is dt.date:
                setattr(module, name, WildDate)


def state() -> dict[str, Any]:
    """What is everybody's in a process."""
    from spacy.tokens import Doc, Span, Token
    from spacy.tokens.underscore import Underscore

    return {
        "locale": locale.setlocale(locale.LC_ALL),
        "warnings": repr(warnings.filters),
        "showwarning": warnings.showwarning is SHOWWARNING,
        "logging": (repr(logging.root.handlers), logging.root.level, logging.root.manager.disable),
        "random": hashlib.sha256(repr(random.getstate()).encode()).hexdigest(),
        "numpy": _numpy_state(),
        "recursion": sys.getrecursionlimit(),
        "switch": sys.getswitchinterval(),
        "hooks": (sys.excepthook is EXCEPTHOOK, sys.displayhook is DISPLAYHOOK, sys.gettrace(), sys.getprofile()),
        "signals": [repr(signal.getsignal(number)) for number in sorted(signal.valid_signals())],
        "folder": os.getcwd(),  # noqa: PTH109 - what the process itself says
        "path": list(sys.path),
        "umask": _umask(),
        "threads": threading.active_count(),
        "extensions": [sorted(one) for one in (Underscore.doc_extensions, Underscore.span_extensions)],
        "mine": (Doc.get_extension("mine"), Span.has_extension("mine"), Token.has_extension("mine")),
        "environment": sorted(dict.items(os.environ) if isinstance(os.environ, dict) else os.environ.items()),
        "streams": (sys.stdout is STDOUT, sys.stderr is STDERR),
    }


def _numpy_state() -> str:
    import numpy as np

    return hashlib.sha256(repr(np.random.get_state()).encode()).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


STDOUT, STDERR, SHOWWARNING = sys.stdout, sys.stderr, warnings.showwarning
EXCEPTHOOK, DISPLAYHOOK = sys.excepthook, sys.displayhook


def inputs(number: int) -> Iterator[dict[str, str]]:
    """Golden articles."""
    for path in ARTICLES[:number]:
        yield {"text": path.read_text(encoding="utf-8"), "published": "2010-03-10", "id": path.stem}


def main(mode: str) -> None:
    """Watch."""
    global watching  # noqa: PLW0603 - an audit hook cannot be taken away
    articles = list(inputs(4 if mode == "seed" else 8))
    if mode == "quiet":
        os.environ = Environment(os.environ)  # type: ignore[assignment]  # noqa: B003 - it is to be watched
        sys.addaudithook(audit)
    from diplo_events import Parser, parse_articles, to_json

    parser = Parser()
    first = list(parse_articles(articles, parser=parser))
    if mode == "clock":
        wild_clock()
    from spacy.tokens import Doc

    Doc.set_extension("mine", default=7)
    before = state()
    with tempfile.TemporaryFile() as printed:
        real = os.dup(1), os.dup(2)
        for number in (1, 2):
            os.dup2(printed.fileno(), number)
        try:
            watching = True
            again = list(parse_articles(articles, parser=parser))
        finally:
            watching = False
            sys.stdout.flush()
            for number, descriptor in zip((1, 2), real, strict=True):
                os.dup2(descriptor, number)
        printed.seek(0)
        if said := printed.read():
            happened.append(f"printed {said!r:.200}")
    after = state()
    happened.extend(
        f"changed {name}: {before[name]} -> {after[name]}" for name in before if before[name] != after[name]
    )
    if again != first:
        happened.append("read differently")
    for line in happened:
        print(json.dumps(line))
    print(hashlib.sha256("".join(map(to_json, again)).encode()).hexdigest())


if __name__ == "__main__":
    main(sys.argv[1])
