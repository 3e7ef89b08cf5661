# Brackets of any shape, in the query and in the publications.
grep -ho '.府发.20[0-9]*.[0-9]*号' $SAMPLES/09-*.txt | sort -u
yusou search --format csv --type section policy:雁府发[2020]11号 | cut -d, -f3
yusou search --format csv --type section 文号：雁府发（2020）11号 | cut -d, -f3
yusou search --format csv --type section policy:雁府发〔2020〕1号
