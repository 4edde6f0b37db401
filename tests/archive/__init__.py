"""Whether PDFs are what they say: accessible, and fit for the archive. `make archive` runs it."""
