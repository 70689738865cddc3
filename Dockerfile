# The product as one container: `docker build -t ai-playground .`, then as in README.md or deploy/compose.yaml.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
WORKDIR /source
# What it needs is installed before its own code is copied, so that a change of the code builds in seconds.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; print(*p['dependencies'], *p['optional-dependencies']['explain'], *p['optional-dependencies']['onnx'], sep='\n')" > needed.txt \
    && /venv/bin/pip install --constraint constraints.txt --requirement needed.txt
COPY README.md ./
COPY assistant ./assistant
COPY codegen ./codegen
COPY engine ./engine
COPY tools ./tools
RUN /venv/bin/pip install --no-deps .

FROM python:3.11-slim-bookworm
# libgomp1: LightGBM's threads; tini: buries the processes that end as orphans.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgomp1 tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --home-dir /data --no-create-home playground \
    && install --directory --owner=playground --group=playground --mode=700 /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PLAYGROUND_HOME=/data PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
# Outside a container only this machine is served. Here the port is opened by whoever publishes it, who says so with
# PLAYGROUND_OPEN_TO_NETWORK=yes; without it the server refuses to start and says why.
ENTRYPOINT ["tini", "--", "playground"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--no-browser"]
