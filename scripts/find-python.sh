#!/bin/sh
# Print the path of a Python that can run Copydesk, or say on standard error what is missing.
# PYTHON=… names one; otherwise the versions that the tests run on come first.
set -u

# Versioned names can be shims that exist and fail, so each candidate has to prove itself.
probe='
import sys
if sys.version_info < (3, 11):
    print("old %d.%d" % sys.version_info[:2])
else:
    try:
        import ensurepip, venv
    except ImportError:
        print("bare %d.%d" % sys.version_info[:2])
    else:
        print("good " + sys.executable)
'
old=''
bare=''
if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- python3.13 python3.12 python3.11 python3.14 python3 python
fi
for candidate in "$@"; do
    answer=$("$candidate" -c "$probe" 2>/dev/null) || continue
    case $answer in
        good*) printf '%s\n' "${answer#good }"; exit 0 ;;
        bare*) bare="$bare $candidate" ;;
        old*) old="$old $candidate (${answer#old })" ;;
    esac
done

{
    echo 'Copydesk needs Python 3.11 or newer.'
    [ -z "$old" ] || echo "Too old:$old."
    if [ -n "$bare" ]; then
        echo "Without its modules venv and ensurepip:$bare."
        echo 'On Debian and Ubuntu they are in the package python3-venv.'
    fi
    echo 'If one is elsewhere, name it: make run PYTHON=/path/to/python3'
} >&2
exit 1
