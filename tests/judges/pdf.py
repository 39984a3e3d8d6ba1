"""Has other programs make PDFs of our own releases and compares the readings with those of the texts.

    pdf.py DATELINE FOLDER...     each text in the folders, but those with front matter

Every text is set four ways: ragged and justified by ReportLab, line by line with feet on each page,
and hyphenated by WeasyPrint with fonts that hold only the letters they need. What `show` prints of
the PDF must be what it prints of the text, but for line numbers and the name of the file.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import weasyprint
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

NO_READING = ("id", "slug", "problems")


def paragraphs(text):
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [html.escape(line.strip(), quote=False) for line in block.strip().split("\n")]
        if any(lines):
            yield "<br/>".join(lines)


def foot(canvas, document):
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(300, 30, f"Page {document.page} of 9")


def flowing(text, path, justified):
    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=8, alignment=4 if justified else 0
    )
    document = SimpleDocTemplate(str(path), pagesize=A4)
    document.build([Paragraph(p, style) for p in paragraphs(text)], onFirstPage=foot, onLaterPages=foot)


def line_by_line(text, path):
    canvas = Canvas(str(path), pagesize=A4)
    y, page = 780, 1

    def end_page():
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 30, f"Seite {page} von 9")
        canvas.showPage()

    for paragraph in text.split("\n"):
        lines = [""]
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".strip()
            if stringWidth(longer, "Helvetica", 10) > 470:
                lines.append(word)
            else:
                lines[-1] = longer
        for line in lines:
            if y < 70:
                end_page()
                y, page = 780, page + 1
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, y, line)
            y -= 13
    end_page()
    canvas.save()


def hyphenated(text, path):
    language = "de" if re.search(r"\b(und|der|die)\b", text) else "en"
    style = "@page{size:A4;margin:25mm;@bottom-center{content:'- ' counter(page) ' -'}} "
    style += "body{font-size:11pt;line-height:1.3;text-align:justify;hyphens:auto}"
    body = "".join(f"<p>{p}" for p in paragraphs(text))
    page = f"<!doctype html><html lang={language}><style>{style}</style>{body}"
    weasyprint.HTML(string=page).write_pdf(str(path))


def shown(dateline, path):
    ran = subprocess.run([dateline, "show", path, "--format", "json"], capture_output=True, text=True)
    # No program but a typesetter sets the blanks that must not break.
    reading = json.loads(re.sub("[\u00a0\u202f]", " ", ran.stdout))
    errors = [problem["message"] for problem in reading["problems"] if problem["severity"] == "error"]
    return {key: value for key, value in reading.items() if key not in NO_READING} | {"errors": errors}


def main():
    dateline, *folders = sys.argv[1:]
    ways = {
        "ragged": lambda text, path: flowing(text, path, False),
        "justified": lambda text, path: flowing(text, path, True),
        "line by line": line_by_line,
        "hyphenated": hyphenated,
    }
    texts = [path for folder in folders for path in sorted(Path(folder).glob("*.txt"))]
    texts = [path for path in texts if not path.read_text().lstrip().startswith("---")]
    counts = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as scratch:
        for path in texts:
            meant = shown(dateline, path)
            for way, make in ways.items():
                pdf = Path(scratch, "a.pdf")
                make(path.read_text(), pdf)
                found = shown(dateline, pdf)
                different = [key for key in meant if meant[key] != found.get(key)]
                print(f"{'FAIL' if different else 'ok  '} pdf  {path.name}, {way}")
                for key in different:
                    print(f"  {key}:\n    in the text {meant[key]}\n    in the PDF  {found.get(key)}")
                counts[not different] += 1
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
