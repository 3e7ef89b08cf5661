#include <string.h>

#include "src/codes.h"
#include "src/query/query_private.h"
#include "src/text/fold.h"
#include "src/year.h"

static const struct {
	const char *name;
	ys_filter_kind kind;
} names[] = {
	{ "type", YS_FILTER_TYPE },             { "类型", YS_FILTER_TYPE },
	{ "year", YS_FILTER_YEAR },             { "年", YS_FILTER_YEAR },
	{ "年份", YS_FILTER_YEAR },             { "年度", YS_FILTER_YEAR },
	{ "kind", YS_FILTER_KIND },             { "预决算", YS_FILTER_KIND },
	{ "region", YS_FILTER_REGION },         { "地区", YS_FILTER_REGION },
	{ "department", YS_FILTER_DEPARTMENT }, { "部门", YS_FILTER_DEPARTMENT },
	{ "amount", YS_FILTER_AMOUNT },         { "金额", YS_FILTER_AMOUNT },
	{ "code", YS_FILTER_CODE },             { "科目", YS_FILTER_CODE },
	{ "publication", YS_FILTER_PUBLICATION }, { "公开", YS_FILTER_PUBLICATION },
};

gboolean ys_filter_named(const char *name, gsize len, ys_filter_kind *kind)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strlen(names[i].name) == len && !memcmp(names[i].name, name, len)) {
			*kind = names[i].kind;
			return TRUE;
		}
	return FALSE;
}

static gboolean read_types(ys_filter *filter, const char *value, GError **error)
{
	g_auto(GStrv) list = g_strsplit(value, ",", -1);

	for (char **name = list; *name; name++) {
		ys_record_type type = ys_record_type_named(*name);

		if (!strcmp(*name, "all"))
			filter->types |= (1u << YS_N_TYPES) - 1;
		else if (type < YS_N_TYPES)
			filter->types |= 1u << type;
		else
			return YS_REFUSE(error, YS_REASON_NO_TYPE, .typed = *name);
	}
	return filter->types || YS_REFUSE(error, YS_REASON_NO_TYPE, .typed = value);
}

/* A range as typed.  Its ends are included but for those of > and <. */
typedef struct {
	const char *lo, *hi;    /* "": open */
	gboolean above, below;
} range;

/* Split LO..HI, >=LO, <=HI, >LO, <HI in place; anything else is both ends. */
static range split_range(char *value)
{
	char *dots = strstr(value, "..");
	range r = { .lo = value, .hi = value };

	if (dots) {
		*dots = '\0';
		r.hi = dots + 2;
	} else if (*value == '>') {
		r.above = value[1] != '=';
		r.lo = value + (r.above ? 1 : 2);
		r.hi = "";
	} else if (*value == '<') {
		r.below = value[1] != '=';
		r.hi = value + (r.below ? 1 : 2);
		r.lo = "";
	}
	return r;
}

static gboolean read_years(ys_filter *filter, const char *value, GError **error)
{
	g_autofree char *copy = g_strdup(value);
	range r = split_range(copy);
	int lo = ys_year_of(r.lo), hi = ys_year_of(r.hi);

	if ((*r.lo && !lo) || (*r.hi && !hi) || (!*r.lo && !*r.hi))
		return YS_REFUSE(error, YS_REASON_NO_YEAR, .typed = value);
	if (lo && hi && lo > hi)
		return YS_REFUSE(error, YS_REASON_YEARS_BACKWARDS, .typed = value);
	filter->year_first = lo ? lo + r.above : 0;
	filter->year_last = hi ? hi - r.below : 0;
	return TRUE;
}

static gboolean read_kind(ys_filter *filter, const char *value, GError **error)
{
	if (strcmp(value, "预算") && strcmp(value, "决算") && strcmp(value, "其他"))
		return YS_REFUSE(error, YS_REASON_NO_KIND, .typed = value);
	filter->name = g_strdup(value);
	return TRUE;
}

static gboolean read_name(ys_filter *filter, const char *value, GError **error)
{
	g_autoptr(GString) folded = g_string_new(NULL);

	ys_fold_append(folded, value, -1);
	if (!folded->len || !g_utf8_validate(value, -1, NULL))
		return YS_REFUSE(error, YS_REASON_NO_NAME, .typed = value);
	filter->name = g_strdup(value);
	return TRUE;
}

static gboolean read_amount(ys_filter *filter, const char *value, GError **error)
{
	g_autofree char *copy = g_strdup(value);
	range r = split_range(copy);

	filter->min = *r.lo ? ys_amount_parse_typed(r.lo) : YS_AMOUNT_NONE;
	filter->max = *r.hi ? ys_amount_parse_typed(r.hi) : YS_AMOUNT_NONE;
	if ((*r.lo && filter->min == YS_AMOUNT_NONE) || (*r.hi && filter->max == YS_AMOUNT_NONE) ||
	    (!*r.lo && !*r.hi))
		return YS_REFUSE(error, YS_REASON_NO_AMOUNT, .typed = value);
	if (filter->min != YS_AMOUNT_NONE && filter->max != YS_AMOUNT_NONE && filter->min > filter->max)
		return YS_REFUSE(error, YS_REASON_AMOUNTS_BACKWARDS, .typed = value);
	/* the next fen, unless there is none */
	filter->min += r.above && filter->min < G_MAXINT64;
	filter->max -= r.below && filter->max > YS_AMOUNT_NONE + 1;
	return TRUE;
}

/* 机关服务 is many codes, 科技条件与服务 one with all below it. */
static gboolean read_code_name(ys_filter *filter, const char *value)
{
	filter->name = g_strdup(value);
	filter->codes = ys_codes_named(value);
	return filter->codes->len > 0;
}

static gboolean read_code(ys_filter *filter, const char *value, GError **error)
{
	gsize digits = strspn(value, "0123456789");

	if (!digits && read_code_name(filter, value))
		return TRUE;
	filter->roll_up = value[digits] == '*' && !value[digits + 1];
	if (!digits || digits > 9 || (value[digits] && !filter->roll_up))
		return YS_REFUSE(error, YS_REASON_NO_CODE, .typed = value);
	filter->name = g_strndup(value, digits);
	return TRUE;
}

static gboolean read_publication(ys_filter *filter, const char *value, GError **error)
{
	if (ys_record_type_of_id(value) != YS_PUBLICATION)
		return YS_REFUSE(error, YS_REASON_NO_PUBLICATION, .typed = value);
	filter->name = g_strdup(value);
	return TRUE;
}

ys_filter *ys_filter_new(ys_filter_kind kind, const char *value, GError **error)
{
	static gboolean (*const readers[])(ys_filter *, const char *, GError **) = {
		[YS_FILTER_TYPE] = read_types,   [YS_FILTER_YEAR] = read_years,
		[YS_FILTER_KIND] = read_kind,    [YS_FILTER_REGION] = read_name,
		[YS_FILTER_DEPARTMENT] = read_name, [YS_FILTER_AMOUNT] = read_amount,
		[YS_FILTER_CODE] = read_code,    [YS_FILTER_PUBLICATION] = read_publication,
	};
	ys_filter *filter = g_new0(ys_filter, 1);

	filter->kind = kind;
	filter->min = filter->max = YS_AMOUNT_NONE;
	if (!readers[kind](filter, value, error))
		g_clear_pointer(&filter, ys_filter_free);
	return filter;
}

void ys_filter_free(ys_filter *filter)
{
	if (!filter)
		return;
	g_free(filter->name);
	g_clear_pointer(&filter->codes, g_ptr_array_unref);
	g_free(filter);
}

static void append_amount(GString *out, ys_amount amount)
{
	if (amount != YS_AMOUNT_NONE)
		ys_amount_append_wan(out, amount);
}

char *ys_filter_text(const ys_filter *filter)
{
	static const char *const labels[] = { "type",       "year",   "kind", "region",
					      "department", "amount", "code", "publication" };
	GString *out = g_string_new(labels[filter->kind]);

	g_string_append_c(out, ':');
	switch (filter->kind) {
	case YS_FILTER_TYPE:
		for (int type = 0, n = 0; type < YS_N_TYPES; type++)
			if (filter->types & 1u << type)
				g_string_append_printf(out, "%s%s", n++ ? "," : "", ys_record_type_name(type));
		break;
	case YS_FILTER_YEAR:
		if (filter->year_first)
			g_string_append_printf(out, "%d", filter->year_first);
		if (filter->year_first != filter->year_last)
			g_string_append(out, "..");
		if (filter->year_last && filter->year_first != filter->year_last)
			g_string_append_printf(out, "%d", filter->year_last);
		break;
	case YS_FILTER_AMOUNT:
		append_amount(out, filter->min);
		if (filter->min != filter->max) {
			g_string_append(out, "..");
			append_amount(out, filter->max);
		}
		break;
	default:
		g_string_append(out, filter->name);
		if (filter->roll_up)
			g_string_append_c(out, '*');
	}
	return g_string_free(out, FALSE);
}
