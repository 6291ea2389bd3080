"""The author's day: a package of their own, built with SwiftPM and the plugin, with each typical mistake."""

import re

import pytest

from processes import BINARIES, ROOT, environment, meta_handlers, run, type_check_meta

PACKAGE = """\
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Clinic",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "IntegrationKit", path: "%s")],
    targets: [
        .target(
            name: "Clinic",
            dependencies: [.product(name: "IntegrationKit", package: "IntegrationKit")],
            plugins: [.plugin(name: "GenerateIntegration", package: "IntegrationKit")])
    ],
    swiftLanguageModes: [.v6]
)
"""

MANIFEST = """\
manifest: 1
handle: clinic
name: Clinic
version: 1.0.0
description: Appointments of a clinic.
models:
  patient:
    scope: INTERNAL
    identity: number
    title: '{{ number }}'
    description: Somebody who comes here.
    fields:
      number: { type: STRING, owner: APP, required: true, description: Number in the clinic's books }
      nickname: { type: STRING, owner: WORKPLACE, description: What the staff call them }
tools:
  add_patient:
    description: Add a patient
    input:
      number: { type: STRING, description: Number in the clinic's books }
    output:
      id: { type: patient.id, description: The patient's record }
pages:
  patients:
    path: /patients
    label: Patients
    navigation: true
    context:
      patients: { model: patient, mode: MANY, order: number }
    blocks:
      - list: { from: patients, empty: Nobody yet., item: { label: '{{ number }}', description: '{{ nickname }}' } }
      - form:
          title: Add patient
          submit: { tool: add_patient, label: Add }
"""

HANDLER = """\
import IntegrationKit

extension AddPatient: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let patient = try await context.models.patient.upsert(.init(number: input.number))
        return Output(id: patient.id)
    }
}

extension Clinic {
    typealias Services = NoServices
}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("author") / "Clinic"
    (folder / "Sources" / "Clinic").mkdir(parents=True)
    (folder / "Package.swift").write_text(PACKAGE % ROOT)
    return folder


def build(package, manifest=MANIFEST, handler=HANDLER):
    for path, text in [("integration.yaml", manifest), ("Sources/Clinic/AddPatient.swift", handler)]:
        file = package / path
        if not file.exists() or file.read_text() != text:
            file.write_text(text)
    result = run("swift", "build", cwd=package, env=environment(), seconds=1500)
    return result.returncode, result.stdout + result.stderr


def test_1_a_correct_manifest_with_its_handler_builds(package):
    status, output = build(package)
    assert status == 0, output


def test_2_all_mistakes_of_a_manifest_fail_the_build_with_their_lines(package):
    manifest = (
        MANIFEST.replace("order: number", "order: numbr")
        .replace("tool: add_patient,", "tool: ad_patient,")
        .replace("'{{ nickname }}'", "'{{ nick_name }}'")
        .replace("owner: WORKPLACE", "owner: WORKSPACE")
        .replace("    identity: number", "    identity: number\n    colour: green")
    )
    status, output = build(package, manifest)
    assert status != 0
    for line, words in [
        (10, ["colour"]),
        (15, ["WORKSPACE", "WORKPLACE"]),
        (29, ["numbr", "number"]),
        (31, ["nick_name", "nickname"]),
        (34, ["ad_patient", "add_patient"]),
    ]:
        found = re.findall(rf"integration\.yaml:{line}:\d+: error: .* \[[a-z._-]+\]", output)
        assert found, f"nothing about line {line} in:\n{output}"
        assert all(any(word in message for message in found) or word in output for word in words), found


def test_3_a_missing_handler_is_a_compile_error_that_names_it(package):
    status, output = build(package, handler="import IntegrationKit\nextension Clinic { typealias Services = NoServices }\n")
    assert status != 0
    assert "requires that 'AddPatient' conform to 'ToolHandler'" in output


def test_4_a_handler_cannot_write_a_field_of_the_workplace(package):
    wrong = HANDLER.replace(".init(number: input.number)", '.init(number: input.number, nickname: "Bob")')
    status, output = build(package, handler=wrong)
    assert status != 0
    assert "extra argument 'nickname' in call" in output


def test_5_the_meta_integration_cannot_write_the_friendly_name_of_a_number(tmp_path):
    """The same for the real integration: its sources, type-checked against the modules that the build made."""
    handlers = meta_handlers()
    add = next(path for path in handlers if path.name == "AddWhatsAppNumber.swift")
    right = add.read_text()
    wrong = tmp_path / add.name
    wrong.write_text(right.replace(".init(\n            phone: ", '.init(\n            name: "Forged", phone: '))
    assert wrong.read_text() != right
    for handler, message in [(add, None), (wrong, "extra argument 'name' in call")]:
        others = [path for path in handlers if path != add]
        result = type_check_meta([*others, handler], (ROOT / "Generated").glob("*.swift"))
        if message is None:
            assert result.returncode == 0, result.stderr
        else:
            assert result.returncode != 0 and message in result.stderr, result.stderr


def test_6_a_comment_in_the_manifest_recompiles_nothing(package):
    status, output = build(package)
    assert status == 0, output
    status, output = build(package, manifest=MANIFEST + "# Nothing new.\n")
    assert status == 0, output
    assert "Compiling Clinic" not in output and "Emitting module Clinic" not in output, output


def refresh(package, *arguments):
    return run(
        "swift", "package", "--allow-writing-to-package-directory", "refresh-generated", *arguments, cwd=package,
        env=environment(), seconds=1500)


def test_7_both_plugins_and_the_plain_command_give_the_same_bytes(package, tmp_path):
    status, output = build(package)
    assert status == 0, output
    refreshed = refresh(package)
    assert refreshed.returncode == 0, refreshed.stderr
    plain = run(BINARIES / "integration", "generate", "integration.yaml", "--output", tmp_path, cwd=package)
    assert plain.returncode == 0, plain.stderr
    by_command = {path.name: path.read_bytes() for path in (package / "Generated").iterdir()}
    assert by_command == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    by_build = next(package.glob(".build/plugins/outputs/*/Clinic/*/GenerateIntegration"))
    swift = {name: text for name, text in by_command.items() if name.endswith(".swift")}
    assert {path.name: path.read_bytes() for path in by_build.glob("*.swift")} == swift
    # And the same again writes nothing.
    before = {path: path.stat().st_mtime_ns for path in (package / "Generated").iterdir()}
    assert refresh(package).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in (package / "Generated").iterdir()} == before


def test_8_so_it_is_with_the_meta_integration(tmp_path):
    """Its build, which is there already; the committed mirror; the command plugin, which looks and writes nothing."""
    plain = run(BINARIES / "integration", "generate", "integration.yaml", "--output", tmp_path, cwd=ROOT)
    assert plain.returncode == 0, plain.stderr
    generated = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {path.name: path.read_bytes() for path in (ROOT / "Generated").iterdir()} == generated
    by_build = next(ROOT.glob(".build/plugins/outputs/*/Meta/*/GenerateIntegration"))
    swift = {name: text for name, text in generated.items() if name.endswith(".swift")}
    assert {path.name: path.read_bytes() for path in by_build.glob("*.swift")} == swift
    checked = refresh(ROOT, "--check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_9_a_change_of_an_included_file_or_a_prompt_is_seen_by_the_next_build(package):
    manifest = MANIFEST + "include: [parts/*.yaml]\nagents: { host: { system: { file: parts/host.md } } }\n"
    parts = package / "parts"
    parts.mkdir()
    (parts / "host.md").write_text("Be kind.\n")
    (parts / "room.yaml").write_text("models: { room: { fields: { name: { type: STRING, owner: APP } } } }\n")
    status, output = build(package, manifest)
    assert status == 0, output
    (parts / "host.md").write_text("Be very kind.\n")
    status, output = build(package, manifest)
    assert status == 0 and "Compiling Clinic" in output, output
    # A file that is new to the pattern, and one that is wrong.
    (parts / "ward.yaml").write_text("models: { ward: { fields: { name: { type: STRONG } } } }\n")
    status, output = build(package, manifest)
    assert status != 0
    assert re.search(r"parts/ward\.yaml:1:\d+: error: ", output), output
    (parts / "ward.yaml").unlink()
    status, output = build(package)
    assert status == 0, output
