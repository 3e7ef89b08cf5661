/* Which archives are one publication: their files say whose they are, or are parts of another's. */
#include "src/publication/bundle.h"

#include "src/error.h"
#include "src/publication/lines/flatten.h"

#include "tests/unit/archive_fixture.h"
#include "tests/unit/original_fixture.h"
#include "tests/unit/publication_fixture.h"

#define PAGE(text) "<html><head><meta charset=\"utf-8\"></head><body>" text "</body></html>"
#define PROSE(title) PAGE("<h1>" title "</h1><p>一、部门概况</p><p>负责本县有关工作。</p>")
#define TABLE(title) PAGE("<p>" title "</p><table><tr><th>项目</th><th>金额</th></tr>" \
			  "<tr><td>基本支出</td><td>100.00</td></tr></table>")

static const struct {
	const char *name;
	const char *files[6];   /* name and content of each */
	const char *says;       /* the two publications; NULL: it is one */
} rows[] = {
	{ "tables without a title of their own are parts",
	  { "1.html", PROSE("青禾县体育局2024年部门预算"), "2.html", TABLE("2024年部门收支总表"), "3.html", TABLE("预算表") }, NULL },
	{ "files that all say the same are parts",
	  { "a.html", PROSE("星火县民政局2023年部门决算"), "b.html", TABLE("星火县民政局2023年度部门决算") }, NULL },
	{ "so are those that leave out the place",
	  { "a.html", PROSE("星火县民政局2023年部门决算"), "b.html", TABLE("民政局2023年部门决算") }, NULL },
	{ "of what is neither budget nor account the title says nothing",
	  { "a.html", PROSE("青禾县体育局2024年部门预算"), "b.html", PROSE("青禾县体育局2023年部门整体支出绩效自评报告") }, NULL },
	{ "prose of a unit may call itself a department's",
	  { "a.html", PROSE("青禾县体育馆2023年单位决算"), "b.html", PROSE("青禾县体育馆2023年部门决算情况说明") }, NULL },
	{ "a title that is quoted further down is none of the file",
	  { "a.html", PROSE("青禾县体育局2024年部门预算"),
	    "b.html", PAGE("<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p><p>星火县林业局2023年部门预算</p><p>六</p>") }, NULL },
	{ "files without any title are one",
	  { "a.html", TABLE("收支总表"), "b.html", TABLE("支出总表") }, NULL },
	{ "bodies differ",
	  { "a.html", PROSE("青禾县体育局2024年部门预算"), "b.html", PROSE("青禾县民政局2024年部门预算") },
	  "a.html (青禾县体育局, 2024, 部门预算) and b.html (青禾县民政局, 2024, 部门预算)" },
	{ "a body whose name goes on behind that of another is another",
	  { "a.html", PROSE("云栖县教育局2024年部门预算"), "b.html", PROSE("云栖县教育局招生办公室2024年部门预算") },
	  "a.html (云栖县教育局, 2024, 部门预算) and b.html (云栖县教育局招生办公室, 2024, 部门预算)" },
	{ "years differ",
	  { "a.html", PROSE("青禾县体育局2024年部门预算"), "b.html", PROSE("青禾县体育局2023年部门预算") }, "2023, 部门预算)" },
	{ "kinds differ",
	  { "a.html", PROSE("青禾县体育局2023年部门预算"), "b.html", PROSE("青禾县体育局2023年部门决算") }, "2023, 部门决算)" },
	{ "levels differ",
	  { "a.html", PROSE("青禾县体育局2023年部门预算"), "b.html", PROSE("青禾县体育局2023年单位预算") }, "2023, 单位预算)" },
	{ "parts between them are those of either",
	  { "a.html", PROSE("青禾县体育局2024年部门预算"), "b.html", TABLE("收支总表"), "c.html", PROSE("星火县林业局2024年部门预算") },
	  "c.html (星火县林业局" },
	{ "names tell what contents do not",
	  { "青禾县体育局2024年部门预算.html", TABLE("收支总表"), "星火县林业局2024年部门预算.html", TABLE("收支总表") },
	  "an archive of several publications, such as " },
	{ "of one that cannot be read the name tells",
	  { "1.html", PROSE("青禾县体育局2024年部门预算"), "青禾县民政局2024年部门预算.rtf", "{\\rtf1}" },
	  "1.html (青禾县体育局, 2024, 部门预算) and 青禾县民政局2024年部门预算.rtf (" },
	{ "of text, too", { "1.html", PROSE("青禾县体育局2024年部门预算"), "青禾县体育局2023年部门预算.txt", "预算" }, "2023, 部门预算)" },
	{ "where none is of a known format each is by itself", { "1.txt", "预算", "2.txt", "决算" }, "none of its 2 files could be read" },
	{ "a content that tells is asked before the name",
	  { "a/星火县林业局2024年部门预算.html", PROSE("青禾县体育局2024年部门预算"), "b.html", PROSE("青禾县体育局2024年部门预算") }, NULL },
};

static ys_input *read_files(const char *const *files, const ys_given *given, GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, FALSE);

	for (gsize i = 0; i < 6 && files[i]; i += 2)
		archive_put(archive, files[i], files[i + 1], strlen(files[i + 1]));
	archive_end(archive);
	return ys_bundle_read(&(ys_bundle_file){ "x.zip", (char *)bytes->data, bytes->len, given }, 1, error);
}

static void an_archive_is_one_publication_or_several(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_input) input = read_files(row->files, NULL, &error);

	assert_int_equal(input != NULL, row->says == NULL);
	if (input)
		return;
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_SEVERAL));
	if (!strstr(error->message, row->says))
		fail_msg("%s", error->message);
}

static void who_says_whose_all_of_it_is_makes_it_one(void **state)
{
	const char *const files[6] = { "a.html", PROSE("青禾县体育局2024年部门预算"),
				       "b.html", PROSE("青禾县民政局2024年部门预算") };
	ys_given given = { .department = (char *)"青禾县人民政府" };
	g_autoptr(ys_input) input = read_files(files, &given, NULL);

	(void)state;
	assert_non_null(input);
}

static void what_was_not_read_of_a_file_is_told_of_the_archive(void **state)
{
	g_autoptr(ys_original) archive = ys_original_new("archive");
	ys_original *member = original_of("青禾县体育局2024年部门预算");
	g_autoptr(ys_input) input = NULL;

	(void)state;
	ys_original_add_remark(member, "page-without-text", (ys_spot){ .page = 3 }, "page 3 has no text");
	g_ptr_array_add(archive->members, member);
	input = ys_input_of_original(archive, NULL);
	assert_int_equal(input->warnings->len, 1);
	assert_int_equal(((ys_warning *)g_ptr_array_index(input->warnings, 0))->page, 3);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, an_archive_is_one_publication_or_several);
	ADD_TEST(tests, who_says_whose_all_of_it_is_makes_it_one);
	ADD_TEST(tests, what_was_not_read_of_a_file_is_told_of_the_archive);
	return run_all("bundle", tests);
}
