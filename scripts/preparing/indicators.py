"""The catalogue of the strategy's eighteen indicators, and the published levels of the base year."""

from .catalogue_rows import INDICATORS
from .common import Column, Prepared, Table
from .health_sources import chosen
from .health_services import city_total
from .wider_sources import WIDER_SOURCES

# variable, sex, period, value, role, source, standing, note.
# role: fit - the model is solved for it; check - it should come out within 5 %; orientation - another year or place
TARGETS = (
    ("healthy_life_expectancy", "male", "2022-24", 59.2, "fit", "ons_hle_2022_2024", "published", "interval +-3.5"),
    ("healthy_life_expectancy", "female", "2022-24", 58.9, "fit", "ons_hle_2022_2024", "published", "interval +-3.5"),
    ("physically_active_adults", "persons", "2021", 0.586, "fit", "health_index_2021", "published", ""),
    ("breast_screening", "persons", "2022", 0.605, "fit", "health_index_2021", "fitted", "England moved by the city"),
    ("bowel_screening", "persons", "2022", 0.66, "fit", "health_index_2021", "fitted", "England moved by the city"),
    ("cervical_screening", "persons", "2022", 0.655, "fit", "health_index_2021", "fitted", "25-49 63.1, 50-64 70.6 %"),
    ("mmr_vaccination", "persons", "2022/23", 0.82, "fit", "coventry_mmr_2024", "assumed", "below England's 84.5 %"),
    ("flu_vaccination", "persons", "2022/23", 0.76, "fit", "ukhsa_cover_2023", "assumed", "below England's 79.9 %"),
    ("emergency_readmission_rate", "persons", "2017/18", 0.138, "orientation", "nhs_readmissions_2018", "published",
     "England"),
    ("dementia_diagnosis_rate", "persons", "2023", 0.60, "fit", "", "assumed", "between 58 and 62 %, not re-checked"),
    ("good_level_of_development", "persons", "2021/22", 0.611, "fit", "coventry_place_profiles", "published", ""),
    ("healthy_weight_year_6", "persons", "2019/20", 0.575, "fit", "one_coventry_2021", "fitted",
     "1 - 40.6 % overweight or obese - 1.9 % underweight (assumed)"),
    ("young_people_feeling_safe", "persons", "strategy", 0.16, "fit", "coventry_strategy_2023", "published",
     "no newer survey at hand"),
    ("education_employment_training", "persons", "2021", 0.916, "fit", "health_index_2021", "published", ""),
    ("neet", "persons", "2022/23", 0.05, "fit", "", "assumed", "about 5 %, not re-checked"),
    ("children_in_poverty", "persons", "2022/23", 0.409, "fit", "end_child_poverty_2024", "published",
     "after housing costs"),
    ("families_in_temporary_accommodation", "persons", "2023", 598, "fit", "mhclg_homelessness_2023", "fitted",
     "63 % (England) of about 949 households; the strategy's 190 to 250 is of 2015 to 2019"),
    ("households_in_temporary_accommodation", "persons", "2023", 949, "fit", "mhclg_homelessness_2023", "published",
     "7.08 per 1,000 households"),
    ("fuel_poverty", "persons", "2023", 0.189, "fit", "desnz_fuel_poverty_2025", "published", ""),
    ("self_reported_wellbeing", "persons", "2021", 7.44, "fit", "health_index_2021", "published", ""),
    ("disposable_household_income", "persons", "2021", 17175, "fit", "ons_subnational_indicators", "published",
     "pounds of 2021, the newest figure at hand"),
    ("no2", "persons", "2022", 14.8, "fit", "imd_2019_air", "fitted", "20.9 in 2016 times an assumed fall of 30 %"),
    ("pm25", "persons", "2021", 7.63, "fit", "health_index_2021", "published", "7.52 in 2024"),
    ("can_influence_local_decisions", "persons", "2018/19", 0.25, "fit", "influence_facts", "published", "England"),
    ("homelessness_duties", "persons", "2022/23", 2949, "fit", "coventry_homelessness_2024", "published", ""),
    ("loneliness", "persons", "2020-21", 0.11, "fit", "coventry_loneliness", "published", ""),
    ("talking_therapy_referrals", "persons", "2022/23", 7486, "fit", "nhs_talking_therapies_2023", "fitted",
     "the city's share of Coventry and Warwickshire is assumed"),
)
FROM_ENGLAND = {"gp_contacts": "ifg_appointments_2025", "ae_attendances": "nhs_ae_2019",
                "emergency_admissions": "nhp_admissions", "emergency_readmissions": "nhs_readmissions_2018",
                "outpatient_attendances": "hes_outpatients_2023", "adult_social_care": "asc_finance_2024",
                "camhs_referrals": "childrens_commissioner_2024"}
# Share of referrals that are taken on in the year, and waiting at its end (England 2022-23); treated half a year
SUPPORTED, WAITING, CLOSED, YEARS_IN_CARE = 305_000 / 949_200, 270_300 / 949_200, 372_800 / 949_200, 0.5


def target_rows(read):
    """targets.csv: the levels above, services brought from England, and children's mental health services."""
    rows = list(TARGETS)
    for service, source in FROM_ENGLAND.items():
        rows.append((service, "persons", "2022", int(round(city_total(read, service), -1)), "fit", source, "fitted",
                     "England's rate moved by ages, sexes and deciles"))
    referrals = round(city_total(read, "camhs_referrals"), -1)
    source = "childrens_commissioner_waits_2024"
    rows += [("camhs_caseload", "persons", "2022/23", round(referrals * SUPPORTED * YEARS_IN_CARE), "fit", source,
              "assumed", "half a year in care is assumed"),
             ("camhs_waiting_list", "persons", "2022/23", round(referrals * WAITING), "fit", source, "fitted",
              "England's share of referrals"),
             ("camhs_wait_weeks", "persons", "2022/23", round(52 * WAITING / (SUPPORTED + CLOSED), 1), "fit", source,
              "fitted", "the list over who leaves it; those still waiting in March 2024 had waited nearly six months")]
    return sorted(rows)


def prepare(read):
    """indicators.csv and targets.csv."""
    rows = target_rows(read)
    keys = sorted({row[5] for row in rows if row[5]})
    return Prepared(sources={**chosen(*[key for key in keys if key not in WIDER_SOURCES]), **WIDER_SOURCES}, tables=[
        Table("indicators.csv", "The strategy's indicators",
              [Column("number", "integer", "which of the strategy's eighteen it belongs to"),
               Column("indicator", "string", "name of the variable in results"), Column("label", "string", "for people"),
               Column("unit", "string", "unit of the value"), Column("better", "string", "higher, lower or none"),
               Column("ambition", "string", "ambition of the strategy"), Column("ages", "string", "who is counted"),
               Column("numerator", "string", "what is counted"), Column("denominator", "string", "among whom"),
               Column("definition", "string", "whose definition it follows")],
              list(INDICATORS), [], "assumed",
              "Definitions as the bodies named publish them, as far as known; several are recalled."),
        Table("targets.csv", "Published levels near the base year",
              [Column("indicator", "string", "name of the variable in results"),
               Column("sex", "string", "persons, female or male"), Column("period", "string", "year or years"),
               Column("value", "number", "level, in the variable's unit"),
               Column("role", "string", "fit, check or orientation"),
               Column("source", "string", "key in sources.toml, empty for an assumption"),
               Column("standing", "string", "published, fitted or assumed"), Column("note", "string", "what to know")],
              rows, keys, "fitted",
              "The newest level at hand of each indicator and service; tests hold the base year within 5 % of those "
              "with the role fit."),
    ])

