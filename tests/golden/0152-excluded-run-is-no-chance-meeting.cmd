# 业务 and 数据 stand in this goal and 务数 in the department's name: 业务数据 does not.
yusou search --format csv '云主机 系统' | cut -d, -f3
yusou search --format csv '云主机 系统 -业务数据' | cut -d, -f3
yusou search --format csv '云主机 系统 -业务系统' | cut -d, -f3
