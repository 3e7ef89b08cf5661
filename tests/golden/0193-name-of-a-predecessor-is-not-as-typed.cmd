yusou search --type department 临澜卫计局
