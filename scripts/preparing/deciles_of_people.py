"""Shares by age and tenth of deprivation that keep the age's own mean."""

import math

from .places import deciles
from .population import OLDEST, people_by_decile

MIDDLE = 5.5


def people_in_bands(read, sexes, bands):
    """Persons by (band, decile) of the named sexes."""
    result = {}
    for (sex, decile), ages in people_by_decile(read, deciles(read)).items():
        if sex in sexes:
            for age in range(bands[0], OLDEST + 1):
                key = (max(band for band in bands if band <= age), decile)
                result[key] = result.get(key, 0.0) + ages[age]
    return result


def bent(shares, steepness, people):
    """{decile: shares} whose log odds against each other change by `steepness` from decile 1 to 10, means kept.

    `people` weighs the deciles, {decile: persons}; the mean over them is `shares`.
    """
    base = list(shares)
    for _ in range(60):
        rows = {}
        for decile in people:
            raw = [b * math.exp(s * (decile - MIDDLE) / 9) for b, s in zip(base, steepness)]
            rows[decile] = [value / sum(raw) for value in raw]
        total = sum(people.values())
        means = [sum(people[d] * rows[d][i] for d in people) / total for i in range(len(base))]
        base = [b * want / mean if mean > 0 else 0.0 for b, want, mean in zip(base, shares, means)]
    return rows
