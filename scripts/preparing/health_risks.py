"""Relative risks: what activity, smoking, weight, loneliness, work and one condition do to another.

`standing` of a row is `published` when the figure was read in its source and `assumed` when it is our own rounding,
or a figure recalled from the named source and not read again.
"""

import math

from .common import Column, Prepared, Table, number, rounded
from .health_sources import SOURCES, chosen

CURVES = "parameters/drpa_pa_dose_response.csv"
OLDEST = 100
DOSES = (0.0, 4.375, 8.75, 17.5)
# Outcome of the model and its curve in the meta-analysis
ACTIVITY = (("coronary_heart_disease", "all", "coronary-heart-disease", "fatal-and-non-fatal"),
            ("stroke", "all", "stroke", "fatal-and-non-fatal"),
            ("type_2_diabetes", "all", "diabetes", "non-fatal"),
            ("anxiety_or_depression", "all", "depression", "non-fatal"),
            ("breast_cancer", "female", "breast-cancer", "fatal-and-non-fatal"),
            ("colorectal_cancer", "all", "colon-cancer", "fatal-and-non-fatal"))
INACTIVE_OTHER = (1.34, 1.22, 1.47)          # inactive against active, deaths of other causes
# Outcome, ages, current against never with limits, half-life of the excess after quitting in years (assumed), source
SMOKING = (
    ("coronary_heart_disease", 20, 59, (2.95, 2.77, 3.14), 7, "interheart_2006", "assumed"),
    ("coronary_heart_disease", 60, OLDEST, (1.98, 1.75, 2.25), 7, "chances_2015", "assumed"),
    ("stroke", 20, 59, (2.09, 1.75, 2.51), 5, "interstroke_2010", "assumed"),
    ("stroke", 60, OLDEST, (1.58, 1.40, 1.78), 5, "chances_2015", "assumed"),
    ("type_2_diabetes", 20, OLDEST, (1.37, 1.33, 1.42), 8, "pan_2015", "published"),
    ("copd", 20, OLDEST, (3.51, 3.08, 3.99), 15, "forey_2011", "published"),
    ("dementia", 40, OLDEST, (1.30, 1.18, 1.45), 6, "zhong_2015", "assumed"),
    ("lung_cancer", 20, OLDEST, (21.4, 19.7, 23.2), 9, "pirie_2013", "published"),
    ("colorectal_cancer", 20, OLDEST, (1.18, 1.11, 1.25), 20, "botteri_2008", "assumed"),
    ("breast_cancer", 20, OLDEST, (1.12, 1.08, 1.16), 20, "gaudet_2013", "assumed"),
    ("asthma", 18, OLDEST, (1.40, 1.15, 1.70), 10, "polosa_2013", "assumed"),
    ("musculoskeletal_pain", 20, OLDEST, (1.25, 1.15, 1.36), 10, "shiri_2010", "assumed"),
    ("other_mortality", 20, OLDEST, (1.99, 1.85, 2.14), 8, "stringhini_2017", "published"))
QUIT_YEARS = (1, 5, 10, 20, 40)
# Outcome, sex, ages, ratio per 5 kg/m2 above 22.5 with limits, source
WEIGHT = (
    ("type_2_diabetes", "all", 20, 59, (2.16, 1.89, 2.46), "psc_2009", "published"),
    ("type_2_diabetes", "all", 60, OLDEST, (1.80, 1.60, 2.05), "psc_2009", "assumed"),
    ("coronary_heart_disease", "all", 20, 59, (1.24, 1.16, 1.31), "erfc_2011", "assumed"),
    ("coronary_heart_disease", "all", 60, 69, (1.12, 1.05, 1.20), "erfc_2011", "assumed"),
    ("stroke", "all", 20, 59, (1.20, 1.11, 1.29), "erfc_2011", "assumed"),
    ("stroke", "all", 60, 69, (1.09, 1.01, 1.17), "erfc_2011", "assumed"),
    ("colorectal_cancer", "male", 20, OLDEST, (1.24, 1.20, 1.28), "renehan_2008", "assumed"),
    ("colorectal_cancer", "female", 20, OLDEST, (1.09, 1.05, 1.13), "renehan_2008", "assumed"),
    ("breast_cancer", "female", 50, OLDEST, (1.12, 1.08, 1.16), "renehan_2008", "assumed"),
    ("other_mortality", "all", 20, OLDEST, (1.20, 1.16, 1.25), "psc_2009", "published"),
    ("asthma", "all", 18, OLDEST, (1.20, 1.10, 1.31), "beuther_2007", "assumed"),
    ("musculoskeletal_pain", "all", 20, OLDEST, (1.20, 1.12, 1.29), "jiang_2012", "assumed"))
WEIGHT_LEVELS = (22.5, 27.5, 32.5, 37.5, 42.5)
# Exposure or condition, outcome, ages, ratio with limits, measure, social, source
YES_NO = (
    ("loneliness", "coronary_heart_disease", 16, OLDEST, (1.29, 1.04, 1.59), "rr", 1, "valtorta_2016", "published"),
    ("loneliness", "stroke", 16, OLDEST, (1.32, 1.04, 1.68), "rr", 1, "valtorta_2016", "published"),
    ("loneliness", "dementia", 40, OLDEST, (1.306, 1.197, 1.426), "hr", 1, "luchetti_2024", "published"),
    ("loneliness", "anxiety_or_depression", 16, OLDEST, (2.33, 1.62, 3.34), "or", 1, "mann_2022", "published"),
    ("loneliness", "other_mortality", 16, OLDEST, (1.10, 1.06, 1.14), "hr", 1, "loneliness_mortality_2022",
     "published"),
    ("unemployment", "anxiety_or_depression", 16, 66, (1.41, 1.16, 1.72), "or", 1, "unemployment_cohorts_2025",
     "assumed"),
    ("unemployment", "other_mortality", 16, 66, (1.63, 1.49, 1.79), "hr", 1, "roelfs_2011", "published"),
    ("type_2_diabetes", "coronary_heart_disease", 20, 59, (2.51, 2.25, 2.80), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "coronary_heart_disease", 60, 69, (2.01, 1.79, 2.26), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "coronary_heart_disease", 70, OLDEST, (1.78, 1.54, 2.05), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "stroke", 20, 59, (3.74, 3.06, 4.58), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "stroke", 60, 69, (2.06, 1.64, 2.58), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "stroke", 70, OLDEST, (1.80, 1.42, 2.27), "hr", 0, "erfc_2010", "published"),
    ("type_2_diabetes", "dementia", 40, OLDEST, (1.60, 1.43, 1.78), "rr", 0, "chatterjee_2016", "assumed"),
    ("type_2_diabetes", "other_mortality", 20, OLDEST, (1.30, 1.04, 1.62), "hr", 0, "cprd_impactncd", "assumed"),
    ("stroke", "dementia", 40, OLDEST, (1.69, 1.49, 1.92), "hr", 0, "kuzma_2018", "assumed"),
    ("anxiety_or_depression", "coronary_heart_disease", 20, OLDEST, (1.30, 1.22, 1.40), "rr", 0, "gan_2014", "assumed"),
    ("anxiety_or_depression", "stroke", 20, OLDEST, (1.45, 1.29, 1.63), "hr", 0, "pan_2011", "assumed"),
    ("anxiety_or_depression", "other_mortality", 18, OLDEST, (1.52, 1.45, 1.59), "rr", 0, "cuijpers_2014", "published"),
    ("copd", "other_mortality", 35, OLDEST, (1.54, 1.49, 1.59), "hr", 0, "cprd_impactncd", "published"),
    ("dementia", "other_mortality", 50, OLDEST, (1.90, 1.83, 1.97), "hr", 0, "cprd_impactncd", "published"),
    ("musculoskeletal_pain", "anxiety_or_depression", 16, OLDEST, (1.35, 1.15, 1.58), "or", 0, "ohid_msk_2022",
     "assumed"),
    ("child_mental_disorder", "anxiety_or_depression", 16, 17, (2.5, 1.5, 4.2), "or", 0, "mhcyp_2023", "assumed"))


def row(exposure, outcome, sex, ages, level, ratios, measure, social, source, standing):
    """One row of relative_risks.csv."""
    return (exposure, outcome, sex, ages[0], ages[1], level, *(rounded(r, 5) for r in ratios), measure, social, source,
            standing)


def curve(read, outcome, kind):
    """Ratio with limits at each dose of activity, as published."""
    found = {}
    for line in read(CURVES, "outcome", "outcome_type", "dose_mmeth_per_week", "rr", "rr_lo95", "rr_hi95"):
        dose = number(line, "dose_mmeth_per_week", CURVES)
        if (line["outcome"], line["outcome_type"]) == (outcome, kind) and dose in DOSES:
            found[dose] = tuple(number(line, column, CURVES) for column in ("rr", "rr_lo95", "rr_hi95"))
    return found


def activity_rows(read):
    """Activity: published curves, the residual by Stringhini's ratio, dementia at half the log ratio."""
    rows, ages = [], (18, OLDEST)
    for outcome, sex, name, kind in ACTIVITY:
        for dose, ratios in sorted(curve(read, name, kind).items()):
            rows.append(row("activity", outcome, sex, ages, dose, ratios, "rr", 0, "garcia_2023", "published"))
    everyone = curve(read, "all-cause-mortality", "fatal")
    dementia = curve(read, "all-cause-dementia", "fatal-and-non-fatal")
    deepest = 1.0
    for dose in DOSES:
        share = math.log(everyone[dose][0]) / math.log(everyone[8.75][0])
        rows.append(row("activity", "other_mortality", "all", ages, dose,
                        [ratio ** -share for ratio in (INACTIVE_OTHER[0], INACTIVE_OTHER[2], INACTIVE_OTHER[1])],
                        "hr", 0, "stringhini_2017", "published" if dose in (0, 8.75) else "assumed"))
        deepest = min(deepest, dementia[dose][0])                # the published curve turns up again at the end
        rows.append(row("activity", "dementia", "all", (40, OLDEST), dose,
                        (math.sqrt(deepest), deepest, 1.0), "rr", 0, "garcia_2023", "assumed"))
    return rows


def smoking_rows():
    """Smoking: never 1, current the published ratio, then the excess halves every few years after quitting."""
    rows = []
    for outcome, age_from, age_to, ratios, half_life, source, standing in SMOKING:
        sex = "female" if outcome == "breast_cancer" else "all"
        at = (outcome, sex, (age_from, age_to))
        rows.append(row("smoking", *at, -1, (1, 1, 1), "rr", 0, source, standing))
        rows.append(row("smoking", *at, 0, ratios, "rr", 0, source, standing))
        for years in QUIT_YEARS:
            left = 0.5 ** (years / half_life)
            rows.append(row("smoking", *at, years, [1 + (ratio - 1) * left for ratio in ratios],
                            "rr", 0, source, "assumed"))
    return rows


def weight_rows():
    """Body mass index: a constant ratio per 5 kg/m2 above 22.5."""
    rows = []
    for outcome, sex, age_from, age_to, ratios, source, standing in WEIGHT:
        for step, level in enumerate(WEIGHT_LEVELS):
            rows.append(row("body_mass_index", outcome, sex, (age_from, age_to), level,
                            [ratio ** step for ratio in ratios], "rr", 0, source, standing))
    return rows


def yes_no_rows():
    """Loneliness, unemployment and conditions: 0 without, 1 with."""
    rows = []
    for exposure, outcome, age_from, age_to, ratios, measure, social, source, standing in YES_NO:
        at = (exposure, outcome, "all", (age_from, age_to))
        rows.append(row(*at, 0, (1, 1, 1), measure, social, source, standing))
        rows.append(row(*at, 1, ratios, measure, social, source, standing))
    return rows


def prepare(read):
    """relative_risks.csv."""
    rows = sorted(activity_rows(read) + smoking_rows() + weight_rows() + yes_no_rows(), key=lambda line: line[:6])
    keys = sorted({line[-2] for line in rows})
    text = (("exposure", "exposure or condition"), ("outcome", "condition, or other_mortality"),
            ("sex", "female, male or all"))
    tail = (("measure", "rr relative risk, hr hazard ratio, or odds ratio (acts on the logit)"),)
    columns = ([Column(n, "string", d) for n, d in text]
               + [Column("age_from", "integer", "youngest age, completed years"),
                  Column("age_to", "integer", "oldest age"),
                  Column("level", "number", "mMET-hours a week, kg/m2, years since quitting (-1 never, 0 now), 0 or 1"),
                  Column("ratio", "number", "ratio to the first level"), Column("lower", "number", "lower 95 % limit"),
                  Column("upper", "number", "upper 95 % limit")]
               + [Column(n, "string", d) for n, d in tail]
               + [Column("social", "integer", "1 where the causal fraction acts on the log ratio"),
                  Column("source", "string", "key in sources.toml"),
                  Column("standing", "string", "published, or assumed (rounded, or recalled and not read again)")])
    assert all(key in SOURCES for key in keys)
    return Prepared(sources=chosen(*keys), tables=[Table(
        "relative_risks.csv", "Relative risks of conditions and of other deaths", columns, rows, keys, "published",
        "Figures of the cited papers; each row has its own standing, `assumed` where the figure was rounded or "
        "recalled and not read again. Activity is frozen beyond 17.5 mMET-hours; dementia takes half the published "
        "log ratio "
        "(reverse causation); the excess of ex-smokers halves every 5 to 20 years (assumed); ratios of body mass index "
        "are constant per 5 kg/m2, flat beyond the ends, lower at older ages. "
        "No all-cause ratio is used. Between levels the log ratio is a straight line.")])
