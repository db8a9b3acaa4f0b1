#!/bin/sh
# The steps of the image's build stage, one an argument, so that each is a layer of its own and can
# be run and tried without Docker:
#
#   scripts/docker/build.sh packages /opt/copydesk    the pinned packages into PREFIX/venv
#   scripts/docker/build.sh copydesk /opt/copydesk    Copydesk itself, as a wheel
#   scripts/docker/build.sh engine /opt/copydesk      LanguageTool into PREFIX/engine
#
# A virtual environment can't be moved: PREFIX is where it will be run from.
set -eu

step=$1
prefix=$2
here=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
install() {
    into=$1
    shift
    "$into/bin/python" -m pip install --disable-pip-version-check --no-cache-dir --quiet "$@"
}

case $step in
packages)
    "$python" -m venv "$prefix/venv"
    install "$prefix/venv" --require-hashes --only-binary :all: \
        -r "$here/requirements/languagetool.txt"
    ;;
copydesk)
    # The build backend stays out of the image.
    build=$(mktemp -d)
    trap 'rm -rf "$build"' EXIT
    "$python" -m venv "$build/venv"
    install "$build/venv" --require-hashes --only-binary :all: -r "$here/requirements/build.txt"
    (cd "$here" && "$build/venv/bin/python" -m hatchling build -t wheel -d "$build/dist")
    install "$prefix/venv" --no-deps --no-index "$build"/dist/*.whl
    # Nothing is installed in the image any more, and what can't be run can't be misused.
    "$prefix/venv/bin/python" -m pip uninstall --disable-pip-version-check --quiet --yes pip
    ;;
engine)
    COPYDESK_HOME=$prefix/engine "$prefix/venv/bin/copydesk" engine install
    ;;
*)
    echo "usage: $0 packages|copydesk|engine PREFIX" >&2
    exit 2
    ;;
esac
