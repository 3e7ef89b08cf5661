get 'view=compare&of=publication&by=department,year&kind=%E9%A2%84%E7%AE%97' | sed -n '/<main/,/<\/main>/p'
