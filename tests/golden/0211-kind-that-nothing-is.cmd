yusou search --kind 其他 光纤
