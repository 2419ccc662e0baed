"""Children in poverty and fuel-poor households by place: what the household economy is solved for in the base."""

from .common import Column, Parameter, Prepared, Table, fixed, number, rounded
from .spreading import chance, log_odds
from .wider_sources import wider

CHILD_POVERTY = "indicators/child_poverty_ahc_2015_2024_coventry_constituencies.csv"
FUEL_POVERTY = "indicators/fuel_poverty_2025release_coventry_constituencies.csv"
INDICATORS = "deprivation/imd2025_england_lsoa21_indicators_coventry.csv"
SCORES = "deprivation/imd2025_england_lsoa21_coventry.csv"
IDACI = "income_deprivation_affecting_children_index_idaci_numerator"
AGES = "population/lsoa11_sex_age5_mid2018_coventry.csv"
SUCCESSORS = "geography/lookup_lsoa11_lsoa21_coventry.csv"
HOUSEHOLDS = "census2021/household_tenure21_lsoa21_coventry.csv"
SHRINKING = 0.85                   # of the log-odds: children of 2018 under numerators of 2025 overstate (assumed)
FUEL_SLOPE = 2.2                    # log-odds of fuel poverty per unit of the income score (assumed)


def children(read):
    """Children under 16 of each place: the shape of 2018, a fifth of the band from 15 taken."""
    successors = {}
    for row in read(SUCCESSORS, "lsoa11_code", "lsoa21_code"):
        successors.setdefault(row["lsoa11_code"], []).append(row["lsoa21_code"])
    totals = {}
    for row in read(AGES, "lsoa11_code", "90+"):
        under = sum(number(row, name, AGES) for name in row if name[:2].isdigit() and int(name[:2]) < 15)
        under += sum(number(row, name, AGES) for name in row if name[:2] == "15") / 5
        for place in successors[row["lsoa11_code"]]:
            totals[place] = totals.get(place, 0.0) + under / len(successors[row["lsoa11_code"]])
    return totals


def households(read):
    """Private households of each place at the census."""
    totals = {}
    for row in read(HOUSEHOLDS, "lsoa21_code", "n"):
        totals[row["lsoa21_code"]] = totals.get(row["lsoa21_code"], 0.0) + number(row, "n", HOUSEHOLDS)
    return totals


def constituency_shares(read):
    """Share of children in poverty (2022/23) and of households in fuel poverty by the city as a whole."""
    poor = sum(number(row, "Number 2022/23", CHILD_POVERTY) for row in read(CHILD_POVERTY, "Number 2022/23"))
    all_children = sum(number(row, "Number 2022/23", CHILD_POVERTY) / number(row, "Percentage 2022/23", CHILD_POVERTY)
                       * 100 for row in read(CHILD_POVERTY, "Percentage 2022/23"))
    homes = "Number of households"
    cold = sum(number(row, f"{homes} in fuel poverty", FUEL_POVERTY) for row in read(FUEL_POVERTY, homes))
    return poor / all_children, cold / sum(number(row, homes, FUEL_POVERTY) for row in read(FUEL_POVERTY, homes))


def solve(city, weights, log_odds_of):
    """Shares by place whose log-odds differ as given, with the city's mean."""
    low, high, total = -8.0, 8.0, sum(weights.values())
    for _ in range(60):
        shift = (low + high) / 2
        mean = sum(weights[place] * chance(shift + odds) for place, odds in log_odds_of.items()) / total
        low, high = (shift, high) if mean < city else (low, shift)
    return {place: chance(shift + odds) for place, odds in log_odds_of.items()}


def rows(read):
    """poverty_places.csv."""
    under_16, homes = children(read), households(read)
    city_children, city_fuel = constituency_shares(read)
    poor = {}
    for row in read(INDICATORS, "lsoa21_code", IDACI):
        counted = number(row, IDACI, INDICATORS) if (row[IDACI] or "").strip() else 10.0
        share = counted / max(30.0, under_16[row["lsoa21_code"]])
        poor[row["lsoa21_code"]] = SHRINKING * log_odds(min(0.90, max(0.03, share)))
    fuel = {row["lsoa21_code"]: FUEL_SLOPE * number(row, "Income_score", SCORES)
            for row in read(SCORES, "lsoa21_code", "Income_score")}
    child, cold = solve(city_children, under_16, poor), solve(city_fuel, homes, fuel)
    return [(place, rounded(child[place], 4), rounded(cold[place], 4)) for place in sorted(poor)]


def homelessness():
    """Figures of homelessness; the duties themselves are a service."""
    tables = "mhclg_homelessness_2023"
    return [
        fixed("temporary_accommodation_households", 949, "households", "In temporary accommodation at mid-year",
              tables, "published"),
        fixed("temporary_accommodation_families", 0.63, "share",
              "Of households in temporary accommodation, with dependent children (England, December 2023)", tables,
              "published"),
        Parameter("temporary_accommodation_exit", 0.90, 0.65, 1.25, "lognormal", "1/year",
                  "Rate of leaving temporary accommodation for a home", "", "assumed"),
        fixed("temporary_accommodation_cost", 12_500, "pounds a household and year",
              "What a home in temporary accommodation costs the council, all of it (pounds of 2022)"),
        *(Parameter(f"homelessness_ratio_{name}", ratio, lower, upper, "lognormal", "ratio",
                    f"Rate of coming into temporary accommodation {words}", "", "assumed")
          for name, ratio, lower, upper, words in (
              ("owned", 0.3, 0.15, 0.6, "of households that own"), ("social_rent", 1.5, 1, 2.25, "from social rent"),
              ("private_rent", 3, 2, 4.5, "from private rent"),
              ("poor", 6, 3, 12, "of poor households, against others of their tenure")))]


def prepare(read):
    """poverty_places.csv and the figures of homelessness."""
    from .health_sources import chosen
    return Prepared(parameters=homelessness(), sources={**chosen("coventry_homelessness_2024"), **wider(
            "end_child_poverty_2024", "imd_2025_children", "desnz_fuel_poverty_2025", "mhclg_homelessness_2023")},
        tables=[Table(
            "poverty_places.csv", "Children in poverty and fuel poverty by place in the base year",
            [Column("place", "string", "code of the place"),
             Column("children_in_poverty", "number", "share of children, after housing costs"),
             Column("fuel_poverty", "number", "share of private households")],
            rows(read), ["end_child_poverty_2024", "imd_2025_children", "desnz_fuel_poverty_2025"], "fitted",
            "The city's 40.9 % (2022/23) and 18.9 % (2023) as published. Over places, children follow the odds of "
            "income-deprived children after housing costs (33,435 in 2025) over the children of each place, shrunk by "
            "0.85 (assumed); fuel poverty follows the income score with an assumed slope.")])
