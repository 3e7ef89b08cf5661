#include "index/search/hit.h"

#include <string.h>

#include "index/search/verdicts.h"
#include "src/text/fold.h"

/* Characters of a snippet. */
#define SNIPPET_WIDTH 90

ys_record *ys_hit_record(xc_reader *reader, guint32 docid, GError **error)
{
	gsize len;
	g_autofree char *data = xc_reader_data(reader, docid, &len, error);

	return data ? ys_record_from_stored(data, len, error) : NULL;
}

/* ---- what is highlighted ---- */

/* The department's name is what was found where the word stands for that; FALSE if it does not. */
static gboolean add_department(GPtrArray *needles, GPtrArray *synonyms, const ys_word *word, const ys_record *record)
{
	g_autoptr(GString) name = g_string_new(NULL);

	if (!ys_judge_is_of(word, record->department, &record->region))
		return FALSE;
	ys_fold_append(name, record->department, -1);
	g_ptr_array_add(needles, g_strdup(name->str));
	if (!g_ptr_array_find_with_equal_func(synonyms, name->str, g_str_equal, NULL))
		g_ptr_array_add(synonyms, g_strdup(name->str));
	return TRUE;
}

/* What of a word stands in the text: itself, else the department it names, else another wording. */
static void add_word(GPtrArray *needles, GPtrArray *synonyms, const ys_word *word, const char *folded,
		     const ys_record *record)
{
	gsize len = strlen(folded);

	if (ys_match_find(folded, len, word->folded, strlen(word->folded), 0) >= 0) {
		g_ptr_array_add(needles, g_strdup(word->folded));
		return;
	}
	if (add_department(needles, synonyms, word, record))
		return;
	for (guint i = 0; i < word->synonyms->len; i++) {
		const char *other = g_ptr_array_index(word->synonyms, i);

		if (ys_match_find(folded, len, other, strlen(other), 0) < 0)
			continue;
		g_ptr_array_add(needles, g_strdup(other));
		/* two words may have been found as one */
		if (!g_ptr_array_find_with_equal_func(synonyms, other, g_str_equal, NULL))
			g_ptr_array_add(synonyms, g_strdup(other));
		return;
	}
}

static void append_text(const char *field, const char *text, void *data)
{
	GString *folded = data;

	(void)field;
	ys_fold_append(folded, text, -1);
	g_string_append_c(folded, '|');
}

/* The runs to highlight: the whole query where it stands as typed, else its words, else
 * what the loose tier found. */
static GPtrArray *needles_of(const ys_query *query, const ys_loose *parts, const ys_candidate *c, ys_hit *hit)
{
	GPtrArray *needles = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) folded = g_string_new(NULL);

	/* a department may be an exact match by a name that stands nowhere in it */
	if (c->match == YS_MATCH_EXACT && *query->folded && hit->record->type != YS_DEPARTMENT) {
		g_ptr_array_add(needles, g_strdup(query->folded));
		g_ptr_array_add(needles, NULL);
		return needles;
	}
	ys_record_searchable(hit->record, append_text, folded);
	if (c->match == YS_MATCH_LOOSE)
		ys_loose_coverage(parts, folded->str, folded->len, &hit->record->region, needles);
	else if (c->match == YS_MATCH_EXACT && *query->folded &&
		 ys_match_find(folded->str, folded->len, query->folded, strlen(query->folded), 0) >= 0)
		g_ptr_array_add(needles, g_strdup(query->folded));
	else
		for (guint i = 0; i < query->words->len; i++)
			add_word(needles, hit->synonyms, g_ptr_array_index(query->words, i), folded->str,
				 hit->record);
	g_ptr_array_add(needles, NULL);
	return needles;
}

/* ---- snippets ---- */

/* The best text of a record for a snippet: the first with a match.  The name of the unit stands above the
 * snippet already, and only does where nothing else matches. */
typedef struct {
	const char *const *needles;
	const char *field;
	const char *text;
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
	p->text = text;
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
	} else {
		hit->field = "title";
		hit->snippet = name_pieces(hit->record->title, needles, &in_title);
	}
	g_clear_pointer(&p.ranges, g_array_unref);
}

/* ---- hits ---- */

static void hit_free(ys_hit *hit)
{
	ys_record_free(hit->record);
	g_clear_pointer(&hit->snippet, g_ptr_array_unref);
	g_clear_pointer(&hit->title, g_ptr_array_unref);
	g_clear_pointer(&hit->department, g_ptr_array_unref);
	g_ptr_array_unref(hit->synonyms);
	g_free(hit->explanation);
	g_free(hit);
}

static gboolean explain(xc_reader *reader, const ys_query *query, const ys_candidate *c, ys_hit *hit, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (!ys_verdicts_explain(reader, query, c, text, error))
		return FALSE;
	if (c->facts->glossary)
		g_string_append(text, "a glossary, as every publication has: after the others\n");
	hit->explanation = g_strdup(text->str);
	return TRUE;
}

/* What the cards said of a hit, by which it was filtered and sorted, must be what it says itself: a
 * value has no sum of its own to be found damaged by. */
static gboolean agrees(const ys_record *record, const ys_facts *facts)
{
	const ys_origin *origin = facts->origin;

	return record->type == facts->type && facts->amount == record->amount &&
	       (!*origin->id || record->type != YS_DEPARTMENT || !g_strcmp0(record->id, origin->id)) &&
	       (!origin->year || origin->year == record->year) &&
	       (!*origin->kind || !g_strcmp0(origin->kind, record->kind)) &&
	       (!*origin->department || !g_strcmp0(origin->department, record->department)) &&
	       (!origin->region->code || !g_strcmp0(origin->region->code, record->region.code));
}

static gboolean add_hit(xc_reader *reader, const ys_query *query, const ys_loose *parts, const ys_candidate *c,
			guint rank, ys_page *page, GError **error)
{
	g_autoptr(GPtrArray) needles = NULL;
	g_autoptr(ys_record) record = ys_hit_record(reader, c->docid, error);
	ys_hit *hit;

	if (!record)
		return FALSE;
	if (!agrees(record, c->facts)) {
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "record %u is not what the index says of it: "
			    "the index is damaged; run: yusou index --rebuild PATH...", c->docid);
		return FALSE;
	}
	hit = g_new0(ys_hit, 1);
	hit->record = g_steal_pointer(&record);
	hit->rank = rank;
	hit->score = c->score;
	hit->match = c->match;
	hit->synonyms = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(page->hits, hit);
	needles = needles_of(query, parts, c, hit);
	add_snippet(hit, (const char *const *)needles->pdata);
	return !query->explain || explain(reader, query, c, hit, error);
}

gboolean ys_hits_add(xc_reader *reader, const ys_query *query, const ys_loose *parts, const ys_ranking *ranking,
		     ys_page *page, GError **error)
{
	guint rank = 0;

	page->hits = g_ptr_array_new_with_free_func((GDestroyNotify)hit_free);
	for (guint i = 0; i < ranking->candidates->len && page->hits->len < query->limit; i++) {
		const ys_candidate *c = &g_array_index(ranking->candidates, ys_candidate, i);

		if (!c->wanted || rank++ < query->offset)
			continue;
		if (!add_hit(reader, query, parts, c, rank, page, error))
			return FALSE;
	}
	return TRUE;
}
