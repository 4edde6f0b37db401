# The program with everything that PDFs need:
#
#   docker build --tag gdprdocs .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" gdprdocs validate
#
# --user is yours, so that what is built belongs to you and git trusts the repository.
FROM python:3.13-slim-bookworm AS build

COPY requirements/ /source/requirements/
RUN python -m venv /opt/gdprdocs \
    && /opt/gdprdocs/bin/pip install --no-cache-dir --require-hashes --requirement /source/requirements/run.txt \
    && python -m venv /opt/build \
    && /opt/build/bin/pip install --no-cache-dir --require-hashes --requirement /source/requirements/build.txt

COPY pyproject.toml README.md LICENSE /source/
COPY templates/ /source/templates/
COPY gdprdocs/ /source/gdprdocs/
RUN /opt/build/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /source/dist /source \
    && /opt/gdprdocs/bin/pip install --no-cache-dir --no-deps --no-index /source/dist/*.whl

FROM python:3.13-slim-bookworm

# The versions are those of the Debian release, which mends them without changing what they do.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 gdprdocs

COPY --from=build /opt/gdprdocs /opt/gdprdocs
# Pango keeps what it knows of fonts there, for whichever user runs the container.
ENV LANG=C.UTF-8 \
    XDG_CACHE_HOME=/tmp/cache
USER 1000
WORKDIR /work
ENTRYPOINT ["/opt/gdprdocs/bin/gdprdocs"]
CMD ["--help"]
