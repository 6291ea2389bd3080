"""A manifest of several files on a real disk: what is in the package can be named, and nothing else."""

import os

import pytest

from processes import BINARIES, environment, run

HEAD = "manifest: 1\nhandle: clinic\nname: Clinic\nversion: 1.0.0\n"
PAGES = "pages:\n  home: { path: /, navigation: true, blocks: [{ alert: { title: Hello } }] }\n"


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "package"
    (folder / "app" / "pages").mkdir(parents=True)
    (folder / "Package.swift").write_text("")
    (folder / "prompts").mkdir()
    (folder / "prompts" / "seller.md").write_text("Be kind.\n")
    (folder / "app" / "pages" / "home.yaml").write_text(PAGES)
    return folder


def check(package, manifest):
    (package / "app" / "integration.yaml").write_text(HEAD + manifest)
    arguments = [BINARIES / "integration", "check", "app/integration.yaml", "--format", "plain"]
    result = run(*arguments, cwd=package, env=environment())
    return result.returncode, result.stdout + result.stderr


def test_files_of_the_package_are_read_and_named_as_the_manifest_is(package):
    agents = "agents: { a: { system: { file: ../prompts/seller.md } } }\n"
    status, output = check(package, "include: [pages/*.yaml]\n" + agents)
    assert (status, output) == (0, "")
    (package / "app" / "pages" / "home.yaml").write_text(PAGES.replace("title", "titel"))
    status, output = check(package, "include: [pages/*.yaml]\n")
    assert status == 1
    assert output.startswith("app/pages/home.yaml:2:58: error: "), output


def test_the_terminal_shows_the_line_of_an_included_file(package):
    (package / "app" / "pages" / "home.yaml").write_text(PAGES.replace("title", "titel"))
    (package / "app" / "integration.yaml").write_text(HEAD + "include: [pages/*.yaml]\n")
    arguments = [BINARIES / "integration", "check", "app/integration.yaml", "--format", "terminal"]
    result = run(*arguments, cwd=package, env=environment())
    line = "2 |   home: { path: /, navigation: true, blocks: [{ alert: { titel: Hello } }] }"
    assert line in result.stdout + result.stderr


@pytest.mark.parametrize("path", ["../../outside.md", "../leads-out.md", "../folder-out/outside.md", "../lost-out.md"])
def test_what_is_outside_of_the_package_cannot_be_named(package, path):
    (package.parent / "outside.md").write_text("secret")
    (package / "leads-out.md").symlink_to(package.parent / "outside.md")
    (package / "folder-out").symlink_to(package.parent, target_is_directory=True)
    (package / "lost-out.md").symlink_to(package.parent / "nothing.md")
    status, output = check(package, "agents: { a: { system: { file: %s } } }\n" % path)
    assert status == 1
    assert "[file.forbidden]" in output or "[file.missing]" in output, output
    assert "secret" not in output


def test_links_inside_the_package_are_followed_and_circles_end(package):
    (package / "app" / "pages" / "again").symlink_to(package / "app" / "pages", target_is_directory=True)
    (package / "app" / "linked.md").symlink_to(package / "prompts" / "seller.md")
    (package / "app" / "pages" / "other.yaml").symlink_to(package.parent / "outside.yaml")
    (package.parent / "outside.yaml").write_text("version: 2.0.0\n")
    status, output = check(package, "include: ['**/*.yaml']\nagents: { a: { system: { file: linked.md } } }\n")
    assert (status, output) == (0, "")


def test_what_is_no_file_is_not_read(package):
    os.mkfifo(package / "app" / "pipe.md")
    (package / "app" / "folder.md").mkdir()
    for name in ["pipe.md", "folder.md"]:
        status, output = check(package, "agents: { a: { system: { file: %s } } }\n" % name)
        assert status == 1
        assert "it is not a file [file.unreadable]" in output, output
