#!/usr/bin/env bash
# Well-formed XML, namespaces bound.
# reads: rss.xml atom.xml
# spoilt: rss.xml cut -> Premature end|Extra content|not finished
# spoilt: atom.xml cut -> Premature end|Extra content|not finished
# spoilt: rss.xml bare-ampersand -> EntityRef
# spoilt: atom.xml control-character -> PCDATA invalid Char
# spoilt: atom.xml named-entity -> nbsp
# spoilt: rss.xml unbound-prefix -> foo
# spoilt: rss.xml latin-1 -> not proper UTF-8
# libxml2 takes an unbound prefix for a mere warning, hence the look at stderr.
said=$(xmllint --nonet --noout "$1" 2>&1) || { echo "$said"; exit 1; }
[ -z "$said" ] || { echo "$said"; exit 1; }
