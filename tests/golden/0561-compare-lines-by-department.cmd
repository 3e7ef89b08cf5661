yusou compare '"三公经费"' --of line --by department,year --kind 预算
