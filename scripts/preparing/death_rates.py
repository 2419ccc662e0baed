"""Death rates: the country's by year, the tenths of deprivation, and the city's own level."""

import math
from functools import lru_cache

from . import gradient
from .common import FEMALE, MALE, SEXES, BadInput, number, rounded
from .lifetable import AGES, INFANT_SHARE, add_step, empty_tally, life_expectancy
from .places import deciles
from .population import OLDEST, city_people, people_by_decile
from .solving import bisected

LIFE_TABLES = "mortality/uk_qx_single_age_sex_2001_2070_ons_2020based.csv"
TARGETS = "mortality/life_expectancy_at_birth_2020_22_coventry_and_peers.csv"
CITY = "E08000026"
YEARS = range(2018, 2063)
BASE, RETURN = 2022, 2025
EARLIER = {FEMALE: 82.0, MALE: 78.0}      # life expectancy 2018-20, Coventry citywide profile 2023
# Expected deaths in the step of 2022. A level slope with age reproduces the 2,815 deaths of 2018/19 and gives 3,235;
# 2,815 raised by the country's rise of about a tenth gives 3,100: the middle, as both are uncertain by 2 %.
DEATHS = 3165.0
BIRTHS = 4165.0                           # mid-2021 to mid-2022
NAME = {"Female": FEMALE, "Male": MALE}


@lru_cache(maxsize=4)
def yearly_rates(read):
    """Central death rates of the UK by (sex, calendar year), ages 0 to 101; below one from q with a = 0.1."""
    years = range(2011, YEARS[-1] + 2)
    rates = {}
    for r in read(LIFE_TABLES, "sex", "age", *[str(y) for y in years]):
        age = int(r["age"])
        if age <= AGES:
            for year in years:
                q = number(r, str(year), LIFE_TABLES) / 1e5
                if not 0 < q < 1:
                    raise BadInput(f"{LIFE_TABLES}: q of {q} at age {age} in {year}")
                rate = q / (1 - INFANT_SHARE * q) if age == 0 else -math.log1p(-q)
                rates.setdefault((NAME[r["sex"]], year), {})[age] = rate
    return {key: [by_age[a] for a in range(AGES + 1)] for key, by_age in rates.items()}


def step_rates(read, sex, year):
    """UK rates of the step from mid-year to mid-year: the mean of two calendar years; 100 stands for 100 and over."""
    now, then = yearly_rates(read)[sex, year], yearly_rates(read)[sex, year + 1]
    rates = [(a + b) / 2 for a, b in zip(now, then)]
    share = rates[100] / (rates[100] + rates[101])
    return rates[:100] + [share * rates[100] + (1 - share) * rates[101]]


def oldest_split(read, sex):
    """How those of 90 and over split over 90 to 100 and over: stationary survivors at UK rates of 2022."""
    rates, alive, years = step_rates(read, sex, BASE), 1.0, []
    for age in range(OLDEST, AGES - 1):
        left = alive * math.exp(-rates[age])
        years.append((alive - left) / rates[age])
        alive = left
    years.append(alive / rates[-1])
    return [value / sum(years) for value in years]


def people_to_100(read, ages, sex):
    """Single ages 0 to 100 from ages 0 to 90 and over."""
    return ages[:OLDEST] + [ages[OLDEST] * share for share in oldest_split(read, sex)]


@lru_cache(maxsize=4)
def mixture(read):
    """Persons at mid-2022 by (sex, decile), single ages 0 to 100."""
    return {key: people_to_100(read, ages, key[0]) for key, ages in people_by_decile(read, deciles(read)).items()}


@lru_cache(maxsize=4)
def ratios(read):
    """Decile ratios by (sex, age), as written to the table."""
    return {key: [rounded(value, 5) for value in row] for key, row in gradient.decile_ratios(read).items()}


def multiplier(level, slope, age):
    """Coventry against the UK once its deciles are taken into account."""
    return level * math.exp(slope * (age - 65) / 10)


def tally_of(read, sex, uk, level, slope, only=None):
    """Expected deaths and person-years of one step on the people of mid-2022."""
    tally = empty_tally()
    births = BIRTHS * (105 if sex == MALE else 100) / 205
    whole = sum(sum(people[:5]) for (s, _), people in mixture(read).items() if s == sex)
    for (s, decile), people in sorted(mixture(read).items()):
        if s == sex and only in (None, decile):
            rates = [uk[a] * ratios(read)[sex, a][decile - 1] * multiplier(level, slope, a) for a in range(AGES)]
            add_step(tally, people, births * sum(people[:5]) / whole, rates)
    return tally


def level_for(read, sex, uk, slope, years):
    """The level that gives a life expectancy."""
    return bisected(lambda level: life_expectancy(tally_of(read, sex, uk, level, slope)) - years, 0.5, 2.0, 1e-7)


def life_expectancy_2022(read):
    """Published life expectancy at birth in Coventry, 2020-22, by sex."""
    for r in read(TARGETS, "area_code", "male", "female"):
        if r["area_code"] == CITY:
            return {MALE: number(r, "male", TARGETS), FEMALE: number(r, "female", TARGETS)}
    raise BadInput(f"{TARGETS}: no row for {CITY}")


def earlier_rates(read, sex):
    """UK rates of the calendar years 2018 to 2020."""
    three = [yearly_rates(read)[sex, year] for year in (2018, 2019, 2020)]
    return [sum(values) / 3 for values in zip(*three)][:AGES]


@lru_cache(maxsize=4)
def solved(read):
    """(slope, {sex: (level 2018-20, level 2022)}): one slope for both sexes meets the deaths, levels meet the years."""
    wanted = life_expectancy_2022(read)
    uk = {sex: step_rates(read, sex, BASE) for sex in SEXES}

    def excess(slope):
        return sum(sum(tally_of(read, sex, uk[sex], level_for(read, sex, uk[sex], slope, wanted[sex]), slope)[0])
                   for sex in SEXES) - DEATHS

    slope = rounded(bisected(excess, -0.2, 0.2, 1e-5), 4)
    return slope, {sex: (level_for(read, sex, earlier_rates(read, sex), slope, EARLIER[sex]),
                         level_for(read, sex, uk[sex], slope, wanted[sex])) for sex in SEXES}


def level(read, sex, year):
    """The city's level in a year: up from 2019 to 2022, back by 2025."""
    before, base = solved(read)[1][sex]
    if BASE <= year < RETURN:
        return base + (before - base) * (year - BASE) / (RETURN - BASE)
    return before + (base - before) * max(0.0, (year - 2019) / 3) if year < BASE else before


def city_rates(read, sex, decile, year):
    """Rates by single age of one sex and decile in the city."""
    uk = step_rates(read, sex, year)
    slope = solved(read)[0]
    return [uk[a] * ratios(read)[sex, a][decile - 1] * multiplier(level(read, sex, year), slope, a)
            for a in range(AGES)]
