"""Ratios of exposures that money, homes, air and drink bring; the layout is that of relative_risks.csv."""

from .common import Column, Prepared, Table, rounded
from .health_sources import SOURCES, chosen
from .wider_sources import WIDER_SOURCES, wider

OLDEST = 100
# Exposure, outcome, ages, ratio with limits, measure, social, source, standing
YES_NO = (
    ("poverty", "child_mental_disorder", 5, 17, (2.17, 1.68, 2.80), "or", 1, "lai_2019", "published"),
    ("poverty", "anxiety_or_depression", 16, 66, (1.35, 1.10, 1.65), "or", 1, "simpaths_ghq", "assumed"),
    ("poverty", "asthma", 2, 17, (1.25, 1.05, 1.49), "or", 1, "lai_2019", "assumed"),
    ("temporary_accommodation", "child_mental_disorder", 5, 17, (1.80, 1.20, 2.70), "or", 1, "fazel_2014", "assumed"),
    ("temporary_accommodation", "anxiety_or_depression", 16, OLDEST, (2.00, 1.30, 3.10), "or", 1, "fazel_2014",
     "assumed"),
    ("temporary_accommodation", "other_mortality", 16, 74, (2.00, 1.40, 2.90), "rr", 1, "aldridge_2018", "assumed"),
    ("cold_home", "asthma", 2, OLDEST, (1.50, 1.15, 1.96), "or", 1, "marmot_cold_homes_2011", "assumed"),
    ("cold_home", "copd", 35, OLDEST, (1.20, 1.02, 1.41), "rr", 1, "marmot_cold_homes_2011", "assumed"),
    ("cold_home", "anxiety_or_depression", 16, OLDEST, (1.30, 1.05, 1.61), "or", 1, "marmot_cold_homes_2011",
     "assumed"),
    ("cold_home", "other_mortality", 65, OLDEST, (1.06, 1.01, 1.11), "rr", 1, "marmot_cold_homes_2011", "assumed"),
    ("alcohol", "stroke", 20, OLDEST, (1.15, 1.02, 1.30), "rr", 0, "stringhini_2017", "assumed"),
    ("alcohol", "colorectal_cancer", 20, OLDEST, (1.20, 1.08, 1.33), "rr", 0, "stringhini_2017", "assumed"),
    ("alcohol", "breast_cancer", 20, OLDEST, (1.20, 1.08, 1.33), "rr", 0, "stringhini_2017", "assumed"),
    ("alcohol", "anxiety_or_depression", 16, OLDEST, (1.30, 1.05, 1.61), "or", 0, "stringhini_2017", "assumed"),
    ("alcohol", "other_mortality", 30, OLDEST, (1.46, 1.29, 1.65), "hr", 0, "stringhini_2017", "published"),
)
# Exposure, outcome, ages, ratio per 10 micrograms with limits, measure, source, standing; NO2 is cut to 0.4 of its
# log ratio where PM2.5 acts on the same outcome, so that the same air is not counted twice
PER_TEN = (
    ("no2", "other_mortality", 30, OLDEST, (1.008, 1.004, 1.016), "rr", "huangfu_2020", "assumed"),
    ("no2", "coronary_heart_disease", 30, OLDEST, (1.012, 1.008, 1.020), "hr", "atkinson_2018", "assumed"),
    ("no2", "copd", 35, OLDEST, (1.03, 1.01, 1.05), "hr", "atkinson_2018", "assumed"),
    ("no2", "lung_cancer", 30, OLDEST, (1.02, 1.008, 1.031), "hr", "atkinson_2018", "assumed"),
    ("no2", "asthma", 2, 17, (1.13, 1.05, 1.18), "rr", "khreis_2017", "assumed"),
    ("pm25", "other_mortality", 30, OLDEST, (1.08, 1.06, 1.09), "rr", "chen_hoek_2020", "published"),
    ("pm25", "coronary_heart_disease", 30, OLDEST, (1.12, 1.05, 1.20), "rr", "chen_hoek_2020", "assumed"),
    ("pm25", "stroke", 30, OLDEST, (1.11, 1.04, 1.19), "rr", "chen_hoek_2020", "assumed"),
    ("pm25", "lung_cancer", 30, OLDEST, (1.12, 1.07, 1.16), "rr", "chen_hoek_2020", "assumed"),
)
AIR_LEVELS = (0.0, 10.0, 20.0, 30.0)
# Services that a circumstance raises: exposure, service, ages, ratio, source
USES = (("temporary_accommodation", "ae_attendances", 2.5, 1.6, 3.9, "fazel_2014"),
        ("temporary_accommodation", "emergency_admissions", 2.0, 1.3, 3.1, "fazel_2014"),
        ("temporary_accommodation", "camhs_referrals", 1.5, 1.0, 2.25, "fazel_2014"),
        ("cold_home", "gp_contacts", 1.05, 1.0, 1.1, "howden_chapman_2007"),
        ("cold_home", "emergency_admissions", 1.04, 1.0, 1.08, "howden_chapman_2007"),
        ("poverty", "homelessness_duties", 6.0, 3.5, 10.3, "coventry_homelessness_2024"),
        ("unemployment", "talking_therapy_referrals", 1.3, 1.1, 1.54, "clark_2018"))


def risk_rows():
    """further_risks.csv."""
    rows = []
    for exposure, outcome, first, last, ratios, measure, social, source, standing in YES_NO:
        sex = "female" if outcome == "breast_cancer" else "all"
        rows.append((exposure, outcome, sex, first, last, 0, 1, 1, 1, measure, social, source, standing))
        rows.append((exposure, outcome, sex, first, last, 1, *ratios, measure, social, source, standing))
    for exposure, outcome, first, last, ratios, measure, source, standing in PER_TEN:
        for level in AIR_LEVELS:
            rows.append((exposure, outcome, "all", first, last, level,
                         *(rounded(ratio ** (level / 10), 5) for ratio in ratios), measure, 0, source, standing))
    return sorted(rows, key=lambda row: row[:6])


def prepare(read):
    """further_risks.csv and service_circumstances.csv."""
    rows = risk_rows()
    keys = sorted({row[-2] for row in rows})
    services = sorted({row[-1] for row in USES})
    named = [key for key in {*keys, *services} if key in SOURCES]
    others = [key for key in {*keys, *services} if key in WIDER_SOURCES]
    return Prepared(sources={**chosen(*named), **wider(*others)}, tables=[
        Table("further_risks.csv", "Relative risks of poverty, homes, air and drink",
              [Column("exposure", "string", "poverty, temporary_accommodation, cold_home, alcohol, no2 or pm25"),
               Column("outcome", "string", "condition, or other_mortality"),
               Column("sex", "string", "female, male or all"),
               Column("age_from", "integer", "youngest age, completed years"),
               Column("age_to", "integer", "oldest age"),
               Column("level", "number", "0 or 1; micrograms per cubic metre for air"),
               Column("ratio", "number", "ratio to the first level"), Column("lower", "number", "lower 95 % limit"),
               Column("upper", "number", "upper 95 % limit"),
               Column("measure", "string", "rr, hr, or odds ratio (acts on the logit)"),
               Column("social", "integer", "1 where the causal fraction acts on the log ratio"),
               Column("source", "string", "key in sources.toml"),
               Column("standing", "string", "published, or assumed (adapted, or recalled and not read again)")],
              rows, keys, "published",
              "Each row has its own standing. Early poverty alone (2.17) is used, not persistent poverty (3.17); ratios "
              "of homeless people are cut for families in temporary accommodation; NO2 keeps four tenths of its log "
              "ratio where PM2.5 acts too."),
        Table("service_circumstances.csv", "Use of services by people's circumstances",
              [Column("exposure", "string", "state or exposure"), Column("service", "string", "service"),
               Column("ratio", "number", "use with it against without"), Column("lower", "number", "lower 95 % limit"),
               Column("upper", "number", "upper 95 % limit"), Column("source", "string", "key in sources.toml")],
              list(USES), services, "assumed",
              "Assumed, in the order of size of the cited studies; each carries the causal fraction of its exposure."),
    ])
