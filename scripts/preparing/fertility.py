"""Births by age of mother, and how the national rate moves."""

from .common import FEMALE, BadInput, Column, Prepared, Table, fixed, number, rounded
from .lifetable import AGES
from .population import city_people
from .published import chosen

FILE = "fertility/ew_births_population_rates_by_age_parity_1995_2020.csv"
AGE_COLUMN = "Age of mother at birth of child [note 1] [note 2]"
YEAR = "2020"
CITY_BIRTHS = 4165.0                     # mid-2021 to mid-2022, as the cohort aged 0 at mid-2022 bears out
OLDEST_SPLIT = {45: 0.55, 46: 0.23, 47: 0.11, 48: 0.06, 49: 0.05}    # of births at 45 and over; assumed
NATIONAL = {2021: 1.55, 2022: 1.49, 2023: 1.44}    # total fertility, England and Wales
LATER = 1.41                                       # 2024 and after, assumed to stay
YEARS = range(2022, 2063)


def national_rates(read, year=YEAR):
    """Births a woman by age at birth, England and Wales; the open group of 45 and over spread to 49."""
    rates = {}
    for r in read(FILE, "Year child born", AGE_COLUMN, "Total", "botot"):
        if r["Year child born"] == year:
            age = int(r[AGE_COLUMN].strip().rstrip("+"))
            rates[age] = number(r, "botot", FILE) / number(r, "Total", FILE)
    if len(rates) < 30:
        raise BadInput(f"{FILE}: holds {len(rates)} ages of mothers in {year}, not 14 to 45")
    oldest = rates.pop(45)
    rates.update({age: oldest * share for age, share in OLDEST_SPLIT.items()})
    return rates


def rates_at_start(read):
    """Births a woman in the step by age at its start, scaled to the city's births on the women of mid-2022."""
    at_birth = national_rates(read)
    rates = [(at_birth.get(age, 0.0) + at_birth.get(age + 1, 0.0)) / 2 for age in range(AGES)]
    women = city_people(read)[FEMALE]
    factor = CITY_BIRTHS / sum(rate * people for rate, people in zip(rates, women))
    return [rounded(rate * factor) for rate in rates]


def national_total(read, year):
    """Total fertility of England and Wales in a calendar year: from the table to 2020, then as announced."""
    if year <= int(YEAR):
        return sum(national_rates(read, str(year)).values())
    return NATIONAL.get(year, LATER)


def national_in_step(read, year):
    """Total fertility of England and Wales from the middle of the year to the middle of the next."""
    return (national_total(read, year) + national_total(read, year + 1)) / 2


def prepare(read):
    """fertility.csv and fertility_trend.csv."""
    rates = [(age, rate) for age, rate in enumerate(rates_at_start(read)) if rate > 0]
    base = national_in_step(read, YEARS[0])
    trend = [(year, rounded(national_in_step(read, year) / base, 5)) for year in YEARS]
    return Prepared(
        tables=[
            Table("fertility.csv", "Births by age of mother",
                  [Column("age", "integer", "completed years of the mother at the start of the step"),
                   Column("rate", "number", "births a woman a year")], rates,
                  ["ons_births_parity", "ons_ward_mid_2022"], "fitted",
                  "Births over women by age, England and Wales 2020, half at the age and half at the next, scaled to "
                  "the city's 4,165 births of 2021-22 on its women of mid-2022. Assumed: how births at 45 and over "
                  "spread to 49."),
            Table("fertility_trend.csv", "Fertility against the base step",
                  [Column("year", "integer", "step"), Column("ratio", "number", "ratio to the step of 2022")], trend,
                  ["ons_births_2023"], "assumed",
                  "England and Wales: 1.49 in 2022, 1.44 in 2023; assumed 1.41 from 2024 on. The projection of 2018, "
                  "which rises again, has been overtaken."),
        ],
        parameters=[
            fixed("boys_per_100_girls", 105, "boys per 100 girls", "Sex ratio at birth, England and Wales",
                  "ons_births_2023", "published"),
            fixed("partnered_fertility_ratio", 3, "ratio",
                  "Births a partnered woman against an unpartnered woman of the same age; the age's rate is kept"),
            fixed("student_fertility_ratio", 0.1, "ratio",
                  "Births a woman in education against one who is not, of the same age; the age's rate is kept"),
        ],
        sources=chosen("ons_births_parity", "ons_ward_mid_2022", "ons_births_2023"))
