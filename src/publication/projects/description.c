#include "src/publication/projects/description.h"

#include <string.h>

#include "src/publication/projects/descriptions_table.h"
#include "src/publication/projects/mention.h"
#include "src/publication/projects/name.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/wording.h"
#include "src/word_list.h"

/* Characters of a heading with the name of a project, and of the name of a body. */
#define LONGEST_HEADING 60
#define LONGEST_BODY 40
/* So many chapters tell a description from a heading that only looks like one. */
#define PARTS_MIN 3

typedef enum {
	OVERVIEW,
	BASIS,
	BODY,
	PLAN,
	PERIOD,
	AMOUNT,
	GOAL,
	N_PARTS
} part;

typedef struct {
	const ys_block *heading;        /* NULL: none */
	GString *text[N_PARTS];         /* NULL: no such chapter */
	part at;
	int level;                      /* of the headings of its chapters; 0 where they are none */
	ys_source *source;
} description;

typedef struct {
	const ys_project_context *context;
	GPtrArray *projects;
	description *open;
} reader;

static void description_free(description *d)
{
	for (part p = 0; p < N_PARTS; p++)
		if (d->text[p])
			g_string_free(d->text[p], TRUE);
	g_clear_pointer(&d->source, ys_source_free);
	g_free(d);
}

/* ---- its parts ---- */

/* What the chapter says in its heading's own paragraph, behind the word: nothing, or what follows a colon, or in a
 * list what the reader of lines has joined to its item; NULL if the word goes on, as 绩效目标完成情况 does. */
static const char *behind_label(const ys_block *block, const char *behind)
{
	static const char *const stops[] = { "：", ":", "。", NULL };

	if (!*behind)
		return behind;
	if (ys_word_at_start(behind, stops))
		return ys_behind_word(behind, stops);
	if (block->kind != YS_BLOCK_PARAGRAPH || !ys_number_at(block->text).kind ||
	    ys_word_at_start(behind, descriptions_longer))
		return NULL;
	return behind;
}

/* The chapter that the block heads, 一、项目概述 or 1.项目概述：..., with what it says at *said; N_PARTS if none. */
static part part_at(const ys_block *block, const char **said)
{
	static const char *const *const words[N_PARTS] = {
		[OVERVIEW] = descriptions_overview, [BASIS] = descriptions_basis,   [BODY] = descriptions_body,
		[PLAN] = descriptions_plan,	    [PERIOD] = descriptions_period, [AMOUNT] = descriptions_amount,
		[GOAL] = descriptions_goal,
	};

	if (block->kind != YS_BLOCK_HEADING && block->kind != YS_BLOCK_PARAGRAPH)
		return N_PARTS;
	for (part p = 0; p < N_PARTS; p++) {
		const char *behind = ys_behind_word(ys_behind_number(block->text), words[p]);

		if (behind && (*said = behind_label(block, behind)))
			return p;
	}
	return N_PARTS;
}

/* The bytes of the name that a heading begins with, behind its number at *name; FALSE if it heads no description. */
static gboolean is_heading(const ys_block *block, const char **name, gsize *len)
{
	const char *end;

	if (!block || (block->kind != YS_BLOCK_HEADING && block->kind != YS_BLOCK_PARAGRAPH))
		return FALSE;
	*name = ys_behind_number(block->text);
	*len = strlen(*name);
	end = ys_word_at_end(*name, *len, descriptions_heading);
	if (!end || g_utf8_strlen(*name, -1) > LONGEST_HEADING)
		return FALSE;
	*len -= strlen(end);
	return TRUE;
}

/* The same of the block above the first chapter, which may have the name alone: （一）河道保洁项目. */
static gboolean is_title(const ys_block *block, const char **name, gsize *len)
{
	g_autofree char *alone = NULL;

	if (is_heading(block, name, len))
		return TRUE;
	if (!block || (block->kind != YS_BLOCK_HEADING && block->kind != YS_BLOCK_PARAGRAPH))
		return FALSE;
	*name = ys_behind_number(block->text);
	*len = ys_length_before_stop(*name);
	alone = ys_project_of_clause(*name, *len);
	return alone != NULL;
}

static void add_lines(ys_source *source, const ys_block *block)
{
	for (int line = block->first; line <= block->last; line++)
		ys_source_add_line(source, line);
}

/* What a chapter says; NULL if nothing, or only where it is said. */
static char *said(const description *d, part p)
{
	const char *text = d->text[p] ? d->text[p]->str : "";

	return ys_is_nothing(text) || ys_word_at_start(text, descriptions_elsewhere) ? NULL : g_strdup(text);
}

static guint count_parts(const description *d)
{
	guint n = 0;

	for (part p = 0; p < N_PARTS; p++)
		n += d->text[p] != NULL;
	return n;
}

/* ---- sums ---- */

typedef struct {
	ys_amount amount;
	char *text;             /* as printed */
	gboolean other, whole, part;    /* its clause is about another sum; that of several; a part */
} sum;

static void sum_clear(gpointer data)
{
	g_free(((sum *)data)->text);
}

/* Clauses, newly allocated; a comma between digits is part of a number. */
static char **clauses_of(const char *text)
{
	g_autoptr(GString) lines = g_string_new(NULL);

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gboolean in_number = *p == ',' && g_ascii_isdigit(p[1]);

		if (!in_number && g_utf8_strchr("，,；;。\n", -1, g_utf8_get_char(p)))
			g_string_append_c(lines, '\n');
		else
			g_string_append_unichar(lines, g_utf8_get_char(p));
	}
	return g_strsplit(lines->str, "\n", -1);
}

static void add_sums(GArray *sums, const char *clause)
{
	for (const char *p = clause; *p;) {
		gsize len = g_ascii_isdigit(*p) ? strspn(p, "0123456789,.") : 0, unit_len;
		g_autofree char *number = g_strndup(p, len);
		gint64 unit;
		sum one = { .other = ys_word_in(clause, descriptions_other) != NULL,
			    .whole = ys_word_in(clause, descriptions_whole) != NULL,
			    .part = ys_word_in(clause, descriptions_part) != NULL };

		if (len && (unit_len = ys_unit_at(p + len, &unit)) &&
		    (one.amount = ys_amount_parse(number, unit)) != YS_AMOUNT_NONE) {
			one.text = g_strndup(p, len + unit_len);
			g_array_append_val(sums, one);
		}
		p = len ? p + len : g_utf8_next_char(p);
	}
}

/* All sums of a text but those of other years. */
static GArray *sums_of(const char *text)
{
	GArray *sums = g_array_new(FALSE, FALSE, sizeof(sum));
	g_auto(GStrv) clauses = clauses_of(text);

	g_array_set_clear_func(sums, sum_clear);
	for (char **clause = clauses; *clause; clause++)
		add_sums(sums, *clause);
	for (guint i = sums->len; i-- > 0;)
		if (g_array_index(sums, sum, i).other)
			g_array_remove_index(sums, i);
	return sums;
}

/* The sum of the year: the only one, the one that says so, or the first if the others are its parts; NULL where
 * that is not told. */
static const sum *sum_of_year(const GArray *sums)
{
	ys_amount rest = 0;

	if (sums->len == 1)
		return &g_array_index(sums, sum, 0);
	for (guint i = 0; i < sums->len; i++)
		if (g_array_index(sums, sum, i).whole)
			return &g_array_index(sums, sum, i);
	for (guint i = 1; i < sums->len; i++)
		if (__builtin_add_overflow(rest, g_array_index(sums, sum, i).amount, &rest))
			return NULL;
	if (!sums->len || !g_array_index(sums, sum, 1).part || g_array_index(sums, sum, 0).amount != rest)
		return NULL;
	return &g_array_index(sums, sum, 0);
}

/* ---- the name ---- */

/* The name that a sentence about the project begins with: 由区水务局实施的泵站改造工程，位于...; NULL. */
static char *name_in_sentence(const char *text)
{
	const char *start = ys_behind_number(text), *end, *by = g_str_has_prefix(start, "由") ? start : NULL;

	for (end = start; *end && !g_utf8_strchr("，,；;。：:（(", -1, g_utf8_get_char(end)) &&
			  !ys_word_at_start(end, descriptions_is);
	     end = g_utf8_next_char(end))
		if (by && ys_word_at_start(end, descriptions_by)) {
			start = ys_behind_word(end, descriptions_by);
			by = NULL;
		}
	if (by || !*end)
		return NULL;
	return ys_project_of_clause(start, end - start);
}

/* ---- records ---- */

static ys_record *project_new(const reader *r, const description *d, char *name)
{
	ys_record *project = ys_record_new(YS_PROJECT);
	g_autofree char *body = said(d, BODY);
	gsize len = body ? ys_length_before_stop(body) : 0;

	project->title = name;
	project->source = ys_source_new(r->context->path, NULL);
	for (guint i = 0; i < d->source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(d->source->lines, ys_lines, i);

		for (int line = lines->first; line <= lines->last; line++)
			ys_source_add_line(project->source, line);
	}
	if (body)
		body[len] = '\0';
	project->unit = g_strdup(body && ys_wording_is_body(body) && g_utf8_strlen(body, -1) <= LONGEST_BODY
					 ? body
					 : r->context->department);
	return project;
}

static void take_amount(ys_record *project, const sum *of_year)
{
	if (of_year) {
		project->amount = of_year->amount;
		project->amount_text = g_strdup(of_year->text);
		return;
	}
	g_ptr_array_add(project->warnings,
			ys_warning_new("amount-missing", g_array_index(project->source->lines, ys_lines, 0).first,
				       "its description prints no sum of the year"));
}

/* The heading is another name of the project, which is searched too. */
static void add_heading(const reader *r, ys_record *project, const description *d)
{
	ys_source *place;

	if (!d->heading || !strcmp(ys_behind_number(d->heading->text), project->title))
		return;
	place = ys_source_new(r->context->path, NULL);
	add_lines(place, d->heading);
	ys_source_add_text(place, ys_behind_number(d->heading->text), project->title);
	g_ptr_array_add(project->also, place);
}

static void add_described(const reader *r, const description *d, char *name)
{
	ys_record *project = project_new(r, d, name);
	g_autofree char *amount = said(d, AMOUNT);
	g_autoptr(GArray) sums = sums_of(amount ? amount : "");

	project->content = said(d, OVERVIEW);
	project->goal = said(d, GOAL);
	project->basis = said(d, BASIS);
	project->plan = said(d, PLAN);
	project->period = said(d, PERIOD);
	take_amount(project, sum_of_year(sums));
	add_heading(r, project, d);
	g_ptr_array_add(r->projects, project);
}

/* One description for several projects, which only the sums name: its chapters are about none of them alone. */
static gboolean add_several(const reader *r, const description *d)
{
	g_auto(GStrv) clauses = clauses_of(d->text[AMOUNT] ? d->text[AMOUNT]->str : "");
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);

	for (char **clause = clauses; *clause; clause++) {
		ys_record *mention = ys_mention_of_clause(*clause);

		if (mention)
			g_ptr_array_add(found, mention);
		else if (**clause && !ys_word_in(*clause, descriptions_whole))
			return FALSE;
	}
	for (guint i = 0; i < found->len; i++) {
		ys_record *mention = g_ptr_array_index(found, i);
		ys_record *project = project_new(r, d, g_steal_pointer(&mention->title));

		project->amount = mention->amount;
		project->amount_text = g_steal_pointer(&mention->amount_text);
		g_ptr_array_add(r->projects, project);
	}
	return found->len > 0;
}

static void end_description(reader *r)
{
	description *d = g_steal_pointer(&r->open);
	const char *name;
	gsize len;

	if (!d)
		return;
	if (count_parts(d) >= PARTS_MIN) {
		if (is_title(d->heading, &name, &len) && len) {
			add_described(r, d, g_strndup(name, len));
		} else if (!add_several(r, d)) {
			char *first = d->text[OVERVIEW] ? name_in_sentence(d->text[OVERVIEW]->str) : NULL;

			if (first)
				add_described(r, d, first);
		}
	}
	description_free(d);
}

static void begin_part(reader *r, const ys_block *block, part p, const char *text, const ys_block *above)
{
	const char *name;
	gsize len;

	if (r->open && r->open->text[p])
		end_description(r);
	if (!r->open) {
		gboolean headed = is_title(above, &name, &len);

		if (p != OVERVIEW && !headed)
			return;
		r->open = g_new0(description, 1);
		r->open->heading = headed ? above : NULL;
		r->open->level = block->kind == YS_BLOCK_HEADING ? block->level : 0;
		r->open->source = ys_source_new(r->context->path, NULL);
	}
	r->open->at = p;
	r->open->text[p] = g_string_new(text);
	add_lines(r->open->source, block);
}

static gboolean is_below(const ys_block *block, const description *d)
{
	return block->kind == YS_BLOCK_HEADING && d->level && block->level > d->level;
}

/* The block goes on with the chapter that is open, or ends the description. */
static void go_on(reader *r, const ys_block *block)
{
	GString *text = r->open->text[r->open->at];
	const char *name;
	gsize len;

	if ((block->kind != YS_BLOCK_PARAGRAPH && !is_below(block, r->open)) || is_heading(block, &name, &len)) {
		end_description(r);
		return;
	}
	g_string_append_printf(text, "%s%s", text->len ? "\n" : "", block->text);
	add_lines(r->open->source, block);
}

GPtrArray *ys_descriptions_new(const ys_outline *outline, const ys_project_context *context)
{
	reader r = { .context = context };
	const ys_block *above = NULL;

	r.projects = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(outline->blocks, i);
		const char *text;
		part p = part_at(block, &text);

		if (p < N_PARTS)
			begin_part(&r, block, p, text, above);
		else if (r.open)
			go_on(&r, block);
		above = block;
	}
	end_description(&r);
	return r.projects;
}
