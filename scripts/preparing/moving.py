"""How households change and move: leaving home, partnership, separation, moves within the city."""

from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, fixed

MOVE_AGES = (16, 25, 35, 45, 65, 80)
MOVES = {   # a household's moves a year within the city by age of its reference person
    "owned_outright": (0.060, 0.060, 0.040, 0.025, 0.015, 0.015),
    "mortgage": (0.090, 0.080, 0.045, 0.028, 0.018, 0.015),
    "shared_ownership": (0.090, 0.080, 0.050, 0.032, 0.020, 0.015),
    "social_rent": (0.140, 0.085, 0.060, 0.045, 0.030, 0.030),
    "private_rent": (0.330, 0.240, 0.170, 0.120, 0.080, 0.060),
    "rent_free": (0.250, 0.180, 0.120, 0.090, 0.060, 0.050),
}
EVENT_AGES = (16, 18, 20, 22, 25, 30, 35, 45, 55, 65, 75)
EVENTS = {   # events a person-year by age of the person
    ("leave_home", FEMALE): (0.01, 0.06, 0.05, 0.05, 0.04, 0.03, 0.025, 0.015, 0.01, 0.0, 0.0),
    ("leave_home", MALE): (0.01, 0.05, 0.04, 0.045, 0.035, 0.03, 0.025, 0.015, 0.01, 0.0, 0.0),
    ("partnership", FEMALE): (0.003, 0.030, 0.070, 0.100, 0.120, 0.100, 0.060, 0.030, 0.012, 0.004, 0.001),
    ("partnership", MALE): (0.001, 0.015, 0.045, 0.075, 0.105, 0.105, 0.075, 0.040, 0.020, 0.010, 0.003),
    ("separation", FEMALE): (0.100, 0.090, 0.075, 0.055, 0.040, 0.032, 0.026, 0.018, 0.007, 0.002, 0.001),
    ("separation", MALE): (0.100, 0.090, 0.075, 0.055, 0.040, 0.032, 0.026, 0.019, 0.009, 0.003, 0.001),
}

SHARES = (   # how people come to live together who leave, arrive or part
    ("lone_parent_partnership_ratio", 0.35, "ratio", "Partnerships of lone parents against others of the same sex and "
     "age; set so that lone-parent families stay about as many"),
    ("look_for_same_sex", 0.03, "share", "Of those who look for a partner, for one of the same sex; same-sex couples of "
     "the census of 2021, rounded up"),
    ("children_stay_with_mother", 0.9, "share", "Separations with children that leave them and the home with the mother"),
    ("leave_parents_to_share", 0.5, "share", "Of those who leave their parents, into a shared home"),
    ("renters_share_again", 0.2, "share", "Young people who rent alone who share again in a year"),
    ("leave_student_hall", 0.7, "share", "Students in a hall who leave it in a year: most first-year students stay one year"),
    ("emigrate_from_parents_ratio", 0.3, "ratio", "Leaving the city of people who live with their parents against "
     "others of their age: those who leave at 21 to 30 are mostly graduates and others who once came"),
    ("arrive_alone_ratio", 0.4, "ratio", "Single arrivals who head a home of their own against residents of their age: "
     "newcomers share more"),
    ("move_distance_decay", 2.5, "kilometres", "Distance over which moves between wards fall to 1/e"),
    ("persons_in_shared_home", 4, "persons", "People whom a shared home is founded with"),
    ("arrivals_in_shared_home", 6, "persons", "Arrivals whom a shared home is founded with, more than live in one on "
     "average, since later arrivals cannot join it"),
)
STUDENTS_OF_ARRIVALS = {17: 0.75, 18: 0.95, 19: 0.75, 20: 0.6, 21: 0.5, 22: 0.4, 23: 0.3, 24: 0.2}


def prepare(_read):
    """moves.csv and household_rates.csv."""
    moves = [(tenure, age, rate) for tenure, rates in sorted(MOVES.items()) for age, rate in zip(MOVE_AGES, rates)]
    events = [(event, sex, age, rate) for event in ("leave_home", "partnership", "separation") for sex in SEXES
              for age, rate in zip(EVENT_AGES, EVENTS[event, sex])]
    band = Column("age_from", "integer", "first year of the band, the last is open")
    return Prepared(
        parameters=[fixed(*row) for row in SHARES] + [
            fixed(f"students_of_arrivals_{age}", share, "share", f"Arrivals at {age} at the start of the step who come to study")
            for age, share in STUDENTS_OF_ARRIVALS.items()],
        tables=[
            Table("moves.csv", "Moves within the city",
                  [Column("tenure", "string", "tenure of the household"),
                   Column("age_from", "integer", "first year of the band of the reference person's age"),
                   Column("rate", "number", "moves a household-year within the city")], moves, [], "assumed",
                  "Assumed after the English Housing Survey's order of tenures (one private renter in four or five "
                  "moves in a year, one owner in thirty), three moves in four staying within the city."),
            Table("household_rates.csv", "Changes of household",
                  [Column("event", "string", "leave_home (of those living with a parent), partnership (of the "
                          "unpartnered), separation (of the partnered)"),
                   Column("sex", "string", "female or male"), band,
                   Column("rate", "number", "events a person-year; a couple separates at the woman's rate")], events,
                  [], "assumed",
                  "Assumed so that the arrangements by age stay about as they are: what enters couples balances "
                  "separation and widowhood as cohorts pass through the bands."),
        ])
