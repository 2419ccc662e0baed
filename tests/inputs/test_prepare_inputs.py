"""What must be true of the committed input tables, whatever they were made from.

    python3 -m unittest discover tests/inputs
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from committed import FOLDER, ROOT, SEXES  # noqa: E402
from committed import births_by_age, parameter, people_by_decile, sources, step, sums, table  # noqa: E402
from preparing.lifetable import life_expectancy  # noqa: E402

DEMOGRAPHY = ("population", "oldest_ages", "place_population", "mortality", "mortality_deprivation", "fertility",
              "fertility_trend", "living_arrangements", "household_size", "communal", "qualification",
              "economic_status", "household_rates", "moves", "disability_age", "students", "migration_wards")


class Places(unittest.TestCase):
    def test_there_are_203_places_in_18_wards(self):
        self.assertEqual(len(table("places")), 203)
        self.assertEqual({row["ward_code"] for row in table("places")}, {row["ward_code"] for row in table("wards")})
        self.assertEqual(len(table("wards")), 18)

    def test_places_by_decile(self):
        counts = [sum(row["imd_decile"] == str(d) for row in table("places")) for d in range(1, 11)]
        self.assertEqual(counts, [36, 27, 28, 22, 18, 15, 20, 13, 14, 10])

    def test_every_margin_covers_every_place(self):
        places = {row["place"] for row in table("places")}
        for name in ("ethnic_group", "disability", "tenure", "accommodation", "occupancy", "household_deprivation",
                     "place_population"):
            self.assertEqual({row["place"] for row in table(name)}, places, name)

    def test_constituencies_of_wards_have_compositions(self):
        self.assertEqual({row["constituency"] for row in table("wards")},
                         {row["constituency"] for row in table("household_composition")})


class People(unittest.TestCase):
    def test_population_is_355600(self):
        self.assertEqual(sum(int(row["persons"]) for row in table("population")), 355600)

    def test_age_groups(self):
        by_age = {int(age): n for (age,), n in sums("population", "persons", "age").items()}
        for start, end, wanted in ((0, 16, 70696), (16, 18, 8251), (18, 25, 46505), (65, 91, 50738), (85, 91, 7195)):
            self.assertEqual(sum(by_age[a] for a in range(start, end)), wanted)

    def test_places_add_up_to_wards(self):
        ward = {row["place"]: row["ward_code"] for row in table("places")}
        found = {}
        for row in table("place_population"):
            key = (ward[row["place"]], row["sex"], int(row["age_from"]))
            found[key] = found.get(key, 0.0) + float(row["persons"])
        wanted = {}
        for row in table("population"):
            key = (row["ward_code"], row["sex"], int(row["age"]) // 5 * 5)
            wanted[key] = wanted.get(key, 0) + int(row["persons"])
        for key, persons in wanted.items():
            self.assertAlmostEqual(found[key], persons, delta=0.05, msg=str(key))


class Shares(unittest.TestCase):
    def test_shares_sum_to_one(self):
        groups = {"oldest_ages": ("sex",), "household_size": ("composition",),
                  "living_arrangements": ("sex", "age_from"), "qualification": ("age_from", "imd_decile"),
                  "economic_status": ("sex", "age_from", "imd_decile")}
        for name, keys in groups.items():
            for key, total in sums(name, "share", *keys).items():
                self.assertAlmostEqual(total, 1, places=4, msg=f"{name} {key}")
        for key, total in sums("migration_wards", "arrival_share", "group").items():
            self.assertAlmostEqual(total, 1, places=6, msg=str(key))

    def test_nothing_is_negative(self):
        for name in DEMOGRAPHY:
            for row in table(name):
                for column, text in row.items():
                    if column in ("persons", "share", "rate", "ratio", "arrival_share", "departure_ratio"):
                        self.assertGreaterEqual(float(text), 0, f"{name} {row}")

    def test_unemployment_and_degrees_follow_deprivation(self):
        shares = {(row["sex"], row["age_from"], row["status"], int(row["imd_decile"])): float(row["share"])
                  for row in table("economic_status")}
        for sex in SEXES:
            self.assertGreater(shares[sex, "35", "unemployed", 1], shares[sex, "35", "unemployed", 10])
        learnt = {(row["age_from"], row["qualification"], int(row["imd_decile"])): float(row["share"])
                  for row in table("qualification")}
        self.assertLess(learnt["35", "level_4", 1], learnt["35", "level_4", 10])


class Households(unittest.TestCase):
    def test_communal_residents_fit_into_their_wards(self):
        total = sum(float(row["persons"]) for row in table("communal"))
        self.assertTrue(8000 <= total <= 11000, total)
        self.assertAlmostEqual(total, parameter("communal_residents"), places=3)
        starts = sorted({int(row["age_from"]) for row in table("communal")})
        room = {}
        for row in table("population"):
            band = max(start for start in starts if start <= int(row["age"]))
            key = (row["ward_code"], row["sex"], str(band))
            room[key] = room.get(key, 0) + int(row["persons"])
        for key, persons in sums("communal", "persons", "ward_code", "sex", "age_from").items():
            self.assertLessEqual(persons, 0.8 * room[key], str(key))

    def test_sizes_hold_everybody_in_private_households(self):
        homes = sums("household_composition", "households", "composition")
        total = sum(homes.values())
        mean = sum(float(row["share"]) * (8.5 if row["size"] == "8" else int(row["size"]))
                   * homes[row["composition"],] / total for row in table("household_size"))
        people = 355600 - parameter("communal_residents")
        self.assertAlmostEqual(mean * parameter("households") / people, 1, places=3)

    def test_arrangements_match_the_composition(self):
        starts = sorted({int(row["age_from"]) for row in table("living_arrangements")})
        people = {}
        for name, sign in (("population", 1), ("communal", -1)):
            for row in table(name):
                age = int(row["age"] if name == "population" else row["age_from"])
                key = (row["sex"], max(start for start in starts if start <= age))
                people[key] = people.get(key, 0.0) + sign * float(row["persons"])
        totals = {}
        for row in table("living_arrangements"):
            key = (row["arrangement"], row["sex"])
            persons = float(row["share"]) * people[row["sex"], int(row["age_from"])]
            totals[key] = totals.get(key, 0.0) + persons
        alone = sum(totals["alone", sex] for sex in SEXES) / parameter("households")
        self.assertAlmostEqual(alone, 0.304, delta=0.005)
        self.assertAlmostEqual(totals["couple", "female"] / totals["couple", "male"], 1, delta=0.01)


class Demography(unittest.TestCase):
    def test_life_expectancy_of_2022_meets_the_published_one(self):
        targets = {row["sex"]: float(row["years"]) for row in table("life_expectancy") if row["period"] == "2020-22"}
        for sex in SEXES:
            self.assertAlmostEqual(life_expectancy(step(sex, 2022)), targets[sex], delta=0.02)

    def test_expected_deaths_of_2022(self):
        deaths = sum(sum(step(sex, 2022)[0]) for sex in SEXES)
        self.assertTrue(3000 <= deaths <= 3300, deaths)

    def test_mortality_falls_over_years_and_rises_over_adult_ages(self):
        rates = {(row["sex"], int(row["age"]), int(row["year"])): float(row["rate"]) for row in table("mortality")}
        for sex in SEXES:
            self.assertLess(rates[sex, 70, 2062], rates[sex, 70, 2022])
            for age in range(40, 100):
                self.assertLess(rates[sex, age, 2022], rates[sex, age + 1, 2022])

    def test_deprivation_ratios_fall_with_decile_and_average_one(self):
        ratios = {(row["sex"], int(row["age"]), int(row["imd_decile"])): float(row["ratio"])
                  for row in table("mortality_deprivation")}
        for sex in SEXES:
            for age in range(101):
                row = [ratios[sex, age, d] for d in range(1, 11)]
                self.assertAlmostEqual(sum(row) / 10, 1, places=3)
                self.assertTrue(all(a >= b - 1e-3 for a, b in zip(row, row[1:])), f"{sex} {age}")
            self.assertGreater(ratios[sex, 50, 1], 1.5)
            self.assertAlmostEqual(ratios[sex, 97, 1], 1, delta=0.03)

    def test_level_returns_by_2025_and_stays(self):
        levels = {(row["sex"], int(row["year"])): float(row["level"]) for row in table("mortality_level")}
        for sex in SEXES:
            self.assertEqual(levels[sex, 2025], levels[sex, 2062])
            self.assertEqual(levels[sex, 2025], levels[sex, 2018])
            self.assertGreater(levels[sex, 2022], levels[sex, 2025])

    def test_births_and_total_fertility(self):
        self.assertAlmostEqual(sum(births_by_age().values()), 4165, delta=1)
        self.assertAlmostEqual(sum(float(row["rate"]) for row in table("fertility")), 1.54, delta=0.02)
        self.assertEqual(float(table("fertility_trend")[0]["ratio"]), 1)

    def test_net_migration(self):
        rows = table("migration")
        for row in rows:
            self.assertAlmostEqual(float(row["net"]), float(row["inflow"]) - float(row["outflow"]), places=2)
            self.assertGreaterEqual(float(row["inflow"]), 0)
            self.assertGreaterEqual(float(row["outflow"]), 0)
        self.assertAlmostEqual(sum(float(row["net"]) for row in rows), 2100, delta=150)
        net = sums("migration", "net", "age")
        self.assertGreater(net["18",], 2000)
        self.assertLess(sum(net[str(a),] for a in range(21, 31)), -800)

    def test_nobody_leaves_who_is_not_there(self):
        for sex in SEXES:
            people = [sum(ages[a] for ages in people_by_decile(sex).values()) for a in range(101)]
            for row in table("migration"):
                if row["sex"] == sex:
                    self.assertLess(float(row["outflow"]), 0.35 * people[int(row["age"])], str(row))


class Records(unittest.TestCase):
    def test_every_table_has_a_source_entry_and_a_resource(self):
        package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
        resources = {resource["path"]: resource for resource in package["resources"]}
        for path in sorted(FOLDER.glob("*.csv")):
            self.assertIn(path.name, resources)
            fields = [field["name"] for field in resources[path.name]["schema"]["fields"]]
            self.assertEqual(fields, list(table(path.stem)[0]))
            if path.name != "parameters.csv":
                entry = sources()["table"][path.name]
                self.assertIn(entry["standing"], ("published", "fitted", "assumed"))
                for key in entry["source"]:
                    self.assertIn(key, sources()["source"])

    def test_every_parameter_has_limits_and_a_known_source(self):
        for row in table("parameters"):
            self.assertLessEqual(float(row["lower"]), float(row["value"]), row["parameter"])
            self.assertLessEqual(float(row["value"]), float(row["upper"]), row["parameter"])
            if row["source"]:
                self.assertIn(row["source"], sources()["source"])


class Program(unittest.TestCase):
    def run_with(self, *options):
        return subprocess.run([sys.executable, ROOT / "scripts" / "prepare_inputs", *options], capture_output=True,
                              text=True, check=False)

    def test_a_missing_file_is_named_with_exit_66(self):
        with tempfile.TemporaryDirectory() as empty:
            result = self.run_with("--from", empty, "--to", empty)
        self.assertEqual(result.returncode, 66)
        self.assertIn("not found", result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 1)

    def test_a_missing_column_is_named_with_exit_65(self):
        with tempfile.TemporaryDirectory() as folder:
            census = Path(folder, "census2021")
            census.mkdir()
            (census / "ethnicity21_lsoa21_coventry.csv").write_text("lsoa21_code,n\nE01009522,1\n", encoding="utf-8")
            result = self.run_with("--from", folder, "--to", folder)
        self.assertEqual(result.returncode, 65)
        self.assertIn("ethnic_group", result.stderr)

    def test_wrong_usage_exits_64(self):
        self.assertEqual(self.run_with("--form", "x").returncode, 64)


if __name__ == "__main__":
    unittest.main()
