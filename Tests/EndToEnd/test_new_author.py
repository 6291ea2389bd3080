"""Somebody writes a first integration, and makes the mistakes that one makes.

Each is said once, where it is, in words that say what to write instead: nobody has to open the documentation.
"""

import pytest

from processes import BINARIES, ROOT, run

MANIFEST = (ROOT / "Tests" / "ManifestCompilerTests" / "Fixtures" / "valid" / "parcelway.yaml").read_text()

# What is right, what is written instead, and what is said of it.
MENDED = [
    ("version: 1.0.0", "version: 1.0", "write three numbers: 1.0.0"),
    ("handle: parcelway\n", "handle: Parcelway\n", "handles are lower-case letters"),
    ("[api.parcelway.example]", "[https://api.parcelway.example/v1]", "no scheme and no path"),
    ("default: EU", "default: eu", "did you mean `EU`?"),
    ("    API_KEY:", "    api_key:", "variables are upper-case letters"),
    ("      at: DATETIME", "      at: TIMESTAMP", "did you mean `DATETIME`?"),
    ("[WAITING, MOVING, DELIVERED, LOST]", "WAITING, MOVING, DELIVERED, LOST", "a list has brackets"),
    ("type: DATE,", "type: DATE?,", "fields of models are optional unless required"),
    ("{ type: carrier.id,", "{ type: carrier,", "write carrier.id for the id of one"),
    ("output: [checkpoint]", "output: checkpoint[]", "a type is STRING, STRING?, [STRING]"),
    ("secret: WEBHOOK_SECRET", "secret: '{{ env.WEBHOOK_SECRET }}'", "did you mean `WEBHOOK_SECRET`?"),
    ("payload: checkpoint", "payload: Checkpoint", "here it has its handle"),
    ("path: '/parcels/[id]'", "path: /parcels/:id", "is not a page's path"),
    ("badge: '{{ status }}'", "badge: {{ status }}", "without quotes `{{` begins a map"),
    ("order: -created_at", "order: created_at DESC", "with `-` before it for descending"),
    ("required: true, visibility: ENCRYPTED, description: From", "required: yes, visibility: ENCRYPTED, description: From",
     "takes true or false"),
    ("visibility: ENCRYPTED, description: From", "visibility: SECRET, description: From", "did you mean `ENCRYPTED`?"),
    ("models:\n", "model:\n", "did you mean `models`?"),
]

TOLD = [
    ("visibility: ENCRYPTED, description: Signs", "description: Signs", "say `visibility: ENCRYPTED`"),
    ("place: STRING?", "place: [STRING, INTEGER]", "write [STRING]"),
    ("identity: tracking_number", "identity: tracking_no", "there is `tracking_number`"),
    ("cardinality: ONE_TO_MANY", "cardinality: HAS_MANY", "it is one of ONE_TO_ONE, ONE_TO_MANY"),
    ("rate: 10/s", "rate: 10 per second", "80/s"),
    ("limits: [{ limit: api }]", "limits: [api]", "write `limits: { limit: … }`"),
    ("timeout: 20s", "timeout: 20", "a whole number and ms, s, m, h or d: 30s"),
    ("cron: '*/30 * * * *'", "cron: every 30 minutes", "minute, hour, day of the month"),
    ("    signature: {", "    # signature: {", "How a request is proven to be the provider's"),
    ("link: { page: parcel, id: '{{ id }}' }", "link: '/parcels/{{ id }}'", "write `link: { page: … }`"),
    ("link: { page: parcel, id: '{{ id }}' }", "link: { page: parcel }", "must supply `id`"),
    ("| default: \"no date\" }}", "| format: \"%d %b\" }}", "there are: default"),
    ("- list:\n          from: parcels\n", "- list:\n        from: parcels\n", "indent `empty` as far as `from`"),
    ("tools:\n  follow_parcel:", "tools:\n  - follow_parcel:", "write no `-` before them"),
    ("description: Kilograms }", "description: Kilograms", "close the `{` with `}`"),
    ("    fields:\n      at: DATETIME", "      at: DATETIME", "write `fields:` above it and indent the fields"),
    ("edit: [note]", "edit: [note, status]", "people edit fields of owner WORKPLACE or BOTH"),
    ("            - { input: carrier, as: select, from: carriers, value: id, option: '{{ name }}' }\n", "",
     "requires the input `carrier`"),
]


def check(folder, *arguments):
    """The problems, one a line; what the embedded runtime leaves to the platform is none."""
    result = run(BINARIES / "integration", "check", *arguments, "--format", "plain", cwd=folder)
    lines = [line for line in result.stderr.splitlines() if "runtime.unsupported" not in line]
    return result, lines


def problems(lines):
    return [line for line in lines if ": error: " in line or ": warning: " in line]


def written(folder, *mistakes):
    text = MANIFEST
    for right, wrong, _ in mistakes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    (folder / "integration.yaml").write_text(text)


def test_without_mistakes_nothing_is_said(tmp_path):
    written(tmp_path)
    result, lines = check(tmp_path)
    assert (result.returncode, lines) == (0, [])


@pytest.mark.parametrize("mistake", MENDED + TOLD, ids=lambda mistake: mistake[1].strip()[:40])
def test_each_is_said_once_with_what_to_write(tmp_path, mistake):
    written(tmp_path, mistake)
    result, lines = check(tmp_path)
    assert result.returncode == 1
    assert len(problems(lines)) == 1, lines
    assert mistake[2] in "\n".join(lines)


@pytest.mark.parametrize("mistake", MENDED, ids=lambda mistake: mistake[1].strip()[:40])
def test_what_leaves_no_choice_is_mended(tmp_path, mistake):
    written(tmp_path, mistake)
    result, lines = check(tmp_path, "--fix")
    assert (result.returncode, problems(lines)) == (0, [])
    assert (tmp_path / "integration.yaml").read_text() == MANIFEST


def test_ten_at_once_are_said_in_one_run_and_mended_in_one(tmp_path):
    mistakes = MENDED[:6] + MENDED[7:11] + MENDED[12:15]
    written(tmp_path, *mistakes)
    _, lines = check(tmp_path)
    for _, _, said in mistakes:
        assert said in "\n".join(lines), said
    assert len(problems(lines)) == len(mistakes), lines
    result, lines = check(tmp_path, "--fix")
    assert (result.returncode, problems(lines)) == (0, [])
    assert (tmp_path / "integration.yaml").read_text() == MANIFEST
