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
from contextlib import suppress
from functools import cache
from multiprocessing import get_context
from traceback import format_exception

from diplo_events.errors import InputTypeError, PluginError, TimeLimitError
from diplo_events.model.articles import Article
from diplo_events.parsing.batches import Job, Outcome, articles_of, outcomes, with_jobs
from diplo_events.parsing.parser import Parser

#: Batches in hand for each process: one being read and one to go on with.
AHEAD = 2

_Batch = list[Job]


def in_processes(
    batches: Iterator[_Batch], parser: Parser | None, count: int, time_limit: float | None = None
) -> Iterator[tuple[Job, Outcome]]:
    """What becomes of each job, in their order; what ``batches`` raises comes after the jobs before it.

    Args:
        batches: are taken when there is a process to read them, at most ``AHEAD`` for each process ahead of the result
            that is asked for.
        parser: is pickled to each process; None for the default one, which each builds by itself.
        count: the number of processes.
        time_limit: seconds that an article may take; what takes longer loses its process.

    Raises:
        InputTypeError: if the parser cannot be pickled.
        PluginError: if the processes cannot start, or cannot build the parser.
    """
    workers = _Workers(_pickled(parser), count, time_limit)
    waiting: deque[tuple[_Batch, Future[list[bytes]]]] = deque()
    failure: Exception | None = None
    try:
        while failure is None:
            try:
                batch = next(batches, None)
            except Exception as error:  # noqa: BLE001 - raised below
                failure = error
                break
            if batch is None:
                break
            waiting.append((batch, workers.submit(articles_of(batch))))
            if len(waiting) > AHEAD * count:
                yield from _first(waiting, workers)
        while waiting:
            yield from _first(waiting, workers)
    finally:
        workers.stop()
    if failure is not None:
        raise failure


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
        read = [_unpacked(packed) for packed in workers.result(future, len(batch))]
    except (BrokenProcessPool, _OutOfTimeError):
        # All that was in hand is lost, and nobody says for whose sake: this batch goes on article by article.
        read = [workers.alone(article) for article in articles_of(batch)]
        for place, (other, lost) in enumerate(waiting):
            if not lost.done() or lost.cancelled() or lost.exception() is not None:
                waiting[place] = (other, workers.submit(articles_of(other)))
    yield from with_jobs(batch, read)


class _OutOfTimeError(Exception):
    """A batch took longer than it may; its processes have been ended."""


class _Workers:
    """A pool of processes that is set up anew when one of them dies, or has to be ended."""

    def __init__(self, parser: bytes | None, count: int, time_limit: float | None) -> None:
        self._parser = parser
        self._count = count
        self._limit = time_limit
        self._pool: ProcessPoolExecutor | None = None

    def _new(self) -> ProcessPoolExecutor:
        spawn = get_context("spawn")
        return ProcessPoolExecutor(self._count, mp_context=spawn, initializer=_remember, initargs=(self._parser,))

    def result(self, future: Future[list[bytes]], articles: int) -> list[bytes]:
        """The result of the batch that was submitted first; it is in work by now, or done.

        Raises:
            BrokenProcessPool: if a process died.
            _OutOfTimeError: if the batch takes longer than each of its articles may.
        """
        if self._limit is None:
            return future.result()
        try:
            return future.result(self._limit * max(articles, 1))
        except TimeoutError:
            self._end()
            raise _OutOfTimeError from None

    def submit(self, articles: Sequence[Article]) -> Future[list[bytes]]:
        """Have articles read; a pool that is broken by now shows in the future."""
        try:
            # The time that new processes take to start is no article's fault.
            fresh = self._limit is not None and self._pool is None
            return self._running(healthy=fresh).submit(_read, articles)
        except BrokenProcessPool as error:
            broken: Future[list[bytes]] = Future()
            broken.set_exception(error)
            return broken

    def alone(self, article: Article) -> Outcome:
        """What becomes of an article while nothing else is read."""
        future = self._running(healthy=True).submit(_read, [article])
        try:
            (packed,) = future.result(self._limit)
        except BrokenProcessPool:
            self.stop()
            return PluginError(
                "the process that read this article died: it ran out of memory, was killed, or crashed in native code"
            )
        except TimeoutError:
            self._end()
            return TimeLimitError(f"this article took longer than the {self._limit:g} seconds of time_limit")
        return _unpacked(packed)

    def stop(self) -> None:
        """End the processes; those that are reading finish their batch, unless there is a limit to it."""
        if self._limit is not None:
            self._end()
        elif self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _end(self) -> None:
        """End the processes at once, whatever they do."""
        if self._pool is None:
            return
        # Only Python 3.14 has a public way.
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001
            process.kill()
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
    with suppress(Exception):  # said when the first batch comes: what an initializer raises has no way back
        _parser()


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
