"""What a build wrote: its list of files, by which only what an earlier build made is ever removed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from gdprdocs.whole_file import write_file

MANIFEST = "manifest.json"


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


def digest(content: bytes) -> str:
    """The SHA-256 digest by which a file is known."""
    return hashlib.sha256(content).hexdigest()


def read_name(folder: Path) -> str:
    """What the organisation is called whose documents an earlier build wrote into ``folder``."""
    return _noted(folder, "organisation") or folder.name


def read_origin(folder: Path) -> str | None:
    """The fingerprint of the profile from which an earlier build made what ``folder`` holds."""
    return _noted(folder, "made_from")


def _noted(folder: Path, what: str) -> str | None:
    try:
        return str(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))[what])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_manifest(folder: Path) -> tuple[Artefact, ...]:
    """What an earlier build says it wrote into ``folder``; nothing when there was none, or it cannot be read."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return tuple(Artefact(**entry) for entry in listed)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def left_behind(output: Path, slugs: set[str]) -> list[str]:
    """The organisations whose documents ``output`` still holds although they are none of ``slugs``."""
    if not output.is_dir():
        return []
    return sorted(path.name for path in output.iterdir() if path.name not in slugs and read_manifest(path))


def write_manifest(folder: Path, organisation: str, made_from: str, artefacts: tuple[Artefact, ...]) -> None:
    """Note whose documents ``folder`` holds, from which profile they were made, and which they are."""
    listed = [asdict(artefact) for artefact in sorted(artefacts, key=lambda artefact: artefact.path)]
    noted = {"format": 1, "organisation": organisation, "made_from": made_from, "files": listed}
    text = json.dumps(noted, ensure_ascii=False, indent=1) + "\n"
    write_file(folder / MANIFEST, text.encode("utf-8"))


def prune(folder: Path, earlier: tuple[Artefact, ...], kept: tuple[Artefact, ...]) -> None:
    """Remove what an earlier build wrote and this one did not; a file that somebody changed since is left alone."""
    paths = {artefact.path for artefact in kept}
    for artefact in earlier:
        path = folder / artefact.path
        inside = path.resolve().is_relative_to(folder.resolve())
        if artefact.path not in paths and inside and path.is_file() and digest(path.read_bytes()) == artefact.sha256:
            path.unlink()
            _remove_empty(path.parent, folder)


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove folders that held nothing else, below ``top``."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
