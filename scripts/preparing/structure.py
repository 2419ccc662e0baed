"""Settings of the model's structure: 1 as the model is, other values in `spires run --structure`."""

from .common import Prepared, fixed


def prepare(read):
    """Rows of parameters.csv."""
    return Prepared(parameters=[
        fixed("effect_half_life_factor", 1, "ratio",
              "Half-lives of all effects against those of the scenario files; 0.5 and 2 are settings of the structure"),
        fixed("mortality_trend_share", 1, "share",
              "How much of the projected trend of mortality after mid-2022 is taken, on its logarithm; 0 is a setting "
              "of the structure"),
    ])
