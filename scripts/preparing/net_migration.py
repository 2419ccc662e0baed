"""Net yearly migration by age and sex: what carries the people of mid-2011 to those of mid-2022."""

import math

from .common import FEMALE, MALE, SEXES, number
from .lifetable import newborn_hazard, step_hazards
from .death_rates import yearly_rates
from .population import OLDEST, age_column, city_people
from .solving import least_squares, second_differences

START = "population/la_sex_single_age_mid2011_coventry.csv"
COMPONENTS = "migration/ons_components_of_change_2001_2019_coventry_and_peers.csv"
CITY = "E08000026"
FIRST, LAST = 2011, 2022
LATER_BIRTHS = {2020: 4232.0, 2021: 4199.0, 2022: 4165.0}   # years to mid-year: in line from 4,266 in 2019 to 4,165
LEVEL = {FEMALE: 1.10, MALE: 1.13}      # deaths in the city against the UK over these years, a middling ratio
EXACTNESS = 400.0                       # weight of meeting mid-2022, against smoothness over age
ROUGH_AGES, EASY_AGES = range(15, 27), range(27, 32)
STIFF, EASY, LOOSE = 60.0, 1.0, 0.003   # weight of second differences: elsewhere, at the easy and at the rough ages
LEVELLING = 1e-6


def people_2011(read):
    """Persons at mid-2011 by sex, ages 0 to 90 and over."""
    by_age = {r["age"]: r for r in read(START, "age", "male", "female")}
    return {sex: [number(by_age[age_column(a)], sex, START) for a in range(OLDEST + 1)] for sex in SEXES}


def births(read):
    """Births by the mid-year they lead to, 2012 to 2022."""
    result = dict(LATER_BIRTHS)
    for r in read(COMPONENTS, "ladcode20", "year", "births"):
        if r["ladcode20"] == CITY and int(r["year"]) > FIRST:
            result[int(r["year"])] = number(r, "births", COMPONENTS)
    return result


def survival(read, sex, year):
    """(of newborns, by age at the start, of 90 and over) chance to live through the step at the city's level."""
    uk = [(a + b) / 2 for a, b in zip(yearly_rates(read)[sex, year], yearly_rates(read)[sex, year + 1])]
    rates = [rate * LEVEL[sex] for rate in uk]
    stays = [math.exp(-hazard) for hazard in step_hazards(rates)]
    return math.exp(-newborn_hazard(rates)), stays[:OLDEST] + [stays[93]]


def projected(read, sex):
    """Mid-2022 as (constant, {age at start: factor}) by age: linear in the yearly net migrants by age at the start."""
    state = [(count, {}) for count in people_2011(read)[sex]]
    share = (105 if sex == MALE else 100) / 205
    for year in range(FIRST, LAST):
        newborn, stays = survival(read, sex, year)
        moved = []
        for age, (constant, factors) in enumerate(state):
            grown = {a: f * stays[age] for a, f in factors.items()}
            grown[age] = grown.get(age, 0.0) + stays[age]
            moved.append((constant * stays[age], grown))
        oldest = (moved[OLDEST - 1][0] + moved[OLDEST][0], dict(moved[OLDEST][1]))
        for a, f in moved[OLDEST - 1][1].items():
            oldest[1][a] = oldest[1].get(a, 0.0) + f
        state = [(births(read)[year + 1] * share * newborn, {})] + moved[:OLDEST - 1] + [oldest]
    return state


def stiffness(age):
    """How straight the curve should be over this age and the next two: students come and go by single years."""
    span = range(age, age + 3)
    if any(a in ROUGH_AGES for a in span):
        return LOOSE
    return EASY if any(a in EASY_AGES for a in span) else STIFF


def net_migrants(read, sex):
    """Net migrants a step by age at its start, 0 to 90 and over."""
    target = city_people(read)[sex]
    equations = []
    for (constant, factors), people in zip(projected(read, sex), target):
        if factors:
            equations.append((EXACTNESS / (people + 100), factors, people - constant))
    equations += second_differences([stiffness(age) for age in range(OLDEST - 1)])
    equations += [(LEVELLING, {age: 1.0}, 0.0) for age in range(OLDEST + 1)]
    return least_squares(equations, OLDEST + 1)


def shortfall(read, sex, net):
    """Largest relative miss of mid-2022 at any age from one."""
    target = city_people(read)[sex]
    return max(abs(constant + sum(f * net[a] for a, f in factors.items()) - people) / people
               for (constant, factors), people in zip(projected(read, sex), target) if factors)
