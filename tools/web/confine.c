#include "tools/web/confine.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "src/confine.h"

/* An index of many segments is some hundred files, and for a moment two generations are open. */
#define FILES_MAX 1024
/* Beyond its processor time, a request may wait so long for a disk or a visitor. */
#define STANDSTILL_SECONDS 60

static void bound_all(const web_site *site)
{
	ys_confine_bound(RLIMIT_CORE, 0);
	ys_confine_bound(RLIMIT_NOFILE, FILES_MAX);
	if (site->memory_mb)
		ys_confine_memory((guint64)site->memory_mb << 20);
}

void web_confine(const web_site *site)
{
	/* whoever started us may have ignored them */
	signal(SIGXCPU, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	bound_all(site);
	ys_confine_calls(YS_CONFINE_ANSWERING);
}

/* ---- a request ---- */

void web_confine_request(const web_site *site)
{
	ys_confine_seconds(site->cpu_seconds);
	web_confine_moved(site);
}

void web_confine_moved(const web_site *site)
{
	alarm(site->cpu_seconds + STANDSTILL_SECONDS);
}

void web_confine_rest(void)
{
	alarm(0);
}
