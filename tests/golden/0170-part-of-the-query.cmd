yusou search 机关食堂外包服务监督
