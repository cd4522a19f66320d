#!/bin/sh
# Cuts the heading face down to the letters of Serbian, Macedonian, Albanian and English.
# Run by hand when @fontsource/vollkorn moves on; the results are committed.
# Needs fonttools with brotli (Debian: fonttools, python3-brotli).
set -eu
cd "$(dirname "$0")"
from=../../../../../node_modules/@fontsource/vollkorn/files
common=' !%()+,-./0123456789:;?·–—…“”„‘’«»'
cut_face() {
  pyftsubset "$from/vollkorn-$1-600-normal.woff2" --text="$2" --output-file="vollkorn-$1.woff2" --flavor=woff2 \
    --layout-features=kern,locl,lnum --layout-scripts='latn.dflt,cyrl.dflt,cyrl.SRB,DFLT.dflt' \
    --no-hinting --desubroutinize --name-IDs=1,2,13 --drop-tables+=STAT,gasp,GDEF
}
cut_face latin "${common}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÇçËë"
cut_face latin-ext 'ĆćČčĐđŠšŽž'
cut_face cyrillic 'АБВГДЂЃЕЖЗЅИЈКЛЉМНЊОПРСТЋЌУФХЦЧЏШабвгдђѓежзѕијклљмнњопрстћќуфхцчџш'
