#!/usr/bin/env python3
"""Reads exported documents with Python prov, and compares what arrives.

round_trip.py DIR

For each NAME.provn in DIR, whose statements are counted as they stand there, a line each, the documents NAME.json, NAME.provx and
NAME.trig are read that are there. A line for each says whether every statement arrived, bundles included. The exit code is 1
if one did not, or nothing was compared.
"""

import collections
import pathlib
import re
import sys

from prov.constants import PROV_N_MAP
from prov.model import ProvDocument

FORMATS = {
    ".json": {"format": "json"},
    ".provx": {"format": "xml"},
    ".trig": {"format": "rdf", "rdf_format": "trig"},
}

STATEMENT = re.compile(r"^\s*(\w+)\(", re.MULTILINE)


def stated(path):
    """How many statements of each kind a document in PROV-N holds, one a line."""
    return collections.Counter(STATEMENT.findall(path.read_text(encoding="utf-8")))


def count(path, arguments):
    """How many statements of each kind a document holds, by the names of PROV-N."""
    document = ProvDocument.deserialize(str(path), **arguments)
    counts = collections.Counter()
    for container in [document, *document.bundles]:
        counts.update(PROV_N_MAP[record.get_type()] for record in container.get_records())
    return counts


def differences(path, arguments, expected):
    """What arrived otherwise than expected, each as a text; none if all is right."""
    try:
        counts = count(path, arguments)
    except Exception as error:  # Whatever it is, the document was not read.
        return [f"not read: {type(error).__name__}: {error}"]
    return [
        f"{counts[kind]} {kind}, expected {expected.get(kind, 0)}"
        for kind in sorted(counts.keys() | expected.keys())
        if counts[kind] != expected.get(kind, 0)
    ]


def main(folder):
    compared = wrong = 0
    for notation in sorted(folder.glob("*.provn")):
        expected = stated(notation)
        name = notation.stem
        for extension, arguments in FORMATS.items():
            path = folder / (name + extension)
            if path.exists():
                compared += 1
                found = differences(path, arguments, expected)
                wrong += bool(found)
                print(f"{path.name}: " + ("; ".join(found) or f"all {sum(expected.values())} statements"))
    if compared == 0:
        print(f"{folder}: no NAME.provn with another document beside it")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1])))
