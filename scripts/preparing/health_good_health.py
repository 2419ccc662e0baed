"""Good health: how many feel well at each age, and how that differs by deprivation, illness and exposure."""

import math

from .common import FEMALE, MALE, SEXES, Column, Prepared, Parameter, Table, fixed, number, rounded
from .health_city import BANDS, decile_shares, uk_death_rates
from .health_sources import chosen

HLE = "mortality/hle_by_age_sex_coventry_england.csv"
HLE_BY_DECILE = "parameters/ons_hle_by_imd_decile_male_2015_17.csv"
# England 2022-24, from healthy years over their share of life; women rounded up
LIFE_EXPECTANCY = {MALE: 79.1, FEMALE: 83.0}
SMOOTHNESS = 100.0
# Log-odds of good health between national deciles 10 and 1, all told. Census 2021: very good at 55-59 19.8 and 46.0 %
# (1.24), good or very good at 65-69 under 50 and 80 % (1.39), less among the young.
TOTAL_GRADIENT = {MALE: 1.25, FEMALE: 1.25}
LEFT_TO_DECILE = 0.75                             # what conditions and exposures do not carry themselves (assumed)
EXPOSURES = (("loneliness", -0.6), ("smoking", -0.3), ("inactivity", -0.5), ("obesity", -0.35), ("unemployment", -0.5))


def england_life_table(read, sex):
    """Survivors at the start of each band and years lived in it, UK rates of 2023 moved to England's expectancy."""
    rates = uk_death_rates(read, 2023)[sex]
    low, high = 0.5, 2.0
    for _ in range(50):
        factor = (low + high) / 2
        alive, lived = [1.0], []
        for age in range(100):
            alive.append(alive[-1] * math.exp(-factor * rates[age]))
            lived.append((alive[-1] + alive[-2]) / 2)
        lived.append(alive[100] / (factor * rates[100]))
        low, high = (factor, high) if sum(lived) > LIFE_EXPECTANCY[sex] else (low, factor)
    ends = BANDS[1:] + (101,)
    return [alive[start] for start in BANDS], [sum(lived[start:end]) for start, end in zip(BANDS, ends)]


def solve(matrix, values):
    """Gaussian elimination with pivoting."""
    rows = [list(line) + [value] for line, value in zip(matrix, values)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column])]
    answer = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * answer[column] for column in range(row + 1, size))
        answer[row] = (rows[row][size] - known) / rows[row][row]
    return answer


def smoothest(equations, targets):
    """Shares by band that meet the healthy years of all ages within rounding and bend as little as they can."""
    size = len(BANDS)
    lines = [list(line) for line in equations]
    values = list(targets)
    for middle in range(2, size - 1):             # second differences between the five-year bands
        line = [0.0] * size
        line[middle - 1], line[middle], line[middle + 1] = (math.sqrt(SMOOTHNESS) * w for w in (1, -2, 1))
        lines.append(line)
        values.append(0.0)
    for first in (0, 1):                          # under one and one to four are alike
        line = [0.0] * size
        line[first], line[first + 1] = 30.0, -30.0
        lines.append(line)
        values.append(0.0)
    normal = [[sum(line[i] * line[j] for line in lines) for j in range(size)] for i in range(size)]
    return solve(normal, [sum(line[i] * value for line, value in zip(lines, values)) for i in range(size)])


def good_health(read, sex):
    """England's share in good health by band: Sullivan's sum turned round, and smoothed."""
    alive, lived = england_life_table(read, sex)
    wanted = {row["age_group"]: number(row, "hle", HLE) for row in read(HLE, "area_code", "period", "sex", "hle")
              if row["area_code"] == "E92000001" and row["period"] == "2022 to 2024" and row["sex"].lower() == sex}
    by_start = {0 if name == "<1" else int(name.replace("+", "")[:2]): years for name, years in wanted.items()}
    equations = [[lived[j] / alive[i] if j >= i else 0.0 for j in range(len(BANDS))] for i in range(len(BANDS))]
    return smoothest(equations, [by_start[start] for start in BANDS])


def decile_log_odds(read, sex):
    """Log-odds by decile around the city's mean; the steps follow healthy life expectancy by decile."""
    years = [number(row, "hle_birth", HLE_BY_DECILE) for row in read(HLE_BY_DECILE, "imd_decile", "hle_birth")]
    steps = [(year - years[0]) / (years[-1] - years[0]) * TOTAL_GRADIENT[sex] * LEFT_TO_DECILE for year in years]
    mean = sum(step * share for step, share in zip(steps, decile_shares(read)))
    return [step - mean for step in steps]


def targets(read):
    """healthy_life_expectancy.csv: the city's at birth; England's at 65 only to see where one stands."""
    rows = []
    for row in read(HLE, "area_code", "period", "sex", "age_group", "hle"):
        place = (row["area_code"], row["age_group"])
        if row["period"] == "2022 to 2024" and place in (("E08000026", "<1"), ("E92000001", "65 to 69")):
            age = 0 if row["age_group"] == "<1" else 65
            rows.append((row["sex"].lower(), age, number(row, "hle", HLE), row["area_name"],
                         "target" if age == 0 else "orientation"))
    return sorted(rows)


def parameters():
    """How long a person's own luck with health lasts, and how far social exposures are causes."""
    return [
        fixed("good_health_person_sd", 0.8, "log-odds", "spread of a person's lasting effect on good health"),
        Parameter("causal_fraction", 0.5, 0.094, 0.906, "beta", "fraction",
                  "share of the log ratio of a social exposure that is cause, Beta(2,2), drawn once for each exposure",
                  "", "assumed"),
    ]


def prepare(read):
    """good_health.csv, good_health_deciles.csv, good_health_exposures.csv and healthy_life_expectancy.csv."""
    sex = Column("sex", "string", "female or male")
    levels = [(s, band, rounded(share, 4)) for s in SEXES for band, share in zip(BANDS, good_health(read, s))]
    deciles = [(s, decile, rounded(odds, 4)) for s in SEXES for decile, odds in enumerate(decile_log_odds(read, s), 1)]
    return Prepared(parameters=parameters(), sources=chosen(
        "ons_hle_2022_2024", "ons_projected_mortality", "census_general_health", "ons_hle_by_decile"), tables=[
        Table("good_health.csv", "Share in good or very good health, England 2022-24",
              [sex, Column("age_from", "integer", "first year of the band"), Column("share", "number", "share")],
              levels, ["ons_hle_2022_2024", "ons_projected_mortality"], "fitted",
              "Healthy life expectancy of every age turned round by Sullivan's method on UK rates moved to England's "
              "life expectancy, and smoothed."),
        Table("good_health_deciles.csv", "Log-odds of good health by deprivation decile",
              [sex, Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("log_odds", "number", "difference from the city's mean, conditions and exposures being equal")],
              deciles, ["census_general_health", "ons_hle_by_decile"], "fitted",
              "1.25 between deciles 1 and 10 (Census 2021: 1.24 and 1.39 at two ages), steps as in men's healthy life "
              "expectancy by decile; three quarters of it left to the decile itself (assumed), the rest is carried by "
              "conditions and exposures."),
        Table("good_health_exposures.csv", "Log-odds of good health by exposure",
              [Column("exposure", "string", "loneliness, smoking (current), inactivity (under 30 minutes a week), "
                      "obesity (30 kg/m2 or more), unemployment"), Column("log_odds", "number", "change of log-odds")],
              list(EXPOSURES), [], "assumed", "Assumed."),
        Table("healthy_life_expectancy.csv", "Healthy life expectancy to be met",
              [sex, Column("age", "integer", "exact age"), Column("years", "number", "years, 2022-24"),
               Column("area", "string", "whose it is"), Column("role", "string", "target, or orientation only")],
              targets(read), ["ons_hle_2022_2024"], "published",
              "As published; the city's is known to about 3.5 years."),
    ])
