"""The household economy: earnings, other incomes, taxes and benefits, housing and fuel."""

from .common import FEMALE, MALE, Column, Parameter, Prepared, Table, fixed, rounded
from .health_city import DECILES
from .wider_sources import wider

MEDIAN_WEEKLY_PAY = 537                    # mid-2022, all employees: between 503 (2021) and 574.70 (2023)
# Median pay against the city's, by age, at level 3 (assumed, in the manner of the pay survey; part-time work is in it)
PAY = {FEMALE: {16: 0.31, 22: 0.88, 30: 1.10, 40: 1.14, 50: 1.06, 60: 0.78, 66: 0.46},
       MALE: {16: 0.39, 22: 1.04, 30: 1.45, 40: 1.63, 50: 1.57, 60: 1.22, 66: 0.76}}
PAY_MEDIAN = 1.231                         # what these shares give the city's median worker of mid-2022, to divide by
QUALIFICATION = {"none": 0.80, "level_1_2": 0.90, "level_3": 1.00, "level_4": 1.34}
# Pounds a week beside work, by status and decile (assumed): private pensions of the retired; students' maintenance
PRIVATE_PENSION = (45, 55, 65, 80, 95, 115, 135, 155, 180, 210)
STUDENT_MAINTENANCE = 120
HOUSING = {"owned_outright": 8, "mortgage": 75, "shared_ownership": 95, "social_rent": 100, "private_rent": 175,
           "rent_free": 8}
HOUSING_BY_DECILE = (0.86, 0.90, 0.93, 0.95, 0.98, 1.00, 1.03, 1.07, 1.12, 1.20)
# Share of homes in band D or worse by tenure before scaling (assumed); the city's is published
INEFFICIENT = {"owned_outright": 0.66, "mortgage": 0.60, "shared_ownership": 0.50, "social_rent": 0.42,
               "private_rent": 0.58, "rent_free": 0.60}
FUEL = {"detached": 55 / 1.08, "semi_detached": 44 / 1.08, "terraced": 41 / 1.08, "purpose_built_flat": 30 / 1.08,
        "converted_house": 34 / 1.08, "converted_building": 34 / 1.08, "commercial_building": 34 / 1.08,
        "caravan": 34 / 1.08}
# Pounds a week, 2022/23
BENEFITS = (("universal_credit_single", 334.91 * 12 / 52.18), ("universal_credit_couple", 525.72 * 12 / 52.18),
            ("universal_credit_child", 244.58 * 12 / 52.18), ("universal_credit_no_work", 354.28 * 12 / 52.18),
            ("universal_credit_work_allowance_rent", 344 * 12 / 52.18),
            ("universal_credit_work_allowance", 573 * 12 / 52.18), ("state_pension", 185.15),
            ("pension_credit_single", 182.60), ("pension_credit_couple", 278.70), ("child_benefit_first", 21.80),
            ("child_benefit_next", 14.45), ("rent_allowance_no_child", 115), ("rent_allowance_one_child", 145),
            ("rent_allowance_more_children", 170))
VERIFIED = ("universal_credit_single", "universal_credit_couple", "universal_credit_child",
            "universal_credit_no_work", "pension_credit_single", "pension_credit_couple")


def pay_rows():
    """earnings.csv."""
    return [(sex, age, level, rounded(MEDIAN_WEEKLY_PAY / PAY_MEDIAN * ratio * factor, 4))
            for sex in (FEMALE, MALE) for age, ratio in PAY[sex].items() for level, factor in QUALIFICATION.items()]


def other_rows():
    """other_income.csv."""
    return ([("retired", decile, pounds) for decile, pounds in zip(DECILES, PRIVATE_PENSION)]
            + [("education", decile, STUDENT_MAINTENANCE) for decile in DECILES])


def housing_rows():
    """housing_costs.csv."""
    return [(tenure, decile, rounded(pounds * factor, 4)) for tenure, pounds in HOUSING.items()
            for decile, factor in zip(DECILES, HOUSING_BY_DECILE)]


def figures():
    """Rules of taxes and benefits, spreads, and the levels that the base is solved for."""
    tax, scale = "hmrc_rates_2022", "hbai_scale"
    return [
        fixed("income_tax_allowance", 242, "pounds a week", "Pay free of income tax", tax, "published"),
        fixed("income_tax_basic", 0.20, "share", "Income tax above the allowance", tax, "published"),
        fixed("income_tax_higher_from", 967, "pounds a week", "Pay from which the higher rate is due", tax,
              "published"),
        fixed("income_tax_higher", 0.40, "share", "Income tax above that", tax, "published"),
        fixed("national_insurance_from", 231, "pounds a week",
              "Pay from which National Insurance is due: 190 to July 2022 and 242 from then", tax, "published"),
        fixed("national_insurance_rate", 0.1325, "share", "National Insurance up to the upper limit", tax, "published"),
        fixed("national_insurance_upper_rate", 0.0325, "share", "National Insurance above it", tax, "published"),
        fixed("universal_credit_taper", 0.55, "share", "Universal credit lost with each pound of net pay"),
        fixed("universal_credit_most_children", 2, "children", "Children for whom universal credit is paid"),
        Parameter("universal_credit_take_up_rent", 0.92, 0.87, 0.96, "beta", "share",
                  "Take-up among entitled households who rent", "", "assumed"),
        Parameter("universal_credit_take_up", 0.60, 0.45, 0.74, "beta", "share",
                  "Take-up among other entitled households", "", "assumed"),
        Parameter("universal_credit_no_work_share", 0.35, 0.25, 0.46, "beta", "share",
                  "Households with an unemployed or inactive adult who get the addition for illness", "", "assumed"),
        Parameter("pension_credit_take_up", 0.70, 0.60, 0.79, "beta", "share", "Take-up of pension credit", "", "assumed"),
        Parameter("earnings_sd", 0.45, 0.40, 0.50, "lognormal", "log pounds",
                  "Spread of pay among workers alike in the table; a person keeps a lasting rank", "", "assumed"),
        Parameter("private_pension_sd", 0.60, 0.50, 0.72, "lognormal", "log pounds", "Spread of private pensions", "",
                  "assumed"),
        fixed("scale_first_adult", 0.58, "ratio", "Companion scale after housing costs", scale, "published"),
        fixed("scale_next_person", 0.42, "ratio", "of 14 and over", scale, "published"),
        fixed("scale_child", 0.20, "ratio", "under 14", scale, "published"),
        fixed("poverty_line", 326, "pounds a week",
              "60 % of median income after housing costs of a couple, 2022/23 (recalled)"),
        fixed("state_pension_received_share", 0.93, "share", "Of the full new state pension, what pensioners get on average"),
        Parameter("home_of_one_cost_ratio", 0.82, 0.74, 0.91, "lognormal", "ratio",
                  "Rent or interest of a home of one person against the table's", "", "assumed"),
        Parameter("home_of_four_cost_ratio", 1.15, 1.05, 1.26, "lognormal", "ratio",
                  "Rent or interest of a home of four or more against the table's", "", "assumed"),
        Parameter("inefficient_fuel_ratio", 1.35, 1.2, 1.52, "lognormal", "ratio",
                  "Fuel needed in band D or worse against a better home", "", "assumed"),
        fixed("household_income_a_head", 17175, "pounds a year",
              "Gross disposable household income a head, which the modelled incomes of the base are scaled to",
              "ons_subnational_indicators", "published"),
        Parameter("cold_home_share_of_fuel_poor", 0.75, 0.6, 0.87, "beta", "share",
                  "Fuel-poor households who cannot keep their home warm", "", "assumed")]


def prepare(read):
    """earnings.csv, other_income.csv, benefits.csv, housing_costs.csv, home_energy.csv and fuel_costs.csv."""
    decile = Column("imd_decile", "integer", "1 most deprived to 10")
    pounds = Column("weekly", "number", "pounds a week, 2022/23")
    return Prepared(parameters=figures(), sources=wider(
            "ons_subnational_indicators", "cpag_benefits_2022", "hmrc_rates_2022", "hbai_scale",
            "foe_environment_2025"), tables=[
        Table("earnings.csv", "Gross pay of people in work",
              [Column("sex", "string", "female or male"), Column("age_from", "integer", "first year of the band"),
               Column("qualification", "string", "none, level_1_2, level_3 or level_4"), pounds],
              pay_rows(), ["ons_subnational_indicators"], "fitted",
              "Medians; the city's median of all employees lies between those of 2021 and 2023. The course over age, "
              "sex and qualification is assumed."),
        Table("other_income.csv", "Incomes beside work and benefits",
              [Column("economic_status", "string", "status"), decile, pounds], other_rows(), [], "assumed",
              "Medians of private pensions, and students' maintenance; assumed."),
        Table("benefits.csv", "Benefits and allowances",
              [Column("benefit", "string", "benefit or allowance"), pounds,
               Column("standing", "string", "published, or assumed (recalled)")],
              [(name, rounded(value, 5), "published" if name in VERIFIED else "assumed") for name, value in BENEFITS],
              ["cpag_benefits_2022"], "published",
              "Monthly rates brought to weeks. Rows called assumed are recalled; rent allowances are near the local "
              "housing allowance of the city."),
        Table("housing_costs.csv", "What a home costs",
              [Column("tenure", "string", "tenure"), decile, pounds], housing_rows(), [], "assumed",
              "Rent, interest and water; assumed near the city's rents of 2022."),
        Table("home_energy.csv", "Homes of band D or worse",
              [Column("tenure", "string", "tenure"), Column("share", "number", "share of homes")],
              [(tenure, share) for tenure, share in INEFFICIENT.items()], ["foe_environment_2025"], "fitted",
              "Shares by tenure are assumed so that the city has 58 %, as published (56.2, 61.3 and 55.7 % by "
              "constituency)."),
        Table("fuel_costs.csv", "Fuel needed for a warm home of band C or better",
              [Column("accommodation", "string", "type of accommodation"), pounds],
              [(kind, rounded(value * 0.9, 4)) for kind, value in FUEL.items()], [], "assumed",
              "Assumed, at prices of 2022/23."),
    ])
