get 'q=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9&year=2023' | sed -n '/<section>/,/<\/section>/p'
get 'q=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9&year=2023&lang=en' | sed -n '/class="found"/p; /<h3>/,/<\/p>/p'
get 'q=%E5%9F%B9%E8%AE%AD' | sed -n '/class="found"/p; /<section>/,/<\/section>/p'
