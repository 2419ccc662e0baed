"""Single figures of schooling, work and loneliness."""

from .common import Prepared, fixed


def prepare(read):
    """Rows of parameters.csv."""
    work = "Odds of work against a person with level 1 or 2 of the same age and decile, when the status is drawn anew"
    return Prepared(parameters=[
        fixed("development_qualification_odds_ratio", 2.06, "odds ratio",
              "Higher qualification after a good level of development at 5 against none; half (on the log) of the 4.26 "
              "that 77 against 44 % with level 2 at 16 means, since social background explains part",
              "warburton_2024", "fitted"),
        fixed("work_odds_none", 0.6, "odds ratio", work),
        fixed("work_odds_level_1_2", 1.0, "odds ratio", work),
        fixed("work_odds_level_3", 1.3, "odds ratio", work),
        fixed("work_odds_level_4", 1.8, "odds ratio", work),
        fixed("loneliness_place_spread", 0.6, "ratio",
              "Loneliness between the least and the most lonely place of the city, against the mean, beyond deprivation"),
    ])
