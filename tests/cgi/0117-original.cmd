# Pages link to what was published, and only to that.
mkdir d
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/b.txt
printf 'file\turl\tpublished\n' >d/sources.tsv
printf 'a.txt\thttps://a.example/?x="><script>&y=1\t2024-02-29\n' >>d/sources.tsv
yusou index --index i d 2>/dev/null
export YUSOU_INDEX=$PWD/i
id() {
	yusou search --index i --type "$1" --department "$2" --limit 1 --format csv 2>/dev/null | sed -n 2p | cut -d, -f1
}
links() {
	grep -oE '<a class="original"[^>]*>[^<]*</a>|<li>[^<]* 公开</li>|published[^<]*|，[0-9-]* 公开，[^。]*' || echo none
}
get "id=$(id publication 鹭汀)" | links
get "id=$(id project 鹭汀)" | links
get "id=$(id department 鹭汀)" | links
get "id=$(id project 大数据中心)" | links
get "q=$(printf 服务 | jq -sRr @uri)&department=$(printf 鹭汀 | jq -sRr @uri)" | links | sort | uniq -c
get "id=$(id project 鹭汀)&format=json" | tail -n 1 | jq -c ".published, .source.url"
get "q=$(printf 服务 | jq -sRr @uri)&format=atom" | grep -oE '<updated>2024[^<]*' | sort -u
