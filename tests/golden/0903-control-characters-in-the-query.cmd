yusou search "$(printf '光\033[31m纤\007')"
