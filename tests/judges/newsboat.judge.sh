#!/usr/bin/env bash
# The terminal reader newsboat: what its cache holds after a reload.
# reads: rss.xml atom.xml
# gives: id title link published content
# spoilt: rss.xml no-version -> entries: 0 read
# spoilt: rss.xml id-twice -> entries: \d+ read
# spoilt: atom.xml id-twice -> entries: \d+ read
# spoilt: atom.xml other-content -> content of
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
echo "$2" > "$dir/urls"
: > "$dir/config"
HOME=$dir newsboat -q -u "$dir/urls" -c "$dir/cache" -C "$dir/config" -x reload >&2
sqlite3 "$dir/cache" "select json_object('entries', json_group_array(json_object(
  'id', guid, 'title', title, 'link', url, 'published', pubDate, 'content', content))) from rss_item"
