/* All of the query in one run, as typed, is the best that can be; else its words are judged one by one, each
 * by the first thing that it is: what stands in the text, the amount, a code, another wording that stands
 * there, the year, the department.  What that is worth, and what is to be marked, are noted as it is
 * found. */
#include "index/search/judge.h"

#include <string.h>

#include "index/search/weights.h"
#include "src/codes.h"
#include "src/text/fold.h"
#include "src/text/lexicon.h"

/* So much of a query's weight must be there where only part of it is. */
#define COVERAGE_MIN 0.3

/* ---- grounds ---- */

void ys_grounds_init(ys_grounds *grounds)
{
	grounds->runs = g_ptr_array_new_with_free_func(g_free);
	grounds->wordings = g_ptr_array_new_with_free_func(g_free);
	grounds->lines = g_string_new(NULL);
}

void ys_grounds_clear(ys_grounds *grounds)
{
	g_clear_pointer(&grounds->runs, g_ptr_array_unref);
	g_clear_pointer(&grounds->wordings, g_ptr_array_unref);
	if (grounds->lines)
		g_string_free(g_steal_pointer(&grounds->lines), TRUE);
}

/* How much grounds there were at a moment. */
typedef struct {
	guint runs, wordings;
	gsize lines;
} extent;

static extent extent_of(const ys_grounds *grounds)
{
	return grounds ? (extent){ grounds->runs->len, grounds->wordings->len, grounds->lines->len } : (extent){ 0 };
}

static void cut_back(ys_grounds *grounds, const extent *to)
{
	if (!grounds)
		return;
	g_ptr_array_set_size(grounds->runs, to->runs);
	g_ptr_array_set_size(grounds->wordings, to->wordings);
	g_string_truncate(grounds->lines, to->lines);
}

static void add_run(ys_grounds *grounds, const char *run)
{
	if (grounds)
		g_ptr_array_add(grounds->runs, g_strdup(run));
}

/* Two words may have been found as one. */
static void add_wording(ys_grounds *grounds, const char *run)
{
	add_run(grounds, run);
	if (grounds && !g_ptr_array_find_with_equal_func(grounds->wordings, run, g_str_equal, NULL))
		g_ptr_array_add(grounds->wordings, g_strdup(run));
}

static void add_body(ys_grounds *grounds, const char *name)
{
	g_autoptr(GString) folded = grounds ? g_string_new(NULL) : NULL;

	if (!grounds)
		return;
	ys_fold_append(folded, name, -1);
	add_wording(grounds, folded->str);
}

static void add_line(ys_grounds *grounds, const char *what, const char *run, double bonus)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	if (grounds)
		g_string_append_printf(grounds->lines, "%s %s: %s\n", what, run,
				       g_ascii_formatd(number, sizeof number, "%+.1f", bonus));
}

static void add_code_line(ys_grounds *grounds, const char *code, double bonus)
{
	const char *name = ys_code_name(code);
	g_autofree char *text = name ? g_strdup_printf("%s %s", code, name) : g_strdup(code);

	add_line(grounds, "a row has the code", text, bonus);
}

/* ---- runs in the text ---- */

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

/* Every place where the word's run stands is inside other words; *at: the first where it is not. */
static gboolean only_by_chance(const ys_evidence *e, const ys_word *word, gsize *at)
{
	const gsize len = strlen(word->folded);

	if (!word->before->len && !word->behind->len)
		return FALSE;
	for (gssize i = *at; i >= 0; i = ys_match_find(e->folded, e->len, word->folded, len, i + len))
		if (!ys_lexicon_is_chance(e->folded, e->len, i, len, word->before, word->behind)) {
			*at = i;
			return FALSE;
		}
	return TRUE;
}

/* Behind the name stand what it is for, what it is spent on, and then what is measured and filed (src/record.c). */
static double field_bonus(const ys_evidence *e, gsize at)
{
	static const double bonus[] = { 0, YS_BONUS_IN_GOAL, YS_BONUS_IN_CONTENT };
	gsize field = 0;

	for (const char *p = e->folded; field < G_N_ELEMENTS(bonus) && (p = memchr(p, '|', e->folded + at - p)); p++)
		field++;
	return field < G_N_ELEMENTS(bonus) ? bonus[field] : 0;
}

/* The bonus for a run that stands in the text, first at byte at; word: if it is that, as typed, NULL otherwise. */
static double bonus_of(const ys_evidence *e, const char *run, const ys_word *word, gsize at, ys_verdict *v,
		       ys_grounds *grounds)
{
	const GPtrArray *places = word ? word->places : NULL;
	gsize title_len = title_length(e);
	double bonus = 0;

	if (word && only_by_chance(e, word, &at)) {
		v->chance = TRUE;
		add_line(grounds, "only other words have", run, -YS_MALUS_CHANCE);
		return -YS_MALUS_CHANCE;
	}
	if (places && only_in_names(e, run, e->len, places)) {
		add_line(grounds, "only names of places have", run, -YS_MALUS_PLACE);
		return -YS_MALUS_PLACE;
	}
	if (at < title_len) {
		if (only_in_names(e, run, title_len, places)) {
			bonus = YS_BONUS_IN_NAME;
			add_line(grounds, "name of the place or department has", run, bonus);
			return bonus;
		}
		bonus = YS_BONUS_IN_TITLE + YS_BONUS_WHOLE_TITLE * strlen(run) / title_len;
		add_line(grounds, "title has", run, bonus);
	} else {
		bonus = field_bonus(e, at);
		add_line(grounds, "text has", run, bonus);
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

/* ---- words ---- */

/* The word names the department. */
static gboolean is_body(const ys_word *word, const ys_evidence *e)
{
	return word->body && e->body && *e->body && ys_body_is(word->body, e->body, e->region) >= YS_BODY_ROLE;
}

typedef enum {
	BY_NOTHING,
	BY_TEXT,                /* it stands there */
	BY_WORDING,             /* another wording does */
	BY_RELATED,             /* a word that is related to it does */
	BY_AMOUNT, BY_CODE, BY_YEAR,
	BY_BODY                 /* it names the department */
} means;

/* The run that stands first in the text, so in the name where one does. */
static gboolean find_any(const ys_evidence *e, const GPtrArray *runs, const char **run, gssize *at)
{
	*at = -1;
	for (guint i = 0; i < runs->len; i++) {
		const gssize place = find(e, g_ptr_array_index(runs, i));

		if (place < 0 || (*at >= 0 && place >= *at))
			continue;
		*at = place;
		*run = g_ptr_array_index(runs, i);
	}
	return *at >= 0;
}

/* How a word is there; *run and *at: what of it stands in the text, and where, NULL and -1 if nothing does.  The
 * record of a department answers to its names before its text does. */
static means find_word(const ys_word *word, const ys_evidence *e, gboolean with_related, const char **run, gssize *at)
{
	*at = find(e, word->folded);
	*run = *at >= 0 ? word->folded : NULL;
	if (e->type == YS_DEPARTMENT && is_body(word, e))
		return BY_BODY;
	if (*run)
		return BY_TEXT;
	if (word->amount != YS_AMOUNT_NONE && word->amount == e->amount)
		return BY_AMOUNT;
	if (word->code && has_code(e, word->folded))
		return BY_CODE;
	if (find_any(e, word->synonyms, run, at))
		return BY_WORDING;
	if (word->year && word->year == e->year)
		return BY_YEAR;
	if (is_body(word, e))
		return BY_BODY;
	return with_related && find_any(e, word->related, run, at) ? BY_RELATED : BY_NOTHING;
}

/* A name of the department stands for the text of its own record; of what belongs to it, it says
 * no more than the department's name in a title does. */
static void judge_body(const ys_word *word, const ys_evidence *e, const char *run, ys_verdict *v, ys_grounds *grounds)
{
	gboolean own = e->type == YS_DEPARTMENT;
	double bonus = own ? YS_BONUS_IN_TITLE + YS_BONUS_WHOLE_TITLE : YS_BONUS_IN_NAME;

	v->bonus += bonus;
	v->synonym |= !own || ys_body_is(word->body, e->body, e->region) != YS_BODY_NAMED;
	add_line(grounds, "department is", word->text, bonus);
	if (run)
		add_run(grounds, run);
	else
		add_body(grounds, e->body);
}

/* A run that stands there, first at byte at. */
static void judge_run(const char *run, const ys_word *word, gsize at, const ys_evidence *e, ys_verdict *v,
		      ys_grounds *grounds)
{
	const double bonus = bonus_of(e, run, word, at, v, grounds);

	v->named = TRUE;
	v->untitled |= bonus < YS_BONUS_IN_TITLE;
	v->bonus += bonus;
}

static gboolean judge_word(const ys_word *word, const ys_evidence *e, ys_verdict *v, ys_grounds *grounds)
{
	const char *run;
	gssize at;

	switch (find_word(word, e, v->with_related, &run, &at)) {
	case BY_NOTHING:
		return FALSE;
	case BY_TEXT:
		judge_run(run, word, at, e, v, grounds);
		add_run(grounds, run);
		break;
	case BY_WORDING:
		v->synonym = TRUE;
		judge_run(run, NULL, at, e, v, grounds);
		v->bonus -= YS_SYNONYM_MALUS;
		add_line(grounds, "another wording of", word->text, -YS_SYNONYM_MALUS);
		add_wording(grounds, run);
		break;
	case BY_RELATED:
		v->related = TRUE;
		judge_run(run, NULL, at, e, v, grounds);
		v->bonus -= YS_SYNONYM_MALUS;
		add_line(grounds, "related to", word->text, -YS_SYNONYM_MALUS);
		add_wording(grounds, run);
		break;
	case BY_AMOUNT:
		v->bonus += YS_BONUS_IN_TITLE;
		add_line(grounds, "amount is", word->text, YS_BONUS_IN_TITLE);
		break;
	case BY_CODE:
		v->named = TRUE;
		v->bonus += YS_BONUS_IN_TITLE;
		add_code_line(grounds, word->folded, YS_BONUS_IN_TITLE);
		break;
	case BY_YEAR:
		v->synonym = TRUE;
		v->bonus += YS_BONUS_IN_NAME;
		add_line(grounds, "year is", word->text, YS_BONUS_IN_NAME);
		break;
	case BY_BODY:
		judge_body(word, e, run, v, grounds);
		break;
	}
	return TRUE;
}

/* ---- operators ---- */

static gboolean judge_node(const ys_node *node, const ys_evidence *e, ys_verdict *v, ys_grounds *grounds);

/* An alternative that does not match leaves no trace, and another wording of one does not
 * matter where a typed one is there. */
static gboolean judge_any(const ys_node *node, const ys_evidence *e, ys_verdict *v, ys_grounds *grounds)
{
	gboolean any = FALSE, typed = FALSE, wording = FALSE, related = FALSE;

	for (guint i = 0; i < node->children->len; i++) {
		ys_verdict part = { .with_related = v->with_related };
		const extent before = extent_of(grounds);

		if (judge_node(g_ptr_array_index(node->children, i), e, &part, grounds)) {
			any = TRUE;
			typed |= !part.synonym && !part.related;
			wording |= !part.related;
			related |= part.related;
			v->bonus += part.bonus;
			v->named |= part.named;
			v->untitled |= part.untitled;
			v->chance |= part.chance;
		} else {
			cut_back(grounds, &before);
		}
	}
	v->synonym |= any && !typed;
	v->related |= related && !wording;
	return any;
}

/* The tree below an excluded part counts nothing. */
static gboolean judge_node(const ys_node *node, const ys_evidence *e, ys_verdict *v, ys_grounds *grounds)
{
	switch (node->kind) {
	case YS_NODE_WORD:
		return judge_word(node->word, e, v, grounds);
	case YS_NODE_NOT: {
		ys_verdict excluded = { 0 };

		return !judge_node(g_ptr_array_index(node->children, 0), e, &excluded, NULL);
	}
	case YS_NODE_AND:
		for (guint i = 0; i < node->children->len; i++)
			if (!judge_node(g_ptr_array_index(node->children, i), e, v, grounds))
				return FALSE;
		return TRUE;
	case YS_NODE_OR:
		return judge_any(node, e, v, grounds);
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

gboolean ys_judge(const ys_query *query, const ys_evidence *evidence, ys_verdict *verdict, ys_grounds *grounds)
{
	gssize at = *query->folded ? find(evidence, query->folded) : -1;
	const ys_word *first = query->words->len ? g_ptr_array_index(query->words, 0) : NULL;

	*verdict = (ys_verdict){ .with_related = query->with_related };
	if (!query->words_tree)
		return TRUE;
	/* the record of a department answers to its names before its text does */
	if (at >= 0 && !excludes(query->words_tree) &&
	    (evidence->type != YS_DEPARTMENT || !is_body(first, evidence))) {
		judge_run(query->folded, query->words->len == 1 ? first : NULL, at, evidence, verdict, grounds);
		add_run(grounds, query->folded);
		return TRUE;
	}
	if (!judge_node(query->words_tree, evidence, verdict, grounds))
		return FALSE;
	if (query->words->len)
		verdict->bonus /= query->words->len;
	/* where OR leaves no single run, what was found stands as typed */
	if (verdict->related) {
		verdict->match = YS_MATCH_RELATED;
	} else if ((*query->folded && at < 0 && query->words->len > 1) || verdict->synonym) {
		verdict->match = YS_MATCH_ALL;
	} else if (grounds && at >= 0) {
		g_ptr_array_set_size(grounds->runs, 0);
		add_run(grounds, query->folded);
	}
	return verdict->match == YS_MATCH_EXACT || !query->exact;
}

/* ---- part of a query ---- */

/* 石蕖区数据局 -> 数据局: what is left of its name without the place, and what other names of the
 * department in the text have too.  NULL if nothing is. */
static const char *bare_name(const ys_evidence *e)
{
	const char *name = e->department;

	if (name && e->place && g_str_has_prefix(name, e->place)) {
		name += strlen(e->place);
		/* the 区 of 石蕖区 */
		name = *name ? g_utf8_next_char(name) : name;
	}
	return name && *name ? name : NULL;
}

/* The text without the department's own name.  It stands as the using unit in all its projects, and
 * covers part of many a query. */
static char *without_name(const ys_evidence *e)
{
	const char *name = bare_name(e);
	const gsize n = name ? strlen(name) : 0;
	char *copy = n ? memmem(e->folded, e->len, name, n) : NULL;
	char *at;

	if (!copy)
		return NULL;
	copy = g_strndup(e->folded, e->len);
	for (at = copy; (at = strstr(at, name)); at += n)
		memset(at, '|', n);
	return copy;
}

gboolean ys_judge_part(const ys_loose *loose, const ys_evidence *e, double *score, ys_grounds *grounds)
{
	const char *border = memchr(e->folded, '|', e->len);
	const gsize title = border ? (gsize)(border - e->folded) : e->len;
	g_autofree char *rest = NULL;
	double coverage = ys_loose_coverage(loose, e->folded, e->len, e->region, grounds ? grounds->runs : NULL,
					    grounds ? grounds->wordings : NULL);

	if (coverage < COVERAGE_MIN)
		return FALSE;
	rest = without_name(e);
	if (rest) {
		double without = ys_loose_coverage(loose, rest, e->len, e->region, NULL, NULL);

		if (without < COVERAGE_MIN)
			return FALSE;
		coverage = (coverage + without) / 2;
	}
	*score = YS_LOOSE_SCORE * coverage +
		 YS_LOOSE_TITLE * ys_loose_coverage(loose, e->folded, title, e->region, NULL, NULL);
	return TRUE;
}
