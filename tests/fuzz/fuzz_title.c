/* A title, and behind the first empty line other text that may settle the region. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/publication/title/find.h"
#include "src/year.h"

static void check_text(const char *text)
{
	g_assert_true(!text || (*text && g_utf8_validate(text, -1, NULL) && !strpbrk(text, "\n\r\t")));
}

static void check_one_of(const char *said, const char *const *known)
{
	g_assert_true(!said || g_strv_contains(known, said));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const kinds[] = { "预算", "决算", "其他", NULL };
	static const char *const levels[] = { "部门", "单位", NULL };
	static const char *const scopes[] = { "汇总", "本级", NULL };
	g_autofree char *text = g_utf8_make_valid((const char *)data, size);
	char *hint = strstr(text, "\n\n");
	g_autoptr(ys_found_title) found = NULL;
	const ys_title *title;

	if (hint) {
		*hint = '\0';
		hint += 2;
	}
	found = ys_title_find(text, NULL, hint);
	title = found->title;
	g_assert_nonnull(title);
	check_text(found->nearest);
	check_text(title->text);
	check_text(title->department);
	check_text(title->alias);
	g_assert_true(title->year == 0 || (title->year >= YS_YEAR_FIRST && title->year <= YS_YEAR_LAST));
	g_assert_nonnull(title->kind);
	check_one_of(title->kind, kinds);
	check_one_of(title->level, levels);
	check_one_of(title->scope, scopes);
	g_assert_true((title->region_status == YS_REGION_AMBIGUOUS) == (title->candidates != NULL));
	if (title->region_status == YS_REGION_RESOLVED)
		g_assert_true(title->region.province && title->region.code);
	g_assert_true(!title->region.county || title->region.province);
	g_assert_true(!title->candidates || g_utf8_validate(title->candidates, -1, NULL));
	return 0;
}
