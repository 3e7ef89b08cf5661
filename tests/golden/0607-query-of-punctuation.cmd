yusou search 。，、
