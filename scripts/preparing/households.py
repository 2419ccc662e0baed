"""How many households there are, who lives with whom, and how large households are."""

from .census import composition_shares
from .common import FEMALE, MALE, SEXES, Column, Prepared, Table, fixed, rounded
from .communal import in_households
from .population import OLDEST
from .published import chosen

HOUSEHOLDS = 138500.0         # mid-2022: 134,146 at the census, grown with the people; 2.49 persons each
ARRANGEMENTS = ("child", "couple", "lone_parent", "alone", "sharing")
BANDS = [0, 16, 18, 20, 22, 25, 30, 35, 45, 55, 65, 75, 85]
# Shapes by age of people in private households, near England and Wales 2021, unchecked, before fitting to the totals.
SHAPES = {
    FEMALE: {0: (0.985, 0, 0, 0, 0.015), 16: (0.94, 0.002, 0.002, 0.006, 0.05), 18: (0.62, 0.03, 0.02, 0.03, 0.30),
             20: (0.42, 0.11, 0.05, 0.05, 0.37), 22: (0.33, 0.24, 0.07, 0.07, 0.29), 25: (0.18, 0.45, 0.11, 0.09, 0.17),
             30: (0.08, 0.61, 0.14, 0.08, 0.09), 35: (0.04, 0.66, 0.18, 0.07, 0.05), 45: (0.03, 0.65, 0.16, 0.11, 0.05),
             55: (0.015, 0.66, 0.07, 0.20, 0.055), 65: (0.004, 0.61, 0.03, 0.29, 0.066),
             75: (0, 0.42, 0.035, 0.46, 0.085), 85: (0, 0.18, 0.05, 0.64, 0.13)},
    MALE: {0: (0.985, 0, 0, 0, 0.015), 16: (0.945, 0.001, 0, 0.004, 0.05), 18: (0.66, 0.01, 0.001, 0.03, 0.299),
           20: (0.51, 0.05, 0.001, 0.06, 0.379),
           22: (0.44, 0.15, 0.002, 0.09, 0.318), 25: (0.29, 0.36, 0.004, 0.14, 0.206),
           30: (0.14, 0.56, 0.007, 0.16, 0.133), 35: (0.08, 0.66, 0.015, 0.165, 0.08),
           45: (0.05, 0.66, 0.03, 0.19, 0.07), 55: (0.025, 0.68, 0.025, 0.21, 0.06),
           65: (0.006, 0.72, 0.012, 0.215, 0.047), 75: (0, 0.69, 0.012, 0.25, 0.048), 85: (0, 0.50, 0.02, 0.41, 0.07)},
}
LONE_PARENTS = {"families_with_dependent_children": 0.27, "other_single_family": 0.18, "other": 0.06}
COUPLES = {"families_with_dependent_children": 0.73, "other_single_family": 0.82, "other": 0.26}
CHILDREN = 112500.0           # of any age living with a parent
SIZES = {                     # households by size 1, 2 … 8 and over (counted as 8.5), before fitting the mean
    "one_person": (1, 0, 0, 0, 0, 0, 0, 0),
    "families_with_dependent_children": (0, 0.13, 0.31, 0.33, 0.145, 0.055, 0.018, 0.012),
    "other_single_family": (0, 0.72, 0.205, 0.06, 0.012, 0.003, 0, 0),
    "other": (0, 0.21, 0.20, 0.19, 0.16, 0.11, 0.06, 0.07),
}
MEMBERS = {"families_with_dependent_children": 3.68, "other_single_family": 2.36}   # mean size; "other" takes the rest


def totals(read):
    """Persons by arrangement in the city's households: what the composition of households asks for."""
    homes = {word: share * HOUSEHOLDS for word, share in composition_shares(read).items()}
    couples = sum(COUPLES[word] * homes[word] for word in COUPLES)
    lone = sum(LONE_PARENTS[word] * homes[word] for word in LONE_PARENTS)
    alone = homes["one_person"]
    return {"child": CHILDREN, "couple": 2 * couples, "lone_parent": lone, "alone": alone,
            "sharing": sum(in_households(read).values()) - CHILDREN - 2 * couples - lone - alone}


def people_in_bands(read):
    """Persons in private households by (sex, band)."""
    result = dict.fromkeys(((sex, band) for sex in SEXES for band in BANDS), 0.0)
    for (sex, age), persons in in_households(read).items():
        result[sex, max(band for band in BANDS if band <= age)] += persons
    return result


def arrangements(read):
    """Shares by (sex, band): the shapes fitted to the totals, as many men as women in couples."""
    people, wanted = people_in_bands(read), totals(read)
    cells = {(sex, band): [people[sex, band] * share for share in SHAPES[sex][band]] for sex, band in people}
    for _ in range(2000):
        for i, word in enumerate(ARRANGEMENTS):
            groups = [(sex,) for sex in SEXES] if word == "couple" else [SEXES]
            for group in groups:
                factor = wanted[word] / len(groups) / sum(row[i] for (sex, _), row in cells.items() if sex in group)
                for key, row in cells.items():
                    if key[0] in group:
                        row[i] *= factor
        for key, row in cells.items():
            factor = people[key] / sum(row)
            cells[key] = [value * factor for value in row]
    return {key: [value / people[key] for value in row] for key, row in cells.items()}


def mean_size(shares):
    """Mean persons a household; 8 and over counts as 8.5."""
    return sum(share * (8.5 if size == 8 else size) for size, share in enumerate(shares, 1))


def tilted(shares, mean):
    """The shares bent by a constant factor a person until they have the mean."""
    low, high = 0.2, 5.0
    for _ in range(200):
        factor = (low * high) ** 0.5
        bent = [share * factor ** size for size, share in enumerate(shares)]
        bent = [value / sum(bent) for value in bent]
        low, high = (factor, high) if mean_size(bent) < mean else (low, factor)
    return bent


def sizes(read):
    """Shares by composition, sizes 1 to 8 and over; together they hold everybody in private households."""
    homes = {word: share * HOUSEHOLDS for word, share in composition_shares(read).items()}
    means = dict(MEMBERS, one_person=1.0)
    held = sum(homes[word] * mean for word, mean in means.items())
    means["other"] = (sum(in_households(read).values()) - held) / homes["other"]
    return {word: list(map(float, SIZES[word])) if word == "one_person" else tilted(SIZES[word], means[word])
            for word in SIZES}


def whole(shares, digits=5):
    """Shares rounded so that they still sum to one: the largest takes the difference."""
    result = [round(share, digits) for share in shares]
    top = result.index(max(result))
    result[top] = round(1 - sum(v for i, v in enumerate(result) if i != top), digits)
    return result


def tables(read):
    """living_arrangements.csv and household_size.csv."""
    living = [(sex, band, word, rounded(share)) for (sex, band), row in sorted(arrangements(read).items())
              for word, share in zip(ARRANGEMENTS, whole(row))]
    size = [(word, n, rounded(share)) for word, row in sorted(sizes(read).items())
            for n, share in enumerate(whole(row), 1)]
    return [
        Table("living_arrangements.csv", "Who lives with whom",
              [Column("sex", "string", "female or male"), Column("age_from", "integer", "first year of the band"),
               Column("arrangement", "string", "child (with a parent, at any age), couple, lone_parent, alone, or "
                      "sharing (with others: students, friends, wider family)"),
               Column("share", "number", "share of people in private households")], living,
              ["census_household_composition", "ons_ward_mid_2022"], "assumed",
              "Shapes by age near England and Wales at the census of 2021, not checked against its tables, fitted to "
              "the city: one person in each one-person household, as many men as women in couples, assumed shares of "
              "couples and lone parents among families "
              "(27 % lone parents with dependent children), 112,500 people living with a parent."),
        Table("household_size.csv", "Size of households by composition",
              [Column("composition", "string", "kind of household"),
               Column("size", "integer", "persons, 8 stands for 8 and over"),
               Column("share", "number", "share of households of the kind")], size,
              ["census_household_composition", "ons_ward_mid_2022"], "assumed",
              "Assumed shapes bent to means of 3.68 persons in families with dependent children and 2.36 in other "
              "single families; other households hold the rest of the people. Their households number 138,500."),
    ]


def prepare(read):
    """Arrangements, sizes and the number of households."""
    people = sum(in_households(read).values())
    return Prepared(
        tables=tables(read),
        parameters=[
            fixed("households", rounded(HOUSEHOLDS), "households",
                  "Private households at mid-2022: 134,146 at the census grown in step with the people; the mean is "
                  f"{people / HOUSEHOLDS:.2f} persons"),
        ],
        sources=chosen("census_household_composition", "ons_ward_mid_2022"))
