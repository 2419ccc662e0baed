"""What adults have learnt and what they do: qualification and economic status by age and deprivation."""

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, rounded
from .deciles_of_people import bent, people_in_bands
from .households import whole
from .ward_turnover import LOCAL_STUDENTS, young_by_ward
from .published import chosen

QUALIFICATIONS = ("none", "level_1_2", "level_3", "level_4")
# By age, city: near England and Wales 2021, unchecked (none 18 %, level 4 34 %), the old less taught as in
# Understanding Society; students raise level 3 at 18 to 24; the city a little below the country.
LEARNT = {16: (0.33, 0.64, 0.03, 0.0), 18: (0.09, 0.30, 0.60, 0.01), 20: (0.07, 0.23, 0.55, 0.15),
          25: (0.10, 0.25, 0.20, 0.45), 35: (0.13, 0.26, 0.15, 0.46), 45: (0.16, 0.32, 0.15, 0.37),
          55: (0.22, 0.36, 0.15, 0.27), 65: (0.33, 0.33, 0.12, 0.22), 75: (0.48, 0.28, 0.09, 0.15)}
LEARNT_SLOPE = (-1.1, -0.3, 0.2, 0.9)         # change in log odds from the most to the least deprived tenth

STATUSES = ("employed", "unemployed", "education", "inactive", "retired")
# By sex and age, main activity, city: employment near Understanding Society 2021, students many at 18 to 22.
DOING = {
    FEMALE: {16: (0.06, 0.03, 0.87, 0.04, 0), 18: (0.20, 0.05, 0.69, 0.06, 0), 20: (0.285, 0.045, 0.60, 0.07, 0),
             22: (0.51, 0.05, 0.35, 0.09, 0), 25: (0.745, 0.045, 0.085, 0.125, 0), 30: (0.77, 0.035, 0.035, 0.16, 0),
             35: (0.785, 0.03, 0.02, 0.165, 0), 45: (0.80, 0.028, 0.012, 0.155, 0.005),
             55: (0.69, 0.025, 0.005, 0.19, 0.09), 60: (0.515, 0.02, 0.003, 0.172, 0.29),
             65: (0.20, 0.005, 0.002, 0.043, 0.75), 70: (0.08, 0.001, 0.001, 0.018, 0.90),
             75: (0.02, 0, 0, 0.01, 0.97)},
    MALE: {16: (0.06, 0.04, 0.86, 0.04, 0), 18: (0.23, 0.07, 0.64, 0.06, 0), 20: (0.325, 0.06, 0.555, 0.06, 0),
           22: (0.555, 0.06, 0.325, 0.06, 0), 25: (0.805, 0.05, 0.08, 0.065, 0), 30: (0.86, 0.045, 0.03, 0.065, 0),
           35: (0.873, 0.04, 0.012, 0.075, 0), 45: (0.857, 0.035, 0.005, 0.098, 0.005),
           55: (0.765, 0.035, 0.002, 0.138, 0.06), 60: (0.615, 0.03, 0.001, 0.144, 0.21),
           65: (0.26, 0.008, 0.001, 0.041, 0.69), 70: (0.12, 0.002, 0, 0.018, 0.86), 75: (0.035, 0, 0, 0.01, 0.955)},
}
DOING_SLOPE = (0.0, -1.2, 0.0, -1.4, 0.1)


def learning_rows(read):
    """Rows of qualification.csv."""
    people, rows = people_in_bands(read, SEXES, list(LEARNT)), []
    for band, shares in LEARNT.items():
        by_decile = bent(shares, LEARNT_SLOPE, {d: people[band, d] for d in range(1, 11)})
        rows += [(band, decile, word, rounded(share)) for decile, row in sorted(by_decile.items())
                 for word, share in zip(QUALIFICATIONS, whole(row))]
    return rows


def doing_rows(read):
    """Rows of economic_status.csv."""
    rows = []
    for sex in SEXES:
        people = people_in_bands(read, (sex,), list(DOING[sex]))
        for band, shares in DOING[sex].items():
            by_decile = bent(shares, DOING_SLOPE, {d: people[band, d] for d in range(1, 11)})
            rows += [(sex, band, decile, word, rounded(share)) for decile, row in sorted(by_decile.items())
                     for word, share in zip(STATUSES, whole(row))]
    return rows


def student_rows(read):
    """Rows of students.csv: share of 18 to 24 year olds in education by ward."""
    return [(ward, rounded((5 * came + LOCAL_STUDENTS * other) / (5 * came + other), 4))
            for ward, (came, other) in sorted(young_by_ward(read).items())]


BAND = Column("age_from", "integer", "first year of the band, from 16")
DECILE = Column("imd_decile", "integer", "tenth of England of the place, 1 most deprived")


def prepare(read):
    """qualification.csv and economic_status.csv."""
    return Prepared(
        tables=[
            Table("qualification.csv", "Highest qualification by age and deprivation",
                  [BAND, DECILE, Column("qualification", "string", "none, level_1_2 (GCSE; apprenticeship and other "
                                        "among them), level_3 (A level), level_4 (degree and above)"),
                   Column("share", "number", "share of people")], learning_rows(read),
                  ["understanding_society", "ons_ward_mid_2022", "imd_2025"], "assumed",
                  "Shapes by age near England and Wales at the census of 2021, unchecked, and Understanding Society; "
                  "log odds change by -1.1, -0.3, 0.2 and 0.9 from the most to the least deprived tenth (assumed), each "
                  "age's mean kept."),
            Table("economic_status.csv", "Main activity by sex, age and deprivation",
                  [Column("sex", "string", "female or male"), BAND, DECILE,
                   Column("status", "string", "employed, unemployed, education, inactive or retired; a student with a "
                          "job is in education"), Column("share", "number", "share of people")], doing_rows(read),
                  ["understanding_society", "ons_ward_mid_2022", "imd_2025"], "assumed",
                  "Assumed by age near Understanding Society 2021, so that 68 % of 16 to 64 year olds work as their "
                  "main activity (71 to 72 % with students who also work, as surveys count), 5 to 6 % of the active "
                  "are unemployed and two universities fill 18 to 22; "
                  "unemployment and inactivity steeper with deprivation (log odds -1.2 and -1.4), ages' means kept."),
            Table("students.csv", "Students by ward",
                  [Column("ward_code", "string", "ward"),
                   Column("share", "number", "share of its 18 to 24 year olds in education")], student_rows(read),
                  ["ons_ward_mid_2022"], "assumed",
                  "Those who came to study: five times what a year of age at 19 to 22 exceeds one at 13 to 17; of the "
                  "other 18 to 24 year olds a quarter. Says where the students of economic_status.csv live; everybody "
                  "in a student hall is one."),
        ],
        sources=chosen("understanding_society", "ons_ward_mid_2022", "imd_2025"))
