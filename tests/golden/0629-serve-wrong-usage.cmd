try() {
	yusou serve "$@" 2>&1
	echo "=> $?"
}
try something
try --port 65536
try --port -1
try --jobs 65
try --index nowhere
YUSOU_CPU_SECONDS=0 try
YUSOU_CONFIG=$PWD/web.ini try
printf '[site]\nindx = /srv\n' >web.ini
YUSOU_CONFIG=$PWD/web.ini try
