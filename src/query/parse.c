/* The grammar, as yusou-query(7) has it:
 *
 *   query = all { "OR" all }
 *   all   = one { [ "AND" ] one }
 *   one   = ( "-" | "NOT" ) one | "(" query ")" | field relation value | '"' text '"' | word
 *
 * A word whose characters were typed with blanks between them, 1 2 3 4 5 or 政 务 云, is that word:
 * three or more single characters in a row belong together.  So is a number and its unit, 486.30 万元.
 *
 * Operators are ASCII and stand by themselves: a bracket, quotation mark or dash inside a
 * word is part of it, as in 维修(护)费 and 2020-2023. */
#include <string.h>

#include "src/query/query_private.h"
#include "src/text/fold.h"
#include "src/text/signs.h"

typedef struct {
	const char *text;
	const char *p;
	guint depth;
	guint words, singles;
	gboolean operators;     /* some operator was met */
	GError **error;
} parser;

ys_node *ys_node_new(ys_node_kind kind, guint at)
{
	ys_node *node = g_new0(ys_node, 1);

	node->kind = kind;
	node->at = at;
	node->children = g_ptr_array_new_with_free_func((GDestroyNotify)ys_node_free);
	return node;
}

void ys_node_free(ys_node *node)
{
	if (!node)
		return;
	if (node->word) {
		g_free(node->word->text);
		g_free(node->word->folded);
		g_ptr_array_unref(node->word->synonyms);
		g_ptr_array_unref(node->word->related);
		g_ptr_array_unref(node->word->before);
		g_ptr_array_unref(node->word->behind);
		ys_body_asked_free(node->word->body);
		g_clear_pointer(&node->word->places, g_ptr_array_unref);
		g_free(node->word);
	}
	ys_filter_free(node->filter);
	g_ptr_array_unref(node->children);
	g_free(node);
}

/* The place of p as a person counts it. */
static guint character(const parser *s, const char *p)
{
	return g_utf8_pointer_to_offset(s->text, p) + 1;
}

/* Returns NULL.  A reason that was given before stays. */
static ys_node *fail(parser *s, ys_reason reason, const ys_refusal *quoted)
{
	if (!*s->error)
		ys_refuse(s->error, reason, quoted);
	return NULL;
}

/* What stands at p is refused. */
#define FAIL(s, p, reason, ...) \
	fail((s), (reason), &(const ys_refusal){ .at = character((s), (p)), __VA_ARGS__ })

static gboolean is_blank(const char *p)
{
	return g_unichar_isspace(g_utf8_get_char(p));
}

static void skip_blanks(parser *s)
{
	while (*s->p && is_blank(s->p))
		s->p = g_utf8_next_char(s->p);
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

/* The operator word stands here, by itself. */
static gboolean at_operator(const parser *s, const char *word)
{
	const char *behind = s->p + strlen(word);

	return g_str_has_prefix(s->p, word) &&
	       (!*behind || *behind == '(' || *behind == ')' || closing_of(behind) || is_blank(behind));
}

static gboolean take_operator(parser *s, const char *word)
{
	if (!at_operator(s, word))
		return FALSE;
	s->p += strlen(word);
	skip_blanks(s);
	return TRUE;
}

/* A number only counts as money where it is written like money: 500万, 11563600元, 1,156.36,
 * 98.14.  2023 and 12345 are words. */
static ys_amount amount_of(const char *word)
{
	gboolean figure = strchr(word, '.') || strchr(word, ',') || strstr(word, "元") || strstr(word, "万") ||
			  strstr(word, "亿");

	return figure ? ys_amount_parse_typed(word) : YS_AMOUNT_NONE;
}

static gboolean is_code(const char *folded)
{
	gsize len = strlen(folded);

	return (len == 3 || len == 5 || len == 7) && strspn(folded, "0123456789") == len;
}

static gboolean is_single_han(const char *folded)
{
	return !*g_utf8_next_char(folded) && ys_char_class_of(g_utf8_get_char(folded)) == YS_CHAR_HAN;
}

/* A word that was typed at at. */
static ys_node *word_node(parser *s, const char *at, const char *text, gsize len, gboolean quoted)
{
	g_autofree char *word = g_strndup(text, len);
	g_autoptr(GString) folded = g_string_new(NULL);
	gboolean single;
	ys_node *node;

	ys_fold_append(folded, text, len);
	if (!folded->len)
		return FAIL(s, at, YS_REASON_NO_LETTERS, .typed = word);
	if (s->words++ == YS_QUERY_WORDS_MAX)
		return FAIL(s, at, YS_REASON_MANY_WORDS, .max = YS_QUERY_WORDS_MAX);
	single = is_single_han(folded->str);
	if (single && s->singles++ == YS_QUERY_SINGLES_MAX)
		return FAIL(s, at, YS_REASON_MANY_SINGLES, .max = YS_QUERY_SINGLES_MAX);
	node = ys_node_new(YS_NODE_WORD, character(s, at));
	node->word = g_new0(ys_word, 1);
	node->word->text = g_steal_pointer(&word);
	node->word->folded = g_strdup(folded->str);
	node->word->quoted = quoted;
	node->word->amount = quoted ? YS_AMOUNT_NONE : amount_of(node->word->text);
	node->word->signs = ys_signs_any(node->word->text);
	node->word->code = !quoted && is_code(node->word->folded);
	node->word->synonyms = g_ptr_array_new_with_free_func(g_free);
	node->word->related = g_ptr_array_new_with_free_func(g_free);
	node->word->before = g_ptr_array_new_with_free_func(g_free);
	node->word->behind = g_ptr_array_new_with_free_func(g_free);
	node->word->places = single ? ys_region_names_with(node->word->folded) : NULL;
	return node;
}

/* The end of the word or value at p: a blank, a quotation mark, or the bracket that closes
 * a group around it. */
static const char *word_end(const char *p)
{
	guint open = 0;

	for (const char *start = p; *p && !is_blank(p); p = g_utf8_next_char(p)) {
		if (*p == '(')
			open++;
		else if (*p == ')' && !open--)
			return p;
		else if (*p == '"' && p > start)
			return p;
	}
	return p;
}

/* The characters from p up to end are all among those of set. */
static gboolean only_of(const char *p, const char *end, const char *set)
{
	for (; p < end; p = g_utf8_next_char(p))
		if (!g_utf8_strchr(set, -1, g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

/* Where the word ends that stands from start to end: behind a unit of money if it is a number and the unit
 * comes next, by itself.  Many tables print 486.30 万元. */
static const char *behind_unit(const char *start, const char *end)
{
	static const char digits[] = "0123456789.,０１２３４５６７８９．，";
	const char *unit = end, *unit_end;

	while (*unit && is_blank(unit))
		unit = g_utf8_next_char(unit);
	unit_end = word_end(unit);
	if (unit == unit_end || !only_of(start, end, digits) || !only_of(unit, unit_end, "百千万亿元"))
		return end;
	return unit_end;
}

/* One letter, digit or Han character by itself. */
static gboolean is_single(const char *p)
{
	const char *end = *p ? g_utf8_next_char(p) : p;

	return *p && g_unichar_isalnum(g_utf8_get_char(p)) && (!*end || is_blank(end));
}

/* Three or more of them in a row: appends what they are together, and moves behind them. */
static gboolean take_spaced(parser *s, GString *joined)
{
	const char *p = s->p, *end = s->p;
	guint n = 0;

	while (is_single(p)) {
		g_string_append_len(joined, p, g_utf8_next_char(p) - p);
		end = p = g_utf8_next_char(p);
		n++;
		while (*p && is_blank(p))
			p = g_utf8_next_char(p);
	}
	if (n < 3)
		return FALSE;
	s->p = end;
	return TRUE;
}

/* The text between quotation marks at s->p, which then stands behind them. */
static gboolean take_quoted(parser *s, const char *closing, const char **start, const char **end)
{
	const char *open = s->p;

	*start = g_utf8_next_char(s->p);
	*end = strstr(*start, closing);
	if (!*end) {
		FAIL(s, open, YS_REASON_OPEN_QUOTE);
		return FALSE;
	}
	s->p = *end + strlen(closing);
	return TRUE;
}

/* A field, as far as its value. */
typedef struct {
	ys_filter_kind kind;
	gboolean policy;        /* a document number, which is a phrase and no filter */
	const char *relation;   /* "" for equal */
	const char *value;
} field;

/* What stands between a field and its value at p, in plain characters, and its length; NULL
 * if nothing of the kind stands there. */
static const char *relation_at(const char *p, gsize *len)
{
	static const char *const relations[][2] = {
		{ ":", "" },     { "：", "" },     { "=", "" },    { "＝", "" },
		{ ">=", ">=" },  { "<=", "<=" },   { "≥", ">=" },  { "≤", "<=" },
		{ "＞＝", ">=" }, { "＜＝", "<=" }, { ">", ">" },   { "<", "<" },
		{ "＞", ">" },    { "＜", "<" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(relations); i++)
		if (g_str_has_prefix(p, relations[i][0])) {
			*len = strlen(relations[i][0]);
			return relations[i][1];
		}
	return NULL;
}

/* The field that begins here; FALSE if none does.  A comparison may stand for the colon or
 * behind it: amount>=200, amount:>=200. */
static gboolean at_field(const parser *s, field *f)
{
	const char *end = s->p, *second;
	gsize len = 0, name;

	while (*end && !is_blank(end) && !strchr("()\"", *end) && !relation_at(end, &len))
		end = g_utf8_next_char(end);
	name = end - s->p;
	f->relation = relation_at(end, &len);
	if (!name || !f->relation)
		return FALSE;
	f->value = end + len;
	second = *f->relation ? NULL : relation_at(f->value, &len);
	if (second) {
		f->relation = second;
		f->value += len;
	}
	f->policy = (name == strlen("policy") && !strncmp(s->p, "policy", name)) ||
		    (name == strlen("文号") && !strncmp(s->p, "文号", name));
	return f->policy || ys_filter_named(s->p, name, &f->kind);
}

static ys_node *parse_field(parser *s, const field *f)
{
	const char *begin = s->p, *start = f->value, *end;
	const char *closing = closing_of(start);
	g_autofree char *value = NULL;
	g_autoptr(GError) why = NULL;
	ys_filter *filter;
	ys_node *node;

	s->p = start;
	if (closing) {
		if (!take_quoted(s, closing, &start, &end))
			return NULL;
	} else {
		end = word_end(start);
		s->p = end;
	}
	if (start == end)
		return FAIL(s, start, YS_REASON_EMPTY_FIELD);
	if (*f->relation && (f->policy || (f->kind != YS_FILTER_AMOUNT && f->kind != YS_FILTER_YEAR)))
		return FAIL(s, begin, YS_REASON_NOT_COMPARED);
	/* Brackets of any shape separate, so a document number is simply a phrase. */
	if (f->policy)
		return word_node(s, start, start, end - start, TRUE);
	value = g_strdup_printf("%s%.*s", f->relation, (int)(end - start), start);
	filter = ys_filter_new(f->kind, value, &why);
	if (!filter)
		return FAIL(s, start, why->code, .typed = ys_refusal_of(why)->typed);
	node = ys_node_new(YS_NODE_FILTER, character(s, begin));
	node->filter = filter;
	return node;
}

static ys_node *parse_query(parser *s);

static ys_node *parse_group(parser *s)
{
	const char *open = s->p++;
	g_autoptr(ys_node) inner = NULL;

	if (++s->depth > YS_QUERY_DEPTH_MAX)
		return FAIL(s, open, YS_REASON_DEEP_BRACKETS, .max = YS_QUERY_DEPTH_MAX);
	skip_blanks(s);
	if (*s->p == ')')
		return FAIL(s, open, YS_REASON_EMPTY_BRACKETS);
	inner = parse_query(s);
	/* nothing inside and no reason is the end of the query; a reason given before stays */
	if (!inner || *s->p != ')')
		return FAIL(s, open, YS_REASON_OPEN_BRACKET);
	s->p++;
	s->depth--;
	return g_steal_pointer(&inner);
}

static ys_node *parse_one(parser *s);

/* What follows a - or NOT, which stands at start. */
static ys_node *parse_excluded(parser *s, const char *start)
{
	ys_node *node, *child;

	s->operators = TRUE;
	if (++s->depth > YS_QUERY_DEPTH_MAX)
		return FAIL(s, start, YS_REASON_DEEP_EXCLUSIONS, .max = YS_QUERY_DEPTH_MAX);
	if (!*s->p || *s->p == ')' || at_operator(s, "OR") || at_operator(s, "AND"))
		return FAIL(s, start, YS_REASON_NO_EXCLUDED);
	child = parse_one(s);
	s->depth--;
	if (!child)
		return NULL;
	node = ys_node_new(YS_NODE_NOT, character(s, start));
	g_ptr_array_add(node->children, child);
	return node;
}

static ys_node *parse_one(parser *s)
{
	const char *start = s->p, *end;
	const char *closing = closing_of(s->p);
	g_autoptr(GString) spaced = g_string_new(NULL);
	field f = { 0 };

	if (take_operator(s, "NOT"))
		return parse_excluded(s, start);
	if (*s->p == '-' && s->p[1] && !is_blank(s->p + 1)) {
		s->p++;
		return parse_excluded(s, start);
	}
	if (*s->p == '(')
		return parse_group(s);
	if (closing)
		return take_quoted(s, closing, &start, &end) ? word_node(s, start, start, end - start, TRUE) : NULL;
	if (at_field(s, &f))
		return parse_field(s, &f);
	if (take_spaced(s, spaced))
		return word_node(s, start, spaced->str, spaced->len, FALSE);
	end = behind_unit(start, word_end(s->p));
	s->p = end;
	return word_node(s, start, start, end - start, FALSE);
}

/* Add a child to a node of the kind, or make one around first. */
static ys_node *combine(ys_node *node, ys_node_kind kind, ys_node *child)
{
	ys_node *outer;

	if (node->kind == kind) {
		g_ptr_array_add(node->children, child);
		return node;
	}
	outer = ys_node_new(kind, node->at);
	g_ptr_array_add(outer->children, node);
	g_ptr_array_add(outer->children, child);
	return outer;
}

static ys_node *parse_all(parser *s)
{
	g_autoptr(ys_node) node = NULL;
	const char *joint = NULL;       /* the AND before what comes next */

	for (skip_blanks(s); *s->p && *s->p != ')' && !at_operator(s, "OR"); skip_blanks(s)) {
		ys_node *one;

		if (at_operator(s, "AND")) {
			if (!node || joint)
				return FAIL(s, s->p, YS_REASON_LONE_AND);
			joint = s->p;
			s->operators = take_operator(s, "AND");
			continue;
		}
		one = parse_one(s);
		if (!one)
			return NULL;
		/* a group is a node of its own: (a OR b) c, but (a b) c is a b c */
		node = node ? combine(g_steal_pointer(&node), YS_NODE_AND, one) : one;
		joint = NULL;
	}
	if (joint)
		return FAIL(s, joint, YS_REASON_LONE_AND);
	return g_steal_pointer(&node);
}

static ys_node *parse_query(parser *s)
{
	g_autoptr(ys_node) node = parse_all(s);

	while (at_operator(s, "OR")) {
		const char *at = s->p;
		ys_node *next;

		s->operators = take_operator(s, "OR");
		next = node ? parse_all(s) : NULL;
		if (!next)
			return FAIL(s, at, YS_REASON_LONE_OR);
		node = combine(g_steal_pointer(&node), YS_NODE_OR, next);
	}
	return g_steal_pointer(&node);
}

ys_node *ys_query_parse(const char *text, GError **error)
{
	GError *why = NULL;
	parser s = { .text = text, .p = text, .error = &why };
	g_autoptr(ys_node) node = parse_query(&s);

	if (!why && *s.p == ')')
		FAIL(&s, s.p, YS_REASON_CLOSING_BRACKET);
	if (why) {
		g_propagate_error(error, why);
		return NULL;
	}
	if (node)
		node->operators = s.operators;
	return g_steal_pointer(&node);
}
