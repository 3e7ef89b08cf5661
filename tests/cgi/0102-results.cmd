get 'q=%E9%A3%9F%E5%A0%82'
