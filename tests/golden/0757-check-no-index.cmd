yusou check --index nowhere
