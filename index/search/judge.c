#include "index/search/judge.h"

#include <string.h>

#include "src/codes.h"

/* What a match in the title is worth against the weights of its terms, which seldom pass
 * 20: any name that has the query beats any other text, and the more of the name it is the
 * better, up to the name that is the query. */
#define BONUS_IN_TITLE    30.0
#define BONUS_WHOLE_TITLE 30.0
/* A match inside the name of the place, 云 in 白云区, or of the department in the name of its
 * project (phenomenon 89): what is named after them is not about their names. */
#define BONUS_IN_NAME     1.0
/* A single character that is nowhere but in names of places: after all others. */
#define MALUS_PLACE       100.0
/* Another wording than the typed one. */
#define MALUS_SYNONYM     12.0

static gsize title_length(const ys_evidence *e)
{
	const char *border = memchr(e->folded, '|', e->len);

	return border ? (gsize)(border - e->folded) : e->len;
}

/* The len bytes at at are part of the name, which stands there within the first end bytes. */
static gboolean is_in_name(const ys_evidence *e, gsize at, gsize len, gsize end, const char *name)
{
	gsize name_len = name ? strlen(name) : 0;
	const char last = e->folded[at + len - 1];

	for (gsize i = 0; i + len <= name_len && i <= at; i++)
		/* most names differ there, and hundreds are compared */
		if (name[i + len - 1] == last && at - i + name_len <= end &&
		    !memcmp(e->folded + at - i, name, name_len))
			return TRUE;
	return FALSE;
}

static gboolean is_in_place(const ys_evidence *e, gsize at, gsize len, gsize end, const GPtrArray *places)
{
	for (guint i = 0; places && i < places->len; i++)
		if (is_in_name(e, at, len, end, g_ptr_array_index(places, i)))
			return TRUE;
	return FALSE;
}

/* Every place where run stands in the first end bytes is inside the name of its place or department,
 * or one of places (NULL: none). */
static gboolean only_in_names(const ys_evidence *e, const char *run, gsize end, const GPtrArray *places)
{
	gsize len = strlen(run);
	gssize at = -1;

	while ((at = ys_match_find(e->folded, end, run, len, at + 1)) >= 0)
		if (!is_in_name(e, at, len, end, e->place) && !is_in_name(e, at, len, end, e->department) &&
		    !is_in_place(e, at, len, end, places))
			return FALSE;
	return TRUE;
}

static void explain_line(GString *explain, const char *what, const char *run, double bonus)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	if (explain)
		g_string_append_printf(explain, "%s %s: %s\n", what, run,
				       g_ascii_formatd(number, sizeof number, "%+.1f", bonus));
}

static void explain_code(GString *explain, const char *code, double bonus)
{
	const char *name = ys_code_name(code);
	g_autofree char *text = name ? g_strdup_printf("%s %s", code, name) : g_strdup(code);

	explain_line(explain, "a row has the code", text, bonus);
}

/* The bonus for a run that stands in the text, first at byte at; places as the word has them. */
static double bonus_of(const ys_evidence *e, const char *run, const GPtrArray *places, gsize at, GString *explain)
{
	gsize title_len = title_length(e);
	double bonus = 0;

	if (places && only_in_names(e, run, e->len, places)) {
		explain_line(explain, "only names of places have", run, -MALUS_PLACE);
		return -MALUS_PLACE;
	}
	if (at < title_len) {
		if (only_in_names(e, run, title_len, places)) {
			bonus = BONUS_IN_NAME;
			explain_line(explain, "name of the place or department has", run, bonus);
			return bonus;
		}
		bonus = BONUS_IN_TITLE + BONUS_WHOLE_TITLE * strlen(run) / title_len;
		explain_line(explain, "title has", run, bonus);
	} else {
		explain_line(explain, "text has", run, bonus);
	}
	return bonus;
}

static gssize find(const ys_evidence *e, const char *run)
{
	return ys_match_find(e->folded, e->len, run, strlen(run), 0);
}

/* A cell of the table is this code, or begins with it in brackets. */
static gboolean has_code(const ys_evidence *e, const char *code)
{
	g_autofree char *cell = g_strdup_printf("\"%s\"", code);
	g_autofree char *bracket = g_strdup_printf("\"[%s]", code);

	return e->rows && (g_strstr_len(e->rows, e->rows_len, cell) || g_strstr_len(e->rows, e->rows_len, bracket));
}

gboolean ys_judge_is_of(const ys_word *word, const char *department, const ys_region *region)
{
	return word->body && department && *department &&
	       ys_body_is(word->body, department, region) >= YS_BODY_ROLE;
}

/* A name of the department stands for the text of its own record; of what belongs to it, it says
 * no more than the department's name in a title does. */
static gboolean judge_body(const ys_word *word, const ys_evidence *e, ys_verdict *v, GString *explain)
{
	gboolean own = e->type == YS_DEPARTMENT;
	double bonus = own ? BONUS_IN_TITLE + BONUS_WHOLE_TITLE : BONUS_IN_NAME;

	if (!ys_judge_is_of(word, e->body, e->region))
		return FALSE;
	v->bonus += bonus;
	v->synonym |= !own || ys_body_is(word->body, e->body, e->region) != YS_BODY_NAMED;
	explain_line(explain, "department is", word->text, bonus);
	return TRUE;
}

static gboolean judge_word(const ys_word *word, const ys_evidence *e, ys_verdict *v, GString *explain)
{
	gssize at = find(e, word->folded);

	if (e->type == YS_DEPARTMENT && judge_body(word, e, v, explain))
		return TRUE;
	if (at >= 0) {
		v->bonus += bonus_of(e, word->folded, word->places, at, explain);
		return TRUE;
	}
	if (word->amount != YS_AMOUNT_NONE && word->amount == e->amount) {
		explain_line(explain, "amount is", word->text, BONUS_IN_TITLE);
		v->bonus += BONUS_IN_TITLE;
		return TRUE;
	}
	if (word->code && has_code(e, word->folded)) {
		explain_code(explain, word->folded, BONUS_IN_TITLE);
		v->bonus += BONUS_IN_TITLE;
		return TRUE;
	}
	for (guint i = 0; i < word->synonyms->len; i++) {
		const char *other = g_ptr_array_index(word->synonyms, i);

		at = find(e, other);
		if (at < 0)
			continue;
		v->synonym = TRUE;
		v->bonus += bonus_of(e, other, NULL, at, explain) - MALUS_SYNONYM;
		explain_line(explain, "another wording of", word->text, -MALUS_SYNONYM);
		return TRUE;
	}
	if (word->year && word->year == e->year) {
		explain_line(explain, "year is", word->text, BONUS_IN_NAME);
		v->bonus += BONUS_IN_NAME;
		v->synonym = TRUE;
		return TRUE;
	}
	return judge_body(word, e, v, explain);
}

static gboolean judge_node(const ys_node *node, const ys_evidence *e, ys_verdict *v, GString *explain);

/* An alternative that does not match leaves no trace, and another wording of one does not
 * matter where a typed one is there. */
static gboolean judge_any(const ys_node *node, const ys_evidence *e, ys_verdict *v, GString *explain)
{
	gboolean any = FALSE, typed = FALSE;

	for (guint i = 0; i < node->children->len; i++) {
		ys_verdict part = { YS_MATCH_EXACT, 0, FALSE };
		gsize before = explain ? explain->len : 0;

		if (judge_node(g_ptr_array_index(node->children, i), e, &part, explain)) {
			any = TRUE;
			typed |= !part.synonym;
			v->bonus += part.bonus;
		} else if (explain) {
			g_string_truncate(explain, before);
		}
	}
	v->synonym |= any && !typed;
	return any;
}

/* The tree below an excluded part counts nothing. */
static gboolean judge_node(const ys_node *node, const ys_evidence *e, ys_verdict *v, GString *explain)
{
	switch (node->kind) {
	case YS_NODE_WORD:
		return judge_word(node->word, e, v, explain);
	case YS_NODE_NOT: {
		ys_verdict excluded = { YS_MATCH_ALL, 0, FALSE };

		return !judge_node(g_ptr_array_index(node->children, 0), e, &excluded, NULL);
	}
	case YS_NODE_AND:
		for (guint i = 0; i < node->children->len; i++)
			if (!judge_node(g_ptr_array_index(node->children, i), e, v, explain))
				return FALSE;
		return TRUE;
	case YS_NODE_OR:
		return judge_any(node, e, v, explain);
	case YS_NODE_FILTER:
		break;
	}
	return TRUE;
}

static gboolean excludes(const ys_node *node)
{
	gboolean found = node->kind == YS_NODE_NOT;

	for (guint i = 0; i < node->children->len && !found; i++)
		found = excludes(g_ptr_array_index(node->children, i));
	return found;
}

gboolean ys_judge(const ys_query *query, const ys_evidence *evidence, ys_verdict *verdict, GString *explain)
{
	gssize at = *query->folded ? find(evidence, query->folded) : -1;
	const ys_word *first = query->words->len ? g_ptr_array_index(query->words, 0) : NULL;

	*verdict = (ys_verdict){ YS_MATCH_EXACT, 0, FALSE };
	if (!query->words_tree)
		return TRUE;
	/* the record of a department answers to its names before its text does */
	if (at >= 0 && !excludes(query->words_tree) &&
	    (evidence->type != YS_DEPARTMENT || !ys_judge_is_of(first, evidence->body, evidence->region))) {
		verdict->bonus = bonus_of(evidence, query->folded, query->words->len == 1 ? first->places : NULL, at,
					  explain);
		return TRUE;
	}
	if (!judge_node(query->words_tree, evidence, verdict, explain))
		return FALSE;
	if (query->words->len)
		verdict->bonus /= query->words->len;
	/* where OR leaves no single run, what was found stands as typed */
	if ((*query->folded && at < 0 && query->words->len > 1) || verdict->synonym)
		verdict->match = YS_MATCH_ALL;
	return verdict->match == YS_MATCH_EXACT || !query->exact;
}
