"""A git repository to test with: real git, made in a folder of the test, with authors and dates always alike."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import SOUND

NAMES = {
    "GIT_AUTHOR_NAME": "A. Korenbloem",
    "GIT_AUTHOR_EMAIL": "korenbloem@voorbeeld.example",
    "GIT_COMMITTER_NAME": "A. Korenbloem",
    "GIT_COMMITTER_EMAIL": "korenbloem@voorbeeld.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Repository:
    """A repository with the sound profile in ``organisations/voorbeeld``, not committed yet."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.folder = top / "organisations" / "voorbeeld"
        self.profile = self.folder / "profile.yaml"
        shutil.copytree(SOUND, self.folder)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, when: str = "2026-01-01T12:00:00+0100") -> str:
        """What git says; ``when`` is the date of what it commits."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env={**os.environ, **NAMES, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
        return done.stdout.strip()

    def commit(self, day: str, message: str = "commit") -> str:
        """Commit everything on ``day``; its short hash."""
        self.git("add", "--all")
        self.git(
            "commit", "--quiet", "--allow-empty", "-m", message, when=day if "T" in day else f"{day}T12:00:00+0100"
        )
        return self.head()

    def head(self) -> str:
        """The short hash of what is checked out."""
        return self.git("rev-parse", "HEAD")[:8]

    def change(self, old: str, new: str, file: Path | None = None) -> None:
        """Put ``new`` for ``old`` in the profile, or in another file."""
        path = file or self.profile
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
