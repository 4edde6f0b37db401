"""Why the history of a profile is not known, in words for whoever builds."""

from __future__ import annotations

from pathlib import Path

from gdprdocs.language import Text


class AbsentError(Exception):
    """There is no history to tell."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.in_("en"))
        self.why = why


NO_PROGRAM = Text(nl="het programma git is er niet", en="there is no git program")
NOT_IN_GIT = Text(nl="de map staat niet in een git-repository", en="the folder is in no git repository")
NO_COMMIT = Text(nl="de map staat nog in geen commit", en="no commit holds the folder yet")
SHALLOW = Text(
    nl=(
        "deze kloon heeft niet de hele geschiedenis; haal die op met git fetch --unshallow "
        "(GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)"
    ),
    en=(
        "this clone lacks part of the history; fetch it with git fetch --unshallow "
        "(GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)"
    ),
)
PARTIAL = Text(
    nl="deze kloon mist bestanden van vroeger; maak een kloon zonder --filter",
    en="this clone lacks files of earlier commits; make one without --filter",
)
SHARED_ELSEWHERE = Text(
    nl="_shared/ staat niet in dezelfde git-repository als de map",
    en="_shared/ is not in the same git repository as the folder",
)


def distrusted(folder: Path) -> Text:
    """Git does not trust who owns the folder."""
    command = f"git config --global --add safe.directory {folder}"
    return Text(
        nl=f"git vertrouwt de eigenaar van de map niet; vertrouwt u die wel, geef dan: {command}",
        en=f"git does not trust the owner of the folder; if you do, run: {command}",
    )


def failed(said: str) -> Text:
    """Git failed for another reason, which it gave itself."""
    line = said.splitlines()[0][:200] if said else "git"
    shown = "".join(sign if sign.isprintable() else "?" for sign in line)
    return Text(nl=f"git geeft een fout: {shown}", en=f"git reports an error: {shown}")
