"""The publications behind the health tables and the scenarios; each key is what `source` and `evidence` name."""

from .common import OPEN_GOVERNMENT_LICENCE as OGL
from .common import Source

FACTS = "figures cited from the publication"
ONS = "Office for National Statistics"
NHS = "NHS England (NHS Digital)"

SOURCES = {
    # people and deaths
    "ons_people_2022": Source(
        "Population estimates by single year of age: wards of Coventry and England, mid-2022",
        ONS, "2024"),
    "imd_2025_deciles": Source(
        "English Indices of Deprivation 2025: deciles of Coventry's small areas",
        "Ministry of Housing, Communities and Local Government", "2025"),
    "ons_projected_mortality": Source(
        "Past and projected period mortality rates, United Kingdom, 2020-based",
        ONS, "2022"),
    "ons_deaths_2022": Source(
        "Deaths registered in England and Wales: 2022 (dementia 65,967 of which women 42,635; ischaemic "
        "heart disease 59,356 of which men 38,730; all 577,160)",
        ONS, "2023",
        address="https://www.ons.gov.uk/peoplepopulationandcommunity/birthsdeathsandmarriages/deaths/bulletins/deathsregistrationsummarytables/2022"),
    "ons_deaths_by_cause_2009_2013": Source(
        "Deaths by selected cause, deprivation quintile (IMD 2010), age and sex, England, 2009 to 2013",
        ONS, "2014"),
    # prevalence and incidence
    "qof_2023": Source(
        "Quality and Outcomes Framework: recorded prevalence per registered patient (coronary heart "
        "disease 3.0, COPD 1.9, diabetes 6.5 %; stroke 1.8 % not re-checked)",
        NHS, "2025"),
    "cfas_2": Source(
        "Matthews et al., prevalence of dementia in people of 65 and over, CFAS II (6.5 %), Lancet "
        "382:1405",
        "CFAS", "2013", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC3906607"),
    "apms_2023": Source(
        "Adult Psychiatric Morbidity Survey 2023/4: common mental health conditions",
        "NatCen, NHS England", "2025",
        address="https://natcen.ac.uk/publications/adult-psychiatric-morbidity-survey-20234"),
    "mhcyp_2023": Source(
        "Mental Health of Children and Young People in England 2023, wave 4",
        NHS, "2023"),
    "cruk_incidence": Source(
        "Cancer incidence for common cancers, UK 2017-2019",
        "Cancer Research UK", "2023", FACTS, "https://www.cancerresearchuk.org/health-professional/cancer-statistics"),
    "qof_asthma_2020": Source(
        "Quality and Outcomes Framework 2019-20: asthma with treatment 6.5 % of registered patients",
        NHS, "2020", OGL, "https://www.pulsetoday.co.uk/news/clinical-areas/respiratory/rise-in-asthma-prevalence-under-qof-2019-20-prompted-by-covid-19/"),
    "hse_asthma_2018": Source(
        "Health Survey for England 2018, asthma: current asthma 11 % of women and 9 % of men; 15 against 8 % of women "
        "in households of lowest and highest income",
        NHS, "2019", OGL, "http://healthsurvey.hscic.gov.uk/support-guidance/public-health/health-survey-for-england-2018/asthma.aspx"),
    "gpps_msk_2022": Source(
        "Musculoskeletal health, local profiles: self-reported long-term problem 17.6 % of people of 16 and over in "
        "2022 (men 14.9, women 20.1; 16 to 24 2.5, 85 and over 49.8 %)",
        "Office for Health Improvement and Disparities", "2023", OGL,
        "https://www.gov.uk/government/statistics/musculoskeletal-health-local-profiles-march-2023-update"),
    "ohid_msk_2022": Source(
        "Musculoskeletal health: trends, risk factors and disparities in England (21.8 % in the most, 14.4 % in the "
        "least deprived areas, 2018)",
        "Office for Health Improvement and Disparities", "2022", OGL,
        "https://fingertips.phe.org.uk/static-reports/musculoskeletal-conditions/musculoskeletal-health-trends-risk-factors-and-disparities-in-england.html"),
    # quality of life and good health
    "sullivan_2011": Source(
        "Sullivan et al., catalogue of EQ-5D scores for the United Kingdom, Med Decis Making 31:800",
        "Medical Decision Making", "2011", FACTS),
    "ara_brazier_2010": Source(
        "Ara and Brazier, populating an economic model with health state utility values, Value Health 13:509",
        "Value in Health", "2010", FACTS),
    "salomon_2015": Source(
        "Salomon et al., disability weights, Lancet Glob Health 3:e712",
        "Lancet Global Health", "2015", "CC-BY-4.0"),
    "ons_hle_2022_2024": Source(
        "Healthy life expectancy, UK, between 2011 to 2013 and 2022 to 2024",
        ONS, "2026"),
    "ons_hle_by_decile": Source(
        "Health state life expectancies by index of multiple deprivation, males, England 2015-17",
        ONS, "2019"),
    "census_general_health": Source(
        "General health by age, sex and deprivation, England and Wales: Census 2021",
        ONS, "2023"),
    # exposures
    "ons_health_index": Source(
        "Health Index for England 2015 to 2021: underlying indicators",
        ONS, "2023"),
    "active_lives": Source(
        "Active Lives Adult Survey",
        "Sport England", "2022", "figures cited, not re-checked"),
    "community_life_2023": Source(
        "Community Life Survey 2023/24: loneliness and support networks",
        "Department for Culture, Media and Sport", "2024"),
    "coventry_loneliness": Source(
        "Written answer 17954, loneliness: 11 % of Coventry's adults often or always lonely, 2020-21",
        "UK Parliament", "2022", address="https://parallelparliament.co.uk/question/17954/loneliness"),
    # relative risks
    "garcia_2023": Source(
        "Garcia et al., non-occupational physical activity and risk of cardiovascular disease, cancer and"
        " mortality: dose-response meta-analysis, Br J Sports Med 57:979 (and the companion curves of "
        "diabetes, dementia and depression)",
        "British Journal of Sports Medicine", "2023", FACTS),
    "stringhini_2017": Source(
        "Stringhini et al., socioeconomic status and 25x25 risk factors, Lancet 389:1229, figure 4",
        "Lancet", "2017", FACTS),
    "pirie_2013": Source(
        "Pirie et al., hazards of smoking and benefits of stopping, Million Women Study, Lancet 381:133",
        "Lancet", "2013", FACTS),
    "chances_2015": Source(
        "Mons et al., smoking, cessation and cardiovascular events in older adults, BMJ 350:h1551",
        "BMJ", "2015", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC4413837"),
    "interheart_2006": Source(
        "Teo et al., tobacco use and myocardial infarction in 52 countries (INTERHEART), Lancet 368:647",
        "Lancet", "2006", FACTS),
    "interstroke_2010": Source(
        "O'Donnell et al., risk factors for stroke in 22 countries (INTERSTROKE), Lancet 376:112",
        "Lancet", "2010", FACTS),
    "forey_2011": Source(
        "Forey, Thornton and Lee, smoking and COPD, chronic bronchitis and emphysema, BMC Pulm Med 11:36",
        "BMC Pulmonary Medicine", "2011", FACTS,
        "https://bmcpulmmed.biomedcentral.com/articles/10.1186/1471-2466-11-36"),
    "pan_2015": Source(
        "Pan et al., active, passive and quitting smoking and type 2 diabetes, Lancet Diabetes Endocrinol"
        " 3:958",
        "Lancet Diabetes and Endocrinology", "2015", FACTS, "https://doi.org/10.1016/S2213-8587(15)00316-2"),
    "zhong_2015": Source(
        "Zhong et al., smoking and dementia, meta-analysis, PLoS One 10:e0118333",
        "PLoS One", "2015", FACTS),
    "botteri_2008": Source(
        "Botteri et al., smoking and colorectal cancer, JAMA 300:2765",
        "JAMA", "2008", FACTS),
    "gaudet_2013": Source(
        "Gaudet et al., active smoking and breast cancer, J Natl Cancer Inst 105:515",
        "JNCI", "2013", FACTS),
    "psc_2009": Source(
        "Prospective Studies Collaboration, body-mass index and cause-specific mortality, Lancet 373:1083",
        "Lancet", "2009", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC2662372"),
    "erfc_2011": Source(
        "Emerging Risk Factors Collaboration, body-mass index and cardiovascular disease, Lancet 377:1085",
        "Lancet", "2011", FACTS),
    "renehan_2008": Source(
        "Renehan et al., body-mass index and incidence of cancer, Lancet 371:569",
        "Lancet", "2008", FACTS),
    "erfc_2010": Source(
        "Emerging Risk Factors Collaboration, diabetes and vascular disease, Lancet 375:2215, figure 2",
        "Lancet", "2010", FACTS, "https://doi.org/10.1016/S0140-6736(10)60484-9"),
    "chatterjee_2016": Source(
        "Chatterjee et al., type 2 diabetes and dementia, 2.3 million people, Diabetes Care 39:300",
        "Diabetes Care", "2016", FACTS),
    "kuzma_2018": Source(
        "Kuzma et al., stroke and dementia risk, Alzheimers Dement 14:1416",
        "Alzheimer's and Dementia", "2018", FACTS),
    "gan_2014": Source(
        "Gan et al., depression and coronary heart disease, BMC Psychiatry 14:371",
        "BMC Psychiatry", "2014", FACTS),
    "pan_2011": Source(
        "Pan et al., depression and stroke, JAMA 306:1241",
        "JAMA", "2011", FACTS),
    "cuijpers_2014": Source(
        "Cuijpers et al., comprehensive meta-analysis of excess mortality in depression, Br J Psychiatry "
        "205:22",
        "British Journal of Psychiatry", "2014", FACTS, "https://pubmed.ncbi.nlm.nih.gov/24434956/"),
    "cprd_impactncd": Source(
        "Hazard ratios of other-cause mortality by condition, Clinical Practice Research Datalink, as "
        "used in IMPACTncd England",
        "University of Liverpool", "2023", FACTS),
    "valtorta_2016": Source(
        "Valtorta et al., loneliness and social isolation, coronary heart disease and stroke, Heart "
        "102:1009",
        "Heart", "2016", FACTS, "https://heart.bmj.com/content/102/13/1009"),
    "luchetti_2024": Source(
        "Luchetti et al., loneliness and dementia, 608,561 people, Nat Ment Health",
        "Nature Mental Health", "2024", FACTS, "https://www.nature.com/articles/s44220-024-00328-9"),
    "mann_2022": Source(
        "Mann et al., loneliness and the onset of new mental health problems, Soc Psychiatry 57:2161",
        "Social Psychiatry", "2022", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC9636084"),
    "loneliness_mortality_2022": Source(
        "Loneliness and mortality among older adults: review, Eur J Ageing",
        "European Journal of Ageing", "2022", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC9685120/"),
    "roelfs_2011": Source(
        "Roelfs et al., losing life and livelihood: unemployment and all-cause mortality, Soc Sci Med "
        "72:840",
        "Social Science and Medicine", "2011", FACTS, "https://academiccommons.columbia.edu/doi/10.7916/D8N29X3J"),
    "unemployment_cohorts_2025": Source(
        "Unemployment, re-employment and mental health: review of 38 cohorts (0.19 SMD)",
        "preprint", "2025", FACTS),
    "beuther_2007": Source(
        "Beuther and Sutherland, overweight, obesity and incident asthma, Am J Respir Crit Care Med 175:661",
        "Am J Respir Crit Care Med", "2007", FACTS),
    "polosa_2013": Source(
        "Polosa and Thomson, smoking and asthma, Eur Respir J 41:716",
        "European Respiratory Journal", "2013", FACTS),
    "jiang_2012": Source(
        "Jiang et al., body mass index and knee osteoarthritis, Joint Bone Spine 79:291",
        "Joint Bone Spine", "2012", FACTS),
    "shiri_2010": Source(
        "Shiri et al., smoking and low back pain, Am J Med 123:87",
        "American Journal of Medicine", "2010", FACTS),
    # school and young people
    "coventry_place_profiles": Source(
        "Place-based profiles: good level of development 61.1 % (Tile Hill 44.1, Hillfields 50.3), "
        "2021/22",
        "Coventry City Council", "2023", FACTS, "https://www.coventry.gov.uk/facts-coventry/foleshill-longford/5"),
    "dfe_eyfsp_2022": Source(
        "Early years foundation stage profile results 2021/22 (England 65.2 %)",
        "Department for Education", "2022"),
    "warburton_2024": Source(
        "Warburton et al., school readiness and NEET at 16-17 in Bradford, BMC Public Health",
        "BMC Public Health", "2024", "CC-BY-4.0",
        "https://bmcpublichealth.biomedcentral.com/articles/10.1186/s12889-024-18851-w"),
    # services and costs
    "ifg_appointments_2025": Source(
        "Performance tracker local: general practice (5.8 appointments per patient in 2024, 5.0 in 2019)",
        "Institute for Government", "2025", FACTS),
    "salisbury_2011": Source(
        "Salisbury et al., epidemiology and impact of multimorbidity in primary care, Br J Gen Pract "
        "61:e12",
        "British Journal of General Practice", "2011", FACTS),
    "nhs_ae_2019": Source(
        "Hospital accident and emergency activity 2018-19 and 2019-20",
        NHS, "2020"),
    "ons_ae_inequalities": Source(
        "Inequalities in accident and emergency department attendance, England, March 2021 to March 2022",
        ONS, "2023"),
    "hull_2018": Source(
        "Hull et al., population and patient factors affecting emergency department attendance, Br J Gen "
        "Pract 68:e157",
        "British Journal of General Practice", "2018", FACTS),
    "nhp_admissions": Source(
        "New Hospital Programme model: 6,696,500 non-elective admissions in the base year, England",
        "The Strategy Unit", "2024", FACTS, "https://github.com/The-Strategy-Unit/nhp_model/issues/248"),
    "nhs_readmissions_2018": Source(
        "Emergency readmissions to hospital within 30 days of discharge, 2013/14 to 2017/18 (13.8 %)",
        NHS, "2019"),
    "childrens_commissioner_2024": Source(
        "Children's mental health services 2022-23: 949,200 children referred, 8 % of 11.9 million",
        "Children's Commissioner for England", "2024", FACTS,
        "https://www.wired-gov.net/wg/news.nsf/articles/over+a+quarter+of+a+million+children+still+waiting+for+mental+health+support+15032024161000?open"),
    "asc_finance_2024": Source(
        "Adult social care activity and finance report, England 2023-24: 858,720 people in long-term "
        "support, 21.4 billion pounds",
        NHS, "2024"),
    "hes_outpatients_2023": Source(
        "Hospital Episode Statistics: 95,942,189 outpatient appointments attended in England, 2022/23 (written answer "
        "200113)",
        f"{NHS}; UK Parliament", "2023", OGL, "https://www.parallelparliament.co.uk/question/200113/health-services"),
    "nhs_talking_therapies_2023": Source(
        "NHS Talking Therapies, monthly: referrals received, Coventry and Warwickshire, July 2022 to May 2023 (16,860)",
        NHS, "2023"),
    "coventry_homelessness_2024": Source(
        "Coventry homelessness review 2024: 835 households owed the prevention duty, 2,114 relief, 944 main duty, "
        "2022/23",
        "Coventry City Council", "2024", FACTS,
        "https://www.coventry.gov.uk/homelessness-1/coventry-homelessness-review-2024/12"),
    # programmes
    "pars_2023": Source(
        "Review of uptake and adherence in physical activity referral schemes",
        "PMC10683187", "2023", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC10683187"),
    "madigan_2021": Source(
        "Madigan et al., interventions to maintain physical activity (45 minutes a week more than comparators)",
        "Obesity Reviews", "2021", FACTS, "https://doi.org/10.1111/obr.13304"),
    "howlett_2019": Source(
        "Howlett et al., physical activity interventions for inactive adults: change and maintenance",
        "Translational Behavioral Medicine", "2019", FACTS),
    "anokye_2011": Source(
        "Anokye et al., cost-effectiveness of exercise referral schemes (about 220 pounds in 2010, not "
        "re-checked)",
        "BMC Public Health", "2011", FACTS),
    "ifs_sure_start_2021": Source(
        "Cattan et al., the health impacts of Sure Start (hospitalisations -7 % at 5, -8 % at 11-15 at "
        "peak spending)",
        "Institute for Fiscal Studies", "2021", FACTS, "https://ifs.org.uk/publications/15574"),
    "ifs_sure_start_2019": Source(
        "Cattan et al., the health effects of Sure Start (effects in the poorest 30 % of areas only)",
        "Institute for Fiscal Studies", "2019", FACTS, "https://ifs.org.uk/publications/14188"),
    "nfer_neli_2023": Source(
        "Smith et al., impact evaluation of the Nuffield Early Language Intervention, wave two (four "
        "months' progress, seven for free-school-meal pupils)",
        "NFER, Education Endowment Foundation", "2023", FACTS,
        "https://nfer.ac.uk/publications/impact-evaluation-of-nuffield-early-language-intervention-neli-wave-two"),
    "pilling_2020": Source(
        "Psychological interventions for young people, meta-analysis (g 0.39 after, 0.31 at 12 months)",
        "PLoS One", "2020", FACTS, "https://pmc.ncbi.nlm.nih.gov/articles/PMC7668611"),
}


def chosen(*keys):
    """The named sources, for one module's Prepared."""
    return {key: SOURCES[key] for key in keys}
