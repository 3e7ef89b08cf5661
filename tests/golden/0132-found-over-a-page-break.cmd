# The goal is cut by the page end inside 办件不再 | 因为断网.
yusou search 办件不再因为断网
