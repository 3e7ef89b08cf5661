/* The same project through the years: each row is the projects of one body in two years, and which of the later ones
 * is which of the earlier.  Names of units stand before a bar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "index/compare/succession.h"

#define PROJECTS_MAX 4

static const struct {
	const char *name;
	const char *before[PROJECTS_MAX], *after[PROJECTS_MAX];
	struct {
		int other;
		ys_succeeds succeeds;
	} expected[PROJECTS_MAX];
} rows[] = {
	{ "what comes and goes in names does not matter: year, place, quotation marks, width, words for money",
	  { "2022年度“智慧水务”平台运维专项经费", "青禾县堤防维护（一期）项目", "云栖市青禾县水务局白蚁防治费" },
	  { "白蚁防治服务项目", "智慧水务平台运维资金", "堤防维护(一期)工程" },
	  { { 2, YS_SUCCEEDS_SAME }, { 0, YS_SUCCEEDS_SAME }, { 1, YS_SUCCEEDS_SAME } } },
	{ "the next phase is the same project, unless this one goes on",
	  { "泵站改造（一期）项目", "泵站改造（二期）项目", "水厂建设（一期）" },
	  { "泵站改造（二期）项目", "泵站改造（三期）项目", "水厂建设（二期）" },
	  { { 1, YS_SUCCEEDS_SAME }, { -1, YS_SUCCEEDS_NONE }, { 2, YS_SUCCEEDS_SAME } } },
	{ "other wordings, of the table of synonyms and of a few characters",
	  { "青禾热线劳务派遣服务费", "档案数字化加工监理费" },
	  { "青禾热线劳务外包经费", "档案数字化扫描加工监理经费" },
	  { { 0, YS_SUCCEEDS_REWORDED }, { 1, YS_SUCCEEDS_REWORDED } } },
	{ "east is not west, the first section not the second, and what supervises a work not the work",
	  { "东片区管网改造项目", "第一标段道路养护", "渡口修缮工程", "社区活动补助经费" },
	  { "西片区管网改造项目", "第二标段道路养护", "渡口修缮监理", "社区活动规划经费" },
	  { { -1, YS_SUCCEEDS_NONE }, { -1, YS_SUCCEEDS_NONE }, { -1, YS_SUCCEEDS_NONE }, { -1, YS_SUCCEEDS_NONE } } },
	{ "one that becomes two is neither",
	  { "图书借阅服务费", "讲座经费" },
	  { "图书借阅服务人员保障经费", "图书借阅服务设备保障经费", "讲座费" },
	  { { -1, YS_SUCCEEDS_PART }, { -1, YS_SUCCEEDS_PART }, { 1, YS_SUCCEEDS_SAME } } },
	{ "two that become one",
	  { "办公楼保洁服务费", "会议场地租赁经费" },
	  { "办公楼保洁服务和会议场地租赁项目" },
	  { { -1, YS_SUCCEEDS_BOTH } } },
	{ "each unit has its own, a unit that is called anew as well",
	  { "渡口管理站|培训费", "苗圃|培训费", "观测所|设备购置费" },
	  { "苗圃|培训经费", "渡口管理站|培训经费", "观测中心|设备购置费" },
	  { { 1, YS_SUCCEEDS_SAME }, { 0, YS_SUCCEEDS_SAME }, { 2, YS_SUCCEEDS_SAME } } },
	{ "of several that are called just so nobody knows which is left",
	  { "培训费", "培训费" },
	  { "培训费" },
	  { { -1, YS_SUCCEEDS_UNSURE } } },
};

static GArray *projects(const char *const *titles)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(ys_successor));

	for (guint i = 0; i < PROJECTS_MAX && titles[i]; i++) {
		const char *bar = strchr(titles[i], '|');
		ys_successor s = { .unit = bar ? g_strndup(titles[i], bar - titles[i]) : g_strdup(""),
				   .amount = YS_AMOUNT_NONE };

		ys_project_name_init(&s.name, bar ? bar + 1 : titles[i], "云栖市青禾县水务局", NULL);
		g_array_append_val(list, s);
	}
	return list;
}

static void free_projects(GArray *list)
{
	for (guint i = 0; i < list->len; i++) {
		ys_project_name_clear(&g_array_index(list, ys_successor, i).name);
		g_free(g_array_index(list, ys_successor, i).unit);
	}
	g_array_unref(list);
}

static void successions(void **state)
{
	guint wrong = 0;

	(void)state;
	for (gsize row = 0; row < G_N_ELEMENTS(rows); row++) {
		GArray *before = projects(rows[row].before), *after = projects(rows[row].after);

		ys_succession(before, after);
		for (guint i = 0; i < after->len; i++) {
			const ys_successor *s = &g_array_index(after, ys_successor, i);

			if (s->other == rows[row].expected[i].other && s->succeeds == rows[row].expected[i].succeeds)
				continue;
			print_error("%s: %s is %d, %d\n", rows[row].name, rows[row].after[i], s->other, s->succeeds);
			wrong++;
		}
		free_projects(before);
		free_projects(after);
	}
	assert_int_equal(wrong, 0);
}

/* Two projects far apart in amount are not one in other words. */
static void amounts(void **state)
{
	static const char *const before[PROJECTS_MAX] = { "档案数字化加工" }, *const after[PROJECTS_MAX] = { "档案数字化扫描加工" };
	GArray *old = projects(before), *new = projects(after);

	(void)state;
	g_array_index(old, ys_successor, 0).amount = 10 * YS_WAN;
	g_array_index(new, ys_successor, 0).amount = 50 * YS_WAN;
	ys_succession(old, new);
	assert_int_equal(g_array_index(new, ys_successor, 0).other, -1);
	g_array_index(new, ys_successor, 0).amount = 25 * YS_WAN;
	ys_succession(old, new);
	assert_int_equal(g_array_index(new, ys_successor, 0).other, 0);
	free_projects(old);
	free_projects(new);
}

/* Every word of data/project-names does what its class says. */
static void words(void **state)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "data", "project-names", NULL), *text = NULL;
	g_auto(GStrv) lines = NULL;

	(void)state;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) parts = g_strsplit(*line, "\t", 2);
		const gboolean end = g_str_has_prefix(*line, "end\t");
		g_autofree char *name = NULL;
		ys_project_name with, without;

		if (!**line || **line == '#')
			continue;
		name = g_strconcat("渡口修缮", parts[1], NULL);
		ys_project_name_init(&with, name, NULL, NULL);
		ys_project_name_init(&without, "渡口修缮", NULL, NULL);
		if (end)
			assert_string_equal(with.core, without.core);
		else
			assert_false(ys_project_name_is_kin(&with, &without));
		ys_project_name_clear(&with);
		ys_project_name_clear(&without);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(successions),
		cmocka_unit_test(amounts),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
