#include "src/publication/projects/mention.h"

#include <string.h>

#include "src/publication/projects/mentions_table.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"
#include "src/word_list.h"

/* Characters of a name that may be one. */
#define SHORTEST_NAME 4
#define LONGEST_NAME 50

static const char *skip_words(const char *p, const char *const *words)
{
	for (const char *behind; (behind = ys_behind_word(p, words)); p = behind)
		;
	return p;
}

/* The amount at p with its unit behind it: its text, and in *amount how much; NULL.  300万元以上
 * is a condition. */
static char *amount_at(const char *p, ys_amount *amount)
{
	static const char *const ends[] = { "，", ",", "、", "（", "(", NULL };
	gsize len = strspn(p, "0123456789,."), unit_len;
	g_autofree char *number = g_strndup(p, len);
	const char *end;
	gint64 unit;

	if (!g_ascii_isdigit(*p) || !(unit_len = ys_unit_at(p + len, &unit)))
		return NULL;
	end = p + len + unit_len;
	if (*end && !ys_word_at_start(end, ends))
		return NULL;
	*amount = ys_amount_parse(number, unit);
	return *amount == YS_AMOUNT_NONE ? NULL : g_strndup(p, end - p);
}

/* These bytes are a name as prose has it; 重点项目 alone is what such names stand under. */
static gboolean is_name(const char *start, gsize len)
{
	g_autofree char *name = g_strndup(start, len);
	glong n = g_utf8_strlen(name, -1);

	return n >= SHORTEST_NAME && n <= LONGEST_NAME && ys_wording_is_project(name) &&
	       !ys_word_in(name, mentions_no_name) && !g_strv_contains(mentions_head, name);
}

char *ys_project_of_clause(const char *start, gsize len)
{
	return is_name(start, len) ? g_strndup(start, len) : NULL;
}

/* The name is the longest that fits and no comma ends: digits may be part of it, and 资金, which may also lead to
 * the amount, is that of 补助资金. */
ys_record *ys_mention_of_clause(const char *clause)
{
	const char *start = ys_behind_number(clause), *p = start;
	ys_record *project = NULL;

	for (int n = 0; *p && n <= LONGEST_NAME; p = g_utf8_next_char(p), n++) {
		g_autofree char *text = NULL;
		ys_amount amount;

		if (is_name(start, p - start) && (text = amount_at(skip_words(p, mentions_link), &amount))) {
			if (!project)
				project = ys_record_new(YS_PROJECT);
			g_free(project->title);
			g_free(project->amount_text);
			project->title = g_strndup(start, p - start);
			project->amount = amount;
			project->amount_text = g_steal_pointer(&text);
		}
		if (g_utf8_strchr("，,：:", -1, g_utf8_get_char(p)))
			break;
	}
	return project;
}

/* names: keys of the projects so far. */
static void take_paragraph(GPtrArray *projects, GHashTable *names, const ys_block *block,
			   const ys_project_context *context)
{
	g_auto(GStrv) clauses = NULL;
	g_autoptr(GString) text = g_string_new(block->text);

	g_string_replace(text, "；", "\n", 0);
	g_string_replace(text, ";", "\n", 0);
	g_string_replace(text, "。", "\n", 0);
	clauses = g_strsplit(text->str, "\n", -1);
	for (char **clause = clauses; *clause; clause++) {
		ys_record *project = ys_mention_of_clause(*clause);

		if (!project)
			continue;
		if (!g_hash_table_add(names, ys_name_key(project->title))) {
			ys_record_free(project);
			continue;
		}
		project->source = ys_source_new(context->path, NULL);
		for (int line = block->first; line <= block->last; line++)
			ys_source_add_line(project->source, line);
		g_ptr_array_add(project->warnings,
				ys_warning_new("only-mentioned", block->first,
					       "only a sentence names it; there is no table of projects"));
		g_ptr_array_add(projects, project);
	}
}

GPtrArray *ys_mentions_new(const ys_outline *outline, const GPtrArray *tables,
			   const ys_project_context *context)
{
	GPtrArray *projects = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gboolean inside = FALSE;
	int level = 0;

	for (guint i = 0; i < tables->len; i++) {
		ys_table_kind kind = ((ys_table *)g_ptr_array_index(tables, i))->kind;

		if (kind == YS_TABLE_PROJ || kind == YS_TABLE_GOAL_PROJ)
			return projects;
	}
	for (guint i = 0; i < outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(outline->blocks, i);

		if (block->kind == YS_BLOCK_HEADING && (!inside || block->level <= level)) {
			inside = ys_word_in(block->text, mentions_head) != NULL;
			level = block->level;
		} else if (block->kind == YS_BLOCK_PARAGRAPH && inside) {
			take_paragraph(projects, names, block, context);
		}
	}
	return projects;
}
