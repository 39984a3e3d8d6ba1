"""A newsroom with plenty of releases, the same on every run, for archive.py and
the browser: our own wording, plain text as a press office leaves it.

    plenty.py FOLDER    writes FOLDER/dateline.toml and FOLDER/releases/*.txt

Two languages, three subjects (a release has one, two or none), some days with
two releases, and a few old ones that were corrected much later.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

COUNT = 230
FIRST_DAY = date(2019, 1, 7)
LATE = (17, 97)
NOW = "2026-11-01T12:00:00Z"
CONFIG = """\
title = "Lantern Bay Newsroom"
description = "News from the harbour, the ferries and the lighthouse of Lantern Bay"
language = "en"
site = "{site}"
id_base = "tag:news.example.org,2019"
time_zone = "Europe/Berlin"
entries = 50

[publisher]
name = "Lantern Bay Harbour Trust"
email = "press@lantern.example.org"
"""
NAMES = ("Ferries", "Nature & Shore", "Lighthouse")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
# What is new, and where: 11 and 23 have no factor in common, so no two of 253 headlines are alike.
THINGS = {
    "en": (
        "a quieter engine",
        "a ramp for wheelchairs",
        "a bench made of driftwood",
        "an hour of free crossings",
        "a map for swimmers",
        "a bell from 1911",
        "a workshop for nets",
        "a shelter from the rain",
        "a garden of salt plants",
        "a library in a boat",
        "a lamp that saves half its power",
    ),
    "de": (
        "einen leiseren Motor",
        "eine Rampe für Rollstühle",
        "eine Bank aus Treibholz",
        "eine Stunde freie Überfahrt",
        "eine Karte für Schwimmer",
        "eine Glocke von 1911",
        "eine Werkstatt für Netze",
        "einen Unterstand gegen Regen",
        "einen Garten mit Salzpflanzen",
        "eine Bücherei im Boot",
        "eine Lampe, die halb so viel Strom braucht",
    ),
}
PLACES = (
    "Lantern Bay",
    "Gullhaven",
    "Oyster Reach",
    "Saltmarsh",
    "Kelpwick",
    "Northpier",
    "Eiderby",
    "Wrackstone",
    "Plover Sands",
    "Cockleton",
    "Tidebridge",
    "Fennmouth",
    "Skerry Point",
    "Old Quay",
    "Heronsgate",
    "Mussel Row",
    "Dunlin Green",
    "Capstan Hill",
    "Foghorn Lane",
    "Seven Steps",
    "Lower Shingle",
    "Upper Shingle",
    "Whitebuoy",
)
NOTE = {
    "en": "The number of households was wrong in the first version.",
    "de": "Die Zahl der Haushalte war in der ersten Fassung falsch.",
}
TEXT = {
    "en": """\
{place} gets {thing}

{place}, {day} – The Lantern Bay Harbour Trust gives {place} {thing}. It was paid for by {n} households, and it is the {nth} gift of this kind since the trust was founded.

The work took {weeks} weeks. Volunteers did most of it in the evenings, when the last ferry had left and the quay was free. Nobody was hurt, and nothing had to be closed.

“People here have asked for it for years, and now they can have it,” said Ada Quill, who keeps the trust's books. “It belongs to everybody who comes to the harbour.”

About the Lantern Bay Harbour Trust

The Lantern Bay Harbour Trust looks after the quays, the lighthouse and the shore of the bay. It has {members} members and takes no money from the state.

Media contact:

Tom Ferrier
Lantern Bay Harbour Trust
Phone: +44 1632 960 {phone}
Email: press@lantern.example.org
""",
    "de": """\
{place} bekommt {thing}

{place}, {day} – Der Hafenverein der Laternenbucht schenkt dem Ort {place} {thing}. Bezahlt haben es {n} Haushalte, und es ist das {nth}. Geschenk dieser Art, seit es den Verein gibt.

Die Arbeit hat {weeks} Wochen gedauert. Das meiste haben Freiwillige am Abend getan, wenn die letzte Fähre abgelegt hatte und der Kai frei war. Verletzt wurde niemand, und gesperrt werden musste nichts.

„Darum haben uns die Leute hier seit Jahren gebeten, und jetzt ist es da“, sagte Ada Quill, die im Verein die Bücher führt. „Es gehört allen, die in den Hafen kommen.“

Über den Hafenverein der Laternenbucht

Der Hafenverein kümmert sich um die Kais, den Leuchtturm und das Ufer der Bucht. Er hat {members} Mitglieder und nimmt kein Geld vom Staat.

Pressekontakt:

Tom Ferrier
Hafenverein der Laternenbucht
Telefon: +44 1632 960 {phone}
E-Mail: presse@lantern.example.org
""",
}
def language_of(number):
    return "de" if number % 3 == 1 else "en"


def subjects_of(number):
    return [name for at, name in enumerate(NAMES) if number % 7 in (at, at + 3)]


def day_of(number):
    """Eleven days apart; of every ten releases, two share a day."""
    return FIRST_DAY + timedelta(days=11 * (number - (number % 10 == 9)))


def corrected_on(number):
    """Some soon, and two of them when they were long in the archive."""
    if number % 40 == 17:
        return date(2025, 11, 20) if number in LATE else day_of(number) + timedelta(days=20)
    return None


def written(day, language):
    month = MONTHS[language][day.month - 1]
    return f"{day.day}. {month} {day.year}" if language == "de" else f"{day.day} {month} {day.year}"


def release(number, changed=None):
    language = language_of(number)
    text = TEXT[language].format(
        place=PLACES[number % len(PLACES)],
        thing=THINGS[language][number % 11],
        day=written(day_of(number), language),
        n=40 + number * 7 % 90,
        nth=number + 2 if language == "de" else nth(number + 2),
        weeks=2 + number % 9,
        members=300 + number,
        phone=100 + number % 800,
    )
    subjects = subjects_of(number)
    keys = [f"subjects: [{', '.join(subjects)}]"] if subjects else []
    changed = changed or corrected_on(number)
    if changed:
        keys += ["correction:", f"  date: {changed}", f"  note: {NOTE[language]}"]
    return f"---\n{chr(10).join(keys)}\n---\n{text}" if keys else text


def nth(number):
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def write(folder, numbers=range(COUNT), site="https://news.example.org/"):
    releases = Path(folder, "releases")
    releases.mkdir(parents=True, exist_ok=True)
    Path(folder, "dateline.toml").write_text(CONFIG.format(site=site), encoding="utf-8")
    for number in numbers:
        (releases / f"{name(number)}.txt").write_text(release(number), encoding="utf-8")


def name(number):
    return f"gift-{number:03}"


if __name__ == "__main__":
    write(sys.argv[1])
