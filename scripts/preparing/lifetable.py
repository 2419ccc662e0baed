"""The model's year of life, and Chiang's abridged table on the deaths it expects."""

import math

AGES = 101                     # 0 to 100 and over
INFANT_SHARE = 0.9             # of a cohort's infant deaths fall in the step of birth: 1 - a0, Chiang's a0 = 0.1
STARTS = [0, 1] + list(range(5, 91, 5))


def step_hazards(rates):
    """Hazard of the step by age at its start: half at the age, half at the next; at 0 what is left of infancy."""
    following = rates[1:] + rates[-1:]
    hazards = [(now + then) / 2 for now, then in zip(rates, following)]
    hazards[0] = (1 - INFANT_SHARE) * rates[0] + rates[1] / 2
    return hazards


def newborn_hazard(rates):
    """Hazard from birth to the end of the step of birth."""
    return INFANT_SHARE * rates[0]


def add_step(tally, people, births, rates):
    """Add one step's expected (deaths, person-years) by age: half at the age at the start, half at the next."""
    deaths, years = tally
    for age, hazard in enumerate(step_hazards(rates)):
        dying = people[age] * -math.expm1(-hazard)
        lived = dying / hazard
        at_start = (1 - INFANT_SHARE) * rates[0] / hazard if age == 0 else 0.5
        deaths[age] += dying * at_start
        deaths[min(age + 1, AGES - 1)] += dying * (1 - at_start)
        years[age] += lived / 2
        years[min(age + 1, AGES - 1)] += lived / 2
    dying = births * -math.expm1(-newborn_hazard(rates))
    deaths[0] += dying
    years[0] += (births - dying) / 2 + dying * 0.1


def empty_tally():
    """No deaths and no person-years, by single age."""
    return [0.0] * AGES, [0.0] * AGES


def life_expectancy(tally):
    """Years at birth by Chiang's abridged table: <1, 1-4, 5-9 … 90+; a = 0.1 below one, 0.5 above."""
    deaths, years = tally
    alive, total = 1.0, 0.0
    for i, start in enumerate(STARTS):
        end = STARTS[i + 1] if i + 1 < len(STARTS) else AGES
        rate = sum(deaths[start:end]) / sum(years[start:end])
        if end == AGES:
            return total + alive / rate
        width, part = end - start, 0.1 if start == 0 else 0.5
        dying = alive * width * rate / (1 + (1 - part) * width * rate)
        total += width * (alive - dying) + part * width * dying
        alive -= dying
    raise AssertionError("the open band ends the table")
