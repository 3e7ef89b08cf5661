yusou search 水务局 巡河人次
