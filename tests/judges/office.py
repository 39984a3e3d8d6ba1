"""Has LibreOffice lay out our releases and save them as PDF, HTML and DOCX, and compares the readings.

    office.py DATELINE TEXT...     the program, and releases in plain text

python-docx writes each text as an office would type it: a paragraph for each line, a foot with the
page's number. LibreOffice then wraps, kerns and justifies it as it likes. Texts with hard wraps are
left out, for a line that a typist ended and one that LibreOffice ended look alike on paper.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.shared import Pt
from word import CONFIG, by_lines, differences, in_columns, show

KINDS = ("pdf", "html", "docx")

# Hard-wrapped in ways that `wrapped` does not see.
LEFT_OUT = {"contact-first-unlabelled.txt", "contact-first-wrapped.txt"}


def wrapped(text):
    lines = text.split("\n")
    return sum(60 < len(line) < 90 and bool(below.strip()) for line, below in zip(lines, lines[1:])) >= 4


def typed(text, path):
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(11)
    for line in by_lines(text):
        document.add_paragraph(line).paragraph_format.space_after = Pt(0)
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 1"
    document.save(path)


def laid_out(folder, kind):
    out = folder / kind
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", out, *sorted(folder.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True)
    return out


def alike(reading):
    """Lines and the blanks that typesetters keep whole are not the text's own."""
    flat = {key: value for key, value in reading.items() if key not in ("id", "slug")}
    flat["problems"] = [problem for problem in flat.get("problems", []) if problem[0] == "error"]
    return plain_blanks(flat)


def plain_blanks(value):
    if isinstance(value, str):
        return re.sub("[\u00a0\u202f]", " ", value)
    if isinstance(value, dict):
        return {key: plain_blanks(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_blanks(item) for item in value]
    return value


def main():
    program, *texts = sys.argv[1:]
    counts = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "dateline.toml").write_text(CONFIG, encoding="utf-8")
        meant = {}
        for path in map(Path, texts):
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
            unprintable = re.search(r"[\0-\x08\x0b\x0c\x0e-\x1f\u2066-\u2069]", text)
            if path.name in LEFT_OUT or unprintable or in_columns(text) or wrapped(text):
                continue
            source = folder / path.name
            source.write_text(text + "\n", encoding="utf-8")
            meant[path.stem] = alike(show(program, source))
            typed(text, folder / f"{path.stem}.docx")
        for kind in KINDS:
            out = laid_out(folder, kind)
            (out / "dateline.toml").write_text(CONFIG, encoding="utf-8")
            for name, text in meant.items():
                found = alike(show(program, out / f"{name}.{kind}"))
                different = differences(text, found)
                counts[not different] += 1
                said = f": {', '.join(different)}" if different else ""
                print("FAIL" if different else "ok  ", f"office  {name}.{kind}{said}", flush=True)
        # A judge that sees no difference here would see none above.
        first, second, *_ = meant.values()
        counts[bool(differences(first, second))] += 1
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
