"""The HTML of the model: escaped, self-contained, complete; and how a real browser shows it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from diplo_events import (
    Actor,
    Article,
    Event,
    EventType,
    Mention,
    ParsedArticle,
    Participant,
    Span,
    Status,
    Timeline,
    Venue,
    When,
    merge_articles,
)

_EVIL = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp; </style>"
_VOID = {"br", "input", "wbr", "img"}


def make(type_: str = "meeting", status: str = "held", *, id: str = "a", day: int = 4) -> ParsedArticle:
    text = f"Ana Silva met Bo Lund in {_EVIL} on Monday."
    trigger = Span.of(text, 10, 13)
    people = [Actor(name="Ana Silva", kind="person", country="PRT", title=_EVIL), Actor(name=_EVIL, kind="person")]
    event = Event(
        id=f"e-{id}",
        type=type_,
        status=status,
        participants=[Participant(actor=actor, role="initiator") for actor in people],
        venue=Venue(city=_EVIL, country="SWE"),
        when=When(start=dt.date(2024, 3, day), end=dt.date(2024, 3, day), text=_EVIL),
        mentions=[Mention(trigger=trigger, sentence=Span.of(text, 0, len(text)), article_id=id, rule="x")],
    )
    article = Article(text=text, id=id, published=dt.date(2024, 3, 12), title=_EVIL, source=_EVIL)
    return ParsedArticle(article=article, events=[event])


class _Tree(HTMLParser):
    """Checks that tags are nested rightly; keeps elements, attributes and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text.append(data)


def pages() -> dict[str, str]:
    parsed = make()
    timeline = merge_articles([parsed, make("visit", "denied", id="b", day=6)])
    return {
        "article": parsed._repr_html_(),
        "event": parsed.events[0]._repr_html_(),
        "timeline": timeline._repr_html_(),
        "timeline event": timeline.events[0]._repr_html_(),
        "empty article": ParsedArticle(article=Article(text=""))._repr_html_(),
        "failed article": ParsedArticle(article=Article(text="x"), error=_EVIL)._repr_html_(),
        "empty timeline": Timeline()._repr_html_(),
    }


@pytest.mark.parametrize("name", pages())
def test_nothing_of_an_article_becomes_markup(name: str) -> None:
    page = _Tree(pages()[name])
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert all("alert" not in value for _, attribute, value in page.attributes if attribute.startswith("on"))
    assert not [a for a in page.attributes if a[1] in ("src", "onerror")]


@pytest.mark.parametrize("name", pages())
def test_nothing_is_fetched(name: str) -> None:
    page = pages()[name]
    assert not re.search(r"https?://|url\(|@import", page)
    links = [value for _, attribute, value in _Tree(page).attributes if attribute == "href"]
    assert all(value.startswith("#de-") for value in links)


def test_the_text_is_shown_as_it_is() -> None:
    parsed = make()
    shown = "".join(_Tree(parsed._repr_html_()).text)
    assert parsed.text.replace(" met ", " met1 ") in shown


def test_a_mark_tells_type_status_and_slots() -> None:
    for type_ in EventType:
        for status in Status:
            page = _Tree(make(type_.value, status.value)._repr_html_())
            assert ("mark", "class", f"de-{type_.value} de-{status.value}") in page.attributes
    page = _Tree(make()._repr_html_())
    title = next(value for tag, name, value in page.attributes if (tag, name) == ("mark", "title"))
    assert all(part in title for part in ("meeting, held", "2024-03-04", "Ana Silva (PRT)", "SWE"))


def test_every_type_and_status_has_a_colour_or_a_line() -> None:
    page = make()._repr_html_()
    assert all(f".de-{value.value} {{ --" in page for value in (*EventType, *Status))


def test_two_events_of_the_same_words_share_a_mark() -> None:
    one = make()
    two = make("visit")
    both = ParsedArticle(article=one.article, events=[*one.events, *two.events])
    page = both._repr_html_()
    assert page.count("<mark") == 1
    assert "2. event: visit" in page


def test_odd_characters_can_be_encoded() -> None:
    parsed = ParsedArticle(article=Article(text="a\x00b\ud800c\rd", title="\udfff", id="\ud800"))
    parsed._repr_html_().encode("utf-8")


def test_a_long_timeline_is_cut() -> None:
    parsed = make()
    events = merge_articles([parsed]).events * 501
    assert "1 more" in Timeline(events=events)._repr_html_()


# -- in a browser ------------------------------------------------------------------------------------------------------

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_PROBE = """
<script>
addEventListener('load', () => {
  const root = document.querySelector('.diplo-events'), rows = [...root.querySelectorAll('tbody tr')];
  const seen = () => rows.filter(row => row.offsetHeight > 0).length;
  const facts = {all: seen(), wide: document.documentElement.scrollWidth <= innerWidth, alerts: window.alerts || 0};
  const mark = root.querySelector('mark');
  if (mark) facts.line = getComputedStyle(mark).textDecorationStyle;
  facts.paper = getComputedStyle(root).backgroundColor;
  const box = root.querySelector('input[data-type=visit]'), search = root.querySelector('input[type=search]');
  if (box) { box.checked = false; facts.boxed = seen(); box.checked = true; }
  if (search) { search.value = 'DENIED'; search.oninput(); facts.found = seen(); }
  document.title = JSON.stringify(facts);
});
</script><script>window.alert = () => { window.alerts = (window.alerts || 0) + 1 }</script>
"""


def browse(page: str, folder: Path, width: int, *flags: str) -> str:
    """The title that the probe leaves, read from the page's tree as the browser has built it."""
    assert _CHROMIUM is not None
    file = folder / "page.html"
    file.write_text(f'<!doctype html><meta charset="utf-8"><title></title>{_PROBE}<body>{page}', encoding="utf-8")
    command = [
        _CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--dump-dom",
        f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900", *flags, file.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.slow
@pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium on this machine (Debian: apt-get install chromium)")
def test_in_a_browser(tmp_path: Path) -> None:
    (tmp_path / "wide").mkdir()
    shown = pages()
    facts = browse(shown["timeline"], tmp_path / "wide", 1000)
    assert '"all":2' in facts
    assert '"boxed":1' in facts
    assert '"found":1' in facts
    assert '"alerts":0' in facts
    (tmp_path / "phone").mkdir()
    facts = browse(shown["article"], tmp_path / "phone", 400, "--blink-settings=preferredColorScheme=0")
    assert '"wide":true' in facts
    assert '"line":"solid"' in facts
    assert '"paper":"rgb(27, 27, 32)"' in facts
