#include "src/region.h"

#include <string.h>

#include "src/body_end.h"
#include "src/gazetteer.h"
#include "src/places_table.h"
#include "src/word_list.h"

/* A body's name is read from its beginning as a chain of divisions, each inside the one
 * before, by any of the names the gazetteer has for them; the reading that covers most of
 * the name wins.  Place names further inside (柳州市马鞍山幼儿园) are not looked at, but for
 * the branches of a city's bodies in its counties. */

/* Of a hint, as much as says where a publication comes from. */
#define HINT_MAX (256 * 1024)

/* Of what stands behind a number, 第十二师, as much as holds it. */
#define FORMATION_BYTES 12

/* A chain of divisions that a body's name may begin with: the last one, and where it ends. */
typedef struct {
	int division;
	const char *end;
	ys_name_form form;
} reading;

/* A zone has a code but is no county: its region is the city around it. */
static void fill(ys_region *out, int division)
{
	out->code = ys_gazetteer_code(division);
	for (int d = division; d >= 0; d = ys_gazetteer_parent(d)) {
		switch (ys_gazetteer_level(d)) {
		case YS_PROVINCE:
			out->province = ys_gazetteer_name(d);
			break;
		case YS_PREFECTURE:
			out->city = ys_gazetteer_name(d);
			break;
		case YS_COUNTY:
			out->county = ys_gazetteer_name(d);
			break;
		case YS_ZONE:
			break;
		}
	}
}

/* ---- reading a body's name ---- */

static gboolean short_name_is_meant(const ys_place *n, int above, const char *rest)
{
	const char *owner = ys_word_in(rest, places_elsewhere);

	if (ys_gazetteer_level(n->division) >= YS_COUNTY)
		return above >= 0 && ys_word_at_start(rest, places_vertical);
	if (n->form == YS_NAME_WORD || ys_word_at_start(rest, places_place) ||
	    ys_word_at_start(rest, places_sign) || ys_word_at_start(rest, places_below))
		return FALSE;
	return !owner || g_str_has_suffix(strstr(rest, owner), owner);
}

/* What may stand between a province and its city is skipped: 新疆|生产建设兵团第八师|石河子市. */
static const char *after_corps(const char *p)
{
	const char *behind = ys_behind_word(p, places_corps);

	if (behind)
		p = behind;
	if (!g_str_has_prefix(p, "第"))
		return p;
	for (guint i = 0; places_formation[i]; i++) {
		const char *formation = g_strstr_len(p, FORMATION_BYTES, places_formation[i]);

		if (formation)
			return formation + strlen(places_formation[i]);
	}
	return p;
}

static void read_chain(const char *p, int above, GArray *readings)
{
	ys_place found[YS_PLACES_MAX];
	guint n;

	if (above >= 0)
		p = after_corps(p);
	n = ys_gazetteer_at(p, p + strnlen(p, YS_PLACE_BYTES), found);
	for (guint i = 0; i < n; i++) {
		reading r = { found[i].division, p + found[i].len, found[i].form };

		if (above >= 0 && !ys_gazetteer_is_under(r.division, above))
			continue;
		if (r.form == YS_NAME_FULL || short_name_is_meant(&found[i], above, r.end))
			g_array_append_val(readings, r);
		read_chain(r.end, r.division, readings);
	}
}

/* 中国(黑龙江)自由贸易试验区: sets *above and returns what follows, or returns NULL. */
static const char *after_free_trade_zone(const char *name, int *above)
{
	ys_place found[YS_PLACES_MAX];
	const char *p = ys_behind_word(name, places_trade_zone_lead);
	guint n;

	if (!p || !(*p == '(' || g_str_has_prefix(p, "（")))
		return NULL;
	p += g_utf8_skip[(guchar)*p];
	n = ys_gazetteer_at(p, p + strnlen(p, YS_PLACE_BYTES), found);
	for (guint i = 0; i < n; i++) {
		const char *q = p + found[i].len;

		if (ys_gazetteer_level(found[i].division) != YS_PROVINCE)
			continue;
		if (*q != ')' && !g_str_has_prefix(q, "）"))
			continue;
		*above = found[i].division;
		q += g_utf8_skip[(guchar)*q];
		return ys_behind_word(q, places_trade_zone);
	}
	return NULL;
}

/* What stands behind the words that say what a body is, not where; NULL if there are none. */
static const char *behind_organisation(const char *name)
{
	const char *behind = ys_behind_word(name, places_party);

	return behind ? behind : ys_behind_word(name, places_organisation);
}

static void keep_longest(GArray *readings)
{
	const char *end = NULL;
	ys_division_level level = YS_ZONE;

	for (guint i = 0; i < readings->len; i++)
		end = MAX(end, g_array_index(readings, reading, i).end);
	for (guint i = readings->len; i-- > 0;) {
		if (g_array_index(readings, reading, i).end != end)
			g_array_remove_index(readings, i);
		else
			level = MIN(level, ys_gazetteer_level(g_array_index(readings, reading, i).division));
	}
	/* of equal short names the higher division is meant: 海南 the province, not the 州 */
	for (guint i = readings->len; i-- > 0;) {
		reading *r = &g_array_index(readings, reading, i);

		if (r->form != YS_NAME_FULL && ys_gazetteer_level(r->division) != level)
			g_array_remove_index(readings, i);
	}
}

static void drop_repeated(GArray *readings)
{
	for (guint i = readings->len; i-- > 1;)
		for (guint k = 0; k < i; k++)
			if (g_array_index(readings, reading, k).division ==
			    g_array_index(readings, reading, i).division) {
				g_array_remove_index(readings, i);
				break;
			}
}

static GArray *read_name(const char *name)
{
	GArray *readings = g_array_new(FALSE, FALSE, sizeof(reading));
	int zone = -1;
	const char *start = after_free_trade_zone(name, &zone), *behind = behind_organisation(name);

	if (start) {
		reading r = { zone, start, YS_NAME_FULL };

		g_array_append_val(readings, r);
		read_chain(start, zone, readings);
	}
	if (!start && behind)
		read_chain(after_corps(behind), -1, readings);
	if (!readings->len)
		read_chain(after_corps(name), -1, readings);
	keep_longest(readings);
	drop_repeated(readings);
	return readings;
}

/* ---- districts inside the name ---- */

/* The county under above whose name ends at end, for which the body named up to there
 * keeps a branch, 公安局|萧山|分局; -1 if none. */
static int branch_county(const char *rest, const char *end, int above)
{
	const char *start = end;
	ys_place found[YS_PLACES_MAX];
	int county = -1;

	for (guint i = 0; i < YS_PLACE_CHARS && start > rest; i++) {
		guint n;

		start = g_utf8_find_prev_char(rest, start);
		if (!start)
			break;
		n = ys_gazetteer_named(start, end - start, found);
		for (guint k = 0; k < n; k++) {
			int d = found[k].division;

			if (ys_gazetteer_level(d) == YS_COUNTY && ys_gazetteer_is_under(d, above) &&
			    (found[k].form == YS_NAME_FULL || ys_body_end_of(rest, start - rest).text))
				county = d;
		}
	}
	return county;
}

/* 随州市公安局曾都区分局 belongs to 曾都区. */
static int narrow(const reading *r)
{
	gsize len = strlen(r->end);
	const char *branch = ys_word_at_end(r->end, len, places_branch);
	int county = -1;

	if (branch && ys_gazetteer_level(r->division) < YS_COUNTY)
		county = branch_county(r->end, r->end + len - strlen(branch), r->division);
	return county >= 0 ? county : r->division;
}

/* ---- what the rest of a publication mentions ---- */

/* How often a division is named, how often by a name that others have too, and how often with an office
 * that has a say in each budget there. */
typedef struct {
	guint sure, unsure, authority;
} mentions;

/* A name as short as 南县 or 城区 is part of other words (湖南县域, 主城区) more often
 * than not: it counts only behind its parent's name. */
static gboolean is_brief(gsize len)
{
	return len <= strlen("南县");
}

/* Count the names that end the longest at one place; before is the division named
 * directly in front, or -1.  Returns the division if it is only one. */
static int count_names(mentions *m, const ys_place *found, guint n, int before)
{
	gsize len = found[n - 1].len;
	guint inside = 0, all = 0;
	int one = -1;

	for (guint i = 0; i < n; i++) {
		if (found[i].len != len)
			continue;
		all++;
		one = found[i].division;
		inside += before >= 0 && ys_gazetteer_is_under(found[i].division, before);
	}
	for (guint i = 0; i < n; i++) {
		int d = found[i].division;
		gboolean under = before >= 0 && ys_gazetteer_is_under(d, before);

		if (found[i].len != len || (inside && !under) ||
		    (is_brief(len) && !under && found[i].form == YS_NAME_FULL))
			continue;
		if (all == 1 || inside == 1)
			m[one = d].sure++;
		else
			m[d].unsure++;
	}
	return all == 1 || inside == 1 ? one : -1;
}

/* An element for each division. */
static mentions *count_mentions(const char *hint)
{
	mentions *m = g_new0(mentions, ys_gazetteer_size());
	const char *end = hint + strnlen(hint, HINT_MAX);
	int before = -1;

	for (const char *p = hint; p < end;) {
		ys_place found[YS_PLACES_MAX];
		guint n = ys_gazetteer_at(p, end, found), kept = 0;

		for (guint i = 0; i < n; i++) {
			ys_division_level level = ys_gazetteer_level(found[i].division);

			if (found[i].form == YS_NAME_FULL ||
			    (found[i].form == YS_NAME_SHORT && level < YS_COUNTY))
				found[kept++] = found[i];
		}
		/* 县域 and 区域 are words: 河南县域经济 */
		while (kept && ys_word_at_start(p + found[kept - 1].len, places_common))
			kept--;
		if (!kept) {
			before = -1;
			p = g_utf8_find_next_char(p, end);
			if (!p)
				break;
			continue;
		}
		before = count_names(m, found, kept, before);
		p += found[kept - 1].len;
		if (before >= 0 && ys_word_at_start(p, places_authority))
			m[before].authority++;
	}
	/* 白云区 was 贵阳's if 贵阳 is named too; if 广州 is as well, they balance */
	for (guint d = 0; d < ys_gazetteer_size(); d++)
		for (int a = ys_gazetteer_parent(d); m[d].unsure && a >= 0; a = ys_gazetteer_parent(a))
			if (m[a].sure) {
				m[d].sure += m[d].unsure;
				break;
			}
	return m;
}

/* The division of a level that is named at least twice, and twice as often as any other
 * of the level; -1 if there is none. */
static int clear_winner(const mentions *m, ys_division_level level)
{
	guint best = 0, second = 0;
	int winner = -1;

	for (guint d = 0; d < ys_gazetteer_size(); d++) {
		if (ys_gazetteer_level(d) != level)
			continue;
		if (m[d].sure > best) {
			second = best;
			best = m[d].sure;
			winner = d;
		} else if (m[d].sure > second) {
			second = m[d].sure;
		}
	}
	return best >= 2 && best >= 2 * second ? winner : -1;
}

/* The one division whose office of finance or government is named, as the one that approved the budget; -1. */
static int only_authority(const mentions *m)
{
	int only = -1;

	for (guint d = 0; d < ys_gazetteer_size(); d++) {
		if (!m[d].authority || !m[d].sure)
			continue;
		if (only >= 0)
			return -1;
		only = d;
	}
	return only;
}

/* A name like 市政协 or 县纪委 says at least which kind of division it is of. */
static const char *kind_of_division(const char *name)
{
	const char *kind;

	if (ys_word_at_start(name, places_no_kind))
		return NULL;
	kind = ys_word_at_start(name, places_kind);
	return kind ? kind : ys_word_at_start(name, places_sign);
}

/* TRUE if a name begins with a county or city that the gazetteer lacks: other text then
 * speaks of other places. */
static gboolean names_unknown_division(const char *name)
{
	for (guint i = 0; i < 5 && *name; i++, name = g_utf8_find_next_char(name, NULL))
		if (i >= 2 && ys_word_at_start(name, places_county) &&
		    !ys_word_at_start(name, places_no_kind))
			return TRUE;
	return FALSE;
}

/* The division that a publication of a body without any in its name is from; -1 when its
 * text does not decide.  A county's own text names the county no less than its city. */
static int mentioned_most(const char *name, const char *hint)
{
	g_autofree mentions *m = count_mentions(hint);
	const char *kind = kind_of_division(name);

	for (guint d = 0; kind && d < ys_gazetteer_size(); d++)
		if (!g_str_has_suffix(ys_gazetteer_name(d), kind) ||
		    (!strcmp(kind, "区") && ys_gazetteer_level(d) != YS_COUNTY))
			m[d].sure = 0;
	for (int level = YS_COUNTY; level >= YS_PROVINCE; level--) {
		int d = clear_winner(m, level);

		if (d >= 0 && (ys_gazetteer_parent(d) < 0 || m[d].sure >= m[ys_gazetteer_parent(d)].sure))
			return d;
	}
	return only_authority(m);
}

/* The reading whose parents the hint names, and twice as often as any other's; else -1. */
static int decided_by(const char *hint, const GArray *readings)
{
	g_autofree mentions *m = count_mentions(hint);
	guint best = 0, second = 0;
	int winner = -1;

	for (guint i = 0; i < readings->len; i++) {
		int division = g_array_index(readings, reading, i).division;
		guint n = 0;

		for (int a = ys_gazetteer_parent(division); a >= 0; a = ys_gazetteer_parent(a))
			n += m[a].sure;
		if (n > best) {
			second = best;
			best = n;
			winner = i;
		} else if (n > second) {
			second = n;
		}
	}
	return best && best >= 2 * second ? winner : -1;
}

/* ---- answers ---- */

/* The lowest division that all readings lie in; -1 if there is none. */
static int shared(const GArray *readings)
{
	int a = g_array_index(readings, reading, 0).division;

	for (guint i = 1; i < readings->len; i++) {
		int d = g_array_index(readings, reading, i).division;

		while (a >= 0 && a != d && !ys_gazetteer_is_under(d, a))
			a = ys_gazetteer_parent(a);
	}
	return a;
}

static char *list_readings(const GArray *readings)
{
	GString *list = g_string_new(NULL);

	for (guint i = 0; i < readings->len; i++) {
		int d = g_array_index(readings, reading, i).division;
		ys_region region = { NULL, NULL, NULL, NULL };

		fill(&region, d);
		g_string_append_printf(list, "%s%s%s%s", i ? ", " : "", region.province,
				       region.city ? region.city : "", region.county ? region.county : "");
	}
	return g_string_free(list, FALSE);
}

ys_region_status ys_region_of_name(const char *name, const char *hint, ys_region *out, char **candidates)
{
	g_autoptr(GArray) readings = NULL;
	int winner = 0, division;

	*out = (ys_region){ NULL, NULL, NULL, NULL };
	if (candidates)
		*candidates = NULL;
	if (!name || !*name)
		return YS_REGION_NONE;
	readings = read_name(name);
	if (!readings->len) {
		const char *behind = behind_organisation(name);

		if (behind)
			name = behind;
		division = hint && !names_unknown_division(name) ? mentioned_most(name, hint) : -1;
		if (division < 0)
			return YS_REGION_NONE;
		fill(out, division);
		return YS_REGION_RESOLVED;
	}
	if (readings->len > 1)
		winner = hint ? decided_by(hint, readings) : -1;
	if (winner >= 0) {
		fill(out, narrow(&g_array_index(readings, reading, winner)));
		return YS_REGION_RESOLVED;
	}
	division = shared(readings);
	if (division >= 0)
		fill(out, division);
	if (candidates)
		*candidates = list_readings(readings);
	return YS_REGION_AMBIGUOUS;
}

typedef struct {
	const char *run;
	GPtrArray *names;
} name_search;

static void take_name(const char *name, gsize len, ys_name_form form, void *data)
{
	const name_search *search = data;
	const char *last = search->names->len ? g_ptr_array_index(search->names, search->names->len - 1) : NULL;

	/* 密云 covers 密云区 */
	if (last && len > strlen(last) && !memcmp(name, last, strlen(last)))
		return;
	if (form != YS_NAME_WORD && len > strlen(search->run) && g_strstr_len(name, len, search->run))
		g_ptr_array_add(search->names, g_strndup(name, len));
}

GPtrArray *ys_region_names_with(const char *run)
{
	name_search search = { run, g_ptr_array_new_with_free_func(g_free) };

	ys_gazetteer_each_name(take_name, &search);
	return search.names;
}

gboolean ys_region_of_code(const char *code, ys_region *out)
{
	int division = code ? ys_gazetteer_of_code(code) : -1;

	*out = (ys_region){ NULL, NULL, NULL, NULL };
	if (division < 0)
		return FALSE;
	fill(out, division);
	return TRUE;
}
