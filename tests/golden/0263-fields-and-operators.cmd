found() {
	yusou search --format jsonl "$@" | grep -o '"title":"[^"]*"\|"year":[0-9]*'
}

found '食堂 -year:2023..2025'
found '食堂 (year:2022 OR department:教育局)'
found 'year:2022 -水库 -维护 -土 -防'
