# A soffice that says how it was called, and writes a page where the real one writes a document: what it
# is, its content tells.
mkdir bin d tmp
cat >bin/soffice <<'END'
#!/bin/sh
for name; do :; done
while [ $# -gt 1 ]; do
	case $1 in
	-env:UserInstallation=file://*/profile) echo "a profile of its own" >>"$LOG" ;;
	--convert-to) to=$2 ;;
	--outdir) out=$2 ;;
	esac
	shift
done
echo "$to of $(head -c 5 "$name")" >>"$LOG"
case $(cat "$name") in
*NOTHING*) exit 0 ;;
*OTHER*) echo "<p>星火县体育局的通知</p>" >"$out/original.$to" ;;
*) cat "$PAGE" >"$out/original.$to" ;;
esac
END
chmod +x bin/soffice
cat >page <<'END'
<html><head><meta charset="utf-8"></head><body><h1>星火县体育局2024年部门预算</h1>
<p>部门预算项目支出表</p><p>单位：万元</p>
<table><tr><th>项目名称</th><th>金额</th></tr><tr><td>健身步道维护</td><td>60.00</td></tr>
<tr><td>少年体校训练补助</td><td>40.00</td></tr></table></body></html>
END
PAGE=$PWD/page LOG=$PWD/log TMPDIR=$PWD/tmp
export PAGE LOG TMPDIR

try() {
	echo "\$ $*"
	yusou index --index i "$@" 2>&1 | sed 's/;.*generation/; generation/'
	cat log 2>/dev/null
	rm -f log
}

printf '{\\rtf1 }' >d/a.rtf
# the first directory of PATH has yusou alone
(PATH=${PATH%%:*} yusou index --index i --convert d/a.rtf 2>&1)
PATH=$PWD/bin:$PATH
try d/a.rtf
try --convert d
yusou search --index i 健身步道
echo "again, and by its content"
try --convert d
touch -t 200101010000 d/a.rtf
try d
echo "taken over, for it is not converted now"
try --rebuild d
echo "LibreOffice fails"
printf '{\\rtf1 NOTHING}' >d/a.rtf
try --convert d
yusou search --index i --limit 0 健身步道
echo "what it makes is no publication"
printf '{\\rtf1 OTHER}' >d/b
try --convert --dry-run d/b
ls tmp
