#!/usr/bin/env python3
"""Asks Oxigraph what OtherEnginesTest asked Jena and RDF4J: the rows must be the same, in the same order.

Needs pyoxigraph; takes the folder that the test left: target/other-engines.
"""
import json
import pathlib
import sys
from decimal import Context, Decimal

import pyoxigraph

NUMBERS = {
    "http://www.w3.org/2001/XMLSchema#" + name
    for name in ("integer", "decimal", "double", "float", "int", "long")
}


def number(text):
    """By value, for engines write numbers in their own ways and round in the last digits."""
    if text in ("NaN", "INF", "-INF", "+INF"):
        return text
    return Context(prec=12).create_decimal(Decimal(text)) + 0


def expected(term):
    if term is None:
        return None
    return number(term["value"]) if term.get("datatype") in NUMBERS else term["value"]


def actual(term):
    if term is None:
        return None
    if isinstance(term, pyoxigraph.Literal) and term.datatype.value in NUMBERS:
        return number(term.value)
    return term.value


def rows(store, query, columns):
    result = store.query(query, use_default_graph_as_union=True)
    if isinstance(result, pyoxigraph.QueryBoolean):
        return [[str(bool(result)).lower()]]
    return [[actual(row[column]) for column in columns] for row in result]


def main(folder):
    store = pyoxigraph.Store()
    store.load(path=str(folder / "runs.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    queries = sorted(folder.glob("*.rq"))
    different = 0
    for file in queries:
        answer = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        columns = answer["head"]["vars"]
        want = [[expected(row.get(column)) for column in columns] for row in answer["results"]["bindings"]]
        try:
            have = rows(store, file.read_text(encoding="utf-8"), columns)
        except (SyntaxError, OSError, ValueError) as failure:
            have = [[f"{type(failure).__name__}: {failure}"]]
        if have != want:
            different += 1
            print(f"{file.stem}: {len(want)} rows in Jena, {len(have)} in Oxigraph")
            for left, right in list(zip(want + [None] * len(have), have + [None] * len(want)))[: max(len(want), len(have))]:
                if left != right:
                    print(f"  Jena     {left}\n  Oxigraph {right}")
                    break
    print(f"Oxigraph gives the same rows for {len(queries) - different} of {len(queries)} queries")
    return 1 if different or not queries else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
