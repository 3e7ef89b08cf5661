yusou search --sort size 光纤
