get '' PATH_INFO=/ | sed -n 1p
get '' PATH_INFO=/etc/passwd | sed -n '1p; /<h1/p'
get '' PATH_INFO=/../../x | sed -n 1p
