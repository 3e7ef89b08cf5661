cat >site.ini <<END
[yusou]
index = $YUSOU_INDEX
title = 青禾县<预算>公开
base = https://budget.example/search
origin = https://app.example
END
get 'format=opensearch' YUSOU_CONFIG=site.ini YUSOU_INDEX=
