# shellcheck shell=bash
# Sourced by samples/run and tests/run: installs the Debian packages of cmake/packages.txt.

# ensure_packages PART… installs what is missing of these parts and says which. Needs root (or
# sudo) only then.
ensure_packages() {
  local list missing=() part package status
  list=$(dirname "${BASH_SOURCE[0]}")/packages.txt
  if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system: see cmake/packages.txt for what must be installed." >&2
    return 0
  fi
  while read -r part package; do
    case " $* " in *" $part "*) ;; *) continue ;; esac
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || missing+=("$package")
  done < <(grep -v -e '^#' -e '^$' "$list")
  [ ${#missing[@]} -gt 0 ] || return 0

  echo "Missing Debian packages, installing: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Run as root: apt-get install ${missing[*]}" >&2
      return 3
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"
}
