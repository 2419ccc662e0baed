"""Single figures of schooling, work and loneliness."""

from .common import Parameter, Prepared, fixed


def prepare(read):
    """Rows of parameters.csv."""
    work = "Odds of work against a person with level 1 or 2 of the same age and decile, when the status is drawn anew"
    return Prepared(parameters=[
        fixed("development_qualification_odds_ratio", 4.26, "odds ratio",
              "Higher qualification after a good level of development at 5 against none, what 77 against 44 % with level 2 "
              "at 16 mean; the causal fraction says how much of it counts",
              "warburton_2024", "published"),
        fixed("work_odds_level_1_2", 1.0, "odds ratio", work),
        *(Parameter(f"work_odds_{level}", ratio, lower, upper, "lognormal", "odds ratio", work, "", "assumed")
          for level, ratio, lower, upper in (("none", 0.6, 0.45, 0.8), ("level_3", 1.3, 1.1, 1.54), ("level_4", 1.8, 1.4, 2.31))),
        fixed("loneliness_place_spread", 0.6, "ratio",
              "Loneliness between the least and the most lonely place of the city, against the mean, beyond deprivation"),
    ])
