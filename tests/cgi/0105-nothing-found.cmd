get 'q=%E7%81%AB%E6%98%9F'
