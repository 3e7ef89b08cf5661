#include "index/search/verdicts.h"

#include <math.h>

#include "index/schema.h"
#include "index/search/weights.h"
#include "index/stored.h"
#include "src/text/signs.h"

typedef struct {
	xc_reader *reader;
	ys_query query;         /* of its tier; a copy that borrows all */
	ys_match tier;
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
	if (j->query.no_amount_factor || amount <= YS_YUAN)
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

/* ---- signs ---- */

typedef struct {
	const char *typed;
	ys_signs best;
} sign_search;

static void look_for_signs(const char *field, const char *text, void *data)
{
	sign_search *search = data;

	(void)field;
	if (search->best != YS_SIGNS_STAND)
		search->best = MAX(search->best, ys_signs_stand(text, search->typed));
}

/* The original has the signs of the words as typed; what lacks them is not all of the query, what has other marks
 * is not exact.  A word that is there in another way has no place to have signs at. */
static gboolean check_signs(court *j, guint32 docid, ys_match *match)
{
	g_autoptr(ys_record) record = ys_stored_record(j->reader, docid, &j->error);

	for (guint i = 0; record && i < j->query.words->len; i++) {
		const ys_word *word = g_ptr_array_index(j->query.words, i);
		sign_search search = { word->text, YS_SIGNS_NONE };

		if (!word->signs)
			continue;
		ys_record_searchable(record, look_for_signs, &search);
		if (search.best == YS_SIGNS_NONE && *match == YS_MATCH_EXACT)
			return FALSE;
		if (search.best != YS_SIGNS_STAND)
			*match = MAX(*match, YS_MATCH_ALL);
	}
	return record && (*match == YS_MATCH_EXACT || !j->query.exact);
}

/* By all of the query. */
static void judge_all(court *j, ys_candidate *c, ys_evidence *evidence)
{
	const double amount = amount_bonus(j, evidence->amount);
	g_autofree char *rows = NULL;
	ys_verdict verdict;

	if (evidence->type == YS_TABLE && asks_for_code(&j->query)) {
		evidence->rows = rows = xc_reader_data(j->reader, c->docid, &evidence->rows_len, &j->error);
		if (!rows)
			return;
	}
	c->rejected = !ys_judge(&j->query, evidence, &verdict, j->grounds) ||
		      (j->query.signs && !check_signs(j, c->docid, &verdict.match));
	c->match = j->tier == YS_MATCH_CORRECTED ? YS_MATCH_CORRECTED : verdict.match;
	c->named = verdict.named;
	c->synonym = verdict.synonym;
	c->titled = verdict.named && !verdict.untitled;
	c->chance = verdict.chance;
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

static court court_of(xc_reader *reader, const ys_measures *measures, ys_match tier)
{
	court j = { .reader = reader, .tier = tier };

	j.query = tier == YS_MATCH_CORRECTED ? *measures->corrected : *measures->query;
	j.query.with_related = tier == YS_MATCH_RELATED;
	j.parts = tier == YS_MATCH_LOOSE ? measures->parts : NULL;
	return j;
}

gboolean ys_verdicts_pass(xc_reader *reader, const ys_measures *measures, ys_match tier, ys_candidates *candidates,
			  GError **error)
{
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	court j = court_of(reader, measures, tier);

	j.judged = judged;
	for (guint i = 0; i < candidates->list->len; i++)
		if (g_array_index(candidates->list, ys_candidate, i).judged)
			g_ptr_array_add(judged, &g_array_index(candidates->list, ys_candidate, i));
	return hear(&j, error);
}

gboolean ys_verdicts_review(xc_reader *reader, const ys_measures *measures, const ys_candidate *candidate,
			    ys_grounds *grounds, GError **error)
{
	ys_candidate c = *candidate;
	g_autoptr(GPtrArray) judged = g_ptr_array_new();
	court j = court_of(reader, measures, candidate->match);

	j.judged = judged;
	j.grounds = grounds;
	g_ptr_array_add(judged, &c);
	if (!hear(&j, error))
		return FALSE;
	/* of what was not looked at before, that counted nothing */
	if (!candidate->judged)
		g_string_truncate(grounds->lines, 0);
	if (candidate->match != YS_MATCH_LOOSE)
		add_line(&j, "weight of the terms", c.weight);
	return TRUE;
}
