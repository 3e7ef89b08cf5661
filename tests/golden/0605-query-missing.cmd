yusou search
