"""The first files of an organisation: a commented profile from a few answers, a workflow for CI and a short README.

What stands in the profile is what the user answered, what is plainly so for the activities that were chosen, and for
everything else a key without a value. Checking reports each of those with its line, and a draft shows it as a gap. So
nothing is invented: a lawful basis that is a choice, a date or another party's address is left to the user.

The YAML files beside this module are pieces of a profile in two languages, with comments; :mod:`.template` says how
they are written, :mod:`.choices` what there is to choose from.
"""

from gdprdocs.starter.answer import AnswerError, Answers, slug_of
from gdprdocs.starter.files import IGNORED, starter_files
from gdprdocs.starter.write import Written, write_new

__all__ = ["IGNORED", "AnswerError", "Answers", "Written", "slug_of", "starter_files", "write_new"]
