"""What a build wrote: its list of files, by which only what an earlier build made is ever removed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from gdprdocs.plain_file import read_plain_file

MANIFEST = "manifest.json"
LARGEST_FILE = 512 * 1024**2
"""More bytes than any file that a build writes."""
LARGEST_MANIFEST = 64 * 1024**2
"""More bytes than the manifest of any organisation."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A written file: where it is below the organisation's folder, what it is, and the digest of its bytes."""

    path: str
    document: str
    key: str
    language: str
    """``nl`` or ``en``, or ``nl+en`` for both side by side."""
    format: str
    title: str
    sha256: str
    made_from: str = ""
    """The digest of what a PDF was set from and by, so that it is set again only when it would come out otherwise."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build noted of an organisation's folder."""

    organisation: str = ""
    made_from: str = ""
    """The digest of the profile, its past and the program."""
    wanted: str = ""
    """What was asked for, as :attr:`gdprdocs.build.plan.Wanted.noted` puts it."""
    files: tuple[Artefact, ...] = ()


def digest(content: bytes) -> str:
    """The SHA-256 digest by which a file is known."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """What an earlier build noted of ``folder``; an empty manifest when there was none, or it cannot be read."""
    try:
        noted = json.loads(read_plain_file(folder / MANIFEST, LARGEST_MANIFEST))
        files = tuple(Artefact(**entry) for entry in noted["files"])
        if not all(_is_inside(artefact.path) for artefact in files):
            return Manifest()
        return Manifest(str(noted["organisation"]), str(noted["made_from"]), str(noted["wanted"]), files)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Manifest()


def _is_inside(path: str) -> bool:
    """Whether a path leads to a place below the folder that it is read from, whoever wrote it there."""
    parts = path.split("/")
    return "\0" not in path and all(part not in ("", ".", "..") for part in parts)


def digest_of(path: Path) -> str | None:
    """The digest of a plain file; nothing for anything else."""
    try:
        return digest(read_plain_file(path, LARGEST_FILE))
    except OSError:
        return None


def is_intact(folder: Path, artefact: Artefact) -> bool:
    """Whether the file is there as it was written."""
    return digest_of(folder / artefact.path) == artefact.sha256


def left_behind(output: Path, slugs: set[str]) -> list[str]:
    """The organisations whose documents ``output`` still holds although they are none of ``slugs``."""
    if not output.is_dir():
        return []
    return sorted(path.name for path in output.iterdir() if path.name not in slugs and read_manifest(path).files)


def manifest_text(manifest: Manifest) -> bytes:
    """The manifest as it is written: the files by their path."""
    listed = [asdict(artefact) for artefact in sorted(manifest.files, key=lambda artefact: artefact.path)]
    noted = {
        "format": 2,
        "organisation": manifest.organisation,
        "made_from": manifest.made_from,
        "wanted": manifest.wanted,
        "files": [{name: value for name, value in entry.items() if value or name != "made_from"} for entry in listed],
    }
    return (json.dumps(noted, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
