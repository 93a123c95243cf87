"""Every regular expression that the package compiles, against texts made to have it go back and forth.

    python -m tests.fuzz.patterns

A script, for it stops what never ends by a signal, and has to be there before anything is compiled. It notes what is
compiled while all modules are imported and some articles are read, derives from each expression the texts on which
its repetitions can share characters in many ways, and fails if one of them takes longer than ``LIMIT`` seconds. On
texts of this length an expression that looks at each pair of places takes some milliseconds, one that looks at each
triple, seconds.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 400
LIMIT = 0.4
#: What is repeated whatever the expression is.
PIECES = ["a", "A", "Aa ", "1", " ", ".", ",", "-", "(", '"', "<", "&", "\n", "é", "a.", "A. ", "1,", "the ", "of the "]
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
#: For each class of characters, one of them.
OF_CLASS = {
    codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "w",
    codes.CATEGORY_NOT_DIGIT: "w", codes.CATEGORY_NOT_SPACE: "w", codes.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def compiled() -> dict[tuple[str, int], str]:
    """The expressions of the package, each with the module that compiled it first."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(2)
        module = str(frame.f_globals.get("__name__"))
        if module.startswith("diplo_events") and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), module)
        return made

    re._compile = noted  # type: ignore[attr-defined]
    import diplo_events

    for module in pkgutil.walk_packages(diplo_events.__path__, "diplo_events."):
        importlib.import_module(module.name)
    texts = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.txt"))[:6]
    parsed = diplo_events.parse_articles({"text": p.read_text(), "published": "2010-01-01"} for p in texts)
    diplo_events.merge_articles(list(parsed))
    re._compile = compile_  # type: ignore[attr-defined]
    return found


def sample(tree: Any) -> str:
    """A text that a part of an expression matches, more or less."""
    return "".join(_sample(op, value) for op, value in tree)


def _sample(op: Any, value: Any) -> str:
    if op is codes.LITERAL:
        return chr(value)
    if op is codes.NOT_LITERAL:
        return "w" if value != ord("w") else "v"
    if op is codes.ANY:
        return "w"
    if op is codes.IN:
        return _of_set(value)
    if op in REPEATS:
        return sample(value[2]) * int(min(max(value[0], 1), 40))
    if op is codes.BRANCH:
        return sample(value[1][0])
    if op in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return sample(value[-1] if op is codes.SUBPATTERN else value)
    return ""


def _of_set(items: list[Any]) -> str:
    if items[0][0] is codes.NEGATE:
        inside = re.compile("[" + "".join(_shown(op, value) for op, value in items[1:]) + "]")
        return next((c for c in "wW7 -.,\n" if not inside.match(c)), "\u0416")
    op, value = items[0]
    if op is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if op is codes.RANGE else OF_CLASS.get(value, "w")


def _shown(op: Any, value: Any) -> str:
    if op is codes.LITERAL:
        return re.escape(chr(value))
    if op is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    classes = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
    name = str(value).removeprefix("CATEGORY_")
    letter = classes.get(name.removeprefix("NOT_"), "w")
    return "\\" + (letter.upper() if name.startswith("NOT_") else letter)


def pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """For each repetition of an expression: a text that leads to it, and one that it can repeat."""
    for op, value in tree:
        if op in REPEATS:
            low, high, body = value
            if high > 3:
                for piece in {sample(body), *(sample([part]) for part in body)}:
                    yield before, piece
            yield from pumps(body, before)
            before += sample(body) * min(max(low, 1), 40)
            continue
        if op is codes.SUBPATTERN:
            yield from pumps(value[-1], before)
        elif op is codes.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        elif op in (codes.ASSERT, codes.ASSERT_NOT):
            yield from pumps(value[1], before)
        before += _sample(op, value)


def attacks(pattern: str, flags: int) -> set[str]:
    """Texts made for one expression."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    made = {(before, piece) for before, piece in pumps(tree) if piece} | {("", piece) for piece in PIECES}
    return {before + piece * (LENGTH // len(piece)) + end for before, piece in made for end in ("", "\x01")}


def slowest(pattern: str, flags: int) -> tuple[float, str]:
    """The longest time that an expression takes for a text made for it, and that text."""
    expression = re.compile(pattern, flags)
    worst = (0.0, "")
    for text in attacks(pattern, flags):
        begin = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, 2 * LIMIT)
        try:
            for _ in expression.finditer(text):
                pass
        except TimeoutError:
            return 2 * LIMIT, text
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        worst = max(worst, (time.process_time() - begin, text))
    return worst


def _stop(number: int, frame: object) -> None:
    raise TimeoutError


def main() -> None:
    """Try all of them."""
    found = compiled()
    signal.signal(signal.SIGVTALRM, _stop)
    bad = 0
    for (pattern, flags), module in found.items():
        seconds, text = slowest(pattern, flags)
        if seconds > LIMIT:
            bad += 1
            print(f"{module}: {seconds:.1f} s or more for {text[:60]!r}…: {pattern}")
    print(f"{len(found)} expressions, {bad} of them slow")
    raise SystemExit(bool(bad) or len(found) < 100)


if __name__ == "__main__":
    main()
