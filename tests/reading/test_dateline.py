"""Datelines in the forms of the agencies, and lines that only look like one."""

from __future__ import annotations

import pytest

from diplo_events.reading.clean import clean
from diplo_events.reading.dateline import Dateline, match_date_line, match_dateline, read_dateline, read_datelines
from diplo_events.reading.zones import zones

REST = "The envoy met ministers on Monday."


def opening(head: str) -> Dateline | None:
    text = f"{head}{REST}"
    return match_dateline(text, 0, len(text), opening=True)


@pytest.mark.parametrize(
    ("head", "cities", "region", "date", "agency"),
    [
        ("MOSCOW (Reuters) - ", ("Moscow",), None, None, "Reuters"),
        ("BEIJING, June 5 (Xinhua) -- ", ("Beijing",), None, "June 5", "Xinhua"),
        ("BEIJING, 6 June (Reuters) - ", ("Beijing",), None, "6 June", "Reuters"),
        ("PARIS — ", ("Paris",), None, None, None),
        ("LONDON—", ("London",), None, None, None),
        ("(Bloomberg) -- ", (), None, None, "Bloomberg"),
        ("(CNN) ", (), None, None, "CNN"),
        ("June 6 (Reuters) - ", (), None, "June 6", "Reuters"),
        ("KAMPALA, Uganda (AP) _ ", ("Kampala",), "Uganda", None, "AP"),
        ("Geneva (AFP) – ", ("Geneva",), None, None, "AFP"),
        ("BRUSSELS, 12 March 2003 (IRIN) - ", ("Brussels",), None, "12 March 2003", "IRIN"),
        ("BRUSSELS, 12 March 2003 (IRIN) ", ("Brussels",), None, "12 March 2003", "IRIN"),
        ("WASHINGTON/BEIJING, June 6 (Reuters) - ", ("Washington", "Beijing"), None, "June 6", "Reuters"),
        ("KYIV, Ukraine and WASHINGTON — ", ("Kyiv", "Washington"), "Ukraine", None, None),
        ("PORT-AU-PRINCE, Haiti (AP) - ", ("Port-au-Prince",), "Haiti", None, "AP"),
        ("SEOUL, South Korea — ", ("Seoul",), "South Korea", None, None),
        ("UNITED NATIONS, Sept. 20 (Agency) - ", ("United Nations",), None, "Sept. 20", "Agency"),
        ("NEW YORK, N.Y. (AP) - ", ("New York",), "N.Y.", None, "AP"),
        ("N'DJAMENA, Chad (AP) - ", ("N'Djamena",), "Chad", None, "AP"),
        ("ST. PETERSBURG, Russia (AP) — ", ("St. Petersburg",), "Russia", None, "AP"),
        ("SÃO PAULO, Brazil (AP) — ", ("São Paulo",), "Brazil", None, "AP"),
        ("COX'S BAZAR: ", ("Cox's Bazar",), None, None, None),
        ("Kabul (Pajhwok): ", ("Kabul",), None, None, "Pajhwok"),
        ("MOSCOW. June 5 (Interfax) - ", ("Moscow",), None, "June 5", "Interfax"),
        ("PYONGYANG, Jan 3 KCNA -- ", ("Pyongyang",), None, "Jan 3", "KCNA"),
        ("HANOI, Vietnam, July 3, 2015 /PRNewswire/ -- ", ("Hanoi",), "Vietnam", "July 3, 2015", "PRNewswire"),
        ("GENEVA (5 June 2023) – ", ("Geneva",), None, "5 June 2023", None),
        ("Washington, D.C. — ", ("Washington",), "D.C.", None, None),
        ("LUSAKA | May 2, 2012 9:15am EDT LUSAKA (Agency) - ", ("Lusaka",), None, "May 2, 2012", "Agency"),
    ],
)
def test_forms(head: str, cities: tuple[str, ...], region: str | None, date: str | None, agency: str | None) -> None:
    line = opening(head)
    assert line is not None
    assert (line.cities, line.region, line.date, line.agency) == (cities, region, date, agency)
    text = head + REST
    assert (line.start, text[line.start : line.end]) == (0, head.rstrip())
    if date is not None:
        assert text[line.date_start : line.date_end] == date


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE - The envoy met ministers.",
        "UPDATE 1-The envoy met ministers.",
        "Analysis — The envoy met ministers.",
        "Annan — who had flown in overnight — met ministers.",
        "The envoy met ministers in Riga (Latvia) - and others.",
        "The U.N. said so.",
        "May 5 was the day.",
        "In June the envoy left.",
        "",
        "-",
    ],
)
def test_no_dateline(text: str) -> None:
    assert match_dateline(text, 0, len(text), opening=True) is None


@pytest.mark.parametrize(
    ("text", "date", "city"),
    [
        ("Saturday, August 24, 2019", "Saturday, August 24, 2019", None),
        ("Nairobi, 29th February, 2024", "29th February, 2024", "Nairobi"),
        ("Harbour Post | Asia | 11 December 2019", "11 December 2019", None),
        ("Published on June 6, 2023 10:53 GMT", "June 6, 2023", None),
        ("2023-06-06", "2023-06-06", None),
    ],
)
def test_lines_with_a_date(text: str, date: str, city: str | None) -> None:
    line = match_date_line(text, 0, len(text))
    assert line is not None
    assert (line.date, line.city) == (date, city)
    assert text[line.date_start : line.date_end] == date


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    text = "The envoy left on Saturday, August 24, 2019"
    assert match_date_line(text, 0, len(text)) is None


def test_place_and_date_on_lines_of_their_own() -> None:
    page = clean(f"Envoy in Riga\n\nSaturday, August 24, 2019\n\nRIGA — {REST}\n\nShe left.")
    line = read_dateline(page, zones(page))
    assert line is not None
    assert (line.city, line.date) == ("Riga", "Saturday, August 24, 2019")


def test_a_round_up_has_several() -> None:
    page = clean(f"The week\n\nMAJURO. {REST}\n\nLA PAZ. {REST}")
    lines = list(read_datelines(page, zones(page)))
    assert [(zone.paragraph, line.city) for zone, line in lines] == [(1, "Majuro"), (2, "La Paz")]


def test_a_transcript_has_none() -> None:
    page = clean("Briefing\n\nQUESTION: Will she go?\n\nSPOKESMAN: She will.\n\nQUESTION: When?")
    assert read_dateline(page, zones(page)) is None
