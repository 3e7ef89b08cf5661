# several years: a line for each group; other bodies than the year before are said
get 'view=compare&q=%E6%9C%BA%E5%85%B3%E8%BF%90%E8%A1%8C%E7%BB%8F%E8%B4%B9&of=line&by=year&lang=en' | sed -n '/<main/,/<\/main>/p'
