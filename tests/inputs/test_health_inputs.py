"""The committed health tables say what they should: shares are shares, prevalence stands still, deaths fit.

    python3 -m unittest tests.inputs.test_health_inputs      (from the root of the project)
"""

import csv
import math
import tomllib
import unittest
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "inputs" / "coventry"
SEXES, DECILES = ("female", "male"), range(1, 11)


def rows(file):
    """The rows of an input table."""
    with open(INPUTS / file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def by(table, keys, value):
    """One column of a table by the (text) values of others."""
    return {tuple(row[key] for key in keys): float(row[value]) for row in table}


def city():
    """The city's people of mid-2022 by sex and age 0 to 90, where 90 is 90 and over; empty without population.csv."""
    people = defaultdict(float)
    if (INPUTS / "population.csv").exists():
        for row in rows("population.csv"):
            people[row["sex"], int(row["age"])] += float(row["persons"])
    return people


def next_prevalence(now, incidence, remission, excess):
    """Share ill among the survivors a year on, as docs/inputs.md has it."""
    both = incidence + remission
    moved = (1 - math.exp(-both)) / both if both > 0 else 0.0
    onset, recovery = incidence * moved, remission * moved
    ill = now * (1 - recovery) * math.exp(-excess) + (1 - now) * onset * math.exp(-excess / 2)
    free = (1 - now) * (1 - onset) + now * recovery * math.exp(-excess / 2)
    return ill / (ill + free)


class Conditions(unittest.TestCase):
    """condition_rates.csv and condition_deciles.csv."""

    def setUp(self):
        self.rates = {(r["condition"], r["sex"], int(r["age"])): r for r in rows("condition_rates.csv")}
        self.conditions = {r["condition"]: r for r in rows("conditions.csv")}

    def value(self, condition, sex, age, column):
        return float(self.rates[condition, sex, age][column])

    def test_every_condition_has_every_age(self):
        self.assertEqual(set(self.rates), {(c, s, a) for c in self.conditions for s in SEXES for a in range(101)})

    def test_shares_and_rates_are_in_range(self):
        for key, row in self.rates.items():
            self.assertTrue(0 <= float(row["prevalence"]) < 0.6, key)
            self.assertTrue(0 <= float(row["incidence"]) < 0.6, key)
            self.assertTrue(0 <= float(row["fatality"]) <= 0.6, key)
            self.assertTrue(0 <= float(row["remission"]) < 0.5, key)

    def test_nobody_is_ill_outside_the_ages(self):
        for (condition, _, age), row in self.rates.items():
            listed = self.conditions[condition]
            if not int(listed["age_from"]) <= age <= int(listed["age_to"]):
                self.assertEqual((float(row["prevalence"]), float(row["incidence"])), (0, 0), (condition, age))

    def test_prevalence_stands_still(self):
        """With deaths of the condition each age's prevalence leads to the next, within what other deaths add."""
        carried = {row["exposure"] for row in rows("relative_risks.csv") if row["outcome"] == "other_mortality"}
        for condition, listed in self.conditions.items():
            tolerance = 0.06 if condition in carried else 0.005
            for sex in SEXES:
                for age in range(int(listed["age_from"]), min(int(listed["age_to"]), 85)):
                    now, later = (self.value(condition, sex, a, "prevalence") for a in (age, age + 1))
                    excess = sum(self.value(condition, sex, a, "fatality") for a in (age, age + 1)) / 2
                    remission = max(self.value(condition, sex, a, "remission") for a in (age, age + 1))
                    got = next_prevalence(now, self.value(condition, sex, age, "incidence"), remission, excess)
                    self.assertLess(abs(got - later), 0.0002 + tolerance * later, (condition, sex, age))

    def test_incidence_is_smooth(self):
        for condition in ("coronary_heart_disease", "stroke", "type_2_diabetes", "copd", "dementia", "lung_cancer"):
            for sex in SEXES:
                for age in range(55, 90):
                    here, there = (self.value(condition, sex, a, "incidence") for a in (age, age + 1))
                    self.assertTrue(0.75 < there / here < 1.34, (condition, sex, age))

    def test_decile_ratios_have_mean_one_and_fall(self):
        ratios = by(rows("condition_deciles.csv"), ("condition", "imd_decile"), "ratio")
        for condition in self.conditions:
            line = [ratios[condition, str(d)] for d in DECILES]
            rising = condition == "breast_cancer"
            self.assertEqual(line, sorted(line, reverse=not rising), condition)
            self.assertTrue(min(line) < 1 < max(line), condition)

    def test_good_health_log_odds_are_bounded(self):
        for row in self.conditions.values():
            self.assertTrue(-2.0 <= float(row["good_health_log_odds"]) <= -0.3, row["condition"])

    def test_prevalence_totals_meet_their_targets(self):
        """Shares of the city's people near England's registers and surveys, moved by ages and deprivation."""
        people = city()
        if not people:
            self.skipTest("population.csv is not here")
        for condition, age_from, age_to, low, high in (
                ("coronary_heart_disease", 0, 90, .022, .033), ("stroke", 0, 90, .013, .020),
                ("type_2_diabetes", 0, 90, .045, .065), ("copd", 0, 90, .015, .022), ("dementia", 65, 90, .060, .073),
                ("anxiety_or_depression", 16, 64, .22, .26), ("anxiety_or_depression", 75, 90, .095, .125),
                ("child_mental_disorder", 8, 10, .15, .19), ("child_mental_disorder", 11, 16, .21, .27)):
            ages = [(s, a) for s in SEXES for a in range(age_from, age_to + 1)]
            share = (sum(people[s, a] * self.value(condition, s, a if a < 90 else 92, "prevalence") for s, a in ages)
                     / sum(people[key] for key in ages))
            self.assertTrue(low < share < high, (condition, age_from, share))

    def test_deaths_of_causes_leave_a_residual(self):
        """Fatality × prevalence stays under 0.75 of UK mortality, also in deciles 1 and 10."""
        if not (INPUTS / "mortality.csv").exists():
            self.skipTest("mortality.csv is not here")
        total = by(rows("mortality.csv"), ("sex", "age", "year"), "rate")
        deciles = by(rows("condition_deciles.csv"), ("condition", "imd_decile"), "ratio")
        gradient = by(rows("mortality_deprivation.csv"), ("sex", "age", "imd_decile"), "ratio")
        for sex in SEXES:
            for age in range(20, 101):
                for decile in (None, "1", "10"):
                    causes = sum(self.value(c, sex, age, "fatality") * self.value(c, sex, age, "prevalence")
                                 * (deciles[c, decile] if decile else 1) for c in self.conditions)
                    ratio = gradient[sex, str(age), decile] if decile else 1
                    self.assertLess(causes, 0.75 * ratio * total[sex, str(age), "2022"], (sex, age, decile))


class Exposures(unittest.TestCase):
    """Quantiles, smoking, loneliness and relative risks."""

    def test_quantiles_do_not_fall(self):
        lines = defaultdict(list)
        for row in rows("exposure_quantiles.csv"):
            key = (row["exposure"], row["sex"], row["age_from"], row["imd_decile"])
            lines[key].append((float(row["z"]), float(row["value"])))
        for key, points in lines.items():
            scores, values = zip(*sorted(points))
            self.assertEqual(list(scores), [x / 2 for x in range(-6, 7)], key)
            self.assertEqual(list(values), sorted(values), key)
            self.assertGreaterEqual(values[0], 0 if key[0] == "activity" else 10, key)

    def test_smoking_shares_and_chances(self):
        for row in rows("smoking.csv"):
            self.assertLess(float(row["current"]) + float(row["ex"]), 0.95)
            for column in ("current", "ex", "initiation", "quitting", "relapse"):
                self.assertTrue(0 <= float(row[column]) <= 0.95, row)

    def test_loneliness(self):
        shares = by(rows("loneliness.csv"), ("sex", "age_from", "imd_decile"), "share")
        self.assertTrue(all(0.02 < share < 0.35 for share in shares.values()))

    def test_ratios_are_ordered(self):
        lines = defaultdict(list)
        for row in rows("relative_risks.csv"):
            self.assertLessEqual(float(row["lower"]), float(row["ratio"]) + 1e-9, row)
            self.assertLessEqual(float(row["ratio"]), float(row["upper"]) + 1e-9, row)
            key = (row["exposure"], row["outcome"], row["sex"], row["age_from"])
            lines[key].append((float(row["level"]), float(row["ratio"])))
        for key, points in lines.items():
            points.sort()
            self.assertEqual(points[0][1], 1, key)
            ratios = [ratio for _, ratio in points]
            if key[0] == "smoking":
                ratios = ratios[1:] + [1]
            self.assertIn(ratios, (sorted(ratios), sorted(ratios, reverse=True)), key)

    def test_outcomes_are_known(self):
        known = {row["condition"] for row in rows("conditions.csv")} | {"other_mortality"}
        self.assertLessEqual({row["outcome"] for row in rows("relative_risks.csv")}, known)


class Health(unittest.TestCase):
    """Good health, school and services."""

    def test_good_health_falls_with_age(self):
        shares = by(rows("good_health.csv"), ("sex", "age_from"), "share")
        for sex, wanted in (("male", {0: .92, 20: .88, 40: .79, 60: .67, 75: .54, 90: .37}),
                            ("female", {0: .91, 20: .85, 40: .76, 60: .66, 75: .54, 90: .33})):
            for age, share in wanted.items():
                self.assertAlmostEqual(shares[sex, str(age)], share, delta=0.02, msg=(sex, age))

    def test_log_odds_rise_with_the_decile(self):
        odds = by(rows("good_health_deciles.csv"), ("sex", "imd_decile"), "log_odds")
        for sex in SEXES:
            line = [odds[sex, str(d)] for d in DECILES]
            self.assertEqual(line, sorted(line))

    def test_school_shares(self):
        shares = by(rows("good_level_of_development.csv"), ("sex", "imd_decile"), "share")
        self.assertTrue(all(0.4 < share < 0.9 for share in shares.values()))
        self.assertTrue(all(shares["female", str(d)] > shares["male", str(d)] for d in DECILES))

    def test_services_are_whole(self):
        services = {row["service"]: row for row in rows("services.csv")}
        for file in ("service_rates.csv", "service_deciles.csv"):
            self.assertEqual({row["service"] for row in rows(file)}, set(services), file)
        again, admitted, attended = (float(services[name]["total"]) for name in (
            "emergency_readmissions", "emergency_admissions", "ae_attendances"))
        self.assertTrue(again < admitted < attended)


class Sources(unittest.TestCase):
    """Every key that a table or a scenario names is described."""

    def setUp(self):
        if not (INPUTS / "sources.toml").exists():
            self.skipTest("sources.toml is not here")
        self.sources = tomllib.loads((INPUTS / "sources.toml").read_text(encoding="utf-8"))

    def test_tables_and_rows(self):
        known = set(self.sources["source"])
        for file, table in self.sources["table"].items():
            self.assertLessEqual(set(table["source"]), known, file)
        self.assertLessEqual({row["source"] for row in rows("relative_risks.csv")}, known)

    def test_scenarios(self):
        files = sorted((ROOT / "scenarios").glob("*.toml"))
        self.assertEqual(len(files), 14, "the baseline and thirteen scenarios")
        for file in files:
            scenario = tomllib.loads(file.read_text(encoding="utf-8"))
            for intervention in scenario.get("intervention", []):
                named = [intervention.get("cost"), *intervention["effect"]]
                if isinstance(intervention["uptake"], dict):
                    named.append(intervention["uptake"])
                for thing in filter(None, named):
                    self.assertIn(thing["evidence"], self.sources["source"], (file.name, intervention["id"]))
                    self.assertIn(thing["standing"], ("published", "fitted", "assumed"), (file.name, intervention["id"]))
            if file.stem != "baseline":
                self.assertTrue(scenario["ambition"] and scenario["pillars"], file.name)

    def test_one_coventry_holds_every_programme_and_no_shock(self):
        files = {file.name for file in (ROOT / "scenarios").glob("*.toml")}
        whole = tomllib.loads((ROOT / "scenarios" / "one_coventry.toml").read_text(encoding="utf-8"))
        self.assertEqual(set(whole["include"]), files - {"baseline.toml", "one_coventry.toml", "cost_of_living_shock.toml"})


if __name__ == "__main__":
    unittest.main()
