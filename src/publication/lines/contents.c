/* Entries follow each other, one a line, until something stands there that is none.  Where the list ends tells
 * best the line that repeats its first entry, or else one that stands for an entry without its number; the body
 * seldom says exactly what the contents do. */
#include "src/publication/lines/contents.h"

#include <string.h>

#include "src/body_end.h"
#include "src/publication/lines/line.h"
#include "src/publication/lines/sections_table.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/wording.h"
#include "src/text/key.h"
#include "src/word_list.h"
#include "src/year.h"

/* Lines of the longest list. */
#define LINES_MAX 400
/* So many entries are a list without anything that repeats one. */
#define ENTRIES_MIN 3
/* Characters of what an entry names, where a heading has more in front: 职责 ends too many lines. */
#define NAME_MIN 4
#define TITLE_MIN 6
/* Dots that lead to a page; an ellipsis has six. */
#define LEADERS_MIN 7
/* Digits of a page. */
#define PAGE_MAX 3

typedef struct {
	char *text;             /* without number and leaders */
	char *key;
	int level;
	guint line;
	gboolean found;         /* its heading was there */
} entry;

struct ys_contents {
	GPtrArray *entries;
	gboolean chapters;
};

static void entry_free(entry *e)
{
	g_free(e->text);
	g_free(e->key);
	g_free(e);
}

ys_contents *ys_contents_new(void)
{
	ys_contents *contents = g_new0(ys_contents, 1);

	contents->entries = g_ptr_array_new_with_free_func((GDestroyNotify)entry_free);
	return contents;
}

void ys_contents_free(ys_contents *contents)
{
	g_ptr_array_unref(contents->entries);
	g_free(contents);
}

gboolean ys_contents_begin(const char *text)
{
	g_autofree char *key = ys_name_key(text);

	return g_strv_contains(sections_contents, key) || g_strv_contains(sections_contents_of, key);
}

/* ---- an entry ---- */

/* Where the page number at the end begins, behind what leads to it; leaders: in dots, … has three. */
static const char *before_leaders(const char *text, guint *leaders)
{
	const char *end = text + strlen(text);

	*leaders = 0;
	while (end > text && (g_ascii_isdigit(end[-1]) || strchr(" ()-", end[-1])))
		end--;
	for (; end > text; end = g_utf8_prev_char(end)) {
		gunichar c = g_utf8_get_char(g_utf8_prev_char(end));

		if (c == 0x2026)
			*leaders += 3;
		else if (c == '.' || c == 0xB7 || c == 0x2025)
			(*leaders)++;
		else if (c != ' ')
			break;
	}
	return *leaders ? end : text + strlen(text);
}

/* What Word fills in between the braces of a field, as a converter prints it. */
static const char *field_in(const char *text)
{
	const char *word = ys_word_in(text, sections_field);

	return word ? strstr(text, word) : NULL;
}

const char *ys_contents_text_end(const char *text)
{
	guint leaders;
	const char *end = before_leaders(text, &leaders);

	return leaders >= LEADERS_MIN ? end : text + strlen(text);
}

gboolean ys_contents_is_entry(const char *text)
{
	guint leaders;
	const char *end = before_leaders(text, &leaders);

	return field_in(text) || (leaders >= LEADERS_MIN && end > text && g_ascii_isdigit(text[strlen(text) - 1]));
}

/* The entry in a line that is a row of two cells, its text and its page; NULL if it is another row. */
static char *entry_in_row(const ys_line *line)
{
	const char *tab = memchr(line->text, '\t', line->len), *end = line->text + line->len;
	const char *page = tab;

	if (!tab)
		return NULL;
	while (page < end && g_ascii_isspace(*page))
		page++;
	if (end - page < 1 || end - page > PAGE_MAX)
		return NULL;
	for (const char *p = page; p < end; p++)
		if (!g_ascii_isdigit(*p))
			return NULL;
	return ys_clean(line->text, tab - line->text);
}

/* The cleaned text of a line of the list, without leaders and page; NULL if it can be none. */
static char *entry_text(const ys_line *line)
{
	char *text = ys_line_is_row(line) ? entry_in_row(line) : ys_line_clean(line);
	guint leaders;
	const char *field, *end;

	if (!text)
		return NULL;
	field = field_in(text);
	end = field ? field : before_leaders(text, &leaders);
	text[end - text] = '\0';
	g_strchomp(text);
	if (!ys_is_longer(text, 2 * YS_HEADING_MAX))
		return text;
	g_free(text);
	return NULL;
}

static void add_entry(ys_contents *contents, guint line, const char *text)
{
	ys_number number = ys_number_at(text);
	entry *e = g_new0(entry, 1);

	e->line = line;
	e->level = ys_heading_level(text);
	e->text = g_strdup(number.kind == YS_NUMBER_CLAUSE ? text : text + number.len);
	e->key = ys_name_key(e->text);
	g_ptr_array_add(contents->entries, e);
}

/* ---- a heading ---- */

static gboolean reads_as_title(const char *text)
{
	static const char *const stops[] = { "。", "，", "；", "：", ",", ";", ":", NULL };

	return *text && !ys_is_longer(text, YS_HEADING_MAX) && !ys_word_in(text, stops);
}

/* What may stand before the name of a heading: the year, whose it is, （部门）. */
static gboolean may_precede(const char *text, gsize len)
{
	ys_year year = ys_year_at(text, (gssize)len);
	const char *kind;

	if (year.year) {
		text += year.len;
		len -= year.len;
	}
	kind = ys_word_at_end(text, len, sections_owner);
	if (kind)
		len -= strlen(kind);
	return !len || ys_body_end_of(text, len).text;
}

/* The line stands for the entry: it is the same, or ends so. */
static gboolean stands_for(const entry *e, const char *text)
{
	const char *name = ys_behind_word(e->text, sections_owner);
	gsize len = strlen(text);

	if (e->level == 0 || ys_wording_table(e->text) != YS_TABLE_OTHER || g_str_has_suffix(e->text, "表"))
		return FALSE;
	if (g_str_has_suffix(text, e->text) &&
	    (len == strlen(e->text) || g_utf8_strlen(e->text, -1) >= TITLE_MIN))
		return TRUE;
	if (!name)
		name = e->text;
	return g_utf8_strlen(name, -1) >= NAME_MIN && g_str_has_suffix(text, name) &&
	       may_precede(text, len - strlen(name));
}

static entry *entry_for(const ys_contents *contents, const char *text)
{
	if (ys_number_at(text).kind != YS_NUMBER_NONE || !reads_as_title(text))
		return NULL;
	for (guint i = 0; i < contents->entries->len; i++) {
		entry *e = g_ptr_array_index(contents->entries, i);

		if (!e->found && stands_for(e, text))
			return e;
	}
	return NULL;
}

int ys_contents_level(ys_contents *contents, const char *text)
{
	entry *e = entry_for(contents, text);

	if (!e)
		return 0;
	e->found = TRUE;
	return contents->chapters ? e->level : 1;
}

void ys_contents_found(ys_contents *contents, const char *text)
{
	g_autofree char *key = ys_name_key(ys_heading_text(text));

	for (guint i = 0; i < contents->entries->len; i++) {
		entry *e = g_ptr_array_index(contents->entries, i);

		if (!e->found && !strcmp(e->key, key)) {
			e->found = TRUE;
			return;
		}
	}
}

/* ---- the list ---- */

/* The line begins the list again: a chapter with its number, anything else with its words too. */
static gboolean repeats_first(const ys_contents *contents, const char *text)
{
	const entry *first = g_ptr_array_index(contents->entries, 0);
	g_autofree char *key = NULL;

	if (ys_heading_level(text) != first->level || ys_number_at(text).value != 1)
		return FALSE;
	if (first->level == 1)
		return TRUE;
	key = ys_name_key(ys_heading_text(text));
	return !strcmp(key, first->key) || g_str_has_suffix(key, first->key) || g_str_has_suffix(first->key, key);
}

/* Where the list ends; first if it is none. */
static guint end_of_list(ys_contents *contents, const ys_input *input, guint first)
{
	guint again = first, behind = first, numbered = 0, k;
	int first_level;

	for (k = first; k < input->lines->len && k < first + LINES_MAX; k++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, k);
		g_autofree char *text = entry_text(line);

		if (!text)
			break;
		if (!*text)
			continue;
		if (!contents->entries->len && !ys_heading_level(text))
			return first;
		first_level = contents->entries->len ? ((entry *)contents->entries->pdata[0])->level : 0;
		if (first_level && repeats_first(contents, text))
			return k;
		if (contents->entries->len >= ENTRIES_MIN && entry_for(contents, text))
			return k;
		if (strstr(text, "。"))
			break;
		if (first_level && ys_heading_level(text) == first_level && ys_number_at(text).value == 1)
			again = k;
		if (ys_number_at(text).kind != YS_NUMBER_NONE && numbered == contents->entries->len) {
			numbered++;
			behind = k + 1;
		}
		add_entry(contents, k, text);
	}
	if (again > first)
		return again;
	return numbered >= ENTRIES_MIN ? behind : first;
}

guint ys_contents_read(ys_contents *contents, const ys_input *input, guint first)
{
	guint end = end_of_list(contents, input, first);

	for (guint i = contents->entries->len; i-- > 0;) {
		const entry *e = g_ptr_array_index(contents->entries, i);

		if (e->line >= end)
			g_ptr_array_remove_index(contents->entries, i);
		else
			contents->chapters |= e->level == 1;
	}
	return end;
}

GPtrArray *ys_contents_take_titles(ys_contents *contents)
{
	GPtrArray *titles = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < contents->entries->len; i++) {
		entry *e = g_ptr_array_index(contents->entries, i);

		if (e->level != 1)
			g_ptr_array_add(titles, g_strdup(e->text));
	}
	return titles;
}
