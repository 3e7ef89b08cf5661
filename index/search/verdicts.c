#include "index/search/verdicts.h"

#include <math.h>

#include "index/schema.h"
#include "index/search/weights.h"

typedef struct {
	xc_reader *reader;
	const ys_query *query;
	const ys_loose *parts;
	GPtrArray *judged;      /* of ys_candidate: whose texts are read, in their order */
	ys_grounds *grounds;    /* asked for; NULL */
	GError *error;
} court;

/* ---- one candidate ---- */

ys_evidence ys_evidence_of(const ys_facts *facts, const char *text, gsize len)
{
	ys_evidence evidence = {
		.folded = text,
		.len = len,
		.type = facts->type,
		/* that of a publication is only sorted by */
		.amount = facts->type == YS_PUBLICATION ? YS_AMOUNT_NONE : facts->amount,
		.year = facts->origin->year,
		.body = facts->origin->department,
		.region = facts->origin->region,
		.place = facts->origin->place,
	};

	if (facts->type == YS_PROJECT || facts->type == YS_ITEM)
		evidence.department = facts->origin->own;
	return evidence;
}

static gboolean asks_for_code(const ys_query *query)
{
	for (guint i = 0; i < query->words->len; i++)
		if (((const ys_word *)g_ptr_array_index(query->words, i))->code)
			return TRUE;
	return FALSE;
}

static double amount_bonus(const court *j, ys_amount amount)
{
	if (j->query->no_amount_factor || amount <= YS_YUAN)
		return 0;
	return YS_AMOUNT_FACTOR * log10((double)(amount / YS_YUAN));
}

static void add_line(const court *j, const char *what, double weight)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	if (j->grounds)
		g_string_append_printf(j->grounds->lines, "%s: %s\n", what,
				       g_ascii_formatd(number, sizeof number, "%+.1f", weight));
}

/* By all of the query. */
static void judge_all(court *j, ys_candidate *c, ys_evidence *evidence)
{
	const double amount = amount_bonus(j, evidence->amount);
	g_autofree char *rows = NULL;
	ys_verdict verdict;

	if (evidence->type == YS_TABLE && asks_for_code(j->query)) {
		evidence->rows = rows = xc_reader_data(j->reader, c->docid, &evidence->rows_len, &j->error);
		if (!rows)
			return;
	}
	c->rejected = !ys_judge(j->query, evidence, &verdict, j->grounds);
	c->match = verdict.match;
	c->named = verdict.named;
	c->synonym = verdict.synonym;
	c->titled = verdict.named && !verdict.untitled;
	c->score = c->weight + verdict.bonus + amount;
	if (amount > 0)
		add_line(j, "amount", amount);
}

/* By what there is of it. */
static void judge_parts(const court *j, ys_candidate *c, const ys_evidence *evidence)
{
	double score = 0;

	c->rejected = !ys_judge_part(j->parts, evidence, &score, j->grounds);
	c->match = YS_MATCH_LOOSE;
	c->score = score + amount_bonus(j, evidence->amount);
	add_line(j, "part of the query is there", c->score);
}

static void judge(guint i, const char *text, gsize len, void *data)
{
	court *j = data;
	ys_candidate *c = g_ptr_array_index(j->judged, i);
	ys_evidence evidence = ys_evidence_of(c->facts, text, len);

	if (j->error)
		return;
	if (j->parts)
		judge_parts(j, c, &evidence);
	else
		judge_all(j, c, &evidence);
}

/* ---- all of them ---- */

static gboolean hear(court *j, GError **error)
{
	g_autofree guint32 *docids = g_new(guint32, j->judged->len + 1);

	for (guint i = 0; i < j->judged->len; i++)
		docids[i] = ((const ys_candidate *)g_ptr_array_index(j->judged, i))->docid;
	if (!xc_reader_values(j->reader, YS_SLOT_TEXT, docids, j->judged->len, judge, j, error)) {
		g_clear_error(&j->error);
		return FALSE;
	}
	if (j->error)
		g_propagate_error(error, j->error);
	return !j->error;
}

gboolean ys_verdicts_pass(xc_reader *reader, const ys_query *query, const ys_loose *parts, ys_candidates *candidates,
			  GError **error)
{
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	court j = { .reader = reader, .query = query, .parts = parts, .judged = judged };

	for (guint i = 0; i < candidates->list->len; i++)
		if (g_array_index(candidates->list, ys_candidate, i).judged)
			g_ptr_array_add(judged, &g_array_index(candidates->list, ys_candidate, i));
	return hear(&j, error);
}

gboolean ys_verdicts_review(xc_reader *reader, const ys_query *query, const ys_loose *parts,
			    const ys_candidate *candidate, ys_grounds *grounds, GError **error)
{
	const gboolean loose = candidate->match == YS_MATCH_LOOSE;
	ys_candidate c = *candidate;
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	court j = { .reader = reader, .query = query, .parts = loose ? parts : NULL, .judged = judged,
		    .grounds = grounds };

	g_ptr_array_add(judged, &c);
	if (!hear(&j, error))
		return FALSE;
	/* of what was not looked at before, that counted nothing */
	if (!candidate->judged)
		g_string_truncate(grounds->lines, 0);
	if (!loose)
		add_line(&j, "weight of the terms", c.weight);
	return TRUE;
}
