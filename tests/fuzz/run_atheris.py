"""Coverage-guided fuzzing of a whole parse, with atheris (``pip install atheris``; not part of the tests' extra).

    python tests/fuzz/run_atheris.py [--minutes 30] [--corpus FOLDER]

Half an hour by default. What it finds (an input after which something of :mod:`tests.fuzz.checks` does not hold, or
that takes longer than ten seconds) is written to the working folder as ``crash-*`` or ``timeout-*``; mend it, and add
the text that ``--show FILE`` prints to ``tests/fuzz/finds``, where the tests read it again for good.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

#: Words that rules wait for, and characters that spoil texts.
WORDS = [
    *"met|visit|talks|summit|summoned|expelled|recalled|sanctions|signed|agreement|declined|postponed|ambassador".split(
        "|"
    ),
    *"President |Foreign Minister |China|Beijing|Washington|UN |Ann Lee|, who |said|on Monday|in May|2023-05-01".split(
        "|"
    ),
    *"BEIJING, May 3 (Reuters) - |<p>|</p>|<script>|&nbsp;|&#x202e;|\u202e|\u200b|\ud800|e\u0301|\n\n|\x00".split("|"),
]


def text_of(data: bytes) -> tuple[str, str | None]:
    """A text and a day from the fuzzer's bytes: those from 200 on are words, the others stand for themselves."""
    day = [None, "2023-06-06", "0001-01-01", "9999-12-31"][data[0] % 4] if data else None
    out = [WORDS[byte % len(WORDS)] if byte >= 200 else chr(byte) for byte in data[1:]]
    return "".join(out), day


def instrumented() -> Callable[[bytes], None]:
    """What the fuzzer calls with its bytes; the package is imported so that its branches are seen."""
    import atheris

    with atheris.instrument_imports(include=["diplo_events"]):
        import diplo_events

        for name in diplo_events.__all__:
            getattr(diplo_events, name)
    from tests.fuzz.checks import check

    parser = diplo_events.Parser()

    def one(data: bytes) -> None:
        check(*text_of(data), parser)

    return one


def main() -> None:
    """Run, or show what an input stands for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=30)
    arguments.add_argument("--corpus", type=Path)
    arguments.add_argument("--show", type=Path, metavar="FILE")
    args = arguments.parse_args()
    if args.show:
        print(ascii(text_of(args.show.read_bytes())))
        return
    corpus = args.corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    for path in sorted((ROOT / "tests" / "golden" / "articles").glob("*.txt")):
        (corpus / path.stem).write_bytes(b"\x01" + path.read_bytes()[:1500])
    options = [f"-max_total_time={int(args.minutes * 60)}", "-timeout=10", "-max_len=2000", "-rss_limit_mb=4096"]
    import atheris

    atheris.Setup([sys.argv[0], *options, str(corpus)], instrumented())
    atheris.Fuzz()


if __name__ == "__main__":
    main()
