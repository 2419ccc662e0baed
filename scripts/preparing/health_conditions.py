"""Conditions: how many have each, how many get it in a year, die of it and recover from it.

Levels come from registers and surveys of England, shapes over age are our own smooth curves, and incidence is what
keeps the prevalence of every age where it is: someone ill at age a who neither recovers nor dies is ill at a + 1.
"""

import math

from .common import SEXES, Column, Prepared, Table, rounded
from .health_causes import CAUSES, DEATHS_2022, DEMENTIA_SLOPE, scaled_to, smooth_cause_rates
from .health_city import (AGES, DECILES, centred, city_multiplier, england_population, shares_of_users, uk_death_rates)
from .health_gradients import decile_ratios
from .health_illness import CONDITIONS, REMISSION, RESIDUAL_RATIO, DIABETES_RATIO, national_prevalence
from .health_sources import SOURCES

MOST_FATAL = 0.6                   # deaths per person-year ill


def cause_death_rates(read):
    """England's deaths per person-year of every modelled cause about 2022, by sex and single age."""
    rates = {name: {sex: smooth_cause_rates(name, sex, read) for sex in SEXES} for name in CAUSES}
    dementia = next(condition for condition in CONDITIONS if condition.name == "dementia")
    ill, people = national_prevalence(dementia, read), england_population(read)
    rates["dementia"] = {sex: scaled_to([share * math.exp(DEMENTIA_SLOPE * age) for age, share in zip(AGES, ill[sex])],
                                        people[sex], DEATHS_2022["dementia", sex]) for sex in SEXES}
    return rates


def fatality_by_age(name, sex, prevalence, deaths):
    """Deaths of the condition per person-year ill; held down at the first ages, where hardly anyone is ill yet."""
    own = deaths.get(name, {}).get(sex, [0.0] * 101)
    return [min(MOST_FATAL, death / share) if share > 0 else 0.0 for death, share in zip(own, prevalence)]


def excess_mortality(name, sex, prevalence, deaths, total):
    """Death rate of the ill minus that of the others, by age: of the condition, and of all else it raises."""
    excess, fatality = [], fatality_by_age(name, sex, prevalence, deaths)
    for age in AGES:
        here = fatality[age]
        residual = total[sex][age] - sum(rates[sex][age] for rates in deaths.values())
        ratio = RESIDUAL_RATIO.get(name, 1.0)
        here += (ratio - 1) * residual / (1 + prevalence[age] * (ratio - 1))
        if name == "type_2_diabetes":
            here += sum((more - 1) * deaths[other][sex][age] / (1 + prevalence[age] * (more - 1))
                        for other, more in DIABETES_RATIO.items())
        excess.append(here)
    return excess


def next_prevalence(now, incidence, remission, excess):
    """Share ill among the survivors a year on: onset half-way through the year, two-way moves within it."""
    both = incidence + remission
    moved = (1 - math.exp(-both)) / both if both > 0 else 0.0
    onset, recovery = incidence * moved, remission * moved
    ill = now * (1 - recovery) * math.exp(-excess) + (1 - now) * onset * math.exp(-excess / 2)
    free = (1 - now) * (1 - onset) + now * recovery * math.exp(-excess / 2)
    return ill / (ill + free)


def incidence_that_keeps(now, after, remission, excess):
    """New cases per person-year free of the condition that turn the prevalence `now` into `after` a year older."""
    low, high = 0.0, 5.0
    if next_prevalence(now, low, remission, excess) >= after:
        return 0.0
    for _ in range(60):
        middle = (low + high) / 2
        if next_prevalence(now, middle, remission, excess) < after:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def incidence_by_age(condition, prevalence, excess):
    """The incidence of ages 0 to 100 at which no prevalence moves; the last age repeats the one before."""
    rates = []
    for age in range(100):
        if not condition.age_from <= age < condition.age_to:
            rates.append(0.0)
            continue
        if age >= 99:
            break
        mean_excess = (excess[age] + excess[age + 1]) / 2 if prevalence[age] > 0 else excess[age + 1]
        rates.append(incidence_that_keeps(prevalence[age], prevalence[age + 1], REMISSION.get(condition.name, 0.0),
                                          mean_excess))
    return (rates + [rates[-1]] * 101)[:101]


def city_prevalence(condition, read):
    """The city's prevalence by sex and age: England's, moved by the city's mix of deciles."""
    national = national_prevalence(condition, read)
    level = city_multiplier(decile_ratios(read)[condition.name], shares_of_users(read, national))
    return {sex: [min(0.6, level * share) for share in national[sex]] for sex in SEXES}


def rate_rows(read):
    """condition_rates.csv: fatality is England's deaths of the cause per person ill, so on the same prevalence."""
    deaths, total, rows = cause_death_rates(read), uk_death_rates(read), []
    for condition in CONDITIONS:
        national, city = national_prevalence(condition, read), city_prevalence(condition, read)
        for sex in SEXES:
            fatality = fatality_by_age(condition.name, sex, national[sex], deaths)
            excess = excess_mortality(condition.name, sex, national[sex], deaths, total)
            incidence = incidence_by_age(condition, city[sex], excess)
            for age in AGES:
                remission = REMISSION.get(condition.name, 0.0) if city[sex][age] > 0 else 0.0
                rows.append((condition.name, sex, age, rounded(city[sex][age], 5), rounded(incidence[age], 5),
                             rounded(fatality[age], 5), rounded(remission, 5)))
    return rows


def decile_rows(read):
    """condition_deciles.csv: ratios whose mean over the city's ill, by their ages alone, is 1."""
    rows = []
    for condition in CONDITIONS:
        shares = shares_of_users(read, national_prevalence(condition, read))
        for decile, ratio in zip(DECILES, centred(decile_ratios(read)[condition.name], shares)):
            rows.append((condition.name, decile, rounded(ratio, 5)))
    return rows


def prepare(read):
    """conditions.csv, condition_rates.csv and condition_deciles.csv."""
    listed = [(c.name, c.label, c.sex, c.age_from, c.age_to, c.good_health_log_odds, c.eq5d_decrement,
               c.disability_weight) for c in CONDITIONS]
    name = Column("condition", "string", "condition")
    return Prepared(sources=SOURCES, tables=[
        Table("conditions.csv", "Conditions of the model",
              [name, Column("label", "string", "name for people"), Column("sex", "string", "female, male or all"),
               Column("age_from", "integer", "youngest age that can have it"),
               Column("age_to", "integer", "oldest age that can have it; it ends at the next birthday"),
               Column("good_health_log_odds", "number", "change of the log-odds of good health"),
               Column("eq5d_decrement", "number", "loss of EQ-5D utility"),
               Column("disability_weight", "number", "disability weight, 0 to 1")],
              listed, ["sullivan_2011", "salomon_2015"], "assumed",
              "EQ-5D decrements are Sullivan's published ones; log-odds of good health are 10 times the decrement, "
              "held to -0.3 to -2.0; child mental disorder and disability weights (rounded mixes of severities) "
              "are assumed."),
        Table("condition_rates.csv", "Prevalence, incidence, fatality and remission of each condition",
              [name, Column("sex", "string", "female or male"), Column("age", "integer", "completed years, 100 = 100+"),
               Column("prevalence", "number", "share ill in mid-2022, the city"),
               Column("incidence", "number", "onsets per person-year free of it, by age at the start of the step"),
               Column("fatality", "number", "deaths of it per person-year ill"),
               Column("remission", "number", "recoveries per person-year ill")],
              rate_rows(read), ["qof_2023", "qof_asthma_2020", "gpps_msk_2022", "cfas_2", "apms_2023", "mhcyp_2023", "ons_deaths_2022",
                                "ons_deaths_by_cause_2009_2013", "cruk_incidence", "ons_projected_mortality",
                                "imd_2025_deciles"], "fitted",
              "Smooth curves in age scaled to England's registers and surveys per resident, moved by the city's mix "
              "of deciles; fatality is smoothed deaths of the cause (2009-13 by age, level of about 2022) over that "
              "prevalence; incidence solved so that prevalence at every age stands still. Trends since 2009-13 in "
              "stroke, COPD and cancer deaths, remission and the age shapes are assumed."),
        Table("condition_deciles.csv", "Ratio of each condition to the city's level by deprivation decile",
              [name, Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("ratio", "number", "ratio to the city's age-standardised level; "
                      "its mean over the people of the ages of the ill is 1")],
              decile_rows(read), ["ons_deaths_by_cause_2009_2013", "apms_2023", "ohid_msk_2022", "hse_asthma_2018", "imd_2025_deciles"],
              "fitted",
              "Log-linear in the ridit. Slopes of heart disease, stroke, COPD, lung and bowel cancer from deaths by "
              "quintile 2009-13, of which an assumed share is in onsets (the rest is dying sooner); of anxiety or "
              "depression from 26 against 16 % by fifth, of musculoskeletal pain from 21.8 against 14.4 %; asthma, diabetes, dementia, "
              "breast cancer and child mental disorder are assumed."),
    ])
