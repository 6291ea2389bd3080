#!/usr/bin/env python3
"""Measures the generator, beside generators that people would otherwise use, on the same schemas in the same run.

usage: generator.py INTEGRATION [--modules DIRECTORY] [--sizes 10,100,1000,5000] [--compile 100] [--no-others]
                                [--edit PACKAGE]

INTEGRATION is the release build of the author's tool. Each figure is the best of three runs, of which other work on
the machine spoils the fewest; CPU is user and system time together. The others are installed from PyPI into a virtual
environment below the work directory.
"""
import argparse
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import manifests

OTHERS = {"datamodel-code-generator": "0.89.0", "openapi-generator-cli": "7.26.0"}


class Run:
    """Seconds by the clock and of CPU, and the most memory in MiB, of one process and its children."""

    def __init__(self, arguments: list[str], **options):
        started = time.monotonic()
        with open(os.devnull, "w") as nowhere:
            process = subprocess.Popen(arguments, stdout=nowhere, stderr=subprocess.PIPE, **options)
            message = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - started
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode:
            sys.exit(f"{' '.join(map(str, arguments))} failed:\n{message.decode(errors='replace')[-2000:]}")


def best(runs: list[Run]) -> Run:
    return min(runs, key=lambda run: run.wall)


def size_of(directory: pathlib.Path) -> float:
    return sum(file.stat().st_size for file in directory.rglob("*") if file.is_file()) / 1e6


def row(name: str, *cells: str):
    print(f"| {name:<44} | " + " | ".join(f"{cell:>14}" for cell in cells) + " |", flush=True)


def head(title: str, *cells: str):
    print(f"\n### {title}\n")
    row("", *cells)
    print("|" + "-" * 46 + ("|" + "-" * 15 + ":") * len(cells) + "|")


def growth(tool: str, sizes: list[int], work: pathlib.Path):
    head("Models of 20 fields, half as many tools", "wall ms", "CPU ms", "nothing to do", "peak MiB", "output MB")
    figures = []
    for models in sizes:
        manifest = work / f"{models}.yaml"
        manifest.write_text(manifests.manifest(models))
        runs = []
        for attempt in range(3):
            output = work / f"out-{models}"
            shutil.rmtree(output, ignore_errors=True)
            command = [tool, "generate", str(manifest), "--output", str(output), "--record", str(work / "record")]
            runs.append(Run(command))
        again = best([Run(command) for _ in range(3)])
        figure = best(runs)
        figures.append((models, figure.cpu))
        row(f"{models} models", f"{figure.wall * 1000:.0f}", f"{figure.cpu * 1000:.0f}",
            f"{again.wall * 1000:.1f} ms", f"{figure.memory:.0f}", f"{size_of(output):.1f}")
    for (fewer, before), (more, after) in zip(figures, figures[1:]):
        exponent = math.log(after / before) / math.log(more / fewer)
        print(f"growth from {fewer} to {more} models: CPU × {after / before:.1f} for × {more / fewer:.0f} "
              f"(exponent {exponent:.2f})")


def compiling(tool: str, modules: str, models: int, work: pathlib.Path):
    """Compile time of what is generated beside structs whose Codable and Hashable the compiler synthesises."""
    head(f"Compiling {models} models for debug (one process)", "wall s", "CPU s", "peak MiB")
    manifest = work / "compile.yaml"
    manifest.write_text(manifests.manifest(models))
    output = work / "compile"
    Run([tool, "generate", str(manifest), "--output", str(output), "--swift-only"])
    support = work / "Support.swift"
    support.write_text("import IntegrationKit\nextension Benchmark { typealias Services = NoServices }\n"
                       "enum Benchmark: Sendable {}\n")
    synthesised = work / "Codable.swift"
    synthesised.write_text(manifests.codable(models))
    common = ["swiftc", "-Onone", "-parse-as-library", "-swift-version", "6", "-enforce-exclusivity=checked"]
    ours = common + ["-I", modules, "-module-name", "Benchmark", "-emit-object", "-wmo", "-o", str(work / "ours.o"),
                     str(output / "Models.swift"), str(support)]
    theirs = common + ["-module-name", "Synthesised", "-emit-object", "-wmo", "-o", str(work / "theirs.o"),
                       str(synthesised)]
    def compiled(command: list[str]) -> Run:
        # Where the object file of the same code is there already, the compiler leaves out the half of its work.
        pathlib.Path(command[command.index("-o") + 1]).unlink(missing_ok=True)
        return Run(command)

    # In turns, so that other work on the machine falls on both.
    pairs = [(compiled(ours), compiled(theirs)) for _ in range(3)]
    first, second = (min(runs, key=lambda run: run.cpu) for runs in zip(*pairs))
    row("generated models", f"{first.wall:.1f}", f"{first.cpu:.1f}", f"{first.memory:.0f}")
    row("the same structs, Codable and Hashable", f"{second.wall:.1f}", f"{second.cpu:.1f}", f"{second.memory:.0f}")
    print(f"generated : synthesised = {first.cpu / second.cpu:.2f} (CPU)")


def environment(work: pathlib.Path) -> pathlib.Path:
    """A virtual environment with the other generators, by name and version."""
    folder = work / "venv"
    wanted = [f"{name}=={version}" for name, version in OTHERS.items()]
    if not (folder / "installed").exists() or (folder / "installed").read_text() != "\n".join(wanted):
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", *wanted],
                       check=True)
        (folder / "installed").write_text("\n".join(wanted))
    return folder / "bin"


def others(tool: str, sizes: list[int], work: pathlib.Path):
    """The same schemas, as OpenAPI, through what people would otherwise use."""
    binaries = environment(work)
    head("Beside other generators, the same schemas", "models", "wall ms", "CPU ms", "peak MiB", "output MB")
    for models in sizes:
        document = work / f"{models}.json"
        document.write_text(json.dumps(manifests.openapi(models)))
        manifest = work / f"{models}.yaml"
        manifest.write_text(manifests.manifest(models))
        commands = {
            "integration generate": lambda out: [tool, "generate", str(manifest), "--output", str(out)],
            f"datamodel-code-generator {OTHERS['datamodel-code-generator']}": lambda out: [
                str(binaries / "datamodel-codegen"), "--input", str(document), "--input-file-type", "openapi",
                "--output-model-type", "pydantic_v2.BaseModel", "--output", str(out / "models.py")],
            f"openapi-generator {OTHERS['openapi-generator-cli']} swift6": lambda out: [
                str(binaries / "openapi-generator-cli"), "generate", "-g", "swift6", "-i", str(document),
                "-o", str(out), "--skip-validate-spec"],
        }
        for name, command in commands.items():
            output = work / "other"
            shutil.rmtree(output, ignore_errors=True)
            output.mkdir()
            run = Run(command(output))
            row(name, str(models), f"{run.wall * 1000:.0f}", f"{run.cpu * 1000:.0f}", f"{run.memory:.0f}",
                f"{size_of(output):.1f}")


def edit(package: str, work: pathlib.Path):
    """Adds a field to the manifest of a copy of the package and waits until its server answers."""
    copy = work / "package"
    if not copy.exists():
        ignored = shutil.ignore_patterns(".build*", ".git", ".integration")
        shutil.copytree(package, copy, ignore=ignored, symlinks=True)
    manifest = copy / "integration.yaml"
    original = (pathlib.Path(package) / "integration.yaml").read_text()
    manifest.write_text(original)
    subprocess.run(["swift", "build", "--product", "Meta"], cwd=copy, check=True, stdout=subprocess.DEVNULL)
    times = []
    for attempt in range(3):
        # Below the first model; a field that the manifest has not.
        before, fields, after = original.partition("    fields:\n")
        assert fields, "the manifest has no model whose fields a field could be added to"
        added = f"      benchmark_{attempt}: {{ type: STRING, description: Added by the benchmark }}\n"
        manifest.write_text(before + fields + added + after)
        started = time.monotonic()
        subprocess.run(["swift", "build", "--product", "Meta"], cwd=copy, check=True, stdout=subprocess.DEVNULL)
        built = time.monotonic() - started
        times.append((built + first_answer(copy), built))
    total, built = sorted(times)[1]
    head("One field more in the manifest", "build s", "to first 200 s")
    row("debug build, median of three", f"{built:.1f}", f"{total:.1f}")


def first_answer(copy: pathlib.Path) -> float:
    """Seconds from the start of a debug server, over a new database, to its first answer."""
    sys.path.insert(0, str(copy / "Tests" / "EndToEnd"))
    os.environ["INTEGRATIONKIT_BINARIES"] = str(copy / ".build" / "debug")
    from processes import Stack
    with tempfile.TemporaryDirectory() as folder:
        stack = Stack(pathlib.Path(folder))
        started = time.monotonic()
        stack.start_meta()
        elapsed = time.monotonic() - started
        stack.meta.stop()
        return elapsed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("integration")
    parser.add_argument("--modules")
    parser.add_argument("--sizes", default="10,100,1000,5000")
    parser.add_argument("--compile", type=int, default=100)
    parser.add_argument("--no-others", action="store_true")
    parser.add_argument("--others-sizes", default="100,1000")
    parser.add_argument("--edit")
    parser.add_argument("--work", default=".build/bench-generator")
    options = parser.parse_args()
    work = pathlib.Path(options.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    tool = str(pathlib.Path(options.integration).resolve())
    growth(tool, [int(size) for size in options.sizes.split(",")], work)
    if options.modules:
        compiling(tool, options.modules, options.compile, work)
    if not options.no_others:
        others(tool, [int(size) for size in options.others_sizes.split(",")], work)
    if options.edit:
        edit(options.edit, work)


if __name__ == "__main__":
    main()
