yusou search 政务云
