yusou search --kind 概算 光纤
