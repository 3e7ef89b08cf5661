get 'q=%E6%94%BF%E5%8A%A1%E4%BA%91&format=atom'
