"""The tables of migration: by age and sex, and by ward."""

from .common import SEXES, Column, Prepared, Table, rounded
from .gross_migration import flows
from .lifetable import AGES
from .net_migration import net_migrants, shortfall
from .published import chosen
from .ward_turnover import adult_wards, student_wards


def flow_rows(read):
    """Rows of migration.csv, in hundredths of a person, so that net is inflow less outflow as written."""
    rows = []
    for sex, (net, coming, leaving) in sorted(flows(read).items()):
        for age in range(AGES):
            inflow, outflow = round(coming[age], 2), round(leaving[age], 2)
            rows.append((sex, age, rounded(round(inflow - outflow, 2), 8), rounded(inflow, 8), rounded(outflow, 8)))
    return rows


def ward_rows(read):
    """Rows of migration_wards.csv; shares sum to one as written."""
    rows = []
    for group, wards in (("adult", adult_wards(read)), ("student", student_wards(read))):
        shares = {ward: round(share, 5) for ward, (share, _) in wards.items()}
        largest = max(shares, key=lambda ward: (shares[ward], ward))
        shares[largest] = round(1 - sum(s for w, s in shares.items() if w != largest), 5)
        rows += [(group, ward, shares[ward], rounded(wards[ward][1], 4)) for ward in sorted(wards)]
    return rows


FLOW_COLUMNS = [
    Column("sex", "string", "female or male"),
    Column("age", "integer", "completed years at the start of the step, 100 stands for 100 and over"),
    Column("net", "number", "inflow less outflow, persons a step"),
    Column("inflow", "number", "persons who come in a step"),
    Column("outflow", "number", "persons who leave in a step"),
]
WARD_COLUMNS = [
    Column("group", "string", "student: 18 to 24 in education; adult: everybody else, children follow"),
    Column("ward_code", "string", "ward they come to or leave from"),
    Column("arrival_share", "number", "share of the group's arrivals who settle in the ward"),
    Column("departure_ratio", "number", "chance to leave the city against the group's mean"),
]


def prepare(read):
    """migration.csv and migration_wards.csv."""
    worst = max(shortfall(read, sex, net_migrants(read, sex)) for sex in SEXES)
    return Prepared(
        tables=[
            Table("migration.csv", "Migrants by age and sex", FLOW_COLUMNS, flow_rows(read),
                  ["ons_city_mid_2011", "ons_ward_mid_2022", "ons_components", "ons_uk_life_tables"], "fitted",
                  "Net: penalised least squares whose eleven steps from mid-2011, migrants added at the start of each "
                  f"step, meet mid-2022 (worst single age {worst:.1%}); rough at 15 to 26, smooth elsewhere. Inflow "
                  "totals the recorded arrivals of 2018/19; outflow is inflow less net, so what the components leave "
                  "out (unrecorded emigration) falls at 21 to 40. The age shape of the gross flows is assumed: a "
                  "schedule of leaving after Rogers and Castro."),
            Table("migration_wards.csv", "Where arrivals settle and who leaves", WARD_COLUMNS, ward_rows(read),
                  ["ons_ward_mid_2022", "census_tenure"], "assumed",
                  "Students: by how far 19 to 22 year olds exceed 13 to 17 year olds in the ward at mid-2022; they "
                  "leave from where they came to. Others: by people and turnover of the ward's tenures (relative "
                  "chances: private rent 3, mortgage 0.7, social 0.6, owned outright 0.35)."),
        ],
        sources=chosen("ons_city_mid_2011", "ons_ward_mid_2022", "ons_components", "ons_uk_life_tables",
                       "census_tenure"))
