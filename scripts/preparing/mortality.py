"""The tables of mortality: the country's rates, the tenths of deprivation, the city's level, targets."""

from . import gradient
from .common import SEXES, Column, Prepared, Table, fixed, rounded
from .death_rates import (BASE, DEATHS, EARLIER, YEARS, level, life_expectancy_2022, oldest_split, ratios, solved,
                          step_rates)
from .lifetable import INFANT_SHARE
from .population import OLDEST
from .published import chosen

SEX = Column("sex", "string", "female or male")
AGE = Column("age", "integer", "completed years, 100 stands for 100 and over")


def rate_rows(read):
    """Rows of mortality.csv."""
    return [(sex, age, year, rounded(rate)) for sex in SEXES for year in YEARS
            for age, rate in enumerate(step_rates(read, sex, year))]


def target_rows(read):
    """Rows of life_expectancy.csv."""
    latest = life_expectancy_2022(read)
    return [(sex, period, 0, years) for sex in SEXES
            for period, years in (("2018-20", EARLIER[sex]), ("2020-22", latest[sex]))]


def tables(read):
    """The five tables of mortality."""
    slope = solved(read)[0]
    return [
        Table("mortality.csv", "Death rates of the United Kingdom by step",
              [SEX, AGE, Column("year", "integer", "the step from the middle of this year to the middle of the next"),
               Column("rate", "number", "central death rate, deaths per person-year")],
              sorted(rate_rows(read), key=lambda row: (row[0], row[2], row[1])), ["ons_uk_life_tables"], "fitted",
              "Published q to m = -ln(1 - q), below one year q / (1 - 0.9 q); a step is the mean of two calendar "
              "years; 100 and over weighs ages 100 and 101 by their stationary survivors."),
        Table("mortality_deprivation.csv", "Death rates by tenth of deprivation against all tenths",
              [SEX, AGE, Column("imd_decile", "integer", "tenth of England, 1 most deprived"),
               Column("ratio", "number", "ratio to the mean of ten equal tenths")],
              [(sex, age, d + 1, value) for (sex, age), row in sorted(ratios(read).items())
               for d, value in enumerate(row)], ["ons_mortality_quintiles"], "fitted",
              "England 2009-13 by quintile: log rates as a parabola over the ridit, slope and curvature smooth over "
              f"age and nought from {gradient.LEVEL_FROM}; log ratios times {gradient.STEEPER} (assumed), so that the "
              "slope over the city's own tenths is near the 10.7 years of men and 7.8 of women the city publishes."),
        Table("mortality_level.csv", "Mortality of Coventry against the United Kingdom",
              [SEX, Column("year", "integer", "step"),
               Column("level", "number", "ratio at age 65, with the mix of deciles already taken into account"),
               Column("slope", "number", "multiplier = level · exp(slope · (age − 65) / 10)")],
              [(sex, year, rounded(level(read, sex, year)), slope) for sex in SEXES for year in YEARS],
              ["ons_life_expectancy_areas", "coventry_profile_2023", "ons_uk_life_tables", "ons_components"], "fitted",
              f"Levels meet life expectancy 2020-22 in the step of 2022 and 2018-20 (78.0, 82.0) on UK rates of those "
              f"years; one slope for both sexes meets {DEATHS:,.0f} deaths in 2022: the middle of 3,235, which goes "
              "with the 2,815 deaths of 2018/19 on the life expectancy of 2018-20, and 3,100, which is 2,815 and a "
              "tenth. "
              "Assumed: back to the ratio of 2018-20 by 2025, linear in between, constant after."),
        Table("life_expectancy.csv", "Life expectancy to check against",
              [SEX, Column("period", "string", "years of observation"), Column("age", "integer", "exact age"),
               Column("years", "number", "period life expectancy")],
              target_rows(read), ["ons_life_expectancy_areas", "coventry_profile_2023"], "published",
              "At birth, Coventry: 2020-22 from the national series, 2018-20 from the city's profile."),
        Table("oldest_ages.csv", "How people of 90 and over split by age",
              [SEX, AGE, Column("share", "number", "share of those of 90 and over")],
              [(sex, OLDEST + i, rounded(share)) for sex in SEXES for i, share in enumerate(oldest_split(read, sex))],
              ["ons_uk_life_tables"], "fitted", "Stationary survivors at the UK rates of the step of 2022."),
    ]


def prepare(read):
    """Mortality, its targets, and the split of the oldest."""
    return Prepared(
        tables=tables(read),
        parameters=[fixed("infant_deaths_in_first_step", INFANT_SHARE, "share",
                          "Share of a birth cohort's infant deaths that fall in the step of birth: 1 - a0 with "
                          "Chiang's a0 = 0.1. Newborn hazard = 0.9 m0; from age 0 at the start 0.1 m0 + m1 / 2")],
        sources=chosen("ons_uk_life_tables", "ons_mortality_quintiles", "ons_life_expectancy_areas",
                       "coventry_profile_2023", "ons_components"))
