"""gdprdocs: privacy paperwork kept true."""

__version__ = "0.1.0"
