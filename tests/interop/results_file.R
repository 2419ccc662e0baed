# Can R read a results file? rhdf5 and ncdf4, on the values of tests/support/example_results.cpp, worked out again here.
# Axes come reversed: (sex, area, year, statistic, scenario).
program <- Sys.getenv("EXAMPLE_RESULTS")
if (program == "" || !file.exists(program)) {
  cat("skipped: EXAMPLE_RESULTS does not name the program that writes the example\n")
  quit(status = 77)
}
readers <- Filter(function(name) requireNamespace(name, quietly = TRUE), c("rhdf5", "ncdf4"))
if (length(readers) == 0) {
  cat("skipped: neither rhdf5 nor ncdf4 is installed (apt-get install r-bioc-rhdf5 r-cran-ncdf4)\n")
  quit(status = 77)
}
path <- tempfile(fileext = ".h5")
stopifnot(system2(program, path) == 0)

# Means over the 20 replicates: draws and seeds cancel but for their products with the effect.
expected <- function(scenario, year, area, sex) 79.5 + 0.1 * year - 0.5 * area + 0.5 * sex + 0.05 * scenario

check <- function(reader, values, change, areas, names_of_scenarios, counts) {
  stopifnot(identical(dim(values), c(3L, 4L, 22L, 5L, 3L)))
  for (scenario in 0:2) for (year in c(0, 21)) for (area in 0:3) for (sex in 0:2)
    stopifnot(abs(values[sex + 1, area + 1, year + 1, 1, scenario + 1] - expected(scenario, year, area, sex)) < 1e-9)
  stopifnot(abs(change[1, 1, 1, 1, 2] - 0.05) < 1e-9, all(change[, , , 1, 1] == 0))
  stopifnot(areas[1] == "E08000026", length(areas) == 4, names_of_scenarios[2] == "Sc\u00e9nario 1", length(dim(counts)) == 5, !anyNA(counts))
  cat(reader, as.character(packageVersion(reader)), ": values agree\n")
}
if ("rhdf5" %in% readers) {
  # It warns of the references between variables and their axes, which it does not read.
  read <- function(name) suppressWarnings(rhdf5::h5read(path, name))
  names_of_scenarios <- read("scenario_name")
  Encoding(names_of_scenarios) <- "UTF-8"
  # Whole numbers of 64 bits become NA in R unless they are asked for as doubles.
  counts <- suppressWarnings(rhdf5::h5read(path, "counts/population", bit64conversion = "double"))
  check("rhdf5", read("life_expectancy"), read("life_expectancy_difference"), read("area"), names_of_scenarios, counts)
}
if ("ncdf4" %in% readers) {
  file <- ncdf4::nc_open(path)
  read <- function(name) ncdf4::ncvar_get(file, name, collapse_degen = FALSE)
  names_of_scenarios <- read("scenario_name")
  Encoding(names_of_scenarios) <- "UTF-8"
  stopifnot(ncdf4::ncatt_get(file, "life_expectancy", "units")$value == "years")
  stopifnot(identical(sapply(file$var[["life_expectancy"]]$dim, function(d) d$name), c("sex", "area", "year", "statistic", "scenario")))
  check("ncdf4", read("life_expectancy"), read("life_expectancy_difference"), read("area"), names_of_scenarios, read("counts/population"))
  ncdf4::nc_close(file)
}
for (name in setdiff(c("rhdf5", "ncdf4"), readers)) cat("skipped:", name, "is not installed\n")
