"""Starting git, and nothing else: the one place that does.

A repository's own configuration can name programs (a file-system monitor, hooks, filters, a pager, signature checks,
transports), and a profile may come from anywhere. So only commands are used that need none of them, the rest is
switched off, nothing is fetched, and the index and the files are never asked about: whether the files are those of a
commit is found by comparing digests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

LIMIT_SECONDS = 30
"""How long one command may take; reading the history of a profile takes a fraction of a second."""
LARGEST_OBJECT = 4 * 1024 * 1024
"""More bytes than any file of a profile, or any folder on the way to it, may have."""

_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "log.showSignature=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_CONFIG_")
"""What of the user's own environment counts: where to look, and whose repositories are trusted (``safe.directory``)."""
_ADDED = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


class GitError(Exception):
    """Git could not do what was asked; the message is what it said."""


class NoGitError(GitError):
    """There is no git program."""


def _environment() -> dict[str, str]:
    """The user's environment without what would point git at another repository, such as GIT_DIR inside a hook."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return {**kept, **_ADDED}


def _command(*arguments: str) -> list[str]:
    program = shutil.which("git")
    # A relative entry of PATH would look for git in the folder that is about to be read.
    if program is None or not Path(program).is_absolute():
        raise NoGitError("git")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return [program, "--no-pager", "--no-optional-locks", *settings, *arguments]


def git(folder: Path, *arguments: str) -> str:
    """What git prints when it is started in ``folder``; paths in it are as the file system has them."""
    try:
        done = subprocess.run(
            _command(*arguments),
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"no answer within {LIMIT_SECONDS} seconds") from error
    except OSError as error:
        raise GitError(error.strerror or str(error)) from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip() or f"git ended with {done.returncode}")
    return os.fsdecode(done.stdout)


class MissingObjectError(GitError):
    """The repository lacks an object: a clone that left files out."""


class Objects:
    """The objects of a repository, read one by one from one git process."""

    def __init__(self, folder: Path) -> None:
        self._known: dict[str, bytes] = {}
        try:
            self._process = subprocess.Popen(
                _command("cat-file", "--batch"),
                cwd=folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise GitError(error.strerror or str(error)) from error
        self._watchdog = threading.Timer(LIMIT_SECONDS, self._process.kill)

    def __enter__(self) -> Objects:
        self._watchdog.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._watchdog.cancel()
        self._process.kill()
        self._process.communicate()

    def tree_of(self, commit: str) -> str:
        """The id of the root folder of a commit."""
        return self.read(commit).split(b"\n", 1)[0].removeprefix(b"tree ").decode("ascii")

    def entries(self, tree: str) -> Iterator[tuple[str, str, str]]:
        """(mode, name, id) of everything in a folder."""
        content, length = self.read(tree), len(tree) // 2
        at = 0
        while at < len(content):
            space = content.index(b" ", at)
            end = content.index(b"\0", space)
            mode, name = content[at:space].decode("ascii"), os.fsdecode(content[space + 1 : end])
            at = end + 1 + length
            yield mode, name, content[end + 1 : at].hex()

    def read(self, name: str) -> bytes:
        """The content of an object."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> bytes:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(f"{name}\n".encode("ascii"))
            stdin.flush()
            header = stdout.readline().split()
            if len(header) != 3:
                raise MissingObjectError(f"{name} is missing")
            size = int(header[2])
            if size > LARGEST_OBJECT:
                raise GitError(f"{name} has {size} bytes")
            content = stdout.read(size + 1)
        except OSError as error:
            raise MissingObjectError(f"{name} is missing") from error
        if len(content) != size + 1:
            raise GitError(f"{name} could not be read whole")
        return content[:-1]
