"""The repository itself: what is pinned, shipped, written down and promised."""

import ast
import importlib.metadata
import importlib.util
import re
import stat
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import copydesk

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "app" / "copydesk"
LAYERS = ("runtime", "languagetool", "build", "dev")

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?P<marker> ; [^\\]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pins(layer: str) -> dict[str, str]:
    """Read one requirement file, refusing every line that is neither a pin nor a hash."""
    found: dict[str, str] = {}
    text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    for requirement in "\n".join(lines).replace("\\\n", "").splitlines():
        pin, *hashes = re.split(r"\s+(?=--hash)", requirement.strip())
        matched = PIN.fullmatch(pin.strip())
        assert matched, f"{layer}.txt: {pin!r} is not pinned to one version"
        assert hashes, f"{layer}.txt: {pin!r} has no hash"
        assert all(HASH.fullmatch(each.strip()) for each in hashes), f"{layer}.txt: {pin!r}"
        found[matched["name"]] = matched["version"]
    return found


def project() -> dict[str, object]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_requirement_is_pinned_and_hashed(layer: str) -> None:
    assert len(pins(layer)) >= 5


@pytest.mark.parametrize("layer", LAYERS)
def test_requirement_files_hold_no_address_and_no_path(layer: str) -> None:
    text = (ROOT / "requirements" / f"{layer}.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|@ |^-|/\w+/", text, re.MULTILINE)


def test_requirement_files_agree_with_one_another() -> None:
    versions: dict[str, set[str]] = {}
    for layer in LAYERS:
        for name, version in pins(layer).items():
            versions.setdefault(name, set()).add(version)
    assert {name for name, found in versions.items() if len(found) > 1} == set()
    assert pins("runtime").items() <= pins("languagetool").items()


def test_pins_are_those_that_the_project_asks_for() -> None:
    settings = project()
    metadata, groups = settings["project"], settings["dependency-groups"]
    assert isinstance(metadata, dict)
    assert isinstance(groups, dict)
    asked = {
        "runtime": metadata["dependencies"],
        "languagetool": metadata["optional-dependencies"]["languagetool"],
        "build": groups["build"],
        "dev": groups["dev"],
    }
    for layer, requirements in asked.items():
        pinned = pins(layer)
        for requirement in map(Requirement, requirements):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version, f"`make lock` has to be run: {requirement} is not in {layer}.txt"
            assert version in requirement.specifier, f"`make lock` has to be run: {requirement}"


def test_every_import_of_the_package_is_a_declared_dependency() -> None:
    """A package that comes only as somebody else's dependency can go the same way."""
    settings = project()["project"]
    assert isinstance(settings, dict)
    declared = {
        canonicalize_name(Requirement(each).name)
        for each in settings["dependencies"] + settings["optional-dependencies"]["languagetool"]
    }
    providers = importlib.metadata.packages_distributions()
    imported = {
        module
        for path in PACKAGE.rglob("*.py")
        for module in imported_modules(path)
        if module not in sys.stdlib_module_names and module != "copydesk"
    }
    assert "fastapi" in imported
    missing = {
        module
        for module in imported
        if not declared & {canonicalize_name(name) for name in providers.get(module, [])}
    }
    # pydantic pins its own core to the digit: the two are one package in two wheels.
    assert missing - {"pydantic_core"} == set()


def imported_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_gpl_code_stays_in_the_optional_layer() -> None:
    assert "language-tool-python" in pins("languagetool")
    assert "language-tool-python" not in pins("runtime")


def test_wheel_holds_all_data_files(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = {
        path.relative_to(ROOT / "app").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert any("/lexicons/data/" in name for name in source)
    assert "copydesk/py.typed" in source
    assert source <= packed
    assert f"copydesk-{copydesk.__version__}.dist-info/licenses/LICENSE" in packed
    assert {name.split("/")[0] for name in packed} == {
        "copydesk",
        f"copydesk-{copydesk.__version__}.dist-info",
    }


def test_version_is_one_and_in_the_changelog() -> None:
    assert importlib.metadata.version("copydesk") == copydesk.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{copydesk.__version__}]" in changelog
    assert "\n## [Unreleased]" in changelog


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    # Written in two halves, so that this file does not name them either.
    registries = (
        ("pypi", r"\.org"),
        ("pythonhosted", r"\.org"),
        ("npmjs", r"\.(?:org|com)"),
        (r"maven\.", r"(?:org|apache\.org)"),
        ("static.crates", r"\.io"),
        (r"proxy\.golang", r"\.org"),
        (r"deb\.debian", r"\.org"),
    )
    places = (
        ("(?:^|[^.\\w])/ro", "ot/"),
        ("(?:^|[^.\\w])/wo", "rk/"),
        (r"(?:^|[^\w])/home/[a-z]", r"\w+/"),
        ("/Use", "rs/"),
    )
    forbidden = re.compile("|".join(head + tail for head, tail in registries + places))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    found: list[str] = []
    for name in filter(None, listed):
        path = ROOT / name
        if not path.is_file():  # removed here and not yet committed
            continue
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            if forbidden.search(line):
                found.append(f"{name}:{number}: {line[:120]}")
    assert len(listed) > 20
    assert found == []


def test_dockerfile_passes_its_linter() -> None:
    linter = Path(sys.executable).parent / "hadolint"
    finished = subprocess.run(
        [linter, "--failure-threshold", "style", "Dockerfile"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert finished.stdout == ""
    assert finished.returncode == 0


def test_image_runs_as_nobody_in_particular_and_is_watched() -> None:
    stage = (ROOT / "Dockerfile").read_text(encoding="utf-8").split("\nFROM ")[-1]
    user = re.findall(r"^USER (\S+)", stage, re.MULTILINE)
    assert user[-1:] not in ([], ["root"], ["0"])
    assert re.search(r"^HEALTHCHECK ", stage, re.MULTILINE)
    assert not re.search(r"^RUN .*(?:pip|apt|curl|engine install)", stage, re.MULTILINE)


def test_catalogue_is_what_the_docstrings_say() -> None:
    specification = importlib.util.spec_from_file_location(
        "detector_docs", ROOT / "scripts" / "detector_docs.py"
    )
    assert specification
    assert specification.loader
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    written = {
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "docs" / "detectors").glob("*.md")
    }
    assert written == script.pages(), "`make docs` has to be run"


def test_readme_gives_the_two_commands_first() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^make run\b", readme, re.MULTILINE)
    assert re.search(r"^make test\b", readme, re.MULTILINE)


def test_readme_links_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_continuous_integration_runs_what_people_run() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert script.rstrip().endswith("make test")


@pytest.mark.parametrize("script", sorted(ROOT.glob("scripts/**/*.sh")), ids=lambda path: path.name)
def test_shell_scripts_parse(script: Path) -> None:
    subprocess.run(["sh", "-n", str(script)], check=True)


def test_run_passes_host_port_and_workers_on() -> None:
    made = subprocess.run(
        ["make", "--no-print-directory", "-n", "run", "HOST=0.0.0.0", "PORT=9000", "WORKERS=3"],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    ).stdout
    assert "serve --host '0.0.0.0' --port '9000' --workers '3'" in made


def fake_python(folder: Path, name: str, answer: str) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def find_python(folder: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(folder), "PYTHON": python}
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "find-python.sh")],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_an_old_python_is_named_and_refused(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "old 3.9")
    finished = find_python(tmp_path)
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert "needs Python 3.11 or newer" in finished.stderr
    assert "python3 (3.9)" in finished.stderr


def test_a_python_without_venv_is_explained(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3.12", "bare 3.12")
    finished = find_python(tmp_path)
    assert finished.returncode == 1
    assert "python3-venv" in finished.stderr


def test_the_first_python_that_works_is_taken(tmp_path: Path) -> None:
    fake_python(tmp_path / "a b", "python3.11", "old 3.9")
    fake_python(tmp_path / "a b", "python3", "good /opt/a b/python3")
    assert find_python(tmp_path / "a b").stdout == "/opt/a b/python3\n"


def test_a_named_python_is_the_only_one_tried(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "good /usr/bin/python3")
    assert find_python(tmp_path, "no-such-python").returncode == 1
    real = find_python(tmp_path, sys.executable)
    assert Path(real.stdout.strip()).samefile(sys.executable)
