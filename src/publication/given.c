#include "src/publication/given.h"

void ys_given_free(ys_given *given)
{
	if (!given)
		return;
	g_free(given->url);
	g_free(given->published);
	g_free(given->department);
	g_free(given);
}

char *ys_given_digest(const ys_given *given)
{
	g_autofree char *region = NULL, *all = NULL, *sum = NULL;

	if (!given)
		return NULL;
	region = ys_region_key(&given->region);
	/* none of them holds a tab */
	all = g_strdup_printf("%s\t%s\t%s\t%s\t%d\t%s\t%s", given->url ? given->url : "",
			      given->published ? given->published : "", given->department ? given->department : "", region,
			      given->year, given->kind ? given->kind : "", given->level ? given->level : "");
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
	return g_strndup(sum, 16);
}

static void take_region(ys_title *title, ys_region region, ys_region_status status, char *candidates)
{
	g_free(title->candidates);
	title->region = region;
	title->region_status = status;
	title->candidates = candidates;
}

static void take_department(ys_title *title, const char *department, gboolean has_region, const char *hint)
{
	ys_region_status status;
	char *candidates = NULL;
	ys_region region;

	if (g_strcmp0(title->department, department))
		g_clear_pointer(&title->alias, g_free);
	g_free(title->department);
	title->department = g_strdup(department);
	if (has_region)
		return;
	status = ys_region_of_name(department, hint, &region, &candidates);
	if (status == YS_REGION_NONE)
		g_free(candidates);
	else
		take_region(title, region, status, candidates);
}

void ys_given_apply(const ys_given *given, ys_title *title, const char *hint)
{
	if (!given)
		return;
	if (given->department)
		take_department(title, given->department, given->has_region, hint);
	if (given->has_region)
		take_region(title, given->region, YS_REGION_RESOLVED, NULL);
	if (given->year)
		title->year = given->year;
	if (given->kind)
		title->kind = given->kind;
	if (given->level)
		title->level = given->level;
}
