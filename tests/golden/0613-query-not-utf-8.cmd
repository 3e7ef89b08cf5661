yusou search "$(printf '\344\272\221\377')"
