"""The countries whose emergency number the program knows, by ISO 3166-1 code; a test compares."""

import unicodedata

from sijoint_desktop.core.language import mark, tr

COUNTRIES: tuple[tuple[str, str], ...] = (
    ("AD", mark("Andorra")),
    ("AR", mark("Argentina")),
    ("AU", mark("Australia")),
    ("AT", mark("Austria")),
    ("BE", mark("Belgium")),
    ("BR", mark("Brazil")),
    ("BG", mark("Bulgaria")),
    ("CA", mark("Canada")),
    ("CL", mark("Chile")),
    ("CN", mark("China")),
    ("HR", mark("Croatia")),
    ("CY", mark("Cyprus")),
    ("CZ", mark("Czechia")),
    ("DK", mark("Denmark")),
    ("EE", mark("Estonia")),
    ("FI", mark("Finland")),
    ("FR", mark("France")),
    ("DE", mark("Germany")),
    ("GR", mark("Greece")),
    ("HK", mark("Hong Kong")),
    ("HU", mark("Hungary")),
    ("IS", mark("Iceland")),
    ("IN", mark("India")),
    ("IE", mark("Ireland")),
    ("IL", mark("Israel")),
    ("IT", mark("Italy")),
    ("JP", mark("Japan")),
    ("LV", mark("Latvia")),
    ("LI", mark("Liechtenstein")),
    ("LT", mark("Lithuania")),
    ("LU", mark("Luxembourg")),
    ("MY", mark("Malaysia")),
    ("MT", mark("Malta")),
    ("MX", mark("Mexico")),
    ("MC", mark("Monaco")),
    ("ME", mark("Montenegro")),
    ("NL", mark("Netherlands")),
    ("NZ", mark("New Zealand")),
    ("MK", mark("North Macedonia")),
    ("NO", mark("Norway")),
    ("PH", mark("Philippines")),
    ("PL", mark("Poland")),
    ("PT", mark("Portugal")),
    ("RO", mark("Romania")),
    ("SM", mark("San Marino")),
    ("SG", mark("Singapore")),
    ("SK", mark("Slovakia")),
    ("SI", mark("Slovenia")),
    ("ZA", mark("South Africa")),
    ("KR", mark("South Korea")),
    ("ES", mark("Spain")),
    ("SE", mark("Sweden")),
    ("CH", mark("Switzerland")),
    ("TR", mark("Turkey")),
    ("AE", mark("United Arab Emirates")),
    ("GB", mark("United Kingdom")),
    ("US", mark("United States")),
    ("VA", mark("Vatican City")),
)
"""Code and English name, in the order of these names."""


def countries_in_words() -> tuple[tuple[str, str], ...]:
    """Return code and name of every country in the language in use, in the order of the names."""
    named = ((code, tr(name)) for code, name in COUNTRIES)
    return tuple(sorted(named, key=_place))


def _place(country: tuple[str, str]) -> str:
    """Order a name as if it had no accents, so that Österreich stands between N and P."""
    return unicodedata.normalize("NFKD", country[1]).encode("ascii", "ignore").decode().casefold()
