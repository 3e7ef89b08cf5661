yusou --help
