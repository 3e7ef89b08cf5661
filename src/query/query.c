#include "src/query/query.h"

#include <string.h>

#include "src/error.h"
#include "src/text/fold.h"

static const char *const sort_names[] = { "relevance", "amount", "year" };

static void word_free(ys_word *word)
{
	g_free(word->text);
	g_free(word->folded);
	g_free(word);
}

ys_query *ys_query_new(void)
{
	ys_query *query = g_new0(ys_query, 1);

	query->text = g_strdup("");
	query->folded = g_strdup("");
	query->words = g_ptr_array_new_with_free_func((GDestroyNotify)word_free);
	query->types = 1u << YS_PROJECT | 1u << YS_ITEM;
	query->amount_min = query->amount_max = YS_AMOUNT_NONE;
	query->limit = 10;
	return query;
}

void ys_query_free(ys_query *query)
{
	if (!query)
		return;
	g_free(query->text);
	g_free(query->folded);
	g_ptr_array_unref(query->words);
	g_free(query->kind);
	g_free(query->region);
	g_free(query->department);
	g_free(query);
}

static gboolean invalid(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean invalid(GError **error, const char *format, ...)
{
	g_autofree char *message = NULL;
	va_list args;

	va_start(args, format);
	message = g_strdup_vprintf(format, args);
	va_end(args);
	g_set_error_literal(error, YS_ERROR, YS_ERROR_INPUT, message);
	return FALSE;
}

/* Which character of text p is, counted from 1, for messages. */
static int character(const char *text, const char *p)
{
	return (int)g_utf8_pointer_to_offset(text, p) + 1;
}

static gboolean add_word(ys_query *query, const char *text, const char *start, const char *end, gboolean quoted,
			 GError **error)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	ys_word *word;

	ys_fold_append(folded, start, end - start);
	if (!folded->len)
		return invalid(error, "character %d of the query: '%.*s' holds no letter, digit or character to look for",
			       character(text, start), (int)(end - start), start);
	if (query->words->len == YS_QUERY_WORDS_MAX)
		return invalid(error, "character %d of the query: more than %d words", character(text, start),
			       YS_QUERY_WORDS_MAX);
	word = g_new0(ys_word, 1);
	word->text = g_strndup(start, end - start);
	word->folded = g_strdup(folded->str);
	word->quoted = quoted;
	g_ptr_array_add(query->words, word);
	return TRUE;
}

static gboolean is_blank(const char *p)
{
	return g_unichar_isspace(g_utf8_get_char(p));
}

/* What a word may not begin with or be: those are operators, and an operator taken for a
 * word would answer another question than was asked. */
static gboolean check_operator(const char *text, const char *start, const char *end, GError **error)
{
	gsize len = end - start;

	if (*start == '(' || *start == ')' || (*start == '-' && len > 1) || (len == 2 && !strncmp(start, "OR", 2)) ||
	    (len == 3 && (!strncmp(start, "NOT", 3) || !strncmp(start, "AND", 3))))
		return invalid(error,
			       "character %d of the query: '%.*s' is an operator and there are none; "
			       "put it in quotes to look for it",
			       character(text, start), (int)len, start);
	return TRUE;
}

/* The closing quote for the opening one at p, or NULL if p opens none. */
static const char *closing_of(const char *p)
{
	if (*p == '"')
		return "\"";
	if (g_str_has_prefix(p, "“"))
		return "”";
	if (g_str_has_prefix(p, "＂"))
		return "＂";
	return NULL;
}

static const char *take_quoted(ys_query *query, const char *text, const char *p, const char *closing, GError **error)
{
	const char *start = g_utf8_next_char(p);
	const char *end = strstr(start, closing);

	if (!end) {
		invalid(error, "character %d of the query: this quotation mark is never closed", character(text, p));
		return NULL;
	}
	return add_word(query, text, start, end, TRUE, error) ? end + strlen(closing) : NULL;
}

static const char *take_word(ys_query *query, const char *text, const char *p, GError **error)
{
	const char *end = p;

	while (*end && !is_blank(end) && !(end > p && *end == '"'))
		end = g_utf8_next_char(end);
	if (!check_operator(text, p, end, error) || !add_word(query, text, p, end, FALSE, error))
		return NULL;
	return end;
}

gboolean ys_query_set_text(ys_query *query, const char *text, GError **error)
{
	g_autoptr(GString) folded = g_string_new(NULL);

	if (strlen(text) > YS_QUERY_TEXT_MAX)
		return invalid(error, "the query has %zu bytes; at most %d are allowed", strlen(text), YS_QUERY_TEXT_MAX);
	if (!g_utf8_validate(text, -1, NULL))
		return invalid(error, "the query is not valid UTF-8");
	g_ptr_array_set_size(query->words, 0);
	for (const char *p = text; *p;) {
		const char *closing = closing_of(p);

		if (is_blank(p)) {
			p = g_utf8_next_char(p);
			continue;
		}
		p = closing ? take_quoted(query, text, p, closing, error) : take_word(query, text, p, error);
		if (!p)
			return FALSE;
	}
	ys_fold_append(folded, text, -1);
	g_free(query->text);
	g_free(query->folded);
	query->text = g_strdup(text);
	query->folded = g_strdup(folded->str);
	return TRUE;
}

gboolean ys_query_set_types(ys_query *query, const char *value, GError **error)
{
	g_auto(GStrv) names = g_strsplit(value, ",", -1);
	guint types = 0;

	if (!*names)
		return invalid(error, "no type is named; there are publication, section, table, project, "
			       "item, department and all");
	for (char **name = names; *name; name++) {
		ys_record_type type = ys_record_type_named(*name);

		if (!strcmp(*name, "all")) {
			types |= (1u << YS_N_TYPES) - 1;
			continue;
		}
		if (type == YS_N_TYPES)
			return invalid(error,
				       "'%s' is no type; there are publication, section, table, project, "
				       "item, department and all",
				       *name);
		types |= 1u << type;
	}
	query->types = types;
	return TRUE;
}

/* A year: four digits and nothing else; 0 if it is none. */
static int year_of(const char *s)
{
	return strlen(s) == 4 && strspn(s, "0123456789") == 4 ? atoi(s) : 0;
}

/* Split LO..HI in place; without dots both ends are the same. */
static void split_range(char *value, const char **lo, const char **hi)
{
	char *dots = strstr(value, "..");

	*lo = *hi = value;
	if (dots) {
		*dots = '\0';
		*hi = dots + 2;
	}
}

gboolean ys_query_set_years(ys_query *query, const char *value, GError **error)
{
	g_autofree char *copy = g_strdup(value);
	const char *lo, *hi;

	split_range(copy, &lo, &hi);
	if ((*lo && !year_of(lo)) || (*hi && !year_of(hi)) || (!*lo && !*hi))
		return invalid(error, "'%s' is no year; write 2023, 2021..2024 or 2021..", value);
	if (*lo && *hi && year_of(lo) > year_of(hi))
		return invalid(error, "the years %s run backwards", value);
	query->year_first = year_of(lo);
	query->year_last = year_of(hi);
	return TRUE;
}

static void set_string(char **field, const char *value)
{
	g_free(*field);
	*field = g_strdup(value);
}

gboolean ys_query_set_kind(ys_query *query, const char *value, GError **error)
{
	if (strcmp(value, "预算") && strcmp(value, "决算") && strcmp(value, "其他"))
		return invalid(error, "'%s' is no kind; there are 预算, 决算 and 其他", value);
	set_string(&query->kind, value);
	return TRUE;
}

static gboolean set_name(char **field, const char *value, const char *what, GError **error)
{
	g_autoptr(GString) folded = g_string_new(NULL);

	ys_fold_append(folded, value, -1);
	if (!folded->len || !g_utf8_validate(value, -1, NULL))
		return invalid(error, "'%s' is no name of a %s", value, what);
	set_string(field, value);
	return TRUE;
}

gboolean ys_query_set_region(ys_query *query, const char *value, GError **error)
{
	return set_name(&query->region, value, "region", error);
}

gboolean ys_query_set_department(ys_query *query, const char *value, GError **error)
{
	return set_name(&query->department, value, "department", error);
}

gboolean ys_query_set_amount(ys_query *query, const char *value, GError **error)
{
	g_autofree char *copy = g_strdup(value);
	ys_amount min = YS_AMOUNT_NONE, max = YS_AMOUNT_NONE;
	const char *lo, *hi;

	split_range(copy, &lo, &hi);
	if (*lo)
		min = ys_amount_parse_typed(lo);
	if (*hi)
		max = ys_amount_parse_typed(hi);
	if ((*lo && min == YS_AMOUNT_NONE) || (*hi && max == YS_AMOUNT_NONE) || (!*lo && !*hi))
		return invalid(error, "'%s' is no amount; write 100万..1亿, 500万.. or 1,156.36 (bare numbers are 万元)",
			       value);
	if (*lo && *hi && min > max)
		return invalid(error, "the amounts %s run backwards", value);
	query->amount_min = min;
	query->amount_max = max;
	return TRUE;
}

const char *ys_sort_name(ys_sort sort)
{
	return sort_names[sort];
}

gboolean ys_query_set_sort(ys_query *query, const char *value, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(sort_names); i++)
		if (!strcmp(value, sort_names[i])) {
			query->sort = i;
			return TRUE;
		}
	return invalid(error, "'%s' is no order; there are relevance, amount and year", value);
}

static gboolean set_number(guint *field, const char *value, guint max, const char *what, GError **error)
{
	guint64 number;

	if (!g_ascii_string_to_unsigned(value, 10, 0, max, &number, NULL))
		return invalid(error, "'%s' is no %s; write a whole number up to %u", value, what, max);
	*field = number;
	return TRUE;
}

gboolean ys_query_set_limit(ys_query *query, const char *value, GError **error)
{
	return set_number(&query->limit, value, YS_QUERY_LIMIT_MAX, "limit", error);
}

gboolean ys_query_set_offset(ys_query *query, const char *value, GError **error)
{
	return set_number(&query->offset, value, YS_QUERY_OFFSET_MAX, "offset", error);
}

gboolean ys_query_is_empty(const ys_query *query)
{
	return !query->words->len && !query->year_first && !query->year_last && !query->kind && !query->region &&
	       !query->department && query->amount_min == YS_AMOUNT_NONE && query->amount_max == YS_AMOUNT_NONE;
}
