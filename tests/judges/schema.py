"""Real output and real configurations held against dateline's own JSON Schemas, by the jsonschema package; each
schema must refuse what is spoilt, too.

    schema.py DATELINE RELEASE...
"""

import copy
import json
import subprocess
import sys
import tomllib
from pathlib import Path

from jsonschema import Draft202012Validator

passed = failed = 0


def judge(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAIL {what}")


def validator(dateline, of):
    schema = json.loads(subprocess.run([dateline, "schema", of], check=True, capture_output=True).stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main(dateline, *releases):
    show = validator(dateline, "show")
    for release in releases:
        for more in ([], ["--explain"]):
            shown = subprocess.run([dateline, "show", "--format", "json", *more, release], capture_output=True).stdout
            judge(show.is_valid(json.loads(shown)), f"show {release} {more}")
    last = json.loads(shown)
    for member in last:
        if member != "decisions":
            spoilt = {key: value for key, value in last.items() if key != member}
            judge(not show.is_valid(spoilt), f"show without {member}")
    judge(not show.is_valid({**last, "title": 1}), "show with a number for a title")
    config = validator(dateline, "config")
    whole = None
    for path in [Path("dateline.toml"), Path("tests/newsroom.toml"), *Path("tests/golden").glob("*/dateline.toml")]:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
        judge(config.is_valid(whole), f"{path}")
    for key in ("title", "site", "id_base", "publisher"):
        spoilt = copy.deepcopy(whole)
        del spoilt[key]
        judge(not config.is_valid(spoilt), f"a configuration without {key}")
    judge(not config.is_valid({**whole, "tittle": "N"}), "a configuration with an unknown key")
    judge(not config.is_valid({**whole, "entries": "many"}), "a configuration with words for a number")
    print(f"{passed} passed, {failed} failed")


main(*sys.argv[1:])
