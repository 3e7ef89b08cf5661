get '' HTTP_ACCEPT_LANGUAGE='en-GB,en;q=0.9,zh;q=0.1'
