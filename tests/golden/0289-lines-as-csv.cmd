# Levels above a line and its measures are columns, whose names say which.
of() {
	tr -d '\r' | cut -d, -f1-4,25,45-
}
yusou export --type line --format csv | grep -E '^id|,小学教育,|,公务接待费,' | of | cut -d, -f2-
yusou search --type line --format csv 基本工资 'year:2024' 2>/dev/null | of | cut -d, -f2-
