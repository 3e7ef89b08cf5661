/* The query language: what is typed as a tree, what is refused and where, and the options
 * beside it. */
#include "src/query/query.h"
#include "src/query/query_private.h"
#include "tests/unit/publication_fixture.h"

/* ---- the tree as text: word, "quoted", [filter], AND(..), OR(..), NOT(..) ---- */

static void append_node(GString *out, const ys_node *node)
{
	static const char *const names[] = { "", "", "AND", "OR", "NOT" };
	g_autofree char *filter = NULL;

	if (node->kind == YS_NODE_WORD) {
		g_string_append_printf(out, node->word->quoted ? "\"%s\"" : "%s", node->word->folded);
		return;
	}
	if (node->kind == YS_NODE_FILTER) {
		filter = ys_filter_text(node->filter);
		g_string_append_printf(out, "[%s]", filter);
		return;
	}
	g_string_append_printf(out, "%s(", names[node->kind]);
	for (guint i = 0; i < node->children->len; i++) {
		if (i)
			g_string_append_c(out, ' ');
		append_node(out, g_ptr_array_index(node->children, i));
	}
	g_string_append_c(out, ')');
}

static const struct tree_row {
	const char *name, *text;
	const char *tree;       /* "": nothing asked */
} tree_rows[] = {
	/* words */
	{ "an empty text asks nothing", "", "" },
	{ "blanks of every width ask nothing", " \t\n　 ", "" },
	{ "a word is a word", "政务云", "政务云" },
	{ "words that stand apart must all match", "政务云 光纤", "AND(政务云 光纤)" },
	{ "a full-width blank separates", "政务云　光纤", "AND(政务云 光纤)" },
	{ "letters and digits inside a run are parts of it", "e企查 IPv6 12345热线", "AND(e企查 ipv6 12345热线)" },
	{ "a dash inside a word is part of it", "2020-2023年", "2020 2023年" },
	{ "a bracket inside a word is part of it", "维修(护)费 保洁", "AND(维修 护 费 保洁)" },
	{ "a bracket of a word closes before that of a group", "(维修(护)费)", "维修 护 费" },
	{ "full-width brackets are text", "（一）主要职责", "一 主要职责" },
	{ "a full-width dash is text", "－保安", "保安" },
	/* characters typed apart */
	{ "three single characters are the word they spell", "政 务 云", "政务云" },
	{ "single digits are a number", "1 2 3 4 5 热线", "AND(12345 热线)" },
	{ "characters spelt between words stay a word of their own", "区级 政 务 云 租赁", "AND(区级 政务云 租赁)" },
	{ "a number and its unit are one word", "光纤 486.30 万元 租赁", "AND(光纤 486.30万元 租赁)" },
	{ "what only begins like a unit is a word", "2021 元旦", "AND(2021 元旦)" },
	{ "a unit behind a word is a word", "光纤 万元", "AND(光纤 万元)" },
	{ "two single characters are two words", "政 务", "AND(政 务)" },
	{ "an operator ends a spelt word", "政 务 云 -租赁", "AND(政务云 NOT(租赁))" },
	/* quotation marks */
	{ "straight quotation marks hold a run together", "\"政务 云\"", "\"政务云\"" },
	{ "Chinese ones do", "“政务 云” 光纤", "AND(\"政务云\" 光纤)" },
	{ "full-width ones do", "＂smart city＂", "\"smart city\"" },
	{ "a straight one ends a word", "编制\"数字政府\"规划", "AND(编制 \"数字政府\" 规划)" },
	{ "a Chinese one inside a word is part of it", "编制“数字政府”规划", "编制数字政府规划" },
	{ "what is quoted is no operator", "\"OR\" \"-x\" \"(a\" \"year:2023\"", "AND(\"or\" \"x\" \"a\" \"year 2023\")" },
	/* operators */
	{ "AND is a blank", "政务云 AND 光纤", "AND(政务云 光纤)" },
	{ "OR makes alternatives", "政务云 OR 光纤", "OR(政务云 光纤)" },
	{ "OR binds less than a blank", "甲县 乙县 OR 丙县 丁县", "OR(AND(甲县 乙县) AND(丙县 丁县))" },
	{ "OR binds less than AND", "甲县 OR 乙县 AND 丙县", "OR(甲县 AND(乙县 丙县))" },
	{ "many alternatives are one list", "甲县 OR 乙县 OR 丙县", "OR(甲县 乙县 丙县)" },
	{ "brackets group", "甲县 (乙县 OR 丙县) 丁县", "AND(甲县 OR(乙县 丙县) 丁县)" },
	{ "a group may come first", "(甲县 OR 乙县) 丙县", "AND(OR(甲县 乙县) 丙县)" },
	{ "alternatives of alternatives are alternatives", "(甲县 OR 乙县) OR 丙县", "OR(甲县 乙县 丙县)" },
	{ "brackets around one word are nothing", "(( 甲县 ))", "甲县" },
	{ "a bracket ends a word", "(甲县 OR 乙县)丙县", "AND(OR(甲县 乙县) 丙县)" },
	{ "a dash before a word excludes it", "政务云 -光纤", "AND(政务云 NOT(光纤))" },
	{ "NOT excludes", "政务云 NOT 光纤", "AND(政务云 NOT(光纤))" },
	{ "AND NOT excludes", "政务云 AND NOT 光纤", "AND(政务云 NOT(光纤))" },
	{ "NOT binds more than a blank", "NOT 甲县 乙县", "AND(NOT(甲县) 乙县)" },
	{ "a group can be excluded", "政务云 -(光纤 OR 专线)", "AND(政务云 NOT(OR(光纤 专线)))" },
	{ "a quoted run can be excluded", "政务云 -\"光纤 租赁\"", "AND(政务云 NOT(\"光纤租赁\"))" },
	{ "excluding twice is written as it is", "政务云 --光纤", "AND(政务云 NOT(NOT(光纤)))" },
	{ "an operator may stand next to a bracket", "甲县 OR(乙县 NOT(丙县))", "OR(甲县 AND(乙县 NOT(丙县)))" },
	{ "an operator may stand next to a quotation mark", "甲县 OR“乙县” OR\"丙县\"",
	  "OR(甲县 \"乙县\" \"丙县\")" },
	{ "small letters are words", "or not and", "AND(or not and)" },
	{ "words may begin like operators", "ORACLE NOTE ANDROID", "AND(oracle note android)" },
	/* fields */
	{ "a field goes with words", "政务云 year:2023", "AND(政务云 [year:2023])" },
	{ "years may be open downwards", "year:..2024", "[year:..2024]" },
	{ "years may be open upwards", "year:2021..", "[year:2021..]" },
	{ "years may be a range", "year:2021..2024", "[year:2021..2024]" },
	{ "fields have Chinese names", "年:2023 类型:table 预决算:决算 地区:白云区 部门:教育局 金额:5 科目:206",
	  "AND([year:2023] [type:table] [kind:决算] [region:白云区] [department:教育局] [amount:5.00万元] "
	  "[code:206])" },
	{ "the year has three", "年份:2021 年度:2022", "AND([year:2021] [year:2022])" },
	{ "a full-width colon is a colon", "年份：2023 金额：500万..1亿",
	  "AND([year:2023] [amount:500.00万元..10,000.00万元])" },
	{ "types are a list", "type:project,item", "[type:project,item]" },
	{ "a quoted value may have blanks", "department:\"交通局 本级\"", "[department:交通局 本级]" },
	{ "Chinese quotation marks do for a value", "部门：“交通局 本级”", "[department:交通局 本级]" },
	{ "a publication is an id", "publication:baaaaaaaaaaaaaaaa 公开:b2222222222222222",
	  "AND([publication:baaaaaaaaaaaaaaaa] [publication:b2222222222222222])" },
	{ "a code by its name", "科目:机关服务", "[code:机关服务]" },
	{ "a code is a code or a beginning", "code:2010302 code:206*", "AND([code:2010302] [code:206*])" },
	{ "an amount has any unit", "amount:11563600元", "[amount:1,156.36万元]" },
	{ "an amount without unit is 万元", "amount:1,156.36", "[amount:1,156.36万元]" },
	{ "a comparison may follow the colon", "amount:>=500万", "[amount:500.00万元..]" },
	{ "a comparison may stand for the colon", "amount>=500万", "[amount:500.00万元..]" },
	{ "the sign ≥ is a comparison", "金额≥500万 金额：≤1亿", "AND([amount:500.00万元..] [amount:..10,000.00万元])" },
	{ "full-width signs are comparisons", "金额＞＝500万 金额＜1元",
	  "AND([amount:500.00万元..] [amount:..0.000099万元])" },
	{ "more than is the next fen", "amount:>1元", "[amount:0.000101万元..]" },
	{ "less than is the fen before", "amount<1元", "[amount:..0.000099万元]" },
	{ "equal is equal", "amount=5 region=白云区", "AND([amount:5.00万元] [region:白云区])" },
	{ "later than a year is the next one", "year>2021", "[year:2022..]" },
	{ "before a year is the one before", "年<2021", "[year:..2020]" },
	{ "up to a year includes it", "year<=2021", "[year:..2021]" },
	{ "a year may have its sign", "year:2021年 年度:２０２２年度..二〇二三年", "AND([year:2021] [year:2022..2023])" },
	{ "amounts may be negative", "amount:>=-1万", "[amount:-1.00万元..]" },
	{ "a document number is a phrase in any brackets",
	  "policy:国办发〔2019〕54号 文号：国办发[2019]54号 policy:国办发(2019)54号",
	  "AND(\"国办发 2019 54号\" \"国办发 2019 54号\" \"国办发 2019 54号\")" },
	{ "a field can be excluded", "-year:2023 甲县", "AND(NOT([year:2023]) 甲县)" },
	{ "fields can be alternatives", "(year:2021 OR region:甲县) 乙县", "AND(OR([year:2021] [region:甲县]) 乙县)" },
	{ "a group ends a value", "(year:2021)甲县", "AND([year:2021] 甲县)" },
	{ "an unknown field is a word", "http://a.b", "http a b" },
	{ "so is an unknown Chinese one", "时间:2023年 12:30", "AND(时间 2023年 12 30)" },
	{ "field names are written small", "Year:2023", "year 2023" },
};

static void text_is_understood(void **state)
{
	const struct tree_row *row = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_node) node = ys_query_parse(row->text, &error);
	g_autoptr(GString) got = g_string_new(NULL);

	if (error)
		fail_msg("%s", error->message);
	if (node)
		append_node(got, node);
	assert_string_equal(got->str, row->tree);
}

/* ---- what is refused ---- */

#define NO_YEAR   " is no year; write 2023, 2021..2024 or 2021.."
#define NO_AMOUNT " is no amount; write 100万..1亿, >=500万 or 1,156.36 (bare numbers are 万元)"
#define NO_TYPE   " is no type; there are publication, section, table, project, item, department, line and all"
#define NO_CODE   " is no code, nor the name of one; write 2010302, 206* for all below 206, or 机关服务"
#define NO_KIND   " is no kind; there are 预算, 决算 and 其他"
#define NO_NAME   " is no name of a region or department"
#define NOTHING   " holds no letter, digit or character to look for"

static const struct error_row {
	const char *name, *text;
	guint at;               /* character at fault */
	const char *message;
} error_rows[] = {
	{ "a quotation mark that stays open", "\"政务云", 1, "this quotation mark is never closed" },
	{ "a Chinese one behind Chinese text", "县级 “政务云", 4, "this quotation mark is never closed" },
	{ "a Chinese one closed by another", "“政务云\"", 1, "this quotation mark is never closed" },
	{ "a full-width one", "县级 ＂政务云”", 4, "this quotation mark is never closed" },
	{ "one of a value", "部门:\"教育局", 4, "this quotation mark is never closed" },
	{ "OR at the end", "甲县 OR", 4, "OR needs something on both sides" },
	{ "OR at the beginning", "OR 甲县", 1, "OR needs something on both sides" },
	{ "OR twice", "甲县 OR OR 乙县", 4, "OR needs something on both sides" },
	{ "OR at the end of a group", "(甲县 OR) 乙县", 5, "OR needs something on both sides" },
	{ "OR at the beginning of a group", "甲县 (OR 乙县)", 5, "OR needs something on both sides" },
	{ "AND at the end", "甲县 AND", 4, "AND needs something on both sides" },
	{ "AND at the beginning", "AND 甲县", 1, "AND needs something on both sides" },
	{ "AND twice", "甲县 AND AND 乙县", 8, "AND needs something on both sides" },
	{ "AND before OR", "甲县 AND OR 乙县", 4, "AND needs something on both sides" },
	{ "AND at the end of a group", "(甲县 AND)", 5, "AND needs something on both sides" },
	{ "NOT alone", "NOT", 1, "there is nothing to exclude" },
	{ "NOT at the end", "甲县 NOT", 4, "there is nothing to exclude" },
	{ "NOT before OR", "甲县 NOT OR 乙县", 4, "there is nothing to exclude" },
	{ "NOT before AND", "甲县 NOT AND 乙县", 4, "there is nothing to exclude" },
	{ "NOT at the end of a group", "(甲县 NOT)", 5, "there is nothing to exclude" },
	{ "a dash before a closing bracket", "(甲县 -)", 5, "there is nothing to exclude" },
	{ "a dash alone", "甲县 -", 4, "'-'" NOTHING },
	{ "a bracket that stays open", "政务云 (甲县", 5, "this bracket is never closed" },
	{ "one behind which the query ends", "政务云 (", 5, "this bracket is never closed" },
	{ "one inside another", "((", 2, "this bracket is never closed" },
	{ "a bracket that closes nothing", "甲县 乙县)", 6, "this bracket closes nothing" },
	{ "a bracket in front that closes nothing", ")甲县", 1, "this bracket closes nothing" },
	{ "brackets around nothing", "政务云 ( )", 5, "there is nothing in the brackets" },
	{ "an excluded nothing", "政务云 -()", 6, "there is nothing in the brackets" },
	{ "punctuation", "甲县 ，", 4, "'，'" NOTHING },
	{ "quotation marks around nothing", "甲县 “”", 5, "''" NOTHING },
	{ "quotation marks around punctuation", "甲县 \"。\"", 5, "'。'" NOTHING },
	{ "a field without a value", "政务云 year:", 10, "the field has no value" },
	{ "a blank before the value", "year: 2023", 6, "the field has no value" },
	{ "a quoted value of nothing", "部门:\"\"", 5, "the field has no value" },
	{ "a year of two digits", "政务云 年：23", 7, "'23'" NO_YEAR },
	{ "a year of five digits", "year:20233", 6, "'20233'" NO_YEAR },
	{ "a year before there were budgets", "year:1890", 6, "'1890'" NO_YEAR },
	{ "a year and what is behind it", "year:2023年预算", 6, "'2023年预算'" NO_YEAR },
	{ "years open on both sides", "year:..", 6, "'..'" NO_YEAR },
	{ "years that run backwards", "year:2024..2021", 6, "the years 2024..2021 run backwards" },
	{ "a comparison inside a range", "year:>2021..2024", 7, "'>2021..2024'" NO_YEAR },
	{ "an unknown kind", "kind:计划", 6, "'计划'" NO_KIND },
	{ "an unknown type", "类型:项目", 4, "'项目'" NO_TYPE },
	{ "an empty type of a list", "type:project,", 6, "''" NO_TYPE },
	{ "a name of punctuation", "region:？", 8, "'？'" NO_NAME },
	{ "an amount of words", "金额:很多", 4, "'很多'" NO_AMOUNT },
	{ "amounts open on both sides", "amount:..", 8, "'..'" NO_AMOUNT },
	{ "a comparison with nothing", "amount>", 8, "the field has no value" },
	{ "a comparison with a range", "amount:>5..10", 9, "'>5..10'" NO_AMOUNT },
	{ "amounts that run backwards", "amount:1亿..100万", 8, "the amounts 1亿..100万 run backwards" },
	{ "an amount finer than a fen", "amount:0.001元", 8, "'0.001元'" NO_AMOUNT },
	{ "an amount beyond all", "amount:99999999999999999999", 8, "'99999999999999999999'" NO_AMOUNT },
	{ "a name that no code has", "code:火星事务", 6, "'火星事务'" NO_CODE },
	{ "a code of letters", "code:abc", 6, "'abc'" NO_CODE },
	{ "the beginning of every code", "code:*", 6, "'*'" NO_CODE },
	{ "a star inside a code", "code:20*1", 6, "'20*1'" NO_CODE },
	{ "a publication that is no id", "publication:b1", 13, "'b1' is no id of a publication; a search prints them" },
	{ "an id of something else", "publication:paaaaaaaaaaaaaaaa", 13,
	  "'paaaaaaaaaaaaaaaa' is no id of a publication; a search prints them" },
	{ "a code too long", "code:2010302010", 6, "'2010302010'" NO_CODE },
	{ "a region compared", "政务云 地区>甲县", 5, "only amounts and years are compared; write a colon behind the field" },
	{ "a document number compared", "文号>1", 1, "only amounts and years are compared; write a colon behind the field" },
};

static void the_character_at_fault_is_named(void **state)
{
	const struct error_row *row = *state;
	g_autofree char *message = g_strdup_printf("character %u of the query: %s", row->at, row->message);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_node) node = ys_query_parse(row->text, &error);

	assert_null(node);
	assert_int_equal(error->domain, YS_REFUSAL);
	assert_string_equal(error->message, message);
}

static const struct whole_row {
	const char *name, *text, *message;
} whole_rows[] = {
	{ "a query that only excludes", "-光纤 NOT 专线", "the query only excludes; name something to look for" },
	{ "a field and a word as alternatives", "年:2023 OR 光纤",
	  "character 1 of the query: a field and a word cannot be alternatives; ask twice" },
	{ "a field and a word as alternatives in a group", "甲县 (光纤 OR year:2023)",
	  "character 5 of the query: a field and a word cannot be alternatives; ask twice" },
	{ "a field and a word excluded together", "光纤 -(year:2023 专线)",
	  "character 4 of the query: a field and a word cannot be excluded together; ask twice" },
	{ "bytes that are no text", "光\xff纤", "the query is not valid UTF-8" },
	{ "half a character", "光\xe7\xba", "the query is not valid UTF-8" },
	{ "a character in more bytes than it needs", "\xc0\xaf", "the query is not valid UTF-8" },
	{ "half a pair of surrogates", "\xed\xa0\x80", "the query is not valid UTF-8" },
};

static void what_cannot_be_answered_is_refused(void **state)
{
	const struct whole_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;

	assert_false(ys_query_set_text(query, row->text, &error));
	assert_int_equal(error->domain, YS_REFUSAL);
	assert_string_equal(error->message, row->message);
}

/* ---- a whole query ---- */

static void nothing_is_asked_at_first(void **state)
{
	g_autoptr(ys_query) query = ys_query_new();

	(void)state;
	assert_true(ys_query_is_empty(query));
	assert_string_equal(query->text, "");
	assert_string_equal(query->folded, "");
	assert_int_equal(query->types, 1u << YS_PROJECT | 1u << YS_ITEM);
	assert_int_equal(query->sort, YS_SORT_RELEVANCE);
	assert_int_equal(query->limit, 10);
	assert_int_equal(query->offset, 0);
}

static const struct text_row {
	const char *name, *text;
	const char *words;      /* joined with '|' */
	const char *folded;
	guint filters;
	gboolean operators, empty;
} text_rows[] = {
	{ "no text has no words", "", "", "", 0, FALSE, TRUE },
	{ "blanks have no words", "  ", "", "", 0, FALSE, TRUE },
	{ "words of Chinese join in the run of all", "政务 云平台", "政务|云平台", "政务云平台", 0, FALSE, FALSE },
	{ "Latin words stay apart in it", "smart city", "smart|city", "smart city", 0, FALSE, FALSE },
	{ "all is folded", "政務雲 ＩＰｖ６", "政务云|ipv6", "政务云ipv6", 0, FALSE, FALSE },
	{ "a filter between words does not part them", "政务云 year:2023 光纤", "政务云|光纤", "政务云光纤", 1, FALSE,
	  FALSE },
	{ "filters alone are a query", "year:2023 kind:预算", "", "", 2, FALSE, FALSE },
	{ "filters of a field stay apart", "year:2021 year:2023", "", "", 2, FALSE, FALSE },
	{ "also in brackets", "(year:2021 year:2023) kind:预算", "", "", 3, FALSE, FALSE },
	{ "a type alone is a query, and no filter", "type:table", "", "", 0, FALSE, FALSE },
	{ "excluded words are none to look for", "政务云 -光纤", "政务云", "政务云", 0, TRUE, FALSE },
	{ "filters may go with excluded words only", "year:2023 -光纤", "", "", 1, TRUE, FALSE },
	{ "alternatives have no run of all", "政务云 OR 光纤", "政务云|光纤", "", 0, TRUE, FALSE },
	{ "AND is an operator though it is a blank", "政务 AND 云", "政务|云", "政务云", 0, TRUE, FALSE },
	{ "fields in a group are one filter", "(year:2021 OR year:2023) 光纤", "光纤", "光纤", 1, TRUE, FALSE },
	{ "brackets without operator change nothing", "(政务 云)", "政务|云", "政务云", 0, FALSE, FALSE },
};

static void words_and_filters_come_apart(void **state)
{
	const struct text_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) words = g_string_new(NULL);

	if (!ys_query_set_text(query, row->text, &error))
		fail_msg("%s", error->message);
	for (guint k = 0; k < query->words->len; k++)
		g_string_append_printf(words, "%s%s", k ? "|" : "",
				       ((ys_word *)g_ptr_array_index(query->words, k))->folded);
	assert_string_equal(query->text, row->text);
	assert_string_equal(words->str, row->words);
	assert_string_equal(query->folded, row->folded);
	assert_int_equal(query->filters->len, row->filters);
	assert_int_equal(query->operators, row->operators);
	assert_int_equal(ys_query_is_empty(query), row->empty);
}

#define ALL_TYPES ((1u << YS_N_TYPES) - 1)

static const struct types_row {
	const char *name, *option, *text;
	guint types;
} types_rows[] = {
	{ "projects and items are looked for", NULL, "政务云", 1u << YS_PROJECT | 1u << YS_ITEM },
	{ "type: says what is looked for", NULL, "政务云 type:section", 1u << YS_SECTION },
	{ "several add up", NULL, "type:section 政务云 类型:table", 1u << YS_SECTION | 1u << YS_TABLE },
	{ "the option adds up with the field", "project", "type:section", 1u << YS_PROJECT | 1u << YS_SECTION },
	{ "below an operator the filter decides alone", NULL, "-type:item 政务云", ALL_TYPES },
	{ "unless the option says more", "project", "-type:item 政务云", 1u << YS_PROJECT },
	{ "a code is in tables", NULL, "code:206*", 1u << YS_TABLE },
	{ "one code or another is", NULL, "code:206* OR code:207*", 1u << YS_TABLE },
	{ "a code and a type are of the type", NULL, "code:206* type:section", 1u << YS_SECTION },
	{ "a code and the option are of the option", "project", "code:206*", 1u << YS_PROJECT },
};

static void types_are_chosen(void **state)
{
	const struct types_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();

	if (row->option)
		assert_true(ys_query_set(query, "type", row->option, NULL));
	assert_true(ys_query_set_text(query, row->text, NULL));
	assert_int_equal(query->types, row->types);
}

static const struct word_row {
	const char *name, *text;
	ys_amount amount;
	gboolean code;
} word_rows[] = {
	{ "a number with a point is an amount", "1,156.36", 115636 * YS_WAN / 100, FALSE },
	{ "its unit may stand apart", "1,156.36 万元", 115636 * YS_WAN / 100, FALSE },
	{ "in full width too", "１，１５６．３６　万元", 115636 * YS_WAN / 100, FALSE },
	{ "a whole number with its unit apart is an amount", "500 万", 500 * YS_WAN, FALSE },
	{ "a number of 万元 is the same", "1156.36万元", 115636 * YS_WAN / 100, FALSE },
	{ "a number of 元 is the same", "11563600元", 115636 * YS_WAN / 100, FALSE },
	{ "元 may be left out behind another unit", "500万", 500 * YS_WAN, FALSE },
	{ "a bare year is no amount", "2023", YS_AMOUNT_NONE, FALSE },
	{ "a unit without number is none", "万家灯火", YS_AMOUNT_NONE, FALSE },
	{ "a size is none", "1.26万平方米", YS_AMOUNT_NONE, FALSE },
	{ "a share is none", "98.14%", YS_AMOUNT_NONE, FALSE },
	{ "what is quoted is none", "\"500万\"", YS_AMOUNT_NONE, FALSE },
	{ "three digits may be a code", "206", YS_AMOUNT_NONE, TRUE },
	{ "five may", "12345", YS_AMOUNT_NONE, TRUE },
	{ "seven may", "2010302", YS_AMOUNT_NONE, TRUE },
	{ "six may not", "201030", YS_AMOUNT_NONE, FALSE },
	{ "what is quoted may not", "\"2010302\"", YS_AMOUNT_NONE, FALSE },
};

static void amounts_and_codes_are_noticed(void **state)
{
	const struct word_row *row = *state;
	g_autoptr(ys_node) node = ys_query_parse(row->text, NULL);

	assert_non_null(node);
	assert_int_equal(node->word->amount, row->amount);
	assert_int_equal(node->word->code, row->code);
}

static const struct synonym_row {
	const char *name, *text;
	gboolean off;
	const char *synonyms;   /* of each word, in brackets */
} synonym_rows[] = {
	{ "a word has other wordings", "食堂", FALSE, "[饭堂 配餐]" },
	{ "they can be switched off", "食堂", TRUE, "[]" },
	{ "what is quoted has none", "\"食堂\"", FALSE, "[]" },
	{ "what is typed as well is no other wording", "食堂 饭堂", FALSE, "[配餐][配餐]" },
	{ "also as an alternative", "食堂 OR 配餐", FALSE, "[饭堂][饭堂]" },
	{ "what is excluded has none", "物业 -食堂", FALSE, "[]" },
};

static void other_wordings_are_added(void **state)
{
	const struct synonym_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GString) got = g_string_new(NULL);

	query->no_synonyms = row->off;
	assert_true(ys_query_set_text(query, row->text, NULL));
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		g_string_append_c(got, '[');
		for (guint k = 0; k < word->synonyms->len; k++)
			g_string_append_printf(got, "%s%s", k ? " " : "", (char *)g_ptr_array_index(word->synonyms, k));
		g_string_append_c(got, ']');
	}
	assert_string_equal(got->str, row->synonyms);
}

/* ---- bounds ---- */

static char *repeated(const char *s, guint times)
{
	GString *out = g_string_new(NULL);

	while (times--)
		g_string_append(out, s);
	return g_string_free(out, FALSE);
}

static const struct bound_row {
	const char *name, *piece;
	guint times;
	const char *message;    /* NULL: accepted */
} bound_rows[] = {
	{ "2 KB are accepted", "a", 2048, NULL },
	{ "one byte more is not", "a", 2049, "the query has 2049 bytes; at most 2048 are allowed" },
	{ "64 KB are not", "云", 21846, "the query has 65538 bytes; at most 2048 are allowed" },
	{ "10,000 brackets are not", "(", 10000, "the query has 10000 bytes; at most 2048 are allowed" },
	{ "nor as many as fit", "(", 2048, "character 33 of the query: more than 32 brackets inside each other" },
	{ "nor as many dashes", "-", 2048, "character 33 of the query: more than 32 exclusions inside each other" },
	{ "nor as many NOT", "NOT ", 512, "character 129 of the query: more than 32 exclusions inside each other" },
	{ "nor brackets and dashes", "(-", 1024, "character 33 of the query: more than 32 brackets inside each other" },
	{ "64 words are accepted", "区级 县级 ", 32, NULL },
	{ "16 words of one character are accepted", "区 县级 ", 16, NULL },
	{ "17 of them are not", "区 县级 ", 17,
	  "character 81 of the query: more than 16 words of a single character; write longer ones" },
	{ "65 words are not", "ab ", 65, "character 193 of the query: more than 64 words" },
	{ "nor as alternatives", "甲县 OR ", 70, "character 385 of the query: more than 64 words" },
	{ "brackets that close nothing are not", ")", 2048, "character 1 of the query: this bracket closes nothing" },
	{ "blanks are accepted", " ", 2048, NULL },
	{ "single characters are one word", "云 ", 500, NULL },
	{ "quotation marks around nothing are not", "\"", 2048,
	  "character 2 of the query: '' holds no letter, digit or character to look for" },
	{ "filters are not words", "year:2023 ", 200, NULL },
};

static void a_query_is_bounded(void **state)
{
	const struct bound_row *row = *state;
	g_autofree char *text = repeated(row->piece, row->times);
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;
	gboolean accepted = ys_query_set_text(query, text, &error);

	assert_int_equal(accepted, error == NULL);
	if (row->message)
		assert_string_equal(error ? error->message : "accepted", row->message);
	else if (error)
		fail_msg("%s", error->message);
}

static void brackets_may_stand_as_deep_as_is_said(void **state)
{
	(void)state;
	for (guint depth = YS_QUERY_DEPTH_MAX - 1; depth <= YS_QUERY_DEPTH_MAX + 1; depth++) {
		g_autofree char *open = repeated("(", depth), *close = repeated(")", depth);
		g_autofree char *text = g_strconcat(open, "甲县", close, NULL);
		g_autoptr(ys_node) node = ys_query_parse(text, NULL);

		assert_int_equal(node != NULL, depth <= YS_QUERY_DEPTH_MAX);
	}
}

static void brackets_side_by_side_are_not_deep(void **state)
{
	g_autofree char *text = repeated("(-(甲县)) ", YS_QUERY_WORDS_MAX);
	g_autoptr(ys_node) node = ys_query_parse(text, NULL);

	(void)state;
	assert_non_null(node);
	assert_int_equal(node->children->len, YS_QUERY_WORDS_MAX);
}

static void a_word_said_twice_is_looked_for_once(void **state)
{
	static const struct {
		const char *text, *folded;
		guint words;
	} rows[] = {
		{ "服务 服务", "服务服务", 1 },
		{ "服务 外包 服务 外包", "服务外包服务外包", 2 },
		{ "服务 \"服务\"", "服务服务", 2 },
		{ "服务 OR 外包 OR 服务", "", 2 },
		{ "(服务 OR 外包) 服务", "", 3 },
		{ "服务 -外包 -外包", "服务", 1 },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(ys_query) query = ys_query_new();

		assert_true(ys_query_set_text(query, rows[i].text, NULL));
		assert_int_equal(query->words->len, rows[i].words);
		assert_string_equal(query->folded, rows[i].folded);
	}
}

/* Every word keeps what it was typed as, and its share of other wordings. */
static void other_wordings_are_bounded(void **state)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(ys_query) query = ys_query_new();
	guint wordings = 0;

	(void)state;
	for (int i = 0; i < 40; i++)
		g_string_append_printf(text, "办事大厅%c%c ", 'a' + i / 26, 'a' + i % 26);
	assert_true(ys_query_set_text(query, text->str, NULL));
	assert_int_equal(query->words->len, 40);
	for (guint i = 0; i < query->words->len; i++) {
		const ys_word *word = g_ptr_array_index(query->words, i);

		assert_int_equal(word->synonyms->len, YS_QUERY_WORDINGS_MAX / 40);
		wordings += word->synonyms->len;
	}
	assert_true(wordings <= YS_QUERY_WORDINGS_MAX);
}

/* No pieces put together crash it; what is refused can be shown. */
static void no_text_is_a_trap(void **state)
{
	static const char *const pieces[] = { "(",    ")",  "\"", "“", "”",       "-",     " ",        "OR", "NOT ",
					      "AND",  "year:", "2023", "..", "amount:", ">=",    "≥",       "云", "：",
					      "policy:", "code:", "*",  ",",  "type:",   "table", "\xff", "\xe4\xba" };
	guint32 seed = 7;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(ys_query) query = ys_query_new();
		g_autoptr(GError) error = NULL;

		for (int i = 0; i < round % 13; i++) {
			seed = seed * 1664525u + 1013904223u;
			g_string_append(text, pieces[(seed >> 16) % G_N_ELEMENTS(pieces)]);
		}
		if (!ys_query_set_text(query, text->str, &error)) {
			assert_int_equal(error->domain, YS_REFUSAL);
			assert_true(g_utf8_validate(error->message, -1, NULL));
		}
	}
}

/* ---- options ---- */

static const struct option_row {
	const char *name, *option, *value;
	const char *message;    /* NULL: accepted */
} option_rows[] = {
	{ "one type", "type", "project", NULL },
	{ "a list of types", "type", "table,section", NULL },
	{ "all types", "type", "all", NULL },
	{ "no type", "type", "", "''" NO_TYPE },
	{ "a type in capitals", "type", "Project", "'Project'" NO_TYPE },
	{ "a year", "year", "2023", NULL },
	{ "years", "year", "2021..2024", NULL },
	{ "no year", "year", "", "''" NO_YEAR },
	{ "a year of five digits", "year", "20233", "'20233'" NO_YEAR },
	{ "a kind", "kind", "决算", NULL },
	{ "no kind", "kind", "", "''" NO_KIND },
	{ "a region", "region", "白云区", NULL },
	{ "a region with blanks and signs", "region", "白 云，区", NULL },
	{ "no region", "region", "", "''" NO_NAME },
	{ "a region of broken bytes", "region", "\xff", "the value of region is not valid UTF-8" },
	{ "a department", "department", "教育局", NULL },
	{ "a department of blanks", "department", " ", "' '" NO_NAME },
	{ "amounts", "amount", "100万..1亿", NULL },
	{ "an amount as printed", "amount", "1,156.36", NULL },
	{ "a comparison", "amount", ">=500万", NULL },
	{ "no amount", "amount", "", "''" NO_AMOUNT },
	{ "the largest amount compared", "amount", ">92233720368547758.07元", NULL },
	{ "a code", "code", "206*", NULL },
	{ "an order", "sort", "amount", NULL },
	{ "an unknown order", "sort", "name", "'name' is no order; there are relevance, amount and year" },
	{ "no hits", "limit", "0", NULL },
	{ "the most hits", "limit", "1000", NULL },
	{ "one hit too many", "limit", "1001", "'1001' is no limit; write a whole number up to 1000" },
	{ "fewer than none", "limit", "-1", "'-1' is no limit; write a whole number up to 1000" },
	{ "a number and a blank", "limit", "10 ", "'10 ' is no limit; write a whole number up to 1000" },
	{ "no number", "limit", "", "'' is no limit; write a whole number up to 1000" },
	{ "a number beyond all", "limit", "99999999999999999999999",
	  "'99999999999999999999999' is no limit; write a whole number up to 1000" },
	{ "an unknown option", "colour", "red", "there is no option colour" },
	{ "an option of broken bytes", "\xff", "red", "there is no option \uFFFD" },
	{ "a value of broken bytes for it", "\xff", "\xff", "the value of \uFFFD is not valid UTF-8" },
	{ "the largest offset", "offset", "100000", NULL },
	{ "an offset too large", "offset", "100001", "'100001' is no offset; write a whole number up to 100000" },
};

static void an_option_is_checked(void **state)
{
	const struct option_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;

	assert_int_equal(ys_query_set(query, row->option, row->value, &error), row->message == NULL);
	if (!row->message) {
		assert_null(error);
		return;
	}
	assert_int_equal(error->domain, YS_REFUSAL);
	assert_string_equal(error->message, row->message);
}

static void a_value_is_bounded(void **state)
{
	g_autofree char *value = repeated("区", 700);
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_false(ys_query_set(query, "region", value, &error));
	assert_string_equal(error->message, "the value of region has 2100 bytes; at most 2048 are allowed");
}

static void options_are_kept(void **state)
{
	g_autoptr(ys_query) query = ys_query_new();
	const ys_filter *filter;

	(void)state;
	assert_true(ys_query_set(query, "sort", "amount", NULL));
	assert_true(ys_query_set(query, "limit", "25", NULL));
	assert_true(ys_query_set(query, "offset", "50", NULL));
	assert_true(ys_query_is_empty(query));
	assert_true(ys_query_set(query, "type", "all", NULL));
	assert_false(ys_query_is_empty(query));
	assert_true(ys_query_set(query, "amount", "500万..", NULL));
	assert_string_equal(ys_sort_name(query->sort), "amount");
	assert_int_equal(query->limit, 25);
	assert_int_equal(query->offset, 50);
	assert_int_equal(query->types, ALL_TYPES);
	assert_int_equal(query->filters->len, 1);
	filter = ((ys_node *)g_ptr_array_index(query->filters, 0))->filter;
	assert_int_equal(filter->kind, YS_FILTER_AMOUNT);
	assert_int_equal(filter->min, 500 * YS_WAN);
	assert_int_equal(filter->max, YS_AMOUNT_NONE);
}

static const struct year_row {
	const char *name, *text;
	gboolean off;
	int year;
} year_rows[] = {
	{ "four digits are a year", "2023", FALSE, 2023 },
	{ "with its sign", "2023年", FALSE, 2023 },
	{ "with its long one", "２０２３年度", FALSE, 2023 },
	{ "in Han digits", "二〇二三年", FALSE, 2023 },
	{ "what else follows is text", "2023年预算", FALSE, 0 },
	{ "more digits are a number", "20231", FALSE, 0 },
	{ "a number that is no year of a budget", "1234", FALSE, 0 },
	{ "what is quoted is text", "\"2023\"", FALSE, 0 },
	{ "so is all without other wordings", "2023", TRUE, 0 },
	{ "a word is none", "政务云", FALSE, 0 },
};

static void years_are_noticed(void **state)
{
	const struct year_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();

	query->no_synonyms = row->off;
	assert_true(ys_query_set_text(query, row->text, NULL));
	assert_int_equal(((const ys_word *)g_ptr_array_index(query->words, 0))->year, row->year);
}

static const struct apart_row {
	const char *name, *text;
	const char *words;      /* "": nothing to take apart */
} apart_rows[] = {
	{ "a name is taken off the run it begins", "青禾政数局光纤租赁", "AND(AND(青禾政数局 光纤租赁))" },
	{ "as it was typed", "青禾縣政數局ＩＰｖ６", "AND(AND(青禾县政数局 ipv6))" },
	{ "with quotation marks inside", "青禾政数局“光纤”租赁", "AND(AND(青禾政数局 光纤租赁))" },
	{ "a dash behind it excludes nothing", "青禾政数局-光纤", "AND(AND(青禾政数局 光纤))" },
	{ "full-width brackets are text", "青禾政数局（光纤）", "AND(AND(青禾政数局 光纤))" },
	{ "brackets that would no longer close are left", "青禾政数局(光纤)", "" },
	{ "beside other words and fields", "光纤 year:2023 青禾政数局租赁", "AND(光纤 青禾政数局 租赁)" },
	{ "of several runs", "青禾政数局光纤 OR 石蕖财政局租赁",
	  "AND(OR(AND(青禾政数局 光纤) AND(石蕖财政局 租赁)))" },
	{ "not of what is excluded", "光纤 -青禾政数局租赁", "" },
	{ "not of what is quoted", "\"青禾政数局光纤\"", "" },
	{ "not where another name begins so", "青禾政数局信息中心", "" },
	{ "not of characters typed apart", "青 禾 政 数 局 光 纤", "" },
	{ "nothing names a body", "光纤租赁", "" },
	{ "nothing", "", "" },
};

static void names_of_bodies_come_apart(void **state)
{
	const struct apart_row *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GString) words = g_string_new(NULL);

	assert_true(ys_query_set_text(query, row->text, NULL));
	if (query->split_body)
		append_node(words, query->split_body->words_tree);
	assert_string_equal(words->str, row->words);
}

static void nothing_comes_apart_without_other_wordings(void **state)
{
	g_autoptr(ys_query) query = ys_query_new();

	(void)state;
	query->no_synonyms = TRUE;
	assert_true(ys_query_set_text(query, "青禾政数局光纤", NULL));
	assert_null(query->split_body);
}

/* What is echoed may be typed again. */
static void a_filter_reads_as_it_would_be_typed(void **state)
{
	guint n = 0;

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(tree_rows); i++) {
		g_autoptr(ys_node) node = ys_query_parse(tree_rows[i].text, NULL), again = NULL;
		g_autofree char *text = NULL, *retyped = NULL;

		if (!node || node->kind != YS_NODE_FILTER || strchr(node->filter->name ? node->filter->name : "", ' '))
			continue;
		text = ys_filter_text(node->filter);
		again = ys_query_parse(text, NULL);
		assert_non_null(again);
		retyped = ys_filter_text(again->filter);
		assert_string_equal(retyped, text);
		n++;
	}
	assert_true(n > 10);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, tree_rows, text_is_understood);
	ADD_ROWS(tests, error_rows, the_character_at_fault_is_named);
	ADD_ROWS(tests, whole_rows, what_cannot_be_answered_is_refused);
	ADD_TEST(tests, nothing_is_asked_at_first);
	ADD_ROWS(tests, text_rows, words_and_filters_come_apart);
	ADD_ROWS(tests, types_rows, types_are_chosen);
	ADD_ROWS(tests, word_rows, amounts_and_codes_are_noticed);
	ADD_ROWS(tests, synonym_rows, other_wordings_are_added);
	ADD_ROWS(tests, bound_rows, a_query_is_bounded);
	ADD_TEST(tests, brackets_may_stand_as_deep_as_is_said);
	ADD_TEST(tests, brackets_side_by_side_are_not_deep);
	ADD_TEST(tests, a_word_said_twice_is_looked_for_once);
	ADD_TEST(tests, other_wordings_are_bounded);
	ADD_ROWS(tests, year_rows, years_are_noticed);
	ADD_ROWS(tests, apart_rows, names_of_bodies_come_apart);
	ADD_TEST(tests, nothing_comes_apart_without_other_wordings);
	ADD_TEST(tests, no_text_is_a_trap);
	ADD_ROWS(tests, option_rows, an_option_is_checked);
	ADD_TEST(tests, a_value_is_bounded);
	ADD_TEST(tests, options_are_kept);
	ADD_TEST(tests, a_filter_reads_as_it_would_be_typed);
	return run_all("query", tests);
}
