#include "src/region.h"

#include "tests/unit/words_fixture.h"

/* The divisions are real, the bodies are made up. */
typedef struct {
	const char *says;
	const char *name;
	const char *province, *city, *county;
} name_row;

static const name_row resolved[] = {
	{ "a county alone tells its parents", "舟曲县某某局", "甘肃省", "甘南藏族自治州", "舟曲县" },
	{ "a county of one character", "兴县某某局", "山西省", "吕梁市", "兴县" },
	{ "a prefecture has no county", "眉山市某某局", "四川省", "眉山市", NULL },
	{ "a province has no city", "海南省某某办公室", "海南省", NULL, NULL },
	{ "a chain of three", "四川省达州市宣汉县某某中心", "四川省", "达州市", "宣汉县" },
	{ "a chain without the city", "四川省宣汉县某某中心", "四川省", "达州市", "宣汉县" },
	{ "a municipality's district is the county", "上海市普陀区某某局", "上海市", NULL, "普陀区" },
	{ "a city ends both levels: 临湘市", "临湘市某某局", "湖南省", "岳阳市", "临湘市" },
	{ "a county-level city under the province", "仙桃市某某局", "湖北省", NULL, "仙桃市" },
	{ "a forest district under the province", "神农架林区某某局", "湖北省", NULL, "神农架林区" },
	{ "a city without counties", "嘉峪关市某某局", "甘肃省", "嘉峪关市", NULL },
	{ "a longer name beats the province in it", "海南区某某局", "内蒙古自治区", "乌海市", "海南区" },
	{ "the same name at two levels", "吉林省吉林市某某局", "吉林省", "吉林市", NULL },
	{ "an ambiguous county behind its city", "广州市白云区某某局", "广东省", "广州市", "白云区" },

	{ "a party committee", "中国共产党绿春县委员会某某室", "云南省", "红河哈尼族彝族自治州", "绿春县" },
	{ "a party committee, shortened", "中共邵阳县委某某部", "湖南省", "邵阳市", "邵阳县" },
	{ "a consultative conference", "政协兰州市委员会", "甘肃省", "兰州市", NULL },
	{ "a youth league", "共青团舟曲县委员会", "甘肃省", "甘南藏族自治州", "舟曲县" },
	{ "a democratic party", "九三学社兰州市委员会", "甘肃省", "兰州市", NULL },
	{ "the corps in front of a city", "新疆生产建设兵团第八师石河子市某某局", "新疆维吾尔自治区", NULL, "石河子市" },
	{ "the corps itself", "新疆生产建设兵团某某局", "新疆维吾尔自治区", NULL, NULL },

	{ "a short prefecture", "文山州西畴县某某镇", "云南省", "文山壮族苗族自治州", "西畴县" },
	{ "two peoples dropped", "贵州省黔东南州凯里市某某局", "贵州省", "黔东南苗族侗族自治州", "凯里市" },
	{ "a short autonomous county", "甘肃省张家川县某某院", "甘肃省", "天水市", "张家川回族自治县" },
	{ "peoples dropped before 自治县", "镇宁自治县某某院", "贵州省", "安顺市", "镇宁布依族苗族自治县" },
	{ "县 lost", "重庆市彭水苗族土家族自治某某局", "重庆市", NULL, "彭水苗族土家族自治县" },
	{ "自治县 lost", "重庆市彭水苗族土家族某某局", "重庆市", NULL, "彭水苗族土家族自治县" },
	{ "a county named after its people", "鄂温克族自治旗某某局", "内蒙古自治区", "呼伦贝尔市", "鄂温克族自治旗" },
	{ "a short autonomous region", "广西柳州市某某局", "广西壮族自治区", "柳州市", NULL },
	{ "the region's own 区", "广西区某某局", "广西壮族自治区", NULL, NULL },
	{ "a city without 市 in a school's name", "保定九中", "河北省", "保定市", NULL },
	{ "a province without 省", "湖南某某学院", "湖南省", NULL, NULL },
	{ "of equal short names the province is meant", "海南某某学院", "海南省", NULL, NULL },
	{ "a city without 市 before its county", "达州宣汉县某某局", "四川省", "达州市", "宣汉县" },
	{ "an abolished county", "禄丰县某某局", "云南省", "楚雄彝族自治州", "禄丰市" },
	{ "a city that became a district", "即墨市某某局", "山东省", "青岛市", "即墨区" },
	{ "a prefecture above others", "伊犁哈萨克自治州塔城地区某某局", "新疆维吾尔自治区", "塔城地区", NULL },
	{ "the same, shortened", "伊犁州阿勒泰地区某某局", "新疆维吾尔自治区", "阿勒泰地区", NULL },

	{ "a branch for a district", "随州市某某局曾都区分局", "湖北省", "随州市", "曾都区" },
	{ "a branch for a district without 区", "杭州市某某局萧山分局", "浙江省", "杭州市", "萧山区" },
	{ "a branch of what is no bureau", "杭州市某某学校萧山分院", "浙江省", "杭州市", "萧山区" },
	{ "a branch that is called 管理局", "深圳市某某局南山管理局", "广东省", "深圳市", "南山区" },
	{ "a branch in a new district", "上海市某某局浦东分局", "上海市", NULL, "浦东新区" },
	{ "a branch in a township", "东莞市某某局东坑分局", "广东省", "东莞市", NULL },
	{ "a branch that is named first", "宜春市樟树生态环境局", "江西省", "宜春市", "樟树市" },
	{ "an area of a free trade zone", "中国(黑龙江)自由贸易试验区绥芬河片区管理委员会",
	  "黑龙江省", "牡丹江市", "绥芬河市" },
	{ "a free trade zone", "中国（上海）自由贸易试验区某某管理委员会", "上海市", NULL, NULL },
	{ "a free trade zone whose province is named in full", "中国(黑龙江省)自由贸易试验区某某局", "黑龙江省", NULL, NULL },
	{ "a zone that statistics count is no county", "苏州工业园区某某局", "江苏省", "苏州市", NULL },
	{ "a zone that two names tell is one", "岳阳市屈原管理区某某局", "湖南省", "岳阳市", NULL },
	{ "a zone that is not in the table", "合肥高新区管委会", "安徽省", "合肥市", NULL },

	{ "a place in the middle does not mislead", "柳州市马鞍山某某园", "广西壮族自治区", "柳州市", NULL },
	{ "a park that reads like a city", "北京市朝阳区大兴公园", "北京市", NULL, "朝阳区" },
	{ "a scenic area that reads like a district", "杭州市西湖某某管理处", "浙江省", "杭州市", NULL },
	{ "a district behind another body's name is not the body's", "兰州市某某大厦西固区门口", "甘肃省", "兰州市", NULL },
};

static const char *const unresolved[] = {
	"", "某某局", "教育局", "市政协", "县委某某部", "高新区管委会", "青苗镇人民政府", "上海路某某小学", "长春镇人民政府", "长春县某某局",
	"山东庄镇人民政府", "广安门某某医院", "中山某某医院", "朝阳某某中学", "解放军某某医院", "第一师范某某",
	"北京师范大学贵阳附属中学", "中国", "中国(", "中国(黑龙江", "中国(绥芬河)自由贸易试验区某某局", "中共", "第", "区", "\xff\xfe\x80", "白\xe4\xba",
};

static void check(const char *says, const char *wanted, const char *got)
{
	if (g_strcmp0(wanted, got))
		fail_msg("%s: %s instead of %s", says, got ? got : "nothing", wanted ? wanted : "nothing");
}

static void names_of_bodies_tell_their_region(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(resolved); i++) {
		const name_row *row = &resolved[i];
		ys_region region, again;
		char *candidates = (char *)"";

		if (ys_region_of_name(row->name, NULL, &region, &candidates) != YS_REGION_RESOLVED)
			fail_msg("%s: %s is not resolved", row->says, row->name);
		assert_null(candidates);
		check(row->says, row->province, region.province);
		check(row->says, row->city, region.city);
		check(row->says, row->county, region.county);
		assert_true(ys_region_of_code(region.code, &again));
		assert_memory_equal(&region, &again, sizeof(region));
	}
}

static void names_without_a_division_stay_open(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(unresolved); i++) {
		ys_region region;

		if (ys_region_of_name(unresolved[i], NULL, &region, NULL) != YS_REGION_NONE)
			fail_msg("%s: %s", unresolved[i], region.code);
		assert_null(region.province);
		assert_null(region.code);
	}
	{
		ys_region region;

		assert_int_equal(ys_region_of_name(NULL, NULL, &region, NULL), YS_REGION_NONE);
	}
}

#define EACH_KIND "湖南省、岳阳市、华容县、天河区、恩施州、准格尔旗、锡林郭勒盟、塔城地区、广西壮族自治区、"
#define ALL_KINDS EACH_KIND EACH_KIND

/* What the words of a class in data/places do: the region of a body, with a hint in the next line. */
static const class_row class_rows[] = {
	{ "authority", "某某乡人民政府\n经华容县%s批复", "430623", NULL },
	{ "below", "长春%s人民政府", "none", NULL },
	{ "branch", "杭州市某某局萧山%s", "330109", NULL },
	{ "common", "某某乡人民政府\n益阳市南县%s，益阳市南县%s，益阳市南县%s", "430900", NULL },
	{ "corps", "新疆%s石河子市某某局", "659001", NULL },
	{ "county", "青禾%s某某局\n青田县、青田县、青田县", "none", NULL },
	{ "elsewhere", "北京师范%s贵阳附属中学", "none", NULL },
	{ "formation", "新疆第八%s石河子市某某局", "659001", NULL },
	{ "kind", "%s政协\n" ALL_KINDS, "%s.", NULL },
	{ "no_kind", "%s某某中心\n湖南省、湖南省、湖南省", "430000", "市" },
	{ "organisation", "%s兰州市委员会", "620100", NULL },
	{ "party", "%s兰州市委员会", "620100", NULL },
	{ "place", "上海%s某某小学", "none", NULL },
	{ "sign", "%s政协\n" ALL_KINDS, "%s.", NULL },
	{ "trade_zone", "中国(黑龙江)%s绥芬河片区管理委员会", "231081", NULL },
	{ "trade_zone_lead", "%s(黑龙江)自由贸易试验区绥芬河片区管理委员会", "231081", NULL },
	{ "vertical", "衡阳市石鼓%s", "430407", NULL },
	{ "vertical", "宜春市宜丰%s某某局", "360924", NULL },
};

/* The code and the name of the deepest division known. */
static char *region_of(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", 2);
	ys_region region;

	ys_region_of_name(lines[0], lines[1], &region, NULL);
	return g_strdup_printf("%s %s.", region.code ? region.code : "none",
			       region.county ? region.county : region.city ? region.city : region.province);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("places", class_rows, G_N_ELEMENTS(class_rows), region_of);
}

static void ambiguous_names_fill_only_what_is_shared(void **state)
{
	static const struct {
		const char *name, *province, *candidates;
	} rows[] = {
		{ "白云区某某局", NULL, "广东省广州市白云区, 贵州省贵阳市白云区" },
		{ "朝阳区某某局", NULL, "北京市朝阳区, 吉林省长春市朝阳区" },
		{ "山西省城区某某局", "山西省", "山西省阳泉市城区, 山西省晋城市城区" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *candidates = NULL;
		ys_region region;

		assert_int_equal(ys_region_of_name(rows[i].name, NULL, &region, &candidates),
				 YS_REGION_AMBIGUOUS);
		check(rows[i].name, rows[i].candidates, candidates);
		check(rows[i].name, rows[i].province, region.province);
		assert_null(region.city);
		assert_null(region.county);
	}
}

typedef struct {
	const char *says, *name, *hint;
	const char *code;       /* NULL: still open */
} hint_row;

static const hint_row hints[] = {
	{ "the city's full name decides", "白云区某某局", "广州市财政局批复", "440111" },
	{ "the city's short name decides", "白云区某某局", "贵阳的某某项目", "520113" },
	{ "both cities named alike decide nothing", "白云区某某局", "广州市和贵阳市", NULL },
	{ "the city that is named twice as often wins", "白云区某某局", "贵阳市、贵阳市，不是广州市", "520113" },
	{ "the name alone again decides nothing", "白云区某某局", "白云区某某局，白云区", NULL },
	{ "a township's text names its county", "青苗乡人民政府", "青田县青苗乡位于青田县东部", "331121" },
	{ "once is not enough", "青苗乡人民政府", "青田县青苗乡", NULL },
	{ "two counties alike decide nothing", "某某乡人民政府", "青田县、青田县、宣汉县、宣汉县", NULL },
	{ "a county's text names its city as often", "某某乡人民政府", "丽水市青田县，丽水市青田县", "331121" },
	{ "a city's text names the city more often", "教育局", "岳阳市、岳阳市、岳阳市、岳阳市临湘市、临湘市", "430600" },
	{ "市 in front wants a city", "市政协", "岳阳市、岳阳市；华容县、华容县、华容县", "430600" },
	{ "县 in front wants a county", "县政协", "岳阳市、岳阳市、岳阳市；华容县、华容县", "430623" },
	{ "县 behind an organisation wants one", "政协县委员会", "岳阳市、岳阳市、岳阳市；华容县、华容县", "430623" },
	{ "省 in front wants a province", "省某某厅", "湖南省、湖南省；长沙市、长沙市", "430000" },
	{ "an ambiguous county with its city", "某某街道", "贵阳市白云区，白云区某某街道，白云区", "520113" },
	{ "an ambiguous county without a city", "某某街道", "白云区某某街道，白云区，白云区", NULL },
	{ "南县 inside other words is no county", "某某乡人民政府", "湖南县域经济，湖南县域，河南县域，河南县域", NULL },
	{ "南县 behind its city is one", "某某乡人民政府", "益阳市南县某某乡，益阳市南县", "430921" },
	{ "a county that is not in the table is none of those named", "青禾县某某局", "青田县、青田县、青田县", NULL },
	{ "农贸市场 is no city", "农贸市场某某中心", "青田县、青田县、青田县", "331121" },
	{ "the name is believed before the hint", "眉山市某某局", "青田县、青田县、青田县", "511400" },
	{ "a damaged hint does no harm", "某某乡人民政府", "\xe5\x8d\xff青田县\xe5青田县\xe5\x8d", "331121" },
	{ "an empty hint tells nothing", "某某乡人民政府", "", NULL },
};

static void other_text_decides_only_clearly(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(hints); i++) {
		ys_region region;
		ys_region_status status = ys_region_of_name(hints[i].name, hints[i].hint, &region, NULL);

		check(hints[i].says, hints[i].code, region.code);
		assert_int_equal(status == YS_REGION_RESOLVED, hints[i].code != NULL);
	}
}

/* Every row of the data, found by its name behind those of its parents. */
static void every_division_is_found_by_its_own_name(void **state)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "data", "divisions.csv", NULL);
	g_autofree char *text = NULL;
	g_autoptr(GHashTable) full = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_auto(GStrv) lines = NULL;
	guint found = 0;

	(void)state;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i]; i++) {
		g_auto(GStrv) f = g_strsplit(lines[i], ",", -1);
		g_autofree char *body = NULL;
		const char *parent;
		char *name;
		ys_region region, of_code;

		if (g_strv_length(f) != 4 || *f[0] == '#')
			continue;
		parent = g_hash_table_lookup(full, f[3]);
		/* 东莞市 and its like stand twice, as city and in place of its counties */
		if (parent && g_str_has_suffix(parent, f[1]))
			continue;
		name = g_strconcat(parent ? parent : "", f[1], NULL);
		g_hash_table_insert(full, g_strdup(f[0]), name);
		body = g_strconcat(name, "某某局", NULL);
		if (ys_region_of_name(body, NULL, &region, NULL) != YS_REGION_RESOLVED)
			fail_msg("%s is not resolved", body);
		check(body, f[0], region.code);
		assert_true(ys_region_of_code(f[0], &of_code));
		assert_true(ys_region_is_named(&of_code, f[1]));
		found++;
	}
	assert_true(found > 3300);
}

static void codes_named_lists_every_meaning(void **state)
{
	static const struct {
		const char *name, *codes;
	} rows[] = {
		{ "广东省", "440000" },
		{ "广州", "440100" },
		{ "白云区", "440111 520113" },
		{ "白云", "440111 520113" },
		{ "中山", "210202 442000" },
		{ "黔东南州", "522600" },
		{ "彭水", "500243" },
		{ "花都市", "440114" },
		{ "苏州工业园区", "320576" },
		{ "南", "" },
		{ "某某县", "" },
		{ "广州市某某局", "" },
		{ "", "" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GPtrArray) codes = ys_region_codes_named(rows[i].name);
		g_autoptr(GString) list = g_string_new(NULL);

		for (guint k = 0; k < codes->len; k++)
			g_string_append_printf(list, "%s%s", k ? " " : "",
					       (char *)g_ptr_array_index(codes, k));
		check(rows[i].name, rows[i].codes, list->str);
	}
}

static void an_outer_name_tells_divisions_of_one_name_apart(void **state)
{
	static const struct {
		const char *name, *codes;
	} rows[] = {
		{ "白云区", "440111 520113" },
		{ "广州市白云区", "440111" },
		{ "贵阳白云", "520113" },
		{ "贵州省白云区", "520113" },
		{ "广东省广州市白云区", "440111" },
		{ "广东广州", "440100" },
		{ "广东", "440000" },
		{ "重庆市彭水", "500243" },
		{ "贵阳市天河区", "" },
		{ "天河区广州市", "" },
		{ "广州市某某局", "" },
		{ "广州市", "440100" },
		{ "", "" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GPtrArray) codes = ys_region_codes_meant(rows[i].name);
		g_autoptr(GString) list = g_string_new(NULL);

		for (guint k = 0; k < codes->len; k++)
			g_string_append_printf(list, "%s%s", k ? " " : "", (char *)g_ptr_array_index(codes, k));
		check(rows[i].name, rows[i].codes, list->str);
	}
}

/* A long text of names is no reason to try all ways to cut it. */
static void many_names_in_a_row_are_no_division(void **state)
{
	g_autoptr(GString) name = g_string_new(NULL);

	(void)state;
	for (int i = 0; i < 10000; i++)
		g_string_append(name, "北京北京市");
	for (int i = 0; i < 100; i++) {
		g_autoptr(GPtrArray) codes = ys_region_codes_meant(name->str);

		assert_int_equal(codes->len, 0);
	}
}

static void a_region_is_named_at_each_level(void **state)
{
	static const struct {
		const char *code, *name;
		gboolean named;
	} rows[] = {
		{ "440111", "广东省", TRUE },   { "440111", "广州", TRUE },   { "440111", "白云区", TRUE },
		{ "440111", "白云", TRUE },     { "440111", "贵阳市", FALSE }, { "440111", "广州市白云区", FALSE },
		{ "520113", "广州市", FALSE },  { "440100", "白云区", FALSE }, { "320576", "苏州", TRUE },
		{ "320576", "苏州工业园区", TRUE },
	};
	ys_region unknown = { NULL, NULL, NULL, NULL };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		ys_region region;

		assert_true(ys_region_of_code(rows[i].code, &region));
		if (ys_region_is_named(&region, rows[i].name) != rows[i].named)
			fail_msg("%s and %s", rows[i].code, rows[i].name);
	}
	assert_false(ys_region_is_named(&unknown, "广东省"));
}

static void unknown_codes_are_refused(void **state)
{
	static const char *const codes[] = { "", "44", "999999", "440111 ", "000000", "abcdef", NULL };
	ys_region region;

	(void)state;
	for (guint i = 0; codes[i]; i++) {
		assert_false(ys_region_of_code(codes[i], &region));
		assert_null(region.province);
	}
	assert_false(ys_region_of_code(NULL, &region));
}

/* Neither time nor stack grows with a hostile name. */
static void long_names_and_hints_are_bounded(void **state)
{
	static const char *const pieces[] = { "塔城地区", "伊犁州塔城地区", "中共", "白云区", "\xe4", "新疆生产建设兵团", "大学" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		ys_region region;

		while (text->len < 1024 * 1024)
			g_string_append(text, pieces[i]);
		ys_region_of_name(text->str, NULL, &region, NULL);
		ys_region_of_name("某某局", text->str, &region, NULL);
		ys_region_of_name(text->str, text->str, &region, NULL);
	}
}

/* Of names that also mean something else without their suffix only the full ones. */
static void names_that_hold_a_character_are_known(void **state)
{
	g_autoptr(GPtrArray) names = ys_region_names_with("云");
	static const char *const has[] = { "白云", "密云", "云南" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(has); i++)
		if (!g_ptr_array_find_with_equal_func(names, has[i], g_str_equal, NULL))
			fail_msg("%s is not known", has[i]);
	assert_false(g_ptr_array_find_with_equal_func(names, "云南省", g_str_equal, NULL));
	for (guint i = 0; i < names->len; i++)
		if (!strstr(g_ptr_array_index(names, i), "云") || !strcmp(g_ptr_array_index(names, i), "云"))
			fail_msg("%s", (const char *)g_ptr_array_index(names, i));
}

static const name_row written[] = {
	{ "a chain that the table has", "广东省广州市白云区", "广东省", "广州市", "白云区" },
	{ "a name that tells itself", "舟曲县", "甘肃省", "甘南藏族自治州", "舟曲县" },
	{ "an invented chain", "岚澜省沧澜市石岚区", "岚澜省", "沧澜市", "石岚区" },
	{ "an invented county below a city that the table has", "广东省广州市苇泊区", "广东省", "广州市", "苇泊区" },
	{ "an invented county alone", "苇泊县", NULL, NULL, "苇泊县" },
	{ "a city that lies in a city is a county", "岚澜省沧澜市芷汀市", "岚澜省", "沧澜市", "芷汀市" },
	{ "a prefecture and a banner", "岚澜自治区岚溪自治州芷汀旗", "岚澜自治区", "岚溪自治州", "芷汀旗" },
	{ "a name that holds an ending", "岚澜省苇州市区岚县", "岚澜省", "苇州市", "区岚县" },
};

/* What is written is taken, and kept as one string. */
static void written_regions_are_taken_as_written(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
		const name_row *row = &written[i];
		g_autofree char *key = NULL;
		ys_region region, again;

		if (ys_region_of_written(row->name, &region) != YS_REGION_RESOLVED)
			fail_msg("%s: %s is not taken", row->says, row->name);
		check(row->says, row->province, region.province);
		check(row->says, row->city, region.city);
		check(row->says, row->county, region.county);
		key = ys_region_key(&region);
		assert_true(ys_region_of_key(key, &again));
		assert_memory_equal(&region, &again, sizeof(region));
	}
}

static void what_is_written_as_no_region_is_refused(void **state)
{
	static const char *const none[] = { "", "教育局", "岚澜省教育局", "石岚区岚澜省", "市", "芷汀区苇泊县" };
	ys_region region;

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
		if (ys_region_of_written(none[i], &region) != YS_REGION_NONE)
			fail_msg("%s is taken", none[i]);
	assert_int_equal(ys_region_of_written("白云区", &region), YS_REGION_AMBIGUOUS);
	assert_false(ys_region_of_key("", &region));
	assert_false(ys_region_of_key("||", &region));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_bodies_tell_their_region),
		cmocka_unit_test(names_without_a_division_stay_open),
		cmocka_unit_test(every_word_of_the_data_does_what_its_class_says),
		cmocka_unit_test(ambiguous_names_fill_only_what_is_shared),
		cmocka_unit_test(other_text_decides_only_clearly),
		cmocka_unit_test(every_division_is_found_by_its_own_name),
		cmocka_unit_test(codes_named_lists_every_meaning),
		cmocka_unit_test(an_outer_name_tells_divisions_of_one_name_apart),
		cmocka_unit_test(many_names_in_a_row_are_no_division),
		cmocka_unit_test(a_region_is_named_at_each_level),
		cmocka_unit_test(names_that_hold_a_character_are_known),
		cmocka_unit_test(written_regions_are_taken_as_written),
		cmocka_unit_test(what_is_written_as_no_region_is_refused),
		cmocka_unit_test(unknown_codes_are_refused),
		cmocka_unit_test(long_names_and_hints_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
