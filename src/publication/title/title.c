#include "src/publication/title/title.h"

#include <string.h>

#include "src/body_end.h"
#include "src/publication/title/title_kind.h"
#include "src/publication/title/title_table.h"
#include "src/publication/words/slice.h"
#include "src/year.h"

/* A title is read from the word 预算 or 决算 outwards: what stands before it is taken off
 * from the right (level, scope, year) until the body is left, then from the left (unit code,
 * year).  What stands behind it is the tail, which says nothing unless no body stood before. */

/* The first year in a that 年 follows; 0 if there is none. */
static int find_year(const ys_slice *a)
{
	return ys_year_find(a->s, a->len).year;
}

/* ---- the body ---- */

static gboolean ends_as_body(const ys_slice *a)
{
	return ys_body_end_of(a->s, a->len).text != NULL;
}

/* 教育系统 is a name, 教育局系统 is the bureau with its units.  A bracket at the end is a second name. */
static gboolean drop_behind_body(ys_slice *a, const char *const *words)
{
	ys_slice rest = *a;

	if (!ys_slice_drop_end_any(&rest, words) ||
	    (!ends_as_body(&rest) && !ys_slice_ends_any(&rest, ys_slice_closings)))
		return FALSE;
	*a = rest;
	return TRUE;
}

/* 交通运输局局本级 names the office twice, 委员会委本级 by its first sign. */
static void drop_echo(ys_slice *body)
{
	ys_body_end echo = ys_body_end_of(body->s, body->len);
	ys_slice rest = *body;

	if (!echo.text)
		return;
	ys_slice_drop_end(&rest, echo.text);
	if (ys_slice_ends(&rest, echo.text) ||
	    (echo.kind && !g_strcmp0(ys_body_end_of(rest.s, rest.len).kind, echo.kind)))
		*body = rest;
}

static gboolean drop_scope(ys_slice *body, const char **scope)
{
	ys_slice rest = *body;

	if (ys_slice_drop_end_any(&rest, title_head_office) ||
	    drop_behind_body(&rest, title_head_office_of)) {
		*scope = "本级";
		drop_echo(&rest);
	} else if (ys_slice_drop_end_any(&rest, title_whole) || drop_behind_body(&rest, title_whole_of)) {
		*scope = "汇总";
	} else {
		return FALSE;
	}
	*body = rest;
	return TRUE;
}

static gboolean holds_any(const ys_slice *a, const char *const *words)
{
	for (; *words; words++)
		if (ys_slice_holds(a, *words))
			return TRUE;
	return FALSE;
}

/* Read the text of a bracket as a mark of scope or level; FALSE if it is neither. */
static gboolean read_mark(ys_slice inside, const char **scope, const char **level)
{
	const char *said = NULL;

	if (ys_slice_chars(&inside) > 12)
		return FALSE;
	if (holds_any(&inside, title_head_mark) ||
	    (ys_slice_chars(&inside) <= 4 && ys_slice_ends_any(&inside, title_head_mark_end))) {
		*scope = "本级";
		return TRUE;
	}
	if (holds_any(&inside, title_whole_mark)) {
		*scope = "汇总";
		return TRUE;
	}
	if (ys_title_drop_level(&inside, &said) && !inside.len) {
		if (!*level)
			*level = said;
		return TRUE;
	}
	return FALSE;
}

/* Take everything that is not the body off the end of it. */
static void strip_end(ys_title *title, ys_slice *body)
{
	const char *level = NULL;
	gboolean at_level = FALSE;

	for (;;) {
		ys_slice rest = *body, inside;
		int year;

		if (ys_slice_trim_end(body))
			continue;
		if (ys_title_drop_level(body, &level)) {
			if (!at_level)
				title->level = level;
			at_level = TRUE;
			continue;
		}
		if (ys_slice_drop_bracket_end(&rest, &inside) &&
		    read_mark(inside, &title->scope, &title->level)) {
			*body = rest;
			continue;
		}
		if (drop_scope(body, &title->scope) || ys_slice_drop_end_any(body, title_link) ||
		    ys_title_drop_filler(body))
			continue;
		year = ys_slice_drop_year_end(body);
		if (!year)
			return;
		/* the one nearest to the kind: 2022-2023年 */
		if (!title->year)
			title->year = year;
	}
}

/* TRUE if a name begins with a division: its region is then known without any other text. */
static gboolean names_division(const ys_slice *a)
{
	g_autofree char *name = ys_slice_dup(a);
	ys_region region;

	return name && ys_region_of_name(name, NULL, &region, NULL) != YS_REGION_NONE;
}

/* 120急救中心, 12345热线 */
static gboolean is_service_number(const ys_slice *code)
{
	const char *number = ys_slice_starts_any(code, title_service);

	return number && code->len == strlen(number);
}

/* Take a unit code, 360035 or (360035) or 101-, off the beginning of the body. */
static void drop_code(ys_slice *body)
{
	ys_slice rest = *body, code;
	gboolean bracket = ys_slice_drop_start_any(&rest, ys_slice_openings);

	code = (ys_slice){ rest.s, 0 };
	while (rest.len && g_ascii_isdigit(*rest.s)) {
		rest.s++;
		rest.len--;
		code.len++;
	}
	if (!code.len || !rest.len || (bracket && !ys_slice_drop_start_any(&rest, ys_slice_closings)))
		return;
	ys_slice_trim_start(&rest);
	if (is_service_number(&code) && !names_division(&rest))
		return;
	*body = rest;
}

static void strip_start(ys_title *title, ys_slice *body)
{
	gsize before;

	do {
		int year;

		before = body->len;
		ys_slice_trim_start(body);
		ys_slice_drop_start_any(body, title_lead);
		year = ys_slice_drop_year_start(body);
		if (year && !title->year)
			title->year = year;
		if (!year)
			drop_code(body);
	} while (body->len != before);
}

/* A bracket at the end of a body that names a body: its second name. */
static gboolean is_second_name(ys_slice *inside)
{
	ys_slice_drop_start_any(inside, title_plate_lead);
	ys_slice_drop_end_any(inside, title_plate);
	return ys_slice_chars(inside) >= 4 && ends_as_body(inside);
}

/* A year is left inside when the body stands between it and the kind, behind a unit code,
 * a web site's name or a division: 阳城县2023年度某某镇部门决算.  *place is the division. */
static void cut_at_year(ys_title *title, ys_slice *body, ys_slice *place)
{
	ys_slice before = { body->s, 0 }, after = *body;
	ys_year found;
	int year = 0;

	while ((found = ys_year_find(after.s, after.len)).year) {
		year = found.year;
		before.len = after.s + found.start - body->s;
		after.s += found.start + found.len;
		after.len = body->s + body->len - after.s;
	}
	if (!title->year)
		title->year = year;
	ys_slice_trim_start(&after);
	if (ends_as_body(&before) && !ends_as_body(&after)) {
		*body = before;
		return;
	}
	*body = after;
	if (!names_division(&after) && names_division(&before))
		*place = before;
}

/* 国务院关于今年以来: the body stands before what the text is about. */
static void cut_at_link(ys_slice *body)
{
	for (gsize i = 1; i < body->len; i++) {
		ys_slice before = { body->s, i }, rest = { body->s + i, body->len - i };

		if (ys_slice_starts_any(&rest, title_about_what) && ends_as_body(&before)) {
			*body = before;
			return;
		}
	}
}

/* 青禾县星火局青禾县, and 青禾县星火局青禾县星火局: two lines of a cover say the same. */
static void drop_double(ys_slice *body)
{
	for (gsize i = body->len / 2; i < body->len; i++) {
		ys_slice before = { body->s, i };
		gsize again = body->len - i;

		if (again >= 2 * strlen("县") && !memcmp(body->s, body->s + i, again) && ends_as_body(&before)) {
			*body = before;
			return;
		}
	}
}

static void take_body(ys_title *title, ys_slice body)
{
	ys_slice rest, inside, place = { body.s, 0 };

	strip_end(title, &body);
	cut_at_year(title, &body, &place);
	strip_start(title, &body);
	cut_at_link(&body);
	drop_double(&body);
	rest = body;
	if (!title->alias && ys_slice_drop_bracket_end(&rest, &inside) && rest.len &&
	    is_second_name(&inside)) {
		title->alias = ys_slice_dup(&inside);
		body = rest;
		strip_end(title, &body);
	}
	/* the 7 of 2023年部门预算7 is the number of a page */
	if (ys_slice_has_han(&body))
		title->department = g_strdup_printf("%.*s%.*s", (int)place.len, place.s,
						    (int)body.len, body.s);
}

static gboolean drop_tail_start(ys_slice *tail)
{
	gsize before = tail->len;

	while (ys_slice_drop_start_any(tail, title_tail) || ys_slice_drop_start_any(tail, title_joint) ||
	       ys_slice_trim_start(tail))
		;
	return tail->len != before;
}

/* 2023年部门预算公开(某某局): no body before the kind, so it may follow the tail. */
static void take_body_behind(ys_title *title, ys_slice right)
{
	drop_tail_start(&right);
	while (ys_slice_drop_end_any(&right, title_tail) || ys_slice_drop_end_any(&right, title_joint) ||
	       ys_slice_trim_end(&right))
		;
	if (ys_slice_drop_start_any(&right, ys_slice_openings))
		ys_slice_drop_end_any(&right, ys_slice_closings);
	if (ys_slice_chars(&right) >= 3 && !ys_slice_holds(&right, "预算") && !ys_slice_holds(&right, "决算"))
		take_body(title, right);
}

/* 2023年部门预算公开(本级): a mark behind the kind counts as one before it. */
static void read_tail_marks(ys_title *title, ys_slice right)
{
	for (; right.len; right.len--) {
		ys_slice rest = right, inside;

		if (ys_slice_drop_bracket_end(&rest, &inside) && !title->scope)
			read_mark(inside, &title->scope, &title->level);
	}
}

/* ---- other documents ---- */

/* Where the first subject of another document (doc/domain.md 1) stands in a, or its end. */
static gsize find_subject(const ys_slice *a)
{
	gsize i;

	for (i = 0; i < a->len; i++) {
		ys_slice rest = { a->s + i, a->len - i };

		if (ys_slice_starts_any(&rest, title_subject) &&
		    !ys_slice_starts_any(&rest, title_no_subject))
			break;
	}
	return i;
}

/* A title without a budget or final account of its own: the body is what stands before
 * the subject.  Without a subject nothing is sure. */
static void read_other(ys_title *title, const ys_slice *text)
{
	ys_slice body = { text->s, find_subject(text) };

	title->year = find_year(text);
	if (body.len < text->len)
		take_body(title, body);
}

/* TRUE if the body is a division as a whole: 阳城县, 某某县人民政府. */
static gboolean is_division(const ys_title *title)
{
	ys_slice body = ys_slice_of(title->department);
	g_autofree char *name = NULL;
	const ys_region *r = &title->region;
	const char *deepest = r->county ? r->county : r->city ? r->city : r->province;
	g_autoptr(GPtrArray) codes = NULL;

	ys_slice_drop_end_any(&body, title_division);
	ys_slice_drop_end(&body, YS_REGION_OWN);
	name = ys_slice_dup(&body);
	if (!name)
		return FALSE;
	codes = ys_region_codes_named(name);
	return codes->len || (deepest && g_str_has_suffix(name, deepest));
}

/* 上海市普陀区区级部门预算: what is left of the body is a place, or nothing. */
static void drop_grade(ys_title *title)
{
	g_autofree char *whole = title->department;
	ys_slice body = ys_slice_of(whole ? whole : "");

	title->graded = ys_slice_drop_end_any(&body, title_grade) && !ends_as_body(&body);
	title->department = ys_slice_dup(&body);
}

/* ---- reading ---- */

/* 【预决算公开】青禾县星火局: the column of a site. */
static void drop_column(ys_slice *title)
{
	static const char opening[] = "【", closing[] = "】";
	const char *end = ys_slice_starts_any(title, (const char *const[]){ opening, NULL }) ?
				  g_strstr_len(title->s, title->len, closing) : NULL;

	if (!end || end + strlen(closing) == title->s + title->len)
		return;
	title->len -= end + strlen(closing) - title->s;
	title->s = end + strlen(closing);
}

ys_title *ys_title_read(const char *text)
{
	ys_title *title = g_new0(ys_title, 1);
	ys_slice whole = ys_slice_of(text), left, right;

	title->text = g_strdup(text);
	drop_column(&whole);
	title->kind = ys_title_split(&whole, &left, &right);
	if (!title->kind) {
		title->kind = "其他";
		read_other(title, &whole);
		drop_grade(title);
		return title;
	}
	take_body(title, left);
	if (!title->department)
		take_body_behind(title, right);
	read_tail_marks(title, right);
	if (!title->year)
		title->year = find_year(&right);
	if (!title->year) {
		ys_slice_drop_start_any(&right, ys_slice_openings);
		title->year = ys_slice_drop_year_start(&right);
	}
	drop_grade(title);
	return title;
}

void ys_title_place(ys_title *title, const char *hint)
{
	const char *name = title->department ? title->department : title->text;

	g_clear_pointer(&title->candidates, g_free);
	title->region_status = ys_region_of_name(name, hint, &title->region, &title->candidates);
	if (title->department && !title->level && is_division(title)) {
		title->kind = "其他";
		g_clear_pointer(&title->department, g_free);
	} else if (title->graded) {
		g_clear_pointer(&title->department, g_free);
	}
}

ys_title *ys_title_of_file(const char *name)
{
	const char *end = strrchr(name, '.');
	g_autofree char *base = g_strndup(name, end ? (gsize)(end - name) : strlen(name));
	ys_title *title = ys_title_read(base);

	ys_title_place(title, NULL);
	return title;
}

gboolean ys_title_names_body(const ys_title *title)
{
	const char *department = title->department;

	return department && ys_body_end_of(department, strlen(department)).text;
}

gboolean ys_title_lacks_body(const ys_title *title)
{
	return strcmp(title->kind, "其他") && (!title->department || title->graded || is_division(title));
}

/* 阳城县本级2025年部门预算: the budget is the county's own, the body that is named may have units all the same. */
static gboolean is_scope_of_place(const ys_title *title)
{
	g_autofree char *own = title->department ? g_strconcat(title->department, YS_REGION_OWN, NULL) : NULL;

	return own && strstr(title->text, own);
}

void ys_title_name_body(ys_title *title, const char *owner, const char *hint)
{
	g_autoptr(ys_title) named = g_new0(ys_title, 1);
	ys_slice body;

	if (!ys_title_lacks_body(title))
		return;
	take_body(named, ys_slice_of(owner));
	body = ys_slice_of(named->department ? named->department : "");
	if (!ends_as_body(&body) && !names_division(&body))
		return;
	if (named->scope || is_scope_of_place(title))
		title->scope = named->scope;
	g_free(title->department);
	title->department = g_steal_pointer(&named->department);
	title->graded = FALSE;
	if (!title->alias)
		title->alias = g_steal_pointer(&named->alias);
	if (title->region_status != YS_REGION_NONE)
		return;
	g_clear_pointer(&title->candidates, g_free);
	title->region_status = ys_region_of_name(title->department, hint, &title->region, &title->candidates);
}

void ys_title_free(ys_title *title)
{
	if (!title)
		return;
	g_free(title->text);
	g_free(title->department);
	g_free(title->alias);
	g_free(title->candidates);
	g_free(title);
}
