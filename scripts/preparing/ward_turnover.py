"""Where people who come settle, and where those who leave lived."""

from .census import TENURES, margin
from .common import SEXES
from .places import ward_of_places
from .population import ward_people

TURNOVER = {"private_rent": 3.0, "social_rent": 0.6, "owned_outright": 0.35, "mortgage": 0.7,
            "shared_ownership": 0.7, "rent_free": 1.0}    # relative chance to come or go by tenure; assumed
LOCAL_STUDENTS = 0.25        # of 18 to 24 year olds beyond the students who came; assumed


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
