yusou search --no-synonyms 饭堂
yusou search --format csv '"饭堂"' | cut -d, -f3
