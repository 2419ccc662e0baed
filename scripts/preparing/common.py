"""What every module of input tables shares: how to read published figures, and what to hand back.

A module of this package takes part when it has a function `prepare(read: Reader) -> Prepared`.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path

OPEN_GOVERNMENT_LICENCE = "OGL-UK-3.0"
FEMALE, MALE = "female", "male"
SEXES = (FEMALE, MALE)
STANDINGS = ("published", "fitted", "assumed")


class MissingInput(Exception):
    """A published file that is not where it should be (exit code 66)."""


class BadInput(Exception):
    """A published file whose content is not what it should be (exit code 65)."""


class Reader:
    """Reads the published tables in one folder, each at most once."""

    def __init__(self, folder):
        self._folder = Path(folder)
        self._rows = {}

    def __call__(self, path, *columns):
        """Rows of the CSV at `path` (say "population/x.csv") as dictionaries; names the first column that lacks."""
        if path not in self._rows:
            self._rows[path] = self._load(path)
        header, rows = self._rows[path]
        for column in columns:
            if column not in header:
                raise BadInput(f"{self._folder / path}: no column '{column}'; it has {', '.join(header[:12])}")
        return rows

    def _load(self, path):
        file = self._folder / path
        if not file.is_file():
            raise MissingInput(f"{file}: not found; --from must name the folder of published tables that holds it")
        try:
            with open(file, encoding="utf-8-sig", newline="") as text:
                reader = csv.DictReader(text)
                rows = list(reader)
        except (UnicodeDecodeError, csv.Error) as error:
            raise BadInput(f"{file}: cannot be read as UTF-8 CSV: {error}") from error
        if not rows:
            raise BadInput(f"{file}: holds no rows")
        return reader.fieldnames, rows


def number(row, column, file):
    """The number in one cell, or an error that names the file and the column."""
    text = (row.get(column) or "").strip().replace(",", "")
    try:
        return float(text)
    except ValueError:
        raise BadInput(f"{file}: column '{column}' holds '{text}', which is no number") from None


@dataclass(frozen=True)
class Source:
    """A publication that figures come from."""

    title: str
    publisher: str
    year: str
    licence: str = OPEN_GOVERNMENT_LICENCE
    address: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, Frictionless type (string, integer, number) and meaning with unit."""

    name: str
    type: str
    description: str


@dataclass
class Table:
    """One input table: where it goes, what its columns mean, its rows, and how far it can be trusted."""

    file: str
    title: str
    columns: list
    rows: list           # of tuples in column order; numbers already rounded
    sources: list        # keys of sources; may be empty only for a table wholly assumed
    standing: str        # published, fitted or assumed
    how: str             # one or two sentences: what was done, and what was assumed


@dataclass(frozen=True)
class Parameter:
    """A single figure with its 95 % limits; `source` is a key of sources, or empty for an assumption."""

    name: str
    value: float
    lower: float
    upper: float
    distribution: str    # fixed, lognormal, beta or gamma
    unit: str
    description: str
    source: str
    standing: str


@dataclass
class Prepared:
    """What one module adds to the inputs."""

    tables: list = field(default_factory=list)
    parameters: list = field(default_factory=list)
    sources: dict = field(default_factory=dict)   # key -> Source; the same key must mean the same Source everywhere


def fixed(name, value, unit, description, source="", standing="assumed"):
    """A parameter that is not varied in the uncertainty."""
    return Parameter(name, value, value, value, "fixed", unit, description, source, standing)


def rounded(value, digits=6):
    """The value to so many significant digits, whole numbers without a point: the same text on every machine."""
    text = f"{float(value):.{digits}g}"
    near = float(text)
    return int(near) if near == int(near) and abs(near) < 1e15 else near
