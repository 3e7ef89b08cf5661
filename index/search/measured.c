/* What is compared follows from what is asked: a change is in the publications; words that are the name of a line of
 * budgets mean that line, or of a department the projects named so, if these are more; no words mean the total
 * expenditure; else it is what the projects cost whose names have the words, or that mention them where no name
 * does. */
#include "index/search/measured.h"

#include <string.h>

#include "index/schema.h"
#include "index/stored.h"
#include "src/query/understand/asking_table.h"

/* So many publications are read for what changed, the newest first. */
#define PUBLICATIONS_MAX 2000

/* One department in one publication. */
typedef struct {
	const ys_origin *origin;
	const ys_candidate *record;     /* the line or publication, or the largest project; of a ranking */
	ys_amount amount;
	ys_percent percent;             /* YS_PERCENT_NONE: amounts are compared */
} measured;

typedef struct {
	ys_answer *answer;
	GArray *all;            /* of measured */
} comparison;

static const ys_reading *asks(const comparison *c, ys_reading_kind as)
{
	return ys_answer_reading(c->answer, as);
}

/* ---- records ---- */

/* The same question to records of another type; words: others than the answer's, or NULL. */
static ys_answer *ask_for(const comparison *c, ys_record_type type, const ys_query *words)
{
	ys_answer *other = ys_answer_beside(c->answer);

	other->query.types = 1u << type;
	other->query.sort = YS_SORT_YEAR;
	other->query.named_first = FALSE;
	if (words) {
		other->query.words_tree = words->words_tree;
		other->query.words = words->words;
		other->query.folded = words->folded;
	}
	return other;
}

static const ys_candidate *ranked(const ys_answer *a, guint i)
{
	return &g_array_index(a->ranking->candidates, ys_candidate, i);
}

static void add(comparison *c, const ys_candidate *record, ys_amount amount, ys_percent percent)
{
	const measured m = { record->facts->origin, record, amount, percent };

	if (*m.origin->department && amount != YS_AMOUNT_NONE && !record->facts->doubtful)
		g_array_append_val(c->all, m);
}

/* ---- what changed ---- */

static gboolean add_change(comparison *c, const ys_candidate *candidate, GError **error)
{
	const gboolean rise = g_str_has_suffix(asks(c, YS_READ_CHANGE)->value, "rise");
	g_autoptr(ys_record) record = ys_stored_record(c->answer->reader, candidate->docid, error);

	if (!record)
		return FALSE;
	if (record->change != YS_AMOUNT_NONE && record->change_percent != YS_PERCENT_NONE &&
	    (rise ? record->change > 0 : record->change < 0))
		add(c, candidate, record->change, record->change_percent);
	return TRUE;
}

static gboolean find_changes(comparison *c, ys_answer *publications, GError **error)
{
	if (!ys_answer_find_all(publications, error))
		return FALSE;
	for (guint i = 0; i < MIN(publications->ranking->candidates->len, PUBLICATIONS_MAX); i++)
		if (ranked(publications, i)->wanted && !add_change(c, ranked(publications, i), error))
			return FALSE;
	return TRUE;
}

/* ---- lines ---- */

/* Names of lines, in the order of the documents. */
typedef struct {
	const ys_query *query;
	gboolean *named;        /* of each: the words are its name or code, */
	gboolean *begins;       /* or its name begins with them */
} names;

static void compare_name(guint i, const char *text, gsize len, void *data)
{
	names *n = data;
	const char *asked = n->query->folded, *border = memchr(text, '|', len);
	const gsize name = border ? (gsize)(border - text) : len, asked_len = strlen(asked);

	n->named[i] = (asked_len == name && !memcmp(text, asked, name)) ||
		      (border && len - name - 1 == asked_len && !memcmp(border + 1, asked, asked_len));
	n->begins[i] = asked_len <= name && !memcmp(text, asked, asked_len);
}

/* Where nothing is called so, names that begin so. */
static void choose_names(names *n, guint lines)
{
	for (guint i = 0; i < lines; i++)
		if (n->named[i])
			return;
	memcpy(n->named, n->begins, lines * sizeof *n->named);
}

static int by_document(gconstpointer a, gconstpointer b)
{
	const ys_candidate *left = *(const ys_candidate *const *)a, *right = *(const ys_candidate *const *)b;

	return left->docid < right->docid ? -1 : left->docid > right->docid;
}

/* Lines of one sort: of the figures or of a classification, whichever most publications have. */
static guint8 most_common_sort(const GPtrArray *lines, const gboolean *named)
{
	guint counts[256] = { 0 };
	guint8 most = 0;

	for (guint i = 0; i < lines->len; i++)
		if (named[i])
			counts[((const ys_candidate *)g_ptr_array_index(lines, i))->facts->line]++;
	for (guint i = 1; i < G_N_ELEMENTS(counts); i++)
		if (counts[i] > counts[most])
			most = (guint8)i;
	return most;
}

static gboolean find_lines(comparison *c, ys_answer *lines, GError **error)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	g_autofree guint32 *docids = NULL;
	g_autofree gboolean *named = NULL, *begins = NULL;
	names n = { .query = &lines->query };
	guint8 sort;

	if (!ys_answer_find_apart(lines, YS_LINE, error))
		return FALSE;
	for (guint i = 0; i < lines->ranking->candidates->len; i++)
		if (ranked(lines, i)->facts->type == YS_LINE)
			g_ptr_array_add(sorted, (gpointer)ranked(lines, i));
	g_ptr_array_sort(sorted, by_document);
	docids = g_new(guint32, sorted->len + 1);
	n.named = named = g_new0(gboolean, sorted->len + 1);
	n.begins = begins = g_new0(gboolean, sorted->len + 1);
	for (guint i = 0; i < sorted->len; i++)
		docids[i] = ((const ys_candidate *)g_ptr_array_index(sorted, i))->docid;
	if (!xc_reader_values(c->answer->reader, YS_SLOT_TEXT, docids, sorted->len, compare_name, &n, error))
		return FALSE;
	choose_names(&n, sorted->len);
	sort = most_common_sort(sorted, named);
	for (guint i = 0; i < sorted->len; i++) {
		const ys_candidate *line = g_ptr_array_index(sorted, i);

		if (named[i] && line->facts->line == sort && (!asks(c, YS_READ_NONE) || !line->facts->amount))
			add(c, line, line->facts->amount, YS_PERCENT_NONE);
	}
	return TRUE;
}

/* ---- projects ---- */

/* What counts: projects and not what is bought for them; those named so, where there are any, and only those beside
 * lines. */
static void find_projects(comparison *c, gboolean beside)
{
	const ys_answer *a = c->answer;
	g_autoptr(GHashTable) sums = g_hash_table_new(NULL, NULL);      /* origin -> place in all + 1 */
	gboolean projects = FALSE, titled = FALSE;

	for (guint i = 0; i < a->ranking->candidates->len; i++)
		if (ranked(a, i)->wanted)
			projects |= ranked(a, i)->facts->type == YS_PROJECT;
	for (guint i = 0; i < a->ranking->candidates->len; i++)
		titled |= ranked(a, i)->wanted && ranked(a, i)->titled &&
			  (!projects || ranked(a, i)->facts->type == YS_PROJECT);
	for (guint i = 0; i < a->ranking->candidates->len; i++) {
		const ys_candidate *one = ranked(a, i);
		guint place = GPOINTER_TO_UINT(g_hash_table_lookup(sums, one->facts->origin));

		if (!one->wanted || ((titled || beside) && !one->titled) || (projects && one->facts->type != YS_PROJECT) ||
		    one->facts->amount == YS_AMOUNT_NONE || one->facts->doubtful)
			continue;
		if (place) {
			measured *m = &g_array_index(c->all, measured, place - 1);

			/* no budget comes near what an amount holds */
			if (!__builtin_add_overflow(m->amount, one->facts->amount, &m->amount))
				continue;
		}
		add(c, one, one->facts->amount, YS_PERCENT_NONE);
		g_hash_table_insert(sums, (gpointer)one->facts->origin, GUINT_TO_POINTER(c->all->len));
	}
}

/* ---- departments ---- */

static gint64 value_of(const measured *m)
{
	return m->percent != YS_PERCENT_NONE ? m->percent : m->amount;
}

/* The newest of a department; of one year what says more. */
static void keep_newest(comparison *c)
{
	g_autoptr(GHashTable) of = g_hash_table_new(g_str_hash, g_str_equal);
	guint n = 0;

	for (guint i = 0; i < c->all->len; i++) {
		const measured m = g_array_index(c->all, measured, i);
		guint place = GPOINTER_TO_UINT(g_hash_table_lookup(of, m.origin->department));
		measured *known = place ? &g_array_index(c->all, measured, place - 1) : NULL;

		if (known && (known->origin->year > m.origin->year ||
			      (known->origin->year == m.origin->year && ABS(value_of(known)) >= ABS(value_of(&m)))))
			continue;
		place = known ? place : ++n;
		g_array_index(c->all, measured, place - 1) = m;
		g_hash_table_insert(of, (gpointer)m.origin->department, GUINT_TO_POINTER(place));
	}
	g_array_set_size(c->all, n);
}

/* Who asks for districts does not ask for the city above them. */
static void keep_counties(comparison *c)
{
	guint n = 0, counties = 0;

	for (guint i = 0; i < c->all->len; i++)
		counties += g_array_index(c->all, measured, i).origin->region->county != NULL;
	for (guint i = 0; i < c->all->len && counties; i++) {
		const measured m = g_array_index(c->all, measured, i);

		if (m.origin->region->county)
			g_array_index(c->all, measured, n++) = m;
	}
	if (counties)
		g_array_set_size(c->all, n);
}

static int largest_first(gconstpointer a, gconstpointer b)
{
	const gint64 left = value_of(a), right = value_of(b);

	return left != right ? (left > right ? -1 : 1)
			     : strcmp(((const measured *)a)->origin->department, ((const measured *)b)->origin->department);
}

static int smallest_first(gconstpointer a, gconstpointer b)
{
	return largest_first(b, a);
}

static gboolean is_ascending(const comparison *c)
{
	const ys_reading *order = asks(c, YS_READ_ORDER), *change = asks(c, YS_READ_CHANGE);

	return (order && !strcmp(order->value, "least")) || (change && g_str_has_suffix(change->value, "fall"));
}

static void put_in_order(comparison *c)
{
	const ys_reading *by = asks(c, YS_READ_BY);

	keep_newest(c);
	if (by && !strcmp(by->value, "region"))
		keep_counties(c);
	g_array_sort(c->all, is_ascending(c) ? smallest_first : largest_first);
}

/* The records that were compared are the hits. */
static void make_hits(comparison *c, ys_record_type type)
{
	ys_ranking *ranking = ys_ranking_new();

	for (guint i = 0; i < c->all->len; i++) {
		ys_candidate hit = *g_array_index(c->all, measured, i).record;

		hit.wanted = TRUE;
		ys_rank_append(ranking, &hit);
	}
	ys_ranking_free(c->answer->ranking);
	c->answer->ranking = ranking;
	c->answer->query.types = 1u << type;
	c->answer->total = ranking->hits;
	c->answer->exact = TRUE;
}

static GPtrArray *measures_of(const comparison *c)
{
	GPtrArray *measures = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < c->all->len; i++) {
		const measured *m = &g_array_index(c->all, measured, i);
		ys_measure *measure = g_new0(ys_measure, 1);

		*measure = (ys_measure){ .department = m->origin->department, .region = m->origin->region,
					 .docid = m->record->docid, .amount = m->amount, .percent = m->percent,
					 .year = m->origin->year, .kind = m->origin->kind };
		g_ptr_array_add(measures, measure);
	}
	return measures;
}

/* total: the words that are looked for instead, or NULL. */
static gboolean compare_lines(comparison *c, const ys_query *total, GError **error)
{
	const gboolean alone = total != NULL && !c->answer->query.types_given;
	ys_answer *lines = ask_for(c, YS_LINE, total);
	gboolean ok = find_lines(c, lines, error);

	/* a line has what bodies run on, their projects may be more */
	if (ok && !total && !asks(c, YS_READ_NONE))
		find_projects(c, c->all->len > 0);
	if (ok && c->all->len) {
		put_in_order(c);
		if (alone)
			make_hits(c, YS_LINE);
		c->answer->measured = measures_of(c);
	}
	ys_answer_free(lines);
	return ok;
}

static gboolean compare_changes(comparison *c, GError **error)
{
	ys_answer *publications = ask_for(c, YS_PUBLICATION, NULL);
	gboolean ok = find_changes(c, publications, error);

	if (ok && c->all->len) {
		put_in_order(c);
		if (!c->answer->query.types_given)
			make_hits(c, YS_PUBLICATION);
		c->answer->measured = measures_of(c);
	}
	ys_answer_free(publications);
	return ok;
}

gboolean ys_measured_find(ys_answer *answer, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(measured));
	g_autoptr(ys_query) total = ys_query_new();
	comparison c = { answer, all };
	const gboolean words = answer->query.words_tree != NULL;

	if (asks(&c, YS_READ_CHANGE))
		return words || compare_changes(&c, error);
	if (!asks(&c, YS_READ_ORDER) && !asks(&c, YS_READ_NONE))
		return TRUE;
	return ys_query_set_text(total, asking_total[0], error) && compare_lines(&c, words ? NULL : total, error);
}

/* ---- a page ---- */

/* What the page has of the department, which is taken from it, or no more than that it was measured. */
static ys_department_hit *take_department(GPtrArray *departments, const ys_measure *m)
{
	ys_department_hit *hit;

	for (guint i = 0; i < departments->len; i++) {
		hit = g_ptr_array_index(departments, i);
		if (hit && !strcmp(hit->department, m->department)) {
			departments->pdata[i] = NULL;
			return hit;
		}
	}
	hit = g_new0(ys_department_hit, 1);
	hit->department = g_strdup(m->department);
	hit->region = *m->region;
	hit->match = YS_MATCH_ALL;
	hit->years = g_array_new(FALSE, FALSE, sizeof(int));
	if (m->year)
		g_array_append_val(hit->years, m->year);
	return hit;
}

static gboolean put(const ys_answer *answer, const ys_measure *m, ys_department_hit *hit, GError **error)
{
	ys_department_measure *measure = g_new0(ys_department_measure, 1);
	g_autoptr(ys_record) record = ys_stored_record(answer->reader, m->docid, error);

	*measure = (ys_department_measure){ .kind = g_strdup(m->kind), .year = m->year, .amount = m->amount,
					    .percent = m->percent };
	hit->measure = measure;
	if (!record)
		return FALSE;
	measure->id = g_strdup(record->id);
	measure->title = g_strdup(record->title);
	if (!hit->top_id) {
		hit->top_id = g_strdup(measure->id);
		hit->top_title = g_strdup(measure->title);
	}
	return TRUE;
}

gboolean ys_measured_put(const ys_answer *answer, guint max, ys_page *page, GError **error)
{
	const GPtrArray *measures = answer->measured;
	g_autoptr(GPtrArray) found = g_steal_pointer(&page->departments);

	page->departments = g_ptr_array_new_with_free_func((GDestroyNotify)ys_department_hit_free);
	for (guint i = 0; i < MIN(measures->len, max); i++) {
		const ys_measure *m = g_ptr_array_index(measures, i);
		ys_department_hit *hit = take_department(found, m);

		g_ptr_array_add(page->departments, hit);
		if (!put(answer, m, hit, error))
			return FALSE;
	}
	return TRUE;
}
