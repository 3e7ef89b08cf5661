get ''
