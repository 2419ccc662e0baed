"""How steeply each condition falls from the most to the least deprived tenth of England."""

import math
from functools import lru_cache

from .common import SEXES
from .health_causes import CAUSES, cause_deaths, person_years
from .health_city import log_linear_deciles

# Decile 1 against decile 10. Anxiety or depression: 26 against 16 % by fifth (APMS 2023/4), stretched to tenths;
# long-term musculoskeletal conditions: 21.8 against 14.4 % of the most and least deprived fifth (2018), stretched;
# asthma: current asthma rises as income falls, most among women (Health Survey 2018; size assumed);
# breast cancer is diagnosed a little more often in the least deprived places (assumed size), the others are assumed.
MOST_TO_LEAST = {"type_2_diabetes": 2.0, "dementia": 1.2, "child_mental_disorder": 2.3, "breast_cancer": 0.9,
                 "asthma": 1.4, "musculoskeletal_pain": math.exp(math.log(21.8 / 14.4) / 0.8 * 0.9),
                 "anxiety_or_depression": math.exp(math.log(26 / 16) / 0.8 * 0.9)}
# How much of the log gradient in deaths is a gradient in onsets; the rest is dying sooner once ill (assumed)
SHARE_IN_ONSETS = {"coronary_heart_disease": 0.75, "stroke": 1.0, "copd": 0.7, "lung_cancer": 0.9,
                   "colorectal_cancer": 0.4}
STANDARD_FROM, STANDARD_TO = 40, 90          # ages compared: few die younger, beyond the quintiles meet


def rate_by_quintile(read, causes):
    """Age-standardised death rate of some causes, 40 to 89, by quintile 1 (least) to 5 (most deprived)."""
    weights, rates = person_years(read), []
    for quintile in range(1, 6):
        deaths, years = cause_deaths(read, causes, quintile), person_years(read, quintile)
        rates.append(sum(weights[sex][band] * deaths[sex].get(band, 0.0) / years[sex][band]
                         for sex in SEXES for band in weights[sex] if STANDARD_FROM <= band < STANDARD_TO))
    return rates


def slope_over_quintiles(rates):
    """Log rate per unit of ridit (0 least, 1 most deprived), least squares over the five middles."""
    middles = [0.1, 0.3, 0.5, 0.7, 0.9]
    logs = [math.log(rate) for rate in rates]
    mean = sum(logs) / 5
    return sum((x - 0.5) * (y - mean) for x, y in zip(middles, logs)) / sum((x - 0.5) ** 2 for x in middles)


@lru_cache(maxsize=None)
def decile_ratios(read):
    """Ratios by national decile 1 to 10 of each condition, any level."""
    ratios = {name: log_linear_deciles(most) for name, most in MOST_TO_LEAST.items()}
    for name, share in SHARE_IN_ONSETS.items():
        slope = slope_over_quintiles(rate_by_quintile(read, CAUSES[name]))
        ratios[name] = log_linear_deciles(math.exp(0.9 * share * slope))
    return ratios
