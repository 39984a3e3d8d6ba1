#!/usr/bin/env bash
# The manual pages by mandoc, which must find no error in them and one in a page that is spoilt.
#
#   manual.sh FOLDER
set -euo pipefail

passed=0 failed=0
for page in "$1"/*.1; do
  if said=$(mandoc -Tlint -Werror "$page" 2>&1); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL $page: $said"
  fi
done
if printf '.TH A 1\n.SH NAME\n.Xq\n.EE EE\n\\[nothing]\n.so /etc/passwd\n' | mandoc -Tlint -Werror > /dev/null 2>&1; then
  failed=$((failed + 1))
  echo "FAIL a spoilt page is not found"
else
  passed=$((passed + 1))
fi
echo "$passed passed, $failed failed"
