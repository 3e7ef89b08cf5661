/* A line is cut where a web page or a converter set parts of it apart: at the marks of a way through a site, at
 * tabs and bars, and before labels.  A label may have its value in the next cell or in the next line. */
#include "src/publication/title/head.h"

#include <string.h>

#include "src/amount.h"
#include "src/publication/lines/contents.h"
#include "src/publication/lines/owner.h"
#include "src/publication/lines/sections_table.h"
#include "src/publication/title/title_table.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/slice.h"
#include "src/word_list.h"

/* As much of the text as is searched for headings and sentences. */
#define TEXT_MAX (64 * 1024)
/* Longer lines, in bytes, are prose, or whole pages. */
#define LINE_BYTES 900
/* Characters of the longest line that is no prose, of the longest label that nobody knows, and of the
 * shortest that needs no colon. */
#define LINE_CHARS 70
#define LABEL_CHARS 8
#define SURE_LABEL_CHARS 3

typedef enum { LABEL_NONE, LABEL_TITLE, LABEL_PUBLISHER, LABEL_OTHER } label_kind;

typedef struct {
	label_kind kind;
	const char *start, *value;      /* value: behind the colon; NULL without one */
} label;

typedef struct {
	GPtrArray *pieces;
	int line;
	guint printed;          /* lines with something in them */
	gboolean below;
	gboolean after_bullet;  /* the line before was nothing but a bullet */
	label_kind pending;     /* of a label without a value */
} reader;

static void piece_free(ys_head_piece *piece)
{
	g_free(piece->text);
	g_free(piece);
}

static void add(reader *r, ys_head_kind kind, const char *text, gsize len)
{
	ys_head_piece *piece = g_new0(ys_head_piece, 1);

	piece->kind = kind;
	piece->line = r->line;
	piece->below = r->below;
	piece->text = g_strndup(text, len);
	g_ptr_array_add(r->pieces, piece);
}

static void add_break(reader *r)
{
	add(r, YS_HEAD_BREAK, "", 0);
}

/* ---- characters ---- */

/* Full-width digits and letters, and the Kangxi radicals and compatibility ideographs of
 * PDF fonts (doc/domain.md 7). */
static gboolean is_printing_form(gunichar c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) ||
	       (c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF);
}

static gboolean is_unprinted(gunichar c)
{
	return c == 0xFFFD || g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* s cleaned and in the characters that names are compared in.  Brackets and other marks stay as printed. */
static char *plain(const char *s, gsize len)
{
	char *clean = ys_clean(s, len);
	const char *kept = clean;
	GString *out = NULL;

	for (const char *p = clean; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p), single = 0;

		if (!is_unprinted(c) && !(is_printing_form(c) && g_unichar_fully_decompose(c, TRUE, &single, 1) == 1))
			continue;
		if (!out)
			out = g_string_new(NULL);
		g_string_append_len(out, kept, p - kept);
		kept = g_utf8_next_char(p);
		if (single)
			g_string_append_unichar(out, single);
	}
	/* most text stays as it is */
	if (!out)
		return clean;
	g_string_append(out, kept);
	g_free(clean);
	return g_string_free(out, FALSE);
}

static gboolean has_han(const char *text)
{
	ys_slice all = ys_slice_of(text);

	return ys_slice_has_han(&all);
}

static gboolean speaks_of_budget(const char *text)
{
	return strstr(text, "预算") || strstr(text, "决算");
}

/* ---- labels ---- */

static label_kind kind_of_label(const char *word)
{
	if (g_strv_contains(title_label_title, word))
		return LABEL_TITLE;
	return g_strv_contains(title_label_publisher, word) ? LABEL_PUBLISHER : LABEL_OTHER;
}

static const char *label_word_at(const char *p)
{
	const char *const *const lists[] = { title_label_title, title_label_publisher, title_label_other };
	const char *longest = NULL;

	for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
		const char *word = ys_word_at_start(p, lists[i]);

		if (word && (!longest || strlen(word) > strlen(longest)))
			longest = word;
	}
	return longest;
}

/* What stands behind the colon at p, and behind a bracket that closes before it; NULL without a colon. */
static const char *behind_colon(const char *p)
{
	static const char *const closings[] = { "]", "】", NULL };
	static const char *const colons[] = { ":", "：", NULL };
	const char *behind = ys_behind_word(p, closings);

	return ys_behind_word(behind ? behind : p, colons);
}

static gboolean has_colon(const char *text, gsize len)
{
	return memchr(text, ':', len) || g_strstr_len(text, len, "：");
}

/* Stands before a label that stood behind a blank, in text whose other blanks are gone. */
#define BORDER "\x1f"

/* The cell cleaned, with the borders of its labels. */
static char *clean_with_borders(const char *raw, gsize len)
{
	g_autoptr(GString) out = NULL;
	const char *end = raw + len, *start = raw;

	if (!has_colon(raw, len))
		return plain(raw, len);
	out = g_string_new(NULL);
	for (const char *p = raw; p < end; p = g_utf8_next_char(p)) {
		const char *word = p > raw && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(p))) ? label_word_at(p) : NULL;
		g_autofree char *before = word && behind_colon(p + strlen(word)) ? plain(start, p - start) : NULL;

		if (!before)
			continue;
		g_string_append(out, before);
		g_string_append(out, BORDER);
		start = p;
	}
	if (start == raw)
		return plain(raw, len);
	{
		g_autofree char *rest = plain(start, end - start);

		g_string_append(out, rest);
	}
	return g_strdup(out->str);
}

/* The first label in text that is known, from p on.  A short one may be the end of another: 项目名称. */
static label next_label(const char *text, const char *p)
{
	/* without a colon only the whole text is one */
	gboolean colon = has_colon(p, strlen(p));

	for (; *p && (colon || p == text); p = g_utf8_next_char(p)) {
		const char *word = label_word_at(p), *value = word ? behind_colon(p + strlen(word)) : NULL;

		if (word && p > text && p[-1] != *BORDER && g_utf8_strlen(word, -1) < SURE_LABEL_CHARS)
			continue;
		if (value || (word && p == text && !p[strlen(word)]))
			return (label){ kind_of_label(word), p, value };
	}
	return (label){ LABEL_NONE, NULL, NULL };
}

/* The label that a line begins with, without a colon: 发布机构青禾县星火局, as pages of two columns become. */
static label label_without_colon(const reader *r, const char *text)
{
	const char *word = label_word_at(text);

	if (!word || (!r->after_bullet && g_utf8_strlen(word, -1) < SURE_LABEL_CHARS))
		return (label){ LABEL_NONE, NULL, NULL };
	return (label){ kind_of_label(word), text, text + strlen(word) };
}

static void add_value(reader *r, label_kind kind, const char *value, gsize len)
{
	static const ys_head_kind kinds[] = { YS_HEAD_VALUE, YS_HEAD_TITLE, YS_HEAD_PUBLISHER, YS_HEAD_BREAK };

	if (len && kinds[kind] != YS_HEAD_BREAK)
		add(r, kinds[kind], value, len);
	add_break(r);
	r->pending = len ? LABEL_NONE : kind;
}

/* Cut a text that holds labels; what stands before the first one belongs to none. */
static void add_labelled(reader *r, const char *text, label one)
{
	gsize before = one.start - text;

	if (before && text[before - 1] == *BORDER)
		before--;
	if (before)
		add(r, YS_HEAD_VALUE, text, before);
	while (one.kind != LABEL_NONE) {
		const char *value = one.value ? one.value : text + strlen(text);
		label next = next_label(text, value);
		const char *end = next.kind != LABEL_NONE ? next.start : value + strlen(value);
		ys_slice part = { value, end - value };

		if (part.len && part.s[part.len - 1] == *BORDER)
			part.len--;
		ys_slice_trim_start(&part);
		ys_slice_trim_end(&part);
		add_value(r, one.kind, part.s, part.len);
		one = next;
	}
}

/* The value of a label that nobody knows; NULL if text has none. */
static const char *unknown_value(const char *text)
{
	const char *wide = strstr(text, "："), *narrow = strchr(text, ':');
	const char *colon = wide && (!narrow || wide < narrow) ? wide : narrow;
	g_autofree char *head = colon ? g_strndup(text, colon - text) : NULL;

	if (!head || g_utf8_strlen(head, -1) > LABEL_CHARS || speaks_of_budget(head) || g_str_has_suffix(text, "。"))
		return NULL;
	return g_utf8_next_char(colon);
}

/* ---- furniture ---- */

/* A piece of a menu, or a line that only sites have. */
static gboolean is_site_line(const char *raw, gsize len)
{
	g_autofree char *line = g_strndup(raw, len);
	g_auto(GStrv) words = NULL;

	if (ys_word_in(line, title_site_mark))
		return TRUE;
	if (speaks_of_budget(line))
		return FALSE;
	for (char *p = line; *p;) {
		char *next = g_utf8_next_char(p);

		/* of whatever width: U+3000, U+00A0 */
		if (g_unichar_isspace(g_utf8_get_char(p)))
			memset(p, ' ', next - p);
		p = next;
	}
	words = g_strsplit(line, " ", -1);
	for (char **word = words; *word; word++)
		if (**word && g_strv_contains(title_site, *word))
			return TRUE;
	return FALSE;
}

static gboolean is_way_mark(const char *p, gboolean from_home)
{
	static const char *const marks[] = { ">", "＞", "»", "›", "→", NULL };
	static const char *const more[] = { " - ", "/", "-", "\\", NULL };

	return ys_word_at_start(p, marks) || (from_home && ys_word_at_start(p, more));
}

/* 首页 > 政务公开 > 部门预算, 当前位置：首页/政务公开, 部门预算 - 正文. */
static gboolean is_way(const char *line, gboolean *from_home)
{
	g_autofree char *clean = plain(line, strlen(line));
	const char *start = clean, *value;
	gsize len = strlen(clean);

	while (*start && ys_word_at_start(start, title_bullet))
		start = g_utf8_next_char(start);
	value = ys_behind_word(start, title_way);
	*from_home = value || ys_word_at_end(clean, len, title_way_end);
	for (const char *p = value ? value : start; *p; p = g_utf8_next_char(p))
		if (is_way_mark(p, *from_home))
			return TRUE;
	return value && behind_colon(value);
}

static void add_way(reader *r, const char *line, gboolean from_home)
{
	const char *start = line, *end = line + strlen(line);

	for (const char *p = line;; p = g_utf8_next_char(p)) {
		g_autofree char *step = NULL;

		if (p < end && !is_way_mark(p, from_home))
			continue;
		step = plain(start, p - start);
		if (*step)
			add(r, YS_HEAD_PATH, step, strlen(step));
		if (p == end)
			break;
		start = g_utf8_next_char(p);
	}
	add_break(r);
}

/* 附件2, a page number: stand above a title and are none. */
static gboolean is_number_of_annex(ys_slice line)
{
	ys_slice_drop_start_any(&line, title_annex);
	ys_slice_trim_start(&line);
	for (guint i = 0; i < 3 && line.len && g_ascii_isdigit(*line.s); i++) {
		line.s++;
		line.len--;
	}
	ys_slice_trim_end(&line);
	return !line.len;
}

/* ---- cells and lines ---- */

/* What a sentence says between such words: 纳入青禾县星火局2023年部门预算编制范围. */
static gboolean add_named_in_prose(reader *r, const char *text)
{
	const char *lead = ys_word_in(text, title_prose_lead);
	const char *start = lead ? strstr(text, lead) + strlen(lead) : NULL;
	const char *end = start ? ys_word_in(start, title_prose_end) : NULL;
	gsize len = end ? (gsize)(strstr(start, end) - start) : 0;

	if (!len || len > LINE_BYTES)
		return FALSE;
	add(r, YS_HEAD_PROSE, start, len);
	add_break(r);
	return TRUE;
}

/* Its beginning, which may say whose text it is. */
static void add_sentence(reader *r, const char *text)
{
	const char *end = text;

	for (guint n = 0; *end && n < LINE_CHARS; n++)
		end = g_utf8_next_char(end);
	add(r, YS_HEAD_SENTENCE, ys_behind_number(text), MAX(end, ys_behind_number(text)) - ys_behind_number(text));
}

/* 支出0万元,与上年持平: typed with marks of half width. */
static gboolean has_narrow_comma(const char *text)
{
	for (const char *p = text; *p && p[1]; p++)
		if (strchr(",;", p[1]) && ((guchar)p[0] & 0x80) && ((guchar)p[2] & 0x80))
			return TRUE;
	return FALSE;
}

static gboolean is_sentence(const char *text)
{
	g_autofree char *before = g_strndup(text, ys_length_before_stop(text));

	return strstr(before, "。") || strstr(before, "，") || strstr(before, "；") || has_narrow_comma(before) ||
	       ys_is_longer(before, LINE_CHARS);
}

/* A page that became a single line begins with its title. */
static gboolean add_title_of_page(reader *r, const char *text)
{
	const char *end = text;

	while (*end && end - text < LINE_BYTES && !ys_word_at_start(end, title_before))
		end = g_utf8_next_char(end);
	if (!ys_is_longer(text, LINE_CHARS) || end == text || g_utf8_strlen(text, end - text) > LINE_CHARS)
		return FALSE;
	add(r, YS_HEAD_LINE, text, end - text);
	add_break(r);
	r->below = TRUE;
	return TRUE;
}

/* It may stand in a list of contents. */
static void add_heading(reader *r, const char *text)
{
	add(r, YS_HEAD_HEADING, text, ys_contents_text_end(text) - text);
}

static void add_line(reader *r, const char *text)
{
	ys_number number = ys_number_at(text);
	ys_slice line = ys_slice_of(text);
	const char *end;

	if (g_strv_contains(sections_contents, text)) {
		r->below = TRUE;
		add_break(r);
	} else if (number.kind != YS_NUMBER_NONE && number.kind <= YS_NUMBER_HAN_BRACKET && !is_sentence(text)) {
		r->below = TRUE;
		add_heading(r, text + number.len);
	} else if ((end = ys_word_at_end(text, line.len, title_file_end))) {
		add(r, YS_HEAD_FILE, text, line.len - strlen(end));
	} else if (number.kind == YS_NUMBER_DIGIT && !is_sentence(text)) {
		add_heading(r, text + number.len);
	} else if (is_number_of_annex(line)) {
		return;
	} else if (!has_han(text)) {
		add_break(r);
	} else if (is_sentence(text)) {
		if (!add_title_of_page(r, text) && !add_named_in_prose(r, text))
			add_sentence(r, text);
	} else if (!add_named_in_prose(r, text)) {
		add(r, YS_HEAD_LINE, text, ys_length_before_stop(text));
	}
}

/* 附件1：, 1., • before a title or a file. */
static const char *behind_bullet(const char *text)
{
	ys_slice rest = ys_slice_of(text), before;

	do {
		before = rest;
		if (ys_slice_drop_start_any(&rest, title_annex))
			while (rest.len && g_ascii_isdigit(*rest.s))
				rest = (ys_slice){ rest.s + 1, rest.len - 1 };
		ys_slice_drop_start_any(&rest, title_bullet);
		if (rest.len < before.len)
			ys_slice_trim_start(&rest);
	} while (rest.len < before.len);
	return rest.s;
}

static void add_cell(reader *r, const char *raw, gsize len)
{
	g_autofree char *clean = clean_with_borders(raw, len);
	const char *text = behind_bullet(clean), *value;
	g_autofree char *owner = ys_owner_in(text);
	label_kind pending = r->pending;
	label one;

	r->pending = LABEL_NONE;
	if (*text == '[' || g_str_has_prefix(text, "【")) {
		const char *inside = g_utf8_next_char(text);

		if (next_label(inside, inside).start == inside || label_word_at(inside))
			text = inside;
	}
	one = next_label(text, text);
	if (owner && !ys_unit_in(owner) && (one.kind == LABEL_NONE || one.start > text)) {
		add_break(r);
		return;
	}
	if (one.kind == LABEL_NONE && label_word_at(text) && strlen(text) <= strlen(label_word_at(text)) + 4)
		one = (label){ kind_of_label(label_word_at(text)), text, NULL };
	if (one.kind == LABEL_NONE)
		one = label_without_colon(r, text);
	if (one.kind != LABEL_NONE) {
		add_labelled(r, text, one);
	} else if (pending != LABEL_NONE && pending != LABEL_OTHER && *text) {
		add_value(r, pending, text, strlen(text));
	} else if (is_site_line(raw, len)) {
		add_break(r);
	} else if ((value = unknown_value(text)) && !is_sentence(text)) {
		add(r, YS_HEAD_VALUE, value, strlen(value));
		add_break(r);
	} else {
		add_line(r, text);
	}
}

/* A row of more cells is a table's, or a menu's. */
#define TITLE_CELLS 2

/* Cut a line at tabs and bars. */
static void add_cells(reader *r, const char *line)
{
	g_auto(GStrv) cells = g_strsplit_set(line, "\t|", -1);
	guint n = 0, first = r->pieces->len;

	for (char **cell = cells; *cell; cell++) {
		g_strstrip(*cell);
		if (!**cell)
			continue;
		n++;
		add_cell(r, *cell, strlen(*cell));
	}
	for (guint i = first; n > TITLE_CELLS && i < r->pieces->len; i++) {
		ys_head_piece *piece = g_ptr_array_index(r->pieces, i);

		if (piece->kind == YS_HEAD_LINE || piece->kind == YS_HEAD_HEADING) {
			piece->kind = YS_HEAD_BREAK;
			*piece->text = '\0';
		}
	}
}

/* The longest bullet with the blanks around it. */
#define BULLET_BYTES 32

static gboolean is_bullet(const char *line)
{
	g_autofree char *clean = strlen(line) <= BULLET_BYTES ? plain(line, strlen(line)) : NULL;
	const char *behind = clean ? ys_behind_word(clean, title_bullet) : NULL;

	return behind && !*behind;
}

/* Pieces of the longest head: what is compared with each other must not grow with the text. */
#define PIECES_MAX 1000

/* Of a line further down only what names the publication, which no row of cells does. */
static void add_far(reader *r, const char *line)
{
	gboolean may = r->pieces->len < PIECES_MAX && !strchr(line, '\t');
	g_autofree char *text = may ? plain(line, strlen(line)) : NULL;
	ys_number number = { 0 };

	if (!text)
		return;
	number = ys_number_at(text);
	if (r->printed <= YS_HEAD_LINES && add_title_of_page(r, text))
		return;
	if (number.kind == YS_NUMBER_PART && !is_sentence(text))
		add_heading(r, text + number.len);
	else if (!add_named_in_prose(r, text))
		add_sentence(r, text);
}

static void read_line(reader *r, const char *start, gsize len)
{
	g_autofree char *line = g_strndup(start, len);
	const char *text = line;
	gboolean from_home;

	while (*text && strchr("#>*- \t", *text))
		text++;
	if (!*text) {
		r->after_bullet = len > 0;
		return;
	}
	r->printed++;
	if (r->printed > YS_HEAD_LINES || len > LINE_BYTES)
		add_far(r, text);
	else if (is_way(text, &from_home))
		add_way(r, text, from_home);
	else
		add_cells(r, text);
	r->after_bullet = is_bullet(line);
}

GPtrArray *ys_head_of(const char *text, guint *lines)
{
	reader r = { .pieces = g_ptr_array_new_with_free_func((GDestroyNotify)piece_free) };
	/* what is cut off in the middle of a character is replaced as well */
	g_autofree char *valid = g_utf8_make_valid(text, strnlen(text, TEXT_MAX));

	for (const char *p = valid; *p;) {
		gsize len = strcspn(p, "\n\r\f");

		r.line++;
		read_line(&r, p, len);
		p += len;
		if (*p)
			p += *p == '\r' && p[1] == '\n' ? 2 : 1;
	}
	*lines = MIN(r.printed, YS_HEAD_LINES);
	return r.pieces;
}
