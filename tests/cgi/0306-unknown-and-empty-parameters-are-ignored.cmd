get 'q=%E9%A3%9F%E5%A0%82&utm_source=x&utm_source=y&=1&&year=&region=&page=&format=json' | sed -n 1p
