"""gdprdocs: privacy paperwork kept true.

An organisation describes itself once, in YAML. This package checks that description and builds documents from it.
This page is the map of the code; ``tests/test_architecture.py`` holds the code to it.

In one breath
=============

Bytes of YAML become a *source* (plain data in which everything keeps its place), a *profile* (frozen, typed facts),
*document models* (facts of one document, in no language), then pages in each language, then files. Users' mistakes are
values, *diagnostics*, that name file, line and column; exceptions are for a broken machine or a bug. ::

    profile folder ─► source ─► schema ─► profile ─► rules ─► document models ─► html ─► pdf ─► output/
                        │         │                    │
                        └─────────┴─── diagnostics ────┘

Layers
======

A module imports only from layers below its own, and within its own package.

=====  =======================================================  ====================================================
layer  modules                                                  what they know
=====  =======================================================  ====================================================
11     ``cli``                                                  commands, options, exit codes
10     ``report``                                               how findings are shown
9      ``coverage``, ``readability``                            what finished pages answer, and how they read
8      ``build``, ``check_many``                                what to make, in which order; whole files, pruning;
                                                                a portfolio on all cores
7      ``formats``, ``starter``, ``own_words``, ``check``       how pages and PDFs are made; the first files of a new
                                                                organisation; clauses in its own words; one organisation
                                                                from bytes to diagnostics, with all of the others but
                                                                ``starter``
6      ``rules``, ``documents``                                 law as decisions; the facts of each document
5      ``schema``                                               the shape of a profile; the same for editors
4      ``profile``                                              what an organisation says about itself
3      ``law``, ``plain``, ``wording``                          legal facts and standard things, as YAML beside it;
                                                                how plainly a text reads; words for dates, periods
                                                                and articles
2      ``source``, ``structure``                                reading YAML; data into dataclasses
1      ``diagnostic``, ``duration``, ``history``,               findings; lengths of time; what git knows of a profile;
       ``pictures``                                             how facts are drawn
0      ``language``, ``project``, ``plain_file``,               text in languages; where things are; safe reading and
       ``whole_file``, ``record``, ``workers``                  writing; classes of facts; worker processes
=====  =======================================================  ====================================================

``rules`` and ``documents`` do not know each other: what a document shows never depends on how a fault is found. Each
third-party library has one owner: yaml ``source``, cerberus ``schema``, babel ``wording``, pyphen ``plain.syllable``,
jinja2 ``formats.html``, weasyprint and pydyf ``formats.pdf`` (weasyprint imported only when a PDF is made, so that
checking is quick and needs no Pango), click ``cli``. Only ``history.git`` starts git.

What is decided where
=====================

- *May this stand in a profile at all?* The schema: keys, types, forms, references.
- *Must it stand there, and is it lawful?* A rule: a function beside its words, its article and its remedy.
- *Is it shown, and in which order?* ``documents``: templates decide nothing.
- *How is it said?* ``templates/<document>/<language>.html.j2``: one macro for each clause, whole sentences.
- *Is it said plainly?* ``plain`` measures; ``rules.text`` judges an organisation's texts, a test our documents.
- *How is it drawn?* ``pictures``: from words and numbers that a structure hands over, shapes and places as SVG.
- *And in an organisation's own words?* ``wording/<document>/<language>.html.j2`` in its folder or in ``_shared/``, with
  macros that replace ours. ``formats.html.own_file`` holds them to what ours do; the structure and its claims stay.
- *Where does it stand on the page?* ``templates/<document>/structure.html.j2``: sections, tables, numbers, no sentence.

What is missing becomes a *gap*: in a draft a marked place, in a finished document an error. Nothing is ever guessed, no
text falls back to another language, and no clock is read: dates come from the profile and its commits, so that the same
commit gives the same bytes.

Words
=====

Legal terms (controller, processor, purpose, recipient, register …) are used only in their legal sense. A *profile* is
an organisation's YAML; a *source* is text with places; a *problem* is what a rule yields, a *diagnostic* what is shown;
a *document* is a legal document, an *artefact* a written file; a ``FieldPath`` is a place in a profile.
"""

__version__ = "0.1.0"
