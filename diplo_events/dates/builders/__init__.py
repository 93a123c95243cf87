"""Builders: from the labelled tokens of a matched rule to a form.

Each is named in ``time_rules.tsv``. It returns the form, a plain string for the value of an intermediate token, or
``None`` where the match is no time after all. Importing this package enters all of them in the register.
"""

from diplo_events.dates.builders import composites, counts, names, references, times

__all__ = ["composites", "counts", "names", "references", "times"]
