/* Names of bodies as people type them. */
#include "src/body_name.h"
#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"

/* ---- who is meant ---- */

static const char *const answers[] = { "other", "unsure", "role", "named" };

static const struct name_row {
	const char *says, *typed, *official, *answer;
} name_rows[] = {
	{ "a short name behind the county", "青禾县政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "the county without its sign", "青禾政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "another short name", "青禾县政务数据局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "city and county without their signs", "澜江青禾政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "one of them with its sign", "澜江市青禾政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "the whole name", "湖南省澜江市青禾县政务服务数据管理局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "the whole name of the role behind a short place", "青禾政务服务数据管理局",
	  "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "a place above that is skipped", "湖南青禾政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "only the place above is another body's", "澜江政数局", "湖南省澜江市青禾县政务服务数据管理局", "other" },
	{ "places in the wrong order are nobody's", "青禾澜江政数局", "湖南省澜江市青禾县政务服务数据管理局", "other" },
	{ "a place said twice is nobody's", "广州广州天河政数局", "广州市天河区政务服务数据管理局", "other" },
	{ "another county's", "青木政数局", "湖南省澜江市青禾县政务服务数据管理局", "other" },
	{ "another role", "青禾财政局", "湖南省澜江市青禾县政务服务数据管理局", "other" },
	{ "a body of no role", "青禾财政局", "湖南省澜江市青禾县星火站", "other" },
	{ "the headquarters is not its office", "青禾县三防指挥部", "青禾县三防指挥部办公室", "role" },
	{ "the role alone, anywhere", "政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "the role alone, of another kind", "财政部", "石蕖县财政局", "other" },
	{ "the ministry", "财政部", "财政部", "named" },
	{ "a commission of the state", "国家发改委", "国家发展和改革委员会", "named" },
	{ "is not that of a place", "国家发改委", "石蕖县发展和改革委员会", "other" },
	{ "its kind of place", "县政数局", "湖南省澜江市青禾县政务服务数据管理局", "named" },
	{ "another kind of place", "区政数局", "湖南省澜江市青禾县政务服务数据管理局", "other" },
	{ "the kind of a street", "街道派出所", "松岚区公安局鹭汀街道派出所", "named" },
	{ "the party said before the kind", "中共区委宣传部", "中共松岚区委员会宣传部", "named" },
	{ "the city's is not its district's", "云沐教育局", "云沐市栖云区教育局", "other" },
	{ "the district's is not the city's", "栖云教育局", "云沐市教育局", "other" },
	{ "a commission", "临澜卫健委", "四川省岚溪市临澜区卫生健康委员会", "named" },
	{ "a commission where it is a bureau", "临澜卫健委", "四川省岚溪市临澜区卫生健康局", "role" },
	{ "what it was called before", "临澜卫计局", "四川省岚溪市临澜区卫生健康局", "role" },
	{ "who was merged into it", "石蕖县工商局", "岩汀市石蕖县市场监督管理局", "role" },
	{ "城管局 for whatever it is called here", "石蕖城管局", "岩汀市石蕖县城市管理和综合执法局", "named" },
	{ "a body that is longer than the role", "石蕖数据局", "岩汀市石蕖县政务服务数据管理局", "other" },
	/* what tells bodies of one role apart */
	{ "a street's office", "鹭汀街道办", "望澜市松岚区鹭汀街道办事处", "named" },
	{ "with its district", "松岚鹭汀街道办", "望澜市松岚区鹭汀街道办事处", "named" },
	{ "the street is not left out", "松岚区街道办", "望澜市松岚区鹭汀街道办事处", "other" },
	{ "nor is a part of its name", "松岚石牌街道办", "望澜市松岚区石牌湾街道办事处", "other" },
	{ "nor where nothing else is said", "街道办", "望澜市松岚区鹭汀街道办事处", "other" },
	{ "a township's government", "苇泊镇政府", "岩汀市石蕖县苇泊镇人民政府", "named" },
	{ "a subject before the role", "石蕖统计局", "岩汀市石蕖县土地统计局", "other" },
	/* places inside names */
	{ "a branch", "栖云公安分局", "云沐市公安局栖云区分局", "named" },
	{ "a branch with its city", "云沐市栖云公安分局", "云沐市公安局栖云区分局", "named" },
	{ "is not the city's bureau", "云沐公安局", "云沐市公安局栖云区分局", "other" },
	{ "another branch", "松岚公安分局", "云沐市公安局栖云区分局", "other" },
	{ "the youth league", "栖云团委", "共青团云沐市栖云区委员会", "named" },
	{ "with the kind of place inside", "团区委", "共青团云沐市栖云区委员会", "named" },
	{ "with the place inside", "团栖云区委", "共青团云沐市栖云区委员会", "named" },
	{ "a party's department", "石蕖县委宣传部", "中共岩汀市石蕖县委员会宣传部", "named" },
	{ "the other way round", "中共石蕖县委员会宣传部", "中共石蕖县委宣传部", "named" },
	{ "a conference", "石蕖县政协", "中国人民政治协商会议石蕖县委员会", "named" },
	{ "a tax office", "石蕖税务局", "国家税务总局石蕖县税务局", "named" },
	/* places that the gazetteer knows */
	{ "a county by its everyday name", "彭水财政局", "重庆市彭水苗族土家族自治县财政局", "named" },
	{ "a province that the name leaves out", "广东广州财政局", "广州市财政局", "named" },
	{ "a district that two cities have", "广州白云财政局", "白云区财政局", "unsure" },
	{ "no place in the name", "广州财政局", "财政局", "unsure" },
	{ "two characters behind a place", "石蕖县法院", "石蕖县人民法院", "named" },
	{ "traditional characters", "青禾縣政數局", "青禾县政务服务数据管理局", "named" },
};

static void a_name_is_understood(void **state)
{
	const struct name_row *row = *state;
	g_autofree char *key = ys_name_key(row->typed);
	g_autoptr(ys_body_asked) asked = ys_body_asked_new(key);

	if (!asked)
		fail_msg("%s names no body", row->typed);
	assert_string_equal(answers[ys_body_is(asked, row->official, NULL)], row->answer);
}

static void a_region_settles_what_the_name_leaves_open(void **state)
{
	g_autoptr(ys_body_asked) asked = ys_body_asked_new("广州白云财政局");
	ys_region guangzhou = { "广东省", "广州市", "白云区", "440111" };
	ys_region guiyang = { "贵州省", "贵阳市", "白云区", "520113" };

	(void)state;
	assert_int_equal(ys_body_is(asked, "白云区财政局", &guangzhou), YS_BODY_NAMED);
	assert_int_equal(ys_body_is(asked, "财政局", &guangzhou), YS_BODY_NAMED);
	assert_int_equal(ys_body_is(asked, "白云区财政局", &guiyang), YS_BODY_OTHER);
	assert_int_equal(ys_body_is(asked, "财政局", &guiyang), YS_BODY_OTHER);
	assert_int_equal(ys_body_is(asked, "广州市财政局", &guangzhou), YS_BODY_OTHER);
}

static void an_everyday_word_is_no_body(void **state)
{
	static const char *const words[] = { "物业管理", "法院", "人大", "政府", "局", "", "12345", "服务中心", "办公室" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		g_autoptr(ys_body_asked) asked = ys_body_asked_new(words[i]);

		if (asked)
			fail_msg("%s is taken for a %s", words[i], ys_body_asked_role(asked));
	}
}

static void the_place_is_known_by_its_codes(void **state)
{
	static const char *const rows[][2] = {
		{ "广州白云政数局", "440111" }, { "广州政数局", "440100" }, { "青禾政数局", "" }, { "政数局", "" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(ys_body_asked) asked = ys_body_asked_new(rows[i][0]);
		g_autoptr(GPtrArray) codes = ys_body_asked_codes(asked);

		assert_int_equal(codes->len, *rows[i][1] ? 1 : 0);
		if (codes->len)
			assert_string_equal(g_ptr_array_index(codes, 0), rows[i][1]);
	}
}

static const struct start_row {
	const char *says, *run, *name;  /* "": begins with none */
} start_rows[] = {
	{ "a short name", "青禾政数局光纤租赁", "青禾政数局" },
	{ "a full one", "湖南省澜江市青禾县政务服务数据管理局光纤租赁", "湖南省澜江市青禾县政务服务数据管理局" },
	{ "the kind of place is one", "县政数局光纤", "县政数局" },
	{ "two characters behind a place", "石蕖县法院安保", "石蕖县法院" },
	{ "the place inside", "云沐市公安局栖云区分局安保", "云沐市公安局栖云区分局" },
	{ "the longer of two roles", "青禾县人民政府办公室保洁", "青禾县人民政府办公室" },
	{ "a body is no place", "青禾政数局信息中心机房", "青禾政数局" },
	{ "digits may follow", "青禾政数局12345热线", "青禾政数局" },
	{ "no place", "公安局域网", "" },
	{ "one character behind it", "青禾县财政局长", "" },
	{ "nothing behind it", "青禾政数局", "" },
	{ "not at the beginning", "光纤租赁青禾政数局", "" },
	{ "no name", "物业管理", "" },
	{ "nothing", "", "" },
};

static void a_name_begins_a_run(void **state)
{
	const struct start_row *row = *state;
	gsize len = ys_body_at_start(row->run);
	g_autofree char *name = g_strndup(row->run, len);

	assert_string_equal(name, row->name);
}

/* ---- short names ---- */

static const struct alias_row {
	const char *says, *official, *aliases;
} alias_rows[] = {
	{ "the last place, with its sign and without", "云沐市栖云区住房和城乡建设局", "栖云区住建局 栖云住建局" },
	{ "not those of who was merged into it", "石蕖县市场监督管理局",
	  "石蕖县市监局 石蕖市监局 石蕖县市场监管局 石蕖市场监管局" },
	{ "not those of another kind", "临澜区卫生健康局", "临澜区卫健局 临澜卫健局" },
	{ "a commission's", "临澜区卫生健康委员会",
	  "临澜区卫健委 临澜卫健委 临澜区卫生健康委 临澜卫生健康委" },
	{ "a street with its district", "望澜市松岚区鹭汀街道办事处",
	  "鹭汀街道办 松岚区鹭汀街道办 鹭汀街办 松岚区鹭汀街办" },
	{ "a branch", "云沐市公安局栖云区分局", "栖云区公安分局 栖云公安分局" },
	{ "a role that nobody shortens", "石蕖县图书馆", "" },
	{ "no place", "财政局", "" },
	{ "no body of the table", "石蕖县第一小学", "" },
	{ "nothing", "", "" },
};

static void short_names_are_made(void **state)
{
	const struct alias_row *row = *state;
	const ys_region none = { NULL, NULL, NULL, NULL };
	g_autoptr(GPtrArray) aliases = ys_body_aliases(row->official, &none);
	g_autofree char *joined = NULL;

	g_ptr_array_add(aliases, NULL);
	joined = g_strjoinv(" ", (char **)aliases->pdata);
	assert_string_equal(joined, row->aliases);
}

/* What is printed as a name must find whom it names. */
static void every_short_name_is_understood(void **state)
{
	const ys_region none = { NULL, NULL, NULL, NULL };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(alias_rows); i++) {
		g_autoptr(GPtrArray) aliases = ys_body_aliases(alias_rows[i].official, &none);

		for (guint k = 0; k < aliases->len; k++) {
			g_autoptr(ys_body_asked) asked = ys_body_asked_new(g_ptr_array_index(aliases, k));

			assert_non_null(asked);
			assert_int_equal(ys_body_is(asked, alias_rows[i].official, NULL), YS_BODY_NAMED);
		}
	}
}

/* ---- the table ---- */

/* Behind the name of a place every name of the table must lead back to its line, and the short ones to
 * the official ones. */
static void every_name_of_the_table_means_its_line(void **state)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", "bodies", NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	guint roles = 0;

	(void)state;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) names = NULL;
		g_autofree char *official = NULL;

		if (!**line || **line == '#')
			continue;
		roles++;
		names = g_strsplit_set(*line, " \t", -1);
		official = g_strdup_printf("石蕖县%s", *names);
		if (strchr(official, '~')) {
			g_auto(GStrv) halves = g_strsplit(*names, "~", 2);

			g_free(official);
			official = g_strdup_printf("%s石蕖县%s", halves[0], halves[1]);
		}
		for (char **name = names; *name; name++) {
			g_auto(GStrv) halves = g_strsplit(*name, "~", 2);
			g_autofree char *typed = halves[1] ? g_strdup_printf("%s石蕖县%s", halves[0], halves[1])
							   : g_strdup_printf("石蕖%s", *name);
			g_autofree char *key = ys_name_key(typed);
			g_autoptr(ys_body_asked) asked = ys_body_asked_new(key);

			if (!asked || ys_body_is(asked, official, NULL) < YS_BODY_ROLE)
				fail_msg("%s is not understood as %s", typed, official);
		}
	}
	assert_true(roles >= 150);
}

int main(void)
{
	struct CMUnitTest names[G_N_ELEMENTS(name_rows)];
	struct CMUnitTest starts[G_N_ELEMENTS(start_rows)];
	struct CMUnitTest aliases[G_N_ELEMENTS(alias_rows)];
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_region_settles_what_the_name_leaves_open),
		cmocka_unit_test(an_everyday_word_is_no_body),
		cmocka_unit_test(the_place_is_known_by_its_codes),
		cmocka_unit_test(every_short_name_is_understood),
		cmocka_unit_test(every_name_of_the_table_means_its_line),
	};

	for (gsize i = 0; i < G_N_ELEMENTS(name_rows); i++)
		names[i] = (struct CMUnitTest){ name_rows[i].says, a_name_is_understood, NULL, NULL,
						(void *)&name_rows[i] };
	for (gsize i = 0; i < G_N_ELEMENTS(start_rows); i++)
		starts[i] = (struct CMUnitTest){ start_rows[i].says, a_name_begins_a_run, NULL, NULL,
						 (void *)&start_rows[i] };
	for (gsize i = 0; i < G_N_ELEMENTS(alias_rows); i++)
		aliases[i] = (struct CMUnitTest){ alias_rows[i].says, short_names_are_made, NULL, NULL,
						  (void *)&alias_rows[i] };
	return cmocka_run_group_tests(names, NULL, NULL) + cmocka_run_group_tests(starts, NULL, NULL) +
	       cmocka_run_group_tests(aliases, NULL, NULL) + cmocka_run_group_tests(tests, NULL, NULL);
}
