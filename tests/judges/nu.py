"""Has the Nu HTML Checker read every page and stylesheet, then spoilt ones.

    nu.py OUT...    folders with pages; NODE_MODULES holds vnu-jar

Errors and warnings count, whatever it calls them; what is merely information
does not. PASSED_OVER lists the few things it says that we know better.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

JAR = Path(os.environ["NODE_MODULES"], "vnu-jar/build/dist/vnu.jar")
# (file name, what it says): each with its reason.
PASSED_OVER = []
# A page or stylesheet spoilt in one way, and what has to be said of it.
SPOILT = {
    "element out of place": ("index.html", r"</main>", "<p><ul><li>a</ul></p></main>", r"No .p. element in scope"),
    "no alt": ("index.html", r"</main>", '<img src="https://e.org/a.png"></main>', r"must have an .alt. attribute"),
    "id twice": ("index.html", r"</main>", '<p id="a"></p><p id="a"></p></main>', r"Duplicate ID"),
    "unknown attribute": ("index.html", r"<main", "<main colour=red", r"Attribute .colour. not allowed"),
    "stray end tag": ("index.html", r"</main>", "</section></main>", r"Stray end tag"),
    "no title": ("index.html", r"(?s)<title>.*?</title>", "", r"child element .title."),
    "mere warning": ("index.html", r"</main>", "<section>a</section></main>", r"Section lacks heading"),
    "unknown property": ("style.css", r"\Z", "p{colour:red}", r".colour.*doesn.t exist"),
    "open rule": ("style.css", r"\Z", "p{color:", r"(?i)parse error|lexical error|CSS"),
}


def checked(folders):
    """Path to what the checker says of it; nothing but its own words."""
    command = ["java", "-Xss2m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"]
    ran = subprocess.run(
        [*command, "--also-check-css", "--skip-non-html", *folders], capture_output=True, text=True, encoding="utf-8"
    )
    try:
        said = {}
        for message in json.loads(ran.stdout)["messages"]:
            path = Path(unquote(urlsplit(message["url"]).path))
            if message["type"] == "info" and message.get("subType") != "warning":
                continue
            if any(path.name == name and re.search(words, message["message"]) for name, words in PASSED_OVER):
                continue
            said.setdefault(path, []).append(f"{message.get('lastLine', '')}: {message['message']}")
        return said
    except (ValueError, KeyError):
        sys.exit(f"the checker fell over: {(ran.stderr or ran.stdout)[:500]}")


def spoilt(out, scratch):
    """(what was done, the file, what has to be said)"""
    for number, (name, (file, pattern, new, reason)) in enumerate(SPOILT.items()):
        text = (out / file).read_text(encoding="utf-8")
        worse = re.sub(pattern, lambda _: new, text, count=1)
        target = scratch / str(number) / file
        target.parent.mkdir(parents=True)
        target.write_text(worse, encoding="utf-8")
        yield name, target, reason if worse != text else None


def main():
    folders = [Path(folder).resolve() for folder in sys.argv[1:]]
    counts = {True: 0, False: 0}

    def verdict(good, label, why):
        counts[good] += 1
        print(f"{'ok  ' if good else 'FAIL'} nu  {label}{': ' if why else ''}{why}", flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        worse = list(spoilt(folders[0], Path(scratch).resolve()))
        said = checked([*folders, scratch])
        for folder in folders:
            for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.css")]):
                why = said.get(path, [])
                verdict(not why, path.relative_to(folder.parent), "\n       ".join(why))
        for name, path, reason in worse:
            words = said.get(path, [])
            hit = reason and next((line for line in words if re.search(reason, line)), None)
            verdict(bool(hit), f"{path.name} spoilt: {name}", hit or (words[0] if words else "accepted"))
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
