get 'q=%zz&lang=en'
