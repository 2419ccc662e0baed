"""Coventry's and England's people in mid-2022, as the health tables weigh them; no tables of its own."""

import math
from functools import lru_cache

from .common import FEMALE, MALE, SEXES, number

AGES = range(101)
DECILES = range(1, 11)
OLDEST = 90
BANDS = (0, 1, *range(5, 95, 5))                       # first years of the life table's bands

WARDS = "population/ward_sex_single_age_mid2022_coventry.csv"
ENGLAND = "population/england_sex_single_age_2011_2043.csv"
QX = "mortality/uk_qx_single_age_sex_2001_2070_ons_2020based.csv"
LSOA_AGES = "population/lsoa11_sex_age5_mid2018_coventry.csv"
LSOA_SUCCESSORS = "geography/lookup_lsoa11_lsoa21_coventry.csv"
IMD = "deprivation/imd2025_england_lsoa21_coventry.csv"


def spread_oldest(persons_90_plus, rates):
    """The people of 90 and over by single age to 100 and over, thinning out at the death rates of their age."""
    weights = [1.0]
    for age in range(OLDEST, 100):
        weights.append(weights[-1] * math.exp(-rates[age]))
    weights[-1] /= 1 - math.exp(-rates[100])
    return [persons_90_plus * weight / sum(weights) for weight in weights]


@lru_cache(maxsize=None)
def uk_death_rates(read, year=2022):
    """Central death rates of the UK, deaths per person-year, by sex and single age 0 to 100."""
    rates = {sex: [0.0] * 101 for sex in SEXES}
    for row in read(QX, "sex", "age", str(year)):
        age = int(row["age"])
        if age <= 100:
            chance = number(row, str(year), QX) / 1e5
            rates[row["sex"].lower()][age] = -math.log(1 - chance)
    return rates


@lru_cache(maxsize=None)
def city_population(read):
    """Residents of Coventry in mid-2022 by sex and single age 0 to 100 (100 and over)."""
    rates = uk_death_rates(read)
    people = {sex: [0.0] * 101 for sex in SEXES}
    for row in read(WARDS, "ward_code", "sex", "0", "90+"):
        sex = FEMALE if row["sex"] == "F" else MALE
        for age in range(OLDEST):
            people[sex][age] += number(row, str(age), WARDS)
        for age, persons in enumerate(spread_oldest(number(row, "90+", WARDS), rates[sex]), start=OLDEST):
            people[sex][age] += persons
    return people


@lru_cache(maxsize=None)
def england_population(read):
    """Residents of England in mid-2022 by sex and single age 0 to 100 (100 and over)."""
    people = {sex: [0.0] * 101 for sex in SEXES}
    for row in read(ENGLAND, "sex", "age", "2022"):
        people[row["sex"].lower()][min(int(row["age"]), 100)] += number(row, "2022", ENGLAND)
    return people


@lru_cache(maxsize=None)
def decile_shares(read, age_from=0, age_to=200):
    """The city's people of an age range by national deprivation decile 1 to 10: a list of shares, sum 1."""
    deciles = {row["lsoa21_code"]: int(row["IMD_decile"]) for row in read(IMD, "lsoa21_code", "IMD_decile")}
    successors = {}
    for row in read(LSOA_SUCCESSORS, "lsoa11_code", "lsoa21_code"):
        successors.setdefault(row["lsoa11_code"], []).append(row["lsoa21_code"])
    totals = [0.0] * 10
    for row in read(LSOA_AGES, "lsoa11_code", "90+"):
        bands = [name for name in row if name[:2].isdigit() and age_from <= int(name[:2]) <= age_to]
        persons = sum(number(row, name, LSOA_AGES) for name in bands)
        for code in successors[row["lsoa11_code"]]:
            totals[deciles[code] - 1] += persons / len(successors[row["lsoa11_code"]])
    return [total / sum(totals) for total in totals]


def shares_of_users(read, rates):
    """Deciles of the city's people of whom something is true, or who use something: rates by sex and single age."""
    people, totals = city_population(read), [0.0] * 10
    for start in range(0, 95, 5):
        end = start + 5 if start < 90 else 101
        users = sum(people[sex][age] * rates[sex][age] for sex in SEXES for age in range(start, end))
        if users:
            totals = [total + users * share for total, share in zip(totals, decile_shares(read, start, start + 4))]
    return [total / sum(totals) for total in totals]


def log_linear_deciles(most_to_least):
    """Ratios by decile 1 to 10 that fall evenly on the log scale, decile 1 being so many times decile 10."""
    step = math.log(most_to_least) / 9
    return [math.exp(step * (4.5 - position)) for position in range(10)]


def city_multiplier(ratios, shares):
    """The city's level against England's when only the mix of deciles differs (England has a tenth in each)."""
    return sum(map(lambda ratio, share: ratio * share, ratios, shares)) / (sum(ratios) / 10)


def centred(ratios, shares):
    """Ratios to the city's own level: their mean, weighted by the city's people, is 1."""
    mean = sum(ratio * share for ratio, share in zip(ratios, shares))
    return [ratio / mean for ratio in ratios]


def between(points, at):
    """Straight lines between (position, value) points, level beyond them."""
    points = sorted(points)
    if at <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in zip(points, points[1:]):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return points[-1][1]


def smooth_between(points, at):
    """As `between`, but easing in and out of every point, so that rates have no corners."""
    points = sorted(points)
    for (left, low), (right, high) in zip(points, points[1:]):
        if left <= at <= right:
            share = (at - left) / (right - left)
            return low + (high - low) * share * share * (3 - 2 * share)
    return points[0][1] if at < points[0][0] else points[-1][1]


@lru_cache(maxsize=None)
def normal_share(below):
    """Share of a standard normal below a score."""
    return 0.5 * (1 + math.erf(below / math.sqrt(2)))
