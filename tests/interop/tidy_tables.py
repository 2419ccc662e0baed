"""Do the exported tables hold what their metadata says, and what h5py reads in the results file?

Both descriptions (Frictionless, CSV on the Web) are followed as a reader of them would: columns, kinds, keys,
joins. The Python package `frictionless` is asked too where it is installed."""
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import h5py
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

FORMULA = tuple("=+-@\t\r\n")
HOSTILE = {"name": "=1+1", "description": '@SUM("x"), <script>alert(1)</script>\nand a second line'}
SCENARIO = f"""name = {json.dumps(HOSTILE["name"])}
description = {json.dumps(HOSTILE["description"])}
ambition = "healthier-for-longer"
[[intervention]]
id = "walking"
years = {{ from = 2022, to = 2022 }}
eligible = {{ age = {{ from = 18 }} }}
reach = {{ mean = 0.3, sd = 0.05 }}
uptake = 0.5
cost = {{ per_participant = 100, fixed_per_year = 1000, price_year = 2022 }}
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = {{ add = 120, sd = 20 }}
  half_life = 5
  evidence = "madigan_2021"
"""


def rows_of(path, encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.DictReader(file))


def check_kind(kind, cell, where):
    if kind == "integer":
        int(cell)
    elif kind == "number":
        assert cell == "" or float(cell) == float(cell), where
    else:
        assert kind == "string", where
        assert not cell.startswith(FORMULA), f"{where}: {cell!r} would start a formula"


def check_table(rows, columns, key, where):
    """`columns`: name to kind."""
    assert rows, f"{where} is empty"
    assert list(rows[0]) == list(columns), (where, list(rows[0]))
    for number, row in enumerate(rows):
        assert None not in row and None not in row.values(), f"{where}, row {number}: too many or too few cells"
        for name, kind in columns.items():
            check_kind(kind, row[name], f"{where}, row {number}, {name}")
    keys = {tuple(row[name] for name in key) for row in rows}
    assert len(keys) == len(rows), f"{where}: {key} does not tell rows apart"
    assert all(all(part != "" for part in each) for each in keys), f"{where}: an empty key"


def check_frictionless(folder):
    package = json.loads((folder / "datapackage.json").read_text())
    assert package["profile"] == "tabular-data-package" and package["name"] == package["name"].lower()
    tables = {each["name"]: rows_of(folder / each["path"]) for each in package["resources"]}
    for each in package["resources"]:
        schema = each["schema"]
        check_table(tables[each["name"]], {field["name"]: field["type"] for field in schema["fields"]}, schema["primaryKey"], each["path"])
        for join in schema.get("foreignKeys", []):
            [here], other, [there] = join["fields"], join["reference"]["resource"], join["reference"]["fields"]
            lost = {row[here] for row in tables[each["name"]]} - {row[there] for row in tables[other]}
            assert not lost, f"{each['path']}: {here} {sorted(lost)[:3]} is not in {other}"
    print(f"Frictionless: {len(tables)} tables, {len(tables['fact_indicator']):,} facts follow their description")
    return tables


def check_csvw(folder, tables):
    group = json.loads((folder / "csv-metadata.json").read_text())
    assert group["@context"][0] == "http://www.w3.org/ns/csvw"
    by_url = {table["url"]: table["tableSchema"] for table in group["tables"]}
    assert set(by_url) == {f"{name}.csv" for name in tables}
    for url, schema in by_url.items():
        rows, names = tables[url.removesuffix(".csv")], [column["name"] for column in schema["columns"]]
        assert names == list(rows[0]) and all(column["datatype"] in ("string", "integer", "number") for column in schema["columns"]), url
        assert set(schema["primaryKey"]) <= set(names), url
        for join in schema.get("foreignKeys", []):
            other, there = join["reference"]["resource"], join["reference"]["columnReference"]
            assert {row[join["columnReference"]] for row in rows} <= {row[there] for row in tables[other.removesuffix(".csv")]}, (url, join)
    print(f"CSV on the Web: {len(by_url)} tables follow their description")


def check_values(path, facts):
    """A few hundred facts, drawn at random, against the file; and how many there must be in all."""
    with h5py.File(path) as file:
        axis = {name: [word.decode() if isinstance(word, bytes) else int(word) for word in file[name][()]] for name in ("scenario", "year", "area", "sex", "statistic")}
        names = [name for name in file if name + "_difference" in file]
        wanted = sum(int((file[name][:, 0] == file[name][:, 0]).sum()) for name in names)
        assert len(facts) == wanted, (len(facts), wanted)
        for row in random.Random(1).sample(facts, 400):
            values, year, sex = file[row["indicator"]], axis["year"].index(int(row["year"])), axis["sex"].index(row["sex"])
            place = (year, sex) if values.ndim == 4 else (year, axis["area"].index(row["area_code"]), sex)
            scenario = axis["scenario"].index(row["scenario"])
            for suffix, columns in (("", ("value", "lower_95", "upper_95")), ("_difference", ("change", "change_lower_95", "change_upper_95"))):
                for statistic, column in zip(("mean", "p2_5", "p97_5"), columns):
                    found = file[row["indicator"] + suffix][(scenario, axis["statistic"].index(statistic)) + place]
                    assert (row[column] == "" and found != found) or float(row[column]) == found, (row, column, found)
            found = file[row["indicator"] + "_probability_better"][(scenario,) + place]
            assert (row["probability_better"] == "" and found != found) or float(row["probability_better"]) == found, row
    print("h5py: 400 facts agree to the last digit")


def ask_frictionless(folder):
    try:
        from frictionless import Package
    except ImportError:
        print("frictionless: not installed, so only our own check was made")
        return
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "message"])[:5]
    print("frictionless: valid")


def main():
    program = os.environ.get("SPIRES")
    if not program or not os.path.exists(program):
        print("skipped: SPIRES does not name the program")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "walking.toml").write_text(SCENARIO)
        results = folder / "results.h5"
        subprocess.run([program, "run", str(folder / "walking.toml"), "--years", "2022:2023", "--replicates", "2", "--progress", "none", "-o", str(results)], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "export", str(results), "--to", str(folder / "tables")], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "export", str(results), "--to", str(folder / "excel"), "--excel"], check=True, stdout=subprocess.DEVNULL)
        tables = check_frictionless(folder / "tables")
        check_csvw(folder / "tables", tables)
        check_values(results, tables["fact_indicator"])
        ask_frictionless(folder / "tables")
        [walking] = [row for row in tables["dim_scenario"] if row["scenario"] == "walking"]
        assert walking["scenario_name"] == "'" + HOSTILE["name"] and walking["description"] == "'" + HOSTILE["description"], walking
        assert (folder / "excel" / "dim_area.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        assert rows_of(folder / "excel" / "dim_area.csv", "utf-8-sig") == tables["dim_area"]
    return 0


if __name__ == "__main__":
    sys.exit(main())
