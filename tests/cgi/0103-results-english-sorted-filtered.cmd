get 'q=%E9%A3%9F%E5%A0%82&sort=amount&year=2024&kind=%E9%A2%84%E7%AE%97&lang=en'
