"""Articles read by several processes.

The workers are spawned, not forked: a fork copies locks that other threads of the caller may hold, and does not exist
on every system. Each builds its parser once. What travels are articles and results, never a reading.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from traceback import format_exception

from diplo_events.errors import InputTypeError, PluginError
from diplo_events.model.articles import Article
from diplo_events.parsing.batches import Job, Outcome, articles_of, outcomes, with_jobs
from diplo_events.parsing.parser import Parser

#: Batches in hand for each process: one being read and one to go on with.
AHEAD = 2

_Batch = list[Job]


def in_processes(batches: Iterator[_Batch], parser: Parser | None, count: int) -> Iterator[tuple[Job, Outcome]]:
    """What becomes of each job, in their order.

    Args:
        batches: are taken when there is a process to read them, at most ``AHEAD`` for each process ahead of the result
            that is asked for.
        parser: is pickled to each process; None for the default one, which each builds by itself.
        count: the number of processes.

    Raises:
        InputTypeError: if the parser cannot be pickled.
        PluginError: if the processes cannot start, or cannot build the parser.
    """
    workers = _Workers(_pickled(parser), count)
    waiting: deque[tuple[_Batch, Future[list[bytes]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, workers.submit(articles_of(batch))))
            if len(waiting) > AHEAD * count:
                yield from _first(waiting, workers)
        while waiting:
            yield from _first(waiting, workers)
    finally:
        workers.stop()


def _pickled(parser: Parser | None) -> bytes | None:
    if parser is None:
        return None
    try:
        return pickle.dumps(parser)
    except Exception as error:
        raise InputTypeError(
            f"with n_process, the parser is sent to other processes, and this one cannot be pickled: {error}; "
            "plug in functions and objects of a module, not local ones"
        ) from error


def _first(waiting: deque[tuple[_Batch, Future[list[bytes]]]], workers: _Workers) -> Iterator[tuple[Job, Outcome]]:
    batch, future = waiting.popleft()
    try:
        read = [_unpacked(packed) for packed in future.result()]
    except BrokenProcessPool:
        # All that was in hand is lost, and nobody says for whose sake: this batch goes on article by article.
        read = [workers.alone(article) for article in articles_of(batch)]
        for place, (other, lost) in enumerate(waiting):
            if not lost.done() or lost.exception() is not None:
                waiting[place] = (other, workers.submit(articles_of(other)))
    yield from with_jobs(batch, read)


class _Workers:
    """A pool of processes that is set up anew when one of them dies."""

    def __init__(self, parser: bytes | None, count: int) -> None:
        self._parser = parser
        self._count = count
        self._pool: ProcessPoolExecutor | None = self._new()

    def _new(self) -> ProcessPoolExecutor:
        spawn = get_context("spawn")
        return ProcessPoolExecutor(self._count, mp_context=spawn, initializer=_remember, initargs=(self._parser,))

    def submit(self, articles: Sequence[Article]) -> Future[list[bytes]]:
        """Have articles read; a pool that is broken by now shows in the future."""
        try:
            return self._running().submit(_read, articles)
        except BrokenProcessPool as error:
            broken: Future[list[bytes]] = Future()
            broken.set_exception(error)
            return broken

    def alone(self, article: Article) -> Outcome:
        """What becomes of an article while nothing else is read."""
        try:
            (packed,) = self._running(healthy=True).submit(_read, [article]).result()
        except BrokenProcessPool:
            self.stop()
            return PluginError(
                "the process that read this article died: it ran out of memory, was killed, or crashed in native code"
            )
        return _unpacked(packed)

    def stop(self) -> None:
        """End the processes; those that are reading finish their batch."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _running(self, *, healthy: bool = False) -> ProcessPoolExecutor:
        """The pool, or a new one; a broken one is replaced if it has to be healthy."""
        if self._pool is None:
            self._pool = self._new()
        if healthy:
            try:
                self._pool.submit(_ready).result()
            except BrokenProcessPool:
                self.stop()
                self._pool = self._new()
                self._prove(self._pool)
        return self._pool

    @staticmethod
    def _prove(pool: ProcessPoolExecutor) -> None:
        try:
            pool.submit(_ready).result()
        except BrokenProcessPool as error:
            raise PluginError(
                "the processes of n_process die before they read anything; in a script, call parse_articles under "
                '`if __name__ == "__main__":`, and see that there is memory for one model a process'
            ) from error


# --- in the worker ---------------------------------------------------------------------------------------------------

_sent: dict[str, bytes | None] = {}


def _remember(parser: bytes | None) -> None:
    _sent["parser"] = parser


@cache
def _parser() -> Parser:
    packed = _sent["parser"]
    try:
        if packed is None:
            return Parser()
        parser: Parser = pickle.loads(packed)
    except Exception as error:
        raise PluginError(f"the parser cannot be built in another process: {type(error).__name__}: {error}") from error
    return parser


def _ready() -> None:
    _parser()


def _read(articles: Sequence[Article]) -> list[bytes]:
    parser = _parser()
    return [_packed(outcome) for outcome in outcomes(articles, parser)]


def _packed(outcome: Outcome) -> bytes:
    """An outcome as bytes: what cannot be sent must not take the whole batch with it."""
    try:
        if not isinstance(outcome, Exception):
            return pickle.dumps(outcome)
        outcome.add_note("In a process of n_process:\n" + "".join(format_exception(outcome)))
        packed = pickle.dumps(outcome)
        pickle.loads(packed)  # an exception whose arguments are not those of its class can be sent, not received
    except Exception as error:  # noqa: BLE001 - a plug-in's values and errors may do anything when they are pickled
        if isinstance(outcome, Exception):
            return pickle.dumps(PluginError(f"{type(outcome).__name__}: {outcome}"))
        return pickle.dumps(PluginError(f"the result cannot be sent from one process to another: {error}"))
    return packed


def _unpacked(packed: bytes) -> Outcome:
    outcome: Outcome = pickle.loads(packed)
    return outcome
