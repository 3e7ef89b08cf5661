yusou search --years 2021 光纤
