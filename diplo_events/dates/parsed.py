"""What :class:`~diplo_events.model.TimeExpression` keeps of a parse: its form, and what the words around add to it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from diplo_events.dates.calendar import CalendarError, Period, single
from diplo_events.dates.forms import Context, Form, Reading
from diplo_events.model.text import Span
from diplo_events.model.time import Bound, Modifier, Precision, Tense, When, edtf_of


def read(form: Form, context: Context) -> Reading | None:
    """The reading of a form, or ``None`` also where it leads to a day that does not exist."""
    try:
        return form.read(context)
    except CalendarError:
        return None


@frozen(kw_only=True)
class Parsed:
    """A parsed expression in its place; the library's :class:`~diplo_events.model.TimeForm`.

    Attributes:
        form: the expression's own meaning.
        words: its span, or its text if it comes from no text.
        whole: the meaning of the range or list that it stands in, or of "in two weeks".
        whole_words: what that covers.
        bound: the preposition before it, if that limits a period.
        tense: the direction told by the words around.
        guessed: whether the words only make it likely; "was held in May" tells it.
        anchor: the last period that the text told before.
        day: the last single day that it told.
    """

    form: Form
    words: Span | str
    whole: Form | None = None
    whole_words: Span | str | None = None
    bound: Bound | None = None
    tense: Tense | None = None
    guessed: bool = True
    anchor: Period | None = None
    day: Period | None = None

    def when(
        self, *, reference: date, tense: Tense | None, anchor: date | None, words_only: bool = False
    ) -> When | None:
        """See :meth:`diplo_events.model.time.TimeForm.when`."""
        given = single(anchor) if anchor is not None else None
        if self.bound is Bound.SINCE:
            tense = Tense.PAST
        context = Context(
            reference=reference,
            tense=tense or self.tense,
            guessed=tense is None and self.guessed,
            anchor=given or self.anchor,
            day=given or self.day,
        )
        whole = read(self.whole, context) if self.whole and not words_only else None
        if whole is not None and whole.period is not None:
            return when_of(whole, self.bound, reference, self.whole_words or self.words)
        own = read(self.form, context)
        return when_of(own, None if words_only else self.bound, reference, self.words) if own else None


def when_of(reading: Reading, bound: Bound | None, reference: date, words: Span | str) -> When | None:
    """A reading as the model's :class:`When`; ``None`` if it has no period."""
    if reading.period is None:
        return None
    start, end, precision = reading.period.start, reading.period.end, reading.period.precision
    if (bound is Bound.BY or bound is Bound.UNTIL) and end >= reference:
        start, precision = reference, Precision.PERIOD
    if bound is Bound.SINCE and start <= reference:
        end, precision = reference, Precision.PERIOD
    edtf = edtf_of(start, end, precision)
    if reading.approximate or reading.mod is Modifier.APPROX:
        edtf = f"{edtf}~" if "/" not in edtf else "/".join(f"{day}~" for day in edtf.split("/"))
    relative = reading.relative_to if reading.relative_to or bound is None else reference
    return When(
        start=start,
        end=end,
        precision=precision,
        part_of_day=reading.part,
        edtf=edtf,
        text=str(words),
        span=words if isinstance(words, Span) else None,
        relative_to=relative,
    )
