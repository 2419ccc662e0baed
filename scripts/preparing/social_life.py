"""Wellbeing, feeling safe, a say in local decisions, and drinking."""

import math

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, rounded
from .health_city import DECILES, city_population
from .spreading import shares_at_ages, shares_by_group
from .wider_sources import wider

# Measure: the city's mean of 2021, points between deciles 10 and 1 (assumed), women less men (assumed)
WELLBEING = {"life_satisfaction": (7.44, 0.55, 0.02), "worthwhile": (7.69, 0.45, 0.20),
             "happiness": (7.41, 0.45, 0.00), "anxiety": (3.11, -0.35, 0.35)}
# Points against the mean of ages, from each age on (assumed: lowest at 45 to 59, highest at 65 to 79)
AGE_LEAN = {"life_satisfaction": {16: 0.05, 25: 0.05, 45: -0.20, 60: 0.10, 65: 0.30, 80: 0.15},
            "worthwhile": {16: -0.15, 25: 0.05, 45: -0.05, 60: 0.10, 65: 0.25, 80: 0.00},
            "happiness": {16: 0.00, 25: 0.00, 45: -0.15, 60: 0.10, 65: 0.30, 80: 0.15},
            "anxiety": {16: 0.20, 25: 0.10, 45: 0.10, 60: -0.15, 65: -0.40, 80: -0.35}}
# Points of life satisfaction with it against without (assumed, in the order of the published associations)
WELLBEING_EFFECTS = (("anxiety_or_depression", -1.00), ("musculoskeletal_pain", -0.40), ("loneliness", -1.10),
                     ("unemployment", -0.60), ("poverty", -0.35), ("temporary_accommodation", -0.60),
                     ("cold_home", -0.20))
SAFE_CITY, SAFE_SLOPE, SAFE_GIRLS = 0.16, 0.60, -0.20      # 11 to 18; slope and girls assumed
INFLUENCE, INFLUENCE_SLOPE = 0.25, 0.15                    # 16 and over; slope assumed
INFLUENCE_AGES = {16: 0.10, 25: 0.05, 35: 0.05, 50: -0.05, 65: -0.05, 75: -0.15}
# Over 21 units a week (men) or 14 (women), by ages: assumed, less than England's because many drink nothing
DRINKING = {MALE: {16: 0.13, 25: 0.15, 35: 0.17, 45: 0.20, 55: 0.22, 65: 0.18, 75: 0.10},
            FEMALE: {16: 0.10, 25: 0.10, 35: 0.11, 45: 0.14, 55: 0.15, 65: 0.11, 75: 0.05}}
DRINKING_SLOPE = 0.35


def persons_by_decile(read, sex, age_from, age_to):
    """The city's people of a sex and range of ages by decile."""
    people = sum(city_population(read)[sex][age_from:age_to + 1])
    return [people * share for share in shares_at_ages(read, age_from, age_to)]


def bands(leans, last=100):
    """(first, last) of the bands that start at the keys."""
    starts = sorted(leans)
    return list(zip(starts, [start - 1 for start in starts[1:]] + [last]))


def wellbeing_rows(read):
    """wellbeing.csv: expected answers by measure, sex, age and decile, the city's mean as published."""
    rows = []
    for measure, (mean, slope, women) in WELLBEING.items():
        cells = {}
        for first, last in bands(AGE_LEAN[measure]):
            for sex in SEXES:
                lean = AGE_LEAN[measure][first] + women * (0.5 if sex == FEMALE else -0.5)
                for decile, persons in zip(DECILES, persons_by_decile(read, sex, first, last)):
                    cells[sex, first, decile] = (lean + slope * (decile - 5.5) / 9, persons)
        level = mean - (sum(points * persons for points, persons in cells.values())
                        / sum(persons for _, persons in cells.values()))
        rows += [(measure, sex, first, decile, rounded(level + points, 4))
                 for (sex, first, decile), (points, _) in cells.items()]
    return rows


def safe_rows(read):
    """feeling_safe.csv."""
    groups = {sex: (SAFE_GIRLS / 2 * (1 if sex == FEMALE else -1), persons_by_decile(read, sex, 11, 18))
              for sex in SEXES}
    shares = shares_by_group(SAFE_CITY, groups, SAFE_SLOPE)
    return [(sex, 11, decile, rounded(shares[sex, decile], 4)) for sex in SEXES for decile in DECILES]


def influence_rows(read):
    """local_influence.csv."""
    groups = {}
    for first, last in bands(INFLUENCE_AGES):
        both = [sum(pair) for pair in zip(*(persons_by_decile(read, sex, first, last) for sex in SEXES))]
        groups[first] = (INFLUENCE_AGES[first], both)
    shares = shares_by_group(INFLUENCE, groups, INFLUENCE_SLOPE)
    return [(first, decile, rounded(shares[first, decile], 4)) for first in groups for decile in DECILES]


def drinking_rows():
    """alcohol.csv: more in the least deprived places, as surveys find."""
    rows = []
    for sex in SEXES:
        for first, share in DRINKING[sex].items():
            for decile in DECILES:
                lean = math.log(share / (1 - share)) + DRINKING_SLOPE * (decile - 4.0) / 9
                rows.append((sex, first, decile, rounded(1 / (1 + math.exp(-lean)), 4)))
    return rows


def prepare(read):
    """wellbeing.csv, wellbeing_effects.csv, feeling_safe.csv, local_influence.csv and alcohol.csv."""
    sex, decile = Column("sex", "string", "female or male"), Column("imd_decile", "integer", "1 most deprived to 10")
    age, share = Column("age_from", "integer", "first year of the band"), Column("share", "number", "share")
    return Prepared(sources=wider("health_index_2021", "ons_wellbeing_associations", "coventry_strategy_2023",
                                  "influence_facts", "hse_drinking"), tables=[
        Table("wellbeing.csv", "The four measures of personal wellbeing",
              [Column("measure", "string", "life_satisfaction, worthwhile, happiness or anxiety"), sex, age, decile,
               Column("points", "number", "expected answer, 0 to 10")],
              wellbeing_rows(read), ["health_index_2021"], "fitted",
              "City means as published for 2021; the course over age, sex and decile is assumed."),
        Table("wellbeing_effects.csv", "What goes with life satisfaction",
              [Column("exposure", "string", "state, condition or exposure"),
               Column("points", "number", "life satisfaction with it less without")],
              list(WELLBEING_EFFECTS), ["ons_wellbeing_associations"], "assumed",
              "Associations at one time, centred on the city's base so that the level stays; each carries the causal "
              "fraction of its exposure."),
        Table("feeling_safe.csv", "Young people of 11 to 18 who feel very safe or safe", [sex, age, decile, share],
              safe_rows(read), ["coventry_strategy_2023"], "fitted", "City 16 %; slope and sexes assumed."),
        Table("local_influence.csv", "People of 16 and over who feel they can influence local decisions",
              [age, decile, share], influence_rows(read), ["influence_facts"], "fitted",
              "England's 25 % stands for the city; the course over age and decile is assumed."),
        Table("alcohol.csv", "People of 16 and over who drink more than 21 (men) or 14 (women) units a week",
              [sex, age, decile, share], drinking_rows(), ["hse_drinking"], "assumed",
              "Assumed levels and slope, in the manner of the Health Survey for England."),
    ])
