"""Nitrogen dioxide and fine particles where people live, by place, and how they go on."""

from .common import Column, Parameter, Prepared, Table, number, rounded
from .wider_sources import wider

BY_PLACE_2016 = "deprivation/imd2019_england_lsoa11_indicators_coventry.csv"
SUCCESSORS = "geography/lookup_lsoa11_lsoa21_coventry.csv"
RESIDENTS = "census2021/disability21_lsoa21_ew_coventry.csv"
NO2, PARTICLES = "nitrogen_dioxide_component_of_air_quality_indicator", "particulates_component_of_air_quality_indicator"
STANDARD = 40.0                      # micrograms per cubic metre: the components are shares of it
NO2_2022_AGAINST_2016 = 0.70         # national urban background fell by about three tenths (assumed)
PM25_2022 = 7.6                      # population-weighted: 7.63 in 2021, 7.52 in 2024
FALL = {"no2": 0.03, "pm25": 0.01}   # a year from 2022 to 2035, then level (assumed)
FIRST, UNTIL, LAST = 2022, 2035, 2062


def by_place(read, column):
    """The component of 2016 by place of 2021: the mean of the places it was made of."""
    old = {row["lsoa11_code"]: number(row, column, BY_PLACE_2016) for row in read(BY_PLACE_2016, "lsoa11_code", column)}
    parts = {}
    for row in read(SUCCESSORS, "lsoa11_code", "lsoa21_code"):
        parts.setdefault(row["lsoa21_code"], []).append(old[row["lsoa11_code"]])
    return {place: sum(values) / len(values) for place, values in parts.items()}


def residents(read):
    """Residents of each place at the census."""
    people = {}
    for row in read(RESIDENTS, "lsoa21_code", "n"):
        people[row["lsoa21_code"]] = people.get(row["lsoa21_code"], 0.0) + number(row, "n", RESIDENTS)
    return people


def place_rows(read):
    """air.csv: annual means of 2022 by place."""
    no2, particles, people = by_place(read, NO2), by_place(read, PARTICLES), residents(read)
    mean = sum(particles[place] * people[place] for place in no2) / sum(people[place] for place in no2)
    return [(place, rounded(no2[place] * STANDARD * NO2_2022_AGAINST_2016, 4),
             rounded(PM25_2022 * (0.5 + 0.5 * particles[place] / mean), 4)) for place in sorted(no2)]


def trend_rows():
    """air_trend.csv: ratios to 2022."""
    return [(pollutant, year, rounded((1 - fall) ** (min(year, UNTIL) - FIRST), 5))
            for pollutant, fall in FALL.items() for year in range(FIRST, LAST + 1)]


def prepare(read):
    """air.csv and air_trend.csv."""
    lag = Parameter("air_lag_years", 2.0, 1.0, 4.0, "lognormal", "years",
                    "How long the body takes to follow the air (first-order filter)", "", "assumed")
    return Prepared(parameters=[lag], sources=wider("imd_2019_air", "defra_pcm_pm25", "health_index_2021"), tables=[
        Table("air.csv", "Nitrogen dioxide and fine particles by place in 2022",
              [Column("place", "string", "code of the place"),
               Column("no2", "number", "annual mean background, micrograms per cubic metre"),
               Column("pm25", "number", "annual mean background, micrograms per cubic metre")],
              place_rows(read), ["imd_2019_air", "defra_pcm_pm25", "health_index_2021"], "fitted",
              "NO2 as modelled for 2016 less three tenths (assumed fall); PM2.5 at the city's published mean, spread "
              "over places by half of what particulates varied in 2016 (half: much of PM2.5 comes from afar, assumed)."),
        Table("air_trend.csv", "How the city's air goes on",
              [Column("pollutant", "string", "no2 or pm25"), Column("year", "integer", "year"),
               Column("ratio", "number", "to 2022")],
              trend_rows(), [], "assumed", "NO2 falls by 3 % and PM2.5 by 1 % a year to 2035, then both stay."),
    ])
