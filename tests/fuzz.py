"""`python -m tests.fuzz`: pages nobody would write, and `extract` reads or refuses each of them, at once.

Saved pages are cut, swapped, repeated and broken at random; pages of known-bad shapes (shapes.py) are made as large as
2 MB. `extract` may raise NotAnArticle and ValueError and take a second of CPU; so may what reads listings and stamps.
The seed decides all of it. CPU time counts, by the speed of this machine, so that a busy or slow one finds no more.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from lxml import etree
from scrapy.http import HtmlResponse

from newscrawl.portals.extract import extract
from newscrawl.portals.fixtures import FOLDER
from newscrawl.portals.registry import portals
from newscrawl.reading.times.dates import read_timestamp
from tests.project import ROOT
from tests.shapes import ELEMENTS, JSON_LD, SCRIPTS, SHAPES, TEXTS, repeated

SECONDS = 1.0  # of CPU that a page may take
LARGEST = 2_000_000  # bytes of a page
HUNG = 20  # times the seconds: then it is stopped
CALIBRATION = 0.07  # seconds that `work` takes on the machine on which a second was meant
NOW = datetime(2026, 7, 24, 12, tzinfo=UTC)
CHARSETS = (
    "utf-8",
    "windows-1252",
    "utf-16",
    "utf-7",
    "hex",
    "idna",
    "punycode",
    "zlib",
    "undefined",
    "rot13",
    "x",
    "",
    "²",
)
SHARE_OF_SHAPES = 0.2


@dataclass(frozen=True, slots=True)
class Try:
    """One input: what it was made by, what reads it, its bytes, and its address."""

    name: str
    reader: Callable[[bytes, str], object]
    body: bytes
    url: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What must not be: an exception by its kind and place, or the seconds; and the file that shows it."""

    name: str
    fault: str
    file: Path


class _Hung(BaseException):
    """Raised in a reader that takes many times its time."""


def work() -> None:
    """What reading does most, for the calibration: parse, walk, match."""
    page = b"<div>" + b"<p class=a>Warga <b>memanen</b> kopi.</p>" * 12_000 + b"</div>"
    for element in etree.fromstring(page, etree.HTMLParser()).iter():
        re.fullmatch(r"(?:baca|lihat)\s+juga.*", (element.text or "").strip())


def seconds_of(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def slowness() -> float:
    """How many times slower this machine is now than the one on which a second was meant."""
    return min(seconds_of(work) for _ in range(3)) / CALIBRATION


# -- readers ---------------------------------------------------------------------------------------------


def guessing(body: bytes, url: str) -> object:
    return extract(body, url, NOW)


def strictly(body: bytes, url: str) -> object:
    return extract(body, url, NOW, strict=True)


def listing(body: bytes, url: str) -> object:
    """All listings of the portal whose address it is, one after the other."""
    response = HtmlResponse("https://www.example.org/indeks", body=body)
    faults = []
    for source in portals()[url].listings:
        try:
            source.read(response, _when)
        except ValueError as error:
            faults.append(error)
    return faults


def _when(text: str) -> datetime | None:
    found = read_timestamp(text, now=NOW)
    return found.value if found else None


def stamp(body: bytes, _: str) -> object:
    return read_timestamp(body.decode("utf-8", "surrogatepass"), now=NOW)


# -- pages -----------------------------------------------------------------------------------------------


def tries(seed: int, count: int) -> Iterator[Try]:
    """Inputs at random, the same for the same seed."""
    chance = random.Random(seed)
    saved = [page for page in sorted((ROOT / FOLDER).glob("*/*.html")) if page.stat().st_size > 200]
    pages = [(page, json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["url"]) for page in saved]
    shapes = sorted(SHAPES)
    examples = [portal.example for portal in portals().values()]
    for _ in range(count):
        reader = chance.choice((guessing, guessing, strictly, strictly, listing, stamp))
        if reader is stamp:
            text = "".join(
                chance.choices(
                    (*TEXTS, "24 Juli 2026", "15:18", "2026-07-24T15:18:24", "WıB", "jum'at"), k=chance.randint(1, 9)
                )
            )
            yield Try(f"stamp {text[:60]!r}", stamp, text.encode("utf-8", "surrogatepass"), "")
            continue
        page, url = chance.choice(pages)
        name, body = f"{page.parent.name}/{page.stem}", page.read_bytes()
        if chance.random() < SHARE_OF_SHAPES:
            name, url = chance.choice(shapes), chance.choice(examples)
            body = SHAPES[name](chance.choice((LARGEST // 1000, LARGEST // 30, LARGEST // 2, LARGEST)))
        elif chance.random() < 0.3:  # another portal's rules find nothing on it: it is read by its shape
            url = chance.choice(examples)
        for _ in range(chance.choice((0, 1, 1, 2, 3, 6)) if len(body) < LARGEST // 4 else 0):
            change = chance.choice(CHANGES)
            name += f" + {change.__name__}"
            body = change(body, chance)[:LARGEST]
        yield Try(name, reader, body, chance.choice(list(portals())) if reader is listing else url)


def _place(body: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(body))


def _tags(body: bytes) -> list[re.Match[bytes]]:
    return list(re.finditer(rb"<[^<>]*>", body))


def cut(body: bytes, chance: random.Random) -> bytes:
    return body[: _place(body, chance)]


def cut_out(body: bytes, chance: random.Random) -> bytes:
    start = _place(body, chance)
    return body[:start] + body[start + chance.randint(1, 2000) :]


def doubled(body: bytes, chance: random.Random) -> bytes:
    start = _place(body, chance)
    part = body[start : start + chance.randint(1, 5000)]
    return body[:start] + part * chance.choice((2, 3, 50)) + body[start:]


def swapped(body: bytes, chance: random.Random) -> bytes:
    a, b, c = sorted(_place(body, chance) for _ in range(3))
    return body[:a] + body[b:c] + body[a:b] + body[c:]


def untagged(body: bytes, chance: random.Random) -> bytes:
    """A tag in twenty is gone: boxes stay open, or are closed too often."""
    return re.sub(rb"<[^<>]*>", lambda tag: b"" if chance.random() < 0.05 else tag[0], body)


def other_tags(body: bytes, chance: random.Random) -> bytes:
    name = chance.choice(
        (b"p", b"a", b"figure", b"h1", b"td", b"li", b"script", b"form", b"body", b"html", b"title", b"svg")
    )
    return re.sub(rb"(?<=<)(/?)\w+", lambda tag: tag[1] + name if chance.random() < 0.03 else tag[0], body)


def element_repeated(body: bytes, chance: random.Random) -> bytes:
    """One tag of the page, or one of a known-bad kind, thousands of times at one place."""
    tags = _tags(body)
    start = chance.choice(tags).end() if tags else 0
    unit = (
        chance.choice(ELEMENTS)
        if chance.random() < 0.5 or not tags
        else chance.choice(tags)[0].decode("utf-8", "replace")
    )
    return body[:start] + repeated(unit, chance.choice((300, 10_000, 200_000, 1_000_000))).encode() + body[start:]


def text_repeated(body: bytes, chance: random.Random) -> bytes:
    texts = list(re.finditer(rb">[^<>]+<|\"[^\"<>]+\"", body))
    start = chance.choice(texts).start() + 1 if texts else 0
    text = repeated(chance.choice(TEXTS), chance.choice((100, 5_000, 200_000)))
    return body[:start] + text.encode("utf-8", "surrogatepass") + body[start:]


def script_put_in(body: bytes, chance: random.Random) -> bytes:
    start, unit = chance.choice(SCRIPTS)
    script = f"<script>{start}{repeated(unit, chance.choice((100, 5_000, 200_000)))}</script>"
    return script.encode() + body


def data_broken(body: bytes, chance: random.Random) -> bytes:
    """Quotes, brackets and commas of scripts come and go; numbers and texts become what nobody expects."""

    def broken(script: re.Match[bytes]) -> bytes:
        text = script[0]
        for _ in range(chance.randint(1, 5)):
            at = chance.randint(8, max(8, len(text) - 9))
            new = chance.choice((b"", b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\\u", b"\n", b"'",
            b"9" * 5000, b"1e999",
                                 b"NaN", b"null", b'{"a": {}}', b"[[[[]]]]", b"\\ud800", b"\\u0000", b"true", b"//",
                                 b"[" * 3000))  # fmt: skip
            text = text[:at] + new + text[at + chance.randint(0, 3) :]
        return text

    return re.sub(rb"(?s)<script.*?</script>", broken, body)


def values_changed(body: bytes, chance: random.Random) -> bytes:
    """Values of attributes and data: addresses, numbers and dates that are none."""
    strange = (b"http://[x", b"//[", b"http://a:b:c/", b"javascript:x", b"\xb2\xb9", "²".encode(), "٢٤".encode(),
    b"9" * 5000, b"0", b"-1",
               b"0000-00-00", b"0000-01-01T00:00:00Z", b"9999-12-31T23:59:59-14:00", b"", b" ", b"a" * 3000, b"%",
               b"{}", b"[]", b"\x01",
               "\u0130".encode(), b"https://", b"data:,", b"?page=99999999", b"x" * 40_000,
               b"http://" + b"a." * 4000)  # fmt: skip
    return re.sub(
        rb"\"[^\"<>]*\"", lambda v: b'"' + chance.choice(strange) + b'"' if chance.random() < 0.02 else v[0], body
    )


def charset_declared(body: bytes, chance: random.Random) -> bytes:
    declared = f'<meta charset="{chance.choice(CHARSETS)}">'.encode()
    return declared + body + bytes(chance.randint(128, 255) for _ in range(400))


def encoded(body: bytes, chance: random.Random) -> bytes:
    return body.decode("utf-8", "replace").encode(
        chance.choice(("utf-16", "utf-16-le", "utf-8-sig", "cp1252")), "replace"
    )


def bytes_changed(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(min(len(changed), chance.choice((1, 20, 2000)))):
        changed[chance.randrange(len(changed))] = chance.randint(0, 255)
    return bytes(changed)


def data_put_in(body: bytes, chance: random.Random) -> bytes:
    """Data with values of other kinds than rules expect."""
    kinds: tuple[object, ...] = (
        None,
        True,
        1,
        -1.5,
        10**30,
        "",
        "a",
        "\ud800",
        "\x00",
        [],
        {},
        [[]],
        [{}],
        {"name": {}},
        {"@id": 1},
        ["a", None, 3],
    )
    keys = ("headline", "datePublished", "dateModified", "author", "editor", "description", "articleBody",
    "mainEntityOfPage",
            "url", "isAccessibleForFree", "@graph", "itemListElement", "keywords", "image", "publisher")  # fmt: skip
    item: dict[str, object] = {
        "@type": chance.choice(("NewsArticle", ["NewsArticle", 1], {}, "BreadcrumbList", "WebPage", None))
    }
    item |= {key: chance.choice(kinds) for key in keys}
    head = (
        JSON_LD.format(json.dumps(item))
        + f"<script>dataLayer = [{json.dumps(item)}]; window.kly = {json.dumps(item)};</script>"
    )
    return head.encode() + body


CHANGES = (
    cut, cut_out, doubled, swapped, untagged, other_tags, element_repeated, text_repeated, script_put_in, data_broken,
    values_changed, charset_declared, encoded, bytes_changed, data_put_in,
)  # fmt: skip


# -- the run ---------------------------------------------------------------------------------------------


def fault_of(attempt: Try, seconds: float) -> str | None:
    """What is wrong with how an input is read, in one line; `seconds` it may take."""

    def stop(_: int, frame: FrameType | None) -> None:
        raise _Hung(
            " < ".join(f"{f.filename.rpartition('/')[2]}:{f.lineno}" for f in traceback.extract_stack(frame)[:-5:-1])
        )

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HUNG * seconds)
    began = time.process_time()
    try:
        attempt.reader(attempt.body, attempt.url)
    except ValueError as error:
        if isinstance(error, UnicodeError):
            return _line(error)
    except _Hung as error:
        return f"hangs at {error}"
    except Exception as error:
        return _line(error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    taken = time.process_time() - began
    return f"{taken / seconds:.1f} times the time allowed" if taken > seconds else None


def _line(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {str(error)[:100]}"


def run(inputs: Iterator[Try], folder: Path, *, seconds: float = SECONDS) -> tuple[int, list[Finding]]:
    """Read all inputs; how many they were, and what was found, each saved in `folder` to be read again."""
    findings: list[Finding] = []
    count = 0
    slow = slowness()
    for attempt in inputs:
        count += 1
        fault = fault_of(attempt, seconds * slow)
        if fault and "time" in fault.split(":")[0]:  # the machine may have been busy: measured anew, and once more
            slow = max(slow, slowness())
            fault = fault_of(attempt, seconds * slow)
        if fault:
            file = folder / f"{len(findings):03}.html"
            file.write_bytes(attempt.body)
            side = {"url": attempt.url, "reader": attempt.reader.__name__, "name": attempt.name, "fault": fault}
            file.with_suffix(".json").write_text(json.dumps(side, indent=1, ensure_ascii=False), encoding="utf-8")
            findings.append(Finding(attempt.name, fault, file))
    return count, findings


def all_shapes(size: int) -> Iterator[Try]:
    """Every known-bad shape of this size, read by rules and by its shape."""
    known, unknown = (portals()[name].example for name in ("okezone", "detik"))
    for name, shape in SHAPES.items():
        body = shape(size)[:LARGEST]
        yield Try(name, strictly, body, known)
        yield Try(name, guessing, body, unknown)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=2000, help="inputs made at random (default 2000)")
    parser.add_argument("--seed", type=int, default=None, help="what decides them (default: another each time)")
    parser.add_argument("--shapes", type=int, metavar="BYTES", help="instead, every known-bad shape of this size")
    parser.add_argument("--again", type=Path, metavar="FILE", help="instead, one input that was saved")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    folder = Path(tempfile.mkdtemp(prefix="newscrawl-fuzz-"))
    if options.again:
        side = json.loads(options.again.with_suffix(".json").read_text(encoding="utf-8"))
        inputs = iter([Try(side["name"], globals()[side["reader"]], options.again.read_bytes(), side["url"])])
    else:
        inputs = all_shapes(options.shapes) if options.shapes else tries(seed, options.pages)
    count, findings = run(inputs, folder)
    for finding in findings:
        print(f"{finding.file}: {finding.name}: {finding.fault}")
    exceptions = sum("time" not in f.fault and "hangs" not in f.fault for f in findings)
    kind = f"shapes of {options.shapes} bytes" if options.shapes else f"seed {seed}"
    print(f"{count} inputs, {kind}: exceptions {exceptions}, over {SECONDS:g} s {len(findings) - exceptions}")
    if not findings:
        folder.rmdir()
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
