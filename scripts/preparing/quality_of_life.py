"""Quality of life of the general population by sex and age."""

from .common import MALE, SEXES, Column, Prepared, Table, rounded
from .health_city import BANDS
from .health_sources import chosen

YOUNGEST_ASKED, OLDEST = 16, 95                   # the survey's youngest; the mean age of 90 and over (assumed)


def utility(sex, age):
    """EQ-5D of people of a sex and age in England, by the regression on the Health Survey of 2003 and 2006."""
    return 0.9508566 + 0.0212126 * (sex == MALE) - 0.0002587 * age - 0.0000332 * age * age


def mean_utility(sex, band):
    """The mean over the years of a band; children have that of the youngest who were asked."""
    ends = dict(zip(BANDS, BANDS[1:]))
    ages = range(band, ends[band]) if band in ends else (OLDEST,)
    return sum(utility(sex, max(YOUNGEST_ASKED, age + 0.5)) for age in ages) / len(ages)


def prepare(read):
    """quality_of_life.csv."""
    return Prepared(sources=chosen("ara_brazier_2010"), tables=[
        Table("quality_of_life.csv", "EQ-5D utility of the general population",
              [Column("sex", "string", "female or male"), Column("age_from", "integer", "first year of the band"),
               Column("utility", "number", "EQ-5D index, UK tariff; 1 is full health, 0 as bad as being dead")],
              [(sex, band, rounded(mean_utility(sex, band), 5)) for sex in SEXES for band in BANDS],
              ["ara_brazier_2010"], "published",
              "0.9508566 + 0.0212126 for men - 0.0002587 age - 0.0000332 age squared, mean over each band. That "
              "children have the utility of 16-year-olds, and 90 and over that of 95, is assumed."),
    ])
