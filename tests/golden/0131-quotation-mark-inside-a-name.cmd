yusou search --format csv 禾易办一网通办平台 | cut -d, -f3
