"""Can others read a results file? h5py, netCDF4, xarray with both engines, ncdump.

The values are those of tests/support/example_results.cpp, worked out again here."""
import math
import os
import shutil
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

SCENARIOS, YEARS, AREAS, SEXES, REPLICATES = 3, 22, 4, 3, 20
GROUPS = ["replicates", "counts", "uncertainty", "economics", "provenance", "provenance/inputs"]


def expected(base, by_year, by_area, by_sex, by_draw, by_seed, effect):
    """Values by (scenario, replicate, year, area, sex)."""
    s, r, y, a, x = numpy.meshgrid(*[numpy.arange(n) for n in (SCENARIOS, REPLICATES, YEARS, AREAS, SEXES)], indexing="ij")
    draw, seed = r // 2 % 5 - 2, numpy.where(r % 2 == 0, -1, 1)
    return (base + by_year * y + by_area * a + by_sex * x + by_draw * draw + by_seed * seed
            + s * effect * (1 + draw / 10 + seed / 50))


def one_more(values):
    """Spread of one more replicate about the mean, and its degrees of freedom: ten draws of two seeds."""
    draws = values.reshape((10, 2) + values.shape[1:])
    between = 2 * draws.mean(axis=1).var(axis=0, ddof=1)
    within = draws.var(axis=1, ddof=1).mean(axis=0)
    parts = between * (1 / 2 + 1 / REPLICATES), within * (1 - 1 / 2)
    variance = parts[0] + parts[1]
    return numpy.sqrt(variance), variance ** 2 / (parts[0] ** 2 / 9 + parts[1] ** 2 / 10)


def student_quantile(freedom, share=0.975):
    """Of Student's t, by Simpson's rule and bisection: nothing but arithmetic."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)

    def below(t, steps=2000):
        density = [scale * (1 + (t * i / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)]
        return 0.5 + t / steps / 3 * (density[0] + density[-1] + 4 * sum(density[1::2]) + 2 * sum(density[2:-1:2]))

    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < share else (low, middle)
    return low


def check_values(name, get, group):
    """`get(name)` and `group(name)` give arrays at the root and in the group of replicates."""
    values = expected(79.5, 0.1, -0.5, 0.5, 0.2, 0.05, 0.05)
    found = numpy.asarray(get("life_expectancy"))
    assert found.shape == (SCENARIOS, 5, YEARS, AREAS, SEXES), (name, found.shape)
    numpy.testing.assert_allclose(found[:, 0], values.mean(axis=1), rtol=1e-13)
    numpy.testing.assert_allclose(found[:, 1], values.std(axis=1, ddof=1), rtol=1e-9)
    numpy.testing.assert_allclose(found[:, 3], numpy.median(values, axis=1), rtol=1e-13)
    for scenario in range(SCENARIOS):
        spread, freedom = one_more(values[scenario])
        t = [student_quantile(each) for each in (freedom.min(), freedom.max())]
        assert abs(t[0] - t[1]) < 1e-6, "the parts of the spread are alike everywhere"
        numpy.testing.assert_allclose(found[scenario, 4], found[scenario, 0] + t[0] * spread, rtol=1e-7)
    change = values - values[:1]
    numpy.testing.assert_allclose(numpy.asarray(get("life_expectancy_difference"))[:, 0], change.mean(axis=1), atol=1e-12)
    better = numpy.asarray(get("life_expectancy_probability_better"))
    assert better.shape == (SCENARIOS, YEARS, AREAS, SEXES) and (better[0] == 0.5).all() and (better[1:] > 0.9).all()
    numpy.testing.assert_allclose(numpy.asarray(group("life_expectancy")), values[:, :, :, 0], rtol=1e-13)
    households = numpy.ma.filled(numpy.ma.masked_invalid(get("fuel_poverty")), numpy.nan)
    assert numpy.isnan(households[..., 1:]).all() and not numpy.isnan(households[..., 0]).any(), name
    assert numpy.asarray(get("healthy_life_expectancy_gap")).shape == (SCENARIOS, 5, YEARS, SEXES), name
    print(f"{name}: values agree")


def check_h5py(path):
    with h5py.File(path) as file:
        check_values(f"h5py {h5py.__version__}", lambda name: file[name][()], lambda name: file["replicates"][name][()])
        assert [d[0].name for d in file["life_expectancy"].dims] == ["/scenario", "/statistic", "/year", "/area", "/sex"]
        assert file["scenario_name"].asstr()[1] == "Scénario 1"
        assert file["life_expectancy"].attrs["units"] == b"years"  # h5py gives texts of exact length as bytes
        assert file["counts/population"].dtype == numpy.int64
        inputs = file["provenance/inputs"]
        assert bytes(inputs["abc.txt"][()]) == b"abc"
        assert inputs["abc.txt"].attrs["sha256"] == b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        assert file["provenance/parameter_draws"].shape == (2, 10)

        def no_fixed_texts(name, item):
            if isinstance(item, h5py.Dataset) and item.dtype.kind in "SO":
                assert h5py.check_string_dtype(item.dtype).length is None, name
        file.visititems(no_fixed_texts)


def check_netcdf4(path):
    with netCDF4.Dataset(path) as file:
        file.set_auto_mask(False)
        check_values(f"netCDF4 {netCDF4.__version__}", lambda name: file[name][:], lambda name: file["replicates"][name][:])
        assert file["life_expectancy"].dimensions == ("scenario", "statistic", "year", "area", "sex")
        assert file["counts/population"].dimensions == ("scenario", "year", "area", "sex", "age_group")
        assert list(file["area"][:2]) == ["E08000026", "E05001218"]
        assert file["provenance/scenario_text"][0] == 'name = "Scénario 1"\n'
        # No dimension that a reader had to name for us.
        groups = [file] + [file[name] for name in GROUPS]
        assert not [d for group in groups for d in group.dimensions if d.startswith("phony")]


def check_xarray(path, engine):
    try:
        root = xarray.open_dataset(path, engine=engine)
    except ValueError as missing:
        if "engine" not in str(missing):
            raise
        print(f"xarray with {engine}: not installed")
        return
    with root, xarray.open_dataset(path, engine=engine, group="replicates") as city:
        check_values(f"xarray {xarray.__version__} with {engine}", lambda name: root[name].values, lambda name: city[name].values)
        one = root["life_expectancy"].sel(scenario="scenario_1", statistic="mean", year=2030, area="E05001218", sex="male")
        assert abs(float(one) - (79.5 + 0.8 - 0.5 + 1.0 + 0.05)) < 1e-12
        assert root["area_name"].dims == ("area",) and "area_name" in root["life_expectancy"].coords
        assert root["life_expectancy"].dtype == numpy.float64 and root["year"].dtype.kind == "i"
    for group in GROUPS:
        with xarray.open_dataset(path, engine=engine, group=group) as part:
            part.load()


def check_ncdump(path):
    if not shutil.which("ncdump"):
        print("ncdump: not installed")
        return
    kind = subprocess.run(["ncdump", "-k", path], capture_output=True, text=True, check=True).stdout.strip()
    assert kind == "netCDF-4", kind
    subprocess.run(["ncdump", path], stdout=subprocess.DEVNULL, check=True)
    print("ncdump: the whole file prints")


def main():
    program = os.environ.get("EXAMPLE_RESULTS")
    if not program or not os.path.exists(program):
        print("skipped: EXAMPLE_RESULTS does not name the program that writes the example")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "results.h5")
        subprocess.run([program, path], check=True)
        check_h5py(path)
        check_netcdf4(path)
        check_xarray(path, "netcdf4")
        check_xarray(path, "h5netcdf")
        check_ncdump(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
