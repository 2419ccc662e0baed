"""The publications behind money, homes, air, social life, screening and the catalogue of indicators."""

from .common import OPEN_GOVERNMENT_LICENCE as OGL
from .common import Source

FACTS = "figures cited from the publication"
ONS = "Office for National Statistics"
NHS = "NHS England (NHS Digital)"
OHID = "Office for Health Improvement and Disparities"

WIDER_SOURCES = {
    # money and homes
    "ons_subnational_indicators": Source(
        "Subnational indicators explorer: gross median weekly pay (503 pounds in 2021, 574.70 in 2023), gross "
        "disposable household income per head (17,175 pounds in 2021), life satisfaction and other measures, Coventry",
        ONS, "2024"),
    "cpag_benefits_2022": Source(
        "Benefit rates 2022/23: universal credit, pension credit", "Child Poverty Action Group", "2022", FACTS,
        "https://askcpag.org.uk/?id=-231052"),
    "hmrc_rates_2022": Source(
        "Income tax and National Insurance 2022/23: personal allowance 12,570 pounds, basic rate 20, higher rate 40 %; "
        "primary threshold 190 (242 from July) and upper earnings limit 967 pounds a week, 13.25 and 3.25 %",
        "HM Revenue and Customs", "2022"),
    "end_child_poverty_2024": Source(
        "Local child poverty after housing costs by constituency, 2014/15 to 2023/24 (Coventry 2022/23: 34,175 "
        "children, 40.9 %)", "End Child Poverty; Loughborough University", "2025", FACTS),
    "desnz_fuel_poverty_2025": Source(
        "Sub-regional fuel poverty 2025 (2023 data), low income low energy efficiency, by constituency (Coventry "
        "25,701 of 136,139 households, 18.9 %)",
        "Department for Energy Security and Net Zero", "2025"),
    "foe_environment_2025": Source(
        "Homes in bands D to G of the energy performance certificate by constituency (56.2, 61.3 and 55.7 %)",
        "Friends of the Earth", "2025", FACTS),
    "imd_2025_children": Source(
        "English Indices of Deprivation 2025: children in income-deprived households after housing costs (33,435 in "
        "Coventry) and income deprivation, by small area",
        "Ministry of Housing, Communities and Local Government", "2025"),
    "hbai_scale": Source(
        "Households below average income: quality and methodology (companion scale after housing costs: 0.58, 0.42 "
        "and 0.20)", "Department for Work and Pensions", "2024"),
    "mhclg_homelessness_2023": Source(
        "Statutory homelessness live tables: 7.08 households in temporary accommodation per 1,000 in Coventry (about "
        "950); England, December 2023: 112,000, of which 63 % with dependent children",
        "Department for Levelling Up, Housing and Communities", "2024"),
    # air
    "defra_pcm_pm25": Source(
        "Pollution climate mapping: population-weighted annual mean PM2.5, 2024 (Coventry 7.52)", "Defra", "2025"),
    "imd_2019_air": Source(
        "English Indices of Deprivation 2019, indicators: modelled NO2 and particulates of 2016 against the standard "
        "of 40 micrograms, by small area",
        "Ministry of Housing, Communities and Local Government", "2019"),
    # social life
    "health_index_2021": Source(
        "Health Index for England, indicators of Coventry in 2021: life satisfaction 7.44, worthwhile 7.69, happiness "
        "7.41, anxiety 3.11; cancer screening attendance 61.9 %; young people in education, employment or "
        "apprenticeships 91.6 %; PM2.5 7.63", ONS, "2023"),
    "ons_wellbeing_associations": Source(
        "Personal well-being in the UK: what matters most (size of associations recalled)", ONS, "2019"),
    "coventry_strategy_2023": Source(
        "Coventry Health and Wellbeing Strategy 2023-2026 (16 % of young people feel very safe or safe)",
        "Coventry City Council", "2023", FACTS,
        "https://www.coventry.gov.uk/data-reports/coventry-health-wellbeing-strategy-2023-"),
    "influence_facts": Source(
        "Influencing local decisions: 25 % of people of 16 and over agree that they can, England 2018/19, Community "
        "Life Survey", "Cabinet Office, Race Disparity Unit", "2020", OGL,
        "https://www.ethnicity-facts-figures.service.gov.uk/culture-and-community/civic-participation/influencing-local-decisions/3.1"),
    "hse_drinking": Source("Health Survey for England: adults' drinking (levels recalled)", NHS, "2023"),
    # young people
    "ncmp_2022": Source(
        "National Child Measurement Programme 2021-22: year 6 obesity 31.3 % in the most and 13.5 % in the least "
        "deprived areas", NHS, "2022", OGL,
        "https://coventryobserver.co.uk/news/west-midlands-is-second-highest-for-school-child-obesity/"),
    "one_coventry_2021": Source(
        "One Coventry annual performance report 2020-21: 40.6 % of year 6 overweight or obese, 2019/20",
        "Coventry City Council", "2021", FACTS),
    "lai_2019": Source(
        "Lai et al., child poverty trajectories and health at 14, UK Millennium Cohort, Arch Dis Child 104:1049",
        "Archives of Disease in Childhood", "2019", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC6837248"),
    "childrens_commissioner_waits_2024": Source(
        "Children's mental health services 2022-23: of 949,200 with an active referral 305,000 were supported, "
        "270,300 still waiting, 372,800 closed before support", "Children's Commissioner for England", "2024", FACTS,
        "https://www.wired-gov.net/wg/news.nsf/articles/over+a+quarter+of+a+million+children+still+waiting+for+mental+health+support+15032024161000?open"),
    # screening and immunisation
    "nhs_screening_2022": Source(
        "Breast, bowel and cervical screening coverage, England 2022 (65.2, 70.3, 67.6 and 74.6 %; recalled)",
        f"{NHS}, {OHID}", "2023"),
    "ukhsa_cover_2023": Source(
        "COVER and seasonal influenza uptake, 2022/23 (England 84.5 and 79.9 %; recalled)",
        "UK Health Security Agency", "2023"),
    "coventry_mmr_2024": Source(
        "Measles, mumps and rubella immunisation in Coventry: uptake below the region's and the country's",
        "Coventry City Council, Health and Wellbeing Board", "2024", FACTS,
        "https://edemocracy.coventry.gov.uk/mgAi.aspx?ID=40505"),
    "castanon_2022": Source(
        "Castanon et al., faecal occult blood screening in England and advanced colorectal cancer (0.68 for Duke D)",
        "PMC9468279", "2022", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC9468279"),
    "hewitson_2008": Source(
        "Hewitson et al., screening for colorectal cancer with the faecal occult blood test, Am J Gastroenterol "
        "103:1541", "American Journal of Gastroenterology", "2008", FACTS),
    "nhs_cancer_stage_2020": Source(
        "Cancer Registration Statistics, England 2020: 83 % of staged breast cancers at stage 1 or 2; cancer survival "
        "by stage (five-year survival of breast cancer 85 %, at stage 4 28 %, women diagnosed 2012 to 2016)",
        NHS, "2022"),
    "ncin_colorectal_2009": Source(
        "Colorectal cancer survival by stage, data briefing: Dukes D 14.0 % of staged cases of 1996 to 2006; five-year "
        "relative survival 93.2, 77.0, 47.7 and 6.6 % from A to D", "National Cancer Intelligence Network", "2009", FACTS),
    "uk_breast_panel_2012": Source(
        "Independent UK Panel on Breast Cancer Screening, Lancet 380:1778", "Lancet", "2012", FACTS),
    # ratios
    "atkinson_2018": Source(
        "Atkinson et al., long-term nitrogen dioxide and mortality, Epidemiology 29:460",
        "Epidemiology", "2018", FACTS),
    "huangfu_2020": Source(
        "Huangfu and Atkinson, long-term NO2 and O3 and mortality, Environ Int 144:105998",
        "Environment International", "2020", FACTS),
    "chen_hoek_2020": Source(
        "Chen and Hoek, long-term particulate matter and mortality, Environ Int 143:105974",
        "Environment International", "2020", FACTS),
    "khreis_2017": Source(
        "Khreis et al., traffic-related air pollution and childhood asthma, Environ Int 100:1",
        "Environment International", "2017", FACTS),
    "marmot_cold_homes_2011": Source(
        "Marmot Review Team, the health impacts of cold homes and fuel poverty",
        "Friends of the Earth, Marmot Review Team", "2011", FACTS),
    "howden_chapman_2007": Source(
        "Howden-Chapman et al., insulating existing houses, BMJ 334:460", "BMJ", "2007", FACTS),
    "aldridge_2018": Source(
        "Aldridge et al., morbidity and mortality in homeless people, Lancet 391:241", "Lancet", "2018", FACTS),
    "fazel_2014": Source(
        "Fazel et al., the health of homeless people in high-income countries, Lancet 384:1529",
        "Lancet", "2014", FACTS),
    "simpaths_ghq": Source(
        "Psychological distress by entry into poverty and work, Understanding Society, as estimated for SimPaths",
        "Centre for Microsimulation and Policy Analysis, University of Essex", "2023", "EUPL-1.2; facts only"),
    # programmes
    "lasgaard_2022": Source(
        "Lasgaard et al., interventions against loneliness: meta-analysis (SMD -0.47 in trials, -0.24 in cohorts)",
        "Perspectives in Public Health", "2022", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC9593938"),
    "kiely_2022": Source(
        "Kiely et al., social prescribing link workers: systematic review (no consistent effect), BMJ Open 12:e062951",
        "BMJ Open", "2022", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC9389950"),
    "polley_2017": Source(
        "Polley et al., a review of the evidence assessing impact of social prescribing on healthcare demand",
        "University of Westminster", "2017", FACTS),
    "eckshtain_2020": Source(
        "Eckshtain et al., youth depression treatment, 4 to 18 years (g 0.36 after, 0.21 after 42 weeks)",
        "J Am Acad Child Adolesc Psychiatry", "2020", FACTS),
    "brinchmann_2020": Source(
        "Brinchmann et al., individual placement and support: meta-analysis (2.07 times the competitive employment)",
        "Acta Psychiatr Scand", "2020", FACTS),
    "paul_moser_2009": Source(
        "Paul and Moser, unemployment impairs mental health: meta-analyses (distress -0.35 in programmes)",
        "Journal of Vocational Behavior", "2009", FACTS),
    "cuijpers_prevention_2021": Source(
        "Cuijpers et al., psychological interventions to prevent the onset of depressive disorders (0.81)",
        "Clinical Psychology Review", "2021", FACTS),
    "clark_2018": Source(
        "Clark, realizing the mass public benefit of evidence-based psychological therapies: the IAPT program",
        "Annual Review of Clinical Psychology", "2018", FACTS),
    "bradford_caz_2025": Source(
        "Born in Bradford, clean air zone, first year: general-practice visits for respiratory disease -25 %, NO2 -11.5 "
        "micrograms (interim)", "Bradford Institute for Health Research", "2025", FACTS),
    "birmingham_caz_2023": Source(
        "Liu et al., Birmingham clean air zone: roadside NO2 up to -7.3 % in the first seven months",
        "University of Birmingham", "2023", FACTS),
    "dobbie_2016": Source(
        "Dobbie et al., stop smoking services: validated 52-week quit 7.7 %, about 3 % unaided",
        "Nicotine and Tobacco Research", "2016", FACTS, "https://pubmed.ncbi.nlm.nih.gov/27886140/"),
    "west_2013": Source(
        "West et al., performance of English stop smoking services, BMJ 347:f4921 (34 to 35 % at four weeks; 8 % of "
        "smokers a year at the peak)", "BMJ", "2013", FACTS),
    "ahern_2022": Source(
        "Ahern et al., weight change five years after behavioural weight management (WRAP): -0.46, -1.95, -2.67 kg, "
        "Lancet Public Health", "Lancet Public Health", "2022", FACTS),
    "valabhji_2020": Source(
        "Valabhji et al., NHS Diabetes Prevention Programme: uptake 53, completion 19 %, weight -2.3 kg",
        "Diabetes Care", "2020", FACTS),
    "ravindrarajah_2023": Source(
        "Ravindrarajah et al., referral to the NHS Diabetes Prevention Programme and type 2 diabetes (0.80)",
        "PLoS Medicine", "2023", FACTS),
    "community_champions_2023": Source(
        "Community-centred approaches for health and wellbeing (reach and uptake assumed)",
        "Public Health England", "2015", OGL),
    "mhclg_housing_first": Source(
        "Evaluation of the Housing First pilots (tenancies sustained 80 to 88 %; recalled)",
        "Department for Levelling Up, Housing and Communities", "2022"),
}


def wider(*keys):
    """The named sources, for one module's Prepared."""
    return {key: WIDER_SOURCES[key] for key in keys}
