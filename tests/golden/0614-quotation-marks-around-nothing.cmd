yusou search '""'
