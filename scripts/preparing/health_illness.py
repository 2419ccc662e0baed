"""The conditions themselves: England's prevalence by age, remission, and what each does to other deaths."""

import math
from dataclasses import dataclass
from functools import lru_cache

from .common import FEMALE, MALE, SEXES
from .health_causes import smooth_cause_rates
from .health_city import AGES, england_population, smooth_between


@dataclass(frozen=True)
class Condition:
    """A condition: who can have it and what it takes from a person's health."""

    name: str
    label: str
    sex: str
    age_from: int
    age_to: int
    good_health_log_odds: float
    eq5d_decrement: float
    disability_weight: float


CONDITIONS = (
    Condition("coronary_heart_disease", "Coronary heart disease", "all", 25, 100, -0.67, 0.0671, 0.06),
    Condition("stroke", "Stroke or transient ischaemic attack", "all", 25, 100, -1.06, 0.1058, 0.14),
    Condition("type_2_diabetes", "Type 2 diabetes, diagnosed", "all", 20, 100, -0.71, 0.0714, 0.05),
    Condition("copd", "Chronic obstructive pulmonary disease, diagnosed", "all", 35, 100, -1.03, 0.1029, 0.12),
    Condition("dementia", "Dementia, diagnosed or not", "all", 50, 100, -2.0, 0.2166, 0.25),
    Condition("anxiety_or_depression", "Anxiety or depression (common mental health condition)", "all", 16, 100,
              -1.05, 0.1051, 0.15),
    Condition("lung_cancer", "Lung cancer, within about ten years of diagnosis", "all", 25, 100, -1.19, 0.1192, 0.29),
    Condition("colorectal_cancer", "Bowel cancer, within about ten years of diagnosis", "all", 25, 100,
              -0.67, 0.0674, 0.10),
    Condition("breast_cancer", "Breast cancer in women, within about ten years of diagnosis", "female", 25, 100,
              -0.3, 0.0194, 0.08),
    Condition("child_mental_disorder", "Probable mental disorder in childhood", "all", 5, 17, -0.9, 0.09, 0.10),
    Condition("asthma", "Asthma, diagnosed and treated", "all", 2, 100, -0.46, 0.0463, 0.04),
    Condition("musculoskeletal_pain", "Long-term musculoskeletal pain (joints, back, arthritis)", "all", 16, 100,
              -1.0, 0.10, 0.06),
)
# Recoveries per person-year: half of adults with a common mental disorder are well after about 20 months (assumed);
# cancers leave follow-up after ten years on average; a child's disorder lasts about three and a half years (assumed);
# asthma is outgrown or needs no treatment any more, and long-term pain ends, after 15 to 20 years on average (assumed)
REMISSION = {"anxiety_or_depression": 0.40, "child_mental_disorder": 0.28, "lung_cancer": 0.10,
             "colorectal_cancer": 0.10, "breast_cancer": 0.10, "asthma": 0.06, "musculoskeletal_pain": 0.05}
# Deaths of other causes among the ill against the others, as in relative_risks.csv
RESIDUAL_RATIO = {"anxiety_or_depression": 1.52, "copd": 1.54, "dementia": 1.90, "type_2_diabetes": 1.30}
DIABETES_RATIO = {"coronary_heart_disease": 1.8, "stroke": 1.8, "dementia": 1.6}
LISTS_PER_RESIDENT = 1.088         # people on general practice lists per resident of England
# Share of England's residents (of all ages, or of 65 and over) with the condition
QOF_SHARE = {"coronary_heart_disease": 0.030, "stroke": 0.018, "copd": 0.019,
             "type_2_diabetes": 0.065 * 0.91 * 0.93,   # all diabetes in 2024-25; type 2 of it; back to 2022
             "asthma": 0.065}
# Logistic in age: ceiling, age of half the ceiling, years per unit
LOGISTIC = {
    ("coronary_heart_disease", MALE): (0.24, 74, 9.0), ("coronary_heart_disease", FEMALE): (0.16, 81, 9.0),
    ("stroke", MALE): (0.135, 78, 9.0), ("stroke", FEMALE): (0.125, 82, 9.5),
    ("type_2_diabetes", MALE): (0.185, 60, 8.5), ("type_2_diabetes", FEMALE): (0.145, 63, 9.0),
    ("copd", MALE): (0.085, 70, 7.5), ("copd", FEMALE): (0.075, 70, 8.0),
    ("dementia", MALE): (0.21, 82, 5.0), ("dementia", FEMALE): (0.42, 87, 5.5),
}
# Probable mental disorder at 5 to 17; the school years' levels are MHCYP's, ages 5 to 7 and the sexes assumed
CHILD = {MALE: ((5, 0), (7, .125), (9, .185), (13, .230), (17, .210)),
         FEMALE: ((5, 0), (7, .085), (9, .140), (13, .233), (17, .268))}
# Common mental health condition; the levels of 16-24, 16-64 and 75+ are APMS's, between them and the sexes assumed.
# It builds up from 16, where the child's condition hands over.
ADULT = {MALE: ((16, 0), (19, .205), (25, .205), (40, .185), (55, .180), (68, .110), (80, .083), (100, .083)),
         FEMALE: ((16, 0), (19, .370), (25, .340), (40, .280), (55, .260), (68, .155), (80, .118), (100, .118))}
# Asthma: boys before girls, women before men; the shape follows the Health Survey's ages loosely (assumed)
ASTHMA = {MALE: ((2, 0), (8, .075), (13, .095), (24, .070), (40, .060), (60, .068), (75, .080), (100, .075)),
          FEMALE: ((2, 0), (8, .050), (13, .075), (24, .080), (40, .085), (60, .100), (75, .100), (100, .085))}
# Long-term musculoskeletal problem: 2.5 % at 16 to 24 and 49.8 % at 85 and over in 2022; between them assumed
PAIN = {MALE: ((16, .015), (20, .022), (30, .050), (40, .085), (50, .140), (60, .210), (70, .270), (80, .360),
               (90, .440), (100, .460)),
        FEMALE: ((16, .018), (20, .028), (30, .060), (40, .115), (50, .200), (60, .290), (70, .360), (80, .460),
                 (90, .540), (100, .560))}
PAIN_SHARE = {MALE: 0.149, FEMALE: 0.201}          # of people of 16 and over, 2022
# Onsets per woman-year or man-year, before scaling to England's new cases a year
CANCER_ONSETS = {("lung_cancer", MALE): 20400, ("lung_cancer", FEMALE): 19600, ("colorectal_cancer", MALE): 20200,
                 ("colorectal_cancer", FEMALE): 16000, ("breast_cancer", FEMALE): 46500}
# Deaths per new case by age: what is left of the gap between both is survival
CANCER_LETHALITY = {"lung_cancer": ((40, .58), (60, .60), (75, .68), (90, .80)),
                    "colorectal_cancer": ((40, .28), (60, .30), (75, .40), (90, .62)),
                    "breast_cancer": ((35, .12), (50, .12), (65, .15), (78, .28), (92, .55))}


def logistic(age, ceiling, half, width):
    """Share ill at an age that rises to a ceiling."""
    return ceiling / (1 + math.exp(-(age + 0.5 - half) / width))


def cancer_prevalence(name, sex, read):
    """Share living with the cancer: onsets less deaths, building up over age and leaving after ten years."""
    deaths = smooth_cause_rates(name, sex, read)
    onsets = [rate / smooth_between(CANCER_LETHALITY[name], age) for age, rate in zip(AGES, deaths)]
    people = england_population(read)[sex]
    scale = CANCER_ONSETS[name, sex] / sum(rate * persons for rate, persons in zip(onsets, people))
    share, shares = 0.0, []
    for onset, death in zip(onsets, deaths):
        shares.append(share)
        share += (1 - share) * max(onset * scale - death, 0.02 * death) - REMISSION[name] * share
    return shares


def unscaled(condition, sex, read):
    """The age shape of a condition's prevalence in England."""
    if (condition.name, sex) in LOGISTIC:
        curve = LOGISTIC[condition.name, sex]
        start = logistic(condition.age_from, *curve)
        return [max(0.0, logistic(age, *curve) - start) if age >= condition.age_from else 0.0 for age in AGES]
    if condition.name == "child_mental_disorder":
        return [smooth_between(CHILD[sex], age) if 5 <= age <= 17 else 0.0 for age in AGES]
    if condition.name == "anxiety_or_depression":
        return [smooth_between(ADULT[sex], age) for age in AGES]
    if condition.name == "asthma":
        return [smooth_between(ASTHMA[sex], age) for age in AGES]
    if condition.name == "musculoskeletal_pain":
        return [smooth_between(PAIN[sex], age) if age > 16 else 0.0 for age in AGES]
    if condition.sex not in ("all", sex):
        return [0.0] * 101
    return cancer_prevalence(condition.name, sex, read)


def target_cases(name, people):
    """People of England who have the condition, by its register or survey; None where the curve is the level."""
    everyone = sum(sum(people[sex]) for sex in SEXES)
    if name in QOF_SHARE:
        return QOF_SHARE[name] * LISTS_PER_RESIDENT * everyone
    if name == "dementia":
        return 0.065 * sum(sum(people[sex][65:]) for sex in SEXES)
    return None


def scaled_to_share(shape, people, share, age_from):
    """A shape brought to the share of people from an age on."""
    ill = sum(value * persons for value, persons in zip(shape[age_from:], people[age_from:]))
    return [value * share * sum(people[age_from:]) / ill for value in shape]


@lru_cache(maxsize=None)
def national_prevalence(condition, read):
    """England's prevalence of a condition in mid-2022 by sex and single age."""
    people = england_population(read)
    shapes = {sex: unscaled(condition, sex, read) for sex in SEXES}
    if condition.name == "musculoskeletal_pain":
        return {sex: scaled_to_share(shapes[sex], people[sex], PAIN_SHARE[sex], 16) for sex in SEXES}
    cases = target_cases(condition.name, people)
    first = 65 if condition.name == "dementia" else 0
    counted = sum(share * persons for sex in SEXES for share, persons in zip(shapes[sex][first:], people[sex][first:]))
    scale = cases / counted if cases else 1.0
    return {sex: [scale * share for share in shapes[sex]] for sex in SEXES}
