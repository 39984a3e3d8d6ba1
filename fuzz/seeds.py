"""Makes the seeds of the fuzz targets out of the project's own tests and releases.

    seeds.py CORPUS     writes CORPUS/<target>/*

Nothing is committed twice: what is a seed here is a test's input there.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
CUT = b"\0cut\0"


def files(*patterns):
    for pattern in patterns:
        yield from (path for path in sorted(HERE.glob(pattern)) if path.is_file())


def texts(*patterns):
    return [path.read_bytes() for path in files(*patterns)]


def front_matter():
    for text in texts("tests/**/*.md", "tests/**/*.txt", "releases/*", "tests/cases/*.case"):
        for found in re.findall(rb"(?ms)^---\n(.*?)^---$", text):
            yield found


def configs():
    yield from texts("dateline.toml", "tests/**/*.toml")
    for text in texts("tests/cases/*.case"):
        for found in re.findall(rb"(?ms)^title = .*?(?=^(?:---|===|\$|@|#))", text):
            yield found


def word():
    namespaces = (
        b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        b'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        b'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
        b'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        b'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    for folder in sorted(HERE.glob("tests/docx/*")):
        body = folder / "body.xml"
        if not body.is_file():
            continue
        document = b"<w:document " + namespaces + b"><w:body>" + body.read_bytes() + b"</w:body></w:document>"
        parts = [document]
        for name in ("styles.xml", "numbering.xml", "relationships.xml", "footnotes.xml", "header.xml", "comments.xml"):
            path = folder / name
            parts.append(path.read_bytes() if path.is_file() else b"")
        yield CUT.join(parts)


def pages():
    """What a page draws, once for each way that programs have of showing text."""
    line = "BT /F1 12 Tf 72 %d Td (%s) Tj ET"
    for text in texts("releases/*.txt", "tests/readings/*.txt")[:60]:
        lines = text.decode("utf-8", "replace").encode("latin-1", "replace").decode("latin-1").splitlines()[:40]
        safe = [re.sub(r"[()\\]", "", each)[:100] for each in lines]
        drawn = "\n".join(line % (780 - 16 * at, each) for at, each in enumerate(safe))
        yield drawn.encode("latin-1")
    yield b"BT /F1 9 Tf 1 0 0 1 72 700 Tm [(Lamp) -250 (lit)] TJ T* (again) ' 2 0 (more) \" ET q 1 0 0 1 0 0 cm /X1 Do Q"
    yield CUT.join(
        [
            b"BT /F1 12 Tf 72 700 Td <0001> Tj ET /X1 Do",
            b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[7 0 R]>>",
            b"<</Length 90>>stream\nbegincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
            b" 1 beginbfchar <0001> <0041> endbfchar endcmap\nendstream",
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 22>>stream\nBT (inside) Tj ET\nendstream",
        ]
    )


SEEDS = {
    "text": lambda: texts("releases/*.txt", "tests/readings/*.txt", "tests/golden/*/releases/*.txt"),
    "front_matter": front_matter,
    "markdown": lambda: texts("releases/*.md", "tests/golden/*/releases/*.md", "tests/**/*.md"),
    "html": lambda: texts("tests/html/*.html", "tests/golden/*/releases/*.html"),
    "docx": word,
    "pdf": pages,
    "config": configs,
    "live": lambda: texts("tests/golden/*/expected/*.xml", "tests/golden/*/expected/feed.json"),
    "render": lambda: texts("releases/*.txt", "tests/readings/*.txt", "tests/golden/*/releases/*.*"),
}


def main(corpus):
    for target, seeds in SEEDS.items():
        folder = Path(corpus) / target
        folder.mkdir(parents=True, exist_ok=True)
        written = 0
        for number, seed in enumerate(seeds()):
            if 0 < len(seed) <= 64 * 1024:
                (folder / f"seed-{number:04}").write_bytes(seed)
                written += 1
        if not written:
            sys.exit(f"no seed for {target}")
        print(target, written)


main(sys.argv[1])
