"""The package's knowledge as readable tables, and the one door through which they are read.

A table is a UTF-8 TSV file: ``#`` lines at the top give the source and licence, the first other line names the columns,
then one entry a line. :func:`rows` reads one. Reading its own data is the only file access of this package.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def read_text(name: str) -> str:
    """The text of a data file of this package, e.g. ``"countries.tsv"``."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The entries of a table as dictionaries from column to cell; an empty cell is ``""``.

    Args:
        name: the file's name, e.g. ``"countries.tsv"``.

    Raises:
        ValueError: if a line has more cells than the header, naming table and line.
    """
    header: list[str] | None = None
    for number, line in enumerate(read_text(name).split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(f"{name}, line {number}: {len(cells)} cells for {len(header)} columns")
        cells += [""] * (len(header) - len(cells))
        yield dict(zip(header, cells, strict=True))


def has(name: str) -> bool:
    """Whether the package ships a data file of that name."""
    return files(__name__).joinpath(name).is_file()
