"""Who comes and who leaves by age and sex: the net of the cohorts, at the level of recorded arrivals."""

import math

from .common import SEXES, BadInput, number
from .death_rates import people_to_100
from .net_migration import CITY, COMPONENTS, net_migrants
from .population import city_people
from .solving import bisected

YEAR = "2019"                # mid-2018 to mid-2019, the last year of components at hand
LEAST_RETURN = 0.25          # at any age at least so many come for each one the schedule lets leave; assumed


def leaving_schedule(age):
    """Relative chance to leave the city at an age, after Rogers and Castro: childhood, working life, a floor."""
    childhood = 0.045 * math.exp(-0.12 * age)
    work = 0.26 * math.exp(-0.085 * (age - 20) - math.exp(-0.7 * (age - 20)))
    return 0.018 + childhood + work


def recorded_inflow(read):
    """Arrivals in 2018/19 from the rest of the country and from abroad."""
    for r in read(COMPONENTS, "ladcode20", "year", "internal_in", "international_in"):
        if r["ladcode20"] == CITY and r["year"] == YEAR:
            return number(r, "internal_in", COMPONENTS) + number(r, "international_in", COMPONENTS)
    raise BadInput(f"{COMPONENTS}: no row for {CITY} in {YEAR}")


def inflows(people, net, scale):
    """Arrivals by age: what replaces the schedule's leavers and makes the net."""
    leavers = [scale * leaving_schedule(age) * count for age, count in enumerate(people)]
    return [max(n + out, LEAST_RETURN * out) for n, out in zip(net, leavers)]


def flows(read):
    """(net, inflow, outflow) by sex, lists over ages 0 to 100; inflows meet the recorded total."""
    people = {sex: people_to_100(read, city_people(read)[sex], sex) for sex in SEXES}
    net = {sex: people_to_100(read, net_migrants(read, sex), sex) for sex in SEXES}

    def excess(scale):
        return sum(sum(inflows(people[sex], net[sex], scale)) for sex in SEXES) - recorded_inflow(read)

    scale = bisected(excess, 0.1, 5.0, 1e-9)
    result = {}
    for sex in SEXES:
        coming = inflows(people[sex], net[sex], scale)
        result[sex] = (net[sex], coming, [i - n for i, n in zip(coming, net[sex])])
    return result
