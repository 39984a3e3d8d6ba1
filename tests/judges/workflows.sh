#!/usr/bin/env bash
# The workflows of this repository, the action, and what `dateline init --github` writes, by zizmor (what
# is unsafe in them) and action-validator (their schema). Each has to find faults that are put in, too:
# zizmor passes over a key that doesn't exist, and action-validator over rights that are too wide.
set -euo pipefail
cd "$(dirname "$0")/../.."
audit=(target/judges/venv/bin/zizmor --offline --no-progress)
validator=target/judges/node/node_modules/.bin/action-validator
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

passed=0 failed=0
good() {
  passed=$((passed + 1))
}
bad() {
  failed=$((failed + 1))
  echo "FAIL $1"
}
accepted() {
  local said
  if said=$("$@" 2>&1); then good; else bad "$*: $said"; fi
}

# As a press office has them.
mkdir -p "$dir/.github/workflows"
for name in publish embargo; do
  sed 's|ACTION|example/dateline@0123456789abcdef0123456789abcdef01234567|' "assets/github/$name.yml" \
    > "$dir/.github/workflows/$name.yml"
done
publish=$dir/.github/workflows/publish.yml

for file in .github/workflows/*.yml action.yml "$dir"/.github/workflows/*.yml; do
  accepted "${audit[@]}" "$file"
  # Its schema is older than the right to attest.
  sed '/^      attestations: write$/d' "$file" > "$dir/$(basename "$file")"
  accepted "$validator" "$dir/$(basename "$file")"
done

# spoil REASON EDIT JUDGE...: edited so, the workflow is refused, and for that reason.
mkdir -p "$dir/spoilt/.github/workflows"
spoilt=$dir/spoilt/.github/workflows/publish.yml
spoil() {
  local said
  sed "$2" "$publish" > "$spoilt"
  if cmp -s "$spoilt" "$publish"; then
    bad "nothing is spoilt by $2"
  elif said=$("${@:3}" "$spoilt" 2>&1); then
    bad "$1 is not found after $2"
  elif grep -qE "$1" <<< "$said"; then
    good
  else
    bad "$1 is not the reason: $said"
  fi
}
# shellcheck disable=SC2016 # The expression is GitHub's.
spoil template-injection 's|run: dateline build|& ${{ github.event.head_commit.message }}|' "${audit[@]}"
spoil unpinned-uses 's|actions/checkout@[0-9a-f]* # v7.0.0|actions/checkout@v7|' "${audit[@]}"
spoil excessive-permissions '/^    permissions:$/{N;s/.*contents: read/    permissions: write-all/}' "${audit[@]}"
spoil artipacked 's|persist-credentials: false|fetch-depth: 1|' "${audit[@]}"
spoil dangerous-triggers 's|^  pull_request:|  pull_request_target:|' "${audit[@]}"
spoil 'shel' 's|^        run: dateline build|        shel: bash\n&|' "$validator"
spoil 'permissions' 's|pages: write|pages: publish|' "$validator"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
