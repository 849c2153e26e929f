#!/usr/bin/env python3
"""Reads exported documents with Python prov, and compares what arrives.

round_trip.py DIR

For each NAME.counts.json in DIR, such as {"entity": 3, "used": 2}, the documents NAME.json,
NAME.xml or NAME.provx, and NAME.trig or NAME.ttl are read that are there. A line for each says whether every
statement arrived, bundles included. The exit code is 1 if one did not, or nothing was compared.
"""

import collections
import json
import pathlib
import sys

from prov.constants import PROV_N_MAP
from prov.model import ProvDocument

FORMATS = {
    ".json": {"format": "json"},
    ".xml": {"format": "xml"},
    ".provx": {"format": "xml"},
    ".trig": {"format": "rdf", "rdf_format": "trig"},
    ".ttl": {"format": "rdf", "rdf_format": "turtle"},
}


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
    for counts in sorted(folder.glob("*.counts.json")):
        expected = json.loads(counts.read_text(encoding="utf-8"))
        name = counts.name.removesuffix(".counts.json")
        for extension, arguments in FORMATS.items():
            path = folder / (name + extension)
            if path.exists():
                compared += 1
                found = differences(path, arguments, expected)
                wrong += bool(found)
                print(f"{path.name}: " + ("; ".join(found) or f"all {sum(expected.values())} statements"))
    if compared == 0:
        print(f"{folder}: no NAME.counts.json with a document beside it")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1])))
