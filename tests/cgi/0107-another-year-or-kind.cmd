# what was asked and is not there is said with what is, by parameter with links
get 'q=%E7%89%A9%E4%B8%9A%E7%AE%A1%E7%90%86&year=2019' | grep -E 'role="status"|有的是'
get 'q=%E7%89%A9%E4%B8%9A%E7%AE%A1%E7%90%86+%E5%B9%B4:2019&lang=en' | grep -E 'role="status"|there is:'
# but not where nothing is there in any year
get 'q=%E7%81%AB%E6%98%9F&year=2019' | grep -c '有的是'
