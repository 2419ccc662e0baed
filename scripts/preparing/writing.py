"""Writes the prepared tables, parameters.csv, sources.toml and datapackage.json."""

import csv
import json

from .common import STANDINGS, BadInput, Column

PARAMETER_COLUMNS = [
    Column("parameter", "string", "name, as the model asks for it"),
    Column("value", "number", "central value, in its unit"),
    Column("lower", "number", "lower 95 % limit"),
    Column("upper", "number", "upper 95 % limit"),
    Column("distribution", "string", "fixed, lognormal, beta or gamma"),
    Column("unit", "string", "unit of value, lower and upper"),
    Column("description", "string", "what it is in the world"),
    Column("source", "string", "key in sources.toml, empty for an assumption"),
    Column("standing", "string", "published, fitted or assumed"),
]
ATTRIBUTION = ("Contains public sector information licensed under the Open Government Licence v3.0. "
               "Contains Office for National Statistics data, Crown copyright.")
LICENCE = {"name": "OGL-UK-3.0", "title": "Open Government Licence v3.0",
           "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}


def merged(parts):
    """Tables by file, parameters by name and sources by key of all modules; the same name twice is an error."""
    tables, parameters, sources = {}, {}, {}
    for part in parts:
        for table in part.tables:
            add_once(tables, table.file, table, "table")
        for parameter in part.parameters:
            add_once(parameters, parameter.name, parameter, "parameter")
        for key, source in part.sources.items():
            if sources.setdefault(key, source) != source:
                raise BadInput(f"source '{key}' is described in two ways")
    for table in tables.values():
        check_standing(table.file, table.standing, table.sources, sources)
    for parameter in parameters.values():
        check_standing(parameter.name, parameter.standing, [parameter.source] if parameter.source else [], sources)
    return tables, parameters, sources


def add_once(known, name, thing, kind):
    """Put the thing under its name unless the name is taken."""
    if name in known:
        raise BadInput(f"{kind} '{name}' is prepared twice")
    known[name] = thing


def check_standing(name, standing, keys, sources):
    """Everything has a standing; everything not assumed has a source; every source named is described."""
    if standing not in STANDINGS:
        raise BadInput(f"'{name}' has the standing '{standing}'; it must be one of {', '.join(STANDINGS)}")
    if standing != "assumed" and not keys:
        raise BadInput(f"'{name}' is {standing} but names no source")
    for key in keys:
        if key not in sources:
            raise BadInput(f"'{name}' names the source '{key}', which no module describes")


def write_csv(path, columns, rows):
    """One table: a header line, then a fact a line."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            if len(row) != len(columns):
                raise BadInput(f"{path.name}: a row has {len(row)} cells for {len(columns)} columns: {row}")
            writer.writerow(row)


def quoted(text):
    """A TOML basic string."""
    return json.dumps(text, ensure_ascii=False)


def sources_text(tables, sources):
    """sources.toml: every source, then every table with its sources, standing and making."""
    lines = ["# Where the tables of this folder come from, and how far each can be trusted.", f"# {ATTRIBUTION}", ""]
    for key in sorted(sources):
        source = sources[key]
        lines.append(f"[source.{key}]")
        for name in ("title", "publisher", "year", "licence", "address"):
            if getattr(source, name):
                lines.append(f"{name} = {quoted(str(getattr(source, name)))}")
        lines.append("")
    for file in sorted(tables):
        table = tables[file]
        keys = ", ".join(quoted(key) for key in table.sources)
        lines += [f"[table.{quoted(file)}]", f"source = [{keys}]", f"standing = {quoted(table.standing)}",
                  f"how = {quoted(table.how)}", ""]
    return "\n".join(lines)


def resource(file, title, description, columns):
    """One resource of the data package."""
    return {"name": file.removesuffix(".csv").replace("_", "-"), "path": file, "title": title,
            "description": description, "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": c.name, "type": c.type, "description": c.description} for c in columns]}}


def package(tables, sources):
    """datapackage.json: the Frictionless description of the folder."""
    resources = [resource(t.file, t.title, t.how, t.columns) for _, t in sorted(tables.items())]
    resources.append(resource("parameters.csv", "Single figures",
                              "Every figure of the model that stands alone, with its 95 % limits.", PARAMETER_COLUMNS))
    return {"profile": "tabular-data-package", "name": "spires-coventry-inputs",
            "title": "Input tables of Spires for Coventry, mid-2022", "description": ATTRIBUTION,
            "licenses": [LICENCE],
            "sources": [{"title": f"{s.publisher}: {s.title} ({s.year})", **({"path": s.address} if s.address else {})}
                        for _, s in sorted(sources.items())],
            "resources": resources}


def parameter_row(parameter):
    """One line of parameters.csv."""
    return (parameter.name, parameter.value, parameter.lower, parameter.upper, parameter.distribution,
            parameter.unit, parameter.description, parameter.source, parameter.standing)


def write_all(parts, folder):
    """Write everything into the folder; returns (file, rows) of each table."""
    tables, parameters, sources = merged(parts)
    folder.mkdir(parents=True, exist_ok=True)
    for file, table in sorted(tables.items()):
        write_csv(folder / file, table.columns, table.rows)
    write_csv(folder / "parameters.csv", PARAMETER_COLUMNS, [parameter_row(p) for _, p in sorted(parameters.items())])
    (folder / "sources.toml").write_text(sources_text(tables, sources), encoding="utf-8")
    text = json.dumps(package(tables, sources), indent=1, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    return [(file, len(table.rows)) for file, table in sorted(tables.items())] + [("parameters.csv", len(parameters))]
