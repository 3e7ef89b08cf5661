found() {
	yusou search --format jsonl "$@" | grep -o '"title":"[^"]*"\|"year":[0-9]*'
}

found 食堂 year:2022 year:2025
found 食堂 year:2022 --year 2025
found 'department:教育局 department:水务局 amount<30'
