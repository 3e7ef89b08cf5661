yusou search '食堂 -栖云教育局' --limit 3
yusou search '食堂' --limit 0
