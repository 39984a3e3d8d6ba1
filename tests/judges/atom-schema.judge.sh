#!/usr/bin/env bash
# Atom by RFC 4287, as atom.rnc has it.
# reads: atom.xml
# spoilt: atom.xml no-id -> missing required element.*id
# spoilt: atom.xml lower-case-date -> "updated" invalid
# spoilt: atom.xml date-without-offset -> "updated" invalid
# spoilt: atom.xml no-such-day -> "updated" invalid
# spoilt: atom.xml no-author -> missing required element "author"
# spoilt: atom.xml no-self -> link
# spoilt: atom.xml no-permalink -> missing required element "link"
# spoilt: atom.xml relative-link -> attribute "href"
# spoilt: atom.xml bare-type -> attribute "type"
# spoilt: atom.xml foreign-element -> made-up
# spoilt: atom.xml media-without-url -> "url"
here=$(dirname "$0")
# jing's wrapper warns about jars that it does not need.
said=$(jing -c "$here/atom.rnc" "$1" 2>/dev/null) || { echo "${said:-jing failed}"; exit 1; }
