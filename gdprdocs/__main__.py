"""``python -m gdprdocs``."""

from gdprdocs.cli import main

main(prog_name="gdprdocs")
