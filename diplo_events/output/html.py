"""The model in a notebook: an article with its events highlighted, an event, a timeline, as self-contained HTML.

Colour tells the type, the line the status; the style sheet is ``data/notebook.css``. Everything that comes from an
article is escaped, and no address is ever fetched.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from diplo_events.data import read_text
from diplo_events.model.actors import Actor
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.events import Event
from diplo_events.model.kinds import EventType, Status
from diplo_events.model.text import Span
from diplo_events.model.timeline import Claim, Timeline, TimelineEvent

#: Rows of a table that are shown; a notebook with more becomes slow.
MOST_ROWS = 500
#: Characters of an article that are shown.
MOST_TEXT = 100_000

_ToldT = TypeVar("_ToldT", Event, TimelineEvent)


def article_html(parsed: ParsedArticle) -> str:
    """A parsed article: its text with the events highlighted, and a table of them."""
    title, published = _esc(parsed.article.title or parsed.id), _esc(_published(parsed))
    body = [f"<header><b>{title}</b> · {published} · {_count(len(parsed), 'event')}</header>"]
    if parsed.error:
        body.append(f"<p><b>Not parsed:</b> {_esc(parsed.error)}</p>")
    body.append(_legend(parsed.events))
    body.append(f'<div class="de-text">{_marked_text(parsed)}</div>')
    if parsed.events:
        body.append(_event_table(parsed))
    body.append(_list("warnings", [str(warning) for warning in parsed.warnings]))
    body.append(_list("triggers without an event", [str(rejection) for rejection in parsed.rejected]))
    return _page(body)


def event_html(event: Event) -> str:
    """One event of an article with all its slots and the sentences that tell of it."""
    return _page([f"<header>{_chip(event)}</header>", _definitions(_slots(event)), *_sentences(event)])


def timeline_event_html(event: TimelineEvent) -> str:
    """One event of a timeline with its slots, its history, and who told what."""
    return _page([f"<header>{_chip(event)}</header>", _definitions(_agreed(event)), _told(event, opened=True)])


def timeline_html(timeline: Timeline) -> str:
    """A timeline as a table that can be filtered by type, status and words."""
    shown = timeline.events[:MOST_ROWS]
    more = len(timeline) - len(shown)
    head = f"<b>Timeline</b> · {_count(len(timeline.articles), 'article')} · {_count(len(timeline), 'event')}"
    columns = ("when", "event", "participants", "where", "told by")
    rows = "".join(_timeline_row(event) for event in shown)
    body = [f"<header>{head}</header>", _filters(shown), _table(columns, rows)]
    if more:
        body.append(f'<p class="de-soft">{len(shown)} are shown; <code>timeline.events</code> has {more} more.</p>')
    return _page(body)


# -- an article's text -------------------------------------------------------------------------------------------------


def _marked_text(parsed: ParsedArticle) -> str:
    text = parsed.text[:MOST_TEXT]
    marks = _marks(parsed.events, len(text))
    pieces: list[str] = []
    at = 0
    for start, end, numbers in marks:
        pieces.append(_esc(text[at:start]))
        pieces.append(_mark(text[start:end], [(n, parsed.events[n]) for n in numbers], parsed.id))
        at = end
    pieces.append(_esc(text[at:]))
    if len(parsed.text) > MOST_TEXT:
        pieces.append(" […]")
    return "".join(pieces)


def _marks(events: Sequence[Event], length: int) -> list[tuple[int, int, list[int]]]:
    """Stretches without overlap, in order, each with the numbers of the events that it tells of."""
    spans: dict[tuple[int, int], list[int]] = {}
    for number, event in enumerate(events):
        for mention in event.mentions:
            if mention.trigger.end <= length and mention.trigger.text:
                told = spans.setdefault((mention.trigger.start, mention.trigger.end), [])
                told += [number] if number not in told else []
    merged: list[tuple[int, int, list[int]]] = []
    for (start, end), numbers in sorted(spans.items()):
        if merged and start < merged[-1][1]:
            first, last, before = merged[-1]
            merged[-1] = first, max(last, end), list(dict.fromkeys([*before, *numbers]))
        else:
            merged.append((start, end, numbers))
    return merged


def _mark(words: str, told: Sequence[tuple[int, Event]], article_id: str) -> str:
    title = "\n\n".join(f"{n + 1}. {_hover(event)}" for n, event in told)
    links = ",".join(f'<a href="#{_anchor(article_id, event.id)}">{n + 1}</a>' for n, event in told)
    return f'<mark class="{_classes(told[0][1])}" title="{_esc(title)}">{_esc(words)}<sup>{links}</sup></mark>'


def _hover(event: Event) -> str:
    return "\n".join(f"{name}: {value}" for name, value in [("event", _kind(event)), *_slots(event)])


# -- slots -------------------------------------------------------------------------------------------------------------


def _kind(event: Event | TimelineEvent) -> str:
    action = f" ({event.action.value})" if event.action and event.action.value != event.type.value else ""
    return f"{event.type.value}{action}, {event.status.value}"


def _shared_slots(event: Event | TimelineEvent) -> list[tuple[str, str]]:
    slots = [("when", _when(event)), ("where", str(event.venue or ""))]
    slots += [(p.role.value, f"{p.actor}{_title(p.actor)}") for p in event.participants]
    return [(name, value) for name, value in slots if value]


def _slots(event: Event) -> list[tuple[str, str]]:
    by = "; ".join(change.by for change in event.history if change.by)
    slots = [
        *_shared_slots(event),
        ("agenda", "; ".join(span.text for span in event.agenda)),
        ("by", by),
        ("according to", "; ".join(map(str, event.attributions))),
        ("confidence", f"{event.confidence:.2f}"),
    ]
    return [(name, value) for name, value in slots if value]


def _agreed(event: TimelineEvent) -> list[tuple[str, str]]:
    contested = [("contested", ", ".join(event.contested))] if event.contested else []
    return [*_shared_slots(event), *contested]


def _when(event: Event | TimelineEvent) -> str:
    if event.when is None:
        return ""
    told = f" (“{event.when.text}”)" if event.when.text else ""
    return f"{event.when}{told}"


def _sentences(event: Event) -> Iterable[str]:
    """Each sentence once, with all the words in it that tell of the event."""
    told: dict[Span, list[Span]] = {}
    for mention in event.mentions:
        told.setdefault(mention.sentence, []).append(mention.trigger)
    for sentence, triggers in told.items():
        yield f"<p>{_sentence(sentence, triggers, _classes(event))}</p>"


def _sentence(sentence: Span, triggers: Iterable[Span], classes: str) -> str:
    pieces: list[str] = []
    at = sentence.start
    for trigger in sorted(triggers):
        if trigger in sentence and trigger.start >= at:
            pieces.append(_esc(sentence.text[at - sentence.start : trigger.start - sentence.start]))
            pieces.append(f'<mark class="{classes}">{_esc(trigger.text)}</mark>')
            at = trigger.end
    return "".join([*pieces, _esc(sentence.text[at - sentence.start :])])


# -- tables ------------------------------------------------------------------------------------------------------------


def _event_table(parsed: ParsedArticle) -> str:
    rows = []
    for number, event in enumerate(parsed.events[:MOST_ROWS], start=1):
        words = ", ".join(f"“{mention.trigger.text}”" for mention in event.mentions)
        cells = [("", str(number)), *_common_cells(event), ("words", _esc(words))]
        rows.append(f'<tr id="{_anchor(parsed.id, event.id)}">{_cells(cells)}</tr>')
    return _table(("", "event", "when", "participants", "where", "words"), "".join(rows))


def _common_cells(event: Event | TimelineEvent) -> list[tuple[str, str]]:
    return [
        ("event", _chip(event)),
        ("when", _days(event)),
        ("participants", _people(event)),
        ("where", _esc(str(event.venue or ""))),
    ]


def _days(event: Event | TimelineEvent) -> str:
    """The period; a line may break between its ends, not within a day."""
    ends = str(event.when or "").split("/")
    return "/<wbr>".join(f'<span class="de-day">{_esc(end)}</span>' for end in ends)


def _people(event: Event | TimelineEvent) -> str:
    return "<br>".join(
        f'{_esc(str(p.actor))}<span class="de-soft">{_esc(_title(p.actor))}</span>' for p in event.participants
    )


def _title(actor: Actor) -> str:
    return f", {actor.title}" if actor.title and actor.named else ""


def _timeline_row(event: TimelineEvent) -> str:
    kind, when, people, where = _common_cells(event)
    cells = [when, kind, people, where, ("told by", _told(event))]
    return f'<tr data-type="{event.type.value}" data-status="{event.status.value}">{_cells(cells)}</tr>'


def _told(event: TimelineEvent, *, opened: bool = False) -> str:
    reports = [f"{report}: {', '.join(article for article, _ in report.told_by)}" for report in event.history]
    claims = [_claim(claim) for claim in event.claims if claim.slot != "status"]
    flag = f" · contested: {', '.join(event.contested)}" if event.contested else ""
    summary = f"{_count(len(event.evidence), 'article')}{flag}"
    items = "".join(f"<li>{_esc(line)}</li>" for line in (*reports, *claims))
    return f"<details{' open' if opened else ''}><summary>{_esc(summary)}</summary><ul>{items}</ul></details>"


def _claim(claim: Claim) -> str:
    sources = f" ({'; '.join(claim.sources)})" if claim.sources else ""
    return f"{claim.slot} {claim.value}: {', '.join(article for article, _ in claim.told_by)}{sources}"


def _table(columns: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{_esc(column)}</th>' for column in columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(cells: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<td data-label="{_esc(label)}"><div>{value}</div></td>' for label, value in cells)


# -- filters -----------------------------------------------------------------------------------------------------------

#: Shows the rows that hold the words typed. The one script; without it the boxes still work, which are plain CSS.
_SEARCH = (
    "for(const row of this.closest('.diplo-events').querySelectorAll('tbody tr'))"
    "row.classList.toggle('de-hide',!row.textContent.toLowerCase().includes(this.value.toLowerCase()))"
)


def _filters(events: Sequence[TimelineEvent]) -> str:
    kinds = _present(events, EventType, lambda event: event.type)
    statuses = _present(events, Status, lambda event: event.status)
    boxes = [_box("type", kind, f"de-{kind}") for kind in kinds] + [_box("status", s, f"de-{s}") for s in statuses]
    rules = "".join(
        f".diplo-events:has(input[data-{slot}={value}]:not(:checked)) tr[data-{slot}={value}]{{display:none!important}}"
        for slot, values in (("type", kinds), ("status", statuses))
        for value in values
    )
    search = f'<input type="search" placeholder="filter by words" aria-label="filter by words" oninput="{_SEARCH}">'
    return f'<style>{rules}</style><form onsubmit="return false">{search}{"".join(boxes)}</form>'


def _box(slot: str, value: str, classes: str) -> str:
    chip = f'<span class="de-chip {classes}">{value}</span>'
    return f'<label><input type="checkbox" data-{slot}="{value}" checked>{chip}</label>'


_KindT = TypeVar("_KindT", EventType, Status)


def _present(events: Sequence[_ToldT], kinds: type[_KindT], of: Callable[[_ToldT], _KindT]) -> list[str]:
    there = {of(event) for event in events}
    return [kind.value for kind in kinds if kind in there]


def _legend(events: Sequence[Event]) -> str:
    kinds = _present(events, EventType, lambda event: event.type)
    statuses = _present(events, Status, lambda event: event.status)
    chips = " ".join(f'<span class="de-chip de-{value}">{value}</span>' for value in (*kinds, *statuses))
    return f"<p>{chips}</p>" if chips else ""


# -- small parts -------------------------------------------------------------------------------------------------------


def _page(body: Iterable[str]) -> str:
    return f'<div class="diplo-events"><style>{read_text("notebook.css")}</style>{"".join(body)}</div>'


def _esc(text: str) -> str:
    """Escaped for elements and attributes; what cannot be encoded becomes a question mark, line feeds stay."""
    sound = text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return html.escape(sound, quote=True).replace("\r", "&#13;")


def _chip(event: Event | TimelineEvent) -> str:
    return f'<span class="de-chip {_classes(event)}">{_esc(_kind(event))}</span>'


def _classes(event: Event | TimelineEvent) -> str:
    return f"de-{event.type.value} de-{event.status.value}"


def _anchor(article_id: str, event_id: str) -> str:
    """An id within the page, made of hexadecimal digits, whatever the two ids hold."""
    return "de-" + "-".join(id_.encode("utf-8", "surrogatepass").hex()[:32] for id_ in (article_id, event_id))


def _definitions(slots: Iterable[tuple[str, str]]) -> str:
    return f"<dl>{''.join(f'<dt>{_esc(name)}</dt><dd>{_esc(value)}</dd>' for name, value in slots)}</dl>"


def _list(name: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{_esc(line)}</li>" for line in lines[:MOST_ROWS])
    return f'<details><summary>{len(lines)} {name}</summary><ul class="de-soft">{items}</ul></details>'


def _published(parsed: ParsedArticle) -> str:
    day = parsed.published.isoformat() if parsed.published else "undated"
    return f"{parsed.article.source}, {day}" if parsed.article.source else day


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
