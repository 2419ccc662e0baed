"""The general price level, to bring costs to pounds of one year."""

from .common import Column, Prepared, Source, Table

# GDP deflator by financial year starting in the year, 2022 = 100; recalled, to be checked against the release.
DEFLATOR = {2007: 71.5, 2008: 73.4, 2009: 74.4, 2010: 75.7, 2011: 76.9, 2012: 78.4, 2013: 79.9, 2014: 80.9, 2015: 81.5,
            2016: 83.3, 2017: 84.6, 2018: 86.4, 2019: 88.4, 2020: 93.1, 2021: 93.3, 2022: 100.0, 2023: 105.9,
            2024: 110.0, 2025: 112.8}


def prepare(read):
    """prices.csv."""
    return Prepared(
        tables=[Table("prices.csv", "General price level",
                      [Column("year", "integer", "financial year starting in the year"),
                       Column("index", "number", "GDP deflator, 2022 = 100")],
                      sorted(DEFLATOR.items()), ["treasury_deflators"], "assumed",
                      "In the manner of HM Treasury's GDP deflators; the values are recalled and rounded, not copied "
                      "from a release, and stand as an assumption until they are checked.")],
        sources={"treasury_deflators": Source("GDP deflators at market prices", "HM Treasury", "2025")})
