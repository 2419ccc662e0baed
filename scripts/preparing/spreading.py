"""Shares that follow deprivation: one level for the city, an even slope in log-odds over the deciles."""

import math

from .health_city import DECILES, decile_shares


def chance(log_odds):
    """The share at some log-odds."""
    return 1 / (1 + math.exp(-log_odds))


def log_odds(share):
    """Log-odds of a share."""
    return math.log(share / (1 - share))


def moved(share, by):
    """A share whose log-odds move."""
    return chance(log_odds(share) + by)


def shares_by_group(city, groups, slope):
    """Share of every group and decile at a city level.

    `groups` maps a group to (lean in log-odds, persons by decile); `slope` is the log-odds of decile 10 less decile 1.
    Returns {(group, decile): share} whose mean over all persons is the city's level.
    """
    def at(level, lean, decile):
        return chance(level + lean + slope * (decile - 5.5) / 9)

    persons = sum(sum(people) for _, people in groups.values())
    low, high = -12.0, 12.0
    for _ in range(60):
        level = (low + high) / 2
        mean = sum(count * at(level, lean, decile) for lean, people in groups.values()
                   for decile, count in zip(DECILES, people)) / persons
        low, high = (level, high) if mean < city else (low, level)
    return {(group, decile): at(level, lean, decile) for group, (lean, _) in groups.items() for decile in DECILES}


def shares_at_ages(read, age_from, age_to):
    """The city's people of some ages by decile, from the five-year bands that hold them."""
    return decile_shares(read, age_from // 5 * 5, age_to)
