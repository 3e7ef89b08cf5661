# 哪个部门三公经费最多: the departments in that order are the answer
get 'q=%E5%93%AA%E4%B8%AA%E9%83%A8%E9%97%A8%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9%E6%9C%80%E5%A4%9A' | sed -n '/<ol class="departments"/,/<\/ol>/p'
# 预算增长最快的部门: by how much it changed
get 'q=%E9%A2%84%E7%AE%97%E5%A2%9E%E9%95%BF%E6%9C%80%E5%BF%AB%E7%9A%84%E9%83%A8%E9%97%A8' | sed -n '/<ol class="departments"/,/<\/ol>/p'
# 物业管理: nothing is compared
get 'q=%E7%89%A9%E4%B8%9A%E7%AE%A1%E7%90%86' | grep -c '<ol class="departments"'
