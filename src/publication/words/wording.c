#include "src/publication/words/wording.h"

#include <string.h>

#include "src/body_end.h"
#include "src/publication/words/clean.h"
#include "src/publication/words/columns_table.h"
#include "src/publication/words/numbering.h"
#include "src/publication/words/tables_table.h"
#include "src/publication/words/wording_table.h"
#include "src/text/key.h"
#include "src/year.h"

static const struct {
	const char *word;
	ys_column_meaning meaning;
} meanings[] = {
	{ "name", YS_COLUMN_NAME },         { "code", YS_COLUMN_CODE },
	{ "unit_name", YS_COLUMN_UNIT_NAME }, { "total", YS_COLUMN_TOTAL },
	{ "adjusted", YS_COLUMN_ADJUSTED },
	{ "executed", YS_COLUMN_EXECUTED }, { "gpb", YS_COLUMN_GPB },
	{ "fund", YS_COLUMN_FUND },         { "soe", YS_COLUMN_SOE },
	{ "special_acct", YS_COLUMN_SPECIAL_ACCT }, { "own", YS_COLUMN_OWN },
	{ "carry", YS_COLUMN_CARRY },       { "basic", YS_COLUMN_BASIC },
	{ "proj", YS_COLUMN_PROJ },         { "content", YS_COLUMN_CONTENT },
	{ "goal", YS_COLUMN_GOAL },         { "indicators", YS_COLUMN_INDICATORS },
	{ "indicator", YS_COLUMN_INDICATOR }, { "target", YS_COLUMN_TARGET },
	{ "actual", YS_COLUMN_ACTUAL },     { "sign", YS_COLUMN_SIGN },
	{ "measure", YS_COLUMN_MEASURE },   { "item", YS_COLUMN_ITEM },
	{ "catalogue", YS_COLUMN_CATALOGUE }, { "group", YS_COLUMN_GROUP },
};

static const char *const table_ids[YS_N_TABLE_KINDS] = {
	[YS_TABLE_ASSET] = "asset",         [YS_TABLE_BAL] = "bal",
	[YS_TABLE_BASIC] = "basic",         [YS_TABLE_CROSS] = "cross",
	[YS_TABLE_DEBT] = "debt",           [YS_TABLE_EVAL] = "eval",
	[YS_TABLE_EXP] = "exp",             [YS_TABLE_FBAL] = "fbal",
	[YS_TABLE_FUND] = "fund",           [YS_TABLE_GOAL_DEPT] = "goal_dept",
	[YS_TABLE_GOAL_PROJ] = "goal_proj", [YS_TABLE_GPB] = "gpb",
	[YS_TABLE_GPB_BASIC] = "gpb_basic", [YS_TABLE_GPB_PROJ] = "gpb_proj",
	[YS_TABLE_MID] = "mid",             [YS_TABLE_NONTAX] = "nontax",
	[YS_TABLE_PROCURE] = "procure",     [YS_TABLE_PROJ] = "proj",
	[YS_TABLE_REV] = "rev",             [YS_TABLE_SANGONG] = "sangong",
	[YS_TABLE_SERVICE] = "service",     [YS_TABLE_SOE] = "soe",
	[YS_TABLE_TRANSFER] = "transfer",
};

/* Tables of data/ by the key of their wording; made on first use, a few hundred rows. */
static GHashTable *columns, *tables, *row_words, *furniture, *purchase_kinds;
static GPtrArray *projects, *indicators, *contents, *glossaries, *totals;
static gsize longest_table;     /* bytes of the longest key in tables */

static ys_column_meaning meaning_named(const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(meanings); i++)
		if (!strcmp(meanings[i].word, word))
			return meanings[i].meaning;
	g_error("data/columns: no meaning is called %s", word);
}

ys_table_kind ys_table_kind_named(const char *id)
{
	for (ys_table_kind kind = YS_TABLE_OTHER + 1; kind < YS_N_TABLE_KINDS; kind++)
		if (!strcmp(table_ids[kind], id))
			return kind;
	g_error("data/tables: no kind of table is called %s", id);
}

static void load_wording(const char *class, char *key)
{
	if (!strcmp(class, "furniture"))
		g_hash_table_insert(furniture, key, GINT_TO_POINTER(FALSE));
	else if (!strcmp(class, "owner"))
		g_hash_table_insert(furniture, key, GINT_TO_POINTER(TRUE));
	else if (!strcmp(class, "purchase"))
		g_hash_table_add(purchase_kinds, key);
	else if (!strcmp(class, "project"))
		g_ptr_array_add(projects, key);
	else if (!strcmp(class, "indicator"))
		g_ptr_array_add(indicators, key);
	else if (!strcmp(class, "content"))
		g_ptr_array_add(contents, key);
	else if (!strcmp(class, "glossary"))
		g_ptr_array_add(glossaries, key);
	else if (!strcmp(class, "total"))
		g_ptr_array_add(totals, key);
	else if (!strcmp(class, "subtotal"))
		g_hash_table_insert(row_words, key, GINT_TO_POINTER(YS_ROW_SUBTOTAL));
	else
		g_hash_table_insert(row_words, key, GINT_TO_POINTER(YS_ROW_CATEGORY));
}

static void load(void)
{
	static gsize loaded;

	if (!g_once_init_enter(&loaded))
		return;
	columns = g_hash_table_new(g_str_hash, g_str_equal);
	tables = g_hash_table_new(g_str_hash, g_str_equal);
	row_words = g_hash_table_new(g_str_hash, g_str_equal);
	furniture = g_hash_table_new(g_str_hash, g_str_equal);
	purchase_kinds = g_hash_table_new(g_str_hash, g_str_equal);
	projects = g_ptr_array_new();
	indicators = g_ptr_array_new();
	contents = g_ptr_array_new();
	glossaries = g_ptr_array_new();
	totals = g_ptr_array_new();
	for (gsize i = 0; i < columns_table_count; i++)
		g_hash_table_insert(columns, ys_name_key(columns_table[i].field[1]),
				    GINT_TO_POINTER(meaning_named(columns_table[i].field[0])));
	for (gsize i = 0; i < tables_table_count; i++) {
		char *key = ys_name_key(tables_table[i].field[1]);

		longest_table = MAX(longest_table, strlen(key));
		g_hash_table_insert(tables, key, GINT_TO_POINTER(ys_table_kind_named(tables_table[i].field[0])));
	}
	for (gsize i = 0; i < wording_table_count; i++)
		load_wording(wording_table[i].field[0], ys_name_key(wording_table[i].field[1]));
	g_once_init_leave(&loaded, 1);
}

static gboolean starts(const char *s, const char *prefix)
{
	return g_str_has_prefix(s, prefix);
}

/* Copy s without what stands in brackets of either width.  A bracket that never closes
 * (a header cut in the middle) is left as it is. */
static char *without_brackets(const char *s)
{
	GString *out = g_string_sized_new(strlen(s));
	const char *narrow = s, *wide = s;      /* the next closing ones; NULL for none, never before s */

	while (*s) {
		if (*s == '(' || starts(s, "（")) {
			narrow = narrow && (narrow < s || *narrow != ')') ? strchr(s, ')') : narrow;
			wide = wide && (wide < s || !starts(wide, "）")) ? strstr(s, "）") : wide;
			if (narrow || wide) {
				s = g_utf8_next_char(narrow && (!wide || narrow < wide) ? narrow : wide);
				continue;
			}
		}
		g_string_append_len(out, s, g_utf8_next_char(s) - s);
		s = g_utf8_next_char(s);
	}
	return g_string_free(out, FALSE);
}

/* The key of s without what stands in brackets. */
static char *plain_key(const char *s)
{
	g_autofree char *plain = strchr(s, '(') || strstr(s, "（") ? without_brackets(s) : NULL;

	return ys_name_key(plain ? plain : s);
}

/* Drop 2021年 or 2021年度 wherever it stands in a key. */
static void drop_years(char *key)
{
	for (ys_year year; (year = ys_year_find(key, -1)).year; key += year.start)
		memmove(key + year.start, key + year.start + year.len, strlen(key + year.start + year.len) + 1);
}

ys_column_meaning ys_wording_column(const char *cell)
{
	g_autofree char *key = plain_key(cell);
	const char *k = key;
	gpointer meaning;

	load();
	drop_years(key);
	if (starts(k, "其中") && k[strlen("其中")])
		k += strlen("其中");
	if (g_hash_table_lookup_extended(columns, k, NULL, &meaning))
		return GPOINTER_TO_INT(meaning);
	return YS_COLUMN_OTHER;
}

gboolean ys_column_is_amount(ys_column_meaning meaning)
{
	return meaning >= YS_COLUMN_TOTAL && meaning <= YS_COLUMN_PROJ;
}

ys_table_kind ys_wording_table(const char *caption)
{
	g_autofree char *key = plain_key(caption);
	ys_table_kind kind;
	const char *k;

	load();
	drop_years(key);
	/* The longest wording the caption ends with: what stands before it is the body's
	 * name, a table number or 部门/单位. */
	k = key + strlen(key);
	k = k - key > (gssize)longest_table ? k - longest_table : key;
	while ((*k & 0xc0) == 0x80)
		k++;
	for (; *k; k = g_utf8_next_char(k))
		if ((kind = GPOINTER_TO_INT(g_hash_table_lookup(tables, k))))
			return kind;
	return YS_TABLE_OTHER;
}

const char *ys_table_kind_id(ys_table_kind kind)
{
	return table_ids[kind];
}

static gboolean ends_with_any(const char *key, const GPtrArray *endings)
{
	for (guint i = 0; i < endings->len; i++)
		if (g_str_has_suffix(key, endings->pdata[i]))
			return TRUE;
	return FALSE;
}

static ys_total total_of(const char *key)
{
	static const char *const leads[] = { "本年", "收入", "支出" };

	if (starts(key, "其中") || !ends_with_any(key, totals))
		return YS_TOTAL_NONE;
	for (gsize i = 0; i < G_N_ELEMENTS(leads); i++)
		if (starts(key, leads[i]))
			key += strlen(leads[i]);
	if (!strcmp(key, "总计"))
		return YS_TOTAL_GRAND;
	return strcmp(key, "合计") ? YS_TOTAL_OF_SOME : YS_TOTAL_OF_ALL;
}

ys_total ys_wording_total(const char *name)
{
	/* most names are no totals; those need no folding.  Brackets stay: 合计（在职） is not of all. */
	g_autofree char *key = strstr(name, "计") || strstr(name, "計") ? ys_name_key(name) : NULL;

	load();
	return key ? total_of(key) : YS_TOTAL_NONE;
}

ys_row_wording ys_wording_row(const char *name)
{
	g_autofree char *key = plain_key(name);
	gpointer wording;

	load();
	if (starts(key, "其中") || total_of(key))
		return YS_ROW_TOTAL;
	if (g_hash_table_lookup_extended(row_words, key, NULL, &wording))
		return GPOINTER_TO_INT(wording);
	if (g_str_has_suffix(key, "类"))
		return YS_ROW_CATEGORY;
	return YS_ROW_PLAIN;
}

static gboolean name_ends_with_any(const char *name, const GPtrArray *endings)
{
	g_autofree char *key = plain_key(name);

	return ends_with_any(key, endings);
}

gboolean ys_wording_is_body(const char *name)
{
	g_autofree char *key = plain_key(name);

	return ys_body_end_of(key, strlen(key)).anywhere;
}

gboolean ys_wording_is_project(const char *name)
{
	load();
	return name_ends_with_any(name, projects);
}

gboolean ys_wording_is_glossary(const char *heading)
{
	load();
	return name_ends_with_any(heading, glossaries);
}

gboolean ys_wording_has_indicators(const char *text)
{
	load();
	for (guint i = 0; i < indicators->len; i++)
		if (strstr(text, indicators->pdata[i]))
			return TRUE;
	return FALSE;
}

gboolean ys_wording_is_purchase_kind(const char *name)
{
	g_autofree char *key = plain_key(name);

	load();
	return g_hash_table_contains(purchase_kinds, key);
}

const char *ys_wording_behind_content(const char *paragraph)
{
	const char *p = ys_behind_number(paragraph);

	load();
	/* “, ●, 1.1 */
	while (*p && g_unichar_get_script(g_utf8_get_char(p)) != G_UNICODE_SCRIPT_HAN)
		p = g_utf8_next_char(p);
	for (guint i = 0; i < contents->len; i++)
		if (starts(p, contents->pdata[i]))
			return p + strlen(contents->pdata[i]);
	return NULL;
}

/* Behind the year of a form, which some print in the line of the unit: （2022年度）金额单位：万元. */
static const char *behind_year(const char *clean)
{
	const char *p = g_str_has_prefix(clean, "（") ? clean + strlen("（") : clean + (*clean == '(');
	const char *year = p;

	while (g_ascii_isdigit(*p))
		p++;
	if (p - year != 4 || !g_str_has_prefix(p, "年"))
		return clean;
	p += strlen("年");
	p += g_str_has_prefix(p, "度") ? strlen("度") : 0;
	p += g_str_has_prefix(p, "）") ? strlen("）") : *p == ')';
	while (*p == ' ')
		p++;
	return p;
}

/* What stands behind the colon of a line of furniture, and whether that is the owner's name; NULL. */
static const char *behind_colon(const char *line, gpointer *owner)
{
	const char *clean = behind_year(line);
	const char *wide = strstr(clean, "："), *narrow = strchr(clean, ':');
	const char *colon = wide && (!narrow || wide < narrow) ? wide : narrow;
	g_autofree char *head = NULL;
	g_autofree char *key = NULL;

	if (!colon || colon == clean || ys_is_longer(clean, 80) || strstr(clean, "。"))
		return NULL;
	load();
	head = g_strndup(clean, colon - clean);
	key = ys_name_key(head);
	return g_hash_table_lookup_extended(furniture, key, NULL, owner) ? g_utf8_next_char(colon) : NULL;
}

gboolean ys_wording_is_furniture(const char *clean)
{
	gpointer owner;

	return behind_colon(clean, &owner) != NULL;
}

const char *ys_wording_owner(const char *clean)
{
	gpointer owner;
	const char *name = behind_colon(clean, &owner);

	return name && owner ? name : NULL;
}
