get 'q=%E9%A3%9F%E5%A0%82&page=9' | sed -n '1p; /<h1/p; /<main/,/<\/main/{/<article/p;}'
