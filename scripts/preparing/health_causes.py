"""Death rates of England by modelled cause, smoothed over age and brought to the level of about 2022."""

import math
from functools import lru_cache

from .common import FEMALE, MALE, SEXES, number
from .health_city import AGES, between, england_population

BY_CAUSE = "mortality/england_deaths_by_cause_imd_quintile_age_sex_2009on.csv"
ALL_CAUSES = "mortality/england_deaths_population_mx_by_imd_quintile_age_sex_2002_2013.csv"
SEX_OF_LETTER = {"F": FEMALE, "M": MALE}
CAUSES = {
    "coronary_heart_disease": ("Ischaemic heart diseases",),
    "stroke": ("Cerebrovascular diseases",),
    "copd": ("Bronchitis, emphysema and other chronic obstructive pulmonary disease",),
    "lung_cancer": ("Malignant neoplasm of trachea, bronchus and lung",),
    "colorectal_cancer": ("Malignant neoplasm of colon",
                          "Malignant neoplasm of rectosigmoid junction, rectum and anus"),
    "breast_cancer": ("Malignant neoplasm of breast",),
}
ENGLAND_SHARE = 0.948           # of the deaths of England and Wales, by population mid-2022 (57.1 of 60.2 million)
# England's deaths of 2022 for heart disease and dementia (ONS, registered in 2022, England and Wales)
DEATHS_2022 = {("coronary_heart_disease", MALE): 38730 * ENGLAND_SHARE,
               ("coronary_heart_disease", FEMALE): 20626 * ENGLAND_SHARE,
               ("dementia", MALE): 23332 * ENGLAND_SHARE, ("dementia", FEMALE): 42635 * ENGLAND_SHARE}
# Death rates at equal age about 2022 against 2009-13 (assumed where no count of 2022 is at hand)
TREND = {"stroke": {MALE: 0.68, FEMALE: 0.68}, "copd": {MALE: 0.92, FEMALE: 1.0},
         "lung_cancer": {MALE: 0.74, FEMALE: 0.87}, "colorectal_cancer": {MALE: 0.92, FEMALE: 0.92},
         "breast_cancer": {MALE: 0.0, FEMALE: 0.86}}
# Dementia deaths per person ill rise with age by 4.5 % a year (assumed shape)
DEMENTIA_SLOPE = 0.045


def band_start(name):
    """First year of an age group such as '0', '01-04' or '90+'."""
    return int(name.replace("+", "").split("-")[0])


def person_years(read, quintile=None):
    """England's person-years 2009 to 2013 by sex and first year of band; of one deprivation quintile if named."""
    total = {sex: {} for sex in SEXES}
    for row in read(ALL_CAUSES, "year", "sex", "qimd_5_most_deprived", "agegroup", "population"):
        if int(row["year"]) >= 2009 and quintile in (None, int(row["qimd_5_most_deprived"])):
            bands = total[SEX_OF_LETTER[row["sex"]]]
            start = band_start(row["agegroup"])
            bands[start] = bands.get(start, 0.0) + number(row, "population", ALL_CAUSES)
    return total


def cause_deaths(read, causes, quintile=None):
    """England's deaths 2009 to 2013 of some causes (never nested ones) by sex and first year of band."""
    total = {sex: {} for sex in SEXES}
    for row in read(BY_CAUSE, "cause", "sex", "qimd_5_most_deprived", "agegroup", "deaths_2009_to_2013"):
        if row["cause"] in causes and quintile in (None, int(row["qimd_5_most_deprived"])):
            bands = total[SEX_OF_LETTER[row["sex"]]]
            start = band_start(row["agegroup"])
            bands[start] = bands.get(start, 0.0) + number(row, "deaths_2009_to_2013", BY_CAUSE)
    return total


def smooth_rates(deaths, years):
    """Death rates by single age: straight lines of the log rate between band middles with 20 deaths or more, eased."""
    points = []
    for start in sorted(deaths):
        middle = start + 2 if start < 90 else 93
        if deaths[start] >= 20 and start >= 25:
            points.append((middle, math.log(deaths[start] / years[start])))
    first, slope = points[0][0], (points[2][1] - points[0][1]) / (points[2][0] - points[0][0])
    lines = [between(points, age) if age >= first else points[0][1] + slope * (age - first) for age in AGES]
    for _ in range(3):                                          # running means take the corners off
        lines = [sum(lines[max(0, a - 2):a + 3]) / len(lines[max(0, a - 2):a + 3]) for a in AGES]
    return [math.exp(line) if age >= 25 else 0.0 for age, line in zip(AGES, lines)]


def scaled_to(rates, people, total):
    """Rates that give so many deaths a year among these people."""
    expected = sum(rate * persons for rate, persons in zip(rates, people))
    return [rate * total / expected for rate in rates]


@lru_cache(maxsize=None)
def smooth_cause_rates(name, sex, read):
    """England's deaths per person-year of one cause about 2022 by single age."""
    if (name, sex) == ("breast_cancer", MALE):
        return [0.0] * 101
    smooth = smooth_rates(cause_deaths(read, CAUSES[name])[sex], person_years(read)[sex])
    if (name, sex) in DEATHS_2022:
        return scaled_to(smooth, england_population(read)[sex], DEATHS_2022[name, sex])
    return [rate * TREND[name][sex] for rate in smooth]
