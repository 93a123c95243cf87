"""The reference: the day on which a text speaks, always given, never the clock's."""

from __future__ import annotations

from datetime import date, datetime

from diplo_events.errors import InputError, InputTypeError


def reference_day(reference: date | datetime | str) -> date:
    """The day of a reference.

    Args:
        reference: a date, a datetime (its own day, whatever its zone), or either in ISO 8601.

    Raises:
        InputError: if the text is no ISO 8601 date.
        InputTypeError: if it is none of these.
    """
    if isinstance(reference, datetime):
        return reference.date()
    if isinstance(reference, date):
        return reference
    if isinstance(reference, str):
        try:
            return datetime.fromisoformat(reference.strip()).date()
        except ValueError as error:
            raise InputError(f"reference {reference!r} is no date; give one in ISO 8601, such as 2023-06-03") from error
    raise InputTypeError(f"reference must be a date, a datetime or text in ISO 8601, not {type(reference).__name__}")
