"""Children's weight, where they go at 16, and the mental health services that look after them."""

from .common import FEMALE, SEXES, Column, Parameter, Prepared, Table, rounded
from .health_city import DECILES, city_population
from .indicators import CLOSED, SUPPORTED, YEARS_IN_CARE
from .spreading import log_odds, shares_at_ages, shares_by_group
from .wider_sources import wider

OVERWEIGHT_OR_OBESE, OBESE, UNDERWEIGHT = 0.406, 0.244, 0.019
OBESITY_SLOPE = log_odds(0.135) - log_odds(0.313)          # England's least and most deprived tenth, 2021-22
HEALTHY_SLOPE = -0.75 * OBESITY_SLOPE                      # assumed: weight above the 85th centile is less steep
GIRLS = 0.10                                               # log-odds of healthy weight (assumed)
SUSTAINED, SUSTAINED_WITHOUT, SUSTAINED_WITH = 0.916, 0.86, 0.955


def weight_rows(read):
    """healthy_weight_year_6.csv."""
    people = city_population(read)
    groups = {sex: (GIRLS / 2 * (1 if sex == FEMALE else -1),
                    [people[sex][10] * share for share in shares_at_ages(read, 10, 10)]) for sex in SEXES}
    healthy = shares_by_group(1 - OVERWEIGHT_OR_OBESE - UNDERWEIGHT, groups, HEALTHY_SLOPE)
    obese = shares_by_group(OBESE, {s: (-lean, persons) for s, (lean, persons) in groups.items()}, OBESITY_SLOPE)
    return [(sex, decile, rounded(healthy[sex, decile], 4), rounded(obese[sex, decile], 4))
            for sex in SEXES for decile in DECILES]


def destination_rows():
    """destinations.csv: scaled in odds so that 61.1 % with a good level of development make 91.6 %."""
    low, high = -3.0, 3.0
    for _ in range(60):
        shift = (low + high) / 2
        without, with_it = (1 / (1 + 2.718281828459045 ** -(log_odds(s) + shift))
                            for s in (SUSTAINED_WITHOUT, SUSTAINED_WITH))
        low, high = (shift, high) if 0.389 * without + 0.611 * with_it < SUSTAINED else (low, shift)
    return [(0, rounded(without, 4)), (1, rounded(with_it, 4))]


def prepare(read):
    """healthy_weight_year_6.csv, destinations.csv and the figures of children's mental health services."""
    source = "childrens_commissioner_waits_2024"
    services = [
        Parameter("camhs_supported_share", rounded(SUPPORTED, 4), 0.28, 0.36, "beta", "share",
                  "Of children with an active referral, taken into care within the year", source, "published"),
        Parameter("camhs_closed_share", rounded(CLOSED, 4), 0.35, 0.43, "beta", "share",
                  "Of children with an active referral, closed before support", source, "published"),
        Parameter("camhs_years_in_care", YEARS_IN_CARE, 0.35, 0.71, "lognormal", "years",
                  "How long a child taken into care stays in it", "", "assumed")]
    from .health_sources import chosen
    return Prepared(parameters=services, sources={
        **wider("ncmp_2022", "one_coventry_2021", "health_index_2021", source),
        **chosen("warburton_2024")}, tables=[
        Table("healthy_weight_year_6.csv", "Weight in year 6",
              [Column("sex", "string", "female or male"), Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("healthy", "number", "share from the 2nd to under the 85th centile"),
               Column("obese", "number", "share at the 95th centile and above")],
              weight_rows(read), ["one_coventry_2021", "ncmp_2022"], "fitted",
              "City 40.6 % overweight or obese and 24.4 % obese (2019/20); slope of obesity as in England 2021-22, of "
              "healthy weight three quarters of it (assumed); sexes and underweight assumed."),
        Table("destinations.csv", "A sustained place in education, employment or training after year 11",
              [Column("good_level_of_development", "integer", "0 without, 1 with it at age 5"),
               Column("share", "number", "share with a sustained destination")],
              destination_rows(), ["health_index_2021", "warburton_2024"], "fitted",
              "City 91.6 %; the odds between children with and without a good level of development follow Bradford's "
              "neither-nor (4 and 11 %), assumed to hold for destinations."),
    ])
