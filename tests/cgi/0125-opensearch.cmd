get 'format=opensearch'
