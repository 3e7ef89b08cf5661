#include "src/refusal.h"

static const char *const sentences[YS_N_REASONS] = {
	[YS_REASON_QUERY_LONG] = "the query has {bytes} bytes; at most {max} are allowed",
	[YS_REASON_QUERY_UTF8] = "the query is not valid UTF-8",
	[YS_REASON_NOTHING_ASKED] = "there is nothing to look for: name words or a filter",
	[YS_REASON_ONLY_EXCLUDES] = "the query only excludes; name something to look for",
	[YS_REASON_NO_LETTERS] = "'{typed}' holds no letter, digit or character to look for",
	[YS_REASON_MANY_WORDS] = "more than {max} words",
	[YS_REASON_MANY_SINGLES] = "more than {max} words of a single character; write longer ones",
	[YS_REASON_OPEN_QUOTE] = "this quotation mark is never closed",
	[YS_REASON_OPEN_BRACKET] = "this bracket is never closed",
	[YS_REASON_CLOSING_BRACKET] = "this bracket closes nothing",
	[YS_REASON_EMPTY_BRACKETS] = "there is nothing in the brackets",
	[YS_REASON_DEEP_BRACKETS] = "more than {max} brackets inside each other",
	[YS_REASON_DEEP_EXCLUSIONS] = "more than {max} exclusions inside each other",
	[YS_REASON_NO_EXCLUDED] = "there is nothing to exclude",
	[YS_REASON_LONE_AND] = "AND needs something on both sides",
	[YS_REASON_LONE_OR] = "OR needs something on both sides",
	[YS_REASON_MIXED_OR] = "a field and a word cannot be alternatives; ask twice",
	[YS_REASON_MIXED_NOT] = "a field and a word cannot be excluded together; ask twice",
	[YS_REASON_EMPTY_FIELD] = "the field has no value",
	[YS_REASON_NOT_COMPARED] = "only amounts and years are compared; write a colon behind the field",

	[YS_REASON_NO_TYPE] = "'{typed}' is no type; there are publication, section, table, project, item, "
			      "department, line and all",
	[YS_REASON_NO_YEAR] = "'{typed}' is no year; write 2023, 2021..2024 or 2021..",
	[YS_REASON_YEARS_BACKWARDS] = "the years {typed} run backwards",
	[YS_REASON_NO_KIND] = "'{typed}' is no kind; there are 预算, 决算 and 其他",
	[YS_REASON_NO_NAME] = "'{typed}' is no name of a region or department",
	[YS_REASON_NO_AMOUNT] = "'{typed}' is no amount; write 100万..1亿, >=500万 or 1,156.36 "
				"(bare numbers are 万元)",
	[YS_REASON_AMOUNTS_BACKWARDS] = "the amounts {typed} run backwards",
	[YS_REASON_NO_CODE] = "'{typed}' is no code, nor the name of one; write 2010302, "
			      "206* for all below 206, or 机关服务",
	[YS_REASON_NO_PUBLICATION] = "'{typed}' is no id of a publication; a search prints them",
	[YS_REASON_NO_ORDER] = "'{typed}' is no order; there are relevance, amount and year",
	[YS_REASON_NO_NUMBER] = "'{typed}' is no {name}; write a whole number up to {max}",
	[YS_REASON_NO_OPTION] = "there is no option {typed}",
	[YS_REASON_VALUE_LONG] = "the value of {name} has {bytes} bytes; at most {max} are allowed",
	[YS_REASON_VALUE_UTF8] = "the value of {name} is not valid UTF-8",

	[YS_REASON_VALUE_CONTROL] = "the value of {name} has a control character",
	[YS_REASON_VALUE_PERCENT] = "the value of {name} has a percent sign without two hexadecimal digits; "
				    "write %25 for the sign itself",
	[YS_REASON_VALUE_TWICE] = "{name} is given more than once",
	[YS_REASON_NO_SWITCH] = "'{typed}' is no {name}; write 0 or 1",
	[YS_REASON_NO_PAGE] = "'{typed}' is no page; write a number from 1 to {max}; "
			      "narrow the search instead",
	[YS_REASON_NO_FORMAT] = "'{typed}' is no format; write html, json, csv or atom",
	[YS_REASON_NO_LANG] = "'{typed}' is no lang; write zh or en",
	[YS_REASON_NO_ALL] = "{name}={typed} is not known; write all, or leave it out",
	[YS_REASON_NO_VIEW] = "'{typed}' is no page; there are help, compare and coverage",
	[YS_REASON_NO_DIMENSION] = "'{typed}' is no dimension; there are region, department, role, year, kind, level, code, "
				   "line, unit, project and status",
	[YS_REASON_DIMENSION_TWICE] = "'{typed}' stands twice in by",
	[YS_REASON_DIMENSION_MISFITS] = "what is compared has no {typed}",
	[YS_REASON_NO_COMPARED] = "'{typed}' cannot be compared; there are project, line and publication",
	[YS_REASON_NO_MEASURE] = "'{typed}' is no measure; yusou(1) lists those of each type",
	[YS_REASON_NO_MATCH] = "'{typed}' is not understood; match is title or text",
	[YS_REASON_NO_CELL_ORDER] = "'{typed}' is no order of a comparison; there are group, amount and change",
	[YS_REASON_NO_CELL] = "the comparison has no such cell",
	[YS_REASON_NO_ID] = "'{typed}' is no id; write the id of a record",
	[YS_REASON_METHOD] = "only GET and HEAD are answered",
	[YS_REASON_ADDRESS_LONG] = "the address has more than {max} characters behind its question mark",
	[YS_REASON_ADDRESS_UNKNOWN] = "there is nothing at this address",
	[YS_REASON_RECORD_UNKNOWN] = "no record has this id",
	[YS_REASON_RECORD_FEED] = "a record has no feed; leave format out, or write json or csv",
};

/* ---- what GLib keeps with the error; the name is its macro's ---- */

typedef ys_refusal ys_refusalPrivate;

static void ys_refusal_private_init(ys_refusal *quoted)
{
	*quoted = (ys_refusal){ 0 };
}

static void ys_refusal_private_copy(const ys_refusal *quoted, ys_refusal *copy)
{
	*copy = *quoted;
	copy->typed = g_strdup(quoted->typed);
	copy->name = g_strdup(quoted->name);
}

static void ys_refusal_private_clear(ys_refusal *quoted)
{
	g_free((char *)quoted->typed);
	g_free((char *)quoted->name);
}

G_DEFINE_EXTENDED_ERROR(ys_refusal, ys_refusal)

const ys_refusal *ys_refusal_of(const GError *error)
{
	return ys_refusal_get_private(error);
}

/* ---- sentences ---- */

static void fill(GString *sentence, const char *hole, const char *text)
{
	g_string_replace(sentence, hole, text ? text : "", 0);
}

static void fill_number(GString *sentence, const char *hole, gsize number)
{
	g_autofree char *digits = g_strdup_printf("%zu", number);

	fill(sentence, hole, digits);
}

char *ys_refusal_say(const ys_refusal *quoted, const char *place, const char *sentence)
{
	GString *out = g_string_new(quoted->at ? place : NULL);

	g_string_append(out, sentence);
	fill_number(out, "{at}", quoted->at);
	fill_number(out, "{bytes}", quoted->bytes);
	fill_number(out, "{max}", quoted->max);
	fill(out, "{name}", quoted->name);
	/* the last one: it may look like a hole */
	fill(out, "{typed}", quoted->typed);
	return g_string_free(out, FALSE);
}

gboolean ys_refuse(GError **error, ys_reason reason, const ys_refusal *quoted)
{
	g_autofree char *typed = quoted->typed ? g_utf8_make_valid(quoted->typed, -1) : NULL;
	g_autofree char *name = quoted->name ? g_utf8_make_valid(quoted->name, -1) : NULL;
	g_autofree char *message = NULL;
	ys_refusal valid = *quoted;

	valid.typed = typed;
	valid.name = name;
	message = ys_refusal_say(&valid, "character {at} of the query: ", sentences[reason]);
	g_set_error_literal(error, YS_REFUSAL, (int)reason, message);
	if (error)
		ys_refusal_private_copy(&valid, ys_refusal_get_private(*error));
	return FALSE;
}
