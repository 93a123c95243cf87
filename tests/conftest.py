"""What the tests share: one parser, and the golden figures, which are measured once and shown at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplo_events import Parser
from tests.golden import report
from tests.golden.run import Scores, score_golden

_SCORES = pytest.StashKey[Scores]()


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The default parser."""
    return Parser()


@pytest.fixture(scope="session")
def golden_scores(pytestconfig: pytest.Config) -> Scores:
    """The outcomes on the golden set."""
    scores = score_golden()
    pytestconfig.stash[_SCORES] = scores
    return scores


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the figures by phenomenon, whether the gate passed or not."""
    scores = config.stash.get(_SCORES, None)
    if scores is not None:
        terminalreporter.section("golden figures by phenomenon")
        for line in report.table(scores):
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parent.parent
