"""People in communal establishments at mid-2022: student halls, care homes and others."""

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, fixed, rounded
from .ward_turnover import young_by_ward
from .population import OLDEST, ward_people
from .published import chosen

BANDS = [0, 15, 18, 19, 20, 21, 22, 25, 35, 50, 65, 75, 85]
TOTALS = {"student_hall": 7600.0, "care_home": 1900.0, "other": 1000.0}
HALL_AGES = {18: 0.14, 19: 0.37, 20: 0.21, 21: 0.13, 22: 0.15}      # where students in halls are, by band
HALL_WARDS = ("E05001228", "E05001231", "E05001232")                 # St Michael's, Wainbody, Westwood
MOST_IN_HALLS = 0.62          # of a ward's people at an age and sex
CARE_AGES = {(FEMALE, 50): 0.03, (FEMALE, 65): 0.05, (FEMALE, 75): 0.18, (FEMALE, 85): 0.42,
             (MALE, 50): 0.04, (MALE, 65): 0.05, (MALE, 75): 0.10, (MALE, 85): 0.13}
OTHER_AGES = {0: 0.02, 15: 0.02, 18: 0.02, 19: 0.02, 20: 0.03, 21: 0.03, 22: 0.12, 25: 0.30, 35: 0.26, 50: 0.13,
              65: 0.05}
OTHER_MEN = 0.66
OTHER_CENTRE, CENTRE = 0.35, "E05001228"    # share of other places that lies in St Michael's


def band_people(ages):
    """Persons by band from single ages."""
    ends = BANDS[1:] + [OLDEST + 1]
    return {start: sum(ages[start:end]) for start, end in zip(BANDS, ends)}


def halls(read, room):
    """Students in halls by (ward, sex, band), by where students came to, at most a share of the people there."""
    young = young_by_ward(read)
    weights = {ward: young[ward][0] for ward in HALL_WARDS}
    result = {}
    for band, share in HALL_AGES.items():
        left = TOTALS["student_hall"] * share
        wanted = {(w, sex): weights[w] * room[w, sex][band] for w in weights for sex in SEXES}
        most = {key: MOST_IN_HALLS * room[key][band] for key in wanted}
        taken = dict.fromkeys(wanted, 0.0)
        for _ in range(50):
            open_to = {key: weight for key, weight in wanted.items() if taken[key] < most[key] - 1e-9}
            if left < 1e-6 or not open_to:
                break
            total = sum(open_to.values())
            for key, weight in open_to.items():
                taken[key] = min(most[key], taken[key] + left * weight / total)
            left = TOTALS["student_hall"] * share - sum(taken.values())
        result.update({(w, sex, band): value for (w, sex), value in taken.items()})
    return result


def care_homes(room):
    """Residents of care homes by (ward, sex, band), by where people of the age live."""
    result = {}
    for (sex, band), share in CARE_AGES.items():
        whole = sum(room[ward, s][band] for ward, s in room if s == sex)
        for ward, s in room:
            if s == sex:
                result[ward, sex, band] = TOTALS["care_home"] * share * room[ward, sex][band] / whole
    return result


def others(room):
    """Residents of hostels, wards and other places by (ward, sex, band)."""
    result = {}
    for band, share in OTHER_AGES.items():
        for sex, part in ((MALE, OTHER_MEN), (FEMALE, 1 - OTHER_MEN)):
            whole = sum(room[ward, s][band] for ward, s in room if s == sex)
            for ward, s in room:
                if s == sex:
                    here = (1 - OTHER_CENTRE) * room[ward, sex][band] / whole + OTHER_CENTRE * (ward == CENTRE)
                    result[ward, sex, band] = TOTALS["other"] * share * part * here
    return result


def communal(read):
    """Persons by (ward, kind, sex, band), for every combination."""
    room = {key: band_people(ages) for key, ages in ward_people(read).items()}
    kinds = {"student_hall": halls(read, room), "care_home": care_homes(room), "other": others(room)}
    return {(ward, kind, sex, band): round(cells.get((ward, sex, band), 0.0), 1)
            for kind, cells in kinds.items() for ward, sex in room for band in BANDS}


def in_households(read):
    """Persons in private households by (sex, single age): each band's residents of communal places taken off evenly."""
    cells, result = communal(read), {}
    ends = dict(zip(BANDS, BANDS[1:] + [OLDEST + 1]))
    for (ward, sex), ages in ward_people(read).items():
        for band, people in band_people(ages).items():
            away = sum(cells[ward, kind, sex, band] for kind in TOTALS)
            for age in range(band, ends[band]):
                kept = ages[age] * (1 - away / people) if people else 0.0
                result[sex, age] = result.get((sex, age), 0.0) + kept
    return result


def prepare(read):
    """communal.csv."""
    rows = [(ward, kind, sex, band, rounded(persons)) for (ward, kind, sex, band), persons
            in sorted(communal(read).items())]
    total = sum(row[-1] for row in rows)
    return Prepared(
        tables=[Table("communal.csv", "People in communal establishments at mid-2022",
                      [Column("ward_code", "string", "ward"),
                       Column("kind", "string", "student_hall, care_home or other"),
                       Column("sex", "string", "female or male"),
                       Column("age_from", "integer", "first year of the band, the last is open"),
                       Column("persons", "number", "residents, not whole")], rows, ["ons_ward_mid_2022"], "assumed",
                      "Assumed totals: 7,600 in halls in St Michael's, Wainbody and Westwood by where students came to "
                      "(at most 62 % of the ward's people of an age and sex), 1,900 in care homes by where the old "
                      "live, 1,000 elsewhere, a third of them in the centre. Age and sex near communal establishments "
                      "of England and Wales, unchecked.")],
        parameters=[fixed("communal_residents", rounded(total), "persons",
                          "People in communal establishments at mid-2022, the sum of communal.csv")],
        sources=chosen("ons_ward_mid_2022"))
