"""Margins of Census 2021 that the synthetic population is fitted to."""

from .common import BadInput, Column, Prepared, Table, number
from .places import CONSTITUENCIES
from .published import chosen

PERSONS, HOUSEHOLDS = "persons", "households"
COMPOSITION = "census2021/household_composition_coventry_constituencies.csv"
ETHNIC_GROUPS = {
    "Asian, Asian British or Asian Welsh": "asian", "Black, Black British, Black Welsh, Caribbean or African": "black",
    "Mixed or Multiple ethnic groups": "mixed", "White": "white", "Other ethnic group": "other"}
DISABILITY = {"Disabled under the Equality Act": "disabled", "Not disabled under the Equality Act": "not_disabled"}
TENURES = {
    "Owned: Owns outright": "owned_outright", "Owned: Owns with a mortgage or loan": "mortgage",
    "Shared ownership: Shared ownership": "shared_ownership",
    "Social rented: Rents from council or Local Authority": "social_rent",
    "Social rented: Other social rented": "social_rent",
    "Private rented: Private landlord or letting agency": "private_rent",
    "Private rented: Other private rented": "private_rent", "Lives rent free": "rent_free"}
ACCOMMODATION = {
    "Detached": "detached", "Semi-detached": "semi_detached", "Terraced": "terraced",
    "In a purpose-built block of flats or tenement": "purpose_built_flat",
    "Part of a converted or shared house, including bedsits": "converted_house",
    "Part of another converted building, for example, former school, church or warehouse": "converted_building",
    "In a commercial building, for example, in an office building, hotel or over a shop": "commercial_building",
    "A caravan or other mobile or temporary structure": "caravan"}
OCCUPANCY = {
    "+2 or more (under-occupied)": "two_or_more_spare", "+1 (under-occupied)": "one_spare", "0 (ideal)": "none_spare",
    "-1 (overcrowded)": "one_short", "-2 or less (overcrowded)": "two_or_more_short"}
DIMENSIONS = {
    "Household is not deprived in any dimension": 0, "Household is deprived in one dimension": 1,
    "Household is deprived in two dimensions": 2, "Household is deprived in three dimensions": 3,
    "Household is deprived in four dimensions": 4}
COMPOSITIONS = {
    "One-person households": "one_person", "Families with dependent children": "families_with_dependent_children",
    "Other single-family households": "other_single_family", "Other household types": "other"}
# file, its column of categories, words, our table and column, what is counted, what the column means, source
MARGINS = [
    ("ethnicity21_lsoa21", "ethnic_group", ETHNIC_GROUPS, "ethnic_group", PERSONS,
     "ethnic group, five groups", "census_ethnic_group"),
    ("disability21_lsoa21_ew", "disability", DISABILITY, "disability", PERSONS,
     "disabled under the Equality Act or not", "census_disability"),
    ("household_tenure21_lsoa21", "tenure", TENURES, "tenure", HOUSEHOLDS,
     "tenure; both kinds of social and of private landlord together", "census_tenure"),
    ("household_type21_lsoa21", "type", ACCOMMODATION, "accommodation", HOUSEHOLDS,
     "type of building", "census_accommodation"),
    ("household_overcrowding21_lsoa21", "occupancy_rating", OCCUPANCY, "occupancy", HOUSEHOLDS,
     "bedrooms against the standard: spare or short", "census_occupancy"),
    ("household_deprivation21_lsoa21", "deprivation_dimensions", DIMENSIONS, "household_deprivation", HOUSEHOLDS,
     "number of deprived dimensions of four: work, education, health and disability, housing",
     "census_household_deprivation"),
]


def margin(read, file, category, words):
    """Counts by (place, our word)."""
    path, counts = f"census2021/{file}_coventry.csv", {}
    for r in read(path, "lsoa21_code", category, "n"):
        if r[category] not in words:
            raise BadInput(f"{path}: unknown {category} '{r[category]}'")
        key = (r["lsoa21_code"], words[r[category]])
        counts[key] = counts.get(key, 0) + int(number(r, "n", path))
    return counts


def margin_table(read, file, category, words, name, counted, meaning, source):
    """One margin by neighbourhood."""
    counts = margin(read, file, category, words)
    column = "dimensions" if name == "household_deprivation" else name
    kind = "integer" if name == "household_deprivation" else "string"
    rows = [(place, word, count) for (place, word), count in sorted(counts.items())]
    columns = [Column("place", "string", "lower-layer super output area of 2021"), Column(column, kind, meaning),
               Column(counted, "integer", f"{counted} on census day 2021, perturbed by the publisher")]
    return Table(f"{name}.csv", f"{name.replace('_', ' ').capitalize()} by neighbourhood", columns, rows, [source],
                 "published", "Census counts in our own words for the categories; shapes to rake to mid-2022.")


def composition_table(read):
    """Household composition by constituency."""
    rows = []
    for r in read(COMPOSITION, "ConstituencyName", *[f"Con_num→{words}" for words in COMPOSITIONS]):
        if r["ConstituencyName"] not in CONSTITUENCIES:
            raise BadInput(f"{COMPOSITION}: unknown constituency '{r['ConstituencyName']}'")
        rows += [(r["ConstituencyName"], word, int(number(r, f"Con_num→{words}", COMPOSITION)))
                 for words, word in COMPOSITIONS.items()]
    columns = [Column("constituency", "string", "parliamentary constituency of 2024"),
               Column("composition", "string", "kind of household"),
               Column("households", "integer", "households on census day 2021")]
    return Table("household_composition.csv", "Household composition by constituency", columns, sorted(rows),
                 ["census_household_composition"], "published", "Census counts; shapes to rake to mid-2022.")


def composition_shares(read):
    """Share of the city's households by composition."""
    totals = {}
    for _, word, households in composition_table(read).rows:
        totals[word] = totals.get(word, 0) + households
    return {word: count / sum(totals.values()) for word, count in totals.items()}


def prepare(read):
    """The margins by neighbourhood and constituency."""
    tables = [margin_table(read, *one) for one in MARGINS] + [composition_table(read)]
    return Prepared(tables=tables, sources=chosen(*[one[-1] for one in MARGINS], "census_household_composition"))
