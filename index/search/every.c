#include "index/search/every.h"

#include <string.h>

#include "index/schema.h"
#include "index/search/verdicts.h"

/* What is read of the documents that come into question, in their order. */
typedef struct {
	const ys_query *query;
	ys_every *every;
	const ys_facts *facts;
	GArray *docids;         /* of guint32: those of the types asked, */
	GArray *of;             /* of guint: which of the facts are theirs */
	GArray *matched;        /* of guint32: documents of what was found */
	gboolean damaged;
} reading;

void ys_every_free(ys_every *every)
{
	if (!every)
		return;
	g_array_unref(every->found);
	g_clear_pointer(&every->columns, ys_columns_free);
	g_string_chunk_free(every->strings);
	g_free(every);
}

/* ---- which ---- */

static xc_query *types_query(guint types, GError **error)
{
	g_autoptr(GPtrArray) parts = g_ptr_array_new();

	for (int type = 0; type < YS_N_TYPES; type++) {
		g_autofree char *term = g_strconcat(YS_PREFIX_TYPE, ys_record_type_name((ys_record_type)type), NULL);

		if (types & 1u << type)
			g_ptr_array_add(parts, xc_query_term(term, -1, error));
	}
	return xc_query_or((xc_query **)parts->pdata, parts->len, error);
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

	return left < right ? -1 : left > right;
}

/* The documents in question, ascending; *verify: some may match by chance. */
static GArray *documents_of(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	const guint32 n = xc_reader_n_documents(reader);
	const xc_page page = { .max = n, .check_at_least = n };
	g_autoptr(ys_plan) plan = ys_plan_new(reader, query, hidden, error);
	g_autoptr(xc_result) result = NULL;
	GArray *docids;

	if (!plan)
		return NULL;
	plan->candidates = xc_query_filter(plan->candidates, types_query(query->types, error), error);
	result = plan->candidates ? xc_search(reader, plan->candidates, &page, error) : NULL;
	if (!result)
		return NULL;
	docids = g_array_sized_new(FALSE, FALSE, sizeof(guint32), result->hits->len);
	for (guint i = 0; i < result->hits->len; i++)
		g_array_append_val(docids, g_array_index(result->hits, xc_hit, i).docid);
	g_array_sort(docids, by_number);
	return docids;
}

/* ---- do they match ---- */

static gboolean matches(const reading *r, const ys_facts *facts, const char *text, gsize len)
{
	const ys_evidence evidence = ys_evidence_of(facts, text, len);
	ys_verdict verdict;

	return ys_judge(r->query, &evidence, &verdict, NULL) && verdict.match <= YS_MATCH_ALL;
}

static void take_text(guint i, const char *text, gsize len, void *data)
{
	reading *r = data;
	const ys_facts *facts = &r->facts[g_array_index(r->of, guint, i)];
	const char *border = memchr(text, '|', len);
	const gsize title = border ? (gsize)(border - text) : len, named = facts->type == YS_LINE ? len : title;
	ys_found found = { .facts = facts, .named = TRUE };

	if (r->query->words_tree) {
		if (!matches(r, facts, text, len))
			return;
		found.named = named == len || matches(r, facts, text, named);
	}
	found.whole = strlen(r->query->folded) == title && !memcmp(r->query->folded, text, title);
	found.title = g_string_chunk_insert_len(r->every->strings, text, title);
	g_array_append_val(r->every->found, found);
	g_array_append_val(r->matched, g_array_index(r->docids, guint32, i));
}

static void take_counted(guint i, const char *value, gsize len, void *data)
{
	reading *r = data;
	ys_found *found = &g_array_index(r->every->found, ys_found, i);
	const char *kept = g_string_chunk_insert_len(r->every->strings, value, len);

	r->damaged |= !ys_counted_read(kept, len, &found->counted);
}

/* Leave out what is of other types, by what is known of each. */
static gboolean read_facts(reading *r, xc_reader *reader, const GArray *all, GError **error)
{
	r->facts = ys_columns_read(r->every->columns, reader, (const guint32 *)all->data, all->len, error);
	for (guint i = 0; r->facts && i < all->len; i++) {
		if (!(r->query->types & 1u << r->facts[i].type))
			continue;
		g_array_append_val(r->docids, g_array_index(all, guint32, i));
		g_array_append_val(r->of, i);
	}
	return r->facts != NULL;
}

static gboolean read_all(reading *r, xc_reader *reader, GError **error)
{
	if (!xc_reader_values(reader, YS_SLOT_TEXT, (const guint32 *)r->docids->data, r->docids->len, take_text, r, error) ||
	    !xc_reader_values(reader, YS_SLOT_COUNTED, (const guint32 *)r->matched->data, r->matched->len, take_counted,
			      r, error))
		return FALSE;
	if (r->damaged)
		g_set_error(error, YS_ERROR, YS_ERROR_IO, "what counts of records is damaged in the index; "
			    "run: yusou index --rebuild PATH...");
	return !r->damaged;
}

ys_every *ys_every_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error)
{
	g_autoptr(GArray) all = documents_of(reader, query, hidden, error);
	g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(guint32)), of = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autoptr(GArray) matched = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(ys_every) every = g_new0(ys_every, 1);
	reading r = { .query = query, .every = every, .docids = docids, .of = of, .matched = matched };

	every->found = g_array_new(FALSE, FALSE, sizeof(ys_found));
	every->columns = ys_columns_new();
	every->strings = g_string_chunk_new(65536);
	if (!all || !read_facts(&r, reader, all, error) || !read_all(&r, reader, error))
		return NULL;
	return g_steal_pointer(&every);
}
