/* Which files of a publication count together, whatever the order in which they are met. */
#include "index/write/composition.h"

#include "tests/unit/publication_fixture.h"

#define WHOLE "|青禾县林业局|2024|预算|部门|"

typedef struct {
	const char *file, *holds;
	int mtime;
	const char *identity;   /* NULL: WHOLE */
	gboolean nameless;
	int said_year;
	const char *owner;
} file;

typedef struct {
	const char *name;
	file files[5];
	const char *counts;     /* those that count, in their order */
} row;

#define IN(name, holds, mtime) { name, holds, mtime, NULL, FALSE, 0, NULL }

static const row rows[] = {
	{ "a file alone", { IN("/d/a", "t1", 1) }, "/d/a" },
	{ "prose and tables", { IN("/d/表.xlsx", "t1 t2", 1), IN("/d/文.html", "s1 s2", 2) }, "/d/文.html /d/表.xlsx" },
	{ "numbers in names count as numbers",
	  { IN("/d/表10", "t3", 1), IN("/d/表9", "t2", 1), IN("/d/表1", "t1", 1) }, "/d/表1 /d/表9 /d/表10" },
	{ "a table in common makes the newer one count", { IN("/d/a", "t1 t2 s1", 1), IN("/d/b", "t2 t3", 2) }, "/d/b" },
	{ "of equally old ones the greater path", { IN("/d/a", "t1", 1), IN("/d/b", "t1", 1) }, "/d/b" },
	{ "a part stays when another has a newer version",
	  { IN("/d/a", "t1", 1), IN("/d/b", "t2", 2), IN("/d/c", "t1", 3) }, "/d/b /d/c" },
	{ "whoever meets the newest is out, though it meets no other that is out",
	  { IN("/d/a", "t1", 1), IN("/d/b", "t1 t2", 2), IN("/d/c", "t2", 3) }, "/d/a /d/c" },
	{ "another directory holds another version", { IN("/d/a", "t1", 1), IN("/e/b", "t2", 2) }, "/e/b" },
	{ "so does one inside", { IN("/d/a", "t1", 2), IN("/d/e/b", "t2", 1) }, "/d/a" },
	{ "prose that tells the same is another version", { IN("/d/a", "s1 s2 s3", 1), IN("/d/b", "s2 s3", 2) }, "/d/b" },
	{ "prose that tells something else is a part", { IN("/d/a", "s1 s2 s3", 1), IN("/d/b", "s3 s4 s5", 2) }, "/d/a /d/b" },
	{ "headings of tables in common are none", { IN("/d/a", "t1 s1", 1), IN("/d/b", "t2 s1", 2) }, "/d/a /d/b" },
	{ "what is not known may be the same", { IN("/d/a", NULL, 1), IN("/d/b", "t1", 2) }, "/d/b" },
	{ "nothing but text without headings may be the same", { IN("/d/a", "", 1), IN("/d/b", "", 2) }, "/d/b" },
};

static ys_manifest_entry *entry_of(const file *f)
{
	ys_manifest_entry *entry = ys_manifest_entry_new();

	entry->path = g_strdup(f->file);
	entry->file = g_strdup(f->file);
	entry->identity = g_strdup(f->identity ? f->identity : WHOLE);
	entry->sha256 = g_strdup(f->file);
	entry->holds = g_strdup(f->holds);
	entry->owner = g_strdup(f->owner);
	entry->mtime = f->mtime;
	entry->nameless = f->nameless;
	entry->said_year = f->said_year;
	return entry;
}

/* All orders of n files, as their digits. */
static void each_order(GPtrArray *orders, char *order, guint at, guint n)
{
	if (at == n) {
		g_ptr_array_add(orders, g_strdup(order));
		return;
	}
	for (guint i = at; i < n; i++) {
		char kept = order[at];

		order[at] = order[i];
		order[i] = kept;
		each_order(orders, order, at + 1, n);
		order[i] = order[at];
		order[at] = kept;
	}
}

static char *names_of(const GPtrArray *entries)
{
	GString *names = g_string_new(NULL);

	for (guint i = 0; i < entries->len; i++)
		g_string_append_printf(names, "%s%s", i ? " " : "", ((ys_manifest_entry *)g_ptr_array_index(entries, i))->file);
	return g_string_free(names, FALSE);
}

static void the_same_count_in_any_order(void **state)
{
	const row *r = *state;
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *digest = NULL;
	char order[] = "01234";

	for (gsize i = 0; i < G_N_ELEMENTS(r->files) && r->files[i].file; i++)
		g_ptr_array_add(all, entry_of(&r->files[i]));
	each_order(orders, order, 0, all->len);
	for (guint o = 0; o < orders->len; o++) {
		g_autoptr(GPtrArray) entries = g_ptr_array_new(), chosen = NULL;
		g_autofree char *names = NULL, *sum = NULL;

		for (guint i = 0; i < all->len; i++)
			g_ptr_array_add(entries, g_ptr_array_index(all, ((char *)orders->pdata[o])[i] - '0'));
		chosen = ys_composition_choose(entries);
		names = names_of(chosen);
		assert_string_equal(names, r->counts);
		sum = ys_composition_digest(chosen);
		assert_int_equal(sum != NULL, chosen->len > 1);
		if (o)
			assert_true(!g_strcmp0(sum, digest));
		else
			digest = g_steal_pointer(&sum);
	}
}

/* ---- files that do not say whose they are ---- */

#define FILE_NAME "|表1.xlsx|0|其他||"

static const struct {
	const char *name;
	file nameless;
	file beside[2];
	gboolean fits;
} nameless_rows[] = {
	{ "the only publication beside it is its own", { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, TRUE },
	{ "of two it is of none",
	  { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL }, { "/d/c", "s1", 1, "|青禾县体育局|2024|预算|部门|", FALSE, 0, NULL } }, FALSE },
	{ "a publication may have several files",
	  { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL }, { "/d/c", "t2", 1, NULL, FALSE, 0, NULL } }, TRUE },
	{ "what another file holds it may be a version of", { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", "t1 s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "another nameless one too",
	  { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL }, { "/d/c", "t1", 1, "|表2.xlsx|0|其他||", TRUE, 0, NULL } }, FALSE },
	{ "its name says the year", { "/d/b", "t1", 1, FILE_NAME, TRUE, 2024, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, TRUE },
	{ "its name says another year", { "/d/b", "t1", 1, FILE_NAME, TRUE, 2023, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "its title says another year", { "/d/b", "t1", 1, "|表|2023|预算||", TRUE, 2023, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "its title says another kind", { "/d/b", "t1", 1, "|表|2024|决算||", TRUE, 2024, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "it says another level", { "/d/b", "t1", 1, "|表|2024|预算|单位|", TRUE, 2024, NULL }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "it names the body above a table", { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, "林业局" }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, TRUE },
	{ "it names another body there", { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, "青禾县体育局" }, { { "/d/a", "s1", 1, NULL, FALSE, 0, NULL } }, FALSE },
	{ "a file beside it that nothing is known of", { "/d/b", "t1", 1, FILE_NAME, TRUE, 0, NULL }, { { "/d/a", NULL, 1, NULL, FALSE, 0, NULL } }, FALSE },
};

static void a_nameless_file_is_of(void **state)
{
	const typeof(nameless_rows[0]) *r = *state;
	g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func((GDestroyNotify)ys_manifest_entry_free);
	const ys_manifest_entry *whole, *nameless;

	g_ptr_array_add(entries, entry_of(&r->nameless));
	for (gsize i = 0; i < G_N_ELEMENTS(r->beside) && r->beside[i].file; i++)
		g_ptr_array_add(entries, entry_of(&r->beside[i]));
	nameless = g_ptr_array_index(entries, 0);
	whole = ys_composition_only_whole(entries);
	assert_int_equal(whole && ys_composition_fits(nameless, whole, entries), r->fits);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, the_same_count_in_any_order);
	ADD_ROWS(tests, nameless_rows, a_nameless_file_is_of);
	return run_all("composition", tests);
}
