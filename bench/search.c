/* Times of searches inside one process: bench/search INDEX QUERIES [REPEATS].
 *
 * Each line of QUERIES is a query.  Every query runs REPEATS times (5) after a first one that
 * warms the page cache, with snippets, departments and facets; the median counts.  Prints one
 * line a query and then p50, p95 and the largest of the medians, in milliseconds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "index/search/search.h"

static int compare(gconstpointer a, gconstpointer b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return left < right ? -1 : left > right;
}

static double percentile(GArray *values, double share)
{
	g_array_sort(values, compare);
	return g_array_index(values, double, MIN(values->len - 1, (guint)(share * values->len)));
}

static double run(ys_search *search, const char *text, guint64 *total, gboolean *exact)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(ys_page) page = NULL;
	gint64 began = g_get_monotonic_time();

	query->facets = TRUE;
	if (!ys_query_set_text(query, text, &error) || !(page = ys_search_run(search, query, &error))) {
		fprintf(stderr, "%s: %s\n", text, error->message);
		exit(1);
	}
	*total = page->total;
	*exact = page->total_exact;
	return (g_get_monotonic_time() - began) / 1000.0;
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_search) search = argc > 2 ? ys_search_open(argv[1], &error) : NULL;
	g_autoptr(GArray) medians = g_array_new(FALSE, FALSE, sizeof(double));
	g_autofree char *text = NULL;
	g_auto(GStrv) queries = NULL;
	int repeats = argc > 3 ? atoi(argv[3]) : 5;

	if (!search || !g_file_get_contents(argv[2], &text, NULL, &error)) {
		fprintf(stderr, "usage: bench/search INDEX QUERIES [REPEATS]: %s\n", error ? error->message : "");
		return 2;
	}
	queries = g_strsplit(g_strchomp(text), "\n", -1);
	for (char **query = queries; *query; query++) {
		g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
		guint64 total;
		gboolean exact;
		double median;

		run(search, *query, &total, &exact);
		for (int i = 0; i < repeats; i++) {
			double ms = run(search, *query, &total, &exact);

			g_array_append_val(times, ms);
		}
		median = percentile(times, 0.5);
		g_array_append_val(medians, median);
		printf("%8.2f ms  %s%8" G_GUINT64_FORMAT "  %s\n", median, exact ? " " : "~", total, *query);
	}
	printf("p50 %.2f  p95 %.2f  max %.2f ms\n", percentile(medians, 0.5), percentile(medians, 0.95),
	       percentile(medians, 1));
	return 0;
}
