#include "index/search/hit.h"

#include <string.h>

#include "index/search/verdicts.h"
#include "index/stored.h"
#include "src/error.h"
#include "src/text/fold.h"

/* Characters of a snippet. */
#define SNIPPET_WIDTH 90

/* ---- snippets ---- */

/* The best text of a record for a snippet: the first with a match.  The name of the unit stands above the
 * snippet already, and only does where nothing else matches. */
typedef struct {
	const char *const *needles;
	const char *field;
	char *text;
	GArray *ranges;
} passage;

static void consider_text(const char *field, const char *text, void *data)
{
	passage *p = data;
	g_autoptr(ys_folded) folded = NULL;
	g_autoptr(GArray) ranges = NULL;

	if (!strcmp(field, "title") || (p->text && p->ranges->len && strcmp(p->field, "unit")))
		return;
	folded = ys_fold(text, -1);
	ranges = ys_match_ranges(folded, p->needles);
	if (p->text && !ranges->len)
		return;
	g_clear_pointer(&p->ranges, g_array_unref);
	p->field = field;
	g_free(p->text);
	p->text = g_strdup(text);
	p->ranges = g_steal_pointer(&ranges);
}

/* A whole name, NULL for none, cut into pieces. */
static GPtrArray *name_pieces(const char *name, const char *const *needles, gboolean *matched)
{
	const char *title = name ? name : "";
	g_autoptr(ys_folded) folded = ys_fold(title, -1);
	g_autoptr(GArray) ranges = ys_match_ranges(folded, needles);

	*matched = ranges->len > 0;
	return ys_snippet_new(title, ranges, 0);
}

/* The place of a table that was found by one of its rows becomes that of the row. */
static void point_at_row(ys_record *table, const char *text)
{
	for (guint r = 0; table->source && r < table->rows->len; r++) {
		g_autofree char *row = ys_record_row_text(table, r);

		if (strcmp(row, text) != 0)
			continue;
		table->source->rows = (ys_lines){ r + 1, r + 1 };
		return;
	}
}

static void add_snippet(ys_hit *hit, const char *const *needles)
{
	passage p = { .needles = needles };
	gboolean in_title;

	hit->department = name_pieces(hit->record->department, needles, &in_title);
	hit->title = name_pieces(hit->record->title, needles, &in_title);
	ys_record_searchable(hit->record, consider_text, &p);
	if (p.text && (p.ranges->len || !in_title)) {
		hit->field = p.field;
		hit->snippet = ys_snippet_new(p.text, p.ranges, SNIPPET_WIDTH);
		if (p.ranges->len && !strcmp(p.field, "rows"))
			point_at_row(hit->record, p.text);
	} else {
		hit->field = "title";
		hit->snippet = name_pieces(hit->record->title, needles, &in_title);
	}
	g_clear_pointer(&p.ranges, g_array_unref);
	g_free(p.text);
}

/* ---- hits ---- */

void ys_hit_free(ys_hit *hit)
{
	if (!hit)
		return;
	g_clear_pointer(&hit->record, ys_record_free);
	g_clear_pointer(&hit->snippet, g_ptr_array_unref);
	g_clear_pointer(&hit->title, g_ptr_array_unref);
	g_clear_pointer(&hit->department, g_ptr_array_unref);
	g_clear_pointer(&hit->synonyms, g_ptr_array_unref);
	g_free(hit->explanation);
	g_free(hit);
}

static char *explanation_of(const ys_candidate *c, const ys_grounds *grounds)
{
	return g_strconcat(grounds->lines->str, c->facts->glossary ?
			   "a glossary, as every publication has: after the others\n" : NULL, NULL);
}

/* What the cards said of a hit, by which it was filtered and sorted, must be what it says itself: a
 * value has no sum of its own to be found damaged by. */
static gboolean agrees(const ys_record *record, const ys_facts *facts)
{
	const ys_origin *origin = facts->origin;

	return record->type == facts->type && facts->amount == ys_record_amount(record) &&
	       (!*origin->id || record->type != YS_DEPARTMENT || !g_strcmp0(record->id, origin->id)) &&
	       (!origin->year || origin->year == record->year) &&
	       (!*origin->kind || !g_strcmp0(origin->kind, record->kind)) &&
	       (!*origin->department || !g_strcmp0(origin->department, record->department)) &&
	       (!origin->region->code || !g_strcmp0(origin->region->code, record->region.code));
}

/* What was searched for is what was found instead of what was typed. */
static void add_corrected(const ys_query *corrected, GPtrArray *wordings)
{
	if (!g_ptr_array_find_with_equal_func(wordings, corrected->folded, g_str_equal, NULL))
		g_ptr_array_insert(wordings, 0, g_strdup(corrected->folded));
}

ys_hit *ys_hit_new(xc_reader *reader, const ys_measures *measures, const ys_candidate *c, guint rank, GError **error)
{
	g_auto(ys_grounds) grounds = { 0 };
	g_autoptr(ys_record) record = ys_stored_record(reader, c->docid, error);
	g_autoptr(ys_hit) hit = NULL;

	if (!record)
		return NULL;
	if (!agrees(record, c->facts)) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "record %u is not what the index says of it: "
			    "the index is damaged; run: yusou index --rebuild PATH...", c->docid);
		return NULL;
	}
	hit = g_new0(ys_hit, 1);
	hit->record = g_steal_pointer(&record);
	hit->rank = rank;
	hit->score = c->score;
	hit->match = c->match;
	ys_grounds_init(&grounds);
	if (!ys_verdicts_review(reader, measures, c, &grounds, error))
		return NULL;
	g_ptr_array_add(grounds.runs, NULL);
	add_snippet(hit, (const char *const *)grounds.runs->pdata);
	if (c->match == YS_MATCH_CORRECTED)
		add_corrected(measures->corrected, grounds.wordings);
	hit->synonyms = g_steal_pointer(&grounds.wordings);
	if (measures->query->explain)
		hit->explanation = explanation_of(c, &grounds);
	return g_steal_pointer(&hit);
}

/* A candidate that was found as typed is shown so, though something else was understood. */
static ys_measures measures_of(const ys_answer *a, const ys_candidate *c)
{
	ys_measures measures = ys_answer_measures(a);

	if (c->typed)
		measures.query = &a->typed->query;
	return measures;
}

gboolean ys_hits_add(const ys_answer *a, ys_page *page, GError **error)
{
	const GArray *candidates = a->ranking->candidates;
	guint rank = 0;

	page->hits = g_ptr_array_new_with_free_func((GDestroyNotify)ys_hit_free);
	for (guint i = 0; i < candidates->len && page->hits->len < a->query.limit; i++) {
		const ys_candidate *c = &g_array_index(candidates, ys_candidate, i);
		const ys_measures measures = measures_of(a, c);
		ys_hit *hit;

		if (!c->wanted || rank++ < a->query.offset)
			continue;
		hit = ys_hit_new(a->reader, &measures, c, rank, error);
		if (!hit)
			return FALSE;
		g_ptr_array_add(page->hits, hit);
	}
	return TRUE;
}
