"""The city from mid-2011 to mid-2022, for playing the model over years that have been seen."""

from .common import SEXES, Column, Prepared, Table, number, rounded
from .fertility import YEARS as FERTILITY_YEARS
from .fertility import national_in_step
from .death_rates import YEARS as MORTALITY_YEARS
from .death_rates import step_rates
from .net_migration import CITY, COMPONENTS, FIRST, people_2011
from .published import chosen

FLOWS = {"births": "births", "deaths": "deaths", "internal_in": "internal_in", "internal_out": "internal_out",
         "international_in": "international_in", "international_out": "international_out"}


def flow_rows(read):
    """Rows of history.csv; the published year is the one a step leads to, ours the one it starts in."""
    rows = [(int(r["year"]) - 1, *[int(number(r, column, COMPONENTS)) for column in FLOWS.values()])
            for r in read(COMPONENTS, "ladcode20", "year", *FLOWS.values())
            if r["ladcode20"] == CITY and int(r["year"]) > FIRST]
    return sorted(rows)


def rate_rows(read):
    """Rows of history_mortality.csv."""
    return [(sex, age, year, rounded(rate)) for sex in SEXES for year in range(FIRST, MORTALITY_YEARS[0])
            for age, rate in enumerate(step_rates(read, sex, year))]


def fertility_rows(read):
    """Rows of history_fertility.csv."""
    base = national_in_step(read, FERTILITY_YEARS[0])
    return [(year, rounded(national_in_step(read, year) / base, 5)) for year in range(FIRST, FERTILITY_YEARS[0])]


SEX = Column("sex", "string", "female or male")
YEAR = Column("year", "integer", "the step from the middle of this year to the middle of the next")


def prepare(read):
    """The tables of the past."""
    people = [(sex, age, int(persons)) for sex in SEXES for age, persons in enumerate(people_2011(read)[sex])]
    return Prepared(
        tables=[
            Table("history.csv", "Births, deaths and migration of past steps",
                  [YEAR] + [Column(word, "integer", f"{word.replace('_', ' ')}, persons a step") for word in FLOWS],
                  flow_rows(read), ["ons_components"], "published",
                  "For validation. Births and deaths are counts; the migration is on the basis from before the census "
                  "of 2021 and nets 3,000 a year too many."),
            Table("history_population.csv", "Residents by sex and age at mid-2011",
                  [SEX, Column("age", "integer", "completed years, 90 stands for 90 and over"),
                   Column("persons", "integer", "residents at mid-2011")], people, ["ons_city_mid_2011"], "published",
                  "As published, one count a row."),
            Table("history_mortality.csv", "Death rates of the United Kingdom by past step",
                  [SEX, Column("age", "integer", "completed years, 100 stands for 100 and over"), YEAR,
                   Column("rate", "number", "central death rate, deaths per person-year")], rate_rows(read),
                  ["ons_uk_life_tables"], "fitted", "As mortality.csv, before its first year; the city's level of 2018 "
                  "holds for these years too (assumed)."),
            Table("history_fertility.csv", "Fertility of past steps against the base step",
                  [YEAR, Column("ratio", "number", "ratio to the step of 2022")], fertility_rows(read),
                  ["ons_births_parity", "ons_births_2023"], "published",
                  "Total fertility of England and Wales, two calendar years a step."),
        ],
        sources=chosen("ons_components", "ons_city_mid_2011", "ons_uk_life_tables", "ons_births_parity",
                       "ons_births_2023"))
