# Copydesk with LanguageTool and a Java runtime inside: the running container needs no network.
#
#   docker build -t copydesk .
#   docker run --rm -p 8000:8000 copydesk
#
# Every package comes from a hash-pinned requirement file, every jar from a lock file with SHA-256.
# The steps are in scripts/docker/build.sh, so that they can be run and tried without Docker.

FROM python:3.13-slim-bookworm AS build
WORKDIR /src

# What changes seldom comes first: an edit of the code does not fetch the packages again.
COPY scripts/docker/build.sh scripts/docker/
COPY requirements/ requirements/
RUN sh scripts/docker/build.sh packages /opt/copydesk

COPY pyproject.toml README.md LICENSE ./
COPY app/ app/
COPY seeds/ seeds/
RUN sh scripts/docker/build.sh copydesk /opt/copydesk \
    && sh scripts/docker/build.sh engine /opt/copydesk


FROM python:3.13-slim-bookworm
LABEL org.opencontainers.image.title="copydesk" \
      org.opencontainers.image.description="Finds what is broken in a news article" \
      org.opencontainers.image.licenses="Apache-2.0"

# An id of its own that no user of the host has; nothing below /opt belongs to it.
RUN groupadd --system --gid 10001 copydesk \
    && useradd --system --uid 10001 --gid copydesk --no-create-home --home-dir /nonexistent copydesk
COPY --from=build /opt/copydesk /opt/copydesk
COPY scripts/docker/healthcheck.py /opt/copydesk/healthcheck.py

ENV PATH="/opt/copydesk/venv/bin:$PATH" \
    COPYDESK_HOME=/opt/copydesk/engine \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PORT=8000 \
    WORKERS=1
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "/opt/copydesk/healthcheck.py"]
CMD ["sh", "-c", "exec copydesk serve --host 0.0.0.0 --port \"$PORT\" --workers \"$WORKERS\""]
