"""Validates crates with roc-validator: validate_crates.py CRATE..."""

import importlib.util
import json
import pathlib
import sys

import requests
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
FILE = pathlib.Path(importlib.util.find_spec("rocrate").origin).parent / "data" / "ro-crate.jsonld"


def get(requester, url, *arguments, **options):
    """Answers for the context from the file, which needs no network."""
    if url != CONTEXT:
        return requester.session.get(url, *arguments, **options)
    answer = requests.Response()
    answer.status_code = 200
    answer.url = url
    answer.headers["Content-Type"] = "application/ld+json"
    answer._content = FILE.read_bytes()
    return answer


def main(crates):
    assert json.loads(FILE.read_text())["@id"] == CONTEXT
    HttpRequester.get = get
    invalid = 0
    for crate in crates:
        result = services.validate(
            services.ValidationSettings(
                rocrate_uri=crate,
                profile_identifier="process-run-crate",
                requirement_severity=models.Severity.RECOMMENDED,
            )
        )
        issues = sorted(result.get_issues(), key=lambda issue: issue.severity, reverse=True)
        required = [issue for issue in issues if issue.severity == models.Severity.REQUIRED]
        for issue in required + [other for other in issues if other not in required]:
            print(f"  {issue.severity.name.lower()}: {issue.message} ({issue.violatingEntity})")
        verdict = "invalid" if required else "valid"
        print(f"{verdict}: {crate}, {len(result.executed_checks)} checks, {len(issues) - len(required)} recommendations not followed")
        invalid += bool(required)
    return 1 if invalid else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
