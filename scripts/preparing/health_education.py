"""Starting school and leaving it: a good level of development at 5, and neither work nor learning at 16 and 17."""

import math

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, rounded
from .health_city import DECILES, city_population, decile_shares
from .health_sources import chosen

CITY_LEVEL = 0.611                 # 2021/22
DECILE_GRADIENT = 0.95             # log-odds between deciles 10 and 1 (place profiles 44 to 58 %; size assumed)
GIRLS_OVER_BOYS = 0.56             # log-odds (assumed: England's girls stand 13 points above boys)
NEET_WITHOUT, NEET_WITH, CITY_NEET = 0.11, 0.04, 0.05


def chance(log_odds):
    """The share at some log-odds."""
    return 1 / (1 + math.exp(-log_odds))


def development(read):
    """Share with a good level of development by sex and decile, the city's children of 5 meeting the city's level."""
    people, shares = city_population(read), decile_shares(read, 5, 5)
    children = {sex: people[sex][5] / (people[FEMALE][5] + people[MALE][5]) for sex in SEXES}

    def at(level, sex, decile):
        lean = GIRLS_OVER_BOYS / 2 * (1 if sex == FEMALE else -1)
        return chance(level + lean + DECILE_GRADIENT * (decile - 5.5) / 9)

    low, high = -3.0, 3.0
    for _ in range(50):
        level = (low + high) / 2
        city = sum(children[sex] * share * at(level, sex, decile)
                   for sex in SEXES for decile, share in zip(DECILES, shares))
        low, high = (level, high) if city < CITY_LEVEL else (low, level)
    return [(sex, decile, rounded(at(level, sex, decile), 4)) for sex in SEXES for decile in DECILES]


def neet():
    """Share neither working nor learning, without and with a good level of development at 5, at the city's level."""
    scale = CITY_NEET / (NEET_WITHOUT * (1 - CITY_LEVEL) + NEET_WITH * CITY_LEVEL)
    return [(0, rounded(NEET_WITHOUT * scale, 4)), (1, rounded(NEET_WITH * scale, 4))]


def prepare(read):
    """good_level_of_development.csv and neet.csv."""
    return Prepared(sources=chosen("coventry_place_profiles", "dfe_eyfsp_2022", "warburton_2024"), tables=[
        Table("good_level_of_development.csv", "Good level of development at the end of Reception",
              [Column("sex", "string", "female or male"), Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("share", "number", "share at age 5")],
              development(read), ["coventry_place_profiles", "dfe_eyfsp_2022"], "fitted",
              "City 61.1 % in 2021/22; the gradient by decile and the lead of girls are assumed, in line with the "
              "place profiles and England's results."),
        Table("neet.csv", "Not in education, employment or training at 16 and 17",
              [Column("good_level_of_development", "integer", "0 without, 1 with it at age 5"),
               Column("share", "number", "share at 16 and 17")],
              neet(), ["warburton_2024"], "fitted",
              "11 and 4 % in Bradford, scaled by one factor to about 5 % in the city (assumed level)."),
    ])
