# JSON Feed 1.1 by the schema of jsonfeed-schema, and what it leaves open.
# reads: feed.json
# spoilt: feed.json cut -> JSONDecodeError
# spoilt: feed.json relative-url -> is not a 'uri'
# spoilt: feed.json iri-url -> is not a 'uri'
# spoilt: feed.json wrong-date -> is not a 'date-time'
# spoilt: feed.json date-without-offset -> is not a 'date-time'
# spoilt: feed.json wrong-version -> version
# spoilt: feed.json old-version -> version
# spoilt: feed.json number-id -> is not of type 'string'
# spoilt: feed.json id-twice -> id twice
# spoilt: feed.json key-twice -> key twice
# spoilt: feed.json no-id -> 'id' is a required
# spoilt: feed.json no-url -> no url
# spoilt: feed.json no-text -> no content_text
# spoilt: feed.json unknown-key -> colour
# spoilt: feed.json plain-extension -> is not of type 'object'
# spoilt: feed.json relative-feed-url -> is not a 'uri'
import json
import os
import sys
from pathlib import Path

import jsonschema


def pairs(found):
    keys = [key for key, _ in found]
    for key in {k for k in keys if keys.count(k) > 1}:
        faults.append(f"key twice: {key}")
    return dict(found)


faults = []
feed = json.loads(Path(sys.argv[1]).read_bytes().decode("utf-8"), object_pairs_hook=pairs)
schema = json.loads(Path(os.environ["NODE_MODULES"], "jsonfeed-schema/schema-v1.1.json").read_text())

# Without its optional packages jsonschema checks no format and says nothing.
checker = jsonschema.Draft7Validator.FORMAT_CHECKER
for name in ("uri", "date-time"):
    if name not in checker.checkers:
        sys.exit(f"format {name} is not checked: install jsonschema[format-nongpl]")
for error in jsonschema.Draft7Validator(schema, format_checker=checker).iter_errors(feed):
    faults.append(f"{error.json_path}: {error.message:.300}")

if feed.get("version") != "https://jsonfeed.org/version/1.1":
    faults.append(f"version {feed.get('version')!r}")
for key in ("home_page_url", "feed_url"):
    if key not in feed:
        faults.append(f"no {key}")
items = feed.get("items", [])
for item in items:
    for key in ("url", "title", "date_published", "content_html", "content_text"):
        if not item.get(key):
            faults.append(f"no {key} in {item.get('id')}")
ids = [item.get("id") for item in items]
for one in {i for i in ids if ids.count(i) > 1}:
    faults.append(f"id twice: {one}")
sys.exit("\n".join(faults) or 0)
