yusou search 火星移民
