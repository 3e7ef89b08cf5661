yusou search --format csv '(食堂 OR 物业) (保洁 OR 补助) -学校' | cut -d, -f3
