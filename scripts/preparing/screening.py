"""Screening and immunisation: how many are covered, how it falls with deprivation, what a test does."""

from .common import FEMALE, SEXES, Column, Parameter, Prepared, Table, rounded
from .health_city import DECILES, city_population
from .spreading import log_odds, moved, shares_at_ages, shares_by_group
from .wider_sources import wider

# England's coverage of 2022 (recalled), moved by the log-odds between the city's and England's attendance of 2021
ENGLAND = {"breast_screening": 0.652, "bowel_screening": 0.703, "cervical_screening_25": 0.676,
           "cervical_screening_50": 0.746}
CITY_ATTENDANCE, ENGLAND_ATTENDANCE = 0.619, 0.665       # all three programmes together, 2021
# Programme, sex, ages, months a test counts for, months between invitations
WINDOWS = {"breast_screening": (FEMALE, 53, 70, 36, 36), "bowel_screening": ("all", 60, 74, 30, 24),
           "cervical_screening_25": (FEMALE, 25, 49, 42, 36), "cervical_screening_50": (FEMALE, 50, 64, 66, 60),
           "mmr_vaccination": ("all", 4, 4, 0, 0), "flu_vaccination": ("all", 65, 100, 12, 12)}
LABELS = {"breast_screening": "Breast screening", "bowel_screening": "Bowel screening",
          "cervical_screening_25": "Cervical screening at 25 to 49", "cervical_screening_50": "Cervical screening at "
          "50 to 64", "mmr_vaccination": "Two doses of MMR", "flu_vaccination": "Flu vaccination"}
ASSUMED_LEVELS = {"mmr_vaccination": 0.82, "flu_vaccination": 0.76}
# Log-odds of decile 10 less decile 1 (assumed: coverage falls by 10 to 18 points from end to end)
SLOPE = {"breast_screening": 0.70, "bowel_screening": 0.90, "cervical_screening_25": 0.45,
         "cervical_screening_50": 0.50, "mmr_vaccination": 0.70, "flu_vaccination": 0.75}
# Deaths of the cancer, people tested within the window against others: ratio with limits, source, standing
DEATHS = {"breast_screening": (0.75, 0.66, 0.86, "uk_breast_panel_2012", "assumed"),
          "bowel_screening": (0.78, 0.70, 0.88, "hewitson_2008", "assumed")}
# Odds that a cancer is found late, tested against others
FOUND_LATE = {"breast_screening": (0.60, 0.40, 0.90, "", "assumed"),
              "bowel_screening": (0.68, 0.50, 0.93, "castanon_2022", "published")}
CANCERS = {"breast_screening": "breast_cancer", "bowel_screening": "colorectal_cancer"}
# Share of new cases found late; deaths a person-year of late against early cases, a constant hazard over five years.
# Breast, stages 3 and 4: 17 % of staged cases of 2020; five-year survival of all 85 % and of stage 4 28 %, of 3 about
# 72 % (recalled), so 57 % of late and 91 % of early cases. Bowel, Dukes D: 6.6 % against 67.2 % of A to C; 14 % of
# staged cases of 1996-2006, when a third had no stage: 20 % is assumed.
STAGES = {"breast_cancer": (0.17, 6.0, "nhs_cancer_stage_2020", "assumed"),
          "colorectal_cancer": (0.20, 6.8, "ncin_colorectal_2009", "assumed")}


def what_stage_does(programme):
    """Deaths of people tested against others as far as stage explains them."""
    share, fatality = STAGES[CANCERS[programme]][:2]
    odds, covered = FOUND_LATE[programme][0], level(programme)
    low, high = 0.0, 1.0
    for _ in range(50):                                   # shares of others and tested whose mean is `share`
        others = (low + high) / 2
        tested = odds * others / (1 + others * (odds - 1))
        low, high = (low, others) if (1 - covered) * others + covered * tested > share else (others, high)
    return (1 + tested * (fatality - 1)) / (1 + others * (fatality - 1))


def effect_rows():
    """What a test does: the stage at which a cancer is found, and what is left of the effect on deaths beyond that."""
    rows = []
    for programme, cancer in CANCERS.items():
        rows.append((programme, cancer, "late_stage", *FOUND_LATE[programme]))
        *ratios, source, standing = DEATHS[programme]
        rows.append((programme, cancer, "case_fatality", *(rounded(ratio / what_stage_does(programme), 3) for ratio in ratios),
                     source, standing))
    return rows


def level(programme):
    """The city's coverage."""
    if programme in ASSUMED_LEVELS:
        return ASSUMED_LEVELS[programme]
    return moved(ENGLAND[programme], log_odds(CITY_ATTENDANCE) - log_odds(ENGLAND_ATTENDANCE))


def programme_rows():
    """programmes of the health service: who, how long a test counts, the city's level."""
    return [(name, LABELS[name], *WINDOWS[name], rounded(level(name), 3)) for name in WINDOWS]


def decile_rows(read):
    """Share covered by decile, the city's people of the ages meeting the level."""
    people, rows = city_population(read), []
    for name, (sex, age_from, age_to, _, _) in WINDOWS.items():
        chosen = SEXES if sex == "all" else (sex,)
        persons = sum(sum(people[s][age_from:age_to + 1]) for s in chosen)
        groups = {name: (0.0, [persons * share for share in shares_at_ages(read, age_from, age_to)])}
        shares = shares_by_group(level(name), groups, SLOPE[name])
        rows += [(name, decile, rounded(shares[name, decile], 4)) for decile in DECILES]
    return rows


def prepare(read):
    """screening.csv, screening_deciles.csv, screening_effects.csv, cancer_stages.csv and the diagnosis of dementia."""
    sources = ["health_index_2021", "nhs_screening_2022", "ukhsa_cover_2023", "coventry_mmr_2024"]
    name = Column("programme", "string", "programme of screening or immunisation")
    diagnosed = [
        Parameter("dementia_diagnosed_share", 0.60, 0.56, 0.64, "beta", "share",
                  "People of 65 and over with dementia who have a diagnosis, mid-2022", "", "assumed"),
        Parameter("screening_persistence", 0.80, 0.70, 0.88, "beta", "share",
                  "Part of the spread in attendance that belongs to the person and lasts from invitation to invitation",
                  "", "assumed")]
    return Prepared(parameters=diagnosed, sources=wider(*sources, "uk_breast_panel_2012", "hewitson_2008", "nhs_cancer_stage_2020",
                                                                "ncin_colorectal_2009", "castanon_2022"), tables=[
        Table("screening.csv", "Programmes of screening and immunisation",
              [name, Column("label", "string", "name for people"), Column("sex", "string", "female, male or all"),
               Column("age_from", "integer", "youngest age counted, completed years"),
               Column("age_to", "integer", "oldest age counted"),
               Column("months_counted", "integer", "months a test counts for (0: once in a life)"),
               Column("months_between", "integer", "months between invitations"),
               Column("share", "number", "share covered in the city in mid-2022")],
              programme_rows(), sources, "fitted",
              "England's coverage of 2022, moved by the log-odds between 61.9 % (Coventry) and 66.5 % (England, "
              "recalled) of all programmes together in 2021; MMR and flu are assumed, below England's. A programme "
              "that splits by age (cervical) has a row for each."),
        Table("screening_deciles.csv", "Coverage by deprivation decile",
              [name, Column("imd_decile", "integer", "1 most deprived to 10"),
               Column("share", "number", "share covered")],
              decile_rows(read), sources, "fitted", "Even slopes in log-odds, assumed; the city's level is met."),
        Table("screening_effects.csv", "What being covered does",
              [name, Column("outcome", "string", "condition"),
               Column("moves", "string", "late_stage (odds that a case is found late) or case_fatality (deaths of a case, "
                      "whatever its stage)"),
               Column("ratio", "number", "of people covered to others"), Column("lower", "number", "lower 95 % limit"),
               Column("upper", "number", "upper 95 % limit"), Column("source", "string", "key in sources.toml"),
               Column("standing", "string", "published, or assumed (recalled or adapted)")],
              effect_rows(), ["uk_breast_panel_2012", "hewitson_2008", "castanon_2022"], "assumed",
              "Deaths of people invited are 0.80 (breast) and 0.84 (bowel) of others', of people tested a little fewer "
              "(0.75 and 0.78). Earlier stage at diagnosis explains most of it; case_fatality is what is left."),
        Table("cancer_stages.csv", "Cancers found early or late",
              [Column("condition", "string", "condition"), Column("late_share", "number", "share of new cases found late"),
               Column("late_fatality_ratio", "number", "deaths of it a person-year, found late against early"),
               Column("source", "string", "key in sources.toml"), Column("standing", "string", "published or assumed")],
              [(cancer, *row) for cancer, row in STAGES.items()], ["nhs_cancer_stage_2020", "ncin_colorectal_2009"], "assumed",
              "Late is stage 3 or 4 of breast cancer (17 % of staged cases of 2020, published; survival partly recalled) "
              "and stage 4 of bowel cancer (five-year survival 6.6 against 67.2 %, published; the share is assumed)."),
    ])
