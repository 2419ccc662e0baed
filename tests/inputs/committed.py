"""Reads the committed input tables for the tests, and plays one step of deaths on them."""

import csv
import math
import sys
import tomllib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "inputs" / "coventry"
sys.path.insert(0, str(ROOT / "scripts"))

from preparing.lifetable import add_step, empty_tally  # noqa: E402

SEXES = ("female", "male")


@lru_cache(maxsize=None)
def table(name):
    """Rows of a committed table as dictionaries."""
    with open(FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=None)
def sources():
    """sources.toml."""
    return tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))


def sums(name, value, *keys):
    """Sum of a column by the values of other columns."""
    result = defaultdict(float)
    for row in table(name):
        result[tuple(row[key] for key in keys)] += float(row[value])
    return dict(result)


def parameter(name):
    """Value of a single figure."""
    return next(float(row["value"]) for row in table("parameters") if row["parameter"] == name)


@lru_cache(maxsize=None)
def people_by_decile(sex):
    """Persons by decile and single age 0 to 100: each place takes its ward's ages within a band."""
    decile = {row["place"]: (int(row["imd_decile"]), row["ward_code"]) for row in table("places")}
    ward = {(row["ward_code"], int(row["age"])): float(row["persons"]) for row in table("population")
            if row["sex"] == sex}
    oldest = {int(row["age"]): float(row["share"]) for row in table("oldest_ages") if row["sex"] == sex}
    people = {d: [0.0] * 101 for d in range(1, 11)}
    for row in table("place_population"):
        if row["sex"] == sex:
            d, code = decile[row["place"]]
            start, persons = int(row["age_from"]), float(row["persons"])
            weights = oldest if start == 90 else {a: ward[code, a] for a in range(start, start + 5)}
            for age, weight in weights.items():
                people[d][age] += persons * weight / sum(weights.values())
    return people


@lru_cache(maxsize=None)
def step(sex, year):
    """Expected deaths and person-years of one step on the people of mid-2022."""
    rates = {int(row["age"]): float(row["rate"]) for row in table("mortality")
             if row["sex"] == sex and row["year"] == str(year)}
    ratio = {(int(row["age"]), int(row["imd_decile"])): float(row["ratio"]) for row in table("mortality_deprivation")
             if row["sex"] == sex}
    level, slope = next((float(row["level"]), float(row["slope"])) for row in table("mortality_level")
                        if row["sex"] == sex and row["year"] == str(year))
    births = sum(births_by_age().values()) * (105 if sex == "male" else 100) / 205
    people = people_by_decile(sex)
    young = sum(sum(ages[:5]) for ages in people.values())
    tally = empty_tally()
    for decile, ages in people.items():
        own = [rates[a] * ratio[a, decile] * level * math.exp(slope * (a - 65) / 10) for a in range(101)]
        add_step(tally, ages, births * sum(ages[:5]) / young, own)
    return tally


@lru_cache(maxsize=None)
def births_by_age():
    """Expected births of the base step by age of mother."""
    women = sums("population", "persons", "sex", "age")
    return {int(row["age"]): float(row["rate"]) * women["female", row["age"]] for row in table("fertility")}
