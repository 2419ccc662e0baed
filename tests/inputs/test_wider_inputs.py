"""What must be true of the tables of money, homes, air, social life and the strategy's indicators."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from committed import SEXES, parameter, table  # noqa: E402

AMBITIONS = {"healthier-for-longer", "children-and-young-people", "connected-communities"}
EXPOSURES = {"poverty", "temporary_accommodation", "cold_home", "alcohol", "no2", "pm25"}


def number(row, column):
    """A cell as a number."""
    return float(row[column])


def target(indicator, sex="persons"):
    """The published level of an indicator."""
    return next(number(row, "value") for row in table("targets") if (row["indicator"], row["sex"]) == (indicator, sex))


class Catalogue(unittest.TestCase):
    def test_all_eighteen_are_there(self):
        self.assertEqual({int(row["number"]) for row in table("indicators")}, set(range(1, 19)))
        names = [row["indicator"] for row in table("indicators")]
        self.assertEqual(len(names), len(set(names)))
        for row in table("indicators"):
            self.assertIn(row["better"], ("higher", "lower", "none"))
            self.assertIn(row["ambition"], AMBITIONS)
            self.assertTrue(row["numerator"] and row["unit"], row["indicator"])

    def test_every_service_and_most_indicators_have_a_target(self):
        targets = {row["indicator"] for row in table("targets")}
        self.assertLessEqual({row["service"] for row in table("services")}, targets)
        without = {row["indicator"] for row in table("indicators")} - targets
        self.assertEqual(without, {"premature_mortality", "years_lived_with_disability"})

    def test_services_meet_their_targets(self):
        for row in table("services"):
            self.assertAlmostEqual(number(row, "total") / target(row["service"]), 1, delta=0.001)

    def test_what_is_not_assumed_has_a_source(self):
        for name in ("targets", "further_risks", "screening_effects"):
            for row in table(name):
                self.assertTrue(row["source"] or row["standing"] == "assumed", row)


class Places(unittest.TestCase):
    def setUp(self):
        self.places = {row["place"]: row for row in table("places")}

    def test_every_place_has_air_and_poverty(self):
        for name in ("air", "poverty_places"):
            self.assertEqual({row["place"] for row in table(name)}, set(self.places), name)

    def test_the_air_meets_the_city(self):
        people = {place: number(row, "residents") for place, row in self.places.items()}
        for pollutant in ("no2", "pm25"):
            mean = sum(number(row, pollutant) * people[row["place"]] for row in table("air")) / sum(people.values())
            self.assertAlmostEqual(mean / target(pollutant), 1, delta=0.01)
            ratios = [number(row, "ratio") for row in table("air_trend") if row["pollutant"] == pollutant]
            self.assertEqual(ratios, sorted(ratios, reverse=True))
            self.assertEqual(ratios[0], 1)

    def test_poverty_falls_with_the_decile(self):
        for column in ("children_in_poverty", "fuel_poverty"):
            means = []
            for decile in range(1, 11):
                shares = [number(row, column) for row in table("poverty_places")
                          if self.places[row["place"]]["imd_decile"] == str(decile)]
                means.append(sum(shares) / len(shares))
            self.assertGreater(means[0], 2 * means[9] if column == "fuel_poverty" else 4 * means[9])
            self.assertEqual(means, sorted(means, reverse=True))


class Shares(unittest.TestCase):
    def test_shares_are_shares(self):
        for name, column in (("screening", "share"), ("screening_deciles", "share"), ("feeling_safe", "share"),
                             ("local_influence", "share"), ("alcohol", "share"), ("destinations", "share"),
                             ("healthy_weight_year_6", "healthy"), ("healthy_weight_year_6", "obese"),
                             ("home_energy", "share")):
            for row in table(name):
                self.assertTrue(0 < number(row, column) < 1, (name, row))

    def test_coverage_rises_with_the_decile_around_the_level(self):
        for row in table("screening"):
            line = [number(r, "share") for r in table("screening_deciles") if r["programme"] == row["programme"]]
            self.assertEqual(line, sorted(line))
            self.assertTrue(line[0] < number(row, "share") < line[9])

    def test_wellbeing_is_within_the_scale(self):
        for row in table("wellbeing"):
            self.assertTrue(2 < number(row, "points") < 9, row)
        self.assertEqual({row["measure"] for row in table("wellbeing")},
                         {"life_satisfaction", "worthwhile", "happiness", "anxiety"})

    def test_who_is_neither_supported_nor_closed_is_as_many_as_still_wait_in_england(self):
        waiting = 1 - parameter("camhs_supported_share") - parameter("camhs_closed_share")
        self.assertAlmostEqual(waiting, 0.2848, delta=0.003)


class Risks(unittest.TestCase):
    def test_exposures_and_outcomes_are_known(self):
        conditions = {row["condition"] for row in table("conditions")} | {"other_mortality"}
        for row in table("further_risks"):
            self.assertIn(row["exposure"], EXPOSURES)
            self.assertIn(row["outcome"], conditions)
            self.assertLessEqual(number(row, "lower"), number(row, "ratio"))
            self.assertLessEqual(number(row, "ratio"), number(row, "upper"))

    def test_social_exposures_carry_the_causal_fraction(self):
        for row in table("further_risks"):
            social = row["exposure"] in ("poverty", "temporary_accommodation", "cold_home")
            self.assertEqual(row["social"], "1" if social else "0", row)

    def test_circumstances_name_services(self):
        services = {row["service"] for row in table("services")}
        self.assertLessEqual({row["service"] for row in table("service_circumstances")}, services)


class Money(unittest.TestCase):
    def test_pay_rises_with_learning(self):
        pay = {(row["sex"], row["age_from"], row["qualification"]): number(row, "weekly") for row in table("earnings")}
        for sex in SEXES:
            for age in {row["age_from"] for row in table("earnings")}:
                line = [pay[sex, age, level] for level in ("none", "level_1_2", "level_3", "level_4")]
                self.assertEqual(line, sorted(line))

    def test_tenures_and_homes_are_those_of_the_census(self):
        tenures = {row["tenure"] for row in table("tenure")}
        for name in ("housing_costs", "home_energy"):
            self.assertEqual({row["tenure"] for row in table(name)}, tenures, name)
        self.assertEqual({row["accommodation"] for row in table("fuel_costs")},
                         {row["accommodation"] for row in table("accommodation")})


if __name__ == "__main__":
    unittest.main()
