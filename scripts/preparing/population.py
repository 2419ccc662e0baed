"""People by ward and neighbourhood, sex and age at mid-2022."""

from .common import FEMALE, MALE, SEXES, BadInput, Column, Prepared, Table, number, rounded
from .places import residents, ward_of_places
from .published import chosen

WARDS = "population/ward_sex_single_age_mid2022_coventry.csv"
SHAPES = "population/lsoa11_sex_age5_mid2018_coventry.csv"
CHANGES = "geography/lookup_lsoa11_lsoa21_coventry.csv"
SEX_OF = {"F": FEMALE, "M": MALE}
OLDEST = 90
BANDS = list(range(0, OLDEST + 1, 5))
LEAST_SHAPE = 0.25     # persons put in an empty cell, so that what was built since 2018 can fill
ROUNDS = 200


def age_column(age):
    """Heading of a single age in the published tables."""
    return str(age) if age < OLDEST else f"{OLDEST}+"


def band_column(age_from):
    """Heading of a five-year band in the published tables."""
    return f"{age_from:02d}-{age_from + 4:02d}" if age_from < OLDEST else f"{OLDEST}+"


def ward_people(read):
    """Persons at mid-2022 by (ward, sex), a list by age 0 to 90 and over."""
    columns = [age_column(age) for age in range(OLDEST + 1)]
    return {(r["ward_code"], SEX_OF[r["sex"]]): [int(number(r, c, WARDS)) for c in columns]
            for r in read(WARDS, "ward_code", "sex", *columns)}


def city_people(read):
    """Persons at mid-2022 by sex, a list by age 0 to 90 and over."""
    people = ward_people(read)
    return {sex: [sum(ages[a] for (_, s), ages in people.items() if s == sex) for a in range(OLDEST + 1)]
            for sex in SEXES}


def in_bands(ages):
    """Sums of single ages over five-year bands, the last open."""
    return [sum(ages[a:a + 5]) if a < OLDEST else ages[OLDEST] for a in BANDS]


def shapes(read):
    """Mid-2018 persons on the places of 2021, split by census residents: place -> list over sex and band."""
    old = {}
    for r in read(SHAPES, "lsoa11_code", "sex", *[band_column(b) for b in BANDS]):
        old[r["lsoa11_code"], SEX_OF[r["sex"]]] = [number(r, band_column(b), SHAPES) for b in BANDS]
    people, parts = residents(read), {}
    for r in read(CHANGES, "lsoa11_code", "lsoa21_code"):
        parts.setdefault(r["lsoa11_code"], []).append(r["lsoa21_code"])
    cells = {}
    for before, after in parts.items():
        whole = sum(people[place] for place in after)
        for place in after:
            cell = cells.setdefault(place, [0.0] * (2 * len(BANDS)))
            for i, count in enumerate(old[before, FEMALE] + old[before, MALE]):
                cell[i] += count * people[place] / whole
    return cells


def rake(cells, row_sums, column_sums):
    """Iterative proportional fitting of {row: [cells]} to both margins; ends on the columns."""
    cells = {row: [max(value, LEAST_SHAPE) for value in values] for row, values in cells.items()}
    for _ in range(ROUNDS):
        for row, values in cells.items():
            factor = row_sums[row] / sum(values)
            cells[row] = [value * factor for value in values]
        factors = [want / sum(values[i] for values in cells.values()) for i, want in enumerate(column_sums)]
        cells = {row: [value * f for value, f in zip(values, factors)] for row, values in cells.items()}
    return cells


def place_people(read):
    """Persons at mid-2022 by place: list over female then male bands; meets ward, sex and band exactly."""
    ward_of, people, seeds, by_ward = ward_of_places(read), residents(read), shapes(read), ward_people(read)
    raked = {}
    for ward in sorted(set(ward_of.values())):
        inside = sorted(place for place in ward_of if ward_of[place] == ward)
        columns = in_bands(by_ward[ward, FEMALE]) + in_bands(by_ward[ward, MALE])
        scale = sum(columns) / sum(people[place] for place in inside)
        raked.update(rake({p: seeds[p] for p in inside}, {p: people[p] * scale for p in inside}, columns))
    return raked


def people_by_decile(read, decile_of):
    """Persons at mid-2022 by (sex, decile), ages 0 to 90 and over: each place takes its ward's ages in a band."""
    ward_of, by_ward, result = ward_of_places(read), ward_people(read), {}
    for place, cells in place_people(read).items():
        for s, sex in enumerate((FEMALE, MALE)):
            ages = by_ward[ward_of[place], sex]
            total = in_bands(ages)
            into = result.setdefault((sex, decile_of[place]), [0.0] * (OLDEST + 1))
            for age in range(OLDEST + 1):
                band = min(age, OLDEST) // 5
                if total[band]:
                    into[age] += cells[s * len(BANDS) + band] * ages[age] / total[band]
    return result


POPULATION_COLUMNS = [
    Column("ward_code", "string", "ward of residence"), Column("sex", "string", "female or male"),
    Column("age", "integer", "completed years, 90 stands for 90 and over"),
    Column("persons", "integer", "residents at mid-2022"),
]
PLACE_COLUMNS = [
    Column("place", "string", "lower-layer super output area of 2021"), Column("sex", "string", "female or male"),
    Column("age_from", "integer", "first year of the five-year band, 90 is open"),
    Column("persons", "number", "residents at mid-2022, not whole"),
]


def place_rows(read):
    """Rows of place_population.csv."""
    rows = []
    for place, cells in sorted(place_people(read).items()):
        for s, sex in enumerate((FEMALE, MALE)):
            rows += [(place, sex, band, rounded(round(cells[s * len(BANDS) + i], 3), 7))
                     for i, band in enumerate(BANDS)]
    return rows


def prepare(read):
    """population.csv and place_population.csv."""
    rows = [(ward, sex, age, persons) for (ward, sex), ages in sorted(ward_people(read).items())
            for age, persons in enumerate(ages)]
    if not rows:
        raise BadInput(f"{WARDS}: holds no wards")
    return Prepared(
        tables=[
            Table("population.csv", "Residents by ward, sex and age at mid-2022", POPULATION_COLUMNS, rows,
                  ["ons_ward_mid_2022"], "published", "As published, one count a row."),
            Table("place_population.csv", "Residents by neighbourhood, sex and five-year band at mid-2022",
                  PLACE_COLUMNS, place_rows(read), ["ons_lsoa_mid_2018", "census_residents", "ons_ward_mid_2022",
                                                    "ons_geography"], "fitted",
                  "Shapes of mid-2018 on the areas of 2011, put on the areas of 2021 (splits by census residents), "
                  "raked within the ward to census residents of each area and to mid-2022 ward, sex and band."),
        ],
        sources=chosen("ons_ward_mid_2022", "ons_lsoa_mid_2018", "census_residents", "ons_geography"))
