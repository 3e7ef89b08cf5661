/* Names are taken apart from their end: the longest name of a role (data/bodies) that they end with,
 * then the places in front of it, cut behind their suffixes.  A short name means a body if it has the
 * role by any of its names and names some of the places in their order, the last among them.  Where the
 * region of a body is known, the places above it count as if they stood in its name. */
#include "src/body_name.h"

#include <string.h>

#include "src/body_end.h"
#include "src/gazetteer.h"
#include "src/places_table.h"
#include "src/text/key.h"
#include "src/word_list.h"

/* Short names of a body that are worth printing. */
#define SHORT_NAMES_MAX 3
/* Places in one name: province, city, county, and what a district is cut into. */
#define PLACES_MAX 8
/* Bytes of the place that may be typed before a role: a longer one names nothing. */
#define TYPED_PLACE_MAX 200

/* One name of a role, as data/gen/gen_bodies.c lists them.  Each is its own key, as a test makes sure. */
typedef struct {
	const char *head;       /* before the ~; NULL if there is none */
	const char *tail;
	guint16 role;
	gboolean official;
} role_name;

#include "src/bodies_table.h"

struct ys_body_asked {
	const role_name *role_name;
	char *role;
	char *place;            /* what stands before, "" for nothing */
	char *name;             /* the name of the role as one word, for comparing with official names */
};

/* ---- the table ---- */

static const char *last_character(const char *s, gsize len)
{
	return len ? g_utf8_find_prev_char(s, s + len) : NULL;
}

/* The first of the names that end with the character, by names_by_end. */
static guint first_with_end(const char *last)
{
	guint low = 0, high = G_N_ELEMENTS(names_by_end);

	while (low < high) {
		guint middle = (low + high) / 2;
		const char *tail = role_names[names_by_end[middle]].tail;

		if (strcmp(last_character(tail, strlen(tail)), last) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What a name consists of beside its role. */
typedef struct {
	const char *before;     /* up to the role or its head */
	gsize before_len;
	const char *inside;     /* between head and tail */
	gsize inside_len;
} surroundings;

/* The name ends like that of the role. */
static gboolean has_role_name(const char *name, gsize len, const role_name *f, surroundings *around)
{
	gsize tail = strlen(f->tail);
	const char *head;

	if (len < tail || memcmp(name + len - tail, f->tail, tail))
		return FALSE;
	*around = (surroundings){ name, len - tail, "", 0 };
	if (!f->head)
		return TRUE;
	head = g_strstr_len(name, len - tail, f->head);
	if (!head)
		return FALSE;
	around->before_len = head - name;
	around->inside = head + strlen(f->head);
	around->inside_len = name + len - tail - around->inside;
	return around->inside_len > 0;
}

/* The longest name of a role that name ends with; NULL if there is none. */
static const role_name *role_name_of(const char *name, gsize len, surroundings *around)
{
	const char *last = last_character(name, len);
	g_autofree char *end = last ? g_strndup(last, name + len - last) : NULL;

	if (!end)
		return NULL;

	for (guint i = first_with_end(end); i < G_N_ELEMENTS(names_by_end); i++) {
		const role_name *f = &role_names[names_by_end[i]];

		if (strcmp(last_character(f->tail, strlen(f->tail)), end))
			break;
		if (has_role_name(name, len, f, around))
			return f;
	}
	return NULL;
}

/* ---- names of places inside names ---- */

/* A place as it stands in an official name, or, at the end, what tells the body from others there. */
typedef struct {
	const char *text;
	gsize len;
	gboolean whole;         /* said whole or not at all */
} part;

typedef struct {
	part parts[PLACES_MAX];
	guint n;
	guint own;              /* the first that the name itself says; those before are its region's */
} parts;

static void add_part(parts *p, const char *text, gsize len, gboolean whole)
{
	if (p->n < PLACES_MAX)
		p->parts[p->n++] = (part){ text, len, whole };
}

/* Cut 湖南省澜江市青禾县 behind its suffixes; of 广州市 and 沙市区 the last sign in a row counts. */
static void cut_places(parts *p, const char *text, gsize len)
{
	const char *start = text, *end = text + len;

	for (const char *s = text; s < end; s = g_utf8_next_char(s)) {
		const char *next = g_utf8_next_char(s);

		if (s == start || !ys_word_at_start(s, places_sign) ||
		    (next < end && ys_word_at_start(next, places_sign)))
			continue;
		add_part(p, start, next - start, FALSE);
		start = next;
	}
	if (start < end)
		add_part(p, start, end - start, TRUE);
}

static gboolean is_part(const parts *p, const char *name)
{
	for (guint i = 0; i < p->n; i++)
		if (strlen(name) == p->parts[i].len && !memcmp(name, p->parts[i].text, p->parts[i].len))
			return TRUE;
	return FALSE;
}

/* The places of the name, and before them those above it that its region knows.  A region that goes
 * deeper than the name is another matter unless the name says nothing. */
static void find_parts(parts *p, const surroundings *around, const ys_region *region)
{
	const char *const above[] = { region->province, region->city, region->county };
	const char *before = ys_behind_word(around->before, places_party);
	const char *end = around->before + around->before_len;
	parts own = { .n = 0 };

	if (!before || before > end)
		before = around->before;
	cut_places(&own, before, end - before);
	cut_places(&own, around->inside, around->inside_len);
	p->n = 0;
	for (guint i = 0; i < G_N_ELEMENTS(above); i++)
		if (above[i] && (i < 2 || !own.n) && !is_part(&own, above[i]))
			add_part(p, above[i], strlen(above[i]), FALSE);
	p->own = p->n;
	for (guint i = 0; i < own.n; i++)
		add_part(p, own.parts[i].text, own.parts[i].len, own.parts[i].whole);
}

/* len bytes name the place: whole, without its sign, or as the gazetteer knows it. */
static gboolean is_place(const char *typed, gsize len, const part *place)
{
	const char *sign = g_utf8_prev_char(place->text + place->len);
	ys_place found[YS_PLACES_MAX];
	guint n;

	if (len == place->len && !memcmp(typed, place->text, len))
		return TRUE;
	if (place->whole)
		return FALSE;
	if (len == (gsize)(sign - place->text) && len >= 2 * strlen("县") && !memcmp(typed, place->text, len))
		return TRUE;
	if (len > YS_PLACE_BYTES)
		return FALSE;
	n = ys_gazetteer_named(typed, len, found);
	for (guint i = 0; i < n; i++) {
		const char *name = ys_gazetteer_name(found[i].division);

		if (strlen(name) == place->len && !memcmp(name, place->text, place->len))
			return TRUE;
	}
	return FALSE;
}

/* What was typed names some of the parts from the i-th on, in their order, the last among them, and
 * leaves out only places. */
static gboolean names_parts(const char *typed, const parts *p, guint i)
{
	if (!*typed)
		return i == p->n;
	for (guint k = i; k < p->n; k++)
		for (const char *end = g_utf8_next_char(typed);; end = g_utf8_next_char(end)) {
			if (is_place(typed, end - typed, &p->parts[k]) && names_parts(end, p, k + 1))
				return TRUE;
			if (!*end)
				break;
		}
	return FALSE;
}

/* What was typed may be the place of a body whose region is not known: nothing is said of that in the
 * body's name, or the last of it fits. */
static gboolean may_be_place(const char *typed, const parts *p)
{
	if (p->own == p->n)
		return TRUE;
	for (const char *s = typed; *s; s = g_utf8_next_char(s))
		if (is_place(s, strlen(s), &p->parts[p->n - 1]))
			return TRUE;
	return FALSE;
}

/* 区, 市, 镇: the kind of place the body is of. */
static gboolean is_kind(const char *typed, const parts *p)
{
	const part *last = p->n ? &p->parts[p->n - 1] : NULL;

	if (!g_strv_contains(places_sign, typed) && !g_strv_contains(places_below, typed))
		return FALSE;
	return !last || (last->len > strlen(typed) &&
			 !memcmp(last->text + last->len - strlen(typed), typed, strlen(typed)));
}

/* ---- which body is meant ---- */

/* A short name is made of characters of the official one, in their order, and says the same kind if it
 * says any. */
static gboolean shortens(const char *name, const char *official)
{
	const char *kind = ys_body_end_of(name, strlen(name)).kind;
	const char *official_kind = ys_body_end_of(official, strlen(official)).kind;
	const char *p = official;

	if (kind && official_kind && strcmp(kind, official_kind))
		return FALSE;
	for (const char *s = name; *s; s = g_utf8_next_char(s)) {
		gsize len = g_utf8_next_char(s) - s;

		while (*p && strncmp(p, s, len))
			p = g_utf8_next_char(p);
		if (!*p)
			return FALSE;
		p += len;
	}
	return TRUE;
}

static char *role_word(const role_name *f)
{
	return g_strconcat(f->head ? f->head : "", f->tail, NULL);
}

ys_body_asked *ys_body_asked_new(const char *folded)
{
	surroundings around;
	ys_body_asked *asked;
	const char *party;
	const role_name *f;

	f = role_name_of(folded, strlen(folded), &around);
	if (!f || (!around.before_len && g_utf8_strlen(f->tail, -1) < 3 && !f->head) ||
	    around.before_len + around.inside_len > TYPED_PLACE_MAX)
		return NULL;
	asked = g_new0(ys_body_asked, 1);
	asked->role_name = f;
	asked->place = g_strdup_printf("%.*s%.*s", (int)around.before_len, around.before, (int)around.inside_len,
				       around.inside);
	party = ys_behind_word(asked->place, places_party);
	if (party)
		memmove(asked->place, party, strlen(party) + 1);
	asked->name = role_word(f);
	asked->role = role_word(&role_names[body_roles[f->role]]);
	return asked;
}

void ys_body_asked_free(ys_body_asked *asked)
{
	if (!asked)
		return;
	g_free(asked->place);
	g_free(asked->name);
	g_free(asked->role);
	g_free(asked);
}

/* The name is a role's with its place before it or inside.  The place is none that is a body itself: of
 * 青禾政数局信息中心 the first is meant, which has the second. */
static gboolean names_body_of_place(const char *name, gsize len)
{
	surroundings around, above;

	return role_name_of(name, len, &around) && around.before_len + around.inside_len > 0 &&
	       around.before_len + around.inside_len <= TYPED_PLACE_MAX &&
	       !role_name_of(around.before, around.before_len, &above);
}

gsize ys_body_at_start(const char *folded)
{
	const char *end = folded + strlen(folded);

	/* one more character tells nothing: the 长 of 财政局长 */
	for (int i = 0; i < 2 && end > folded; i++)
		end = g_utf8_prev_char(end);
	for (; end > folded; end = g_utf8_prev_char(end))
		if (names_body_of_place(folded, end - folded))
			return end - folded;
	return 0;
}

const char *ys_body_asked_role(const ys_body_asked *asked)
{
	return asked->role;
}

/* The divisions named at the beginning of s that lie in one of those above, if there are any of these;
 * the longest names count.  Returns their length, 0 for none. */
static gsize read_place(const char *s, GArray *divisions)
{
	g_autoptr(GArray) above = g_array_copy(divisions);
	ys_place found[YS_PLACES_MAX];
	guint n = ys_gazetteer_at(s, s + strnlen(s, YS_PLACE_BYTES), found);
	gsize len = 0;

	g_array_set_size(divisions, 0);
	for (guint i = n; i-- > 0 && (!len || found[i].len == len);) {
		gboolean inside = !above->len;

		for (guint k = 0; k < above->len && !inside; k++)
			inside = ys_gazetteer_is_under(found[i].division, g_array_index(above, int, k));
		if (!inside)
			continue;
		len = found[i].len;
		g_array_append_val(divisions, found[i].division);
	}
	return len;
}

GPtrArray *ys_body_asked_codes(const ys_body_asked *asked)
{
	g_autoptr(GArray) divisions = g_array_new(FALSE, FALSE, sizeof(int));
	GPtrArray *codes = g_ptr_array_new();
	const char *s = asked->place;
	gsize len;

	while (*s && (len = read_place(s, divisions)))
		s += len;
	for (guint i = 0; i < divisions->len && !*s; i++)
		g_ptr_array_add(codes, (gpointer)ys_gazetteer_code(g_array_index(divisions, int, i)));
	return codes;
}

static gboolean has_role(const char *key, guint role)
{
	surroundings around;

	for (guint i = body_roles[role]; i < body_roles[role + 1]; i++)
		if (has_role_name(key, strlen(key), &role_names[i], &around))
			return TRUE;
	return FALSE;
}

static ys_body_match match_place(const ys_body_asked *asked, const char *key, const surroundings *around,
				 const ys_region *region)
{
	ys_region known = { NULL, NULL, NULL, NULL };
	gboolean sure = region != NULL;
	parts p;

	if (region)
		known = *region;
	else
		sure = ys_region_of_name(key, NULL, &known, NULL) == YS_REGION_RESOLVED;
	find_parts(&p, around, &known);
	/* what tells bodies of a role apart is never left out */
	if (!*asked->place)
		return p.n && p.parts[p.n - 1].whole ? YS_BODY_OTHER : YS_BODY_ROLE;
	if (is_kind(asked->place, &p) || names_parts(asked->place, &p, 0))
		return YS_BODY_ROLE;
	return !sure && may_be_place(asked->place, &p) ? YS_BODY_UNSURE : YS_BODY_OTHER;
}

ys_body_match ys_body_is(const ys_body_asked *asked, const char *name, const ys_region *region)
{
	g_autofree char *key = ys_name_key(name);
	g_autofree char *official = NULL;
	surroundings around;
	ys_body_match match;
	const role_name *f;

	if (!has_role(key, asked->role_name->role))
		return YS_BODY_OTHER;
	f = role_name_of(key, strlen(key), &around);
	if (f->role != asked->role_name->role)
		return YS_BODY_OTHER;
	match = match_place(asked, key, &around, region);
	if (match != YS_BODY_ROLE)
		return match;
	official = role_word(f);
	/* 中共石蕖县委员会宣传部 and 中共石蕖县委宣传部 are equally official */
	if (shortens(asked->name, official) ||
	    (asked->role_name->official && shortens(official, asked->name)))
		return YS_BODY_NAMED;
	/* 财政部 by itself is one ministry, and not every county's 财政局 */
	return *asked->place ? YS_BODY_ROLE : YS_BODY_OTHER;
}

/* ---- short names ---- */

static void add_alias(GPtrArray *aliases, const part *above, const part *place, gsize len, const char *name)
{
	g_ptr_array_add(aliases, g_strdup_printf("%.*s%.*s%s", above ? (int)above->len : 0, above ? above->text : "",
						 (int)len, place->text, name));
}

/* The name behind the last place, with its sign and without. */
static void add_aliases(GPtrArray *aliases, const parts *p, const char *name)
{
	const part *last = &p->parts[p->n - 1];
	gsize stem = g_utf8_prev_char(last->text + last->len) - last->text;

	add_alias(aliases, NULL, last, last->len, name);
	if (!last->whole && stem >= 2 * strlen("县"))
		add_alias(aliases, NULL, last, stem, name);
	else if (last->whole && p->n - 1 > p->own)
		add_alias(aliases, last - 1, last, last->len, name);
}

GPtrArray *ys_body_aliases(const char *name, const ys_region *region)
{
	GPtrArray *aliases = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *key = ys_name_key(name);
	g_autofree char *official = NULL;
	surroundings around;
	const role_name *f;
	guint n = 0;
	parts p;

	f = role_name_of(key, strlen(key), &around);
	if (!f)
		return aliases;
	find_parts(&p, &around, region);
	official = role_word(f);
	for (guint i = body_roles[f->role]; p.n && i < body_roles[f->role + 1] && n < SHORT_NAMES_MAX; i++) {
		const role_name *other = &role_names[i];

		if (other == f || other->official || other->head || !shortens(other->tail, official))
			continue;
		add_aliases(aliases, &p, other->tail);
		n++;
	}
	return aliases;
}
