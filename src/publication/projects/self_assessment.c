#include "src/publication/projects/self_assessment.h"

#include <string.h>

#include "src/publication/projects/form.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

/* No project has a longer name, numbers and full stop included. */
#define LONGEST_NAME 120
/* Paragraphs below the name that may say it. */
#define CONTENT_REACH 40
/* Characters behind 项目概况。 of a paragraph that says more than that. */
#define CONTENT_MIN 12
/* Characters in a row that prose and form have in common by more than chance. */
#define COMMON_MIN 6
/* A goal has at least so many; comparing takes the product of the two lengths. */
#define GOAL_MIN 20
#define COMPARED_MAX 2000

static const ys_block *block_at(const ys_outline *outline, guint i)
{
	return g_ptr_array_index(outline->blocks, i);
}

/* Name key -> index of the block that is nothing but the name, plus 1. */
static GHashTable *names_in(const ys_outline *outline)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = block_at(outline, i);
		char *key;

		if ((block->kind != YS_BLOCK_PARAGRAPH && block->kind != YS_BLOCK_HEADING) ||
		    g_utf8_strlen(block->text, -1) > LONGEST_NAME)
			continue;
		key = ys_name_key(ys_behind_number(block->text));
		if (*key && !g_hash_table_contains(names, key))
			g_hash_table_insert(names, key, GUINT_TO_POINTER(i + 1));
		else
			g_free(key);
	}
	return names;
}

static gboolean says_content(const char *text)
{
	const char *rest = ys_wording_behind_content(text);

	return rest && g_utf8_strlen(rest, -1) >= CONTENT_MIN;
}

/* The paragraph below the project's name that says what it does; NULL. */
static const ys_block *content_below(const ys_outline *outline, guint name, GHashTable *names)
{
	for (guint i = name + 1; i < outline->blocks->len && i <= name + CONTENT_REACH; i++) {
		const ys_block *block = block_at(outline, i);
		g_autofree char *key = NULL;

		if (block->kind != YS_BLOCK_PARAGRAPH)
			return NULL;
		if (says_content(block->text))
			return block;
		key = ys_name_key(ys_behind_number(block->text));
		if (g_hash_table_contains(names, key) && ys_wording_is_project(block->text))
			return NULL;
	}
	return NULL;
}

static void add_place(ys_record *project, const ys_block *block)
{
	ys_source *source = ys_source_new(project->source->path, NULL);

	for (int line = block->first; line <= block->last; line++)
		ys_source_add_line(source, line);
	g_ptr_array_add(project->also, source);
}

/* ---- the goal that prose and a mixed-up form have in common ---- */

/* The letters, digits and Han of a text, and where each ends in it. */
typedef struct {
	gunichar *c;
	gsize *start, *end;
	guint n;
} letters;

static void letters_init(letters *l, const char *text)
{
	gsize n = g_utf8_strlen(text, -1);

	l->c = g_new(gunichar, n + 1);
	l->start = g_new(gsize, n + 1);
	l->end = g_new(gsize, n + 1);
	l->n = 0;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		if (!g_unichar_isalnum(g_utf8_get_char(p)))
			continue;
		l->c[l->n] = g_utf8_get_char(p);
		l->start[l->n] = p - text;
		l->end[l->n++] = g_utf8_next_char(p) - text;
	}
}

static void letters_clear(letters *l)
{
	g_free(l->c);
	g_free(l->start);
	g_free(l->end);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(letters, letters_clear)

/* The length of the longest run of b that a has at i. */
static guint common_at(const letters *a, guint i, const letters *b)
{
	guint longest = 0;

	for (guint k = 0; k < b->n; k++) {
		guint n = 0;

		while (i + n < a->n && k + n < b->n && a->c[i + n] == b->c[k + n])
			n++;
		longest = MAX(longest, n);
	}
	return longest;
}

/* The longest passage of prose all of which the form prints too, in whatever order. */
static char *common_passage(const char *prose, const char *form)
{
	g_auto(letters) a = { 0 }, b = { 0 };
	guint best = 0, best_start = 0;

	letters_init(&a, prose);
	letters_init(&b, form);
	if (a.n > COMPARED_MAX || b.n > COMPARED_MAX)
		return NULL;
	for (guint i = 0, start = 0, n; i < a.n; i += MAX(n, 1)) {
		n = common_at(&a, i, &b);
		if (n < COMMON_MIN) {
			n = 0;
			start = i + 1;
		} else if (i + n - start > best) {
			best = i + n - start;
			best_start = start;
		}
	}
	if (best < GOAL_MIN)
		return NULL;
	return g_strdup_printf("%.*s。", (int)(a.end[best_start + best - 1] - a.start[best_start]),
			       prose + a.start[best_start]);
}

/* What the mixed-up form of the project says, over the paragraphs that the converter made of
 * its lower half; NULL if it has no such form. */
static char *mixed_text(const ys_record *project, const ys_outline *outline, const GPtrArray *tables)
{
	int line = project->source->lines->len ? g_array_index(project->source->lines, ys_lines, 0).first : 0;
	GString *text = NULL;
	int last = 0;

	for (guint i = 0; i < tables->len && !text; i++) {
		const ys_table *table = g_ptr_array_index(tables, i);
		g_autofree char *mixed = NULL;

		if (line >= table->first_line && line <= table->last_line)
			mixed = ys_form_mixed_text(table);
		if (mixed)
			text = g_string_new(mixed);
		last = table->last_line;
	}
	for (guint i = 0; text && i < outline->blocks->len; i++) {
		const ys_block *block = block_at(outline, i);

		if (block->first <= last)
			continue;
		if (block->kind != YS_BLOCK_PARAGRAPH)
			break;
		g_string_append(text, block->text);
	}
	return text ? g_string_free(text, FALSE) : NULL;
}

void ys_assess(GPtrArray *projects, const ys_outline *outline, const GPtrArray *tables)
{
	g_autoptr(GHashTable) names = names_in(outline);

	for (guint i = 0; i < projects->len; i++) {
		ys_record *project = g_ptr_array_index(projects, i);
		g_autofree char *key = ys_name_key(project->title), *mixed = NULL;
		guint name = GPOINTER_TO_UINT(g_hash_table_lookup(names, key));
		const ys_block *block = NULL;

		if (name && !project->content)
			block = content_below(outline, name - 1, names);
		if (!block)
			continue;
		project->content = g_strdup(block->text);
		add_place(project, block);
		mixed = project->goal ? NULL : mixed_text(project, outline, tables);
		if (mixed)
			project->goal = common_passage(block->text, mixed);
	}
}
