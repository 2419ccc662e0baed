"""The publications behind places, people and demography; the key is what tables name in `sources`."""

from .common import Source

ONS = "Office for National Statistics"
MHCLG = "Ministry of Housing, Communities and Local Government"
CENSUS = "Census 2021, by lower-layer super output area"
SOURCES = {
    "ons_ward_mid_2022": Source(
        "Ward-level mid-year population estimates by sex and single year of age, mid-2022 "
        "(official statistics in development)", ONS, "2022"),
    "ons_lsoa_mid_2018": Source(
        "Small area population estimates SAPE21DT2, by lower-layer super output area, sex and five-year band",
        ONS, "2018"),
    "ons_city_mid_2011": Source("Mid-year population estimates by sex and single year of age, mid-2011", ONS, "2011"),
    "ons_constituency_mid_2022": Source("Population of constituencies by single year of age, mid-2022", ONS, "2022"),
    "ons_components": Source("Mid-year estimates, components of population change (MYEB3), 2001 to 2019", ONS, "2019"),
    "ons_geography": Source("Open Geography: lookups of output areas and wards 2011, 2021 and 2024, ward centroids",
                            ONS, "2024", address="https://geoportal.statistics.gov.uk"),
    "imd_2025": Source("English Indices of Deprivation 2025", MHCLG, "2025"),
    "loneliness_lsoa": Source("Loneliness by small area, modelled from the Community Life Survey",
                              "British Red Cross", "2020", "MIT; the survey is OGL-UK-3.0"),
    "census_residents": Source(f"{CENSUS}: usual residents", ONS, "2021"),
    "census_ethnic_group": Source(f"{CENSUS}: ethnic group", ONS, "2021"),
    "census_disability": Source(f"{CENSUS}: disability under the Equality Act", ONS, "2021"),
    "census_tenure": Source(f"{CENSUS}: tenure of household", ONS, "2021"),
    "census_accommodation": Source(f"{CENSUS}: accommodation type", ONS, "2021"),
    "census_occupancy": Source(f"{CENSUS}: occupancy rating of bedrooms", ONS, "2021"),
    "census_household_deprivation": Source(f"{CENSUS}: households by dimensions of deprivation", ONS, "2021"),
    "census_household_composition": Source(
        "Census 2021: household composition by parliamentary constituency", f"{ONS}; House of Commons Library", "2021"),
    "ons_uk_life_tables": Source(
        "Past and projected period life tables, United Kingdom, 2020-based principal projection", ONS, "2022"),
    "ons_mortality_quintiles": Source(
        "Deaths and population by quintile of the Index of Multiple Deprivation 2010, age and sex, England, "
        "2002 to 2013", ONS, "2014"),
    "ons_life_expectancy_areas": Source("Life expectancy for local areas of the UK, 2001-03 to 2020-22", ONS, "2024"),
    "coventry_profile_2023": Source(
        "Coventry citywide profile 2023", "Coventry City Council", "2023",
        address="https://www.coventry.gov.uk/facts-coventry/coventry-citywide-profile-2023/6"),
    "ons_births_parity": Source(
        "Births, women and fertility by age of mother and birth order, England and Wales, 1995 to 2020", ONS, "2021"),
    "ons_births_2023": Source(
        "Births in England and Wales: 2023; total fertility 1.55 in 2021, 1.49 in 2022, 1.44 in 2023", ONS, "2024"),
    "understanding_society": Source(
        "Education and employment by age, Understanding Society 2011 to 2021, as tabulated for SimPaths",
        "Centre for Microsimulation and Policy Analysis, University of Essex", "2021", "EUPL-1.2; facts only"),
}


def chosen(*keys):
    """The named sources, for one module's Prepared."""
    return {key: SOURCES[key] for key in keys}
