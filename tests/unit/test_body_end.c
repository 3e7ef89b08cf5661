#include "src/body_end.h"
#include "tests/unit/publication_fixture.h"

typedef enum {
	NO_BODY,
	NAMED,
	ANYWHERE
} surety;

static const char *const sureties[] = { "none", "named", "anywhere" };

static surety surety_of(const char *name)
{
	ys_body_end end = ys_body_end_of(name, strlen(name));

	return !end.text ? NO_BODY : end.anywhere ? ANYWHERE : NAMED;
}

static const struct {
	const char *name;
	surety surety;
} rows[] = {
	{ "青禾县档案局", ANYWHERE },
	{ "青禾县文化馆", ANYWHERE },
	{ "青禾县广播电视台", ANYWHERE },
	{ "青禾县供销合作社", ANYWHERE },
	{ "中共青禾县委", ANYWHERE },
	{ "青禾县总工会", ANYWHERE },
	{ "青禾县植物园", NAMED },
	{ "青禾县水务公司", NAMED },
	{ "青禾县残联", NAMED },
	{ "星火镇", NAMED },
	{ "青禾大学", NAMED },
	{ "青禾县国有林场", NAMED },
	{ "青禾县经济开发区", NAMED },
	{ "青禾县工人文化宫", ANYWHERE },

	/* names of projects, and sentences */
	{ "扶持农民专业合作社", NAMED },
	{ "服务社会", NO_BODY },
	{ "社会保障", NO_BODY },
	{ "垃圾处理", NO_BODY },
	{ "队伍建设", NO_BODY },
	{ "政务信息平台", NO_BODY },
	{ "门户网站", NO_BODY },
	{ "慰问干部", NO_BODY },
	{ "统筹城乡", NO_BODY },
	{ "平安校园", NO_BODY },
	{ "改造公共厕所", NO_BODY },
	{ "车辆5台", NO_BODY },
	{ "分布在12处", NO_BODY },
	{ "政务云租赁经费", NO_BODY },
	{ "", NO_BODY },
};

static void ends_tell_bodies(void **state)
{
	const typeof(rows[0]) *row = *state;

	assert_int_equal(surety_of(row->name), row->surety);
}

/* ---- the lines of data/body-ends ---- */

static char **lines_of(const char *file)
{
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", file, NULL);
	g_autofree char *text = NULL;

	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return g_strsplit(text, "\n", -1);
}

/* Each says of 星火 and its end what its class says, and short names say its kind. */
static void every_line_is_read(void **state)
{
	g_auto(GStrv) lines = lines_of("body-ends");
	guint n = 0;

	(void)state;
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
		g_autofree char *name = NULL;
		ys_body_end end;

		if (!**line || **line == '#')
			continue;
		n++;
		name = g_strconcat("星火", fields[1], NULL);
		assert_string_equal(sureties[surety_of(name)], fields[0]);
		end = ys_body_end_of(name, strlen(name));
		if (end.text && (strcmp(end.text, fields[1]) || g_strcmp0(end.kind, fields[2])))
			fail_msg("%s: %s, %s", *line, end.text, end.kind);
	}
	assert_true(n > 0);
}

/* Without it the longest other end would say something else. */
static void no_line_is_superfluous(void **state)
{
	g_auto(GStrv) lines = lines_of("body-ends");

	(void)state;
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
		const char *shorter = **line && **line != '#' ? fields[1] : "";
		ys_body_end end = { NULL, NULL, FALSE };

		while (*shorter && !end.text) {
			shorter = g_utf8_next_char(shorter);
			end = ys_body_end_of(shorter, strlen(shorter));
		}
		if (end.text && !strcmp(fields[0], end.anywhere ? "anywhere" : "named") && !g_strcmp0(end.kind, fields[2]))
			fail_msg("%s: %s says so already", *line, end.text);
		if (!end.text && **line && **line != '#' && !strcmp(fields[0], "none"))
			fail_msg("%s: is none without it", *line);
	}
}

static void official_names_are_bodies_anywhere(void **state)
{
	g_auto(GStrv) lines = lines_of("bodies");

	(void)state;
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) names = g_strsplit(*line, " ", -1);

		for (char **name = names; **line != '#' && *name; name++) {
			const char *short_names = strchr(*name, '\t');

			if (short_names)
				(*name)[short_names - *name] = '\0';
			if (**name && surety_of(*name) != ANYWHERE)
				fail_msg("%s: data/body-ends does not know its end", *name);
			if (short_names)
				break;
		}
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, ends_tell_bodies);
	ADD_TEST(tests, every_line_is_read);
	ADD_TEST(tests, no_line_is_superfluous);
	ADD_TEST(tests, official_names_are_bodies_anywhere);
	return run_all("body_end", tests);
}
