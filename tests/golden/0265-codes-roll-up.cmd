yusou search --format csv '科目:2080*' | cut -d, -f3,7
