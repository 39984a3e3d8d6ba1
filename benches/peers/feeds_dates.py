"""Dates of the generated releases, in the four languages."""

import datetime
import re

MONTHS = (
    "january february march april may june july august september october november december "
    "januar februar märz april mai juni juli august september oktober november dezember "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()


def dated(line):
    words = re.findall(r"[^\W\d]+|\d+", line.lower())
    month = next(at for at, name in enumerate(MONTHS) if name in words) % 12 + 1
    a, b = (int(word) for word in words if word.isdigit())
    return datetime.datetime(max(a, b), month, min(a, b), 8, tzinfo=datetime.timezone.utc)
