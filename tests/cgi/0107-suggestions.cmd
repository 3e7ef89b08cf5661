get 'q=%E9%A3%9F%E5%94%90' | sed -n '/<p>相近/,/<\/ul>/p'
