"""The files in schedule/: systemd, cron and Kubernetes accept them, and a stop has the time it needs."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from newscrawl.crawling.nightly.watching import NOTIFY_SECONDS
from newscrawl.settings import base
from tests.project import ROOT, patient

FOLDER = ROOT / "schedule"
UNITS = ("newscrawl@.service", "newscrawl@.timer", "newscrawl-failed@.service")
STOP_SECONDS = base.NEWSCRAWL_NIGHTLY_GRACE + NOTIFY_SECONDS


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=False, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((FOLDER / name).read_text(encoding="utf-8"))
    return parser


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=patient(60), check=False)


@pytest.mark.parametrize("instance", ["all", "okezone"])
def test_systemd_has_nothing_to_say(tmp_path: Path, instance: str) -> None:
    project = tmp_path / "newscrawl"
    program = project / ".venv" / "bin" / "scrapy"
    program.parent.mkdir(parents=True)
    shutil.copy("/bin/true", program)
    (project / "data").mkdir()
    files = []
    for name in UNITS:
        text = (FOLDER / name).read_text(encoding="utf-8").replace("/opt/newscrawl", str(project))
        files.append(tmp_path / name.replace("@", f"@{instance}"))
        for path in (tmp_path / name, files[-1]):
            path.write_text(text, encoding="utf-8")
    done = analyze("verify", "--man=no", *files)
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_complains_of_a_misspelt_key(tmp_path: Path) -> None:
    """The check above would see one: verify exits 0 for it and only prints."""
    path = tmp_path / "newscrawl@all.service"
    path.write_text("[Service]\nType=oneshot\nExecStart=/bin/true\nTimeoutStopSecs=1\n", encoding="utf-8")
    assert "TimeoutStopSecs" in analyze("verify", "--man=no", path).stderr


def test_the_timer_is_a_morning_in_jakarta() -> None:
    timer = unit("newscrawl@.timer")["Timer"]
    done = analyze("calendar", "--base-time=2026-07-24 00:00:00 UTC", timer["OnCalendar"])
    assert done.returncode == 0, done.stderr
    assert "Fri 2026-07-24 22:30:00 UTC" in done.stdout  # 05:30 WIB
    assert timer["Persistent"] == "true"


def test_a_stop_has_the_time_it_needs() -> None:
    service = unit("newscrawl@.service")["Service"]
    assert int(service["TimeoutStopSec"]) >= STOP_SECONDS
    assert pod()["terminationGracePeriodSeconds"] >= STOP_SECONDS
    # A second signal to the crawls would end them unclean.
    assert service["KillMode"] == "mixed"


def test_only_the_data_is_written_to() -> None:
    service = unit("newscrawl@.service")["Service"]
    assert service["ReadWritePaths"] == f"{service['WorkingDirectory']}/{base.NEWSCRAWL_DATA}"
    mounts = pod()["containers"][0]["volumeMounts"]
    assert [mount["mountPath"] for mount in mounts] == [service["ReadWritePaths"]]


def manifests() -> dict[str, Any]:
    """The documents of cronjob.yaml by kind."""
    found = yaml.safe_load_all((FOLDER / "cronjob.yaml").read_text(encoding="utf-8"))
    return {manifest["kind"]: manifest for manifest in found}


def pod() -> Any:
    return manifests()["CronJob"]["spec"]["jobTemplate"]["spec"]["template"]["spec"]


def test_kubernetes_runs_one_night_at_a_time() -> None:
    job = manifests()["CronJob"]
    assert job["apiVersion"] == "batch/v1"
    spec = job["spec"]
    assert (spec["schedule"], spec["timeZone"], spec["concurrencyPolicy"]) == ("30 5 * * *", "Asia/Jakarta", "Forbid")
    assert spec["jobTemplate"]["spec"]["backoffLimit"] == 0
    (container,) = pod()["containers"]
    assert container["command"][-1] == "nightly"
    assert {"name": "SCRAPY_PROJECT", "value": "nightly"} in container["env"]
    claim = manifests()["PersistentVolumeClaim"]["metadata"]["name"]
    (volume,) = pod()["volumes"]
    assert volume["persistentVolumeClaim"]["claimName"] == claim
    assert container["volumeMounts"][0]["name"] == volume["name"]


def test_the_crontab_has_one_line_and_a_zone() -> None:
    lines = [
        line for line in (FOLDER / "crontab").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
    ]
    zone, job = lines
    assert zone == "CRON_TZ=Asia/Jakarta"
    *times, command = job.split(maxsplit=5)
    assert len(times) == 5
    assert times[:2] == ["30", "5"]
    assert all(re.fullmatch(r"[\d*/,-]+", part) for part in times)
    assert "%" not in command  # cron makes a line break of it
    assert command.endswith("scrapy nightly")


def test_every_file_is_named_in_the_readme() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert not [path.name for path in FOLDER.iterdir() if f"`{path.name}`" not in text and path.name != "README.md"]
