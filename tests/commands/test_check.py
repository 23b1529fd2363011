"""`scrapy check` against sites on 127.0.0.1 that behave well, and that do not."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import socket
import ssl
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.settings import Settings

from benchmarks.loopback import loopback_settings
from newscrawl.crawling.checking.machine import browser, certificate_fault, clock, disk
from newscrawl.crawling.checking.witness import Answer
from newscrawl.portals.registry import portals
from tests import forks
from tests.newsroom import DAY, newsroom, path_of
from tests.project import ROOT, patient, scrapy
from tests.site import NOT_FOUND, Route, Site, page, robots

NOW = "2026-07-25T18:00:00+07:00"  # the newsroom's day is yesterday
LISTING = f"/bydate/index/{DAY}/"
Done = subprocess.CompletedProcess[str]


def check(port: int, *args: str, module: str = "scrapy", **more: str) -> Done:
    """`scrapy check ARGS` with every host answered at `port`."""
    settings = {**loopback_settings(port), "NEWSCRAWL_NOW": NOW, "DOWNLOAD_TIMEOUT": f"{patient(3):g}", **more}
    settings.pop("LOG_LEVEL")
    line = [sys.executable, "-m", module, "check", *args]
    for name, value in settings.items():
        line += ["-s", f"{name}={value}"]
    environment = {**os.environ, "SCRAPY_PROJECT": "default", "PYTHONWARNINGS": "error"}
    return forks.run(line, env=environment, timeout=patient(60))


def checked(routes: dict[str, Route], *args: str, **more: str) -> Done:
    with Site(routes) as site:
        return check(int(site.host.rpartition(":")[2]), *(args or ("okezone",)), **more)


def row(done: Done, name: str) -> str:
    """The row of a name, with one space between its columns."""
    assert not done.stderr, done.stderr
    return next(" ".join(line.split()) for line in done.stdout.splitlines() if line.startswith(f"{name} "))


# -- the table -----------------------------------------------------------------------------------------------


def test_a_site_that_behaves_well(tmp_path: Path) -> None:
    with Site(newsroom(4)) as site:
        done = check(int(site.host.rpartition(":")[2]), "okezone", NEWSCRAWL_DATA=str(tmp_path / "data"))
        assert site.counts() == {"/robots.txt": 1, LISTING: 1}, "no more is asked of anybody"
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("newscrawl 0.1.0, Python 3."), "versions stand at the head"
    assert row(done, "okezone") == "okezone ok robots.txt HTTP 200; index by day: 4 articles of 4 cards"
    assert row(done, "clock").startswith("clock ok agrees with 1 host")
    assert row(done, "network") == "network ok 1 of 1 host reached"
    assert not (tmp_path / "data").exists(), "nothing is stored"


def test_what_is_pasted_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    done = checked(newsroom(4), "--live", "okezone", NEWSCRAWL_DATA=str(tmp_path))
    assert done.returncode == 0, done.stdout
    for secret in (str(tmp_path), str(ROOT), str(Path.home()), socket.gethostname(), "127.0.0.1"):
        assert secret not in done.stdout
    assert done.stdout.isprintable() or "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({LISTING: (403, {}, "Forbidden", 0.0)}, "robots.txt HTTP 200; index by day: blocked (HTTP 403)"),
        ({"/robots.txt": robots("User-agent: *", "Disallow: /")}, "forbidden by robots.txt"),
        ({"/robots.txt": (503, {}, "", 0.0)}, "robots.txt unreachable (HTTP 503)"),
        ({LISTING: NOT_FOUND}, "index by day: removed (HTTP 404)"),
        ({LISTING: (429, {"Retry-After": "900"}, "", 0.0)}, "HTTP 429"),
        ({LISTING: page("<h1>Indeks</h1><div class=baru><a href=/read/1>x</a></div>")}, "its rules find no card"),
        (
            {LISTING: page('<h4 class="content-hardnews"><a href="https://lain.example/a">x</a></h4>')},
            "1 card, none of them an article of okezone",
        ),
        ({LISTING: page("")}, "index by day: empty page"),
    ],
)
def test_a_site_that_does_not(change: dict[str, Route], words: str) -> None:
    done = checked({**newsroom(4), **change})
    assert done.returncode == 1
    assert words in row(done, "okezone")
    assert row(done, "okezone").startswith("okezone FAULT ")


def test_a_site_that_never_answers() -> None:
    routes = {**newsroom(1), LISTING: (200, {}, "", patient(5))}
    done = checked(routes, DOWNLOAD_TIMEOUT="0.5")
    assert done.returncode == 1
    assert "index by day: timeout" in row(done, "okezone")


def test_without_a_network() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        done = check(taken.getsockname()[1], "okezone", "viva")
    assert done.returncode == 1
    assert row(done, "network").startswith("network FAULT 0 of ")
    assert row(done, "okezone").endswith("connection refused")


def test_a_listing_behind_one_that_fails_is_a_note() -> None:
    routes = {**newsroom(0), LISTING: NOT_FOUND, f"/bydate/channel/{DAY}/1/": newsroom(2)[LISTING]}
    done = checked(routes)
    assert done.returncode == 0
    assert row(done, "okezone").startswith("okezone note ")
    assert "removed (HTTP 404); index by day: 2 articles of 2 cards" in row(done, "okezone")


def test_all_portals_side_by_side() -> None:
    done = scrapy("check")
    assert done.returncode == 0, done.stdout
    for name, portal in portals().items():
        if not portal.off:
            assert row(done, name).startswith(f"{name} ok "), row(done, name)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("okzone",), "unknown portal 'okzone'; known: "),
        (("--live", "okezone", "viva"), "--live looks at one portal: name it once, scrapy check --live PORTAL"),
        (("--save",), "--save keeps the pages of one portal: scrapy check --live PORTAL --save"),
    ],
)
def test_a_wrong_argument_is_one_line(args: tuple[str, ...], message: str) -> None:
    done = scrapy("check", *args)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"newscrawl: {message}")


def test_the_commands_of_the_guide_work() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ newscrawl (check.*?)\s*#", guide, re.M)
    assert len(commands) == 4
    before = sorted((ROOT / "fixtures" / "okezone").iterdir())
    for command in commands[1:]:  # the first is test_all_portals_side_by_side
        done = scrapy(*command.split())
        assert done.returncode == 0, done.stdout
        assert "\ndisk " in done.stdout
    assert done.stderr.count("saved before: ") == 4
    assert sorted((ROOT / "fixtures" / "okezone").iterdir()) == before


# -- the machine ---------------------------------------------------------------------------------------------


def test_a_wrong_clock_is_told() -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=3)
    late = {"Date": f"{later:%a, %d %b %Y %H:%M:%S} GMT"}
    routes: dict[str, Route] = {}
    for path, route in newsroom(2).items():
        assert isinstance(route, tuple)
        routes[path] = (route[0], {**route[1], **late}, *route[2:])
    done = checked(routes)
    assert done.returncode == 1
    assert row(done, "clock").startswith("clock FAULT ")
    assert " behind what 1 host said" in row(done, "clock")


def test_most_hosts_are_right_about_the_time() -> None:
    ahead = {"a.example": 0.0, "b.example": 1.0, "c.example": -9000.0}
    assert clock(Answer(f"https://{host}/", host, 200, ahead=ahead[host]) for host in ahead).state == "ok"
    assert clock([]).state == "note"


def test_a_disk_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert disk(str(tmp_path / "file" / "data")).state == "FAULT"
    assert disk(str(tmp_path / "not" / "yet")).state == "ok"
    assert str(tmp_path) not in disk(str(tmp_path / "file" / "data")).words
    assert disk("").state == "note"


def test_a_browser_that_does_not_start(tmp_path: Path) -> None:
    settings = Settings({"NEWSCRAWL_BROWSER_PATH": str(tmp_path / "none")})
    plain = portals()["okezone"]
    needing = type("Needing", (plain,), {"browser": True, "__module__": plain.__module__, "name": "okezone"})
    assert browser(settings, [plain]).state == "note"
    assert browser(settings, [needing]).state == "FAULT"
    assert str(tmp_path) not in browser(settings, [needing]).words


# -- certificates --------------------------------------------------------------------------------------------


class Secure:
    """A site behind a certificate that signs itself, for `host`, until `end`."""

    def __init__(self, folder: Path, end: dt.datetime) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(1)
            .not_valid_before(end - dt.timedelta(days=90))
            .not_valid_after(end)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.file = folder / "certificate.pem"
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        self.file.write_bytes(key.private_bytes(*form) + certificate.public_bytes(serialization.Encoding.PEM))

    def __enter__(self) -> int:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file)
        self.server = Quiet(("127.0.0.1", 0), Index)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self.server.server_port

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Say nothing of a client that does not like the certificate."""


class Index(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b'<h3><a href="https://localhost/read/1/judul-berita">Judul</a></h3>' if "indeks" in self.path else b""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def secured(port: int, **environment: str) -> Done:
    settings = ["-s", "DOWNLOAD_DELAY=0", "-s", f"DOWNLOAD_TIMEOUT={patient(5):g}"]
    return forks.run(
        [sys.executable, "-m", "tests.browsing", "check", "sora", *settings],
        env={
            **os.environ,
            "PYTHONWARNINGS": "error",
            "SCRAPY_PROJECT": "default",
            "RAMAI_SITE": "http://127.0.0.1",
            "SORA_SITE": f"https://localhost:{port}",
            **environment,
        },
        timeout=patient(60),
    )


@pytest.mark.parametrize(("days", "fault"), [(-1, "certificate has expired"), (30, "self-signed certificate")])
def test_a_certificate_that_does_not_verify(tmp_path: Path, days: int, fault: str) -> None:
    secure = Secure(tmp_path, dt.datetime.now(dt.UTC) + dt.timedelta(days=days))
    # One that has expired is trusted otherwise: its age alone is what is wrong.
    trusted = {"SSL_CERT_FILE": str(secure.file)} if days < 0 else {}
    with secure as port:
        done = secured(port, **trusted)
    assert done.returncode == 1
    assert row(done, "certificates") == f"certificates FAULT localhost: {fault}"
    assert row(done, "sora") == "sora FAULT index: certificate not verified"


def test_a_certificate_that_verifies(tmp_path: Path) -> None:
    secure = Secure(tmp_path, dt.datetime.now(dt.UTC) + dt.timedelta(days=30))
    with secure as port:
        done = secured(port, SSL_CERT_FILE=str(secure.file))
        assert certificate_fault("localhost", port) == "self-signed certificate", "this process does not trust it"
    assert done.returncode == 0, done.stdout
    assert row(done, "certificates").startswith("certificates ok 1 verified; the first to end is that of localhost")


# -- rule by rule --------------------------------------------------------------------------------------------


def test_three_articles_are_read_rule_by_rule() -> None:
    with Site(newsroom(7)) as site:
        done = check(int(site.host.rpartition(":")[2]), "--live", "okezone")
        assert site.counts() == {"/robots.txt": 2, LISTING: 1} | {path_of(n): 1 for n in (0, 3, 6)}
    assert done.returncode == 0, done.stdout
    assert row(done, "article 3") == "article 3 ok read, and nothing doubted"
    assert "published 2026-07-24T09:03:30+07:00, address 2026-07-24, listing -: agree" in done.stdout
    assert "3/3 body css: .c-detail.read" in done.stdout
    assert "rules not needed here: authors meta 1" in done.stdout
    assert "3/3 title, published_at, authors, text" in done.stdout


def test_a_template_that_has_changed_is_named() -> None:
    routes = newsroom(3)
    for path, route in routes.items():
        if "/read/" in path and isinstance(route, tuple):
            body = str(route[2]).replace("c-detail read", "c-artikel").replace('class="journalist"', 'class="w"')
            routes[path] = (*route[:2], body, route[3])
    done = checked(routes, "--live", "okezone")
    assert done.returncode == 1
    assert row(done, "article 1") == "article 1 FAULT not read: no text"
    wrong = done.stdout.partition("does not fit:")[2]
    assert "body_css: none of 7 rules found anything on 3" in wrong
    assert "title" not in wrong


def test_of_rules_nothing_is_said_where_no_page_was_had() -> None:
    routes = newsroom(3)
    routes |= {path_of(n): (403, {}, "Forbidden", 0.0) for n in range(3)}
    done = checked(routes, "--live", "okezone")
    assert "does not fit:" in done.stdout
    assert not re.search("fields filled|rules", done.stdout.partition("\n\n")[2])


def test_an_article_that_is_refused_is_told_and_the_others_are_read() -> None:
    done = checked({**newsroom(3), path_of(1): (403, {}, "Forbidden", 0.0)}, "--live", "okezone")
    assert done.returncode == 1
    assert row(done, "article 2") == "article 2 FAULT not read: blocked (HTTP 403)"
    assert row(done, "article 3").startswith("article 3 ok")


def test_the_pages_are_kept_as_fixtures_to_mend_from(tmp_path: Path) -> None:
    routes = {**newsroom(3), path_of(1): (403, {}, "Forbidden", 0.0)}
    first = checked(routes, "--live", "okezone", "--save", "--folder", str(tmp_path))
    assert first.stderr.count(": saved ") == 4
    assert str(tmp_path) not in first.stdout
    metas = [json.loads(side.read_text(encoding="utf-8")) for side in (tmp_path / "okezone").glob("*.json")]
    kinds = sorted((meta.get("callback", "served"), meta.get("status", 200)) for meta in metas)
    assert kinds == [("parse_article", 200), ("parse_article", 200), ("parse_listing", 200), ("served", 403)]
    assert any(output.get("article") for meta in metas for output in meta["expected"])
    again = checked(routes, "--live", "okezone", "--save", "--folder", str(tmp_path))
    assert again.stderr.count("saved before: ") == 4
    # The saved pages stand for the site: the same look at them says the same.
    replayed = scrapy("check", "--live", "okezone", "-s", f"REPLAY_DIR={tmp_path}", "-s", f"NEWSCRAWL_NOW={NOW}")
    assert row(replayed, "article 2") == row(again_without_errors(again), "article 2")


def again_without_errors(done: Done) -> Done:
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout, "")
