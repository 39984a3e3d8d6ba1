# sfeed: a line an entry, fields between tabs.
# reads: rss.xml atom.xml
# gives: id title link published content
# spoilt: rss.xml no-title -> title of
# spoilt: atom.xml no-title -> title of
# spoilt: rss.xml no-id -> not read
# spoilt: atom.xml no-id -> not read
# spoilt: rss.xml entry-lost -> not read
import json
import re
import subprocess
import sys

ESCAPED = {r"\n": "\n", r"\t": "\t", r"\\": "\\"}


def entry(line):
    time, title, link, content, _type, id_, *_ = line.split("\t")
    content = re.sub(r"\\[nt\\]", lambda m: ESCAPED[m[0]], content)
    return {"id": id_, "title": title, "link": link, "published": time, "content": content}


with open(sys.argv[1], "rb") as file:
    lines = subprocess.run(["sfeed"], stdin=file, capture_output=True, check=True).stdout.decode().split("\n")
print(json.dumps({"entries": [entry(line) for line in lines if line]}))
