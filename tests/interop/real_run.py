"""Can others read the results of a real run? h5py, netCDF4, xarray with both engines, on all variables."""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import numpy
    import h5py
    import netCDF4
    import xarray
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

GROUPS = ["replicates", "counts", "uncertainty", "economics", "provenance", "provenance/inputs"]
SCENARIO = """name = "Walking in Foleshill – a test"
ambition = "healthier-for-longer"
pillars = ["behaviours", "places"]
[[intervention]]
id = "walking"
years = { from = 2023, to = 2023 }
eligible = { age = { from = 18 }, ward = ["Foleshill"] }
reach = { mean = 0.3, sd = 0.05 }
uptake = 0.5
cost = { per_participant = 100, fixed_per_year = 1000, price_year = 2022 }
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = { add = 120, sd = 20 }
  half_life = 5
  evidence = "madigan_2021"
"""


def run(program, folder):
    scenario = folder / "walking.toml"
    scenario.write_text(SCENARIO)
    path = folder / "results.h5"
    subprocess.run([program, "run", str(scenario), "--years", "2022:2023", "--replicates", "4", "--progress", "none", "-o", str(path)],
                   check=True, stdout=subprocess.DEVNULL)
    return path


def values_by_h5py(path):
    with h5py.File(path) as file:
        names = [name for name, item in file.items() if isinstance(item, h5py.Dataset) and item.dtype.kind == "f"]
        return {name: file[name][()] for name in names}, {name: [d[0].name.lstrip("/") for d in file[name].dims] for name in names}


def check_same(name, values, dimensions, get):
    """`get(name)` gives another reader's array and names of dimensions."""
    for variable, expected in values.items():
        found, named = get(variable)
        assert list(named) == dimensions[variable], (name, variable, named)
        numpy.testing.assert_array_equal(numpy.ma.filled(found, numpy.nan), expected, err_msg=f"{name}: {variable}")
    print(f"{name}: {len(values)} variables agree")


def check_contents(path, root, city):
    assert root["life_expectancy"].dims == ("scenario", "statistic", "year", "area", "sex")
    assert list(root["scenario"].values) == ["baseline", "walking"] and list(root["year"].values) == [2022, 2023]
    assert root["scenario_name"].values[1] == "Walking in Foleshill – a test"
    mean = root["population"].sel(statistic="mean", year=2022)
    wards = (root["area_type"] == "ward").values
    assert float(mean.isel(scenario=0, sex=0, area=0)) == float(mean.isel(scenario=0, sex=0, area=wards).sum()) > 300_000
    joined = root["programme_participants"].sel(scenario="walking", statistic="mean", year=2023, sex="persons")
    by_name = dict(zip(root["area_name"].values, joined.values))
    assert by_name["Foleshill"] == by_name["Coventry"] > 100
    # Every variable says what it is; statistics are those of the replicates beside them.
    for name, variable in root.data_vars.items():
        if variable.dtype.kind == "f":
            assert variable.attrs.get("units") and variable.attrs.get("long_name"), name
    for name in ("deaths", "life_expectancy", "service_cost"):
        replicates = city[name].transpose("scenario", "replicate", "year", "sex").values
        numpy.testing.assert_allclose(root[name].sel(statistic="mean").isel(area=0).values, replicates.mean(axis=1), rtol=1e-12)
        numpy.testing.assert_allclose(root[name].sel(statistic="sd").isel(area=0).values, replicates.std(axis=1, ddof=1), rtol=1e-9, atol=1e-9)


def check_provenance(path):
    with h5py.File(path) as file:
        held = file["provenance/inputs"]
        tables = sorted(pathlib.Path("inputs/coventry").iterdir())
        assert sorted(held) == [table.name for table in tables if table.is_file()]
        for table in tables:
            content = table.read_bytes()
            assert bytes(held[table.name][()]) == content, table
            assert held[table.name].attrs["sha256"].decode() == hashlib.sha256(content).hexdigest(), table
        assert file["provenance/scenario_text"].asstr()[-1] == SCENARIO


def main():
    program = os.environ.get("SPIRES")
    if not program or not os.path.exists(program):
        print("skipped: SPIRES does not name the program")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = run(program, pathlib.Path(folder))
        values, dimensions = values_by_h5py(path)
        assert len(values) > 50, len(values)
        with netCDF4.Dataset(path) as file:
            check_same(f"netCDF4 {netCDF4.__version__}", values, dimensions, lambda name: (file[name][:], file[name].dimensions))
        for engine in ("netcdf4", "h5netcdf"):
            try:
                root = xarray.open_dataset(path, engine=engine)
            except ValueError as missing:
                if "engine" not in str(missing):
                    raise
                print(f"xarray with {engine}: not installed")
                continue
            with root, xarray.open_dataset(path, engine=engine, group="replicates") as city:
                check_same(f"xarray {xarray.__version__} with {engine}", values, dimensions, lambda name: (root[name].values, root[name].dims))
                check_contents(path, root, city)
            for group in GROUPS:
                with xarray.open_dataset(path, engine=engine, group=group) as part:
                    part.load()
        check_provenance(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
