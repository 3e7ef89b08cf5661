# 青禾县 has budget and account of 2023; of the others one half is missing where somebody has it
yusou stats --by region,year
yusou stats --by year,kind --format json
yusou stats --by planet
