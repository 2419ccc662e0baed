"""Disability by age: the shape that spreads the census counts of each neighbourhood over its people."""

from .census import DISABILITY, margin
from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, rounded
from .population import OLDEST, city_people
from .published import chosen

BANDS = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]
SHAPE = {
    FEMALE: (0.03, 0.06, 0.09, 0.16, 0.19, 0.17, 0.155, 0.15, 0.16, 0.185, 0.21, 0.23, 0.25, 0.255, 0.28, 0.35, 0.45,
             0.57, 0.70),
    MALE: (0.04, 0.105, 0.125, 0.125, 0.125, 0.12, 0.115, 0.115, 0.125, 0.145, 0.17, 0.20, 0.235, 0.25, 0.265, 0.31,
           0.38, 0.48, 0.60),
}


def fitted(read):
    """Shares disabled by (sex, band): one factor on the odds brings the city to its census share."""
    counts = margin(read, "disability21_lsoa21_ew", "disability", DISABILITY)
    disabled = sum(count for (_, word), count in counts.items() if word == "disabled")
    wanted = disabled / sum(counts.values())
    people = city_people(read)
    low, high = 0.2, 5.0
    for _ in range(100):
        factor = (low * high) ** 0.5
        shares = {(sex, band): factor * s / (1 - s + factor * s) for sex in SEXES
                  for band, s in zip(BANDS, SHAPE[sex])}
        whole = sum(people[sex][age] * shares[sex, min(age // 5 * 5, OLDEST)] for sex in SEXES
                    for age in range(OLDEST + 1)) / sum(sum(ages) for ages in people.values())
        low, high = (factor, high) if whole < wanted else (low, factor)
    return shares


def prepare(read):
    """disability_age.csv."""
    rows = [(sex, band, rounded(share, 5)) for (sex, band), share in sorted(fitted(read).items())]
    return Prepared(
        tables=[Table("disability_age.csv", "Disability by sex and age",
                      [Column("sex", "string", "female or male"),
                       Column("age_from", "integer", "first year of the band, the last is open"),
                       Column("share", "number", "share disabled under the Equality Act")], rows,
                      ["census_disability", "ons_ward_mid_2022"], "assumed",
                      "Shape near England and Wales at the census of 2021, not checked against its tables; one factor "
                      "on the odds gives the people of mid-2022 the city's census share.")],
        sources=chosen("census_disability", "ons_ward_mid_2022"))
