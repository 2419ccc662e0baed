"""How mortality falls from the most to the least deprived tenth, by sex and single age."""

import math

from .common import FEMALE, MALE, SEXES, number
from .lifetable import AGES
from .solving import least_squares, smoothed

FILE = "mortality/england_deaths_population_mx_by_imd_quintile_age_sex_2002_2013.csv"
SEX_OF = {"F": FEMALE, "M": MALE}
YEARS = range(2009, 2014)
STEEPER = 1.10            # log ratios of 2009-13 are widened so: the slope over the city's tenths is near 10.7 and 7.8
LEVEL_FROM = 96           # ages from which the deciles are taken to die alike
STIFFNESS = 3e4           # of the age curves, in deaths
MOST_WEIGHT = 3000.0      # deaths beyond which a band speaks no louder
DECILES = range(1, 11)


def middle_age(group):
    """The age where a published band is placed: '05-09' -> 7."""
    if group.endswith("+"):
        return int(group[:-1]) + 3
    parts = [int(part) for part in group.split("-")]
    return sum(parts) // len(parts)


def pooled(read):
    """Deaths and population over the years: (sex, middle age) -> {ridit from the most deprived: [deaths, people]}."""
    cells = {}
    for r in read(FILE, "year", "sex", "qimd_5_most_deprived", "agegroup", "deaths", "population"):
        if int(r["year"]) in YEARS:
            ridit = (5.5 - int(r["qimd_5_most_deprived"])) / 5
            cell = cells.setdefault((SEX_OF[r["sex"]], middle_age(r["agegroup"])), {}).setdefault(ridit, [0.0, 0.0])
            cell[0] += number(r, "deaths", FILE)
            cell[1] += number(r, "population", FILE)
    return cells


def parabola(cell):
    """Slope and curvature of the log rate over the ridit, weighted by deaths, and the deaths."""
    equations = [(deaths, {0: 1.0, 1: ridit - 0.5, 2: (ridit - 0.5) ** 2}, math.log(deaths / people))
                 for ridit, (deaths, people) in sorted(cell.items())]
    _, slope, curve = least_squares(equations, 3)
    return slope, curve, sum(equation[0] for equation in equations)


def age_curves(read, sex):
    """Slope and curvature by single age, smooth, zero at the oldest ages."""
    fits = {age: parabola(cell) for (s, age), cell in pooled(read).items() if s == sex}
    curves = []
    for part in (0, 1):
        seen = [(age, fit[part], min(fit[2], MOST_WEIGHT)) for age, fit in sorted(fits.items())]
        curves.append(smoothed(seen + [(age, 0.0, MOST_WEIGHT) for age in range(LEVEL_FROM, AGES)], AGES, STIFFNESS))
    return curves


def decile_ratios(read):
    """Ratio to the rate of all deciles in equal parts, by (sex, age), a list from decile 1."""
    result = {}
    for sex in SEXES:
        slopes, curvatures = age_curves(read, sex)
        for age in range(AGES):
            slope = min(slopes[age], 0.0)
            curve = max(min(curvatures[age], -slope / 0.9), slope / 0.9)   # never rising towards the least deprived
            logs = [STEEPER * (slope * x + curve * x * x) for x in ((d - 5.5) / 10 for d in DECILES)]
            ratios = [math.exp(value) for value in logs]
            result[sex, age] = [ratio * len(ratios) / sum(ratios) for ratio in ratios]
    return result
