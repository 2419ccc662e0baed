"""Smoking and loneliness: who smokes, smoked or is lonely, and the chances that keep smoking on its slow way down."""

import math

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, rounded
from .health_city import (AGES, DECILES, centred, city_population, decile_shares, log_linear_deciles, smooth_between,
                          uk_death_rates)
from .health_sources import chosen

CITY_SMOKING = 0.153               # adults of 18 and over: Health Index 2019, 2020 and 2021 (15.1, 17.1, 13.7) pooled
CITY_LONELY = 0.11                 # often or always, 16 and over
DECLINE = 0.02                     # of smoking at every age, a year
SMOKING_AGE = ((12, 0), (14, .012), (16, .05), (18, .105), (22, .155), (28, .185), (40, .175), (52, .170),
               (60, .155), (70, .100), (80, .055), (90, .030))
SMOKING_SEX = {MALE: 1.14, FEMALE: 0.87}
SMOKING_GRADIENT = 3.2             # decile 1 against decile 10
EX_AGE = {MALE: ((14, 0), (20, .03), (28, .09), (40, .17), (55, .24), (65, .32), (75, .40), (85, .43)),
          FEMALE: ((14, 0), (20, .03), (28, .09), (40, .17), (55, .21), (65, .26), (75, .29), (85, .26))}
RELAPSE = ((20, .03), (35, .02), (50, .012), (70, .006))
QUIT_YOUNG = 0.035                 # a year, while people still take smoking up
LAST_START = 27                    # nobody starts later
DEATH_RATIO = {"never": 1.0, "ex": 1.35, "current": 2.3}
QUIT_RANGE, START_RANGE = (0.02, 0.15), (0.0, 0.12)
LONELY_AGE = ((16, 1.45), (21, 1.45), (29, 1.3), (40, 1.0), (57, 0.95), (70, 0.65), (80, 0.85), (88, 1.2))
LONELY_BANDS = (16, 25, 35, 50, 65, 75, 85)
LONELY_SEX = {MALE: 0.86, FEMALE: 1.14}
LONELY_GRADIENT = 2.2              # decile 1 against decile 10


def city_mean(read, age_from, share_of):
    """Mean of a share over the city's people from an age up."""
    people, deciles = city_population(read), decile_shares(read, age_from)
    total = sum(sum(people[sex][age_from:]) for sex in SEXES)
    return sum(people[sex][age] * weight * share_of(sex, age, decile) for sex in SEXES for age in AGES
               if age >= age_from for decile, weight in zip(DECILES, deciles)) / total


def smoking_share(sex, age, decile, ratios):
    """Share of current smokers, before the city's level is set."""
    return smooth_between(SMOKING_AGE, age) * SMOKING_SEX[sex] * ratios[decile - 1]


def transitions(age, current, ex, later, death_rate):
    """Initiation, quitting and relapse a year that lead from a group's current smokers to those a year older, later."""
    never = 1 - current - ex
    relapse = smooth_between(RELAPSE, age)
    mean = never + ex * DEATH_RATIO["ex"] + current * DEATH_RATIO["current"]
    thinned = current * math.exp(-death_rate * (DEATH_RATIO["current"] / mean - 1))
    if age < LAST_START:
        start = (later - thinned * math.exp(-QUIT_YOUNG) - ex * (1 - math.exp(-relapse))) / never
        start = min(max(start, START_RANGE[0]), START_RANGE[1])
        if start > 0 or current == 0:
            return -math.log(1 - start), QUIT_YOUNG if current else 0.0, relapse
    leave = 1 - (later - ex * (1 - math.exp(-relapse))) / thinned if thinned else 0.0
    leave = min(max(leave, QUIT_RANGE[0]), QUIT_RANGE[1])
    return 0.0, -math.log(1 - leave), relapse


def smoking_rows(read):
    """smoking.csv."""
    ratios = log_linear_deciles(SMOKING_GRADIENT)
    level = CITY_SMOKING / city_mean(read, 18, lambda sex, age, decile: smoking_share(sex, age, decile, ratios))
    deaths, rows = uk_death_rates(read), []
    for sex in SEXES:
        for age in range(12, 101):
            for decile in DECILES:
                now = level * smoking_share(sex, age, decile, ratios)
                later = level * smoking_share(sex, min(age + 1, 100), decile, ratios) * (1 - DECLINE)
                ex = smooth_between(EX_AGE[sex], age) * (1 - now) / 0.85
                start, leave, relapse = transitions(age, now, ex, later, deaths[sex][age])
                rows.append((sex, age, decile, *(rounded(x, 4) for x in (now, ex, start, leave, relapse))))
    return rows


def loneliness_rows(read):
    """loneliness.csv: band values are those of the band's middle."""
    ratios = log_linear_deciles(LONELY_GRADIENT)

    def share(sex, age, decile):
        band = max(start for start in LONELY_BANDS if start <= age)
        after = next((start for start in LONELY_BANDS if start > band), 92)
        return smooth_between(LONELY_AGE, (band + after) / 2) * LONELY_SEX[sex] * ratios[decile - 1]

    level = CITY_LONELY / city_mean(read, 16, share)
    return [(sex, band, decile, rounded(level * share(sex, band, decile), 4))
            for sex in SEXES for band in LONELY_BANDS for decile in DECILES]


def prepare(read):
    """smoking.csv and loneliness.csv."""
    keys = [Column("sex", "string", "female or male"), Column("age", "integer", "completed years, 100 = 100+"),
            Column("imd_decile", "integer", "1 most deprived to 10")]
    return Prepared(sources=chosen("ons_health_index", "ons_people_2022", "coventry_loneliness", "community_life_2023"),
                    tables=[
        Table("smoking.csv", "Smoking: shares and chances of change",
              keys + [Column("current", "number", "share who smoke, mid-2022"),
                      Column("ex", "number", "share who used to smoke"),
                      Column("initiation", "number", "never-smokers who start, per person-year"),
                      Column("quitting", "number", "smokers who stop for good or for long, per person-year"),
                      Column("relapse", "number", "ex-smokers who smoke again, per person-year")],
              smoking_rows(read), ["ons_health_index", "ons_people_2022"], "fitted",
              "City level 15.3 % of adults, three releases pooled (2019-21: 15.1, 17.1, 13.7; another release has 18.4 "
              "in 2022). Shapes over age, sex and decile and relapse are assumed; initiation and quitting are solved "
              "so that smoking at every age falls by 2 % a year (assumed), the deaths of smokers taken into account."),
        Table("loneliness.csv", "Often or always lonely",
              [keys[0], Column("age_from", "integer", "first year of the age band"), keys[2],
               Column("share", "number", "share often or always lonely, 16 and over")],
              loneliness_rows(read), ["coventry_loneliness", "community_life_2023"], "fitted",
              "City level 11 % (2020-21); women to men 8 to 6, the young highest, as in the Community Life Survey "
              "2023/24; the old-old and the decile gradient (2.2) are assumed."),
    ])
