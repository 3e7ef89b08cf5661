# 业务 and 数据 stand in one goal, 务数 in its department's name, 业务数据 nowhere.
yusou search '"业务数据"'
yusou search --format csv '"平台服务"' | cut -d, -f3
