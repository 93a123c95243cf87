"""Whether what is built can be used: run by the Python of an environment that has it, outside the checkout.

python smoke.py CHECKOUT
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

from diplo_events import find_dates, from_json, parse_article, to_json

TEXT = "Norwegian Foreign Minister Ingrid Solheim met her Kenyan counterpart, Joseph Wekesa, in Geneva on Monday."


def main() -> None:
    """Read, write, and see that it is the installed package that did so."""
    import diplo_events

    home = Path(diplo_events.__file__).resolve()
    checkout = Path(sys.argv[1]).resolve()
    if checkout in home.parents:
        raise SystemExit(f"this is the checkout's package, not the installed one: {home}")
    parsed = parse_article(TEXT, published="2024-03-12")
    if [str(event) for event in parsed] != [
        "meeting · held · 2024-03-11 · Ingrid Solheim (NOR), Joseph Wekesa (KEN) · Geneva, CHE"
    ]:
        raise SystemExit(f"read wrongly: {[str(event) for event in parsed]}")
    if from_json(to_json(parsed)) != parsed or not find_dates("on Friday", reference="2024-03-12"):
        raise SystemExit("what was written is not what is read")
    stray = [
        str(file) for file in distribution("diplo-events").files or [] if file.parts[0].startswith(("test", "tool"))
    ]
    if stray:
        raise SystemExit(f"installed beside the package: {stray}")
    print(f"diplo_events {diplo_events.__version__} on Python {sys.version.split()[0]}: fine")


if __name__ == "__main__":
    main()
