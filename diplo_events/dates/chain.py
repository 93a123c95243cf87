"""Resolve one expression: a chain of resolvers, the first that understands it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from attrs import field, frozen

from diplo_events.checked import checked
from diplo_events.dates.calendar import Period, Unit, period_of, single
from diplo_events.dates.find import expressions
from diplo_events.dates.parsed import Parsed
from diplo_events.dates.reference import reference_day
from diplo_events.errors import DiploEventsError, InputError, InputTypeError, PluginError
from diplo_events.model.time import Tense, TimeExpression, When

_LONGEST = 200
"""Characters; no expression of time is longer."""

_OUTSIDE = frozenset(
    "a about after around as at before between by during for from in into of on over since the throughout till to "
    "until within".split()
)
"""Words that may stand around an expression without changing what it is."""

_INSIDE = _OUTSIDE | {"and", "early", "late", "or", "through"}
"""Words that may stand between the members of a range or list."""


_FOREIGN = re.compile(r"(?=[^\n]*\d)[^\n]*[^\W\d_]{3}|[^\W\d_a-zA-Z]")


class DateResolver(Protocol):
    """Anything that can be called with an expression, and knows, or does not, which days it means."""

    def __call__(self, expression: str, *, reference: date, tense: Tense | None) -> When | None:
        """The days meant, or ``None`` to leave the expression to the next resolver."""
        ...


def resolve_by_grammar(expression: str, *, reference: date, tense: Tense | None) -> When | None:
    """This library's own grammar of English; only if it understands the expression as a whole."""
    parsed = _parsed(expression)
    return parsed.when(reference=reference, tense=tense, anchor=None) if parsed else None


def _parsed(expression: str) -> Parsed | None:
    """The one expression that the text is, or the range."""
    # Long texts are not to be kept as keys of the cache.
    return _parsed_short(expression) if len(expression) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _parsed_short(expression: str) -> Parsed | None:
    found = expressions(expression)
    if not found or any(item.whole is None or item.whole != found[0].whole for item in found[1:]):
        return None
    around = [expression[: found[0].token.start], expression[found[-1].token.end :]]
    between = [expression[one.token.end : other.token.start] for one, other in pairwise(found)]
    left = set(re.findall(r"\w+", " ".join(around).lower())) - _OUTSIDE
    inside = set(re.findall(r"\w+", " ".join(between).lower())) - _INSIDE
    if left or inside:
        return None
    words = expression.strip()
    return Parsed(form=found[0].form, words=words, whole=found[0].whole, whole_words=words, bound=found[0].bound)


def resolve_by_dateparser(expression: str, *, reference: date, tense: Tense | None) -> When | None:
    """The package ``dateparser``: other languages and formats.

    It is asked only about what can be a date, letters with a digit or from beyond ASCII, always with the reference as
    its base, so that it never consults the clock.
    """
    if len(expression) > _LONGEST or not _FOREIGN.search(expression):
        return None
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    prefer = {Tense.PAST: "past", Tense.FUTURE: "future"}.get(tense, "current_period") if tense else "current_period"
    settings = {
        "RELATIVE_BASE": datetime.combine(reference, time(12)),
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "RETURN_TIME_AS_PERIOD": False,
    }
    try:
        data = DateDataParser(settings=settings).get_date_data(expression.strip())
    except Exception:  # noqa: BLE001 - it guesses at any text, and some makes it stumble; then it has no answer
        return None
    if data is None or data.date_obj is None:
        return None
    period = _period(data.date_obj.date(), data.period)
    return When(
        start=period.start,
        end=period.end,
        precision=period.precision,
        text=expression.strip(),
        relative_to=reference,
    )


def _period(day: date, name: str) -> Period:
    units = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
    return period_of(units[name], day) if name in units else single(day)


def _in_order(resolvers: Iterable[DateResolver]) -> tuple[DateResolver, ...]:
    return tuple(resolvers)


def _all_callable(_: object, __: object, value: tuple[object, ...]) -> None:
    for resolver in value:
        if not callable(resolver):
            raise InputTypeError(
                f"a date resolver is called with (expression, *, reference, tense); {resolver!r} cannot"
            )


@frozen(field_transformer=checked)
class ChainedDateResolver:
    """Resolvers in the order in which they are asked; the first answer that is not ``None`` counts.

    Attributes:
        resolvers: any callables of the shape of :class:`DateResolver`. The default is this library's grammar, then
            ``dateparser`` for the formats and languages that the grammar leaves.

    Raises:
        InputTypeError: if one cannot be called.

    Example:
        >>> from datetime import date
        >>> def soon(expression, *, reference, tense):
        ...     return None
        >>> chain = ChainedDateResolver().preceded_by(soon)
        >>> str(chain("late May", reference=date(2023, 6, 3)))
        '2023-05-21/2023-05-31'
    """

    resolvers: tuple[DateResolver, ...] = field(
        default=(resolve_by_grammar, resolve_by_dateparser), converter=_in_order, validator=_all_callable
    )

    def __call__(self, expression: str, *, reference: date, tense: Tense | None = None) -> When | None:
        """The first answer, or ``None``."""
        for resolver in self.resolvers:
            found = resolver(expression, reference=reference, tense=tense)
            if found is not None:
                return found
        return None

    def preceded_by(self, *resolvers: DateResolver) -> ChainedDateResolver:
        """A chain that asks these first."""
        return ChainedDateResolver((*resolvers, *self.resolvers))

    def followed_by(self, *resolvers: DateResolver) -> ChainedDateResolver:
        """A chain that asks these where it has no answer."""
        return ChainedDateResolver((*self.resolvers, *resolvers))


_DEFAULT = ChainedDateResolver()


def resolve_date(
    expression: str | TimeExpression,
    *,
    reference: date | datetime | str,
    tense: Tense | str | None = None,
    anchor: date | None = None,
    resolver: DateResolver = _DEFAULT,
) -> When | None:
    """The days that an expression of time means.

    Args:
        expression: "late May", "by Friday", "two days later" and nothing around it; or one that
            :func:`~diplo_events.dates.find_dates` found, which is read again without being parsed again.
        reference: the day on which the words are said, normally the publication; a date or ISO 8601 text.
        tense: on which side of it the thing dated lies. Without it a bare weekday is the last one up to the reference,
            a month or day without a year the nearest one; a found expression keeps the tense read from its text.
        anchor: the day that "two days later", "the same day" count from; without it that of the text, or the reference.
        resolver: who is asked about text.

    Returns:
        The period, or ``None`` if nobody understood, or it is a duration or a set.

    Raises:
        InputError: if ``reference`` is no date or ``tense`` no :class:`~diplo_events.model.time.Tense`.
        InputTypeError: if an argument has the wrong type.
        PluginError: if a resolver of yours raises, or answers neither a :class:`~diplo_events.When` nor ``None``.
    """
    day = reference_day(reference)
    if not callable(resolver):
        raise InputTypeError(f"resolver must be callable, not {type(resolver).__name__}")
    if anchor is not None and (not isinstance(anchor, date) or isinstance(anchor, datetime)):
        raise InputTypeError(f"anchor must be a date or None, not {type(anchor).__name__}")
    try:
        direction = None if tense is None else Tense(tense)
    except ValueError as error:
        raise InputError(f"tense {tense!r} is none of {', '.join(Tense)}") from error
    if isinstance(expression, TimeExpression):
        return expression.resolve(reference=day, tense=direction, anchor=anchor)
    if not isinstance(expression, str):
        raise InputTypeError(f"expression must be text or a TimeExpression, not {type(expression).__name__}")
    if anchor is not None and (parsed := _parsed(expression)):
        return parsed.when(reference=day, tense=direction, anchor=anchor)
    return _asked(resolver, expression, day, direction)


def _asked(resolver: DateResolver, expression: str, reference: date, tense: Tense | None) -> When | None:
    if resolver is _DEFAULT:
        return resolver(expression, reference=reference, tense=tense)
    name = getattr(resolver, "__qualname__", type(resolver).__qualname__)
    try:
        answer: object = resolver(expression, reference=reference, tense=tense)
    except DiploEventsError:
        raise
    except Exception as error:
        raise PluginError(f"the resolver {name} raised {type(error).__name__}: {error}") from error
    if answer is None or isinstance(answer, When):
        return answer
    raise PluginError(f"the resolver {name} answered a {type(answer).__name__}, not a When or None")
