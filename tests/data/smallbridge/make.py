#!/usr/bin/env python3
"""Makes the input tables of Smallbridge, a town that does not exist: about 3,000 people, two wards, six places.

    tests/data/smallbridge/make.py

Every figure is invented by the formulas below. The town is unlike the city in every way that code might take for
granted: its codes, the number of wards, places and conditions, the words for homes, the services it counts.
"""

import csv
import math
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SEXES, AGES, DECILES = ("female", "male"), range(101), (1, 6, 10)
WARDS = {"W01": ("Mill Bank", 1650), "W02": ("Hill Top", 1350)}
PLACES = {"S01": ("W01", 1), "S02": ("W01", 1), "S03": ("W01", 6), "S04": ("W02", 6), "S05": ("W02", 10),
          "S06": ("W02", 10)}
YEARS = range(2022, 2029)
HOMES = 1240
TENURES = {"owned_outright": .30, "mortgage": .30, "shared_ownership": .01, "social_rent": .19, "private_rent": .19,
           "rent_free": .01}
HOUSES = {"cottage": .5, "house": .4, "boat": .1}
BANDS = list(range(0, 95, 5))


def write(name, header, rows):
    """One table."""
    with open(FOLDER / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        for row in rows:
            writer.writerow([f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row])


def death_rate(sex, age):
    """Gompertz, with infants."""
    return (0.004 if age == 0 else 0.0) + (2.2e-5 if sex == "female" else 3.2e-5) * math.exp(0.098 * age)


def shape(age):
    """Relative number of people of an age."""
    return 1.0 if age < 55 else max(0.0, 1 - (age - 55) / 45) ** 1.3


def persons(ward, sex, age):
    """People of a ward, sex and age to 90 and over."""
    total = sum(shape(a) for a in range(91))
    return round(WARDS[ward][1] / 2 * shape(age) / total + (0.3 if sex == "female" else 0.0))


def residents(place, sex, band):
    """People of a place in a band: a third of its ward."""
    ward = PLACES[place][0]
    last = band + 4 if band < 90 else 90
    return sum(persons(ward, sex, age) for age in range(band, last + 1)) / 3


def everyone(place):
    """People of a place."""
    return sum(residents(place, sex, band) for sex in SEXES for band in BANDS)


def steps(points, age):
    """The value of the last point at or below the age."""
    return [value for start, value in points if start <= age][-1]


def places_and_people():
    """Where people live, and who they are."""
    write("city", "city_code city", [("X01", "Smallbridge")])
    write("wards", "ward_code ward constituency easting northing",
          [(code, name, "Smallbridge", 1000.0 + 700 * i, 500.0) for i, (code, (name, _)) in enumerate(WARDS.items())])
    write("places", "place place_name ward_code imd_rank imd_decile imd_score residents loneliness_rank",
          [(code, f"Smallbridge {code}", ward, 3000 * decile, decile, 50.0 - 4 * decile, round(everyone(code)), i / 5)
           for i, (code, (ward, decile)) in enumerate(PLACES.items())])
    write("population", "ward_code sex age persons",
          [(ward, sex, age, persons(ward, sex, age)) for ward in WARDS for sex in SEXES for age in range(91)])
    oldest = [0.75 ** i for i in range(11)]
    write("oldest_ages", "sex age share",
          [(sex, 90 + i, part / sum(oldest)) for sex in SEXES for i, part in enumerate(oldest)])
    write("place_population", "place sex age_from persons",
          [(place, sex, band, residents(place, sex, band)) for place in PLACES for sex in SEXES for band in BANDS])
    groups = {"asian": .1, "black": .05, "mixed": .05, "white": .75, "other": .05}
    write("ethnic_group", "place ethnic_group persons",
          [(place, group, round(share * everyone(place))) for place in PLACES for group, share in groups.items()])
    disabled = [(0, .03), (16, .10), (40, .16), (65, .33), (85, .55)]
    write("disability_age", "sex age_from share", [(sex, age, share) for sex in SEXES for age, share in disabled])
    write("disability", "place disability persons",
          [(place, word, round(share * everyone(place))) for place in PLACES
           for word, share in (("disabled", .17), ("not_disabled", .83))])


def homes():
    """Households and communal establishments."""
    def spread(name, column, shares):
        write(name, f"place {column} households",
              [(place, word, round(share * HOMES / 6)) for place in PLACES for word, share in shares.items()])
    spread("tenure", "tenure", TENURES)
    spread("accommodation", "accommodation", HOUSES)
    spread("occupancy", "occupancy", {"two_or_more_spare": .35, "one_spare": .33, "none_spare": .25, "one_short": .06,
                                      "two_or_more_short": .01})
    spread("household_deprivation", "dimensions", {0: .45, 1: .33, 2: .16, 3: .05, 4: .01})
    write("household_composition", "constituency composition households",
          [("Smallbridge", word, round(share * HOMES)) for word, share in
           (("one_person", .30), ("families_with_dependent_children", .30), ("other_single_family", .34),
            ("other", .06))])
    sizes = {"one_person": {1: 1}, "families_with_dependent_children": {2: .14, 3: .33, 4: .34, 5: .14, 6: .04, 7: .01},
             "other_single_family": {2: .74, 3: .19, 4: .07}, "other": {2: .40, 3: .25, 4: .18, 5: .10, 6: .05, 7: .02}}
    write("household_size", "composition size share",
          [(word, size, share.get(size, 0)) for word, share in sizes.items() for size in range(1, 9)])
    living = [(0, (.98, 0, 0, 0, .02)), (16, (.86, .01, .01, .01, .11)), (20, (.45, .18, .03, .07, .27)),
              (25, (.20, .48, .06, .13, .13)), (35, (.06, .64, .10, .13, .07)), (55, (.02, .64, .04, .25, .05)),
              (75, (.00, .48, .01, .46, .05))]
    words = ("child", "couple", "lone_parent", "alone", "sharing")
    write("living_arrangements", "sex age_from arrangement share",
          [(sex, age, word, share) for sex in SEXES for age, shares in living for word, share in zip(words, shares)])
    write("communal", "ward_code kind sex age_from persons",
          [(ward, kind, sex, age, 9.0 if (kind, age, ward) == ("care_home", 85, "W02") else 0.0) for ward in WARDS
           for kind in ("student_hall", "care_home", "other") for sex in SEXES for age in (0, 18, 65, 85)])
    write("moves", "tenure age_from rate",
          [(tenure, age, rate) for tenure in TENURES for age, rate in ((16, .15), (35, .06), (65, .02))])
    write("household_rates", "event sex age_from rate",
          [(event, sex, age, rate) for event, rates in (("leave_home", ((16, .02), (18, .10), (30, .05))),
                                                        ("partnership", ((16, .03), (22, .10), (45, .02), (70, .002))),
                                                        ("separation", ((16, .04), (40, .015), (65, .003))))
           for sex in SEXES for age, rate in rates])


def work_and_school():
    """Learning and work."""
    write("qualification", "age_from imd_decile qualification share",
          [(age, decile, word, share) for age in (16, 20, 30) for decile in DECILES
           for word, share in zip(("none", "level_1_2", "level_3", "level_4"),
                                  {16: (.4, .58, .02, 0.), 20: (.1, .3, .4, .2), 30: (.15, .3, .2, .35)}[age])])
    work = ((16, (.08, .03, .85, .04, 0.)), (18, (.50, .06, .38, .06, 0.)), (22, (.78, .05, .08, .09, 0.)),
            (60, (.58, .03, 0., .14, .25)), (67, (.10, 0., 0., .02, .88)), (75, (.01, 0., 0., .01, .98)))
    words = ("employed", "unemployed", "education", "inactive", "retired")
    write("economic_status", "sex age_from imd_decile status share",
          [(sex, age, decile, word, share) for sex in SEXES for age, shares in work for decile in DECILES
           for word, share in zip(words, shares)])
    write("students", "ward_code share", [(ward, .25) for ward in WARDS])
    write("good_level_of_development", "sex imd_decile share",
          [(sex, decile, .52 + .02 * decile + (.05 if sex == "female" else 0)) for sex in SEXES for decile in DECILES])
    write("neet", "good_level_of_development share", [(0, .09), (1, .03)])


def lives():
    """Births, deaths and moves in and out."""
    write("mortality", "sex age year rate",
          [(sex, age, year, min(.9, death_rate(sex, age) * .99 ** (year - 2022))) for sex in SEXES for age in AGES
           for year in YEARS])
    write("mortality_deprivation", "sex age imd_decile ratio",
          [(sex, age, decile, 1 + (5.5 - decile) / 4.5 * max(0.0, .35 * (1 - age / 100))) for sex in SEXES
           for age in AGES for decile in DECILES])
    write("mortality_level", "sex year level slope", [(sex, year, 1.0, 0.0) for sex in SEXES for year in YEARS])
    write("fertility", "age rate", [(age, .11 * math.exp(-((age - 30) / 7) ** 2)) for age in range(16, 46)])
    write("fertility_trend", "year ratio", [(year, .99 ** (year - 2022)) for year in YEARS])
    rows = []
    for sex in SEXES:
        for age in AGES:
            people = sum(persons(ward, sex, min(age, 90)) for ward in WARDS) * (.09 if age >= 90 else 1)
            out = people * steps(((0, .03), (18, .10), (30, .05), (50, .015)), age)
            rows.append((sex, age, .002 * people, .002 * people + out, out))
    write("migration", "sex age net inflow outflow", rows)
    write("migration_wards", "group ward_code arrival_share departure_ratio",
          [(group, ward, share, 1.0) for group in ("student", "adult") for ward, share in (("W01", .6), ("W02", .4))])


def habits():
    """Exposures and what they do."""
    write("exposures", "exposure label unit persistence lag_years",
          [("activity", "Activity", "minutes", .95, 2.5), ("body_mass_index", "Weight", "kg/m2", .985, 2.5),
           ("smoking", "Smoking", "state", 1, 0), ("loneliness", "Loneliness", "yes or no", .95, 1)])
    nodes = [i / 2 for i in range(-6, 7)]
    write("exposure_quantiles", "exposure sex age_from imd_decile z value",
          [("activity", sex, age, decile, z, max(0.0, 110 + 90 * z + 6 * decile - age)) for sex in SEXES
           for age in (0, 40, 70) for decile in DECILES for z in nodes]
          + [("body_mass_index", sex, age, decile, z, 26.5 + 4.6 * z + .4 * z * z - .1 * decile) for sex in SEXES
             for age in (0, 40, 70) for decile in DECILES for z in nodes])
    write("exposure_correlation", "exposure other correlation", [("activity", "body_mass_index", -.2)])
    write("smoking", "sex age imd_decile current ex initiation quitting relapse",
          [(sex, age, decile, .20 - .012 * decile if age >= 18 else 0., .2 * min(1, (age - 18) / 40) if age >= 18 else 0.,
            .01 if 12 <= age < 30 else 0., .04, .02) for sex in SEXES for age in range(12, 101) for decile in DECILES])
    write("loneliness", "sex age_from imd_decile share",
          [(sex, age, decile, .13 - .006 * decile) for sex in SEXES for age in (16, 65) for decile in DECILES])
    header = "exposure outcome sex age_from age_to level ratio lower upper measure social source standing"
    write("relative_risks", header,
          [("smoking", "river_cough", "all", 18, 100, level, ratio, ratio, ratio, "rr", 0, "invented", "assumed")
           for level, ratio in ((-1, 1.0), (0, 3.0), (10, 1.8), (40, 1.1))]
          + [("activity", "other_mortality", "all", 18, 100, level, ratio, ratio, ratio, "hr", 0, "invented", "assumed")
             for level, ratio in ((0.0, 1.0), (8.75, .78), (17.5, .72))]
          + [("loneliness", "low_water", "all", 16, 100, level, ratio, lower, upper, "or", 1, "invented", "assumed")
             for level, ratio, lower, upper in ((0, 1.0, 1.0, 1.0), (1, 2.0, 1.5, 2.7))])


def health():
    """Two conditions and two services of the town's own, and good health."""
    listed = (("river_cough", "River cough", "all", 30, 100, -.8, .08, .1),
              ("low_water", "Low water", "all", 16, 100, -1.0, .1, .15))
    write("conditions", "condition label sex age_from age_to good_health_log_odds eq5d_decrement disability_weight",
          listed)
    rows = []
    for sex in SEXES:
        for age in AGES:
            cough = .12 * max(0.0, (age - 30) / 70)
            rows.append(("river_cough", sex, age, cough, .0022 if age >= 30 else 0., .02 if age > 30 else 0., 0.))
            rows.append(("low_water", sex, age, .15 if age > 16 else 0., .0706 if age >= 16 else 0., 0.,
                         .4 if age > 16 else 0.))
    write("condition_rates", "condition sex age prevalence incidence fatality remission", rows)
    write("condition_deciles", "condition imd_decile ratio",
          [(name, decile, ratio) for name in ("river_cough", "low_water")
           for decile, ratio in zip(DECILES, (1.3, 1.0, .7))])
    write("good_health", "sex age_from share",
          [(sex, age, .93 - .006 * age) for sex in SEXES for age in (0, 1, *range(5, 95, 5))])
    write("quality_of_life", "sex age_from utility",
          [(sex, age, .95 - .003 * age) for sex in SEXES for age in (0, 1, *range(5, 95, 5))])
    write("good_health_deciles", "sex imd_decile log_odds",
          [(sex, decile, .08 * (decile - 5.5)) for sex in SEXES for decile in DECILES])
    write("good_health_exposures", "exposure log_odds", [("loneliness", -.5), ("smoking", -.3), ("inactivity", -.4),
                                                         ("obesity", -.3), ("unemployment", -.4)])
    write("healthy_life_expectancy", "sex age years area role",
          [(sex, 0, years, "Smallbridge", "target") for sex, years in (("female", 61.0), ("male", 60.0))])
    write("services", "service label age_from age_to total unit_cost price_year last_year_of_life better",
          [("ferry_doctor", "Calls on the ferry doctor", 0, 100, 9000, 40, 2022, 0, "lower"),
           ("bathhouse", "Nights in the bathhouse", 18, 100, 400, 300, 2022, 0, "lower")])
    write("service_rates", "service sex age_from rate",
          [(service, sex, age, rate) for service in ("ferry_doctor", "bathhouse") for sex in SEXES
           for age, rate in ((0, 3.0), (18, 2.0), (65, 6.0))])
    write("service_deciles", "service imd_decile ratio",
          [(service, decile, ratio) for service in ("ferry_doctor", "bathhouse")
           for decile, ratio in zip(DECILES, (1.1, 1.0, .9))])
    write("service_conditions", "service condition ratio", [("ferry_doctor", "river_cough", 1.5),
                                                            ("bathhouse", "low_water", 2.0)])


def wider():
    """Money, homes, air, screening and social life."""
    write("air", "place no2 pm25", [(place, 8.0 + i, 6.0) for i, place in enumerate(PLACES)])
    write("air_trend", "pollutant year ratio",
          [(pollutant, year, .98 ** (year - 2022)) for pollutant in ("no2", "pm25") for year in YEARS])
    write("earnings", "sex age_from qualification weekly",
          [(sex, age, level, pay * factor) for sex in SEXES for age, pay in ((16, 250.), (25, 480.), (60, 380.))
           for level, factor in (("none", .8), ("level_1_2", .9), ("level_3", 1.), ("level_4", 1.3))])
    write("other_income", "economic_status imd_decile weekly",
          [(status, decile, pounds) for status, pounds in (("retired", 100.), ("education", 120.))
           for decile in DECILES])
    write("benefits", "benefit weekly standing",
          [(name, pounds, "assumed") for name, pounds in (
              ("universal_credit_single", 77.), ("universal_credit_couple", 121.), ("universal_credit_child", 56.),
              ("universal_credit_no_work", 81.), ("universal_credit_work_allowance_rent", 79.),
              ("universal_credit_work_allowance", 132.), ("state_pension", 185.), ("pension_credit_single", 183.),
              ("pension_credit_couple", 279.), ("child_benefit_first", 22.), ("child_benefit_next", 14.),
              ("rent_allowance_no_child", 90.), ("rent_allowance_one_child", 110.),
              ("rent_allowance_more_children", 130.))])
    write("housing_costs", "tenure imd_decile weekly",
          [(tenure, decile, pounds) for tenure, pounds in zip(TENURES, (8., 70., 80., 85., 130., 8.))
           for decile in DECILES])
    write("home_energy", "tenure share", [(tenure, .6) for tenure in TENURES])
    write("fuel_costs", "accommodation weekly", [(home, pounds) for home, pounds in zip(HOUSES, (40., 32., 15.))])
    write("poverty_places", "place children_in_poverty fuel_poverty",
          [(place, .42 - .035 * decile, .22 - .012 * decile) for place, (_, decile) in PLACES.items()])
    write("screening", "programme label sex age_from age_to months_counted months_between share",
          [("lungs", "Listening to lungs", "all", 50, 74, 24, 24, .6), ("eyes_16", "Eyes to 40", "female", 16, 39, 36, 36, .7),
           ("eyes_40", "Eyes from 40", "female", 40, 70, 60, 60, .7)])
    write("screening_deciles", "programme imd_decile share",
          [(name, decile, level + .01 * (decile - 5)) for name, level in (("lungs", .6), ("eyes_16", .7), ("eyes_40", .7))
           for decile in DECILES])
    write("screening_effects", "programme outcome moves ratio lower upper source standing",
          [("lungs", "river_cough", "late_stage", .5, .3, .8, "invented", "assumed"),
           ("lungs", "river_cough", "case_fatality", .7, .5, .98, "invented", "assumed")])
    write("cancer_stages", "condition late_share late_fatality_ratio source standing",
          [("river_cough", .3, 4, "invented", "assumed")])
    write("wellbeing", "measure sex age_from imd_decile points",
          [("life_satisfaction", sex, 16, decile, 7.2 + .05 * decile) for sex in SEXES for decile in DECILES])
    write("wellbeing_effects", "exposure points", [("loneliness", -1.0), ("low_water", -.8), ("poverty", -.4)])
    write("feeling_safe", "sex age_from imd_decile share",
          [(sex, 11, decile, .4 + .02 * decile) for sex in SEXES for decile in DECILES])
    write("local_influence", "age_from imd_decile share", [(16, decile, .5) for decile in DECILES])
    write("alcohol", "sex age_from imd_decile share",
          [(sex, age, decile, .12) for sex in SEXES for age in (16, 60) for decile in DECILES])
    write("healthy_weight_year_6", "sex imd_decile healthy obese",
          [(sex, decile, .6 + .01 * decile, .2) for sex in SEXES for decile in DECILES])
    write("destinations", "good_level_of_development share", [(0, .88), (1, .96)])
    header = "exposure outcome sex age_from age_to level ratio lower upper measure social source standing"
    write("further_risks", header,
          [("poverty", "low_water", "all", 16, 100, level, ratio, ratio, ratio, "or", 1, "invented", "assumed")
           for level, ratio in ((0, 1.0), (1, 2.0))]
          + [("no2", "river_cough", "all", 30, 100, level, ratio, ratio, ratio, "rr", 0, "invented", "assumed")
             for level, ratio in ((0.0, 1.0), (20.0, 1.3))])
    write("service_circumstances", "exposure service ratio lower upper source",
          [("poverty", "bathhouse", 2.0, 1.5, 2.7, "invented")])


FIGURES = {
    "boys_per_100_girls": 105, "causal_fraction": (.5, .094, .906, "beta"), "communal_residents": 18,
    "development_qualification_odds_ratio": 4, "discharges_per_emergency_admission": 1,
    "economic_turnover_education": .35, "economic_turnover_employed": .08, "economic_turnover_inactive": .1,
    "economic_turnover_retired": .02, "economic_turnover_unemployed": .5, "effect_half_life_factor": 1,
    "good_health_person_sd": .8,
    "households": HOMES, "infant_deaths_in_first_step": .9, "loneliness_place_spread": .4, "lone_parent_partnership_ratio": .5,
    "look_for_same_sex": .03, "children_stay_with_mother": .9, "leave_parents_to_share": .4, "renters_share_again": .2,
    "leave_student_hall": .7, "emigrate_from_parents_ratio": .5, "arrive_alone_ratio": .5, "move_distance_decay": 3,
    "persons_in_shared_home": 3, "arrivals_in_shared_home": 4,
    **{f"students_of_arrivals_{age}": .5 for age in range(17, 25)},
    "mortality_trend_share": 1,
    "partnered_fertility_ratio": 3,
    "student_fertility_ratio": .1, "work_odds_level_1_2": 1, "work_odds_level_3": 1.3, "work_odds_level_4": 1.8,
    "work_odds_none": .6,
    "income_tax_allowance": 242, "income_tax_basic": .2, "income_tax_higher_from": 967, "income_tax_higher": .4,
    "national_insurance_from": 231, "national_insurance_rate": .1325, "national_insurance_upper_rate": .0325,
    "universal_credit_taper": .55, "universal_credit_most_children": 2, "universal_credit_take_up_rent": .9,
    "universal_credit_take_up": .6, "universal_credit_no_work_share": .35, "pension_credit_take_up": .7,
    "earnings_sd": .45, "private_pension_sd": .6, "scale_first_adult": .58, "scale_next_person": .42,
    "scale_child": .2, "poverty_line": 300, "inefficient_fuel_ratio": 1.35, "household_income_a_head": 16000,
    "cold_home_share_of_fuel_poor": .75, "temporary_accommodation_households": 6,
    "temporary_accommodation_families": .6, "temporary_accommodation_exit": .9, "temporary_accommodation_cost": 10000,
    "homelessness_ratio_owned": .5, "homelessness_ratio_social_rent": 1, "homelessness_ratio_private_rent": 2, "homelessness_ratio_poor": 4,
    "state_pension_received_share": 1, "home_of_one_cost_ratio": .8, "home_of_four_cost_ratio": 1.2,
    "screening_persistence": .8,
    "dementia_diagnosed_share": .6, "air_lag_years": 2,
}


def figures():
    """parameters.csv, prices.csv and sources.toml."""
    rows = []
    for name, value in FIGURES.items():
        middle, lower, upper, kind = value if isinstance(value, tuple) else (value, value, value, "fixed")
        rows.append((name, middle, lower, upper, kind, "as in the city", "invented", "", "assumed"))
    write("parameters", "parameter value lower upper distribution unit description source standing", rows)
    write("prices", "year index", [(year, 100.0) for year in YEARS])
    (FOLDER / "sources.toml").write_text(
        "# Everything about Smallbridge is invented.\n\n[source.invented]\ntitle = \"Invented for the tests\"\n"
        "publisher = \"Spires\"\nyear = \"2026\"\nlicence = \"Apache-2.0\"\n", encoding="utf-8")


if __name__ == "__main__":
    for make in (places_and_people, homes, work_and_school, lives, habits, health, wider, figures):
        make()
