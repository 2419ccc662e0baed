#!/usr/bin/env python3
"""Draws the README's picture from a results file: healthy life expectancy by ward and tenth, and what a scenario adds.

usage: scripts/draw_picture.py RESULTS.h5 PICTURE.svg     (needs python3-h5py)
"""

import sys
from html import escape

import h5py

WIDTH, HEIGHT, LEFT, TOP, ROW = 860, 420, 200, 70, 18
DARK, ORANGE, GREY = "#12436D", "#F46A25", "#3D3D3D"


def text(x, y, words, size=13, anchor="start", colour=GREY, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" '
            f'font-weight="{weight}">{escape(words)}</text>')


def read(file):
    """Names of wards and their healthy life expectancy in the base year and in 2040, men and women."""
    names = file["area_name"].asstr()[:]
    types = file["area_type"].asstr()[:]
    years = file["year"][:].tolist()
    values = file["healthy_life_expectancy"]       # scenario, statistic, year, area, sex
    later = years.index(2040) if 2040 in years else len(years) - 1
    rows = [(names[a], values[0, 0, 0, a, 0], values[0, 0, later, a, 0]) for a in range(len(names)) if types[a] == "ward"]
    return sorted(rows, key=lambda row: row[1]), years[0], years[later]


def draw(rows, first, later):
    low = min(min(row[1:]) for row in rows) - 1
    high = max(max(row[1:]) for row in rows) + 1
    x = lambda value: LEFT + (value - low) / (high - low) * (WIDTH - LEFT - 40)
    gap = rows[-1][1] - rows[0][1]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Arial, Helvetica, sans-serif" role="img" '
             f'aria-label="Healthy life expectancy by ward">', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
             text(12, 26, f"In {rows[0][0]} people can expect {gap:.0f} fewer healthy years than in {rows[-1][0]}", 18, weight="bold"),
             text(12, 48, f"Healthy life expectancy at birth by ward, years, baseline; persons, mean of all replicates"),
             f'<circle cx="{WIDTH - 230}" cy="44" r="5" fill="{DARK}"/>', text(WIDTH - 220, 48, str(first)),
             f'<circle cx="{WIDTH - 160}" cy="44" r="5" fill="none" stroke="{ORANGE}" stroke-width="2.5"/>', text(WIDTH - 150, 48, f"{later} projected")]
    for years in range(int(low) + 1, int(high) + 1, 2):
        parts.append(f'<line x1="{x(years):.1f}" x2="{x(years):.1f}" y1="{TOP - 8}" y2="{TOP + ROW * len(rows)}" stroke="#DDDDDD"/>')
        parts.append(text(x(years), TOP + ROW * len(rows) + 16, str(years), 12, "middle"))
    for i, (name, base, then) in enumerate(rows):
        y = TOP + ROW * i + 4
        parts.append(text(LEFT - 12, y + 4, name, 12, "end"))
        parts.append(f'<line x1="{x(base):.1f}" x2="{x(then):.1f}" y1="{y}" y2="{y}" stroke="{GREY}"/>')
        parts.append(f'<circle cx="{x(then):.1f}" cy="{y}" r="5" fill="white" stroke="{ORANGE}" stroke-width="2.5"/>')
        parts.append(f'<circle cx="{x(base):.1f}" cy="{y}" r="5" fill="{DARK}"/>')
    return "\n".join(parts + ["</svg>"]) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with h5py.File(sys.argv[1], "r") as file:
        rows, first, later = read(file)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(draw(rows, first, later))


main()
