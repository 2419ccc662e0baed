"""Wards and neighbourhoods (lower-layer super output areas of 2021) with their deprivation."""

from .common import BadInput, Column, Prepared, Table, number, rounded
from .published import chosen

DEPRIVATION = "deprivation/imd2025_england_lsoa21_coventry.csv"
LOOKUP = "geography/lookup_lsoa21_msoa21_ward24_coventry.csv"
CENTROIDS = "geography/ward_centroids_adjacency_coventry.csv"
LONELINESS = "indicators/loneliness_lsoa_coventry.csv"
CITY = ("E08000026", "Coventry")
CONSTITUENCIES = {
    "Coventry East": ("Binley and Willenhall", "Foleshill", "Henley", "Longford", "Upper Stoke", "Wyken"),
    "Coventry North West": ("Bablake", "Holbrook", "Radford", "Sherbourne", "Whoberley", "Woodlands"),
    "Coventry South": ("Cheylesmore", "Earlsdon", "Lower Stoke", "St Michael's", "Wainbody", "Westwood"),
}


def constituency_of(ward):
    """The constituency of 2024 that holds the whole ward."""
    for constituency, wards in CONSTITUENCIES.items():
        if ward in wards:
            return constituency
    raise BadInput(f"{CENTROIDS}: no constituency is known for the ward '{ward}'")


def wards(read):
    """Rows (ward_code, ward, constituency, easting, northing) by code."""
    rows = read(CENTROIDS, "ward_code", "ward_name", "bng_e", "bng_n")
    return sorted((r["ward_code"], r["ward_name"], constituency_of(r["ward_name"]), int(r["bng_e"]), int(r["bng_n"]))
                  for r in rows)


def ward_of_places(read):
    """Ward code of each neighbourhood."""
    return {r["lsoa21_code"]: r["ward_code"] for r in read(LOOKUP, "lsoa21_code", "ward_code")}


def residents(read):
    """Usual residents of each neighbourhood on census day 2021."""
    return {r["lsoa21_code"]: int(number(r, "residents_census2021", LOOKUP))
            for r in read(LOOKUP, "residents_census2021")}


def deciles(read):
    """National decile of deprivation of each neighbourhood, 1 most deprived."""
    return {r["lsoa21_code"]: int(number(r, "IMD_decile", DEPRIVATION)) for r in read(DEPRIVATION, "IMD_decile")}


def ranks(read):
    """National rank of deprivation of each neighbourhood, 1 most deprived."""
    return {r["lsoa21_code"]: int(number(r, "IMD_rank", DEPRIVATION)) for r in read(DEPRIVATION, "IMD_rank")}


def loneliness_ranks(read):
    """Rank of modelled loneliness within the city, 0 least to 1 most."""
    level = {r["lsoa21_code"]: number(r, "perc", LONELINESS) for r in read(LONELINESS, "lsoa21_code", "perc")}
    ordered = sorted(level, key=lambda place: (level[place], place))
    return {place: rounded(i / (len(ordered) - 1), 4) for i, place in enumerate(ordered)}


def place_rows(read):
    """Rows of places.csv."""
    score = {r["lsoa21_code"]: rounded(number(r, "IMD_score", DEPRIVATION)) for r in read(DEPRIVATION, "IMD_score")}
    rank, decile, people, lonely = ranks(read), deciles(read), residents(read), loneliness_ranks(read)
    rows = []
    for r in read(LOOKUP, "lsoa21_code", "lsoa21_name", "ward_code"):
        place = r["lsoa21_code"]
        if place not in score or place not in lonely:
            raise BadInput(f"{LOOKUP}: neighbourhood {place} is missing from {DEPRIVATION} or {LONELINESS}")
        rows.append((place, r["lsoa21_name"], r["ward_code"], rank[place], decile[place], score[place],
                     people[place], lonely[place]))
    return sorted(rows)


WARD_COLUMNS = [
    Column("ward_code", "string", "nine-character code of the electoral ward"),
    Column("ward", "string", "name of the ward"),
    Column("constituency", "string", "parliamentary constituency of 2024 that holds the whole ward"),
    Column("easting", "integer", "centroid, British National Grid, metres"),
    Column("northing", "integer", "centroid, British National Grid, metres"),
]
PLACE_COLUMNS = [
    Column("place", "string", "code of the lower-layer super output area of 2021"),
    Column("place_name", "string", "its name"),
    Column("ward_code", "string", "the ward it fits best"),
    Column("imd_rank", "integer", "rank in England, Index of Multiple Deprivation 2025, 1 most deprived of 33,755"),
    Column("imd_decile", "integer", "tenth of England, 1 most deprived"),
    Column("imd_score", "number", "score, higher is more deprived"),
    Column("residents", "integer", "usual residents on census day 2021"),
    Column("loneliness_rank", "number", "rank in the city of modelled loneliness, 0 least to 1 most"),
]


def prepare(read):
    """city.csv, wards.csv and places.csv."""
    return Prepared(
        tables=[
            Table("city.csv", "The city", [Column("city_code", "string", "nine-character code of the local authority"),
                                           Column("city", "string", "its name")],
                  [CITY], ["ons_geography"], "published", "One row: the whole that wards and places make up."),
            Table("wards.csv", "Electoral wards", WARD_COLUMNS, wards(read),
                  ["ons_geography", "ons_constituency_mid_2022"], "published",
                  "Wards with their centroids. Each ward lies in one constituency of 2024: the sums of its wards meet "
                  "each constituency's mid-2022 population at every single age."),
            Table("places.csv", "Neighbourhoods and their deprivation", PLACE_COLUMNS, place_rows(read),
                  ["ons_geography", "census_residents", "imd_2025", "loneliness_lsoa"], "published",
                  "Lower-layer super output areas of 2021 by best fit to wards. Only the order of the modelled "
                  "loneliness is kept: its level measures something wider than often or always lonely."),
        ],
        sources=chosen("ons_geography", "ons_constituency_mid_2022", "census_residents", "imd_2025",
                       "loneliness_lsoa"))
