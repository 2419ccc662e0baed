"""Exposures: activity, weight, smoking and loneliness by sex, age and deprivation, and how long they last."""

import math

from .common import FEMALE, MALE, SEXES, Column, Parameter, Prepared, Table, rounded
from .health_city import DECILES, between, city_population, decile_shares, normal_share
from .health_sources import chosen

SCORES = [position / 2 for position in range(-6, 7)]
BANDS = (0, 16, 25, 35, 45, 55, 65, 75, 85)
ADULT_BANDS = BANDS[1:]
# City levels: inactive (under 30 minutes) and active (150 or more) among 19+, overweight and obese among 18+
INACTIVE, ACTIVE, OVERWEIGHT, OBESE = 0.27, 0.615, 0.67, 0.28
# Minutes a week of moderate to vigorous activity at a normal score, before groups are moved (assumed shape:
# steep between 30 and 150, so that few adults lie between inactive and active)
ACTIVITY = ((-3, 0), (-1.0, 0), (-0.5, 38), (0, 292), (0.5, 480), (1, 760), (1.5, 1100), (2, 1500), (3, 2100))
ACTIVITY_SEX = {MALE: 0.10, FEMALE: -0.10}
ACTIVITY_AGE = {0: 0.30, 16: 0.25, 25: 0.18, 35: 0.10, 45: 0.05, 55: -0.05, 65: -0.10, 75: -0.55, 85: -1.15}
ACTIVITY_DECILES = 0.20            # score of decile 10 above the middle, and of decile 1 below it
# Body mass index is log-normal: shift of the score by age, spread of the log by sex
WEIGHT_AGE = {16: -0.95, 25: -0.30, 35: 0.0, 45: 0.22, 55: 0.32, 65: 0.30, 75: 0.12, 85: -0.30}
WEIGHT_SPREAD = {MALE: 0.170, FEMALE: 0.205}
WEIGHT_SEX = {MALE: 0.12, FEMALE: -0.10}
WEIGHT_DECILES = 0.18              # score of decile 1 above the middle, and of decile 10 below it
CHILD_WEIGHT = (math.log(18.0), 0.15)
CORRELATIONS = (("activity", "body_mass_index", -0.20), ("activity", "loneliness", -0.12),
                ("activity", "smoking", -0.10), ("body_mass_index", "loneliness", 0.05),
                ("body_mass_index", "smoking", -0.03), ("loneliness", "smoking", 0.12))


def position(decile):
    """-1 in the most, +1 in the least deprived decile."""
    return (decile - 5.5) / 4.5


def activity_value(sex, band, decile, score, shift=0.0):
    """Minutes a week at a normal score."""
    moved = score + ACTIVITY_SEX[sex] + ACTIVITY_AGE[band] + ACTIVITY_DECILES * position(decile) + shift
    return between(ACTIVITY, moved)


def weight_value(sex, band, decile, score, middle=math.log(27.0), stretch=1.0):
    """Body mass index at a normal score, kg/m2."""
    if band == 0:
        return math.exp(CHILD_WEIGHT[0] + CHILD_WEIGHT[1] * score)
    moved = score + WEIGHT_SEX[sex] + WEIGHT_AGE[band] - WEIGHT_DECILES * position(decile)
    return math.exp(middle + stretch * WEIGHT_SPREAD[sex] * moved)


def share_below(threshold, values):
    """Share of people under a threshold when values at the scores are joined by straight lines."""
    if values[0] >= threshold:
        return 0.0
    for score, low, high in zip(SCORES, values, values[1:]):
        if high >= threshold:
            return normal_share(score + 0.5 * (threshold - low) / (high - low))
    return 1.0


def city_share(read, age_from, below):
    """Share of the city's people from an age up; `below` gives it for a sex, band and decile."""
    people, shares, total, hit = city_population(read), decile_shares(read, age_from), 0.0, 0.0
    for sex in SEXES:
        for band, end in zip(ADULT_BANDS, ADULT_BANDS[1:] + (101,)):
            persons = sum(people[sex][max(band, age_from):end])
            total += persons
            hit += persons * sum(share * below(sex, band, decile) for decile, share in zip(DECILES, shares))
    return hit / total


def solved(target, low, high, share_of):
    """The setting between low and high at which a share that falls with it meets its target."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if share_of(middle) > target else (low, middle)
    return (low + high) / 2


def fit_activity(read):
    """The common shift of the score at which the city's active and inactive shares are met as closely as one can."""
    def inactive_and_active(shift):
        def under(minutes):
            return city_share(read, 19, lambda sex, band, decile: share_below(
                minutes, [activity_value(sex, band, decile, score, shift) for score in SCORES]))
        return (under(30) + under(150)) / 2
    return solved((INACTIVE + 1 - ACTIVE) / 2, -0.6, 0.6, inactive_and_active)


def fit_weight(read):
    """Middle and stretch of the log of body mass index at which the city is as overweight and obese as it is."""
    def under(limit, middle, stretch):
        return city_share(read, 18, lambda sex, band, decile: share_below(
            limit, [weight_value(sex, band, decile, score, middle, stretch) for score in SCORES]))
    middle, stretch = math.log(27.0), 1.0
    for _ in range(30):
        middle = solved(1 - OVERWEIGHT, 3.1, 3.5, lambda m: under(25, m, stretch))
        stretch = solved(1 - OBESE, 0.6, 1.6, lambda s: under(30, middle, s))
    return middle, stretch


def quantile_rows(read):
    """exposure_quantiles.csv."""
    shift, (middle, stretch), rows = fit_activity(read), fit_weight(read), []
    for sex in SEXES:
        for band in BANDS:
            for decile in DECILES:
                for score in SCORES:
                    rows.append(("activity", sex, band, decile, score,
                                 rounded(activity_value(sex, band, decile, score, shift), 4)))
                    rows.append(("body_mass_index", sex, band, decile, score,
                                 rounded(weight_value(sex, band, decile, score, middle, stretch), 4)))
    return sorted(rows)


PERSISTENCE = (("activity", "Moderate to vigorous physical activity", "minutes a week", 0.95, 2.5),
               ("body_mass_index", "Body mass index", "kg/m2", 0.985, 2.5),
               ("smoking", "Smoking (never, current, ex)", "state", 1, 0),
               ("loneliness", "Often or always lonely, 16 and over", "yes or no", 0.95, 1))
# Chance a year that economic status is drawn again from its table, by present status
TURNOVER = {"employed": 0.08, "unemployed": 0.5, "inactive": 0.1, "education": 0.35, "retired": 0.02}


def parameters():
    """Single figures that go with the exposures."""
    found = [Parameter(f"economic_turnover_{status}", chance, rounded(chance / 1.3, 3), rounded(chance * 1.3, 3), "lognormal",
                       "1/year", f"chance a year that someone {status.replace('education', 'in education')} has their "
                       "economic status drawn again from the table", "", "assumed") for status, chance in TURNOVER.items()]
    return found


def prepare(read):
    """exposures.csv, exposure_quantiles.csv and exposure_correlation.csv."""
    name = Column("exposure", "string", "exposure")
    return Prepared(parameters=parameters(), sources=chosen("garcia_2023", "active_lives", "ons_health_index",
                                                            "ons_people_2022"), tables=[
        Table("exposures.csv", "Exposures of the model",
              [name, Column("label", "string", "name for people"), Column("unit", "string", "unit"),
               Column("persistence", "number", "correlation of a latent score from year to year; 1 for a state"),
               Column("lag_years", "number", "time constant of the first-order lag of the effective exposure, years")],
              list(PERSISTENCE), [], "assumed",
              "Persistence and lags are assumed, within the ranges of the model's design."),
        Table("exposure_quantiles.csv", "Activity and body mass index over normal scores",
              [name, Column("sex", "string", "female or male"),
               Column("age_from", "integer", "first year of the age band"),
               Column("imd_decile", "integer", "1 most deprived to 10"), Column("z", "number", "normal score"),
               Column("value", "number", "minutes a week, or kg/m2, at that score; straight lines between")],
              quantile_rows(read), ["active_lives", "ons_health_index", "ons_people_2022"], "fitted",
              "Levels fitted to the city (19+: about 27 % under 30 and 61.5 % at 150 minutes or more, the Health Index "
              "giving 58.6 to 61.9 % active in 2019-21; 18+: 67 % overweight or obese, 28 % obese); the shapes over "
              "age, sex and decile and the ages under 16 are assumed."),
        Table("exposure_correlation.csv", "Correlation of latent scores between exposures",
              [name, Column("other", "string", "the other exposure"),
               Column("correlation", "number", "of latent scores")],
              list(CORRELATIONS), [], "assumed", "Assumed, in the direction of English surveys."),
    ])
