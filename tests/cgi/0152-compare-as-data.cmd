get 'view=compare&q=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9&of=line&by=region&format=json' | sed '1,/^$/d'
get 'view=compare&q=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9&of=line&by=region&format=csv' | sed '/^ETag\|^Last-/d'
get 'view=compare&q=%E8%B4%B9&by=region,year&cell=%E6%B9%96%E5%8D%97%E7%9C%81%7C2023%7C%E5%86%B3%E7%AE%97&format=json' | sed '1,/^$/d'
get 'view=compare&q=%E8%B4%B9&by=region,year&cell=%E6%B9%96%E5%8D%97%E7%9C%81%7C2023%7C%E5%86%B3%E7%AE%97&format=csv' | sed '1,/^$/d'
