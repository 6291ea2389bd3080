"""The author's tool: what `integration` writes, prints and exits with."""

import json
import os
import signal

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema

from processes import BINARIES, ROOT, Process, run

MANIFEST = """\
manifest: 1
handle: clinic
name: Clinic
version: 1.0.0
# Who comes here.
models:
  patient: { fields: { number: STRING } }
tools:
  add_patient:   # called by the form
    description: Add a patient
    input: { number: STRING }
pages:
  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add_patient } } }] }
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "integration.yaml").write_text(MANIFEST)
    return tmp_path


def integration(folder, *arguments):
    return run(BINARIES / "integration", *arguments, cwd=folder)


def write(folder, text):
    """As an editor does: beside, and then in its place."""
    beside = folder / "integration.yaml~"
    beside.write_text(text)
    os.replace(beside, folder / "integration.yaml")


def state(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


def test_exit_codes(folder):
    assert integration(folder, "check").returncode == 0
    write(folder, MANIFEST.replace("add_patient } }", "ad_patient } }"))
    assert integration(folder, "check").returncode == 1
    assert integration(folder, "check", "missing.yaml").returncode == 2
    assert integration(folder, "check", "--format", "none").returncode == 2
    assert integration(folder, "explain", "reference.unknown").returncode == 0
    unknown = integration(folder, "explain", "reference.unknwon")
    assert unknown.returncode == 2 and "did you mean `reference.unknown`?" in unknown.stderr


def test_fix_mends_what_leaves_no_choice_and_keeps_the_rest(folder):
    write(folder, MANIFEST.replace("description:", "desciption:").replace("tool: add_patient", "tool: ad_patient"))
    result = integration(folder, "check", "--fix")
    assert result.returncode == 0, result.stderr
    assert (folder / "integration.yaml").read_text() == MANIFEST
    assert "mended 2 problems" in result.stderr


def test_a_fix_leaves_permissions_and_links(folder):
    target = folder / "real.yaml"
    target.write_text(MANIFEST.replace("description:", "desciption:"))
    target.chmod(0o640)
    (folder / "integration.yaml").unlink()
    (folder / "integration.yaml").symlink_to("real.yaml")
    assert integration(folder, "check", "--fix").returncode == 0
    assert (folder / "integration.yaml").is_symlink()
    assert target.read_text() == MANIFEST and target.stat().st_mode & 0o777 == 0o640


def test_machine_formats_go_to_standard_output(folder):
    write(folder, MANIFEST.replace("tool: add_patient", "tool: ad_patient"))
    problem = json.loads(integration(folder, "check", "--format", "json").stdout)[0]
    assert problem["code"] == "reference.unknown" and problem["range"]["start"]["line"] == 12
    log = json.loads(integration(folder, "check", "--format", "sarif").stdout)
    assert log["runs"][0]["results"][0]["ruleId"] == "reference.unknown"
    annotation = integration(folder, "check", "--format", "github").stdout
    assert annotation.startswith("::error file=integration.yaml,line=13,endLine=13,col=")


def sarif(folder, manifest="integration.yaml"):
    """What code scanning gets, after a model that was made from the schema of SARIF 2.1.0 has taken it."""
    text = integration(folder, "check", manifest, "--format", "sarif").stdout
    StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)
    return json.loads(text)["runs"][0]


def test_places_of_machine_formats_count_what_their_readers_count(folder):
    """Emoji are one Unicode scalar, two UTF-16 units and four bytes; the problem stands behind them on its line."""
    line = '  add_patient: { x-note: "😀😀é", desciption: y }'
    write(folder, MANIFEST[: MANIFEST.index("tools:")] + "tools:\n" + line + "\n")
    column = line.index("desciption")

    problem = json.loads(integration(folder, "check", "--format", "json").stdout)[0]
    assert problem["code"] == "key.unknown"
    start, end = problem["range"]["start"], problem["range"]["end"]
    assert start == {"line": 8, "character": column + 2} and end == {"line": 8, "character": column + 12}
    utf16 = line.encode("utf-16-le")
    assert utf16[2 * start["character"] : 2 * end["character"]].decode("utf-16-le") == "desciption"

    annotation = integration(folder, "check", "--format", "github").stdout
    assert f"line=9,endLine=9,col={column + 1},endColumn={column + 11}," in annotation

    log = sarif(folder)
    assert log["columnKind"] == "unicodeCodePoints"
    region = {"startLine": 9, "startColumn": column + 1, "endLine": 9, "endColumn": column + 11}
    assert log["results"][0]["locations"][0]["physicalLocation"]["region"] == region
    fix = log["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix == {"deletedRegion": region, "insertedContent": {"text": "description"}}


def test_code_scanning_reads_every_kind_of_problem(tmp_path):
    wrong = sorted((ROOT / "Tests" / "ManifestCompilerTests" / "Fixtures" / "invalid").glob("*/*.yaml"))
    # One of each code is enough: their problems have the same parts.
    for path in {path.parent: path for path in wrong}.values():
        log = sarif(tmp_path, path)
        assert log["results"], path
        for result in log["results"]:
            rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
            assert rule["id"] == result["ruleId"] and rule["shortDescription"]["text"] and rule["help"]["text"]
            for place in [*result["locations"], *result.get("relatedLocations", [])]:
                region = place["physicalLocation"]["region"]
                start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
                assert end >= start >= (1, 1), path


def test_fmt_writes_only_what_is_not_formatted(folder):
    assert integration(folder, "fmt", "--check").returncode == 0
    before = state(folder)
    assert integration(folder, "fmt").returncode == 0
    assert state(folder) == before
    write(folder, MANIFEST.replace("{ number: STRING }\npages", "{number: STRING?}  \npages"))
    assert integration(folder, "fmt", "--check").returncode == 1
    assert integration(folder, "fmt").returncode == 0
    assert (folder / "integration.yaml").read_text() == MANIFEST.replace(
        "{ number: STRING }\npages", "{ number: 'STRING?' }\npages")


def test_a_run_with_nothing_to_do_touches_nothing_and_a_comment_changes_no_byte(folder):
    generate = ("generate", "--output", "out", "--stubs", "handlers")
    assert integration(folder, *generate).returncode == 0
    before = state(folder / "out"), state(folder / "handlers" / "Tools")
    write(folder, MANIFEST + "# Nothing new.\n")
    assert integration(folder, *generate).returncode == 0
    assert (state(folder / "out"), state(folder / "handlers" / "Tools")) == before


@pytest.fixture
def recorded(folder):
    """Generated with a record, from a manifest that includes what a pattern matches."""
    (folder / "parts").mkdir()
    (folder / "parts" / "nurse.yaml").write_text("tools: { call_nurse: { description: Call a nurse } }\n")
    write(folder, MANIFEST.replace("models:", "include: ['parts/*.yaml']\nmodels:"))
    assert integration(folder, *RECORDED).returncode == 0
    return folder


RECORDED = ("generate", "--output", "out", "--record", "built/record")


def in_place(path, old, new):
    """Changes text to as much other text, and hides that it did."""
    assert len(old) == len(new) and old in path.read_text()
    before = path.stat()
    path.write_text(path.read_text().replace(old, new))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "the manifest": lambda folder: in_place(folder / "integration.yaml", "Add a patient", "Add_a_patient"),
    "an included file": lambda folder: in_place(folder / "parts" / "nurse.yaml", "Call a nurse", "Page a nurse"),
    "one more file for a pattern": lambda folder: (folder / "parts" / "porter.yaml").write_text(
        "tools: { call_porter: { description: Call a porter } }\n"),
    "an edited output": lambda folder: in_place(folder / "out" / "Tools.swift", "Do not edit", "Do not read"),
    "a deleted output": lambda folder: (folder / "out" / "Tools.swift").unlink(),
    "an edited output that has another file's place": lambda folder: os.replace(
        folder / "out" / "Models.swift", folder / "out" / "Tools.swift"),
    "a broken record": lambda folder: (folder / "built" / "record").write_text("{"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_record_never_leaves_stale_output(recorded, change):
    change(recorded)
    assert integration(recorded, *RECORDED).returncode == 0
    assert integration(recorded, "generate", "--output", "fresh").returncode == 0
    contents = [{path.name: path.read_bytes() for path in (recorded / name).iterdir()} for name in ("out", "fresh")]
    assert contents[0] == contents[1]


def test_with_a_record_a_run_with_nothing_to_do_does_nothing(recorded):
    # The pattern looks into the manifest's folder, in which the first run made two more.
    assert integration(recorded, *RECORDED).returncode == 0
    before = state(recorded / "out"), state(recorded / "built")
    assert integration(recorded, *RECORDED).returncode == 0
    # A run that does all the work makes a new record.
    assert (state(recorded / "out"), state(recorded / "built")) == before
    assert integration(recorded, *RECORDED, "--swift-only").returncode == 0
    assert state(recorded / "built") != before[1]


def test_warnings_are_said_again_and_a_check_looks_for_itself(recorded):
    write(recorded, (recorded / "integration.yaml").read_text() + "types: { unused: { fields: { a: STRING } } }\n")
    for _ in range(2):
        assert "[type.unused]" in integration(recorded, *RECORDED).stderr
    (recorded / "out" / "Tools.swift").write_text("// Edited.\n")
    assert "Tools.swift: error" in integration(recorded, *RECORDED, "--check").stderr


def test_watch_follows_the_manifest_and_ends_cleanly(folder):
    process = Process([BINARIES / "integration", "generate", "--output", "out", "--watch"], cwd=folder)
    process.wait_for("watching integration.yaml")
    write(folder, MANIFEST.replace("add_patient", "admit_patient"))
    process.wait_for(r"wrote .*Tools\.swift(.|\n)*wrote .*Tools\.swift")
    write(folder, MANIFEST.replace("tools:", "toolz:"))
    process.wait_for("nothing is generated until that is mended")
    (folder / "integration.yaml").unlink()
    process.wait_for("there is no integration.yaml")
    write(folder, MANIFEST)
    process.wait_for(r"there is no integration.yaml(.|\n)*wrote .*Tools\.swift")
    assert process.stop(signal.SIGINT) == 0
    assert process.output.endswith("stopped")
