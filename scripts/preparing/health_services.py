"""Services: how much the city uses in the base year, by whom, and what one use costs in pounds of 2022."""

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, fixed, rounded
from .health_city import (DECILES, centred, city_multiplier, city_population, england_population, log_linear_deciles,
                          shares_of_users)
from .health_sources import chosen

LISTS_PER_RESIDENT = 1.088
# Uses per person-year by band; the shapes are assumed, their level is set by the total
SHAPES = {
    "gp_contacts": {FEMALE: ((0, 6), (5, 2.5), (18, 5.5), (45, 6.2), (65, 8), (75, 11), (85, 13)),
                    MALE: ((0, 6), (5, 2.5), (18, 2.8), (45, 4.8), (65, 8), (75, 11), (85, 13))},
    "ae_attendances": {FEMALE: ((0, .62), (5, .33), (15, .46), (30, .33), (65, .36), (75, .55), (85, .83)),
                       MALE: ((0, .68), (5, .37), (15, .44), (30, .33), (65, .37), (75, .56), (85, .88))},
    "emergency_admissions": {FEMALE: ((0, .15), (5, .043), (18, .072), (45, .083), (65, .142), (75, .28), (85, .53)),
                             MALE: ((0, .17), (5, .047), (18, .056), (45, .088), (65, .158), (75, .30), (85, .58))},
    "camhs_referrals": {FEMALE: ((0, .005), (5, .045), (11, .125), (14, .185)),
                        MALE: ((0, .008), (5, .070), (11, .085), (14, .085))},
    "adult_social_care": {FEMALE: ((18, .0075), (45, .010), (65, .020), (75, .055), (85, .170)),
                          MALE: ((18, .0088), (45, .011), (65, .019), (75, .044), (85, .115))},
    "outpatient_attendances": {
        FEMALE: ((0, 1.0), (5, .70), (18, 1.90), (45, 1.90), (65, 2.70), (75, 3.30), (85, 2.80)),
        MALE: ((0, 1.2), (5, .80), (18, .85), (45, 1.60), (65, 2.80), (75, 3.70), (85, 3.30))},
    "talking_therapy_referrals": {
        FEMALE: ((16, .030), (18, .055), (26, .048), (36, .036), (50, .026), (65, .011), (75, .006)),
        MALE: ((16, .014), (18, .025), (26, .024), (36, .019), (50, .014), (65, .007), (75, .004))},
    "homelessness_duties": {
        FEMALE: ((16, .006), (18, .022), (25, .018), (35, .011), (45, .007), (55, .003), (65, .001)),
        MALE: ((16, .006), (18, .022), (25, .019), (35, .015), (45, .011), (55, .005), (65, .0015))},
}
SHAPES["emergency_readmissions"] = SHAPES["emergency_admissions"]
# England's level: uses a year per person of the ages concerned (numerator, and which ages)
ENGLAND_RATES = {
    "gp_contacts": (5.5 * LISTS_PER_RESIDENT, 0, 100),     # per registered patient, between 5.0 (2019) and 5.8 (2024)
    "ae_attendances": (0.44, 0, 100),
    "emergency_admissions": (0.117, 0, 100),
    "emergency_readmissions": (0.138 * 0.113, 0, 100),     # of 0.113 discharges a person
    "camhs_referrals": (949_200 / 11.9e6, 0, 17),
    "adult_social_care": (858_720 / 45.1e6, 18, 100),
    "outpatient_attendances": (95_942_189 / 57.1e6, 0, 100),
}
# The city's own published totals, and which ages they belong to
CITY_TOTALS = {
    # referrals of Coventry and Warwickshire, July 2022 to May 2023, brought to a year; the city's share of the people
    # of both is 0.37 (355,600 of about 963,000, assumed), and its need a tenth above that (assumed)
    "talking_therapy_referrals": (16_860 / 11 * 12 * 0.37 * 1.10, 16, 100),
    "homelessness_duties": (835 + 2_114, 16, 100),
}
LABELS = {"gp_contacts": "General-practice appointments", "ae_attendances": "A&E attendances",
          "emergency_admissions": "Emergency admissions",
          "emergency_readmissions": "Emergency readmissions within 30 days",
          "camhs_referrals": "Referrals to children's mental health services",
          "adult_social_care": "Adults with long-term social care",
          "outpatient_attendances": "Outpatient attendances",
          "talking_therapy_referrals": "Referrals to talking therapies",
          "homelessness_duties": "Households owed a prevention or relief duty"}
# Pounds of 2022 a use. A readmission is an admission too and costs nothing of its own.
UNIT_COSTS = {"gp_contacts": 30, "ae_attendances": 220, "emergency_admissions": 2500, "emergency_readmissions": 0,
              "camhs_referrals": 1000, "adult_social_care": 23400, "outpatient_attendances": 170,
              "talking_therapy_referrals": 400, "homelessness_duties": 3000}
# Use in decile 1 against decile 10, all told, and what remains beside conditions
GRADIENT_TOTAL = {"gp_contacts": 1.2, "ae_attendances": 1.7, "emergency_admissions": 1.8, "emergency_readmissions": 2.1,
                  "camhs_referrals": 1.8, "adult_social_care": 1.9, "outpatient_attendances": 1.15}
GRADIENT_LEFT = {"gp_contacts": 1.05, "ae_attendances": 1.4, "emergency_admissions": 1.4, "emergency_readmissions": 1.6,
                 "camhs_referrals": 1.2, "adult_social_care": 1.5, "outpatient_attendances": 0.95,
                 "talking_therapy_referrals": 1.1, "homelessness_duties": 5.0}
# Use by people with a condition against the same people without it (assumed, order of size from the cited studies)
CONDITION_ORDER = ("coronary_heart_disease", "stroke", "type_2_diabetes", "copd", "dementia", "anxiety_or_depression",
                   "lung_cancer", "colorectal_cancer", "breast_cancer", "child_mental_disorder", "asthma",
                   "musculoskeletal_pain")
CONDITION_RATIOS = {
    "gp_contacts": (1.40, 1.35, 1.45, 1.50, 1.35, 1.60, 1.80, 1.50, 1.35, 1.50, 1.35, 1.40),
    "ae_attendances": (1.40, 1.40, 1.20, 1.60, 1.50, 1.50, 1.90, 1.50, 1.15, 1.30, 1.25, 1.20),
    "emergency_admissions": (1.70, 1.70, 1.35, 2.20, 1.70, 1.40, 3.50, 2.20, 1.30, 1.40, 1.30, 1.15),
    "emergency_readmissions": (1.90, 1.80, 1.45, 2.60, 1.80, 1.50, 4.00, 2.40, 1.30, 1.40, 1.30, 1.15),
    "camhs_referrals": (1, 1, 1, 1, 1, 1, 1, 1, 1, 8.0, 1, 1),
    "adult_social_care": (1.20, 2.50, 1.30, 1.50, 5.00, 1.80, 1.50, 1.20, 1.00, 1.0, 1.0, 1.50),
    "outpatient_attendances": (1.60, 1.50, 1.35, 1.50, 1.10, 1.25, 3.50, 3.00, 2.50, 1.30, 1.25, 1.70),
    "talking_therapy_referrals": (1.05, 1.05, 1.05, 1.05, 0.50, 12.0, 1.10, 1.10, 1.20, 1.0, 1.10, 1.25),
    "homelessness_duties": (1, 1, 1, 1, 1, 2.50, 1, 1, 1, 1, 1, 1.20),
}


def mean_use(shape, people, age_from, age_to):
    """Uses per person-year that a shape gives among these people."""
    uses = persons = 0.0
    for sex in SEXES:
        starts = [start for start, _ in shape[sex]] + [101]
        for (start, rate), end in zip(shape[sex], starts[1:]):
            inside = sum(people[sex][max(start, age_from):min(end, age_to + 1)])
            uses, persons = uses + rate * inside, persons + inside
    return uses / persons


def level_of(service):
    """England's rate or the city's own total, with the first and last age it belongs to."""
    return CITY_TOTALS.get(service) or ENGLAND_RATES[service]


def use_by_age(service):
    """The shape of a service's use by sex and single age."""
    _, age_from, age_to = level_of(service)
    return {sex: [max((start, rate) for start, rate in ((0, 0.0),) + SHAPES[service][sex] if start <= age)[1]
                  if age_from <= age <= age_to else 0.0 for age in range(101)] for sex in SEXES}


def city_total(read, service):
    """What the city uses in a year: its own figure, or England's rate moved by ages, sexes and mix of deciles."""
    if service in CITY_TOTALS:
        return CITY_TOTALS[service][0]
    rate, age_from, age_to = ENGLAND_RATES[service]
    city, england = city_population(read), england_population(read)
    ages = mean_use(SHAPES[service], city, age_from, age_to) / mean_use(SHAPES[service], england, age_from, age_to)
    deprivation = city_multiplier(log_linear_deciles(GRADIENT_TOTAL[service]),
                                  shares_of_users(read, use_by_age(service)))
    persons = sum(sum(city[sex][age_from:age_to + 1]) for sex in SEXES)
    return persons * rate * ages * deprivation


LESS_IS_BETTER = ("ae_attendances", "emergency_admissions", "emergency_readmissions", "homelessness_duties")


def service_rows(read):
    """services.csv."""
    rows = []
    for service, label in LABELS.items():
        _, age_from, age_to = level_of(service)
        total = int(round(city_total(read, service), -1 if service in ENGLAND_RATES else 0))
        rows.append((service, label, age_from, age_to, total, UNIT_COSTS[service], 2022, 0,
                     "lower" if service in LESS_IS_BETTER else "none"))
    return rows


def decile_rows(read):
    """service_deciles.csv."""
    return [(service, decile, rounded(ratio, 4)) for service in LABELS for decile, ratio in zip(
        DECILES, centred(log_linear_deciles(GRADIENT_LEFT[service]), shares_of_users(read, use_by_age(service))))]


def rate_rows():
    """service_rates.csv."""
    return [(service, sex, start, rate) for service in LABELS for sex in SEXES for start, rate in SHAPES[service][sex]]


def condition_rows():
    """service_conditions.csv."""
    return [(service, condition, ratio) for service in LABELS
            for condition, ratio in zip(CONDITION_ORDER, CONDITION_RATIOS[service]) if ratio != 1]


def prepare(read):
    """services.csv, service_rates.csv, service_deciles.csv and service_conditions.csv."""
    levels = ["ifg_appointments_2025", "nhs_ae_2019", "nhp_admissions", "nhs_readmissions_2018",
              "childrens_commissioner_2024", "asc_finance_2024", "hes_outpatients_2023", "nhs_talking_therapies_2023",
              "coventry_homelessness_2024", "ons_people_2022"]
    gradients = ["ons_ae_inequalities", "nhs_readmissions_2018"]
    conditions = ["salisbury_2011", "hull_2018"]
    name, sex = Column("service", "string", "service"), Column("sex", "string", "female or male")
    discharges = fixed("discharges_per_emergency_admission", rounded(0.113 / 0.117, 4), "ratio",
                       "discharges that can be followed by a readmission, per emergency admission")
    named = dict.fromkeys(levels + gradients + conditions + ["imd_2025_deciles"])
    return Prepared(parameters=[discharges], sources=chosen(*named), tables=[
        Table("services.csv", "Services: total of the base year and unit cost",
              [name, Column("label", "string", "name for people"), Column("age_from", "integer", "youngest age served"),
               Column("age_to", "integer", "oldest age served"),
               Column("total", "number", "uses in step 2022, the city"),
               Column("unit_cost", "number", "pounds a use; 0 for readmissions, which are admissions too"),
               Column("price_year", "integer", "year of the prices"),
               Column("last_year_of_life", "number", "extra use in the last year of life (0: no source)"),
               Column("better", "string", "lower, where less use is a gain; none, where it may be less access")],
              service_rows(read), levels, "fitted",
              "England's published use per person moved by the city's ages, sexes and deciles (gradients 1.2 to 2.1, "
              "assumed); children referred stand for referrals; talking therapies are the city's share (assumed) of Coventry "
              "and Warwickshire; duties are the city's own 835 and 2,114, counted at the adult who applies. Unit costs are assumed, near national averages of 2022;"
              " social care is long-term spend per client."),
        Table("service_rates.csv", "Use of services by sex and age (shape)",
              [name, sex, Column("age_from", "integer", "first year of the band"),
               Column("rate", "number", "uses per person-year before scaling to the total")],
              rate_rows(), [], "assumed",
              "Assumed shapes, England-like; scaled so that the base year meets the total."),
        Table("service_deciles.csv", "Use of services by deprivation decile, conditions being equal",
              [name, Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("ratio", "number", "ratio to the city's mean, its mean over users, by their ages alone, is 1")],
              decile_rows(read), gradients + ["imd_2025_deciles"], "assumed",
              "A&E 1.4 between deciles 1 and 10 after adjustment for health, as published; the others are assumed."),
        Table("service_conditions.csv", "Use of services by people with a condition",
              [name, Column("condition", "string", "condition"),
               Column("ratio", "number", "use with it against without")],
              condition_rows(), conditions, "assumed", "Assumed, in the order of size of the cited studies."),
    ])
