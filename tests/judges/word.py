"""Has python-docx write our releases as Word documents, and compares what is read.

    word.py DATELINE TEXT...     the program, and releases in plain text

People write a text in Word in two ways: a paragraph for each line, with empty
ones between, or a paragraph for each paragraph, with the space left to styles.
Either must be read as the text is. Of a text that is refused, only the reasons
are compared: what is understood of it goes nowhere. Columns and lines that are
set in with blanks are left out: in Word they are a table. So is a mail that is
quoted line by line.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx

CONFIG = Path(__file__).parent.parent.joinpath("newsroom.toml").read_text(encoding="utf-8")

# Where it counts which paragraphs a blank line parts, and a Word document whose space is left to
# styles says nothing of it. They must go on to differ, or they have no place here.
NOT_BY_PARAGRAPHS = {
    "ausserhalb-der-buerozeiten.txt",
    "caption-below-its-credit.txt",
    "council-planning.txt",
    "deux-maisons-et-leurs-services-de-presse.txt",
    "digest-with-a-contact-below-each-part.txt",
    "event-and-its-days-above-the-headline.txt",
    "houses-with-a-colon.txt",
    "information-reglementee.txt",
    "kuerzel-einer-verteilerliste.txt",
    "letterhead-with-postcode.txt",
    "police-form-with-capitals-below-the-headline.txt",
    "polizei-medieninformation.txt",
    "regierungsrat-und-vorsteher-im-kontakt.txt",
    "regions-and-whom-to-call.txt",
    "short-sub-headline-that-is-no-place.txt",
    "tels-en-plural.txt",
    "two-houses-each-with-its-press-desk.txt",
    "zwei-pressestellen-untereinander.txt",
}

# Where the lines of a headline or of a form are one only since they stand right below each other, as in a text of one
# block.
NOT_BY_LINES = {
    "case-number-above-contacts-and-capitals.txt",
    "eqs-ad-hoc-mit-registerdaten.txt",
    "form-of-fire-brigade.txt",
    "headline-goes-on-with-an-age.txt",
}


def in_columns(text):
    if re.search(r"^ {6,}\S", text, re.MULTILINE):
        return True
    parts = (re.split(r" {3,}|\t", line.strip()) for line in text.split("\n")[:16])
    return any(len(part) in (2, 3) and not part[0].rstrip().endswith(":") for part in parts)


def by_lines(text):
    return text.split("\n")


def by_paragraphs(text):
    return [part for part in re.split(r"\n[ \t]*\n+", text) if part.strip()]


def show(program, path):
    command = [program, "show", path, "--format", "json", "--config", path.parent / "dateline.toml"]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if ran.returncode not in (0, 1):
        return {"crash": ran.stderr}
    read = json.loads(ran.stdout)
    # A Word document states no keys, and remedies that name one say so.
    # Without blank paragraphs lines have other numbers.
    plain = lambda message: re.sub(r"\bline \d+", "line", message)
    message = lambda problem: plain(problem["message"].replace(" (at the top of a copy saved as .txt)", ""))
    read["problems"] = sorted((problem["severity"], message(problem)) for problem in read["problems"])
    return read


def differences(text, word):
    if not any(severity == "error" for severity, _ in text["problems"]):
        return [name for name in text | word if text.get(name) != word.get(name)]
    return [] if text["problems"] == word.get("problems") else ["problems"]


def written(paragraphs, path):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(path)


def main():
    program, *texts = sys.argv[1:]
    counts = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "dateline.toml").write_text(CONFIG, encoding="utf-8")

        def judge(name, way, text, word, same):
            found = differences(text, word)
            good = (not found) == same
            counts[good] += 1
            said = f": {', '.join(found)}" if found else ": read as the text is" if not same else ""
            print("ok  " if good else "FAIL", f"word  {name} {way}{said}", flush=True)

        for path in map(Path, texts):
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
            # What XML can't hold can't be in a Word document.
            if not text.strip() or re.search(r"[\0-\x08\x0b\x0c\x0e-\x1f]|^> ", text) or in_columns(text):
                continue
            (folder / f"{path.stem}.txt").write_text(text + "\n", encoding="utf-8")
            expected = show(program, folder / f"{path.stem}.txt")
            word = folder / f"{path.stem}.docx"
            for way in (by_lines, by_paragraphs):
                written(way(text), word)
                same = path.name not in (NOT_BY_LINES if way is by_lines else NOT_BY_PARAGRAPHS)
                judge(path.name, way.__name__, expected, show(program, word), same)
            if counts[True] + counts[False] == 2:
                # A judge that sees no difference here would see none above.
                paragraphs = by_paragraphs(text)
                paragraphs.remove(max(paragraphs, key=len))
                written(paragraphs, word)
                judge(path.name, "without a paragraph", expected, show(program, word), False)
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
