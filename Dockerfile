# PyTake as one image. `pytake serve` is the default; `work`, `migrate` and every other command run from the same one.
# The final stage holds no compiler, no pip and no setuptools: all dependencies are wheels, checked by their hashes.

ARG PYTHON_IMAGE=python:3.11-slim
ARG NODE_IMAGE=node:22-slim

FROM ${NODE_IMAGE} AS dashboard
WORKDIR /dashboard
COPY dashboard/package.json dashboard/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY dashboard .
RUN npm run build

FROM ${PYTHON_IMAGE} AS build
ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opt/pytake
RUN python -m venv .venv
COPY requirements/runtime.lock requirements/embedded.lock requirements/
RUN .venv/bin/pip install --require-hashes --only-binary=:all: --requirement requirements/runtime.lock
COPY . .
# The build back end has its place in embedded.lock, hashes included; it is needed for the length of this line only.
# The tree is installed where it lies, because migrations and pages are read as files beside the code.
RUN awk '/^setuptools==/,!/\\$/' requirements/embedded.lock > build.lock \
    && .venv/bin/pip install --require-hashes --only-binary=:all: --requirement build.lock \
    && .venv/bin/pip install --no-deps --no-build-isolation --editable . \
    && .venv/bin/pip uninstall --yes setuptools pip \
    && .venv/bin/python -m compileall -q . \
    && rm -rf build.lock dashboard ./*.egg-info

FROM ${PYTHON_IMAGE}
ENV PATH=/opt/pytake/.venv/bin:${PATH} \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PYTAKE_HOST=0.0.0.0 \
    PYTAKE_PORT=8000
RUN useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin pytake \
    && install --directory --owner=10001 --group=10001 --mode=0700 /var/lib/pytake
COPY --from=build /opt/pytake /opt/pytake
COPY --from=dashboard /dashboard/dist /opt/pytake/dashboard/dist
WORKDIR /opt/pytake
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "docker/healthcheck.py"]
ENTRYPOINT ["pytake"]
CMD ["serve"]
