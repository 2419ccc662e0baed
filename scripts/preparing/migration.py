"""Who comes to the city and who leaves it: by age and sex, and by ward."""

import math

from .census import margin, TENURES
from .common import SEXES, BadInput, Column, Prepared, Table, number, rounded
from .net_migration import CITY, COMPONENTS, net_migrants, shortfall
from .lifetable import AGES
from .mortality import people_to_100
from .places import ward_of_places
from .population import OLDEST, city_people, ward_people
from .published import chosen
from .solving import bisected

YEAR = "2019"                # mid-2018 to mid-2019, the last year of components at hand
LEAST_RETURN = 0.25          # at any age at least so many come for each one the schedule lets leave; assumed
TURNOVER = {"private_rent": 3.0, "social_rent": 0.6, "owned_outright": 0.35, "mortgage": 0.7,
            "shared_ownership": 0.7, "rent_free": 1.0}    # relative chance to come or go by tenure; assumed
LOCAL_STUDENTS = 0.25        # of 18 to 24 year olds beyond the students who came; assumed


def leaving_schedule(age):
    """Relative chance to leave the city at an age: childhood, working life from 20, a floor; after Rogers and Castro."""
    childhood = 0.045 * math.exp(-0.12 * age)
    work = 0.26 * math.exp(-0.085 * (age - 20) - math.exp(-0.7 * (age - 20)))
    return 0.018 + childhood + work


def recorded_inflow(read):
    """Arrivals in 2018/19 from the rest of the country and from abroad."""
    for r in read(COMPONENTS, "ladcode20", "year", "internal_in", "international_in"):
        if r["ladcode20"] == CITY and r["year"] == YEAR:
            return number(r, "internal_in", COMPONENTS) + number(r, "international_in", COMPONENTS)
    raise BadInput(f"{COMPONENTS}: no row for {CITY} in {YEAR}")


def inflows(people, net, scale):
    """Arrivals by age: what replaces the schedule's leavers and makes the net."""
    leavers = [scale * leaving_schedule(age) * count for age, count in enumerate(people)]
    return [max(n + out, LEAST_RETURN * out) for n, out in zip(net, leavers)]


def spread_oldest(read, net, sex):
    """Net migrants by single age to 100 and over."""
    return people_to_100(read, net, sex)


def flows(read):
    """(net, inflow, outflow) by sex, lists over ages 0 to 100; inflows meet the recorded total."""
    people = {sex: people_to_100(read, city_people(read)[sex], sex) for sex in SEXES}
    net = {sex: spread_oldest(read, net_migrants(read, sex), sex) for sex in SEXES}

    def excess(scale):
        return sum(sum(inflows(people[sex], net[sex], scale)) for sex in SEXES) - recorded_inflow(read)

    scale = bisected(excess, 0.1, 5.0, 1e-9)
    result = {}
    for sex in SEXES:
        coming = inflows(people[sex], net[sex], scale)
        result[sex] = (net[sex], coming, [i - n for i, n in zip(coming, net[sex])])
    return result


def flow_rows(read):
    """Rows of migration.csv, in hundredths of a person, so that net is inflow less outflow as written."""
    rows = []
    for sex, (net, coming, leaving) in sorted(flows(read).items()):
        for age in range(AGES):
            inflow, outflow = round(coming[age], 2), round(leaving[age], 2)
            rows.append((sex, age, rounded(round(inflow - outflow, 2), 8), rounded(inflow, 8), rounded(outflow, 8)))
    return rows


def young_by_ward(read):
    """(came to study, other 18 to 24 year olds) by ward: what 19 to 22 exceed 13 to 17 by, a single year of age."""
    result = {}
    for ward in sorted({w for w, _ in ward_people(read)}):
        ages = [sum(values) for values in zip(*(ward_people(read)[ward, sex] for sex in SEXES))]
        came = max(0.0, sum(ages[19:23]) / 4 - sum(ages[13:18]) / 5)
        result[ward] = (came, max(0.0, sum(ages[18:25]) - 5 * came))
    return result


def student_wards(read):
    """{ward: (share of arrivals, relative chance to leave)} of students."""
    young = young_by_ward(read)
    came = sum(c for c, _ in young.values())
    students = {ward: 5 * c + LOCAL_STUDENTS * other for ward, (c, other) in young.items()}
    ratios = {w: 0.5 + 0.5 * (c / came) / (students[w] / sum(students.values())) for w, (c, _) in young.items()}
    return normalised({w: c / came for w, (c, _) in young.items()}, ratios, students)


def adult_wards(read):
    """{ward: (share of arrivals, relative chance to leave)} of everybody else, by the tenures of the ward."""
    turnover, households = {}, {}
    for (place, tenure), count in margin(read, "household_tenure21_lsoa21", "tenure", TENURES).items():
        ward = ward_of_places(read)[place]
        turnover[ward] = turnover.get(ward, 0.0) + TURNOVER[tenure] * count
        households[ward] = households.get(ward, 0.0) + count
    people = {}
    for (ward, _), ages in ward_people(read).items():
        people[ward] = people.get(ward, 0) + sum(ages)
    ratios = {ward: turnover[ward] / households[ward] for ward in turnover}
    total = sum(people[ward] * ratio for ward, ratio in ratios.items())
    return normalised({w: people[w] * r / total for w, r in ratios.items()}, ratios, people)


def normalised(shares, ratios, people):
    """Departure ratios brought to a mean of one over the people they apply to."""
    mean = sum(people[w] * ratios[w] for w in ratios) / sum(people.values())
    return {ward: (shares[ward], ratios[ward] / mean) for ward in ratios}


def ward_rows(read):
    """Rows of migration_wards.csv; shares sum to one as written."""
    rows = []
    for group, wards in (("adult", adult_wards(read)), ("student", student_wards(read))):
        shares = {ward: round(share, 5) for ward, (share, _) in wards.items()}
        largest = max(shares, key=lambda ward: (shares[ward], ward))
        shares[largest] = round(1 - sum(s for w, s in shares.items() if w != largest), 5)
        rows += [(group, ward, shares[ward], rounded(wards[ward][1], 4)) for ward in sorted(wards)]
    return rows


FLOW_COLUMNS = [
    Column("sex", "string", "female or male"),
    Column("age", "integer", "completed years at the start of the step, 100 stands for 100 and over"),
    Column("net", "number", "inflow less outflow, persons a step"),
    Column("inflow", "number", "persons who come in a step"), Column("outflow", "number", "persons who leave in a step"),
]
WARD_COLUMNS = [
    Column("group", "string", "student: 18 to 24 in education; adult: everybody else, children follow"),
    Column("ward_code", "string", "ward they come to or leave from"),
    Column("arrival_share", "number", "share of the group's arrivals who settle in the ward"),
    Column("departure_ratio", "number", "chance to leave the city against the group's mean"),
]


def prepare(read):
    """migration.csv and migration_wards.csv."""
    worst = max(shortfall(read, sex, net_migrants(read, sex)) for sex in SEXES)
    return Prepared(
        tables=[
            Table("migration.csv", "Migrants by age and sex", FLOW_COLUMNS, flow_rows(read),
                  ["ons_city_mid_2011", "ons_ward_mid_2022", "ons_components", "ons_uk_life_tables"], "fitted",
                  "Net: penalised least squares whose eleven steps from mid-2011, migrants added at the start of each "
                  f"step, meet mid-2022 (worst single age {worst:.1%}); rough at 15 to 26, smooth elsewhere. Inflow "
                  "totals the recorded arrivals of 2018/19; outflow is inflow less net, so what the components leave "
                  "out (unrecorded emigration) falls at 21 to 40. The age shape of the gross flows is assumed: a "
                  "schedule of leaving after Rogers and Castro."),
            Table("migration_wards.csv", "Where arrivals settle and who leaves", WARD_COLUMNS, ward_rows(read),
                  ["ons_ward_mid_2022", "census_tenure"], "assumed",
                  "Students: by how far 19 to 22 year olds exceed 13 to 17 year olds in the ward at mid-2022; they "
                  "leave from where they came to. Others: by people and turnover of the ward's tenures (relative "
                  "chances: private rent 3, mortgage 0.7, social 0.6, owned outright 0.35)."),
        ],
        sources=chosen("ons_city_mid_2011", "ons_ward_mid_2022", "ons_components", "ons_uk_life_tables",
                       "census_tenure"))
