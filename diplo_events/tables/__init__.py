"""The package's knowledge of who and where, as typed lookups over the tables of ``diplo_events/data``.

Each table has one cached function that reads it when first called. Lookups compare names by :func:`fold` and capitals.
"""

from __future__ import annotations

from diplo_events.tables.cities import (
    City,
    CityLookup,
    ambiguous_cities,
    capital_of,
    capitals,
    cities,
    country_of_capital,
    is_ambiguous_city,
)
from diplo_events.tables.countries import (
    AmbiguousName,
    Country,
    CountryKind,
    Demonym,
    ambiguous_names,
    compound_prefixes,
    countries,
    countries_by_code,
    countries_of_compound,
    country_of_demonym,
    country_of_name,
    demonyms,
)
from diplo_events.tables.lookup import Lookup, fits_case, fold, to_ascii

__all__ = [
    "AmbiguousName",
    "City",
    "CityLookup",
    "Country",
    "CountryKind",
    "Demonym",
    "Lookup",
    "ambiguous_cities",
    "ambiguous_names",
    "capital_of",
    "capitals",
    "cities",
    "compound_prefixes",
    "countries",
    "countries_by_code",
    "countries_of_compound",
    "country_of_capital",
    "country_of_demonym",
    "country_of_name",
    "demonyms",
    "fits_case",
    "fold",
    "is_ambiguous_city",
    "to_ascii",
]
