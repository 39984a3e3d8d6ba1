#!/usr/bin/env bash
# RSS 2.0 by our profile, as rss.rnc has it.
# reads: rss.xml
# spoilt: rss.xml no-version -> attribute "version"
# spoilt: rss.xml two-digit-year -> "pubDate" invalid
# spoilt: rss.xml german-month -> "pubDate" invalid
# spoilt: rss.xml local-zone -> "pubDate" invalid
# spoilt: rss.xml guid-as-permalink -> attribute "isPermaLink"
# spoilt: rss.xml no-id -> "guid"
# spoilt: rss.xml no-self -> atom:link|"link"
# spoilt: rss.xml relative-link -> "link" invalid
# spoilt: rss.xml iri-link -> "link" invalid
# spoilt: rss.xml two-enclosures -> "enclosure"
# spoilt: rss.xml content-first -> "(content:)?encoded"|description
# spoilt: rss.xml item-first -> "?(title|link|description)
# spoilt: rss.xml foreign-element -> made-up
# spoilt: rss.xml media-without-url -> "url"
here=$(dirname "$0")
# jing's wrapper warns about jars that it does not need.
said=$(jing -c "$here/rss.rnc" "$1" 2>/dev/null) || { echo "${said:-jing failed}"; exit 1; }
