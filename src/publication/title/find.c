#include "src/publication/title/find.h"

#include <string.h>

#include "src/body_end.h"
#include "src/publication/title/head.h"
#include "src/publication/title/title_table.h"
#include "src/publication/words/slice.h"
#include "src/word_list.h"
#include "src/year.h"

/* Lines a title may be broken over, and the longest title, in bytes. */
#define TITLE_LINES 12
#define TITLE_MAX 900
/* Longer lines are sentences, and longer names none. */
#define BODY_CHARS 40
/* As much of the text as is asked whether it speaks of a body. */
#define TEXT_MAX (64 * 1024)
/* Of a body that prose names. */
#define NAME_CHARS 25
#define NAME_CHARS_MIN 4

/* What is worth how much.  A title that says body, year and kind in one line has 14 by what it says; what stands
 * elsewhere must say more than the title does, to be taken for it. */
enum {
	WORTH_BODY = 6,                 /* ends as names of bodies do */
	WORTH_NAME = 4,                 /* does not, but begins with a division */
	WORTH_PLACE = 2,                /* is only a division, or begins with one besides */
	WORTH_ANYTHING = 1,             /* is something else */
	WORTH_YEAR = 4,
	WORTH_KIND = 2,                 /* 预算 or 决算, or ends as documents do */
	WORTH_LEVEL = 2,
	WORTH_IN_TEXT = 1,              /* the text speaks of the body elsewhere */
	WORTH_REPEATED = 2,             /* another line says the same */
	WORTH_FURNITURE = -6,           /* the body holds words of web sites */
	WORTH_END_OF_NAME = -3,         /* the body is the end of a longer one that stands in the text */
	WORTH_LINE = -1,                /* each line more that had to be joined */
	WORTH_BELOW = -2,               /* below the contents */
	WORTH_NEAR = 4,                 /* less is not even like one */
	WORTH_ENOUGH = 5                /* less is no title: a heading with year, level and kind is just enough */
};

/* By where a piece stands. */
static const int worth_of_place[] = {
	[YS_HEAD_LINE] = 0, [YS_HEAD_TITLE] = 6, [YS_HEAD_VALUE] = -2, [YS_HEAD_HEADING] = -3, [YS_HEAD_PROSE] = -6,
	[YS_HEAD_FILE] = -4, [YS_HEAD_PATH] = -7,
};

typedef struct {
	ys_title *title;
	ys_head_kind kind;
	int line;
	guint joined;           /* lines that had to be joined */
	gboolean below;
	gboolean in_text;
	const char *other;      /* word of a notice or the like; NULL */
	int worth;
} candidate;

static void candidate_free(candidate *c)
{
	ys_title_free(c->title);
	g_free(c);
}

/* ---- joining lines ---- */

static gboolean drop_tail_start(ys_slice *tail)
{
	gsize before = tail->len;

	while (ys_slice_drop_start_any(tail, title_tail) || ys_slice_drop_start_any(tail, title_joint) ||
	       ys_slice_trim_start(tail))
		;
	return tail->len != before;
}

static gboolean is_tail(ys_slice line)
{
	while (drop_tail_start(&line) || ys_slice_drop_start_any(&line, ys_slice_openings) ||
	       ys_slice_drop_start_any(&line, ys_slice_closings))
		;
	return !line.len;
}

/* The end of the line cut a word of the tail: 部门决算公|开. */
static gboolean is_rest_of_tail(const char *joined, const ys_slice *line)
{
	const char *last = *joined ? g_utf8_prev_char(joined + strlen(joined)) : "";
	g_autofree char *word = g_strdup_printf("%s%.*s", last, (int)line->len, line->s);

	return is_tail(ys_slice_of(word));
}

static gboolean speaks_of_budget(const char *text)
{
	return strstr(text, "预算") || strstr(text, "决算");
}

typedef enum { GOES_NOT_ON, GOES_ON, GOES_ON_WITH_TAIL } going_on;

/* Whether the line belongs to the title that is joined so far. */
static going_on goes_on(const char *joined, const ys_slice *line)
{
	static const char *const open_marks[] = { "、", "(", "（", NULL };
	ys_slice title = ys_slice_of(joined);
	g_autoptr(ys_title) read = NULL;

	if (!speaks_of_budget(joined))
		return GOES_ON;
	if (is_tail(*line) || is_rest_of_tail(joined, line) || ys_slice_ends_any(&title, title_joint) ||
	    ys_slice_ends_any(&title, open_marks))
		return GOES_ON_WITH_TAIL;
	if (ys_slice_chars(line) > BODY_CHARS)
		return GOES_NOT_ON;
	read = ys_title_read(joined);
	return !read->department || (!read->year && ys_year_find(line->s, line->len).year) ? GOES_ON : GOES_NOT_ON;
}

/* The title that begins in the piece, over all lines that belong to it; NULL if that is the piece alone. */
static char *join(const GPtrArray *pieces, guint first, guint *joined)
{
	const ys_head_piece *piece = g_ptr_array_index(pieces, first);
	g_autoptr(GString) title = g_string_new(piece->text);
	guint lines = 1;

	*joined = 0;
	for (guint i = first + 1; i < pieces->len && lines < TITLE_LINES && title->len < TITLE_MAX; i++, lines++) {
		const ys_head_piece *next = g_ptr_array_index(pieces, i);
		ys_slice line = ys_slice_of(next->text);
		going_on how = next->kind == YS_HEAD_LINE && next->below == piece->below ? goes_on(title->str, &line)
											  : GOES_NOT_ON;

		if (how == GOES_NOT_ON)
			break;
		*joined += how == GOES_ON;
		g_string_append(title, next->text);
	}
	return lines > 1 && speaks_of_budget(title->str) ? g_strdup(title->str) : NULL;
}

/* ---- what a candidate is worth ---- */

static gboolean ends_as_body(const char *name)
{
	return ys_body_end_of(name, strlen(name)).text != NULL;
}

static gboolean begins_with_division(const char *name)
{
	ys_region region;

	return ys_region_of_name(name, NULL, &region, NULL) != YS_REGION_NONE;
}

/* owner: the body behind a label of the cover, whose title has only a place, if anything; NULL. */
static int worth_of_body(const candidate *c, const char *owner)
{
	const char *body = c->title->department;
	int worth;

	if (owner && c->kind <= YS_HEAD_TITLE && !c->below && ys_title_lacks_body(c->title))
		return WORTH_BODY;
	if (!body)
		return 0;
	if (ys_title_lacks_body(c->title))
		return WORTH_PLACE;
	if (g_utf8_strlen(body, -1) > BODY_CHARS || ys_word_in(body, title_site_mark) || strpbrk(body, ">|:?!") ||
	    strstr(body, "：") || strstr(body, "？"))
		return WORTH_FURNITURE;
	worth = ends_as_body(body) ? WORTH_BODY : begins_with_division(body) ? WORTH_NAME : WORTH_ANYTHING;
	return worth == WORTH_BODY && (begins_with_division(body) || (owner && g_str_has_prefix(owner, body))) ?
		       worth + WORTH_PLACE : worth;
}

/* A report, a table: the end of a title that says what kind of text it is over. */
static gboolean ends_as_document(const char *text)
{
	ys_slice rest = ys_slice_of(text), inside;

	ys_slice_trim_end(&rest);
	ys_slice_drop_bracket_end(&rest, &inside);
	return ys_slice_ends_any(&rest, title_document) != NULL;
}

/* Neither a budget nor a final account: of a body, or else a document by its end that is about money. */
static gboolean is_other_document(const ys_title *title)
{
	return title->year && ((title->department && ends_as_body(title->department)) ||
			       (ends_as_document(title->text) &&
				(speaks_of_budget(title->text) || ys_word_in(title->text, title_subject))));
}

static int worth_by_itself(const candidate *c, const char *owner)
{
	const ys_title *t = c->title;
	gboolean is_kind = strcmp(t->kind, "其他");
	int body = worth_of_body(c, owner);

	if (!is_kind && !is_other_document(t))
		return 0;
	return body + (t->year ? WORTH_YEAR : 0) + (is_kind || ends_as_document(t->text) ? WORTH_KIND : 0) +
	       (t->level ? WORTH_LEVEL : 0) + (c->in_text && body >= WORTH_NAME ? WORTH_IN_TEXT : 0) + worth_of_place[c->kind] +
	       (c->below && c->kind == YS_HEAD_LINE ? WORTH_BELOW : 0) + WORTH_LINE * (int)c->joined;
}

/* Of a list each item says so of something else: it is repeated where it stands once more. */
static gboolean say_the_same(const candidate *one, const candidate *other)
{
	const ys_title *a = one->title, *b = other->title;

	if (one->kind == YS_HEAD_HEADING && other->kind == YS_HEAD_HEADING && strcmp(a->text, b->text))
		return FALSE;
	return a->department && !g_strcmp0(a->department, b->department) && a->year == b->year && a->kind == b->kind;
}

static gboolean is_end_of(const ys_title *a, const candidate *b)
{
	const char *longer = b->title->department;

	return a->department && longer && b->in_text && strlen(longer) > strlen(a->department) &&
	       g_str_has_suffix(longer, a->department);
}

static int worth_among(const candidate *c, const GPtrArray *all)
{
	gboolean good = worth_of_body(c, NULL) >= WORTH_NAME;
	int worth = 0;

	for (guint i = 0; good && !worth && i < all->len; i++) {
		const candidate *other = g_ptr_array_index(all, i);

		if (other->line != c->line && say_the_same(c, other))
			worth = WORTH_REPEATED;
	}
	for (guint i = 0; i < all->len; i++) {
		const candidate *other = g_ptr_array_index(all, i);

		if (other->line < c->line && other->joined && is_end_of(c->title, other))
			return worth + WORTH_END_OF_NAME;
	}
	return worth;
}

/* ---- candidates ---- */

static guint count(const char *text, const char *word)
{
	guint n = 0;

	for (const char *p = strstr(text, word); p && n < 2; p = strstr(p + strlen(word), word))
		n++;
	return n;
}

/* The word that says a text is about budgets and is none itself; a body may have it in its name. */
static const char *word_of_other(const ys_title *title)
{
	const char *body = title->department ? title->department : "";
	const char *in = *body ? strstr(title->text, body) : NULL;
	const char *lead = ys_word_at_start(title->text, title_other_lead);
	g_autofree char *before = in ? g_strndup(title->text, in - title->text) : g_strdup("");
	const char *word;

	if (!speaks_of_budget(title->text))
		return NULL;
	if (!lead)
		lead = ys_word_at_start(body, title_other_lead);
	word = lead ? lead : ys_word_in(before, title_other_text);
	return word ? word : ys_word_in(in ? in + strlen(body) : title->text, title_other_text);
}

static void add(GPtrArray *all, const ys_head_piece *piece, const char *title, guint joined, const char *text)
{
	candidate *c = g_new0(candidate, 1);

	c->title = ys_title_read(title);
	c->kind = piece->kind;
	c->line = piece->line;
	c->below = piece->below;
	c->joined = joined;
	c->other = word_of_other(c->title);
	c->in_text = c->title->department && count(text, c->title->department) > (strstr(text, title) ? 1 : 0);
	g_ptr_array_add(all, c);
}

static GPtrArray *candidates_of(const GPtrArray *pieces, const char *text, const char *owner)
{
	GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)candidate_free);

	for (guint i = 0; i < pieces->len; i++) {
		const ys_head_piece *piece = g_ptr_array_index(pieces, i);
		g_autofree char *whole = NULL;
		guint joined = 0;

		if (!*piece->text || piece->kind == YS_HEAD_PUBLISHER || piece->kind == YS_HEAD_SENTENCE ||
		    strlen(piece->text) > TITLE_MAX)
			continue;
		whole = piece->kind == YS_HEAD_LINE ? join(pieces, i, &joined) : NULL;
		if (whole)
			add(all, piece, whole, joined, text);
		add(all, piece, piece->text, 0, text);
	}
	for (guint i = 0; i < all->len; i++) {
		candidate *c = g_ptr_array_index(all, i);

		c->worth = worth_by_itself(c, owner);
	}
	for (guint i = 0; i < all->len; i++) {
		candidate *c = g_ptr_array_index(all, i);

		if (c->worth > 0)
			c->worth += worth_among(c, all);
	}
	return all;
}

/* The first of those worth most; NULL if there is none. */
static candidate *best_of(const GPtrArray *all)
{
	candidate *best = NULL;

	for (guint i = 0; i < all->len; i++) {
		candidate *c = g_ptr_array_index(all, i);

		if (c->worth > (best ? best->worth : 0))
			best = c;
	}
	return best;
}

/* ---- what the title leaves open ---- */

/* The year that another line says of the same kind. */
static int year_of_others(const GPtrArray *all, const candidate *best)
{
	const candidate *one = NULL;

	for (guint i = 0; i < all->len; i++) {
		const candidate *c = g_ptr_array_index(all, i);

		if (c->title->year && c->title->kind == best->title->kind && !c->other &&
		    c->worth > (one ? one->worth : 0))
			one = c;
	}
	return one ? one->title->year : 0;
}

/* The body of the worthiest line that has one. */
static const char *body_of_others(const GPtrArray *all)
{
	const candidate *one = NULL;

	for (guint i = 0; i < all->len; i++) {
		const candidate *c = g_ptr_array_index(all, i);

		if (c->title->department && !c->other && !ys_title_lacks_body(c->title) &&
		    ends_as_body(c->title->department) && c->worth > (one ? one->worth : 0))
			one = c;
	}
	return one ? one->title->department : NULL;
}

/* The body in a heading like 青禾县星火局概况, newly allocated; NULL. */
static char *body_in_heading(const GPtrArray *pieces)
{
	for (guint i = 0; i < pieces->len; i++) {
		const ys_head_piece *piece = g_ptr_array_index(pieces, i);
		ys_slice name = ys_slice_of(piece->text);

		if (piece->kind == YS_HEAD_HEADING && ys_slice_drop_end_any(&name, title_about) &&
		    ys_slice_chars(&name) > 2 && ys_body_end_of(name.s, name.len).text)
			return ys_slice_dup(&name);
	}
	return NULL;
}

/* The bytes of the body that text begins with, as in 青禾县星火局内设五个科室; 0 if there is none. */
static gsize length_of_introduced(const char *text)
{
	guint chars = 0;

	for (const char *p = text; *p && chars <= NAME_CHARS; p = g_utf8_next_char(p), chars++)
		if (chars >= NAME_CHARS_MIN && ys_word_at_start(p, title_introduces) &&
		    ys_body_end_of(text, p - text).text)
			return p - text;
	return 0;
}

/* The body that a sentence is about, newly allocated; NULL. */
static char *body_in_prose(const GPtrArray *pieces)
{
	for (guint i = 0; i < pieces->len; i++) {
		const ys_head_piece *piece = g_ptr_array_index(pieces, i);
		gsize len = piece->kind != YS_HEAD_PATH ? length_of_introduced(piece->text) : 0;

		if (len)
			return g_strndup(piece->text, len);
	}
	return NULL;
}

/* Who publishes it; else a step of the way to the page. */
static const char *publisher_in(const GPtrArray *pieces, ys_head_kind kind)
{
	for (guint i = 0; i < pieces->len; i++) {
		const ys_head_piece *piece = g_ptr_array_index(pieces, i);

		if (piece->kind == kind && ends_as_body(piece->text) && !ys_word_in(piece->text, title_site_mark))
			return piece->text;
	}
	return NULL;
}

static char *find_body(const GPtrArray *pieces, const GPtrArray *all)
{
	const char *body = body_of_others(all);
	char *said;

	if (body)
		return g_strdup(body);
	said = body_in_heading(pieces);
	if (!said)
		said = body_in_prose(pieces);
	if (said)
		return said;
	body = publisher_in(pieces, YS_HEAD_PUBLISHER);
	return g_strdup(body ? body : publisher_in(pieces, YS_HEAD_PATH));
}

/* ---- the title ---- */

static ys_title *no_title(void)
{
	ys_title *title = g_new0(ys_title, 1);

	title->kind = "其他";
	return title;
}

/* Lines that are no titles, and sentences: of an index or a page of attachments there are none
 * (phenomenon 114). */
static gboolean has_text(const GPtrArray *pieces, const GPtrArray *all)
{
	for (guint i = 0; i < pieces->len; i++)
		if (((ys_head_piece *)g_ptr_array_index(pieces, i))->kind == YS_HEAD_SENTENCE)
			return TRUE;
	for (guint i = 0; i < all->len; i++) {
		const candidate *c = g_ptr_array_index(all, i);

		if (c->kind == YS_HEAD_LINE && !c->joined && c->worth <= 0)
			return TRUE;
	}
	return FALSE;
}

/* 青禾县2022年县级预算, 编制部门：青禾县星火局: a place is what the title of a whole government's budget names, too, but that
 * is drawn up by its treasury.  kind: what the title says. */
static void name_owner(ys_title *title, const char *kind, const char *owner, const char *hint)
{
	const char *placed = title->kind;
	ys_slice name = ys_slice_of(owner);

	if (!ys_slice_ends_any(&name, title_treasury))
		title->kind = kind;
	ys_title_name_body(title, owner, hint);
	if (placed == kind || !ys_title_lacks_body(title))
		return;
	g_clear_pointer(&title->department, g_free);
	title->kind = placed;
}

/* What the title leaves open, others say (phenomenon 113). */
static void complete(ys_title *title, const candidate *best, const GPtrArray *pieces, const GPtrArray *all,
		     const char *owner, const char *hint)
{
	g_autofree char *body = NULL;
	const char *kind = title->kind;

	if (!title->year)
		title->year = year_of_others(all, best);
	ys_title_place(title, hint);
	if (owner)
		name_owner(title, kind, owner, hint);
	if (!ys_title_lacks_body(title))
		return;
	body = find_body(pieces, all);
	if (body)
		ys_title_name_body(title, body, hint);
}

/* Kind and level alone are on any page about budgets. */
static gboolean is_title(const candidate *c, const char *owner)
{
	return c->worth >= WORTH_ENOUGH && !c->other &&
	       (c->title->year || worth_of_body(c, owner) >= WORTH_NAME);
}

ys_found_title *ys_title_find(const char *text, const char *owner, const char *hint)
{
	ys_found_title *found = g_new0(ys_found_title, 1);
	g_autoptr(GPtrArray) pieces = ys_head_of(text ? text : "", &found->lines);
	g_autofree char *near = g_strndup(text ? text : "", text ? strnlen(text, TEXT_MAX) : 0);
	g_autoptr(GPtrArray) all = candidates_of(pieces, near, owner);
	candidate *best = best_of(all);

	found->has_text = has_text(pieces, all);
	if (!best || !is_title(best, owner)) {
		found->title = no_title();
		if (best && best->worth >= WORTH_NEAR) {
			found->nearest = g_strdup(best->title->text);
			found->nearest_line = best->line;
			found->other = best->other;
		}
		return found;
	}
	/* what remains is looked at still */
	found->title = ys_title_read(best->title->text);
	found->title->line = best->line;
	complete(found->title, best, pieces, all, owner, hint);
	return found;
}

void ys_found_title_free(ys_found_title *found)
{
	if (!found)
		return;
	ys_title_free(found->title);
	g_free(found->nearest);
	g_free(found);
}
