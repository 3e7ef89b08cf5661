get 'view=compare&q=%E8%B4%B9&by=region,year&cell=%E6%B9%96%E5%8D%97%E7%9C%81%7C2023%7C%E5%86%B3%E7%AE%97' | sed -n '/<main/,/<\/main>/p'
